"""Structs made ready before threads share them.

msgspec works out a struct's types when it is first decoded, and two threads that are first at once take the whole
process down (a segmentation fault, seen with 0.22.0: `get_class_annotations` lets the other thread in half-way).
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import msgspec


def make_ready() -> int:
    """Work out the types of every struct that has been imported; how many there were. Call it before any thread."""
    kinds = set(_below(msgspec.Struct))
    for kind in kinds:
        with contextlib.suppress(TypeError):  # one that nobody decodes: its fields cannot be told apart
            msgspec.json.Decoder(kind)
    return len(kinds)


def _below(kind: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
