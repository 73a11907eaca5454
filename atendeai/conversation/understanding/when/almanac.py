"""Arithmetic of days, months and Brazilian feasts; pure, no clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)


def day_or_none(year: int, month: int, day: int) -> dt.date | None:
    """That date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    first = dt.date(day.year + years, month + 1, 1)
    return min(first + (day.day - 1) * DAY, month_end(first))


def month_end(day: dt.date) -> dt.date:
    return (day.replace(day=28) + 4 * DAY).replace(day=1) - DAY


def monday_of(day: dt.date) -> dt.date:
    return day - day.weekday() * DAY


def weekday_from(day: dt.date, weekday: int) -> dt.date:
    """The first such weekday on or after `day`."""
    return day + (weekday - day.weekday()) % 7 * DAY


def weekday_until(day: dt.date, weekday: int) -> dt.date:
    """The last such weekday on or before `day`."""
    return day - (day.weekday() - weekday) % 7 * DAY


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), f = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - f + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def _fixed(month: int, day: int) -> Callable[[int], dt.date]:
    return lambda year: dt.date(year, month, day)


def _from_easter(days: int) -> Callable[[int], dt.date]:
    return lambda year: easter(year) + days * DAY


def _second_sunday(month: int) -> Callable[[int], dt.date]:
    return lambda year: weekday_from(dt.date(year, month, 8), 6)


FEASTS: dict[str, Callable[[int], dt.date]] = {
    "new_year": _fixed(1, 1), "carnival_saturday": _from_easter(-50), "carnival_sunday": _from_easter(-49),
    "carnival_monday": _from_easter(-48), "carnival": _from_easter(-47), "ash_wednesday": _from_easter(-46),
    "womens_day": _fixed(3, 8), "palm_sunday": _from_easter(-7), "good_friday": _from_easter(-2),
    "easter": _from_easter(0), "tiradentes": _fixed(4, 21), "labour": _fixed(5, 1), "mothers_day": _second_sunday(5),
    "corpus_christi": _from_easter(60), "lovers_day": _fixed(6, 12), "saint_john": _fixed(6, 24),
    "fathers_day": _second_sunday(8), "independence": _fixed(9, 7), "aparecida": _fixed(10, 12),
    "halloween": _fixed(10, 31), "all_saints": _fixed(11, 1), "epiphany": _fixed(1, 6),
    "all_souls": _fixed(11, 2), "republic": _fixed(11, 15), "black_awareness": _fixed(11, 20),
    "april_fools": _fixed(4, 1), "teachers_day": _fixed(10, 15), "holy_saturday": _from_easter(-1),
    "holy_thursday": _from_easter(-3), "flag_day": _fixed(11, 19), "doctors_day": _fixed(10, 18),
    "valentine": _fixed(2, 14), "indigenous_day": _fixed(4, 19), "saint_peter": _fixed(6, 29),
    "saint_anthony": _fixed(6, 13), "nurses_day": _fixed(5, 12), "dentists_day": _fixed(10, 25),
    "christmas": _fixed(12, 25), "new_year_eve": _fixed(12, 31),
}  # fmt: skip

# Days off in the whole country, by law or by custom; a plain "feriado" is the nearest of these.
_DAYS_OFF = (
    "new_year", "carnival", "good_friday", "tiradentes", "labour", "corpus_christi", "independence", "aparecida",
    "all_souls", "republic", "black_awareness", "christmas",
)  # fmt: skip


def feast_days(name: str, year: int) -> Iterator[dt.date]:
    """The days of that feast in `year`; "holiday" stands for every national day off."""
    for feast in _DAYS_OFF if name == "holiday" else (name,):
        yield FEASTS[feast](year)
