"""One SQLite file: one writer, many readers, group commit; rows become msgspec structs."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import apsw
import msgspec

T = TypeVar("T")
Params = tuple[Any, ...] | Mapping[str, Any]

BUSY_MILLISECONDS = 60_000
MOST_IDLE_READERS = 4


class Transaction:
    """What a reading or writing function is handed. SQL is prepared; values are only ever parameters."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def run(self, sql: str, params: Params = ()) -> int:
        """Execute and return how many rows were changed (0 for a conditional claim that lost)."""
        self._connection.execute(sql, params).fetchall()
        return self._connection.changes()

    def run_many(self, sql: str, params: Iterable[Params]) -> None:
        self._connection.executemany(sql, params)

    def dicts(self, sql: str, params: Params = ()) -> list[dict[str, Any]]:
        cursor = self._connection.execute(sql, params)
        names: list[str] = []
        found = []
        for row in cursor:
            if not names:
                names = [column[0] for column in cursor.get_description()]
            found.append(dict(zip(names, row, strict=True)))
        return found

    def rows(self, kind: type[T], sql: str, params: Params = ()) -> list[T]:
        """Rows as structs of `kind`; columns and fields meet by name."""
        return [msgspec.convert(row, kind, strict=False) for row in self.dicts(sql, params)]

    def row(self, kind: type[T], sql: str, params: Params = ()) -> T | None:
        found = self.rows(kind, sql, params)
        return found[0] if found else None

    def value(self, sql: str, params: Params = ()) -> Any:
        """First column of the first row, or None."""
        row = self._connection.execute(sql, params).fetchone()
        return None if row is None else row[0]

    def values(self, sql: str, params: Params = ()) -> list[Any]:
        """First column of every row."""
        return [row[0] for row in self._connection.execute(sql, params)]


class _Ticket:
    """A writing function that waits for its turn in a shared commit."""

    def __init__(self, work: Callable[[Transaction], Any]) -> None:
        self.work = work
        self.done: Future[Any] = Future()


class Database:
    """An apsw-opened file in WAL mode with `synchronous=FULL`: what `write` returned is on the disk.

    Writers queue; whoever gets the lock runs everything that waits inside one `BEGIN IMMEDIATE … COMMIT`,
    each in a savepoint of its own, so that one failure is one caller's and one fsync is everybody's.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: deque[_Ticket] = deque()
        self._writer_lock = threading.Lock()
        self._writer = self._open()
        self._readers: deque[apsw.Connection] = deque()

    def _open(self) -> apsw.Connection:
        connection = apsw.Connection(str(self.path), flags=apsw.SQLITE_OPEN_READWRITE)
        connection.set_busy_timeout(BUSY_MILLISECONDS)
        for pragma in (
            "journal_mode = wal",
            "synchronous = full",
            "foreign_keys = on",
            "temp_store = memory",
        ):
            connection.execute(f"pragma {pragma}").fetchall()
        return connection

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` on one consistent snapshot; it must not write."""
        try:
            connection = self._readers.pop()
        except IndexError:
            connection = self._open()
            connection.execute("pragma query_only = on").fetchall()
        try:
            connection.execute("begin")
            try:
                return work(Transaction(connection))
            finally:
                connection.execute("rollback")
        finally:
            if len(self._readers) < MOST_IDLE_READERS:
                self._readers.append(connection)
            else:
                connection.close()

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` and return its value once it is durably committed; what it raises undoes it alone."""
        ticket = _Ticket(work)
        self._waiting.append(ticket)
        with self._writer_lock:
            if not ticket.done.done():
                self._commit_all_waiting()
        return ticket.done.result()  # type: ignore[no-any-return]

    def _commit_all_waiting(self) -> None:
        batch = [self._waiting.popleft() for _ in range(len(self._waiting))]
        finished: list[tuple[_Ticket, Any]] = []
        try:
            self._writer.execute("begin immediate")
            for ticket in batch:
                self._run_in_savepoint(ticket, finished)
            self._writer.execute("commit")
        except BaseException as accident:  # noqa: BLE001 (handed to every caller that waits)
            if self._writer.in_transaction:
                self._writer.execute("rollback")
            for ticket in batch:
                if not ticket.done.done():
                    ticket.done.set_exception(accident)
            return
        for ticket, value in finished:
            ticket.done.set_result(value)

    def _run_in_savepoint(self, ticket: _Ticket, finished: list[tuple[_Ticket, Any]]) -> None:
        self._writer.execute("savepoint one")
        try:
            value = ticket.work(Transaction(self._writer))
        except BaseException as accident:
            if not self._writer.in_transaction:  # the disk is full or broken: SQLite undid everything
                raise
            self._writer.execute("rollback to one")
            self._writer.execute("release one")
            ticket.done.set_exception(accident)
        else:
            self._writer.execute("release one")
            finished.append((ticket, value))

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file as far as readers allow."""
        with self._writer_lock:
            self._writer.execute("pragma wal_checkpoint(passive)").fetchall()

    def backup_to(self, target: Path) -> None:
        """A consistent copy while serving, with SQLite's online backup."""
        source = self._open()
        copy = apsw.Connection(str(target))
        with copy.backup("main", source, "main") as backup:
            while not backup.done:
                backup.step(256)
        copy.close()
        source.close()

    def close(self) -> None:
        """Close every connection; the caller must know that nobody is inside `read` or `write`."""
        with self._writer_lock:
            self._writer.close()
        while self._readers:
            self._readers.pop().close()
