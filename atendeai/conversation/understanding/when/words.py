"""The words of time in Brazilian Portuguese, as people spell them; other languages are brought to these."""

from __future__ import annotations

from collections.abc import Iterator

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
    "naquela": "no aquela", "noutra": "no outra", "dalguma": "de alguma", "d": "de", "o": "", "os": "",
    "la": "",
}  # fmt: skip

# One spelling for each thing: slips of the thumb.
SPELLINGS: dict[str, str] = {
    "amanham": "amanha", "amanhan": "amanha", "amenha": "amanha", "anamha": "amanha", "anteotem": "anteontem",
    "ontiem": "ontem", "antiontem": "anteontem", "deopis": "depois", "depos": "depois", "depoi": "depois",
    "oje": "hoje", "hoj": "hoje", "meiodia": "meio dia", "meianoite": "meia noite", "manhazinha": "manha",
    "noitinha": "noite", "tardezinha": "tardinha", "fera": "feira", "feria": "feira", "fira": "feira",
    "segundafeira": "segunda feira", "tercafeira": "terca feira", "quartafeira": "quarta feira",
    "quintafeira": "quinta feira", "sextafeira": "sexta feira", "seguda": "segunda", "segnda": "segunda",
    "sgunda": "segunda", "segunta": "segunda", "terssa": "terca", "tersa": "terca", "quimta": "quinta",
    "kinta": "quinta", "kuarta": "quarta", "secta": "sexta", "sesta": "sexta", "sexa": "sexta", "sabadu": "sabado",
    "sabato": "sabado", "sabadao": "sabado", "sabadinho": "sabado", "domigo": "domingo", "domingao": "domingo",
    "dimingo": "domingo", "donmingo": "domingo", "janero": "janeiro", "fevereio": "fevereiro", "feverero": "fevereiro",
    "setenbro": "setembro", "novenbro": "novembro", "dezenbro": "dezembro", "outrubro": "outubro", "senana": "semana",
    "cemana": "semana", "proxma": "proxima", "procima": "proxima", "prossima": "proxima", "prosima": "proxima",
    "proxomo": "proximo", "procimo": "proximo", "feriadao": "feriado", "feriadinho": "feriado", "fin": "fim",
    "horari": "horario",
}  # fmt: skip

# Short names with a letter left out, doubled or swapped with its neighbour, save what is a word of its own.
_SHORT_NAMES = ("amanha", "sabado", "quarta", "quinta", "semana", "sexta", "terca")
_OWN_WORDS = frozenset({"manha", "sabao", "quita", "quina", "emana", "sexa", "sexat", "erca", "tera", "teca", "seta"})


def _slips(name: str) -> Iterator[str]:
    for at in range(len(name)):
        yield name[:at] + name[at + 1 :]
        yield name[:at] + name[at] + name[at:]
        yield name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


SLIPS: dict[str, str] = {slip: name for name in _SHORT_NAMES for slip in _slips(name) if slip not in _OWN_WORDS}

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
    "zero": 0, "um": 1, "uma": 1, "hum": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6,
    "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12, "treze": 13, "quatorze": 14, "catorze": 14,
    "quinze": 15, "dezesseis": 16, "dezasseis": 16, "dezessete": 17, "dezassete": 17, "dezoito": 18, "dezenove": 19,
    "dezanove": 19, "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "cincoenta": 50, "sessenta": 60,
    "setenta": 70, "oitenta": 80, "noventa": 90, "novecentos": 900,
}  # fmt: skip

_ORDINALS: dict[str, int] = {
    "primeiro": 1, "primeira": 1, "segundo": 2, "terceiro": 3, "terceira": 3, "quarto": 4, "quinto": 5,
    "sexto": 6, "setimo": 7, "oitavo": 8, "nono": 9, "decimo": 10, "ultimo": -1, "ultima": -1,
}  # fmt: skip

_UNITS: dict[str, UnitName] = {
    "minuto": "minute", "minutos": "minute", "min": "minute", "minutinhos": "minute", "mins": "minute",
    "hora": "hour", "horas": "hour", "h": "hour", "horinha": "hour", "horinhas": "hour", "dia": "day", "dias": "day",
    "semana": "week", "semanas": "week", "mes": "month", "meses": "month", "ano": "year", "anos": "year",
}  # fmt: skip

_PARTS: dict[str, PartName] = {
    "manha": "morning", "manhas": "morning", "tarde": "afternoon", "tardes": "afternoon", "noite": "evening",
    "noites": "evening", "madrugada": "dawn", "tardinha": "afternoon_end", "almoco": "lunch", "cedo": "early",
    "cedinho": "very_early",
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
