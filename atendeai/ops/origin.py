"""Where a request came from, for the audit trail: its address and its agent, wherever the work is done."""

from __future__ import annotations

import contextlib
import contextvars
from collections.abc import Iterator

from msgspec import Struct

LONGEST_AGENT = 256


class Origin(Struct, frozen=True):
    """`address` is the peer's IP address; both are empty for what the server, or the command line, does."""

    address: str = ""
    agent: str = ""


_NOWHERE = Origin()
_origin: contextvars.ContextVar[Origin] = contextvars.ContextVar("origin")


@contextlib.contextmanager
def came_from(address: str, agent: str) -> Iterator[None]:
    """Whatever is done inside, in threads too, was asked for from there."""
    token = _origin.set(Origin(address, agent[:LONGEST_AGENT]))
    try:
        yield
    finally:
        _origin.reset(token)


def origin() -> Origin:
    return _origin.get(_NOWHERE)
