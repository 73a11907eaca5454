"""The last details of a booking (whose, on which plan) and what is read back before and after the yes."""

from __future__ import annotations

from atendeai.appointment.desk import accepts
from atendeai.appointment.model import Appointment, Slot
from atendeai.clinics.context import Service
from atendeai.conversation import voice, whose
from atendeai.conversation.state import Confirmation, Draft, State, UnderWay, seal_of
from atendeai.conversation.talk import OTHER_PLAN, PRIVATE_INSTEAD, Talk, row
from atendeai.conversation.understanding.model import Option

MOST_PLAN_ROWS = 9


def plans(talk: Talk, service: Service) -> list[str]:
    """Active plans that cover the service."""
    return [p.name for p in talk.context.insurance_plans if p.active and accepts(talk.context, service, p.name)]


def next_detail(talk: Talk, state: Confirmation) -> State:
    """Ask for what is missing, else read everything back and ask for the yes."""
    draft = state.draft.with_(patient_name=whose.presumed(talk.facts, state.draft))
    state = Confirmation(draft, state.slot)
    service = talk.context.service(draft.service_id)
    if service is None or state.slot is None or draft.purpose == "reschedule":
        return summarise(talk, state)
    if not draft.patient_name:
        return _ask_whose(talk, state, state.slot)
    if _lacks_surname(talk, draft.patient_name):
        talk.asked_surname = True
        talk.ask("patient_name", "ask_surname", name=draft.patient_name)
        return state
    if not (draft.insurance or draft.private_pay) and _asks_plan(talk, service):
        return ask_plan(talk, state, service)
    return summarise(talk, state)


def ask_plan(talk: Talk, state: UnderWay, service: Service, *, anew: bool = False) -> UnderWay:
    """Which plan, or private: the one used last is proposed first, unless it is asked `anew`."""
    last = None if anew else whose.plan_of(talk.facts, state.draft.patient_name)
    covering = plans(talk, service)
    private = Option(id="private", title=talk.labels.private, description=talk.speech.price(talk.context, service.id))
    if last == whose.PRIVATE:
        options = [Option(id="private", title=talk.labels.private), Option(id=OTHER_PLAN, title=talk.labels.has_plan)]
        talk.ask("insurance", "ask_same_private", options)
    elif last in covering:
        options = [
            row(f"plan:{last}", last),
            Option(id="private", title=talk.labels.private),
            Option(id=OTHER_PLAN, title=talk.labels.other_plan),
        ]
        talk.ask("insurance", "ask_same_plan", options, plan=last)
    else:
        options = [private, *(row(f"plan:{name}", name) for name in covering[:MOST_PLAN_ROWS])]
        talk.ask("insurance", "ask_insurance", options, talk.labels.see_plans)
    return state


def _lacks_surname(talk: Talk, name: str) -> bool:
    """A bare first name is asked for more once; a patient we know is known by it."""
    return " " not in name and name not in talk.facts.patients and not talk.thread.asked_surname


def _asks_plan(talk: Talk, service: Service) -> bool:
    return talk.context.scheduling_policies.ask_insurance and bool(plans(talk, service))


def _ask_whose(talk: Talk, state: Confirmation, slot: Slot) -> Confirmation:
    names = whose.known_others(talk.facts, state.draft)[:MOST_PLAN_ROWS]
    profile = voice.without_title(talk.facts.profile_name or "")
    named = _looks_like_a_name(profile) and not voice.is_kin(profile)
    if not names and not state.draft.for_other and named:
        names = [profile]
    when = talk.speech.moment(slot.local, talk.today)
    if len(names) == 1:
        options = [
            row(f"name:{names[0]}", names[0]),
            Option(id="other_person", title=talk.labels.other_person),
        ]
        talk.ask("patient_name", "ask_whose", options, slot=when, slot_start=voice.capital(when), name=names[0])
    elif names:
        options = [row(f"name:{name}", name) for name in names]
        talk.ask(
            "patient_name", "ask_name_again", [*options, Option(id="other_person", title=talk.labels.other_person)]
        )
    else:
        talk.ask("patient_name", "ask_name", slot=when)
    return state


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 6 and all(word.replace("'", "").replace(".", "").isalpha() for word in words)


def refuse_plan(talk: Talk, state: State, service: Service, plan: str) -> State:
    """The plan does not cover this: say which do, and what it costs without."""
    accepted = plans(talk, service)
    price = talk.speech.price(talk.context, service.id)
    options = [Option(id=PRIVATE_INSTEAD, title=talk.labels.private, description=price)]
    options += [row(f"plan:{name}", name) for name in accepted[:MOST_PLAN_ROWS]]
    talk.ask(
        "insurance",
        "insurance_not_accepted",
        options,
        talk.labels.see_options,
        service=service.name,
        plan=plan,
        accepted=talk.fragments.accepted.format(plans=talk.speech.listed(accepted)) if accepted else "",
        price=f" ({price})" if price else "",
    )
    return state


def summarise(talk: Talk, state: Confirmation) -> Confirmation:
    """Read back what will be booked; only a yes to this books it."""
    draft, slot = state.draft, state.slot
    lines = [f"📋 {talk.service_name(draft)}"]
    if slot is not None:
        professional = talk.context.professional(slot.professional_id)
        lines += [talk.fragments.seen_by.format(professional=talk.speech.the(professional))] if professional else []
        lines.append(f"📅 {talk.speech.moment(slot.local, talk.today)}")
    if draft.patient_name:
        lines.append(talk.fragments.patient.format(name=draft.patient_name))
    if draft.purpose == "book":
        lines += _payment_line(talk, draft)
    if talk.context.clinic.address and slot is not None:
        lines.append(talk.fragments.where.format(address=talk.context.clinic.address))
    options = [
        Option(id=f"yes:{seal_of(state)}", title=talk.labels.confirm),
        Option(id="other_time", title=talk.labels.other_time),
        Option(id="give_up", title=talk.labels.give_up),
    ]
    talk.ask("confirmation", "summary", options, talk.labels.answer, details="\n".join(lines))
    return state


def _payment_line(talk: Talk, draft: Draft) -> list[str]:
    if draft.insurance:
        return [talk.fragments.on_plan.format(plan=draft.insurance)]
    price = talk.speech.price(talk.context, draft.service_id or "")
    if draft.private_pay or price:
        return [talk.fragments.private_at.format(price=price) if price else talk.fragments.private]
    return []


def receipt(talk: Talk, appointment: Appointment) -> str:
    """What was committed, with where to go and how to prepare."""
    clinic, service = talk.context.clinic, talk.context.service(appointment.service_id)
    lines = [
        f"📋 {appointment.service_name}",
        talk.fragments.seen_by.format(professional=talk.speech.the(appointment.professional_name)),
        f"📅 {talk.speech.moment(appointment.local, talk.today)}",
        talk.fragments.patient.format(name=appointment.patient_name),
    ]
    if clinic.address:
        lines.append(talk.fragments.where.format(address=clinic.address))
    if service and service.preparation:
        lines.append("\n" + talk.fragments.preparation.format(text=service.preparation))
    if talk.context.policies.guidance:
        lines.append(f"\n{talk.context.policies.guidance}")
    return "\n".join(lines)
