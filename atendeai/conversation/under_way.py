"""A booking, a move or a cancellation is under way: the open question, changes of mind, questions in between."""

from __future__ import annotations

import msgspec

from atendeai.appointment.model import Slot
from atendeai.conversation import answers, details, flow, new_wish, people, visits
from atendeai.conversation.facts import Release, Script
from atendeai.conversation.state import (
    Confirmation,
    DateTime,
    Draft,
    Finalized,
    Purpose,
    ServiceSelection,
    Start,
    State,
    draft_of,
)
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Option, When
from atendeai.conversation.understanding.normalise import normalise
from atendeai.conversation.wishes import has_date, has_time, repaired

BOOKED_WORDS = (
    " minha consulta ", " meu exame ", " minha hora ", " meu horario ", " consulta de ",
    " que marquei ", " que eu marquei ", " ja marcad", " remarcar ", " reagendar ", " desmarcar ",
)  # fmt: skip


def under_way(talk: Talk, state: ServiceSelection | DateTime | Confirmation) -> Script:
    """The open question first; then changes of mind; then questions in the middle; then the question again."""
    said, draft = talk.entities, state.draft
    if answers.about_changes(talk):
        talk.say("back_to_it")
        return ask_again(talk, state)
    if draft.appointment_id and _wants_another_service(talk, draft):
        yield from visits.keep(talk, draft)
        return (yield from flow.begin(talk))
    if (other := _other_purpose(talk, draft)) is not None:
        if draft.appointment_id:
            return (yield from visits.chosen(talk, Draft(purpose=other), draft.appointment_id))
        return (yield from visits.begin(talk, other))
    if talk.repair == "give_up" and draft.purpose != "cancel":
        return (yield from stop(talk, state))
    if (
        said.yes_no
        and talk.thread.expects == "confirmation"
        and isinstance(state, Confirmation)
        and not _changes(talk, state)
    ):
        return (yield from yes_or_no(talk, state, said.yes_no == "yes"))
    if talk.repair == "give_up" or (talk.wants("cancel") and draft.purpose == "book" and not _means_a_visit(talk)):
        return (yield from stop(talk, state))
    if draft.purpose == "book" and _wants_a_visit_changed(talk):
        yield Release()
        return (yield from new_wish.new_wish(talk, Start()))
    if talk.wants("check_appointment") and (
        talk.understanding.intent == "check_appointment" or not _changes(talk, state)
    ):
        visits.show(talk)
        talk.say("back_to_it")
        return ask_again(talk, state)
    if talk.repair == "change_service":
        yield Release()
        return flow.ask_service(talk, draft.with_(service_id=None))
    if talk.repair in ("later", "earlier", "other_day", "other_time") and not isinstance(state, ServiceSelection):
        return (yield from look_elsewhere(talk, state, talk.repair))
    if draft.purpose == "cancel" or _visit_open(state):
        return (yield from _choosing_visit(talk, state))
    if said.unknown_insurance and draft.service_id and draft.purpose == "book":
        return _refuse_unknown_plan(talk, state, said.unknown_insurance)
    if said.when.past and said.when.date and isinstance(state, DateTime):
        return (yield from flow.advance(talk, draft.with_(when=When(date=said.when.date))))
    answered = answers.about_me(talk) or answers.faq(talk, by_keyword=False) or new_wish.answer_questions(talk, draft)
    if (not answered or _wants_booking(talk)) and _changes(talk, state):
        return (yield from _changed(talk, state))
    if answered:
        talk.say("back_to_it")
        return ask_again(talk, state)
    return (yield from _no_progress(talk, state))


def _other_purpose(talk: Talk, draft: Draft) -> Purpose | None:
    """ "Prefiro remarcar" to "quer mesmo cancelar?", and the other way round."""
    if draft.purpose == "cancel" and talk.wants("reschedule"):
        return "reschedule"
    return "cancel" if draft.purpose == "reschedule" and talk.wants("cancel") and talk.repair is None else None


def _wants_another_service(talk: Talk, draft: Draft) -> bool:
    """ "E preciso marcar um eletro também" while another visit is being moved: that is a booking of its own."""
    said = talk.entities
    return draft.purpose == "reschedule" and _wants_booking(talk) and said.service not in (None, draft.service_id)


def _visit_open(state: State) -> bool:
    """Whether it is still to be said which visit moves."""
    return isinstance(state, ServiceSelection) and state.draft.purpose != "book" and not state.draft.appointment_id


def _wants_a_visit_changed(talk: Talk) -> bool:
    return talk.wants("reschedule", "cancel") and _means_a_visit(talk)


def _means_a_visit(talk: Talk) -> bool:
    """ "Cancelar" in the middle of a booking stops the booking, unless the words point at a booked visit."""
    text, booked = f" {normalise(talk.understanding.text)} ", talk.facts.appointments
    named = [f" {normalise(visit.patient_name).split(' ')[0]} " for visit in booked]
    dated = talk.entities.when.date in [visit.local.date() for visit in booked]
    return bool(booked) and (dated or any(word in text for word in (*BOOKED_WORDS, *named)))


def _wants_booking(talk: Talk) -> bool:
    return talk.wants("book", "availability")


def _changes(talk: Talk, state: State) -> bool:
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
    learned = flow.learn(draft, said)
    return learned != draft


def _changed(talk: Talk, state: ServiceSelection | DateTime | Confirmation) -> Script:
    """Something new was said: take it in and go on from there, keeping the rest."""
    said, draft = talk.entities, state.draft
    if isinstance(state, DateTime):
        said = msgspec.structs.replace(said, when=_in_view(talk, said.when, state.offers))
    if said.when and said.person_name and " " not in said.person_name:  # "melhor às 15h" names nobody
        said = msgspec.structs.replace(said, person_name=None)
    learned = flow.learn(draft, said)
    if isinstance(state, DateTime) and state.offers and _only_details(talk, draft, learned):
        talk.say("noted")
        return ask_again(talk, DateTime(learned, state.offers))
    if isinstance(state, Confirmation) and state.slot is not None and not _moves_slot(draft, learned, said.when):
        return (yield from with_detail(talk, state, learned))
    if isinstance(state, Confirmation):
        yield Release()
        learned = learned.with_(when=_kept_from_slot(draft, learned, said.when, state.slot))
    if said.services and said.service is None and draft.service_id is None:
        return flow.ask_service(talk, learned)
    if said.when == When(anytime=True) and isinstance(state, DateTime) and state.offers:
        return (yield from flow.take(talk, learned, state.offers[0]))
    if (
        said.when == When(earliest=True)
        and not isinstance(state, ServiceSelection)
        and (soonest := flow.soonest(talk, learned))
    ):
        return (yield from flow.take(talk, learned, soonest))
    if said.none_of_them:
        return (yield from look_elsewhere(talk, state, "other_time"))
    if learned.service_id is None and learned != draft:
        talk.say("noted")
    return (yield from flow.advance(talk, learned))


def _kept_from_slot(before: Draft, after: Draft, when: When, slot: Slot | None) -> When:
    """ "Melhor às 15h" keeps the day of the held slot, "melhor segunda" its hour."""
    if slot is not None and not when and before.service_id == after.service_id:  # another professional
        return When(date=slot.local.date())
    if not when or slot is None or when.earliest:
        return after.when
    if not has_date(when):
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
    text = talk.understanding.text
    if when.date is None or any(slot.local.date() == when.date for slot in offers) or any(map(str.isdigit, text)):
        return when
    same_day = [slot.local.date() for slot in offers if slot.local.weekday() == when.date.weekday()]
    if not same_day or (when.date - talk.facts.now.date()).days < 2:  # "hoje" and "amanhã" are themselves
        return when
    return msgspec.structs.replace(when, date=same_day[0])


def _moves_slot(before: Draft, after: Draft, when: When) -> bool:
    """Whether a change touches the held slot itself, not only whose it is and who pays."""
    return (
        before.service_id != after.service_id
        or (after.professional_id is not None and before.professional_id != after.professional_id)
        or bool(when and (has_date(when) or has_time(when)))
    )


def _refuse_unknown_plan(talk: Talk, state: State, plan: str) -> State:
    draft = draft_of(state) or Draft()
    service = talk.context.service(draft.service_id)
    return details.refuse_plan(talk, state, service, plan) if service else state


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
    if surname_due and before and name and " " not in before and not name.startswith(before):
        draft = draft.with_(patient_name=f"{before} {name}")
    return details.next_detail(talk, Confirmation(draft, state.slot))


def yes_or_no(talk: Talk, state: Confirmation, yes: bool) -> Script:
    """The answer to the summary: only here does a yes book, move or cancel."""
    if talk.thread.expects != "confirmation":
        return details.next_detail(talk, state)
    if state.draft.purpose == "cancel":
        return (yield from (visits.finish_cancel if yes else visits.keep)(talk, state.draft))
    if yes and state.slot is not None:
        return (yield from flow.finish(talk, state, state.slot))
    yield Release()
    options = [Option(id="other_time", title="Outro horário"), Option(id="give_up", title="Parar por aqui")]
    talk.ask("date", "not_confirmed", options)
    return DateTime(state.draft, [state.slot] if state.slot else [])


def _choosing_visit(talk: Talk, state: ServiceSelection | DateTime | Confirmation) -> Script:
    """Which booked visit is meant, while several are on the table; or a cancellation not yet answered."""
    if isinstance(state, Confirmation):
        if new_wish.answer_questions(talk, state.draft):
            talk.say("back_to_it")
        return ask_again(talk, state)
    if talk.entities.when or talk.entities.service or talk.entities.professional or talk.entities.person_name:
        return (yield from visits.begin(talk, state.draft.purpose))
    return (yield from _no_progress(talk, state))


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


def _no_progress(talk: Talk, state: State) -> Script:
    """Small talk keeps the state; anything else counts as not understood."""
    if talk.thread.expects == "insurance" and talk.entities.yes_no:  # "sim" to "particular ou convênio?"
        return ask_again(talk, state)
    if talk.wants("greeting", "thanks") or (talk.wants("book", "reschedule", "availability") and talk.thread.turns):
        if talk.wants("thanks"):
            talk.say("welcome")
        return ask_again(talk, state)
    if isinstance(state, DateTime) and state.offers and talk.entities.yes_no == "yes":
        if len(state.offers) == 1:
            return (yield from flow.take(talk, state.draft, state.offers[0]))
        return ask_again(talk, state)
    if isinstance(state, DateTime) and talk.entities.yes_no == "no":
        return (yield from look_elsewhere(talk, state, "other_day"))
    if talk.wants("goodbye"):
        return (yield from stop(talk, state))
    if talk.thread.expects == "human" and talk.entities.yes_no:
        return ask_again(talk, state)
    if answers.faq(talk):
        talk.say("back_to_it")
        return ask_again(talk, state)
    if people.not_understood(talk, state):
        return state
    return ask_again(talk, state)


def ask_again(talk: Talk, state: State) -> State:
    """The open question once more, in other words."""
    match state:
        case ServiceSelection(draft) if draft.purpose != "book" and not draft.appointment_id:
            return visits.ask_which(talk, draft)
        case ServiceSelection(draft):
            return flow.ask_service(talk, draft)
        case DateTime(draft, offers) if offers:
            talk.say("pick_one")
            talk.expects, talk.options = "slot", flow.offered(talk, draft, offers)
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
