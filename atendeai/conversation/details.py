"""The last details of a booking (whose, on which plan) and what is read back before and after the yes."""

from __future__ import annotations

from atendeai.appointment.desk import accepts
from atendeai.appointment.model import Appointment, Slot
from atendeai.clinics.context import Service
from atendeai.conversation import voice
from atendeai.conversation.state import Confirmation, Draft, State, seal_of
from atendeai.conversation.talk import PRIVATE_INSTEAD, Talk
from atendeai.conversation.understanding.model import Option

MOST_PLAN_ROWS = 9


def plans(talk: Talk, service: Service) -> list[str]:
    """Active plans that cover the service."""
    return [p.name for p in talk.context.insurance_plans if p.active and accepts(talk.context, service, p.name)]


def next_detail(talk: Talk, state: Confirmation) -> State:
    """Ask for what is missing, else read everything back and ask for the yes."""
    draft = _recalled(talk, state.draft)
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
        options = [Option(id="private", title="Particular", description=voice.price(talk.context, service.id))]
        options += [Option(id=f"plan:{name}", title=name) for name in plans(talk, service)[:MOST_PLAN_ROWS]]
        talk.ask("insurance", "ask_insurance", options, "Ver convênios")
        return state
    return summarise(talk, state)


def _lacks_surname(talk: Talk, name: str) -> bool:
    """A bare first name is asked for more once; a patient we know is known by it."""
    return " " not in name and name not in talk.facts.patients and not talk.thread.asked_surname


def _recalled(talk: Talk, draft: Draft) -> Draft:
    """Fill in what this patient told before, unless it is for somebody else."""
    memory, patients = talk.facts.memory, list(talk.facts.patients)
    if draft.for_other or not talk.context.ai_behavior.memory:
        return draft
    name = draft.patient_name or (patients[0] if len(patients) == 1 else None)
    if draft.insurance or draft.private_pay or (draft.patient_name and draft.patient_name not in patients):
        return draft.with_(patient_name=name)
    plan, service = memory.get("insurance"), talk.context.service(draft.service_id)
    known_plan = plan if plan and service and plan in plans(talk, service) else None
    return draft.with_(patient_name=name, insurance=known_plan, private_pay=plan == "")


def _asks_plan(talk: Talk, service: Service) -> bool:
    return talk.context.scheduling_policies.ask_insurance and bool(plans(talk, service))


def _ask_whose(talk: Talk, state: Confirmation, slot: Slot) -> Confirmation:
    names = [] if state.draft.for_other else list(talk.facts.patients)[:MOST_PLAN_ROWS]
    profile = voice.without_title(talk.facts.profile_name or "")
    if not names and not state.draft.for_other and profile and _looks_like_a_name(profile):
        names = [profile]
    when = f"{voice.moment(slot.local, talk.facts.now.date())}"
    if len(names) == 1:
        options = [
            Option(id=f"name:{names[0]}", title=names[0][:24]),
            Option(id="other_person", title="Outra pessoa"),
        ]
        talk.ask("patient_name", "ask_whose", options, slot=when, slot_start=voice.capital(when), name=names[0])
    elif names:
        options = [Option(id=f"name:{name}", title=name[:24]) for name in names]
        talk.ask("patient_name", "ask_name_again", [*options, Option(id="other_person", title="Outra pessoa")])
    else:
        talk.ask("patient_name", "ask_name", slot=when)
    return state


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 6 and all(word.replace("'", "").replace(".", "").isalpha() for word in words)


def refuse_plan(talk: Talk, state: State, service: Service, plan: str) -> State:
    """The plan does not cover this: say which do, and what it costs without."""
    accepted = plans(talk, service)
    price = voice.price(talk.context, service.id)
    options = [Option(id=PRIVATE_INSTEAD, title="Particular", description=price)]
    options += [Option(id=f"plan:{name}", title=name) for name in accepted[:MOST_PLAN_ROWS]]
    talk.ask(
        "insurance",
        "insurance_not_accepted",
        options,
        "Ver opções",
        service=service.name,
        plan=plan,
        accepted=f"Atendemos {voice.listed(accepted)}. " if accepted else "",
        price=f" ({price})" if price else "",
    )
    return state


def summarise(talk: Talk, state: Confirmation) -> Confirmation:
    """Read back what will be booked; only a yes to this books it."""
    draft, slot = state.draft, state.slot
    lines = [f"📋 {talk.service_name(draft)}"]
    if slot is not None:
        professional = talk.context.professional(slot.professional_id)
        lines += [f"👤 com {voice.the(professional)}"] if professional else []
        lines.append(f"📅 {voice.moment(slot.local, talk.facts.now.date())}")
    if draft.patient_name:
        lines.append(f"🙋 Paciente: {draft.patient_name}")
    if draft.purpose == "book":
        lines += _payment_line(talk, draft)
    options = [
        Option(id=f"yes:{seal_of(state)}", title="Confirmar"),
        Option(id="other_time", title="Outro horário"),
        Option(id="give_up", title="Desistir"),
    ]
    talk.ask("confirmation", "summary", options, "Responder", details="\n".join(lines))
    return state


def _payment_line(talk: Talk, draft: Draft) -> list[str]:
    if draft.insurance:
        return [f"💳 Convênio: {draft.insurance}"]
    price = voice.price(talk.context, draft.service_id or "")
    if draft.private_pay or price:
        return [f"💳 Particular{f': {price}' if price else ''}"]
    return []


def receipt(talk: Talk, appointment: Appointment) -> str:
    """What was committed, with where to go and how to prepare."""
    clinic, service = talk.context.clinic, talk.context.service(appointment.service_id)
    lines = [
        f"📋 {appointment.service_name}",
        f"👤 com {voice.the(appointment.professional_name)}",
        f"📅 {voice.moment(appointment.local, talk.facts.now.date())}",
        f"🙋 Paciente: {appointment.patient_name}",
    ]
    if clinic.address:
        lines.append(f"📍 {clinic.address}")
    if service and service.preparation:
        lines.append(f"\nPreparo: {service.preparation}")
    if talk.context.policies.guidance:
        lines.append(f"\n{talk.context.policies.guidance}")
    return "\n".join(lines)


def worth_remembering(draft: Draft, appointment: Appointment) -> dict[str, str]:
    """What spares the patient a question next time; "" as insurance means private."""
    if draft.for_other:
        return {}
    remembered = {"patient_name": appointment.patient_name, "professional_id": appointment.professional_id}
    if draft.insurance or draft.private_pay:
        remembered["insurance"] = draft.insurance or ""
    return remembered
