"""The trained part of understanding: one logistic regression per intent over hashed signs, in plain Python.

`make train` writes `intents.model`; nothing but this page is needed to read and apply it. A model file is one line of
JSON (`Model`), then one row of bytes per sign: a weight of -127..127 for each intent, plus 128.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from operator import add, mul

import msgspec
from msgspec import Struct

from atendeai.conversation.understanding.model import Language
from atendeai.conversation.understanding.signs import BUCKETS, Signs

MODEL_FILE = "intents.model"
_ZERO = 128  # how a weight of nothing is written


class Model(Struct, frozen=True, kw_only=True):
    """The head of a model file. `scales` turn an intent's bytes into weights; `shares` are how much all pieces, all
    words, all stretches, and each thing seen or heard may say; `curves` are (probability, how often right) pairs by
    language;
    `utterances` is the SHA-256 of what it was trained on."""

    intents: tuple[str, ...]
    buckets: int
    biases: tuple[float, ...]
    scales: tuple[float, ...]
    shares: tuple[float, float, float, float, float]
    curves: dict[Language, tuple[tuple[float, float], ...]]
    utterances: str


class Classifier:
    """A model ready to be applied. One is shared by all threads; it holds nothing that changes but a cache."""

    def __init__(self, model: Model, rows: bytes) -> None:
        if model.buckets != BUCKETS or len(rows) != BUCKETS * len(model.intents):
            raise ValueError("the model of intents was trained for other signs: run `make train`")
        self._model, self._rows, self._width = model, rows, len(model.intents)
        self._of_token = lru_cache(maxsize=8192)(lambda token: self._sums(token))

    def weigh(self, signs: Signs) -> dict[str, float]:
        """How probable each intent is, 0..1, each for itself, since a message may hold several. Linear in the number
        of signs."""
        many = (sum(map(len, signs.pieces)), len(signs.words), len(signs.stretches), 1, 1)
        shares = [share / math.sqrt(count or 1) for share, count in zip(self._model.shares, many, strict=True)]
        sums = (self._added(map(self._of_token, signs.pieces)), *map(self._sums, signs[1:]))
        return {
            intent: _probability(bias + scale * sum(map(mul, shares, said)))
            for intent, bias, scale, said in zip(
                self._model.intents, self._model.biases, self._model.scales, zip(*sums, strict=True), strict=True
            )
        }

    def _sums(self, signs: Sequence[int]) -> tuple[int, ...]:
        """The weights of some signs added up, one sum per intent."""
        width, rows = self._width, self._rows
        if not signs:
            return (0,) * width
        none = _ZERO * len(signs)
        cut = [rows[at * width : (at + 1) * width] for at in signs]
        return tuple(sum(column) - none for column in zip(*cut, strict=True))

    def _added(self, sums: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
        total: tuple[int, ...] = (0,) * self._width
        for one in sums:
            total = tuple(map(add, total, one))
        return total

    def honest(self, probability: float, language: Language) -> float:
        """How often an intent of that probability was right on messages that the model had not seen."""
        curve = self._model.curves[language]
        for (low, low_true), (high, high_true) in pairwise(curve):
            if probability <= high:
                return low_true + (high_true - low_true) * (probability - low) / (high - low)
        return curve[-1][1]


def _probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, logit))))


@lru_cache(maxsize=1)
def classifier() -> Classifier:
    """The one that is shipped, read at its first use."""
    return decode(files(__package__).joinpath(MODEL_FILE).read_bytes())


def decode(raw: bytes) -> Classifier:
    """ValueError when the file does not fit this version of the program."""
    head, _, rows = raw.partition(b"\n")
    return Classifier(msgspec.json.decode(head, type=Model), rows)


def encode(model: Model, weights: Mapping[int, Sequence[int]]) -> bytes:
    """A model file; `weights` are the rows that are not all zero, -127..127 each."""
    nothing = bytes([_ZERO]) * len(model.intents)
    rows = [bytes(_ZERO + value for value in weights[at]) if at in weights else nothing for at in range(BUCKETS)]
    return b"\n".join((msgspec.json.encode(model), b"".join(rows)))
