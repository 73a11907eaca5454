"""What the classifier of intents is taught with can be read, and the shipped model was taught with exactly that."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from atendeai.conversation.understanding.classifier import MODEL_FILE, Model
from atendeai.conversation.understanding.model import INTENTS
from atendeai.conversation.understanding.normalise import normalise
from training.train import ROOT, fit, honest, matrix, model_of, signs_of
from training.utterances import Utterance, digest, utterances, voices

SPOKEN = dict(voices())


def shipped() -> Model:
    raw = (ROOT / "atendeai" / "conversation" / "understanding" / MODEL_FILE).read_bytes()
    return msgspec.json.decode(raw.partition(b"\n")[0], type=Model)


def test_the_model_that_ships_was_taught_with_the_utterances_that_are_here():
    assert shipped().utterances == digest(), "run `make train`"


def test_every_intent_is_taught_in_many_voices():
    counts = Counter(intent for said in SPOKEN.values() for one in said for intent in one.intents)
    assert set(counts) == set(INTENTS)
    assert min(counts.values()) >= 400
    assert sum(len(said) for said in SPOKEN.values()) >= 15_000


def test_no_voice_says_the_same_twice_with_another_meaning():
    for name, said in SPOKEN.items():
        meanings: dict[tuple[str, str | None], set[tuple[str, ...]]] = {}
        for one in said:
            meanings.setdefault((normalise(one.text), one.expects), set()).add(one.intents)
        torn = {text: intents for text, intents in meanings.items() if len(intents) > 1 and text[0]}
        assert len(torn) <= len(said) / 200, (name, list(torn)[:5])


@pytest.mark.parametrize(
    "line",
    ["oi", "greeting oi", "hello: oi", "greeting: ", "greeting@weather: oi", "greeting+: oi"],
)
def test_a_slip_in_an_utterance_is_named_with_its_place(tmp_path: Path, line: str):
    path = tmp_path / "voice.txt"
    path.write_text(f"# hello\n\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"voice\.txt:3: write `intent: message`"):
        utterances(path)


def test_an_utterance_says_its_intents_its_question_and_its_line_breaks(tmp_path: Path):
    (tmp_path / "voice.txt").write_text("affirm+price@confirmation: sim\\nquanto custa?\n", encoding="utf-8")
    assert utterances(tmp_path / "voice.txt") == [
        Utterance("sim\nquanto custa?", ("affirm", "price"), "confirmation"),
    ]


def test_teaching_twice_gives_the_same_bytes():
    said = SPOKEN["openers"] + SPOKEN["everyday"][::6]
    missing = [one for intent in INTENTS for one in SPOKEN["city"] if one.intents == (intent,)][::8]
    said += missing
    rows = [signs_of(one, None) for one in said]

    def taught() -> bytes:
        learned = fit(matrix(rows), [one.intents for one in said])
        curve = honest(learned, matrix(rows), said)
        return model_of(learned, {"pt": curve, "en": curve, "es": curve})

    assert taught() == taught()


def test_the_test_split_was_not_taught():
    """Short courtesies ("oi", "sim, pode ser") are everybody's; longer messages must not be in both."""
    taught = {normalise(one.text) for said in SPOKEN.values() for one in said}
    for path in sorted((ROOT / "benchmarks" / "data").glob("intents_test*.txt")):
        asked = utterances(path)
        known = [one for one in asked if len(one.text.split()) > 4 and normalise(one.text) in taught]
        assert not known, path.name
