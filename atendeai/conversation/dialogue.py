"""Deciding: from the facts, the state and what was heard to what is said and done. Pure.

`decide` is a generator: it yields what it wants done (hold, book, move, cancel) and is sent the outcome,
so that only a committed receipt can produce the sentence "está marcado".
"""

from __future__ import annotations

from typing import assert_never

from atendeai.clinics.context import ClinicContext
from atendeai.conversation import new_wish, people, picks, under_way
from atendeai.conversation.facts import Deciding, Facts, Heard, OptOut, Release, Script
from atendeai.conversation.state import (
    Confirmation,
    DateTime,
    Finalized,
    ServiceSelection,
    Start,
    State,
    Thread,
    draft_of,
)
from atendeai.conversation.talk import Talk

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
    if _service_gone(state, facts.context):
        talk.say("service_gone")
        state = Start()
    return talk.conclude((yield from _respond(talk, state)))


def revive(state: State, thread: Thread, facts: Facts) -> State:
    """A day of silence closes whatever was under way."""
    silent = int(facts.now.timestamp()) - thread.last_turn_at
    return Start() if thread.last_turn_at and silent > SILENCE_CLOSES else state


def _service_gone(state: State, context: ClinicContext) -> bool:
    """The clinic changed its document while we talked."""
    draft = draft_of(state)
    return bool(draft and draft.service_id and draft.purpose == "book" and not context.service(draft.service_id))


def _respond(talk: Talk, state: State) -> Script:
    """The order of precedence: danger, then rights, then the open question, then wishes, then talk."""
    if talk.understanding.red_flag:
        return (yield from people.emergency(talk))
    if not talk.understanding.text.strip() and talk.heard.tapped is None:
        return _cannot_read(talk, state)
    if talk.choice is not None:
        return (yield from picks.picked(talk, state, *talk.choice))
    if talk.wants("opt_out"):
        yield OptOut()
        talk.say("opted_out")
        return Start()
    if talk.wants("human", "complaint", "data_request") and not _answers_question(talk):
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
        return under_way.ask_again(talk, state)
    talk.say("cannot_read", what=WORDLESS[kind])
    return under_way.ask_again(talk, state)
