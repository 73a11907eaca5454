"""Builders of the grammar for weekdays, feasts, and days counted from other days."""

from __future__ import annotations

from collections.abc import Callable

from atendeai.conversation.understanding.when.build import rank, said, year_of
from atendeai.conversation.understanding.when.build_days import day_number
from atendeai.conversation.understanding.when.grammar import Built
from atendeai.conversation.understanding.when.nodes import (
    Agreed,
    Amount,
    Day,
    DayNumber,
    Feast,
    MonthFromNow,
    NthWeekday,
    Number,
    NumberedDay,
    NumberedWeekday,
    Ordinal,
    Period,
    RelativeDay,
    Shifted,
    Turn,
    Weekday,
    WeekdayBeside,
    WeekdayOf,
    WeekOf,
    Year,
    YearFromNow,
)

_OF_THE_MONTH = MonthFromNow(0, rolling=True)


# Weekdays


def turned(turn: Turn) -> Callable[[Weekday], Built]:
    return lambda weekday: Weekday(weekday.index, turn)


def numbered_weekday(weekday: Weekday, number: Number) -> Built:
    return NumberedWeekday(weekday.index, number.value) if number.digits and 0 < number.value <= 31 else None


def numbered_day(day: RelativeDay, number: Number, follower: str) -> Built:
    """ "amanhã 16": a bare number that ends its clause."""
    return said(NumberedDay(day.days, number.value), follower) if 0 < number.value <= 31 else None


def weekday_of(weekday: Weekday, week: Period) -> Built:
    return WeekdayOf(weekday.index, week)


def nth_weekday(nth: Ordinal | Weekday, weekday: Weekday, month: Period = _OF_THE_MONTH) -> Built:
    return NthWeekday(rank(nth), weekday.index, month) if rank(nth) <= 5 else None


def weekday_in_weeks(ahead: Shifted, weekday: Weekday) -> Built:
    """ "daqui a duas semanas, na quarta"."""
    return WeekdayOf(weekday.index, WeekOf(ahead)) if ahead.unit == "week" and ahead.origin is None else None


def weeks_on_weekday(weekday: Weekday, ahead: Shifted) -> Built:
    return weekday_in_weeks(ahead, weekday)


def weekdays_ahead(number: Number, weekday: Weekday) -> Built:
    """ "daqui a duas segundas": the second one from now."""
    return Shifted(7 * (number.value - 1), "day", Weekday(weekday.index)) if 0 < number.value <= 20 else None


def weekdays_ago(number: Number, weekday: Weekday) -> Built:
    return Shifted(-7 * (number.value - 1), "day", Weekday(weekday.index, "last")) if 0 < number.value <= 20 else None


def weekday_after(weekday: Weekday, day: Day) -> Built:
    """ "sexta depois do dia 10"."""
    return WeekdayBeside(weekday.index, day, 1)


def weekday_before(weekday: Weekday, day: Day) -> Built:
    return WeekdayBeside(weekday.index, day, -1)


def nth_weekday_of_year(nth: Ordinal, weekday: Weekday) -> Built:
    """ "última segunda do ano"."""
    return nth_weekday(nth, weekday, YearFromNow(0, rolling=True))


def nth_weekday_in_year(nth: Ordinal, weekday: Weekday, number: Number) -> Built:
    """ "primeira segunda de 2026"."""
    named = year_of(number)
    return nth_weekday(nth, weekday, Year(named)) if named else None


def weekday_and_tuesday(weekday: Weekday) -> Built:
    return said(weekday, "ou", Weekday(1))


def tuesday_and_weekday(weekday: Weekday) -> Built:
    return said(Weekday(1), "ou", weekday)


def agreed(weekday: Weekday, day: Day) -> Built:
    return Agreed(weekday.index, day)


def agreed_after(day: Day, weekday: Weekday) -> Built:
    return Agreed(weekday.index, day)


def agreed_number(weekday: Weekday, number: Number) -> Built:
    return Agreed(weekday.index, DayNumber(number.value)) if number.digits and 0 < number.value <= 31 else None


def agreed_ordinal(weekday: Weekday, day: Ordinal) -> Built:
    """ "Friday the 11th"."""
    return Agreed(weekday.index, DayNumber(day.value)) if 0 < day.value <= 31 else None


# Feasts, and days counted from other days


def feast(name: str) -> Callable[[], Built]:
    return lambda: Feast(name)


def feast_on(_feast: Feast, day: Day | Number) -> Built:
    """ "feriado de 15 de novembro", "feriado do dia 15"."""
    return day_number(day) if isinstance(day, Number) else day


def feast_years_on(day: Feast, year: YearFromNow) -> Built:
    return Feast(day.name, years=year.shift)


def feast_in(day: Feast, year: Number) -> Built:
    return Feast(day.name, year=year_of(year)) if year_of(year) else None


def eve(day: Day) -> Built:
    return Shifted(-1, "day", day)


def after_day(span: Amount, day: Day) -> Built:
    return Shifted(span.value, span.unit, day) if span.unit not in ("minute", "hour") else None


def before_day(span: Amount, day: Day) -> Built:
    return Shifted(-span.value, span.unit, day) if span.unit not in ("minute", "hour") else None


def after_relative(days: int) -> Callable[[Amount], Built]:
    """ "três dias depois de amanhã", heard before "depois de amanhã" is."""
    return lambda span: after_day(span, RelativeDay(days))


def before_relative(days: int) -> Callable[[Amount], Built]:
    return lambda span: before_day(span, RelativeDay(days))


def in_eight(day: Day) -> Built:
    """ "de hoje a oito" counts both ends: a week."""
    return Shifted(7, "day", day)


def in_so_many(day: Day, span: Amount) -> Built:
    """ "segunda a quinze dias"; eight and fifteen days are one and two weeks in this idiom."""
    if span.unit in ("minute", "hour"):
        return None
    inclusive = span.unit == "day" and span.value in (8, 15)
    return Shifted(span.value - inclusive, span.unit, day)


def in_fifteen(day: Day) -> Built:
    return Shifted(14, "day", day)
