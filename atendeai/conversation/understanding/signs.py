"""What the trained classifier looks at in a message: pieces of words, words in a row, and what the rules found.

Every sign is a number below `BUCKETS`, the row of the model that weighs it (feature hashing: Weinberger et al.,
"Feature Hashing for Large Scale Multitask Learning", ICML 2009). Training and inference share this page, so that
a model never meets a sign that it was not taught.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from atendeai.conversation.understanding.evidence import Evidence

BUCKETS = 1 << 16
MAX_TOKENS = 80  # what is asked stands near the front; a longer story adds only time
_PIECES = (2, 3, 4, 5)
_STEM = 4
_STRETCH = 6
_STEPS = (0.0, 0.5, 0.72, 0.9)  # how sure a rule is, in four steps
_NAMED = (
    "service", "services", "professional", "any_professional", "insurance", "unknown_insurance", "private_pay",
    "person_name", "for_other", "choice", "none_of_them", "phone", "cpf", "email",
)  # fmt: skip


class Signs(NamedTuple):
    """All numbers are rows of the model. `pieces` holds one tuple per token; the others are in no order."""

    pieces: tuple[tuple[int, ...], ...]
    words: tuple[int, ...]
    stretches: tuple[int, ...]
    seen: tuple[int, ...]
    heard: tuple[int, ...]


def signs(evidence: Evidence, rules: Mapping[str, float]) -> Signs:
    """The signs of a message; `rules` says how surely each intent was heard by rule (empty: they were not asked)."""
    plain = [token for token in evidence.words.tokens[:MAX_TOKENS] if not token.isdigit()]
    row = ["^", *("#" if token[0].isdigit() else token for token in evidence.marked[:MAX_TOKENS] if token), "$"]
    return Signs(
        pieces=tuple(pieces(token) for token in plain),
        words=tuple(bucket(sign) for sign in _in_a_row(row)),
        stretches=tuple(bucket(sign) for sign in _stretches(" ".join(row[1:-1]))),
        seen=tuple(bucket(f"e{sign}") for sign in _seen(evidence, len(row))),
        heard=tuple(bucket(f"r{sign}") for sign in _heard(rules)),
    )


@lru_cache(maxsize=8192)
def pieces(token: str) -> tuple[int, ...]:
    """The pieces of one word, its edges included: " eletro " gives " e", "el", …, "etro "."""
    padded = f" {token} "
    return tuple(bucket(f"c{padded[at : at + size]}") for size in _PIECES for at in range(len(padded) - size + 1))


@lru_cache(maxsize=32768)
def bucket(sign: str) -> int:
    return zlib.crc32(sign.encode()) % BUCKETS


def _in_a_row(row: Sequence[str]) -> Iterator[str]:
    """Words alone, in pairs, and with one left out between them; and their stems, by their first letters."""
    for word in row[1:-1]:
        yield f"w{word}"
        if len(word) > _STEM:
            yield f"k{word[:_STEM]}"
    for first, second in pairwise(row):
        yield f"b{first} {second}"
        yield f"kb{first[:_STEM]} {second[:_STEM]}"
    for first, second in zip(row, row[2:], strict=False):
        yield f"s{first} {second}"


def _stretches(text: str) -> Iterator[str]:
    """Six letters at a time, over the gaps between words: "para que", "o paga"."""
    for at in range(len(text) - _STRETCH + 1):
        yield f"x{text[at : at + _STRETCH]}"


def _seen(evidence: Evidence, length: int) -> Iterator[str]:
    """What is named, asked and answered, besides the words."""
    words, entities = evidence.words, evidence.entities
    yield f"in {evidence.language}"
    yield f"length{min(length.bit_length(), 6)}"
    yield "asks" if any(clause.question for clause in words.clauses) else "tells"
    if words.asked:
        yield "?"
    if evidence.expects:
        yield f"after {evidence.expects}"
    for name in _NAMED:
        if getattr(entities, name):
            yield name
    if entities.when:
        yield "past" if entities.when.past else "when"
    if entities.yes_no:
        yield f"says {entities.yes_no}"
    for name in ("bare_answer", "red_flag", "kind_said"):
        if getattr(evidence, name):
            yield name


def _heard(rules: Mapping[str, float]) -> Iterator[str]:
    """Each intent that a rule heard, on every step up to how surely."""
    for intent, value in rules.items():
        for step, least in enumerate(_STEPS):
            if value >= least:
                yield f"{intent} {step}"
