"""Wishes for a moment: narrowing, repairs, and the slots that meet them or come nearest."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.appointment.model import Slot
from atendeai.conversation.understanding.model import When
from atendeai.conversation.wishes import (
    MOST_OFFERS,
    allows,
    choose,
    has_date,
    has_time,
    meets,
    merge,
    repaired,
    rules_out,
    window,
)

TODAY = dt.date(2026, 11, 24)
MORNING = (dt.time(4), dt.time(12))


def slot(day: int, hour: int, minute: int = 0, who: str = "ana") -> Slot:
    local = dt.datetime(2026, 11, day, hour, minute)
    starts = int(local.replace(tzinfo=dt.UTC).timestamp())
    return Slot(starts, starts + 1800, who, "eletro", f"{local:%Y-%m-%dT%H:%M}")


WEEK = [slot(day, hour, minute) for day in (25, 26, 27, 30) for hour in (8, 9, 10, 14, 15) for minute in (0, 30)]

slots = st.lists(
    st.builds(slot, st.integers(24, 30), st.integers(8, 17), st.sampled_from([0, 30]), st.sampled_from(["ana", "bia"])),
    unique=True,
)
whens = st.builds(
    When,
    date=st.none() | st.dates(TODAY, TODAY + dt.timedelta(days=9)),
    time=st.none() | st.times(dt.time(7), dt.time(19)).map(lambda t: t.replace(second=0, microsecond=0)),
    time_range=st.none() | st.sampled_from([MORNING, (dt.time(12), dt.time(19)), (dt.time(17), dt.time(23, 59))]),
    weekdays=st.just(()) | st.sampled_from([(0,), (2, 4)]),
    excluded_weekdays=st.just(()) | st.sampled_from([(0,), (4,)]),
    excluded_dates=st.just(()) | st.dates(TODAY, TODAY + dt.timedelta(days=9)).map(lambda day: (day,)),
    excluded_times=st.just(()) | st.sampled_from([(MORNING,), ((dt.time(15), dt.time(16)),)]),
)


def test_narrowing_is_cumulative() -> None:
    friday = When(date=dt.date(2026, 11, 27))
    assert merge(friday, When(time=dt.time(9))) == When(date=dt.date(2026, 11, 27), time=dt.time(9))
    assert merge(When(time_range=MORNING), friday) == When(date=dt.date(2026, 11, 27), time_range=MORNING)
    assert merge(friday, When(weekdays=(0,))) == When(weekdays=(0,))


def test_any_time_clears_all_but_what_is_forbidden() -> None:
    old = When(date=dt.date(2026, 11, 27), time=dt.time(9), excluded_weekdays=(0,))
    assert merge(old, When(anytime=True)) == When(excluded_weekdays=(0,))


def test_the_past_is_no_wish() -> None:
    old = When(date=dt.date(2026, 11, 27))
    assert merge(old, When(date=dt.date(2026, 11, 20), past=True)) == old


def test_a_forbidden_weekday_that_is_wished_is_forbidden_no_more() -> None:
    assert merge(When(excluded_weekdays=(0, 4)), When(weekdays=(4,))) == When(weekdays=(4,), excluded_weekdays=(0,))


def test_a_forbidden_day_or_hour_ends_the_wish_for_it() -> None:
    thursday, friday = dt.date(2026, 11, 26), dt.date(2026, 11, 27)
    no_friday = When(excluded_dates=(friday,))
    assert merge(When(date=friday, time=dt.time(9)), no_friday) == When(time=dt.time(9), excluded_dates=(friday,))
    assert merge(When(candidates=(thursday, friday)), no_friday).candidates == (thursday,)
    assert merge(When(date_range=(friday, friday)), no_friday).date_range is None
    assert merge(When(date_range=(thursday, friday)), no_friday).date_range == (thursday, friday)
    assert merge(When(date=friday), When(excluded_weekdays=(4,))) == When(excluded_weekdays=(4,))
    assert merge(When(time_range=MORNING), When(excluded_times=(MORNING,))).time_range is None
    assert merge(When(time=dt.time(9)), When(excluded_times=(MORNING,))).time is None
    assert merge(When(date=friday, time=dt.time(15)), When(excluded_times=(MORNING,))).time == dt.time(15)


def test_what_is_wished_for_after_all_is_forbidden_no_more() -> None:
    friday = dt.date(2026, 11, 27)
    forbidden = When(excluded_dates=(friday,), excluded_weekdays=(4,), excluded_times=(MORNING,))
    assert merge(forbidden, When(date=friday, time=dt.time(9))) == When(date=friday, time=dt.time(9))
    assert merge(forbidden, When(candidates=(friday,))).excluded_weekdays == ()
    assert merge(forbidden, When(time_range=MORNING)).excluded_times == ()
    assert merge(forbidden, When(date=friday - dt.timedelta(days=1))).excluded_dates == (friday,)


def test_what_is_forbidden_is_not_offered() -> None:
    forbidden = When(excluded_dates=(dt.date(2026, 11, 26),), excluded_times=((dt.time(9), dt.time(10)),))
    assert rules_out(forbidden) and not rules_out(When())
    assert not allows(slot(26, 8), forbidden) and not allows(slot(27, 9, 30), forbidden)
    assert allows(slot(27, 10), forbidden) and meets(slot(27, 10), forbidden)
    shown = choose(WEEK, forbidden, TODAY)
    assert shown.exact and all(allows(each, forbidden) for each in shown.slots)
    assert repaired(forbidden, "other_day", [slot(27, 10)]).excluded_times == forbidden.excluded_times
    assert choose([slot(26, 8)], forbidden, TODAY) == choose([slot(26, 8)], When(date=dt.date(2026, 11, 25)), TODAY)


@given(whens, whens)
def test_the_new_wish_wins(old: When, new: When) -> None:
    both = merge(old, new)
    assert not has_date(new) or (both.date, both.weekdays) == (new.date, new.weekdays)
    assert not has_time(new) or (both.time, both.time_range) == (new.time, new.time_range)


def test_later_and_earlier_on_one_day() -> None:
    shown = [slot(27, 9), slot(27, 10)]
    when = When(date=dt.date(2026, 11, 27))
    assert repaired(when, "later", shown) == When(date=when.date, time_range=(dt.time(10, 1), dt.time(23, 59)))
    assert repaired(when, "earlier", shown) == When(date=when.date, time_range=(dt.time(0), dt.time(9)))


def test_later_and_earlier_over_several_days_mean_the_half_day() -> None:
    shown = [slot(26, 9), slot(27, 10)]
    assert repaired(When(), "later", shown).time_range == (dt.time(12), dt.time(23, 59))
    assert repaired(When(), "earlier", shown).time_range == (dt.time(0), dt.time(12))


def test_another_day_comes_after_the_last_shown_and_keeps_the_hours() -> None:
    after = repaired(When(time_range=MORNING), "other_day", [slot(26, 9), slot(27, 10)])
    assert after.date_range is not None and after.date_range[0] == dt.date(2026, 11, 28)
    assert after.time_range == MORNING


def test_another_time_is_later_that_day_or_another_day() -> None:
    friday = When(date=dt.date(2026, 11, 27), time=dt.time(9))
    assert repaired(friday, "other_time", [slot(27, 9)]) == When(
        date=dt.date(2026, 11, 27), time_range=(dt.time(9, 1), dt.time(23, 59))
    )
    assert repaired(When(), "other_time", [slot(27, 9)]) == repaired(When(), "other_day", [slot(27, 9)])


@pytest.mark.parametrize("repair", ["later", "earlier", "other_day", "other_time"])
def test_repairs_of_nothing_shown(repair: str) -> None:
    kept = repaired(When(time_range=MORNING), repair, [])  # type: ignore[arg-type]
    assert kept in (When(), When(time_range=MORNING))


@given(whens, st.integers(1, 90))
def test_the_window_is_never_empty_nor_beyond_the_horizon(when: When, days: int) -> None:
    first, last = window(when, TODAY, days)
    assert TODAY <= first <= last <= TODAY + dt.timedelta(days=days)


@given(slots, whens)
def test_what_is_shown_is_free_few_and_in_order(free: list[Slot], when: When) -> None:
    free = sorted(free)
    found = choose(free, when, TODAY)
    assert set(found.slots) <= set(free) and len(found.slots) <= MOST_OFFERS
    assert found.slots == sorted(found.slots)
    assert len({s.starts for s in found.slots}) == len(found.slots)
    assert bool(found.slots) == bool(free)
    if found.exact:
        assert all(meets(s, when) for s in found.slots)
    else:
        assert not any(meets(s, when) for s in free)


def test_one_day_is_shown_over_its_hours() -> None:
    shown = choose(WEEK, When(date=dt.date(2026, 11, 26)), TODAY).slots
    assert [s.local.hour for s in shown] == [8, 9, 10, 10, 14, 15] or len({s.local.hour for s in shown}) >= 4
    assert {s.local.day for s in shown} == {26}


def test_no_day_wished_shows_several_days() -> None:
    assert len({s.local.day for s in choose(WEEK, When(), TODAY).slots}) >= 3


def test_a_day_without_slots_is_met_by_its_neighbours_on_both_sides() -> None:
    shown = choose(WEEK, When(date=dt.date(2026, 11, 28)), TODAY).slots
    assert {s.local.day for s in shown} == {27, 30} or {s.local.day for s in shown} == {26, 27}
    assert max(sum(s.local.day == day for s in shown) for day in (26, 27, 30)) <= MOST_OFFERS // 2


def test_a_taken_hour_is_met_by_the_nearest_hours_of_that_day_first() -> None:
    free = [s for s in WEEK if s.local != dt.datetime(2026, 11, 26, 9)]
    shown = choose(free, When(date=dt.date(2026, 11, 26), time=dt.time(9)), TODAY).slots
    assert [s.local.strftime("%d %H:%M") for s in shown if s.local.day == 26] == ["26 08:00", "26 08:30", "26 09:30"]


def test_an_hour_that_nobody_has_is_met_by_the_nearest_hour_soon() -> None:
    shown = choose(WEEK, When(time=dt.time(18)), TODAY).slots
    assert {"25 15:30", "26 15:30"} <= {s.local.strftime("%d %H:%M") for s in shown}


def test_a_forbidden_weekday_is_not_shown_even_as_nearest() -> None:
    shown = choose(WEEK, When(time=dt.time(18), excluded_weekdays=(2, 3)), TODAY).slots
    assert {s.local.day for s in shown} == {27, 30}


def test_until_the_end_of_the_day_includes_it() -> None:
    assert meets(slot(26, 18), When(time_range=(dt.time(17), dt.time(23, 59))))
    assert not meets(slot(26, 12), When(time_range=MORNING))


def test_one_of_several_named_dates_is_meant_and_no_other() -> None:
    """ "Amanhã ou quinta" """
    when = When(candidates=(dt.date(2026, 11, 25), dt.date(2026, 11, 27)))
    assert window(when, TODAY, 60) == (dt.date(2026, 11, 25), dt.date(2026, 11, 27))
    assert meets(slot(25, 9), when)
    assert not meets(slot(26, 9), when)


def test_a_range_of_dates_is_kept_to() -> None:
    when = When(date_range=(dt.date(2026, 11, 26), dt.date(2026, 11, 27)))
    assert [meets(slot(day, 9), when) for day in (25, 26, 27, 30)] == [False, True, True, False]


def test_a_week_ruled_out_and_then_wished_for_is_wished_for() -> None:
    days = tuple(dt.date(2026, 11, 30) + dt.timedelta(days=on) for on in range(7))
    after = merge(When(excluded_dates=days), When(date_range=(days[0], days[-1])))
    assert after.excluded_dates == () and after.date_range == (days[0], days[-1])


def test_a_single_day_ruled_out_stays_out_of_the_week_wished_for() -> None:
    day = dt.date(2026, 12, 3)
    after = merge(When(excluded_dates=(day,)), When(date_range=(dt.date(2026, 11, 30), dt.date(2026, 12, 6))))
    assert after.excluded_dates == (day,)


def test_hours_within_a_stretch_ruled_out_lift_it() -> None:
    morning = (dt.time(0), dt.time(12))
    after = merge(When(excluded_times=(morning,)), When(time_range=(dt.time(9), dt.time(11))))
    assert after.excluded_times == ()
