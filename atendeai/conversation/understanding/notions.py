"""Signs of danger in a message: notions told by their words, and which notions near each other make a sign.

A notion is a list of words: `desmai*` any word that opens so, `de_repente` words in a row, between which small words
("a", "meu", "muito") may stand. A sign is a line of notions that must stand near each other, in any order: `a|b` is
either, `!a` the notion denied ("não consigo respirar"), `-a` one that must not be near, `-a>` one that must not come
within or after the sign, `~3` at most three other words between its first and its last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from atendeai.conversation.understanding.lexicon_red_flags import (
    ABLE,
    AUXILIARIES,
    DEEDS,
    DENIALS,
    LINKS,
    SPANISH_VERBS,
    UNDENIED,
)
from atendeai.conversation.understanding.sounds import Ear, openings, sound
from atendeai.conversation.understanding.words import Words, spelled

NEAR = 8
_SKIPPED = 2  # small words between two words of a row
_LOOK_BACK = 5


class Mark(NamedTuple):
    """Tokens `start:end` tell a notion."""

    start: int
    end: int


class Sign(NamedTuple):
    label: str
    kinds: frozenset[str]
    terms: tuple[frozenset[str], ...]  # each a choice of notions, "!x" for one denied
    absent: frozenset[str]
    not_after: frozenset[str]
    near: int
    source: str


class Sighting(NamedTuple):
    """A sign found in tokens `start:end`."""

    sign: Sign
    start: int
    end: int


Marks = Mapping[str, Sequence[Mark]]


class _Entry(NamedTuple):
    """What may follow a first word: the rest of its row, and the notion that the row tells."""

    rest: tuple[str, ...]
    must: frozenset[str]  # the whole words of the rest
    name: str
    denied_name: str  # the name itself when the notion is never denied
    deed: bool


class Notions:
    """All notions, read in one pass over a message."""

    def __init__(self, notions: Mapping[str, str]) -> None:
        rows = [(name, spelled_row(row)) for name, block in notions.items() for row in block.split()]
        self._ear = Ear(word for _, row in rows for word in row)
        self._exact: dict[str, list[_Entry]] = defaultdict(list)
        self._stems: dict[str, list[_Entry]] = defaultdict(list)
        for name, row in rows:
            first, *rest = (sound(word) for word in row)
            must = frozenset(word for word in rest if not word.endswith("*"))
            entry = _Entry(tuple(rest), must, name, name if name in UNDENIED else f"!{name}", name in DEEDS)
            for opening in openings(first) if first.endswith("*") else ():
                self._stems[opening].append(entry)
            if not first.endswith("*"):
                self._exact[first].append(entry)
        self._begun = lru_cache(maxsize=8192)(self._beginning)

    def marks(self, words: Words) -> dict[str, list[Mark]]:
        """Each notion told in `words`, "!name" for one denied, in the order of the message."""
        read = [self._begun(token) for token in words.tokens]
        heard = [one for one, _ in read]
        present = set(heard)
        opened = _clause_starts(words)
        found: dict[str, list[Mark]] = {}
        for start, (_, entries) in enumerate(read):
            denials: dict[bool, bool] = {}
            for rest, must, name, denied_name, deed in entries:
                end = start + 1 if not rest else _row_end(heard, start + 1, rest) if must <= present else 0
                if not end:
                    continue
                if deed not in denials:
                    denials[deed] = _denied(words.tokens, opened[start], start, deed=deed)
                told = found.setdefault(denied_name if denials[deed] else name, [])
                if not told or told[-1] != (start, end):
                    told.append(Mark(start, end))
        return found

    def _beginning(self, token: str) -> tuple[str, tuple[_Entry, ...]]:
        """How a token sounds, and the entries that it may begin."""
        heard = self._ear.hears(token)
        stems = (entry for length in range(2, len(heard) + 1) for entry in self._stems.get(heard[:length], ()))
        return heard, tuple(dict.fromkeys((*self._exact.get(heard, ()), *stems)))


def spelled_row(row: str) -> tuple[str, ...]:
    """The words of one entry, in the spelling that messages are read in."""
    return tuple(
        plain for word in row.split("_") for plain in ([word] if word.endswith("*") else spelled(word) or [word])
    )


class Signs:
    """All signs, found by the notions that they cannot do without."""

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """`rows` are (label, kinds, lines); empty lines and lines opening with # are skipped."""
        self.all = tuple(
            _sign(label, frozenset(kinds.split()), line)
            for label, kinds, block in rows
            for line in map(str.strip, block.splitlines())
            if line and not line.startswith("#")
        )
        usage = Counter(name for sign in self.all for term in sign.terms for name in term)
        self._by_notion: dict[str, list[int]] = defaultdict(list)
        for at, sign in enumerate(self.all):
            for name in min(sign.terms, key=lambda term: sum(usage[name] for name in term)):
                self._by_notion[name].append(at)

    def sightings(self, marks: Marks, sentences: Sequence[tuple[int, int]]) -> Iterator[Sighting]:
        """Every place where a sign's notions stand near each other, without overlap among them.

        `sentences` are, for each token, where its sentence starts and ends; what must be absent may stand beyond.
        """
        near_by = {at for name in marks for at in self._by_notion.get(name, ())}
        for at in sorted(near_by):
            sign = self.all[at]
            if all(not term.isdisjoint(marks) for term in sign.terms):
                yield from _sightings(sign, marks, sentences)


def _sign(label: str, kinds: frozenset[str], line: str) -> Sign:
    parts = line.split()
    terms = tuple(frozenset(part.split("|")) for part in parts if part[0] not in "-~")
    absent = frozenset(part[1:] for part in parts if part[0] == "-" and not part.endswith(">"))
    not_after = frozenset(part[1:-1] for part in parts if part[0] == "-" and part.endswith(">"))
    near = next((int(part[1:]) for part in parts if part[0] == "~"), NEAR)
    return Sign(label, kinds, terms, absent, not_after, near, line)


def _sightings(sign: Sign, marks: Marks, sentences: Sequence[tuple[int, int]]) -> Iterator[Sighting]:
    told = sorted((mark, at) for at, term in enumerate(sign.terms) for name in term for mark in marks.get(name, ()))
    last: list[Mark | None] = [None] * len(sign.terms)
    for mark, at in told:
        last[at] = mark
        seen = sorted(one for one in last if one is not None)
        if len(seen) < len(last) or any(one.end > other.start for one, other in pairwise(seen)):
            continue
        start, end = seen[0].start, seen[-1].end
        covered = sum(one.end - one.start for one in seen)
        if end - start - covered > sign.near:
            continue
        before = min(NEAR, start - sentences[start][0]) if start < end else 0
        after = min(NEAR, sentences[end - 1][1] - end) if start < end else 0
        if any(near(marks, name, start, end, before=before, after=after) for name in sign.absent):
            continue
        if not any(near(marks, name, start, end, before=0, after=after) for name in sign.not_after):
            yield Sighting(sign, start, end)


def near(marks: Marks, name: str, start: int, end: int, *, before: int = NEAR, after: int = NEAR) -> bool:
    """Whether the notion is told at most so many words before `start` or after `end`, or within."""
    told = marks.get(name, ())
    at = bisect_left(told, (start - before,), key=lambda mark: (mark.start,))
    return at < len(told) and told[at].start <= end + after - 1


def _clause_starts(words: Words) -> list[int]:
    starts = [0] * len(words.tokens)
    for clause in words.clauses:
        for at in range(clause.start, clause.end):
            starts[at] = clause.start
    return starts


def _row_end(heard: Sequence[str], at: int, rest: Sequence[str]) -> int:
    """Where a row whose first word stands before `at` ends; 0 when it does not go on as told."""
    for want in rest:
        skipped = 0
        while at < len(heard) and not _is(heard[at], want):
            if heard[at] not in LINKS or skipped == _SKIPPED:
                return 0
            skipped += 1
            at += 1
        if at == len(heard):
            return 0
        at += 1
    return at


def _is(heard: str, want: str) -> bool:
    return heard.startswith(openings(want)) if want.endswith("*") else heard == want


def _denied(tokens: Sequence[str], opened: int, start: int, *, deed: bool) -> bool:
    """Whether only helping words stand between the notion and a "não" before it in its clause."""
    if tokens[start] in DENIALS:
        return False
    for at in range(start - 1, max(opened, start - 1 - _LOOK_BACK) - 1, -1):
        if tokens[at] == "nem" and at and tokens[at - 1] == "que":
            return False  # "que nem torneira": like a tap
        if (tokens[at] in DENIALS and (deed or tokens[at] != "num")) or (
            tokens[at] == "no" and tokens[at + 1] in SPANISH_VERBS
        ):
            return True
        if tokens[at] not in AUXILIARIES and not tokens[at].startswith(ABLE):
            return False
    return False
