"""The figures as tables for people."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from benchmarks.understanding.measure import Measured, Outcome
from benchmarks.understanding.moments import KINDS, MomentFigures, Share
from benchmarks.understanding.sets import Sets

CONFUSIONS = 12
_WIDTH = 120  # where there is no terminal
_LEGEND = """\
accuracy: of the leading intent; unseen: without messages whose words stand in the training data as they are; ECE:
expected calibration error over ten bins; asked: asked back, for a confidence below {threshold:g}; answered: accuracy on
the others; several: mean F1 of the sets of intents where a message says several; ready: loading, or being taught.
"""


def show(outcome: Outcome, sets: Sets) -> None:
    """Print everything; no message of a set is ever shown."""
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    for name, those in sets.messages.items():
        unseen = outcome.engines[0].messages[name].unseen_of
        console.print(_intents(f"{name}: {len(those)} messages, {unseen} unseen", name, outcome))
    if sets.messages:
        console.print(_LEGEND.format(threshold=outcome.threshold))
    if sets.emergencies:
        console.print(_alarms("Emergencies and near misses", sets.emergencies, outcome.engines))
    if sets.messages:
        console.print(_alarms("Emergencies among all messages above", sets.messages, outcome.engines))
        console.print(_confusions(outcome.engines[0]))
    for name, lines in sets.moments.items():
        console.print(_moments(f"{name}: {len(lines)} moments", name, outcome))
        if (sources := _sources(name, outcome)) is not None:
            console.print(sources)
    model = outcome.model
    console.print(f"Our classifier: {model.bytes:,} bytes, loaded in {model.load_ms:.0f} ms.")
    if not model.current:
        console.print("It was taught other utterances than the baselines: those have changed since `make train`.")
    for one in outcome.skipped:
        console.print(f"Skipped {one.name}: {one.why}.", markup=False)


def _intents(title: str, name: str, outcome: Outcome) -> Table:
    heads = ("accuracy", "unseen", "macro-F1", "ECE", "asked", "answered", "several", "µs p50", "µs p99", "ready")
    table = _table(title, heads)
    for engine in outcome.engines:
        if name in engine.messages:
            found = engine.messages[name]
            table.add_row(
                engine.name,
                *map(_percent, (found.accuracy, found.unseen, found.macro_f1)),
                f"{found.calibration_error:.3f}",
                *map(_percent, (found.asked_back, found.right_if_answered)),
                _percent(found.several_f1) if found.several else "–",
                *_times(found.p50_us, found.p99_us),
                _duration(engine.ready_ms),
            )
    return table


def _alarms(title: str, names: Iterable[str], engines: Sequence[Measured]) -> Table:
    table = _table(title, ("heard", "recall", "false alarms", "share"))
    for engine in engines:
        those = [engine.alarms[name] for name in names if name in engine.alarms]
        if those:
            heard = Share(sum(one.heard for one in those), sum(one.emergencies for one in those))
            false = Share(sum(one.false_alarms for one in those), sum(one.others for one in those))
            cells = [(f"{one.right} of {one.of}", _percent(one.share)) for one in (heard, false)]
            table.add_row(engine.name, *cells[0], *cells[1])
    return table


def _confusions(engine: Measured) -> Table:
    counted: dict[tuple[str, str], int] = {}
    for found in engine.messages.values():
        for one in found.confusions:
            counted[one.said, one.heard] = counted.get((one.said, one.heard), 0) + one.count
    most = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    table = _table(f"{engine.name}: leading intents taken for others", ("taken for", "times"), first="said")
    for (said, heard), count in most[:CONFUSIONS]:
        table.add_row(said, heard, str(count))
    rest = sum(count for _, count in most[CONFUSIONS:])
    table.add_row(f"{len(most[CONFUSIONS:])} other pairs", "", str(rest))
    return table


def _moments(title: str, name: str, outcome: Outcome) -> Table:
    kinds = [kind for kind in KINDS if any(kind in found.kinds for found in _of(outcome, name))]
    table = _table(title, ("exact", *(_KIND_HEADS[kind] for kind in kinds), "µs p50", "µs p99"))
    for engine in outcome.engines:
        if name in engine.moments:
            found = engine.moments[name]
            shares = [found.exact, *(found.kinds[kind] for kind in kinds)]
            times = _times(found.p50_us, found.p99_us)
            table.add_row(engine.name, *(_percent(one.share) for one in shares), *times)
    return table


def _sources(name: str, outcome: Outcome) -> Table | None:
    """Exact matches by where the lines come from; None where that is but one place."""
    sources = sorted({source for found in _of(outcome, name) for source in found.sources})
    if len(sources) < 2:
        return None
    table = _table(f"{name}: exact, by the source of the lines", sources)
    for engine in outcome.engines:
        if name in engine.moments:
            found = engine.moments[name].sources
            table.add_row(engine.name, *(_percent(found[source].share) for source in sources))
    return table


_KIND_HEADS = {"point": "points only", "range": "ranges", "wish": "other wishes", "nothing": "nothing to find"}


def _of(outcome: Outcome, name: str) -> list[MomentFigures]:
    return [engine.moments[name] for engine in outcome.engines if name in engine.moments]


def _table(title: str, heads: Sequence[str], first: str = "") -> Table:
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column(first, no_wrap=True)
    for head in heads:
        table.add_column(head, justify="right")
    return table


def _percent(share: float) -> str:
    return f"{share:.1%}"


def _times(*microseconds: float) -> list[str]:
    return [f"{one:,.0f}" for one in microseconds]


def _duration(ms: float) -> str:
    return f"{ms:.0f} ms" if ms < 1000 else f"{ms / 1000:.0f} s"
