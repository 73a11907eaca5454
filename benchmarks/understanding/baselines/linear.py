"""A linear model over character n-grams (scikit-learn), taught the same utterances.

tf-idf with sublinear counts of the 2 to 5 letters within words, one logistic regression per intent (liblinear, C = 30:
found to be best on voices held out from the training). One set of regressions tells the leading intent, another which
intents are said at all (from 0.5). Both are applied as one matrix product.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.understanding.baselines.wire import Answer, Taught, serve

FREEDOM = 30
SAID = 0.5


def prepare(taught: Taught) -> Answer:
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    rows = letters.fit_transform([one["text"] for one in taught])
    leaders = sorted({one["intents"][0] for one in taught})
    intents = sorted({intent for one in taught for intent in one["intents"]})
    leading = [[one["intents"][0] == intent for one in taught] for intent in leaders]
    said = [[intent in one["intents"] for one in taught] for intent in intents]
    weights, biases = _taught(rows, [*leading, *said])

    def answer(question: Mapping[str, Any]) -> dict[str, Any]:
        row = letters.transform([question["text"]])
        found = 1 / (1 + np.exp(-((row @ weights).toarray()[0] + biases)))
        first, several = found[: len(leaders)], found[len(leaders) :]
        best = int(first.argmax())
        others = [intents[at] for at in np.argsort(-several) if several[at] >= SAID and intents[at] != leaders[best]]
        return {"intents": [leaders[best], *others], "confidence": float(first[best] / first.sum())}

    return answer


def _taught(rows: csr_matrix, truths: list[list[bool]]) -> tuple[csr_matrix, np.ndarray]:
    """One regression per truth: weights (letters × truths) and biases."""
    weights, biases = [], []
    for truth in truths:
        one = LogisticRegression(C=FREEDOM, solver="liblinear", dual=True, tol=1e-2, random_state=0).fit(rows, truth)
        weights.append(csr_matrix(one.coef_))
        biases.append(one.intercept_[0])
    return vstack(weights).T.tocsr(), np.array(biases)


if __name__ == "__main__":
    serve(prepare)
