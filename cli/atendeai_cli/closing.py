"""`atendeai clinic suspend|resume|import|erase`: how a clinic pauses, moves to another machine, and ends."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from atendeai import lifecycle
from atendeai.clinic_files import ClinicFiles, Restored
from atendeai.lifecycle import NotSuspended
from atendeai.ops.clock import SystemClock
from atendeai.registry import ClinicRow, Status
from atendeai_cli import show
from atendeai_cli.errors import Failed
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json, Yes
from atendeai_cli.people import WHO


def suspend(clinic: Clinic, json: Json = False, data: Data = None) -> None:
    """Close a clinic for now: its numbers answer nothing, and nobody of it logs in. What patients write is kept.

    Example: atendeai clinic suspend vila-serena
    """
    row = _switched(clinic, "suspended", data)
    _print(row, json, f"{row.name} is suspended. `atendeai clinic resume {row.id}` opens it again.")


def resume(clinic: Clinic, json: Json = False, data: Data = None) -> None:
    """Open a suspended clinic again. Whoever wrote meanwhile waits for a person.

    Example: atendeai clinic resume vila-serena
    """
    row = _switched(clinic, "active", data)
    _print(row, json, f"{row.name} is open. Who wrote meanwhile: `atendeai conversation list {row.id}`.")


def _switched(clinic: str, status: Status, data: Path | None) -> ClinicRow:
    with opened(data) as files:
        return lifecycle.switch(files, clinic, status, WHO, SystemClock().now())


def _print(row: ClinicRow, json: bool, told: str) -> None:
    if json:
        show.as_json(row)
    else:
        show.line(told, "green")


def import_clinic(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A zip that `atendeai clinic export` wrote.")],
    secret_key: Annotated[
        Path | None,
        typer.Option(
            "--secret-key",
            metavar="FILE",
            help="The secret.key of the machine that wrote it; without it numbers and AI providers are connected anew.",
        ),
    ] = None,
    json: Json = False,
    data: Data = None,
) -> None:
    """Bring an exported clinic back, here or on another machine: visits, people, keys, numbers. Everybody logs in anew.

    Example: atendeai clinic import vila-serena.zip --secret-key old/secret.key
    """
    if not file.is_file():
        raise Failed(f"{file} is not there: name a zip that `atendeai clinic export` wrote.")
    with opened(data, make=True) as files:
        restored = lifecycle.restore(files, file, WHO, SystemClock().now(), secret_key)
    if json:
        show.as_json(restored)
    else:
        _print_restored(restored)


def _print_restored(restored: Restored) -> None:
    row = restored.clinic
    show.line(f"{row.name} is here, with the id {row.id}, as it was when it was exported.", "green")
    if restored.lost:
        show.line(
            f"Connect again what another secret.key encrypted: {', '.join(restored.lost)};"
            " or erase it and import it with --secret-key FILE.",
            "yellow",
        )
    if row.status == "suspended":
        show.line(f"It is suspended, as it was: `atendeai clinic resume {row.id}` opens it.", "dim")


def erase(
    clinic: Clinic,
    no_export: Annotated[bool, typer.Option("--no-export", help="Keep no export in the data directory.")] = False,
    yes: Yes = False,
    json: Json = False,
    data: Data = None,
) -> None:
    """Remove a suspended clinic for good: its file, its media, its log-ins, its numbers. It is exported first.

    Example: atendeai clinic erase vila-serena
    """
    with opened(data) as files:
        _agree(files, clinic, yes)
        erased = lifecycle.erase(files, clinic, WHO, SystemClock().now(), export=not no_export)
    if isinstance(erased, NotSuspended):
        raise Failed(f"{clinic} is in use: `atendeai clinic suspend {clinic}` closes it first.")
    if json:
        show.as_json({"clinic": erased.clinic, "export": str(erased.export) if erased.export else None})
        return
    show.line(f"{erased.clinic.name} is erased.", "green")
    if erased.export:
        show.line(f"An export is kept in {erased.export}; remove it once nobody needs it.")


def _agree(files: ClinicFiles, clinic: str, yes: bool) -> None:
    """The id is typed again: what is erased does not come back."""
    row = files.row(clinic)
    if yes or row is None or row.status != "suspended":  # the latter two are told by who erases
        return
    if not show.asks():
        raise Failed(f"Nobody is there to be asked: --yes erases {clinic}.")
    if typer.prompt(f"Everything of {row.name} goes. Type its id, {clinic}, to erase it") != clinic:
        raise Failed("That is not its id: nothing was erased.")
