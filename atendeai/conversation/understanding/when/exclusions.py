"""What is ruled out ("amanhã não posso", "nem de manhã"): weekdays, days, hours, or all on one side of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.almanac import DAY
from atendeai.conversation.understanding.when.calendar import resolve
from atendeai.conversation.understanding.when.frames import leans_on_period, within
from atendeai.conversation.understanding.when.hours import (
    OPEN_END,
    OPEN_START,
    PARTS,
    Hours,
    hour_from,
    overlap,
    settle,
    settle_span,
)
from atendeai.conversation.understanding.when.reckoning import Days, View

# A longer absence is told by where it ends: nobody lists its days.
_LISTED = 62


class Ruled(NamedTuple):
    """`days` and `hours` are what remains beside an absence that is open at one end; None when nothing is limited."""

    weekdays: tuple[int, ...] = ()
    dates: tuple[dt.date, ...] = ()
    times: tuple[Hours, ...] = ()
    days: tuple[dt.date, dt.date] | None = None
    hours: Hours | None = None


def rule_out(
    excluded: Sequence[n.Node], today: dt.date, opening: tuple[dt.time, dt.time], frame: Days | None = None
) -> Ruled:
    """All that cannot be, as seen from `today` by a clinic with that opening (two wall times).

    `frame` is the week or month wished for, which tells "menos dia 5".
    """
    weekdays = {index for node in excluded for index in recurring(node)}
    absences = [days for node in excluded if not recurring(node) for days in _absence(node, today, frame)]
    dates = {day for days in absences if _listable(days) for day in _each(days, today)}
    spans = [span for node in excluded if (span := _span(node, opening)) is not None]
    closed = {span for span in spans if not _one_sided(span)}
    return Ruled(
        tuple(sorted(weekdays)),
        tuple(sorted(dates)),
        tuple(sorted(closed)),
        _days_left([days for days in absences if not _listable(days)], today),
        _hours_left([span for span in spans if _one_sided(span)]),
    )


def recurring(node: n.Node) -> tuple[int, ...]:
    """The weekdays that a node names without saying of which week: one, a list, or "de segunda a quinta"."""
    match node:
        case n.Weekday(index=index, turn="bare"):
            return (index,)
        case n.Weekdays(indices=indices):
            return indices
        case n.Weekend(turn="bare"):
            return (5, 6)
        case n.Stretch(first=n.Weekday(index=first, turn="bare"), last=n.Weekday(index=last, turn="bare")):
            return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))
        case _:
            return ()


def _absence(node: n.Node, today: dt.date, frame: Days | None) -> Iterator[Days]:
    if not isinstance(node, n.Day | n.Period):
        return
    framed = within(node, frame, View(today)) if frame and leans_on_period(node) else None
    days = framed or resolve(node, View(today))
    if days is not None and days.last >= today:
        yield days


def _listable(days: Days) -> bool:
    return days.first != dt.date.min and days.last != dt.date.max and (days.last - days.first).days < _LISTED


def _each(days: Days, today: dt.date) -> Iterator[dt.date]:
    day = max(days.first, today)
    while day <= days.last:
        yield day
        day += DAY


def _days_left(absences: Sequence[Days], today: dt.date) -> tuple[dt.date, dt.date] | None:
    """From the day after the last one that cannot be; "a partir de sexta não posso" leaves the days before."""
    first, last = today, dt.date.max
    for days in absences:
        if days.last == dt.date.max or days.first > today:
            last = min(last, days.first - DAY)
        else:
            first = max(first, days.last + DAY)
    return (first, last) if (first, last) != (today, dt.date.max) and first <= last else None


def _span(node: n.Node, opening: tuple[dt.time, dt.time]) -> Hours | None:
    match node:
        case n.Part(name=name):
            return Hours(*PARTS[name])
        case n.Clock():
            return hour_from(settle(node, opening))
        case n.ClockSpan():
            return settle_span(node, opening)
        case _:
            return None


def _one_sided(span: Hours) -> bool:
    """Open at one end, as only "antes das 9" and "depois das 17" are."""
    return span.last == OPEN_END or span.first == OPEN_START


def _hours_left(spans: Sequence[Hours]) -> Hours | None:
    left: Hours | None = None
    for span in spans:
        free = Hours(OPEN_START, span.first) if span.last == OPEN_END else Hours(span.last, OPEN_END)
        if free.first < free.last:
            left = overlap(left, free) or left if left else free
    return left
