"""When a person must come: emergencies, requests, complaints, and what is not understood."""

from __future__ import annotations

from atendeai.clinics.hours import is_open, next_opening
from atendeai.conversation import meanings
from atendeai.conversation.facts import Release, Script
from atendeai.conversation.state import Start, State, draft_of
from atendeai.conversation.talk import Talk


def emergency(talk: Talk) -> Script:
    """At once, in any state: the clinic's emergency text and SAMU; the flow ends and a person is called."""
    yield Release()
    talk.silent_about_hours = True
    key = "self_harm" if talk.understanding.red_flag == "self_harm" else "emergency"
    talk.say(key, clinic_text=talk.context.emergency_text)
    talk.say("team_told")
    talk.escalate = "emergency"
    return Start()


def call_person(talk: Talk, state: State) -> State:
    """A person is asked for, a complaint, or a right over one's data."""
    if talk.facts.escalated and talk.wants("human"):
        talk.say("already_called")
        _await_person(talk, state)
        return state
    if talk.wants("data_request"):
        talk.say("data_request")
        if talk.context.policies.privacy:
            talk.add(talk.context.policies.privacy)
        talk.escalate = "data_request"
    else:
        talk.say("complaint" if talk.wants("complaint") else "calling_person")
        talk.escalate = "complaint" if talk.wants("complaint") else "request"
    _await_person(talk, state)
    return state


def call_person_now(talk: Talk, state: State) -> State:
    talk.say("already_called" if talk.facts.escalated else "calling_person")
    talk.escalate = "request"
    _await_person(talk, state)
    return state


def _await_person(talk: Talk, state: State) -> None:
    """Until a person comes the flow stands still; what it offered may still be picked."""
    _say_when_open(talk)
    talk.expects, talk.keeps_options = "human", draft_of(state) is not None


def _say_when_open(talk: Talk) -> None:
    opening = None if is_open(talk.context, talk.facts.now) else next_opening(talk.context, talk.facts.now)
    if opening is not None:
        talk.say("person_when_open", opening=talk.speech.moment(opening.replace(tzinfo=None), talk.today))


def not_understood(talk: Talk, state: State) -> bool:
    """Ask which of the likeliest is meant, or in another way; after the clinic's threshold, call a person. True when
    nothing more is to be asked."""
    talk.understood_this = False
    behavior = talk.context.ai_behavior
    if behavior.auto_escalation and talk.thread.misunderstood + 1 >= behavior.escalation_threshold:
        talk.say("already_called" if talk.facts.escalated else "calling_person")
        talk.escalate = "not_understood"
        _await_person(talk, state)
        return True
    if meanings.ask(talk, state):
        return True
    if draft_of(state) is not None:
        talk.say("did_not_understand")
        return False
    talk.ask("intent", "did_not_understand", talk.main_menu())
    return False
