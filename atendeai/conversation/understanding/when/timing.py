"""Choose, among the hours a message names, the time or span it wishes for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import NamedTuple, TypeVar, assert_never

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.build_parts import parted
from atendeai.conversation.understanding.when.findings import HourFound, Joiner
from atendeai.conversation.understanding.when.hours import PARTS, Hours, hour_from, hull, overlap, settle, settle_span

Opening = tuple[dt.time, dt.time]
Moment = TypeVar("Moment", n.Clock, n.ClockSpan, n.Part)


class Timing(NamedTuple):
    """`looked_back` says that the hours were told in the past tense."""

    time: dt.time | None = None
    time_range: tuple[dt.time, dt.time] | None = None
    looked_back: bool = False


class _Sorted(NamedTuple):
    clocks: list[n.Clock]
    spans: list[n.ClockSpan]
    parts: list[n.Part]


def timing(found: Sequence[HourFound], left: Collection[int], with_day: bool, opening: Opening) -> Timing:
    """`left` are the days that count no more: their hours go with them. `with_day` says that a day is wished for."""
    told = [one for one in found if one.day is None or one.day not in left]
    ahead = [one for one in told if one.mood == "future"]
    standing = ahead or ([] if with_day and left else told)
    if not standing:
        return Timing()
    hours = _sort(standing)
    looked_back = not ahead and bool(told)
    part = hours.parts[-1] if hours.parts else None
    clocks = [parted(clock, part) if part else clock for clock in hours.clocks]
    if len(clocks) == 1 and not clocks[0].loose:
        return Timing(time=settle(clocks[0], opening), looked_back=looked_back)
    span = _span(clocks, hours, opening)
    return Timing(time_range=span and (span.first, span.last), looked_back=looked_back)


def _span(clocks: Sequence[n.Clock], hours: _Sorted, opening: Opening) -> Hours | None:
    if clocks:
        return hull(hour_from(settle(clock, opening)) for clock in clocks)
    daytime = hull(Hours(*PARTS[part.name]) for part in hours.parts) if hours.parts else None
    if not hours.spans:
        return daytime
    meeting: Hours | None = None
    for span in hours.spans:
        settled = settle_span(_parted_span(span, hours.parts), opening)
        # Two limits meet; "das 8 às 12 e das 14 às 18" is everything between.
        both = meeting and settled and (overlap(meeting, settled) or hull((meeting, settled)))
        meeting = both or meeting or settled
    return (daytime and meeting and overlap(daytime, meeting)) or meeting


def _parted_span(span: n.ClockSpan, parts: Sequence[n.Part]) -> n.ClockSpan:
    if not parts:
        return span
    part = parts[-1]
    return n.ClockSpan(span.first and parted(span.first, part), span.last and parted(span.last, part))


def _sort(found: Sequence[HourFound]) -> _Sorted:
    """By kind; a correction replaces what stood, and so does a plain repetition except among limits."""
    hours = _Sorted([], [], [])
    for one in found:
        match one.node:
            case n.Clock():
                _add(hours.clocks, one.node, one.joiner, ("or", "and"))
            case n.Part():
                _add(hours.parts, one.node, one.joiner, ("or", "and"))
            case n.ClockSpan():
                _add(hours.spans, one.node, one.joiner, ("or", "and", "words", "none"))
            case _:
                assert_never(one.node)
    return hours


def _add(standing: list[Moment], moment: Moment, joiner: Joiner, beside: tuple[Joiner, ...]) -> None:
    if joiner not in beside:
        standing.clear()
    standing.append(moment)
