"""Read the parsed pieces once, left to right, noting every moment, what joins it to the one before, and the tense."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct, field

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.reckoning import Mood

# How a moment follows the one before: nothing, a comma or "e", other words, "para", "ou", or a correction.
Joiner = Literal["none", "and", "words", "to", "or", "correction"]

_SILENT = frozenset({"de", "em", "no", "a", "as", "por", "dia", "dias", "so", "[start]", "[end]", "ai"})
_JOINERS: dict[str, Joiner] = {"ou": "or", "/": "or", "e": "and", ",": "and", ";": "and", "para": "to"}
_STOPS = frozenset({".", "?", "!", "mas", "\n"})


class DayFound(NamedTuple):
    node: n.Day | n.Period
    joiner: Joiner
    mood: Mood


class HourFound(NamedTuple):
    """`day` is the index of the day it was said with, the last one before it, if any."""

    node: n.Clock | n.ClockSpan | n.Part
    joiner: Joiner
    mood: Mood
    day: int | None


class Findings(Struct):
    """Everything about time in one message, in the order it was said."""

    days: list[DayFound] = field(default_factory=list)
    hours: list[HourFound] = field(default_factory=list)
    instants: list[n.Instant] = field(default_factory=list)
    weekdays: list[int] = field(default_factory=list)
    excluded: list[n.Node] = field(default_factory=list)
    earliest: bool = False
    anytime: bool = False


def read(pieces: list[n.Piece], mood: Mood) -> Findings:
    """`mood` is where undated days look unless the words themselves look back."""
    return _Reader(mood).read(pieces)


class _Reader:
    def __init__(self, mood: Mood) -> None:
        self._default: Mood = mood
        self._mood: Mood = mood
        self._found = Findings()
        self._day_joiner: Joiner = "none"
        self._hour_joiner: Joiner = "none"

    def read(self, pieces: list[n.Piece]) -> Findings:
        for piece in pieces:
            if piece.node is None:
                self._word(piece.text)
            else:
                self._node(piece.node)
        return self._found

    def _node(self, node: n.Node) -> None:
        found = self._found
        match node:
            case n.Day() | n.Period():
                self._day(node)
            case n.Clock() | n.ClockSpan() | n.Part():
                self._hour(node)
            case n.Instant():
                found.instants.append(node)
            case n.Weekdays(indices=indices):
                found.weekdays.extend(indices)
            case n.Excluded(moment=moment):
                found.excluded.append(moment)
            case n.Earliest():
                found.earliest = True
            case n.Anytime():
                found.anytime = True
            case n.PastTense():
                self._mood = "past"
            case n.Wish():
                self._mood = self._default
                self._join("words")
            case n.Correction():
                self._join("correction")
            case _:
                self._join("words")

    def _day(self, node: n.Day | n.Period) -> None:
        # "ficou marcado para quinta" looks ahead whatever the tense.
        mood = self._default if self._day_joiner == "to" else self._mood
        self._found.days.append(DayFound(node, self._day_joiner, mood))
        self._day_joiner = "none"

    def _hour(self, node: n.Clock | n.ClockSpan | n.Part) -> None:
        day = len(self._found.days) - 1 if self._found.days else None
        self._found.hours.append(HourFound(node, self._hour_joiner, self._mood, day))
        self._hour_joiner = "none"

    def _word(self, text: str) -> None:
        if text in _STOPS:
            self._mood = self._default
            self._join("words")
        elif text not in _SILENT:
            self._join(_JOINERS.get(text, "words"))
            if text == ",":
                self._mood = self._default

    def _join(self, joiner: Joiner) -> None:
        self._day_joiner = _stronger(self._day_joiner, joiner)
        self._hour_joiner = _stronger(self._hour_joiner, joiner)


def _stronger(before: Joiner, now: Joiner) -> Joiner:
    """ "ou" and a correction outlast the words that follow; "para" counts only right before its moment."""
    if before == "correction" or now == "correction":
        return "correction"
    if before == "or" or now == "or":
        return "or"
    if now == "to":
        return "to"
    return "words" if "words" in (before, now) or before == "to" else now
