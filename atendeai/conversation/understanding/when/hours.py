"""Settle hours: which half of the day "às 2" means, what "de tarde" spans, and where spans meet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from atendeai.conversation.understanding.when.nodes import Clock, ClockSpan, PartName

MIDNIGHT, NOON = dt.time(0), dt.time(12)
OPEN_START, OPEN_END = dt.time(0), dt.time(23, 59)
# The end of a day that is no open end: a half-open span can reach midnight only so.
DAY_END = dt.time.max
OPENING = (dt.time(7), dt.time(20))

PARTS: dict[PartName, tuple[dt.time, dt.time]] = {
    "dawn": (dt.time(0), dt.time(6)),
    "very_early": (dt.time(6), dt.time(9)),
    "early": (dt.time(6), dt.time(10)),
    "morning": (dt.time(4), dt.time(12)),
    "morning_start": (dt.time(6), dt.time(9)),
    "morning_middle": (dt.time(9), dt.time(11)),
    "morning_end": (dt.time(10), dt.time(12)),
    "lunch": (dt.time(12), dt.time(14)),
    "after_lunch": (dt.time(13), dt.time(17)),
    "afternoon": (dt.time(12), dt.time(19)),
    "afternoon_start": (dt.time(12), dt.time(15)),
    "afternoon_middle": (dt.time(14), dt.time(16)),
    "afternoon_end": (dt.time(16), dt.time(19)),
    "after_work": (dt.time(17), OPEN_END),
    "evening": (dt.time(18), DAY_END),
    "evening_start": (dt.time(18), dt.time(20)),
}


class Hours(NamedTuple):
    """From `first` up to, not including, `last`."""

    first: dt.time
    last: dt.time


def clock(hour: int, minute: int = 0) -> Clock | None:
    """That time of day, or None; from 13 on (and at 0) there is no doubt about the half of the day."""
    if hour == 24 and minute == 0:
        return Clock(0, 0, fixed=True)
    return Clock(hour, minute, fixed=hour == 0 or hour > 12) if hour < 24 and minute < 60 else None


def settle(at: Clock, opening: tuple[dt.time, dt.time]) -> dt.time:
    """The reading of an hour that falls within opening; failing both, 7 to 12 is morning, 1 to 6 afternoon."""
    readings = _readings(at)
    inside = [time for time in readings if opening[0] <= time < opening[1]]
    if inside:
        return inside[0]
    return readings[0] if readings[0] >= dt.time(7) else readings[-1]


def settle_span(span: ClockSpan, opening: tuple[dt.time, dt.time]) -> Hours | None:
    """Both ends read together: "das 9 às 5" crosses noon, "de 5 a 7" is one half of the day."""
    if span.first is None or span.last is None:
        first = OPEN_START if span.first is None else settle(span.first, opening)
        last = OPEN_END if span.last is None else settle(span.last, opening)
        # "Depois da meia-noite" limits nothing, and a day that ends at midnight ends there.
        return None if first == MIDNIGHT and last == OPEN_END else Hours(first, DAY_END if last == MIDNIGHT else last)
    ends = [DAY_END if end == MIDNIGHT and span.last.fixed else end for end in _readings(span.last)]
    pairs = [Hours(first, last) for first, last in product(_readings(span.first), ends) if first < last]
    if span.first.fixed != span.last.fixed:
        return min(pairs, key=_length, default=None)
    return min(pairs, key=lambda pair: (_outside(pair, opening), _length(pair)), default=None)


def _readings(at: Clock) -> tuple[dt.time, ...]:
    """The times of day it can mean, the morning first."""
    time = dt.time(at.hour, at.minute)
    if at.fixed or at.hour >= 12:
        return (time,)
    later = dt.time(at.hour + 12, at.minute)
    return (later, time) if at.hour == 0 else (time, later)


def _outside(pair: Hours, opening: tuple[dt.time, dt.time]) -> int:
    return (not opening[0] <= pair.first < opening[1]) + (not opening[0] < pair.last <= opening[1])


def _length(pair: Hours) -> int:
    return (pair.last.hour - pair.first.hour) * 60 + pair.last.minute - pair.first.minute


def hour_from(time: dt.time) -> Hours:
    """The hour that begins then."""
    return Hours(time, time.replace(hour=time.hour + 1) if time.hour < 23 else DAY_END)


def hull(spans: Iterable[Hours]) -> Hours:
    everything = tuple(spans)
    return Hours(min(span.first for span in everything), max(span.last for span in everything))


def overlap(one: Hours, other: Hours) -> Hours | None:
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Hours(first, last) if first < last else None
