"""The Python end of the wire: one line teaches, every further line is a question, each answer tells its time."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Taught = Sequence[Mapping[str, Any]]
Answer = Callable[[Mapping[str, Any]], dict[str, Any]]


def serve(prepare: Callable[[Taught], Answer]) -> None:
    """Prepare with the utterances of the first line, then answer until the input ends."""
    out, sys.stdout = sys.stdout, sys.stderr  # a library that prints must not be taken for an answer
    taught = json.loads(sys.stdin.readline())
    begun = time.perf_counter()
    answer = prepare(taught)
    _say(out, {"ready_ms": (time.perf_counter() - begun) * 1e3})
    for line in sys.stdin:
        question = json.loads(line)
        asked = time.perf_counter_ns()
        answered = answer(question)
        answered["us"] = (time.perf_counter_ns() - asked) / 1e3
        _say(out, answered)


def _say(out: Any, document: Mapping[str, Any]) -> None:
    out.write(json.dumps(document) + "\n")
    out.flush()
