"""A clinic that was exported comes back on another machine as it was, and its people log in there."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from accounts import PASSWORD, Office, opened
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute
from litestar.testing import TestClient
from world import CLINIC

from atendeai import lifecycle
from atendeai.app import create_app
from atendeai.archive import ArchiveRefused
from atendeai.auth import keys, user_tokens
from atendeai.clinic_files import ClinicFileBroken, ClinicFiles, ClinicRefused, NumberTaken
from atendeai.conversation.ai.assistant import NOBODY
from atendeai.exchange import Said, converse
from atendeai.ops import audit
from atendeai.ops.clock import FixedClock, iso
from atendeai.settings import Settings

NUMBER, TOKEN, SECRET = "100000000000001", "EAA-of-meta", "app-secret"


def live_a_little(office: Office) -> dict[str, Any]:
    """Staff, a program, a patient with a visit, media, a number, another configuration; what ids there are."""
    owner = office.user("owner", email="lia@vilaserena.example")
    office.user("receptionist")
    logged_in = office.log_in(owner)
    office.client.put(f"/api/clinics/{CLINIC}/configuration", json={"open_registration": True}, headers=logged_in)
    office.client.put(f"/api/clinics/{CLINIC}/scheduling-policies", json={"min_advance_hours": 4}, headers=logged_in)
    office.files.connect_number(CLINIC, NUMBER, "2", "+55 48 3000-0000", TOKEN, SECRET, "verify-me", office.clock.now())
    with office.db() as db:
        for text in ("quero marcar consulta clínica geral sexta às 9h", "Maria Souza", "particular", "sim"):
            converse(db, Said(number="5548999990001", text=text), office.clock, assistant=NOBODY)
            office.passes(seconds=20)
        key = db.write(lambda tx: keys.create(tx, CLINIC, "painel", office.clock.now()))
        patient = db.read(lambda tx: tx.value("select id from patients where name <> ''"))
        assert db.read(lambda tx: tx.value("select count(*) from appointments")) == 1
    media = office.files.media(CLINIC) / "2026"
    media.mkdir(parents=True)
    (media / "foto.jpg").write_bytes(b"jpeg")
    return {"clinic_id": CLINIC, "user_id": owner.id, "patient_id": patient, "key_id": key.id, "plain": key.plain}


def reads(office: Office) -> list[str]:
    """The path of every route that a clinic's people can GET."""
    found = set()
    for route in office.client.app.routes:
        if not isinstance(route, HTTPRoute):
            continue
        for handler in route.route_handlers:
            if isinstance(handler, HTTPRouteHandler) and "GET" in handler.http_methods and handler.opt["permission"]:
                found.add(route.path_format)
    return sorted(found)


def everything(office: Office, ids: dict[str, Any]) -> dict[str, Any]:
    """Every answer, by path, but for what tells of this very session."""
    owner = logged_in(office)
    answers = {}
    for path in reads(office):
        filled = re.sub(r"\{(\w+)(?::\w+)?\}", lambda name: str(ids[name[1]]), path)
        answer = office.client.get(filled, headers=owner)
        assert answer.status_code == 200, (filled, answer.text)
        answers[path] = answer.json()
    return answers


def logged_in(office: Office) -> dict[str, str]:
    body = {"email": "lia@vilaserena.example", "password": PASSWORD}
    answer = office.client.post("/api/auth/login", json=body)
    assert answer.status_code == 200, answer.text
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


@pytest.fixture
def exported(tmp_path: Path, clock: FixedClock) -> tuple[Path, dict[str, Any], dict[str, Any]]:
    """An export, what it holds, and what every read answered where it was made."""
    with opened(tmp_path / "old", clock) as office:
        ids = live_a_little(office)
        office.files.export(CLINIC, tmp_path / "clinic.zip")
        return tmp_path / "clinic.zip", ids, everything(office, ids)


class Elsewhere:
    """A machine on which nothing is yet."""

    def __init__(self, data: Path, clock: FixedClock) -> None:
        self.data, self.clock = data, clock
        self.files = ClinicFiles(data)

    def restores(self, archive: Path, old_key: Path | None = None) -> Any:
        return lifecycle.restore(self.files, archive, "cli", self.clock.now(), old_key)

    def sealed(self) -> tuple[str | None, list[str]]:
        """The number's token and app secrets, in clear."""
        with self.files.clinic(CLINIC) as db:
            token = db.read(lambda tx: self.files.access_token(tx, NUMBER))
        (number,) = self.files.numbers()
        return token, [self.files.unsealed(one) for one in number.app_secrets]


@pytest.fixture
def elsewhere(tmp_path: Path, clock: FixedClock) -> Any:
    machine = Elsewhere(tmp_path / "new", clock)
    yield machine
    machine.files.close()


def test_every_read_gives_the_same_answer_and_the_owner_logs_in(
    exported: Any, elsewhere: Elsewhere, clock: FixedClock
) -> None:
    archive, ids, before = exported
    restored = elsewhere.restores(archive)
    assert restored.clinic.id == CLINIC
    elsewhere.files.close()
    with opened_again(elsewhere.data, clock) as office:
        after = everything(office, ids)
        assert set(after) == set(before)
        assert len(before) >= 12
        for path in before:
            assert settled(after[path]) == settled(before[path]), path
        assert (office.files.media(CLINIC) / "2026" / "foto.jpg").read_bytes() == b"jpeg"
        message = {"clinic_id": CLINIC, "whatsapp_number": "5548999990001", "content": "quando é minha consulta?"}
        answer = office.client.post("/api/conversation/process", json=message, headers={"X-API-Key": ids["plain"]})
        assert answer.status_code in (200, 201)
        assert "09:00" in answer.text or "9h" in answer.text
        with office.db() as db:
            begins = int(db.read(lambda tx: tx.value("select value from meta where key = 'audit_chain_begins'")))
            assert db.read(lambda tx: audit.verify(tx, begins=begins)).broken is None


class Reopened(Office):
    """The server on what is there: nothing is founded."""

    def clinic(self, clinic_id: str, name: str = "") -> str:
        return clinic_id


@contextlib.contextmanager
def opened_again(data: Path, clock: FixedClock) -> Iterator[Office]:
    with TestClient(create_app(Settings(data=data), clock=clock, work=False)) as client:
        yield Reopened(client, clock)


def settled(answer: Any) -> Any:
    """Without what each log-in and each import adds: sessions, and lines of the trail."""
    if isinstance(answer, dict):
        if "items" in answer:
            kept = [one for one in answer["items"] if not _own(one)]
            return {"items": [settled(one) for one in kept]}
        return {name: settled(one) for name, one in answer.items() if name not in PASSING}
    return [settled(one) for one in answer if not _own(one)] if isinstance(answer, list) else answer


PASSING = {"last_login_at", "session_id", "exported_at", "correlation_id"}


def _own(one: Any) -> bool:
    if not isinstance(one, dict):
        return False
    return "current" in one or str(one.get("action", "")).startswith(("sessions.", "clinics.imported", "patients."))


class TestSecrets:
    def test_without_the_old_key_they_are_lost_and_listed(self, exported: Any, elsewhere: Elsewhere) -> None:
        restored = elsewhere.restores(exported[0])
        assert restored.lost == ("WhatsApp number +55 48 3000-0000", "the app secret of +55 48 3000-0000")
        assert elsewhere.sealed() == (None, [])

    def test_with_the_old_key_they_are_sealed_anew(self, exported: Any, elsewhere: Elsewhere, tmp_path: Path) -> None:
        restored = elsewhere.restores(exported[0], tmp_path / "old" / "secret.key")
        assert restored.lost == ()
        assert elsewhere.sealed() == (TOKEN, [SECRET])

    def test_where_the_key_is_the_same_nothing_is_lost(self, exported: Any, tmp_path: Path, clock: FixedClock) -> None:
        data = tmp_path / "same"
        data.mkdir()
        shutil.copy(tmp_path / "old" / "secret.key", data)
        machine = Elsewhere(data, clock)
        assert machine.restores(exported[0]).lost == ()
        assert machine.sealed() == (TOKEN, [SECRET])
        machine.files.close()


def with_numbers_of(source: Path, target: Path, clinic_id: str) -> Path:
    """The same export, but its numbers are said to be of that clinic."""
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(target, "w") as archive:
        for name in whole.namelist():
            content = whole.read(name)
            if name == "clinic.json":
                manifest = json.loads(content)
                manifest["numbers"] = [number | {"clinic_id": clinic_id} for number in manifest["numbers"]]
                content = json.dumps(manifest).encode()
            archive.writestr(name, content)
    return target


class TestRefusals:
    def test_a_clinic_that_is_there(self, exported: Any, elsewhere: Elsewhere) -> None:
        elsewhere.restores(exported[0])
        with pytest.raises(ClinicRefused, match="already"):
            elsewhere.restores(exported[0])

    @pytest.mark.parametrize("claimed", [CLINIC, "aurora"])
    def test_a_number_that_is_anothers_here(
        self, exported: Any, elsewhere: Elsewhere, tmp_path: Path, claimed: str
    ) -> None:
        """Whosever the archive says that it is."""
        at = elsewhere.clock.now()
        elsewhere.files.create("aurora", "Aurora", at)
        kept = elsewhere.files.connect_number("aurora", NUMBER, "2", "+55", TOKEN, "auroras-own", "", at)
        claiming = with_numbers_of(exported[0], tmp_path / "claiming.zip", claimed)
        with pytest.raises(NumberTaken, match="belongs to another clinic"):
            elsewhere.restores(claiming, tmp_path / "old" / "secret.key")
        assert elsewhere.files.numbers() == [kept]
        assert elsewhere.files.secrets_for_signature() == [(b"auroras-own", frozenset({NUMBER}))]
        assert [row.id for row in elsewhere.files.clinics()] == ["aurora"]
        elsewhere.files.disconnect_number(NUMBER)
        assert elsewhere.restores(claiming).clinic.id == CLINIC
        number = elsewhere.files.number(NUMBER)
        assert number is not None
        assert number.clinic_id == CLINIC

    @pytest.mark.parametrize(
        ("name", "held"),
        [
            ("../../evil.txt", b"x"),
            ("media/../../evil.txt", b"x"),
            ("/etc/evil", b"x"),
            ("aurora.db", b"x"),
            ("media\\..\\evil", b"x"),
        ],
    )
    def test_what_leads_out(self, exported: Any, elsewhere: Elsewhere, tmp_path: Path, name: str, held: bytes) -> None:
        with zipfile.ZipFile(exported[0], "a") as archive:
            archive.writestr(name, held)
        with pytest.raises(ArchiveRefused, match="no part of a clinic"):
            elsewhere.restores(exported[0])
        assert not list(tmp_path.rglob("evil*"))
        assert elsewhere.files.clinics() == []

    @pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04"])
    def test_what_is_no_export(self, elsewhere: Elsewhere, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "some.zip").write_bytes(content)
        with pytest.raises(ArchiveRefused, match="no clinic that was exported"):
            elsewhere.restores(tmp_path / "some.zip")

    def test_a_zip_of_something_else(self, elsewhere: Elsewhere, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "some.zip", "w") as archive:
            archive.writestr("holiday.jpg", b"jpeg")
        with pytest.raises(ArchiveRefused, match=r"clinic\.json"):
            elsewhere.restores(tmp_path / "some.zip")

    def test_a_damaged_file(self, exported: Any, elsewhere: Elsewhere, tmp_path: Path) -> None:
        damaged = tmp_path / "damaged.zip"
        with zipfile.ZipFile(exported[0]) as whole, zipfile.ZipFile(damaged, "w") as archive:
            for name in whole.namelist():
                content = whole.read(name)
                archive.writestr(name, content[:8192] + b"\0" * 8192 if name.endswith(".db") else content)
        with pytest.raises(ClinicFileBroken):
            elsewhere.restores(damaged)
        assert elsewhere.files.clinics() == []
        assert not elsewhere.files.path(CLINIC).exists()
        assert not elsewhere.files.media(CLINIC).exists()
        assert list((elsewhere.data / "clinics").iterdir()) == []

    def test_a_file_of_another_clinic(self, exported: Any, elsewhere: Elsewhere, tmp_path: Path) -> None:
        other = tmp_path / "other.zip"
        with zipfile.ZipFile(exported[0]) as whole, zipfile.ZipFile(other, "w") as archive:
            archive.writestr("aurora.db", whole.read(f"{CLINIC}.db"))
            archive.writestr("clinic.json", whole.read("clinic.json").replace(CLINIC.encode(), b"aurora"))
        with pytest.raises(ClinicFileBroken, match="belongs to"):
            elsewhere.restores(other)


def test_whoever_was_logged_in_logs_in_anew(tmp_path: Path, clock: FixedClock) -> None:
    """The key of the server is the same: only the file says who is logged in."""
    with opened(tmp_path / "old", clock) as office:
        owner = office.user("owner", email="lia@vilaserena.example")
        session = office.log_in(owner)
        with office.db() as db:
            reset = db.write(lambda tx: user_tokens.issue(tx, CLINIC, owner.id, "password_reset", clock.now()))
        office.files.export(CLINIC, tmp_path / "clinic.zip")
        lifecycle.suspend(office.files, CLINIC, "cli", clock.now())
        lifecycle.erase(office.files, CLINIC, "cli", clock.now())
        lifecycle.restore(office.files, tmp_path / "clinic.zip", "cli", clock.now())
        assert office.client.get("/api/auth/profile", headers=session).status_code == 401
        refresh = office.client.post("/api/auth/refresh", json={"refresh_token": session.refresh})
        assert refresh.status_code == 401
        with office.db() as db:
            assert db.read(lambda tx: user_tokens.whose(tx, reset.token, "password_reset", clock.now())) is None
        assert office.client.get("/api/auth/profile", headers=logged_in(office)).status_code == 200


def test_an_import_that_cannot_be_audited_does_not_happen(exported: Any, elsewhere: Elsewhere) -> None:
    refuse = "create trigger full before insert on audit_logs begin select raise(abort, 'no room'); end"
    elsewhere.files.control().write(lambda tx: tx.run(refuse))
    with pytest.raises(apsw.ConstraintError, match="no room"):
        elsewhere.restores(exported[0])
    assert elsewhere.files.clinics() == []


def test_an_import_stands_in_both_trails(exported: Any, elsewhere: Elsewhere) -> None:
    elsewhere.restores(exported[0])
    sql = "select at, who, subject_id from audit_logs where action = 'clinics.imported'"
    expected = [{"at": iso(elsewhere.clock.now()), "who": "cli", "subject_id": CLINIC}]
    assert elsewhere.files.control().read(lambda tx: tx.dicts(sql)) == expected
    with elsewhere.files.clinic(CLINIC) as db:
        assert db.read(lambda tx: tx.dicts(sql)) == expected
