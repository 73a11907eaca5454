"""One message in, its answer out: the same inbox, turn and transaction as WhatsApp's, for REST, the terminal and
replays."""

from __future__ import annotations

import hashlib

from msgspec import Struct

from atendeai import inbox
from atendeai.conversation import store
from atendeai.conversation.ai.assistant import NOBODY, Assistant
from atendeai.conversation.contacts import Channel
from atendeai.conversation.store import Conversation, Turned
from atendeai.database import Database, Transaction
from atendeai.ops.clock import Clock, iso, millis, seconds
from atendeai.ops.ids import new_id
from atendeai.turn import take_turn
from atendeai.whatsapp.identity import digits, is_bsuid
from atendeai.whatsapp.payload import Item


class Said(Struct, frozen=True, kw_only=True):
    """A patient's message. `number` is digits with country code or a BSUID; `tapped` is an option's id."""

    number: str
    text: str
    kind: str = "text"
    name: str | None = None
    message_id: str | None = None
    tapped: str | None = None


class Exchange(Struct, frozen=True):
    """`turned` is None when a person has the conversation and the receptionist keeps silent."""

    conversation: Conversation
    turned: Turned | None


def converse(
    db: Database, said: Said, clock: Clock, channel: Channel = "whatsapp", assistant: Assistant = NOBODY
) -> Exchange:
    """Store the message, answer it, and return both. A repeated `message_id` gets the first answer again."""
    now = clock.now()
    item = _item(said, seconds(now))
    conversation_id = db.write(lambda tx: _store(tx, item, channel, now=millis(now), at=iso(now)))
    turned = take_turn(db, conversation_id, now=now, assistant=assistant)
    return db.read(lambda tx: _exchange(tx, conversation_id, item.key, turned))


def _item(said: Said, now: int) -> Item:
    """The message as the inbox keeps it. The number belongs to the key: ids of two patients may collide."""
    message_id = said.message_id or new_id()
    bsuid = said.number if is_bsuid(said.number) else None
    wa_id = None if bsuid else digits(said.number) or said.number
    who = hashlib.sha256((bsuid or wa_id or "").encode()).hexdigest()[:16]
    return Item(
        key=f"m:api:{who}:{message_id}",
        kind="message",
        sender=bsuid or wa_id,
        wa_id=wa_id,
        user_id=bsuid,
        profile_name=said.name or "",
        message_kind=said.kind,
        text=said.text,
        choice_id=said.tapped,
        sent_at=now,
        raw="{}",
    )


def _store(tx: Transaction, item: Item, channel: Channel, *, now: int, at: str) -> str:
    inbox.hear(tx, item, now=now, at=at, burst=0, channel=channel)
    return str(tx.value("select conversation_id from inbox where key = ?", (item.key,)))


def _exchange(tx: Transaction, conversation_id: str, key: str, turned: Turned | None) -> Exchange:
    conversation = store.conversation(tx, conversation_id)
    if conversation is None:
        raise LookupError(f"conversation {conversation_id} vanished")
    if turned is None:
        turn_id = tx.value("select turn_id from inbox where key = ?", (key,))
        turned = store.turn(tx, turn_id) if turn_id else None
    return Exchange(conversation, turned)
