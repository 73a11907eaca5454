"""What is ruled out ("amanhã não posso", "nem de manhã") turned into the wish that is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.almanac import DAY
from atendeai.conversation.understanding.when.calendar import View, resolve
from atendeai.conversation.understanding.when.hours import (
    NOON,
    OPEN_END,
    OPEN_START,
    PARTS,
    Hours,
    overlap,
    settle_span,
)

_DAY = Hours(OPEN_START, OPEN_END)


def days_left(excluded: Iterable[n.Node], today: dt.date) -> tuple[dt.date, dt.date] | None:
    """From the day after the last one that cannot be; "a partir de sexta não posso" leaves the days before."""
    first, last = today, dt.date.max
    for node in excluded:
        days = resolve(node, View(today)) if isinstance(node, n.Day | n.Period) else None
        if days is None or days.last < today:
            continue
        if days.last == dt.date.max:
            last = days.first - DAY
        else:
            first = max(first, days.last + DAY)
    return (first, last) if (first, last) != (today, dt.date.max) and first <= last else None


def hours_left(excluded: Sequence[n.Node], opening: tuple[dt.time, dt.time]) -> Hours | None:
    """The hours on the free side of all that cannot be; None when that is no limit, or none are left."""
    left: Hours | None = _DAY
    for node in excluded:
        span = _span(node, opening)
        free = span and _free_side(span)
        left = overlap(left, free) if left and free else left
    return left if left != _DAY else None


def _span(node: n.Node, opening: tuple[dt.time, dt.time]) -> Hours | None:
    match node:
        case n.Part(name=name):
            return Hours(*PARTS[name])
        case n.ClockSpan():
            return settle_span(node, opening)
        case _:
            return None


def _free_side(span: Hours) -> Hours | None:
    """A morning leaves what follows it, an afternoon what went before; noon alone divides nothing."""
    if span.first == OPEN_START or span.last <= NOON:
        return Hours(span.last, OPEN_END)
    return None if span == PARTS["lunch"] else Hours(OPEN_START, span.first)
