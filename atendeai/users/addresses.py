"""E-mail addresses as accounts have them, and control.db's index of who may log in where, kept in step.

The index may name too much and never too little: an address that it names in vain finds nobody to log in, while one
that it lacks would lock somebody out. So an address is indexed before the clinic's file knows it (within that file's
write, before its commit) and taken out after the file has forgotten it; an interruption between leaves a name too
many. Both happen while the clinic's file is locked for writing, so that nobody adds what another is taking out.
Nothing inside a write of control.db may write to a clinic's file: the locks are taken in the other order here.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from atendeai.database import Database, Transaction
from atendeai.users import store

_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
Email = Annotated[
    str,
    Meta(
        max_length=254,
        pattern=rf"^[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(?:\.{_LABEL})+$",
        description="An e-mail address; capitals make no difference.",
        examples=["ana@vilaserena.example"],
    ),
]


def normal(email: str) -> str:
    """An address as it is kept and looked for."""
    return email.strip().lower()


def enter(control: Database, clinic_id: str, email: str) -> None:
    """Call it within the clinic's write that makes the address known there."""
    control.write(lambda tx: store.index(tx, email, clinic_id))


def leave(control: Database, db: Database, clinic_id: str, email: str) -> None:
    """Call it after the clinic's write that forgot the address; does nothing when it is known again by then."""

    def take_out(tx: Transaction) -> None:
        if store.by_email(tx, email) is None:
            control.write(lambda index: store.unindex(index, email, clinic_id))

    db.write(take_out)
