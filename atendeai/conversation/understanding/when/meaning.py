"""Weigh the findings of a message into one wish for a moment."""

from __future__ import annotations

import datetime as dt

from atendeai.conversation.understanding.model import When
from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.bare_hours import with_bare_hours
from atendeai.conversation.understanding.when.calendar import resolve
from atendeai.conversation.understanding.when.choice import Chosen, Meant, choose
from atendeai.conversation.understanding.when.exclusions import Ruled, recurring, rule_out
from atendeai.conversation.understanding.when.findings import Findings
from atendeai.conversation.understanding.when.hours import Hours, overlap
from atendeai.conversation.understanding.when.reckoning import Days, View
from atendeai.conversation.understanding.when.timing import Opening, timing

_Span = tuple[dt.time, dt.time] | None


def weigh(found: Findings, now: dt.datetime, opening: Opening) -> When:
    """`found` as one wish, as seen from `now` by a clinic with that opening (two wall times)."""
    if found.instants and not found.days and not found.hours:
        return _instant(found, now)
    found = with_bare_hours(found, now.date())
    chosen = choose(found.days, now.date())
    ruled = rule_out(found.excluded, now.date(), opening, _frame(chosen))
    time, time_range, looked_back = timing(found.hours, chosen.left, bool(chosen.meant), opening)
    day = _without(_day(chosen, tuple(found.weekdays)), ruled) or When(date_range=ruled.days)
    if time is not None and any(span.first <= time < span.last for span in ruled.times):
        time = None
    return When(
        date=day.date,
        date_range=day.date_range,
        candidates=day.candidates,
        weekdays=day.weekdays,
        time=time,
        time_range=time_range if time is not None else _narrowed(time_range, ruled),
        excluded_weekdays=ruled.weekdays,
        excluded_dates=ruled.dates,
        excluded_times=tuple((span.first, span.last) for span in ruled.times),
        earliest=found.earliest,
        anytime=found.anytime,
        past=day.past if chosen.meant else looked_back,
    )


def _frame(chosen: Chosen) -> Days | None:
    """The week, month or closed stretch that the wish is about."""
    periods = [one.days for one in chosen.meant if dt.date.min < one.days.first < one.days.last < dt.date.max]
    return chosen.frame or (periods[0] if periods else None)


def _without(day: When, ruled: Ruled) -> When:
    """What was named and ruled out in one breath is no wish ("é dia 12, então não posso dia 12")."""
    date = None if day.date in ruled.dates else day.date
    others = tuple(one for one in day.candidates if one not in ruled.dates)
    if date is None and day.date is not None and len(others) == 1:
        (date,), others = others, ()
    return When(
        date=date,
        date_range=day.date_range,
        candidates=others,
        weekdays=tuple(index for index in day.weekdays if index not in ruled.weekdays),
        past=day.past,
    )


def _narrowed(wished: _Span, ruled: Ruled) -> _Span:
    """The wish within what is left; what is wished for outweighs what is ruled out."""
    left = ruled.hours
    if wished in ruled.times:
        wished = None
    if left is None:
        return wished
    begin, end = left if wished is None else overlap(Hours(*wished), left) or wished
    return begin, end


def _instant(found: Findings, now: dt.datetime) -> When:
    """ "daqui a 2 horas", "1 dia e 2 horas atrás", "agora"; the last one said counts."""
    said = found.instants[-1]
    origin = said.origin and resolve(said.origin, View(now.date()))
    moment = dt.datetime.combine(origin.first if origin else now.date(), now.time()) + dt.timedelta(
        minutes=said.minutes
    )
    return When(
        date=moment.date(),
        time=moment.time().replace(second=0, microsecond=0, tzinfo=None),
        earliest=found.earliest or said.minutes == 0,
        anytime=found.anytime,
        past=said.minutes < 0,
    )


def _day(chosen: Chosen, recurrent: tuple[int, ...]) -> When:
    """The day's share of the wish."""
    weekdays = tuple(sorted(set(recurrent)))
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
    inside = recurring(node) if isinstance(node, n.Stretch) else ()
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
        named = {node.index for node in nodes if isinstance(node, n.Weekday | n.WeekdayOf)}
        frame = chosen.frame and (chosen.frame.first, chosen.frame.last)
        return When(weekdays=tuple(sorted({*weekdays, *named})), date_range=frame, past=past)
    if all(one.days.first == one.days.last for one in several):
        return When(candidates=tuple(dict.fromkeys(one.days.first for one in several)), weekdays=weekdays, past=past)
    first, last = min(one.days.first for one in several), max(one.days.last for one in several)
    return When(date_range=(first, last), weekdays=weekdays, past=past)
