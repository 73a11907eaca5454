"""Brings statuses to the clinic's webhook, signed, in order, from a thread of its own."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Mapping

import httpx
from msgspec import Struct

from atendeai.whatsapp.signature import HEADER, sign

# Hands a signed body to a webhook and returns the HTTP status.
Deliver = Callable[[bytes, Mapping[str, str]], int]

PATIENCE_SECONDS = 60.0
PAUSES_SECONDS = (0.05, 0.5)


class Line(Struct, frozen=True):
    """Where the webhooks of one business number go."""

    deliver: Deliver
    secret: bytes
    waba_id: str


def to_url(url: str) -> Deliver:
    """Deliver by HTTP; one connection per body, as a fleet of Meta's servers does."""
    trust = httpx.create_ssl_context(trust_env=False)  # made once: it reads every certificate authority

    def deliver(body: bytes, headers: Mapping[str, str]) -> int:
        answer = httpx.post(url, content=body, headers=dict(headers), timeout=10, trust_env=False, verify=trust)
        return answer.status_code

    return deliver


def signed(body: bytes, secret: bytes) -> dict[str, str]:
    return {"Content-Type": "application/json", HEADER: sign(body, secret)}


class Courier:
    """What is not answered with 200 is brought again for as long as `patience_seconds`, where Meta takes days.

    `pauses_seconds` are the first and the longest wait between two tries; `lost` counts what never got through.
    """

    def __init__(
        self, patience_seconds: float = PATIENCE_SECONDS, pauses_seconds: tuple[float, float] = PAUSES_SECONDS
    ) -> None:
        self.patience_seconds, self.pauses_seconds = patience_seconds, pauses_seconds
        self.lost = 0
        self._bag: queue.Queue[tuple[Line, bytes, float] | None] = queue.Queue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._walk, name="stand-in courier", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._bag.put(None)
        self._thread.join()

    def bring(self, line: Line, body: bytes) -> None:
        self._bag.put((line, body, time.monotonic()))

    def settle(self) -> None:
        """Wait until everything handed over so far was brought or given up."""
        self._bag.join()

    def _walk(self) -> None:
        while (job := self._bag.get()) is not None:
            if self._stopping.is_set() or not self._bring(*job):
                self.lost += 1
            self._bag.task_done()

    def _bring(self, line: Line, body: bytes, since: float) -> bool:
        pause, longest = self.pauses_seconds
        while not _try(line, body):
            if time.monotonic() - since > self.patience_seconds or self._stopping.wait(pause):
                return False
            pause = min(pause * 2, longest)
        return True


def _try(line: Line, body: bytes) -> bool:
    try:
        return line.deliver(body, signed(body, line.secret)) == 200
    except httpx.RequestError:
        return False
