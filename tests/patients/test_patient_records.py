"""Patients on screen: found, limited to one's own agenda, and each look written down."""

from __future__ import annotations

import json
from typing import Any

import pytest
from accounts import Office
from waiting_room import JOAO, MARIA, books, delivers, status_of
from world import Clinic, Patient

from atendeai import inbox
from atendeai.ops.clock import iso, millis
from atendeai.whatsapp.payload import items

ROBERTO, SOMEBODY_ELSE = "roberto-amaral", "somebody-else"


def listed(office: Office, who: dict[str, str], **query: Any) -> dict[str, Any]:
    answer = office.client.get("/api/patients", headers=who, params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def names(page: dict[str, Any]) -> list[str | None]:
    return [one["name"] for one in page["items"]]


def trail(house: Clinic, action: str) -> list[dict[str, Any]]:
    return house.rows("select * from audit_logs where action = ? order by id", action)


def test_patients_and_those_who_only_wrote_are_listed_by_name(office: Office, house: Clinic) -> None:
    books(house, MARIA, "Maria da Silva")
    Patient(house, JOAO, "Álvaro Reis").says("bom dia")
    page = listed(office, office.staff("receptionist"))
    assert names(page) == ["Álvaro Reis", "Maria da Silva"]
    assert (page["total"], page["next_cursor"]) == (2, None)
    assert page["items"][1]["phone"] == "+5548999990001"


@pytest.mark.parametrize("q", ["alvaro", "REIS", "reis álv", "99999-0002", "(48) 99999 0002", "990002"])
def test_somebody_is_found_by_name_or_phone(office: Office, house: Clinic, q: str) -> None:
    books(house, MARIA, "Maria da Silva")
    Patient(house, JOAO, "Álvaro Reis").says("bom dia")
    page = listed(office, office.staff("manager"), q=q)
    assert names(page) == ["Álvaro Reis"]
    assert page["total"] == 1


@pytest.mark.parametrize("q", ["joana", "99999-0003", "02", "álvaro silva"])
def test_nobody_is_found(office: Office, house: Clinic, q: str) -> None:
    books(house, MARIA, "Maria da Silva")
    Patient(house, JOAO, "Álvaro Reis").says("bom dia")
    assert listed(office, office.staff("manager"), q=q)["total"] == 0


@pytest.mark.parametrize("sort", ["name", "-name", "last_seen_at", "-last_seen_at"])
def test_pages_show_everybody_once_and_in_order(office: Office, house: Clinic, sort: str) -> None:
    everybody = ["Ana", "ana", "Álvaro", "Bia", "Caio"]
    for number, name in enumerate(everybody):
        Patient(house, f"554899999100{number}", name).says("bom dia")
    who = office.staff("owner")
    shown, cursor = [], None
    while True:
        page = listed(office, who, limit=2, sort=sort, **({"cursor": cursor} if cursor else {}))
        shown += names(page)
        assert page["total"] == 5
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert sorted(map(str, shown)) == sorted(everybody)
    assert shown == names(listed(office, who, limit=200, sort=sort))
    if sort == "-last_seen_at":
        assert shown == everybody[::-1]


def test_a_cursor_that_is_not_ours(office: Office) -> None:
    answer = office.client.get("/api/patients", headers=office.staff("owner"), params={"cursor": "x"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_cursor")


def test_a_professional_sees_only_their_own_agenda(office: Office, house: Clinic) -> None:
    maria = books(house, MARIA, "Maria da Silva")
    Patient(house, JOAO, "Álvaro Reis").says("bom dia")
    doctor = office.staff("professional", professional_id=ROBERTO)
    assert names(listed(office, doctor)) == ["Maria da Silva"]
    assert office.client.get(f"/api/patients/{maria}", headers=doctor).status_code == 200
    for nobody in (SOMEBODY_ELSE, None):
        other = office.staff("professional", professional_id=nobody)
        assert listed(office, other)["total"] == 0
        assert office.client.get(f"/api/patients/{maria}", headers=other).status_code == 404


def test_a_professional_is_not_told_for_whom_else_the_number_writes(office: Office, house: Clinic) -> None:
    maria = books(house, MARIA, "Maria da Silva")
    pedro = books(house, MARIA, "Pedro da Silva", "quero marcar um eletro para meu filho Pedro da Silva sexta às 10h")
    path = f"/api/patients/{maria}"
    doctor = office.staff("professional", professional_id=ROBERTO)
    assert office.client.get(path, headers=doctor).json()["related"] == []
    desk = office.client.get(path, headers=office.staff("receptionist")).json()
    assert desk["related"] == [{"id": pedro, "name": "Pedro da Silva"}]


def test_a_record_shows_who_it_is_and_their_visits(office: Office, house: Clinic) -> None:
    maria = books(house, MARIA, "Maria da Silva")
    record = office.client.get(f"/api/patients/{maria}", headers=office.staff("receptionist")).json()
    assert record["patient"]["name"] == "Maria da Silva"
    assert record["patient"]["erased_at"] is None
    assert [(visit["local_start"], visit["status"]) for visit in record["visits"]] == [
        ("2026-11-27T08:00", "scheduled")
    ]


def test_a_slot_that_is_only_held_makes_no_patient(office: Office, house: Clinic) -> None:
    Patient(house, MARIA, "Maria").says("quero marcar um eletro sexta às 8h")
    page = listed(office, office.staff("receptionist"))
    assert names(page) == ["Maria"]  # who wrote, not the one who is held for
    doctor = office.staff("professional", professional_id=ROBERTO)
    assert listed(office, doctor)["total"] == 0


@pytest.mark.parametrize("path", ["", "/export"])
def test_nobody_of_that_name(office: Office, path: str) -> None:
    answer = office.client.get(f"/api/patients/nobody{path}", headers=office.staff("owner"))
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_patient")


def test_each_look_is_written_down(office: Office, house: Clinic) -> None:
    maria = books(house, MARIA, "Maria da Silva")
    who = office.staff("receptionist")
    listed(office, who, q="maria da")
    office.client.get(f"/api/patients/{maria}", headers=who)
    (line,) = trail(house, "patients.listed")
    assert json.loads(line["detail"]) == {"ids": [maria], "searched": True}
    (read,) = trail(house, "patients.read")
    assert (read["who"], read["subject"], read["subject_id"]) == (f"user:{who.id}", "patients", maria)
    assert "aria" not in line["detail"] + read["detail"]  # names are in the records, not in the trail


def test_what_was_not_seen_is_not_written_down(office: Office, house: Clinic) -> None:
    maria = books(house, MARIA, "Maria da Silva")
    office.client.get(f"/api/patients/{maria}", headers=office.staff("professional", professional_id=SOMEBODY_ELSE))
    assert trail(house, "patients.read") == []


class TestExport:
    def export(self, office: Office, patient_id: str) -> dict[str, Any]:
        answer = office.client.get(f"/api/patients/{patient_id}/export", headers=office.staff("manager"))
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-disposition"] == f'attachment; filename="patient-{patient_id}.json"'
        found: dict[str, Any] = answer.json()
        return found

    def test_it_holds_everything_about_them(self, office: Office, house: Clinic) -> None:
        maria = books(house, MARIA, "Maria da Silva")
        books(house, JOAO, "João Souza", "quero marcar um eletro sexta às 10h")
        office.client.get(f"/api/patients/{maria}", headers=office.staff("receptionist"))
        found = self.export(office, maria)
        assert found["contact"]["phone_e164"] == "+5548999990001"
        assert [one["name"] for one in found["patients"]] == ["Maria da Silva"]
        (conversation,) = found["conversations"]
        assert conversation["messages"][0]["text"] == "quero marcar um eletro sexta às 8h"
        assert conversation["turns"][0]["understanding"]["intent"] == "book"
        assert conversation["thread"].keys()
        (visit,) = found["appointments"]
        assert [change["change"] for change in visit["history"]][-1] == "booked"
        assert {"patients.read", "patients.exported"} <= {line["action"] for line in found["audit"]}
        assert found["consent"]["told_at"] is None

    def test_what_came_in_and_was_not_answered_is_in_it(self, office: Office, house: Clinic) -> None:
        maria = books(house, MARIA, "Maria da Silva")
        delivers(house, MARIA, "estou aqui", "wamid.waits")
        delivers(house, JOAO, "e eu ali", "wamid.joao")
        now = house.clock.now()
        status = status_of(MARIA, "wamid.answer", "delivered", int(now.timestamp()))
        house.write(lambda tx: inbox.receive(tx, items(status), now=millis(now), at=iso(now), burst=0))
        house.write(lambda tx: tx.run("update inbox set latitude = -27.5, longitude = -48.5 where text = 'estou aqui'"))
        found = self.export(office, maria)
        waits = [one for one in found["events"] if one["state"] == "waiting"]
        assert [(one["text"], one["latitude"], one["payload"]["from"]) for one in waits] == [
            ("estou aqui", -27.5, MARIA)
        ]
        (delivered,) = found["statuses"]
        assert (delivered["status"], delivered["payload"]["recipient_id"]) == ("delivered", MARIA)
        assert "wamid.joao" not in json.dumps(found)

    def test_everybody_who_was_shown_has_a_line(self, office: Office, house: Clinic) -> None:
        maria = books(house, MARIA, "Maria da Silva")
        wish = "quero marcar um eletro para meu filho Pedro da Silva sexta às 10h"
        pedro = books(house, MARIA, "Pedro da Silva", wish)
        self.export(office, maria)
        lines = trail(house, "patients.exported")
        assert [(line["subject_id"], json.loads(line["detail"])) for line in lines] == [
            (maria, {}),
            (pedro, {"with": maria}),
        ]

    def test_it_tells_of_nobody_else(self, office: Office, house: Clinic) -> None:
        maria = books(house, MARIA, "Maria da Silva")
        joao = books(house, JOAO, "João Souza", "quero marcar um eletro sexta às 10h")
        listed(office, office.staff("receptionist"))
        text = json.dumps(self.export(office, maria), ensure_ascii=False)
        assert "patients.listed" in text
        for other in (joao, "João Souza", JOAO):
            assert other not in text

    def test_who_only_wrote_has_it_too(self, office: Office, house: Clinic) -> None:
        Patient(house, JOAO, "Álvaro Reis").says("bom dia")
        (contact,) = house.rows("select id from contacts")
        found = self.export(office, contact["id"])
        assert found["contact"]["name"] == "Álvaro Reis"
        assert found["appointments"] == []

    def test_media_are_named(self, office: Office, house: Clinic) -> None:
        maria = books(house, MARIA, "Maria da Silva")
        (message, *_) = house.rows("select id from messages order by id")
        directory = office.files.media(house.id)
        directory.mkdir(parents=True)
        (directory / f"{message['id']}.ogg").write_bytes(b"som")
        (directory / "another.ogg").write_bytes(b"som")
        assert self.export(office, maria)["media"] == [f"{message['id']}.ogg"]
