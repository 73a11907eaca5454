"""What is to be said, as rows before anything is sent, claimed in order by one sender alone; see `delivery`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from atendeai.conversation import store
from atendeai.conversation.facts import Reply
from atendeai.database import Transaction
from atendeai.ops.ids import new_id
from atendeai.whatsapp import outgoing
from atendeai.whatsapp.outgoing import Choice, Outgoing

# How long (milliseconds) later messages wait behind one that may have gone out.
HELD_BEHIND_UNKNOWN = 15_000
Purpose = Literal["reply", "notice"]


class Claimed(Struct, frozen=True, kw_only=True):
    """A row that this caller, and nobody else, sends now."""

    k: str
    contact_id: str
    conversation_id: str
    phone_number_id: str | None
    payload: str
    attempts: int
    in_trouble: bool
    wa_id: str | None
    user_id: str | None

    def body(self) -> dict[str, object]:
        """Meta's body of this message."""
        return outgoing.to_graph(outgoing.decode(self.payload), to=self.wa_id, recipient=self.user_id, k=self.k)


class Work(Struct, frozen=True, order=True):
    """A contact with something to send from `not_before` (UTC milliseconds) on."""

    not_before: int
    contact_id: str


def message_of(reply: Reply) -> Outgoing:
    """A reply in the friendliest form that WhatsApp has for it."""
    choices = [Choice(option.id, option.title, option.description) for option in reply.options]
    return outgoing.options(reply.text, choices, reply.button)


def enqueue(
    tx: Transaction,
    conversation_id: str,
    replies: Iterable[Reply],
    *,
    turn_id: str | None,
    now: int,
    at: str,
    send: bool,
    purpose: Purpose = "reply",
) -> None:
    """Write replies to the transcript and, when `send`, to the outbox, in order."""
    for reply in replies:
        for message in outgoing.parts(message_of(reply)):
            payload = outgoing.encode(message)
            message_id = store.add_message(
                tx,
                conversation_id,
                "out",
                outgoing.as_text(message),
                author="bot",
                at=at,
                sent_at=now // 1000,
                kind=str(message.__struct_config__.tag),
                payload=payload,
                turn_id=turn_id,
            )
            if send:
                _insert(tx, conversation_id, message_id, payload, purpose, at)


def _insert(tx: Transaction, conversation_id: str, message_id: str, payload: str, purpose: Purpose, at: str) -> None:
    tx.run(
        "insert into outbox(k, seq, conversation_id, contact_id, message_id, phone_number_id, payload, purpose,"
        " created_at, updated_at)"
        " select ?, (select coalesce(max(seq), 0) + 1 from outbox), id, contact_id, ?, phone_number_id, ?, ?, ?, ?"
        " from conversations where id = ?",
        (new_id(), message_id, payload, purpose, at, at, conversation_id),
    )


def line(tx: Transaction, contact_id: str) -> str | None:
    """The number by which the contact's next message goes ("" without one); None when nothing is to be sent."""
    found = tx.values(
        "select coalesce(o.phone_number_id, v.phone_number_id, '') from outbox o join conversations v on"
        " v.id = o.conversation_id where o.contact_id = ? and o.state in ('queued', 'sending', 'unknown')"
        " and o.state = 'queued' order by o.seq limit 1",
        (contact_id,),
    )
    return str(found[0]) if found else None


def put_off(tx: Transaction, contact_id: str, until: int, at: str) -> None:
    """Leave all that waits for a contact alone until that moment (UTC milliseconds)."""
    tx.run(
        "update outbox set not_before = max(not_before, ?), updated_at = ? where contact_id = ?"
        " and state in ('queued', 'sending', 'unknown') and state = 'queued'",
        (until, at, contact_id),
    )


def claim(tx: Transaction, contact_id: str, now: int, at: str) -> Claimed | Work | None:
    """The contact's next message, now being sent by the caller alone; or when to come back; or nothing to do.

    First in, first out: nothing overtakes a message that waits, is being sent, or (for a bounded while) may have
    gone out. What is to go out by a paused number waits until that is connected again.
    """
    heads = tx.dicts(
        "select k, state, not_before, sending_since, exists(select 1 from whatsapp_configurations w where"
        " w.phone_number_id = o.phone_number_id and w.state = 'paused') as paused from outbox o where contact_id = ?"
        " and state in ('queued', 'sending', 'unknown') order by seq",
        (contact_id,),
    )
    for head in heads:
        if head["state"] == "unknown":
            held_until = int(head["sending_since"] or 0) + HELD_BEHIND_UNKNOWN
            if now < held_until and len(heads) > 1:
                return Work(held_until, contact_id)
            continue
        if head["state"] == "sending" or head["paused"]:  # who sends it looks for more, or the sweep will
            return None
        if head["not_before"] > now:
            return Work(head["not_before"], contact_id)
        return _start_sending(tx, head["k"], now, at)
    return None


def _start_sending(tx: Transaction, k: str, now: int, at: str) -> Claimed | None:
    won = tx.run(
        "update outbox set state = 'sending', sending_since = ?, attempts = attempts + 1, updated_at = ?"
        " where k = ? and state = 'queued'",
        (now, at, k),
    )
    if not won:
        return None
    return tx.row(
        Claimed,
        "select o.k, o.contact_id, o.conversation_id, coalesce(o.phone_number_id, v.phone_number_id) as"
        " phone_number_id, o.payload, o.attempts, o.error is not null as in_trouble, c.wa_id, c.user_id"
        " from outbox o join contacts c on c.id = o.contact_id join conversations v on v.id = o.conversation_id"
        " where o.k = ?",
        (k,),
    )


def to_send(tx: Transaction, conversation_id: str | None = None) -> list[Work]:
    """Every contact with something to send by a number that is not paused, or the one of a conversation."""
    # Here and above the states are spelled as the partial index spells them: else SQLite reads the whole outbox.
    return tx.rows(
        Work,
        "select min(not_before) as not_before, contact_id from outbox o where"
        " state in ('queued', 'sending', 'unknown') and state = 'queued' and not exists(select 1 from"
        " whatsapp_configurations w where w.phone_number_id = o.phone_number_id and w.state = 'paused')"
        " and (?1 is null or contact_id = (select contact_id from conversations where id = ?1)) group by contact_id",
        (conversation_id,),
    )


def unsettled(tx: Transaction) -> bool:
    """Whether anything waits for a send or for a status that settles it."""
    return bool(tx.value("select exists(select 1 from outbox where state in ('queued', 'sending', 'unknown'))"))
