"""What people write about when, at clocks that fall on the edges of weeks, months and years; three languages."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from atendeai.conversation.understanding.when import parse_when, when_document

LINES = [
    json.loads(line)
    for path in sorted((Path(__file__).parent / "data").glob("when*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("line", LINES, ids=[f"{line['now']} {line['text']}" for line in LINES])
def test_corpus(line: dict[str, object]) -> None:
    when = parse_when(str(line["text"]), dt.datetime.fromisoformat(str(line["now"])))
    assert when_document(when) == line["when"]


def test_corpus_is_worth_its_name() -> None:
    assert len(LINES) >= 4000
    assert len({line["now"] for line in LINES}) >= 10
