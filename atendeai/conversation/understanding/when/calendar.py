"""Resolve the days and periods of the grammar against a given today."""

from __future__ import annotations

import datetime as dt

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.almanac import (
    DAY,
    WEEK,
    add_months,
    day_or_none,
    monday_of,
    weekday_from,
    weekday_until,
)
from atendeai.conversation.understanding.when.reckoning import (
    Days,
    View,
    bare_weekday,
    cut,
    day_numbered,
    day_of_month,
    feast,
    named_month,
    numbered_weekday,
    plus,
    seven_from,
    term,
    weekday,
    weekend,
    whole_month,
    whole_year,
)


def resolve(node: n.Day | n.Period, view: View) -> Days | None:
    """The days meant, or None where the calendar has no such day ("30 de fevereiro")."""
    if isinstance(node, n.Period):
        return _period(node, view)
    match node:
        case n.Weekday(index=index, turn=turn):
            return weekday(index, turn, view)
        case n.NumberedWeekday(index=index, day=number):
            return numbered_weekday(index, number, view)
        case n.DayMonth():
            return day_of_month(node, view)
        case n.Agreed(index=index, day=day):
            return _agreed(index, day, view)
        case _:
            day_meant = _single(node, view)
            return None if day_meant is None else Days(day_meant, day_meant)


def _single(node: n.Day, view: View) -> dt.date | None:
    match node:
        case n.RelativeDay(days=days) | n.NumberedDay(days=days):
            return view.today + days * DAY
        case n.DayNumber(day=day, month=None):
            return day_numbered(day, view)
        case n.DayNumber(day=day, month=n.Period() as month):
            within = _period(month, view)
            return None if within is None else day_or_none(within.first.year, within.first.month, day)
        case n.WeekdayOf(index=index, week=week):
            within = _period(week, view)
            return None if within is None else within.first + index * DAY
        case n.WeekdayBeside():
            return _weekday_beside(node, view)
        case n.NthWeekday():
            return _nth_weekday(node, view)
        case n.NthDay():
            return _nth_day(node, view)
        case n.Feast():
            return feast(node, view)
        case n.Shifted():
            return _shifted(node, view)
        case _:
            raise AssertionError(node)


def _agreed(index: int, node: n.Day, view: View) -> Days | None:
    resolved = resolve(node, view)
    if resolved is None:
        return None
    agreeing = next((day for day in (resolved.first, *resolved.others) if day.weekday() == index), None)
    if agreeing is not None:
        return Days(agreeing, agreeing)
    day = bare_weekday(index, view).first
    return Days(day, day, (day, resolved.first), undecided=True)


def _weekday_beside(node: n.WeekdayBeside, view: View) -> dt.date | None:
    resolved = resolve(node.day, view)
    if resolved is None:
        return None
    nearest = weekday_from if node.step > 0 else weekday_until
    return nearest(resolved.first + node.step * DAY, node.index)


def _nth_weekday(node: n.NthWeekday, view: View) -> dt.date | None:
    days = ((_nth_in(month, node), month) for month in _from_here(node.month, view))
    rolls = _rolls(node.month, view)
    return next((day for day, month in days if day <= month.last and (day >= view.today or not rolls)), None)


def _nth_in(month: Days, node: n.NthWeekday) -> dt.date:
    if node.nth < 0:
        return weekday_until(month.last, node.index)
    return weekday_from(month.first, node.index) + (node.nth - 1) * WEEK


def _nth_day(node: n.NthDay, view: View) -> dt.date | None:
    days = (_nth_day_in(period, node) for period in _from_here(node.period, view))
    rolls = _rolls(node.period, view)
    return next((day for day in days if day is not None and (day >= view.today or not rolls)), None)


def _nth_day_in(period: Days, node: n.NthDay) -> dt.date | None:
    """Ranks have two figures at most, so few days are counted."""
    step, day, left = (DAY, period.first, node.nth) if node.nth > 0 else (-DAY, period.last, -node.nth)
    while period.first <= day <= period.last:
        left -= not node.working or day.weekday() < 5
        if left == 0:
            return day
        day += step
    return None


def _shifted(node: n.Shifted, view: View) -> dt.date | None:
    origin = view.today
    if node.origin is not None:
        resolved = resolve(node.origin, view)
        if resolved is None:
            return None
        origin = resolved.first
    return plus(origin, node.value, node.unit)


# Periods


def _period(node: n.Period, view: View) -> Days | None:
    today = view.today
    match node:
        case n.Week(shift=shift):
            return seven_from(monday_of(today) + shift * WEEK)
        case n.WeekOf(day=day):
            resolved = resolve(day, view)
            return None if resolved is None else seven_from(monday_of(resolved.first))
        case n.NthWeek():
            return _nth_week(node, view)
        case n.Month():
            return named_month(node, view)
        case n.MonthFromNow(shift=shift):
            return whole_month(add_months(today.replace(day=1), shift))
        case n.Year(year=year):
            return whole_year(year)
        case n.YearFromNow(shift=shift):
            return whole_year(today.year + shift)
        case n.Term():
            return term(node, today)
        case n.Weekend(turn=turn):
            return weekend(turn, today)
        case n.WeekendOf(week=week):
            seven = _period(week, view)
            return seven and Days(seven.last - DAY, seven.last)
        case n.Slice():
            return _slice(node, view)
        case n.Coming(value=value, unit=unit):
            end = plus(today, value, unit)
            return Days(today + DAY, end) if value > 0 else Days(end, today - DAY)
        case n.Stretch():
            return _stretch(node, view)
        case _:
            raise AssertionError(node)


def _nth_week(node: n.NthWeek, view: View) -> Days | None:
    """Weeks belong to the month that holds their Thursday, as in ISO 8601."""
    for month in _from_here(node.month, view):
        last = weekday_until(month.last, 3)
        thursday = last if node.nth < 0 else weekday_from(month.first, 3) + (node.nth - 1) * WEEK
        week = seven_from(monday_of(thursday))
        if thursday <= last and (week.last >= view.today or not _rolls(node.month, view)):
            return week
    return None


def _slice(node: n.Slice, view: View) -> Days | None:
    slices = (cut(node.index, node.parts, whole) for whole in _from_here(node.whole, view))
    rolls = _rolls(node.whole, view)
    return next((part for part in slices if part.last >= view.today or not rolls), None)


def _rolls(node: n.Period, view: View) -> bool:
    """Whether a part of this period that has passed means the next such period."""
    match node:
        case n.Week(rolling=True) | n.MonthFromNow(rolling=True) | n.YearFromNow(rolling=True):
            return view.mood == "future"
        case n.Month(year=None, years=None, turn="bare"):
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
        case n.Week(shift=shift):
            return n.Week(shift + 1)
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
