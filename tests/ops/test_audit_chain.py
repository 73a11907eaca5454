"""The audit trail: secrets stay out of it, it only grows, and whatever is done to its lines is found."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from atendeai_migrations.clinic import clinic as migrations
from hypothesis import given
from hypothesis import strategies as st

from atendeai import schema
from atendeai.database import Database, Transaction
from atendeai.ops import audit
from atendeai.ops.origin import came_from

COLUMNS = ["at", "who", "action", "subject", "subject_id", "detail", "old", "new", "address", "agent"]


@pytest.fixture
def trail(tmp_path: Path) -> Iterator[Database]:
    schema.make(tmp_path / "one.db", migrations)
    with contextlib.closing(Database(tmp_path / "one.db")) as database:
        yield database


def wrote(database: Database, number: int, **more: Any) -> None:
    line: dict[str, Any] = {"action": "a", "subject": "users", "subject_id": str(number)}
    at = f"2026-11-24T13:00:{number:02}.000Z"
    database.write(lambda tx: audit.write(tx, at=at, who="cli", **line | more))


def test_secrets_stay_out(trail: Database) -> None:
    values = {"name": "Ana", "password_hash": "h", "token": "t", "key": "k", "secret": "s", "app_secret": "a"}
    wrote(trail, 1, old=values, new=values)
    (line,) = trail.read(lambda tx: tx.dicts("select old, new from audit_logs"))
    assert line == {"old": '{"name":"Ana"}', "new": '{"name":"Ana"}'}


def test_where_a_request_came_from_is_told(trail: Database) -> None:
    with came_from("192.0.2.7", "painel/1" + "x" * 1000):
        wrote(trail, 1)
    (line,) = trail.read(lambda tx: tx.dicts("select address, agent from audit_logs"))
    assert line["address"] == "192.0.2.7"
    assert len(line["agent"]) == 256


@pytest.mark.parametrize("sql", ["update audit_logs set who = 'x'", "delete from audit_logs"])
def test_it_only_grows(trail: Database, sql: str) -> None:
    wrote(trail, 1)
    with pytest.raises(apsw.ConstraintError, match="append-only"):
        trail.write(lambda tx: tx.run(sql))


def test_only_what_differs_is_told() -> None:
    assert audit.changed({"name": "Ana", "role": "owner"}, {"name": "Bia", "role": "owner"}) == (
        {"name": "Ana"},
        {"name": "Bia"},
    )


class Table:
    """What `verify` reads, after somebody had the file."""

    def __init__(self, lines: list[dict[str, Any]]) -> None:
        self.lines = lines

    def dicts(self, sql: str, params: Any) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["id"] > params[0]][:1000]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    path = tmp_path_factory.mktemp("trail") / "one.db"
    schema.make(path, migrations)
    with contextlib.closing(Database(path)) as database:
        for number in range(6):
            wrote(database, number, old={"n": number}, new={"n": number + 1})
        return database.read(lambda tx: tx.dicts("select * from audit_logs order by id"))


@given(at=st.integers(0, 5), column=st.sampled_from(COLUMNS), value=st.text(max_size=4))
def test_any_value_that_was_changed_is_found(lines: list[dict[str, Any]], at: int, column: str, value: str) -> None:
    changed = [dict(line) for line in lines]
    changed[at][column] = value
    tx: Any = Table(changed)
    found = audit.verify(tx).broken
    assert (found is None) == (lines[at][column] == value)
    if found is not None:
        assert found.id == lines[at]["id"]


@given(st.lists(st.integers(0, 5), max_size=6, unique=True))
def test_any_lines_that_were_removed_are_found(lines: list[dict[str, Any]], gone: list[int]) -> None:
    tx: Any = Table([line for index, line in enumerate(lines) if index not in gone])
    head = (lines[-1]["id"], lines[-1]["hash"])
    assert (audit.verify(tx, head=head).broken is None) == (not gone)


def test_lines_of_before_the_chain_are_left_alone(tmp_path: Path) -> None:
    schema.make(tmp_path / "old.db", migrations)
    db = sqlite3.connect(tmp_path / "old.db")
    db.execute("insert into audit_logs(id, at, who, action, subject, subject_id) values(1, '', 'bot', 'a', 'b', 'c')")
    db.commit()
    db.close()
    with contextlib.closing(Database(tmp_path / "old.db")) as database:
        wrote(database, 2)

        def check(tx: Transaction) -> tuple[Any, Any]:
            return audit.verify(tx, begins=2).broken, audit.verify(tx, begins=1).broken

        sound, all_of_it = database.read(check)
    assert sound is None
    assert all_of_it.id == 1
