"""The classifier reads its model, weighs signs, and says how sure it is in figures that hold."""

from __future__ import annotations

import math

import pytest
from conversation.clinic import CLINIC, NOW
from hypothesis import given
from hypothesis import strategies as st

from atendeai.conversation.understanding.classifier import Classifier, Model, classifier, decode, encode
from atendeai.conversation.understanding.evidence import MAX_PARTS, observe, parts
from atendeai.conversation.understanding.model import INTENTS, Entities
from atendeai.conversation.understanding.rules import hear
from atendeai.conversation.understanding.signs import BUCKETS, Signs, signs

STRAIGHT = ((0.0, 0.0), (1.0, 1.0))
TWO = Model(
    intents=("greeting", "book"),
    buckets=BUCKETS,
    biases=(0.0, -1.0),
    scales=(0.5, 0.25),
    shares=(1.0, 2.0, 1.0, 1.0, 1.0),
    curves={"pt": STRAIGHT, "en": ((0.0, 0.0), (0.5, 0.25), (1.0, 1.0)), "es": STRAIGHT},
    utterances="",
)
BARE = Signs(pieces=(), words=(), stretches=(), seen=(), heard=())


def sigmoid(logit: float) -> float:
    return 1 / (1 + math.exp(-logit))


def small() -> Classifier:
    return decode(encode(TWO, {7: (2, -4), 9: (-3, 127)}))


def test_without_a_sign_only_the_bias_speaks():
    assert small().weigh(BARE) == {"greeting": pytest.approx(0.5), "book": pytest.approx(sigmoid(-1))}


def test_weights_add_up_by_their_shares():
    weighed = small().weigh(BARE._replace(words=(7,), seen=(9,)))
    assert weighed["greeting"] == pytest.approx(sigmoid(0.5 * (2 * 2 - 3)))
    assert weighed["book"] == pytest.approx(sigmoid(-1 + 0.25 * (2 * -4 + 127)))


def test_many_pieces_share_their_say():
    weighed = small().weigh(BARE._replace(pieces=((7, 7), (7, 7))))
    assert weighed["greeting"] == pytest.approx(sigmoid(0.5 * 4 * 2 / math.sqrt(4)))


def test_a_figure_is_read_off_the_curve_of_its_language():
    assert small().honest(0.25, "en") == pytest.approx(0.125)
    assert small().honest(0.75, "en") == pytest.approx(0.625)
    assert small().honest(1.0, "pt") == 1.0


@pytest.mark.parametrize("raw", [encode(TWO, {})[:-1], encode(TWO, {}) + b"x"])
def test_a_model_for_other_signs_is_refused(raw: bytes):
    with pytest.raises(ValueError, match="make train"):
        decode(raw)


@given(st.text(max_size=200), st.floats(0, 1))
def test_what_ships_gives_every_intent_a_probability(text: str, probability: float):
    evidence = observe(text, context=CLINIC, now=NOW, expects=None, options=())
    weighed = classifier().weigh(signs(evidence, hear(evidence)))
    assert set(weighed) == set(INTENTS)
    assert all(0 <= value <= 1 for value in weighed.values())
    assert 0 <= classifier().honest(probability, evidence.language) <= 1


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["pt", "en", "es"]))
def test_a_likelier_intent_is_never_called_less_sure(one: float, other: float, language: str):
    low, high = sorted((one, other))
    trained = classifier()
    assert trained.honest(low, language) <= trained.honest(high, language) + 1e-9  # type: ignore[arg-type]


def test_clauses_stand_alone_by_their_words():
    evidence = observe(
        "bom dia, quanto custa o eletro? queria marcar", context=CLINIC, now=NOW, expects="date", options=()
    )
    alone = parts(evidence)
    assert [part.words.text for part in alone] == ["bom dia", "quanto custa o eletro", "queria marcar"]
    assert all(part.entities == Entities() and part.expects is None for part in alone)
    assert parts(observe("oi", context=CLINIC, now=NOW, expects=None, options=())) == []
    assert len(parts(observe("oi, " * 50, context=CLINIC, now=NOW, expects=None, options=()))) == MAX_PARTS
