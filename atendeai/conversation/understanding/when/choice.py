"""Choose, among the days a message names, the ones it wishes for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.calendar import Days, View, leans_on_period, resolve, within
from atendeai.conversation.understanding.when.findings import DayFound

_FRAMES = (n.Week, n.WeekOf, n.NthWeek, n.Month, n.MonthFromNow, n.Slice)


class Meant(NamedTuple):
    """One day found, and resolved; `place` is its place among the findings."""

    place: int
    found: DayFound
    days: Days
    past: bool


class Chosen(NamedTuple):
    """Several `meant` are alternatives. `doubts` were named and passed over; `left` are the findings that count no
    more, nor do the hours said with them; `frame` is the week or month that the alternatives fall in."""

    meant: tuple[Meant, ...] = ()
    doubts: tuple[dt.date, ...] = ()
    left: frozenset[int] = frozenset()
    frame: Days | None = None


def choose(found: Sequence[DayFound], today: dt.date) -> Chosen:
    """What lies behind gives way to what lies ahead; a later day replaces an earlier one unless "ou" or "e" joins."""
    meant, frame = _resolve_all(found, today)
    wishes = [one for one in meant if not one.past]
    left = {one.place for one in meant if one.past} if wishes else set()
    kept: list[Meant] = []
    doubts: list[dt.date] = []
    for one in wishes or meant:
        if any(_same(one, other) for other in kept):
            continue
        merged = _merge(kept[-1], one) if kept else None
        if merged is not None:
            kept[-1] = merged
            continue
        if kept and not _is_alternative(kept[-1], one):
            if one.found.joiner != "correction":
                left.update(other.place for other in kept)
            doubts = [other.days.first for other in kept] if one.found.joiner in ("none", "words") else []
            kept = []
        kept.append(one)
    kept, of_week = _in_one_week(kept, today)
    return Chosen(tuple(kept), tuple(doubts), frozenset(left), frame or of_week)


def _resolve_all(found: Sequence[DayFound], today: dt.date) -> tuple[list[Meant], Days | None]:
    """Every day that exists; a week or month beside a weekday or day number frames it and counts no more itself."""
    meant: list[Meant] = []
    framing: set[int] = set()
    frame = None
    for index, one in enumerate(found):
        view = View(today, one.mood)
        days = None
        for at in _frames_of(index, found):
            period = resolve(found[at].node, view)
            days = period and within(one.node, period, view)
            if days is not None:
                frame = period
                framing.add(at)
                break
        days = days or resolve(one.node, view)
        if days is not None:
            meant.append(Meant(index, one, days, _is_past(days, one, today)))
    return [one for one in meant if one.place not in framing], frame


def _frames_of(index: int, found: Sequence[DayFound]) -> list[int]:
    """The week or month before it, across alternatives, then the one right after it."""
    if not leans_on_period(found[index].node):
        return []
    frames: list[int] = []
    at = index
    while at > 0 and (at == index or found[at].joiner in ("or", "and")) and leans_on_period(found[at].node):
        if found[at].joiner in ("to", "correction"):
            break
        at -= 1
    # "a partir de segunda, de preferência quinta": a stretch frames a day, not another stretch.
    before = _FRAMES if isinstance(found[index].node, n.Stretch) else (*_FRAMES, n.Stretch)
    if at < index and isinstance(found[at].node, before) and found[at + 1].joiner != "or":
        frames.append(at)
    after = index + 1
    if after < len(found) and isinstance(found[after].node, _FRAMES) and found[after].joiner in ("none", "and"):
        frames.append(after)
    return frames


def _is_past(days: Days, found: DayFound, today: dt.date) -> bool:
    return days.last < today or (found.mood == "past" and days.first <= today)


def _is_alternative(before: Meant, one: Meant) -> bool:
    """ "quinta ou sexta", and "seg qua sex" without a word between."""
    plain = isinstance(before.found.node, n.Weekday) and isinstance(one.found.node, n.Weekday)
    return one.found.joiner in ("or", "and") or (plain and one.found.joiner == "none")


def _same(one: Meant, other: Meant) -> bool:
    """ "hoje, quarta" said on a Wednesday names one day twice."""
    if isinstance(one.found.node, n.Weekday) and one.found.joiner != "or" and other.days.first in one.days.others:
        return other.days.first == other.days.last
    return one.days[:2] == other.days[:2] and not one.days.undecided


def _merge(before: Meant, one: Meant) -> Meant | None:
    """Two readings of one wish: "a partir de segunda, até quinta" meet, of a week and its Friday the Friday counts."""
    if one.found.joiner in ("or", "correction", "to"):
        return None
    first, last = max(before.days.first, one.days.first), min(before.days.last, one.days.last)
    if first > last:
        return None
    half_open = dt.date.min in (before.days.first, one.days.first) or dt.date.max in (before.days.last, one.days.last)
    if half_open and dt.date.min < first and last < dt.date.max:
        return one._replace(days=Days(first, last))
    narrower = (first, last)
    return next((m for m in (one, before) if m.days[:2] == narrower), None)


def _in_one_week(kept: list[Meant], today: dt.date) -> tuple[list[Meant], Days | None]:
    """ "terça ou quinta da semana que vem": the week said with the last weekday holds for all."""
    if len(kept) < 2 or not isinstance(kept[-1].found.node, n.WeekdayOf):
        return kept, None
    view = View(today, kept[-1].found.mood)
    return kept, resolve(kept[-1].found.node.week, view)
