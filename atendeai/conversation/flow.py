"""The road of a booking: service → date and time → confirmation → done, one function per arrow."""

from __future__ import annotations

import datetime as dt

from atendeai.appointment.model import (
    Appointment,
    Booked,
    Held,
    Moved,
    OutsidePolicy,
    Reason,
    Slot,
    SlotTaken,
)
from atendeai.clinics.context import Professional, Service
from atendeai.conversation import details, offers, voice, whose
from atendeai.conversation.facts import Book, Hold, Move, Release, Script
from atendeai.conversation.state import Confirmation, DateTime, Draft, Finalized, ServiceSelection, Start
from atendeai.conversation.talk import WHOEVER, Talk, row
from atendeai.conversation.understanding.model import Entities, Option, When
from atendeai.conversation.wishes import has_date, has_time, meets, merge, window

MOST_ROWS = 10


def learn(draft: Draft, entities: Entities) -> Draft:
    """The draft with everything that a message names; what it does not name stays.

    A visit that moves takes another time or professional, and keeps its service, patient and plan.
    """
    if draft.purpose == "reschedule":
        professional_id = None if entities.any_professional else entities.professional or draft.professional_id
        return draft.with_(professional_id=professional_id, when=merge(draft.when, entities.when))
    other = entities.for_other and not draft.for_other  # whoever was named before was the writer
    return draft.with_(
        service_id=entities.service or draft.service_id,
        professional_id=None if entities.any_professional else entities.professional or draft.professional_id,
        insurance=None if entities.private_pay else entities.insurance or draft.insurance,
        private_pay=entities.private_pay or (draft.private_pay and not entities.insurance),
        patient_name=entities.person_name or (None if other else draft.patient_name),
        for_other=entities.for_other or draft.for_other,
        when=merge(draft.when, entities.when),
    )


def begin(talk: Talk, draft: Draft | None = None) -> Script:
    """Start a booking with whatever the message already says."""
    return (yield from advance(talk, for_both(talk, learn(draft or Draft(), talk.entities))))


def for_both(talk: Talk, draft: Draft) -> Draft:
    """ "Pra mim e pra minha filha" is two bookings, one after the other: said so, and the second kept in mind."""
    text = talk.understanding.text
    pair = whose.two_people(text) if draft.purpose == "book" else None
    if pair is None or draft.also_for == pair[1]:
        return draft
    formal = talk.context.ai_personality.formality == "formal"
    first = whose.first_of_two(pair[0], talk.voice.language, text, formal=formal)
    talk.say("two_visits", first=first, second=pair[1])
    return draft.with_(also_for=pair[1])


def advance(talk: Talk, draft: Draft) -> Script:
    """Go to the first thing that is still missing and ask only for that."""
    service = _service(talk, draft)
    if service is None:
        if draft.service_id:
            talk.say("service_gone")
        return ask_service(talk, draft.with_(service_id=None))
    draft = _performer(talk, draft.with_(service_id=service.id), service)
    if draft.insurance and draft.purpose == "book" and draft.insurance not in details.plans(talk, service):
        return details.refuse_plan(talk, ServiceSelection(draft.with_(insurance=None)), service, draft.insurance)
    if (usual := _usual(talk, draft, service)) is not None:
        return propose(talk, draft.with_(usual_offered=True), usual)
    return (yield from search(talk, draft))


def _usual(talk: Talk, draft: Draft, service: Service) -> Professional | None:
    """Who saw this patient last, when several could and nobody was named; not if they cannot at the wished moment."""
    open_ = draft.purpose == "book" and not (draft.professional_id or draft.usual_offered)
    if not open_ or talk.entities.any_professional or len(talk.context.performers(service)) < 2:
        return None
    usual = whose.usual_professional(talk.facts, draft, service)
    there = usual is not None and offers.soonest(talk, draft.with_(professional_id=usual.id)) is not None
    return usual if there else None


def propose(talk: Talk, draft: Draft, usual: Professional) -> ServiceSelection:
    """ "Com a Dra. Ana, como da última vez?" """
    options = [row(f"with:{usual.id}", usual.shown), Option(id=WHOEVER, title=talk.labels.whoever)]
    talk.ask("professional", "ask_usual", options, professional=talk.speech.the(usual))
    return ServiceSelection(draft)


def start_anew(talk: Talk, draft: Draft, why: str) -> Script:
    """What was chosen is no longer there: say so, let go of the hold, and ask for what is missing."""
    yield Release()
    talk.say(why)
    return (yield from advance(talk, draft))


def _service(talk: Talk, draft: Draft) -> Service | None:
    """The chosen service; a clinic that has only one need not ask."""
    active = [service for service in talk.context.services if service.active]
    if draft.service_id is None and len(active) == 1:
        return active[0]
    return talk.context.service(draft.service_id)


def ask_service(talk: Talk, draft: Draft) -> ServiceSelection:
    """Which service: those the words could mean, or those the named professional performs, or all."""
    context = talk.context
    named = [service for service in context.services if service.id in talk.entities.services and service.active]
    performed = [
        service
        for service in context.services
        if service.active
        and (draft.professional_id is None or draft.professional_id in [p.id for p in context.performers(service)])
    ]
    services = named or performed or [service for service in context.services if service.active]
    key = "which_service" if named else "ask_service"
    talk.ask(
        "service",
        key,
        [service_option(talk, service) for service in services[:MOST_ROWS]],
        talk.labels.see_services,
    )
    if len(services) > MOST_ROWS:
        more = talk.speech.listed([service.name for service in services[MOST_ROWS:]])
        talk.add(talk.fragments.also_performed.format(services=more))
    return ServiceSelection(draft)


def service_option(talk: Talk, service: Service) -> Option:
    price = talk.speech.price(talk.context, service.id)
    described = " · ".join(part for part in (f"{service.duration_minutes} min", price) if part)
    return row(f"service:{service.id}", service.name, described)


def _performer(talk: Talk, draft: Draft, service: Service) -> Draft:
    """Drop a professional who does not perform the service or takes no new patients, and say so."""
    professional = talk.context.professional(draft.professional_id)
    performers = talk.context.performers(service)
    if draft.professional_id is None:
        return draft
    if professional is None or professional not in performers:
        if professional is not None and performers:
            talk.say(
                "not_performed_by",
                professional=talk.speech.the(professional),
                professional_start=voice.capital(talk.speech.the(professional)),
                service=service.name,
                performers=talk.speech.listed([talk.speech.the(p) for p in performers]),
            )
        return draft.with_(professional_id=None)
    if talk.wish(draft).new_patient and not professional.accepts_new_patients:
        who = talk.speech.the(professional)
        talk.say("no_new_patients", professional=who, professional_start=voice.capital(who))
        return draft.with_(professional_id=None)
    return draft


def search(talk: Talk, draft: Draft) -> Script:
    """Find slots for the wish: take the one that was named exactly, else offer."""
    today = talk.today
    horizon = talk.context.scheduling_policies.max_advance_days
    first, last = window(draft.when, today, horizon)
    slots = offers.free(talk, draft, first, last)
    matching = [slot for slot in slots if meets(slot, draft.when)]
    if draft.when.date and draft.when.time and matching:
        return (yield from take(talk, draft, matching[0]))
    if not matching and (has_date(draft.when) or has_time(draft.when)):
        slots = offers.free_ahead(talk, draft)
        offers.say_why_not(talk, draft)
    return offers.offer(talk, draft, slots)


def take(talk: Talk, draft: Draft, slot: Slot) -> Script:
    """Hold one slot and go on to the last details. A visit that moves keeps its old place meanwhile."""
    draft = draft.with_(when=When())
    if draft.purpose == "reschedule":
        return details.next_detail(talk, Confirmation(draft, slot))
    outcome = yield Hold(talk.wish(draft), slot)
    match outcome:
        case Held():
            return details.next_detail(talk, Confirmation(draft, outcome.slot))
        case SlotTaken() | OutsidePolicy():
            return offer_again(talk, draft, slot, outcome)
        case _:
            raise AssertionError(outcome)


def offer_again(talk: Talk, draft: Draft, lost: Slot, why: SlotTaken | OutsidePolicy) -> ServiceSelection | DateTime:
    """A slot was lost: an apology that says why, and the nearest live ones."""
    near = When(date=lost.local.date(), time=lost.local.time())
    slots = [s for s in offers.free_ahead(talk, draft) if s.starts != lost.starts]
    reason = why.refusal.reason if isinstance(why, OutsidePolicy) else Reason.TAKEN
    talk.say({Reason.TAKEN: "slot_taken", Reason.PATIENT_BUSY: "patient_busy"}.get(reason, "slot_gone"))
    return offers.offer(talk, draft.with_(when=near), slots)


def finish(talk: Talk, state: Confirmation, slot: Slot) -> Script:
    """The explicit yes: book or move. Only the receipt lets us say that it is done."""
    draft = state.draft
    if draft.purpose == "reschedule" and draft.appointment_id:
        outcome = yield Move(draft.appointment_id, talk.wish(draft), slot)
    else:
        outcome = yield Book(talk.wish(draft), slot, draft.patient_name or "")
    match outcome:
        case Booked(appointment):
            talk.say("booked", details=details.receipt(talk, appointment))
            talk.remember |= whose.worth_remembering(talk.facts, draft, appointment)
            if draft.also_for:
                return (yield from _next_person(talk, draft, appointment))
        case Moved(appointment, before):
            old = talk.speech.moment(dt.datetime.fromisoformat(before), talk.today)
            talk.say("moved", details=details.receipt(talk, appointment), before=old)
        case SlotTaken() | OutsidePolicy():
            return offer_again(talk, draft, slot, outcome)
        case _:
            talk.say("visit_gone")
            return Start()
    talk.expects, talk.appointment_id = "intent", appointment.id
    return Finalized(appointment.id)


def _next_person(talk: Talk, draft: Draft, appointment: Appointment) -> Script:
    """The second of two visits: the same service, for whoever was named beside the first, on the same day if it can."""
    talk.appointment_id = appointment.id
    talk.say("next_person", second=draft.also_for)
    day = When(date=appointment.local.date())
    wish = Draft(service_id=draft.service_id, for_other=True, professional_id=appointment.professional_id)
    same_day = offers.soonest(talk, wish.with_(when=day)) is not None
    return (yield from search(talk, wish.with_(when=day) if same_day else wish))


def give_up(talk: Talk) -> Script:
    """The patient stops: nothing was booked, and the hold is let go."""
    yield Release()
    talk.say("gave_up")
    return Start()
