"""Something that was offered is picked, by a tap or by words that name it."""

from __future__ import annotations

import datetime as dt

import msgspec

from atendeai.appointment.model import OutsidePolicy, Refusal, Slot
from atendeai.conversation import changes, details, flow, meanings, parking, people, steering, under_way, visits
from atendeai.conversation.facts import Release, Script
from atendeai.conversation.state import Confirmation, Draft, Start, State, UnderWay, draft_of, seal_of
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Entities, When
from atendeai.conversation.understanding.normalise import normalise


def picked(talk: Talk, state: State, kind: str, value: str) -> Script:
    """Something offered was picked, by tap or by words. A stale tap finds the live agenda, never an old promise."""
    draft = draft_of(state)
    match kind:
        case "book":
            return (yield from flow.begin(talk, Draft(service_id=value or None)))
        case "visits":
            return visits.show(talk)
        case "human":
            return people.call_person_now(talk, state)
        case "intent":  # "outra coisa": what was meant is none of those offered
            return meanings.none_of_these(talk, state) if draft is None else steering.ask_again(talk, state)
        case "go_on":
            return steering.ask_again(talk, state)
        case "start_over":
            yield Release()
            talk.greet()
            return Start()
        case "resume":
            return (yield from parking.resume(talk))
        case "no_more":
            talk.parked = None
            talk.ask("intent", "anything_else")
            return state
        case "move" | "cancel":
            purpose = Draft(purpose="reschedule" if kind == "move" else "cancel")
            return (yield from visits.chosen(talk, purpose, value))
        case "visit" if draft is not None:
            return (yield from visits.chosen(talk, draft, value))
        case "give_up":
            return (yield from steering.stop(talk, state))
    if draft is None:
        return (yield from _stale(talk, kind, value))
    return (yield from _chosen_in_flow(talk, state, draft, kind, value))


def _chosen_in_flow(talk: Talk, state: State, draft: Draft, kind: str, value: str) -> Script:
    if draft.purpose != "book" and kind == "service":
        yield from visits.keep(talk, draft)
        return (yield from flow.begin(talk, Draft(service_id=value)))
    if draft.purpose != "book" and draft.service_id is None and kind not in ("yes", "no"):
        return steering.ask_again(talk, state)  # an old button, while it is open which visit is meant
    match kind:
        case "service":
            learned = flow.learn(draft, talk.entities)
            return (yield from flow.advance(talk, learned.with_(service_id=value)))
        case "slot" if isinstance(state, UnderWay) and _is_soonest_of_all(talk):
            return (yield from changes.changed(talk, state))
        case "slot":
            return (yield from _slot(talk, draft, value))
        case "other_day" | "other_time":
            return (yield from steering.look_elsewhere(talk, state, kind))
        case "plan" | "private":
            draft = draft.with_(insurance=value if kind == "plan" else None, private_pay=kind == "private")
            return (yield from changes.with_detail(talk, state, draft))
        case "other_plan" if isinstance(state, UnderWay) and (service := talk.context.service(draft.service_id)):
            anew = draft.with_(insurance=None, private_pay=False)
            return details.ask_plan(talk, msgspec.structs.replace(state, draft=anew), service, anew=True)
        case "with" | "whoever":
            chosen = draft.with_(professional_id=value or None, usual_offered=True)
            return (yield from flow.advance(talk, flow.learn(chosen, _but_whom(talk.entities))))
        case "name":
            return (yield from changes.with_detail(talk, state, draft.with_(patient_name=value)))
        case "other_person":
            return changes.ask_other_name(talk, state)
        case "yes" | "no" if isinstance(state, Confirmation) and value != seal_of(state):
            return steering.read_back(talk, state)  # the button of an earlier summary
        case "yes" | "no" if isinstance(state, Confirmation):
            return (yield from under_way.yes_or_no(talk, state, kind == "yes"))
        case _:
            return steering.ask_again(talk, state)


def _but_whom(said: Entities) -> Entities:
    return msgspec.structs.replace(said, professional=None, any_professional=False)


def _stale(talk: Talk, kind: str, value: str) -> Script:
    """A button of an older message: what it meant may still be done, from the start."""
    if kind == "service":
        return (yield from flow.begin(talk, Draft(service_id=value)))
    talk.ask("intent", "stale_option", talk.main_menu())
    return Start()


def _slot(talk: Talk, draft: Draft, value: str) -> Script:
    """The slot, unless words that name a part of the day only happen to fit a single row of the list."""
    said, when = talk.entities, talk.entities.when
    draft = flow.learn(draft, msgspec.structs.replace(said, service=None, professional=None, when=When()))
    starts, _, professional_id = value.partition(":")
    if not (starts.isdecimal() and len(starts) <= 10):  # an id that we never offered
        return (yield from flow.advance(talk, draft))
    if talk.heard.tapped is None and said.professional not in (None, professional_id):  # "às 13h, com a Dra. Helena"
        row = _local(talk, int(starts))
        named = when or When(date=row.date(), time=row.time())
        return (yield from flow.advance(talk, flow.learn(draft, Entities(when=named, professional=said.professional))))
    if talk.heard.tapped is None and when and _is_a_wish(talk, when, int(starts)):
        return (yield from flow.advance(talk, flow.learn(draft, Entities(when=when))))
    chosen = talk.facts.agenda.check(talk.wish(draft), int(starts), professional_id, moving=draft.appointment_id)
    if isinstance(chosen, Refusal):
        local = _local(talk, int(starts))
        lost = Slot(int(starts), int(starts), professional_id, draft.service_id or "", f"{local:%Y-%m-%dT%H:%M}")
        return flow.offer_again(talk, draft, lost, OutsidePolicy(chosen))
    return (yield from flow.take(talk, draft, chosen))


def _is_soonest_of_all(talk: Talk) -> bool:
    """ "O mais cedo possível" means the whole agenda, not the first row of what is shown."""
    said = normalise(talk.understanding.text)
    return talk.heard.tapped is None and talk.entities.when.earliest and ("possivel" in said or "possible" in said)


def _is_a_wish(talk: Talk, when: When, starts: int) -> bool:
    """A part of the day, a question, or another day than the row's asks to be looked up."""
    other_day = when.date is not None and when.date != _local(talk, starts).date()
    return other_day or (when.time is None and (when.time_range is not None or "?" in talk.understanding.text))


def _local(talk: Talk, starts: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(starts, talk.facts.now.tzinfo)
