"""Conversations, their messages, turns and memory in the clinic's file. SQL, `tx` first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atendeai.appointment import booking
from atendeai.conversation.facts import Decision, Reply
from atendeai.conversation.state import State, Thread, decode_state, encode, name_of
from atendeai.conversation.understanding.model import Expects, Understanding
from atendeai.database import Transaction
from atendeai.ops.ids import new_id

FOR_STAFF = "message.for_staff"  # in the audit trail: something that only a person can open
MEMORY_LASTS_SECONDS = 365 * 24 * 3600


class Conversation(Struct, frozen=True, kw_only=True):
    """A row of `conversations`; `version` counts its turns."""

    id: str
    contact_id: str
    phone_number_id: str | None
    status: Literal["active", "human", "closed"]
    state: str
    thread: str
    version: int
    due_at: int | None
    last_inbound_at: int | None
    human_since: str | None
    escalated_at: str | None
    escalation: str | None
    created_at: str
    updated_at: str

    def read_state(self) -> State:
        return decode_state(self.state)

    def read_thread(self) -> Thread:
        return msgspec.json.decode(self.thread, type=Thread)


class Turned(Struct, frozen=True, kw_only=True):
    """What a turn said and left behind: a row of `turns`, decoded."""

    id: str
    conversation_id: str
    understanding: Understanding
    state: str
    expects: Expects | None
    replies: list[Reply]
    appointment_id: str | None
    escalation: str | None
    at: str


def conversation_of(tx: Transaction, contact_id: str, at: str) -> Conversation:
    """The one conversation of a contact, opened when there is none."""
    tx.run(
        "insert into conversations(id, contact_id, created_at, updated_at) values (?, ?, ?, ?)"
        " on conflict(contact_id) do nothing",
        (new_id(), contact_id, at, at),
    )
    found = tx.row(Conversation, "select * from conversations where contact_id = ?", (contact_id,))
    assert found is not None  # noqa: S101 (inserted just above)
    return found


def conversation(tx: Transaction, conversation_id: str) -> Conversation | None:
    return tx.row(Conversation, "select * from conversations where id = ?", (conversation_id,))


def conversations(tx: Transaction, limit: int = 50) -> list[dict[str, Any]]:
    """The latest conversations for a list on screen.

    `for_staff` counts voice notes, pictures and files that nobody of the clinic has answered or taken over since.
    """
    return tx.dicts(
        "select c.id, c.status, c.escalation, c.escalated_at, c.updated_at, k.name, k.phone_e164,"
        " json_extract(c.state, '$.type') as state, (select count(*) from audit_logs a where a.subject_id = c.id"
        " and a.action = :flagged and a.at > coalesce((select max(at) from audit_logs where subject_id = c.id"
        " and action = 'conversation.taken_over'), '') and a.at > coalesce((select max(created_at) from messages"
        " where conversation_id = c.id and author = 'staff'), '')) as for_staff"
        " from conversations c join contacts k on k.id = c.contact_id"
        " order by c.escalated_at is null, for_staff = 0, c.updated_at desc limit :limit",
        {"flagged": FOR_STAFF, "limit": limit},
    )


def transcript(tx: Transaction, conversation_id: str, limit: int = 200) -> list[dict[str, Any]]:
    """The latest messages of a conversation, the oldest first."""
    found = tx.dicts(
        "select created_at, author, kind, text, transcribed from messages where conversation_id = ?"
        " order by created_at desc, id desc limit ?",
        (conversation_id, limit),
    )
    return found[::-1]


def save_turn(
    tx: Transaction, held: Conversation, turn_id: str, heard: Understanding, decision: Decision, at: str
) -> bool:
    """Keep what a turn decided; False when another turn was faster (the version moved on)."""
    won = tx.run(
        "update conversations set state = ?, thread = ?, version = version + 1, updated_at = ?,"
        " status = case when status = 'closed' then 'active' else status end,"
        " escalated_at = case when ? is null then escalated_at else coalesce(escalated_at, ?) end,"
        " escalation = coalesce(?, escalation) where id = ? and version = ?",
        (
            encode(decision.state),
            encode(decision.thread),
            at,
            decision.escalate,
            at,
            decision.escalate,
            held.id,
            held.version,
        ),
    )
    if not won:
        return False
    tx.run(
        "insert into turns(id, conversation_id, intent, confidence, understanding, state, expects, replies,"
        " appointment_id, escalation, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            turn_id,
            held.id,
            heard.intent,
            heard.confidence,
            msgspec.json.encode(heard).decode(),
            name_of(decision.state),
            decision.thread.expects,
            msgspec.json.encode(decision.replies).decode(),
            decision.appointment_id,
            decision.escalate,
            at,
        ),
    )
    return True


def turn(tx: Transaction, turn_id: str) -> Turned | None:
    """A finished turn, for a repeated request."""
    rows = tx.dicts("select * from turns where id = ?", (turn_id,))
    if not rows:
        return None
    row = rows[0]
    row["understanding"] = msgspec.json.decode(row["understanding"])
    row["replies"] = msgspec.json.decode(row["replies"])
    return msgspec.convert(row, Turned)


def add_message(
    tx: Transaction,
    conversation_id: str,
    direction: Literal["in", "out"],
    text: str,
    *,
    author: Literal["patient", "bot", "staff"],
    at: str,
    sent_at: int,
    kind: str = "text",
    payload: str = "{}",
    wamid: str | None = None,
    turn_id: str | None = None,
) -> str:
    """Append to the transcript; a message already there (same wamid) is left as it is."""
    message_id = new_id()
    tx.run(
        "insert into messages(id, conversation_id, direction, kind, text, payload, wamid, turn_id, author, sent_at,"
        " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        (message_id, conversation_id, direction, kind, text, payload, wamid, turn_id, author, sent_at, at),
    )
    return message_id


def recall(tx: Transaction, contact_id: str, now: int) -> dict[str, str]:
    """What this contact's memory holds and has not expired (UTC seconds)."""
    rows = tx.dicts(
        "select key, value from conversation_memory where contact_id = ? and (expires_at is null or expires_at > ?)",
        (contact_id, now),
    )
    return {row["key"]: row["value"] for row in rows}


def remember(tx: Transaction, contact_id: str, facts: Iterable[tuple[str, str]], now: int, at: str) -> None:
    tx.run_many(
        "insert into conversation_memory(contact_id, key, value, expires_at, updated_at) values (?, ?, ?, ?, ?)"
        " on conflict(contact_id, key) do update set value = excluded.value, expires_at = excluded.expires_at,"
        " updated_at = excluded.updated_at",
        [(contact_id, key, value, now + MEMORY_LASTS_SECONDS, at) for key, value in facts],
    )


def take_over(tx: Transaction, conversation_id: str, at: str) -> bool:
    """A person answers from here on: the bot stays silent until `hand_back`. False for an unknown conversation."""
    return bool(
        tx.run(
            "update conversations set status = 'human', human_since = ?, updated_at = ? where id = ?",
            (at, at, conversation_id),
        )
    )


def hand_back(tx: Transaction, conversation_id: str, at: str) -> bool:
    """The bot answers again, from the start of a wish. False for an unknown conversation."""
    tx.run(
        "update conversations set status = 'active', human_since = null, escalated_at = null, escalation = null"
        " where id = ?",
        (conversation_id,),
    )
    return begin_anew(tx, conversation_id, at, keep_said=True) is not None


def begin_anew(tx: Transaction, conversation_id: str, at: str, *, keep_said: bool = False) -> Conversation | None:
    """Drop whatever was under way, its hold included; a turn that is being thought over looks again.

    With `keep_said` it stays known what was said, so that it is not said again; what was asked is open no more.
    """
    tx.run(
        """update conversations set state = '{"type":"start"}', version = version + 1, thread = case"""
        " when ? and json_valid(thread)"
        " then json_remove(thread, '$.expects', '$.options', '$.misunderstood', '$.asked_surname')"
        " else '{}' end, updated_at = ? where id = ?",
        (keep_said, at, conversation_id),
    )
    found = conversation(tx, conversation_id)
    if found is not None:
        booking.release(tx, found.contact_id)
    return found
