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


def come_back(talk: Talk, state: State) -> None:
    """The other wish is seen to: offer to go on with the booking, once."""
    draft, asked = talk.parked, any(option.id == RESUME for option in talk.thread.options)
    if draft is None:
        return
    match state:
        case ServiceSelection() | DateTime() | Confirmation():
            if state.draft.purpose == "book":
                talk.parked = None
        case Start() | Finalized():
            if asked or talk.escalate or talk.expects == "human":
                talk.parked = None
                return
            options = [Option(id=RESUME, title=talk.labels.go_on), Option(id=NO_MORE, title=talk.labels.no_thanks)]
            talk.ask("intent", "come_back", options, what=talk.wanted(draft))


def resume(talk: Talk) -> Script:
    """Go on with the booking that was set aside."""
    draft, talk.parked = talk.parked or Draft(), None
    return (yield from flow.advance(talk, draft))
