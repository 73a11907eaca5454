"""`atendeai clinic`: the clinics of this server."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec import Struct

from atendeai import lifecycle
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import changes, versions
from atendeai.clinics.changes import Author
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.hours import is_open, next_opening
from atendeai.clinics.versions import ContextVersion
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import SystemClock, iso, seconds
from atendeai.registry import ClinicRow
from atendeai_cli import closing, documents, show
from atendeai_cli.errors import Failed
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json
from atendeai_cli.people import WHO

app = typer.Typer(
    help="Create clinics, look at them, move, pause and end them.", no_args_is_help=True, add_completion=False
)

COUNTS = """
  select (select count(*) from patients) as patients, (select count(*) from conversations) as conversations,
    (select count(*) from conversations where status = 'human' or escalated_at is not null) as waiting_for_a_person,
    (select count(*) from appointments where starts >= ? and status in ('scheduled', 'confirmed')) as visits_to_come
"""


@app.command("create")
def create(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The clinic's name.")],
    clinic_id: Annotated[
        str | None, typer.Option("--id", help="Its id: small letters, digits, hyphens. Made from the name by default.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--context", metavar="FILE", help="Context document to begin with.")
    ] = None,
    json: Json = False,
    data: Data = None,
) -> None:
    """Create a clinic.

    Example: atendeai clinic create "Clínica Vila Serena" --id vila-serena --context clinic.json
    """
    document = documents.usable(file) if file else None
    now = SystemClock().now()

    def begin(tx: Transaction, row: ClinicRow) -> ClinicRow:
        if document is not None and file is not None:
            changes.load(tx, document, "context", Author(WHO, file.name), now, lambda version: None)
        return row

    with opened(data, make=True) as files:
        row = lifecycle.found(files, clinic_id, name, WHO, now, begin, adopt=True)
    if json:
        show.as_json(row)
        return
    show.line(f"{row.name} is here, with the id {row.id}.", "green")
    then = f"chat {row.id}" if document else f"context load {row.id} FILE"
    show.line(f"Next: atendeai {then}", "dim")


@app.command("list")
def all_clinics(json: Json = False, data: Data = None) -> None:
    """List the clinics."""
    with opened(data) as files:
        found, numbers = files.clinics(), files.numbers()
    if json:
        show.as_json(found)
        return
    rows = [
        (
            row.id,
            row.name,
            row.status,
            ", ".join(n.display_phone for n in numbers if n.clinic_id == row.id),
            show.when(row.created_at),
        )
        for row in found
    ]
    show.table(("id", "name", "status", "WhatsApp", "created"), rows, "No clinic yet.")


class Overview(Struct, frozen=True, kw_only=True):
    """A clinic at a glance, as `clinic show --json` prints it."""

    clinic: ClinicRow
    numbers: list[dict[str, str]]
    context: ContextVersion | None
    services: int = 0
    professionals: int = 0
    counts: dict[str, int]
    open_now: bool | None = None
    next_opening: dt.datetime | None = None


@app.command("show")
def show_clinic(clinic: Clinic, json: Json = False, data: Data = None) -> None:
    """Show a clinic at a glance: numbers, context, what it holds, when it opens next."""
    with opened(data) as files:
        overview = _overview(files, clinic)
    if json:
        show.as_json(overview)
    else:
        show.facts(_lines(overview))


@app.command("export")
def export(
    clinic: Clinic,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The zip to write; it must not exist yet.")],
    json: Json = False,
    data: Data = None,
) -> None:
    """Write a consistent copy of a clinic, with its media, also while the server runs.

    Example: atendeai clinic export vila-serena vila-serena.zip
    """
    if file.exists():
        raise Failed(f"{file} is there already: name a new file.")
    at = iso(SystemClock().now())
    with opened(data) as files:
        with files.clinic(clinic) as db:  # before the copy: none may be about that no line tells of
            db.write(
                lambda tx: audit.write(
                    tx, at=at, who=WHO, action="clinics.exported", subject="clinics", subject_id=clinic
                )
            )
        files.export(clinic, file)
    if json:
        show.as_json({"clinic": clinic, "file": str(file), "bytes": file.stat().st_size})
        return
    show.line(f"{clinic} is in {file}. Keep a copy of secret.key apart from it.", "green")


app.command("import")(closing.import_clinic)
app.command("suspend")(closing.suspend)
app.command("resume")(closing.resume)
app.command("erase")(closing.erase)


def _overview(files: ClinicFiles, clinic_id: str) -> Overview:
    now = SystemClock().now()

    def look(tx: Transaction) -> tuple[list[ContextVersion], ClinicContext | None, dict[str, Any]]:
        history = versions.history(tx)
        return history, versions.active(tx) if history else None, tx.dicts(COUNTS, (seconds(now),))[0]

    with files.clinic(clinic_id) as db:
        history, context, counts = db.read(look)
    row = files.row(clinic_id)
    if row is None:
        raise Failed(f"The clinic {clinic_id!r} was erased just now.")
    return Overview(
        clinic=row,
        numbers=[
            {"phone_number_id": one.phone_number_id, "display_phone": one.display_phone}
            for one in files.numbers()
            if one.clinic_id == clinic_id
        ],
        context=history[0] if history else None,
        services=len(context.services) if context else 0,
        professionals=len(context.professionals) if context else 0,
        counts=counts,
        open_now=is_open(context, now) if context else None,
        next_opening=next_opening(context, now) if context else None,
    )


def _lines(overview: Overview) -> list[tuple[str, object]]:
    numbers = [f"{one['display_phone']} ({one['phone_number_id']})" for one in overview.numbers]
    context = overview.context
    lines: list[tuple[str, object]] = [
        ("clinic", f"{overview.clinic.name} ({overview.clinic.id}), {overview.clinic.status}"),
        ("WhatsApp", ", ".join(numbers) or "no number: `atendeai whatsapp connect`"),
        ("context", f"version {context.version}, {context.source}" if context else "none: `atendeai context load`"),
        (
            "offers",
            f"{documents.many(overview.services, 'service')}, {documents.many(overview.professionals, 'professional')}",
        ),
    ]
    lines += [(name.replace("_", " "), count) for name, count in overview.counts.items()]
    opening = f"{overview.next_opening:%A %Y-%m-%d %H:%M}" if overview.next_opening else "not in sight"
    if context:
        lines.append(("now", f"{'open' if overview.open_now else 'closed'}; opens next {opening}"))
    return lines
