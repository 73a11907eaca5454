"""Which week or month a day named beside it belongs to ("na semana que vem, quinta")."""

from __future__ import annotations

import datetime as dt

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.calendar import resolve
from atendeai.conversation.understanding.when.reckoning import Days, View


def frame_of(node: n.Day | n.Period) -> n.Period | None:
    """The week or month that a node names as a whole; "daqui a duas semanas" names one too."""
    match node:
        case n.Week() | n.WeekOf() | n.NthWeek() | n.Month() | n.MonthFromNow() | n.Slice():
            return node
        case n.Shifted(unit="week", origin=None, value=value) if value > 0:
            return n.WeekOf(node)
        case _:
            return None


def leans_on_period(node: n.Day | n.Period) -> bool:
    """Whether a week or month named beside it tells which one is meant."""
    match node:
        case n.Weekday(turn="bare") | n.DayNumber(month=None) | n.NumberedWeekday():
            return True
        case n.Stretch(first=first, last=last):
            return all(end is None or leans_on_period(end) for end in (first, last))
        case _:
            return False


def within(node: n.Day | n.Period, period: Days, view: View) -> Days | None:
    """`node` read inside `period`, from today on if that lies in it; open ends close at the period's own."""
    start = view.today if view.mood == "future" and period.first <= view.today <= period.last else period.first
    if start == dt.date.min:
        return None
    found = resolve(node, View(start, strict=False))
    if found is None or found.first > period.last or found.last < period.first:
        return None
    return Days(max(found.first, period.first), min(found.last, period.last))
