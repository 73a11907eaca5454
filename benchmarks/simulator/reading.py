"""A reply as a patient reads it: the words, the rows to pick from, and the dates, hours and names in them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from msgspec import Struct

from atendeai.clinics.context import ClinicContext
from benchmarks.simulator.noise import without_accents

_NUMBERED = r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?"
_NAMED = r"(?P<day_>\d{1,2}) (?:de )?(?P<name>[a-z]{3})[a-z]*(?: (?:de )?(?P<year_>\d{4}))?"
_HOUR = r"[\s,)]*(?:as|a las|a la|a|at)?\s*(?P<hour>\d{1,2})(?P<mark>h|:)?(?P<minute>\d{2})?\s*(?P<half>[ap]m\b)?"
_MOMENT = re.compile(rf"(?<![\d/])(?:{_NUMBERED}|{_NAMED}){_HOUR}")
_MONTHS = (
    "jan ene", "feb", "mar", "apr abr", "may mai", "jun", "jul", "aug ago", "sep set", "oct out", "nov", "dec dic dez",
)  # fmt: skip
_SURNAME = re.compile(r"sobrenome|last name|surname|apellido")
_PATIENT = re.compile(r"(?:Paciente|Patient): (.+)")
_PLAN = re.compile(r"(?:Convênio|Health plan|Seguro): (.+)")
PRIVATE = ("particular", "private")


class Row(Struct, frozen=True, kw_only=True):
    """Something to pick; `number` counts from 1. `local` is the start it names, None for another kind of row."""

    number: int
    id: str
    title: str
    description: str
    local: dt.datetime | None


class Heard(Struct, frozen=True, kw_only=True):
    """What came back for one message."""

    text: str
    rows: list[Row]
    expects: str | None
    state: str | None
    done: bool
    silent: bool


class Summary(Struct, frozen=True, kw_only=True):
    """What a text says of a visit: None where it says nothing."""

    local: dt.datetime | None
    service_id: str | None
    professional_ids: frozenset[str]
    patient: str | None
    plan: str | None
    is_private: bool


def hear(body: dict[str, Any], today: dt.date) -> Heard:
    """Read the answer of `POST /api/conversation/process`."""
    replies = body["replies"]
    options = replies[-1]["options"] if replies else []
    return Heard(
        text="\n".join(reply["text"] for reply in replies),
        rows=[
            Row(
                number=number,
                id=option["id"],
                title=option["title"],
                description=option["description"],
                local=moment_in(option["title"], today),
            )
            for number, option in enumerate(options, 1)
        ],
        expects=body["expects"],
        state=body["state"],
        done=body["state"] == "finalized" and body["appointment_id"] is not None,
        silent=not replies,
    )


def moment_in(text: str, today: dt.date) -> dt.datetime | None:
    """The first day and hour that a text names together, in any of the languages of the replies."""
    for found in _MOMENT.finditer(fold(text)):
        month = int(found["month"]) if found["month"] else _month(found["name"])
        if month and (found["mark"] or found["half"]):
            return _moment(found, month, today)
    return None


def _month(name: str) -> int:
    return next((number for number, names in enumerate(_MONTHS, 1) if name in names.split()), 0)


def _moment(found: re.Match[str], month: int, today: dt.date) -> dt.datetime:
    year, day = found["year"] or found["year_"], int(found["day"] or found["day_"])
    date = dt.date(int(year or today.year), month, day)
    if not year and date < today:
        date = dt.date(today.year + 1, month, day)
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    return dt.datetime.combine(date, dt.time(hour, int(found["minute"] or 0)))


def asks_surname(text: str) -> bool:
    return _SURNAME.search(fold(text)) is not None


def summary_in(text: str, context: ClinicContext, today: dt.date) -> Summary:
    """What is read back before a yes: the lines from the one that is a service's name on, else the whole text."""
    names = {fold(service.name): service.id for service in context.services}
    lines = text.split("\n")
    begins = next((n for n, line in enumerate(lines) if _bare(line) in names), None)
    text = text if begins is None else "\n".join(lines[begins:])
    folded = fold(text)
    named = [name for name in names if name in folded] if begins is None else [_bare(lines[begins])]
    patient = _PATIENT.search(text)
    plan = _PLAN.search(text)
    return Summary(
        local=moment_in(text, today),
        service_id=names[max(named, key=len)] if named else None,
        professional_ids=frozenset(p.id for p in context.professionals if fold(p.shown) in folded),
        patient=patient[1].strip() if patient else None,
        plan=plan[1].strip() if plan else None,
        is_private=any(word in folded for word in PRIVATE),
    )


def _bare(line: str) -> str:
    """A line without the sign that begins it."""
    return fold(line.lstrip("📋 "))


def fold(text: str) -> str:
    """For comparing what people read as the same."""
    return " ".join(without_accents(text).casefold().split())
