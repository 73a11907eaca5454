"""What many conversations come to: success, turns, and how often every seed of a task succeeds."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable
from math import comb
from typing import Any

from msgspec import Struct

from benchmarks.simulator.episode import Episode


class Figures(Struct, frozen=True, kw_only=True):
    """`success`, `called` and `passes` (pass^1, pass^2, …) are shares from 0 to 1, `turns` are of successes."""

    episodes: int
    success: float
    passes: list[float]
    turns_median: float
    turns_p95: float
    called: float


def figures(episodes: list[Episode]) -> Figures:
    """Of one or more episodes, with as many seeds a task as the least-played has."""
    outcomes: dict[str, list[bool]] = {}
    for episode in episodes:
        outcomes.setdefault(episode.task.name, []).append(episode.succeeded)
    most = min(len(tries) for tries in outcomes.values())
    turns = sorted(episode.turns for episode in episodes if episode.succeeded) or [0]
    return Figures(
        episodes=len(episodes),
        success=sum(episode.succeeded for episode in episodes) / len(episodes),
        passes=[pass_hat(list(outcomes.values()), k) for k in range(1, most + 1)],
        turns_median=statistics.median(turns),
        turns_p95=turns[min(len(turns) * 95 // 100, len(turns) - 1)],
        called=sum(episode.called_a_person for episode in episodes) / len(episodes),
    )


def pass_hat(outcomes: list[list[bool]], k: int) -> float:
    """The chance that all of `k` seeds of a task succeed: of c successes in n tries, C(c, k) / C(n, k), unbiased."""
    chances = [comb(sum(tries), k) / comb(len(tries), k) for tries in outcomes]
    return sum(chances) / len(chances)


def table(episodes: list[Episode]) -> str:
    """Lines by goal, by persona, by clinic, and of everything."""
    seeds = len(figures(episodes).passes)
    head = f"{'':<26}{'episodes':>9}{'success':>9}{'turns':>7}{'p95':>5}{'called':>8}"
    lines = [head + "".join(f"{f'pass^{k}':>8}" for k in range(1, seeds + 1))]
    groups: tuple[tuple[str, Callable[[Episode], str]], ...] = (
        ("goal", lambda episode: episode.task.goal),
        ("persona", lambda episode: episode.task.persona),
        ("clinic", lambda episode: episode.task.clinic),
    )
    for title, group in groups:
        lines += ["", title]
        lines += [_line(name, figures(those)) for name, those in sorted(_grouped(episodes, group).items())]
    return "\n".join([*lines, "", _line("all", figures(episodes))])


def _grouped(episodes: Iterable[Episode], group: Callable[[Episode], str]) -> dict[str, list[Episode]]:
    found: dict[str, list[Episode]] = {}
    for episode in episodes:
        found.setdefault(group(episode), []).append(episode)
    return found


def _line(name: str, found: Figures) -> str:
    passes = "".join(f"{share:>8.1%}" for share in found.passes)
    turns = f"{found.turns_median:>7g}{found.turns_p95:>5g}"
    return f"  {name:<24}{found.episodes:>9}{found.success:>9.1%}{turns}{found.called:>8.1%}{passes}"


def told(episode: Episode) -> str:
    """A conversation and its verdict, to be read by a person."""
    verdict = "succeeded" if episode.succeeded else "FAILED"
    head = f"== {episode.task.name} seed {episode.seed}: {verdict} in {episode.turns} turns"
    return "\n".join([head, *episode.transcript, *(f"!! {one}" for one in episode.wrong)])


def document(episodes: list[Episode]) -> dict[str, Any]:
    """The same for machines: figures by goal, persona and clinic, and every failure with its transcript."""
    return {
        "all": figures(episodes),
        "goals": {k: figures(v) for k, v in sorted(_grouped(episodes, lambda e: e.task.goal).items())},
        "personas": {k: figures(v) for k, v in sorted(_grouped(episodes, lambda e: e.task.persona).items())},
        "clinics": {k: figures(v) for k, v in sorted(_grouped(episodes, lambda e: e.task.clinic).items())},
        "failures": [episode for episode in episodes if not episode.succeeded],
    }
