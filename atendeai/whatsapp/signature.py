"""Proof that a webhook body comes from Meta: HMAC-SHA256 over the raw bytes, any of several secrets."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence

HEADER = "X-Hub-Signature-256"
_SHAPE = re.compile(r"sha256=([0-9a-fA-F]{64})", re.ASCII)


def sign(body: bytes, secret: bytes) -> str:
    """The header that Meta would send with `body`."""
    return "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()


def is_well_formed(header: str | None) -> bool:
    """Whether a header could match at all: asked before the body is read."""
    return header is not None and _SHAPE.fullmatch(header) is not None


def verify(body: bytes, header: str | None, secrets: Sequence[bytes]) -> int | None:
    """Index of the first secret that signed `body`, or None.

    Every secret is tried, each in constant time, so the delay tells nothing. An empty secret never matches.
    """
    if header is None or (shape := _SHAPE.fullmatch(header)) is None:
        return None
    claimed = bytes.fromhex(shape.group(1))
    matching = [
        index
        for index, secret in enumerate(secrets)
        if hmac.compare_digest(hmac.new(secret, body, hashlib.sha256).digest(), claimed) and secret
    ]
    return matching[0] if matching else None
