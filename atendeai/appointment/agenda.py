"""Free time as the clinic's file has it at this moment: rows read for the window that is asked, then pure rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from msgspec import Struct

from atendeai.appointment import slots, store
from atendeai.appointment.desk import Counts
from atendeai.appointment.model import Busy, Refusal, Slot, Wish
from atendeai.clinics.context import ClinicContext
from atendeai.database import Transaction

# Buffers and overnight visits reach over midnight.
MARGIN = dt.timedelta(days=1)


class LiveAgenda(Struct, frozen=True):
    """One transaction's view. What `contact_id` holds does not stand in their own way; neither does the visit
    that is `moving`."""

    tx: Transaction
    context: ClinicContext
    now: dt.datetime
    contact_id: str

    def free(self, wish: Wish, first: dt.date, last: dt.date, *, moving: str | None = None) -> list[Slot]:
        """Bookable slots of the local days `first` to `last`, both included, by start, the least busy first."""
        busy, counts = self._taken(first, last, moving)
        zone = ZoneInfo(self.context.time_zone)
        week = dt.datetime.combine(first, dt.time(), zone)
        load = store.load(self.tx, int(week.timestamp()), int((week + dt.timedelta(days=7)).timestamp()))
        return slots.free_slots(
            self.context, wish, first=first, last=last, busy=busy, counts=counts, now=self.now, load=load
        )

    def check(self, wish: Wish, starts: int, professional_id: str, *, moving: str | None = None) -> Slot | Refusal:
        """The slot at that UTC second, or why there is none."""
        day = dt.datetime.fromtimestamp(starts, ZoneInfo(self.context.time_zone)).date()
        busy, counts = self._taken(day, day, moving)
        return slots.bookable(self.context, wish, starts, professional_id, busy=busy, counts=counts, now=self.now)

    def explain(self, wish: Wish, day: dt.date, *, moving: str | None = None) -> Refusal | None:
        """Why a local day has no slot at all; None when it has one."""
        busy, counts = self._taken(day, day, moving)
        return slots.explain(self.context, wish, day, busy=busy, counts=counts, now=self.now)

    def _taken(self, first: dt.date, last: dt.date, moving: str | None) -> tuple[Sequence[Busy], Counts]:
        zone = ZoneInfo(self.context.time_zone)
        start = dt.datetime.combine(first, dt.time(), zone) - MARGIN
        end = dt.datetime.combine(last, dt.time(), zone) + 2 * MARGIN
        busy = store.busy(
            self.tx,
            None,
            int(start.timestamp()),
            int(end.timestamp()),
            now=self.now,
            exclude_appointment=moving,
            for_contact=self.contact_id,
        )
        counts = store.day_counts(
            self.tx, first, last, now=self.now, exclude_appointment=moving, for_contact=self.contact_id
        )
        return busy, counts
