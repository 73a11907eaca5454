"""API keys over HTTP: shown once, never above whoever makes them, revoked at once."""

from __future__ import annotations

from typing import Any

import pytest
from accounts import Office, Person

from atendeai.auth.permissions import OF_KEYS, PERMISSIONS


@pytest.fixture
def owner(office: Office) -> Person:
    return office.staff("owner")


def make(office: Office, who: Any, **more: Any) -> Any:
    return office.client.post("/api/api-keys", headers=who, json={"name": " painel ", "scopes": ["users:list"], **more})


def opens(office: Office, plain: str) -> bool:
    return bool(office.client.get("/api/users", headers={"X-API-Key": plain}).status_code == 200)


def test_a_key_is_shown_once_and_opens_what_its_scopes_say(office: Office, owner: Person) -> None:
    made = make(office, owner)
    assert made.status_code == 201, made.text
    body = made.json()
    assert (body["name"], body["scopes"], body["expires_at"]) == ("painel", ["users:list"], None)
    assert opens(office, body["key"])
    assert office.client.get("/api/audit", headers={"X-API-Key": body["key"]}).status_code == 403
    listed = office.client.get("/api/api-keys", headers=owner)
    assert listed.json()["items"][0]["id"] == body["id"]
    assert body["key"] not in listed.text
    (line,) = office.client.get("/api/audit", headers=owner).json()["items"]
    assert line["new"] == {"name": "painel", "scopes": ["users:list"], "expires_at": None}
    assert body["key"] not in str(line)


def test_a_revoked_key_opens_nothing(office: Office, owner: Person) -> None:
    made = make(office, owner).json()
    path = f"/api/api-keys/{made['id']}"
    assert [office.client.delete(path, headers=owner).status_code for _ in range(2)] == [204, 204]
    assert not opens(office, made["key"])
    assert office.client.delete("/api/api-keys/nothing", headers=owner).json()["code"] == "unknown_key"
    lines = office.client.get("/api/audit", headers=owner).json()["items"]
    assert [line["action"] for line in lines] == ["api_keys.revoked", "api_keys.created"]


def test_a_key_ends_when_it_was_said_to(office: Office, owner: Person) -> None:
    made = make(office, owner, expires_at="2026-11-24T11:00:00-03:00").json()
    assert made["expires_at"] == "2026-11-24T14:00:00Z"
    assert opens(office, made["key"])
    office.passes(minutes=60)
    assert not opens(office, made["key"])


@pytest.mark.parametrize("scope", [*sorted(PERMISSIONS - OF_KEYS), "users:fly", "users:*"])
def test_what_no_key_can_have(office: Office, owner: Person, scope: str) -> None:
    refused = make(office, owner, scopes=["users:list", scope])
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_scope")
    assert [one["path"] for one in refused.json()["errors"]] == ["scopes[1]"]


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"expires_at": "2026-11-24T13:00:00Z"}, 422),
        ({"expires_at": "9999-12-31T23:59:59-12:00"}, 400),
        ({"expires_at": "2027-01-01T00:00:00"}, 400),
        ({"scopes": []}, 400),
        ({"name": " "}, 400),
    ],
)
def test_what_is_not_valid(office: Office, owner: Person, wrong: dict[str, Any], status: int) -> None:
    assert make(office, owner, **wrong).status_code == status


def test_keys_make_no_keys(office: Office) -> None:
    assert make(office, office.key(sorted(OF_KEYS))).status_code == 403


def test_only_owners_make_them(office: Office) -> None:
    manager = office.staff("manager")
    assert make(office, manager).status_code == 403
    assert office.client.get("/api/api-keys", headers=manager).status_code == 200


def test_a_request_sent_twice_makes_one_and_shows_it_again(office: Office, owner: Person) -> None:
    first, second = (make(office, {**owner, "Idempotency-Key": "chave-1"}) for _ in range(2))
    assert first.json()["key"] == second.json()["key"]
    assert office.client.get("/api/api-keys", headers=owner).json()["total"] == 1


def test_the_list_in_pages(office: Office, owner: Person) -> None:
    ids = []
    for _ in range(3):
        ids.append(make(office, owner).json()["id"])
        office.passes(seconds=1)
    office.client.delete(f"/api/api-keys/{ids[0]}", headers=owner)

    def listed(**query: Any) -> Any:
        return office.client.get("/api/api-keys", headers=owner, params=query).json()

    first = listed(limit=2)
    assert ([one["id"] for one in first["items"]], first["total"]) == (ids[:2], 3)
    assert [one["id"] for one in listed(limit=2, cursor=first["next_cursor"])["items"]] == ids[2:]
    assert [one["id"] for one in listed(in_use=True)["items"]] == ids[1:]
    assert [one["id"] for one in listed(in_use=False)["items"]] == ids[:1]
