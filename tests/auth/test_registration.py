"""Getting an account and another password: invitations, open registration, forgotten and changed passwords."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from accounts import PASSWORD, Office, opened
from world import CLINIC

from atendeai.auth import user_tokens
from atendeai.clinics import configuration
from atendeai.clinics.configuration import Configuration
from atendeai.ops.clock import FixedClock
from atendeai.users import store as users

ACCEPTED = b'{"status":"accepted"}'
NEW = "bergamota na geada do sul"


@pytest.fixture
def posting_office(tmp_path: Path, clock: FixedClock) -> Iterator[Office]:
    """An office with a mail server, of which nobody takes the letters."""
    with opened(tmp_path / "data", clock, smtp_host="mail.example", mail_from="no-reply@atende.example") as office:
        yield office


def post(office: Office, path: str, headers: dict[str, str] | None = None, **body: Any) -> httpx.Response:
    return office.client.post(f"/api/auth/{path}", json=body, headers=headers)


def log_in(office: Office, email: str, password: str) -> int:
    return post(office, "login", email=email, password=password).status_code


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def invitation(office: Office, user: users.User) -> str:
    with office.db() as db:
        return db.write(lambda tx: user_tokens.issue(tx, CLINIC, user.id, "invitation", office.clock.now())).token


def letters(office: Office) -> list[tuple[str, str]]:
    """To whom was written, and the token of it."""
    with office.db() as db:
        rows = db.read(lambda tx: tx.dicts("select recipient, body from mails order by id"))
    found = [(row["recipient"], re.search(r"att_\S+", office.files.unsealed(row["body"]))) for row in rows]
    return [(recipient, token[0]) for recipient, token in found if token]


def opens_registration(office: Office) -> None:
    with office.db() as db:
        db.write(lambda tx: configuration.write(tx, Configuration(open_registration=True), office.clock.now()))


def last_action(office: Office) -> tuple[str, str, str | None]:
    with office.db() as db:
        row = db.read(lambda tx: tx.dicts("select who, action, new from audit_logs order by id desc limit 1"))[0]
    return row["who"], row["action"], row["new"]


# Invitations


def test_an_invitation_is_taken_once(office: Office) -> None:
    ana = office.user("receptionist", email="ana@vilaserena.example", status="invited", password="")
    token = invitation(office, ana)
    assert log_in(office, "ana@vilaserena.example", NEW) == 401
    answer = post(office, "register", token=token, name="Ana Lima", password=NEW)
    assert (answer.status_code, answer.json()) == (
        201, {"clinic_id": CLINIC, "email": "ana@vilaserena.example", "status": "active"},
    )  # fmt: skip
    assert last_action(office) == (f"user:{ana.id}", "users.accepted", '{"status":"active","name":"Ana Lima"}')
    assert log_in(office, "ana@vilaserena.example", NEW) == 200
    assert code(post(office, "register", token=token, password=NEW)) == (410, "token_over")


def test_an_invitation_ends_with_its_time(office: Office) -> None:
    token = invitation(office, office.user("receptionist", status="invited"))
    office.passes(days=7)
    assert code(post(office, "register", token=token, password=NEW)) == (410, "token_over")


def test_a_weak_password_does_not_use_the_invitation_up(office: Office) -> None:
    token = invitation(office, office.user("receptionist", email="ana@vilaserena.example", status="invited"))
    answer = post(office, "register", token=token, password="VilaSerena2026")
    assert code(answer) == (422, "weak_password")
    assert answer.json()["errors"][0]["path"] == "password" and "words" in answer.json()["detail"]
    assert post(office, "register", token=token, password="curta").status_code == 400
    assert post(office, "register", token=token, password=NEW).status_code == 201


@pytest.mark.parametrize(
    "token", ["x", "att_nowhere_" + "a" * 43, f"att_{CLINIC}_" + "a" * 43, "att_platform_" + "a" * 43]
)
def test_what_is_no_invitation_makes_no_account(office: Office, token: str) -> None:
    assert code(post(office, "register", token=token, password=NEW)) == (410, "token_over")


@pytest.mark.parametrize(
    "body",
    [{}, {"clinic_id": CLINIC}, {"clinic_id": CLINIC, "email": "a@b.example"}, {"token": "x", "email": "a@b.example"}],
)
def test_one_registers_in_one_way_or_the_other(office: Office, body: dict[str, str]) -> None:
    assert post(office, "register", password=NEW, **body).status_code == 400


# Asking for an account


def test_where_everybody_may_ask_one_waits_to_be_let_in(office: Office) -> None:
    opens_registration(office)
    asked = {"clinic_id": CLINIC, "email": "Bia@x.example", "name": " Bia ", "password": NEW}
    answer = post(office, "register", **asked)
    assert (answer.status_code, answer.json()["status"]) == (201, "pending")
    assert code(post(office, "login", email="bia@x.example", password=NEW)) == (401, "bad_credentials")
    with office.db() as db:
        bia = db.read(lambda tx: users.by_email(tx, "bia@x.example"))
        assert bia is not None and (bia.name, bia.role, bia.status) == ("Bia", "read_only", "pending")
        assert last_action(office)[:2] == (f"user:{bia.id}", "users.registered")
        db.write(lambda tx: users.change(tx, bia.id, office.clock.now(), status="active"))
    assert log_in(office, "bia@x.example", NEW) == 200


def test_asking_does_not_tell_who_has_an_account_and_changes_nothing_of_theirs(office: Office) -> None:
    opens_registration(office)
    ana = office.user("owner", email="ana@vilaserena.example")
    asked = {"clinic_id": CLINIC, "name": "Ana", "password": NEW}
    taken = post(office, "register", email="ana@vilaserena.example", **asked)
    free = post(office, "register", email="bia@vilaserena.example", **asked)
    assert taken.status_code == free.status_code == 201
    assert {**taken.json(), "email": ""} == {**free.json(), "email": ""}
    assert log_in(office, "ana@vilaserena.example", NEW) == 401
    assert log_in(office, "ana@vilaserena.example", PASSWORD) == 200
    with office.db() as db:
        assert db.read(lambda tx: users.one(tx, ana.id)).role == "owner"  # type: ignore[union-attr]


def test_nobody_keeps_an_address_from_whom_it_is_of(office: Office) -> None:
    """Who asked in Bia's name is replaced when she is invited, and their password opens nothing."""
    opens_registration(office)
    owner, stolen = office.staff("owner"), "o trem das sete partiu vazio"
    post(office, "register", clinic_id=CLINIC, email="bia@x.example", name="Bia", password=stolen)
    new = {"email": "Bia@x.example", "name": "Bia Reis", "role": "manager"}
    made = office.client.post("/api/users", headers=owner, json=new)
    assert made.status_code == 201, made.text
    assert log_in(office, "bia@x.example", stolen) == 401
    post(office, "register", clinic_id=CLINIC, email="bia@x.example", name="Bia", password=stolen)
    assert post(office, "register", token=made.json()["invitation"]["token"], password=NEW).status_code == 201
    assert log_in(office, "bia@x.example", stolen) == 401
    assert log_in(office, "bia@x.example", NEW) == 200
    with office.db() as db:
        kept = db.read(lambda tx: tx.values("select status from users where name like 'Bia%' order by status"))
    assert kept == ["active", "deleted"]


def test_elsewhere_one_is_invited(office: Office) -> None:
    asked = {"email": "bia@x.example", "name": "Bia", "password": NEW}
    closed = post(office, "register", clinic_id=CLINIC, **asked)
    nowhere = post(office, "register", clinic_id="nowhere", **asked)
    assert code(closed) == (403, "registration_closed") and closed.json() == nowhere.json()


def test_nobody_fills_a_clinic_with_askers(office: Office) -> None:
    opens_registration(office)
    asked = {"clinic_id": CLINIC, "name": "Bia", "password": NEW}
    answers = [post(office, "register", email=f"bia{n}@x.example", **asked).status_code for n in range(7)]
    assert answers == [201] * 6 + [429]


# Forgotten passwords


def test_a_forgotten_password_is_replaced_by_letter(posting_office: Office) -> None:
    office = posting_office
    ana = office.staff("owner")
    for _ in range(6):
        log_in(office, ana.email, "forgotten")
    answer = post(office, "forgot-password", email=ana.email.upper())
    assert (answer.status_code, answer.content) == (202, ACCEPTED)
    ((recipient, token),) = letters(office)
    assert recipient == ana.email
    assert code(post(office, "reset-password", token=token, password="VilaSerena2026")) == (422, "weak_password")
    assert post(office, "reset-password", token=token, password=NEW).status_code == 204
    assert last_action(office)[:2] == (f"user:{ana.id}", "users.password")

    assert office.client.get("/api/auth/profile", headers=ana).status_code == 401
    assert log_in(office, ana.email, NEW) == 200  # at once: what failed before is forgotten
    assert log_in(office, ana.email, PASSWORD) == 401
    assert code(post(office, "reset-password", token=token, password=NEW)) == (410, "token_over")


def test_the_letter_is_good_for_half_an_hour(posting_office: Office) -> None:
    office = posting_office
    ana = office.user("owner")
    post(office, "forgot-password", email=ana.email)
    ((_, token),) = letters(office)
    office.passes(minutes=30)
    assert code(post(office, "reset-password", token=token, password=NEW)) == (410, "token_over")


def test_only_the_last_letter_counts_and_no_mailbox_is_filled(posting_office: Office) -> None:
    office = posting_office
    ana = office.user("owner")
    for _ in range(6):
        assert post(office, "forgot-password", email=ana.email).status_code == 202
    tokens = [token for _, token in letters(office)]
    assert len(tokens) == 3
    assert post(office, "reset-password", token=tokens[0], password=NEW).status_code == 410
    assert post(office, "reset-password", token=tokens[2], password=NEW).status_code == 204
    office.passes(minutes=61)
    post(office, "forgot-password", email=ana.email)
    assert len(letters(office)) == 4


@pytest.mark.parametrize("status", ["suspended", "pending", "invited"])
def test_whoever_may_not_enter_gets_no_letter_and_the_same_answer(posting_office: Office, status: users.Status) -> None:
    office = posting_office
    ana, known = office.user("owner", status=status), office.user("owner")
    office.admin("rui@atende.example")
    emails = [str(ana.email), "rui@atende.example", "nobody@x.example", str(known.email)]
    answers = [post(office, "forgot-password", email=email) for email in emails]
    assert {(one.status_code, one.content) for one in answers} == {(202, ACCEPTED)}
    assert [recipient for recipient, _ in letters(office)] == [known.email]


def test_without_a_mail_server_nothing_is_queued_and_nobody_is_told(office: Office) -> None:
    ana = office.user("owner")
    answer = post(office, "forgot-password", email=ana.email)
    assert (answer.status_code, answer.content) == (202, ACCEPTED) and letters(office) == []
    with office.db() as db:
        assert db.read(lambda tx: tx.value("select count(*) from user_tokens")) == 0


def test_an_invitation_is_no_way_to_another_password(office: Office) -> None:
    ana = office.user("owner")
    token = invitation(office, ana)
    assert post(office, "reset-password", token=token, password=NEW).status_code == 410
    assert post(office, "register", token=token, password=NEW).status_code == 410
    assert log_in(office, str(ana.email), PASSWORD) == 200


# Changing it


def test_a_changed_password_ends_every_other_session(office: Office) -> None:
    ana = office.user("manager")
    here, there = office.log_in(ana), office.log_in(ana)
    change = {"current_password": PASSWORD, "password": NEW}
    assert post(office, "change-password", here, **change).status_code == 204
    assert office.client.get("/api/auth/profile", headers=here).status_code == 200
    assert office.client.get("/api/auth/profile", headers=there).status_code == 401
    assert post(office, "refresh", refresh_token=there.refresh).status_code == 401
    assert post(office, "refresh", refresh_token=here.refresh).status_code == 200
    assert log_in(office, str(ana.email), NEW) == 200


def test_whoever_sits_down_at_an_open_session_does_not_get_the_account(office: Office) -> None:
    ana = office.staff("manager")
    change = {"current_password": "guess", "password": NEW}
    answers = [post(office, "change-password", ana, **change) for _ in range(6)]
    assert [one.status_code for one in answers] == [422] * 5 + [429]
    assert code(answers[0]) == (422, "wrong_password")
    assert log_in(office, ana.email, PASSWORD) == 200


def test_a_platform_admin_changes_theirs(office: Office) -> None:
    rui = office.admin()
    weak = post(office, "change-password", rui, current_password=PASSWORD, password="atendeai2026")
    assert code(weak) == (422, "weak_password")
    assert post(office, "change-password", rui, current_password=PASSWORD, password=NEW).status_code == 204
    assert log_in(office, rui.email, NEW) == 200
    trail = office.files.control().read(lambda tx: tx.values("select action from audit_logs order by id"))
    assert "users.password" in trail


def test_no_clinic_is_called_platform(office: Office) -> None:
    """Tokens of those who run the installation say so where others name their clinic."""
    made = office.files.create(None, "Platform", office.clock.now())
    assert made.id == "platform-2"
    with pytest.raises(ValueError, match="platform"):
        office.files.create("platform", "X", office.clock.now())
