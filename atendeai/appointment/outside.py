"""Visits that stand although nobody would be there: after hours were changed, staff have to move them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from atendeai.appointment import store
from atendeai.appointment.model import Appointment
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.hours import DAY, clinic_intervals, professional_intervals
from atendeai.database import Transaction
from atendeai.ops.clock import seconds

FOREVER = 2**53  # UTC seconds
_MINUTE = 60


def upcoming_outside(tx: Transaction, context: ClinicContext, now: dt.datetime) -> list[Appointment]:
    """Visits to come that do not lie within the hours of the context, by start."""
    return outside(context, store.agenda(tx, seconds(now), FOREVER))


def outside(context: ClinicContext, visits: Sequence[Appointment]) -> list[Appointment]:
    """Those of the visits during which the clinic, or their professional, is not there throughout."""
    return [visit for visit in visits if not _within(context, visit)]


def _within(context: ClinicContext, visit: Appointment) -> bool:
    zone = ZoneInfo(context.time_zone)
    start, end = (dt.datetime.fromtimestamp(at, zone) for at in (visit.starts, visit.ends))
    day, first, left = start.date(), start.hour * 60 + start.minute, -(-(visit.ends - visit.starts) // _MINUTE)
    if end.date() == day:
        left = end.hour * 60 + end.minute - first
    while left > 0:  # a visit may go on over midnight
        last = min(first + left, DAY)
        if not any(opens <= first and last <= closes for opens, closes in _hours(context, visit, day)):
            return False
        day, left, first = day + dt.timedelta(days=1), left - (last - first), 0
    return True


def _hours(context: ClinicContext, visit: Appointment, day: dt.date) -> list[tuple[int, int]]:
    professional = context.professional(visit.professional_id)
    if professional is None:  # who is no longer in the document has no hours of their own
        return clinic_intervals(context, day)
    return professional_intervals(context, professional, day)
