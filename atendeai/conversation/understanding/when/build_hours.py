"""Builders of the grammar for hours and parts of the day."""

from __future__ import annotations

from collections.abc import Callable

from atendeai.conversation.understanding.when.build import said
from atendeai.conversation.understanding.when.build_days import days_between
from atendeai.conversation.understanding.when.grammar import Builder, Built
from atendeai.conversation.understanding.when.lexer import clock
from atendeai.conversation.understanding.when.nodes import (
    Amount,
    Aside,
    Clock,
    ClockSpan,
    DayMonth,
    DayNumber,
    Node,
    Number,
    Pair,
    Part,
    PartName,
    RelativeDay,
)

NOON, MIDNIGHT = Clock(12, 0, fixed=True), Clock(0, 0, fixed=True)
_ROUND_MINUTES = frozenset({5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55})
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


def announced(build: Builder) -> Builder:
    """Keeps the "as" that announced an hour, for "das 9 às 11" needs it."""

    def keeping(*found: Node) -> Built:
        node = build(*found)
        return said("as", node) if isinstance(node, Node) else None

    return keeping


# One hour


def hour(number: Number) -> Clock | None:
    return clock(number.value) if number.value <= 24 else None


def _hour_of(number: Number | Clock) -> Clock | None:
    return number if isinstance(number, Clock) else hour(number)


def hour_after(word: str, number: Number) -> Built:
    """ "até 2 horas", "depois de 9h"."""
    at = hour(number)
    return said(word, at) if at else None


def hour_on_the_dial(number: Number) -> Built:
    """ "14h"; "24h" is a duration."""
    if number.value < 24:
        return hour(number)
    return Amount(number.value, "hour") if number.value < 240 else None


def hours_or_duration(number: Number) -> Built:
    """ "15 horas" is an hour of the day, "2 horas" how long something lasts."""
    if 7 <= number.value < 24:
        return hour(number)
    return Amount(number.value, "hour") if number.value < 240 else None


def loosely(number: Number) -> Built:
    """ "oito e pouco"."""
    at = clock(number.value)
    return Clock(at.hour, 0, fixed=at.fixed, loose=True) if at else None


def as_it_is(at: Clock) -> Built:
    return at


# Hours and minutes


def hour_and_minutes(number: Number, minutes: Number) -> Built:
    return clock(number.value, minutes.value)


def glued_minutes(number: Number, minutes: Number) -> Built:
    """ "14h30": the minutes have two figures."""
    return clock(number.value, minutes.value) if minutes.digits == 2 else None


def round_minutes(number: Number, minutes: Number) -> Built:
    """ "três e quinze" without any word that announces an hour."""
    return clock(number.value, minutes.value) if minutes.value in _ROUND_MINUTES else None


def half_past(number: Number) -> Built:
    return clock(number.value, 30)


def half_past_or_duration(number: Number) -> Built:
    """ "14h e meia", not "uma hora e meia" of something."""
    return clock(number.value, 30) if 7 <= number.value < 24 else Aside()


def minutes_or_duration(number: Number, minutes: Number) -> Built:
    return clock(number.value, minutes.value) if 7 <= number.value < 24 else Aside()


def noon_and(minutes: Number) -> Built:
    return clock(12, minutes.value)


def midnight_and(minutes: Number) -> Built:
    return clock(0, minutes.value)


def minutes_to(minutes: Number, target: Number | Clock) -> Built:
    """ "quinze para as três"."""
    at = _hour_of(target)
    if at is None or not 0 < minutes.value < 60:
        return None
    before = (at.hour * 60 + at.minute - minutes.value) % (24 * 60)
    return Clock(before // 60, before % 60, fixed=at.fixed)


def round_minutes_to(minutes: Number, target: Number | Clock) -> Built:
    return minutes_to(minutes, target) if minutes.value in _ROUND_MINUTES else None


def minutes_to_noon(minutes: Number) -> Built:
    return minutes_to(minutes, NOON)


def minutes_to_midnight(minutes: Number) -> Built:
    return minutes_to(minutes, MIDNIGHT)


# Halves and parts of the day


def before_noon(number: Number | Clock) -> Built:
    return _on_half(number, evening=False)


def past_noon(number: Number | Clock) -> Built:
    return _on_half(number, evening=True)


def _on_half(number: Number | Clock, *, evening: bool) -> Built:
    at = _hour_of(number)
    if at is None or at.hour > 12:
        return at
    return Clock(at.hour % 12 + (12 if evening else 0), at.minute, fixed=True)


def in_part(number: Number | Clock, part: Part) -> Built:
    """ "duas da tarde"; a bare number above 12 is no hour here ("dia 15 de manhã")."""
    at = _hour_of(number) if isinstance(number, Clock) or number.value <= 12 else None
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


def pair_in_hours(pair: Pair) -> Built:
    return pair_of_hours(pair) or dotted_hour(pair)


def bare_pair(pair: Pair) -> Built:
    """ "12-08" and "12.08" are days; "15.30" can only be an hour."""
    if 1 <= pair.second <= 12 and (pair.sign == "-" or pair.second_digits == 2):
        return DayMonth(pair.first, pair.second)
    return dotted_hour(pair) if pair.first >= 7 else None


# Spans


def hours_between(first: Number | Clock, last: Number | Clock) -> Built:
    """ "das 9 às 11"; two plain numbers that are no hours are days ("entre 20 e 28")."""
    begin, end = _hour_of(first), _hour_of(last)
    if begin is not None and end is not None:
        return ClockSpan(begin, end)
    if isinstance(first, Clock) or isinstance(last, Clock) or not first.value < last.value <= 31:
        return None
    return days_between(DayNumber(first.value), DayNumber(last.value))


def from_hour(at: Clock) -> Built:
    return ClockSpan(first=at)


def until_hour(at: Clock) -> Built:
    return ClockSpan(last=at)


def from_number(number: Number) -> Built:
    """ "a partir de 14": an hour when it can be one at work."""
    return ClockSpan(first=hour(number)) if 7 <= number.value <= 21 else None


def second_hour(_first: Clock, second: Number | Clock) -> Built:
    """ "às 10, ou melhor, 11"."""
    return _hour_of(second)
