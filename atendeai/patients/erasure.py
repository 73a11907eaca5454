"""Forgetting a person: all they said and who they are goes; their visits stay, without a name.

A number and everybody it writes for are one record: what was said cannot be told apart. Afterwards the same number
is somebody new. Repeating it finds nothing left to do.
"""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

import msgspec
from msgspec import Struct

from atendeai.database import Database, Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso
from atendeai.ops.secrets import sha256
from atendeai.patients import media, store, traces
from atendeai.patients.traces import STATUSES, Contact

log = logging.getLogger(__name__)


class Erased(Struct, frozen=True, kw_only=True):
    """How much was erased, by kind; `visits_kept` are those that stay in the agenda without a name."""

    patients: int = 0
    messages: int = 0
    turns: int = 0
    memories: int = 0
    deliveries: int = 0
    webhooks: int = 0
    files: int = 0
    visits_kept: int = 0


class Erasure(Struct, frozen=True, kw_only=True):
    """`erased` counts nothing when it had been done before, at `erased_at`."""

    patient_id: str
    erased_at: dt.datetime
    erased: Erased


def tombstone(key: str) -> str:
    """What is left of an erased message's key: should it be delivered again, it is still known, and says nothing."""
    return f"erased:{sha256(key)}"


def erase(
    db: Database, strays: Database, directory: Path, patient_id: str, *, who: str, now: dt.datetime
) -> Erasure | None:
    """None for an unknown patient. `directory` holds the clinic's media, `strays` is quarantine.db.

    What is in them goes first: the rows tell whose it is. Raises OSError when a file cannot be removed; then nothing
    else was erased, and it can be repeated.
    """
    patient = db.read(lambda tx: store.one(tx, patient_id))
    if patient is None:
        return None
    files = 0
    if patient.erased_at is None:
        files = media.remove(db.read(lambda tx: media.of(tx, directory, patient.contact_id)))
        contact = db.read(lambda tx: traces.contact(tx, patient.contact_id))
        strays.write(lambda tx: _strays(tx, contact))
    erasure = db.write(lambda tx: _erase(tx, patient_id, files, who, now))
    for file in (db, strays):  # what is overwritten in a file must not live on in its log
        if not file.checkpoint():
            log.warning("%s is being read: its log is emptied by the daily housekeeping", file.path.name)
    return erasure


def _erase(tx: Transaction, patient_id: str, files: int, who: str, now: dt.datetime) -> Erasure | None:
    patient = store.one(tx, patient_id)
    if patient is None:
        return None
    if patient.erased_at is not None:
        return Erasure(patient_id=patient.id, erased_at=patient.erased_at, erased=Erased())
    contact = traces.contact(tx, patient.contact_id)
    others = [one.id for one in store.related(tx, patient)]
    # In this order: what points to something goes before it.
    deliveries = _deliveries(tx, contact)
    webhooks = _webhooks(tx, contact)
    messages = tx.run("delete from messages where conversation_id = ?", (contact.conversation_id,))
    turns = tx.run("delete from turns where conversation_id = ?", (contact.conversation_id,))
    tx.run("delete from conversations where contact_id = ?", (contact.id,))
    erased = Erased(
        patients=_anonymise(tx, contact.id, iso(now)),
        messages=messages,
        turns=turns,
        memories=tx.run("delete from conversation_memory where contact_id = ?", (contact.id,)),
        deliveries=deliveries,
        webhooks=webhooks,
        files=files,
        visits_kept=_visits(tx, contact.id),
    )
    _told(tx, patient.id, erased, who, now)
    for other in others:
        _told(tx, other, {"with": patient.id}, who, now)
    return Erasure(patient_id=patient.id, erased_at=now, erased=erased)


def _told(tx: Transaction, patient_id: str, told: Erased | dict[str, str], who: str, now: dt.datetime) -> None:
    detail = msgspec.json.encode(told).decode()
    audit.write(
        tx, at=iso(now), who=who, action="patients.erased", subject="patients", subject_id=patient_id, detail=detail
    )


def _strays(quarantine: Transaction, contact: Contact) -> int:
    """What was signed and belonged to no clinic, whole, when it names them."""
    return quarantine.run(
        "delete from quarantined where exists(select 1 from json_each(:spellings)"
        " where instr(payload, '\"' || value || '\"'))",
        {"spellings": contact.named["spellings"]},
    )


def _deliveries(tx: Transaction, contact: Contact) -> int:
    """What was said to them, and Meta's statuses of it. What is being sent now may still go out."""
    tx.run(f"delete from message_statuses where {STATUSES}", contact.named)  # noqa: S608 (a constant)
    return tx.run("delete from outbox where contact_id = ?", (contact.id,))


def _webhooks(tx: Transaction, contact: Contact) -> int:
    """Signed bodies that name them, whole; and every event of theirs, of which a tombstone stays."""
    bodies = tx.run(
        "delete from webhook_raw where exists(select 1 from json_each(:spellings)"
        " where instr(body, cast('\"' || value || '\"' as blob)))",
        contact.named,
    )
    # What belongs to no conversation (statuses, reactions, what was said in groups) is theirs when it names them.
    events = tx.dicts(
        "select id, key from inbox where conversation_id = :conversation or (conversation_id is null and exists("
        "select 1 from json_each(:spellings) where sender = value or instr(payload, '\"' || value || '\"')))",
        contact.named,
    )
    tx.run_many(
        "update inbox set key = ?, state = 'done', sender = null, text = null, media_id = null, latitude = null,"
        " longitude = null, payload = '{}', conversation_id = null, turn_id = null, choice_id = null, error = null"
        " where id = ?",
        [(tombstone(event["key"]), event["id"]) for event in events],
    )
    return bodies + len(events)


def _anonymise(tx: Transaction, contact_id: str, at: str) -> int:
    """How many patients lost their name. Slots that were only held are free again."""
    tx.run("delete from appointments where contact_id = ? and status = 'held'", (contact_id,))
    tx.run("update appointments set request_key = null where contact_id = ?", (contact_id,))
    named = tx.run(
        "update patients set name = '', insurance = null, erased_at = ? where contact_id = ? and name <> ''",
        (at, contact_id),
    )
    tx.run(
        "update contacts set name = null, wa_id = null, user_id = null, phone_e164 = null, match_key = null,"
        " opted_out = 1, erased_at = ? where id = ?",
        (at, contact_id),
    )
    return named


def _visits(tx: Transaction, contact_id: str) -> int:
    return int(tx.value("select count(*) from appointments where contact_id = ?", (contact_id,)))
