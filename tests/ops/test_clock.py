"""Time is aware, in UTC, and sorts as text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.ops.clock import (
    Clock,
    FixedClock,
    SystemClock,
    from_iso,
    from_seconds,
    iso,
    millis,
    seconds,
)

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
BRASILIA = dt.timezone(dt.timedelta(hours=-3))

instants = st.datetimes(
    dt.datetime(1971, 1, 1),
    dt.datetime(9000, 1, 1),
    timezones=st.sampled_from([dt.UTC, BRASILIA, dt.timezone(dt.timedelta(hours=14))]),
)


def test_the_machines_clock_is_aware() -> None:
    clock: Clock = SystemClock()
    assert clock.now().utcoffset() == dt.timedelta(0)


def test_a_fixed_clock_moves_when_told() -> None:
    clock = FixedClock(NOON.astimezone(BRASILIA))
    assert clock.now() == clock.now() == NOON
    assert clock.now().tzinfo is dt.UTC
    assert clock.advance(dt.timedelta(minutes=5)) == clock.now() == NOON + dt.timedelta(minutes=5)
    clock.set(NOON)
    assert clock.now() == NOON


def test_as_text() -> None:
    assert iso(NOON.astimezone(BRASILIA)) == "2026-03-02T12:00:00.000Z"
    assert from_iso("2026-03-02T09:00:00-03:00") == NOON


@pytest.mark.parametrize("naive", [lambda: iso(dt.datetime(2026, 1, 1)), lambda: from_iso("2026-01-01T00:00")])
def test_a_time_without_a_zone_is_refused(naive: object) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        naive()  # type: ignore[operator]


@given(instants, instants)
def test_text_and_numbers_sort_as_time_does(one: dt.datetime, other: dt.datetime) -> None:
    assert (millis(one) < millis(other)) == (iso(one) < iso(other))
    assert millis(from_iso(iso(one))) == millis(one)
    assert from_seconds(seconds(one)) <= from_iso(iso(one)) <= one
    assert one - from_seconds(seconds(one)) < dt.timedelta(seconds=1)
