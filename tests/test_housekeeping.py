"""Once a day: what nobody needs any more goes, and a trail that was tampered with is noticed."""

from __future__ import annotations

import datetime as dt

import apsw
import pytest
from accounts import Office
from world import CLINIC

from atendeai import housekeeping
from atendeai.auth import receipts, throttle, user_tokens
from atendeai.database import Transaction
from atendeai.ops.clock import iso
from atendeai.whatsapp import quarantine
from atendeai.whatsapp.payload import Item


def test_sessions_long_over_and_delays_that_delay_nobody_go(office: Office) -> None:
    owner = office.staff("owner")
    control = office.files.control()
    control.write(lambda tx: throttle.failed(tx, "login:10.0.0.1", throttle.ADDRESS, office.clock.now()))
    housekeeping.tidy_clinic(office.files, CLINIC, office.clock.now())
    assert office.client.get("/api/auth/profile", headers=owner).status_code == 200

    office.clock.advance(dt.timedelta(days=150))
    housekeeping.tidy_clinic(office.files, CLINIC, office.clock.now())
    housekeeping.tidy_installation(office.files, office.clock.now())
    with office.files.clinic(CLINIC) as db:
        assert db.read(lambda tx: tx.dicts("select * from sessions")) == []
        assert db.read(lambda tx: tx.dicts("select * from refresh_tokens")) == []
    assert control.read(lambda tx: tx.dicts("select * from login_failures")) == []


def test_answers_of_a_day_ago_and_links_long_over_go(office: Office) -> None:
    admin = office.admin()
    owner = office.staff("owner")
    new = {"email": "ana@example.com", "name": "Ana Souza", "role": "receptionist"}
    sent = office.client.post("/api/users", headers=owner | {"Idempotency-Key": "k-1"}, json=new)
    assert sent.status_code == 201
    files, start = office.files, office.clock.now()

    def in_control(tx: Transaction) -> None:
        user_tokens.issue(tx, "platform", admin.id, "password_reset", start)
        receipts.claim(tx, "k-1", f"admin:{admin.id}", "x", start)

    files.control().write(in_control)

    def left(days: int) -> list[tuple[int, int]]:
        now = start + dt.timedelta(days=days)
        housekeeping.tidy_clinic(files, CLINIC, now)
        housekeeping.tidy_installation(files, now)
        with files.clinic(CLINIC) as db:
            return [file.read(kept) for file in (db, files.control())]

    def kept(tx: Transaction) -> tuple[int, int]:
        counts = (tx.value(f"select count(*) from {table}") for table in ("idempotency_keys", "user_tokens"))
        answers, links = counts
        return answers, links

    assert left(0) == [(1, 1), (1, 1)]
    assert left(2) == [(0, 1), (0, 1)]
    assert left(31) == [(0, 1), (0, 0)]  # an invitation lasts a week
    assert left(38) == [(0, 0), (0, 0)]


def test_what_was_in_quarantine_for_a_month_goes(office: Office) -> None:
    quarantined, now = office.files.quarantine(), office.clock.now()
    for days, key in ((31, "a"), (29, "b")):
        at = iso(now - dt.timedelta(days=days))
        stray = Item(key=key, kind="message", raw=f'{{"text":"{key}"}}')
        quarantined.write(lambda tx, at=at, stray=stray: quarantine.keep(tx, [("unknown_number", stray)], at))
    housekeeping.tidy_installation(office.files, now)
    assert quarantined.read(lambda tx: tx.values("select key from quarantined")) == ["b"]


def test_a_trail_cut_short_behind_our_back_is_noticed_the_next_day(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office.client.put(
        f"/api/clinics/{CLINIC}/configuration", headers=office.staff("owner"), json={"open_registration": True}
    )
    housekeeping.tidy_clinic(office.files, CLINIC, office.clock.now())
    assert "trail" not in caplog.text
    with office.files.clinic(CLINIC) as db, apsw.Connection(str(db.path)) as intruder:
        intruder.execute("drop trigger audit_logs_no_delete")
        intruder.execute("delete from audit_logs where id = (select max(id) from audit_logs)")
    housekeeping.tidy_clinic(office.files, CLINIC, office.clock.now())
    assert f"the audit trail of {CLINIC} is broken" in caplog.text


def test_a_broken_file_is_told_to_its_own_people_alone(office: Office) -> None:
    owner = office.staff("owner")
    office.files.create("aurora", "Clínica Aurora", office.clock.now())
    assert office.client.get(f"/api/clinics/{CLINIC}", headers=owner).status_code == 200
    admin = office.admin()
    path = office.files.path("aurora")
    path.write_bytes(b"")
    answer = office.client.get("/api/users", headers=admin | {"X-Clinic-Id": "aurora"})
    assert (answer.status_code, answer.json()["code"]) == (503, "clinic_unavailable")
    assert "aurora.db" not in answer.text
    assert office.client.get(f"/api/clinics/{CLINIC}", headers=owner).status_code == 200
