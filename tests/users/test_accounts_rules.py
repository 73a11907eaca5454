"""Whatever is done to a clinic's people, in whatever order: somebody owns it, and the index knows everybody."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from typing import Any

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from world import CLINIC, NOW

from atendeai.auth import accounts, sessions
from atendeai.auth.account_rules import Actor, Refused
from atendeai.auth.accounts import Changes, NewUser
from atendeai.auth.permissions import MAKES, USER_ROLES
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Database, Transaction
from atendeai.ops import audit
from atendeai.users import addresses, store
from atendeai.users.store import User

OPERATOR = Actor("cli", frozenset(USER_ROLES))
ACTORS = {role: Actor(role, MAKES[role]) for role in ("owner", "manager")}
EMAILS = [f"p{number}@serena.example" for number in range(4)]

STEP = st.tuples(
    st.sampled_from(["add", "role", "email", "switch", "delete"]),
    st.sampled_from(["owner", "manager"]),  # who does it
    st.integers(0, 5),  # to whom
    st.sampled_from(USER_ROLES),
    st.sampled_from(EMAILS),
    st.sampled_from(["active", "suspended"]),
)


class House:
    """One clinic with an owner."""

    def __init__(self, files: ClinicFiles, clinic_id: str) -> None:
        self.files, self.id, self.control = files, clinic_id, files.control()
        self.files.create(clinic_id, "Serena", NOW)
        self.add("owner", "dona@serena.example")

    def write(self, work: Callable[[Transaction], Any]) -> Any:
        with self.files.clinic(self.id) as db:
            return db.write(work)

    def add(self, role: Any, email: str, by: Actor = OPERATOR) -> User | Refused:
        new = NewUser(email=email, name="Ana", role=role)
        return self.write(lambda tx: accounts.add(tx, self.control, self.id, new, by, NOW, "hash"))  # type: ignore[no-any-return]

    def people(self) -> list[User]:
        with self.files.clinic(self.id) as db:
            return db.read(store.everybody)

    def change(self, user: User, by: Actor, **changes: Any) -> User | Refused:
        with self.files.clinic(self.id) as db:
            done = db.write(lambda tx: accounts.change(tx, self.control, self.id, user, Changes(**changes), by, NOW))
            if isinstance(done, User) and user.email and user.email != done.email:
                addresses.leave(self.control, db, self.id, user.email)
        return done

    def delete(self, user: User, by: Actor) -> Refused | None:
        with self.files.clinic(self.id) as db:
            done = db.write(lambda tx: accounts.delete(tx, user, by, NOW))
            if done is None and user.email:
                addresses.leave(self.control, db, self.id, user.email)
        return done

    def indexed(self) -> set[str]:
        sql = "select email from logins where clinic_id = ?"
        return set(self.control.read(lambda tx: tx.values(sql, (self.id,))))

    def do(self, step: tuple[Any, ...]) -> None:
        verb, by, whom, role, email, status = step
        actor, people = ACTORS[by], self.people()
        user = people[whom % len(people)]
        before = {one.id: one for one in people}
        match verb:
            case "add":
                done: Any = self.add(role, email, actor)
            case "role":
                done = self.change(user, actor, role=role)
            case "email":
                done = self.change(user, actor, email=email)
            case "switch":
                done = self.write(lambda tx: accounts.switch(tx, user, status, actor, NOW))
            case _:
                done = self.delete(user, actor)
        after = {one.id: one for one in self.people()}
        if isinstance(done, Refused):
            assert after == before
        for one in {**before, **after}.values():  # nobody above themselves was made, changed or ended
            if before.get(one.id) != after.get(one.id):
                assert {side[one.id].role for side in (before, after) if one.id in side} <= actor.makes


_number = iter(range(10**9))


@pytest.fixture(scope="module")
def house_files(tmp_path_factory: pytest.TempPathFactory) -> Any:
    files = ClinicFiles(tmp_path_factory.mktemp("houses"))
    yield files
    files.close()


@settings(max_examples=60)
@given(steps=st.lists(STEP, max_size=20))
def test_somebody_owns_it_and_everybody_is_indexed(house_files: ClinicFiles, steps: list[tuple[Any, ...]]) -> None:
    house = House(house_files, f"c{next(_number)}")
    for step in steps:
        house.do(step)
        people = house.people()
        assert any(one.role == "owner" and one.status == "active" for one in people)
        assert house.indexed() == {one.email for one in people}
    with house.files.clinic(house.id) as db:
        assert db.read(audit.verify).broken is None
    house.files.erase(house.id)


def test_of_two_who_take_the_last_two_owners_away_at_once_one_is_refused(files: ClinicFiles) -> None:
    house = House(files, CLINIC)
    house.add("owner", "outra@serena.example")
    one, other = house.people()
    outcomes: list[Any] = []
    gate = threading.Barrier(2)

    def away(user: User) -> None:
        gate.wait()
        outcomes.append(house.delete(user, OPERATOR))

    threads = [threading.Thread(target=away, args=(user,)) for user in (one, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(repr, outcomes)) == ["None", "Refused(code='last_owner')"]


def test_an_address_ended_and_made_anew_at_once_stays_indexed(files: ClinicFiles) -> None:
    house = House(files, CLINIC)
    for _ in range(20):
        user = house.add("receptionist", EMAILS[0])
        assert isinstance(user, User)
        gate = threading.Barrier(2)

        def end(user: User = user, gate: threading.Barrier = gate) -> None:
            gate.wait()
            house.delete(user, OPERATOR)

        ending = threading.Thread(target=end)
        ending.start()
        gate.wait()
        while isinstance(house.add("receptionist", EMAILS[0]), Refused):
            pass
        ending.join()
        assert EMAILS[0] in house.indexed()
        (again,) = [one for one in house.people() if one.email == EMAILS[0]]
        house.delete(again, OPERATOR)
        assert EMAILS[0] not in house.indexed()


def test_an_interruption_leaves_an_address_too_many_and_never_one_too_few(files: ClinicFiles) -> None:
    house = House(files, CLINIC)

    def cut_off(tx: Transaction) -> None:
        new = NewUser(email=EMAILS[1], name="Ana", role="manager")
        accounts.add(tx, house.control, house.id, new, OPERATOR, NOW, "hash")
        raise apsw.FullError("the disk is full")

    with pytest.raises(apsw.FullError):
        house.write(cut_off)
    assert house.indexed() == {"dona@serena.example", EMAILS[1]}
    assert [one.email for one in house.people()] == ["dona@serena.example"]
    assert isinstance(house.add("manager", EMAILS[1]), User)  # it is in nobody's way


def test_a_suspension_ends_the_sessions_in_its_own_transaction(files: ClinicFiles) -> None:
    house = House(files, CLINIC)
    ana = house.add("manager", EMAILS[1])
    assert isinstance(ana, User)
    started = house.write(lambda tx: sessions.start(tx, house.id, ana.id, NOW))

    def lives(db: Database) -> bool:
        return db.read(lambda tx: sessions.lives(tx, started.session_id, ana.id, NOW + dt.timedelta(seconds=1)))

    with files.clinic(house.id) as db:
        assert lives(db)

        def suspended_but_not_committed(tx: Transaction) -> None:
            accounts.switch(tx, ana, "suspended", OPERATOR, NOW)
            raise apsw.FullError("the disk is full")

        with pytest.raises(apsw.FullError):
            db.write(suspended_but_not_committed)
        assert lives(db)
        db.write(lambda tx: accounts.switch(tx, ana, "suspended", OPERATOR, NOW))
        assert not lives(db)
