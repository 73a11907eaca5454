"""A booking, a move or a cancellation is under way: the open question, changes of mind, questions in between."""

from __future__ import annotations

import msgspec

from atendeai.conversation import details, flow, new_wish, people, visits
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
from atendeai.conversation.understanding.model import Option, When
from atendeai.conversation.wishes import has_date, has_time, repaired


def under_way(talk: Talk, state: ServiceSelection | DateTime | Confirmation) -> Script:
    """The open question first; then changes of mind; then questions in the middle; then the question again."""
    said, draft = talk.entities, state.draft
    if (
        said.yes_no
        and talk.thread.expects == "confirmation"
        and isinstance(state, Confirmation)
        and not _changes(talk, state)
    ):
        return (yield from yes_or_no(talk, state, said.yes_no == "yes"))
    if talk.repair == "give_up" or (talk.wants("cancel") and draft.purpose == "book" and not _means_a_visit(talk)):
        return (yield from stop(talk, state))
    if talk.wants("reschedule", "cancel") and draft.purpose == "book" and _means_a_visit(talk):
        yield Release()
        return (yield from new_wish.new_wish(talk, Start()))
    if talk.wants("check_appointment") and not _changes(talk, state):
        visits.show(talk)
        return state
    if talk.repair == "change_service":
        yield Release()
        return flow.ask_service(talk, draft.with_(service_id=None))
    if talk.repair in ("later", "earlier", "other_day", "other_time") and not isinstance(state, ServiceSelection):
        return (yield from look_elsewhere(talk, state, talk.repair))
    if draft.purpose == "cancel" or talk.thread.expects == "appointment_choice":
        return (yield from _choosing_visit(talk, state))
    answered = new_wish.answer_questions(talk, draft)
    if (not answered or _wants_booking(talk)) and _changes(talk, state):
        return (yield from _changed(talk, state))
    if answered:
        talk.say("back_to_it")
        return ask_again(talk, state)
    return (yield from _no_progress(talk, state))


def _means_a_visit(talk: Talk) -> bool:
    """ "Cancelar" in the middle of a booking stops the booking, unless a booked visit is meant."""
    text = talk.understanding.text.lower()
    return bool(talk.facts.appointments) and any(
        word in text
        for word in ("minha consulta", "meu exame", "consulta de", "que marquei", "já marcad", "minha hora")
    )


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
    learned = flow.learn(draft, said)
    if said.unknown_insurance and talk.thread.expects == "insurance":
        return _refuse_unknown_plan(talk, state, said.unknown_insurance)
    if isinstance(state, Confirmation) and state.slot is not None and not _moves_slot(draft, learned, said.when):
        return (yield from with_detail(talk, state, learned))
    if isinstance(state, Confirmation):
        yield Release()
        if said.when and not has_date(said.when) and state.slot is not None:
            learned = learned.with_(when=msgspec.structs.replace(learned.when, date=state.slot.local.date()))
        elif (
            said.when and not has_time(said.when) and state.slot is not None and draft.service_id == learned.service_id
        ):
            learned = learned.with_(when=msgspec.structs.replace(learned.when, time=state.slot.local.time()))
    if said.services and said.service is None and draft.service_id is None:
        return flow.ask_service(talk, learned)
    if said.when.anytime and isinstance(state, DateTime) and state.offers and not has_date(said.when):
        return (yield from flow.take(talk, learned, state.offers[0]))
    if said.none_of_them:
        return (yield from look_elsewhere(talk, state, "other_time"))
    return (yield from flow.advance(talk, learned))


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
    if draft.insurance and service and not details.accepts(service, draft.insurance):
        refused = msgspec.structs.replace(state, draft=draft.with_(insurance=None))  # type: ignore[type-var]
        return details.refuse_plan(talk, refused, service, draft.insurance)
    if not isinstance(state, Confirmation):
        return (yield from flow.advance(talk, draft))
    name = draft.patient_name
    if name and name != state.draft.patient_name and " " not in name and not talk.thread.asked_surname:
        talk.asked_surname = True
        talk.ask("patient_name", "ask_surname", name=name)
        return Confirmation(draft, state.slot)
    before = state.draft.patient_name
    if talk.thread.asked_surname and before and name and " " not in before and not name.startswith(before):
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
    if people.not_understood(talk, state):
        return state
    return ask_again(talk, state)


def ask_again(talk: Talk, state: State) -> State:
    """The open question once more, in other words."""
    match state:
        case ServiceSelection(draft) if draft.purpose != "book" and not draft.appointment_id:
            talk.expects, talk.options = talk.thread.expects, list(talk.thread.options)
            talk.say("which_visit_cancel" if draft.purpose == "cancel" else "which_visit_move")
        case ServiceSelection(draft):
            return flow.ask_service(talk, draft)
        case DateTime(draft, offers) if offers:
            talk.say("pick_one")
            talk.expects, talk.options = "slot", [flow.slot_option(talk, slot, draft) for slot in offers]
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
