"""Bring a WhatsApp message to one plain spelling: lower case, no accents, chat abbreviations written out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Only what reads one way in a clinic's chat: "s", "to" or "cm" stay as they are.
ABBREVIATIONS: dict[str, str] = {
    "aki": "aqui", "agr": "agora", "amh": "amanha", "amn": "amanha", "amnh": "amanha", "amnha": "amanha",
    "amanh": "amanha", "amana": "amanha", "axo": "acho", "bdia": "bom dia", "bjs": "beijos", "blz": "beleza",
    "bnoite": "boa noite", "brigada": "obrigada", "brigado": "obrigado", "btarde": "boa tarde", "ce": "voce",
    "cel": "celular", "cmg": "comigo", "cmo": "como", "ctg": "contigo", "ctz": "certeza", "dnv": "de novo",
    "dps": "depois", "dpois": "depois", "dscp": "desculpa", "dsclp": "desculpa", "eh": "e", "fds": "fim de semana",
    "flw": "falou", "fzr": "fazer", "gnt": "gente", "hj": "hoje", "hje": "hoje", "hr": "hora", "hrs": "horas",
    "hs": "horas", "kd": "cade", "msg": "mensagem", "msm": "mesmo", "mt": "muito", "mta": "muita", "mto": "muito",
    "mts": "muitos", "n": "nao", "naum": "nao", "nd": "nada", "ngm": "ninguem", "niver": "aniversario",
    "nn": "nao", "obg": "obrigado", "obgd": "obrigado", "obgda": "obrigada", "obgdo": "obrigado", "obrigad": "obrigado",
    "oq": "o que", "oque": "o que", "pf": "por favor", "pfv": "por favor", "pfvr": "por favor", "plmds": "por favor",
    "porfa": "por favor", "porfavor": "por favor", "pq": "porque", "prox": "proxima", "q": "que", "qd": "quando",
    "qdo": "quando", "qer": "quer", "qero": "quero", "qlqr": "qualquer", "qm": "quem", "qnd": "quando",
    "qndo": "quando", "qnt": "quanto", "qnto": "quanto", "qq": "qualquer", "qqr": "qualquer", "qr": "quer",
    "qria": "queria", "qro": "quero", "qto": "quanto", "qts": "quantos", "sabdo": "sabado", "sdds": "saudades",
    "sla": "sei la", "sqn": "so que nao", "tb": "tambem", "tbem": "tambem", "tbm": "tambem", "td": "tudo",
    "tda": "toda", "tds": "todos", "tel": "telefone", "tmb": "tambem", "tô": "to", "vc": "voce", "vcs": "voces",
    "vdd": "verdade", "vlw": "valeu", "vlws": "valeu", "vms": "vamos", "wpp": "whatsapp", "wts": "whatsapp",
    "zap": "whatsapp", "p/": "para", "c/": "com", "s/": "sem",
}  # fmt: skip

# Words that rightly end in a double letter; every other doubled ending is a drawl ("oii", "simm").
_TRUE_DOUBLES = frozenset({"voo", "enjoo", "zoo", "perdoo", "abencoo", "too", "inn", "mamm"})

_MARKS = "\u0300-\u036f\u200d\ufe0f\U0001f3fb-\U0001f3ff"
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:/\-]\d+)*)"
    r"|(?P<short>(?<![^\W\d_])[pcs]/(?!\d))"
    rf"|(?P<word>(?:[^\W\d_][\u0300-\u036f]*)+)"
    rf"|(?P<mark>[^\s{_MARKS}])",
    re.IGNORECASE,
)
_DRAWL = re.compile(r"([a-z])\1{2,}")
_TAIL = re.compile(r"([aiuomnh])\1$")


class Token(NamedTuple):
    """One plain word, number ("12/08", "14:30") or sign, and where it stood: `original[start:end]`."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """`text` in lower case without accents; º and ª become o and a."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def normalise(text: str) -> str:
    """`text` in its plain spelling, one space between tokens."""
    return " ".join(token.text for token in tokens(text))


def tokens(text: str) -> list[Token]:
    """The plain tokens of `text`; an abbreviation of two words yields two tokens on the same stretch."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    previous = ""
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if found.lastgroup == "mark":
            sign = found.group()
            # "!!!" says no more than "!", and a hyphen inside a word joins two words.
            repeated = sign == previous
            previous = sign
            if not repeated and not (sign == "-" and _between_letters(text, start)):
                yield Token(sign, start, end)
            continue
        previous = ""
        plain = found.group() if found.lastgroup == "number" else _plain_word(found.group())
        for word in plain.split():
            yield Token(word, start, end)


def _between_letters(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()


@lru_cache(maxsize=4096)
def _plain_word(word: str) -> str:
    plain = fold(word)
    plain = ABBREVIATIONS.get(plain, plain)
    if len(plain) < 3:
        return plain
    plain = _DRAWL.sub(_undrawl, plain)
    if plain not in _TRUE_DOUBLES:
        plain = _TAIL.sub(r"\1", plain)
    return ABBREVIATIONS.get(plain, plain)


def _undrawl(run: re.Match[str]) -> str:
    letter = run.group(1)
    inside = run.start() > 0 and run.end() < len(run.string)
    return letter * 2 if inside and letter in "rs" else letter
