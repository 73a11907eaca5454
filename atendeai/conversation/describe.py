"""What was understood, as the API and the command line write it: names instead of ids, dates as text."""

from __future__ import annotations

from typing import Any

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.understanding.model import Entities, Understanding
from atendeai.conversation.understanding.when import when_document


def describe(understanding: Understanding, context: ClinicContext | None) -> dict[str, Any]:
    """One JSON object per message: text, language, intent, confidence, entities, candidates, secondary intents."""
    return {
        "text": understanding.text,
        "language": understanding.language,
        "intent": understanding.intent,
        "confidence": round(understanding.confidence, 4),
        "entities": describe_entities(understanding.entities, context),
        "candidates": [
            {"intent": one.intent, "confidence": round(one.confidence, 4)} for one in understanding.candidates
        ],
        "secondary_intents": list(understanding.secondary_intents),
        **({"red_flag": understanding.red_flag} if understanding.red_flag else {}),
    }


def describe_entities(entities: Entities, context: ClinicContext | None) -> dict[str, Any]:
    """Only what was said; services and professionals by the names that patients read."""
    service = context.service(entities.service) if context else None
    professional = context.professional(entities.professional) if context else None
    found: dict[str, Any] = {
        "service": service.name if service else entities.service,
        "professional": professional.name if professional else entities.professional,
        "insurance": entities.insurance or entities.unknown_insurance,
        "when": when_document(entities.when),
        "person_name": entities.person_name,
        "choice": entities.choice,
        "yes_no": entities.yes_no,
        "phone": entities.phone,
        "cpf": entities.cpf,
        "email": entities.email,
    }
    flags = {
        "private_pay": entities.private_pay,
        "any_professional": entities.any_professional,
        "for_other": entities.for_other,
        "none_of_them": entities.none_of_them,
    }
    return {name: value for name, value in found.items() if value} | {n: True for n, on in flags.items() if on}
