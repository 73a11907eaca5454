"""HTTP with a hard end: an answer comes whole within its seconds, or it does not come."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager
from typing import Any, Literal

import anyio
import httpx
from anyio.from_thread import BlockingPortal, start_blocking_portal
from msgspec import Struct

MOST_BYTES = 256 * 1024
MOST_CONNECTIONS = 32

Trouble = Literal["late", "unreachable", "refused", "busy", "unreadable", "cut", "declined"]


class Json(Struct, frozen=True):
    content: bytes


class Form(Struct, frozen=True):
    """A form with one file in it."""

    fields: dict[str, str]
    name: str
    content: bytes
    kind: str


class Answer(Struct, frozen=True):
    status: int
    body: bytes


class Unanswered(Struct, frozen=True):
    """Why there is nothing to work with.

    "late", "unreachable" and "refused" (with the HTTP `status`) are the endpoint's doing, "busy" is ours: it failed
    too often lately. "unreadable", "cut" and "declined" are answers that cannot be used.
    """

    trouble: Trouble
    status: int | None = None

    def __str__(self) -> str:
        return f"{self.trouble} ({self.status})" if self.status else self.trouble


class Wire:
    """Posts from any thread; the requests run on one event loop, since only there a whole request can be ended.

    A timeout of httpx is one of each phase: an endpoint that drips would hold a patient's turn for ever. Nothing is
    started before the first request.
    """

    def __init__(self) -> None:
        self._starting = threading.Lock()
        self._portal: BlockingPortal | None = None
        self._running: AbstractContextManager[BlockingPortal] | None = None
        self._http: httpx.AsyncClient | None = None

    def post(self, url: str, key: str, within: float, what: Json | Form) -> Answer | Unanswered:
        """`within` is seconds, connecting and reading included; an empty key is not sent."""
        if within <= 0:
            return Unanswered("late")
        return self._started().call(self._post, url, key, within, what)

    def close(self) -> None:
        """End what is under way; the wire can be used again."""
        with self._starting:
            if self._portal is not None and self._running is not None and self._http is not None:
                self._portal.call(self._http.aclose)
                self._running.__exit__(None, None, None)
            self._portal = self._running = self._http = None

    def _started(self) -> BlockingPortal:
        with self._starting:
            if self._portal is None:
                self._running = start_blocking_portal()
                self._portal = self._running.__enter__()
                self._http = self._portal.call(_client)
            return self._portal

    async def _post(self, url: str, key: str, within: float, what: Json | Form) -> Answer | Unanswered:
        client = self._http
        if client is None:
            return Unanswered("unreachable")
        answer: Answer | Unanswered = Unanswered("late")
        with anyio.move_on_after(within):
            try:
                async with client.stream("POST", url, **_request(key, what)) as response:
                    answer = await _read(response)
            except (httpx.HTTPError, httpx.InvalidURL):  # their words may quote the key
                answer = Unanswered("unreachable")
        return answer


def _request(key: str, what: Json | Form) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    match what:
        case Json(content):
            return {"headers": headers | {"Content-Type": "application/json"}, "content": content}
        case Form(fields, name, content, kind):
            return {"headers": headers, "data": fields, "files": {"file": (name, content, kind)}}


async def _read(response: httpx.Response) -> Answer | Unanswered:
    body = bytearray()
    # Raw, never unpacked: a few kilobytes can hold gigabytes.
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > MOST_BYTES:
            return Unanswered("refused", response.status_code)
    return Answer(response.status_code, bytes(body))


async def _client() -> httpx.AsyncClient:
    return httpx.AsyncClient(
        timeout=None,  # noqa: S113 (each request ends in `move_on_after`)
        limits=httpx.Limits(max_connections=MOST_CONNECTIONS, max_keepalive_connections=MOST_CONNECTIONS),
        headers={"User-Agent": "AtendeAI", "Accept-Encoding": "identity"},
    )
