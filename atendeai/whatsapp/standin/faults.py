"""The ways a send can go wrong, as scripted by a test: each fault meets one message and is gone."""

from __future__ import annotations

from msgspec import Struct


class Reset(Struct, frozen=True):
    """The connection is reset before the message is read; nothing was sent."""


class DropAfterAccept(Struct, frozen=True):
    """The message is accepted and its statuses follow, but the answer is lost on the way."""


class Delay(Struct, frozen=True):
    """The message is accepted at once and the answer comes after `seconds`."""

    seconds: float


class Garble(Struct, frozen=True):
    """The message is accepted and the answer is a 200 that is no JSON."""


class HttpError(Struct, frozen=True):
    """An answer without Meta's error body, as a proxy gives; `accepted` says what really happened."""

    status: int = 500
    accepted: bool = False


class ErrorCode(Struct, frozen=True):
    """Refused with one of Meta's codes, such as 131056; `retry_after` becomes a header."""

    code: int
    status: int = 400
    message: str = "Scripted error"
    retry_after: int | None = None


class FailLater(Struct, frozen=True):
    """Accepted, then a `failed` status with `code`: Meta's usual way to refuse."""

    code: int
    title: str = "Scripted failure"


Fault = Reset | DropAfterAccept | Delay | Garble | HttpError | ErrorCode | FailLater
