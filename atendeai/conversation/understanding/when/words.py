"""The words of time in Brazilian Portuguese, with the few of English and Spanish a receptionist meets."""

from __future__ import annotations

from atendeai.conversation.understanding.when.nodes import (
    Node,
    Number,
    Ordinal,
    Part,
    PartName,
    ShortMonth,
    Unit,
    UnitName,
    Weekday,
)

# Prepositions lose their article, so that one pattern serves "na", "no", "nas"; "as" stays, for it announces an hour.
CONTRACTIONS: dict[str, str] = {
    "da": "de", "do": "de", "dos": "de", "das": "de as", "na": "no", "nas": "no", "nos": "no", "ao": "a", "aos": "a",
    "pela": "por", "pelo": "por", "pelos": "por", "pelas": "por as", "pra": "para", "pro": "para", "pros": "para",
    "pras": "para as", "prum": "para um", "pruma": "para uma", "num": "no um", "numa": "no uma", "dum": "de um",
    "duma": "de uma", "desta": "de esta", "deste": "de este", "dessa": "de essa", "desse": "de esse",
    "nesta": "no esta", "neste": "no este", "nessa": "no essa", "nesse": "no esse", "daquela": "de aquela",
    "naquela": "no aquela", "noutra": "no outra", "dalguma": "de alguma", "o": "", "os": "",
}  # fmt: skip

# One spelling for each thing: slips of the thumb, and words of the neighbours.
SPELLINGS: dict[str, str] = {
    "amanham": "amanha", "amanhan": "amanha", "amaha": "amanha", "ammanha": "amanha", "amenha": "amanha",
    "amnaha": "amanha", "anamha": "amanha", "anteotem": "anteontem", "ontiem": "ontem",
    "antiontem": "anteontem", "deopis": "depois", "depos": "depois", "depoi": "depois", "oje": "hoje", "hoj": "hoje",
    "meiodia": "meio dia", "meianoite": "meia noite", "manhazinha": "manha", "noitinha": "noite",
    "tardezinha": "tardinha", "fera": "feira", "feria": "feira", "fira": "feira",
    "segundafeira": "segunda feira", "tercafeira": "terca feira", "quartafeira": "quarta feira",
    "quintafeira": "quinta feira", "sextafeira": "sexta feira", "seguda": "segunda", "segnda": "segunda",
    "sgunda": "segunda", "segunta": "segunda", "terssa": "terca", "tersa": "terca",
    "treca": "terca", "qarta": "quarta", "quata": "quarta", "qaurta": "quarta", "qinta": "quinta",
    "quimta": "quinta", "qunta": "quinta", "kinta": "quinta", "kuarta": "quarta", "secta": "sexta", "sesta": "sexta",
    "sexa": "sexta", "sabdo": "sabado", "sabadu": "sabado", "sabato": "sabado", "sabadao": "sabado",
    "sabadinho": "sabado", "domigo": "domingo", "domingao": "domingo", "dimingo": "domingo", "donmingo": "domingo",
    "janero": "janeiro", "fevereio": "fevereiro", "feverero": "fevereiro", "setenbro": "setembro",
    "novenbro": "novembro", "dezenbro": "dezembro", "outrubro": "outubro", "semna": "semana", "senana": "semana",
    "cemana": "semana", "proxma": "proxima", "procima": "proxima", "prossima": "proxima", "prosima": "proxima",
    "proxomo": "proximo", "procimo": "proximo", "feriadao": "feriado", "feriadinho": "feriado",
    "today": "hoje", "tomorrow": "amanha", "tmrw": "amanha", "yesterday": "ontem", "tonight": "esta noite",
    "next": "proximo", "this": "este", "week": "semana", "weeks": "semanas", "weekend": "fim de semana",
    "month": "mes", "months": "meses", "day": "dia", "days": "dias", "hour": "hora", "hours": "horas",
    "after": "depois",
    "before": "antes", "until": "ate", "till": "ate", "between": "entre", "from": "de", "and": "e", "or": "ou",
    "at": "as",
    "in": "em", "of": "de", "on": "no", "to": "a", "the": "", "morning": "manha", "mornings": "manha",
    "afternoon": "tarde",
    "evening": "noite", "night": "noite", "noon": "meio dia", "midday": "meio dia", "midnight": "meia noite",
    "monday": "segunda", "tuesday": "terca", "wednesday": "quarta", "thursday": "quinta", "friday": "sexta",
    "saturday": "sabado", "sunday": "domingo", "january": "janeiro", "february": "fevereiro", "april": "abril",
    "june": "junho", "july": "julho", "august": "agosto", "september": "setembro", "october": "outubro",
    "november": "novembro", "december": "dezembro",
    "hoy": "hoje", "ayer": "ontem", "anteayer": "anteontem", "el": "", "los": "", "la": "", "las": "as", "y": "e",
    "lunes": "segunda", "martes": "terca", "miercoles": "quarta", "jueves": "quinta", "viernes": "sexta",
    "noche": "noite", "mediodia": "meio dia", "medianoche": "meia noite", "despues": "depois", "hasta": "ate",
    "viene": "vem", "enero": "janeiro", "febrero": "fevereiro", "septiembre": "setembro", "octubre": "outubro",
    "noviembre": "novembro", "diciembre": "dezembro", "del": "de", "pasado": "passado", "pasada": "passada",
}  # fmt: skip

_WEEKDAYS: dict[str, int] = {
    "segunda": 0, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4, "sabado": 5, "domingo": 6,
    "seg": 0, "qua": 2, "qui": 3, "sex": 4, "sab": 5, "dom": 6,
    "segundas": 0, "tercas": 1, "quartas": 2, "quintas": 3, "sextas": 4, "sabados": 5, "domingos": 6,
}  # fmt: skip
WEEKDAYS_IN_FULL = ("segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo")

MONTHS: dict[str, int] = {
    "janeiro": 1, "fevereiro": 2, "marco": 3, "abril": 4, "maio": 5, "junho": 6, "julho": 7, "agosto": 8,
    "setembro": 9, "outubro": 10, "novembro": 11, "dezembro": 12,
}  # fmt: skip
# Beside a day these are months; alone they are other words, or people ("Júlio", "Júnior").
_SHORT_MONTHS: dict[str, int] = {
    "jan": 1, "fev": 2, "mar": 3, "abr": 4, "mai": 5, "jun": 6, "jul": 7, "ago": 8, "set": 9, "out": 10, "nov": 11,
    "feb": 2, "apr": 4, "may": 5, "march": 3, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "dec": 12, "marzo": 3,
    "mayo": 5, "junio": 6, "julio": 7,
}  # fmt: skip

NUMBERS: dict[str, int] = {
    "um": 1, "uma": 1, "hum": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7,
    "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12, "treze": 13, "quatorze": 14, "catorze": 14, "quinze": 15,
    "dezesseis": 16, "dezasseis": 16, "dezessete": 17, "dezassete": 17, "dezoito": 18, "dezenove": 19,
    "dezanove": 19, "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "cincoenta": 50, "sessenta": 60,
    "cuatro": 4, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

_ORDINALS: dict[str, int] = {
    "primeiro": 1, "primeira": 1, "segundo": 2, "terceiro": 3, "terceira": 3, "quarto": 4, "quinto": 5,
    "ultimo": -1, "ultima": -1, "first": 1, "last": -1,
}  # fmt: skip

_UNITS: dict[str, UnitName] = {
    "minuto": "minute", "minutos": "minute", "min": "minute", "minutinhos": "minute", "minutes": "minute",
    "hora": "hour", "horas": "hour", "h": "hour", "horinha": "hour", "horinhas": "hour", "dia": "day", "dias": "day",
    "semana": "week", "semanas": "week", "mes": "month", "meses": "month", "ano": "year", "anos": "year",
    "years": "year", "year": "year",
}  # fmt: skip

_PARTS: dict[str, PartName] = {
    "manha": "morning", "manhas": "morning", "tarde": "afternoon", "tardes": "afternoon", "noite": "evening",
    "noites": "evening", "madrugada": "dawn", "tardinha": "afternoon_end", "almoco": "lunch", "cedo": "early",
    "cedinho": "very_early", "temprano": "early", "matutino": "morning", "vespertino": "afternoon",
    "noturno": "evening",
}  # fmt: skip

NODES: dict[str, Node] = {
    **{word: Number(value) for word, value in NUMBERS.items()},
    **{word: Ordinal(value) for word, value in _ORDINALS.items()},
    **{word: Unit(name) for word, name in _UNITS.items()},
    **{word: Part(name) for word, name in _PARTS.items()},
    **{word: ShortMonth(month) for word, month in (_SHORT_MONTHS | MONTHS).items()},
    **{word: Weekday(index) for word, index in _WEEKDAYS.items()},
}

# A full stop after these closes no sentence.
ABBREVIATED = frozenset({"ter", "dez", "dr", "dra", "sr", "sra", "av"}) | frozenset(
    word for word, node in NODES.items() if isinstance(node, ShortMonth | Weekday) and len(word) <= 4
)

# Named sets of words for the patterns.
VOCABULARY: dict[str, str] = {
    "this": "esta este essa esse atual corrente",
    "next": "proxima proximo proximas proximos seguinte seguintes vindouro",
    "last": "passada passado passadas passados ultima ultimo ultimas ultimos anterior",
    "other": "outra outro",
    "weekend": "finde",
    "before_last": "retrasada retrasado antepassada antepassado",
    "hours": "h hora horas",
    "spans": "dia dias semana semanas mes meses ano anos minuto minutos min",
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
    "come": "ir comparecer vir poder conseguir estar ser estarei",
    # Nouns that turn "segunda", "quarta", "2" into a rank or a count.
    "counted": (
        "opcoes alternativas vezes vagas consultas vias doses sessoes etapas partes pessoas filhas filhos criancas "
        "avaliacoes parcelas tentativas datas perguntas coisas exames pacientes medicos medicas unidades salas "
        "cirurgias aplicacoes visitas retornos aulas fases mensagens fotos comprimido comprimidos gota gotas capsula "
        "capsulas mg ml kg cm mcg g km gramas quilos litros graus reais real x % porcento ampolas caixas receitas "
        "cartoes irmaos irmas gemeos bebes horarios servem servicos procedimentos especialidades profissionais "
        "doutores convenios planos agendamentos consultorios dentes implantes primeiras primeiros pagamentos cartao "
        "prestacoes andar andares amigos amigas familiares"
    ),
    "ranked": (
        "opcao alternativa vez vaga via dose etapa parte pessoa filha filho crianca parcela tentativa data pergunta "
        "coisa unidade sala porta rua casa linha posicao fila chamada gestacao gravidez aula fase serie mensagem foto "
        "receita metade"
    ),
    "visits": "consulta sessao avaliacao cirurgia aplicacao visita",
    "readings": "esta ta de deu foi em a : dele dela minha arterial",
    "good": "bom boa boas bons buenos buenas buen good otimo otima feliz excelente abencoado abencoada",
    # What lasts so many hours or days: a duration, not a moment.
    "lasting": (
        "jejum duracao dura durar duram durou leva levar demora demorar cada durante repouso atestado prazo "
        "validade valido valida garantia carencia licenca afastamento "
        "plantao internado internada gravida gestante idade por"
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

HOLIDAYS: dict[str, str] = {
    "natal": "christmas", "christmas": "christmas", "navidad": "christmas", "ano novo": "new_year",
    "primeiro de ano": "new_year", "confraternizacao universal": "new_year", "virada de ano": "new_year_eve",
    "reveillon": "new_year_eve", "virada": "new_year_eve", "carnaval": "carnival", "terca de carnaval": "carnival",
    "segunda de carnaval": "carnival_monday", "sabado de carnaval": "carnival_saturday",
    "domingo de carnaval": "carnival_sunday", "quarta feira? de cinzas": "ash_wednesday", "cinzas": "ash_wednesday",
    "sexta feira? santa": "good_friday", "sexta feira? de paixao": "good_friday", "paixao de cristo": "good_friday",
    "domingo? de? pascoa": "easter", "domingo de ramos": "palm_sunday", "corpus christi": "corpus_christi",
    "corpus cristi": "corpus_christi", "corpus": "corpus_christi", "tiradentes": "tiradentes",
    "dia de trabalho": "labour", "dia de trabalhador": "labour", "dia de trabalhadores": "labour",
    "independencia": "independence", "dia de independencia": "independence", "finados": "all_souls",
    "dia de finados": "all_souls", "proclamacao de republica": "republic", "proclamacao": "republic",
    "nossa senhora aparecida": "aparecida", "dia de criancas": "aparecida", "dia de crianca": "aparecida",
    "dia de as criancas": "aparecida",
    "consciencia negra": "black_awareness", "dia de consciencia negra": "black_awareness",
    "dia de as maes": "mothers_day", "dia de maes": "mothers_day", "dia de pais": "fathers_day",
    "dia de namorados": "lovers_day", "dia de sao joao": "saint_john", "festa de sao joao": "saint_john",
    "halloween": "halloween", "dia de as bruxas": "halloween",
    "dia de reis": "epiphany", "dia de todos santos": "all_saints", "dia de mulher": "womens_day",
    "dia de mulheres": "womens_day", "dia de as mulheres": "womens_day",
    "feriado": "holiday", "feriadao": "holiday",
}  # fmt: skip
