"""A yes is a yes, a no is a no, and everything else is neither."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.conversation.understanding.yes_no import yes_no

CORPUS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "yes_no.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("text", "answer"), [(row["text"], row["answer"]) for row in CORPUS])
def test_answers(text: str, answer: str | None):
    assert yes_no(text) == answer


def test_the_corpus_is_broad():
    assert len(CORPUS) >= 150
    assert {row["answer"] for row in CORPUS} == {"yes", "no", None}


@pytest.mark.parametrize("emoji", ["👍👎", "🙂", ""])
def test_signs_that_contradict_or_say_nothing(emoji: str):
    assert yes_no(emoji) is None


@given(st.text(max_size=200))
def test_a_question_is_never_an_answer(text: str):
    assert yes_no(f"{text} sim?") is None
