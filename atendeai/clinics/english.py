"""The English document: the structs as they stand, and the shapes that it has in the field."""

from __future__ import annotations

from typing import Any

from atendeai.clinics.document import calendar, facts, links, money, policies, voice
from atendeai.clinics.document.hours import of_week
from atendeai.clinics.document.place import Found, Place, Report
from atendeai.clinics.document.sections import Things, questions, section
from atendeai.clinics.document.values import joined, text, written
from atendeai.clinics.document.words import spellings

SECTIONS = frozenset(
    spellings(
        "clinic clinic_info ai_personality ai_behavior working_hours scheduling_policies appointment_policies "
        "services professionals insurance_plans insurances payment payment_methods policies faq holidays "
        "closures exceptions emergency_text time_zone timezone"
    )
)


def read(root: Place, report: Report) -> dict[str, Any]:
    """The document as plain values in the shape of `ClinicContext`; problems go to the report."""
    root.ignore(
        *spellings(
            "$schema version schema_version agent_config system_config fallbacks id clinic_id metadata "
            "created_at updated_at"
        )
    )
    where = facts.clinic_block(root, report)
    tops = [root, *where]
    things = Things(report)
    kept: dict[str, Any] = {}
    _voice(tops, kept)
    _days(tops, kept)
    _things(tops, things)
    said = _policies(tops)
    paid = section(
        tops, lambda found: [found], "payment", "payment", "payments", "payment_methods", "accepted_payments"
    )
    kept["payment"] = money.payment([], paid or [], report)
    kept["faq"] = section(tops, questions, "faq", "faq", "faqs", "frequently_asked_questions", "questions")
    kept["emergency_text"] = section(
        tops, text_of, "emergency_text", "emergency_text", "emergency", "emergency_message", "emergency_instructions"
    )
    kept["clinic"], notes = facts.clinic_facts([*where, root])
    _mark(report, where)
    if notes or said.notes:
        said.quoted["notes"] = joined(said.quoted.get("notes"), [*notes, *said.notes])
    for place in tops:
        place.close()
    return finished(kept, things, said)


def text_of(found: Found) -> str | None:
    return text(found.value)


def finished(kept: dict[str, Any], things: Things, said: policies.Said) -> dict[str, Any]:
    """The parts in one document, without the empty ones."""
    whole = {
        **kept,
        "services": things.services,
        "professionals": things.professionals,
        "insurance_plans": things.plans,
        "scheduling_policies": said.scheduling,
        "policies": said.quoted,
    }
    return {name: value for name, value in whole.items() if value or name == "clinic"}


def _mark(report: Report, where: list[Place]) -> None:
    if where:
        report.origins["clinic"] = where[0].path


def _voice(tops: list[Place], kept: dict[str, Any]) -> None:
    for name, read_voice, spelt in (
        ("ai_personality", voice.personality, ("ai_personality", "personality", "assistant", "agent")),
        ("ai_behavior", voice.behavior, ("ai_behavior", "ai_behaviour", "behavior", "behaviour")),
    ):
        places = [inner for place in tops for inner in place.inside(*spelt)]
        kept[name] = read_voice(places)
        voice.close(places)


def _days(tops: list[Place], kept: dict[str, Any]) -> None:
    kept["working_hours"] = section(
        tops,
        of_week,
        "working_hours",
        "working_hours",
        "opening_hours",
        "business_hours",
        "hours",
        "horario_funcionamento",
    )
    kept["exceptions"] = section(
        tops, calendar.exceptions, "exceptions", "exceptions", "special_hours", "special_dates"
    )
    kept["holidays"] = section(tops, calendar.holidays, "holidays", "holidays", "feriados")
    kept["closures"] = section(tops, calendar.closures, "closures", "closures", "vacations", "closed_dates", "recess")
    zone = section(
        tops,
        lambda found: written(found.value) if isinstance(found.value, str) else None,
        "time_zone",
        "time_zone",
        "timezone",
        "tz",
    )
    kept["time_zone"] = zone


def _things(tops: list[Place], things: Things) -> None:
    for place in tops:
        for found in place.take_every("services", "servicos"):
            things.add_services(found)
        for found in place.take_every("professionals", "doctors", "team", "profissionais"):
            things.add_professionals(found)
    listed = [
        found
        for place in tops
        for found in place.take_every(
            "insurance_plans", "insurances", "insurance", "accepted_insurances", "insurance_providers"
        )
    ]
    for found in listed:
        things.add_plans(found)
    if not listed:
        links.named_plans(things)
    links.cover(things)
    links.link(things)
    links.fill_minutes(things)


def _policies(tops: list[Place]) -> policies.Said:
    said = policies.Said()
    scheduling = [
        inner
        for place in tops
        for inner in place.inside(
            *spellings(
                "scheduling_policies scheduling_policy appointment_policies appointment_policy scheduling "
                "booking_policies"
            )
        )
    ]
    quotable = [inner for place in tops for inner in place.inside("policies")]
    scheduling += [
        inner
        for place in quotable
        for inner in place.inside(
            "scheduling", "appointments", "appointment", "booking", "appointment_policies", "scheduling_policies"
        )
    ]
    policies.quote(quotable, said)
    policies.read([*scheduling, *quotable], said)
    for place in [*scheduling, *quotable]:
        place.close()
    return said
