"""Measuring and cutting the words that go out."""

from __future__ import annotations

import re

MOST_TEXT = 4096  # of one WhatsApp message


def length(text: str) -> int:
    """UTF-16 units: the longest of the plausible ways to count, so that Meta never counts more than we do."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def one_line(text: str) -> str:
    return " ".join(text.split())


# Where a text may be cut, best first: between paragraphs, lines, sentences ("Dra. Ana" is no end), words.
_SENTENCE = r"(?<!\bDr\.)(?<!\bDra\.)(?<!\bSr\.)(?<!\bSra\.)(?<=[.!?…;])\s"
_CUTS = [re.compile(pattern) for pattern in (r"\n\s*\n", r"\n", _SENTENCE, r"\s")]


def split_text(text: str, limit: int = MOST_TEXT) -> list[str]:
    """`text` in pieces of at most `limit` UTF-16 units (≥ 2), cut where it reads best; no piece is blank."""
    pieces = []
    rest = text.strip()
    while length(rest) > limit:
        cut = _cut(_head(rest, limit), rest)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*pieces, rest] if rest else pieces


def _head(text: str, limit: int) -> str:
    """The longest beginning of `text` that fits."""
    head = text[:limit]
    while length(head) > limit:
        head = head[: len(head) - max((length(head) - limit) // 2, 1)]
    return head


def _cut(head: str, rest: str) -> int:
    seen = rest[: len(head) + 1]
    for pattern in _CUTS:
        ends = [found.start() for found in pattern.finditer(seen) if len(head) // 3 <= found.start() <= len(head)]
        if ends:
            return ends[-1]
    return len(head)
