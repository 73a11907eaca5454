"""Builders of the grammar for days of a month."""

from __future__ import annotations

from collections.abc import Callable

from atendeai.conversation.understanding.when.build import said, year_of
from atendeai.conversation.understanding.when.grammar import Built
from atendeai.conversation.understanding.when.nodes import (
    Aside,
    Day,
    DayMonth,
    DayNumber,
    Month,
    MonthFromNow,
    NthDay,
    Number,
    Ordinal,
    Part,
    PastTense,
    Period,
    ShortMonth,
    Weekdays,
    Wish,
    Year,
    YearFromNow,
)
from atendeai.conversation.understanding.when.words import MONTHS, NODES

_OF_THE_MONTH = MonthFromNow(0, rolling=True)


# Days of a month


def day_month(day: Number | Ordinal, month: ShortMonth | Number) -> Built:
    return DayMonth(day.value, month_of(month)) if 0 < day.value < 100 else None


def day_month_year(day: Number | Ordinal, month: ShortMonth | Number, year: Number) -> Built:
    return DayMonth(day.value, month_of(month), year_of(year)) if 0 < day.value < 100 and year_of(year) else None


def day_month_short_year(day: Number | Ordinal, month: ShortMonth | Number, year: Number) -> Built:
    return DayMonth(day.value, month_of(month), year.value) if year.digits == 2 and 0 < day.value < 100 else None


def day_month_of_year(years: int) -> Callable[[Number | Ordinal, ShortMonth | Number], Built]:
    """ "12 de maio do ano que vem"; `years` counts from this one."""
    return lambda day, month: DayNumber(day.value, Month(month_of(month), years=years))


def day_of_december(day: Number | Ordinal) -> Built:
    return DayMonth(day.value, 12) if 0 < day.value < 100 else None


def day_of_december_before(day: Number, follower: str) -> Built:
    """ "10 dez"; in words two numbers are no date."""
    return said(DayMonth(day.value, 12), follower) if day.digits and 0 < day.value <= 31 else None


def month_day(month: str, day: Number) -> Built:
    """ "agosto 12"."""
    return DayMonth(day.value, MONTHS[month]) if 0 < day.value <= 31 else None


def abbreviated_month_day(month: str, day: Number) -> Built:
    """ "jul 22", in figures only."""
    node = NODES[month]
    return day_month(day, node) if isinstance(node, ShortMonth) and day.digits and day.value <= 31 else None


def month_of(word: ShortMonth | Number) -> int:
    """ "dez" is read as ten before it is read as December."""
    return word.month if isinstance(word, ShortMonth) else 12


def day_number(day: Number | Ordinal) -> DayNumber | None:
    return DayNumber(day.value) if 0 < day.value <= 31 else None


def day_number_of(day: Number | Ordinal, month: Period) -> Built:
    return DayNumber(day.value, month) if 0 < day.value <= 31 else None


def day_number_behind(day: Number) -> Built:
    """ "no último dia 10" looks back, and nothing after it does."""
    return said(PastTense(), DayNumber(day.value), Wish()) if 0 < day.value <= 31 else None


def as_it_is(day: Day) -> Built:
    """ "dia 12 de março", "dia de Natal"."""
    return day


def nth_day(nth: Ordinal, period: Period = _OF_THE_MONTH) -> Built:
    """ "último dia do mês"."""
    return NthDay(nth.value, period)


def nth_day_of_year(nth: Ordinal) -> Built:
    return NthDay(nth.value, YearFromNow(0, rolling=True))


def nth_day_in_year(nth: Ordinal, number: Number) -> Built:
    """ "último dia de 2026"."""
    named = year_of(number)
    return NthDay(nth.value, Year(named)) if named else None


def nth_working_day_of_year(nth: Ordinal, days: Weekdays) -> Built:
    return nth_working_day(nth, days, YearFromNow(0, rolling=True))


def nth_working_day(nth: Ordinal, days: Weekdays, period: Period = _OF_THE_MONTH) -> Built:
    """ "quinto dia útil": the weekdays of a week were read as "dias úteis" before the rank joined them."""
    return NthDay(nth.value, period, working=True) if len(days.indices) == 5 else None


def day_of_numbered_month(day: Number, month: Number) -> Built:
    """ "dia 25 do 12"."""
    alike = bool(day.digits) <= bool(month.digits)
    return DayMonth(day.value, month.value) if alike and 1 <= month.value <= 12 else None


def dated(word: str, number: Number | Ordinal) -> Built:
    """ "dia 12 consulta": the day, not a count."""
    return said(word, number)


def dated_part(word: str, number: Number, part: Part) -> Built:
    """ "dia 5 de manhã": the day, not the hour."""
    return said(word, number, part)


def hour_then_date(hour: Number, day: Number, month: ShortMonth) -> Built:
    """ "às 10 12 de dezembro": the second number is no minutes."""
    return said("as", hour, ",", day, "de", month)


def sign_then_date(sign: str, day: Number, month: ShortMonth) -> Built:
    """ "15h 12 de dezembro"."""
    return said(sign, ",", day, "de", month)


def number_then_day(number: Number, day: Number | Ordinal | DayMonth) -> Built:
    """ "das 9 às 11 dia 12": the first number counts no days."""
    return said(number, ",", "dia", day)


def number_then_period(number: Number, period: str, turn: str) -> Built:
    """ "entre 9 e 11 semana que vem"."""
    return said(number, ",", period, turn)


def every_so_many_hours(day: DayMonth) -> Built:
    """ "de 6/6h" is how often a medicine is taken."""
    return Aside() if day.day == day.month and day.year is None else None


def two_day_numbers(first: Number, second: Number) -> Built:
    one, other = day_number(first), day_number(second)
    return said(one, "ou", other) if one and other else None


def two_days_of_month(first: Number, second: Number, month: ShortMonth) -> Built:
    """ "dia 24 ou 25 de novembro"."""
    return said("dia", first, "de", month, "ou", "dia", second, "de", month)


def three_day_numbers(first: Number, second: Number, third: Number) -> Built:
    one, other, another = day_number(first), day_number(second), day_number(third)
    return said(one, "ou", other, "ou", another) if one and other and another else None
