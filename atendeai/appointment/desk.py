"""One wish laid beside everything that may refuse it: the checks that offers and bookings share.

Pure: what is taken, how many visits each day has, and what time it is are handed in. Times are UTC
seconds, days are local days of the clinic.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from atendeai.appointment.model import Busy, Reason, Refusal, Slot, Wish
from atendeai.clinics.context import ClinicContext, Professional, Service
from atendeai.clinics.hours import Closed, Stretch, closed_reason, merged, professional_intervals, utc_seconds

Counts = Mapping[tuple[dt.date, str], int]
"""Visits per local day and key (`CLINIC`, `prof:ID`, `service:ID`); what is absent counts as zero."""

CLINIC = "clinic"


def accepts(context: ClinicContext, service: Service, insurance: str) -> bool:
    """Whether a service is done under that plan: its own list, or every active plan of the clinic."""
    active = [plan.name for plan in context.insurance_plans if plan.active]
    accepted = service.insurance or active
    retired = {plan.name.casefold() for plan in context.insurance_plans if not plan.active}
    name = insurance.casefold()
    return service.accepts_insurance and name not in retired and name in map(str.casefold, accepted)


def footprint(service: Service, starts: int, ends: int, professional_id: str, patient_id: str | None) -> list[Busy]:
    """What a visit takes: professional and rooms with the buffers, the patient only while being seen."""
    first = starts - service.buffer_before_minutes * 60
    last = ends + service.buffer_after_minutes * 60
    taken = [Busy(resource, first, last) for resource in resources(service, professional_id)]
    return taken if patient_id is None else [*taken, Busy(f"patient:{patient_id}", starts, ends)]


def resources(service: Service, professional_id: str) -> list[str]:
    """What of the clinic a visit takes."""
    rooms = [f"room:{resource}" for resource in dict.fromkeys(service.resources)]
    return [f"prof:{professional_id}", *rooms]


class Desk(Struct, frozen=True, kw_only=True):
    """One wish laid beside everything that may refuse it."""

    context: ClinicContext
    service: Service
    professionals: list[Professional]
    zone: ZoneInfo
    now: float
    today: dt.date
    counts: Counts
    taken: dict[str, list[Stretch]]  # per professional, rooms included; merged, so one bisection answers
    patient_taken: list[Stretch]

    @property
    def horizon(self) -> dt.date:
        """The last local day that may be booked."""
        return self.today + dt.timedelta(days=self.context.scheduling_policies.max_advance_days)

    def candidates(self, professional: Professional, day: dt.date) -> list[Slot] | Refusal:
        """Visits that fit the hours and the grid of a day, taken or not; or what speaks against the day."""
        policies = self.context.scheduling_policies
        if day < self.today:
            return Refusal(Reason.PAST)
        if day > self.horizon:
            return Refusal(Reason.HORIZON, str(policies.max_advance_days))
        hours = tuple(professional_intervals(self.context, professional, day))
        if not hours:
            return self._closed(professional, day)
        return self._full(professional, day) or [
            Slot(starts, ends, professional.id, self.service.id, local_start)
            for starts, ends, local_start in grid(
                self.zone, day, hours, policies.slot_duration_minutes, self.service.duration_minutes
            )
        ]

    def _closed(self, professional: Professional, day: dt.date) -> Refusal:
        closed = closed_reason(self.context, day, professional) or Closed("closed")
        return Refusal(Reason(closed.reason), closed.detail)

    def _full(self, professional: Professional, day: dt.date) -> Refusal | None:
        caps = (
            (CLINIC, self.context.scheduling_policies.max_daily_appointments, ""),
            (f"prof:{professional.id}", professional.max_daily, professional.shown),
            (f"service:{self.service.id}", self.service.max_daily, self.service.name),
        )
        for key, cap, name in caps:
            if cap is not None and self.counts.get((day, key), 0) >= cap:
                return Refusal(Reason.DAY_CAP, name)
        return None

    def misfit(self, professional: Professional, day: dt.date, starts: int) -> Reason:
        """Why an instant is no candidate: the visit would leave the hours, or it starts between two steps."""
        ends = starts + self.service.duration_minutes * 60
        for opens, closes in professional_intervals(self.context, professional, day):
            if utc_seconds(self.zone, day, opens) <= starts and ends <= utc_seconds(self.zone, day, closes):
                return Reason.OFF_GRID
        return Reason.CLOSED

    def refusal(self, slot: Slot) -> Refusal | None:
        """What speaks against one candidate."""
        notice = self.context.scheduling_policies.min_advance_hours
        if slot.starts < self.now:
            return Refusal(Reason.PAST)
        if slot.starts < self.now + notice * 3600:
            return Refusal(Reason.NOTICE, str(notice))
        if _overlaps(self.patient_taken, slot.starts, slot.ends):
            return Refusal(Reason.PATIENT_BUSY)
        before = slot.starts - self.service.buffer_before_minutes * 60
        after = slot.ends + self.service.buffer_after_minutes * 60
        if _overlaps(self.taken[slot.professional_id], before, after):
            return Refusal(Reason.TAKEN)
        return None


def desk_for(
    context: ClinicContext, wish: Wish, busy: Sequence[Busy], counts: Counts, now: dt.datetime
) -> Desk | Refusal:
    """Lay a wish out, or say what no day and no hour could mend."""
    service = context.service(wish.service_id)
    if service is None:
        return Refusal(Reason.UNKNOWN_SERVICE)
    professionals = _professionals(context, service, wish)
    if isinstance(professionals, Refusal):
        return professionals
    if wish.insurance is not None and not accepts(context, service, wish.insurance):
        return Refusal(Reason.PLAN_NOT_ACCEPTED, wish.insurance)
    zone = ZoneInfo(context.time_zone)
    by_resource: dict[str, list[Stretch]] = {}
    for stretch in busy:
        by_resource.setdefault(stretch.resource, []).append((stretch.starts, stretch.ends))
    return Desk(
        context=context,
        service=service,
        professionals=professionals,
        zone=zone,
        now=now.timestamp(),
        today=now.astimezone(zone).date(),
        counts=counts,
        taken={
            p.id: merged(it for resource in resources(service, p.id) for it in by_resource.get(resource, ()))
            for p in professionals
        },
        patient_taken=merged(by_resource.get(f"patient:{wish.patient_id}", ())),
    )


def _professionals(context: ClinicContext, service: Service, wish: Wish) -> list[Professional] | Refusal:
    performers = context.performers(service)
    asked = [p for p in performers if wish.professional_id in (None, p.id)]
    if not asked:
        return Refusal(Reason.UNKNOWN_PROFESSIONAL)
    welcoming = [p for p in asked if p.accepts_new_patients or not wish.new_patient]
    if not welcoming:
        return Refusal(Reason.NO_NEW_PATIENTS, asked[0].shown if len(asked) == 1 else "")
    return welcoming


@lru_cache(maxsize=2048)
def grid(
    zone: ZoneInfo, day: dt.date, hours: tuple[Stretch, ...], step: int, duration: int
) -> tuple[tuple[int, int, str], ...]:
    """Starts every `step` minutes from each opening, as long as the visit ends before closing."""
    visits: dict[int, tuple[int, int, str]] = {}
    for opens, closes in hours:
        closing = utc_seconds(zone, day, closes)
        for minute in range(opens, closes, step):
            starts = utc_seconds(zone, day, minute)
            ends = starts + duration * 60
            if ends <= closing:
                local = dt.datetime.fromtimestamp(starts, zone).strftime("%Y-%m-%dT%H:%M")
                visits[starts] = (starts, ends, local)
    return tuple(visits.values())


def _overlaps(taken: list[Stretch], starts: int, ends: int) -> bool:
    """Whether a half-open stretch meets any of the merged, sorted ones."""
    before = bisect_left(taken, (ends,))
    return before > 0 and taken[before - 1][1] > starts
