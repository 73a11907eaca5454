"""What cannot wait is heard first; what only sounds so is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conversation.clinic import CLINIC, NOW
from hypothesis import given
from hypothesis import strategies as st

from atendeai.conversation.understanding import understand
from atendeai.conversation.understanding.red_flags import red_flag

CORPUS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "red_flags.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("text", "label"), [(row["text"], row["flag"]) for row in CORPUS])
def test_signs(text: str, label: str | None):
    assert red_flag(text) == label


@pytest.mark.parametrize("text", [row["text"] for row in CORPUS if row["flag"]])
def test_a_sign_makes_the_message_an_emergency(text: str):
    heard = understand(text, context=CLINIC, now=NOW, expects="date")
    assert heard.intent == "emergency"
    assert heard.confidence > 0.9


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_sign_in_a_sentence_of_its_own_is_found_in_any_company(before: str, after: str):
    assert red_flag(f"{before}\nestou com muita dor no peito agora\n{after}") is not None
