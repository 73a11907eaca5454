"""A small rule language: patterns over pieces, applied layer by layer, left to right, in linear time.

A pattern is words separated by blanks. `dia` is that word, `em|no` either word, `$next` a named set of words, `Day` any
piece whose node is a `Day`, `Day|Period` either, `_` any piece; a final `?` makes it optional, parentheses capture the
word. Nodes and captured words go to the builder in order (None for an absent optional one). A builder returns a node, a
tuple of pieces, or None to refuse. Each pattern has bounded length, hence each position costs bounded time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from atendeai.conversation.understanding.when.nodes import Node, Piece

Built = Node | tuple[Piece, ...] | None
Builder = Callable[..., Built]
RuleText = tuple[str, Builder]
_Captures = tuple[Any, ...]


class Element(NamedTuple):
    words: frozenset[str]
    kinds: tuple[type[Node], ...]
    optional: bool
    captures_word: bool
    anything: bool

    def accepts(self, piece: Piece) -> bool:
        return self.anything or piece.text in self.words or isinstance(piece.node, self.kinds)

    def capture(self, piece: Piece | None) -> _Captures:
        if self.captures_word:
            return (piece.text if piece else None,)
        if self.kinds:
            return (piece.node if piece else None,)
        return ()


class Rule(NamedTuple):
    pattern: tuple[Element, ...]
    build: Builder


class Layer:
    """Rules tried in order at every position; the first that matches and builds rewrites its pieces."""

    def __init__(
        self, rules: Iterable[RuleText], vocabulary: Mapping[str, str], kinds: Mapping[str, type[Node]]
    ) -> None:
        self.rules = tuple(Rule(_compile(text, vocabulary, kinds), build) for text, build in rules)
        self._by_word: dict[str, set[int]] = {}
        self._by_kind: dict[type[Node], set[int]] = {}
        for place, rule in enumerate(self.rules):
            for element in _openings(rule.pattern):
                for word in element.words:
                    self._by_word.setdefault(word, set()).add(place)
                for kind in element.kinds:
                    self._by_kind.setdefault(kind, set()).add(place)
        self._starting: dict[tuple[str, type[Node] | None], tuple[Rule, ...]] = {}

    def rewrite(self, pieces: Sequence[Piece]) -> list[Piece]:
        rewritten: list[Piece] = []
        at = 0
        while at < len(pieces):
            built, at = self._step(pieces, at)
            rewritten.extend(built)
        return rewritten

    def _step(self, pieces: Sequence[Piece], at: int) -> tuple[Sequence[Piece], int]:
        for rule in self._starting_with(pieces[at]):
            found = _match(rule.pattern, pieces, at)
            if found is None:
                continue
            end, captures = found
            built = rule.build(*captures)
            if built is not None:
                return (built if isinstance(built, tuple) else (Piece("", built),)), end
        return pieces[at : at + 1], at + 1

    def _starting_with(self, piece: Piece) -> tuple[Rule, ...]:
        """The rules whose pattern may begin with `piece`; no pattern begins with `_`."""
        key = (piece.text if piece.text in self._by_word else "", type(piece.node) if piece.node else None)
        rules = self._starting.get(key)
        if rules is None:
            places = set(self._by_word.get(piece.text, ()))
            for kind in type(piece.node).__mro__:
                places |= self._by_kind.get(kind, set())
            rules = tuple(self.rules[place] for place in sorted(places))
            self._starting[key] = rules
        return rules


def _openings(pattern: Sequence[Element]) -> Sequence[Element]:
    """The elements a match may begin with: the first, and those after leading optional ones."""
    mandatory = next(at for at, element in enumerate(pattern) if not element.optional)
    return pattern[: mandatory + 1]


def _match(pattern: Sequence[Element], pieces: Sequence[Piece], at: int) -> tuple[int, _Captures] | None:
    if not pattern:
        return at, ()
    element, rest = pattern[0], pattern[1:]
    if at < len(pieces) and element.accepts(pieces[at]):
        found = _match(rest, pieces, at + 1)
        if found is not None:
            return found[0], element.capture(pieces[at]) + found[1]
    if not element.optional:
        return None
    found = _match(rest, pieces, at)
    return None if found is None else (found[0], element.capture(None) + found[1])


def _compile(text: str, vocabulary: Mapping[str, str], kinds: Mapping[str, type[Node]]) -> tuple[Element, ...]:
    return tuple(_element(part, vocabulary, kinds) for part in text.split())


def _element(part: str, vocabulary: Mapping[str, str], kinds: Mapping[str, type[Node]]) -> Element:
    optional = part.endswith("?") and part != "?"
    part = part.removesuffix("?") if optional else part
    captures_word = len(part) > 2 and part.startswith("(") and part.endswith(")")
    part = part[1:-1] if captures_word else part
    words: set[str] = set()
    classes: list[type[Node]] = []
    for name in part.split("|"):
        if name.startswith("$"):
            words.update(vocabulary[name[1:]].split())
        elif name[:1].isupper():
            classes.append(kinds[name])
        else:
            words.add(name)
    return Element(frozenset(words), tuple(classes), optional, captures_word, part == "_")
