"""Deciding: from the facts, the state and what was heard to what is said and done. Pure.

`decide` is a generator: it yields what it wants done (hold, book, move, cancel) and is sent the outcome,
so that only a committed receipt can produce the sentence "está marcado".
"""

from __future__ import annotations

from typing import assert_never

import msgspec

from atendeai.clinics.context import Service
from atendeai.conversation import answers, details, flow, new_wish, people, picks, steering, under_way
from atendeai.conversation.facts import Deciding, Facts, Heard, OptOut, Release, Script
from atendeai.conversation.state import (
    Confirmation,
    DateTime,
    Draft,
    Finalized,
    ServiceSelection,
    Start,
    State,
    Thread,
    draft_of,
)
from atendeai.conversation.talk import Talk, main_menu

SILENCE_CLOSES = 24 * 3600
WORDLESS = {
    "audio": "seu áudio",
    "image": "sua imagem",
    "video": "seu vídeo",
    "document": "seu documento",
    "sticker": "sua figurinha",
    "location": "sua localização",
    "contacts": "o contato",
    "unsupported": "essa mensagem",
    "unknown": "essa mensagem",
}


def decide(facts: Facts, heard: Heard, state: State, thread: Thread) -> Deciding:
    """One turn. Yields actions, is sent their outcomes, returns what to say and what to keep."""
    talk = Talk(facts, heard, thread)
    state = revive(state, thread, facts)
    return talk.conclude((yield from _respond(talk, state)))


def revive(state: State, thread: Thread, facts: Facts) -> State:
    """A day of silence closes whatever was under way."""
    silent = int(facts.now.timestamp()) - thread.last_turn_at
    return Start() if thread.last_turn_at and silent > SILENCE_CLOSES else state


def _catch_up(talk: Talk, state: ServiceSelection | DateTime | Confirmation) -> Script | None:
    """The clinic changed its document while we talked: what is no longer there is said, and asked for again."""
    draft, context = state.draft, talk.context
    service = context.service(draft.service_id)
    slot = state.slot if isinstance(state, Confirmation) else None
    if draft.purpose == "cancel" or draft.service_id is None:
        return None
    if service is None:
        return flow.start_anew(talk, draft.with_(service_id=None), "service_gone")
    chosen = draft.professional_id or (slot.professional_id if slot else None)
    if chosen and context.professional(chosen) is None:
        return flow.start_anew(talk, draft.with_(professional_id=None), "professional_gone")
    if draft.purpose == "book" and draft.insurance and draft.insurance not in details.plans(talk, service):
        return _without_plan(talk, state, service, draft.insurance)
    return None


def _without_plan(talk: Talk, state: State, service: Service, plan: str) -> Script:
    yield from ()
    draft = draft_of(state) or Draft()
    state = msgspec.structs.replace(state, draft=draft.with_(insurance=None))
    return details.refuse_plan(talk, state, service, plan)


def _respond(talk: Talk, state: State) -> Script:
    """The order of precedence: danger, then rights, then the open question, then wishes, then talk."""
    if talk.understanding.red_flag:
        return (yield from people.emergency(talk))
    if not talk.understanding.text.strip() and talk.heard.tapped is None:
        return _cannot_read(talk, state)
    if isinstance(state, ServiceSelection | DateTime | Confirmation) and not _leaves(talk):
        changed = _catch_up(talk, state)
        if changed is not None:
            return (yield from changed)
    if talk.choice is not None:
        return (yield from picks.picked(talk, state, *talk.choice))
    if talk.wants("opt_out"):
        yield OptOut()
        talk.say("opted_out")
        return Start()
    if talk.wants("human", "complaint", "data_request") and not (_answers_question(talk) or answers.asks_who(talk)):
        return people.call_person(talk, state)
    if talk.repair == "start_over":
        yield Release()
        talk.greet()
        return Start()
    match state:
        case ServiceSelection() | DateTime() | Confirmation():
            return (yield from under_way.under_way(talk, state))
        case Start() | Finalized():
            return (yield from new_wish.new_wish(talk, state))
        case _:
            assert_never(state)


def _leaves(talk: Talk) -> bool:
    """Whether the message turns away from what is under way, so that it matters no more what became of it."""
    kind = talk.choice[0] if talk.choice else None
    return kind in ("human", "give_up") or talk.repair == "give_up" or talk.wants("human", "complaint", "opt_out")


def _answers_question(talk: Talk) -> bool:
    """ "Falar com a Dra. Ana" to "qual profissional?" is an answer, not a call for a person."""
    return talk.thread.expects in ("patient_name", "insurance") and bool(
        talk.entities.person_name or talk.entities.insurance
    )


def _cannot_read(talk: Talk, state: State) -> State:
    """Voice notes, pictures, files: said kindly, shown to staff, and the open question asked again."""
    kind = next((kind for kind in talk.heard.kinds if kind in WORDLESS), None)
    if kind is None:  # a reaction, a deleted message: nothing to answer in words
        talk.say("at_your_service")
        return steering.ask_again(talk, state)
    talk.say("cannot_read", what=WORDLESS[kind])
    if draft_of(state) is None and not talk.thread.options:
        talk.expects, talk.options = "intent", main_menu()
        return state
    return steering.ask_again(talk, state)
