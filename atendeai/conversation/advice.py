"""Questions that only a health professional may answer: refused kindly, with a visit and a person offered instead."""

from __future__ import annotations

import re

from atendeai.clinics.context import Service
from atendeai.conversation.state import Start, State
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Option
from atendeai.conversation.understanding.normalise import normalise

_WORRYING = re.compile(
    r"\b(?:febre|piora\w*|pior\b|sangu\w+|sangramento|desmai\w+|tontur\w+|convuls\w+|vomit\w+|inchad\w+|inchou"
    r"|dor (?:muito |bem )?(?:forte|intensa|insuportavel)|muita dor|doendo muito|nao (?:passa|melhora|para)|grave"
    r"|urgente|alterad\w+|muito alt[ao]|gravida|gestante|bebe|recem nascido"
    r"|fever|worse|blood|bleeding|faint\w*|vomit\w*|swollen|severe|strong pain|serious|pregnant|baby"
    r"|fiebre|empeor\w+|sangre|sangrado|desmay\w+|mare\w+|hinchad\w+|dolor (?:muy )?fuerte|embarazada)\b"
)
# What a receptionist knows of who sees to what; only specialties that the clinic has are ever offered.
_SEEN_BY = (
    (r"pele|coceir\w*|cocand\w*|manchas?|espinhas?|acne|pintas?|micose|verrugas?|cabelos?|unhas?|alergia na pele"
     r"|skin|rash|itch\w*|mole|piel|picazon|granos", "dermat"),
    (r"coracao|pressao|palpitac\w+|batedeira|arritmia|heart|blood pressure|corazon|presion", "cardiol"),
    (r"bebe|crianca|filh[oa]s?|menin[oa]|amament\w+|my (?:son|daughter|kid|baby)|hij[oa]s?|nin[oa]s?", "pediatr"),
    (r"menstruac\w+|gravid\w*|gestante|anticoncepcional|colica|corrimento|pregnan\w+|embaraz\w+", "ginecol"),
    (r"joelho|coluna|costas|ombro|lombar|articulac\w+|knee|back pain|rodilla|espalda", "ortoped"),
    (r"olhos?|vista|visao|eyes?|ojos?", "oftalmol"),
    (r"ouvidos?|garganta|nariz|sinusite|ear|throat|oido", "otorrino"),
    (r"estomago|azia|refluxo|gastrite|intestino|stomach|acidez", "gastro"),
    (r"dentes?|gengiva|tooth|teeth|muela|dientes?", "odonto"),
    (r"ansiedade|depress\w+|panico|insonia|anxiety|ansiedad", "psi"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(rf"\b(?:{words})\b"), stem) for words, stem in _SEEN_BY)


def refuse(talk: Talk) -> State:
    """Outside a booking: no advice, but a visit with whom it concerns, or a person."""
    service = fitting(talk)
    if service is None:
        talk.ask("intent", "medical_advice", [Option(id="book", title=talk.labels.book_visit), talk.human_option()])
    else:
        options = [Option(id=f"book:{service.id}", title=talk.labels.book_visit), talk.human_option()]
        talk.ask("intent", "medical_advice", options)
        talk.say("fitting_visit", service=service.name)
    say_if_worse(talk)
    return Start()


def refuse_in_passing(talk: Talk) -> None:
    """In the middle of a booking: no advice, and on with it."""
    talk.say("advice_refused")
    say_if_worse(talk)


def say_if_worse(talk: Talk) -> None:
    """Where it sounds worrying: what to do if it gets worse."""
    if _WORRYING.search(normalise(talk.understanding.text)):
        talk.say("if_worse")


def fitting(talk: Talk) -> Service | None:
    """The consultation of the specialty that the message points at, if the clinic has one."""
    visits = [s for s in talk.context.services if s.active and _is_consultation(s)]
    named = next((s for s in visits if s.id == talk.entities.service), None)
    text = normalise(talk.understanding.text)
    stems = [stem for pattern, stem in _PATTERNS if pattern.search(text)]
    pointed = (s for stem in stems for s in visits if f" {stem}" in f" {normalise(f'{s.specialty} {s.name}')}")
    return named or next(pointed, None)


def _is_consultation(service: Service) -> bool:
    return bool(re.search(r"\bconsult|\bavaliac|\bvisit", normalise(f"{service.category} {service.name}")))
