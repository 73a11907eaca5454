"""How words come out of a patient's thumbs: slips of the keyboard, lost accents, short forms, capitals, drawls.

Every slip leaves a word that a person reads without stopping: one slip in a word of five letters or more, its first
letter kept, and none in what `keep` marks (names) or in anything with a digit.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from msgspec import Struct

OPEN, CLOSE = "\x01", "\x02"
NEIGHBOURS = {
    "a": "qsz", "b": "vgn", "c": "xvd", "d": "sfe", "e": "wrd", "f": "dgr", "g": "fht", "h": "gjy", "i": "uok",
    "j": "hku", "k": "jli", "l": "kop", "m": "nj", "n": "bmh", "o": "ipl", "p": "ol", "q": "wa", "r": "etf",
    "s": "adw", "t": "ryg", "u": "yij", "v": "cbf", "w": "qes", "x": "zcs", "y": "tuh", "z": "xas",
}  # fmt: skip
SHORT = {
    "você": "vc", "vocês": "vcs", "também": "tb", "hoje": "hj", "porque": "pq", "depois": "dps", "quando": "qnd",
    "quanto": "qto", "qualquer": "qlqr", "por favor": "pfv", "obrigado": "obg", "obrigada": "obg", "beleza": "blz",
    "mesmo": "msm", "mesma": "msm", "que": "q", "não": "n", "muito": "mt", "com": "c", "quero": "qro",
    "segunda-feira": "seg", "terça-feira": "ter", "quarta-feira": "qua", "quinta-feira": "qui",
    "sexta-feira": "sex", "tudo": "td", "agora": "agr", "para": "pra", "está": "ta", "horário": "hr",
}  # fmt: skip
EMOJI = ("😊", "🙏", "😅", "👍", "❤️", "😁", "🙂", "😘", "🥰", "😬", "✌️", "☺️")
_KEPT = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_WORD = re.compile(r"[^\W\d_]{5,}")


class Noise(Struct, frozen=True, kw_only=True):
    """Probabilities from 0 to 1: of a slip per long word, and of each habit per message."""

    typos: float = 0.0
    no_accents: float = 0.0
    short: float = 0.0
    emoji: float = 0.0
    drawl: float = 0.0
    lower: float = 0.0
    caps: bool = False
    spoken: bool = False  # dictated: neither capitals nor punctuation


QUIET = Noise()


def keep(text: str) -> str:
    """Mark what must come out letter by letter."""
    return f"{OPEN}{text}{CLOSE}"


def clean(text: str) -> str:
    return text.replace(OPEN, "").replace(CLOSE, "")


def distort(text: str, noise: Noise, rng: random.Random) -> str:
    """The message as it is sent."""
    if noise.short and rng.random() < noise.short:
        text = _outside_kept(text, lambda part: _shortened(part, rng))
    if noise.typos:
        text = _outside_kept(text, lambda part: _mistyped(part, noise.typos, rng))
    if not text.endswith(CLOSE) and rng.random() < noise.drawl:
        text = _drawled(text, rng)
    text = clean(text)
    if rng.random() < noise.no_accents:
        text = without_accents(text)
    if noise.spoken:
        text = re.sub(r"[.,!?¿¡;:…]+(?=\s|$)|(?<=\s)[—–-]+(?=\s)|[¿¡]", "", text).lower()
    if noise.caps:
        text = text.upper()
    elif rng.random() < noise.lower:
        text = text.lower()
    if rng.random() < noise.emoji:
        text = f"{text.rstrip('.')} {rng.choice(EMOJI)}"
    return " ".join(text.split())


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _outside_kept(text: str, change: Callable[[str], str]) -> str:
    pieces, last = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [change(text[last : kept.start()]), kept.group()]
        last = kept.end()
    return "".join([*pieces, change(text[last:])])


def _shortened(text: str, rng: random.Random) -> str:
    for word, short in SHORT.items():
        if rng.random() < 0.6:
            text = re.sub(rf"(?<![\w-]){word}(?![\w-])", short, text, flags=re.IGNORECASE)
    return text


def _mistyped(text: str, rate: float, rng: random.Random) -> str:
    left = 1 + len(text.split()) // 6

    def slip(found: re.Match[str]) -> str:
        nonlocal left
        if left == 0 or rng.random() >= rate:
            return found.group()
        left -= 1
        return _slipped(found.group(), rng)

    return _WORD.sub(slip, text)


def _slipped(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    match rng.choice(("swap", "drop", "neighbour", "double")):
        case "swap":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case "drop":
            return word[:at] + word[at + 1 :]
        case "double":
            return word[:at] + word[at] + word[at:]
        case _:
            return word[:at] + rng.choice(NEIGHBOURS.get(word[at].lower(), word[at])) + word[at + 1 :]


def _drawled(text: str, rng: random.Random) -> str:
    """ "simmm", "oiii": the last letter of a short message that ends in a word."""
    if len(text) > 25 or not text or not text[-1].isalpha():
        return text
    return text + text[-1] * rng.randint(1, 4)
