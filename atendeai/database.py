"""One SQLite file: one writer, many readers, group commit; rows become msgspec structs."""

from __future__ import annotations

import contextlib
import contextvars
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

import apsw
import msgspec

T = TypeVar("T")
Params = tuple[Any, ...] | Mapping[str, Any]

BUSY_MILLISECONDS = 60_000
TRUNCATING_MILLISECONDS = 500  # nobody writes while readers are waited for
MOST_IDLE_READERS = 2
_BACKUP_PAGES = 1024

_PRAGMAS = (
    "journal_mode = wal",
    "synchronous = full",
    "foreign_keys = on",
    "secure_delete = on",  # what a patient asked to be forgotten must not live on in free pages
    "temp_store = memory",
    "cache_size = -1024",  # KiB per connection: hundreds of clinics are open at once
    "journal_size_limit = 4194304",
)


class Transaction:
    """What a reading or writing function is handed. SQL is prepared; values are only ever parameters."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def _still_open(self) -> apsw.Connection:
        """When a disk is full SQLite undoes everything, and what followed would be committed by itself."""
        if not self._connection.in_transaction:
            raise RuntimeError("the transaction is over: SQLite undid it after an earlier error")
        return self._connection

    def _execute(self, sql: str, params: Params) -> apsw.Cursor:
        return self._still_open().execute(sql, params)

    def run(self, sql: str, params: Params = ()) -> int:
        """Execute one INSERT, UPDATE or DELETE; return how many rows it changed (0 for a claim that lost)."""
        self._execute(sql, params).fetchall()
        return self._connection.changes()

    def run_many(self, sql: str, params: Iterable[Params]) -> None:
        self._still_open().executemany(sql, params).fetchall()

    def dicts(self, sql: str, params: Params = ()) -> list[dict[str, Any]]:
        cursor = self._execute(sql, params)
        names: list[str] = []
        found = []
        for row in cursor:
            if not names:
                names = [column[0] for column in cursor.get_description()]
            found.append(dict(zip(names, row, strict=True)))
        return found

    def rows(self, kind: type[T], sql: str, params: Params = ()) -> list[T]:
        """Rows as structs of `kind`; columns and fields meet by name. Raises msgspec.ValidationError."""
        return msgspec.convert(self.dicts(sql, params), list[kind], strict=False)  # type: ignore[valid-type]

    def row(self, kind: type[T], sql: str, params: Params = ()) -> T | None:
        """The first row, or None."""
        found = self.rows(kind, sql, params)
        return found[0] if found else None

    def value(self, sql: str, params: Params = ()) -> Any:
        """First column of the first row, or None."""
        # All rows are fetched: a statement left half-way would be in the way of the commit.
        found = self._execute(sql, params).fetchall()
        return found[0][0] if found else None

    def values(self, sql: str, params: Params = ()) -> list[Any]:
        """First column of every row."""
        return [row[0] for row in self._execute(sql, params)]

    @contextlib.contextmanager
    def savepoint(self) -> Iterator[None]:
        """What is raised inside undoes what was done inside, and no more; it goes on to the caller."""
        with self._still_open():
            yield


class _Ticket(Generic[T]):
    """A writing function that waits for its turn in a shared commit."""

    def __init__(self, work: Callable[[Transaction], T]) -> None:
        self._work = work
        self._context = contextvars.copy_context()
        self._value: T | None = None
        self._accident: BaseException | None = None
        self.settled = False
        self.given_up = False
        self.wake = threading.Lock()  # held until the work is settled, or its caller called to lead
        self.wake.acquire()

    def run(self, transaction: Transaction) -> None:
        """Whichever thread leads, the work sees its own caller's context (the correlation id of its log)."""
        self._value = self._context.run(self._work, transaction)

    def succeed(self) -> None:
        self.settled = True

    def fail(self, accident: BaseException) -> None:
        self._accident, self.settled = accident, True

    def result(self) -> T:
        if self._accident is not None:
            try:
                raise self._accident
            finally:
                self._accident = None  # an exception that holds its own frame would keep the caller's alive
        return cast(T, self._value)


class Database:
    """An apsw-opened file in WAL mode with `synchronous=FULL`: what `write` returned is on the disk.

    Writers queue; whoever leads runs everything that waits inside one `BEGIN IMMEDIATE … COMMIT`, each in a
    savepoint of its own, so that one failure is one caller's and one fsync is everybody's. Then the next leads.
    Constraints are therefore checked at once, never deferred to the commit.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: deque[_Ticket[Any]] = deque()
        self._queue = threading.Lock()  # of what waits and who leads; held for an instant
        self._leading: _Ticket[Any] | None = None
        self._lock = threading.Lock()  # of the writer
        self._leader: int | None = None
        self._readers: deque[apsw.Connection] = deque()
        self._watch_lock = threading.Lock()
        self._watch: apsw.Connection | None = None
        self._closed = False
        self._writer = self._connect()

    def _connect(self, *pragmas: str) -> apsw.Connection:
        connection = apsw.Connection(str(self.path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            connection.set_busy_timeout(BUSY_MILLISECONDS)
            for pragma in (*_PRAGMAS, *pragmas):
                connection.execute(f"pragma {pragma}").fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    @property
    def waiting(self) -> int:
        """How many writes wait for the next commit."""
        return len(self._waiting)

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` on one consistent snapshot; it must not write (apsw.ReadOnlyError)."""
        if self._closed:
            raise apsw.ConnectionClosedError(f"{self.path.name} was closed")
        try:
            connection = self._readers.pop()
        except IndexError:
            connection = self._connect("query_only = on")
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
        """Run `work` and return its value once it is durably committed; what it raises undoes it alone.

        `work` may run on another caller's thread, and must not call `write` again (RuntimeError).
        """
        self._refuse_nesting()
        ticket = _Ticket(work)
        try:
            with self._queue:
                self._waiting.append(ticket)
                if self._leading is None:
                    self._leading = ticket
            if self._leading is not ticket:
                ticket.wake.acquire()
            if not ticket.settled:
                self._lead(ticket)
        except BaseException:  # an interrupt; a failure of the work is kept in the ticket
            self._give_up(ticket)
            raise
        finally:
            if self._leading is ticket:
                self._pass_on()
        return ticket.result()

    def _refuse_nesting(self) -> None:
        if self._leader == threading.get_ident():
            raise RuntimeError("inside a write; use the transaction that was handed over")

    def _lead(self, own: _Ticket[Any]) -> None:
        """Commit everything that waits, and wake whoever's work is settled."""
        with self._lock:
            with self._queue:
                batch = list(self._waiting)
                self._waiting.clear()
            self._leader = threading.get_ident()
            try:
                self._commit(batch)
            except Exception as accident:  # noqa: BLE001 (handed to every caller that waits)
                for ticket in batch:
                    if not ticket.settled:
                        ticket.fail(accident)
            finally:
                self._leader = None
                self._wake_or_requeue([ticket for ticket in batch if ticket is not own])

    def _wake_or_requeue(self, batch: list[_Ticket[Any]]) -> None:
        """Left unsettled are only those whose leader was interrupted: it was not their interrupt."""
        with self._queue:
            self._waiting.extendleft(t for t in reversed(batch) if not t.settled and not t.given_up)
        for ticket in batch:
            if ticket.settled:
                ticket.wake.release()

    def _pass_on(self) -> None:
        """Whoever has waited longest leads next."""
        with self._queue:
            self._leading = self._waiting[0] if self._waiting else None
            if self._leading is not None:
                self._leading.wake.release()

    def _give_up(self, ticket: _Ticket[Any]) -> None:
        """Take back what has not been run; what another thread is running now will be done."""
        with self._queue:
            ticket.given_up = True
            with contextlib.suppress(ValueError):
                self._waiting.remove(ticket)

    def _commit(self, batch: list[_Ticket[Any]]) -> None:
        transaction = Transaction(self._writer)
        done: list[_Ticket[Any]] = []
        try:
            self._writer.execute("begin immediate")
            done = [ticket for ticket in batch if self._ran(ticket, transaction)]
            self._writer.execute("commit")
        except BaseException as accident:
            if self._writer.in_transaction:
                self._writer.execute("rollback")
            elif isinstance(accident, KeyboardInterrupt):  # it came just after the commit
                _settle(done)
            raise
        _settle(done)

    def _ran(self, ticket: _Ticket[Any], transaction: Transaction) -> bool:
        """Run one ticket in a savepoint; False when it failed and was undone alone."""
        self._writer.execute("savepoint one_of_many")
        try:
            ticket.run(transaction)
        except KeyboardInterrupt:
            raise
        except BaseException as accident:
            if not self._writer.in_transaction:  # the disk is full or broken: SQLite undid everything
                raise
            self._writer.execute("rollback to one_of_many")
            self._writer.execute("release one_of_many")
            ticket.fail(accident)
            return False
        self._writer.execute("release one_of_many")
        return True

    def data_version(self) -> int:
        """A number that differs from its last value once anyone, in any process, has committed in between."""
        with self._watch_lock:
            if self._watch is None:
                self._watch = self._connect("query_only = on")
            return cast(int, self._watch.pragma("data_version"))

    def checkpoint(self) -> bool:
        """Fold the write-ahead log into the file and empty it, old text and all; False when readers kept it.

        Then nothing is lost, and it can be repeated. Raises apsw.IOError, apsw.FullError.
        """
        self._refuse_nesting()
        with self._lock:
            self._writer.set_busy_timeout(TRUNCATING_MILLISECONDS)
            try:
                ((busy, _, _),) = self._writer.execute("pragma wal_checkpoint(truncate)").fetchall()
            finally:
                self._writer.set_busy_timeout(BUSY_MILLISECONDS)
        return not busy

    def backup_to(self, target: Path) -> None:
        """A consistent copy while serving, with SQLite's online backup; `target` is made or overwritten."""
        with contextlib.closing(self._connect()) as source, contextlib.closing(_target(target)) as copy:
            # Without a snapshot of its own a copy starts again at every commit, and might never end.
            source.execute("begin")
            source.execute("select count(*) from sqlite_schema").fetchall()
            with copy.backup("main", source, "main") as backup:
                while not backup.done:
                    backup.step(_BACKUP_PAGES)
            source.execute("rollback")

    def close(self) -> None:
        """Close every connection; the caller must know that nobody is inside `read` or `write`."""
        self._closed = True
        with self._lock:
            self._writer.close()
        while self._readers:
            self._readers.pop().close()
        with self._watch_lock:
            if self._watch is not None:
                self._watch.close()


def _settle(done: Iterable[_Ticket[Any]]) -> None:
    for ticket in done:
        ticket.succeed()


def _target(path: Path) -> apsw.Connection:
    flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    return apsw.Connection(str(path), flags=flags)
