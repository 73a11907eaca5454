"""Clinics over HTTP: founded, listed, renamed, suspended, resumed and erased."""

from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path
from typing import Any

import apsw
import pytest
from accounts import PASSWORD, Office
from world import CLINIC

from atendeai import lifecycle
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import configuration
from atendeai.clinics.configuration import Configuration
from atendeai.lifecycle import NotSuspended
from atendeai.ops import audit

CLINICS = "/api/clinics"


def told(answer: Any, status: int, code: str) -> dict[str, Any]:
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    body: dict[str, Any] = answer.json()
    return body


def trail(office: Office, action: str, clinic_id: str | None = CLINIC) -> list[dict[str, Any]]:
    """Lines of a clinic's audit trail, or of the platform's."""

    def find(tx: Any) -> list[dict[str, Any]]:
        return list(tx.dicts("select who, subject_id, old, new from audit_logs where action = ?", (action,)))

    if clinic_id is None:
        return office.files.control().read(find)
    with office.db(clinic_id) as db:
        return db.read(find)


class TestFounding:
    def test_with_a_context_and_an_owner(self, office: Office, document: dict[str, Any]) -> None:
        admin = office.admin()
        body = {
            "id": "aurora",
            "name": "Clínica Aurora",
            "context": document,
            "owner": {"email": "Lia@Aurora.example", "name": "Lia"},
        }
        answer = office.client.post(CLINICS, json=body, headers=admin)
        assert answer.status_code == 201, answer.text
        made = answer.json()
        assert (made["clinic"]["id"], made["clinic"]["status"], made["context_version"]) == ("aurora", "active", 1)
        assert (made["owner"]["email"], made["owner"]["role"]) == ("lia@aurora.example", "owner")
        assert answer.headers["location"] == "/api/clinics/aurora"

        sent = {"token": made["invitation"]["token"], "password": PASSWORD}
        assert office.client.post("/api/auth/register", json=sent).status_code in (200, 201)
        login = office.client.post("/api/auth/login", json={"email": "lia@aurora.example", "password": PASSWORD})
        assert login.status_code == 200
        lia = {"Authorization": f"Bearer {login.json()['access_token']}"}
        assert office.client.get("/api/clinics/aurora/context", headers=lia).json()["clinic"]["name"]
        for place in (None, "aurora"):
            (line,) = trail(office, "clinics.created", place)
            assert (line["who"], line["subject_id"]) == (f"admin:{admin.id}", "aurora")
        (line,) = trail(office, "context.updated", "aurora")
        assert (line["who"], line["subject_id"]) == (f"admin:{admin.id}", "1")

    def test_an_id_of_its_own(self, office: Office) -> None:
        answer = office.client.post(CLINICS, json={"name": "Clínica São João"}, headers=office.admin())
        assert answer.json()["clinic"]["id"] == "clinica-sao-joao"
        assert answer.json()["invitation"] is None

    def test_the_same_request_twice_founds_one(self, office: Office) -> None:
        headers = office.admin() | {"Idempotency-Key": "founding-1"}
        answers = [office.client.post(CLINICS, json={"name": "Aurora"}, headers=headers) for _ in range(2)]
        assert answers[0].json() == answers[1].json()
        assert answers[1].headers["idempotent-replayed"] == "true"
        assert {row.id for row in office.files.clinics()} == {CLINIC, "aurora"}

    def test_an_id_that_is_taken(self, office: Office) -> None:
        body = {"id": CLINIC, "name": "Outra"}
        told(office.client.post(CLINICS, json=body, headers=office.admin()), 409, "clinic_taken")

    def test_a_file_without_a_clinic_is_not_taken_over(self, office: Office) -> None:
        office.clinic("orfa")
        owner = office.user("owner", "orfa")
        office.files.control().write(lambda tx: tx.run("delete from clinics where id = 'orfa'"))
        body = {"id": "orfa", "name": "Outra", "owner": {"email": "rui@outra.example", "name": "Rui"}}
        told(office.client.post(CLINICS, json=body, headers=office.admin()), 409, "clinic_taken")
        assert office.files.row("orfa") is None
        office.files.create("orfa", "Orfa", office.clock.now(), adopt=True)
        with office.db("orfa") as db:
            assert db.read(lambda tx: tx.values("select email from users")) == [owner.email]

    def test_what_cannot_be_audited_does_not_happen(self, office: Office) -> None:
        refuse = "create trigger full before insert on audit_logs begin select raise(abort, 'no room'); end"
        office.files.control().write(lambda tx: tx.run(refuse))
        with pytest.raises(apsw.ConstraintError, match="no room"):
            lifecycle.found(office.files, "aurora", "Aurora", "cli", office.clock.now(), lambda tx, row: None)
        assert office.files.row("aurora") is None

    def test_a_document_with_errors_founds_nothing(self, office: Office) -> None:
        body = {"id": "aurora", "name": "Aurora", "context": {"clinic": {"name": "Aurora"}, "services": []}}
        problem = told(office.client.post(CLINICS, json=body, headers=office.admin()), 422, "invalid_context")
        assert problem["errors"][0]["path"] == "context.services"
        assert office.files.row("aurora") is None

    @pytest.mark.parametrize(
        ("body", "path"),
        [
            ({"name": " "}, "name"),
            ({"name": "Aurora", "id": "A_B"}, "id"),
            ({"name": "Aurora", "owner": {"email": "nobody", "name": "Lia"}}, "owner.email"),
        ],
    )
    def test_what_is_not_valid(self, office: Office, body: dict[str, Any], path: str) -> None:
        problem = told(office.client.post(CLINICS, json=body, headers=office.admin()), 400, "invalid")
        assert [one["path"] for one in problem["errors"]] == [path]

    def test_an_owner_founds_none(self, office: Office) -> None:
        told(office.client.post(CLINICS, json={"name": "Aurora"}, headers=office.staff("owner")), 403, "forbidden")


class TestListing:
    def test_everybody_sees_their_own(self, office: Office) -> None:
        office.clinic("aurora")
        for person in (office.staff("read_only"), office.staff("owner"), office.key(["clinics:list"])):
            body = office.client.get(CLINICS, headers=person).json()
            assert ([one["id"] for one in body["items"]], body["total"]) == ([CLINIC], 1)

    def test_admins_see_all_page_by_page(self, office: Office) -> None:
        for name in ("Ágata", "boreal", "Cedro"):
            office.clinic(name.lower().replace("á", "a"), name)
        admin, seen, query = office.admin(), [], "limit=3"
        while query:
            body = office.client.get(f"{CLINICS}?{query}", headers=admin).json()
            seen += [one["name"] for one in body["items"]]
            assert body["total"] == 4
            query = f"limit=3&cursor={body['next_cursor']}" if body["next_cursor"] else ""
        assert seen == ["Ágata", "boreal", "Cedro", "Clínica Vila Serena"]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("q=agata", ["agata"]),
            ("q=SERENA", [CLINIC]),
            ("status=suspended", ["agata"]),
            ("sort=-name", [CLINIC, "agata"]),
            ("sort=-created_at&limit=1", ["agata"]),
        ],
    )
    def test_filters_and_order(self, office: Office, query: str, found: list[str]) -> None:
        office.passes(hours=1)
        office.clinic("agata", "Ágata")
        admin = office.admin()
        office.client.put(f"{CLINICS}/agata/status", json={"status": "suspended"}, headers=admin)
        body = office.client.get(f"{CLINICS}?{query}", headers=admin).json()
        assert [one["id"] for one in body["items"]] == found


class TestRenaming:
    def test_with_the_etag_of_what_was_read(self, office: Office) -> None:
        owner = office.staff("owner")
        tag = office.client.get(f"{CLINICS}/{CLINIC}", headers=owner).headers["etag"]
        change = {"name": " Vila Serena Saúde "}
        answer = office.client.put(f"{CLINICS}/{CLINIC}", json=change, headers=owner | {"If-Match": tag})
        assert answer.json()["name"] == "Vila Serena Saúde"
        assert answer.headers["etag"] != tag
        assert office.client.get(f"{CLINICS}/{CLINIC}", headers=owner).json() == answer.json()
        stale = office.client.put(f"{CLINICS}/{CLINIC}", json={"name": "X"}, headers=owner | {"If-Match": tag})
        told(stale, 412, "stale")
        for place in (None, CLINIC):
            (line,) = trail(office, "clinics.updated", place)
            assert line["old"] == '{"name":"Clínica Vila Serena"}'
            assert line["new"] == '{"name":"Vila Serena Saúde"}'

    def test_the_same_name_changes_nothing(self, office: Office) -> None:
        owner = office.staff("owner")
        before = office.client.get(f"{CLINICS}/{CLINIC}", headers=owner)
        after = office.client.put(f"{CLINICS}/{CLINIC}", json={"name": before.json()["name"]}, headers=owner)
        assert after.headers["etag"] == before.headers["etag"]
        assert trail(office, "clinics.updated") == []

    def test_another_clinic_is_not_there(self, office: Office) -> None:
        office.clinic("aurora")
        for clinic_id in ("aurora", "nowhere"):
            told(office.client.get(f"{CLINICS}/{clinic_id}", headers=office.staff("owner")), 404, "unknown_clinic")


class TestSuspending:
    def test_logins_are_closed_and_open_again(self, office: Office) -> None:
        admin, owner, program = office.admin(), office.staff("owner"), office.key()
        answer = office.client.put(f"{CLINICS}/{CLINIC}/status", json={"status": "suspended"}, headers=admin)
        assert answer.json()["status"] == "suspended"
        login = {"email": owner.email, "password": owner.password}
        told(office.client.get("/api/auth/profile", headers=owner), 403, "clinic_suspended")
        told(office.client.post("/api/auth/login", json=login), 403, "clinic_suspended")
        message = {"clinic_id": CLINIC, "whatsapp_number": "5548999990001", "content": "oi"}
        told(office.client.post("/api/conversation/process", json=message, headers=program), 403, "clinic_suspended")

        office.client.put(f"{CLINICS}/{CLINIC}/status", json={"status": "active"}, headers=admin)
        assert office.client.get("/api/auth/profile", headers=owner).status_code == 200
        assert office.client.post("/api/auth/login", json=login).status_code == 200
        assert len(trail(office, "clinics.suspended")) == len(trail(office, "clinics.resumed", None)) == 1

    def test_whom_the_clinic_let_in_is_shut_out_too(self, office: Office) -> None:
        until = office.clock.now() + dt.timedelta(days=1)
        with office.db() as db:
            db.write(lambda tx: configuration.write(tx, Configuration(platform_access_until=until), office.clock.now()))
        admin = office.admin()
        guest = admin | {"X-Clinic-Id": CLINIC}
        assert office.client.get("/api/patients", headers=guest).status_code == 200
        office.client.put(f"{CLINICS}/{CLINIC}/status", json={"status": "suspended"}, headers=admin)
        told(office.client.get("/api/patients", headers=guest), 403, "clinic_suspended")
        opened = office.client.put(f"{CLINICS}/{CLINIC}/status", json={"status": "active"}, headers=guest)
        assert opened.status_code == 200  # their own right, not a guest's
        assert office.client.get("/api/patients", headers=guest).status_code == 200

    def test_a_key_that_is_made_up_tells_nothing(self, office: Office) -> None:
        admin = office.admin()
        office.client.put(f"{CLINICS}/{CLINIC}/status", json={"status": "suspended"}, headers=admin)
        answers = [
            office.client.get("/api/patients", headers={"Authorization": f"Bearer atd_{clinic}_{'A' * 43}"})
            for clinic in (CLINIC, "nowhere")
        ]
        assert [(one.status_code, one.json()) for one in answers] == [(401, answers[0].json())] * 2

    def test_an_owner_may_close_their_clinic(self, office: Office) -> None:
        owner = office.staff("owner")
        assert office.client.put(
            f"{CLINICS}/{CLINIC}/status", json={"status": "suspended"}, headers=owner
        ).status_code == 200  # fmt: skip
        told(office.client.get(f"{CLINICS}/{CLINIC}", headers=owner), 403, "clinic_suspended")

    def test_a_stale_decision(self, office: Office) -> None:
        admin = office.admin()
        tag = office.client.get(f"{CLINICS}/{CLINIC}", headers=admin).headers["etag"]
        for status in ("suspended", "active"):
            office.client.put(f"{CLINICS}/{CLINIC}/status", json={"status": status}, headers=admin)
        late = office.client.put(
            f"{CLINICS}/{CLINIC}/status", json={"status": "suspended"}, headers=admin | {"If-Match": tag}
        )
        told(late, 412, "stale")


class TestErasing:
    def test_only_what_is_suspended(self, office: Office) -> None:
        for person in (office.admin(), office.staff("owner")):
            told(office.client.delete(f"{CLINICS}/{CLINIC}", headers=person), 409, "not_suspended")
        assert office.files.row(CLINIC) is not None

    def test_it_is_exported_first(self, office: Office) -> None:
        admin, owner = office.admin(), office.staff("owner")
        media = office.files.media(CLINIC)
        media.mkdir(parents=True)
        (media / "foto.jpg").write_bytes(b"jpeg")
        office.client.put(f"{CLINICS}/{CLINIC}/status", json={"status": "suspended"}, headers=admin)
        answer = office.client.delete(f"{CLINICS}/{CLINIC}", headers=admin)
        assert answer.status_code == 200, answer.text
        kept = office.files.data / "exports" / answer.json()["export"]
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
        assert not office.files.path(CLINIC).exists()
        assert not media.exists()
        control = office.files.control()
        assert control.read(lambda tx: tx.value("select count(*) from logins")) == 0
        told(office.client.get(f"{CLINICS}/{CLINIC}", headers=admin), 404, "unknown_clinic")
        assert office.client.get("/api/auth/profile", headers=owner).status_code == 401
        (line,) = trail(office, "clinics.deleted", None)
        assert kept.name in line["new"]
        assert control.read(audit.verify).broken is None

    def test_what_is_resumed_meanwhile_stays(self, office: Office) -> None:
        at = office.clock.now()

        class ResumedMeanwhile(ClinicFiles):
            """A server on which somebody resumes the clinic while it is exported."""

            def export(self, clinic_id: str, target: Path) -> None:
                super().export(clinic_id, target)
                lifecycle.resume(self, clinic_id, "cli", at)

        lifecycle.suspend(office.files, CLINIC, "cli", at)
        files = ResumedMeanwhile(office.files.data)
        assert isinstance(lifecycle.erase(files, CLINIC, "cli", at), NotSuspended)
        row = files.row(CLINIC)
        assert row is not None
        assert row.status == "active"
        assert files.path(CLINIC).exists()
        assert list((files.data / "exports").iterdir()) == []
        files.close()

    def test_or_not_at_all(self, office: Office) -> None:
        admin = office.admin()
        office.client.put(f"{CLINICS}/{CLINIC}/status", json={"status": "suspended"}, headers=admin)
        assert office.client.delete(f"{CLINICS}/{CLINIC}?export=false", headers=admin).json()["export"] is None
        assert not (office.files.data / "exports").exists()
        told(office.client.delete(f"{CLINICS}/{CLINIC}", headers=admin), 404, "unknown_clinic")

    def test_what_cannot_be_exported_is_not_erased(self, office: Office) -> None:
        admin = office.admin()
        office.clinic("aurora")
        office.client.put(f"{CLINICS}/aurora/status", json={"status": "suspended"}, headers=admin)
        office.files.path("aurora").unlink()
        told(office.client.delete(f"{CLINICS}/aurora", headers=admin), 409, "not_exported")
        assert office.client.delete(f"{CLINICS}/aurora?export=false", headers=admin).status_code == 200
