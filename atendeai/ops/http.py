"""The manners of every list and every change over HTTP: pages by cursor, ETag and If-Match, documented errors."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Annotated, Generic, TypeVar

import msgspec
from litestar import Response
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import Example
from litestar.params import HeaderParameter, QueryParameter
from msgspec import Meta, Struct

from atendeai.ops.problem import MEDIA_TYPE, Problem

T = TypeVar("T")
Whole = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]  # as SQLite counts
SortValue = str | Whole | None

# Parameters as handlers take them: `limit: Limit = 50, cursor: Cursor = None, if_match: IfMatch = None`.
Limit = Annotated[int, QueryParameter(name="limit", ge=1, le=200, description="How many at most.")]
Cursor = Annotated[
    str | None,
    QueryParameter(name="cursor", max_length=1024, description="`next_cursor` of the page before; none: the first."),
]
IfMatch = Annotated[
    str | None,
    HeaderParameter(
        name="If-Match",
        description="The ETag of what was read: if it was changed since, the answer is 412 and nothing is written.",
    ),
]


# Pages


class Page(Struct, Generic[T], frozen=True):
    """A page of a list. `total` counts what the filters let through; without `next_cursor` it is the last page."""

    items: list[T]
    total: int
    next_cursor: str | None = None


class Position(Struct, frozen=True, array_like=True):
    """Where a page ended: the value that the list is sorted by, and the id, of its last row."""

    value: SortValue
    id: str | Whole


def cursor(value: SortValue, row_id: str | int) -> str:
    """A position as the API gives it: opaque, safe in an address."""
    return base64.urlsafe_b64encode(msgspec.json.encode(Position(value, row_id))).decode().rstrip("=")


def position(text: str | None) -> Position | None:
    """Where a page begins, None for the first one. Raises Problem 400 `bad_cursor`."""
    if text is None:
        return None
    try:
        plain = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        return msgspec.json.decode(plain, type=Position)
    except (ValueError, msgspec.MsgspecError):
        raise Problem(400, "bad_cursor", "The cursor is not one of ours.", "Send `next_cursor` unchanged.") from None


def page(rows: Sequence[T], limit: int, total: int, at: Callable[[T], Position]) -> Page[T]:
    """Of up to `limit + 1` rows the page; the one too many only tells that there are more."""
    kept = list(rows[:limit])
    more = at(kept[-1]) if len(rows) > limit else None
    return Page(kept, total, cursor(more.value, more.id) if more else None)


# Versions


def etag(version: int) -> str:
    return f'"{version}"'


def check_match(if_match: str | None, version: int) -> None:
    """Raises Problem 412 `stale` when an If-Match was sent and names no such version. Call it in the transaction."""
    if if_match is None or if_match.strip() == "*":
        return
    # Proxies that compress make tags weak; ours name versions, which are the same however they are packed.
    tags = [tag.strip().removeprefix("W/") for tag in if_match.split(",")]
    if etag(version) not in tags:
        raise Problem(
            412,
            "stale",
            "It was changed meanwhile.",
            "Read it again, and send its new ETag.",
            headers={"ETag": etag(version)},
        )


def tagged(body: T, version: int, status: int = 200) -> Response[T]:
    """An answer with the ETag of what it shows."""
    return Response(body, status_code=status, headers={"ETag": etag(version)})


# Moments


def in_utc(at: dt.datetime | None, path: str) -> dt.datetime | None:
    """A moment that was sent, in UTC. Raises Problem 400 for one without an offset, or at the calendar's ends."""
    if at is None:
        return None
    if at.tzinfo is None:
        raise _no_moment(path, "Expected a moment with an offset, such as 2026-11-24T10:00:00-03:00")
    try:
        return at.astimezone(dt.UTC)
    except OverflowError:
        raise _no_moment(path, "Out of range") from None


def _no_moment(path: str, message: str) -> Problem:
    return Problem(400, "invalid", "The request is not valid", errors=[{"path": path, "message": message}])


# Errors, as the OpenAPI document tells them


class FieldError(Struct, frozen=True):
    """`path` leads to what is wrong within the body, as `services[0].name`, or names a parameter."""

    path: str
    message: str


class ProblemDetails(Struct, frozen=True, omit_defaults=True):
    """An error (RFC 9457). `code` never changes; `title` and `detail` are for people, in their language."""

    type: str
    title: str
    status: int
    code: str
    detail: str | None = None
    errors: list[FieldError] | None = None


_TOLD = {
    400: ("invalid", "The request is not valid, or its cursor or Idempotency-Key is not."),
    401: ("not_authenticated", "Nobody known calls: no token, or one that is over."),
    403: ("forbidden", "It takes a permission that the caller lacks, or the clinic is suspended."),
    404: ("not_found", "There is none, or it is another clinic's."),
    409: ("conflict", "It cannot be done as things stand; `code` tells why."),
    410: ("gone", "It was there once."),
    412: ("stale", "If-Match names another version than there is now."),
    413: ("too_large", "The body is too large."),
    422: ("unprocessable", "It was understood and cannot be done; `code` and `errors` tell why."),
    429: ("too_many", "Too often: Retry-After tells in how many seconds to come again."),
    503: ("unavailable", "Not now; Retry-After tells in how many seconds to come again."),
}


def problems(*statuses: int, public: bool = False) -> dict[int, ResponseSpec]:
    """For a route's `responses`: 400 and those named; and 401 and 403, unless the route is public."""
    every = {400, *statuses} | (set() if public else {401, 403})
    return {status: _documented(status) for status in sorted(every)}


def _documented(status: int) -> ResponseSpec:
    code, description = _TOLD[status]
    example = ProblemDetails(f"urn:atendeai:problem:{code}", HTTPStatus(status).phrase, status, code)
    return ResponseSpec(
        data_container=ProblemDetails,
        generate_examples=False,
        description=description,
        media_type=MEDIA_TYPE,
        examples=[Example(summary=code, value=msgspec.to_builtins(example))],
    )
