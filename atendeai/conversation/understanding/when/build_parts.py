"""Builders of the grammar for halves and parts of the day, and for pairs of numbers joined by a sign."""

from __future__ import annotations

from collections.abc import Callable

from atendeai.conversation.understanding.when.build import said
from atendeai.conversation.understanding.when.build_hours import hour_of
from atendeai.conversation.understanding.when.grammar import Built
from atendeai.conversation.understanding.when.hours import clock
from atendeai.conversation.understanding.when.nodes import (
    Clock,
    ClockSpan,
    DayMonth,
    Number,
    Pair,
    Part,
    PartName,
    RelativeDay,
)

_AFTERNOON: frozenset[PartName] = frozenset(
    {"afternoon", "afternoon_start", "afternoon_middle", "afternoon_end", "after_lunch", "lunch"}
)
_EVENING: frozenset[PartName] = frozenset({"evening", "evening_start", "after_work"})
_SLICES: dict[tuple[PartName, str], PartName] = {
    ("morning", "start"): "morning_start",
    ("morning", "middle"): "morning_middle",
    ("morning", "end"): "morning_end",
    ("afternoon", "start"): "afternoon_start",
    ("afternoon", "middle"): "afternoon_middle",
    ("afternoon", "end"): "afternoon_end",
    ("evening", "start"): "evening_start",
}


# Halves and parts of the day


def before_noon(number: Number | Clock) -> Built:
    return _on_half(number, evening=False)


def past_noon(number: Number | Clock) -> Built:
    return _on_half(number, evening=True)


def _on_half(number: Number | Clock, *, evening: bool) -> Clock | None:
    at = _unpunctuated(number) if isinstance(number, Number) and number.digits > 2 else hour_of(number)
    if at is None or at.hour > 12:
        return at
    return Clock(at.hour % 12 + (12 if evening else 0), at.minute, fixed=True)


def _unpunctuated(number: Number) -> Clock | None:
    """ "340pm"."""
    at = clock(*divmod(number.value, 100))
    return at if at and at.hour <= 12 else None


def in_part(number: Number | Clock, part: Part) -> Built:
    """ "duas da tarde"; a bare number above 12 is no hour here ("dia 15 de manhã")."""
    at = hour_of(number) if isinstance(number, Clock) or number.value <= 12 else None
    return None if at is None else parted(at, part)


def minutes_in_part(number: Number, minutes: Number, part: Part) -> Built:
    at = clock(number.value, minutes.value)
    return None if at is None else parted(at, part)


def parted(at: Clock, part: Part) -> Clock:
    """That hour in that part of the day."""
    if at.fixed or at.hour > 12:
        return at
    shifted = at.hour
    if part.name in _AFTERNOON and at.hour < 12:
        shifted += 12
    elif part.name in _EVENING and at.hour >= 5:
        shifted = (at.hour + 12) % 24
    elif part.name == "dawn" and at.hour == 12:
        shifted = 0
    return Clock(shifted, at.minute, fixed=True, loose=at.loose)


def today_in(part: Part) -> Built:
    """ "esta noite"."""
    return said(RelativeDay(0), part)


def night_before(part: Part) -> Built:
    """ "noite passada"; other parts of the day do not pass so."""
    return said(RelativeDay(-1), part) if part.name in ("evening", "dawn") else None


def slice_of_part(which: str) -> Callable[[Part], Built]:
    """ "fim da tarde"; a part that is not divided stays whole."""
    return lambda part: Part(_SLICES.get((part.name, which), part.name))


# Two numbers joined by a sign


def dotted_hour(pair: Pair) -> Built:
    return clock(pair.first, pair.second) if pair.sign == "." and pair.second_digits == 2 else None


def pair_of_hours(pair: Pair) -> Built:
    """ "9-11h"."""
    first, last = clock(pair.first), clock(pair.second)
    return ClockSpan(first, last) if pair.sign == "-" and first and last else None


def minutes_to_hour(hour: Number, pair: Pair) -> Built:
    """ "8h30-12h": the pair is the minutes of one hour and the next."""
    return said(hour, "h", Number(pair.first, 2), "-", Number(pair.second, 2)) if pair.sign == "-" else None


def minutes_or_hour(hour: Number, minutes_and_hour: DayMonth) -> Built:
    """ "7h30/8h"."""
    minutes, other = Number(minutes_and_hour.day, 2), Number(minutes_and_hour.month, 2)
    return said(hour, "h", minutes, "ou", other, "h") if minutes_and_hour.year is None else None


def pair_in_hours(pair: Pair) -> Built:
    return pair_of_hours(pair) or dotted_hour(pair)


def pair_before_noon(pair: Pair) -> Built:
    """ "9-11am"."""
    return _pair_on_half(pair, evening=False)


def pair_past_noon(pair: Pair) -> Built:
    return _pair_on_half(pair, evening=True)


def _pair_on_half(pair: Pair, *, evening: bool) -> Built:
    first, last = clock(pair.first), _on_half(Number(pair.second), evening=evening)
    if pair.sign == ".":
        dotted = clock(pair.first, pair.second)
        return _on_half(dotted, evening=evening) if dotted else None
    return ClockSpan(first, last) if first and last else None


def bare_pair(pair: Pair) -> Built:
    """ "12-08" and "12.08" are days; "15.30" can only be an hour."""
    if 1 <= pair.second <= 12 and (pair.sign == "-" or pair.second_digits == 2):
        return DayMonth(pair.first, pair.second)
    return dotted_hour(pair) if pair.first >= 7 else None
