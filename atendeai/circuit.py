"""Which business numbers are written by now: one whose line is dead must not keep the workers from the others."""

from __future__ import annotations

from typing import Literal

TRIPS_AFTER = 3  # failures in a row
FIRST_WAIT, LONGEST_WAIT = 5_000, 60_000  # milliseconds between two probes of a dead line; doubled each time

Waiter = tuple[str, str]  # a clinic and one of its contacts


class _Line:
    """What is known of one number's line."""

    def __init__(self) -> None:
        self.failures = 0  # in a row
        self.wait = 0
        self.shut_until = 0
        self.under_way = 0
        self.waiting: dict[Waiter, None] = {}  # in the order they came


class Circuit:
    """Turns away sends of a number after some network failures, but for one probe at a time.

    Moments are UTC milliseconds. Not for several threads at once: hold a lock.
    """

    def __init__(self, at_once: int) -> None:
        """`at_once` sends of a number may be under way while its line is not known to be dead."""
        self._at_once = at_once
        self._lines: dict[str, _Line] = {}

    def enter(self, number: str, who: Waiter, now: int) -> Literal["go", "wait"] | int:
        """May `who` be written to? "go": then `leave` must follow; "wait": a later `leave` names `who`; else not
        before that moment."""
        line = self._lines.setdefault(number, _Line())
        line.waiting.pop(who, None)
        if now < line.shut_until:
            return line.shut_until
        if line.under_way >= self._places(line):
            line.waiting[who] = None
            return "wait"
        line.under_way += 1
        return "go"

    def leave(self, number: str, reached: bool | None, now: int) -> list[Waiter]:
        """A send is over: Meta answered, the network failed, or (None) nothing was tried. Who may ask again now."""
        line = self._lines[number]
        line.under_way -= 1
        if reached:
            line.failures = line.wait = line.shut_until = 0
        elif reached is False:
            line.failures += 1
            # What was under way when the line was shut says nothing new.
            if line.failures >= TRIPS_AFTER and now >= line.shut_until:
                line.wait = min(2 * line.wait or FIRST_WAIT, LONGEST_WAIT)
                line.shut_until = now + line.wait
        called = list(line.waiting)
        if now >= line.shut_until:
            called = called[: max(0, self._places(line) - line.under_way)]
        for who in called:
            del line.waiting[who]
        if not (line.failures or line.under_way or line.waiting):
            del self._lines[number]
        return called

    def _places(self, line: _Line) -> int:
        return 1 if line.failures >= TRIPS_AFTER else self._at_once
