"""One turn: a conversation's waiting messages become an answer, in one transaction.

    receive → clinic context → intent → personality → route → reply → send → memory

Understanding happens outside the write lock; everything that a turn changes (state, appointment, memory, outbox,
"answered") commits together or not at all. Whoever finds that the conversation moved on simply looks again.
"""

from __future__ import annotations

import datetime as dt
from typing import assert_never
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from atendeai import inbox, outbox
from atendeai.appointment import booking
from atendeai.appointment import store as agenda_store
from atendeai.appointment.agenda import LiveAgenda
from atendeai.appointment.model import Outcome
from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext
from atendeai.conversation import store
from atendeai.conversation.contacts import Contact, contact, opt_out
from atendeai.conversation.dialogue import decide
from atendeai.conversation.facts import (
    Action,
    Book,
    Cancel,
    ConfirmPresence,
    Decision,
    Facts,
    Heard,
    Hold,
    Move,
    OptOut,
    Release,
)
from atendeai.conversation.hearing import hear
from atendeai.conversation.store import Conversation, Turned
from atendeai.database import Database, Transaction
from atendeai.inbox import Waiting
from atendeai.ops import audit
from atendeai.ops.clock import from_seconds, iso, millis, seconds
from atendeai.ops.ids import new_id

BOT, SOURCE = "bot", "whatsapp"


class _Recalled(Struct, frozen=True, kw_only=True):
    """What a turn starts from: a snapshot, checked again under the lock."""

    conversation: Conversation
    waiting: list[Waiting]
    context: ClinicContext
    context_version: int


class _MovedOnError(Exception):
    """Another turn was faster, or the clinic's document changed; nothing of this attempt remains."""


def take_turn(db: Database, conversation_id: str, *, now: dt.datetime) -> Turned | None:
    """Answer what waits in a conversation. None when nothing waits, or when a person has taken over.

    `now` is aware. The answer goes to the outbox when a message came by WhatsApp; who asked otherwise is handed it.
    """
    while True:
        try:
            return _attempt(db, conversation_id, now)
        except _MovedOnError:
            continue


def _attempt(db: Database, conversation_id: str, now: dt.datetime) -> Turned | None:
    recalled = db.read(lambda tx: _receive(tx, conversation_id))
    if recalled is None:
        return None
    heard = _understand(recalled, now)
    return db.write(lambda tx: _answer(tx, recalled, heard, now))


def _receive(tx: Transaction, conversation_id: str) -> _Recalled | None:
    """Steps 1 and 2, receive and clinic context: what waits, and who we are to this patient."""
    conversation = store.conversation(tx, conversation_id)
    waiting = inbox.waiting(tx, conversation_id)
    if conversation is None or not waiting:
        return None
    return _Recalled(
        conversation=conversation,
        waiting=waiting,
        context=versions.active(tx),
        context_version=versions.active_version(tx),
    )


def _understand(recalled: _Recalled, now: dt.datetime) -> Heard:
    """Step 3, intent: all that waits, heard as one, against the question that is open.

    "Amanhã" is the day after it was written, however late it is read.
    """
    thread = recalled.conversation.read_thread()
    written = recalled.waiting[-1].sent_at
    said_at = min(now, from_seconds(written)) if written else now
    taps = [message.choice_id for message in recalled.waiting if message.choice_id]
    understanding = hear(
        [message.text for message in recalled.waiting],
        context=recalled.context,
        now=said_at.astimezone(ZoneInfo(recalled.context.time_zone)),
        expects=thread.expects,
        options=thread.options,
    )
    return Heard(
        understanding=understanding,
        tapped=taps[-1] if taps else None,
        kinds=tuple(message.message_kind or "text" for message in recalled.waiting),
    )


def _answer(tx: Transaction, recalled: _Recalled, heard: Heard, now: dt.datetime) -> Turned | None:
    """Steps 4 to 8 under the write lock: decide on live facts, act, and leave it all behind in one commit."""
    conversation = store.conversation(tx, recalled.conversation.id)
    if conversation is None or conversation.version != recalled.conversation.version:
        raise _MovedOnError
    if versions.active_version(tx) != recalled.context_version:
        raise _MovedOnError
    turn_id, at = new_id(), iso(now)
    answered = [message.id for message in recalled.waiting]
    if not inbox.answered(tx, answered, conversation.id):
        raise _MovedOnError
    if conversation.status == "human":
        return None
    facts = _facts(tx, conversation, recalled.context, now)
    decision = _route(tx, facts, heard, conversation, recalled.waiting[-1], now)
    if not store.save_turn(tx, conversation, turn_id, heard.understanding, decision, at):
        raise _MovedOnError
    inbox.mark_turn(tx, answered, turn_id)
    _remember(tx, conversation.contact_id, decision, now)
    _audit(tx, conversation, decision, turn_id, at)
    outbox.enqueue(
        tx,
        conversation.id,
        decision.replies,
        turn_id=turn_id,
        now=millis(now),
        at=at,
        send=any(message.phone_number_id for message in recalled.waiting),
    )
    return store.turn(tx, turn_id)


def _facts(tx: Transaction, conversation: Conversation, context: ClinicContext, now: dt.datetime) -> Facts:
    """Step 4, personality: the clinic's voice and everything true at this moment about this patient."""
    writer: Contact = contact(tx, conversation.contact_id)
    return Facts(
        context=context,
        now=now.astimezone(ZoneInfo(context.time_zone)),
        agenda=LiveAgenda(tx, context, now, writer.id),
        contact_id=writer.id,
        profile_name=writer.name,
        patients={patient.name: patient.id for patient in agenda_store.patients_of(tx, writer.id)},
        known_patient=agenda_store.is_known_patient(tx, writer.id),
        appointments=agenda_store.upcoming(tx, writer.id, now),
        memory=store.recall(tx, writer.id, seconds(now)) if context.ai_behavior.memory else {},
        escalated=conversation.escalated_at is not None,
    )


def _route(
    tx: Transaction, facts: Facts, heard: Heard, conversation: Conversation, last: Waiting, now: dt.datetime
) -> Decision:
    """Steps 5 and 6, route and reply: the dialogue says what it wants done and hears what came of it."""
    dialogue = decide(facts, heard, conversation.read_state(), conversation.read_thread())
    outcome: Outcome | None = None
    step = 0
    while True:
        try:
            action = dialogue.send(outcome)
        except StopIteration as finished:
            decision: Decision = finished.value
            return decision
        step += 1
        outcome = _perform(tx, facts, action, f"{last.key}:{step}", now)


def _perform(tx: Transaction, facts: Facts, action: Action, request_key: str, now: dt.datetime) -> Outcome | None:
    """Do one thing to the clinic's file. Outcomes are values; the dialogue finds the words for each."""
    context, contact_id = facts.context, facts.contact_id
    match action:
        case Hold(wish, slot):
            return booking.hold(
                tx,
                context,
                wish=wish,
                starts=slot.starts,
                professional_id=slot.professional_id,
                contact_id=contact_id,
                source=SOURCE,
                now=now,
                by=BOT,
            )
        case Release():
            booking.release(tx, contact_id)
            return None
        case Book(wish, slot, patient_name):
            patient = agenda_store.ensure_patient(tx, contact_id, patient_name, wish.insurance, now)
            return booking.book(
                tx,
                context,
                wish=wish,
                starts=slot.starts,
                professional_id=slot.professional_id,
                contact_id=contact_id,
                patient_id=patient.id,
                request_key=request_key,
                source=SOURCE,
                now=now,
                by=BOT,
            )
        case Move(appointment_id, _, slot):
            return booking.move(
                tx,
                context,
                appointment_id,
                starts=slot.starts,
                professional_id=slot.professional_id,
                now=now,
                by=BOT,
                contact_id=contact_id,
            )
        case Cancel(appointment_id):
            return booking.cancel(tx, context, appointment_id, now=now, by=BOT, contact_id=contact_id)
        case ConfirmPresence(appointment_id):
            return booking.confirm(tx, appointment_id, now=now, by=BOT, contact_id=contact_id)
        case OptOut():
            opt_out(tx, contact_id)
            return None
        case _:
            assert_never(action)


def _remember(tx: Transaction, contact_id: str, decision: Decision, now: dt.datetime) -> None:
    """Step 8, memory: what spares this patient a question next time."""
    store.remember(tx, contact_id, decision.remember.items(), seconds(now), iso(now))


def _audit(tx: Transaction, conversation: Conversation, decision: Decision, turn_id: str, at: str) -> None:
    """Changes that a person may ask about later: a visit touched, a person called."""
    for action, subject, subject_id in (
        ("appointment.touched", "appointments", decision.appointment_id),
        ("conversation.escalated", "conversations", conversation.id if decision.escalate else None),
    ):
        if subject_id:
            detail = msgspec.json.encode({"turn": turn_id, "reason": decision.escalate}).decode()
            audit.write(tx, at=at, who=BOT, action=action, subject=subject, subject_id=subject_id, detail=detail)
