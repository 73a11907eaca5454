"""Changes of mind in the middle of a booking: what is new is taken in, the rest is kept."""

from __future__ import annotations

import re

import msgspec

from atendeai.appointment.model import Slot
from atendeai.conversation import details, flow, offers, steering, whose
from atendeai.conversation.facts import Attempt, Release, Script
from atendeai.conversation.state import Confirmation, DateTime, Draft, ServiceSelection, State, UnderWay, draft_of
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.lexicon_names import GIVEN_NAMES
from atendeai.conversation.understanding.model import Entities, When
from atendeai.conversation.understanding.normalise import normalise
from atendeai.conversation.wishes import allows, has_date, has_time

# A day of the month was named, in figures or in words: no weekday of the list is meant.
_DATED = re.compile(
    r"\d|\bdia\b|\bde (?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez|ene|feb|may|sep|oct|dic)\w*"
    r"|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)


def changes(talk: Talk, state: State) -> bool:
    """Whether the message says anything that the draft does not know yet, or answers the open question."""
    draft = draft_of(state) or Draft()
    said = talk.entities
    if talk.thread.expects == "patient_name" and said.person_name:
        return True
    if (
        said.none_of_them
        or said.services
        or said.any_professional
        or (said.private_pay != draft.private_pay and said.private_pay)
    ):
        return True
    if said.when and not said.when.past and (has_date(said.when) or has_time(said.when) or said.when.anytime):
        return True
    return flow.learn(draft, said) != draft


def changed(talk: Talk, state: UnderWay) -> Script:
    """Something new was said: take it in and go on from there, keeping the rest."""
    said, draft = talk.entities, state.draft
    if isinstance(state, DateTime):
        said = msgspec.structs.replace(said, when=_in_view(talk, said.when, state.offers))
    if said.when and said.person_name and " " not in said.person_name:  # "melhor às 15h" names nobody
        said = msgspec.structs.replace(said, person_name=None)
    after = flow.for_both(talk, learned(talk, draft, said))
    if isinstance(state, DateTime) and state.offers and _only_details(talk, draft, after):
        talk.say("noted")
        return steering.ask_again(talk, DateTime(after, state.offers))
    if (
        isinstance(state, Confirmation)
        and state.slot is not None
        and not _moves_slot(draft, after, said.when, state.slot)
    ):
        return (yield from with_detail(talk, state, after))
    if isinstance(state, Confirmation):
        yield Release()
        after = after.with_(when=_kept_from_slot(draft, after, said.when, state.slot))
    if said.services and said.service is None and draft.service_id is None:
        return flow.ask_service(talk, after)
    if said.when == When(anytime=True) and isinstance(state, DateTime) and state.offers:
        return (yield from flow.take(talk, after, state.offers[0]))
    if (
        said.when == When(earliest=True)
        and not isinstance(state, ServiceSelection)
        and (soonest := offers.soonest(talk, after))
    ):
        return (yield from flow.take(talk, after, soonest))
    if said.none_of_them:
        return (yield from steering.look_elsewhere(talk, state, "other_time"))
    if after.service_id is None and after != draft:
        talk.say("noted")
    return (yield from flow.advance(talk, after))


def learned(talk: Talk, draft: Draft, said: Entities) -> Draft:
    return whose.without_their_plan(talk.facts, draft, flow.learn(draft, said), said)


def whose_it_is(talk: Talk, state: UnderWay) -> Attempt:
    """ "Não, é pra mim mesma", or "o nome está errado": another person, everything else as it was."""
    draft, said = state.draft, talk.entities
    if draft.purpose != "book":
        return None
    if draft.for_other and not said.for_other and whose.is_for_writer(talk.understanding.text):
        own = draft.with_(for_other=False, patient_name=said.person_name)
        return (yield from with_detail(talk, state, whose.without_their_plan(talk.facts, draft, own, said)))
    text = talk.understanding.text
    if not draft.patient_name or said.person_name or not whose.misnamed(text, draft.patient_name):
        return None
    if (right := whose.right_name(text)) is not None:
        return (yield from with_detail(talk, state, draft.with_(patient_name=right)))
    return ask_other_name(talk, state, for_other=draft.for_other)


def ask_other_name(talk: Talk, state: State, *, for_other: bool = True) -> State:
    """Who is seen, if not the one proposed or written."""
    talk.ask("patient_name", "ask_name_again")
    draft = draft_of(state) or Draft()
    other = whose.without_their_plan(
        talk.facts, draft, draft.with_(for_other=for_other, patient_name=None), talk.entities
    )
    return msgspec.structs.replace(state, draft=other)


def _kept_from_slot(before: Draft, after: Draft, when: When, slot: Slot | None) -> When:
    """ "Melhor às 15h" keeps the day of the held slot, "melhor segunda" its hour."""
    if slot is not None and not when and before.service_id == after.service_id:  # another professional
        return When(date=slot.local.date())
    if not when or slot is None or when.earliest:
        return after.when
    if not has_date(when) and allows(slot, msgspec.structs.replace(when, excluded_times=())):
        return msgspec.structs.replace(after.when, date=slot.local.date())
    if not has_time(when) and before.service_id == after.service_id:
        return msgspec.structs.replace(after.when, time=slot.local.time())
    return after.when


def _only_details(talk: Talk, before: Draft, after: Draft) -> bool:
    """Whether just the name or an accepted plan was given while a time is being chosen: the same times stand."""
    service = talk.context.service(after.service_id)
    same = before == after.with_(
        patient_name=before.patient_name,
        for_other=before.for_other,
        insurance=before.insurance,
        private_pay=before.private_pay,
    )
    accepted = after.insurance is None or (service is not None and after.insurance in details.plans(talk, service))
    return before != after and same and accepted and not (talk.entities.none_of_them or talk.entities.any_professional)


def _in_view(talk: Talk, when: When, offers: list[Slot]) -> When:
    """ "Sábado" to a list that shows a Saturday means that Saturday, not the one that comes first."""
    text = normalise(talk.understanding.text)
    if when.date is None or any(slot.local.date() == when.date for slot in offers) or _DATED.search(text):
        return when
    same_day = [slot.local.date() for slot in offers if slot.local.weekday() == when.date.weekday()]
    if not same_day or (when.date - talk.today).days < 2:  # "hoje" and "amanhã" are themselves
        return when
    return msgspec.structs.replace(when, date=same_day[0])


def _moves_slot(before: Draft, after: Draft, when: When, slot: Slot) -> bool:
    """Whether a change touches the held slot itself, not only whose it is and who pays."""
    return (
        before.service_id != after.service_id
        or (after.professional_id is not None and before.professional_id != after.professional_id)
        or has_date(when)
        or has_time(when)
        or not allows(slot, when)
    )


def with_detail(talk: Talk, state: State, draft: Draft) -> Script:
    """A name or a plan was given. Outside Confirmation it only travels along."""
    service = talk.context.service(draft.service_id)
    if draft.insurance and service and draft.insurance not in details.plans(talk, service):
        refused = msgspec.structs.replace(state, draft=draft.with_(insurance=None))
        return details.refuse_plan(talk, refused, service, draft.insurance)
    if not isinstance(state, Confirmation):
        return (yield from flow.advance(talk, draft))
    before, name = state.draft.patient_name, draft.patient_name
    surname_due = talk.thread.asked_surname and talk.thread.expects == "patient_name"
    if surname_due and before and name and " " not in before and not _is_whole(before, name):
        draft = draft.with_(patient_name=f"{before} {name}")
    return details.next_detail(talk, Confirmation(draft, state.slot))


def _is_whole(before: str, name: str) -> bool:
    """Whether what is given as the surname repeats the first name, or is a full name where that was none."""
    words = normalise(name).split(" ")
    another = len(words) > 1 and words[0] in GIVEN_NAMES and normalise(before) not in GIVEN_NAMES
    return name.startswith(before) or another
