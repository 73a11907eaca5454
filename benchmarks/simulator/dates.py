"""Dates and hours as patients say them in Portuguese: every form pairs "na quinta às 14h" with "quinta às 14h"."""

from __future__ import annotations

import datetime as dt
import random

from benchmarks.simulator.moments import Moment

Form = tuple[str, str]  # after a verb ("prefiro …"), after "pra"

WEEKDAYS = ("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo")
MONTHS = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
    "novembro", "dezembro",
)  # fmt: skip
UNITS = (
    "zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze",
    "quatorze", "quinze", "dezesseis", "dezessete", "dezoito", "dezenove",
)  # fmt: skip
TENS = {20: "vinte", 30: "trinta", 40: "quarenta", 50: "cinquenta"}
MORNING = ("de manhã", "pela manhã", "no período da manhã", "na parte da manhã")
AFTERNOON = ("à tarde", "de tarde", "no período da tarde", "na parte da tarde", "depois do almoço")


def phrase(moment: Moment, today: dt.date, rng: random.Random, *, spelled: bool = False) -> Form:
    """One way to say a wish that names a day, an hour or a part of the day."""
    if moment.weekdays:
        days = _weekdays(moment.weekdays, rng)
    elif moment.dates:
        days = rng.choice(
            [
                ("na semana que vem", "semana que vem"),
                ("semana que vem", "semana que vem"),
                ("na próxima semana", "a próxima semana"),
            ]
        )
    elif moment.date:
        days = rng.choice(date_forms(moment.date, today, spelled=spelled))
    else:
        days = ("", "")
    hours = _hours(moment, rng, spelled=spelled)
    if moment.date and moment.time and not spelled and rng.random() < 0.15:
        return f"{hours} {days[0]}".strip(), f"{days[1]} {hours}".strip()
    return f"{days[0]} {hours}".strip(), f"{days[1]} {hours}".strip()


def date_forms(date: dt.date, today: dt.date, *, spelled: bool = False) -> list[Form]:
    """Every way that leaves a person in no doubt which day is meant."""
    ahead, weekday = (date - today).days, WEEKDAYS[date.weekday()]
    in_, this = ("no", "nesse") if date.weekday() > 4 else ("na", "nessa")
    forms: list[Form] = []
    if ahead < 3:
        near = ("hoje", "amanhã", "depois de amanhã")[ahead]
        forms += [(near, near)] * 2
    if 1 <= ahead <= 6:
        forms += [(f"{in_} {weekday}", weekday), (f"{this} {weekday}", f"{this[1:]} {weekday}")]
        forms += [(f"{in_} {weekday}{_feira(date)}", f"{weekday}{_feira(date)}")]
    if _in_next_week(date, today):
        forms += [(f"{in_} {weekday} da semana que vem", f"{weekday} da semana que vem")]
        forms += [(f"{in_} {weekday} da próxima semana", f"{weekday}{_feira(date)} da próxima semana")]
    return forms + _numbered(date, today, spelled=spelled)


def _numbered(date: dt.date, today: dt.date, *, spelled: bool) -> list[Form]:
    weekday, month = WEEKDAYS[date.weekday()], MONTHS[date.month - 1]
    in_ = "no" if date.weekday() > 4 else "na"
    if spelled:
        day = "primeiro" if date.day == 1 else cardinal(date.day)
        forms = [(f"no dia {day} de {month}", f"dia {day} de {month}")]
        forms += [(f"dia {day}", f"dia {day}")] if next_with_day(today, date.day) == date else []
        return forms
    forms = [
        (f"no dia {date:%d/%m}", f"dia {date:%d/%m}"),
        (f"dia {date.day}/{date.month}", f"{date.day}/{date.month}"),
        (f"no dia {date.day} de {month}", f"dia {date.day} de {month}"),
        (f"{in_} {weekday}, dia {date:%d/%m}", f"{weekday}, dia {date:%d/%m}"),
        (f"{in_} {weekday} {date:%d/%m}", f"{weekday} {date:%d/%m}"),
    ]
    if next_with_day(today, date.day) == date:
        forms += [(f"no dia {date.day}", f"dia {date.day}"), (f"dia {date.day}", f"dia {date.day}")]
        forms += [(f"{in_} {weekday}, dia {date.day}", f"{weekday} dia {date.day}")]
    return forms


def time_forms(time: dt.time, *, spelled: bool = False) -> list[str]:
    """`às 14h30`, `às duas e meia da tarde`; none that could be twelve hours off."""
    hour, minute = time.hour, time.minute
    twelve = hour - 12 if hour > 12 else hour
    part = "da manhã" if hour < 12 else "da tarde" if hour < 19 else "da noite"
    word = {1: "uma", 2: "duas"}.get(twelve, cardinal(twelve))
    half = {0: "", 30: " e meia"}.get(minute, f" e {cardinal(minute)}")
    at = "à" if twelve == 1 else "às"
    in_words = f"{at} {word}{half} {part}" if hour != 12 else f"ao meio-dia{half}"
    if spelled:
        return [in_words]
    digits = f"{hour}h" if minute == 0 else f"{hour}h{minute:02d}"
    prefix = "à" if hour == 1 else "às"
    forms = [f"{prefix} {digits}", f"{prefix} {hour}:{minute:02d}", in_words]
    if hour != 12:
        forms += [f"{at} {twelve}{half or f'h{minute:02d}' * bool(minute)} {part}"]
    return forms + ([f"{prefix} {hour} horas"] if minute == 0 else [])


def visit_day(date: dt.date, today: dt.date, rng: random.Random, *, spelled: bool = False) -> str:
    """ "de quinta", "do dia 26", after "minha consulta"."""
    ahead = (date - today).days
    forms = [f"do {bare}" for _, bare in _numbered(date, today, spelled=spelled) if bare.startswith("dia")]
    if ahead in (0, 1):
        forms += [("de hoje", "de amanhã")[ahead]] * 3
    if 1 <= ahead <= 6:
        forms += [f"de {WEEKDAYS[date.weekday()]}", f"de {WEEKDAYS[date.weekday()]}{_feira(date)}"]
    return rng.choice(forms)


def cardinal(number: int) -> str:
    """Whole numbers from 0 to 59 in words."""
    if number < 20:
        return UNITS[number]
    tens, units = number // 10 * 10, number % 10
    return TENS[tens] + (f" e {UNITS[units]}" if units else "")


def next_with_day(today: dt.date, day: int) -> dt.date:
    """The first date from today on with that number."""
    return next(d for d in (today + dt.timedelta(days=n) for n in range(62)) if d.day == day)


def _in_next_week(date: dt.date, today: dt.date) -> bool:
    """On a weekend people disagree which week comes next."""
    monday = today - dt.timedelta(days=today.weekday()) + dt.timedelta(days=7)
    return today.weekday() < 5 and monday <= date < monday + dt.timedelta(days=7)


def _weekdays(weekdays: tuple[int, ...], rng: random.Random) -> Form:
    names = [WEEKDAYS[day] for day in weekdays]
    if len(names) > 1:
        joined = f"{', '.join(names[:-1])} ou {names[-1]}"
        in_ = "no" if weekdays[0] > 4 else "na"
        return (f"{in_} {joined}", joined)
    name, masculine = names[0], weekdays[0] > 4
    some = (
        [("num", "um"), ("em algum", "algum"), ("num dia de", "um dia de")]
        if masculine
        else [
            ("numa", "uma"),
            ("em alguma", "alguma"),
            ("numa", "qualquer"),
        ]
    )
    article, bare = rng.choice(some)
    return f"{article} {name}", f"{bare} {name}"


def _hours(moment: Moment, rng: random.Random, *, spelled: bool) -> str:
    if moment.time:
        return rng.choice(time_forms(moment.time, spelled=spelled))
    if moment.period:
        return rng.choice(MORNING if moment.period == "morning" else AFTERNOON)
    bound = moment.after or moment.before
    if bound is None:
        return ""
    hour = rng.choice(time_forms(bound, spelled=spelled)).replace("às ", "as ", 1).replace("à ", "a ", 1)
    of = f"d{hour}" if hour.startswith("a") and not hour.startswith("ao ") else f"d{hour.removeprefix('a')}"
    openings = ("depois", "a partir") if moment.after else ("antes",)
    forms = [f"{opening} {of}" for opening in openings]
    return rng.choice([*forms, f"{of} em diante"] if moment.after else forms)


def _feira(date: dt.date) -> str:
    return "-feira" if date.weekday() < 5 else ""
