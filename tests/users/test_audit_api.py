"""The audit trail over HTTP: filtered, page by page, the newest first, with the names of who did it."""

from __future__ import annotations

from typing import Any

import pytest
from accounts import Office, Person

from atendeai.ops import audit
from atendeai.ops.clock import iso


@pytest.fixture
def owner(office: Office) -> Person:
    return office.staff("owner")


def wrote(office: Office, action: str, *, who: str = "cli", subject: str = "clinics", subject_id: str = "x") -> None:
    at = iso(office.clock.now())
    with office.db() as db:
        db.write(lambda tx: audit.write(tx, at=at, who=who, action=action, subject=subject, subject_id=subject_id))
    office.passes(minutes=1)


def actions(office: Office, reader: Person, path: str = "/api/audit", **query: Any) -> list[str]:
    answer = office.client.get(path, headers=reader, params=query)
    assert answer.status_code == 200, answer.text
    return [line["action"] for line in answer.json()["items"]]


def test_a_line_tells_who_did_what_from_where(office: Office, owner: Person) -> None:
    ana = office.user("receptionist")
    asked = {**owner, "User-Agent": "painel/1"}
    office.client.put(f"/api/users/{ana.id}", headers=asked, json={"phone": "+55 48 3333-0000"})
    (line,) = office.client.get("/api/audit", headers=owner).json()["items"]
    assert line.pop("correlation_id")
    assert line.pop("address")
    assert line == {
        "id": 1,
        "at": "2026-11-24T13:00:00Z",
        "who": f"user:{owner.id}",
        "name": owner.name,
        "action": "users.updated",
        "subject": "users",
        "subject_id": ana.id,
        "detail": {},
        "old": {"phone": ""},
        "new": {"phone": "+55 48 3333-0000"},
        "agent": "painel/1",
    }


def test_lines_are_found_by_who_what_and_when(office: Office, owner: Person) -> None:
    began = office.clock.now()
    wrote(office, "a", who="cli", subject="clinics", subject_id="1")
    wrote(office, "b", who="bot", subject="contacts", subject_id="2")
    wrote(office, "c", who="bot", subject="contacts", subject_id="3")
    assert actions(office, owner) == ["c", "b", "a"]
    assert actions(office, owner, who="bot") == ["c", "b"]
    assert actions(office, owner, action="a") == ["a"]
    assert actions(office, owner, subject="contacts", subject_id="2") == ["b"]
    second = iso(began.replace(minute=1))
    assert actions(office, owner, **{"from": second}) == ["c", "b"]
    assert actions(office, owner, to=second) == ["a"]
    assert actions(office, owner, **{"from": "2026-11-24T10:01:00-03:00"}) == ["c", "b"]


def test_pages_go_back_in_time_whatever_is_written_meanwhile(office: Office, owner: Person) -> None:
    for number in range(5):
        wrote(office, f"a{number}")
    first = office.client.get("/api/audit", headers=owner, params={"limit": 2}).json()
    assert (first["total"], [line["action"] for line in first["items"]]) == (5, ["a4", "a3"])
    wrote(office, "a5")
    second = office.client.get("/api/audit", headers=owner, params={"limit": 2, "cursor": first["next_cursor"]}).json()
    assert [line["action"] for line in second["items"]] == ["a2", "a1"]
    assert actions(office, owner, limit=2, cursor=second["next_cursor"]) == ["a0"]


@pytest.mark.parametrize(
    "query",
    [
        {"cursor": "W251bGwsIngiXQ"},  # [null,"x"]: a position in another list
        {"from": "0001-01-01T00:00:00+14:00"},
        {"to": "9999-12-31T23:59:59-12:00"},
        {"from": "2026-11-24T10:00:00"},  # of which zone?
        {"from": "ontem"},
    ],
)
def test_what_cannot_be_looked_for(office: Office, owner: Person, query: dict[str, str]) -> None:
    assert office.client.get("/api/audit", headers=owner, params=query).status_code == 400


def test_what_somebody_did_stays_to_be_read_when_they_are_gone(office: Office, owner: Person) -> None:
    manager = office.staff("manager")
    ana = office.user("receptionist")
    path = f"/api/users/{manager.id}/activity"
    office.client.put(f"/api/users/{ana.id}/status", headers=manager, json={"status": "suspended"})
    office.client.put(f"/api/users/{ana.id}", headers=manager, json={"name": "Ana"})
    office.client.put(f"/api/users/{ana.id}", headers=owner, json={"name": "Bia"})
    assert actions(office, owner, path) == ["users.updated", "users.status"]
    assert actions(office, owner, path, action="users.status") == ["users.status"]
    assert office.client.delete(f"/api/users/{manager.id}", headers=owner).status_code == 204
    gone = office.client.get(path, headers=owner).json()
    assert (gone["total"], gone["items"][0]["name"]) == (2, manager.name)
    assert office.client.get("/api/users/nobody/activity", headers=owner).json()["code"] == "unknown_user"


def test_the_lines_of_another_clinic_are_not_seen(office: Office, owner: Person) -> None:
    wrote(office, "secret")
    office.clinic("aurora")
    assert actions(office, office.staff("owner", "aurora")) == []


@pytest.mark.parametrize("role", ["receptionist", "professional", "read_only"])
def test_who_may_not_read_it(office: Office, role: Any) -> None:
    person = office.staff(role)
    assert office.client.get("/api/audit", headers=person).status_code == 403
    assert office.client.get(f"/api/users/{person.id}/activity", headers=person).status_code == 403
