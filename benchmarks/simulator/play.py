"""Which tasks are played, and their playing in one process or several."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.simulator.episode import Episode, Task, play
from benchmarks.simulator.goals import GOALS
from benchmarks.simulator.personas import PERSONAS
from benchmarks.simulator.scene import Scene, contexts


def tasks(goals: Sequence[str] = (), personas: Sequence[str] = (), clinics: Sequence[str] = ()) -> Iterator[Task]:
    """Tasks without end, every goal with every persona in every clinic before any again; only those named, if any."""
    known = tuple(contexts())
    for number in count():
        yield _task(number, goals or tuple(GOALS), personas or tuple(PERSONAS), clinics or known)


def _task(number: int, goals: Sequence[str], personas: Sequence[str], clinics: Sequence[str]) -> Task:
    rest, goal = divmod(number, len(goals))
    again, step = divmod(rest, len(personas))
    persona = (step * _coprime(len(personas)) + goal) % len(personas)
    return Task(
        goal=goals[goal],
        persona=personas[persona],
        clinic=clinics[(goal + step + again) % len(clinics)],
        number=number,
    )


def _coprime(size: int) -> int:
    """A step that visits every place of a ring, not in their order."""
    return next(step for step in (5, 7, 11, 1) if size % step)


def perform(chosen: list[Task], seeds: range, jobs: int = 1) -> list[Episode]:
    """Every task with every seed, in that order. Raises LookupError for a task that cannot be had."""
    if jobs == 1:
        return _performed(chosen, seeds)
    parts = [chosen[part::jobs] for part in range(jobs)]
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        played = pool.map(partial(_performed, seeds=seeds), parts, chunksize=1)
    order = {task.name: place for place, task in enumerate(chosen)}
    return sorted((one for part in played for one in part), key=lambda one: (order[one.task.name], one.seed))


def _performed(chosen: list[Task], seeds: range) -> list[Episode]:
    known = contexts()
    with tempfile.TemporaryDirectory() as scratch:
        scene = Scene(Path(scratch))
        try:
            return [play(scene, known, task, seed) for task in chosen for seed in seeds]
        finally:
            scene.close()
