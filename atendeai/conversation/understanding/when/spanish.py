"""Spanish at receptionist level: its words of time in Portuguese, and the idioms that no word by word reading hears."""

from __future__ import annotations

from atendeai.conversation.understanding.when import build as b
from atendeai.conversation.understanding.when import build_foreign as f
from atendeai.conversation.understanding.when.grammar import RuleText
from atendeai.conversation.understanding.when.nodes import (
    Anytime,
    Correction,
    Earliest,
    Node,
    Part,
    RelativeDay,
    Wish,
)

# Spanish wherever they stand; they also tell the language of a message.
PLAIN: dict[str, str] = {
    "hoy": "hoje", "ayer": "ontem", "anteayer": "anteontem", "manana": "manana", "mananas": "manhas", "el": "el",
    "los": "los", "las": "as",
    "y": "e", "lunes": "segunda", "martes": "terca", "miercoles": "quarta", "jueves": "quinta", "viernes": "sexta",
    "noche": "noite", "noches": "noite", "mediodia": "meio dia", "medianoche": "meia noite", "despues": "depois",
    "hasta": "ate", "viene": "vem", "enero": "janeiro", "febrero": "fevereiro",
    "septiembre": "setembro", "setiembre": "setembro", "octubre": "outubro", "noviembre": "novembro",
    "diciembre": "dezembro", "del": "de el", "al": "a el", "pasado": "passado", "pasada": "passada",
    "siguiente": "seguinte", "miercole": "quarta", "puedo": "posso", "quiero": "quero", "quisiera": "queria",
    "necesito": "preciso", "naci": "nasci", "estuve": "estive", "hay": "tem", "cuatro": "quatro", "siete": "sete",
    "ocho": "oito", "nueve": "nove", "diez": "dez", "trece": "treze", "dieciseis": "dezesseis",
    "diecisiete": "dezessete", "dieciocho": "dezoito", "diecinueve": "dezenove", "veinte": "vinte",
    "veintiuno": "vinte e um", "veintiun": "vinte e um", "veintidos": "vinte e dois", "veintitres": "vinte e tres",
    "veinticuatro": "vinte e quatro", "veinticinco": "vinte e cinco", "veintiseis": "vinte e seis",
    "veintisiete": "vinte e sete", "veintiocho": "vinte e oito", "veintinueve": "vinte e nove", "treinta": "trinta",
    "cuarenta": "quarenta", "cincuenta": "cinquenta", "navidad": "natal", "nochebuena": "vespera de natal",
    "nochevieja": "reveillon", "pascua": "pascoa", "ahora": "agora", "temprano": "cedo", "tempranito": "cedinho",
    "primer": "primeiro", "tercer": "terceiro", "finales": "fim", "fines": "fim", "principios": "comeco",
    "comienzos": "comeco", "mediados": "meados", "cualquier": "qualquer", "cualquiera": "qualquer um",
    "excepto": "menos", "hace": "ha", "almuerzo": "almoco", "almorzar": "almoco",
    "anoche": "ontem noite", "primero": "primeiro", "nuevo": "novo", "quincena": "quinzena", "ni": "nem",
}  # fmt: skip

# Another word in Portuguese or English: read so only in a Spanish message.
OTHERS: dict[str, str] = {
    "no": "nao", "en": "em", "o": "ou", "u": "ou", "la": "la", "lo": "lo", "un": "um", "una": "uma", "uno": "um",
    "once": "onze", "doce": "doze", "dos": "dois", "media": "meia", "primera": "primeira", "tercera": "terceira",
    "mie": "quarta", "jue": "quinta", "vie": "sexta", "lun": "segunda", "mar": "terca", "fin": "fim", "se": "se",
    "por": "por", "ya": "agora", "catorce": "catorze", "quince": "quinze", "hora": "hora",
    "manan": "manana", "anio": "ano", "voy": "vou", "entra": "vem",
}  # fmt: skip
RANKED: dict[str, Node] = {}

# On the pieces in Portuguese words, before the grammar proper.
IDIOMS: tuple[RuleText, ...] = (
    ("lo mas pronto|rapido|antes posible|que", b.constant(Earliest())),
    ("lo antes posible", b.constant(Earliest())),
    ("primeiro|primeira turno|cita|hueco|disponible", b.constant(Earliest())),
    ("me? da igual|lo mismo?", b.constant(Anytime())),
    ("a? mas tardar", b.constant("ate")),
    ("perdon|mejor|digo", b.constant(Correction())),
    ("nao me? vem|va|sirve|queda bien?", b.constant("nao", "posso")),
    ("cambiar|mover|pasar|reprogramar _? _? de el? Weekday a el? Weekday", f.moved),
    ("cambiar|cambio|mover", b.constant(Wish())),
    # "mañana" the morning, and "mañana" tomorrow.
    ("cita|turno|consulta|hora de manana", b.constant(RelativeDay(1))),
    ("(de|por|em|$this) manana", f.morning_after),
    ("la manana", b.constant(Part("morning"))),
    # Hours.
    ("a? la uma", b.constant("as", "uma")),
    ("a primeira hora de? la? tarde", b.constant(Part("afternoon_start"))),
    ("a? primeira hora", b.constant("cedo")),
    ("a ultima hora de? la? tarde", b.constant(Part("afternoon_end"))),
    ("depois de comer|comida", b.constant(Part("after_lunch"))),
    # Days.
    ("Weekday Number (por)", f.day_before_part),
    ("el dia? Number", f.day_of_the_month),
    ("el dia? primeiro de", b.constant("dia", "primeiro", "de")),
    ("(em|de|para|a|desde|ate|$this|$next) (marzo|mayo|junio|julio)", f.month_after),
    ("el|la|los|lo", f.dropped),
)
