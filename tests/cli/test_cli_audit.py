"""The audit trail is read and checked from the command line; whoever tampers with it is found."""

import json
import signal
import sqlite3
import subprocess
import sys

import pytest


@pytest.fixture
def trail(run, serena):
    """Lines about keys, three of them, are the newest."""
    for name in ("um", "dois", "três"):
        run("key", "create", serena, "--name", name)
    return serena


def tamper(data, *statements, file="clinics/serena.db"):
    """As somebody would who has the file: the triggers are no obstacle to them."""
    db = sqlite3.connect(data / file)
    db.executescript("drop trigger audit_logs_no_update; drop trigger audit_logs_no_delete;" + ";".join(statements))
    db.close()


def test_the_newest_lines_are_shown_last(run, as_json, trail):
    lines = as_json("audit", "tail", trail, "-n", "2")
    assert [line["new"]["name"] for line in lines] == ["dois", "três"]
    assert [line["who"] for line in lines] == ["cli", "cli"]
    shown = run("audit", "tail", trail).stdout
    assert "api_keys.created" in shown
    assert "name: três" in shown
    assert as_json("audit", "tail", trail, "--action", "api_keys.revoked") == []


def test_what_is_added_is_shown_until_one_has_seen_enough(run, trail, data):
    entry = [sys.executable, "-c", "from atendeai_cli.main import main; main()", "--data", str(data)]
    following = subprocess.Popen(
        [*entry, "audit", "tail", trail, "-n", "1", "--follow", "--json"], stdout=subprocess.PIPE, text=True
    )
    assert json.loads(following.stdout.readline())["new"]["name"] == "três"
    run("key", "create", trail, "--name", "quatro")
    assert json.loads(following.stdout.readline())["new"]["name"] == "quatro"
    following.send_signal(signal.SIGINT)
    following.stdout.close()
    assert following.wait(timeout=20) == 130


def test_what_changed_is_shown(run, serena):
    run("user", "create", serena, "helena@vilaserena.example", "--name", "Helena")
    run("user", "create", serena, "ana@vilaserena.example", "--name", "Ana", "--role", "manager")
    run("user", "role", serena, "ana@vilaserena.example", "receptionist")
    assert "role: manager → receptionist" in run("audit", "tail", serena, "--action", "users.updated").stdout


def test_sound_trails(run, as_json, trail):
    checked = as_json("audit", "verify")
    assert [(one["of"], one["broken"]) for one in checked] == [("serena", None), ("platform", None)]
    assert checked[0]["lines"] == checked[0]["last_id"] == len(as_json("audit", "tail", trail))
    assert "sound" in run("audit", "verify", trail).stdout


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("update audit_logs set who = 'user:ana' where id = 2", "line 2: it was changed"),
        ("delete from audit_logs where id = 2", "line 2: a line was removed here"),
        ("delete from audit_logs where id = 1", "line 1: a line was removed here"),
        ("delete from audit_logs where id = 1; update meta set value = '2' where key = 'audit_chain_begins'",
         "line 2: the line before it is another one"),
        ("update audit_logs set previous_hash = 'x' where id = 3", "line 3: the line before it is another one"),
    ],
)  # fmt: skip
def test_a_change_is_found(run, trail, data, statement, reason):
    tamper(data, statement)
    broken = run("audit", "verify", code=1)
    assert reason in broken.stderr
    assert broken.stderr.count("\n") == 1
    assert reason in run("audit", "verify", trail, code=1).stderr


NEWEST = "delete from audit_logs where id = (select max(id) from audit_logs)"


@pytest.fixture
def last(as_json, trail):
    """The newest line that `audit verify` has seen."""
    (seen,) = as_json("audit", "verify", trail)
    return seen["last_id"]


@pytest.mark.parametrize("statement", [NEWEST, "delete from audit_logs"])
def test_a_trail_cut_short_is_found_once_it_was_seen_longer(run, trail, data, last, statement):
    tamper(data, statement)
    assert f"line {last}: the trail once had another line here" in run("audit", "verify", trail, code=1).stderr


def test_a_trail_written_anew_is_found_by_the_line_that_was_seen(run, trail, data, last):
    tamper(data, "delete from audit_logs")
    for _ in range(last + 1):
        run("key", "create", trail)
    assert f"line {last}: the trail once had another line here" in run("audit", "verify", trail, code=1).stderr


def test_a_backup_that_was_put_back_can_be_accepted_and_that_is_written_down(run, as_json, trail, data, last):
    tamper(data, NEWEST)
    run("audit", "verify", trail, code=1)
    assert "sound" in run("audit", "verify", trail, "--accept-restored", "--yes").stdout
    assert "sound" in run("audit", "verify").stdout
    (line,) = as_json("audit", "tail", "--platform", "--action", "audit.accepted")
    assert (line["subject_id"], line["new"]) == (trail, {"last_id": last - 1})
    tamper_again = "update audit_logs set who = 'x' where id = 1"
    db = sqlite3.connect(data / "clinics/serena.db")
    db.executescript(tamper_again)
    db.close()
    assert "line 1: it was changed" in run("audit", "verify", trail, "--accept-restored", "--yes", code=1).stderr


def test_the_installations_own_trail(run, trail, data):
    run("key", "rotate")
    run("keys", "rotate")
    tamper(data, "update audit_logs set who = 'nobody' where id = 1", file="control.db")
    assert "platform (line 1: it was changed)" in run("audit", "verify", code=1).stderr


def test_whose(run, serena):
    assert "Name a clinic" in run("audit", "tail", code=2).stderr
    assert "Name the clinic" in run("audit", "verify", "--accept-restored", code=2).stderr
    assert "There is no clinic" in run("audit", "verify", "nenhuma", code=1).stderr
