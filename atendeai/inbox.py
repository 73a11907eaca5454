"""What arrived, each thing once: signed webhook bodies and messages become rows, committed before anybody is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from atendeai import delivery, outbox
from atendeai.clinics.context import Personality
from atendeai.conversation import store
from atendeai.conversation.contacts import Channel, contact_for
from atendeai.conversation.facts import Reply
from atendeai.conversation.phrases import BOOKS
from atendeai.conversation.understanding.model import Language
from atendeai.conversation.voice import Voice
from atendeai.database import Transaction
from atendeai.patients.erasure import tombstone
from atendeai.whatsapp.payload import Item

# A burst may go on for ever; the first message of it may not wait for ever.
LONGEST_BURST_MILLISECONDS = 15_000
TAPS = ("interactive", "button")
# What holds something that only a person can look at or listen to.
FOR_STAFF_KINDS = ("audio", "image", "video", "document", "contacts")
SILENT_KINDS = ("reaction", "system", "edit", "revoke")
ATTEMPTS = 3


class Waiting(Struct, frozen=True, kw_only=True):
    """A stored message that waits for its answer."""

    id: int
    key: str
    kind: str
    message_kind: str
    text: str
    choice_id: str | None
    phone_number_id: str | None
    conversation_id: str
    sent_at: int
    media_id: str | None = None

    @property
    def is_voice_note(self) -> bool:
        """Whether it is sound that nobody has written down yet."""
        return self.message_kind == "audio" and not self.text

    @property
    def is_for_staff(self) -> bool:
        """Whether a person has to open it: the receptionist reads only words."""
        return self.message_kind in FOR_STAFF_KINDS and not (self.message_kind == "audio" and self.text)


class Nudge(Struct, frozen=True, order=True):
    """A conversation to be answered once `due_at` (UTC milliseconds) has come."""

    due_at: int
    conversation_id: str


def store_raw(tx: Transaction, body: bytes, at: str) -> bool:
    """Keep a signed body; False when this very body is already here."""
    digest = hashlib.sha256(body).hexdigest()
    return bool(
        tx.run(
            "insert into webhook_raw(sha256, body, received_at) values (?, ?, ?) on conflict do nothing",
            (digest, body, at),
        )
    )


def receive(tx: Transaction, items: Iterable[Item], *, now: int, at: str, burst: int) -> list[Nudge]:
    """Store every item once and say which conversations are to be answered when.

    `now` and `burst` are milliseconds; `at` is the same instant as ISO text. Statuses are applied at once.
    """
    nudges: dict[str, Nudge] = {}
    for item in items:
        if item.kind == "message":
            nudge = hear(tx, item, now=now, at=at, burst=0 if item.message_kind in TAPS else burst)
            if nudge is not None:
                nudges[nudge.conversation_id] = nudge
        elif _insert(tx, item, now, at, state="done"):
            _notice(tx, item, at)
    return list(nudges.values())


def hear(tx: Transaction, item: Item, *, now: int, at: str, burst: int, channel: Channel = "whatsapp") -> Nudge | None:
    """Store one message of a patient; None when it was already here or asks for no answer."""
    # What is said in a group is not said to the clinic, and must not be answered to one person.
    nobody = item.group_id is not None or not (item.wa_id or item.user_id)
    silent = nobody or item.message_kind in SILENT_KINDS
    if not _insert(tx, item, now, at, state="done" if silent else "waiting") or silent:
        return None
    contact = contact_for(tx, channel, wa_id=item.wa_id, user_id=item.user_id, name=item.profile_name or None, at=at)
    conversation = store.conversation_of(tx, contact.id, at)
    tx.run("update inbox set conversation_id = ? where key = ?", (conversation.id, item.key))
    store.add_message(
        tx,
        conversation.id,
        "in",
        item.text,
        author="patient",
        at=at,
        sent_at=item.sent_at or now // 1000,
        kind=item.message_kind or "text",
        payload=item.raw,
        wamid=item.wamid,
    )
    due_at = _due(tx, conversation.id, now, burst)
    tx.run(
        "update conversations set due_at = ?, last_inbound_at = max(coalesce(last_inbound_at, 0), ?),"
        " phone_number_id = coalesce(?, phone_number_id), updated_at = ? where id = ?",
        (due_at, item.sent_at or now // 1000, item.phone_number_id, at, conversation.id),
    )
    return Nudge(due_at, conversation.id)


def _due(tx: Transaction, conversation_id: str, now: int, burst: int) -> int:
    """Each new message puts the answer off by one burst window, bounded from the first that waits."""
    first = tx.value(
        "select min(received_ms) from inbox where conversation_id = ? and state = 'waiting'",
        (conversation_id,),
    )
    return min(now + burst, int(first or now) + LONGEST_BURST_MILLISECONDS)


def _insert(tx: Transaction, item: Item, now: int, at: str, state: str) -> bool:
    return bool(
        tx.run(
            "insert into inbox(key, kind, state, phone_number_id, sender, message_kind, text, media_id, latitude,"
            " longitude, payload, choice_id, sent_at, received_ms, received_at)"
            " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists(select 1 from inbox where key = ?)"
            " on conflict(key) do nothing",
            (
                item.key,
                item.kind,
                state,
                item.phone_number_id,
                item.sender,
                item.message_kind,
                item.text,
                item.media_id,
                item.latitude,
                item.longitude,
                item.raw,
                item.choice_id,
                item.sent_at,
                now,
                at,
                tombstone(item.key),  # what was erased does not come back
            ),
        )
    )


def _notice(tx: Transaction, item: Item, at: str) -> None:
    """Things that are not a patient's message: delivery statuses, and staff answering from the phone."""
    if item.kind == "status":
        delivery.apply_status(tx, item, at)
    elif item.kind == "echo" and (item.wa_id or item.user_id):
        contact = contact_for(tx, "whatsapp", wa_id=item.wa_id, user_id=item.user_id, name=None, at=at)
        conversation = store.conversation_of(tx, contact.id, at)
        store.add_message(
            tx,
            conversation.id,
            "out",
            item.text,
            author="staff",
            at=at,
            sent_at=item.sent_at,
            wamid=item.wamid,
        )
        store.take_over(tx, conversation.id, at)


def waiting(tx: Transaction, conversation_id: str) -> list[Waiting]:
    """The messages of a conversation that nobody has answered, in the order they were sent."""
    # Here and below the state is spelled as the partial index spells it: else SQLite reads the whole inbox.
    return tx.rows(
        Waiting,
        "select id, key, kind, message_kind, text, choice_id, phone_number_id, conversation_id, sent_at, media_id"
        " from inbox where conversation_id = ? and state = 'waiting' order by sent_at, id",
        (conversation_id,),
    )


def write_down(tx: Transaction, said: Mapping[int, str]) -> None:
    """Keep the words of voice notes, by message: in the inbox for the turn, and marked in the transcript for staff."""
    for message_id, text in said.items():
        tx.run("update inbox set text = ? where id = ?", (text, message_id))
        tx.run(
            "update messages set text = ?, transcribed = 1 where direction = 'in' and wamid ="
            " (select json_extract(payload, '$.id') from inbox where id = ?)",
            (text, message_id),
        )


def answered(tx: Transaction, ids: list[int], conversation_id: str) -> bool:
    """Mark messages answered; False when one of them already was (then the caller must undo its turn)."""
    marked = tx.run(
        "update inbox set state = 'done' where state = 'waiting' and id in (select value from json_each(?))",
        (msgspec.json.encode(ids).decode(),),
    )
    tx.run(
        "update conversations set due_at = null where id = ? and not exists(select 1 from inbox"
        " where conversation_id = conversations.id and state = 'waiting')",
        (conversation_id,),
    )
    return marked == len(ids)


def mark_turn(tx: Transaction, ids: list[int], turn_id: str) -> None:
    """Which turn answered these messages."""
    tx.run(
        "update inbox set turn_id = ? where id in (select value from json_each(?))",
        (turn_id, msgspec.json.encode(ids).decode()),
    )


def set_aside(tx: Transaction, conversation_id: str, error: str, *, now: int, at: str) -> None:
    """Count a failed turn; after some, its messages are dead letters, a person is called and the patient told.

    The conversation begins anew: whatever it was stuck in must not swallow the next message too.
    """
    tx.run(
        "update inbox set attempts = attempts + 1, error = ? where conversation_id = ? and state = 'waiting'",
        (error, conversation_id),
    )
    dead = tx.run(
        "update inbox set state = 'dead' where conversation_id = ? and state = 'waiting' and attempts >= ?",
        (conversation_id, ATTEMPTS),
    )
    if not dead:
        return
    language = _spoken_in(tx, conversation_id)
    held = store.begin_anew(tx, conversation_id, at)
    tx.run(
        "update conversations set escalated_at = coalesce(escalated_at, :at), escalation = 'failed', due_at = case when"
        " exists(select 1 from inbox where conversation_id = :id and state = 'waiting') then :now end where id = :id",
        {"at": at, "id": conversation_id, "now": now},
    )
    if held is not None and held.status != "human":
        sorry = [Reply(Voice(Personality(), language=language).say("calling_person"))]
        outbox.enqueue(tx, conversation_id, sorry, turn_id=None, now=now, at=at, send=held.phone_number_id is not None)


def _spoken_in(tx: Transaction, conversation_id: str) -> Language:
    """The language last spoken; the thread may be what could not be read, hence read as text."""
    spoken = tx.value(
        "select json_extract(thread, '$.language') from conversations where id = ? and json_valid(thread)",
        (conversation_id,),
    )
    return next((language for language in BOOKS if language == spoken), "pt")


def due_at(tx: Transaction, conversation_id: str) -> int | None:
    """When a conversation's waiting messages may be answered (UTC ms); None when nothing waits."""
    found = tx.value("select due_at from conversations where id = ?", (conversation_id,))
    return None if found is None else int(found)


def due(tx: Transaction) -> list[Nudge]:
    """Every conversation with unanswered messages, for the sweep."""
    return tx.rows(Nudge, "select due_at, id as conversation_id from conversations where due_at is not null")


def leave_to_staff(tx: Transaction, because: str, at: str) -> int:
    """Nobody answers any more what waits; its conversations wait for a person instead. How many they are."""
    waiting = "exists(select 1 from inbox where conversation_id = conversations.id and state = 'waiting')"
    left = tx.run(
        f"update conversations set due_at = null, escalated_at = coalesce(escalated_at, ?), escalation ="  # noqa: S608
        f" coalesce(escalation, ?) where {waiting}",
        (at, because),
    )
    tx.run("update inbox set state = 'done', error = ? where state = 'waiting'", (because,))
    return left
