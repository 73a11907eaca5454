"""Every engine on every set, one after the other, within a limit of time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from benchmarks.understanding import ours
from benchmarks.understanding.baselines import Baseline
from benchmarks.understanding.child import Child, NoAnswer
from benchmarks.understanding.figures import Alarms, Figures, Guess, alarms, figures
from benchmarks.understanding.moments import MomentFigures, Reading, moment_figures
from benchmarks.understanding.sets import Message, Moment, Sets, words_of

# What every engine reads before it is timed, so that nobody pays for a cold start within a figure.
WARM_UP = 200
WARM_MOMENTS = (
    "amanhã às 15h",
    "sexta de manhã",
    "dia 20",
    "semana que vem",
    "10/12 às 8:30",
    "hoje",
    "daqui a 3 dias",
)


class Measured(Struct, frozen=True, kw_only=True):
    """One engine: figures by set, and how long it took until it could answer (loading, or being taught)."""

    name: str
    ready_ms: float
    messages: dict[str, Figures] = {}
    alarms: dict[str, Alarms] = {}
    moments: dict[str, MomentFigures] = {}


class Skipped(Struct, frozen=True):
    name: str
    why: str


class Outcome(Struct, frozen=True, kw_only=True):
    """What a run comes to; `threshold` is the confidence below which the receptionist asks back."""

    threshold: float
    model: ours.Model
    engines: list[Measured]
    skipped: list[Skipped]


Hear = Callable[[Message], Guess]
Read = Callable[[Moment], Reading]


def measure(
    sets: Sets,
    taught: Sequence[Message],
    baselines: Iterable[Baseline],
    seconds: float,
    begins: Callable[[str], None] = lambda name: None,
) -> Outcome:
    """Ours first, then each baseline for as long as the limit allows; `begins` is told whose turn it is."""
    until = time.monotonic() + seconds
    model = ours.load()
    context = ours.clinic()
    engines = [_ours(sets, taught, model, lambda message: ours.hear(message, context))]
    skipped: list[Skipped] = []
    for baseline in baselines:
        asked = sets.moments if baseline.kind == "moments" else sets.messages or sets.emergencies
        if not asked:
            continue
        begins(baseline.name)
        found = _beside(baseline, sets, taught, until - time.monotonic())
        if isinstance(found, Measured):
            engines.append(found)
        else:
            skipped.append(found)
    return Outcome(threshold=ours.THRESHOLD, model=model, engines=engines, skipped=skipped)


def _ours(sets: Sets, taught: Sequence[Message], model: ours.Model, hear: Hear) -> Measured:
    found, alarm = _hearing(sets, taught, hear)
    return Measured(
        name=ours.NAME, ready_ms=model.load_ms, messages=found, alarms=alarm, moments=_reading(sets, ours.read)
    )


def _beside(baseline: Baseline, sets: Sets, taught: Sequence[Message], seconds: float) -> Measured | Skipped:
    why = baseline.missing() or ("" if seconds > 0 else "the time for the whole run was over")
    if why:
        return Skipped(baseline.name, why)
    try:
        with Child(baseline.command(), baseline.environment(), seconds) as child:
            if baseline.kind == "moments":
                ready = child.ask([])["ready_ms"]
                return Measured(name=baseline.name, ready_ms=ready, moments=_reading(sets, _reader(child)))
            ready = child.ask([{**_question(one), "intents": one.intents} for one in taught])["ready_ms"]
            found, alarm = _hearing(sets, taught, _hearer(child))
            return Measured(name=baseline.name, ready_ms=ready, messages=found, alarms=alarm)
    except NoAnswer as silence:
        return Skipped(baseline.name, f"it {silence}")


def _hearing(sets: Sets, taught: Sequence[Message], hear: Hear) -> tuple[dict[str, Figures], dict[str, Alarms]]:
    for message in taught[:: max(1, len(taught) // WARM_UP)]:
        hear(message)
    every = sets.messages | sets.emergencies
    heard = {name: [hear(one) for one in those] for name, those in every.items()}
    words = frozenset(words_of(message.text) for message in taught)
    return (
        {
            name: figures(those, heard[name], threshold=ours.THRESHOLD, taught=words)
            for name, those in sets.messages.items()
        },
        {name: alarms(those, heard[name]) for name, those in every.items()},
    )


def _reading(sets: Sets, read: Read) -> dict[str, MomentFigures]:
    for text in WARM_MOMENTS if sets.moments else ():
        read(Moment(text=text, reference=ours.NOW, accepted=()))
    return {name: moment_figures(those, [read(one) for one in those]) for name, those in sets.moments.items()}


def _hearer(child: Child) -> Hear:
    def hear(message: Message) -> Guess:
        heard = child.ask(_question(message))
        return Guess(intents=tuple(heard["intents"]), confidence=heard["confidence"], microseconds=heard["us"])

    return hear


def _reader(child: Child) -> Read:
    def read(moment: Moment) -> Reading:
        asked = {"text": moment.text, "reference": moment.reference.isoformat(), "language": moment.language}
        found = child.ask(asked)
        return Reading(answers=tuple(found["answers"]), microseconds=found["us"])

    return read


def _question(message: Message) -> Mapping[str, Any]:
    """What had been asked before is told as a word, so that a baseline can learn from it as ours does."""
    before = f"expects{message.expects.replace('_', '')} " if message.expects else ""
    return {"text": before + message.text, "language": message.language}
