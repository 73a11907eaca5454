"""People are let in, given roles, suspended and given passwords from the command line."""

import json

import pytest
from terminal import on_a_terminal

from atendeai.auth import admins, user_tokens
from atendeai.auth.passwords import Passwords
from atendeai.clinic_files import ClinicFiles
from atendeai.ops.clock import SystemClock
from atendeai.users import store

HELENA = "helena@vilaserena.example"
PASSWORD = "quatro ipês na chuva fina"


@pytest.fixture
def files(data):
    opened = []

    def looked():
        opened.append(ClinicFiles(data))
        return opened[-1]

    yield looked
    for one in opened:
        one.close()


@pytest.fixture
def helena(run, serena):
    """The first owner, who has a password."""
    run("user", "create", serena, HELENA, "--name", "Helena Prado", "--password-stdin", stdin=f"{PASSWORD}\n")
    return HELENA


def fits(files, email, password, clinic="serena"):
    with files().clinic(clinic) as db:
        encoded = db.read(lambda tx: store.password_hash(tx, store.by_email(tx, email).id))
    return Passwords().fits(password, encoded)


def trail(as_json, *which):
    """What was done to people."""
    lines = as_json("audit", "tail", *which)
    return [line["action"] for line in lines if line["subject"] in ("users", "platform_admins")]


def test_the_first_person_is_the_owner_and_gets_an_invitation(run, serena, files):
    printed = run("user", "create", serena, " Helena@VilaSerena.example ", "--name", "Helena Prado").stdout
    token = printed.splitlines()[0]
    assert "It cannot be shown again" in printed
    with files().clinic(serena) as db:
        helena = db.read(lambda tx: store.by_email(tx, HELENA))
        whose = db.read(lambda tx: user_tokens.whose(tx, token, "invitation", SystemClock().now()))
    assert (helena.role, helena.status, whose) == ("owner", "invited", helena.id)
    assert files().control().read(lambda tx: store.clinics_of(tx, HELENA)) == [serena]


def test_the_next_one_needs_a_role(run, as_json, serena, helena):
    told = run("user", "create", serena, "ana@vilaserena.example", "--name", "Ana", code=2).stderr
    assert "say with --role" in told
    made = as_json("user", "create", serena, "ana@vilaserena.example", "--name", "Ana", "--role", "receptionist")
    assert (made["user"]["role"], made["user"]["status"], made["invitation"]["mailed"]) == (
        "receptionist",
        "invited",
        False,
    )
    assert [one["email"] for one in as_json("user", "list", serena)] == ["ana@vilaserena.example", HELENA]
    listed = run("user", "list", serena).stdout
    assert "Helena Prado" in listed
    assert "argon2" not in listed


def test_with_a_password_nobody_is_invited(run, as_json, serena, helena, files):
    assert fits(files, HELENA, PASSWORD)
    (found,) = as_json("user", "list", serena)
    assert found["status"] == "active"
    taken = run("user", "create", serena, HELENA, "--name", "X", "--role", "manager", code=1).stderr
    assert "has an account here already" in taken


@pytest.mark.parametrize("weak", ["curta", "senha123456", "helenaprado"])
def test_a_password_that_is_easily_guessed_is_refused(run, serena, weak):
    told = run("user", "create", serena, HELENA, "--name", "Helena Prado", "--password-stdin", stdin=weak, code=1)
    assert "Use " in told.stderr or "use " in told.stderr
    assert "Nobody yet" in run("user", "list", serena).stdout


def test_nobody_there_to_type_one(run, serena):
    told = run("user", "create", serena, HELENA, "--name", "Helena", "--password", code=2).stderr
    assert "--password-stdin" in told


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["create", "serena", "helena", "--name", "Helena"], "nobody who can be let in"),
        (["create", HELENA, "--name", "Helena"], "Name CLINIC EMAIL"),
        (["create", "serena", HELENA, "--name", "Helena", "--platform"], "Name --platform EMAIL"),
        (["list"], "Name a clinic, or say --platform"),
        (["list", "serena", "--platform"], "Name a clinic, or say --platform"),
        (["status", "serena", HELENA, "dead"], "write active or suspended"),
        (["status", "serena", HELENA], "Name CLINIC EMAIL active|suspended"),
        (["role", "serena", HELENA, "king"], "king"),
    ],
)
def test_a_wrong_call(run, serena, args, told):
    assert told in run("user", *args, code=2).stderr


def test_who_is_not_there(run, serena):
    for args in (["role", serena, HELENA, "manager"], ["status", serena, HELENA, "active"]):
        assert "Nobody has the address" in run("user", *args, code=1).stderr


def test_an_invitation_is_made_anew(run, as_json, serena, helena, files):
    ana = "ana@vilaserena.example"
    first = as_json("user", "create", serena, ana, "--name", "Ana", "--role", "manager")["invitation"]["token"]
    second = as_json("user", "invite", serena, ana)["invitation"]["token"]
    with files().clinic(serena) as db:
        now = SystemClock().now()
        counts = [db.read(lambda tx, t=t: user_tokens.whose(tx, t, "invitation", now)) for t in (first, second)]
    assert [one is not None for one in counts] == [False, True]
    assert "accepted already" in run("user", "invite", serena, HELENA, code=1).stderr


def test_somebody_new_is_invited(run, as_json, serena, helena):
    made = as_json("user", "invite", serena, "rui@vilaserena.example", "--name", "Rui Lima", "--role", "receptionist")
    assert (made["user"]["name"], made["user"]["status"]) == ("Rui Lima", "invited")
    told = run("user", "invite", serena, "bia@vilaserena.example", "--role", "receptionist", code=2).stderr
    assert "Say it with --name" in told
    assert "say with --role" in run("user", "invite", serena, "bia@vilaserena.example", code=2).stderr


def test_an_invitation_goes_out_by_e_mail_where_that_is_set_up(run, serena, files):
    printed = run(
        "user", "create", serena, HELENA, "--name", "Helena Prado",
        ATENDEAI_SMTP_HOST="127.0.0.1", ATENDEAI_SMTP_SECURITY="none", ATENDEAI_MAIL_FROM="atende@serena.example",
        ATENDEAI_PANEL_URL="https://painel.serena.example",
    ).stdout  # fmt: skip
    token = printed.splitlines()[0]
    assert f"https://painel.serena.example/register?token={token}" in printed
    assert "e-mail" in printed
    looked = files()
    with looked.clinic(serena) as db:
        (mail,) = db.read(lambda tx: tx.dicts("select recipient, purpose, body from mails"))
    assert (mail["recipient"], mail["purpose"]) == (HELENA, "invitation")
    assert token in looked.unsealed(mail["body"])


def test_roles_and_the_last_owner(run, as_json, serena, helena):
    assert "last owner" in run("user", "role", serena, HELENA, "manager", code=1).stderr
    assert "last owner" in run("user", "status", serena, HELENA, "suspended", code=1).stderr
    bia = "bia@vilaserena.example"
    run("user", "create", serena, bia, "--name", "Bia", "--role", "owner", "--password-stdin", stdin=PASSWORD)
    assert as_json("user", "role", serena, HELENA, "manager")["role"] == "manager"
    assert "last owner" in run("user", "role", serena, bia, "manager", code=1).stderr
    assert trail(as_json, serena) == ["users.created", "users.created", "users.updated"]


def test_suspended_and_back(run, as_json, serena, helena):
    ana = "ana@vilaserena.example"
    run("user", "create", serena, ana, "--name", "Ana", "--role", "manager", "--password-stdin", stdin=PASSWORD)
    for status in ("suspended", "active"):
        assert as_json("user", "status", serena, ana.upper(), status) == {"email": ana, "status": status}
        assert {one["email"]: one["status"] for one in as_json("user", "list", serena)}[ana] == status


def test_another_password(run, as_json, serena, helena, files):
    other = "sete barcos no mangue verde"
    told = run("user", "set-password", serena, HELENA, "--password-stdin", stdin=other).stdout
    assert "logged out everywhere" in told
    assert not fits(files, HELENA, PASSWORD)
    assert fits(files, HELENA, other)


def test_a_password_accepts_a_waiting_invitation(run, as_json, serena):
    run("user", "create", serena, HELENA, "--name", "Helena Prado")
    run("user", "set-password", serena, HELENA, "--password-stdin", stdin=PASSWORD)
    assert as_json("user", "list", serena)[0]["status"] == "active"


def test_those_who_run_the_installation(run, as_json, data, files):
    rui = "rui@atende.example"
    made = as_json("user", "create", rui, "--platform", "--name", "Rui", "--password-stdin", stdin=PASSWORD)
    assert (made["email"], made["status"]) == (rui, "active")
    assert "has an account already" in run(
        "user", "create", rui, "--platform", "--name", "Rui", "--password-stdin", stdin=PASSWORD, code=1
    ).stderr  # fmt: skip
    run("user", "status", rui, "suspended", "--platform")
    run("user", "set-password", "--platform", rui, "--password-stdin", stdin="sete barcos no mangue verde")
    assert "platform admin" in run("user", "list", "--platform").stdout
    assert as_json("user", "list", "--platform")[0]["status"] == "suspended"
    assert trail(as_json, "--platform") == ["admins.created", "admins.status", "admins.password"]
    control = files().control()
    encoded = control.read(lambda tx: admins.password_hash(tx, made["id"]))
    assert Passwords().fits("sete barcos no mangue verde", encoded)
    assert encoded not in json.dumps(as_json("audit", "tail", "--platform"))


def test_a_password_is_typed_twice_without_echo(serena, data):
    answers = [(b"Password", PASSWORD), (b"Repeat", PASSWORD)]
    args = ["--data", str(data), "user", "create", serena, HELENA, "--name", "Helena Prado", "--password"]
    seen, code = on_a_terminal(args, answers)
    assert code == 0, seen
    assert "chuva" not in seen.decode()
    assert answers == []
