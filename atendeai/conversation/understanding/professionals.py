"""Which professional a message names: "dr roberto", "com a ana", a surname, a slip of the thumb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from atendeai.clinics.context import ClinicContext, Professional
from atendeai.conversation.understanding.lexicon_health import SPECIALTIES
from atendeai.conversation.understanding.words import KNOWN, spelled

_TITLES = {
    "doutor": "m",
    "doutora": "f",
    "medico": "m",
    "medica": "f",
    "prof": "",
    "professor": "m",
    "professora": "f",
    "doctor": "",
    "doctora": "f",
}
_LEADS = frozenset({"com", "pelo", "pela", "with", "con"})
# Words of one specialty: "psicóloga sandra", "a tati da fisio".
_FIELDS = frozenset(word for line in SPECIALTIES.values() for word in line.split("|") if " " not in word) | {
    "fisio",
    "fisioterapia",
}
# Spellings of one sound, in this order: Luís and Luiz, Vítor and Victor, Camilla and Camila.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ph", "f"), ("th", "t"), (r"\Ah", ""), ("ch(?=r)|k", "c"), ("c(?=t)", ""), ("y", "i"), ("z", "s"), ("w", "v"),
        (r"([a-z])\1", r"\1"),
    )
)  # fmt: skip
_PARTICLES = frozenset({"de", "da", "do", "dos", "das", "e"})


class Met(NamedTuple):
    """`id` is None when nobody, or more than one professional, fits."""

    id: str | None = None
    spans: tuple[tuple[int, int], ...] = ()


class _Person(NamedTuple):
    id: str
    names: tuple[str, ...]
    gender: str


class ProfessionalIndex:
    """A clinic's active professionals by their names."""

    def __init__(self, context: ClinicContext | None) -> None:
        active = [p for p in context.professionals if p.active] if context else []
        self._people = [_person(p) for p in active]

    def find(self, tokens: Sequence[str], *, expected: bool = False, titled: bool = False) -> Met:
        """The one professional named; `expected` lets a bare name count, `titled` only one after "dr." or "dra."."""
        if titled and _TITLES.keys().isdisjoint(tokens):
            return Met()
        for start, end, title in _places(tokens, expected=expected):
            fitting, used = self._fitting(tokens[start:end])
            if title and len(fitting) > 1:
                fitting = [p for p in fitting if p.gender == title] or fitting
            if fitting:
                lead = 1 if title or tokens[max(start - 1, 0)] in _TITLES else 0
                span = (start - lead, start + used)
                return Met(fitting[0].id if len(fitting) == 1 else None, (span,))
        return self._full_name(tokens)

    def _fitting(self, tokens: Sequence[str]) -> tuple[list[_Person], int]:
        """Who bears the first of `tokens`, narrowed by the words after it, and how many words that used."""
        fitting = _bearers(self._people, tokens[0])
        used = 1 if fitting else 0
        for offset, token in enumerate(tokens[1:4], start=1):
            narrower = _bearers(fitting, token)
            if not narrower and token not in _PARTICLES:
                break
            if narrower:
                fitting, used = narrower, offset + 1
        return fitting, used

    def _full_name(self, tokens: Sequence[str]) -> Met:
        """Two names of the same person side by side need no title."""
        for at, token in enumerate(tokens[:-1]):
            fitting = [p for p in self._people if token in p.names and tokens[at + 1] in p.names and len(token) > 2]
            if len(fitting) == 1 and token != tokens[at + 1]:
                return Met(fitting[0].id, ((at, at + 2),))
        return Met()


def _person(professional: Professional) -> _Person:
    words = spelled(f"{professional.name} {professional.display_name}")
    gender = next((_TITLES[w] for w in words if w in _TITLES), "")
    names = tuple(dict.fromkeys(w for w in words if w not in _TITLES and w not in _PARTICLES and len(w) > 1))
    return _Person(professional.id, names, gender)


def _places(tokens: Sequence[str], *, expected: bool) -> Iterator[tuple[int, int, str]]:
    """Where a professional's name may stand, and the gender that a title before it tells."""
    for at, token in enumerate(tokens):
        if token in _TITLES and at + 1 < len(tokens):
            yield at + 1, min(at + 5, len(tokens)), _TITLES[token]
    for at, token in enumerate(tokens):
        articled = at > 1 and tokens[at - 1] in {"a", "o"}
        lead = tokens[at - 2] if articled else tokens[at - 1] if at else ""
        alone = at == 0 and len(tokens) <= 2
        of_a_field = lead in _FIELDS or (token not in _PARTICLES and _is_of_a_field(tokens, at))
        if token not in _TITLES and (expected or alone or lead in _LEADS or of_a_field):
            yield at, min(at + 4, len(tokens)), ""


def _is_of_a_field(tokens: Sequence[str], at: int) -> bool:
    """ "a tati da fisio"."""
    return tokens[at + 1 : at + 2] in (("da",), ("do",)) and not _FIELDS.isdisjoint(tokens[at + 2 : at + 3])


def _bearers(people: Sequence[_Person], token: str) -> list[_Person]:
    """Who bears a name as it is written, else as it sounds, else with a slip of the thumb."""
    exact = [p for p in people if token in p.names]
    sounding = exact or [p for p in people if len(token) > 2 and _sound(token) in map(_sound, p.names)]
    return sounding or [p for p in people if _bears(p, token)]


@lru_cache(maxsize=4096)
def _sound(name: str) -> str:
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return name


def _bears(person: _Person, token: str) -> bool:
    if len(token) < 4 or token in KNOWN:
        return False
    allowed = 1 if len(token) < 9 else 2
    return any(
        name[0] == token[0]
        and len(name) > 3
        and {name[-1], token[-1]} != {"a", "o"}  # Paula is not Paulo misspelled
        and OSA.distance(name, token, score_cutoff=allowed) <= allowed
        for name in person.names
    )
