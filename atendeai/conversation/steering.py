"""Keeping a conversation on its way: the open question once more, another day or hour, or an end to it."""

from __future__ import annotations

from atendeai.conversation import details, flow, offers, visits
from atendeai.conversation.facts import Release, Script
from atendeai.conversation.state import (
    Confirmation,
    DateTime,
    Draft,
    Finalized,
    ServiceSelection,
    Start,
    State,
    draft_of,
)
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import When
from atendeai.conversation.wishes import has_date, has_time, repaired


def ask_again(talk: Talk, state: State) -> State:
    """The open question once more, in other words."""
    match state:
        case ServiceSelection(draft) if draft.purpose != "book" and not draft.appointment_id:
            return visits.ask_which(talk, draft)
        case ServiceSelection(draft):
            return flow.ask_service(talk, draft)
        case DateTime(draft, shown) if shown:
            talk.say("pick_one")
            talk.expects, talk.options = "slot", offers.offered(talk, draft, shown)
            talk.button = "Ver horários"
        case DateTime():
            talk.ask("date", "ask_date", list(talk.thread.options))
        case Confirmation(draft) if draft.purpose == "cancel" or talk.thread.expects == "confirmation":
            talk.ask("confirmation", "ask_yes_no", list(talk.thread.options), "Responder")
        case Confirmation():
            return details.next_detail(talk, state)
        case Start() | Finalized():
            talk.expects, talk.options = "intent", list(talk.thread.options)
    return state


def look_elsewhere(talk: Talk, state: State, repair: str) -> Script:
    """Later, earlier, another day: the wish moves, the rest stays."""
    draft = draft_of(state) or Draft()
    shown = state.offers if isinstance(state, DateTime) else []
    if isinstance(state, Confirmation) and state.slot is not None:
        yield Release()
        shown = [state.slot]
        draft = draft.with_(when=When(date=state.slot.local.date()))
    when = repaired(draft.when, repair, shown)  # type: ignore[arg-type]
    spoken = talk.entities.when
    if spoken and (has_date(spoken) or has_time(spoken)):
        return (yield from flow.advance(talk, flow.learn(draft, talk.entities)))
    return (yield from flow.advance(talk, draft.with_(when=when)))


def stop(talk: Talk, state: State) -> Script:
    """Give up what is under way; a visit that was to be moved or cancelled stays."""
    draft = draft_of(state)
    if draft is not None and draft.appointment_id:
        return (yield from visits.keep(talk, draft))
    if draft is None:
        talk.ask("intent", "anything_else")
        return Start()
    return (yield from flow.give_up(talk))
