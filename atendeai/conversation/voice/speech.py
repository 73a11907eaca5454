"""What every language says of dates, times, money and names, each in its own way."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from atendeai.appointment.model import Appointment
from atendeai.clinics.context import ClinicContext, Interval, Professional, WeeklyHours
from atendeai.clinics.hours import closed_reason
from atendeai.conversation.phrases import Book
from atendeai.conversation.understanding.model import When

# Parts of the day as understanding reads them.
MORNING = (dt.time(4), dt.time(12))
AFTERNOON = (dt.time(12), dt.time(19))
EVENING = (dt.time(18), dt.time.max)
LATE_AFTERNOON = (dt.time(16), dt.time(19))
LUNCH_TIME = (dt.time(12), dt.time(14))


class Speech(ABC):
    """One language. Moments are the clinic's wall time; `today` decides what is today and which year goes unsaid."""

    # What a language fills in; weekdays begin on Monday.
    weekdays: ClassVar[tuple[str, ...]]
    short_weekdays: ClassVar[tuple[str, ...]]
    periods: ClassVar[Mapping[tuple[dt.time, dt.time], str]]
    at_that_time: ClassVar[str]
    last_joint: ClassVar[str]
    units: ClassVar[tuple[str, str, str]]  # one hour, hours, days
    greetings: ClassVar[tuple[str, str, str]]  # morning, afternoon, evening
    near_days: ClassVar[tuple[str, str]]  # today, tomorrow
    until: ClassVar[str]  # "Monday to Friday"
    until_hour: ClassVar[str]  # "8 am to noon"

    def __init__(self, book: Book) -> None:
        self.book = book

    def hello(self, now: dt.datetime, first_name: str = "") -> str:
        """Good morning, afternoon or evening by the clinic's clock."""
        part = self.greetings[0 if 5 <= now.hour < 12 else 1 if 12 <= now.hour < 18 else 2]
        return f"{part}, {first_name}!" if first_name else f"{part}!"

    @abstractmethod
    def clock(self, moment: dt.datetime | dt.time) -> str:
        """An hour inside a sentence."""

    @abstractmethod
    def opening_clock(self, hhmm: str) -> str:
        """An hour in a table of opening hours, up to `24:00`."""

    @abstractmethod
    def day(self, date: dt.date, today: dt.date) -> str:
        """When somebody is there or not: "on Friday, 28 November"."""

    @abstractmethod
    def moment(self, local: dt.datetime, today: dt.date) -> str:
        """A day and an hour."""

    @abstractmethod
    def row(self, local: dt.datetime) -> str:
        """A day and an hour that fit WhatsApp's 24-character rows and 20-character buttons."""

    def money(self, cents: int) -> str:
        """Cents of BRL: R$ 1.250,00"""
        whole = f"{cents // 100:,}".replace(",", ".")
        return f"R$ {whole},{cents % 100:02d}"

    def hours(self, count: int) -> str:
        """A length of time in hours, in days where that is plainer."""
        hour, hours, days = self.units
        if count >= 48 and count % 24 == 0:
            return f"{count // 24} {days}"
        return f"{count} {hour if count == 1 else hours}"

    @abstractmethod
    def the(self, professional: Professional | str) -> str:
        """A professional inside a sentence, with the article where the language has one."""

    @abstractmethod
    def wish_day(self, date: dt.date, today: dt.date) -> str:
        """What a wish aims at: "for Friday, 28 November"."""

    @abstractmethod
    def at(self, time: dt.time) -> str:
        """ "at 9 am"."""

    @abstractmethod
    def between(self, start: dt.time | None, end: dt.time | None) -> str:
        """Part of a day that has no name: after, before, or between."""

    def weekday_span(self, first: int, last: int) -> str:
        """Days of the week from `first` to `last` (Monday = 0), as a table of opening hours begins its line."""
        start, end = self._table_weekday(first), self._table_weekday(last)
        return start if first == last else f"{start} {self.until if last - first > 1 else self.last_joint} {end}"

    def _table_weekday(self, weekday: int) -> str:
        return self.weekdays[weekday]

    def hours_span(self, start: str, end: str) -> str:
        """Two hours of a table of opening hours."""
        return f"{self.opening_clock(start)} {self.until_hour} {self.opening_clock(end)}"

    def _near(self, date: dt.date, today: dt.date, plain: str) -> tuple[str, bool]:
        """A day with "today" or "tomorrow" before it where it is one of them, and whether it is."""
        ahead = (date - today).days
        return (f"{self.near_days[ahead]} ({plain})", True) if 0 <= ahead < len(self.near_days) else (plain, False)

    def joint(self, following: str) -> str:
        """The "and" before the last of a list."""
        return self.last_joint

    def listed(self, names: list[str]) -> str:
        """`a, b and c`"""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.joint(names[-1])} {names[-1]}"

    def visit(self, appointment: Appointment, today: dt.date) -> str:
        """`Eletrocardiograma with Dr. Roberto, Friday, 28 November at 9 am, for Maria Silva`"""
        return self.book.fragments.visit.format(
            service=appointment.service_name,
            professional=self.the(appointment.professional_name),
            moment=self.moment(appointment.local, today),
            patient=appointment.patient_name,
        )

    def why_closed(self, context: ClinicContext, date: dt.date) -> str | None:
        """The holiday, the clinic's own reason, or that no such weekday is worked; None when the clinic is open."""
        closed = closed_reason(context, date)
        if closed is None:
            return None
        by_week = closed.reason == "holiday" and not context.working_hours.on(date.weekday())
        reason = "" if by_week else self.book.holidays.get(closed.detail, closed.detail)
        return reason or self.book.fragments.not_an_office_day.format(weekday=self._closed_weekday(date.weekday()))

    def _closed_weekday(self, weekday: int) -> str:
        return self.weekdays[weekday]

    def price(self, context: ClinicContext, service_id: str) -> str:
        """`R$ 280,00` with the clinic's note, or "" when the price is not published."""
        service = context.service(service_id)
        if service is None or service.price_cents is None:
            return service.price_note if service else ""
        return f"{self.money(service.price_cents)}{f' ({service.price_note})' if service.price_note else ''}"

    def wish(self, when: When, today: dt.date) -> str:
        """A wish for a moment: `for Friday, 28 November at 3 pm`, `after 5 pm`."""
        parts = [self.wish_day(when.date, today)] if when.date else []
        if when.time:
            parts.append(self.at(when.time))
        elif when.time_range:
            parts.append(self.periods.get(when.time_range) or self._part_of_day(*when.time_range))
        return " ".join(parts) or self.at_that_time

    def _part_of_day(self, start: dt.time, end: dt.time) -> str:
        open_end = end >= dt.time(23, 59)
        open_start = start == dt.time(0) and not open_end
        return self.between(None if open_start else start, None if open_end else end)

    def week(self, weekly: WeeklyHours) -> list[str]:
        """`• Monday to Friday: 8 am to 12 pm and 1 pm to 6 pm`: days with equal hours together."""
        lines: list[tuple[int, int, list[Interval]]] = []
        for weekday in range(7):
            intervals = weekly.on(weekday)
            if lines and lines[-1][2] == intervals:
                lines[-1] = (lines[-1][0], weekday, intervals)
            else:
                lines.append((weekday, weekday, intervals))
        return [f"• {capital(self.weekday_span(first, last))}: {self._open(hours)}" for first, last, hours in lines]

    def _open(self, intervals: list[Interval]) -> str:
        spoken = [self.hours_span(interval.start, interval.end) for interval in intervals]
        return self.listed(spoken) or self.book.fragments.closed


def articled(professional: Professional | str, masculine: str, feminine: str) -> str:
    """A name with the article that its title asks for, or the bare name where the title does not tell."""
    name = professional if isinstance(professional, str) else professional.shown
    lowered = name.lower()
    if lowered.startswith(("dra.", "dra ", "doutora", "enfª", "profa")):
        return f"{feminine} {name}"
    if lowered.startswith(("dr.", "dr ", "doutor ")):
        return f"{masculine} {name}"
    return name


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
