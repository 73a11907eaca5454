"""Idempotency-Key: a POST that creates may be sent again, and the second time gets the answer of the first.

The key is claimed before the handler runs and its answer kept before it is sent, in the file of the caller's clinic
(in control.db for platform admins). What was refused is not kept: it created nothing, and may be sent again.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import anyio
from litestar import Request, Response
from litestar.enums import ScopeType
from litestar.openapi.spec import Operation, Parameter, Schema
from litestar.openapi.spec.enums import OpenAPIType
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from msgspec import Struct

from atendeai.auth import receipts
from atendeai.auth.receipts import Answer, InProgress, Mismatch
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Database, Transaction
from atendeai.ops.clock import Clock
from atendeai.ops.problem import Problem

HEADER = "Idempotency-Key"
ONCE = {"once": "yes"}  # for a route's `opt`: `may("users:create") | ONCE`
REPLAYED = "Idempotent-Replayed"
_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_KEPT_HEADERS = frozenset({"content-type", "etag", "location"})


@dataclass
class CreatesOnce(Operation):
    """For a route's `operation_class`: the OpenAPI document tells of the header."""

    def __post_init__(self) -> None:
        told = Parameter(
            name=HEADER,
            param_in="header",
            required=False,
            description="Any text of your own, new for each thing to create: sent again within a day, it gets the"
            " first answer again (with `Idempotent-Replayed: true`) and creates nothing.",
            schema=Schema(type=OpenAPIType.STRING, min_length=1, max_length=255, pattern=r"^[\x21-\x7e]+$"),
        )
        self.parameters = [*(self.parameters or []), told]


class _Claim(Struct, frozen=True):
    key: str
    who: str
    clinic_id: str | None


class Once:
    """`before` claims (as the application's before_request), `middleware` keeps or releases."""

    def __init__(self, files: ClinicFiles, clock: Clock) -> None:
        self._files, self._clock = files, clock

    async def before(self, request: Request[Any, Any, Any]) -> Response[bytes] | None:
        """Let the request go on, or answer as the first time.

        Raises Problem: 400 `bad_idempotency_key`, 409 `in_progress`, 422 `idempotency_mismatch`.
        """
        key = request.headers.get(HEADER)
        if key is None or "once" not in request.route_handler.opt:
            return None
        if _KEY.fullmatch(key) is None:
            raise Problem(400, "bad_idempotency_key", "The Idempotency-Key is not valid.", "1 to 255 letters or signs.")
        principal = request.state.principal
        claim = _Claim(key, principal.who, principal.clinic_id)
        digest = _digest(request, await request.body())
        found = await anyio.to_thread.run_sync(self._claim, claim, digest, self._clock.now())
        if isinstance(found, Answer):
            return self._again(found)
        request.scope["state"]["once"] = claim
        return None

    def _claim(self, claim: _Claim, digest: str, at: dt.datetime) -> Answer | None:
        with self._file(claim) as db:
            found = db.write(lambda tx: receipts.claim(tx, claim.key, claim.who, digest, at))
        if isinstance(found, Mismatch):
            raise Problem(
                422, "idempotency_mismatch", "This Idempotency-Key came with another request.", "Send a new key."
            )
        if isinstance(found, InProgress):
            raise Problem(
                409, "in_progress", "The first request with this Idempotency-Key is under way.",
                headers={"Retry-After": "1"},
            )  # fmt: skip
        return found if isinstance(found, Answer) else None

    def _again(self, answer: Answer) -> Response[bytes]:
        headers = {**answer.headers, REPLAYED: "true"}
        media_type = headers.pop("content-type", None)
        body = self._files.unsealed(answer.body).encode()
        return Response(body, status_code=answer.status, headers=headers, media_type=media_type)

    def middleware(self, app: ASGIApp) -> ASGIApp:
        """What a claimed request is answered goes out once it is kept."""

        async def keeping(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != ScopeType.HTTP or scope["method"] != "POST":
                await app(scope, receive, send)
                return
            heard: list[Message] = []

            async def hear(message: Message) -> None:
                if "once" in scope["state"]:
                    heard.append(message)
                else:
                    await send(message)

            try:
                await app(scope, receive, hear)
            finally:
                claim: _Claim | None = scope["state"].pop("once", None)
                if claim is not None:
                    with anyio.CancelScope(shield=True):  # also when the caller has hung up meanwhile
                        await anyio.to_thread.run_sync(self._settle, claim, _answer(heard))
            for message in heard:
                await send(message)

        return keeping

    def _settle(self, claim: _Claim, answer: tuple[int, dict[str, str], str] | None) -> None:
        with self._file(claim) as db:
            db.write(self._settled(claim, answer))

    def _settled(self, claim: _Claim, answer: tuple[int, dict[str, str], str] | None) -> Callable[[Transaction], None]:
        if answer is None:
            return lambda tx: receipts.release(tx, claim.key, claim.who)
        status, headers, body = answer
        sealed = Answer(status, self._files.sealed(body), headers)
        return lambda tx: receipts.keep(tx, claim.key, claim.who, sealed)

    @contextlib.contextmanager
    def _file(self, claim: _Claim) -> Iterator[Database]:
        if claim.clinic_id is None:
            yield self._files.control()
            return
        with self._files.clinic(claim.clinic_id) as db:
            yield db


def _digest(request: Request[Any, Any, Any], body: bytes) -> str:
    told = f"{request.method} {request.url.path}?{request.url.query}\n"
    return hashlib.sha256(told.encode() + body).hexdigest()


def _answer(heard: list[Message]) -> tuple[int, dict[str, str], str] | None:
    """Status, headers and body of a whole answer that tells of success; None otherwise."""
    status, headers, body, whole = 0, {}, b"", False
    for message in heard:
        if message["type"] == "http.response.start":
            status = message["status"]
            told = ((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in message["headers"])
            headers = {name: value for name, value in told if name in _KEPT_HEADERS}
        elif message["type"] == "http.response.body":
            body += message.get("body", b"")
            whole = not message.get("more_body", False)
    return (status, headers, body.decode()) if whole and 200 <= status < 300 else None
