"""The answer to what was read back: a yes agrees and names nothing else, for only a yes books, moves or cancels."""

from __future__ import annotations

import re
from typing import Literal

from atendeai.conversation.state import Confirmation, Purpose
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.lexicon_names import GIVEN_NAMES
from atendeai.conversation.understanding.lexicon_yes_no import BLOCKERS
from atendeai.conversation.understanding.model import When
from atendeai.conversation.understanding.normalise import normalise
from atendeai.conversation.wishes import allows, meets

_SIGNS = re.compile(r"[^\w/:]+")
_SURE = (
    r"\b(?:tenho|com) certeza\b|\b(?:yes|si|sim) (?:please|por favor)\b|\bgo ahead\b|\bplease do\b"
    r"|\bi m (?:quite |very )?(?:sure|certain|positive)\b|\bestoy segur[oa]\b|\badelante\b"
)
_RIGHT = (
    r"|\b(?:esta|ta) (?:tudo )?(?:certo|certinho|correto|ok|perfeito)\b|\btudo (?:certo|certinho|ok)\b"
    r"|\b(?:pode|podem|puede|puedes) (?:confirmar|marcar|agendar|reservar|fechar|deixar)\b"
    r"|\b(?:please|you can) (?:confirm|book)\b|\bthat s (?:right|correct)\b|\btodo (?:bien|correcto)\b"
)
# What agrees inside a longer sentence, by what is to be done; "pode cancelar" to a booking is no yes.
_AGREES: dict[Purpose, re.Pattern[str]] = {
    "book": re.compile(_SURE + _RIGHT),
    "reschedule": re.compile(
        _SURE + _RIGHT + r"|\b(?:pode|podem|puede|puedes|please|you can)"
        r" (?:remarcar|reagendar|mudar|trocar|reprogramar|cambiar|reschedule|move|change)\b"
    ),
    "cancel": re.compile(
        _SURE + r"|\b(?:pode|podem|puede|puedes|please|you can) (?:cancelar|desmarcar|cancel)\b|\byes cancel\b"
        r"|\bcancel it please\b|\bquero (?:mesmo )?(?:cancelar|desmarcar)\b"
    ),
}
_MEANT: dict[Purpose, tuple[str, ...]] = {
    "book": ("affirm", "confirm", "book"),
    "reschedule": ("affirm", "confirm", "reschedule"),
    "cancel": ("affirm", "confirm", "cancel"),
}
_ITS_WORDS: dict[Purpose, frozenset[str]] = {
    "book": frozenset(),
    "reschedule": frozenset({"remarcar", "mudar", "trocar", "cambiar", "reschedule", "change"}),
    "cancel": frozenset({"cancelar", "desmarcar", "cancel"}),
}
_DOUBTS = BLOCKERS | {
    "errado",
    "errada",
    "corrige",
    "corrigir",
    "espera",
    "calma",
    "ainda",
    "falta",
    "wrong",
    "wait",
    "no",
}


def answer(talk: Talk, state: Confirmation) -> Literal["yes", "no"] | None:
    """What is answered to the summary; None where it is neither, or another thing than the summary's is named."""
    if names_another(talk, state):
        return None
    return talk.entities.yes_no or ("yes" if _agrees_at_length(talk, state.draft.purpose) else None)


def _agrees_at_length(talk: Talk, purpose: Purpose) -> bool:
    """ "Li tudo aqui e tá certo, pode confirmar sim": a yes in a sentence that doubts and asks nothing."""
    text = plain(talk.understanding.text)
    doubts = _DOUBTS - _ITS_WORDS[purpose]
    asked = "?" in talk.understanding.text or not doubts.isdisjoint(text.split())
    return not asked and talk.wants(*_MEANT[purpose]) and _AGREES[purpose].search(text) is not None


def names_another(talk: Talk, state: Confirmation) -> bool:
    """Whether a service, professional, plan, moment or person is named that is not the summary's."""
    said, draft, slot = talk.entities, state.draft, state.slot
    visit = talk.facts.visit(draft.appointment_id)
    service = draft.service_id or (visit.service_id if visit else None)
    professional = slot.professional_id if slot else visit.professional_id if visit else None
    plan = draft.insurance or (visit.insurance if visit else None)
    return bool(
        said.service not in (None, service)
        or (said.services and service not in said.services)
        or said.professional not in (None, professional)
        or said.insurance not in (None, plan)
        or said.unknown_insurance
        or (said.private_pay and plan)
        or _another_moment(talk, state)
        or _another_person(talk, draft.patient_name or (visit.patient_name if visit else ""))
    )


def _another_moment(talk: Talk, state: Confirmation) -> bool:
    """A day or an hour that neither the new place nor, where it moves or is cancelled, the old one has."""
    when, visit = talk.entities.when, talk.facts.visit(state.draft.appointment_id)
    if when.past or when in (When(), When(anytime=True)):
        return False
    if when.earliest:
        return True
    if state.slot is not None and meets(state.slot, when) and allows(state.slot, when):
        return False
    if visit is None:
        return True
    of_visit = (when.date in (None, visit.local.date()), when.time in (None, visit.local.time()))
    return not (bool(when.date or when.time) and all(of_visit))


def _another_person(talk: Talk, patient: str) -> bool:
    """ "Certo, é pra Joana": a given name that is nobody's of whom the summary or the message otherwise tells."""
    named = talk.entities.person_name
    if named is not None and normalise(named).split()[0] not in normalise(patient).split():
        return True
    professional = talk.context.professional(talk.entities.professional)
    known = " ".join((patient, professional.shown if professional else "", talk.context.ai_personality.name))
    said = set(plain(talk.understanding.text).split()) & GIVEN_NAMES
    return re.search(r"\b(?:pra|para|pro|for|em nome d[aeo])\b", plain(talk.understanding.text)) is not None and bool(
        said - set(normalise(known).split())
    )


def plain(text: str) -> str:
    """Words alone, in one spelling: "I'm sure!" → "i m sure"."""
    return _SIGNS.sub(" ", normalise(text)).strip()
