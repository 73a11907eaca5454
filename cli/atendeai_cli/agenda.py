"""`atendeai agenda`: who comes when, day by day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from atendeai.appointment import store
from atendeai.appointment.model import Appointment
from atendeai.clinics import versions
from atendeai.clinics.hours import utc_seconds
from atendeai.database import Database
from atendeai.ops.clock import SystemClock
from atendeai_cli import show
from atendeai_cli.errors import Misused
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json

app = typer.Typer(add_completion=False)


@app.command()
def agenda(
    clinic: Clinic,
    days: Annotated[int, typer.Option("--days", min=1, max=730, help="How many days.")] = 7,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day, YYYY-MM-DD; today by default.")
    ] = None,
    json: Json = False,
    data: Data = None,
) -> None:
    """Show who comes when.

    Example: atendeai agenda vila-serena --from 2026-03-02 --days 5
    """
    with opened(data) as files, files.clinic(clinic) as db:
        zone = ZoneInfo(db.read(versions.active).time_zone)
        day = _day(first) if first else SystemClock().now().astimezone(zone).date()
        found = visits(db, zone, day, days)
    if json:
        show.as_json(found)
    else:
        print_visits(found, f"Nobody comes from {day} on, for {days} days.")


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise Misused(f"--from is {text!r}, which is no day: write one like 2026-03-02.") from error


def visits(db: Database, zone: ZoneInfo, first: dt.date, days: int) -> list[Appointment]:
    """Visits of so many local days, soonest first."""
    ends = first + dt.timedelta(days=days)
    return db.read(lambda tx: store.agenda(tx, utc_seconds(zone, first, 0), utc_seconds(zone, ends, 0)))


def print_visits(found: Sequence[Appointment], empty: str) -> None:
    """A table a day."""
    if not found:
        show.line(empty, "dim")
    for day, todays in groupby(found, key=lambda visit: visit.local.date()):
        show.line(f"{day:%A, %Y-%m-%d}", "bold")
        show.table(("time", "patient", "service", "with", "status", "plan"), [_row(visit) for visit in todays])


def _row(visit: Appointment) -> tuple[object, ...]:
    ends = visit.local + dt.timedelta(seconds=visit.ends - visit.starts)
    return (
        f"{visit.local:%H:%M}–{ends:%H:%M}",
        visit.patient_name,
        visit.service_name,
        visit.professional_name,
        visit.status,
        visit.insurance,
    )
