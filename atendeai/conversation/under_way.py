"""A booking, a move or a cancellation is under way: what the message means for it, in order of precedence."""

from __future__ import annotations

import re

import msgspec

from atendeai.appointment.model import Appointment
from atendeai.conversation import (
    advice,
    answers,
    changes,
    consent,
    details,
    endings,
    flow,
    new_wish,
    parking,
    people,
    silence,
    steering,
    visits,
)
from atendeai.conversation.facts import Attempt, Release, Script
from atendeai.conversation.state import (
    Confirmation,
    DateTime,
    Draft,
    Purpose,
    ServiceSelection,
    Start,
    State,
    UnderWay,
    draft_of,
)
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Option, When
from atendeai.conversation.understanding.normalise import normalise

BOOKED_WORDS = (
    " minha consulta ", " meu exame ", " minha hora ", " meu horario ", " consulta de ",
    " que marquei ", " que eu marquei ", " ja marcad", " remarcar ", " reagendar ", " desmarcar ",
    " my appointment ", " my visit ", " my exam ", " i booked ", " reschedule ",
    " mi cita ", " mi turno ", " mi consulta ", " mi examen ", " que agende ", " reprogramar ",
)  # fmt: skip


def under_way(talk: Talk, state: UnderWay) -> Script:
    """In this order: another purpose, an end or a yes, a wish to steer, something new, and the question again."""
    for attempt in (_another_purpose, changes.whose_it_is, _end_or_yes, _steer, _something_new):
        reached = yield from attempt(talk, state)
        if reached is not None:
            return reached
    return (yield from _no_progress(talk, state))


def _another_purpose(talk: Talk, state: UnderWay) -> Attempt:
    """What is under way turns out to be something else: a question about the rules, another visit, another aim."""
    draft = state.draft
    if answers.about_changes(talk):
        talk.say("back_to_it")
        return steering.ask_again(talk, state)
    if draft.appointment_id and _wants_another_service(talk, state):
        corrects = not _wants_booking(talk) or (draft.purpose == "cancel" and talk.entities.yes_no == "no")
        if (booked := _booked_for(talk, talk.entities.service)) is not None and corrects:
            return (yield from visits.chosen(talk, Draft(purpose=draft.purpose), booked.id))
        yield from visits.keep(talk, draft)
        return (yield from flow.begin(talk))
    other = _other_purpose(talk, draft)
    if other is not None and draft.appointment_id:
        return (yield from visits.chosen(talk, Draft(purpose=other), draft.appointment_id))
    if other is not None:
        return (yield from visits.begin(talk, other))
    return None


def _end_or_yes(talk: Talk, state: UnderWay) -> Attempt:
    """Giving up, the answer to the summary, or a booked visit that is to be changed instead."""
    draft = state.draft
    if (talk.repair == "give_up" or endings.gives_up(talk)) and draft.purpose != "cancel":
        return (yield from steering.stop(talk, state))
    if isinstance(state, Confirmation) and talk.thread.expects == "confirmation":
        answered = consent.answer(talk, state)
        if answered is not None and (draft.purpose == "cancel" or not changes.changes(talk, state)):
            return (yield from yes_or_no(talk, state, answered == "yes"))
    if talk.repair == "give_up" or (talk.wants("cancel") and draft.purpose == "book" and not _means_a_visit(talk)):
        return (yield from steering.stop(talk, state))
    if draft.purpose == "book" and talk.thread.expects != "confirmation" and _confirms_a_visit(talk):
        parking.park(talk, state)
        yield Release()
        return (yield from visits.confirm_presence(talk))
    if draft.purpose == "book" and talk.wants("reschedule") and _has_none_to_change(talk):
        talk.say("no_visits")
        talk.say("back_to_it")
        return steering.ask_again(talk, state)
    if draft.purpose == "book" and _wants_a_visit_changed(talk):
        parking.park(talk, state)
        yield Release()
        return (yield from new_wish.new_wish(talk, Start()))
    return None


def _steer(talk: Talk, state: UnderWay) -> Attempt:
    """Looking at what is booked, another service, another day, or which visit is meant."""
    said, draft, heard = talk.entities, state.draft, talk.understanding.intent
    if talk.wants("check_appointment") and (heard == "check_appointment" or not changes.changes(talk, state)):
        visits.show(talk)
        talk.say("back_to_it")
        return steering.ask_again(talk, state)
    if talk.repair == "change_service":
        yield Release()
        return flow.ask_service(talk, draft.with_(service_id=None))
    steers = talk.repair in ("later", "earlier", "other_day", "other_time") and not _asks_first(talk)
    if steers and talk.repair is not None and not isinstance(state, ServiceSelection):
        return (yield from steering.look_elsewhere(talk, state, talk.repair))
    if draft.purpose == "cancel" or _visit_open(state):
        return (yield from _choosing_visit(talk, state))
    if said.unknown_insurance and draft.service_id and draft.purpose == "book":
        return _refuse_unknown_plan(talk, state, said.unknown_insurance)
    if said.when.past and said.when.date and isinstance(state, DateTime):
        return (yield from flow.advance(talk, draft.with_(when=When(date=said.when.date))))
    return None


def _something_new(talk: Talk, state: UnderWay) -> Attempt:
    """A question in the middle is answered; a change is taken in."""
    draft = state.draft
    answered = answers.about_me(talk) or answers.faq(talk, by_keyword=False) or new_wish.answer_questions(talk, draft)
    if talk.wants("medical_advice"):
        advice.refuse_in_passing(talk)
        answered = True
    if (not answered or _wants_booking(talk)) and changes.changes(talk, state):
        return (yield from changes.changed(talk, state))
    if answered:
        talk.say("back_to_it")
        return steering.ask_again(talk, state)
    return None


def _other_purpose(talk: Talk, draft: Draft) -> Purpose | None:
    """ "Prefiro remarcar" to "quer mesmo cancelar?", and the other way round."""
    if draft.purpose == "cancel" and talk.wants("reschedule"):
        return "reschedule"
    return "cancel" if draft.purpose == "reschedule" and talk.wants("cancel") and talk.repair is None else None


def _wants_another_service(talk: Talk, state: UnderWay) -> bool:
    """ "E preciso marcar um eletro também" while another visit is being moved: that is a booking of its own. "O certo
    é o ergométrico" to what is read back means another visit, or one that is still to be booked."""
    draft, said = state.draft, talk.entities.service
    visit = talk.facts.visit(draft.appointment_id)
    if said in (None, draft.service_id, visit.service_id if visit else None):
        return False
    corrects = isinstance(state, Confirmation) and not new_wish.asks(talk)
    if draft.purpose == "cancel":
        return corrects and (talk.wants("book") or _booked_for(talk, said) is not None)
    return draft.purpose == "reschedule" and (_wants_booking(talk) or corrects)


def _booked_for(talk: Talk, service_id: str | None) -> Appointment | None:
    return next((visit for visit in talk.facts.appointments if visit.service_id == service_id), None)


def _asks_first(talk: Talk) -> bool:
    """ "Antes disso, onde vocês ficam?": a question comes before, no earlier hour is wished for."""
    heard = talk.understanding
    named = talk.entities.when or heard.intent not in answers.ANSWERS or heard.confidence < new_wish.OFF_TOPIC
    return not named and re.search(r"\bantes disso\b", normalise(heard.text)) is not None


def _visit_open(state: State) -> bool:
    """Whether it is still to be said which visit moves."""
    return isinstance(state, ServiceSelection) and state.draft.purpose != "book" and not state.draft.appointment_id


def _wants_a_visit_changed(talk: Talk) -> bool:
    return (talk.wants("reschedule", "cancel") and _means_a_visit(talk)) or new_wish.moves_a_visit(talk)


def _means_a_visit(talk: Talk) -> bool:
    """ "Cancelar" in the middle of a booking stops the booking, unless the words point at a booked visit."""
    text, booked = f" {normalise(talk.understanding.text)} ", talk.facts.appointments
    named = [f" {normalise(visit.patient_name).split(' ')[0]} " for visit in booked]
    dated = talk.entities.when.date in [visit.local.date() for visit in booked]
    return bool(booked) and (dated or any(word in text for word in (*BOOKED_WORDS, *named)))


def _confirms_a_visit(talk: Talk) -> bool:
    """ "Confirmo presença" while something else is being booked; a bare "confirmo" only agrees."""
    words = normalise(talk.understanding.text).split()
    return bool(talk.facts.appointments) and len(words) > 1 and talk.wants("confirm", at_least=0.7)


def _has_none_to_change(talk: Talk) -> bool:
    """ "Quero remarcar minha consulta" from somebody who has none."""
    text = f" {normalise(talk.understanding.text)} "
    return not talk.facts.appointments and any(word in text for word in BOOKED_WORDS)


def _wants_booking(talk: Talk) -> bool:
    return talk.wants("book", "availability")


def _refuse_unknown_plan(talk: Talk, state: State, plan: str) -> State:
    draft = draft_of(state) or Draft()
    service = talk.context.service(draft.service_id)
    if service is None:
        return state
    # What was answered before holds no more: another plan has been named since.
    anew = msgspec.structs.replace(state, draft=draft.with_(insurance=None, private_pay=False))
    return details.refuse_plan(talk, anew, service, plan)


def yes_or_no(talk: Talk, state: Confirmation, yes: bool) -> Script:
    """The answer to the summary: only here does a yes book, move or cancel."""
    if talk.thread.expects != "confirmation":
        return steering.read_back(talk, state)
    if state.draft.purpose == "cancel":
        return (yield from (visits.finish_cancel if yes else visits.keep)(talk, state.draft))
    if yes and state.slot is not None and silence.returns(talk, state):
        return silence.stale_yes(talk, state)
    if yes and state.slot is not None:
        return (yield from flow.finish(talk, state, state.slot))
    yield Release()
    options = [Option(id="other_time", title=talk.labels.other_time), Option(id="give_up", title=talk.labels.stop_here)]
    talk.ask("date", "not_confirmed", options)
    return DateTime(state.draft, [state.slot] if state.slot else [])


def _choosing_visit(talk: Talk, state: UnderWay) -> Script:
    """Which booked visit is meant, while several are on the table; or a cancellation not yet answered."""
    if isinstance(state, Confirmation):
        if new_wish.answer_questions(talk, state.draft):
            talk.say("back_to_it")
        return steering.ask_again(talk, state)
    if talk.entities.when or talk.entities.service or talk.entities.professional or talk.entities.person_name:
        return (yield from visits.begin(talk, state.draft.purpose))
    return (yield from _no_progress(talk, state))


def _no_progress(talk: Talk, state: State) -> Script:
    """Small talk keeps the state; anything else counts as not understood."""
    if talk.thread.expects == "insurance" and talk.entities.yes_no:  # "sim" to "particular ou convênio?"
        return steering.ask_again(talk, state)
    if talk.wants("greeting", "thanks") or (talk.wants("book", "reschedule", "availability") and talk.thread.turns):
        if talk.wants("thanks"):
            talk.say("welcome")
        return steering.ask_again(talk, state)
    if isinstance(state, DateTime) and state.offers and talk.entities.yes_no == "yes":
        if len(state.offers) == 1:
            return (yield from flow.take(talk, state.draft, state.offers[0]))
        return steering.ask_again(talk, state)
    if isinstance(state, DateTime) and talk.entities.yes_no == "no":
        return (yield from steering.look_elsewhere(talk, state, "other_day"))
    if talk.wants("goodbye"):
        return (yield from steering.stop(talk, state))
    if talk.thread.expects == "human" and talk.entities.yes_no:
        return steering.ask_again(talk, state)
    if answers.faq(talk):
        talk.say("back_to_it")
        return steering.ask_again(talk, state)
    if people.not_understood(talk, state):
        return state
    return steering.ask_again(talk, state)
