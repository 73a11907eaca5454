"""Booking, holding, moving and cancelling in a real file."""

from __future__ import annotations

import datetime as dt
from typing import Any

import apsw
import pytest
from clinic_day import CHECKUP, FRIDAY_BEFORE, at, clinic, instant

from atendeai.appointment import booking, ledger, store
from atendeai.appointment.model import (
    Appointment,
    Booked,
    Cancelled,
    Held,
    Moved,
    NotFound,
    OutsidePolicy,
    PresenceConfirmed,
    Reason,
    Refusal,
    SlotTaken,
    Wish,
)
from atendeai.clinics.context import ClinicContext, InsurancePlan, Professional, Service
from atendeai.database import Database

CLINIC = clinic()


def asked(time: str, who: str, professional: str, changes: dict[str, Any]) -> dict[str, Any]:
    return {
        "wish": CHECKUP,
        "starts": at(time),
        "professional_id": professional,
        "contact_id": who,
        "patient_id": who,
        "source": "whatsapp",
        "now": FRIDAY_BEFORE,
        "by": who,
    } | changes


def book(
    file: Database,
    time: str,
    who: str = "maria",
    professional: str = "ana",
    context: ClinicContext = CLINIC,
    **changes: Any,
) -> object:
    wanted = {"request_key": None} | asked(time, who, professional, changes)
    return file.write(lambda tx: booking.book(tx, context, **wanted))


def hold(
    file: Database,
    time: str,
    who: str = "maria",
    professional: str = "ana",
    context: ClinicContext = CLINIC,
    **changes: Any,
) -> object:
    wanted = asked(time, who, professional, changes)
    return file.write(lambda tx: booking.hold(tx, context, **wanted))


def move(
    file: Database,
    appointment_id: str,
    time: str,
    professional: str = "ana",
    context: ClinicContext = CLINIC,
    **changes: Any,
) -> object:
    wanted = {
        "starts": at(time),
        "professional_id": professional,
        "now": FRIDAY_BEFORE,
        "by": "maria",
    } | changes
    return file.write(lambda tx: booking.move(tx, context, appointment_id, **wanted))


def cancel(file: Database, appointment_id: str, now: dt.datetime = FRIDAY_BEFORE, **more: Any) -> object:
    return file.write(lambda tx: booking.cancel(tx, CLINIC, appointment_id, now=now, by="maria", **more))


def confirm(file: Database, appointment_id: str, now: dt.datetime = FRIDAY_BEFORE, **more: Any) -> object:
    return file.write(lambda tx: booking.confirm(tx, appointment_id, now=now, by="maria", **more))


def booked(file: Database, *args: Any, **changes: Any) -> Appointment:
    outcome = book(file, *args, **changes)
    assert isinstance(outcome, Booked)
    return outcome.appointment


def places(file: Database, appointment_id: str) -> dict[str, tuple[int, int]]:
    found = file.read(lambda tx: store.occupied(tx, appointment_id))
    return {busy.resource: (busy.starts, busy.ends) for busy in found}


def changes_of(file: Database, appointment_id: str) -> list[tuple[str, int, str]]:
    rows = file.read(
        lambda tx: tx.dicts(
            """select change, version, local_start from appointment_history
              where appointment_id = ? order by id""",
            (appointment_id,),
        )
    )
    return [(row["change"], row["version"], row["local_start"][11:]) for row in rows]


def count(file: Database, table: str) -> int:
    return int(file.read(lambda tx: tx.value(f"select count(*) from {table}")))


class TestBooking:
    def test_the_receipt_is_the_row(self, file: Database) -> None:
        visit = booked(file, "09:00")
        assert visit == Appointment(
            id=visit.id,
            patient_id="maria",
            contact_id="maria",
            patient_name="Maria",
            service_id="checkup",
            service_name="Consulta",
            professional_id="ana",
            professional_name="Dra. Ana",
            local_start="2027-03-01T09:00",
            tz="America/Sao_Paulo",
            starts=at("09:00"),
            ends=at("09:30"),
            status="scheduled",
            price_cents=30_000,
            created_at="2027-02-26T12:00:00.000Z",
        )
        assert file.read(lambda tx: store.appointment(tx, visit.id)) == visit
        assert changes_of(file, visit.id) == [("booked", 1, "09:00")]
        half_hour = (at("09:00"), at("09:30"))
        assert places(file, visit.id) == {"prof:ana": half_hour, "patient:maria": half_hour}

    def test_buffers_and_rooms_are_taken_the_patient_only_while_seen(self, file: Database) -> None:
        laser = Service(
            id="checkup", name="Laser", resources=["laser"], buffer_before_minutes=10, buffer_after_minutes=20
        )
        visit = booked(file, "09:00", context=clinic(services=[laser]))
        padded, bare = (at("08:50"), at("09:50")), (at("09:00"), at("09:30"))
        assert places(file, visit.id) == {"prof:ana": padded, "room:laser": padded, "patient:maria": bare}
        assert book(file, "09:30", "joao", "rui", clinic(services=[laser])) == SlotTaken(at("09:30"))

    def test_the_second_to_ask_is_told(self, file: Database) -> None:
        booked(file, "09:00")
        assert book(file, "09:00", "joao") == SlotTaken(at("09:00"))
        assert isinstance(book(file, "09:30", "joao"), Booked)
        assert isinstance(book(file, "09:00", "joao", "rui"), OutsidePolicy) is False

    def test_ones_own_visit_is_not_blamed_on_another_patient(self, file: Database) -> None:
        booked(file, "09:00")
        for professional in ("ana", "rui"):
            assert book(file, "09:00", professional=professional) == OutsidePolicy(Refusal(Reason.PATIENT_BUSY))
        assert hold(file, "09:00", patient_id=None) == OutsidePolicy(Refusal(Reason.PATIENT_BUSY))
        assert isinstance(hold(file, "09:30", patient_id=None), Held)

    @pytest.mark.parametrize(
        ("time", "changes", "reason"),
        [
            ("09:10", {}, Reason.OFF_GRID),
            ("12:30", {}, Reason.CLOSED),
            ("2027-03-26T09:00", {}, Reason.HOLIDAY),
            ("2027-02-25T09:00", {}, Reason.PAST),
            ("2027-06-25T09:00", {}, Reason.HORIZON),
            ("09:00", {"now": instant("08:00")}, Reason.NOTICE),
            ("09:00", {"wish": Wish(service_id="laser")}, Reason.UNKNOWN_SERVICE),
            ("09:00", {"professional_id": "eva"}, Reason.UNKNOWN_PROFESSIONAL),
            ("09:00", {"wish": Wish(service_id="checkup", insurance="Unimed")}, Reason.PLAN_NOT_ACCEPTED),
        ],
    )
    def test_the_rules_are_asked_again(
        self, file: Database, time: str, changes: dict[str, Any], reason: Reason
    ) -> None:
        outcome = book(file, time, **changes)
        assert isinstance(outcome, OutsidePolicy)
        assert outcome.refusal.reason is reason
        assert count(file, "appointments") == count(file, "occupancy") == 0

    def test_a_replayed_request_gets_its_receipt(self, file: Database) -> None:
        first = booked(file, "09:00", request_key="wamid.1:book")
        assert book(file, "09:00", request_key="wamid.1:book") == Booked(first)
        assert book(file, "15:00", request_key="wamid.1:book") == Booked(first)
        assert count(file, "appointments") == 1

    def test_under_a_plan_no_price_is_promised(self, file: Database) -> None:
        insured = clinic(insurance_plans=[InsurancePlan(name="Unimed")])
        visit = booked(file, "09:00", context=insured, wish=Wish(service_id="checkup", insurance="Unimed"))
        assert (visit.insurance, visit.price_cents) == ("Unimed", None)

    def test_the_last_place_of_a_full_day_goes_once(self, file: Database) -> None:
        two_a_day = clinic({"max_daily_appointments": 2})
        booked(file, "09:00", context=two_a_day)
        last = booked(file, "10:00", "joao", context=two_a_day)
        full = OutsidePolicy(Refusal(Reason.DAY_CAP))
        assert book(file, "11:00", context=two_a_day) == full
        assert isinstance(book(file, "2027-03-02T09:00", context=two_a_day), Booked)
        cancel(file, last.id)
        assert isinstance(hold(file, "11:00", context=two_a_day), Held)
        assert book(file, "15:00", "joao", context=two_a_day) == full
        assert isinstance(book(file, "11:00", context=two_a_day), Booked)

    def test_a_visit_keeps_its_length_when_the_service_changes(self, file: Database) -> None:
        visit = booked(file, "09:00")
        longer = clinic(services=[Service(id="checkup", name="Consulta", duration_minutes=60)])
        assert book(file, "08:30", "joao", context=longer) == SlotTaken(at("08:30"))
        assert isinstance(book(file, "09:30", "joao", context=longer), Booked)
        assert file.read(lambda tx: store.appointment(tx, visit.id)) == visit

    def test_who_left_after_the_offer_is_not_booked(self, file: Database) -> None:
        left = clinic(professionals=[Professional(id="ana", name="Ana", active=False)])
        assert book(file, "09:00", context=left) == OutsidePolicy(Refusal(Reason.UNKNOWN_PROFESSIONAL))


class TestTheTriggersWord:
    """What the look before could not see is refused by the file itself, and leaves nothing behind."""

    @pytest.fixture
    def unseen(self, file: Database) -> None:
        """A row whose visit claims another year, so that no look in this week finds it."""
        visit = booked(file, "09:00", "joao", "rui")
        file.write(lambda tx: tx.run("update appointments set starts = 0, ends = 60 where id = ?", (visit.id,)))

    @pytest.mark.usefixtures("unseen")
    def test_booking(self, file: Database) -> None:
        assert book(file, "09:00", professional="rui") == SlotTaken(at("09:00"))
        assert (count(file, "appointments"), count(file, "appointment_history")) == (1, 1)

    @pytest.mark.usefixtures("unseen")
    def test_holding(self, file: Database) -> None:
        kept = hold(file, "10:00")
        assert isinstance(kept, Held)
        assert hold(file, "09:00", professional="rui") == SlotTaken(at("09:00"))
        held = file.read(lambda tx: store.held(tx, "maria", FRIDAY_BEFORE))
        assert held is not None
        assert held.local_start == "2027-03-01T10:00"

    @pytest.mark.usefixtures("unseen")
    def test_moving(self, file: Database) -> None:
        visit = booked(file, "11:00")
        before = places(file, visit.id)
        assert move(file, visit.id, "09:00", "rui") == SlotTaken(at("09:00"))
        assert file.read(lambda tx: store.appointment(tx, visit.id)) == visit
        assert places(file, visit.id) == before

    def test_any_other_broken_rule_is_an_accident(self, file: Database) -> None:
        with pytest.raises(apsw.ConstraintError, match="FOREIGN KEY"):
            book(file, "09:00", patient_id="nobody")
        with pytest.raises(apsw.ConstraintError, match="FOREIGN KEY"):
            hold(file, "09:00", patient_id="nobody")
        assert count(file, "appointments") == 0

    def test_raw_overlaps_are_refused(self, file: Database) -> None:
        visit, other = booked(file, "09:00"), booked(file, "09:30", "joao")
        insert = "insert into occupancy(appointment_id, resource, starts, ends) values(?, 'prof:ana', ?, ?)"
        with pytest.raises(apsw.ConstraintError, match="slot_taken"):
            file.write(lambda tx: tx.run(insert, (visit.id, at("09:29"), at("09:31"))))
        with pytest.raises(apsw.ConstraintError, match="slot_taken"):
            file.write(
                lambda tx: tx.run("update occupancy set starts = starts - 60 where appointment_id = ?", (other.id,))
            )
        file.write(lambda tx: tx.run(insert, (visit.id, at("10:00"), at("10:30"))))

    def test_a_visit_that_vanished_has_no_history(self, file: Database) -> None:
        with pytest.raises(LookupError):
            file.write(lambda tx: ledger.record(tx, "nobody", "booked", "maria", FRIDAY_BEFORE))


def later(minutes: int) -> dt.datetime:
    return FRIDAY_BEFORE + dt.timedelta(minutes=minutes)


class TestHolding:
    def test_a_hold_keeps_others_out_until_it_expires(self, file: Database) -> None:
        outcome = hold(file, "09:00")
        assert isinstance(outcome, Held)
        assert outcome.expires == FRIDAY_BEFORE.timestamp() + 8 * 60
        assert outcome.slot.local_start == "2027-03-01T09:00"
        assert book(file, "09:00", "joao", now=later(7)) == SlotTaken(at("09:00"))
        visit = booked(file, "09:00", "joao", now=later(8))
        assert visit.contact_id == "joao"
        assert count(file, "appointments") == 1

    def test_the_clinic_or_the_caller_says_how_long(self, file: Database) -> None:
        short = hold(file, "09:00", context=clinic({"hold_minutes": 3}))
        assert isinstance(short, Held)
        assert short.expires == FRIDAY_BEFORE.timestamp() + 180
        assert hold(file, "09:00", minutes=1) == Held(short.slot, int(FRIDAY_BEFORE.timestamp()) + 60)

    def test_a_yes_turns_the_hold_into_the_visit(self, file: Database) -> None:
        hold(file, "09:00")
        held = file.read(lambda tx: store.held(tx, "maria", FRIDAY_BEFORE))
        assert held is not None
        visit = booked(file, "09:00", now=later(5), request_key="wamid.2")
        assert (visit.id, visit.status, visit.version) == (held.id, "scheduled", 2)
        assert changes_of(file, visit.id) == [("held", 1, "09:00"), ("booked", 2, "09:00")]
        assert book(file, "09:00", now=later(60), request_key="wamid.2") == Booked(visit)
        assert file.read(lambda tx: store.held(tx, "maria", FRIDAY_BEFORE)) is None

    def test_the_price_that_was_named_is_kept(self, file: Database) -> None:
        hold(file, "09:00")
        dearer = clinic(
            services=[Service(id="checkup", name="Consulta", price_cents=99_900)],
            insurance_plans=[InsurancePlan(name="Unimed")],
        )
        assert booked(file, "09:00", context=dearer).price_cents == 30_000
        hold(file, "10:00")
        insured = Wish(service_id="checkup", insurance="Unimed")
        assert booked(file, "10:00", context=dearer, wish=insured).price_cents is None
        assert booked(file, "11:00", context=dearer).price_cents == 99_900

    def test_the_notice_does_not_run_out_while_the_patient_thinks(self, file: Database) -> None:
        two_hours_before, then = instant("07:00"), instant("07:06")
        assert isinstance(hold(file, "09:00", now=two_hours_before), Held)
        assert isinstance(hold(file, "09:00", now=instant("07:03")), Held)
        assert isinstance(book(file, "09:30", now=then), Booked)
        file.write(lambda tx: tx.run("delete from appointments"))
        hold(file, "09:00", now=two_hours_before)
        assert book(file, "09:00", "joao", "rui", now=then) == OutsidePolicy(Refusal(Reason.NOTICE, "2"))
        assert isinstance(book(file, "09:00", now=then), Booked)

    def test_a_held_slot_that_has_begun_is_past(self, file: Database) -> None:
        relaxed = clinic({"min_advance_hours": 0})
        hold(file, "09:00", now=instant("08:58"), context=relaxed)
        assert book(file, "09:00", now=instant("09:01"), context=relaxed) == OutsidePolicy(Refusal(Reason.PAST))

    def test_one_hold_per_contact_and_the_last_counts(self, file: Database) -> None:
        hold(file, "09:00")
        hold(file, "09:30", now=later(1))
        assert isinstance(book(file, "09:00", "joao"), Booked)
        held = file.read(lambda tx: store.held(tx, "maria", later(1)))
        assert held is not None
        assert (held.local_start[11:], held.created_at) == ("09:30", "2027-02-26T12:01:00.000Z")
        assert count(file, "appointments") == 2

    def test_a_hold_that_fails_keeps_the_one_before(self, file: Database) -> None:
        booked(file, "09:00", "joao")
        hold(file, "10:00")
        assert hold(file, "09:00") == SlotTaken(at("09:00"))
        assert book(file, "10:00", "joao") == SlotTaken(at("10:00"))

    def test_an_expired_hold_of_ones_own_is_no_hold(self, file: Database) -> None:
        hold(file, "09:00")
        assert isinstance(book(file, "09:00", "joao", now=later(9)), Booked)
        assert book(file, "09:00", now=later(9)) == SlotTaken(at("09:00"))

    def test_for_somebody_who_was_not_named_yet(self, file: Database) -> None:
        assert isinstance(hold(file, "09:00", patient_id=None), Held)
        held = file.read(lambda tx: store.held(tx, "maria", FRIDAY_BEFORE))
        assert held is not None
        assert held.patient_name == ""
        assert set(places(file, held.id)) == {"prof:ana"}
        assert [p.name for p in file.read(lambda tx: store.patients_of(tx, "maria"))] == ["Maria"]
        assert book(file, "09:00", "joao") == SlotTaken(at("09:00"))
        visit = booked(file, "09:00")
        assert (visit.id, visit.patient_name) == (held.id, "Maria")
        assert set(places(file, visit.id)) == {"prof:ana", "patient:maria"}
        assert isinstance(hold(file, "15:00", patient_id=None), Held)
        assert count(file, "patients") == 3

    def test_let_go(self, file: Database) -> None:
        hold(file, "09:00")
        file.write(lambda tx: booking.release(tx, "maria"))
        assert isinstance(book(file, "09:00", "joao"), Booked)

    def test_the_sweep_takes_expired_holds_only(self, file: Database) -> None:
        hold(file, "09:00")
        hold(file, "10:00", "joao", minutes=30)
        visit = booked(file, "2027-03-10T11:00", "maria", "rui", now=later(9))
        sweep = later(9)
        assert file.write(lambda tx: ledger.drop_expired_holds(tx, sweep)) == 1
        assert file.read(lambda tx: tx.values("select local_start from appointments order by 1")) == [
            "2027-03-01T10:00",
            visit.local_start,
        ]


class TestMoving:
    def test_a_moved_visit_is_the_same_visit(self, file: Database) -> None:
        visit = booked(file, "09:00")
        outcome = move(file, visit.id, "15:00", "rui")
        assert isinstance(outcome, Moved)
        after = outcome.appointment
        assert (outcome.before, after.local_start) == ("2027-03-01T09:00", "2027-03-01T15:00")
        assert (after.id, after.version, after.price_cents) == (visit.id, 2, 30_000)
        assert (after.professional_id, after.professional_name) == ("rui", "Rui Sá")
        assert set(places(file, visit.id)) == {"prof:rui", "patient:maria"}
        assert changes_of(file, visit.id) == [("booked", 1, "09:00"), ("moved", 2, "15:00")]
        assert isinstance(book(file, "09:00", "joao"), Booked)

    def test_it_may_overlap_its_own_old_time(self, file: Database) -> None:
        long = clinic(services=[Service(id="checkup", name="Consulta", duration_minutes=60)])
        visit = booked(file, "09:00", context=long)
        assert isinstance(move(file, visit.id, "09:30", context=long), Moved)
        assert places(file, visit.id)["prof:ana"] == (at("09:30"), at("10:30"))

    def test_a_failed_move_leaves_the_old_place_alone(self, file: Database) -> None:
        visit = booked(file, "09:00")
        booked(file, "10:00", "joao")
        before = places(file, visit.id)
        assert move(file, visit.id, "10:00") == SlotTaken(at("10:00"))
        assert move(file, visit.id, "10:10") == OutsidePolicy(Refusal(Reason.OFF_GRID))
        assert places(file, visit.id) == before
        assert file.read(lambda tx: store.appointment(tx, visit.id)) == visit

    def test_a_presence_confirmed_for_the_old_time_is_asked_again(self, file: Database) -> None:
        visit = booked(file, "09:00")
        confirm(file, visit.id)
        outcome = move(file, visit.id, "10:00")
        assert isinstance(outcome, Moved)
        assert outcome.appointment.status == "scheduled"

    def test_moving_to_where_it_is_changes_nothing(self, file: Database) -> None:
        visit = booked(file, "09:00")
        assert move(file, visit.id, "09:00") == Moved(visit, visit.local_start)

    def test_a_move_within_a_full_day_does_not_count_itself(self, file: Database) -> None:
        one_a_day = clinic({"max_daily_appointments": 1})
        visit = booked(file, "09:00", context=one_a_day)
        assert isinstance(move(file, visit.id, "10:00", context=one_a_day), Moved)

    def test_the_new_place_can_be_held_first_even_beside_the_old(self, file: Database) -> None:
        long = clinic(services=[Service(id="checkup", name="Consulta", duration_minutes=60)])
        visit = booked(file, "09:00", context=long)
        assert isinstance(hold(file, "09:30", context=long, moving=visit.id), Held)
        held = file.read(lambda tx: store.held(tx, "maria", FRIDAY_BEFORE))
        assert held is not None
        remainder = (at("10:00"), at("10:30"))
        assert places(file, held.id) == {"prof:ana": remainder, "patient:maria": remainder}
        assert book(file, "10:00", "joao", context=long) == SlotTaken(at("10:00"))
        assert isinstance(move(file, visit.id, "09:30", context=long), Moved)
        assert count(file, "appointments") == 1

    def test_a_hold_in_the_midst_of_the_old_place_needs_none(self, file: Database) -> None:
        long = clinic(services=[Service(id="checkup", name="Consulta", duration_minutes=120)])
        visit = booked(file, "09:00", context=long)
        assert isinstance(hold(file, "09:30", moving=visit.id), Held)
        held = file.read(lambda tx: store.held(tx, "maria", FRIDAY_BEFORE))
        assert held is not None
        assert places(file, held.id) == {}
        shorter = hold(file, "15:00", professional="rui", moving=visit.id)
        assert isinstance(shorter, Held)
        assert set(places(file, held.id)) == {"prof:rui", "patient:maria"}

    def test_only_ones_own_standing_visit_moves(self, file: Database) -> None:
        visit = booked(file, "09:00")
        missing = NotFound(visit.id)
        assert move(file, visit.id, "10:00", contact_id="joao") == missing
        assert isinstance(move(file, visit.id, "10:00", contact_id="maria"), Moved)
        assert move(file, visit.id, "15:00", now=instant("10:30")) == missing
        assert move(file, "nothing", "15:00") == NotFound("nothing")
        hold(file, "16:00")
        held = file.read(lambda tx: store.held(tx, "maria", FRIDAY_BEFORE))
        assert held is not None
        assert move(file, held.id, "15:00") == NotFound(held.id)


class TestCancelling:
    def test_the_place_is_free_at_once(self, file: Database) -> None:
        visit = booked(file, "09:00")
        outcome = cancel(file, visit.id)
        assert isinstance(outcome, Cancelled)
        assert (outcome.appointment.status, outcome.appointment.version, outcome.late) == (
            "cancelled",
            2,
            False,
        )
        assert places(file, visit.id) == {}
        assert changes_of(file, visit.id) == [("booked", 1, "09:00"), ("cancelled", 2, "09:00")]
        assert isinstance(book(file, "09:00", "joao"), Booked)

    @pytest.mark.parametrize(
        ("now", "late"), [("2027-02-28T09:00", False), ("2027-02-28T09:01", True), ("09:29", True)]
    )
    def test_late_is_inside_the_clinics_hours(self, file: Database, now: str, late: bool) -> None:
        outcome = cancel(file, booked(file, "09:00").id, instant(now))
        assert isinstance(outcome, Cancelled)
        assert outcome.late is late

    def test_what_is_over_gone_or_not_ones_own_is_not_found(self, file: Database) -> None:
        visit = booked(file, "09:00")
        missing = NotFound(visit.id)
        assert cancel(file, visit.id, contact_id="joao") == missing
        assert cancel(file, visit.id, instant("09:30")) == missing
        assert isinstance(cancel(file, visit.id, contact_id="maria"), Cancelled)
        assert cancel(file, visit.id) == missing
        assert confirm(file, visit.id) == missing
        assert move(file, visit.id, "10:00") == missing


class TestConfirming:
    def test_once_and_again(self, file: Database) -> None:
        visit = booked(file, "09:00")
        first = confirm(file, visit.id)
        assert isinstance(first, PresenceConfirmed)
        assert (first.appointment.status, first.appointment.version) == ("confirmed", 2)
        assert confirm(file, visit.id, contact_id="maria") == first
        assert confirm(file, visit.id, contact_id="joao") == NotFound(visit.id)
        assert changes_of(file, visit.id) == [("booked", 1, "09:00"), ("confirmed", 2, "09:00")]
        assert len(places(file, visit.id)) == 2
