"""Words by which languages are told apart. Words that two of them share ("para", "hora", "consulta") are left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from atendeai.conversation.understanding.lexicon_words import vocabulary
from atendeai.conversation.understanding.model import Language

# One of these alone tells the language.
TELLING: Mapping[Language, frozenset[str]] = {
    "pt": vocabulary("""
        aceita aceitam agendei agora ainda ajuda alguem amanha amh ate atende atendem atendimento avo blz boa
        bom brigada cabeca cardiologista cartao cedo certo chamo cobrir confirmado conseguir consigo consultas
        convenio convenios coracao custa depois dermatologista desconto desculpa desculpe desmarca desmarcar
        dezembro dinheiro disponiveis disponivel doendo doi dor doutor doutora eh eletro endereco entao estou
        exame exames falar faz fazem fazer febre feira feito fevereiro fica ficam ficar filha filhinho filho foi
        ginecologista gostaria hj hoje horarios isso ja janeiro mae maio manha marcada marcado marco marquei
        mesmo meu meus minha minhas moca moco moro muita muito nao nenhum nenhuma noite nome novembro obg
        obrigada obrigadinha obrigado oi oie ola onde ontem outra outras outro outros outubro pai peito pela
        pelo pessoa pfv poderia porque posso pq pra precisam precisava preciso preco quais qual quando quanto
        quantos quarta quem queremos queria quero remarca remarcar saiu sangue senhora sentindo setembro seu
        sexta sim sou sua ta tambem tb tbm tchau tem tenho terca tinha tudo ultrassom vaga vagas vai vc vcs vem
        ver verdade voce voces vou
    """),
    "en": vocabulary("""
        about accept ache address after afternoon already another anymore anyone anything appointment appointments appt
        appts arent asap availability available because before bleeding booking breathe canceled cancelled cant
        cardiologist cards cash cheap chest child closed consultation could daughter december dermatologist did didnt
        different doctors does doesnt dont earlier eat evening everybody everything expensive fasting father
        february feel feeling fever for friday from have headache hello hi hours how hurt hurts husband im
        instead insurance isnt ive january kid later located looking maybe midnight monday morning mother much
        myself need needs noon november october opening parking payment pediatrician pls plz prepare
        prescription really reschedule rescheduling results saturday she should sick somebody someone something
        speak still sunday tests that there they this thursday thx tmr tmrw today tomorrow tonight tooth tuesday
        visit wanna want we wednesday week weekend weeks what when where which who why wife with wont would
        yesterday you your
    """),
    "es": vocabulary("""
        abierto abiertos abren acepta aceptan adios agendarla agendarme ahora alguien algun alguna alla analisis
        atienden ayer ayunas ayuno bien buenos cabeza cambiar cambiarla cancelarla cardiologo cerrado
        cierran cita citas confirmarla consultorio corazon cual cuales cuando cuanto cuantos cuesta cuestan cupo
        cupos decir dermatologo descuento despues diciembre direccion disculpa disculpe dolor donde duele duelen
        ecografia efectivo electrocardiograma ellos embarazada enero enferma enfermo entonces eres eso esposo
        estacionamiento estamos estan esto estoy examen examenes febrero fiebre ginecologo graci gustaria habla
        hablan hablar hablo hacen hacer hago hasta hay hecho hice hija hijo hijos hola hoy jueves junio listo
        llama llamo llegar llego lunes madre manana mareo mareos martes mediodia mejor menos mia miercoles mio
        moverla mucha muchas mucho muchos muy necesita necesitamos necesito neurologo nina ninguna ninguno nino
        ninos noche noches nosotros noviembre octubre odontologo oftalmologo otro otros pecho pero podria precio
        precios preparacion puede pueden puedes puedo quedan querria quien quienes quiere quieren quieres quiero
        quisiera radiografia reagendarla recibieron reprogramar sangre seguros senor senora senorita septiembre
        siento siguiente sirve soy suyo tambien tardes tarjeta telefono temprano tengo tiene tienen tienes traumatologo
        ubicacion ubicados ultrasonido urologo usted ustedes viernes vomitos voy
    """),
}

# Two of these, or one beside a telling word.
SMALL: Mapping[Language, frozenset[str]] = {
    "pt": vocabulary("""
        ao aos bem cancela clinico com confirma confirmo conta da das e ele em eu fala falo gente julho na nas o
        obrigad os pode precisa quinta retorno segunda senhor tu um uma umas uns vamos
    """),
    "en": vocabulary("""
        also am an and any april are ask back been book but by bye call can cancel change confirm cost day days
        doctor down drink english fine first get go going good goodbye got great help her here hey his i if in
        is it its july june just like march month my name new next night not of one open our out pay please price
        right schedule see some sorry sure take talk thank thanks the times to too two up was water will yes
    """),
    "es": vocabulary("""
        al buenas cancele con del doctora el era es gracias la las le les libre libres lo los mayo mi mis nombre padre
        perdon queda sacar si son su sus una unas unos y
    """),
}

# Marks that only one language writes, with their weight.
SIGNS: Mapping[Language, tuple[tuple[re.Pattern[str], int], ...]] = {
    "pt": (
        (re.compile(r"[ãõ]|ç(?=[aouãõ])"), 1),
        (re.compile(r"\w(?:ção|ções|nh[oae]|lh[oae]r?)\b"), 1),
    ),
    "en": (
        (re.compile(r"\b(?:i|you|we|they|it|that|what|there|don|can|won|isn|doesn|didn)['’](?:m|d|s|ll|re|ve|t)\b"), 2),
    ),
    "es": ((re.compile(r"[¿¡]"), 2), (re.compile(r"ñ|\bsí\b"), 1), (re.compile(r"\w(?:ción|ciones)\b"), 2)),
}

_SPEAK = (
    r"(?:speak|talk|chat|write|answer|reply|continue|understand|fal[aeo]\w*|habl[aeo]\w*|convers\w+|escrev\w+|escrib\w+"
    r"|respond\w*|atend\w+|atiend\w+|entend\w+|entiend\w+|prefer|prefiro|prefiero|switch|change|mud\w+|cambi\w+)"
)
_BETWEEN = (
    "in|em|en|to|me|us|with|com|con|you|a|an|o|el|the|um|un|pouco|poco|little|bit|only|just|so|solo|para|pra|al|por"
)
_GREETED = r"(?:(?:hi|hello|hola|oi|ola|bom dia|please|por favor|pode ser|puede ser) )*"


def _asking(name: str) -> tuple[str, ...]:
    """Ways to ask for a language, over folded words with one space around each."""
    return (
        rf" {_SPEAK}(?: (?:{_BETWEEN})){{0,3}} {name} ",
        rf" {name} (?:please|por favor|pls|plz) ",
        rf"\A {_GREETED}(?:(?:in|em|en) )?{name} \Z",
    )


LANGUAGE_WISHES: Mapping[Language, tuple[str, ...]] = {
    "en": _asking("(?:english|ingles)"),
    "es": _asking("(?:espanol|spanish|espanhol|castellano)"),
    "pt": _asking("(?:portugues|portuguese)"),
}
# What stands around such a wish and asks for nothing else.
COURTESIES = vocabulary("""
    hi hello hey hola oi ola good morning afternoon evening bom boa dia tarde noite buenos buenas dias tardes noches
    please thanks thank obrigado obrigada gracias por favor can could may do does we you i is it im possible would like
    want to prefer need only podemos puedo puede podria posso pode podem poderia quero quiero queria quisiera gostaria
    preciso necesito voce voces vc vcs usted ustedes aqui ai here there anyone anybody someone alguem alguien a gente
    in em en sorry desculpa desculpe disculpe perdon sim si yes que eu yo tambem tambien also ok
    nao no not don t dont
""")
# "Tem médico que fala inglês?" is about the doctor.
ABOUT_OTHERS = (
    r" (?:medic[oa]s?|doutor\w*|doctor\w*|dra?|profissiona\w+|profesional\w*|especialista\w*|someone|somebody) "
)
