"""One turn: a conversation's waiting messages become an answer, in one transaction.

    receive → clinic context → intent → personality → route → reply → send → memory

Understanding happens outside the write lock; everything that a turn changes (state, appointment, memory, outbox,
"answered") commits together or not at all. Whoever finds that the conversation moved on simply looks again.

An assistant may help to hear, to understand and to word, always outside the lock. What it says decides nothing: its
words replace ours only when the turn, taken in earnest, says exactly what it said in the rehearsal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import assert_never
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct

from atendeai import inbox, outbox
from atendeai.appointment import booking
from atendeai.appointment import store as agenda_store
from atendeai.appointment.agenda import LiveAgenda
from atendeai.appointment.model import Outcome
from atendeai.clinics import configuration, versions
from atendeai.clinics.context import ClinicContext
from atendeai.conversation import store
from atendeai.conversation.ai.assistant import AS_IT_IS, NOBODY, Assistant, Wording
from atendeai.conversation.contacts import Contact, consent_is_due, contact, opt_out
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
    Reply,
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


class _RehearsedError(Exception):
    """The end of a rehearsal: what the turn would say is known, and nothing of it remains."""

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision


def take_turn(db: Database, conversation_id: str, *, now: dt.datetime, assistant: Assistant = NOBODY) -> Turned | None:
    """Answer what waits in a conversation. None when nothing waits, or when a person has taken over.

    `now` is aware. The answer goes to the outbox when a message came by WhatsApp; who asked otherwise is handed it.
    """
    while True:
        try:
            return _attempt(db, conversation_id, assistant, now)
        except _MovedOnError:
            continue


def _attempt(db: Database, conversation_id: str, assistant: Assistant, now: dt.datetime) -> Turned | None:
    recalled = db.read(lambda tx: _receive(tx, conversation_id, assistant))
    if recalled is None:
        return None
    if recalled.conversation.status == "human":
        assistant = NOBODY
    recalled = _listen(db, recalled, assistant)
    heard = _understand(recalled, assistant, now)
    wording = _rehearse(db, recalled, heard, assistant, now) if assistant.rewords else AS_IT_IS
    return db.write(lambda tx: _answer(tx, recalled, heard, wording, assistant, now))


def _receive(tx: Transaction, conversation_id: str, assistant: Assistant) -> _Recalled | None:
    """Steps 1 and 2, receive and clinic context: what waits, and who we are to this patient."""
    conversation = store.conversation(tx, conversation_id)
    waiting = inbox.waiting(tx, conversation_id)
    if conversation is None or not waiting:
        return None
    assistant.recall(tx, conversation.contact_id)
    return _Recalled(
        conversation=conversation,
        waiting=waiting,
        context=versions.active(tx),
        context_version=versions.active_version(tx),
    )


def _listen(db: Database, recalled: _Recalled, assistant: Assistant) -> _Recalled:
    """Voice notes become text where somebody writes them down, which is kept at once: nobody need hear them twice."""
    if not assistant.transcribes:
        return recalled
    said = {
        message.id: text
        for message in recalled.waiting
        if message.media_id and message.phone_number_id and message.is_voice_note
        if (text := assistant.transcribe(message.media_id, message.phone_number_id, recalled.context))
    }
    if not said:
        return recalled
    db.write(lambda tx: inbox.write_down(tx, said))
    heard = [msgspec.structs.replace(one, text=said.get(one.id, one.text)) for one in recalled.waiting]
    return msgspec.structs.replace(recalled, waiting=heard)


def _understand(recalled: _Recalled, assistant: Assistant, now: dt.datetime) -> Heard:
    """Step 3, intent: all that waits, heard as one, against the question that is open.

    "Amanhã" is the day after it was written, however late it is read.
    """
    thread = recalled.conversation.read_thread()
    written = recalled.waiting[-1].sent_at
    said_at = min(now, from_seconds(written)) if written else now
    local = said_at.astimezone(ZoneInfo(recalled.context.time_zone))
    taps = [message.choice_id for message in recalled.waiting if message.choice_id]
    understanding = hear(
        [message.text for message in recalled.waiting],
        context=recalled.context,
        now=local,
        expects=thread.expects,
        options=thread.options,
    )
    if assistant.interprets and not taps:
        understanding = assistant.interpret(understanding, thread, recalled.context, local)
    return Heard(
        understanding=understanding,
        tapped=taps[-1] if taps else None,
        kinds=tuple(message.message_kind or "text" for message in recalled.waiting),
        unread=tuple(message.message_kind for message in recalled.waiting if message.is_for_staff),
    )


def _rehearse(db: Database, recalled: _Recalled, heard: Heard, assistant: Assistant, now: dt.datetime) -> Wording:
    """The turn played once and undone, so that its words may be chosen while no lock is held."""

    def rehearse(tx: Transaction) -> None:
        conversation = _claim(tx, recalled)
        if conversation is not None:
            facts = _facts(tx, conversation, recalled.context, now)
            raise _RehearsedError(_route(tx, facts, heard, conversation, recalled.waiting[-1], now))

    try:
        db.write(rehearse)
    except _RehearsedError as rehearsed:
        return assistant.reword(rehearsed.decision, heard.understanding, recalled.context)
    return AS_IT_IS


def _claim(tx: Transaction, recalled: _Recalled) -> Conversation | None:
    """The conversation as it is under the lock, its messages marked answered; None when a person has taken over."""
    conversation = store.conversation(tx, recalled.conversation.id)
    if conversation is None or conversation.version != recalled.conversation.version:
        raise _MovedOnError
    if versions.active_version(tx) != recalled.context_version:
        raise _MovedOnError
    if not inbox.answered(tx, [message.id for message in recalled.waiting], conversation.id):
        raise _MovedOnError
    return None if conversation.status == "human" else conversation


def _answer(
    tx: Transaction, recalled: _Recalled, heard: Heard, wording: Wording, assistant: Assistant, now: dt.datetime
) -> Turned | None:
    """Steps 4 to 8 under the write lock: decide on live facts, act, and leave it all behind in one commit."""
    conversation = _claim(tx, recalled)
    if conversation is None:
        return None
    turn_id, at = new_id(), iso(now)
    facts = _facts(tx, conversation, recalled.context, now)
    decision = _worded(_route(tx, facts, heard, conversation, recalled.waiting[-1], now), wording)
    decision = _with_consent(tx, recalled.context, conversation.contact_id, decision, at)
    if not store.save_turn(tx, conversation, turn_id, heard.understanding, decision, at):
        raise _MovedOnError
    inbox.mark_turn(tx, [message.id for message in recalled.waiting], turn_id)
    _remember(tx, conversation.contact_id, decision, now)
    _audit(tx, recalled, decision, assistant.consulted, turn_id, at)
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


def _worded(decision: Decision, wording: Wording) -> Decision:
    """The decision in other words, if they were chosen for exactly what it says. What can be picked never changes."""
    if wording is AS_IT_IS or tuple(reply.text for reply in decision.replies) != wording.local:
        return decision
    pairs = zip(decision.replies, wording.spoken, strict=True)
    replies = [msgspec.structs.replace(reply, text=text) for reply, text in pairs]
    return msgspec.structs.replace(decision, replies=replies)


def _with_consent(tx: Transaction, context: ClinicContext, contact_id: str, decision: Decision, at: str) -> Decision:
    """Somebody new is told how their data is used before anything else is said, except what may save a life."""
    consent = context.policies.consent
    if not (consent and decision.replies and configuration.read(tx).configuration.consent_at_first_contact):
        return decision
    if not consent_is_due(tx, contact_id, at):
        return decision
    told, said = [Reply(consent)], list(decision.replies)
    replies = said + told if decision.escalate == "emergency" else told + said
    return msgspec.structs.replace(decision, replies=replies)


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


def _audit(
    tx: Transaction, recalled: _Recalled, decision: Decision, consulted: Sequence[str], turn_id: str, at: str
) -> None:
    """What a person may ask about later: a visit touched, a person called, what only they can open, what left us."""
    here = ("conversations", recalled.conversation.id)
    lines: list[tuple[str, str, str, object]] = []
    if decision.appointment_id:
        touched = ("appointments", decision.appointment_id)
        lines.append(("appointment.touched", *touched, {"turn": turn_id, "reason": decision.escalate}))
    if decision.escalate:
        lines.append(("conversation.escalated", *here, {"turn": turn_id, "reason": decision.escalate}))
    unread = [message.message_kind for message in recalled.waiting if message.is_for_staff]
    lines += [(store.FOR_STAFF, *here, {"turn": turn_id, "kind": kind}) for kind in unread]
    if consulted:
        lines.append(("ai.consulted", *here, {"turn": turn_id, "for": list(consulted)}))
    for action, subject, subject_id, told in lines:
        detail = msgspec.json.encode(told).decode()
        audit.write(tx, at=at, who=BOT, action=action, subject=subject, subject_id=subject_id, detail=detail)
