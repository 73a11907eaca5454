"""Exact-match accuracy of `parse_when` on a JSONL file of expressions with answers, and every miss.

Each line: `text`, `reference` (local "now"), `expect` {date, time, date_range, time_range}; where `ambiguous` is true
any of `accept` counts. Usage: python benchmarks/when_dev.py PATH.jsonl
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from atendeai.conversation.understanding.when import parse_when, when_document

KEYS = ("date", "time", "date_range", "time_range")


def answer(document: Mapping[str, object]) -> dict[str, object]:
    return {key: document[key] for key in KEYS if document.get(key) is not None}


def main(path: Path) -> None:
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    right = 0
    seconds = 0.0
    for line in lines:
        begun = time.perf_counter()
        when = parse_when(line["text"], dt.datetime.fromisoformat(line["reference"]))
        seconds += time.perf_counter() - begun
        accepted = [answer(each) for each in (line["accept"] if line.get("ambiguous") else [line["expect"]])]
        got = answer(when_document(when))
        if got in accepted:
            right += 1
        else:
            print(f"{line.get('id', '')}: {line['text']!r} at {line['reference']}\n  got  {got}\n  want {accepted}")
    total = len(lines)
    print(f"{right}/{total} exact ({right / total:.1%}), {seconds / total * 1e6:.0f} µs each")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
