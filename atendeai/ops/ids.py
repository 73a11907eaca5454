"""Ids that sort by the moment they were made: UUID version 7 (RFC 9562, section 5.7)."""

from __future__ import annotations

import secrets
import threading
import time
import uuid
from collections.abc import Callable

_TICK_BITS = 12  # rand_a holds a counter within the millisecond (RFC 9562, 6.2, method 1)


def _system_millis() -> int:
    return time.time_ns() // 1_000_000


class Ids:
    """A source of ids that only ever grow, even when the machine's clock steps back."""

    def __init__(self, millis: Callable[[], int] = _system_millis) -> None:
        self._millis = millis
        self._last = 0
        self._lock = threading.Lock()

    def new(self) -> str:
        """The next id, as lower-case text with hyphens."""
        # The counter starts in its lower half: room for 2,048 ids before it borrows the next millisecond.
        fresh = self._millis() << _TICK_BITS | secrets.randbits(_TICK_BITS - 1)
        with self._lock:
            self._last = fresh if fresh > self._last else self._last + 1
            moment = self._last
        high = moment >> _TICK_BITS << 16 | 0x7000 | moment & 0xFFF
        return str(uuid.UUID(int=high << 64 | 0b10 << 62 | secrets.randbits(62)))


_ids = Ids()


def new_id() -> str:
    """A new UUIDv7 of this process."""
    return _ids.new()
