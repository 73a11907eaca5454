"""Deciding: from the facts, the state and what was heard to what is said and done. Pure.

`decide` is a generator: it yields what it wants done (hold, book, move, cancel) and is sent the outcome,
so that only a committed receipt can produce the sentence "está marcado".
"""

from __future__ import annotations

from typing import assert_never

import msgspec

from atendeai.clinics.context import Service
from atendeai.conversation import (
    answers,
    consent,
    details,
    endings,
    flow,
    meanings,
    new_wish,
    parking,
    people,
    picks,
    silence,
    steering,
    under_way,
)
from atendeai.conversation.facts import Attempt, Deciding, Facts, Heard, OptOut, Release, Script
from atendeai.conversation.languages import asked_for, spoken
from atendeai.conversation.state import (
    Confirmation,
    DateTime,
    Draft,
    Finalized,
    ServiceSelection,
    Start,
    State,
    Thread,
    UnderWay,
    draft_of,
)
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.language import only_wishes_language

RECALL_FIRST = 0.4  # of danger, less than sure is enough


def decide(facts: Facts, heard: Heard, state: State, thread: Thread) -> Deciding:
    """One turn. Yields actions, is sent their outcomes, returns what to say and what to keep."""
    talk = Talk(facts, heard, thread)
    before = silence.revive(state, thread, facts)
    after = yield from _respond(talk, before)
    if isinstance(after, UnderWay) and silence.returns(talk, before) and not talk.welcomed_back:
        talk.recalls = silence.where_we_were(talk, before)
    after = yield from parking.come_back(talk, after)
    return talk.conclude(after)


def _catch_up(talk: Talk, state: UnderWay) -> Script | None:
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
    if talk.understanding.red_flag or talk.wants("emergency", at_least=RECALL_FIRST):
        return (yield from people.emergency(talk))
    if not talk.understanding.text.strip() and talk.heard.tapped is None:
        return _cannot_read(talk, state)
    _mention_unread(talk)
    if isinstance(state, UnderWay) and not _leaves(talk):
        changed = _catch_up(talk, state)
        if changed is not None:
            return (yield from changed)
        resumed = (yield from _resumed(talk, state)) if silence.returns(talk, state) else None
        if resumed is not None:
            return resumed
    if (answered := _about_language(talk, state)) is not None:
        return answered
    if not meanings.settle(talk) and talk.choice is not None and not _yes_to_another(talk, state):
        _answer_beside(talk, state)
        return (yield from picks.picked(talk, state, *talk.choice))
    if (asked := meanings.ask_if_grave(talk, state)) is not None:
        return asked
    return (yield from _wish(talk, state))


def _wish(talk: Talk, state: State) -> Script:
    """Rights first, then what is under way, then anything new."""
    if talk.wants("opt_out", at_least=meanings.SURE_TO_CHANGE) and not _only_gives_up(talk, state):
        new_wish.answer_questions(talk, draft_of(state))
        yield Release()
        yield OptOut()
        talk.say("opted_out")
        return Start()
    if talk.wants("human", "complaint", "data_request") and not (_answers_question(talk) or answers.asks_who(talk)):
        if not talk.wants("complaint"):
            new_wish.answer_questions(talk, draft_of(state))
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


def _yes_to_another(talk: Talk, state: State) -> bool:
    """ "Confirma com a Dra. Helena": words that pick the yes or the no of a summary, and name what is not its own."""
    answered = talk.heard.tapped is None and talk.choice is not None and talk.choice[0] in ("yes", "no")
    return answered and isinstance(state, Confirmation) and consent.names_another(talk, state)


def _answer_beside(talk: Talk, state: State) -> None:
    """ "Quero a 1. Vocês têm estacionamento?": what is asked beside a pick is answered too."""
    kind = talk.choice[0] if talk.choice else ""
    asks = talk.heard.tapped is None and "?" in talk.understanding.text
    if asks and kind in ("slot", "plan", "private", "name", "service"):
        new_wish.answer_questions(talk, draft_of(state))


def _resumed(talk: Talk, state: UnderWay) -> Attempt:
    """Back after hours: a hello alone is asked whether to go on; else the lost hold is taken again."""
    only_hello = talk.understanding.intent == "greeting" and not talk.understanding.secondary_intents
    if only_hello and talk.choice is None and not talk.entities.when:
        return silence.welcome_back(talk, state)
    return (yield from silence.hold_again(talk, state))


def _mention_unread(talk: Talk) -> None:
    """A voice note or a picture beside words: what could not be opened is told."""
    kind = next((kind for kind in talk.heard.unread if kind in talk.voice.book.wordless), None)
    if kind is not None:
        talk.say("not_read_either", what=talk.voice.book.wordless[kind])


def _about_language(talk: Talk, state: State) -> State | None:
    """ "Can we speak English?" and nothing else: granted or not, then on with what was open."""
    wished, offered = asked_for(talk.heard), spoken(talk.context)
    if wished is None or not only_wishes_language(talk.understanding.text):
        return None
    if wished not in offered:
        names = [talk.voice.book.languages[language] for language in offered]
        talk.say("not_that_language", languages=talk.speech.listed(names))
    elif draft_of(state) is None:
        talk.say("this_language")
    else:
        talk.say("in_this_language")
    if draft_of(state) is not None:
        return steering.ask_again(talk, state)
    talk.expects, talk.options = "intent", talk.main_menu()
    return Start()


def _only_gives_up(talk: Talk, state: State) -> bool:
    """ "Para, não quero mais" in the middle of a booking: the booking is meant, not every message to come."""
    stops = talk.repair == "give_up" or endings.gives_up(talk)
    return draft_of(state) is not None and stops and talk.understanding.intent != "opt_out"


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
    kind = next((kind for kind in talk.heard.kinds if kind in talk.voice.book.wordless), None)
    if kind is None:  # a reaction, a deleted message: nothing to answer in words
        talk.say("at_your_service")
        return steering.ask_again(talk, state)
    talk.say("cannot_read", what=talk.voice.book.wordless[kind])
    if draft_of(state) is None and not talk.thread.options:
        talk.expects, talk.options = "intent", talk.main_menu()
        return state
    return steering.ask_again(talk, state)
