"""The clinic's people over HTTP: invited, looked up, changed, suspended and ended, each by whom it is theirs."""

from __future__ import annotations

from typing import Any

import pytest
from accounts import Office, Person
from world import CLINIC

from atendeai.auth import user_tokens
from atendeai.auth.permissions import OF_KEYS, OF_ROLE, OWN
from atendeai.users import store as users


@pytest.fixture
def owner(office: Office) -> Person:
    return office.staff("owner")


def ana(**more: Any) -> dict[str, Any]:
    return {"email": "Ana.Souza@VilaSerena.example", "name": " Ana Souza ", "role": "receptionist", **more}


def trail(office: Office) -> list[tuple[str, str, str]]:
    sql = "select action, who, subject_id from audit_logs order by id"
    with office.db() as db:
        return [(row["action"], row["who"], row["subject_id"]) for row in db.read(lambda tx: tx.dicts(sql))]


def indexed(office: Office, email: str) -> list[str]:
    return office.files.control().read(lambda tx: users.clinics_of(tx, email))


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


class TestInviting:
    def test_somebody_is_invited_and_may_then_enter(self, office: Office, owner: Person) -> None:
        made = office.client.post("/api/users", headers=owner, json=ana())
        assert made.status_code == 201, made.text
        user, invitation = made.json()["user"], made.json()["invitation"]
        assert (user["email"], user["name"], user["status"]) == ("ana.souza@vilaserena.example", "Ana Souza", "invited")
        assert made.headers["location"] == f"/api/users/{user['id']}"
        assert made.headers["etag"] == '"1"'
        assert user_tokens.place_of(invitation["token"]) == CLINIC
        assert (invitation["link"], invitation["mailed"]) == (None, False)
        assert invitation["expires_at"] == "2026-12-01T13:00:00Z"
        assert indexed(office, user["email"]) == [CLINIC]
        with office.db() as db:
            found = db.read(lambda tx: user_tokens.whose(tx, invitation["token"], "invitation", office.clock.now()))
            kept = db.read(lambda tx: tx.dicts("select * from user_tokens"))
        assert found == user["id"]
        assert invitation["token"] not in str(kept)
        assert trail(office) == [("users.created", f"user:{owner.id}", user["id"])]

    def test_an_invitation_is_good_for_a_week_and_once(self, office: Office, owner: Person) -> None:
        token = office.client.post("/api/users", headers=owner, json=ana()).json()["invitation"]["token"]
        office.passes(days=6, hours=23)
        with office.db() as db:
            taken = [
                db.write(lambda tx: user_tokens.use(tx, token, "invitation", office.clock.now())) is not None
                for _ in range(2)
            ]
            wrong = db.write(lambda tx: user_tokens.use(tx, token, "password_reset", office.clock.now()))
        assert taken == [True, False]
        assert wrong is None

    def test_a_new_invitation_takes_the_place_of_the_first(self, office: Office, owner: Person) -> None:
        first = office.client.post("/api/users", headers=owner, json=ana()).json()
        again = office.client.post(f"/api/users/{first['user']['id']}/invitation", headers=owner)
        assert again.status_code == 201
        now = office.clock.now()
        with office.db() as db:
            counts = [
                db.read(lambda tx, token=one["invitation"]["token"]: user_tokens.whose(tx, token, "invitation", now))
                for one in (first, again.json())
            ]
        assert counts == [None, first["user"]["id"]]

    def test_who_is_in_already_is_not_invited_again(self, office: Office, owner: Person) -> None:
        other = office.user("receptionist")
        assert code(office.client.post(f"/api/users/{other.id}/invitation", headers=owner)) == (409, "accepted")
        taken = office.client.post("/api/users", headers=owner, json=ana(email=str(other.email).upper()))
        assert code(taken) == (409, "email_taken")

    def test_a_request_sent_twice_invites_once(self, office: Office, owner: Person) -> None:
        headers = {**owner, "Idempotency-Key": "convite-1"}
        first, second = (office.client.post("/api/users", headers=headers, json=ana()) for _ in range(2))
        assert first.json() == second.json()
        assert second.headers["idempotent-replayed"] == "true"
        assert len(office.client.get("/api/users", headers=owner).json()["items"]) == 2

    def test_a_professional_is_one_of_the_clinics(self, office: Office, owner: Person) -> None:
        asked = ana(role="professional", professional_id="ninguem")
        assert code(office.client.post("/api/users", headers=owner, json=asked)) == (422, "unknown_professional")

    @pytest.mark.parametrize("wrong", [{"email": "ana"}, {"email": "a@b"}, {"name": "  "}, {"role": "admin"}, {"x": 1}])
    def test_what_is_not_valid_is_refused(self, office: Office, owner: Person, wrong: dict[str, Any]) -> None:
        assert code(office.client.post("/api/users", headers=owner, json=ana(**wrong))) == (400, "invalid")


class TestWhoMayWhom:
    """Nobody raises anybody above themselves, and managers leave owners and managers alone."""

    @pytest.mark.parametrize("role", ["owner", "manager"])
    def test_a_manager_makes_none_like_themselves(self, office: Office, role: str) -> None:
        asked = office.client.post("/api/users", headers=office.staff("manager"), json=ana(role=role))
        assert code(asked) == (403, "above_you")

    @pytest.mark.parametrize("role", ["owner", "manager"])
    def test_a_manager_touches_none_like_themselves(self, office: Office, role: Any) -> None:
        office.user("owner")
        manager, other = office.staff("manager"), office.user(role)
        path, client = f"/api/users/{other.id}", office.client
        assert code(client.put(path, headers=manager, json={"name": "X"})) == (403, "above_you")
        assert code(client.put(f"{path}/status", headers=manager, json={"status": "suspended"})) == (403, "above_you")
        assert code(client.delete(path, headers=manager)) == (403, "above_you")

    def test_nor_raises_the_others(self, office: Office) -> None:
        manager, other = office.staff("manager"), office.user("read_only")
        path = f"/api/users/{other.id}"
        assert code(office.client.put(path, headers=manager, json={"role": "manager"})) == (403, "above_you")
        assert office.client.put(path, headers=manager, json={"role": "receptionist"}).json()["role"] == "receptionist"

    def test_a_program_stands_as_high_as_a_manager(self, office: Office, owner: Person) -> None:
        program = office.key(sorted(OF_KEYS))
        assert code(office.client.post("/api/users", headers=program, json=ana(role="owner"))) == (403, "above_you")
        assert code(office.client.delete(f"/api/users/{owner.id}", headers=program)) == (403, "above_you")
        assert office.client.post("/api/users", headers=program, json=ana()).status_code == 201

    @pytest.mark.parametrize("role", ["receptionist", "professional", "read_only"])
    def test_a_program_opens_no_account_that_may_do_more_than_its_key(self, office: Office, role: Any) -> None:
        """It could log in with it. What it lacks is one permission of the role."""
        has = (OF_ROLE[role] - OWN) | {"users:create", "users:update", "users:status", "users:delete"}
        enough, lacking = office.key(sorted(has)), office.key(sorted(has - {"patients:read"}))
        other, waiting = office.user(role), office.user(role, status="pending")
        invited, suspended = office.user(role, status="invited"), office.user(role, status="suspended")
        attempts: list[tuple[str, str, dict[str, Any]]] = [
            ("POST", "/api/users", ana(role=role)),
            ("POST", f"/api/users/{invited.id}/invitation", {}),
            ("PUT", f"/api/users/{other.id}", {"email": "bot@x.example"}),
            ("PUT", f"/api/users/{waiting.id}/status", {"status": "active"}),
            ("PUT", f"/api/users/{suspended.id}/status", {"status": "active"}),
        ]
        for method, path, body in attempts:
            refused = office.client.request(method, path, headers=lacking, json=body)
            assert code(refused) == (403, "above_you"), path
            done = office.client.request(method, path, headers=enough, json=body)
            assert done.status_code in {200, 201}, done.text

    def test_a_program_raises_nobody_to_a_role_beyond_its_key(self, office: Office) -> None:
        program = office.key(sorted((OF_ROLE["professional"] - OWN) | {"users:update"}))
        other = office.user("professional", professional_id="helena")
        raised = office.client.put(f"/api/users/{other.id}", headers=program, json={"role": "receptionist"})
        assert code(raised) == (403, "above_you")
        assert office.client.put(f"/api/users/{other.id}", headers=program, json={"name": "Bia"}).status_code == 200

    def test_a_program_may_shut_out_whom_it_could_not_let_in(self, office: Office) -> None:
        program, other = office.key(["users:status", "users:delete"]), office.user("receptionist")
        path = f"/api/users/{other.id}"
        assert office.client.put(f"{path}/status", headers=program, json={"status": "suspended"}).status_code == 200
        back = office.client.put(f"{path}/status", headers=program, json={"status": "active"})
        assert code(back) == (403, "above_you")
        assert office.client.delete(path, headers=program).status_code == 204

    @pytest.mark.parametrize("role", ["receptionist", "professional", "read_only"])
    def test_the_others_change_nobody(self, office: Office, role: Any) -> None:
        person, other = office.staff(role), office.user("read_only")
        assert office.client.delete(f"/api/users/{other.id}", headers=person).status_code == 403
        assert office.client.post("/api/users", headers=person, json=ana()).status_code == 403


class TestTheLastOwner:
    @pytest.mark.parametrize("way", ["demoted", "suspended", "deleted"])
    def test_stays(self, office: Office, owner: Person, way: str) -> None:
        office.user("owner", status="suspended")
        office.user("owner", status="invited")
        assert code(self.lose(office, owner, owner.id, way)) == (409, "last_owner")
        assert office.client.get(f"/api/users/{owner.id}", headers=owner).json()["role"] == "owner"

    @pytest.mark.parametrize("way", ["demoted", "suspended", "deleted"])
    def test_is_not_the_last_while_there_is_another(self, office: Office, owner: Person, way: str) -> None:
        second = office.user("owner")
        assert self.lose(office, owner, second.id, way).status_code in (200, 204)
        assert code(self.lose(office, owner, owner.id, way)) == (409, "last_owner")

    def lose(self, office: Office, by: Person, user_id: str, way: str) -> Any:
        path = f"/api/users/{user_id}"
        if way == "demoted":
            return office.client.put(path, headers=by, json={"role": "manager"})
        if way == "suspended":
            return office.client.put(f"{path}/status", headers=by, json={"status": "suspended"})
        return office.client.delete(path, headers=by)


class TestChanging:
    def test_another_role_ends_the_sessions_at_once(self, office: Office, owner: Person) -> None:
        ana = office.staff("receptionist")
        assert office.client.get("/api/users", headers=ana).status_code == 200
        changed = office.client.put(f"/api/users/{ana.id}", headers=owner, json={"role": "read_only"})
        assert changed.json()["version"] == 2
        assert office.client.get("/api/users", headers=ana).status_code == 401

    def test_another_name_does_not(self, office: Office, owner: Person) -> None:
        ana = office.staff("receptionist")
        office.client.put(f"/api/users/{ana.id}", headers=owner, json={"name": "Ana Maria", "role": "receptionist"})
        assert office.client.get("/api/users", headers=ana).status_code == 200
        line = office.client.get("/api/audit", headers=owner).json()["items"][0]
        assert (line["old"], line["new"]) == ({"name": ana.name}, {"name": "Ana Maria"})

    def test_nothing_new_is_no_change(self, office: Office, owner: Person) -> None:
        ana = office.user("receptionist")
        for body in ({}, {"name": ana.name}):
            same = office.client.put(f"/api/users/{ana.id}", headers=owner, json=body)
            assert (same.status_code, same.headers["etag"]) == (200, '"1"')
        assert trail(office) == []

    def test_the_index_follows_the_address(self, office: Office, owner: Person) -> None:
        ana = office.user("receptionist", email="ana@vilaserena.example")
        asked = {"email": "Ana.Maria@vilaserena.example"}
        assert office.client.put(f"/api/users/{ana.id}", headers=owner, json=asked).status_code == 200
        assert indexed(office, "ana@vilaserena.example") == []
        assert indexed(office, "ana.maria@vilaserena.example") == [CLINIC]

    def test_an_address_is_taken_once_in_a_clinic_and_free_in_another(self, office: Office, owner: Person) -> None:
        ana, other = office.user("receptionist"), office.user("receptionist")
        taken = office.client.put(f"/api/users/{ana.id}", headers=owner, json={"email": other.email})
        assert code(taken) == (409, "email_taken")
        aurora = office.clinic("aurora")
        assert (
            office.client.post(
                "/api/users",
                headers=office.staff("owner", aurora),
                json={"email": other.email, "name": "Bia", "role": "manager"},
            ).status_code
            == 201
        )
        assert indexed(office, str(other.email)) == ["aurora", CLINIC]

    def test_a_stale_change_is_refused(self, office: Office, owner: Person) -> None:
        path = f"/api/users/{office.user('receptionist').id}"
        seen = office.client.get(path, headers=owner).headers["etag"]
        assert office.client.put(path, headers={**owner, "If-Match": seen}, json={"name": "Bia"}).status_code == 200
        for late in (
            office.client.put(path, headers={**owner, "If-Match": seen}, json={"name": "Caio"}),
            office.client.put(f"{path}/status", headers={**owner, "If-Match": seen}, json={"status": "suspended"}),
            office.client.delete(path, headers={**owner, "If-Match": seen}),
        ):
            assert code(late) == (412, "stale")
        assert office.client.get(path, headers=owner).json()["name"] == "Bia"


class TestStatus:
    def test_a_suspended_person_is_out_at_once_and_may_come_back(self, office: Office, owner: Person) -> None:
        ana = office.staff("receptionist")
        path = f"/api/users/{ana.id}/status"
        gone = office.client.put(path, headers=owner, json={"status": "suspended"})
        assert (gone.status_code, gone.json()["status"]) == (200, "suspended")
        assert office.client.get("/api/users", headers=ana).status_code == 401
        back = office.client.put(path, headers=owner, json={"status": "active"})
        assert back.json()["status"] == "active"
        assert office.client.get("/api/users", headers=ana).status_code == 401  # the session was ended

    def test_whoever_registered_is_let_in(self, office: Office, owner: Person) -> None:
        waiting = office.user("read_only", status="pending")
        let_in = office.client.put(f"/api/users/{waiting.id}/status", headers=owner, json={"status": "active"})
        assert let_in.json()["status"] == "active"

    def test_an_invitation_is_for_the_invited_to_accept(self, office: Office, owner: Person) -> None:
        user_id = office.client.post("/api/users", headers=owner, json=ana()).json()["user"]["id"]
        early = office.client.put(f"/api/users/{user_id}/status", headers=owner, json={"status": "active"})
        assert code(early) == (409, "not_accepted")

    def test_the_same_again_changes_nothing(self, office: Office, owner: Person) -> None:
        ana = office.staff("receptionist")
        office.client.put(f"/api/users/{ana.id}/status", headers=owner, json={"status": "active"})
        assert office.client.get("/api/users", headers=ana).status_code == 200
        assert trail(office) == []


class TestEnding:
    def test_an_account_leaves_its_name_and_nothing_else(self, office: Office, owner: Person) -> None:
        ana = office.staff("receptionist")
        assert office.client.delete(f"/api/users/{ana.id}", headers=owner).status_code == 204
        assert office.client.get("/api/users", headers=ana).status_code == 401
        assert indexed(office, ana.email) == []
        assert code(office.client.get(f"/api/users/{ana.id}", headers=owner)) == (404, "unknown_user")
        assert code(office.client.delete(f"/api/users/{ana.id}", headers=owner)) == (404, "unknown_user")
        with office.db() as db:
            (kept,) = db.read(lambda tx: tx.dicts("select * from users where id = ?", (ana.id,)))
            (old,) = db.read(lambda tx: tx.values("select old from audit_logs where action = 'users.deleted'"))
        assert (kept["name"], kept["email"], kept["password_hash"], kept["phone"]) == (ana.name, None, "", "")
        assert (ana.name in old, ana.email in old, "phone" in old) == (True, False, False)

    def test_the_address_may_come_again(self, office: Office, owner: Person) -> None:
        first = office.client.post("/api/users", headers=owner, json=ana()).json()
        office.client.delete(f"/api/users/{first['user']['id']}", headers=owner)
        with office.db() as db:
            token, now = first["invitation"]["token"], office.clock.now()
            assert db.read(lambda tx: user_tokens.whose(tx, token, "invitation", now)) is None
        second = office.client.post("/api/users", headers=owner, json=ana())
        assert second.status_code == 201
        assert second.json()["user"]["id"] != first["user"]["id"]

    def test_of_another_clinic_there_is_nobody(self, office: Office) -> None:
        office.clinic("aurora")
        ana, stranger = office.user("receptionist"), office.staff("owner", "aurora")
        path = f"/api/users/{ana.id}"
        assert code(office.client.get(path, headers=stranger)) == (404, "unknown_user")
        assert code(office.client.put(path, headers=stranger, json={"name": "X"})) == (404, "unknown_user")
        assert code(office.client.delete(path, headers=stranger)) == (404, "unknown_user")
        assert code(office.client.get(f"{path}/activity", headers=stranger)) == (404, "unknown_user")
