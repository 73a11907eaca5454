"""Builders of the grammar for days, periods, and stretches of them."""

from __future__ import annotations

from collections.abc import Callable

from atendeai.conversation.understanding.when.build import rank, said, year_of
from atendeai.conversation.understanding.when.grammar import Built
from atendeai.conversation.understanding.when.nodes import (
    Agreed,
    Amount,
    Day,
    DayMonth,
    DayNumber,
    Feast,
    Month,
    MonthFromNow,
    NthWeek,
    NthWeekday,
    Number,
    NumberedDay,
    NumberedWeekday,
    Ordinal,
    Pair,
    Part,
    PastTense,
    Period,
    RelativeDay,
    Shifted,
    ShortMonth,
    Slice,
    Stretch,
    Turn,
    Week,
    Weekday,
    WeekdayOf,
    WeekOf,
    Year,
    YearFromNow,
)
from atendeai.conversation.understanding.when.words import MONTHS

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


def month_day(month: str, day: Number) -> Built:
    """ "agosto 12"."""
    return DayMonth(day.value, MONTHS[month]) if 0 < day.value <= 31 else None


def month_of(word: ShortMonth | Number) -> int:
    """ "dez" is read as ten before it is read as December."""
    return word.month if isinstance(word, ShortMonth) else 12


def day_number(day: Number | Ordinal) -> DayNumber | None:
    return DayNumber(day.value) if 0 < day.value <= 31 else None


def day_number_of(day: Number | Ordinal, month: Period) -> Built:
    return DayNumber(day.value, month) if 0 < day.value <= 31 else None


def day_of_numbered_month(day: Number, month: Number) -> Built:
    """ "dia 25 do 12"."""
    return DayMonth(day.value, month.value) if month.digits and 1 <= month.value <= 12 else None


def dated(word: str, number: Number | Ordinal) -> Built:
    """ "dia 12 consulta": the day, not a count."""
    return said(word, number)


def dated_part(word: str, number: Number, part: Part) -> Built:
    """ "dia 5 de manhã": the day, not the hour."""
    return said(word, number, part)


def two_day_numbers(first: Number, second: Number) -> Built:
    one, other = day_number(first), day_number(second)
    return said(one, "ou", other) if one and other else None


def three_day_numbers(first: Number, second: Number, third: Number) -> Built:
    one, other, another = day_number(first), day_number(second), day_number(third)
    return said(one, "ou", other, "ou", another) if one and other and another else None


def second_day_number(_first: DayNumber, second: Number) -> Built:
    """ "dia 12, ou melhor, 13"."""
    return day_number(second)


def day_joins_month(first: Number, last: DayMonth | DayNumber) -> Built:
    """ "12 ou 13 de agosto"."""
    return said(_in_month_of(first, last), "ou", last)


def _in_month_of(number: Number | Ordinal, day: DayMonth | DayNumber) -> Day:
    if isinstance(day, DayMonth):
        return DayMonth(number.value, day.month, day.year)
    return DayNumber(number.value, day.month)


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


# Feasts, and days counted from other days


def feast(name: str) -> Callable[[], Built]:
    return lambda: Feast(name)


def feast_on(_feast: Feast, day: Day) -> Built:
    """ "feriado de 15 de novembro"."""
    return day


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


# Periods


def month_named(name: str) -> Built:
    return Month(MONTHS[name])


def month_turned(turn: Turn) -> Callable[[str], Built]:
    return lambda name: Month(MONTHS[name], turn=turn)


def month_short(month: ShortMonth) -> Built:
    return Month(month.month)


def month_in_year(name: str, year: Number) -> Built:
    return Month(MONTHS[name], year=year_of(year)) if year_of(year) else None


def month_of_year(years: int) -> Callable[[str], Built]:
    """ "maio do ano que vem"; `years` counts from this one."""
    return lambda name: Month(MONTHS[name], years=years)


def month_after(word: str, name: str) -> Built:
    """ "em março": the word before tells the month from Marco."""
    return said(word, Month(MONTHS[name]))


def year(number: Number) -> Built:
    named = year_of(number)
    return Year(named) if named else None


def week_of(day: Day) -> Built:
    return WeekOf(day)


def nth_week(nth: Ordinal | Weekday, month: Period = _OF_THE_MONTH) -> Built:
    return NthWeek(rank(nth), month) if rank(nth) <= 5 else None


def last_week_of(week: Week, month: Period = _OF_THE_MONTH) -> Built:
    """ "última semana" was read as last week until the month came."""
    return NthWeek(-1, month) if week.shift == -1 else None


def third(index: int) -> Callable[[Period], Built]:
    return lambda whole: Slice(index, 3, whole)


def fortnight(half: Ordinal | Weekday, month: Period = _OF_THE_MONTH) -> Built:
    return Slice(1 if rank(half) in (2, -1) else 0, 2, month)


# Stretches


def days_between(first: Day | Period, last: Day | Period) -> Built:
    return Stretch(_like(first, last), last)


def number_to_day(first: Number | Ordinal, last: DayMonth | DayNumber) -> Built:
    return Stretch(_in_month_of(first, last), last)


def day_to_number(first: DayMonth | DayNumber, last: Number) -> Built:
    return Stretch(first, _in_month_of(last, first))


def between_day_numbers(first: Number, last: Number) -> Built:
    """ "entre os dias 10 e 15", whose month may follow."""
    return said("entre", "dia", first, "ate", last)


def between_numbers(first: Number, last: Number) -> Built:
    """ "entre 9 e 11": the "e" joins two ends, not hour and minutes."""
    return said("entre", first, "ate", last)


def pair_of_days(pair: Pair, month: ShortMonth | Number) -> Built:
    """ "19-20 de novembro"."""
    return Stretch(DayMonth(pair.first, month_of(month)), DayMonth(pair.second, month_of(month)))


def pair_of_days_in_year(pair: Pair, month: ShortMonth | Number, year: Number) -> Built:
    in_year = year_of(year)
    if in_year is None:
        return None
    return Stretch(DayMonth(pair.first, month_of(month), in_year), DayMonth(pair.second, month_of(month), in_year))


def _like(first: Day | Period, last: Day | Period) -> Day | Period:
    """The first day of a stretch borrows the month or year named only with the last."""
    match first, last:
        case DayNumber(day=day, month=None), (DayMonth() | DayNumber()) as named:
            return _in_month_of(Number(day), named)
        case DayMonth(day=day, month=month, year=None), DayMonth(month=last_month, year=int(year)):
            return DayMonth(day, month, year if month <= last_month else year - 1)
        case _:
            return first


def from_day(first: Day | Period) -> Built:
    return Stretch(first=first)


def since(first: Day | Period) -> Built:
    """ "desde segunda" without an end looks back."""
    return said(PastTense(), Stretch(first=first))


def after(first: Day | Period) -> Built:
    return Stretch(first=first, after=True)


def until(last: Day | Period) -> Built:
    return Stretch(last=last)


def before(last: Day | Period) -> Built:
    return Stretch(last=last, before=True)
