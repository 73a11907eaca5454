"""Visits that are already booked: show them, move them, cancel them, confirm the presence."""

from __future__ import annotations

from atendeai.appointment.model import Appointment, Cancelled, PresenceConfirmed
from atendeai.conversation.facts import Cancel, ConfirmPresence, Release, Script
from atendeai.conversation.flow import advance, learn
from atendeai.conversation.state import (
    Confirmation,
    DateTime,
    Draft,
    Finalized,
    Purpose,
    ServiceSelection,
    Start,
    State,
    seal_of,
)
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Option


def show(talk: Talk) -> State:
    """What this contact has booked."""
    visits, today = talk.facts.appointments, talk.today
    if not visits:
        talk.ask("intent", "no_visits", [Option(id="book", title=talk.labels.book)])
    elif len(visits) == 1:
        options = [
            Option(id=f"move:{visits[0].id}", title=talk.labels.move),
            Option(id=f"cancel:{visits[0].id}", title=talk.labels.cancel),
        ]
        talk.ask("intent", "your_visit", options, visit=talk.speech.visit(visits[0], today))
    else:
        lines = "\n".join(f"• {talk.speech.visit(visit, today)}" for visit in visits)
        talk.ask("intent", "your_visits", visits=lines)
    return Start()


def begin(talk: Talk, purpose: Purpose) -> Script:
    """Move or cancel: find out which visit, from the words where they tell."""
    draft = Draft(purpose=purpose)
    visits = _meant(talk)
    if not talk.facts.appointments:
        talk.ask("intent", "no_visits", [Option(id="book", title=talk.labels.book)])
        return Start()
    if len(visits) == 1:
        return (yield from chosen(talk, draft, visits[0].id))
    talk.add("\n".join(f"• {talk.speech.visit(visit, talk.today)}" for visit in talk.facts.appointments))
    return ask_which(talk, draft)


def _meant(talk: Talk) -> list[Appointment]:
    """The visits that the message can mean: by service, professional, or (to cancel) day."""
    said, visits = talk.entities, talk.facts.appointments
    narrowed = [
        visit
        for visit in visits
        if said.service in (None, visit.service_id)
        and (not said.services or visit.service_id in said.services)
        and said.professional in (None, visit.professional_id)
        and (said.when.date is None or visit.local.date() == said.when.date)
        and (said.person_name is None or said.person_name.split()[0] in visit.patient_name)
    ]
    return narrowed or visits


def ask_which(talk: Talk, draft: Draft) -> ServiceSelection | Start:
    """Which of the visits that stand now."""
    if not talk.facts.appointments:
        talk.ask("intent", "no_visits", [Option(id="book", title=talk.labels.book)])
        return Start()
    options = [
        Option(
            id=f"visit:{visit.id}",
            title=talk.speech.row(visit.local),
            description=f"{visit.service_name} · {visit.patient_name}",
        )
        for visit in talk.facts.appointments[:9]
    ]
    key = "which_visit_cancel" if draft.purpose == "cancel" else "which_visit_move"
    talk.ask("appointment_choice", key, options, talk.labels.see_visits)
    return ServiceSelection(draft)


def chosen(talk: Talk, draft: Draft, appointment_id: str) -> Script:
    """One visit is meant: ask for the yes to cancel, or look for its new time."""
    visit = talk.facts.visit(appointment_id)
    if visit is None:
        talk.say("visit_gone")
        return Start()
    if draft.purpose == "cancel":
        return ask_cancel(talk, visit)
    if talk.context.service(visit.service_id) is None:
        talk.ask("human", "move_by_team", [talk.human_option()], service=visit.service_name)
        return Start()
    when = talk.entities.when
    if when.date == visit.local.date() and not when.time and not when.time_range:
        talk.say("moving", visit=talk.speech.visit(visit, talk.today))
        return _ask_new_date(talk, visit)
    talk.say("moving", visit=talk.speech.visit(visit, talk.today))
    return (yield from advance(talk, learn(_draft_to_move(visit), talk.entities).with_(service_id=visit.service_id)))


def _draft_to_move(visit: Appointment) -> Draft:
    return Draft(
        purpose="reschedule",
        service_id=visit.service_id,
        professional_id=visit.professional_id,
        insurance=visit.insurance,
        private_pay=visit.insurance is None,
        patient_name=visit.patient_name,
        appointment_id=visit.id,
    )


def _ask_new_date(talk: Talk, visit: Appointment) -> State:
    """ "Mudar minha consulta de quinta": the day named is the old one, so the new one is still to be said."""
    talk.ask("date", "ask_date")
    return DateTime(_draft_to_move(visit))


def ask_cancel(talk: Talk, visit: Appointment) -> Confirmation:
    """Cancelling needs an explicit yes that names the visit."""
    hours = talk.context.scheduling_policies.cancellation_hours
    if (visit.starts - talk.facts.now.timestamp()) < hours * 3600:
        talk.say("late_cancel", hours=talk.speech.hours(hours))
    asked = Confirmation(Draft(purpose="cancel", appointment_id=visit.id))
    options = [
        Option(id=f"yes:{seal_of(asked)}", title=talk.labels.cancel_yes),
        Option(id=f"no:{seal_of(asked)}", title=talk.labels.cancel_no),
        Option(id=f"move:{visit.id}", title=talk.labels.move),
    ]
    talk.ask("confirmation", "ask_cancel", options, visit=talk.speech.visit(visit, talk.today))
    return asked


def finish_cancel(talk: Talk, draft: Draft) -> Script:
    """The explicit yes to a cancellation."""
    outcome = yield Cancel(draft.appointment_id or "")
    if not isinstance(outcome, Cancelled):
        talk.say("visit_gone")
        return Start()
    talk.say("cancelled", visit=talk.speech.visit(outcome.appointment, talk.today))
    talk.expects, talk.appointment_id = "intent", outcome.appointment.id
    return Finalized(outcome.appointment.id)


def keep(talk: Talk, draft: Draft) -> Script:
    """A "não" to moving or cancelling: the visit stays as it was."""
    yield Release()
    visit = talk.facts.visit(draft.appointment_id)
    if draft.appointment_id is None:
        return Start()
    if visit is None:
        talk.say("visit_gone")
    else:
        talk.say("kept", visit=talk.speech.visit(visit, talk.today))
    return Start()


def confirm_presence(talk: Talk) -> Script:
    """ "Confirmo minha consulta": the next visit, or the one named."""
    if not talk.facts.appointments:
        return show(talk)
    outcome = yield ConfirmPresence(_meant(talk)[0].id)
    if not isinstance(outcome, PresenceConfirmed):
        talk.say("visit_gone")
        return Start()
    talk.say("presence", visit=talk.speech.visit(outcome.appointment, talk.today))
    talk.expects, talk.appointment_id = "intent", outcome.appointment.id
    return Finalized(outcome.appointment.id)
