"""Brings a file to the newest schema, with sqlite-utils, strictly before apsw opens it.

Two SQLite libraries on one file in one process drop each other's locks. So a file is looked at here once per
process, before its first opening, and never again: what apsw may have open is remembered by path and inode.
"""

from __future__ import annotations

import contextlib
import functools
import os
import sqlite3
import tempfile
import threading
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import sqlite_utils
from sqlite_utils import Migrations

from atendeai.ops.durable import place

BUSY_SECONDS = 60.0
_PAGE_BYTES = 4096

_settled: dict[Path, int] = {}  # path → inode; POSIX locks belong to the process, and so does this
_doors: dict[Path, threading.Lock] = {}
_doors_lock = threading.Lock()


class NewerSchema(Exception):
    """The file was written by a later release than this one."""


def make(path: Path, migrations: Migrations, meta: Mapping[str, str] | None = None) -> bool:
    """Create a file (mode 0600), whole or not at all, with `meta` in its table; False when there is one."""
    if path.exists():
        return False
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-", suffix=".db")
    os.close(descriptor)
    draft = Path(name)
    try:
        with _opened(draft) as db:
            db.conn.execute(f"pragma page_size = {_PAGE_BYTES}")
            db.conn.execute("pragma journal_mode = wal")
            _apply(db, migrations, meta or {})
    except BaseException:
        draft.unlink()
        raise
    return place(draft, path)


def is_current(applied: Collection[str], migrations: Migrations) -> bool:
    """Whether the names in a file's `_sqlite_migrations` are all that there are."""
    return set(applied) == _names(migrations)


def forget(path: Path) -> None:
    """Look at a file again although it was looked at before; nothing in this process may have it open."""
    path = path.resolve()
    with _door(path):
        _settled.pop(path, None)


def bring_up(path: Path, migrations: Migrations) -> None:
    """Apply what is pending, once per process; other processes may do the same at the same time.

    Raises NewerSchema, sqlite3.DatabaseError (a damaged file), FileNotFoundError.
    """
    path = path.resolve()
    with _door(path):
        inode = path.stat().st_ino
        if _settled.get(path) == inode:
            return
        with _opened(path) as db:
            _migrate(db, migrations, path)
        _settled[path] = inode


def _door(path: Path) -> threading.Lock:
    with _doors_lock:
        return _doors.setdefault(path, threading.Lock())


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite_utils.Database]:
    with contextlib.closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        # The server's own library does the checkpoints of a file that it has open.
        connection.execute("pragma wal_autocheckpoint = 0")
        yield sqlite_utils.Database(connection)


def _migrate(db: sqlite_utils.Database, migrations: Migrations, path: Path) -> None:
    known = _names(migrations)
    applied = {migration.name for migration in migrations.applied(db)}
    if applied - known:
        raise NewerSchema(f"{path.name} was written by a newer release of AtendeAI: install that one")
    if known - applied:
        _apply(db, migrations, {})


def _apply(db: sqlite_utils.Database, migrations: Migrations, meta: Mapping[str, str]) -> None:
    """All or nothing; the lock is taken first, so a rival waits and then finds nothing pending."""
    db.conn.execute("begin immediate")
    migrations.apply(db)
    for pair in meta.items():
        db.conn.execute("insert into meta(key, value) values(?, ?)", pair)
    db.conn.commit()


@functools.cache
def _names(migrations: Migrations) -> frozenset[str]:
    empty = sqlite_utils.Database(memory=True)
    try:
        return frozenset(migration.name for migration in migrations.pending(empty))
    finally:
        empty.close()
