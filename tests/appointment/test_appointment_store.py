"""What the agenda's file answers when it is asked."""

from __future__ import annotations

import datetime as dt

import pytest
from clinic_day import CHECKUP, FRIDAY_BEFORE, MONDAY, at, clinic, instant

from atendeai.appointment import booking, store
from atendeai.appointment.desk import CLINIC
from atendeai.appointment.model import Booked, Busy, Held
from atendeai.appointment.slots import free_slots
from atendeai.database import Database


def book(file: Database, time: str, who: str = "maria", professional: str = "ana") -> str:
    outcome = file.write(
        lambda tx: booking.book(
            tx,
            clinic(),
            wish=CHECKUP,
            starts=at(time),
            professional_id=professional,
            contact_id=who,
            patient_id=who,
            request_key=None,
            source="whatsapp",
            now=FRIDAY_BEFORE,
            by=who,
        )
    )
    assert isinstance(outcome, Booked)
    return outcome.appointment.id


def hold(file: Database, time: str, who: str) -> None:
    outcome = file.write(
        lambda tx: booking.hold(
            tx,
            clinic(),
            wish=CHECKUP,
            starts=at(time),
            professional_id="ana",
            contact_id=who,
            patient_id=who,
            source="whatsapp",
            now=FRIDAY_BEFORE,
            by=who,
        )
    )
    assert isinstance(outcome, Held)


def set_status(file: Database, visit: str, status: str) -> None:
    file.write(lambda tx: tx.run("update appointments set status = ? where id = ?", (status, visit)))


SOON = FRIDAY_BEFORE + dt.timedelta(minutes=2)
MUCH_LATER = FRIDAY_BEFORE + dt.timedelta(minutes=9)


def busy(file: Database, first: str, last: str, resources: list[str] | None, **who: str) -> list[Busy]:
    now = who.pop("now", None)
    moment = SOON if now is None else MUCH_LATER
    return sorted(
        file.read(lambda tx: store.busy(tx, resources, at(first), at(last), now=moment, **who)),
        key=lambda b: (b.starts, b.resource),
    )


class TestBusy:
    def test_what_touches_the_window_is_not_in_it(self, file: Database) -> None:
        book(file, "09:00")
        nine = [
            Busy("patient:maria", at("09:00"), at("09:30")),
            Busy("prof:ana", at("09:00"), at("09:30")),
        ]
        assert busy(file, "08:00", "09:00", None) == busy(file, "09:30", "12:00", None) == []
        assert busy(file, "09:29", "09:30", None) == busy(file, "08:00", "12:00", None) == nine
        assert busy(file, "09:00", "10:00", ["prof:ana", "room:laser"]) == nine[1:]
        assert busy(file, "09:00", "10:00", []) == []

    def test_left_out_on_request(self, file: Database) -> None:
        visit = book(file, "09:00")
        assert busy(file, "08:00", "12:00", None, exclude_appointment=visit) == []
        hold(file, "10:00", "joao")
        assert len(busy(file, "08:00", "12:00", ["prof:ana"])) == 2
        assert len(busy(file, "08:00", "12:00", ["prof:ana"], for_contact="joao")) == 1
        assert len(busy(file, "08:00", "12:00", ["prof:ana"], now="later")) == 1

    def test_a_look_costs_what_it_finds_not_what_the_file_holds(self, file: Database) -> None:
        plan = file.read(
            lambda tx: tx.dicts(
                "explain query plan select * from appointments a indexed by appointments_by_time "
                "cross join occupancy o on o.appointment_id = a.id where a.starts between 1 and 2"
            )
        )
        assert [row["detail"].split(" USING ")[1].split(" (")[0] for row in plan] == [
            "INDEX appointments_by_time",
            "INDEX occupancy_by_appointment",
        ]


class TestCounts:
    def test_by_local_day_professional_and_service(self, file: Database) -> None:
        book(file, "09:00")
        book(file, "09:00", "joao", "rui")
        book(file, "2027-03-02T17:30")
        tuesday = MONDAY + dt.timedelta(days=1)
        both = file.read(lambda tx: store.day_counts(tx, MONDAY, tuesday, now=SOON))
        assert both == {
            (MONDAY, CLINIC): 2,
            (MONDAY, "prof:ana"): 1,
            (MONDAY, "prof:rui"): 1,
            (MONDAY, "service:checkup"): 2,
            (tuesday, CLINIC): 1,
            (tuesday, "prof:ana"): 1,
            (tuesday, "service:checkup"): 1,
        }
        one = file.read(lambda tx: store.day_counts(tx, tuesday, tuesday, now=SOON))
        assert {day for day, _ in one} == {tuesday}

    @pytest.mark.parametrize(
        ("status", "counts"),
        [
            ("scheduled", 1),
            ("confirmed", 1),
            ("checked_in", 1),
            ("completed", 1),
            ("cancelled", 0),
            ("no_show", 0),
        ],
    )
    def test_what_was_called_off_or_missed_leaves_its_place(self, file: Database, status: str, counts: int) -> None:
        set_status(file, book(file, "09:00"), status)
        found = file.read(lambda tx: store.day_counts(tx, MONDAY, MONDAY, now=SOON))
        assert found.get((MONDAY, CLINIC), 0) == counts

    def test_holds_count_while_they_last(self, file: Database) -> None:
        hold(file, "09:00", "maria")
        assert file.read(lambda tx: store.day_counts(tx, MONDAY, MONDAY, now=SOON))[MONDAY, CLINIC] == 1
        assert file.read(lambda tx: store.day_counts(tx, MONDAY, MONDAY, now=MUCH_LATER)) == {}
        assert file.read(lambda tx: store.day_counts(tx, MONDAY, MONDAY, now=SOON, for_contact="maria")) == {}

    def test_load_is_in_minutes(self, file: Database) -> None:
        book(file, "09:00")
        book(file, "10:00")
        book(file, "10:00", "joao", "rui")
        hold(file, "11:00", "joao")
        week = at("2027-03-01T00:00"), at("2027-03-08T00:00")
        assert file.read(lambda tx: store.load(tx, *week)) == {"ana": 60, "rui": 30}
        assert file.read(lambda tx: store.load(tx, at("09:30"), at("10:00"))) == {}


class TestVisits:
    def test_upcoming_is_what_is_not_over(self, file: Database) -> None:
        late, early = book(file, "15:00"), book(file, "09:00")
        hold(file, "10:00", "maria")
        book(file, "11:00", "joao")

        def upcoming(now: str) -> list[str]:
            return [v.id for v in file.read(lambda tx: store.upcoming(tx, "maria", instant(now)))]

        assert upcoming("08:00") == upcoming("09:29") == [early, late]
        assert upcoming("09:30") == [late]
        set_status(file, late, "cancelled")
        assert upcoming("08:00") == [early]

    def test_the_agenda_of_a_stretch(self, file: Database) -> None:
        ten, nine = book(file, "10:00"), book(file, "09:00")
        set_status(file, book(file, "11:00"), "cancelled")
        hold(file, "15:00", "joao")
        day = file.read(lambda tx: store.agenda(tx, at("08:00"), at("18:00")))
        assert [visit.id for visit in day] == [nine, ten]
        assert [v.id for v in file.read(lambda tx: store.agenda(tx, at("09:00"), at("10:00")))] == [nine]

    def test_nothing_there(self, file: Database) -> None:
        assert file.read(lambda tx: store.appointment(tx, "nothing")) is None
        assert file.read(lambda tx: store.occupied(tx, None)) == []

    def test_offers_follow_what_is_booked(self, file: Database) -> None:
        book(file, "09:00")
        free = free_slots(
            clinic(),
            CHECKUP,
            first=MONDAY,
            last=MONDAY,
            busy=busy(file, "00:00", "2027-03-02T00:00", None),
            counts={},
            now=FRIDAY_BEFORE,
        )
        assert [s.professional_id for s in free if s.starts == at("09:00")] == ["rui"]


class TestPatients:
    def test_a_contact_writes_for_several(self, file: Database) -> None:
        def ensure(name: str, plan: str | None) -> store.Patient:
            return file.write(lambda tx: store.ensure_patient(tx, "maria", name, plan, SOON))

        pedro = ensure("  Pedro   Dias ", None)
        assert (pedro.name, pedro.insurance, pedro.contact_id) == ("Pedro Dias", None, "maria")
        assert ensure("PEDRO DIAS", None) == pedro
        insured = ensure("Pedro Dias", "Unimed")
        assert (insured.id, insured.insurance) == (pedro.id, "Unimed")
        assert ensure("Pedro Dias", None) == ensure("Pedro Dias", "Unimed") == insured
        assert file.read(lambda tx: store.patients_of(tx, "maria")) == [
            store.Patient(id="maria", contact_id="maria", name="Maria"),
            insured,
        ]

    def test_known_is_who_has_or_had_a_visit(self, file: Database) -> None:
        def known(who: str) -> bool:
            return file.read(lambda tx: store.is_known_patient(tx, who))

        hold(file, "09:00", "joao")
        assert not known("joao")
        visit = book(file, "10:00")
        assert known("maria")
        set_status(file, visit, "completed")
        assert known("maria")
        set_status(file, visit, "no_show")
        assert not known("maria")
