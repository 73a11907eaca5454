"""Builders for the idioms of English and Spanish, which become pieces of the one grammar."""

from __future__ import annotations

from collections.abc import Callable

from atendeai.conversation.understanding.when.build import said
from atendeai.conversation.understanding.when.build_days import day_month, day_month_year, month_of
from atendeai.conversation.understanding.when.build_hours import hour_and_minutes
from atendeai.conversation.understanding.when.build_parts import in_part
from atendeai.conversation.understanding.when.build_weekdays import agreed, nth_weekday
from atendeai.conversation.understanding.when.grammar import Built
from atendeai.conversation.understanding.when.nodes import (
    Anytime,
    Clock,
    DayMonth,
    DayNumber,
    Month,
    Node,
    Number,
    Ordinal,
    Part,
    Piece,
    Shifted,
    ShortMonth,
    Slice,
    Unit,
    Weekday,
)
from atendeai.conversation.understanding.when.words import MONTHS, NODES

_MINUTES_AS_SAID = frozenset({5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55})


def kept(*nodes: Node) -> Built:
    """As it stands, safe from the shorter readings below."""
    return said(*nodes)


def kept_rank(rank: Ordinal, weekday: Weekday) -> Built:
    """ "2nd Monday": no second of the month."""
    return said(rank, weekday) if rank.digits else None


def dropped() -> Built:
    return ()


# Numbers


def tens_and_rank(tens: Number, rank: Ordinal) -> Built:
    """ "twenty fifth"."""
    spelled = not tens.digits and tens.value in (20, 30)
    return DayNumber(tens.value + rank.value) if spelled and rank.value < 10 else None


def spelled_pair(first: Number, second: Number) -> Built:
    """ "twenty three", or "ten thirty" on the clock; figures in a row are neither."""
    if first.digits or second.digits:
        return None
    if first.value in (20, 30, 40, 50) and second.value < 10:
        return Number(first.value + second.value)
    fits = first.value <= 12 and second.value in _MINUTES_AS_SAID
    return hour_and_minutes(first, second) if fits else None


def spelled_time_of_three(hour: Number, tens: Number, units: Number) -> Built:
    """ "ten forty five"."""
    minutes = spelled_pair(tens, units)
    return spelled_pair(hour, minutes) if isinstance(minutes, Number) else None


def tens_past(tens: Number, units: Number, hour: Number) -> Built:
    """ "twenty five past nine"."""
    minutes = spelled_pair(tens, units)
    return hour_and_minutes(hour, minutes) if isinstance(minutes, Number) else None


def couple(unit: Unit) -> Built:
    return said(Number(2), unit)


# Hours


def around(number: Number) -> Built:
    """ "around 9"."""
    return said("as", number)


def hour_bound(word: str, number: Number, follower: str) -> Built:
    """ "after 5"."""
    return said(word, "as", number, follower)


def from_to(first: Number, last: Number) -> Built:
    """ "10 to 11"."""
    return said("de", first, "a", last)


def part_bound(word: str, number: Number, part: Part) -> Built:
    """ "before 9 in the morning"."""
    at = in_part(number, part)
    return said(word, at) if isinstance(at, Clock) else None


# Days


def from_now(number: Number, unit: Unit) -> Built:
    """ "two weeks from now"."""
    return said("daqui", "a", number, unit)


def from_weekday(number: Number, unit: Unit, weekday: Weekday) -> Built:
    """ "a week from Friday"."""
    return Shifted(number.value, unit.name, weekday) if unit.name in ("day", "week") and number.value <= 60 else None


def month_first(month: ShortMonth | Number, day: Ordinal | Number, year: Number | None = None) -> Built:
    """ "December 12th, 2026"; "dec" is read as ten, which "dez" in Portuguese may be too."""
    if isinstance(month, Number) or day.value > 31:
        return None
    return day_month(day, month) if year is None else day_month_year(day, month, year)


def month_first_spelled(month: ShortMonth, tens: Number, rank: Ordinal) -> Built:
    """ "December twenty-first"."""
    day = tens_and_rank(tens, rank)
    return DayMonth(day.day, month.month) if isinstance(day, DayNumber) else None


def weekday_date(
    weekday: Weekday, day: Ordinal | Number, month: ShortMonth | Number, year: Number | None = None
) -> Built:
    """ "Friday the 11th of December"."""
    date = day_month(day, month) if year is None else day_month_year(day, month, year)
    return agreed(weekday, date) if isinstance(date, DayMonth) else None


def weekday_month_first(
    weekday: Weekday, month: ShortMonth | Number, day: Ordinal | Number, year: Number | None = None
) -> Built:
    """ "Friday, December 11"."""
    date = month_first(month, day, year)
    return agreed(weekday, date) if isinstance(date, DayMonth) else None


def nth_weekday_in(nth: Ordinal, weekday: Weekday, month: ShortMonth | Number) -> Built:
    """ "the second Tuesday in December"."""
    return nth_weekday(nth, weekday, Month(month_of(month)))


def figured(rank: Ordinal) -> Built:
    """ "12th" is a day wherever it stands; "first" needs company."""
    return DayNumber(rank.value) if rank.digits and 0 < rank.value <= 31 else None


def month_after(word: str, name: str) -> Built:
    """ "in March": the word before tells the month from other words."""
    month = NODES[name]
    full = next(full for full, number in MONTHS.items() if isinstance(month, ShortMonth) and number == month.month)
    return (Piece(word), Piece(full, month))


def day_of_the_month(day: Number | Ordinal) -> Built:
    """ "el 12", "el uno de diciembre"."""
    return said("dia", day) if 0 < day.value <= 31 else None


def third(index: int) -> Callable[[ShortMonth | Number], Built]:
    """ "early December"."""
    return lambda month: Slice(index, 3, Month(month_of(month)))


def any_day_from(weekday: Weekday) -> Built:
    """ "any day from Monday"."""
    return said(Anytime(), "a", "partir", "de", weekday)


def any_day_of_week_but(turn: str) -> Built:
    """ "any day next week but Tuesday"."""
    return said(Anytime(), turn, "semana", "menos")


def day_before_part(weekday: Weekday, number: Number, follower: str) -> Built:
    """ "lunes 7 por la tarde" is a day; an hour would be "a las 7 de la tarde"."""
    return said(weekday, number, ",", follower) if number.digits else None


def moved(_weekday: Weekday, weekday: Weekday) -> Built:
    """ "move it from Monday to Friday"."""
    return said("para", weekday)


def from_then_on(weekday: Weekday) -> Built:
    """ "from Monday on"."""
    return said("a", "partir", "de", weekday)


# Parts of the day


def morning_after(word: str) -> Built:
    """ "por la mañana"."""
    return said(word, Part("morning"))
