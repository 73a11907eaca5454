"""Dates and hours in English and Spanish, in the few forms that a visitor types."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.simulator.dates import Form, next_with_day
from benchmarks.simulator.moments import Moment

EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EN_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ES_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
ES_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip


def phrase(language: str, moment: Moment, today: dt.date, rng: random.Random) -> Form:
    """As `dates.phrase`, in "en" or "es"."""
    day = english_day(moment, today, rng) if language == "en" else spanish_day(moment, today, rng)
    hour = _english_hour(moment, rng) if language == "en" else _spanish_hour(moment, rng)
    if language == "en" and moment.date and (moment.date - today).days == 1:
        hour = hour.replace("in the ", "")
    return f"{day[0]} {hour}".strip(), f"{day[1]} {hour}".strip()


def english_day(moment: Moment, today: dt.date, rng: random.Random) -> Form:
    if moment.weekdays:
        names = " or ".join(EN_DAYS[day] for day in moment.weekdays)
        return f"on a {names}", f"a {names}"
    if moment.dates:
        return "next week", "next week"
    if moment.date is None:
        return "", ""
    date, ahead = moment.date, (moment.date - today).days
    name, month = EN_DAYS[date.weekday()], EN_MONTHS[date.month - 1]
    forms = [
        (f"on {month} {date.day}", f"{month} {date.day}"),
        (f"on {name}, {month} {date.day}", f"{name}, {month} {date.day}"),
    ]
    forms += [(("today", "tomorrow")[ahead],) * 2] * 2 if ahead < 2 else []
    forms += [(f"on {name}", name), (f"this {name}", f"this {name}")] if 1 <= ahead <= 6 else []
    return rng.choice(forms)


def spanish_day(moment: Moment, today: dt.date, rng: random.Random) -> Form:
    if moment.weekdays:
        names = " o ".join(ES_DAYS[day] for day in moment.weekdays)
        return f"un {names}", f"un {names}"
    if moment.dates:
        return "la próxima semana", "la próxima semana"
    if moment.date is None:
        return "", ""
    date, ahead = moment.date, (moment.date - today).days
    name, month = ES_DAYS[date.weekday()], ES_MONTHS[date.month - 1]
    forms = [f"el {date.day} de {month}", f"el {name} {date.day} de {month}"]
    forms += [f"el {name} {date.day}"] if next_with_day(today, date.day) == date else []
    forms += [("hoy", "mañana", "pasado mañana")[ahead]] * 2 if ahead < 3 else []
    forms += [f"el {name}", f"este {name}"] if 1 <= ahead <= 6 else []
    chosen = rng.choice(forms)
    return chosen, chosen


def _english_hour(moment: Moment, rng: random.Random) -> str:
    if moment.time:
        return f"at {rng.choice(_english_clock(moment.time))}"
    if moment.period:
        return f"in the {moment.period}"
    if moment.after:
        return f"after {rng.choice(_english_clock(moment.after))}"
    return f"before {rng.choice(_english_clock(moment.before))}" if moment.before else ""


def _english_clock(time: dt.time) -> list[str]:
    twelve, half = (time.hour - 1) % 12 + 1, "am" if time.hour < 12 else "pm"
    minutes = f":{time.minute:02d}" if time.minute else ""
    return [f"{twelve}{minutes}{half}", f"{twelve}{minutes} {half}", f"{time.hour}:{time.minute:02d}"]


def _spanish_hour(moment: Moment, rng: random.Random) -> str:
    if moment.time:
        return f"a {rng.choice(_spanish_clock(moment.time))}"
    if moment.period:
        return "por la mañana" if moment.period == "morning" else "por la tarde"
    if moment.after:
        return f"después de {rng.choice(_spanish_clock(moment.after))}"
    return f"antes de {rng.choice(_spanish_clock(moment.before))}" if moment.before else ""


def _spanish_clock(time: dt.time) -> list[str]:
    twelve = time.hour - 12 if time.hour > 12 else time.hour
    part = "de la mañana" if time.hour < 12 else "de la tarde" if time.hour < 20 else "de la noche"
    half = {0: "", 30: " y media"}.get(time.minute, f" y {time.minute}")
    the, the_twelve = "la" if time.hour == 1 else "las", "la" if twelve == 1 else "las"
    forms = [f"{the} {time.hour}:{time.minute:02d}"]
    return [*forms, f"{the_twelve} {twelve}{half} {part}"] if time.hour != 12 else forms
