"""Logging in, refreshing and logging out over HTTP."""

from __future__ import annotations

from typing import Any

import argon2
import httpx
import pytest
from accounts import PASSWORD, Office
from world import CLINIC

from atendeai.auth import places, sessions
from atendeai.ops import audit
from atendeai.users import store as users

PROFILE = "/api/auth/profile"


def log_in(office: Office, email: str, password: str = PASSWORD, **more: Any) -> httpx.Response:
    return office.client.post("/api/auth/login", json={"email": email, "password": password} | more)


def refresh(office: Office, token: str) -> httpx.Response:
    return office.client.post("/api/auth/refresh", json={"refresh_token": token})


def bearer(answer: httpx.Response) -> dict[str, str]:
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def actions(office: Office, clinic_id: str = CLINIC) -> list[tuple[str, str]]:
    with office.db(clinic_id) as db:
        rows = db.read(lambda tx: tx.dicts("select who, action from audit_logs order by id"))
        assert db.read(lambda tx: audit.verify(tx)).broken is None
    return [(row["who"], row["action"]) for row in rows]


def test_a_password_opens_a_session(office: Office) -> None:
    ana = office.user("owner", email="ana@vilaserena.example")
    answer = log_in(office, "  Ana@VilaSerena.example".strip())
    body = answer.json()
    assert answer.status_code == 200
    assert body["token_type"] == "Bearer" and body["expires_in"] == 900
    assert body["user"] == {
        "id": ana.id, "email": "ana@vilaserena.example", "name": ana.name, "role": "owner", "language": "pt",
    }  # fmt: skip
    assert body["clinic"]["id"] == CLINIC

    profile = office.client.get(PROFILE, headers=bearer(answer)).json()
    assert profile["id"] == ana.id and profile["last_login_at"] is not None
    assert actions(office)[-1] == (f"user:{ana.id}", "sessions.started")


def test_a_token_lasts_a_quarter_of_an_hour_and_is_refreshed(office: Office) -> None:
    office.user("owner", email="ana@vilaserena.example")
    first = log_in(office, "ana@vilaserena.example")
    office.passes(minutes=15)
    assert office.client.get(PROFILE, headers=bearer(first)).status_code == 401

    second = refresh(office, first.json()["refresh_token"])
    assert office.client.get(PROFILE, headers=bearer(second)).status_code == 200
    assert second.json()["user"] == first.json()["user"]
    assert second.json()["refresh_token"] != first.json()["refresh_token"]


def test_a_double_click_is_harmless_and_a_stolen_token_ends_the_session(office: Office) -> None:
    ana = office.user("owner", email="ana@vilaserena.example")
    first = log_in(office, "ana@vilaserena.example").json()["refresh_token"]
    assert refresh(office, first).status_code == refresh(office, first).status_code == 200
    newest = refresh(office, first)
    assert newest.status_code == 200

    office.passes(seconds=61)
    assert code(refresh(office, first)) == (401, "session_over")
    assert actions(office)[-1] == (f"user:{ana.id}", "sessions.reused")
    assert office.client.get(PROFILE, headers=bearer(newest)).status_code == 401
    assert code(refresh(office, newest.json()["refresh_token"])) == (401, "session_over")


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_of_several_answers_any_may_be_kept(office: Office, kept: int) -> None:
    ana = office.staff("owner")
    answers = [refresh(office, ana.refresh).json()["refresh_token"] for _ in range(3)]
    office.passes(minutes=14)
    token = answers[kept]
    for _ in range(3):
        answer = refresh(office, token)
        assert answer.status_code == 200
        token = answer.json()["refresh_token"]
        office.passes(minutes=14)


def test_a_copy_within_the_grace_is_found_out(office: Office) -> None:
    """A thief who is as quick as a double click gets a token beside the device's, and not for long."""
    office.user("owner", email="ana@vilaserena.example")
    first = log_in(office, "ana@vilaserena.example").json()["refresh_token"]
    device, thief = (refresh(office, first).json()["refresh_token"] for _ in range(2))
    office.passes(minutes=14)
    device = refresh(office, device).json()["refresh_token"]
    office.passes(minutes=14)
    assert refresh(office, thief).status_code == 401
    assert refresh(office, device).status_code == 401


@pytest.mark.parametrize(
    "token", ["", "x", "atr_vila-serena_" + "a" * 43, "atr_nowhere_" + "a" * 43, "atr_platform_" + "a" * 43]
)
def test_what_is_no_token_gets_none(office: Office, token: str) -> None:
    answer = refresh(office, token)
    assert answer.status_code == (401 if token else 400)


def test_logging_out_counts_at_once(office: Office) -> None:
    office.user("manager", email="ana@vilaserena.example")
    here, there = log_in(office, "ana@vilaserena.example"), log_in(office, "ana@vilaserena.example")
    assert office.client.post("/api/auth/logout", headers=bearer(here)).status_code == 204
    assert office.client.get(PROFILE, headers=bearer(here)).status_code == 401
    assert refresh(office, here.json()["refresh_token"]).status_code == 401
    assert office.client.get(PROFILE, headers=bearer(there)).status_code == 200
    assert actions(office)[-1][1] == "sessions.ended"


def test_nobody_learns_whether_an_address_is_known(office: Office) -> None:
    """The same answer after the same work: counted, not timed."""
    office.clinic("aurora")
    office.user("owner", email="ana@vilaserena.example")
    office.user("owner", email="duas@vilaserena.example")
    office.user("owner", "aurora", email="duas@vilaserena.example")
    office.user("receptionist", email="nova@vilaserena.example", status="suspended")
    passwords = office.client.app.state.entrance.passwords
    heard = set()
    emails = ["ana@vilaserena.example", "duas@vilaserena.example", "nova@vilaserena.example", "nobody@x.example"]
    for email in emails:
        for clinic in ({}, {"clinic_id": CLINIC}, {"clinic_id": "nowhere"}):
            before = passwords.verifications
            answer = log_in(office, email, "not-the-password", **clinic)
            heard.add((bool(clinic), passwords.verifications - before, answer.status_code, answer.text))
    assert {(named, work) for named, work, _, _ in heard} == {(False, 2), (True, 1)}
    assert len({(status, text) for _, _, status, text in heard}) == 1


def test_one_address_in_several_clinics_chooses(office: Office) -> None:
    office.clinic("aurora", "Clínica Aurora")
    office.user("owner", email="ana@vilaserena.example")
    office.user("receptionist", "aurora", email="ana@vilaserena.example")
    answer = log_in(office, "ana@vilaserena.example")
    assert code(answer) == (409, "choose_clinic")
    assert [one["id"] for one in answer.json()["clinics"]] == ["aurora", CLINIC]
    chosen = log_in(office, "ana@vilaserena.example", clinic_id="aurora")
    assert chosen.json()["clinic"] == {"id": "aurora", "name": "Clínica Aurora"}
    assert chosen.json()["user"]["role"] == "receptionist"


def test_the_password_chooses_the_clinic_where_it_can(office: Office) -> None:
    office.clinic("aurora")
    office.user("owner", email="ana@vilaserena.example")
    office.user("owner", "aurora", email="ana@vilaserena.example", password="outra-senha-bem-longa-9")
    assert log_in(office, "ana@vilaserena.example").json()["clinic"]["id"] == CLINIC


def test_a_platform_admin_logs_in_and_belongs_to_no_clinic(office: Office) -> None:
    office.admin("rui@atende.example")
    answer = log_in(office, "rui@atende.example")
    assert answer.json()["clinic"] is None and answer.json()["user"]["role"] == "platform_admin"
    profile = office.client.get(PROFILE, headers=bearer(answer)).json()
    assert profile["clinic"] is None and "clinics:list" in profile["permissions"]
    assert refresh(office, answer.json()["refresh_token"]).status_code == 200


def test_a_suspended_clinic_says_so_only_to_its_own(office: Office) -> None:
    ana = office.staff("owner")
    office.files.control().write(lambda tx: tx.run("update clinics set status = 'suspended' where id = ?", (CLINIC,)))
    assert code(log_in(office, ana.email, "wrong")) == (401, "bad_credentials")
    assert code(log_in(office, ana.email)) == (403, "clinic_suspended")
    assert code(refresh(office, ana.refresh)) == (403, "clinic_suspended")
    assert office.client.get(PROFILE, headers=ana).status_code == 403

    office.files.control().write(lambda tx: tx.run("update clinics set status = 'active' where id = ?", (CLINIC,)))
    assert refresh(office, ana.refresh).status_code == 200  # the token was not used up


def test_an_account_that_may_not_enter_says_why_after_the_right_password(office: Office) -> None:
    ana = office.user("receptionist", status="suspended")
    assert code(log_in(office, str(ana.email), "wrong")) == (401, "bad_credentials")
    assert code(log_in(office, str(ana.email))) == (403, "account_suspended")


def test_an_account_that_waits_is_as_good_as_none(office: Office) -> None:
    """Whoever asks for one in another's name would learn from the answer that the address had none."""
    ana = office.user("read_only", status="pending")
    passwords = office.client.app.state.entrance.passwords
    heard = []
    for email, password in ((str(ana.email), PASSWORD), (str(ana.email), "wrong"), ("nobody@x.example", PASSWORD)):
        before = passwords.verifications
        answer = log_in(office, email, password)
        heard.append((answer.status_code, answer.text, passwords.verifications - before))
    assert heard[0] == heard[1] == heard[2]
    assert code(log_in(office, str(ana.email))) == (401, "bad_credentials")


def test_the_work_is_the_same_for_an_address_with_many_accounts(office: Office) -> None:
    """As many as are tried for any other; those that may enter are among them, however many others there are."""
    for number in range(places.MOST_AT_ONCE):
        office.user("read_only", office.clinic(f"a{number}"), email="ana@vilaserena.example", status="pending")
    office.user("owner", office.clinic("b0"), email="ana@vilaserena.example", status="suspended")
    office.user("owner", email="ana@vilaserena.example")
    passwords = office.client.app.state.entrance.passwords
    work = []
    for email in ("ana@vilaserena.example", "nobody@x.example"):
        before = passwords.verifications
        log_in(office, email, "not-the-password")
        work.append(passwords.verifications - before)
    assert work == [places.MOST_AT_ONCE] * 2
    assert log_in(office, "ana@vilaserena.example").json()["clinic"]["id"] == CLINIC
    for number in range(places.MOST_AT_ONCE):
        office.user("owner", office.clinic(f"c{number}"), email="ana@vilaserena.example")
    before = passwords.verifications
    log_in(office, "ana@vilaserena.example", "not-the-password")
    assert passwords.verifications - before == places.MOST_AT_ONCE


def test_whoever_is_suspended_gets_no_further_token(office: Office) -> None:
    ana = office.staff("receptionist")
    with office.db() as db:
        db.write(lambda tx: users.change(tx, ana.id, office.clock.now(), status="suspended"))
        assert office.client.get(PROFILE, headers=ana).status_code == 401
        assert code(refresh(office, ana.refresh)) == (401, "session_over")
        db.write(lambda tx: users.change(tx, ana.id, office.clock.now(), status="active"))
        assert not db.read(lambda tx: sessions.lives(tx, ana.session_id, ana.id, office.clock.now()))


def test_a_password_is_hashed_anew_when_the_parameters_are_others(office: Office) -> None:
    ana = office.user("owner")
    weaker = argon2.PasswordHasher.from_parameters(argon2.profiles.CHEAPEST).hash(PASSWORD)
    with office.db() as db:
        db.write(lambda tx: users.set_password_hash(tx, ana.id, weaker))
        assert log_in(office, str(ana.email)).status_code == 200
        kept = db.read(lambda tx: users.password_hash(tx, ana.id))
        assert kept != weaker and "m=47104,t=1,p=1" in kept
        assert log_in(office, str(ana.email)).status_code == 200
        assert db.read(lambda tx: users.password_hash(tx, ana.id)) == kept
        assert db.read(lambda tx: users.one(tx, ana.id)).version == ana.version  # type: ignore[union-attr]


def test_another_role_counts_at_once(office: Office) -> None:
    ana = office.staff("owner")
    assert "api_keys:create" in office.client.get(PROFILE, headers=ana).json()["permissions"]
    with office.db() as db:
        db.write(lambda tx: users.change(tx, ana.id, office.clock.now(), role="read_only"))
    assert "api_keys:create" not in office.client.get(PROFILE, headers=ana).json()["permissions"]
