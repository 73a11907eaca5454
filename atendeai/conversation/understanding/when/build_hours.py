"""Builders of the grammar for hours and parts of the day."""

from __future__ import annotations

from collections.abc import Callable

from atendeai.conversation.understanding.when.build import said
from atendeai.conversation.understanding.when.build_stretches import days_between
from atendeai.conversation.understanding.when.grammar import Builder, Built
from atendeai.conversation.understanding.when.hours import clock
from atendeai.conversation.understanding.when.nodes import (
    Amount,
    Aside,
    Clock,
    ClockSpan,
    DayNumber,
    Node,
    Number,
    Part,
    PastTense,
)

NOON, MIDNIGHT = Clock(12, 0, fixed=True), Clock(0, 0, fixed=True)
_ROUND_MINUTES = frozenset({5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55})


def announced(build: Builder) -> Builder:
    """Keeps the "as" that announced an hour, for "das 9 às 11" needs it."""

    def keeping(*found: Node) -> Built:
        node = build(*found)
        return said("as", node) if isinstance(node, Node) else None

    return keeping


# One hour


def hour(number: Number) -> Clock | None:
    return clock(number.value) if number.value <= 24 else None


def hour_of(number: Number | Clock) -> Clock | None:
    return number if isinstance(number, Clock) else hour(number)


def hour_after(word: str, number: Number) -> Built:
    """ "até 2 horas", "depois de 9h"."""
    at = hour(number)
    return said(word, at) if at else None


def minutes_after(word: str, number: Number, minutes: Number) -> Built:
    """ "até 17h30", "depois das 17 horas e 30"."""
    at = clock(number.value, minutes.value)
    return said(word, at) if at else None


def half_after(word: str, number: Number) -> Built:
    at = clock(number.value, 30)
    return said(word, at) if at else None


def about(word: str, number: Number) -> Built:
    """ "até umas 10"."""
    return said(word, "as", number)


def about_before(number: Number, follower: str) -> Built:
    """ "tipo umas 7"."""
    return said("as", number, follower)


def hour_on_the_dial(number: Number) -> Built:
    """ "14h"; "24h" is a duration."""
    if number.value < 24:
        return hour(number)
    return Amount(number.value, "hour") if number.value < 240 else None


def hours_or_duration(number: Number) -> Built:
    """ "15 horas" is an hour of the day, "2 horas" how long something lasts."""
    if number.value == 0 or 7 <= number.value < 24:
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
    at = hour_of(target)
    if at is None or not 0 < minutes.value < 60:
        return None
    before = (at.hour * 60 + at.minute - minutes.value) % (24 * 60)
    return Clock(before // 60, before % 60, fixed=at.fixed)


def round_minutes_to(minutes: Number, target: Number | Clock) -> Built:
    return minutes_to(minutes, target) if minutes.value in _ROUND_MINUTES else None


def hour_less(target: Number, minutes: Number) -> Built:
    """ "oito menos vinte"."""
    return round_minutes_to(minutes, target)


def minutes_past(minutes: Number, number: Number) -> Built:
    """ "ten past two"."""
    return clock(number.value, minutes.value)


def past_by(minutes: int) -> Callable[[Number], Built]:
    return lambda number: clock(number.value, minutes)


def short_by(minutes: int) -> Callable[[Number], Built]:
    return lambda target: minutes_to(Number(minutes), target)


def spelled_minutes_to(minutes: Number, target: Number) -> Built:
    """ "twenty to ten"; "9 to 11" is a span, and so is "nine to five"."""
    spelled = not minutes.digits and minutes.value in (5, 10, 20, 25)
    return minutes_to(minutes, target) if spelled and target.value <= 12 else None


def minutes_to_noon(minutes: Number) -> Built:
    return minutes_to(minutes, NOON)


def minutes_to_midnight(minutes: Number) -> Built:
    return minutes_to(minutes, MIDNIGHT)


# Spans


def hours_between(first: Number | Clock, last: Number | Clock) -> Built:
    """ "das 9 às 11"; two plain numbers that are no hours are days ("entre 20 e 28")."""
    begin, end = hour_of(first), hour_of(last)
    if begin is not None and end is not None:
        return ClockSpan(begin, end)
    if isinstance(first, Clock) or isinstance(last, Clock) or not first.value < last.value <= 31:
        return None
    return days_between(DayNumber(first.value), DayNumber(last.value))


def between_noon_and(last: Number | Clock) -> Built:
    """ "entre meio-dia e 14h": the "e" joins two ends, not hour and minutes."""
    return said("entre", NOON, "ate", last)


def from_hour(at: Clock) -> Built:
    return ClockSpan(first=at)


def since_hour(at: Clock) -> Built:
    """ "dor desde as 8h" looks back."""
    return said(PastTense(), ClockSpan(first=at))


def since_part(part: Part) -> Built:
    """ "dor desde cedo"."""
    return said(PastTense(), part)


def until_hour(at: Clock) -> Built:
    return ClockSpan(last=at)


def from_number(number: Number) -> Built:
    """ "a partir de 14": an hour when it can be one at work."""
    return ClockSpan(first=hour(number)) if 7 <= number.value <= 21 else None


def hour_or(first: Clock, second: Number) -> Built:
    """ "às 10 ou 11"."""
    at = hour(second)
    return said(first, "ou", at) if at else None


def zoned(at: Clock, _offset: Clock) -> Built:
    """ "16:00:00+03:00"."""
    return at


def second_hour(_first: Clock, second: Number | Clock) -> Built:
    """ "às 10, ou melhor, 11"."""
    return hour_of(second)
