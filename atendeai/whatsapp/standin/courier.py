"""Brings statuses to the clinic's webhook, signed, in order, from a thread of its own."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping

import httpx
from msgspec import Struct

from atendeai.whatsapp.signature import HEADER, sign

# Hands a signed body to a webhook and returns the HTTP status.
Deliver = Callable[[bytes, Mapping[str, str]], int]

TRIES = 5
PAUSE_SECONDS = 0.2


class Line(Struct, frozen=True):
    """Where the webhooks of one business number go."""

    deliver: Deliver
    secret: bytes
    waba_id: str


def to_url(url: str) -> Deliver:
    """Deliver by HTTP; one connection per body, as a fleet of Meta's servers does."""

    def deliver(body: bytes, headers: Mapping[str, str]) -> int:
        return httpx.post(url, content=body, headers=dict(headers), timeout=10, trust_env=False).status_code

    return deliver


def signed(body: bytes, secret: bytes) -> dict[str, str]:
    return {"Content-Type": "application/json", HEADER: sign(body, secret)}


class Courier:
    """What is not answered with 200 is brought again, a few times; `lost` counts what never got through."""

    def __init__(self) -> None:
        self.lost = 0
        self._bag: queue.Queue[tuple[Line, bytes] | None] = queue.Queue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._walk, name="stand-in courier", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._bag.put(None)
        self._thread.join()

    def bring(self, line: Line, body: bytes) -> None:
        self._bag.put((line, body))

    def settle(self) -> None:
        """Wait until everything handed over so far was brought or given up."""
        self._bag.join()

    def _walk(self) -> None:
        while (job := self._bag.get()) is not None:
            if self._stopping.is_set() or not any(self._try(*job, attempt) for attempt in range(TRIES)):
                self.lost += 1
            self._bag.task_done()

    def _try(self, line: Line, body: bytes, attempt: int) -> bool:
        if attempt and self._stopping.wait(PAUSE_SECONDS):
            return False
        try:
            return line.deliver(body, signed(body, line.secret)) == 200
        except httpx.RequestError:
            return False
