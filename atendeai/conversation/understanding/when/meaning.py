"""Weigh the findings of a message into one wish for a moment."""

from __future__ import annotations

import datetime as dt

from atendeai.conversation.understanding.model import When
from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.bare_hours import with_bare_hours
from atendeai.conversation.understanding.when.choice import Chosen, Meant, choose
from atendeai.conversation.understanding.when.exclusions import days_left, hours_left
from atendeai.conversation.understanding.when.findings import Findings
from atendeai.conversation.understanding.when.hours import Hours, overlap
from atendeai.conversation.understanding.when.timing import Opening, timing


def weigh(found: Findings, now: dt.datetime, opening: Opening) -> When:
    """`found` as one wish, as seen from `now` by a clinic with that opening (two wall times)."""
    if found.instants and not found.days and not found.hours:
        return _instant(found, now)
    found = with_bare_hours(found, now.date())
    chosen = choose(found.days, now.date())
    time, time_range, looked_back = timing(found.hours, chosen.left, bool(chosen.meant), opening)
    day = _day(chosen, tuple(found.weekdays))
    excluded = {index for node in found.excluded for index in weekday_indices(node)}
    outright = [node for node in found.excluded if not weekday_indices(node)]
    if not day:
        day = When(date_range=days_left(outright, now.date()))
    if time is None:
        time_range = _narrowed(time_range, hours_left(outright, opening))
    return When(
        date=day.date,
        date_range=day.date_range,
        candidates=day.candidates,
        weekdays=tuple(index for index in day.weekdays if index not in excluded),
        time=time,
        time_range=time_range,
        excluded_weekdays=tuple(sorted(excluded)),
        earliest=found.earliest,
        anytime=found.anytime,
        past=day.past if chosen.meant else looked_back,
    )


def _narrowed(wished: tuple[dt.time, dt.time] | None, left: Hours | None) -> tuple[dt.time, dt.time] | None:
    """The wish within what is left; what is wished for outweighs what is ruled out."""
    if left is None:
        return wished
    begin, end = left if wished is None else overlap(Hours(*wished), left) or wished
    return begin, end


def _instant(found: Findings, now: dt.datetime) -> When:
    """ "daqui a 2 horas", "agora"; the last one said counts."""
    minutes = found.instants[-1].minutes
    moment = now + dt.timedelta(minutes=minutes)
    return When(
        date=moment.date(),
        time=moment.time().replace(second=0, microsecond=0, tzinfo=None),
        earliest=found.earliest or minutes == 0,
        anytime=found.anytime,
        past=minutes < 0,
    )


def _day(chosen: Chosen, recurring: tuple[int, ...]) -> When:
    """The day's share of the wish."""
    weekdays = tuple(sorted(set(recurring)))
    match chosen.meant:
        case ():
            return When(weekdays=weekdays)
        case (only,):
            return _one_day(only, chosen, weekdays)
        case several:
            return _several_days(several, chosen, weekdays)


def _one_day(only: Meant, chosen: Chosen, weekdays: tuple[int, ...]) -> When:
    days, node = only.days, only.found.node
    others = tuple(day for day in dict.fromkeys((*days.others, *chosen.doubts)) if day != days.first or days.undecided)
    if days.undecided:
        return When(candidates=others, weekdays=weekdays)
    if weekdays and isinstance(node, n.Weekday) and only.found.joiner in ("or", "and"):
        return When(weekdays=tuple(sorted({*weekdays, node.index})))
    if days.first == days.last:
        return When(date=days.first, candidates=others, weekdays=weekdays, past=only.past)
    inside = weekday_indices(node) if isinstance(node, n.Stretch) else ()
    return When(
        date_range=(days.first, days.last),
        candidates=others,
        weekdays=tuple(sorted({*weekdays, *inside})),
        past=only.past,
    )


def _several_days(several: tuple[Meant, ...], chosen: Chosen, weekdays: tuple[int, ...]) -> When:
    """Weekdays become a restriction, single days candidates, anything longer one range around it all."""
    past = all(one.past for one in several)
    nodes = tuple(one.found.node for one in several)
    if all(isinstance(node, n.Weekday | n.WeekdayOf) for node in nodes):
        named = {index for node in nodes for index in weekday_indices(node)}
        frame = chosen.frame and (chosen.frame.first, chosen.frame.last)
        return When(weekdays=tuple(sorted({*weekdays, *named})), date_range=frame, past=past)
    if all(one.days.first == one.days.last for one in several):
        return When(candidates=tuple(dict.fromkeys(one.days.first for one in several)), weekdays=weekdays, past=past)
    first, last = min(one.days.first for one in several), max(one.days.last for one in several)
    return When(date_range=(first, last), weekdays=weekdays, past=past)


def weekday_indices(node: n.Node) -> tuple[int, ...]:
    """The weekdays a node names: one, a list, or "de segunda a quinta"."""
    match node:
        case n.Weekday(index=index) | n.WeekdayOf(index=index):
            return (index,)
        case n.Weekdays(indices=indices):
            return indices
        case n.Stretch(first=n.Weekday(index=first), last=n.Weekday(index=last)):
            return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))
        case _:
            return ()
