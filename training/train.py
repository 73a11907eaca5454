"""`make train`: teach the classifier of intents, and write the model that ships.

One L2-regularised logistic regression per intent (liblinear: Fan et al., JMLR 9, 2008), since a message may hold
several wishes. Every message is shown twice, with the example clinic's names known and without any clinic.
The same utterances give the same bytes on every machine with AVX2: `make train` pins the kernels of the linear algebra.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from atendeai.clinics.context import ClinicContext
from atendeai.clinics.reading import read_context
from atendeai.conversation.understanding.classifier import MODEL_FILE, Model, encode
from atendeai.conversation.understanding.evidence import observe
from atendeai.conversation.understanding.model import INTENTS, Language
from atendeai.conversation.understanding.rules import hear
from atendeai.conversation.understanding.signs import BUCKETS, Signs, signs
from training.utterances import Utterance, digest, voices

ROOT = Path(__file__).parent.parent
MODEL = ROOT / "atendeai" / "conversation" / "understanding" / MODEL_FILE
NOW = dt.datetime(2026, 11, 24, 10, 0)  # noqa: DTZ001 (a clinic's wall time; which one does not matter)
SHARES = (5.0, 7.0, 4.0, 0.5, 0.3)
FREEDOM = 5.0  # liblinear's C
SOLVER = {"solver": "liblinear", "tol": 1e-3}
LARGEST = 127
# What patients write on an ordinary day: how often the model is right there is what its confidence should say.
ORDINARY: dict[Language, str] = {"pt": "everyday", "en": "english_everyday", "es": "spanish_everyday"}
# The phrase tables were written over these messages: what the rules hear in them proves nothing.
RULED = "tables"
_STEPS = 12


class Taught(NamedTuple):
    """Weights before rounding, (intents × buckets), and biases."""

    weights: np.ndarray
    biases: np.ndarray


class Voice(NamedTuple):
    """One file of utterances, ready to be taught: what they say, what is seen in them, and that without a clinic."""

    said: list[Utterance]
    named: csr_matrix
    unnamed: csr_matrix


def main() -> None:
    clinic = read_context((ROOT / "examples" / "clinic-context.json").read_bytes()).context
    spoken = {name: _voice(name, said, clinic) for name, said in voices()}
    halfway = _teach([voice for name, voice in spoken.items() if name not in ORDINARY.values()])
    curves = {language: honest(halfway, spoken[name].named, spoken[name].said) for language, name in ORDINARY.items()}
    MODEL.write_bytes(model_of(_teach(list(spoken.values())), curves))
    total = sum(len(voice.said) for voice in spoken.values())
    print(f"{MODEL.name}: {total} utterances of {len(spoken)} voices, {MODEL.stat().st_size:,} bytes")  # noqa: T201


def _voice(name: str, said: list[Utterance], clinic: ClinicContext | None) -> Voice:
    named, unnamed = (
        matrix([signs_of(one, context, ruled=name != RULED) for one in said]) for context in (clinic, None)
    )
    return Voice(said, named, unnamed)


def signs_of(one: Utterance, context: ClinicContext | None, *, ruled: bool = True) -> Signs:
    """What the classifier sees of an utterance; without `ruled`, as if no rule had been asked."""
    evidence = observe(one.text, context=context, now=NOW, expects=one.expects, options=())
    return signs(evidence, hear(evidence) if ruled else {})


def _teach(spoken: Sequence[Voice]) -> Taught:
    features = vstack([rows for voice in spoken for rows in (voice.named, voice.unnamed)], format="csr")
    return fit(features, [one.intents for voice in spoken for one in (*voice.said, *voice.said)])


def fit(features: csr_matrix, said: Sequence[Sequence[str]]) -> Taught:
    """One regression per intent of the inventory."""
    weights, biases = [], []
    for intent in INTENTS:
        truth = np.array([intent in intents for intents in said])
        taught = LogisticRegression(C=FREEDOM, **SOLVER).fit(features, truth)
        weights.append(taught.coef_[0])
        biases.append(taught.intercept_[0])
    return Taught(np.array(weights), np.array(biases))


def matrix(rows: Sequence[Signs]) -> csr_matrix:
    """The signs as the classifier weighs them: one row per message, one column per bucket."""
    cells = [list(_cells(row)) for row in rows]
    bounds = np.cumsum([0, *map(len, cells)])
    columns = [column for row in cells for column, _ in row]
    values = [value for row in cells for _, value in row]
    return csr_matrix((values, columns, bounds), shape=(len(rows), BUCKETS))


def _cells(row: Signs) -> Iterator[tuple[int, float]]:
    found = [piece for token in row.pieces for piece in token]
    shares = [share / (len(group) or 1) ** 0.5 for share, group in zip(SHARES, (found, *row[1:3]), strict=False)]
    weighed: dict[int, float] = {}
    for share, group in zip((*shares, *SHARES[3:]), (found, *row[1:]), strict=True):
        for sign in group:
            weighed[sign] = weighed.get(sign, 0.0) + share
    yield from sorted(weighed.items())


def honest(taught: Taught, features: csr_matrix, said: Sequence[Utterance]) -> tuple[tuple[float, float], ...]:
    """How often the likeliest intent was right, by the probability that unseen messages were given (isotonic
    regression, thinned out to a few points)."""
    logits = features @ taught.weights.T + taught.biases
    likeliest = logits.argmax(axis=1)
    raw = 1 / (1 + np.exp(-logits.max(axis=1)))
    right = [INTENTS[at] in one.intents for at, one in zip(likeliest, said, strict=True)]
    curve = IsotonicRegression(y_min=0.0, y_max=1.0).fit(raw, right)
    steps = np.unique(np.quantile(raw, np.linspace(0, 1, _STEPS)))
    means = [curve.predict([step])[0] for step in steps]
    inner = [(round(float(x), 4), round(float(y), 4)) for x, y in zip(steps, means, strict=True)]
    return ((0.0, 0.0), *inner, (1.0, max(0.995, inner[-1][1])))


def model_of(taught: Taught, curves: dict[Language, tuple[tuple[float, float], ...]]) -> bytes:
    """The bytes of the model file."""
    scales = np.abs(taught.weights).max(axis=1) / LARGEST
    rounded = np.rint(taught.weights / scales[:, None]).astype(int)
    head = Model(
        intents=INTENTS,
        buckets=BUCKETS,
        biases=tuple(round(float(bias), 6) for bias in taught.biases),
        scales=tuple(round(float(scale), 9) for scale in scales),
        shares=SHARES,
        curves=curves,
        utterances=digest(),
    )
    used = np.flatnonzero(rounded.any(axis=0))
    return encode(head, {int(at): rounded[:, at].tolist() for at in used})


if __name__ == "__main__":
    main()
