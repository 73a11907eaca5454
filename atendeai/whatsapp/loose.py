"""Reading JSON of any shape: every question has an answer, nothing here raises on odd values."""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
from typing import Any

import msgspec

MOST_SECONDS = 10**11  # above this (the year 5138) a time is in milliseconds or finer
MOST_TIME = 10**17
MOST_INTEGER = 2**63


def parse(body: bytes) -> Any:
    """The JSON value of `body`, or None when it is none.

    Lone surrogates, broken UTF-8 and outsized numbers, which strict readers refuse, are replaced: one cut
    emoji must not cost the other messages of a batch.
    """
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _parse_damaged(body)
    except RecursionError:
        return None


def _parse_damaged(body: bytes) -> Any:
    text = body.decode("utf-8-sig", "replace")
    try:
        value = json.loads(text, strict=False, parse_int=_int, parse_float=_float, parse_constant=lambda _: None)
        return msgspec.json.decode(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _int(digits: str) -> int | str:
    return int(digits) if len(digits) < 20 else digits


def _float(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


def obj(value: Any, key: str | None = None) -> dict[str, Any]:
    """`value` (or its member `key`) when it is an object, else an empty one."""
    if key is not None:
        value = obj(value).get(key)
    return value if isinstance(value, dict) else {}


def each(value: Any, key: str) -> list[Any]:
    """The members of a list; a lone value counts as a list of one, null as none."""
    found = obj(value).get(key)
    if found is None:
        return []
    return found if isinstance(found, list) else [found]


def text(value: Any, *keys: str) -> str:
    """The first non-empty string (or whole number, as digits) among the members `keys`; "" otherwise."""
    for key in keys:
        found = obj(value).get(key)
        if isinstance(found, int) and not isinstance(found, bool) and abs(found) < MOST_INTEGER:
            return str(found)
        if isinstance(found, str) and (kept := found.replace("\x00", "")):
            return kept
    return ""


def integer(value: Any, key: str) -> int | None:
    """A whole number that fits 64 bits, also when it was sent as a string."""
    found = number(value, key)
    return None if found is None or abs(found) >= MOST_INTEGER else int(found)


def number(value: Any, key: str) -> float | int | None:
    """A finite number, also when it was sent as a string."""
    found = obj(value).get(key)
    if isinstance(found, str) and len(found) < 40:
        found = _from_digits(found)
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    if isinstance(found, float) and not math.isfinite(found):
        return None
    return found


def _from_digits(digits: str) -> float | int | None:
    for kind in (int, float):
        with contextlib.suppress(ValueError):
            return kind(digits)
    return None


def degrees(value: Any, key: str, most: int) -> float | None:
    """A latitude or longitude between -`most` and `most`."""
    found = number(value, key)
    return float(found) if found is not None and abs(found) <= most else None


def seconds(value: Any, key: str) -> int:
    """A Unix time in seconds, from seconds, milliseconds or finer; 0 when there is none."""
    found = number(value, key)
    if found is None or not 0 <= found < MOST_TIME:
        return 0
    moment = int(found)
    while moment >= MOST_SECONDS:
        moment //= 1000
    return moment


def compact(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def fingerprint(value: Any) -> str:
    """SHA-256 of the canonical JSON: keys in order, no blanks."""
    return hashlib.sha256(msgspec.json.encode(value, order="deterministic")).hexdigest()
