"""A clinic's agenda through random days: whatever happens, no two visits overlap and no place is left behind."""

from __future__ import annotations

import datetime as dt
import itertools
import tempfile
from pathlib import Path
from typing import Any

from clinic_day import CHECKUP, FRIDAY_BEFORE, MONDAY, clinic, new_file
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from atendeai.appointment import booking, ledger, store
from atendeai.appointment.model import (
    Booked,
    Busy,
    Cancelled,
    Held,
    Moved,
    NotFound,
    OutsidePolicy,
    PresenceConfirmed,
    Slot,
    SlotTaken,
    Wish,
)
from atendeai.appointment.slots import free_slots
from atendeai.clinics.context import Service

CONTEXT = clinic(
    {"min_advance_hours": 0, "max_daily_appointments": 9},
    services=[
        Service(
            id="checkup",
            name="Consulta",
            duration_minutes=60,
            buffer_after_minutes=10,
            resources=["laser"],
        )
    ],
)
GRID = free_slots(
    CONTEXT,
    CHECKUP,
    first=MONDAY,
    last=MONDAY + dt.timedelta(days=1),
    busy=[],
    counts={},
    now=FRIDAY_BEFORE,
)
people = st.sampled_from(["maria", "joao"])
wanted_slots = st.sampled_from(GRID)


class Agenda(RuleBasedStateMachine):
    visits: Bundle[str] = Bundle("visits")

    @initialize()
    def a_new_clinic(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.file = new_file(Path(self.folder.name) / "clinic.db")
        self.now = FRIDAY_BEFORE

    def teardown(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
            self.folder.cleanup()

    def asks(self, slot: Slot, who: str) -> dict[str, Any]:
        return {
            "wish": CHECKUP,
            "starts": slot.starts,
            "professional_id": slot.professional_id,
            "contact_id": who,
            "patient_id": who,
            "source": "whatsapp",
            "now": self.now,
            "by": who,
        }

    @rule(target=visits, slot=wanted_slots, who=people)
    def books(self, slot: Slot, who: str) -> Any:
        expected = self.expects(slot, who)
        outcome = self.file.write(lambda tx: booking.book(tx, CONTEXT, request_key=None, **self.asks(slot, who)))
        assert isinstance(outcome, Booked) is expected
        return outcome.appointment.id if isinstance(outcome, Booked) else multiple()

    @rule(slot=wanted_slots, who=people, minutes=st.none() | st.integers(1, 60))
    def holds(self, slot: Slot, who: str, minutes: int | None) -> None:
        expected = self.expects(slot, who)
        outcome = self.file.write(lambda tx: booking.hold(tx, CONTEXT, minutes=minutes, **self.asks(slot, who)))
        assert isinstance(outcome, Held) is expected

    @rule(visit=visits, slot=wanted_slots)
    def holds_to_move(self, visit: str, slot: Slot) -> None:
        found = self.file.read(lambda tx: store.appointment(tx, visit))
        assert found is not None
        wanted = self.asks(slot, found.contact_id)
        self.file.write(lambda tx: booking.hold(tx, CONTEXT, moving=visit, **wanted))

    @rule(target=visits, who=people)
    def says_yes_to_what_is_held(self, who: str) -> Any:
        held = self.file.read(lambda tx: store.held(tx, who, self.now))
        if held is None:
            return multiple()
        slot = Slot(held.starts, held.ends, held.professional_id, "checkup", held.local_start)
        own = self.file.read(lambda tx: store.upcoming(tx, who, self.now))
        beside = any(visit.starts < held.ends and held.starts < visit.ends for visit in own)
        outcome = self.file.write(lambda tx: booking.book(tx, CONTEXT, request_key=None, **self.asks(slot, who)))
        # Only a hold over the very visit that it was meant to move cannot become a second one.
        assert isinstance(outcome, Booked) or beside
        return outcome.appointment.id if isinstance(outcome, Booked) else multiple()

    @rule(visit=visits, slot=wanted_slots)
    def moves(self, visit: str, slot: Slot) -> None:
        before = self.file.read(lambda tx: store.appointment(tx, visit))
        outcome = self.file.write(
            lambda tx: booking.move(
                tx,
                CONTEXT,
                visit,
                starts=slot.starts,
                professional_id=slot.professional_id,
                now=self.now,
                by="staff",
            )
        )
        assert isinstance(outcome, Moved | SlotTaken | OutsidePolicy | NotFound)
        after = self.file.read(lambda tx: store.appointment(tx, visit))
        assert after == (outcome.appointment if isinstance(outcome, Moved) else before)

    @rule(visit=consumes(visits))
    def cancels(self, visit: str) -> None:
        outcome = self.file.write(lambda tx: booking.cancel(tx, CONTEXT, visit, now=self.now, by="staff"))
        assert isinstance(outcome, Cancelled)
        again = self.file.write(lambda tx: booking.cancel(tx, CONTEXT, visit, now=self.now, by="staff"))
        assert again == NotFound(visit)

    @rule(visit=visits)
    def confirms(self, visit: str) -> None:
        outcome = self.file.write(lambda tx: booking.confirm(tx, visit, now=self.now, by="staff"))
        assert isinstance(outcome, PresenceConfirmed)

    @rule(who=people)
    def lets_go(self, who: str) -> None:
        self.file.write(lambda tx: booking.release(tx, who))

    @rule(minutes=st.integers(1, 90))
    def time_passes(self, minutes: int) -> None:
        self.now += dt.timedelta(minutes=minutes)

    @rule()
    def the_sweep_comes_by(self) -> None:
        self.file.write(lambda tx: ledger.drop_expired_holds(tx, self.now))

    def expects(self, slot: Slot, who: str) -> bool:
        """Whether the receptionist would offer that slot to that person right now."""

        def offered(tx: Any) -> bool:
            day = slot.local.date()
            free = free_slots(
                CONTEXT,
                Wish(service_id="checkup", patient_id=who),
                first=day,
                last=day,
                busy=store.busy(tx, None, slot.starts - 90_000, slot.ends + 90_000, now=self.now, for_contact=who),
                counts=store.day_counts(tx, day, day, now=self.now, for_contact=who),
                now=self.now,
            )
            return slot in free

        return self.file.read(offered)

    def places_of(self, visit: str) -> list[Busy]:
        return self.file.read(lambda tx: store.occupied(tx, visit))

    @invariant()
    def no_two_visits_overlap(self) -> None:
        if not hasattr(self, "file"):
            return
        places = self.file.read(
            lambda tx: tx.dicts("select resource, starts, ends from occupancy order by resource, starts")
        )
        for one, next_one in itertools.pairwise(places):
            assert one["resource"] != next_one["resource"] or one["ends"] <= next_one["starts"]

    @invariant()
    def places_are_taken_exactly_while_a_visit_lives(self) -> None:
        if not hasattr(self, "file"):
            return
        rows = self.file.read(
            lambda tx: tx.dicts(
                """select a.status, count(o.id) as places from appointments a
                  left join occupancy o on o.appointment_id = a.id group by a.id"""
            )
        )
        for row in rows:
            if row["status"] == "cancelled":
                assert row["places"] == 0
            elif row["status"] != "held":
                assert row["places"] == 3  # the professional, the room, the patient


Agenda.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
test_the_agenda_lives = Agenda.TestCase
