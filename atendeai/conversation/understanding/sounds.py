"""Words by their sound: hasty and phonetic spellings heard as the word that is meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from atendeai.conversation.understanding.lexicon_red_flags import MENDED, NOT_MENDED
from atendeai.conversation.understanding.words import KNOWN

_RESPELLED = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"ch", "x"), (r"ph", "f"), (r"\bh(?=\w{5})", ""), (r"sc(?=[ei])|xc(?=[ei])", "s"), (r"c(?=[ei])", "s"),
        (r"z", "s"), (r"y", "i"), (r"w", "v"), (r"k", "c"), (r"n(?=[pb])", "m"), (r"([b-df-qs-z])\1", r"\1"),
    )
)  # fmt: skip
_ENDINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in ((r"(?<=[aeiou])c(ao|oes)\Z", r"s\1"), (r"(?<=\w\w[b-df-hj-np-tv-z])u\Z", "o"))
)
_FORMS_FROM = 5  # letters
_MENDED_FROM = 6  # a shorter word has too many neighbours


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """One spelling for words that sound alike in Brazil: "xeio" and "cheio"; "sangranu" and "sangrano"."""
    for pattern, plain in _RESPELLED if word.endswith("*") else _RESPELLED + _ENDINGS:
        word = pattern.sub(plain, word)
    return word


@lru_cache(maxsize=4096)
def openings(stem: str) -> tuple[str, ...]:
    """How words of a stem may open: "desfalec*" sounds with an s before "endo"."""
    return (stem[:-1], f"{stem[:-2]}s") if stem.endswith("c*") else (stem[:-1],)


class Ear:
    """Hears the words it knows; any other token stays as it sounds."""

    def __init__(self, known: Iterable[str]) -> None:
        """`known` are plain words; a stem ends in "*"."""
        heard = {sound(word) for word in known}
        self._words = frozenset(word for word in heard if not word.endswith("*"))
        self._stems = frozenset(opening for word in heard if word.endswith("*") for opening in openings(word))
        self._shortened: dict[str, set[str]] = defaultdict(set)
        for word in {sound(word) for word in MENDED} & self._words:
            for form in _with_one_letter_less(word):
                self._shortened[form].add(word)
        self.hears = lru_cache(maxsize=8192)(self._hears)

    def _hears(self, token: str) -> str:
        heard = sound(token)
        if self._knows(heard) or len(token) < _FORMS_FROM:
            return heard
        for said in _other_forms(heard):
            if self._knows(said):
                return said
        if len(heard) < _MENDED_FROM or token in KNOWN or token in NOT_MENDED:
            return heard
        return self._nearest(heard)

    def _knows(self, heard: str) -> bool:
        return heard in self._words or any(heard[:length] in self._stems for length in range(2, len(heard) + 1))

    def _nearest(self, heard: str) -> str:
        near = {word for form in _with_one_letter_less(heard) for word in self._shortened.get(form, ())}
        return min((word for word in near if word[0] == heard[0] and OSA.distance(heard, word) <= 1), default=heard)


def _other_forms(heard: str) -> Iterator[str]:
    """The word in the singular and of the other gender, and the verb that is meant: "respirano", "respira"."""
    single = heard.removesuffix("s")
    if single != heard:
        yield single
    if single[-1] in "ao":
        yield single[:-1] + ("o" if single[-1] == "a" else "a")
    if heard.endswith("no"):
        yield heard[:-2] + "ndo"
    yield heard + "r"


def _with_one_letter_less(word: str) -> set[str]:
    """The word, and the word without each of its letters: two words one slip apart share a form."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
