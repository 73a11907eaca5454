"""What the receptionist knows, over HTTP: the document, hours, rules and configuration, read and replaced."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from accounts import Office
from world import CLINIC, NOW

from atendeai.conversation.ai.assistant import NOBODY
from atendeai.exchange import Said, converse
from atendeai.ops import audit

HERE = f"/api/clinics/{CLINIC}"
SECTIONS = ("context", "working-hours", "scheduling-policies", "configuration")


def told(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    body: dict[str, Any] = answer.json()
    return body


def lines(office: Office, action: str) -> list[dict[str, Any]]:
    with office.db() as db:
        found = db.read(lambda tx: tx.dicts("select * from audit_logs where action = ? order by id", (action,)))
        assert db.read(audit.verify).broken is None
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_what_is_read_can_be_sent_back_and_changes_nothing(office: Office, section: str) -> None:
    owner = office.staff("owner")
    read = office.client.get(f"{HERE}/{section}", headers=owner)
    assert read.status_code == 200
    sent = office.client.put(f"{HERE}/{section}", json=read.json(), headers=owner | {"If-Match": read.headers["etag"]})
    assert sent.status_code == 200, sent.text
    assert office.client.get(f"{HERE}/{section}", headers=owner).json() == read.json()
    if section != "configuration":  # whose first writing is a version of its own
        assert sent.headers["etag"] == read.headers["etag"]
        assert lines(office, f"{section.replace('-', '_')}.updated") == []


@pytest.mark.parametrize("section", SECTIONS)
def test_a_stale_change_is_refused(office: Office, section: str) -> None:
    owner = office.staff("owner")
    body = office.client.get(f"{HERE}/{section}", headers=owner).json()
    headers = owner | {"If-Match": '"41"'}
    told(office.client.put(f"{HERE}/{section}", json=body, headers=headers), 412, "stale")


@pytest.mark.parametrize("section", SECTIONS[:3])
def test_before_there_is_a_document(office: Office, section: str) -> None:
    office.files.create("nova", "Nova", NOW)
    owner = office.staff("owner", "nova")
    told(office.client.get(f"/api/clinics/nova/{section}", headers=owner), 404, "no_context")
    if section != "context":
        told(office.client.put(f"/api/clinics/nova/{section}", json={}, headers=owner), 404, "no_context")


class TestTheWholeDocument:
    def test_a_new_version(self, office: Office, document: dict[str, Any]) -> None:
        owner = office.staff("owner")
        document["services"][0]["price_cents"] = 25000
        answer = office.client.put(f"{HERE}/context", json=document, headers=owner | {"If-Match": '"1"'})
        body = answer.json()
        assert (body["version"], answer.headers["etag"]) == (2, '"2"')
        (change,) = body["changes"]
        assert (change["path"], change["before"], change["after"]) == (
            "services[consulta-clinica-geral].price_cents", 22000, 25000,
        )  # fmt: skip
        (line,) = lines(office, "context.updated")
        assert line["who"] == f"user:{owner.id}"
        assert json.loads(line["old"]) == {change["path"]: 22000}
        assert json.loads(line["new"]) == {change["path"]: 25000}

    def test_the_first_one(self, office: Office, document: dict[str, Any]) -> None:
        office.files.create("nova", "Nova", NOW)
        owner = office.staff("owner", "nova")
        answer = office.client.put("/api/clinics/nova/context", json=document, headers=owner | {"If-Match": '"0"'})
        assert answer.json()["version"] == 1

    def test_every_error_with_its_place(self, office: Office, document: dict[str, Any]) -> None:
        document["services"][2]["professionals"] = ["ninguem"]
        document["working_hours"]["monday"] = [{"start": "08:00", "end": "12:00"}, {"start": "11:00", "end": "18:00"}]
        problem = told(
            office.client.put(f"{HERE}/context", json=document, headers=office.staff("owner")), 422, "invalid_context"
        )
        assert [one["path"] for one in problem["errors"]] == ["working_hours.monday", "services[2].professionals"]
        assert "overlap" in problem["errors"][0]["message"]

    def test_warnings_do_not_keep_it_from_being_used(self, office: Office, document: dict[str, Any]) -> None:
        del document["emergency_text"]
        answer = office.client.put(f"{HERE}/context", json=document, headers=office.staff("owner"))
        assert [one["path"] for one in answer.json()["warnings"]] == ["emergency_text"]

    def test_a_document_in_portuguese(self, office: Office) -> None:
        document = {
            "clinica": {"informacoes_basicas": {"nome": "Clínica Aurora"}},
            "servicos": {"consultas": [{"nome": "Consulta", "duracao": "30 minutos"}]},
        }
        owner = office.staff("owner")
        assert office.client.put(f"{HERE}/context", json=document, headers=owner).status_code == 200
        assert office.client.get(f"{HERE}/context", headers=owner).json()["clinic"]["name"] == "Clínica Aurora"

    def test_a_field_that_stands_twice_is_noticed(self, office: Office, document: dict[str, Any]) -> None:
        body = json.dumps(document)[:-1] + ', "time_zone": "America/Sao_Paulo"}'
        headers = office.staff("owner") | {"Content-Type": "application/json"}
        answer = office.client.put(f"{HERE}/context", content=body.encode(), headers=headers)
        assert [one["path"] for one in answer.json()["warnings"]] == ["time_zone"]


class TestWorkingHours:
    WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")

    def hours(self, office: Office, person: Any) -> dict[str, Any]:
        body: dict[str, Any] = office.client.get(f"{HERE}/working-hours", headers=person).json()
        return body

    def test_all_is_told(self, office: Office) -> None:
        hours = self.hours(office, office.staff("read_only"))
        assert hours["working_hours"]["saturday"] == [{"start": "08:00", "end": "12:00"}]
        assert hours["working_hours"]["sunday"] == []
        assert hours["holidays"]["carnival"] is True
        assert hours["closures"][0]["reason"] == "Recesso de início de ano"

    def test_changed_hours_are_in_force(self, office: Office) -> None:
        manager = office.staff("manager")
        hours = self.hours(office, manager)
        hours["working_hours"]["monday"] = [
            {"start": "07:00", "end": "09:00"},
            {"start": "10:00", "end": "12:00"},
            {"start": "13:00", "end": "20:00"},
        ]
        answer = office.client.put(f"{HERE}/working-hours", json=hours, headers=manager | {"If-Match": '"1"'})
        assert answer.status_code == 200, answer.text
        assert (answer.headers["etag"], answer.json()["outside"]) == ('"2"', [])
        assert self.hours(office, manager) == hours
        context = office.client.get(f"{HERE}/context", headers=manager).json()
        assert context["working_hours"]["monday"] == hours["working_hours"]["monday"]
        assert context["services"]
        (line,) = lines(office, "working_hours.updated")
        assert set(json.loads(line["new"])) == {"working_hours.monday"}

    @pytest.mark.parametrize(
        ("part", "path", "words"),
        [
            ({"working_hours": {"tuesday": [{"start": "08:00", "end": "12:00"}, {"start": "11:59", "end": "13:00"}]}},
             "working_hours.tuesday", "overlap"),
            ({"working_hours": {"friday": [{"start": "18:00", "end": "08:00"}]}}, "working_hours.friday", "before it"),
            ({"working_hours": {"friday": [{"start": "08:00", "end": "08:00"}]}}, "working_hours.friday", "before it"),
            ({"exceptions": [{"date": "2026-12-24"}, {"date": "2026-12-24"}]}, "exceptions[1]", "twice"),
            ({"exceptions": [{"date": "2026-12-24", "intervals": [{"start": "10:00", "end": "09:00"}]}]},
             "exceptions[0]", "before it"),
            ({"closures": [{"start": "2027-01-09", "end": "2027-01-02"}]}, "closures[0]", "before it"),
            ({"holidays": {"local": [{"date": "02-30", "name": "Nunca"}]}}, "holidays.local[0]", "No such day"),
        ],
    )  # fmt: skip
    def test_contradictions_are_refused(self, office: Office, part: dict[str, Any], path: str, words: str) -> None:
        owner = office.staff("owner")
        answer = office.client.put(f"{HERE}/working-hours", json=part, headers=owner)
        (error,) = told(answer, 422, "invalid_context")["errors"]
        assert error["path"] == path
        assert words in error["message"]
        assert office.client.get(f"{HERE}/context", headers=owner).headers["etag"] == '"1"'

    def test_touching_intervals_are_no_overlap(self, office: Office) -> None:
        part = {"working_hours": {"monday": [{"start": "08:00", "end": "12:00"}, {"start": "12:00", "end": "24:00"}]}}
        assert office.client.put(f"{HERE}/working-hours", json=part, headers=office.staff("owner")).status_code == 200

    @pytest.mark.parametrize("time", ["8:00", "25:00", "24:01", "oito"])
    def test_times_of_day(self, office: Office, time: str) -> None:
        part = {"working_hours": {"monday": [{"start": time, "end": "12:00"}]}}
        problem = told(
            office.client.put(f"{HERE}/working-hours", json=part, headers=office.staff("owner")), 400, "invalid"
        )
        assert problem["errors"][0]["path"] == "working_hours.monday[0].start"

    def test_visits_that_now_fall_outside_are_told(self, office: Office) -> None:
        visit = book(office, "quero marcar consulta clínica geral sexta às 9h")
        assert visit["local_start"].endswith("T09:00")
        owner = office.staff("owner")
        hours = self.hours(office, owner)
        hours["working_hours"]["friday"] = [{"start": "13:00", "end": "18:00"}]
        (told_visit,) = office.client.put(f"{HERE}/working-hours", json=hours, headers=owner).json()["outside"]
        assert told_visit["id"] == visit["id"]
        assert (told_visit["local_start"], told_visit["minutes"]) == (visit["local_start"], 30)
        assert "Maria" not in str(told_visit)

        hours["working_hours"]["friday"] = [{"start": "09:00", "end": "09:30"}]
        assert office.client.put(f"{HERE}/working-hours", json=hours, headers=owner).json()["outside"] == []
        hours["closures"] = [{"start": visit["local_start"][:10], "end": visit["local_start"][:10]}]
        assert len(office.client.put(f"{HERE}/working-hours", json=hours, headers=owner).json()["outside"]) == 1


class TestSchedulingPolicies:
    def test_all_rules_are_told_and_may_be_changed(self, office: Office) -> None:
        owner = office.staff("owner")
        rules = office.client.get(f"{HERE}/scheduling-policies", headers=owner).json()
        assert (rules["reschedule_hours"], rules["hold_minutes"]) == (12, 8)
        changed = rules | {"min_advance_hours": 48}
        answer = office.client.put(f"{HERE}/scheduling-policies", json=changed, headers=owner)
        assert (answer.json(), answer.headers["etag"]) == (changed, '"2"')
        (line,) = lines(office, "scheduling_policies.updated")
        assert json.loads(line["old"]) == {"scheduling_policies.min_advance_hours": 2}

    def test_rules_under_which_nothing_can_be_booked(self, office: Office) -> None:
        part = {"min_advance_hours": 48, "max_advance_days": 2}
        answer = office.client.put(f"{HERE}/scheduling-policies", json=part, headers=office.staff("owner"))
        (error,) = told(answer, 422, "invalid_context")["errors"]
        assert error["path"] == "scheduling_policies"

    @pytest.mark.parametrize("part", [{"slot_duration_minutes": 1}, {"hold_minutes": "oito"}, {"colour": "blue"}])
    def test_what_is_no_rule(self, office: Office, part: dict[str, Any]) -> None:
        told(office.client.put(f"{HERE}/scheduling-policies", json=part, headers=office.staff("owner")), 400, "invalid")


class TestConfiguration:
    def test_what_nobody_has_changed(self, office: Office) -> None:
        answer = office.client.get(f"{HERE}/configuration", headers=office.staff("owner"))
        assert answer.headers["etag"] == '"0"'
        assert answer.json()["open_registration"] is False

    def test_a_change(self, office: Office) -> None:
        owner = office.staff("owner")
        part = {"open_registration": True, "retention_messages_days": 365}
        answer = office.client.put(f"{HERE}/configuration", json=part, headers=owner | {"If-Match": '"0"'})
        assert (answer.json()["retention_messages_days"], answer.headers["etag"]) == (365, '"1"')
        (line,) = lines(office, "configuration.updated")
        assert json.loads(line["old"]) == {"open_registration": False, "retention_messages_days": None}
        told(office.client.put(f"{HERE}/configuration", json=part, headers=owner | {"If-Match": '"0"'}), 412, "stale")

    def test_a_moment_needs_its_time_zone(self, office: Office) -> None:
        part = {"platform_access_until": "2026-12-01T10:00:00"}
        told(office.client.put(f"{HERE}/configuration", json=part, headers=office.staff("owner")), 400, "invalid")

    def test_a_guest_looks_while_let_in_and_changes_nothing_of_it(self, office: Office) -> None:
        admin, owner = office.admin(), office.staff("owner")
        told(office.client.get(f"{HERE}/configuration", headers=admin), 403, "forbidden")
        part = {"platform_access_until": (office.clock.now() + dt.timedelta(minutes=5)).isoformat()}
        assert office.client.put(f"{HERE}/configuration", json=part, headers=owner).status_code == 200
        mine = office.client.get(f"{HERE}/configuration", headers=admin).json()
        told(office.client.put(f"{HERE}/configuration", json=mine, headers=admin), 403, "forbidden")
        office.passes(minutes=6)
        told(office.client.get(f"{HERE}/configuration", headers=admin), 403, "forbidden")


def book(office: Office, words: str) -> dict[str, Any]:
    """Maria books over WhatsApp."""
    with office.db() as db:
        for text in (words, "Maria Souza", "particular", "sim", "sim"):
            converse(db, Said(number="5548999990001", text=text), office.clock, assistant=NOBODY)
            office.passes(seconds=20)
            found = db.read(lambda tx: tx.dicts("select * from appointments where status = 'scheduled'"))
            if found:
                return found[0]
    raise AssertionError("nothing was booked")
