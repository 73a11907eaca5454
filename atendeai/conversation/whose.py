"""Whose visit it is: the writer's own, somebody else's, or both; and what is remembered of each, never mixed."""

from __future__ import annotations

import re

import msgspec

from atendeai.appointment.model import Appointment
from atendeai.clinics.context import Professional, Service
from atendeai.conversation.facts import Facts
from atendeai.conversation.state import Draft
from atendeai.conversation.understanding.lexicon_names import GIVEN_NAMES
from atendeai.conversation.understanding.model import Entities, Language
from atendeai.conversation.understanding.normalise import fold, normalise
from atendeai.conversation.understanding.people import written

PRIVATE = ""  # what is remembered as the plan of somebody who pays for themselves
_KEPT_PROFESSIONALS = 4
_FOR_ME = re.compile(
    r"(?<!marca )(?<!marque )(?<!agenda )(?<!agende )(?<!confirma )(?<!reserva )(?<!ve )\b(?:pra|para) mim\b(?! e\b)"
    r"|\b[oa] paciente sou eu\b|\bsou eu mesm[oa]\b|\bfor (?:me|myself)\b(?! and\b)|\bpara mi\b(?! \w)"
)
_NOT_ME = re.compile(r"\bnao (?:e |eh |seria |vai ser )?(?:pra|para) mim\b|\bnot for me\b|\bno es para mi\b")
_NO_FOR_ME = re.compile(r"\bnao ?[,.;:!]\s*(?:e|eh) (?:pra|para) mim\b|\bno ?[,.;:!]\s*(?:it'?s for me|es para mi)\b")
_HONOURED = re.compile(
    r"\b(?:pra|para|pro|p/)\s+(?:a\s+|o\s+)?(?:dona|seu|sr\.?|sra\.?|senhora?)\s+"
    r"(?P<name>[^\W\d_]{2,}(?-i:(?:\s+d[aeo]s?)?\s+[A-ZÀ-Ý][^\W\d_]+){0,4})",
    re.IGNORECASE,
)
_MISNAMED = re.compile(
    r"\b(?:nome|sobrenome)\b[^.;]*?\b(?:errad|trocad|incorret|na verdade|certo|corret|nao e|muda|corrig)"
    r"|\b(?:errou|trocou|erraram) o (?:meu )?nome\b|\bname is wrong\b|\bwrong name\b"
    r"|\bnombre (?:esta|es) (?:mal|equivocad)"
)
_NAMES = re.compile(
    r"\bnome (?:completo )?(?:d[oa] paciente |del[ea] )?(?:e|eh)\b|\b(?:troca|muda|corrige|altera)\w* o nome\b"
    r"|\bname (?:is|to|should be)\b|\bnombre (?:completo )?(?:del paciente |de la paciente )?(?:es|a|por)\b"
)
_RIGHT_NAME = re.compile(
    r"\A.*(?:\bé|\beh|\be|\bchama|\bpara|\bpra|\bis|\bbe|\bto|\bit's|\bes|\bpor|:)\s+(?:o\s+|a\s+)?"
    r"(?P<name>[^\W\d_]{2,}(?: [^\W\d_]+){0,5})\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = frozenset(
    {"certo", "correto", "errado", "outro", "outra", "esse", "essa", "isso", "meu", "minha", "nome", "trocado", "mesmo"}
)
_MINE = {"minha": "sua", "meu": "seu", "minhas": "suas", "meus": "seus", "my": "your", "mi": "su", "mis": "sus"}
_BOTH = re.compile(
    r"(?:\b(?:pra|para|pro|p/)\s+mim\s+e|\b(?:eu|for me|para mí|para mi|yo)\s*,?\s*(?:e|and|y))\s+(?:(?:também\s+)?"
    r"(?:pra|para|pro|p/|for)\s+)?(?:a\s+|o\s+)?(?P<mine>minha|meu|minhas|meus|my|mi|mis)\s+(?P<kin>[^\W\d_]+)"
    r"|\b(?:pra|para|pro|p/|for|para)\s+(?:a\s+|o\s+)?(?:minha|meu|my|mi)\s+[^\W\d_]+\s*(?:,|e|and|y)\s+(?:(?:pra|para|pro|for)\s+)?"
    r"(?:a\s+|o\s+)?(?P<mine_>minha|meu|my|mi)\s+(?P<kin_>[^\W\d_]+)"
    r"|\b(?:pra|para|pro|for)\s+(?:a\s+|o\s+)?(?P<mine__>minha|meu|my|mi)\s+(?P<kin__>[^\W\d_]+)\s+(?:e|and|y)\s+"
    r"(?:para\s+|pra\s+|for\s+)?(?:mim|eu|me|mí)\b",
    re.IGNORECASE,
)
_YOU: dict[Language, tuple[str, str]] = {"pt": ("você", "o(a) senhor(a)"), "en": ("you", "you"), "es": ("ti", "usted")}


def refined(entities: Entities, text: str) -> Entities:
    """What was named, with the person that "dona Zilda" or "o nome está errado, é Nair" tells."""
    pair = two_people(text)
    if pair is not None:  # the first of the two comes first, and has not been named
        return msgspec.structs.replace(entities, for_other=not pair[0])
    honoured = _HONOURED.search(text)
    if honoured is not None and entities.professional is None and _is_name(honoured["name"]):
        name = entities.person_name or written(honoured["name"].split())
        return msgspec.structs.replace(entities, person_name=name, for_other=True)
    if entities.person_name is not None:
        return entities
    if misnamed(text) or _NAMES.search(normalise(text)):
        entities = msgspec.structs.replace(entities, person_name=right_name(text))
    if entities.for_other and _NO_FOR_ME.search(fold(text)):
        entities = msgspec.structs.replace(entities, for_other=False)
    return entities


def right_name(text: str) -> str | None:
    """The name at the end of "o nome está errado, é Nair"."""
    found = _RIGHT_NAME.search(text.strip())
    if found is None or not _NO_NAME.isdisjoint(normalise(found["name"]).split()):
        return None
    return written(found["name"].split())


def _is_name(text: str) -> bool:
    return text[0].isupper() or normalise(text).split()[0] in GIVEN_NAMES


def misnamed(text: str, name: str = "") -> bool:
    """ "O nome está errado", "não é Maria": the name that stands is not right."""
    words = normalise(text)
    first = normalise(name).split(" ")[0]
    return _MISNAMED.search(words) is not None or bool(first and f"nao e {first}" in words)


def is_for_writer(text: str) -> bool:
    """ "É pra mim mesma", but not "marca pra mim"."""
    words = fold(text)
    return _FOR_ME.search(words) is not None and _NOT_ME.search(words) is None


def two_people(text: str) -> tuple[bool, str] | None:
    """Two visits in one wish: whether the first is the writer's own, and the second as it is told back ("sua filha").
    "Pra minha filha e pra mim" begins with the writer too."""
    found = _BOTH.search(text)
    if found is None:
        return None
    own = found["mine_"] is None
    mine, kin = next((found[f"mine{n}"], found[f"kin{n}"]) for n in ("", "_", "__") if found[f"mine{n}"])
    return own, f"{_MINE[mine.lower()]} {kin.lower()}"


def first_of_two(own: bool, language: Language, text: str, *, formal: bool) -> str:
    """How the first of two patients is called: "você", or the kin that was named first."""
    first = None if own else re.search(r"\b(minha|meu|my|mi)\s+([^\W\d_]+)", text, re.IGNORECASE)
    return f"{_MINE[first[1].lower()]} {first[2].lower()}" if first else _YOU[language][formal]


def writer(facts: Facts) -> str | None:
    """The name under which the one who writes is seen, if it was told."""
    return facts.memory.get("patient_name")


def presumed(facts: Facts, draft: Draft) -> str | None:
    """Who is seen, as far as it need not be asked: the one named, or the writer where nobody else was booked for."""
    if draft.patient_name or draft.for_other:
        return draft.patient_name
    own = writer(facts)
    return own if own is not None and list(facts.patients) == [own] else None


def known_others(facts: Facts, draft: Draft) -> list[str]:
    """Whom this number was booked for, to be offered; the writer is not among them once the visit is not theirs."""
    if not facts.context.ai_behavior.memory:
        return []
    return [name for name in facts.patients if not (draft.for_other and name == writer(facts))]


def plan_of(facts: Facts, name: str | None) -> str | None:
    """The plan last used for a patient, "" for private, None when none is remembered."""
    return facts.memory.get(f"insurance:{name}") if name else None


def usual_professional(facts: Facts, draft: Draft, service: Service) -> Professional | None:
    """Who saw this patient last, among those who perform the service."""
    performers = {p.id: p for p in facts.context.performers(service)}
    seen = facts.memory.get(f"professionals:{presumed(facts, draft)}", "").split(",")
    return next((performers[one] for one in seen if one in performers), None)


def without_their_plan(facts: Facts, before: Draft, after: Draft, said: Entities) -> Draft:
    """A plan that was remembered for one patient is not another's; one that was said stays said."""
    if (before.patient_name, before.for_other) == (after.patient_name, after.for_other):
        return after
    kept = plan_of(facts, before.patient_name)
    if kept is None or said.insurance or said.private_pay or kept != (before.insurance or PRIVATE):
        return after
    return after.with_(insurance=None, private_pay=False)


def worth_remembering(facts: Facts, draft: Draft, appointment: Appointment) -> dict[str, str]:
    """What spares the patient a question next time, kept for each patient apart."""
    name = appointment.patient_name
    seen = [appointment.professional_id, *facts.memory.get(f"professionals:{name}", "").split(",")]
    kept = {f"professionals:{name}": ",".join(list(dict.fromkeys(filter(None, seen)))[:_KEPT_PROFESSIONALS])}
    if draft.insurance or draft.private_pay:
        kept[f"insurance:{name}"] = draft.insurance or PRIVATE
    if not draft.for_other and writer(facts) is None and not _of_somebody_else(facts, name):
        kept["patient_name"] = name
    return kept


def _of_somebody_else(facts: Facts, name: str) -> bool:
    """Whether a name is plainly not the one on the writer's profile."""
    profile = normalise(facts.profile_name or "").split()
    return bool(profile) and len(profile) > 1 and normalise(name).split()[:1] != profile[:1] and profile[0].isalpha()
