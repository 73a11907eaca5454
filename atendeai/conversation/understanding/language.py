"""Which language a message is in, told by its small words; Portuguese unless something else is plain."""

from __future__ import annotations

import re

from msgspec import Struct

from atendeai.conversation.understanding.lexicon_language import (
    ABOUT_OTHERS,
    COURTESIES,
    LANGUAGE_WISHES,
    SIGNS,
    SMALL,
    TELLING,
)
from atendeai.conversation.understanding.model import Language
from atendeai.conversation.understanding.normalise import fold

TELLING_WEIGHT = 2
CLEAR_LEAD = 2
LANGUAGES: tuple[Language, ...] = ("pt", "en", "es")
_WORD = re.compile(r"[a-z]+")
_WISH = {language: re.compile(rf"(?:{'|'.join(patterns)})") for language, patterns in LANGUAGE_WISHES.items()}
_CLAUSE_END = re.compile(r"[.,;:!?¿¡\n]+")
_ABOUT_OTHERS = re.compile(ABOUT_OTHERS)
_UNABLE = re.compile(
    r" (?:nao|no|not|dont|don t|cant|can t|cannot)(?: (?:eu|yo|i|se|sei|sabe|consigo|puedo|really|muito))* \Z"
)


class Tongue(Struct, frozen=True):
    """The likeliest language of a message; `clear` says that it can hardly be another."""

    language: Language
    clear: bool


def tongue(text: str) -> Tongue:
    """Weigh the words of a message. Silence, a tie, and words that several languages share are Portuguese, unclear.

    A single word that Brazilians use too ("ok", "no", "hotel", "thanks") is never clear.
    """
    folded = fold(text)
    said = set(_WORD.findall(folded))
    told = {one: len(said & TELLING[one]) for one in LANGUAGES}
    score = {
        one: TELLING_WEIGHT * told[one]
        + len(said & SMALL[one])
        + sum(weight for sign, weight in SIGNS[one] if sign.search(text.lower()))
        for one in LANGUAGES
    }
    best = max(LANGUAGES, key=lambda one: score[one])
    lead = score[best] - max(score[one] for one in LANGUAGES if one != best)
    return Tongue(best, clear=lead >= CLEAR_LEAD and (told[best] > 0 or score[best] > CLEAR_LEAD))


def language(text: str) -> Language:
    """The likeliest language of a message."""
    return tongue(text).language


def wished_language(text: str) -> Language | None:
    """The language that a message asks to be spoken to in ("can we speak English?", "habla español?"), if any.

    "No hablo portugués" asks for nothing: its own words tell the language.
    """
    found = _wish(text)
    return found[0] if found else None


def only_wishes_language(text: str) -> bool:
    """Whether such a wish is all that a message says, but for courtesies around it."""
    found = _wish(text)
    return found is not None and len([word for word in found[1].split() if word not in COURTESIES]) <= 1


def _wish(text: str) -> tuple[Language, str] | None:
    """The wished language and the words around the wish."""
    clauses = [" ".join(_WORD.findall(clause)) for clause in _CLAUSE_END.split(fold(text))]
    if _ABOUT_OTHERS.search(f" {' '.join(clauses)} "):
        return None
    for clause in clauses:
        words = f" {clause} "
        for wished, pattern in _WISH.items():
            found = pattern.search(words)
            if found and not _UNABLE.search(words[: found.start() + 1]):
                return wished, " ".join(map(_without_wishes, clauses))
    return None


def _without_wishes(clause: str) -> str:
    words = f" {clause} "
    for pattern in _WISH.values():
        words = pattern.sub(" ", words)
    return words
