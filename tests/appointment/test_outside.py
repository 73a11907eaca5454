"""Which visits no longer lie within the hours: against an oracle that looks at every minute."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from atendeai.appointment.model import Appointment
from atendeai.appointment.outside import outside
from atendeai.clinics.context import (
    WEEKDAYS,
    ClinicContext,
    ClinicFacts,
    Closure,
    DayException,
    Interval,
    Professional,
    WeeklyHours,
)

ZONE = ZoneInfo("America/Sao_Paulo")
MONDAY = dt.date(2026, 11, 23)
HELENA = "helena"


def visit(day: dt.date, minute: int, minutes: int, professional_id: str = HELENA) -> Appointment:
    start = dt.datetime.combine(day, dt.time(), ZONE) + dt.timedelta(minutes=minute)
    begins = int(start.timestamp())
    return Appointment(
        id="v",
        patient_id="p",
        contact_id="c",
        patient_name="Maria",
        service_id="s",
        service_name="Consulta",
        professional_id=professional_id,
        professional_name="Helena",
        local_start=f"{start:%Y-%m-%dT%H:%M}",
        tz="America/Sao_Paulo",
        starts=begins,
        ends=begins + minutes * 60,
        status="scheduled",
        source="whatsapp",
    )


def shown(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


@st.composite
def days(draw: st.DrawFn) -> list[Interval]:
    """Intervals of a day, apart or touching."""
    marks = sorted(draw(st.lists(st.integers(0, 96), min_size=0, max_size=6, unique=True)))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return [Interval(start=shown(15 * a), end=shown(15 * b)) for a, b in pairs]


@st.composite
def contexts(draw: st.DrawFn) -> ClinicContext:
    week = WeeklyHours(**{name: draw(days()) for name in WEEKDAYS})
    own = draw(st.none() | st.builds(lambda one: WeeklyHours(**dict.fromkeys(WEEKDAYS, one)), days()))
    exceptions = [DayException(date=MONDAY, intervals=draw(days()))] if draw(st.booleans()) else []
    closures = [Closure(start=MONDAY, end=MONDAY)] if draw(st.integers(0, 9)) == 0 else []
    helena = Professional(id=HELENA, name="Helena", working_hours=own)
    return ClinicContext(
        clinic=ClinicFacts(name="C"), working_hours=week, exceptions=exceptions, closures=closures,
        professionals=[helena],
    )  # fmt: skip


def open_at(context: ClinicContext, day: dt.date, minute: int, professional_id: str) -> bool:
    """Whether somebody is there in that very minute, said as plainly as can be."""
    day, minute = day + dt.timedelta(days=minute // 1440), minute % 1440
    if any(closure.start <= day <= closure.end for closure in context.closures):
        return False
    clinic = next((one.intervals for one in context.exceptions if one.date == day), None)
    if clinic is None:
        clinic = context.working_hours.on(day.weekday())
    helena = context.professional(professional_id)
    both = [clinic] if helena is None or helena.working_hours is None else [
        clinic, helena.working_hours.on(day.weekday())
    ]  # fmt: skip
    return all(any(one.start <= shown(minute) < one.end for one in intervals) for intervals in both)


@given(
    context=contexts(),
    ahead=st.integers(0, 6),
    quarter=st.integers(0, 95),
    quarters=st.integers(1, 40),
    professional_id=st.sampled_from([HELENA, "gone"]),
)
def test_every_minute_counts(
    context: ClinicContext, ahead: int, quarter: int, quarters: int, professional_id: str
) -> None:
    day, minute, minutes = MONDAY + dt.timedelta(days=ahead), 15 * quarter, 15 * quarters
    one = visit(day, minute, minutes, professional_id)
    within = all(open_at(context, day, at, professional_id) for at in range(minute, minute + minutes, 5))
    assert outside(context, [one]) == ([] if within else [one])


@pytest.mark.parametrize(
    ("closes", "start", "minutes", "fits"),
    [("12:00", 690, 30, True), ("12:00", 691, 30, False), ("12:00", 470, 30, False), ("12:00", 480, 240, True)],
)
def test_to_the_minute(closes: str, start: int, minutes: int, fits: bool) -> None:
    hours = WeeklyHours(monday=[Interval(start="08:00", end=closes)])
    context = ClinicContext(clinic=ClinicFacts(name="C"), working_hours=hours)
    one = visit(MONDAY, start, minutes)
    assert (outside(context, [one]) == []) == fits


def test_over_midnight() -> None:
    hours = WeeklyHours(monday=[Interval(start="22:00", end="24:00")], tuesday=[Interval(start="00:00", end="02:00")])
    context = ClinicContext(clinic=ClinicFacts(name="C"), working_hours=hours)
    assert outside(context, [visit(MONDAY, 23 * 60, 120)]) == []
    closed = structs.replace(context, working_hours=structs.replace(hours, tuesday=[]))
    assert len(outside(closed, [visit(MONDAY, 23 * 60, 120)])) == 1
