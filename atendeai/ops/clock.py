"""The time: one seam through which every room learns what time it is, always aware and in UTC."""

from __future__ import annotations

import datetime as dt
from typing import Protocol, runtime_checkable


@runtime_checkable  # Litestar checks what it injects
class Clock(Protocol):
    """Anything that tells the time."""

    def now(self) -> dt.datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC)


class FixedClock:
    """A clock that stands still until it is told otherwise; for replaying conversations and for tests."""

    def __init__(self, at: dt.datetime) -> None:
        self._at = _utc(at)

    def now(self) -> dt.datetime:
        return self._at

    def set(self, at: dt.datetime) -> None:
        self._at = _utc(at)

    def advance(self, by: dt.timedelta) -> dt.datetime:
        """Move on (or back, with a negative `by`) and return the new instant."""
        self._at += by
        return self._at


def iso(at: dt.datetime) -> str:
    """ISO 8601 in UTC with milliseconds, `2026-03-02T12:00:00.000Z`: as text it sorts as time does.

    Raises ValueError for a naive datetime.
    """
    return _utc(at).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def from_iso(text: str) -> dt.datetime:
    """What `iso` wrote, or any ISO 8601 instant with an offset. Raises ValueError otherwise."""
    return _utc(dt.datetime.fromisoformat(text))


def seconds(at: dt.datetime) -> int:
    """Whole seconds since 1970, rounded down."""
    return millis(at) // 1000


def millis(at: dt.datetime) -> int:
    """Whole milliseconds since 1970, rounded down."""
    return (_utc(at) - _EPOCH) // dt.timedelta(milliseconds=1)


def from_seconds(whole_seconds: int) -> dt.datetime:
    return _EPOCH + dt.timedelta(seconds=whole_seconds)


_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _utc(at: dt.datetime) -> dt.datetime:
    if at.utcoffset() is None:
        raise ValueError(f"{at!r} has no time zone")
    return at.astimezone(dt.UTC)
