"""A `When` as plain JSON values, for the command line and the API."""

from __future__ import annotations

import datetime as dt

from atendeai.conversation.understanding.model import When
from atendeai.conversation.understanding.when.hours import DAY_END, OPEN_END, OPEN_START


def when_document(when: When) -> dict[str, object]:
    """Only what is known: dates as YYYY-MM-DD, times as HH:MM, ranges as pairs with None for an open end."""
    document: dict[str, object] = {}
    if when.date is not None:
        document["date"] = when.date.isoformat()
    if when.time is not None:
        document["time"] = _hhmm(when.time)
    if when.date_range is not None:
        first, last = when.date_range
        document["date_range"] = [_day(first), _day(last)]
    if when.time_range is not None:
        begin, end = when.time_range
        document["time_range"] = [
            None if begin == OPEN_START else _hhmm(begin),
            None if end == OPEN_END else _hhmm(end),
        ]
    document |= {
        "weekdays": list(when.weekdays),
        "excluded_weekdays": list(when.excluded_weekdays),
        "excluded_dates": [day.isoformat() for day in when.excluded_dates],
        "excluded_times": [[_hhmm(begin), _hhmm(end)] for begin, end in when.excluded_times],
        "candidates": [day.isoformat() for day in when.candidates],
        "earliest": when.earliest,
        "anytime": when.anytime,
        "past": when.past,
    }
    return {name: value for name, value in document.items() if value not in (False, [])}


def _day(day: dt.date) -> str | None:
    return None if day in (dt.date.min, dt.date.max) else day.isoformat()


def _hhmm(time: dt.time) -> str:
    return "24:00" if time == DAY_END else time.isoformat(timespec="minutes")
