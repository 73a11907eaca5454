"""Dates, times, money and names as people say them in Latin American Spanish."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from atendeai.clinics.context import Professional
from atendeai.conversation.voice.speech import AFTERNOON, EVENING, LATE_AFTERNOON, LUNCH_TIME, MORNING, Speech, articled

_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip


class Spanish(Speech):
    weekdays = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
    short_weekdays = ("Lun", "Mar", "Mié", "Jue", "Vie", "Sáb", "Dom")
    periods: ClassVar = {
        MORNING: "por la mañana",
        AFTERNOON: "por la tarde",
        EVENING: "por la noche",
        LATE_AFTERNOON: "al final de la tarde",
        LUNCH_TIME: "a la hora del almuerzo",
    }
    at_that_time = "en ese horario"
    last_joint = "y"
    units = ("hora", "horas", "días")
    greetings = ("¡Buenos días", "¡Buenas tardes", "¡Buenas noches")
    near_days = ("hoy", "mañana")
    until = until_hour = "a"

    def clock(self, moment: dt.datetime | dt.time) -> str:
        """`9:00`, `15:30`"""
        return f"{moment.hour}:{moment:%M}"

    def opening_clock(self, hhmm: str) -> str:
        return hhmm.removeprefix("0")

    def _dated(self, date: dt.date, today: dt.date) -> tuple[str, bool]:
        """The day without its article, and whether it is today or tomorrow."""
        year = f" de {date.year}" if date.year != today.year else ""
        plain = f"{self.weekdays[date.weekday()]} {date.day} de {_MONTHS[date.month - 1]}{year}"
        return self._near(date, today, plain)

    def day(self, date: dt.date, today: dt.date) -> str:
        """`hoy (martes 24 de noviembre)`, `el viernes 27 de noviembre`; the year only when it is another."""
        said, near = self._dated(date, today)
        return said if near else f"el {said}"

    def moment(self, local: dt.datetime, today: dt.date) -> str:
        """`viernes 27 de noviembre a las 9:00` (a la for one o'clock)."""
        return f"{self._dated(local.date(), today)[0]} {self.at(local.time())}"

    def row(self, local: dt.datetime) -> str:
        """`Vie 27/11, 09:00`"""
        return f"{self.short_weekdays[local.weekday()]} {local:%d/%m}, {local:%H:%M}"

    def the(self, professional: Professional | str) -> str:
        """`el Dr. Roberto`, `la Dra. Ana`, `Ana` (no article where the title does not tell)."""
        return articled(professional, "el", "la")

    def wish_day(self, date: dt.date, today: dt.date) -> str:
        return f"para {self.day(date, today)}"

    def at(self, time: dt.time) -> str:
        return f"{_article(time)} {self.clock(time)}"

    def between(self, start: dt.time | None, end: dt.time | None) -> str:
        if start and end:
            return f"entre {_article(start)[2:]} {self.clock(start)} y {_article(end)[2:]} {self.clock(end)}"
        if end:
            return f"antes de {_article(end)[2:]} {self.clock(end)}"
        start = start or dt.time(0)
        return f"después de {_article(start)[2:]} {self.clock(start)}"

    def joint(self, following: str) -> str:
        """ "y" is "e" before its own sound."""
        return "e" if following.lower().startswith(("i", "í", "hi", "hí")) else self.last_joint

    def _closed_weekday(self, weekday: int) -> str:
        name = self.weekdays[weekday]
        return name if name.endswith("s") else f"{name}s"


def _article(time: dt.time) -> str:
    return "a la" if time.hour == 1 else "a las"
