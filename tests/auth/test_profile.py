"""One's own account: what it may, its preferences, and its devices."""

from __future__ import annotations

import json

import pytest
from accounts import Office
from world import CLINIC

from atendeai.auth.permissions import OF_ROLE, USER_ROLES
from atendeai.users.store import UserRole

PROFILE, SESSIONS = "/api/auth/profile", "/api/auth/sessions"


@pytest.mark.parametrize("role", USER_ROLES)
def test_a_profile_tells_what_one_may(office: Office, role: UserRole) -> None:
    ana = office.staff(role)
    answer = office.client.get(PROFILE, headers=ana)
    body = answer.json()
    assert body["role"] == role and body["permissions"] == sorted(OF_ROLE[role])
    assert body["clinic"]["id"] == CLINIC and body["email"] == ana.email
    assert body["notifications"] == {"escalations": False, "daily_agenda": False, "security": True}
    assert answer.headers["ETag"] == '"1"'


def test_what_is_left_out_stays(office: Office) -> None:
    ana = office.staff("receptionist")
    wanted = {"escalations": True, "daily_agenda": True, "security": False}
    changed = office.client.put(PROFILE, json={"language": "en", "notifications": wanted}, headers=ana)
    assert changed.status_code == 200 and changed.headers["ETag"] == '"2"'
    body = changed.json()
    assert (body["language"], body["notifications"], body["name"]) == ("en", wanted, ana.name)
    renamed = office.client.put(PROFILE, json={"name": " Ana Lima ", "phone": "+55 48 99999-0001"}, headers=ana)
    assert (renamed.json()["name"], renamed.json()["phone"], renamed.json()["language"]) == (
        "Ana Lima", "+55 48 99999-0001", "en",
    )  # fmt: skip
    with office.db() as db:
        row = db.read(lambda tx: tx.dicts("select * from audit_logs order by id desc limit 1"))[0]
    assert (row["who"], row["action"], row["subject_id"]) == (f"user:{ana.id}", "profile.updated", ana.id)
    assert json.loads(row["old"]) == {"name": ana.name, "phone": ""}


def test_a_stale_change_is_refused(office: Office) -> None:
    ana = office.staff("receptionist")
    tag = office.client.get(PROFILE, headers=ana).headers["ETag"]
    assert office.client.put(PROFILE, json={"phone": "1"}, headers={**ana, "If-Match": tag}).status_code == 200
    stale = office.client.put(PROFILE, json={"phone": "2"}, headers={**ana, "If-Match": tag})
    assert (stale.status_code, stale.json()["code"]) == (412, "stale")
    assert office.client.get(PROFILE, headers=ana).json()["phone"] == "1"


def test_no_change_is_no_version(office: Office) -> None:
    ana = office.staff("receptionist")
    assert office.client.put(PROFILE, json={"name": ana.name}, headers=ana).headers["ETag"] == '"1"'


@pytest.mark.parametrize("body", [{"role": "owner"}, {"email": "x@x.example"}, {"name": " "}, {"language": "fr"}])
def test_the_rest_is_others_to_change(office: Office, body: dict[str, str]) -> None:
    ana = office.staff("receptionist")
    assert office.client.put(PROFILE, json=body, headers=ana).status_code == 400


def test_a_platform_admin_has_a_profile_too(office: Office) -> None:
    rui = office.admin()
    answer = office.client.get(PROFILE, headers=rui)
    assert answer.json()["permissions"] == sorted(OF_ROLE["platform_admin"]) and answer.json()["clinic"] is None
    office.passes(minutes=1)
    changed = office.client.put(
        PROFILE, json={"language": "en", "phone": "1"}, headers={**rui, "If-Match": answer.headers["ETag"]}
    )
    assert (changed.json()["language"], changed.json()["phone"]) == ("en", "")
    assert changed.headers["ETag"] != answer.headers["ETag"]


def test_a_program_has_none(office: Office) -> None:
    key = office.key(sorted(OF_ROLE["owner"]))
    assert office.client.get(PROFILE, headers=key).status_code == 403


def test_devices_are_listed_and_logged_out(office: Office) -> None:
    ana = office.user("owner")
    first = office.log_in(ana)
    office.passes(minutes=1)
    second = office.log_in(ana)
    listed = office.client.get(SESSIONS, headers=first).json()
    assert [(one["id"], one["current"]) for one in listed["items"]] == [
        (second.session_id, False), (first.session_id, True),
    ]  # fmt: skip
    assert listed["total"] == 2
    assert office.client.delete(f"{SESSIONS}/{second.session_id}", headers=first).status_code == 204
    assert office.client.get(PROFILE, headers=second).status_code == 401
    assert office.client.delete(f"{SESSIONS}/{second.session_id}", headers=first).status_code == 404


def test_many_devices_come_in_pages(office: Office) -> None:
    ana = office.user("owner")
    people = []
    for _ in range(5):
        people.append(office.log_in(ana))
        office.passes(seconds=30)
    seen, cursor = [], None
    while True:
        params = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        page = office.client.get(SESSIONS, params=params, headers=people[0]).json()
        seen += [one["id"] for one in page["items"]]
        cursor = page.get("next_cursor")
        if cursor is None:
            break
    assert seen == [person.session_id for person in reversed(people)]


def test_nobody_ends_anothers_session(office: Office) -> None:
    ana, bia = office.staff("owner"), office.staff("receptionist")
    assert office.client.delete(f"{SESSIONS}/{bia.session_id}", headers=ana).status_code == 404
    assert office.client.get(PROFILE, headers=bia).status_code == 200
