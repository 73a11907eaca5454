"""Builders of the grammar for stretches of days, and for what is ruled out."""

from __future__ import annotations

from atendeai.conversation.understanding.when.build import said, year_of
from atendeai.conversation.understanding.when.build_days import day_number, month_of
from atendeai.conversation.understanding.when.grammar import Built
from atendeai.conversation.understanding.when.nodes import (
    Aside,
    Clock,
    ClockSpan,
    Day,
    DayMonth,
    DayNumber,
    Excluded,
    Month,
    Node,
    Number,
    Ordinal,
    Pair,
    Part,
    PastTense,
    Period,
    ShortMonth,
    Stretch,
    Weekdays,
)

_HOURS = (Part, ClockSpan, Clock)


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
        case Month(month=month, year=None, years=None), Month(month=last_month, year=int(year)):
            return Month(month, year if month <= last_month else year - 1)
        case _:
            return first


def from_day(first: Day | Period) -> Built:
    return Stretch(first=first)


def since(first: Day | Period) -> Built:
    """ "desde segunda" without an end looks back."""
    return said(PastTense(), Stretch(first=first))


def after(first: Day | Period) -> Built:
    return Stretch(first=first, after=True)


def until(last: Day | Period, _hour: Node | None = None) -> Built:
    """ "até sexta às 18h": the hour closes the last day only, and no wish can say so."""
    return Stretch(last=last)


def before(last: Day | Period, _hour: Node | None = None) -> Built:
    return Stretch(last=last, before=True)


# What cannot be


def all_excluded(*moments: Node) -> Built:
    """ "menos segunda e quarta"; after "menos quarta, depois das 15h" the hour is a wish."""
    if len({isinstance(moment, _HOURS) for moment in moments}) > 1:
        return None
    return said(*(Excluded(moment) for moment in moments))


def numbers_excluded(*numbers: Number) -> Built:
    """ "menos 24, 25 e 31"."""
    days = [day_number(number) for number in numbers if number.digits]
    return said(*(Excluded(day) for day in days if day)) if len(days) == len(numbers) else None


def far_side_excluded(span: ClockSpan | Stretch) -> Built:
    """ "não antes das 10"."""
    return Excluded(span) if span.first is None or span.last is None else None


def day_excluded(day: Node, _hour: Node) -> Built:
    """ "menos sexta de manhã" leaves the whole Friday out: no wish can say more."""
    return Excluded(day)


def hour_excluded_on(day: Node, hour: Node) -> Built:
    """ "não posso amanhã de manhã" speaks of tomorrow, and of another hour."""
    return said(day, Excluded(hour))


def excluded_before(moment: Node, follower: str) -> Built:
    return said(Excluded(moment), follower)


def away(first: Day | Period, last: Day | Period) -> Built:
    """ "viajo dia 10 e volto dia 15"."""
    return Excluded(Stretch(first, last))


def before_travel(day: Day | Period | Weekdays, follower: str) -> Built:
    """ "viajo sexta, tem que ser antes"."""
    return None if isinstance(day, Weekdays) else said(Stretch(last=day, before=True), follower)


def first_of_two(wished: Node, _other: Node) -> Built:
    """ "quero amanhã, viajo sexta" without the comma."""
    return said(wished, Aside())


def uninsured(*moments: Node | str) -> Built:
    """ "semana que vem não tenho plano" tells who pays, and rules no day out."""
    return said(*moments, Aside())


def asked(moment: Node) -> Built:
    """ "não pode ser quinta?" asks for Thursday."""
    return said(moment, "?")
