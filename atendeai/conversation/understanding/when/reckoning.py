"""Days and stretches of days reckoned from a given today, one word at a time; `calendar` puts them together."""

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


def ahead(day: dt.date, view: View) -> bool:
    """Whether an undated day may be this one: today counts both ways."""
    return day >= view.today if view.mood == "future" else day <= view.today


# Days


def weekday(index: int, turn: n.Turn, view: View) -> Days:
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
            return bare_weekday(index, view)
    return Days(day, day)


def bare_weekday(index: int, view: View) -> Days:
    step = DAY if view.strict else 0 * DAY
    if view.mood == "past":
        day = weekday_until(view.today - step, index)
        return Days(day, day)
    day = weekday_from(view.today + step, index)
    return Days(day, day, (view.today,) if day == view.today + WEEK else ())


def numbered_weekday(index: int, number: int, view: View) -> Days:
    """The nearest month in which that day falls on that weekday; the plain readings stay as others.

    Up to 12 the number may as well be an hour ("sexta 9"), so a day months away is no answer.
    """
    plain = bare_weekday(index, view).first
    numbered = day_numbered(number, view)
    readings = tuple(dict.fromkeys(day for day in (plain, numbered) if day is not None))
    agreeing = (day for day in _days_numbered(number, view, 120) if ahead(day, view) and day.weekday() == index)
    day = next(agreeing, plain)
    if number <= 12 and abs((day - view.today).days) > 60:
        return Days(plain, plain, readings, undecided=True)
    return Days(day, day, () if day == numbered else tuple(other for other in readings if other != day))


def day_numbered(number: int, view: View) -> dt.date | None:
    return next((day for day in _days_numbered(number, view) if ahead(day, view)), None)


def _days_numbered(number: int, view: View, months: int = 13) -> Iterator[dt.date]:
    """That day of this month and of the months that follow, or went before."""
    step = 1 if view.mood == "future" else -1
    firsts = (add_months(view.today.replace(day=1), step * away) for away in range(months))
    days = (day_or_none(first.year, first.month, number) for first in firsts)
    return (day for day in days if day is not None)


def day_of_month(node: n.DayMonth, view: View) -> Days | None:
    """Where the month may stand first ("5/6" in English), the other order is a further reading."""
    day = _day_month(node.day, node.month, node.year, view)
    other = _day_month(node.month, node.day, node.year, view) if node.either else None
    return None if day is None else Days(day, day, (other,) if other else ())


def _day_month(day: int, month: int, year: int | None, view: View) -> dt.date | None:
    if year is not None:
        year = _full_year(year, view)
        return day_or_none(year, month, day) if year in YEARS else None
    step = 1 if view.mood == "future" else -1
    # Nine years, for 29 February may be eight away.
    years = range(view.today.year, view.today.year + 9 * step, step)
    found = (day_or_none(year, month, day) for year in years)
    return next((day for day in found if day is not None and ahead(day, view)), None)


def _full_year(year: int, view: View) -> int:
    if year >= 100:
        return year
    latest = view.today.year + (10 if view.mood == "future" else 0)
    return 2000 + year if 2000 + year <= latest else 1900 + year


def feast(node: n.Feast, view: View) -> dt.date | None:
    year, step = view.today.year, 1 if view.mood == "future" else -1
    if node.year is not None or node.years is not None:
        return next(feast_days(node.name, node.year or year + (node.years or 0)))
    days = sorted((day for around in (year, year + step) for day in feast_days(node.name, around)), reverse=step < 0)
    return next((day for day in days if ahead(day, view)), None)


def plus(day: dt.date, value: int, unit: n.UnitName) -> dt.date:
    match unit:
        case "week":
            return day + value * WEEK
        case "month":
            return add_months(day, value)
        case "year":
            return add_months(day, 12 * value)
        case _:
            return day + value * DAY


# Stretches of days


def seven_from(monday: dt.date) -> Days:
    return Days(monday, monday + 6 * DAY)


def whole_month(first: dt.date) -> Days:
    return Days(first, month_end(first))


def whole_year(year: int) -> Days:
    return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))


def named_month(node: n.Month, view: View) -> Days:
    today = view.today
    if node.year is not None or node.years is not None:
        return whole_month(dt.date(node.year or today.year + (node.years or 0), node.month, 1))
    this = today.replace(day=1)
    step, tolerated = {
        "last": (-1, this - DAY),
        "next": (1, month_end(this) + DAY),
    }.get(node.turn, (1 if view.mood == "future" else -1, this))
    first = dt.date(today.year, node.month, 1)
    passed = first < tolerated if step > 0 else first > tolerated
    return whole_month(add_months(first, 12 * step) if passed else first)


def term(node: n.Term, today: dt.date) -> Days:
    """ "este trimestre"."""
    first = dt.date(today.year, today.month - (today.month - 1) % node.months, 1)
    begin = add_months(first, node.shift * node.months)
    return Days(begin, add_months(begin, node.months) - DAY)


def weekend(turn: n.Turn, today: dt.date) -> Days:
    saturday = monday_of(today) + 5 * DAY
    match turn:
        case "last":
            saturday -= WEEK
        case "before_last":
            saturday -= 2 * WEEK
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


def cut(index: int, parts: int, whole: Days) -> Days:
    """One of so many equal parts of a week, a month or a year."""
    length = (whole.last - whole.first).days + 1
    if length == 7:
        begin, end = _WEEK_THIRDS[index]
        return Days(whole.first + begin * DAY, whole.first + end * DAY)
    if length > 31:
        months = 12 // parts
        first = add_months(whole.first, index * months)
        return Days(first, add_months(first, months) - DAY)
    size = 30 // parts
    last = whole.last if index == parts - 1 else whole.first + ((index + 1) * size - 1) * DAY
    return Days(whole.first + index * size * DAY, last)
