"""The clinic of the agenda's tests: its people, its day, and its file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from atendeai_migrations.clinic import clinic as schema
from sqlite_utils import Database as Utils

from atendeai.appointment.model import Slot, Wish
from atendeai.clinics.context import (
    ClinicContext,
    ClinicFacts,
    Interval,
    Professional,
    SchedulingPolicies,
    Service,
    WeeklyHours,
)
from atendeai.database import Database, Transaction

BRASILIA = ZoneInfo("America/Sao_Paulo")
MONDAY = dt.date(2027, 3, 1)
FRIDAY_BEFORE = dt.datetime(2027, 2, 26, 12, tzinfo=dt.UTC)
CHECKUP = Wish(service_id="checkup")


def hours(*pairs: str) -> list[Interval]:
    return [Interval(start=pair[:5], end=pair[6:]) for pair in pairs]


def every_weekday(*pairs: str) -> WeeklyHours:
    day = hours(*pairs)
    return WeeklyHours(monday=day, tuesday=day, wednesday=day, thursday=day, friday=day)


def clinic(policies: dict[str, Any] | None = None, **changes: Any) -> ClinicContext:
    """Two physicians who follow the clinic's hours, 8–12 and 14–18, in half hours."""
    document: dict[str, Any] = {
        "working_hours": every_weekday("08:00-12:00", "14:00-18:00"),
        "scheduling_policies": SchedulingPolicies(**(policies or {})),
        "services": [Service(id="checkup", name="Consulta", price_cents=30_000)],
        "professionals": [
            Professional(id="ana", name="Ana Lima", display_name="Dra. Ana"),
            Professional(id="rui", name="Rui Sá"),
        ],
    }
    return ClinicContext(clinic=ClinicFacts(name="Clínica", state="SC"), **document | changes)


def at(text: str, zone: str = "America/Sao_Paulo") -> int:
    """UTC seconds of a wall time: "09:00" is on the Monday, else `YYYY-MM-DDTHH:MM`."""
    wall = text if "T" in text else f"{MONDAY}T{text}"
    return int(dt.datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone)).timestamp())


def instant(text: str) -> dt.datetime:
    return dt.datetime.fromtimestamp(at(text), dt.UTC)


def times(slots: list[Slot]) -> list[str]:
    return [slot.local_start[11:] for slot in slots]


def new_file(path: Path) -> Database:
    """A clinic's file as the migrations make it, with two who write: maria and joao."""
    utils = Utils(path)
    schema.apply(utils)
    utils.close()
    database = Database(path)
    database.write(_people)
    return database


def _people(tx: Transaction) -> None:
    for contact in ("maria", "joao"):
        add_contact(tx, contact)


def add_contact(tx: Transaction, contact: str) -> None:
    """Somebody who writes, and the patient of the same id they write for."""
    tx.run("insert into contacts(id, created_at, last_seen_at) values(?, '2027', '2027')", (contact,))
    tx.run(
        "insert into patients(id, contact_id, name, created_at) values(?, ?, ?, '2027')",
        (contact, contact, contact.title()),
    )
