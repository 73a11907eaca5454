"""Everything the clinic keeps about a person, readable: for them, when they ask for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from atendeai.database import Transaction
from atendeai.patients import traces
from atendeai.patients.store import LISTED, Patient

Row = dict[str, Any]

# Of what belongs to no conversation only what they sent or were sent: what others said of them is not theirs alone.
_EVENTS = (
    "select * from inbox where conversation_id = :conversation or (conversation_id is null"
    " and sender in (select value from json_each(:spellings))) order by id"
)
_STATUSES = f"select * from message_statuses where {traces.STATUSES} order by id"  # noqa: S608 (a constant)


class Consent(Struct, frozen=True):
    """`text` is the clinic's consent text now; `told_at` when it was first sent; `opted_out`: no more notices."""

    text: str
    told_at: dt.datetime | None
    opted_out: bool


class Export(Struct, frozen=True, kw_only=True):
    """Rows as they are kept, their JSON opened. A number and everybody it writes for are one record.

    `audit` tells who saw or changed it, without where they were.
    """

    exported_at: dt.datetime
    clinic_id: str
    contact: Row
    patients: list[Row]
    conversations: list[Row]  # each with its messages, turns and deliveries
    events: list[Row]  # what came in by WhatsApp, as it came: what waits for an answer and where they were, too
    statuses: list[Row]  # Meta's, of what was said to them
    memory: list[Row]
    appointments: list[Row]  # each with its history
    consent: Consent
    media: list[str]  # names of files
    audit: list[Row]


def export(
    tx: Transaction, patient: Patient, *, clinic_id: str, consent: str, media: list[str], at: dt.datetime
) -> Export:
    """`consent` is the text in force; `media` are the names of their files."""
    contact_id = patient.contact_id
    named = traces.contact(tx, contact_id).named
    (contact,) = tx.dicts("select * from contacts where id = ?", (contact_id,))
    patients = tx.dicts("select * from patients where contact_id = ? and name <> '' order by id", (contact_id,))
    conversations = [_conversation(tx, row) for row in _of(tx, "conversations", contact_id)]
    appointments = [_appointment(tx, row) for row in _of(tx, "appointments", contact_id)]
    about = [contact_id, patient.id, *(row["id"] for row in (*patients, *conversations, *appointments))]
    told_at = contact["consent_told_at"]
    return Export(
        exported_at=at,
        clinic_id=clinic_id,
        contact=contact,
        patients=patients,
        conversations=conversations,
        events=[_opened(row, "payload") for row in tx.dicts(_EVENTS, named)],
        statuses=[_opened(row, "payload") for row in tx.dicts(_STATUSES, named)],
        memory=tx.dicts(
            "select key, value, expires_at, updated_at from conversation_memory where contact_id = ? order by key",
            (contact_id,),
        ),
        appointments=appointments,
        consent=Consent(consent, dt.datetime.fromisoformat(told_at) if told_at else None, bool(contact["opted_out"])),
        media=media,
        audit=_audit(tx, about),
    )


def _of(tx: Transaction, table: str, contact_id: str) -> list[Row]:
    return tx.dicts(f"select * from {table} where contact_id = ? order by id", (contact_id,))  # noqa: S608 (ours)


def _conversation(tx: Transaction, row: Row) -> Row:
    here = (row["id"],)
    return _opened(row, "state", "thread") | {
        "messages": [
            _opened(one, "payload")
            for one in tx.dicts("select * from messages where conversation_id = ? order by created_at, id", here)
        ],
        "turns": [
            _opened(one, "understanding", "replies")
            for one in tx.dicts("select * from turns where conversation_id = ? order by at, id", here)
        ],
        "deliveries": tx.dicts(
            "select message_id, purpose, state, error, created_at, updated_at from outbox where conversation_id = ?"
            " order by seq",
            here,
        ),
    }


def _appointment(tx: Transaction, row: Row) -> Row:
    history = tx.dicts(
        "select version, change, local_start, status, by, at from appointment_history where appointment_id = ?"
        " order by id",
        (row["id"],),
    )
    return row | {"history": history}


def _audit(tx: Transaction, about: Iterable[str]) -> list[Row]:
    """Lines about these ids, and lists in which they were shown (without who else was in them)."""
    lines = tx.dicts(
        "with about as (select value as id from json_each(:about))"
        " select id, at, who, action, subject, subject_id, detail, old, new from audit_logs"
        " where subject_id in (select id from about)"
        " union select id, at, who, action, subject, subject_id, '{}', null, null from audit_logs"
        " where subject_id = '' and action = :listed and exists(select 1 from about where instr(detail, about.id))"
        " order by id",
        {"about": msgspec.json.encode(list(about)).decode(), "listed": LISTED},
    )
    return [_opened(line, "detail", "old", "new") for line in lines]


def _opened(row: Mapping[str, Any], *columns: str) -> Row:
    """A row whose columns of JSON are what they hold; what is not JSON stays text."""
    return {name: _json(value) if name in columns else value for name, value in row.items()}


def _json(text: str | None) -> Any:
    try:
        return None if text is None else msgspec.json.decode(text)
    except msgspec.DecodeError:
        return text
