"""Dates, times, money and names as people say them in Brazilian Portuguese."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from atendeai.clinics.context import Professional
from atendeai.conversation.voice.speech import AFTERNOON, EVENING, LATE_AFTERNOON, LUNCH_TIME, MORNING, Speech, articled


class Portuguese(Speech):
    weekdays = (
        "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo",
    )  # fmt: skip
    short_weekdays = ("Seg", "Ter", "Qua", "Qui", "Sex", "Sáb", "Dom")
    periods: ClassVar = {
        MORNING: "de manhã",
        AFTERNOON: "à tarde",
        EVENING: "à noite",
        LATE_AFTERNOON: "no fim da tarde",
        LUNCH_TIME: "na hora do almoço",
    }
    at_that_time = "nesse período"
    last_joint = "e"
    units = ("hora", "horas", "dias")
    greetings = ("Bom dia", "Boa tarde", "Boa noite")
    near_days = ("hoje", "amanhã")
    until = "a"
    until_hour = "às"

    def clock(self, moment: dt.datetime | dt.time) -> str:
        return f"{moment:%H:%M}" if moment.minute else f"{moment.hour}h"

    def opening_clock(self, hhmm: str) -> str:
        """`8h`, `13h30`"""
        hour, minute = hhmm.split(":")
        return f"{int(hour)}h{minute if minute != '00' else ''}"

    def day(self, date: dt.date, today: dt.date) -> str:
        """`hoje (terça-feira, 24/11)`, `amanhã (…)`, `sexta-feira, 28/11`; the year only when it is another."""
        plain = f"{self.weekdays[date.weekday()]}, {date:%d/%m}" + (f"/{date.year}" if date.year != today.year else "")
        return self._near(date, today, plain)[0]

    def moment(self, local: dt.datetime, today: dt.date) -> str:
        """`sexta-feira, 28/11, às 9h` (à for one o'clock)."""
        return f"{self.day(local.date(), today)}, {self.at(local.time())}"

    def row(self, local: dt.datetime) -> str:
        """`Sex 28/11 às 09:00`"""
        return f"{self.short_weekdays[local.weekday()]} {local:%d/%m} às {local:%H:%M}"

    def the(self, professional: Professional | str) -> str:
        """`o Dr. Roberto`, `a Dra. Ana`, `Ana` (no article where the title does not tell)."""
        return articled(professional, "o", "a")

    def wish_day(self, date: dt.date, today: dt.date) -> str:
        return f"para {self.day(date, today)}"

    def at(self, time: dt.time) -> str:
        return f"{'à' if time.hour == 1 else 'às'} {self.clock(time)}"

    def between(self, start: dt.time | None, end: dt.time | None) -> str:
        if start and end:
            return f"entre {self.clock(start)} e {self.clock(end)}"
        return f"antes das {self.clock(end)}" if end else f"depois das {self.clock(start or dt.time(0))}"

    def _table_weekday(self, weekday: int) -> str:
        return self.weekdays[weekday].removesuffix("-feira")
