"""The slot engine against a slow and simple reading of the rules, minute by minute."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from clinic_day import clinic
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from atendeai.appointment.desk import CLINIC
from atendeai.appointment.model import Busy, Refusal, Slot, Wish
from atendeai.appointment.slots import bookable, free_slots
from atendeai.clinics.context import (
    WEEKDAYS,
    ClinicContext,
    Closure,
    DayException,
    Interval,
    Professional,
    Service,
    WeeklyHours,
)

HOUR = 3600


class Case(Struct):
    context: ClinicContext
    wish: Wish
    first: dt.date
    busy: list[Busy]
    counts: dict[tuple[dt.date, str], int]
    now: dt.datetime

    def slots(self, busy: list[Busy] | None = None, now: dt.datetime | None = None) -> list[Slot]:
        return free_slots(
            self.context,
            self.wish,
            first=self.first,
            last=self.first + dt.timedelta(days=1),
            busy=self.busy if busy is None else busy,
            counts=self.counts,
            now=now or self.now,
        )

    def ask(self, starts: int, professional: str) -> Slot | Refusal:
        return bookable(
            self.context,
            self.wish,
            starts,
            professional,
            busy=self.busy,
            counts=self.counts,
            now=self.now,
        )


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


minutes = st.integers(0, 96).map(lambda quarter: quarter * 15)
intervals = st.lists(
    st.builds(lambda a, b: Interval(start=clock(a), end=clock(b)), minutes, minutes), min_size=0, max_size=3
)
weeks = st.builds(lambda day, other: week(day, other), intervals, intervals)
# The last two are days on which the clocks of São Paulo went forward at midnight, and the day before.
days = st.sampled_from([dt.date(2027, 3, 1), dt.date(2027, 3, 25), dt.date(2028, 2, 28), dt.date(2018, 11, 3)])
zones = st.sampled_from(["America/Sao_Paulo", "America/Manaus", "America/Noronha", "America/Rio_Branco", "UTC"])


def week(day: list[Interval], other: list[Interval]) -> WeeklyHours:
    return WeeklyHours(**{name: other if n % 3 == 1 else day for n, name in enumerate(WEEKDAYS)})


@st.composite
def cases(draw: st.DrawFn) -> Case:
    first = draw(days)
    zone = draw(zones)
    both = [first, first + dt.timedelta(days=1)]
    midnight = int(dt.datetime.combine(first, dt.time(), ZoneInfo(zone)).timestamp())
    exceptions = st.lists(st.builds(DayException, date=st.sampled_from(both), intervals=intervals), max_size=1)
    professionals = [
        Professional(
            id=name,
            name=name,
            working_hours=draw(st.none() | weeks),
            exceptions=draw(exceptions),
            time_off=draw(st.sampled_from([[], [], [], [Closure(start=both[0], end=both[0])]])),
            max_daily=draw(st.sampled_from([None, None, 2])),
        )
        for name in draw(st.sampled_from([["ana"], ["ana", "rui"]]))
    ]
    context = clinic(
        {
            "slot_duration_minutes": draw(st.sampled_from([10, 15, 20, 30, 50])),
            "min_advance_hours": draw(st.integers(0, 6)),
            "max_advance_days": draw(st.integers(1, 3)),
            "max_daily_appointments": draw(st.sampled_from([None, None, 3])),
        },
        time_zone=zone,
        working_hours=draw(weeks),
        exceptions=draw(exceptions),
        closures=draw(st.sampled_from([[], [], [], [Closure(start=both[1], end=both[1])]])),
        professionals=professionals,
        services=[
            Service(
                id="checkup",
                name="Consulta",
                duration_minutes=draw(st.sampled_from([5, 20, 30, 45, 60, 120])),
                buffer_before_minutes=draw(st.sampled_from([0, 0, 10])),
                buffer_after_minutes=draw(st.sampled_from([0, 0, 15])),
                resources=draw(st.sampled_from([[], ["laser"]])),
                max_daily=draw(st.sampled_from([None, None, 2])),
            )
        ],
    )
    block = st.builds(
        lambda who, start, length: Busy(who, midnight + start * 300, midnight + (start + length) * 300),
        st.sampled_from(["prof:ana", "prof:rui", "room:laser", "patient:maria"]),
        st.integers(-6, 580),
        st.integers(1, 30),
    )
    keys = st.tuples(st.sampled_from(both), st.sampled_from([CLINIC, "prof:ana", "service:checkup"]))
    return Case(
        context=context,
        wish=Wish(service_id="checkup", patient_id=draw(st.sampled_from([None, "maria"]))),
        first=first,
        busy=draw(st.lists(block, max_size=12)),
        counts=draw(st.dictionaries(keys, st.integers(0, 4), max_size=3)),
        now=dt.datetime.fromtimestamp(midnight + draw(st.integers(-30 * 60, 30 * 60)) * 60, dt.UTC),
    )


def minutes_open(intervals: list[Interval]) -> set[int]:
    found: set[int] = set()
    for interval in intervals:
        start = int(interval.start[:2]) * 60 + int(interval.start[3:])
        end = int(interval.end[:2]) * 60 + int(interval.end[3:])
        found |= set(range(start, end if end > start else 1440))
    return found


def minutes_of(
    weekly: WeeklyHours | None, exceptions: list[DayException], off: list[Closure], day: dt.date
) -> set[int] | None:
    if any(away.start <= day <= away.end for away in off):
        return set()
    todays = [exception for exception in exceptions if exception.date == day]
    if todays:
        return set().union(*(minutes_open(exception.intervals) for exception in todays))
    return None if weekly is None else minutes_open(weekly.on(day.weekday()))


def minutes_worked(case: Case, professional: Professional, day: dt.date) -> set[int]:
    context = case.context
    clinics = minutes_of(context.working_hours, context.exceptions, context.closures, day)
    good_friday = day == dt.date(2027, 3, 26) and not any(e.date == day for e in context.exceptions)
    carnival = day in (dt.date(2028, 2, 28), dt.date(2028, 2, 29)) and not any(
        e.date == day for e in context.exceptions
    )
    if clinics is None or good_friday or carnival:
        return set()
    own = minutes_of(professional.working_hours, professional.exceptions, professional.time_off, day)
    return clinics if own is None else clinics & own


def on_grid(worked: set[int], minute: int, step: int) -> bool:
    if minute not in worked:
        return False
    opening = minute
    while opening - 1 in worked:
        opening -= 1
    return (minute - opening) % step == 0


def oracle(case: Case) -> set[tuple[int, str]]:
    """Every (start, professional) that the rules allow, by trying every minute of two days."""
    service, policies = case.context.services[0], case.context.scheduling_policies
    zone = ZoneInfo(case.context.time_zone)
    midnight = int(dt.datetime.combine(case.first, dt.time(), zone).timestamp())
    walls = {t: dt.datetime.fromtimestamp(t, zone) for t in range(midnight - 60, midnight + 50 * HOUR, 60)}
    today = case.now.astimezone(zone).date()
    found = set()
    for professional in case.context.professionals:
        worked = {
            day: minutes_worked(case, professional, day) for day in (case.first, case.first + dt.timedelta(days=1))
        }
        for starts in range(midnight, midnight + 48 * HOUR, 60):
            wall = walls[starts]
            day, minute = wall.date(), wall.hour * 60 + wall.minute
            if day not in worked:
                continue
            # A wall time that the clocks skipped stands for the first one that exists.
            before = walls[starts - 60]
            skipped = range(0 if before.date() < day else before.hour * 60 + before.minute + 1, minute)
            if not any(on_grid(worked[day], m, policies.slot_duration_minutes) for m in (*skipped, minute)):
                continue
            visit = [walls[t] for t in range(starts, starts + service.duration_minutes * 60, 60)]
            if any(w.date() != day or w.hour * 60 + w.minute not in worked[day] for w in visit):
                continue
            caps = (
                (CLINIC, policies.max_daily_appointments),
                (f"prof:{professional.id}", professional.max_daily),
                (f"service:{service.id}", service.max_daily),
            )
            if any(cap is not None and case.counts.get((day, key), 0) >= cap for key, cap in caps):
                continue
            if starts < case.now.timestamp() + policies.min_advance_hours * HOUR:
                continue
            if day < today or day > today + dt.timedelta(days=policies.max_advance_days):
                continue
            if blocked(case, service, professional.id, starts):
                continue
            found.add((starts, professional.id))
    return found


def blocked(case: Case, service: Service, professional: str, starts: int) -> bool:
    ends = starts + service.duration_minutes * 60
    for busy in case.busy:
        if busy.resource in (f"prof:{professional}", *(f"room:{room}" for room in service.resources)):
            first = starts - service.buffer_before_minutes * 60
            last = ends + service.buffer_after_minutes * 60
        elif busy.resource == f"patient:{case.wish.patient_id}":
            first, last = starts, ends
        else:
            continue
        if busy.starts < last and first < busy.ends:
            return True
    return False


@settings(max_examples=120, deadline=None)
@given(cases())
def test_the_engine_offers_exactly_what_the_rules_allow(case: Case) -> None:
    slots = case.slots()
    assert {(slot.starts, slot.professional_id) for slot in slots} == oracle(case)
    assert slots == sorted(slots, key=lambda slot: (slot.starts, slot.professional_id))


@settings(max_examples=150, deadline=None)
@given(cases())
def test_what_is_offered_can_be_booked_and_nothing_else(case: Case) -> None:
    offered = {(slot.starts, slot.professional_id): slot for slot in case.slots()}
    zone = ZoneInfo(case.context.time_zone)
    midnight = int(dt.datetime.combine(case.first, dt.time(), zone).timestamp())
    for professional in case.context.professionals:
        on_five_minutes = range(midnight, midnight + 47 * HOUR, 300)
        for starts in {*on_five_minutes, *(s for s, who in offered if who == professional.id)}:
            answer = case.ask(starts, professional.id)
            if (starts, professional.id) in offered:
                assert answer == offered[starts, professional.id]
            else:
                assert isinstance(answer, Refusal)


@settings(max_examples=80, deadline=None)
@given(cases(), st.integers(0, 40 * 60))
def test_time_that_passes_adds_no_slot_to_the_days_already_open(case: Case, later: int) -> None:
    zone = ZoneInfo(case.context.time_zone)
    horizon = case.now.astimezone(zone).date() + dt.timedelta(days=case.context.scheduling_policies.max_advance_days)
    after = case.slots(now=case.now + dt.timedelta(minutes=later))
    assert {slot for slot in after if slot.local.date() <= horizon} <= set(case.slots())


@settings(max_examples=80, deadline=None)
@given(cases(), st.integers(0, 12))
def test_what_is_taken_only_ever_takes_away(case: Case, some: int) -> None:
    assert set(case.slots()) <= set(case.slots(busy=case.busy[:some]))
