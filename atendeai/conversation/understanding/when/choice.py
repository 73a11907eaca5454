"""Choose, among the days a message names, the ones it wishes for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set
from typing import NamedTuple

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.calendar import resolve
from atendeai.conversation.understanding.when.findings import DayFound
from atendeai.conversation.understanding.when.frames import frame_of, leans_on_period, within
from atendeai.conversation.understanding.when.reckoning import Days, View


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
    spans: set[tuple[dt.date, dt.date]] = set()
    for one in wishes or meant:
        if _known(one, spans):
            continue
        spans.add(one.days[:2])
        merged = _merge(kept[-1], one) if kept else None
        if merged is not None:
            kept[-1] = merged
            spans.add(merged.days[:2])
            continue
        if kept and not _is_alternative(kept[-1], one):
            if one.found.joiner != "correction":
                left.update(other.place for other in kept)
            doubts = [other.days.first for other in kept] if one.found.joiner in ("none", "words") else []
            kept, spans = [], {one.days[:2]}
        kept.append(one)
    kept, of_week = _in_one_week(kept, today)
    return Chosen(tuple(kept), tuple(doubts), frozenset(left), frame or of_week)


def _resolve_all(found: Sequence[DayFound], today: dt.date) -> tuple[list[Meant], Days | None]:
    """Every day that exists; a week or month beside a weekday or day number frames it and counts no more itself."""
    meant: list[Meant] = []
    framing: set[int] = set()
    frame = None
    anchors = _anchors(found)
    for index, one in enumerate(found):
        view = View(today, one.mood)
        days = None
        for at in _frames_of(index, found, anchors[index]):
            period = resolve(frame_of(found[at].node) or found[at].node, view)
            days = period and within(one.node, period, view)
            if days is not None:
                frame = period
                framing.add(at)
                break
        days = days or resolve(one.node, view)
        if days is not None:
            meant.append(Meant(index, one, days, _is_past(days, one, today)))
    return [one for one in meant if one.place not in framing], frame


def _anchors(found: Sequence[DayFound]) -> list[int]:
    """For each day the place of what stands before it and its alternatives; its own where nothing does."""
    anchors: list[int] = []
    before = 0
    for index, one in enumerate(found):
        anchors.append(index if one.joiner in ("to", "correction") else before)
        if index == 0 or one.joiner not in ("or", "and") or not leans_on_period(one.node):
            before = index
    return anchors


def _frames_of(index: int, found: Sequence[DayFound], at: int) -> list[int]:
    """The week or month before it, at `at`, then the one right after it."""
    if not leans_on_period(found[index].node):
        return []
    frames: list[int] = []
    # "a partir de segunda, de preferência quinta": a stretch frames a day, not another stretch.
    stretched = isinstance(found[at].node, n.Stretch) and not isinstance(found[index].node, n.Stretch)
    if at < index and (stretched or frame_of(found[at].node)) and found[at + 1].joiner != "or":
        frames.append(at)
    after = index + 1
    if after < len(found) and frame_of(found[after].node) and found[after].joiner in ("none", "and"):
        frames.append(after)
    return frames


def _is_past(days: Days, found: DayFound, today: dt.date) -> bool:
    return days.last < today or (found.mood == "past" and days.first <= today)


def _is_alternative(before: Meant, one: Meant) -> bool:
    """ "quinta ou sexta", and "seg qua sex" without a word between."""
    plain = isinstance(before.found.node, n.Weekday) and isinstance(one.found.node, n.Weekday)
    return one.found.joiner in ("or", "and") or (plain and one.found.joiner == "none")


def _known(one: Meant, spans: Set[tuple[dt.date, dt.date]]) -> bool:
    """ "hoje, quarta" said on a Wednesday names one day twice."""
    if isinstance(one.found.node, n.Weekday) and one.found.joiner != "or":
        return any((day, day) in spans for day in (one.days.first, *one.days.others))
    return one.days[:2] in spans and not one.days.undecided


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
