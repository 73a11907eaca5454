"""Keeping a conversation on its way: the open question once more, another day or hour, or an end to it."""

from __future__ import annotations

from atendeai.appointment.model import Slot
from atendeai.conversation import details, flow, offers, visits, whose
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
from atendeai.conversation.wishes import has_date, has_time, repaired, rules_out


def ask_again(talk: Talk, state: State) -> State:
    """The open question once more, in other words."""
    match state:
        case ServiceSelection(draft) if draft.purpose != "book" and not draft.appointment_id:
            return visits.ask_which(talk, draft)
        case ServiceSelection(draft):
            return _before_the_date(talk, state, draft)
        case DateTime(draft, shown) if shown:
            return _times_again(talk, state, offers.renewed(talk, draft, shown))
        case DateTime(draft):
            expected = talk.thread.expects in ("date", "human")
            talk.ask("date", "ask_date", list(talk.thread.options) if expected else [])
        case Confirmation() if talk.thread.expects == "confirmation":
            talk.ask("confirmation", "ask_yes_no", list(talk.thread.options), talk.labels.answer)
        case Confirmation():
            return read_back(talk, state)
        case Start() | Finalized():
            talk.expects, talk.options = "intent", list(talk.thread.options)
    return state


def _before_the_date(talk: Talk, state: ServiceSelection, draft: Draft) -> State:
    """Which service; or, once it is known, with whom and on which plan."""
    service = talk.context.service(draft.service_id)
    if service is None:
        return flow.ask_service(talk, draft.with_(service_id=None))
    usual = whose.usual_professional(talk.facts, draft, service)
    paid = bool(draft.insurance or draft.private_pay)
    if usual is not None and (talk.thread.expects == "professional" or paid):
        return flow.propose(talk, draft, usual)
    if paid:  # what is known of the plan is not asked again
        talk.ask("date", "ask_date")
        return DateTime(draft)
    return details.ask_plan(talk, state, service, anew=True)


def _times_again(talk: Talk, state: DateTime, live: list[Slot]) -> State:
    """The times that are still free, to be picked from."""
    if not live:
        return offers.offer(talk, state.draft, live)
    talk.say("pick_one")
    talk.expects, talk.options = "slot", offers.offered(talk, state.draft, live)
    talk.button = talk.labels.see_times
    return DateTime(state.draft, live)


def read_back(talk: Talk, state: Confirmation) -> State:
    """What is open now, in full, for a yes of its own."""
    visit = talk.facts.visit(state.draft.appointment_id)
    if state.draft.purpose != "cancel":
        return details.next_detail(talk, state)
    if visit is not None:
        return visits.ask_cancel(talk, visit)
    talk.say("visit_gone")
    return Start()


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
    if has_date(spoken) or has_time(spoken) or rules_out(spoken):
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
