"""What is kept no longer than the clinic says: once a day what is older goes, a few rows at a time.

Visits, and who had them, stay: they are the clinic's records. Keys of messages stay, too: Meta may deliver again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from atendeai.clinics import configuration
from atendeai.clinics.configuration import Configuration
from atendeai.database import Database, Transaction
from atendeai.ops import audit
from atendeai.ops.clock import from_iso, iso, seconds
from atendeai.patients import media

EVERY = dt.timedelta(days=1)
AT_ONCE = 500  # rows of one transaction: a patient who writes meanwhile hardly waits
WHO = "server"
_RAN_AT = "retention_ran_at"

_WEBHOOKS = (
    "delete from webhook_raw where sha256 in (select sha256 from webhook_raw where received_at < :at limit :n)",
    "delete from message_statuses where id in (select id from message_statuses where at < :seconds limit :n)",
    "delete from inbox where id in"
    " (select id from inbox where kind <> 'message' and state = 'done' and received_at < :at limit :n)",
    "update inbox set payload = '{}' where id in (select id from inbox where kind = 'message' and state <> 'waiting'"
    " and payload <> '{}' and received_at < :at limit :n)",
)
_MESSAGES = (
    "delete from outbox where k in (select k from outbox where created_at < :at"
    " and state not in ('queued', 'sending', 'unknown') limit :n)",
    "delete from messages where id in (select id from messages where created_at < :at"
    " and not exists(select 1 from outbox o where o.message_id = messages.id) limit :n)",
    "update inbox set payload = '{}', text = null, sender = null, media_id = null, latitude = null, longitude = null,"
    " choice_id = null, turn_id = null where id in (select id from inbox where kind = 'message'"
    " and state <> 'waiting' and received_at < :at and (text is not null or turn_id is not null) limit :n)",
    "delete from turns where id in (select id from turns where at < :at"
    " and not exists(select 1 from inbox i where i.turn_id = turns.id) limit :n)",
    # Of a talk that long ended: what it was about, and what was offered in it.
    """update conversations set state = '{"type":"start"}', thread = '{}', version = version + 1 where id in"""
    " (select id from conversations where updated_at < :at and due_at is null and status <> 'human'"
    " and thread <> '{}' limit :n)",
)
_MEMORY = (
    "delete from conversation_memory where (contact_id, key) in (select contact_id, key from conversation_memory"
    " where expires_at <= :seconds limit :n)",
)


class Removed(Struct, frozen=True, kw_only=True):
    """How many rows and files were too old, by kind."""

    webhooks: int = 0
    messages: int = 0
    memories: int = 0
    files: int = 0


def daily(db: Database, directory: Path, now: dt.datetime) -> Removed | None:
    """`run`, unless it ran within a day: then None."""
    ran_at = db.read(lambda tx: tx.value("select value from meta where key = ?", (_RAN_AT,)))
    if ran_at is not None and now - from_iso(ran_at) < EVERY:
        return None
    return run(db, directory, now)


def run(db: Database, directory: Path, now: dt.datetime) -> Removed:
    """Remove what is older than the clinic's periods. `directory` holds its media. Raises OSError."""
    kept = db.read(configuration.read).configuration
    removed = Removed(
        webhooks=_each(db, _WEBHOOKS, _ago(now, kept.retention_webhooks_days)),
        messages=_each(db, _MESSAGES, _ago(now, kept.retention_messages_days)),
        memories=_each(db, _MEMORY, now),
        files=_files(directory, kept, now),
    )
    db.write(lambda tx: _note(tx, removed, now))
    return removed


def _ago(now: dt.datetime, days: int | None) -> dt.datetime | None:
    return None if days is None else now - dt.timedelta(days=days)


def _each(db: Database, statements: tuple[str, ...], before: dt.datetime | None) -> int:
    """Run each statement until nothing of it is left to do; how many rows that took."""
    if before is None:
        return 0
    params: dict[str, str | int] = {"at": iso(before), "seconds": seconds(before), "n": AT_ONCE}
    removed = 0
    for statement in statements:
        removed += sum(_batches(db, statement, params))
    return removed


def _batches(db: Database, statement: str, params: Mapping[str, str | int]) -> Iterator[int]:
    count = AT_ONCE
    while count == AT_ONCE:
        count = db.write(lambda tx: tx.run(statement, params))
        yield count


def _files(directory: Path, kept: Configuration, now: dt.datetime) -> int:
    before = _ago(now, kept.retention_media_days)
    return 0 if before is None else media.remove(media.older(directory, before))


def _note(tx: Transaction, removed: Removed, now: dt.datetime) -> None:
    tx.run("insert into meta(key, value) values(?1, ?2) on conflict(key) do update set value = ?2", (_RAN_AT, iso(now)))
    if removed == Removed():
        return
    told = msgspec.json.encode(removed).decode()
    audit.write(tx, at=iso(now), who=WHO, action="retention.ran", subject="clinics", subject_id="", detail=told)
