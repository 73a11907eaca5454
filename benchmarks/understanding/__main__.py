"""How well messages are understood, on a test split written apart from the training data, beside named baselines.

    python -m benchmarks.understanding [--data FILE]… [--only NAME]… [--no-baselines] [--json] [--limit 300]

`--data` measures other files instead (intents as `intent: message` lines or JSON lines, moments as JSON lines).
Everything runs on one core, one engine after the other. A baseline whose package is missing is skipped: `make
bench-baselines` installs them.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

import msgspec

from benchmarks.understanding.baselines import BASELINES
from benchmarks.understanding.measure import measure
from benchmarks.understanding.report import show
from benchmarks.understanding.sets import frozen_paths, read_sets, training_messages

LIMIT = 300.0  # seconds for the whole run


def main() -> None:
    asked = _asked()
    begun = time.monotonic()
    try:
        sets = read_sets(asked.data or frozen_paths())
    except (ValueError, OSError) as error:
        sys.exit(f"{error}")
    _on_one_core()
    beside = [] if asked.no_baselines else [one for one in BASELINES if _wanted(one.name, asked.only)]
    outcome = measure(sets, training_messages(), beside, asked.limit, _begins)
    if asked.json:
        sys.stdout.buffer.write(msgspec.json.encode(outcome) + b"\n")
        return
    show(outcome, sets)
    print(f"{time.monotonic() - begun:.0f} s")


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, action="append", default=[], metavar="FILE", help="measure these instead")
    asked.add_argument("--only", action="append", default=[], metavar="NAME", help="only baselines of that name")
    asked.add_argument("--no-baselines", action="store_true", help="only our own figures")
    asked.add_argument("--json", action="store_true", help="figures as one JSON document")
    asked.add_argument("--limit", type=float, default=LIMIT, metavar="SECONDS", help="for the whole run")
    return asked.parse_args()


def _wanted(name: str, only: list[str]) -> bool:
    return not only or any(part.lower() in name.lower() for part in only)


def _begins(name: str) -> None:
    print(f"{name} …", file=sys.stderr)


def _on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


if __name__ == "__main__":
    main()
