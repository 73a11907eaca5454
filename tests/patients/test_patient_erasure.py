"""Forgetting a patient: no trace of who they are and what they said; the agenda stays whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from accounts import Office
from waiting_room import JOAO, MARIA, MARIA_WITHOUT_NINE, body_of, books, delivers, status_of
from world import Clinic, Patient

from atendeai import housekeeping, inbox
from atendeai.database import Transaction
from atendeai.ops.clock import iso, millis
from atendeai.turn import take_turn
from atendeai.whatsapp import quarantine
from atendeai.whatsapp.payload import items

WORDS = "tenho uma alergia rara a dipirona"


def erase(office: Office, patient_id: str, status: int = 200) -> dict[str, Any]:
    answer = office.client.post(f"/api/patients/{patient_id}/erase", headers=office.staff("owner"))
    assert answer.status_code == status, answer.text
    found: dict[str, Any] = answer.json()
    return found


def receives(house: Clinic, body: bytes) -> None:
    now = house.clock.now()
    house.write(lambda tx: inbox.receive(tx, items(body), now=millis(now), at=iso(now), burst=0))


def every_value(house: Clinic, tmp_path: Path) -> bytes:
    """The clinic's file as it would be copied, free pages included."""
    copy = tmp_path / "copy.db"
    with house.files.clinic(house.id) as db:
        db.backup_to(copy)
    return copy.read_bytes()


@pytest.fixture
def maria(house: Clinic) -> str:
    """Maria booked, said something by WhatsApp, and Meta told that an answer arrived."""
    patient_id = books(house, MARIA, "Maria da Silva")
    delivers(house, MARIA, WORDS)
    now = int(house.clock.now().timestamp())
    receives(house, status_of(MARIA, "wamid.answer", "delivered", now))
    return patient_id


def test_nothing_is_left_of_who_they_are_and_what_they_said(
    office: Office, house: Clinic, maria: str, tmp_path: Path
) -> None:
    before = every_value(house, tmp_path)
    traces = [MARIA, MARIA_WITHOUT_NINE, "Maria da Silva", "dipirona", "wamid.HBgN", "quero marcar um eletro"]
    assert all(trace.encode() in before for trace in traces if trace != MARIA_WITHOUT_NINE)
    erase(office, maria)
    after = every_value(house, tmp_path)
    assert [trace for trace in traces if trace.encode() in after] == []


def on_disk(house: Clinic) -> bytes:
    """The clinic's file and its log, byte by byte."""
    path = house.files.path(house.id)
    return path.read_bytes() + path.with_name(f"{path.name}-wal").read_bytes()


def test_nothing_is_left_in_the_file_and_its_log(office: Office, house: Clinic, maria: str) -> None:
    traces = [MARIA.encode(), b"Maria da Silva", b"dipirona"]
    assert all(trace in on_disk(house) for trace in traces)
    erase(office, maria)
    assert [trace for trace in traces if trace in on_disk(house)] == []


def test_what_a_reader_kept_in_the_log_goes_with_the_housekeeping(office: Office, house: Clinic, maria: str) -> None:
    owner = office.staff("owner")

    def meanwhile(tx: Transaction) -> int:
        tx.value("select count(*) from messages")
        return office.client.post(f"/api/patients/{maria}/erase", headers=owner).status_code

    assert house.read(meanwhile) == 200
    assert b"dipirona" in on_disk(house)
    housekeeping.tidy_clinic(office.files, house.id, office.clock.now())
    assert b"dipirona" not in on_disk(house)


def test_what_they_wrote_to_a_number_of_nobody_goes_too(office: Office, house: Clinic, maria: str) -> None:
    quarantined = office.files.quarantine()
    strays = [("unknown_number", item) for body in (MARIA, JOAO) for item in items(body_of(body, WORDS, body, 1))]
    quarantined.write(lambda tx: quarantine.keep(tx, strays, iso(office.clock.now())))
    erase(office, maria)
    (left,) = quarantined.read(lambda tx: tx.values("select payload from quarantined"))
    assert JOAO in left
    log = quarantined.path.with_name(f"{quarantined.path.name}-wal")
    assert MARIA.encode() not in quarantined.path.read_bytes() + log.read_bytes()


def test_visits_stay_in_the_agenda_without_a_name(office: Office, house: Clinic, maria: str) -> None:
    answer = erase(office, maria)
    (visit,) = house.agenda()
    assert (visit.patient_id, visit.patient_name, visit.local_start) == (maria, "", "2026-11-27T08:00")
    assert answer["erased"]["visits_kept"] == 1
    record = office.client.get(f"/api/patients/{maria}", headers=office.staff("receptionist")).json()
    assert (record["patient"]["name"], record["patient"]["phone"]) == (None, None)
    assert record["patient"]["erased_at"] is not None
    assert len(record["visits"]) == 1


def test_the_slot_stays_taken(office: Office, house: Clinic, maria: str) -> None:
    erase(office, maria)
    joao = Patient(house, JOAO, "João Souza")
    joao.says("quero marcar um eletro sexta às 8h")
    assert "8h" not in str(joao.visits)
    assert [
        row["resource"]
        for row in house.rows("select resource from occupancy where appointment_id = ?", house.agenda()[0].id)
    ] != []


def test_a_held_slot_is_free_again(office: Office, house: Clinic) -> None:
    Patient(house, MARIA, "Maria").says("quero marcar um eletro sexta às 8h")
    (contact,) = house.rows("select id from contacts")
    erase(office, contact["id"])
    assert house.rows("select * from appointments") == []
    assert house.rows("select * from occupancy") == []


def test_others_keep_everything(office: Office, house: Clinic, maria: str) -> None:
    joao = books(house, JOAO, "João Souza", "quero marcar um eletro sexta às 10h")
    delivers(house, JOAO, "obrigado", "wamid.joao")

    def his() -> list[list[dict[str, Any]]]:
        return [
            house.rows("select * from patients where id = ?", joao),
            house.rows("select * from contacts where wa_id = ?", JOAO),
            house.rows(
                "select m.* from messages m join conversations v on v.id = m.conversation_id"
                " join contacts c on c.id = v.contact_id where c.wa_id = ?",
                JOAO,
            ),
            house.rows("select * from inbox where sender = ?", JOAO),
            house.rows("select * from webhook_raw where instr(body, cast('wamid.joao' as blob))"),
        ]

    before = his()
    assert all(before)
    erase(office, maria)
    assert his() == before


def test_a_number_that_holds_anothers_is_another(office: Office, house: Clinic, maria: str) -> None:
    """`99554899990001` has Maria's digits within."""
    delivers(house, "99554899990001", "oi", "wamid.other")
    erase(office, maria)
    (other,) = house.rows("select text, payload from inbox where sender = '99554899990001'")
    assert other["text"] == "oi"
    assert json.loads(other["payload"])["id"] == "wamid.other"


def test_the_same_number_writing_again_is_somebody_new(office: Office, house: Clinic, maria: str) -> None:
    (old,) = house.rows("select id from contacts")
    erase(office, maria)
    again = Patient(house, MARIA)
    again.says("qual o meu horário?")
    assert "27/11" not in again.heard
    (new,) = house.rows("select id from contacts where wa_id = ?", MARIA)
    assert new["id"] != old["id"]
    page = office.client.get("/api/patients", headers=office.staff("owner")).json()
    assert [one["id"] for one in page["items"]] == [new["id"]]


def test_what_was_erased_is_not_delivered_again(office: Office, house: Clinic, maria: str) -> None:
    erase(office, maria)
    delivers(house, MARIA, WORDS)  # Meta repeats itself for seven days
    assert house.rows("select * from messages where text = ?", WORDS) == []
    assert house.rows("select * from contacts where wa_id = ?", MARIA) == []


def test_what_waits_to_be_sent_is_not_sent(office: Office, house: Clinic) -> None:
    delivers(house, MARIA, "bom dia")
    (conversation,) = house.rows("select id from conversations")
    with house.files.clinic(house.id) as db:
        take_turn(db, conversation["id"], now=house.clock.now())
    assert house.rows("select * from outbox where state = 'queued'")
    (contact,) = house.rows("select id from contacts")
    assert erase(office, contact["id"])["erased"]["deliveries"] > 0
    assert house.rows("select * from outbox") == []


def test_a_message_that_waits_for_its_answer_is_answered_no_more(office: Office, house: Clinic) -> None:
    delivers(house, MARIA, "bom dia")
    (conversation,) = house.rows("select id from conversations")
    (contact,) = house.rows("select id from contacts")
    erase(office, contact["id"])
    with house.files.clinic(house.id) as db:
        assert take_turn(db, conversation["id"], now=house.clock.now()) is None
    assert house.read(inbox.due) == []


def test_reactions_and_late_statuses_that_name_them_go_too(office: Office, house: Clinic, maria: str) -> None:
    reaction = json.loads(body_of(MARIA_WITHOUT_NINE, "", "wamid.reaction", 1))
    message = reaction["entry"][0]["changes"][0]["value"]["messages"][0]
    message |= {"type": "reaction", "reaction": {"emoji": "😷", "message_id": "wamid.answer"}}
    receives(house, json.dumps(reaction).encode())
    erase(office, maria)
    assert {row["payload"] for row in house.rows("select payload from inbox")} == {"{}"}
    assert {row["sender"] for row in house.rows("select sender from inbox")} == {None}
    assert house.rows("select * from message_statuses") == []


def test_files_are_removed(office: Office, house: Clinic, maria: str) -> None:
    (message, *_) = house.rows("select id from messages order by id")
    directory = office.files.media(house.id)
    directory.mkdir(parents=True)
    (directory / f"{message['id']}.ogg").write_bytes(b"som")
    (directory / "another.ogg").write_bytes(b"som")
    assert erase(office, maria)["erased"]["files"] == 1
    assert [path.name for path in directory.iterdir()] == ["another.ogg"]


def test_everybody_whom_the_number_writes_for_is_erased_with_it(office: Office, house: Clinic, maria: str) -> None:
    wish = "quero marcar um eletro para meu filho Pedro da Silva sexta às 10h"
    pedro = books(house, MARIA, "Pedro da Silva", wish)
    assert erase(office, maria)["erased"]["patients"] == 2
    record = office.client.get(f"/api/patients/{pedro}", headers=office.staff("owner")).json()
    assert record["patient"]["name"] is None
    lines = house.rows("select subject_id, detail from audit_logs where action = 'patients.erased' order by id")
    assert [line["subject_id"] for line in lines] == [maria, pedro]
    assert json.loads(lines[1]["detail"]) == {"with": maria}


def test_repeating_it_is_harmless(office: Office, house: Clinic, maria: str) -> None:
    first = erase(office, maria)
    office.passes(days=1)
    again = erase(office, maria)
    assert again["erased_at"] == first["erased_at"]
    assert set(again["erased"].values()) == {0}
    assert len(house.rows("select * from audit_logs where action = 'patients.erased'")) == 1


def test_the_trail_counts_and_names_nobody(office: Office, house: Clinic, maria: str) -> None:
    answer = erase(office, maria)
    (line,) = house.rows("select * from audit_logs where action = 'patients.erased'")
    assert line["subject_id"] == maria
    assert json.loads(line["detail"]) == answer["erased"]
    assert (line["old"], line["new"]) == (None, None)


def test_an_erased_patient_can_still_be_exported(office: Office, house: Clinic, maria: str) -> None:
    """What is left: the visits, and who looked."""
    erase(office, maria)
    found = office.client.get(f"/api/patients/{maria}/export", headers=office.staff("owner")).json()
    assert len(found["appointments"]) == 1
    assert found["conversations"] == []
    assert "patients.erased" in {line["action"] for line in found["audit"]}


@pytest.mark.parametrize("role", ["manager", "receptionist", "professional", "read_only"])
def test_only_the_owner_may(office: Office, house: Clinic, maria: str, role: Any) -> None:
    answer = office.client.post(f"/api/patients/{maria}/erase", headers=office.staff(role))
    assert answer.status_code == 403
    assert house.agenda()[0].patient_name == "Maria da Silva"


def test_nobody_of_that_name(office: Office) -> None:
    assert erase(office, "nobody", status=404)["code"] == "unknown_patient"
