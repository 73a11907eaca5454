"""Changing what a clinic's receptionist knows, and how the clinic runs: versioned, audited, in one transaction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from atendeai.clinics import configuration, versions
from atendeai.clinics.configuration import Configuration, Kept
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.diff import Change, changes
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso

Check = Callable[[int], None]  # given a version; raises when the caller meant another one


class Author(Struct, frozen=True):
    """Who changes it: as the audit trail names them, and as the history of versions shows them to people."""

    who: str
    name: str


class Loaded(Struct, frozen=True):
    """The version in force, and what differs from the one before."""

    version: int
    changes: list[Change]


def in_force(tx: Transaction) -> tuple[int, ClinicContext | None]:
    """The context in force and its version; 0 and None before the first one."""
    try:
        return versions.active_version(tx), versions.active(tx)
    except versions.NoContext:
        return 0, None


def load(tx: Transaction, new: ClinicContext, section: str, author: Author, at: dt.datetime, check: Check) -> Loaded:
    """Put a context in force, of which `section` was changed. Raises what `check` raises."""
    number, old = in_force(tx)
    check(number)
    version = versions.load(tx, new, author.name, at)
    found = changes(old, new) if old else []
    if version != number:
        before, after = _sides(found)
        audit.write(
            tx,
            at=iso(at),
            who=author.who,
            action=f"{section}.updated",
            subject="context_versions",
            subject_id=str(version),
            old=before if old else None,
            new=after if old else {"clinic": new.clinic.name},
        )
    return Loaded(version, found)


def _sides(found: Sequence[Change]) -> tuple[dict[str, Any], dict[str, Any]]:
    return {one.path: one.before for one in found}, {one.path: one.after for one in found}


def configure(tx: Transaction, new: Configuration, author: Author, at: dt.datetime, check: Check) -> Kept:
    """Keep another configuration. Raises what `check` raises."""
    kept = configuration.read(tx)
    check(kept.version)
    old, differs = audit.changed(msgspec.to_builtins(kept.configuration), msgspec.to_builtins(new))
    if not differs and kept.version:
        return kept
    version = configuration.write(tx, new, at)
    audit.write(
        tx,
        at=iso(at),
        who=author.who,
        action="configuration.updated",
        subject="clinic_configuration",
        subject_id="1",
        old=old,
        new=differs,
    )
    return Kept(new, version)
