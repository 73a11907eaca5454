"""When the clinic and its people are open: pure arithmetic on the context, in wall time of the clinic."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

import holidays
from msgspec import Struct

from atendeai.clinics.context import ClinicContext, Closure, DayException, Interval, Professional

DAY = 24 * 60
DAYS_TO_LOOK_AHEAD = 400  # a clinic closed for longer has no next opening worth promising

Stretch = tuple[int, int]  # half-open


class Closed(Struct, frozen=True):
    """Why a whole day is closed; `detail` is the holiday's name or the reason somebody wrote down."""

    reason: Literal["closed", "holiday", "absence"]
    detail: str = ""


def holiday(context: ClinicContext, day: dt.date) -> str | None:
    """Name of the holiday that closes the clinic on that local day, or None.

    National and state days come from the `holidays` library; Ash Wednesday is no holiday here.
    """
    rules = context.holidays
    if day in rules.open_on:
        return None
    for own in rules.local:
        if own.date in (day.isoformat(), day.isoformat()[5:]):
            return own.name
    year = _public_days(context.clinic.state, day.year)
    closing = (
        (rules.national, year.national),
        (rules.state, year.state),
        (rules.carnival, year.carnival),
        (rules.corpus_christi, year.corpus_christi),
    )
    return next((days[day] for closes, days in closing if closes and day in days), None)


class _PublicDays(NamedTuple):
    national: dict[dt.date, str]
    state: dict[dt.date, str]
    carnival: dict[dt.date, str]
    corpus_christi: dict[dt.date, str]


@lru_cache(maxsize=512)
def _public_days(state: str, year: int) -> _PublicDays:
    national = _library_days(None, year, "public")
    optional = _library_days(None, year, "optional")
    carnival = {day: name for day, name in optional.items() if name == "Carnaval"}
    corpus = {day: name for day, name in optional.items() if name == "Corpus Christi"}
    # Rio de Janeiro makes Carnival a state holiday: the clinic's own switch still decides.
    switched = {"Carnaval", "Corpus Christi"}
    known = state in holidays.list_supported_countries()["BR"]
    regional = _library_days(state, year, "public") if known else {}
    own = {day: name for day, name in regional.items() if day not in national and name not in switched}
    return _PublicDays(national, own, carnival, corpus)


def _library_days(state: str | None, year: int, category: str) -> dict[dt.date, str]:
    return dict(holidays.country_holidays("BR", subdiv=state, years=year, language="pt_BR", categories=(category,)))


def clinic_intervals(context: ClinicContext, day: dt.date) -> list[Stretch]:
    """Open stretches of the clinic on a local day, in minutes since local midnight, merged and sorted.

    An exception replaces the weekly hours and opens a holiday; a closure closes whatever is left.
    """
    if _closure_on(context.closures, day):
        return []
    exceptional = _exceptional_hours(context.exceptions, day)
    if exceptional is not None:
        return exceptional
    return [] if holiday(context, day) else _stretches(context.working_hours.on(day.weekday()))


def professional_intervals(context: ClinicContext, professional: Professional, day: dt.date) -> list[Stretch]:
    """Stretches in which a professional sees patients: their own hours within the clinic's.

    Somebody without hours of their own follows the clinic.
    """
    return _within(clinic_intervals(context, day), professional, day)


def _within(clinic: list[Stretch], professional: Professional, day: dt.date) -> list[Stretch]:
    if not clinic or _closure_on(professional.time_off, day):
        return []
    own = _exceptional_hours(professional.exceptions, day)
    if own is None and professional.working_hours is not None:
        own = _stretches(professional.working_hours.on(day.weekday()))
    return clinic if own is None else _intersection(clinic, own)


def closed_reason(context: ClinicContext, day: dt.date, professional: Professional | None = None) -> Closed | None:
    """Why nobody (or not this professional) is there all day long, or None when somebody is."""
    clinic = clinic_intervals(context, day)
    if not clinic:
        return _clinic_closed_reason(context, day)
    if professional is None or _within(clinic, professional, day):
        return None
    away = _closure_on(professional.time_off, day)
    if away:
        return Closed("absence", away.reason)
    return Closed("closed", _exception_reason(professional.exceptions, day))


def _clinic_closed_reason(context: ClinicContext, day: dt.date) -> Closed:
    closure = _closure_on(context.closures, day)
    if closure:
        return Closed("absence", closure.reason)
    if _exceptional_hours(context.exceptions, day) is not None:
        return Closed("closed", _exception_reason(context.exceptions, day))
    name = holiday(context, day)
    return Closed("holiday", name) if name else Closed("closed")


def is_open(context: ClinicContext, now: dt.datetime) -> bool:
    """Whether the clinic is open at an aware instant."""
    local = now.astimezone(ZoneInfo(context.time_zone))
    minute = local.hour * 60 + local.minute
    return any(start <= minute < end for start, end in clinic_intervals(context, local.date()))


def next_opening(context: ClinicContext, now: dt.datetime) -> dt.datetime | None:
    """The next instant after `now` at which the doors open, in the clinic's zone; None if not in sight."""
    zone = ZoneInfo(context.time_zone)
    today = now.astimezone(zone).date()
    for ahead in range(DAYS_TO_LOOK_AHEAD):
        day = today + dt.timedelta(days=ahead)
        for start, _ in clinic_intervals(context, day):
            opening = utc_seconds(zone, day, start)
            if opening > now.timestamp():
                return dt.datetime.fromtimestamp(opening, zone)
    return None


@lru_cache(maxsize=8192)
def utc_seconds(zone: ZoneInfo, day: dt.date, minute: int) -> int:
    """UTC seconds of a wall time. One that does not exist moves forward to the first instant that does;
    of two equal ones the first is meant."""
    wall = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)
    meant = int(wall.replace(tzinfo=zone).timestamp())
    if _wall(zone, meant) == wall:
        return meant
    after_the_gap = int(wall.replace(tzinfo=zone, fold=1).timestamp())
    candidates = range(min(meant, after_the_gap), meant + 1)
    return candidates[bisect_left(candidates, wall, key=lambda instant: _wall(zone, instant))]


def _wall(zone: ZoneInfo, instant: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(instant, zone).replace(tzinfo=None, fold=0)


def _minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def _stretches(intervals: Sequence[Interval]) -> list[Stretch]:
    pairs = ((_minute(interval.start), _minute(interval.end)) for interval in intervals)
    # A shift that runs past midnight is kept up to midnight.
    return merged((start, end if end > start else DAY) for start, end in pairs)


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Sorted, without empty ones; those that touch or overlap become one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _intersection(left: list[Stretch], right: list[Stretch]) -> list[Stretch]:
    pairs = ((max(a, c), min(b, d)) for a, b in left for c, d in right)
    return merged(pairs)


def _closure_on(closures: Sequence[Closure], day: dt.date) -> Closure | None:
    return next((closure for closure in closures if closure.start <= day <= closure.end), None)


def _exceptional_hours(exceptions: Sequence[DayException], day: dt.date) -> list[Stretch] | None:
    todays = [exception for exception in exceptions if exception.date == day]
    return _stretches([i for exception in todays for i in exception.intervals]) if todays else None


def _exception_reason(exceptions: Sequence[DayException], day: dt.date) -> str:
    return next((e.reason for e in exceptions if e.date == day), "")
