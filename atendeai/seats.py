"""Open files that are lent: opened on demand, the least recently used closed, never one that is in use."""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from atendeai.database import Database


class StillLent(Exception):
    """A file was not given back in time."""


class NotLent(LookupError):
    """The file is being taken away for good, or everything is being closed."""


class _Seat:
    """One file's place; in use while `leases` is above zero."""

    def __init__(self) -> None:
        self.opening = threading.Lock()
        self.database: Database | None = None
        self.inode: int | None = None
        self.leases = 0


class Seats:
    """At most `most_open` files are kept open, unless more than that are lent at once."""

    def __init__(self, most_open: int, open_file: Callable[[str], Database]) -> None:
        self.most_open = most_open
        self._open_file = open_file
        self._seats: OrderedDict[str, _Seat] = OrderedDict()
        self._lock = threading.Lock()
        self._given_back = threading.Condition(self._lock)
        self._barred: set[str] = set()
        self._closed = False

    def __len__(self) -> int:
        return len(self._seats)

    @contextlib.contextmanager
    def lend(self, name: str) -> Iterator[Database]:
        """Raises NotLent, and what `open_file` raises."""
        seat = self._take(name)
        try:
            with seat.opening:
                if seat.database is None:
                    seat.database = self._open_file(name)
                    seat.inode = inode(seat.database.path)
            yield seat.database
        finally:
            self._give_back(name, seat)

    def _take(self, name: str) -> _Seat:
        with self._lock:
            if self._closed or name in self._barred:
                raise NotLent(name)
            seat = self._seats.setdefault(name, _Seat())
            seat.leases += 1
            self._seats.move_to_end(name)
            surplus = self._surplus()
        _close(surplus)
        return seat

    def _give_back(self, name: str, seat: _Seat) -> None:
        with self._lock:
            seat.leases -= 1
            retired = self._seats.get(name) is not seat
            if seat.leases == 0 and seat.database is None and not retired:
                del self._seats[name]  # it could not be opened
            surplus = self._surplus()
            if retired and seat.leases == 0:
                surplus.append(seat)
            self._given_back.notify_all()
        _close(surplus)

    def _surplus(self) -> list[_Seat]:
        """Take away the least recently used idle seats beyond `most_open`; under the lock."""
        excess = len(self._seats) - self.most_open
        if excess <= 0:
            return []
        idle = [name for name, seat in self._seats.items() if seat.leases == 0]
        return [self._seats.pop(name) for name in itertools.islice(idle, excess)]

    def retire_replaced(self, path_of: Callable[[str], Path | None]) -> None:
        """Let go of files that are no longer the ones at their path (None: that have none any more)."""
        with self._lock:
            replaced = [
                name
                for name, seat in self._seats.items()
                if (path := path_of(name)) is None or (seat.inode is not None and seat.inode != inode(path))
            ]
            idle = self._retire(replaced)
        _close(idle)

    def _retire(self, names: Iterable[str]) -> list[_Seat]:
        """What is idle is returned to be closed; what is lent is closed when it is given back."""
        return [seat for name in names if (seat := self._seats.pop(name)).leases == 0]

    @contextlib.contextmanager
    def barred(self, name: str, wait_seconds: float) -> Iterator[None]:
        """Wait until a file is idle, close it, and lend it to nobody meanwhile. Raises StillLent, NotLent."""
        with self._lock:
            if name in self._barred:
                raise NotLent(name)
            self._barred.add(name)
        try:
            _close(self._taken_away(name, wait_seconds))
            yield
        finally:
            with self._lock:
                self._barred.discard(name)

    def _taken_away(self, name: str, wait_seconds: float) -> list[_Seat]:
        def idle() -> bool:
            return name not in self._seats or self._seats[name].leases == 0

        with self._lock:
            if not self._given_back.wait_for(idle, wait_seconds):
                raise StillLent(name)
            return self._retire([name] if name in self._seats else [])

    def close(self) -> None:
        """Close what is idle now, and what is lent when it is given back; nothing is lent any more."""
        with self._lock:
            self._closed = True
            idle = self._retire(list(self._seats))
        _close(idle)


def inode(path: Path) -> int | None:
    """The identity of the file that a path names now; looked up without opening it."""
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None


def _close(seats: Iterable[_Seat]) -> None:
    for seat in seats:
        if seat.database is not None:
            seat.database.close()
