"""Scripted patients talk to the receptionist; the clinic's file says how many got what they came for.

    python -m benchmarks.simulator [--episodes 1404] [--seeds 3] [--goal G] [--persona P] [--clinic C]
        [--show failed|all] [--json] [--jobs 1] [--skip N]

A task is who wants what where; each of its seeds says it differently. pass^k is the chance that k seeds of a task
all succeed.
"""

from __future__ import annotations

import argparse
import sys
import time

import msgspec

from benchmarks.simulator.goals import GOALS
from benchmarks.simulator.personas import PERSONAS
from benchmarks.simulator.play import perform, tasks
from benchmarks.simulator.report import document, table, told
from benchmarks.simulator.scene import CONTEXTS


def main() -> None:
    given = _asked()
    number = max(1, given.episodes // given.seeds)
    endless = tasks(given.goal, given.persona, given.clinic)
    chosen = [next(endless) for _ in range(given.skip + number)][given.skip :]
    begun = time.perf_counter()
    episodes = perform(chosen, range(given.seeds), given.jobs)
    spent = time.perf_counter() - begun
    if given.json:
        sys.stdout.buffer.write(msgspec.json.encode(document(episodes)) + b"\n")
        return
    for episode in episodes:
        if given.show == "all" or (given.show == "failed" and not episode.succeeded):
            print(told(episode) + "\n")
    print(table(episodes))
    print(f"{len(episodes)} conversations in {spent:.0f} s")


def _asked() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--episodes", type=int, default=1404, help="conversations in all")
    asked.add_argument("--seeds", type=int, default=3, help="conversations of each task")
    asked.add_argument("--goal", action="append", default=[], choices=GOALS)
    asked.add_argument("--persona", action="append", default=[], choices=PERSONAS)
    asked.add_argument("--clinic", action="append", default=[], choices=CONTEXTS)
    asked.add_argument("--show", type=str.lower, choices=("failed", "all"), help="print these conversations")
    asked.add_argument("--json", action="store_true", help="figures and failures as one JSON document")
    asked.add_argument("--jobs", type=int, default=1, help="processes")
    asked.add_argument("--skip", type=int, default=0, help="tasks to leave out at the beginning")
    return asked.parse_args()


if __name__ == "__main__":
    main()
