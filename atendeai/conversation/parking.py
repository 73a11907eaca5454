"""A booking set aside while another wish is seen to, and the way back to it."""

from __future__ import annotations

from atendeai.conversation import flow
from atendeai.conversation.facts import Script
from atendeai.conversation.state import Confirmation, DateTime, Draft, Finalized, ServiceSelection, Start, State
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Option, When

RESUME, NO_MORE = "resume", "no_more"


def park(talk: Talk, state: State) -> None:
    """Keep what is known of the booking under way; the moment that was held is wished for again."""
    match state:
        case Confirmation(draft, slot) if slot is not None:
            when = When(date=slot.local.date(), time=slot.local.time())
            talk.parked = draft.with_(when=when, professional_id=draft.professional_id or slot.professional_id)
        case ServiceSelection(draft) | DateTime(draft) | Confirmation(draft):
            talk.parked = draft


def keep_for_after(talk: Talk) -> None:
    """ "Cancela o eletro e marca um dermato": the booking waits until the visit is seen to."""
    said, visits = talk.entities, talk.facts.appointments
    others = {said.service, *said.services} - {None, *(visit.service_id for visit in visits)}
    if talk.parked is not None or len(others) != 1 or not talk.wants("book"):
        return
    of_visits = said.when.date in {visit.local.date() for visit in visits}
    cancels = talk.wants("cancel")
    talk.parked = Draft(service_id=others.pop(), when=said.when if cancels and not of_visits else When(), follows=True)


def come_back(talk: Talk, state: State) -> Script:
    """The other wish is seen to: offer to go on with the booking, once; one asked for beside it needs no asking."""
    draft, asked = talk.parked, any(option.id == RESUME for option in talk.thread.options)
    if draft is None:
        return state
    match state:
        case ServiceSelection() | DateTime() | Confirmation():
            if state.draft.purpose == "book":
                talk.parked = None
        case Start() | Finalized():
            if asked or talk.escalate or talk.expects == "human" or _was_that_visit(talk, draft):
                talk.parked = None
                return state
            if draft.follows and isinstance(state, Finalized):
                return (yield from resume(talk))
            options = [Option(id=RESUME, title=talk.labels.go_on), Option(id=NO_MORE, title=talk.labels.no_thanks)]
            talk.ask("intent", "come_back", options, what=talk.wanted(draft))
    return state


def _was_that_visit(talk: Talk, draft: Draft) -> bool:
    """Whether the visit just seen to is what the booking was meant to be: a move that began as one."""
    visit = talk.facts.visit(talk.appointment_id)
    return visit is not None and visit.service_id == draft.service_id and not (draft.follows or draft.for_other)


def resume(talk: Talk) -> Script:
    """Go on with the booking that was set aside."""
    draft, talk.parked = talk.parked or Draft(), None
    return (yield from flow.advance(talk, draft.with_(follows=False)))
