"""Forgetting a person: all they said and who they are goes; their visits stay, without a name.

A number and everybody it writes for are one record: what was said cannot be told apart. Afterwards the same number
is somebody new. Repeating it finds nothing left to do.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
from msgspec import Struct

from atendeai.database import Database, Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso
from atendeai.ops.secrets import sha256
from atendeai.patients import media, store
from atendeai.patients.store import Patient


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


class _Contact(Struct, frozen=True):
    """A number, its conversation, and every spelling by which Meta's bodies may name them."""

    id: str
    conversation_id: str | None
    spellings: str  # JSON list


def tombstone(key: str) -> str:
    """What is left of an erased message's key: should it be delivered again, it is still known, and says nothing."""
    return f"erased:{sha256(key)}"


def erase(db: Database, directory: Path, patient_id: str, *, who: str, now: dt.datetime) -> Erasure | None:
    """None for an unknown patient. `directory` holds the clinic's media, which go first: the rows tell whose they are.

    Raises OSError when a file cannot be removed; then nothing else was erased, and it can be repeated.
    """
    patient = db.read(lambda tx: store.one(tx, patient_id))
    if patient is None:
        return None
    files = 0
    if patient.erased_at is None:
        files = media.remove(db.read(lambda tx: media.of(tx, directory, patient.contact_id)))
    erasure = db.write(lambda tx: _erase(tx, patient_id, files, who, now))
    db.checkpoint()  # what is overwritten in the file must not live on in its log
    return erasure


def _erase(tx: Transaction, patient_id: str, files: int, who: str, now: dt.datetime) -> Erasure | None:
    patient = store.one(tx, patient_id)
    if patient is None:
        return None
    if patient.erased_at is not None:
        return Erasure(patient_id=patient.id, erased_at=patient.erased_at, erased=Erased())
    contact = _contact(tx, patient)
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
    audit.write(
        tx,
        at=iso(now),
        who=who,
        action="patients.erased",
        subject="patients",
        subject_id=patient.id,
        detail=msgspec.json.encode(erased).decode(),
    )
    return Erasure(patient_id=patient.id, erased_at=now, erased=erased)


def _contact(tx: Transaction, patient: Patient) -> _Contact:
    (row,) = tx.dicts("select wa_id, user_id, match_key, phone_e164 from contacts where id = ?", (patient.contact_id,))
    spellings = {text.lstrip("+") for text in row.values() if text}  # the ninth digit may be there or not
    conversation_id = tx.value("select id from conversations where contact_id = ?", (patient.contact_id,))
    return _Contact(patient.contact_id, conversation_id, msgspec.json.encode(sorted(spellings)).decode())


def _deliveries(tx: Transaction, contact: _Contact) -> int:
    """What was said to them, and Meta's statuses of it. What is being sent now may still go out."""
    tx.run(
        "delete from message_statuses where k in (select k from outbox where contact_id = :id)"
        " or wamid in (select wamid from outbox where contact_id = :id)"
        " or wamid in (select wamid from messages where conversation_id = :conversation)"
        " or exists(select 1 from json_each(:spellings) where instr(payload, '\"' || value || '\"'))",
        {"id": contact.id, "conversation": contact.conversation_id, "spellings": contact.spellings},
    )
    return tx.run("delete from outbox where contact_id = ?", (contact.id,))


def _webhooks(tx: Transaction, contact: _Contact) -> int:
    """Signed bodies that name them, whole; and every event of theirs, of which a tombstone stays."""
    spellings = {"spellings": contact.spellings}
    bodies = tx.run(
        "delete from webhook_raw where exists(select 1 from json_each(:spellings)"
        " where instr(body, cast('\"' || value || '\"' as blob)))",
        spellings,
    )
    # What belongs to no conversation (statuses, reactions, what was said in groups) is theirs when it names them.
    events = tx.dicts(
        "select id, key from inbox where conversation_id = :conversation or (conversation_id is null and exists("
        "select 1 from json_each(:spellings) where sender = value or instr(payload, '\"' || value || '\"')))",
        spellings | {"conversation": contact.conversation_id},
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
