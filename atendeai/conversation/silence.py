"""Coming back after hours of silence: where we were, what is still free, and no stale yes."""

from __future__ import annotations

from atendeai.appointment.model import Held, OutsidePolicy, SlotTaken
from atendeai.conversation import changes, details, flow
from atendeai.conversation.facts import Attempt, Facts, Hold
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
)
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Option

LULL = 30 * 60  # seconds without a word after which it is said where we were
CLOSES = 24 * 3600


def silent_for(thread: Thread, facts: Facts) -> int:
    """Seconds since the last turn; 0 before the first."""
    return int(facts.now.timestamp()) - thread.last_turn_at if thread.last_turn_at else 0


def revive(state: State, thread: Thread, facts: Facts) -> State:
    """A day of silence closes whatever was under way."""
    return Start() if silent_for(thread, facts) > CLOSES else state


def returns(talk: Talk, state: State) -> bool:
    """Whether somebody comes back, after a lull, to what is still under way."""
    return isinstance(state, UnderWay) and silent_for(talk.thread, talk.facts) >= LULL


def where_we_were(talk: Talk, state: State) -> str:
    """ "Estávamos marcando Eletrocardiograma, sexta-feira, 27/11, às 9h." """
    match state:
        case Start() | Finalized():
            return ""
        case Confirmation(draft, slot):
            moment = talk.speech.moment(slot.local, talk.today) if slot else ""
        case ServiceSelection(draft) | DateTime(draft):
            moment = talk.speech.day(draft.when.date, talk.today) if draft.when.date else ""
    return talk.voice.say(_KEYS[draft.purpose], what=_what(talk, draft, moment))


_KEYS = {"book": "were_booking", "reschedule": "were_moving", "cancel": "were_cancelling"}


def _what(talk: Talk, draft: Draft, moment: str) -> str:
    visit = talk.facts.visit(draft.appointment_id)
    if draft.purpose != "book" and visit is not None:
        return talk.speech.visit(visit, talk.today)
    what = talk.wanted(draft)
    return talk.fragments.at_moment.format(what=what, moment=moment) if moment else what


def welcome_back(talk: Talk, state: State) -> State:
    """ "Oi" after hours: where we were, to go on or to start over."""
    talk.welcomed_back = True
    talk.add(where_we_were(talk, state))
    options = [Option(id="go_on", title=talk.labels.go_on), Option(id="start_over", title=talk.labels.start_over)]
    talk.ask("intent", "go_on_or_anew", options)
    return state


def hold_again(talk: Talk, state: State) -> Attempt:
    """The hold ran out long ago: take it anew, or say that it is gone and offer the nearest."""
    if not isinstance(state, Confirmation) or state.slot is None or state.draft.purpose != "book":
        return None
    outcome = yield Hold(talk.wish(state.draft), state.slot)
    match outcome:
        case Held():
            return None
        case SlotTaken() | OutsidePolicy():
            learned = changes.learned(talk, state.draft, talk.entities)
            return flow.offer_again(talk, learned, state.slot, outcome)
        case _:
            raise AssertionError(outcome)


def stale_yes(talk: Talk, state: Confirmation) -> State:
    """A yes to what was read hours ago is read back first."""
    talk.say("still_free")
    return details.next_detail(talk, state)
