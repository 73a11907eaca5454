"""Words of the receptionist's Portuguese: chat spellings, fillers, question openers, words worth mending."""

from __future__ import annotations

import re


def vocabulary(block: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(block.split())


# On top of `normalise`: spellings that read one way for intents, though not for dates.
SPELLINGS: dict[str, str] = {
    "ultrasom": "ultrassom", "ultrason": "ultrassom", "ultrasson": "ultrassom", "olter": "holter",
    "p": "para", "pra": "para", "pro": "para", "pras": "para", "pros": "para", "ta": "esta", "tao": "estao",
    "tava": "estava", "tavam": "estavam", "to": "estou", "tou": "estou", "vcis": "voces", "cs": "voces",
    "ces": "voces", "vose": "voce", "voceis": "voces", "kero": "quero", "qeria": "queria",
    "keria": "queria", "quiria": "queria", "qria": "queria", "gostava": "gostaria", "gostari": "gostaria",
    "ql": "qual", "qis": "quis", "aonde": "onde", "oonde": "onde", "medka": "medica", "dr": "doutor",
    "dra": "doutora", "drs": "doutores", "dras": "doutoras", "doutro": "doutor", "vlr": "valor",
    "qts": "quantos", "qtas": "quantas", "qta": "quanta", "oie": "oi", "oia": "oi", "oy": "oi", "ois": "oi",
    "atendnt": "atendente", "msgs": "mensagens", "mensg": "mensagem", "tchal": "tchau", "xau": "tchau",
    "tchauzinho": "tchau", "bjo": "beijo", "bj": "beijo", "abs": "abracos", "obrigadinha": "obrigada",
    "brigadao": "obrigado", "obrigadao": "obrigado", "brigadinha": "obrigada", "vlww": "valeu",
    "valew": "valeu", "obrigaada": "obrigada", "okay": "ok", "okey": "ok", "okk": "ok", "oki": "ok",
    "carton": "cartao", "blza": "beleza", "confimo": "confirmo", "bao": "bom", "part": "particular",
    "partic": "particular",
}  # fmt: skip

# Openings that carry no wish of their own; longest first.
FILLERS: tuple[tuple[str, ...], ...] = tuple(
    sorted(
        (
            tuple(phrase.split())
            for phrase in re.split(
                r"\|",
                "oi|ola|opa|ei|hey|hi|hello|hola|bom dia|boa tarde|boa noite|tudo bem|tudo bom|tudo joia|por favor"
                "|por gentileza|entao|ah|hum|hm|olha|moca|moco|querida|querido|amiga|amigo|gente|e|mas|so|agora|tambem"
                "|primeiramente|desculpa|desculpe|licenca|com licenca|me diz|me fala|me diga|me informa|me passa"
                "|gostaria de saber|queria saber|quero saber|gostaria de saber se|queria saber se|quero saber se"
                "|sabe me dizer|sabe dizer|pode me dizer|pode me informar|poderia me informar|poderia me dizer|please",
            )
        ),
        key=len,
        reverse=True,
    )
)

QUESTION_OPENERS = vocabulary("""
    quanto quantos quanta quantas qual quais quando onde como quem que tem teria aceita aceitam atende atendem faz
    fazem realiza realizam trabalha trabalham pode posso podem poderia consegue conseguem precisa sera existe ha voces
    voce abre abrem funciona fecha fecham parcela parcelam cobre cobra cobram what when where how who do does is are
    can cuanto cuando donde quien hay
""")

# After "e", these begin a wish of their own.
WISH_OPENERS = QUESTION_OPENERS | vocabulary("quero queria gostaria preciso se posso me")

# Strong words of the field; a rare word one slip away from one of them is read as it.
TYPO_WORDS: tuple[str, ...] = tuple(
    sorted(
        vocabulary("""
    agendar agenda agendamento agendado agendada agendamentos marcar marcada marcado remarcar reagendar
    desmarcar cancelar cancela cancelamento consulta consultas consultar horario horarios disponivel disponiveis
    endereco convenio convenios resultado resultados preparo jejum exame exames cardiologista cardiologia
    dermatologista pediatra ginecologista ortopedista particular pagamento cartao parcelar confirmar confirmo
    confirmado presenca atendente atendimento recepcao recepcionista secretaria funcionamento localizacao
    estacionamento doutora doutor medico medica preco valor obrigado obrigada amanha segunda quarta quinta sexta
    sabado domingo quanto custa custam gostaria preciso queria quero encaixe encaixar retorno trocar antecipar
    transferir mensagem mensagens dados especialidade especialidades noite tarde tchau peito emergencia urgente
    socorro respirar infarto infartando desmaiou desmaiada sangrando sangramento convulsao alergia
        """)
    )
)

# Right words that stand near one of the above and must stay as they are, beside the tables' own words.
COMMON_WORDS = vocabulary("""
    agenta agente agentes agencia marca marcam marcas marcou marcaram marcante mascara marcia marcos marcio
    marcela marcelo demarcar desmarca desmarcou consultou consultei consultava consultor consulto consultora
    exata exato examine horaria valores valeria valdir jejuar medicos medicas medicar medicado medicada medida
    medidas media medio modico quinze quintas sextas segundas quartas sabados domingos segundo quarto quinto
    sexto seguinte segura seguro custou custo custar queira quer quera preciosa precisa precisam precisar
    precisava preparar preparado prato exames exigem emergencial doutores doutoras dadas dado dada data datas
    dedos ligados tocar torcer troca trocado trocas torrar cantar cartas carta cartoes cortar caros retorna
    retornar retornou particulares particularmente paciente pacientes pagamentos atendem atendeu atender atendi
    atendido atendida atendidos resulta resultou valido respira respirando respirou sangra sangue socorrer
    urgencia urgencias infartou infarta desmaio desmaia desmaiar convulsoes alergica alergico alergias confirmou
    confirma confirmando confirmei confirmam confirmada cancelou cancelei cancelado cancelada cancelaram cancele
    cancelam cancelando chegar chegada contar custear gosto gostar gostei gostou queriam querida querido
    presente presencas presencial pressao precisao precos encaixa encaixou encaixes enxame exceto conversa
    converso convenia convence conveniado conveniada conveniados secretario secretarias recepcoes localiza
    localizar funciona funcionam funcionario funcionando estacionar estacionado pediatras pediatria pediatrica
    cardiologica cardiologico cardiologistas dermatologia dermatologica dermatologistas ginecologia
    ginecologistas ortopedia ortopedistas especial especialista especialistas especiais manha manhas amanhece
    obrigacao mandado mensal mensais transfere transferencia antecipa anticipar antes quantos quantas quanta
    cansada quente canto tanto santo pranto quadro conta contas sextou seta texto testa teste testes cesta festa
    sesta salva falou falar confusao confusoes compulsao conclusao conversao convencao concussao convulsa perito
    respingar respeitar respirador resfriar urgent
    """)

# Kinship, for "pra minha mãe".
KIN = vocabulary("""
    mae pai filho filha filhos filhas esposa esposo marido mulher avo avos vo vovo vovozinha neto neta irma
    irmao bebe sogra sogro tia tio sobrinha sobrinho prima primo namorada namorado noiva noivo cunhada cunhado
    amiga amigo mamae papai filhinho filhinha patroa menino menina crianca enteado enteada madrasta padrasto
    afilhado afilhada funcionario funcionaria companheiro companheira nora genro bisavo maezinha paizinho filhote
    vozinha vozinho irmazinha irmaozinho netinho netinha sobrinha maridao esposinha mainha painho bebezinho
    mother mom mum father dad wife husband son daughter brother sister grandmother grandma grandfather grandpa baby
    child kid girlfriend boyfriend friend aunt uncle niece nephew
    madre padre hijo hija hijos hijas hijito hijita esposa hermano hermana abuela abuelo nieto nieta suegra suegro
    novia novio mujer nino nina
    """)

# Words that no name opens with, and that end one.
NAME_STOPS = (
    KIN
    | QUESTION_OPENERS
    | frozenset(TYPO_WORDS)
    | vocabulary("""
        sim nao s n ok oi ola bom boa dia tarde noite obrigado obrigada por favor tudo bem eu ele ela eles elas
        voce voces nos me mim meu minha seu sua um uma os as em no na para pra com sem que se mas ou tambem ja
        mais muito so ate tem tenho estou esta e eh foi era ser sou vou vai quer quero queria gostaria preciso
        marcar agendar cancelar remarcar consulta exame horario horarios data nascimento nascida nascido idade
        anos telefone celular whatsapp email cpf rg plano convenio unimed particular amanha hoje depois segunda
        terca quarta quinta sexta sabado domingo semana qualquer nenhum nenhuma outro outra isso esse essa aqui
        ali la agora sabe saber pode posso nome completo paciente cliente primeira vez aposentado aposentada
        professor professora enfermeira novo nova doutor doutora dr dra medico medica clinica claro beleza valeu
        tchau nascimento: nasc numero e-mail mesmo mesma dele dela dona do da hein entao gravida diabetico
        diabetica hipertenso hipertensa alergico alergica deixa esquece atendente humano falar pessoa sair parar
        menu voltar iniciar inicio cancela obg fazer ver ir passar tava tomar dor quem idoso idosa fumante robo
        gente calma aguarde espera moco moca qual quanto porque como precisa daqui falando desde entre sobre
        contra sempre nunca ainda talvez acho nem ontem melhor prefiro preferia pior ultimo ultima penultimo penultima
        dinheiro cartao pix documento identidade
        pelo pela poe perfeitamente desculpa desculpe esqueci certinho todo
        nada proximo proxima vou pago pagar opcao antes serve ai
        myself me mine himself herself it s i m am is my the and for his her name this want need would like yes no
        not please have
        es mi y soy el la los para nombre quiero necesito tengo una por gracias se llama
        """)
)
