"""API keys in a clinic's file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from atendeai.auth import keys
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Database

AT = dt.datetime(2026, 3, 2, 12, 0, 30, tzinfo=dt.UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    files = ClinicFiles(tmp_path)
    files.create("sorriso", "Sorriso", AT)
    with files.clinic("sorriso") as database:
        yield database
    files.close()


def test_a_key_opens_until_it_is_revoked(database: Database) -> None:
    key = database.write(lambda tx: keys.create(tx, "sorriso", "painel", AT))
    other = database.write(lambda tx: keys.create(tx, "sorriso", "site", AT))
    found = database.read(lambda tx: keys.verify(tx, key.plain, AT))
    assert found == keys.KeyRow(id=key.id, name="painel", created_at=AT, scopes=keys.CONVERSE)

    assert database.write(lambda tx: keys.revoke(tx, key.id, AT))
    assert not database.write(lambda tx: keys.revoke(tx, key.id, AT))
    assert database.read(lambda tx: keys.verify(tx, key.plain, AT)) is None
    assert database.read(lambda tx: keys.verify(tx, other.plain, AT)) is not None
    assert [(row.name, row.revoked_at) for row in database.read(keys.all_keys)].count(("painel", AT)) == 1


def test_the_key_itself_is_not_kept(database: Database) -> None:
    key = database.write(lambda tx: keys.create(tx, "sorriso", "painel", AT))
    row = database.read(lambda tx: tx.dicts("select * from api_keys"))[0]
    assert key.plain not in row.values()
    assert database.read(lambda tx: keys.verify(tx, key.hash, AT)) is None
    assert database.read(lambda tx: keys.verify(tx, "", AT)) is None


def test_a_use_is_remembered_by_the_minute(database: Database) -> None:
    key = database.write(lambda tx: keys.create(tx, "sorriso", "painel", AT))
    for second in (0, 1, 20):
        database.write(lambda tx, second=second: keys.used(tx, key.id, AT + dt.timedelta(seconds=second)))
    assert database.read(keys.all_keys)[0].last_used_at == AT.replace(second=0)
    database.write(lambda tx: keys.used(tx, key.id, AT + dt.timedelta(seconds=40)))
    assert database.read(keys.all_keys)[0].last_used_at == AT.replace(minute=1, second=0)


def test_a_key_with_an_end_opens_until_then(database: Database) -> None:
    end = AT + dt.timedelta(days=1)
    key = database.write(lambda tx: keys.create(tx, "sorriso", "painel", AT, expires_at=end))
    assert database.read(lambda tx: keys.verify(tx, key.plain, end - dt.timedelta(seconds=1))) is not None
    assert database.read(lambda tx: keys.verify(tx, key.plain, end)) is None
