"""From a clinic's founding to its end: created, renamed, suspended, resumed, brought back, erased; and who did it.

What happens to a clinic is audited where it is kept, in control.db, in the same transaction; and once more in the
clinic's own file, where its people look.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from atendeai import inbox, registry
from atendeai.clinic_files import ClinicFiles, Restored, UnknownClinic
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso
from atendeai.registry import ClinicRow, Status

T = TypeVar("T")
SUSPENDED = "suspended"  # the escalation of a conversation in which somebody wrote to a suspended clinic

Check = Callable[[int], None]  # given a version; raises when the caller meant another one


def _anything(version: int) -> None:
    """No version was meant."""


class Erased(Struct, frozen=True):
    """What is left of a clinic: the export that was made first, if one was."""

    clinic: ClinicRow
    export: Path | None


class NotSuspended(Struct, frozen=True):
    """Only a suspended clinic can be erased."""


def found(
    files: ClinicFiles,
    clinic_id: str | None,
    name: str,
    who: str,
    at: dt.datetime,
    begin: Callable[[Transaction, ClinicRow], T],
    *,
    adopt: bool = False,
) -> T:
    """Create a clinic; `begin` puts the first things into its file.

    With `adopt` a file of that id that no clinic has is taken over. Raises as `ClinicFiles.create`, and what `begin`
    raises.
    """

    def told(tx: Transaction, row: ClinicRow) -> None:
        _line(tx, row.id, "clinics.created", who, at, None, {"name": row.name, "status": row.status})

    row = files.create(clinic_id, name, at, adopt=adopt, also=told)

    def work(tx: Transaction) -> T:
        told(tx, row)
        return begin(tx, row)

    with files.clinic(row.id) as db:
        return db.write(work)


def rename(
    files: ClinicFiles, clinic_id: str, name: str, who: str, at: dt.datetime, check: Check = _anything
) -> ClinicRow:
    """Raises UnknownClinic, and what `check` raises."""
    return _change(files, clinic_id, "clinics.updated", who, at, check, {"name": name.strip()})


def suspend(files: ClinicFiles, clinic_id: str, who: str, at: dt.datetime, check: Check = _anything) -> ClinicRow:
    """Numbers answer nothing and nobody logs in; what patients write is kept. Raises UnknownClinic."""
    return _change(files, clinic_id, "clinics.suspended", who, at, check, {"status": "suspended"})


def resume(files: ClinicFiles, clinic_id: str, who: str, at: dt.datetime, check: Check = _anything) -> ClinicRow:
    """Everything works again. Who wrote meanwhile waits for a person: an answer of days ago helps nobody.

    Raises UnknownClinic, ClinicFileBroken.
    """
    row = files.row(clinic_id)
    if row is not None and row.status == "suspended":
        check(row.version)
        with files.clinic(clinic_id) as db:  # before it is active: else they would be answered
            db.write(lambda tx: inbox.leave_to_staff(tx, SUSPENDED, iso(at)))
    return _change(files, clinic_id, "clinics.resumed", who, at, check, {"status": "active"})


def switch(
    files: ClinicFiles, clinic_id: str, status: Status, who: str, at: dt.datetime, check: Check = _anything
) -> ClinicRow:
    """Suspend or resume."""
    return (resume if status == "active" else suspend)(files, clinic_id, who, at, check)


def _change(
    files: ClinicFiles, clinic_id: str, action: str, who: str, at: dt.datetime, check: Check, values: Mapping[str, Any]
) -> ClinicRow:
    def work(tx: Transaction) -> tuple[ClinicRow, dict[str, Any], dict[str, Any]]:
        row = registry.clinic(tx, clinic_id)
        if row is None:
            raise UnknownClinic(clinic_id)
        check(row.version)
        old, new = audit.changed({"name": row.name, "status": row.status}, values)
        if new:
            registry.change_clinic(tx, clinic_id, **new)
            _line(tx, clinic_id, action, who, at, old, new)
        return registry.clinic(tx, clinic_id) or row, old, new

    row, old, new = files.control().write(work)
    if new:
        with files.clinic(clinic_id) as db:
            db.write(lambda tx: _line(tx, clinic_id, action, who, at, old, new))
    return row


def restore(files: ClinicFiles, source: Path, who: str, at: dt.datetime, old_key: Path | None = None) -> Restored:
    """Bring back an exported clinic. Raises as `ClinicFiles.restore`."""

    def told(tx: Transaction, row: ClinicRow) -> None:
        _line(tx, row.id, "clinics.imported", who, at, None, {"name": row.name, "status": row.status})

    restored = files.restore(source, at, old_key, also=told)
    with files.clinic(restored.clinic.id) as db:
        db.write(lambda tx: told(tx, restored.clinic))
    return restored


def erase(
    files: ClinicFiles, clinic_id: str, who: str, at: dt.datetime, *, export: bool = True
) -> Erased | NotSuspended:
    """Remove everything of a suspended clinic, after it was exported to the data directory.

    Raises UnknownClinic, ClinicBusy, ClinicFileBroken (it cannot be exported).
    """
    row = files.row(clinic_id)
    if row is None:
        raise UnknownClinic(clinic_id)
    if row.status != "suspended":
        return NotSuspended()
    kept = files.new_export(clinic_id, at) if export else None
    if kept is not None:
        files.export(clinic_id, kept)
    old = {"name": row.name, "numbers": [n.display_phone for n in files.numbers() if n.clinic_id == clinic_id]}
    new = {"export": kept.name if kept else None}

    def told(tx: Transaction) -> None:
        _line(tx, clinic_id, "clinics.deleted", who, at, old, new)

    if not files.erase(clinic_id, also=told, only="suspended"):  # it was resumed while it was exported
        if kept is not None:
            kept.unlink()
        return NotSuspended()
    return Erased(row, kept)


def _line(
    tx: Transaction,
    clinic_id: str,
    action: str,
    who: str,
    at: dt.datetime,
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any] | None,
) -> None:
    audit.write(tx, at=iso(at), who=who, action=action, subject="clinics", subject_id=clinic_id, old=old, new=new)
