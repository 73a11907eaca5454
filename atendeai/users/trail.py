"""Whether anybody tampered with an audit trail: its chain is followed, and its newest line ever seen is looked for.

That newest line is kept in control.db, apart from the clinic's file: whoever rewrites one file is found by the other.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.audit import Broken, Verified
from atendeai.ops.clock import iso

PLATFORM = "platform"  # control.db's own trail


class Checked(Struct, frozen=True, kw_only=True):
    """A trail that was followed: of which clinic (or "platform"), how many lines, and the first that is wrong."""

    of: str
    lines: int
    last_id: int
    broken: Broken | None


def check(files: ClinicFiles, clinic_id: str, at: dt.datetime) -> Checked:
    """Follow a clinic's trail and, when it is sound, remember its newest line. Raises as `ClinicFiles.clinic`."""
    head = files.control().read(lambda tx: _head(tx, clinic_id))
    found = _follow(files, clinic_id, head)
    if found.broken is None and found.lines:
        files.control().write(lambda tx: _remember(tx, clinic_id, found, at))
    return _told(clinic_id, found)


def check_platform(files: ClinicFiles) -> Checked:
    """Follow control.db's own trail."""
    return _told(PLATFORM, files.control().read(audit.verify))


def accept(files: ClinicFiles, clinic_id: str, by: str, at: dt.datetime) -> Checked:
    """Take a sound chain as it is now, though another line was seen once: so after a backup was put back.

    That it was done is a line of control.db's trail.
    """
    found = _follow(files, clinic_id, None)
    if found.broken is None:
        files.control().write(lambda tx: _begin_again(tx, clinic_id, found, by, at))
    return _told(clinic_id, found)


def _follow(files: ClinicFiles, clinic_id: str, head: tuple[int, str] | None) -> Verified:
    def follow(tx: Transaction) -> Verified:
        begins = tx.value("select value from meta where key = 'audit_chain_begins'")
        return audit.verify(tx, begins=int(begins or 1), head=head)

    with files.clinic(clinic_id) as db:
        return db.read(follow)


def _head(control: Transaction, clinic_id: str) -> tuple[int, str] | None:
    found = control.dicts("select id, hash from audit_heads where clinic_id = ?", (clinic_id,))
    return (found[0]["id"], found[0]["hash"]) if found else None


def _remember(control: Transaction, clinic_id: str, found: Verified, at: dt.datetime) -> None:
    control.run(
        "insert into audit_heads(clinic_id, id, hash, at) values(?, ?, ?, ?) on conflict(clinic_id) do update"
        " set id = excluded.id, hash = excluded.hash, at = excluded.at where excluded.id > id",
        (clinic_id, found.last_id, found.last_hash, iso(at)),
    )


def _begin_again(control: Transaction, clinic_id: str, found: Verified, by: str, at: dt.datetime) -> None:
    control.run("delete from audit_heads where clinic_id = ?", (clinic_id,))
    if found.lines:
        _remember(control, clinic_id, found, at)
    new = {"last_id": found.last_id}
    audit.write(control, at=iso(at), who=by, action="audit.accepted", subject="clinics", subject_id=clinic_id, new=new)


def _told(of: str, found: Verified) -> Checked:
    return Checked(of=of, lines=found.lines, last_id=found.last_id, broken=found.broken)
