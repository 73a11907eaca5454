"""Names found in a message: the longest known phrase at each place, and rare words one slip away from a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from atendeai.conversation.understanding.words import KNOWN

V = TypeVar("V")


class Mention(NamedTuple, Generic[V]):
    """Tokens `start:end` name `value`; `exact` is False for a mended misspelling."""

    start: int
    end: int
    value: V
    exact: bool


class Gazetteer(Generic[V]):
    """Phrases of one or more tokens, each with one value; the first value given to a phrase stays."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], V]], *, shortest_fuzzy: int = 5) -> None:
        self._values: dict[tuple[str, ...], V] = {}
        for phrase, value in entries:
            if phrase:
                self._values.setdefault(phrase, value)
        lengths: dict[str, set[int]] = defaultdict(set)
        for phrase in self._values:
            lengths[phrase[0]].add(len(phrase))
        self._lengths = {first: sorted(sizes, reverse=True) for first, sizes in lengths.items()}
        self._fuzzy = [phrase[0] for phrase in self._values if len(phrase) == 1 and len(phrase[0]) >= shortest_fuzzy]

    def __contains__(self, phrase: tuple[str, ...]) -> bool:
        return phrase in self._values

    def find(self, tokens: Sequence[str], *, fuzzy: bool = True) -> list[Mention[V]]:
        """Mentions from left to right, none overlapping."""
        found: list[Mention[V]] = []
        at = 0
        while at < len(tokens):
            mention = self._exact(tokens, at) or (self._near(tokens[at], at) if fuzzy else None)
            if mention is not None:
                found.append(mention)
            at = mention.end if mention else at + 1
        return found

    def _exact(self, tokens: Sequence[str], at: int) -> Mention[V] | None:
        for size in self._lengths.get(tokens[at], ()):
            phrase = tuple(tokens[at : at + size])
            if phrase in self._values:
                return Mention(at, at + size, self._values[phrase], True)
        return None

    def _near(self, token: str, at: int) -> Mention[V] | None:
        if len(token) < 5 or token in KNOWN or not token.isalpha():
            return None
        allowed = 1 if len(token) < 8 else 2
        near = process.extractOne(token, self._fuzzy, scorer=OSA.distance, score_cutoff=allowed)
        if near is None or near[0][0] != token[0]:
            return None
        return Mention(at, at + 1, self._values[(near[0],)], False)


def phrases(text: str) -> list[tuple[str, ...]]:
    """The `|`-separated phrases of a table line as tokens."""
    return [tuple(part.split()) for part in text.split("|")]
