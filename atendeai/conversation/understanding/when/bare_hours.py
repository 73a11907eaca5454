"""Hours said as a bare number after a day ("amanhã 16", "segunda 16"), where the number can be no day of the month."""

from __future__ import annotations

import datetime as dt

import msgspec

from atendeai.conversation.understanding.when import nodes as n
from atendeai.conversation.understanding.when.calendar import resolve
from atendeai.conversation.understanding.when.findings import DayFound, Findings, HourFound
from atendeai.conversation.understanding.when.hours import clock
from atendeai.conversation.understanding.when.reckoning import View

# Beyond this nobody means "the Monday that is a 16th".
_SOON = dt.timedelta(days=60)
# Up to noon a number after a weekday may as well be a day ("sexta 9").
_AFTERNOON = range(13, 21)
# A day with a name of its own.
_FRIDAY_13 = (4, 13)


def with_bare_hours(found: Findings, today: dt.date) -> Findings:
    """`found` with such numbers as hours of their days."""
    days: list[DayFound] = []
    hours: list[HourFound] = []
    for index, one in enumerate(found.days):
        day, hour = _split(one, today)
        days.append(one._replace(node=day))
        told = any(each.day == index for each in found.hours)
        if hour is not None and not told:
            hours.append(HourFound(hour, "none", one.mood, index))
    return msgspec.structs.replace(found, days=days, hours=[*found.hours, *hours])


def _split(found: DayFound, today: dt.date) -> tuple[n.Day | n.Period, n.Clock | None]:
    match found.node:
        case n.NumberedDay(days=days, number=number):
            same = (today + dt.timedelta(days=days)).day == number
            return n.RelativeDay(days), None if same else clock(number)
        case n.NumberedWeekday(index=index, day=number) if number in _AFTERNOON and (index, number) != _FRIDAY_13:
            meant = resolve(found.node, View(today, found.mood))
            far = meant is not None and abs(meant.first - today) > _SOON
            return (n.Weekday(index), clock(number)) if far else (found.node, None)
        case node:
            return node, None
