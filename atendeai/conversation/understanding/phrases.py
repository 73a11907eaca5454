"""Phrase tables: readable patterns over words, found by whole words and never inside one.

A pattern is words separated by spaces. `a|b` is either, `agend*` any word that opens so, `x?` may be absent,
`..` up to three words between, `...` up to six, `a_b` two words in one alternative, `@name` a named list,
`^` and `$` the clause's ends, `{q}` only in a question, `{s}` only in a statement.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from atendeai.conversation.understanding.words import spelled

_GAPS = {"..": 3, "...": 6}
_JOIN = re.compile(r"\|\s+")  # a long line of alternatives may go on below


class Phrase(NamedTuple):
    """`weight` is how surely the pattern alone means `label`, 0..1; 0 speaks against it."""

    label: str
    weight: float
    pattern: re.Pattern[str]
    question: bool | None
    says_no: bool
    source: str


class Found(NamedTuple):
    phrase: Phrase
    start: int
    end: int


class _Element(NamedTuple):
    alternatives: tuple[tuple[str, ...], ...]
    optional: bool

    @property
    def regex(self) -> str:
        words = "|".join("".join(_word(w) for w in alternative) for alternative in self.alternatives)
        return f"(?:{words}){'?' if self.optional else ''}"


class Table:
    """Compiled phrases, indexed by the rarest word that each cannot do without."""

    def __init__(self, rows: Sequence[tuple[str, float, str]], macros: Mapping[str, str]) -> None:
        """`rows` are (label, weight, lines of patterns); empty lines and lines opening with # are skipped."""
        parsed = [
            (label, weight, line, _parse(line, macros))
            for label, weight, block in rows
            for line in map(str.strip, _JOIN.sub("|", block).splitlines())
            if line and not line.startswith("#")
        ]
        usage = Counter(key for *_, elements in parsed for key in _keys(elements))
        self._exact: dict[str, list[Phrase]] = defaultdict(list)
        self._stems: dict[str, list[Phrase]] = defaultdict(list)
        for label, weight, line, elements in parsed:
            phrase = _compile(label, weight, line, elements)
            for key in min(_anchors(elements), key=lambda keys: sum(usage[k] for k in keys)):
                target = self._stems if key.endswith("*") else self._exact
                target[key.rstrip("*")].append(phrase)
        self.words = frozenset(key for key in usage if not key.endswith("*"))

    def find(self, text: str, tokens: Sequence[str], *, question: bool) -> Iterator[Found]:
        """Every phrase in `text` (" a b c ", the joined `tokens`), each at its first place."""
        for phrase in self._candidates(tokens):
            if phrase.question is None or phrase.question is question:
                match = phrase.pattern.search(text)
                if match is not None:
                    yield Found(phrase, match.start(), match.end())

    def _candidates(self, tokens: Sequence[str]) -> list[Phrase]:
        found: dict[int, Phrase] = {}
        for token in dict.fromkeys(tokens):
            for phrase in self._exact.get(token, ()):
                found[id(phrase)] = phrase
            for length in range(3, len(token) + 1):
                for phrase in self._stems.get(token[:length], ()):
                    found[id(phrase)] = phrase
        return list(found.values())


def _parse(line: str, macros: Mapping[str, str]) -> list[_Element | str]:
    elements: list[_Element | str] = []
    for part in line.split():
        if part in _GAPS or part in {"^", "$", "{q}", "{s}"}:
            elements.append(part)
            continue
        optional = part.endswith("?")
        part = part.rstrip("?")
        named = (macros[a[1:]] if a.startswith("@") else a for a in part.split("|"))
        elements.append(_Element(tuple(_alternative(a) for text in named for a in text.split("|")), optional))
    return elements


def _alternative(text: str) -> tuple[str, ...]:
    return tuple(
        plain
        for word in text.strip().replace("_", " ").split()
        for plain in ([word] if word.isupper() or word.endswith("*") else spelled(word))
    )


def _keys(elements: Sequence[_Element | str]) -> set[str]:
    return {word for e in elements if isinstance(e, _Element) for alternative in e.alternatives for word in alternative}


def _anchors(elements: Sequence[_Element | str]) -> list[set[str]]:
    """For each element that must be there, a set of words one of which must then be there."""
    return [
        {alternative[-1] for alternative in e.alternatives}
        for e in elements
        if isinstance(e, _Element) and not e.optional
    ]


def _compile(label: str, weight: float, line: str, elements: Sequence[_Element | str]) -> Phrase:
    regex, question = "", None
    for element in elements:
        match element:
            case "{q}" | "{s}":
                question = element == "{q}"
            case "^":
                regex += r"\A "
            case "$":
                regex += r"\Z"
            case str():
                regex += rf"(?:\S+ ){{0,{_GAPS[element]}}}?"
            case _:
                regex += element.regex
    opened = regex if regex.startswith(r"\A ") else f"(?<= ){regex}"
    says_no = "nao" in line.split()[0].split("|") or line.split()[0] in {"nao", "@no"}
    return Phrase(label, weight, re.compile(opened), question, says_no, line)


def _word(word: str) -> str:
    return rf"{re.escape(word[:-1])}\S* " if word.endswith("*") else f"{re.escape(word)} "
