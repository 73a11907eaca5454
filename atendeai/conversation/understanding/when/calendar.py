"""Resolve the days and periods of the grammar against a given today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, NamedTuple

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.almanac import (
    DAY,
    WEEK,
    add_months,
    day_or_none,
    feast_days,
    monday_of,
    month_end,
    weekday_from,
    weekday_until,
)

Mood = Literal["future", "past"]
# Years a clinic's patients are born in and booked for; any other is a slip or no year at all.
YEARS = range(1900, 2200)
# Start, middle and end of a working week.
_WEEK_THIRDS = ((0, 1), (1, 3), (3, 4))


class Days(NamedTuple):
    """From `first` to `last`, both included; date.min and date.max are open ends. `others` are further readings.

    `undecided` says that `others` are the only readings: the words contradict each other.
    """

    first: dt.date
    last: dt.date
    others: tuple[dt.date, ...] = ()
    undecided: bool = False


class View(NamedTuple):
    """Where one stands: `mood` is which way undated days look; `strict` leaves today's own weekday out."""

    today: dt.date
    mood: Mood = "future"
    strict: bool = True


def resolve(node: n.Day | n.Period, view: View) -> Days | None:
    """The days meant, or None where the calendar has no such day ("30 de fevereiro")."""
    if isinstance(node, n.Period):
        return _period(node, view)
    match node:
        case n.Weekday(index=index, turn=turn):
            return _weekday(index, turn, view)
        case n.NumberedWeekday(index=index, day=number):
            return _numbered_weekday(index, number, view)
        case n.Agreed(index=index, day=day):
            return _agreed(index, day, view)
        case _:
            day_meant = _single(node, view)
            return None if day_meant is None else Days(day_meant, day_meant)


def _single(node: n.Day, view: View) -> dt.date | None:
    match node:
        case n.RelativeDay(days=days):
            return view.today + days * DAY
        case n.DayNumber(day=day, month=None):
            return next((found for found in _days_numbered(day, view) if _ahead(found, view)), None)
        case n.DayNumber(day=day, month=n.Period() as month):
            within = _period(month, view)
            return None if within is None else day_or_none(within.first.year, within.first.month, day)
        case n.DayMonth():
            return _day_month(node, view)
        case n.WeekdayOf(index=index, week=week):
            within = _period(week, view)
            return None if within is None else within.first + index * DAY
        case n.NthWeekday():
            return _nth_weekday(node, view)
        case n.Feast():
            return _feast(node, view)
        case n.Shifted():
            return _shifted(node, view)
        case _:
            raise AssertionError(node)


def _ahead(day: dt.date, view: View) -> bool:
    return day >= view.today if view.mood == "future" else day <= view.today


# Weekdays


def _weekday(index: int, turn: n.Turn, view: View) -> Days:
    tomorrow, yesterday = view.today + DAY, view.today - DAY
    match turn:
        case "last":
            day = weekday_until(yesterday, index)
        case "before_last":
            day = weekday_until(yesterday, index) - WEEK
        case "other":
            day = weekday_from(tomorrow, index) + WEEK
        case "next":
            day = weekday_from(tomorrow, index)
            # Said on Monday, "próxima sexta" is this week's Friday to some and next week's to others.
            return Days(day, day, (day + WEEK,) if monday_of(day) == monday_of(view.today) else ())
        case "this":
            day = weekday_from(view.today, index) if view.mood == "future" else weekday_until(view.today, index)
            return Days(day, day, (day + WEEK,) if day == view.today else ())
        case _:
            return _bare_weekday(index, view)
    return Days(day, day)


def _bare_weekday(index: int, view: View) -> Days:
    step = DAY if view.strict else 0 * DAY
    if view.mood == "past":
        day = weekday_until(view.today - step, index)
        return Days(day, day)
    day = weekday_from(view.today + step, index)
    return Days(day, day, (view.today,) if day == view.today + WEEK else ())


def _numbered_weekday(index: int, number: int, view: View) -> Days | None:
    """The nearest month in which that day falls on that weekday; the plain readings stay as others.

    Up to 12 the number may as well be an hour ("sexta 9"), so a day months away is no answer.
    """
    plain = _bare_weekday(index, view).first
    numbered = _single(n.DayNumber(number), view)
    readings = tuple(dict.fromkeys(day for day in (plain, numbered) if day is not None))
    agreeing = (day for day in _days_numbered(number, view, 120) if _ahead(day, view) and day.weekday() == index)
    day = next(agreeing, plain)
    if number <= 12 and abs((day - view.today).days) > 60:
        return Days(plain, plain, readings, undecided=True)
    return Days(day, day, () if day == numbered else tuple(other for other in readings if other != day))


def _agreed(index: int, node: n.Day, view: View) -> Days | None:
    day = _single(node, view)
    if day is None or day.weekday() == index:
        return None if day is None else Days(day, day)
    weekday = _bare_weekday(index, view).first
    return Days(weekday, weekday, (weekday, day), undecided=True)


def _nth_weekday(node: n.NthWeekday, view: View) -> dt.date | None:
    days = ((_nth_in(month, node), month) for month in _from_here(node.month, view))
    rolls = _rolls(node.month, view)
    return next((day for day, month in days if day <= month.last and (day >= view.today or not rolls)), None)


def _nth_in(month: Days, node: n.NthWeekday) -> dt.date:
    if node.nth < 0:
        return weekday_until(month.last, node.index)
    return weekday_from(month.first, node.index) + (node.nth - 1) * WEEK


# Days of a month


def _days_numbered(number: int, view: View, months: int = 13) -> Iterator[dt.date]:
    """That day of this month and of the months that follow, or went before."""
    step = 1 if view.mood == "future" else -1
    firsts = (add_months(view.today.replace(day=1), step * away) for away in range(months))
    days = (day_or_none(first.year, first.month, number) for first in firsts)
    return (day for day in days if day is not None)


def _day_month(node: n.DayMonth, view: View) -> dt.date | None:
    if node.year is not None:
        year = _full_year(node.year, view)
        return day_or_none(year, node.month, node.day) if year in YEARS else None
    step = 1 if view.mood == "future" else -1
    # Nine years, for 29 February may be eight away.
    years = range(view.today.year, view.today.year + 9 * step, step)
    found = (day_or_none(year, node.month, node.day) for year in years)
    return next((day for day in found if day is not None and _ahead(day, view)), None)


def _full_year(year: int, view: View) -> int:
    if year >= 100:
        return year
    latest = view.today.year + (10 if view.mood == "future" else 0)
    return 2000 + year if 2000 + year <= latest else 1900 + year


def _feast(node: n.Feast, view: View) -> dt.date | None:
    year, step = view.today.year, 1 if view.mood == "future" else -1
    if node.year is not None or node.years is not None:
        return next(feast_days(node.name, node.year or year + (node.years or 0)))
    days = sorted((day for around in (year, year + step) for day in feast_days(node.name, around)), reverse=step < 0)
    return next((day for day in days if _ahead(day, view)), None)


def _shifted(node: n.Shifted, view: View) -> dt.date | None:
    origin = view.today
    if node.origin is not None:
        resolved = resolve(node.origin, view)
        if resolved is None:
            return None
        origin = resolved.first
    return _plus(origin, node.value, node.unit)


def _plus(day: dt.date, value: int, unit: n.UnitName) -> dt.date:
    match unit:
        case "week":
            return day + value * WEEK
        case "month":
            return add_months(day, value)
        case "year":
            return add_months(day, 12 * value)
        case _:
            return day + value * DAY


# Periods


def _period(node: n.Period, view: View) -> Days | None:
    today = view.today
    match node:
        case n.Week(shift=shift):
            return _seven_from(monday_of(today) + shift * WEEK)
        case n.WeekOf(day=day):
            resolved = resolve(day, view)
            return None if resolved is None else _seven_from(monday_of(resolved.first))
        case n.NthWeek():
            return _nth_week(node, view)
        case n.Month():
            return _month(node, view)
        case n.MonthFromNow(shift=shift):
            return _whole_month(add_months(today.replace(day=1), shift))
        case n.Year(year=year):
            return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))
        case n.YearFromNow(shift=shift):
            return Days(dt.date(today.year + shift, 1, 1), dt.date(today.year + shift, 12, 31))
        case n.Weekend(turn=turn):
            return _weekend(turn, today)
        case n.Slice():
            return _slice(node, view)
        case n.Coming(value=value, unit=unit):
            end = _plus(today, value, unit)
            return Days(today + DAY, end) if value > 0 else Days(end, today - DAY)
        case n.Stretch():
            return _stretch(node, view)
        case _:
            raise AssertionError(node)


def _seven_from(monday: dt.date) -> Days:
    return Days(monday, monday + 6 * DAY)


def _whole_month(first: dt.date) -> Days:
    return Days(first, month_end(first))


def _month(node: n.Month, view: View) -> Days:
    today = view.today
    if node.year is not None or node.years is not None:
        return _whole_month(dt.date(node.year or today.year + (node.years or 0), node.month, 1))
    this = today.replace(day=1)
    step, tolerated = {
        "last": (-1, this - DAY),
        "next": (1, month_end(this) + DAY),
    }.get(node.turn, (1 if view.mood == "future" else -1, this))
    first = dt.date(today.year, node.month, 1)
    passed = first < tolerated if step > 0 else first > tolerated
    return _whole_month(add_months(first, 12 * step) if passed else first)


def _weekend(turn: n.Turn, today: dt.date) -> Days:
    saturday = monday_of(today) + 5 * DAY
    match turn:
        case "last":
            saturday -= WEEK
        case "next" if today >= saturday:
            saturday += WEEK
        case "bare" if today > saturday:
            # Said on Sunday, what is left of this one is no weekend.
            saturday += WEEK
        case "other":
            saturday += WEEK
        case _:
            pass
    return Days(saturday, saturday + DAY)


def _nth_week(node: n.NthWeek, view: View) -> Days | None:
    """Weeks belong to the month that holds their Thursday, as in ISO 8601."""
    for month in _from_here(node.month, view):
        last = weekday_until(month.last, 3)
        thursday = last if node.nth < 0 else weekday_from(month.first, 3) + (node.nth - 1) * WEEK
        week = _seven_from(monday_of(thursday))
        if thursday <= last and (week.last >= view.today or not _rolls(node.month, view)):
            return week
    return None


def _slice(node: n.Slice, view: View) -> Days | None:
    slices = (_cut(node, whole) for whole in _from_here(node.whole, view))
    rolls = _rolls(node.whole, view)
    return next((part for part in slices if part.last >= view.today or not rolls), None)


def _cut(node: n.Slice, whole: Days) -> Days:
    length = (whole.last - whole.first).days + 1
    if length == 7:
        begin, end = _WEEK_THIRDS[node.index]
        return Days(whole.first + begin * DAY, whole.first + end * DAY)
    if length > 31:
        months = 12 // node.parts
        first = add_months(whole.first, node.index * months)
        return Days(first, add_months(first, months) - DAY)
    size = 30 // node.parts
    last = whole.last if node.index == node.parts - 1 else whole.first + ((node.index + 1) * size - 1) * DAY
    return Days(whole.first + node.index * size * DAY, last)


def _rolls(node: n.Period, view: View) -> bool:
    """Whether a part of this period that has passed means the next such period."""
    match node:
        case n.Month(year=None, years=None, turn="bare") | n.MonthFromNow(rolling=True) | n.YearFromNow(rolling=True):
            return view.mood == "future"
        case _:
            return False


def _from_here(node: n.Period, view: View) -> list[Days]:
    """The period, and the next one it may roll over to."""
    wholes = [_period(node, view)]
    if _rolls(node, view):
        wholes.append(_period(_after(node, wholes[0]), view))
    return [whole for whole in wholes if whole is not None]


def _after(node: n.Period, resolved: Days | None) -> n.Period:
    """The next such period, once "março" or "do mês" is behind."""
    match node:
        case n.Month(month=month) if resolved is not None:
            return n.Month(month, year=resolved.first.year + 1)
        case n.YearFromNow(shift=shift):
            return n.YearFromNow(shift + 1)
        case _:
            return n.MonthFromNow(1)


def _stretch(node: n.Stretch, view: View) -> Days | None:
    if node.first is None or node.last is None:
        return _open_stretch(node, view)
    first = resolve(node.first, view._replace(strict=False))
    if first is None:
        return None
    # The end is looked for from the beginning on: "de quinta a terça", "21 de dezembro a 6 de janeiro".
    here = View(first.first, strict=False) if _undated(node.last) else view._replace(strict=False)
    last = resolve(node.last, here)
    return Days(first.first, last.last) if last is not None and first.first <= last.last else None


def _open_stretch(node: n.Stretch, view: View) -> Days | None:
    if node.first is not None:
        first = resolve(node.first, view)
        return first and Days(first.last + DAY if node.after else first.first, dt.date.max)
    last = resolve(node.last, view) if node.last is not None else None
    return last and Days(dt.date.min, last.first - DAY if node.before else last.last)


def _undated(node: n.Day | n.Period) -> bool:
    match node:
        case n.Weekday(turn="bare") | n.DayNumber(month=None) | n.DayMonth(year=None) | n.Feast():
            return True
        case n.Month(year=None, years=None, turn="bare"):
            return True
        case _:
            return False


def leans_on_period(node: n.Day | n.Period) -> bool:
    """Whether a week or month named beside it tells which one is meant ("na semana que vem, quinta")."""
    match node:
        case n.Weekday(turn="bare") | n.DayNumber(month=None) | n.NumberedWeekday():
            return True
        case n.Stretch(first=first, last=last):
            return all(end is None or leans_on_period(end) for end in (first, last))
        case _:
            return False


def within(node: n.Day | n.Period, period: Days, view: View) -> Days | None:
    """`node` read inside `period`, from today on if that lies in it; open ends close at the period's own."""
    start = view.today if view.mood == "future" and period.first <= view.today <= period.last else period.first
    found = resolve(node, View(start, strict=False))
    if found is None or found.first > period.last or found.last < period.first:
        return None
    return Days(max(found.first, period.first), min(found.last, period.last))
