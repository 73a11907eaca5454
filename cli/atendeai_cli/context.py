"""`atendeai context`: what the receptionist knows of a clinic, checked, loaded, compared and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from atendeai.clinics import versions
from atendeai.clinics.changes import Author
from atendeai.clinics.changes import load as put_in_force
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.diff import Change, changes
from atendeai.clinics.schema import json_schema
from atendeai.clinics.versions import NoContext
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import SystemClock, iso
from atendeai_cli import documents, show
from atendeai_cli.documents import Document
from atendeai_cli.errors import Failed, Misused
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json, Yes
from atendeai_cli.people import WHO

app = typer.Typer(
    help="What the receptionist knows of a clinic: check, load, compare, go back.",
    no_args_is_help=True,
    add_completion=False,
)


@app.command("validate")
def validate(file: Document, json: Json = False) -> None:
    """Check a document and list every problem with its place.

    Example: atendeai context validate clinic.json
    """
    reading = documents.read(file)
    if json:
        found = {"valid": reading.context is not None, "dialect": reading.dialect, "problems": reading.problems}
        show.as_json(found)
    else:
        documents.print_problems(reading.problems)
    if reading.context is None:
        raise Failed(f"{documents.called(file)} is not valid: {documents.counted(reading.problems)}.")
    if not json:
        show.line(f"{documents.called(file)} is valid. {documents.summary(reading.context)}.", "green")


@app.command("load")
def load(
    clinic: Clinic,
    file: Document,
    yes: Yes = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    json: Json = False,
    data: Data = None,
) -> None:
    """Put a document in force as a new version.

    What changes is shown first; on a terminal you are asked.

    Example: atendeai context load vila-serena clinic.json
    """
    new = documents.usable(file)
    with opened(data) as files, files.clinic(clinic) as db:
        old = db.read(_in_force)
        found = changes(old, new) if old else []
        if not json:
            _print_difference(old, new, found)
        if not dry_run:
            if old is None or found:
                show.agree("Put it in force?", yes or json)
            number = db.write(lambda tx: _put_in_force(tx, new, file.name))
    if json:
        show.as_json({"version": None if dry_run else number, "changes": found})
    elif not dry_run:
        show.line(f"Version {number} is in force.")


def _put_in_force(tx: Transaction, new: ClinicContext, source: str) -> int:
    """Of whichever version is in force by now: what changes was shown, and agreed to, just before."""
    author, now = Author(WHO, source), SystemClock().now()
    return put_in_force(tx, new, "context", author, now, lambda _version: None).version


def _in_force(tx: Transaction) -> ClinicContext | None:
    try:
        return versions.active(tx)
    except NoContext:
        return None


def _print_difference(old: ClinicContext | None, new: ClinicContext, found: list[Change]) -> None:
    if old is None:
        show.line(f"The first document of this clinic. {documents.summary(new)}.")
    elif not found:
        show.line("Nothing changes.", "dim")
    else:
        documents.print_changes(found)


@app.command("show")
def show_document(
    clinic: Clinic,
    version: Annotated[
        int | None, typer.Option("--version", metavar="N", help="An older version instead of the one in force.")
    ] = None,
    data: Data = None,
) -> None:
    """Print the document as JSON.

    Example: atendeai context show vila-serena > clinic.json
    """
    with opened(data) as files, files.clinic(clinic) as db:
        document = db.read(lambda tx: _of(tx, version))
    show.as_json(document)


def _of(tx: Transaction, version: int | None) -> ClinicContext:
    return versions.active(tx) if version is None else versions.version(tx, version)


@app.command("diff")
def diff(
    clinic: Clinic,
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="Compare with this document.")] = None,
    older: Annotated[
        int | None, typer.Option("--from", metavar="N", help="Version to start from; the one in force by default.")
    ] = None,
    newer: Annotated[
        int | None, typer.Option("--to", metavar="M", help="Version to compare with; the one in force by default.")
    ] = None,
    json: Json = False,
    data: Data = None,
) -> None:
    """Show what differs between two versions, or between a version and a file.

    Examples: atendeai context diff vila-serena clinic.json
    | atendeai context diff vila-serena --from 3 --to 4
    """
    if (file is None) == (older is None and newer is None) or (file and newer):
        raise Misused("Compare with a FILE, or name two versions with --from and --to.")
    document = documents.usable(file) if file else None
    with opened(data) as files, files.clinic(clinic) as db:
        old, new = db.read(lambda tx: (_of(tx, older), document or _of(tx, newer)))
    found = changes(old, new)
    if json:
        show.as_json(found)
    else:
        _print_difference(old, new, found)


@app.command("history")
def history(clinic: Clinic, json: Json = False, data: Data = None) -> None:
    """List every version there ever was, newest first."""
    with opened(data) as files, files.clinic(clinic) as db:
        found = db.read(versions.history)
    if json:
        show.as_json(found)
        return
    rows = [
        (
            one.version,
            show.when(one.created_at),
            f"version {one.restored_from}" if one.restored_from else one.source,
            "in force" if one is found[0] else "",
        )
        for one in found
    ]
    show.table(("version", "since", "from", ""), rows, "No context document yet.")


@app.command("rollback")
def rollback(
    clinic: Clinic,
    version: Annotated[int, typer.Argument(metavar="VERSION", help="Version to put in force again.")],
    yes: Yes = False,
    data: Data = None,
) -> None:
    """Put an old version in force again, as a new one.

    Example: atendeai context rollback vila-serena 3
    """
    with opened(data) as files, files.clinic(clinic) as db:
        old, new = db.read(lambda tx: (versions.active(tx), versions.version(tx, version)))
        _print_difference(old, new, changes(old, new))
        show.agree(f"Put version {version} in force again?", yes)
        number = db.write(lambda tx: _put_back(tx, version))
    show.line(f"Version {number} is in force; it is version {version} again.")


def _put_back(tx: Transaction, version: int) -> int:
    now, found = SystemClock().now(), changes(versions.active(tx), versions.version(tx, version))
    number = versions.rollback(tx, version, now)
    audit.write(
        tx,
        at=iso(now),
        who=WHO,
        action="context.updated",
        subject="context_versions",
        subject_id=str(number),
        detail=f'{{"restored_from":{version}}}',
        old={one.path: one.before for one in found},
        new={one.path: one.after for one in found},
    )
    return number


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of the document, for an editor.

    Example: atendeai context schema > clinic.schema.json
    """
    show.as_json(json_schema())
