"""Builders of the grammar for weeks, months, years and parts of them."""

from __future__ import annotations

from collections.abc import Callable

from atendeai.conversation.understanding.when.build import rank, said, year_of
from atendeai.conversation.understanding.when.grammar import Built
from atendeai.conversation.understanding.when.nodes import (
    Day,
    Month,
    MonthFromNow,
    NthWeek,
    NthWeekday,
    Number,
    Ordinal,
    Period,
    RelativeDay,
    Shifted,
    ShortMonth,
    Slice,
    Stretch,
    Term,
    Turn,
    Week,
    Weekday,
    Weekend,
    WeekendOf,
    WeekOf,
    Year,
    YearFromNow,
)
from atendeai.conversation.understanding.when.words import MONTHS, NODES

_OF_THE_MONTH = MonthFromNow(0, rolling=True)
_OF_THE_YEAR = YearFromNow(0, rolling=True)
_TERM_MONTHS = {"bimestre": 2, "trimestre": 3, "quadrimestre": 4, "semestre": 6}


def month_named(name: str) -> Built:
    return Month(MONTHS[name])


def month_turned(turn: Turn) -> Callable[[str], Built]:
    return lambda name: Month(MONTHS[name], turn=turn)


def month_short(month: ShortMonth) -> Built:
    return Month(month.month)


def month_in_year(name: str, year: Number) -> Built:
    return Month(MONTHS[name], year=year_of(year)) if year_of(year) else None


def month_in_year_of(month: ShortMonth | Number, year: Number) -> Built:
    """ "out de 2016", "dez/2026": "dez" is read as ten before it is read as December."""
    named = year_of(year)
    if named is None or (isinstance(month, Number) and month.digits):
        return None
    return Month(month.month if isinstance(month, ShortMonth) else 12, year=named)


def month_abbreviated(word: str, name: str, follower: str) -> Built:
    """ "em set"."""
    month = NODES[name]
    return said(word, Month(month.month), follower) if isinstance(month, ShortMonth) else None


def march_and(march: str, joiner: str, name: str) -> Built:
    """ "março a maio": the other month tells this one from Marco."""
    return said(Month(MONTHS[march]), joiner, Month(MONTHS[name]))


and_march = march_and


def months_between(first: ShortMonth, last: ShortMonth, year: Number | None = None) -> Built:
    """ "jan-mar", "abr a jun de 2026"."""
    named = None if year is None else year_of(year)
    if year is not None and named is None:
        return None
    return Stretch(Month(first.month, year=named), Month(last.month, year=named))


def end_of_month(name: str) -> Built:
    """ "últimos dias de março"."""
    return Slice(2, 3, Month(MONTHS[name]))


def month_of_year(years: int) -> Callable[[str], Built]:
    """ "maio do ano que vem"; `years` counts from this one."""
    return lambda name: Month(MONTHS[name], years=years)


def month_after(word: str, name: str) -> Built:
    """ "em março": the word before tells the month from Marco."""
    return said(word, Month(MONTHS[name]))


def year(number: Number) -> Built:
    named = year_of(number)
    return Year(named) if named else None


def year_after(word: str, number: Number) -> Built:
    """ "até 2014"."""
    named = year_of(number)
    return said(word, Year(named)) if named else None


def years_between(first: Number, last: Number) -> Built:
    begin, end = year_of(first), year_of(last)
    return Stretch(Year(begin), Year(end)) if begin and end and begin <= end else None


def week_of(day: Day) -> Built:
    return WeekOf(day)


def nth_week(nth: Ordinal | Weekday, month: Period = _OF_THE_MONTH) -> Built:
    return NthWeek(rank(nth), month) if rank(nth) <= 5 else None


def nth_week_after(month: Period, nth: Ordinal | Weekday) -> Built:
    """ "mês que vem, na primeira semana"."""
    return nth_week(nth, month)


def last_week_of(week: Week, month: Period = _OF_THE_MONTH) -> Built:
    """ "última semana" was read as last week until the month came."""
    return NthWeek(-1, month) if week.shift == -1 else None


def third(index: int) -> Callable[[Period], Built]:
    return lambda whole: Slice(index, 3, whole)


def sixth(index: int) -> Callable[[Period], Built]:
    return lambda whole: Slice(index, 6, whole)


def until_end_of(whole: Period) -> Built:
    """ "até o fim da semana" takes in its last day."""
    return said("ate", whole)


def rest_of(whole: Period) -> Built:
    """ "resto da semana": from today on."""
    return Stretch(RelativeDay(0), whole)


REST_OF_WEEK = (Stretch(RelativeDay(0), Week(0)),)
REST_OF_MONTH = (Stretch(RelativeDay(0), MonthFromNow(0)),)
REST_OF_YEAR = (Stretch(RelativeDay(0), YearFromNow(0)),)


def term(shift: int) -> Callable[[str], Built]:
    """ "próximo trimestre"."""
    return lambda name: Term(_TERM_MONTHS[name], shift)


def nth_term(nth: Ordinal | Weekday, name: str, year: Period | Number = _OF_THE_YEAR) -> Built:
    """ "terceiro trimestre de 2016"."""
    parts = 12 // _TERM_MONTHS[name]
    index = parts - 1 if rank(nth) == -1 else rank(nth) - 1
    whole = year_of(year) if isinstance(year, Number) else year
    if index >= parts or whole is None:
        return None
    return Slice(index, parts, Year(whole) if isinstance(whole, int) else whole)


def nth_weekend(nth: Ordinal, _weekend: Weekend, month: Period = _OF_THE_MONTH) -> Built:
    """ "primeiro fim de semana de março"."""
    saturday = NthWeekday(nth.value, 5, month)
    return Stretch(saturday, Shifted(1, "day", saturday)) if nth.value <= 5 else None


def last_weekend(weekend: Weekend, month: Period = _OF_THE_MONTH) -> Built:
    """ "último fim de semana" was read as the one gone by until the month came."""
    return nth_weekend(Ordinal(-1), weekend, month) if weekend.turn == "last" else None


def weekend_of(_weekend: Weekend, week: Period) -> Built:
    return WeekendOf(week)


def fortnight(half: Ordinal | Weekday, month: Period = _OF_THE_MONTH) -> Built:
    return Slice(1 if rank(half) in (2, -1) else 0, 2, month)
