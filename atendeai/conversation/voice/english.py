"""Dates, times, money and names as an English-speaking patient in Brazil reads them."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar

from atendeai.clinics.context import Professional
from atendeai.conversation.voice.speech import AFTERNOON, EVENING, LATE_AFTERNOON, LUNCH_TIME, MORNING, Speech

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_TITLE = re.compile(r"\A(?:dra?\.?|doutora?)\s+", re.IGNORECASE)


class English(Speech):
    """Months are written out, since 04/05 is April to some and May to others."""

    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    short_weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    periods: ClassVar = {
        MORNING: "in the morning",
        AFTERNOON: "in the afternoon",
        EVENING: "in the evening",
        LATE_AFTERNOON: "in the late afternoon",
        LUNCH_TIME: "at lunchtime",
    }
    at_that_time = "at that time"
    last_joint = "and"
    units = ("hour", "hours", "days")
    greetings = ("Good morning", "Good afternoon", "Good evening")
    near_days = ("today", "tomorrow")
    until = until_hour = "to"

    def clock(self, moment: dt.datetime | dt.time) -> str:
        """`9 am`, `3:30 pm`"""
        return _twelve(moment.hour, moment.minute)

    def opening_clock(self, hhmm: str) -> str:
        hour, minute = map(int, hhmm.split(":"))
        return _twelve(hour, minute)

    def _dated(self, date: dt.date, today: dt.date) -> tuple[str, bool]:
        """The day, and whether it is today or tomorrow."""
        year = f" {date.year}" if date.year != today.year else ""
        plain = f"{self.weekdays[date.weekday()]}, {date.day} {_MONTHS[date.month - 1]}{year}"
        return self._near(date, today, plain)

    def day(self, date: dt.date, today: dt.date) -> str:
        """`today (Tuesday, 24 November)`, `on Friday, 27 November`; the year only when it is another."""
        said, near = self._dated(date, today)
        return said if near else f"on {said}"

    def moment(self, local: dt.datetime, today: dt.date) -> str:
        """`Friday, 27 November at 9 am`"""
        return f"{self._dated(local.date(), today)[0]} {self.at(local.time())}"

    def row(self, local: dt.datetime) -> str:
        """`Fri 27/11, 3:30 pm`"""
        hour = f"{local.hour % 12 or 12}:{local:%M} {'am' if local.hour < 12 else 'pm'}"
        return f"{self.short_weekdays[local.weekday()]} {local:%d/%m}, {hour}"

    def money(self, cents: int) -> str:
        """R$ 1,250.00"""
        return f"R$ {cents // 100:,}.{cents % 100:02d}"

    def the(self, professional: Professional | str) -> str:
        """`Dr. Roberto`, `Dr. Ana`: no article, and one title for all."""
        name = professional if isinstance(professional, str) else professional.shown
        return _TITLE.sub("Dr. ", name)

    def wish_day(self, date: dt.date, today: dt.date) -> str:
        return f"for {self._dated(date, today)[0]}"

    def at(self, time: dt.time) -> str:
        return f"at {self.clock(time)}"

    def between(self, start: dt.time | None, end: dt.time | None) -> str:
        if start and end:
            return f"between {self.clock(start)} and {self.clock(end)}"
        return f"before {self.clock(end)}" if end else f"after {self.clock(start or dt.time(0))}"


def _twelve(hour: int, minute: int) -> str:
    if (hour, minute) == (24, 0):
        return "midnight"
    return f"{hour % 12 or 12}{f':{minute:02d}' if minute else ''} {'am' if hour < 12 else 'pm'}"
