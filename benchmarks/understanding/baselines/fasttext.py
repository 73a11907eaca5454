"""fastText, taught the same utterances: one classifier per intent over words, pairs of words, and letters.

Loss one-vs-all (several intents may be said), 2 to 5 letters, pairs of words, 50 rounds at a rate of 0.3: found to be
best on voices held out from the training. Words are in small letters and signs apart from them, as its guide says.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from typing import Any

import fasttext  # type: ignore[import-not-found, import-untyped, unused-ignore]

from benchmarks.understanding.baselines.wire import Answer, Taught, serve

SAID = 0.5
LABEL = "__label__"
HOW = {
    "loss": "ova", "epoch": 50, "lr": 0.3, "wordNgrams": 2, "minn": 2, "maxn": 5, "dim": 100, "bucket": 200_000,
    "thread": 1, "verbose": 0, "seed": 0,
}  # fmt: skip
_WORD = re.compile(r"\w+|[^\w\s]")


def prepare(taught: Taught) -> Answer:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        for one in taught:
            labels = " ".join(f"{LABEL}{intent}" for intent in one["intents"])
            file.write(f"{labels} {_words(one['text'])}\n")
        file.flush()
        model = fasttext.train_supervised(file.name, **HOW)

    def answer(question: Mapping[str, Any]) -> dict[str, Any]:
        labels, found = model.predict(_words(question["text"]), k=4)
        heard = [(label.removeprefix(LABEL), float(value)) for label, value in zip(labels, found, strict=True)]
        intents = [intent for at, (intent, value) in enumerate(heard) if at == 0 or value >= SAID]
        return {"intents": intents, "confidence": min(heard[0][1], 1.0) if heard else 0.0}

    return answer


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


if __name__ == "__main__":
    serve(prepare)
