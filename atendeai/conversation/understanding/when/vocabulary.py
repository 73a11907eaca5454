"""Named sets of words for the patterns of the grammar (`$next`), as they read once contractions are opened."""

from __future__ import annotations

VOCABULARY: dict[str, str] = {
    "this": "esta este essa esse atual corrente",
    "next": "proxima proximo proximas proximos seguinte seguintes vindouro",
    "last": "passada passado passadas passados ultima ultimo ultimas ultimos anterior",
    "other": "outra outro",
    "weekend": "finde",
    "before_last": "retrasada retrasado antepassada antepassado",
    "hours": "h hora horas",
    "spans": "dias semanas meses anos minuto minutos min",
    "or": "ou e /",
    "to": "a ate - as",
    "money": "$ €",
    "month": "janeiro fevereiro abril maio junho julho agosto setembro outubro novembro dezembro",
    "recurring": "segundas tercas quartas quintas sextas sabados domingos",
    "every": "todo toda todos todas cada qualquer alguma algum",
    "start": "comeco inicio comecinho principio",
    "middle": "meio meados metade",
    "end": "fim final finalzinho fimzinho termino",
    "correction": "digo alias corrigindo",
    "except": "menos exceto tirando salvo",
    "cannot": "posso consigo quero de da dara vou podia poderei conseguirei poderia",
    "come": "ir comparecer vir poder conseguir estar ser estarei come make go faco be it there dar rolar",
    # Nouns that turn "segunda", "quarta", "2" into a rank or a count.
    "counted": (
        "opcoes alternativas vezes vagas consultas vias doses sessoes etapas partes pessoas filhas filhos criancas "
        "avaliacoes parcelas tentativas datas perguntas coisas exames pacientes medicos medicas unidades salas "
        "cirurgias aplicacoes visitas retornos aulas fases mensagens fotos comprimido comprimidos gota gotas capsula "
        "capsulas mg ml kg cm mcg g km gramas quilos litros graus reais real x % porcento ampolas caixas receitas "
        "cartoes irmaos irmas gemeos bebes horarios servem servicos procedimentos especialidades profissionais "
        "doutores convenios planos agendamentos consultorios dentes implantes primeiras primeiros pagamentos cartao "
        "prestacoes andar andares amigos amigas familiares maos mao pes pernas bracos olhos ouvidos joelhos ombros "
        "mamas seios rins quadris pulmoes lados"
    ),
    "doses": "comprimido comprimidos gota gotas capsula capsulas ml mg unidades puffs jatos colher colheres",
    "ranked": (
        "opcao alternativa vez vaga via dose etapa parte pessoa filha filho crianca parcela tentativa data pergunta "
        "coisa unidade sala porta rua casa linha posicao fila chamada gestacao gravidez aula fase serie mensagem foto "
        "chance seguida opiniao opinion receita metade"
    ),
    "visits": "consulta sessao avaliacao cirurgia aplicacao visita",
    "places": "rua avenida av r praca alameda travessa bairro vila jardim parque cidade hospital escola posto",
    "readings": "esta ta de deu foi em a : dele dela minha arterial",
    "good": "bom boa boas bons buenos buenas buen good otimo otima feliz excelente abencoado abencoada",
    # What lasts so many hours or days: a duration, not a moment.
    "lasting": (
        "jejum duracao dura durar duram durou leva levar demora demorar cada durante repouso atestado prazo "
        "validade valido valida garantia carencia licenca afastamento "
        "plantao internado internada gravida gestante idade"
    ),
    "past_verb": (
        "fui foi fomos foram fiz fez fizemos fizeram voltei estive esteve tive teve tivemos nasci nasceu nascido "
        "nascida nascimento nasc passei passou tomei operei operou consultei consultou "
        "atendido atendida cheguei chegou comecou comecei comecaram realizei senti perdi faltei "
        "acordei dormi machuquei caiu piorou vim veio falei regressei venceu dn"
    ),
    "wish_verb": (
        "quero queria gostaria marcar agendar remarcar reagendar pode posso poderia podemos consigo preciso precisava "
        "tem teria prefiro preferia mudar trocar adiar antecipar marca agenda remarca voltarei vou irei vamos "
        "want need quiero necesito mas agora novamente"
    ),
}
