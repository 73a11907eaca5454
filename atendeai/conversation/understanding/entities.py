"""What a message names: services, people, plans, moments, choices; ids are those of the clinic's context."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.understanding.choices import choose, none_of_them
from atendeai.conversation.understanding.contacts import contacts
from atendeai.conversation.understanding.lexicon_health import EXAM_WORDS, VISIT_WORDS
from atendeai.conversation.understanding.lexicon_names import GIVEN_NAMES, SURNAMES
from atendeai.conversation.understanding.model import Entities, Expects, Language, Option, When
from atendeai.conversation.understanding.people import Named as Called
from atendeai.conversation.understanding.people import for_other, person_named
from atendeai.conversation.understanding.phrases import Table
from atendeai.conversation.understanding.plans import Insured, PlanIndex, pays
from atendeai.conversation.understanding.professionals import ProfessionalIndex
from atendeai.conversation.understanding.services import Named, ServiceIndex, named_anywhere
from atendeai.conversation.understanding.when import parse_when
from atendeai.conversation.understanding.words import Words
from atendeai.conversation.understanding.yes_no import agreement, bare, fixed

_WHEN_CHARS = 600
_BEFORE_NUMBER = frozenset({"as", "a", "o", "para", "pode", "ser"})
_BEFORE_PLAN = frozenset({"pela", "pelo", "com", "no", "na", "do", "da", "o", "a", "meu", "plano", "convenio", "e"})
_ROWS = frozenset({"service", "professional", "insurance"})  # below these "a segunda" is a row, never a Monday
_MOMENTS = frozenset({"date", "time", "slot"})
_ANY_DOCTOR = Table(
    [
        ("any", 1.0, """
            qualquer medico|medica|doutor|doutora|profissional|deles|delas|dos_medicos|dos_dois|especialista
            qualquer um|uma dos|das|medico|medica|deles|delas
            tanto faz o|a|com|quem|qual medico|medica|doutor|doutora|profissional|quem|qual
            sem|nao_tenho preferencia de|por|com|pelo medico|medica|profissional|doutor
            medico|doutor|profissional que tiver|estiver|puder|atender
            medico|doutor|profissional tanto faz
            o|a|com quem|que tiver|estiver|atender .. disponivel|vaga|horario|livre|primeiro|antes|cedo
            any doctor|of them
        """),
        ("bare", 1.0, """
            qualquer um|uma
            tanto faz
            indiferente
            sem|nao_tenho preferencia
            o|a|quem que? tiver|puder|for
            quem tiver|estiver|puder|atender
            ^ qualquer $
            voce|voces que? escolhe|escolhem|sabe|decide
            any|anyone|whoever
            cualquiera
        """),
    ],
    {},
)  # fmt: skip


class ClinicIndex(NamedTuple):
    """A clinic's context made ready to be recognised in messages."""

    context: ClinicContext | None
    services: ServiceIndex | None
    professionals: ProfessionalIndex
    plans: PlanIndex


class Reading(NamedTuple):
    """`marked` are the tokens with SVC, PROF, PLAN and an awaited NAME where names stood.

    `service_said`: one was named, not only "consulta".
    """

    entities: Entities
    marked: tuple[str, ...]
    service_said: bool
    kind_said: bool
    bare_answer: bool
    picked: str


_INDEXES: OrderedDict[int, ClinicIndex] = OrderedDict()
_KEPT = 64


def index_of(context: ClinicContext | None) -> ClinicIndex:
    """The index of a context, made once; a context is immutable, so the object itself is the key."""
    key = id(context)
    kept = _INDEXES.get(key)
    if kept is not None and kept.context is context:
        return kept
    made = ClinicIndex(
        context, ServiceIndex(context) if context else None, ProfessionalIndex(context), PlanIndex(context)
    )
    _INDEXES[key] = made
    while len(_INDEXES) > _KEPT:
        _INDEXES.popitem(last=False)
    return made


def extract(
    words: Words,
    *,
    context: ClinicContext | None,
    now: dt.datetime,
    expects: Expects | None,
    options: Sequence[Option],
    language: Language = "pt",
) -> Reading:
    """Everything named in a message; an answer to what was asked is read more freely."""
    index = index_of(context)
    opening = opening_hours(context)
    when = parse_when(words.text[:_WHEN_CHARS], now, opening=opening, language=language)
    asked_name = expects == "patient_name"
    person = person_named(words, expected=True, dated=bool(when)) if asked_name else None
    naming = person is not None
    if asked_name and person and when:
        when = parse_when(_without(words, person)[:_WHEN_CHARS], now, opening=opening, language=language)
    met = index.professionals.find(words.tokens, expected=expects == "professional", titled=naming)
    performed = _performed(context, met.id)
    named = (
        index.services.find(words.tokens, performed, expected=expects == "service")
        if index.services
        else _unlisted(words)
    )
    insured = index.plans.find(words.tokens, expected=expects == "insurance")
    if asked_name and person and _is_a_plan(words, person, insured.spans):
        person, naming = None, False
    if naming and {"plano", "convenio"}.isdisjoint(words.tokens):
        insured = Insured()  # a surname, not a plan
    if not asked_name:
        person = person_named(words, expected=False, others=(*met.spans, *insured.spans))
    choice = choose(
        words,
        when,
        _on_offer(words, expects, options),
        _aside(words, (*insured.spans, *insured.paying)),
        ranked=expects in _ROWS,
    )
    if choice and choice.counted:
        when = When()  # "a segunda" of the list is not Monday
    elif not choice and not when:
        when = _bare_number(words, expects, now, opening)
    reached = contacts(words.text)
    answer = agreement(words, dated=bool(when), language=language)
    if answer == "no" and expects == "confirmation" and fixed(words):
        when = When()
    entities = Entities(
        service=named.ids[0] if len(named.ids) == 1 else None,
        services=named.ids if len(named.ids) > 1 else (),
        professional=met.id,
        any_professional=_any_professional(words, expects),
        insurance=insured.plan,
        unknown_insurance=insured.unknown,
        private_pay=insured.private or (expects == "insurance" and (answer == "no" or _pays(words))),
        when=when,
        person_name=person.name if person else None,
        for_other=for_other(words),
        choice=choice.option.id if choice else None,
        none_of_them=choice is None and none_of_them(words),
        yes_no=answer,
        phone=reached.phone,
        cpf=reached.cpf,
        email=reached.email,
    )
    picked = choice.option.title if choice and expects in (None, "intent") else ""
    said = set(words.tokens)
    kind = not (VISIT_WORDS | EXAM_WORDS).isdisjoint(said)
    return Reading(
        entities,
        _marked(words, named, met.spans, insured.spans, ((person.start, person.end),) if asked_name and person else ()),
        bool(named.spans or (named.ids and not named.generic)),
        kind,
        bare(words),
        picked,
    )


def _without(words: Words, person: Called) -> str:
    """A message without the name in it: "Abril Monteiro" is no month."""
    start, end = words.spans[person.start][0], words.spans[person.end - 1][1]
    return f"{words.text[:start]} {words.text[end:]}"


def _is_a_plan(words: Words, person: Called, plans: Sequence[tuple[int, int]]) -> bool:
    """Whether a plan stands where a name was asked for; "Porto" remains a surname."""
    within = any(start <= person.start and person.end <= end for start, end in plans)
    return within and (GIVEN_NAMES | SURNAMES).isdisjoint(words.tokens[person.start : person.end])


def _unlisted(words: Words) -> Named:
    """Without a context nothing has an id, but a service is still known to be one."""
    return Named(spans=named_anywhere(words.tokens))


def _performed(context: ClinicContext | None, professional_id: str | None) -> frozenset[str]:
    if context is None or professional_id is None:
        return frozenset()
    active = (service for service in context.services if service.active)
    return frozenset(s.id for s in active if any(p.id == professional_id for p in context.performers(s)))


def _any_professional(words: Words, expects: Expects | None) -> bool:
    labels = {f.phrase.label for f in _ANY_DOCTOR.find(words.joined(), words.tokens, question=words.asked)}
    return "any" in labels or ("bare" in labels and expects == "professional")


def _bare_number(
    words: Words, expects: Expects | None, now: dt.datetime, opening: tuple[dt.time, dt.time] | None
) -> When:
    """An answer in digits: "15" to "que horas?" is an hour, to "que dia?" a day of the month."""
    if expects not in _MOMENTS or len(words.tokens) > 3:
        return When()
    numbers = [token for token in words.tokens if token.isdecimal() and len(token) <= 2]
    others = {token for token in words.tokens if not token.isdecimal()}
    if len(numbers) != 1 or not others <= _BEFORE_NUMBER:
        return When()
    said = f"dia {numbers[0]}" if expects == "date" else f"às {numbers[0]} horas"
    return parse_when(said, now, opening=opening)


def _on_offer(words: Words, expects: Expects | None, options: Sequence[Option]) -> Sequence[Option]:
    """Nobody counts the buttons below a summary: "a segunda" is Monday there."""
    return () if expects == "confirmation" and words.tokens[-1:] == ("segunda",) else options


def _pays(words: Words) -> bool:
    return not any(clause.question for clause in words.clauses) and pays(words.tokens)


def _aside(words: Words, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The places of plans, with the small words that lead to them ("pela unimed", "meu plano é unimed")."""
    places: set[int] = set()
    for start, end in spans:
        while start and words.tokens[start - 1] in _BEFORE_PLAN:
            start -= 1
        places.update(range(start, end))
    return frozenset(places)


def _marked(words: Words, named: Named, *others: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """Tokens with each name folded into one sign, padded with "" so that positions stay."""
    marked = list(words.tokens)
    for sign, spans in zip(("SVC", "PROF", "PLAN", "NAME"), (named.spans, *others), strict=True):
        for start, end in spans:
            marked[start:end] = [sign, *[""] * (end - start - 1)]
    return tuple(marked)


def opening_hours(context: ClinicContext | None) -> tuple[dt.time, dt.time] | None:
    """The first opening and the last closing of a week, which settle whether "às 2" is 14:00."""
    if context is None:
        return None
    hours = [interval for day in range(7) for interval in context.working_hours.on(day)]
    if not hours:
        return None
    return _time(min(i.start for i in hours)), _time(max(i.end for i in hours))


def _time(wall: str) -> dt.time:
    return dt.time.max if wall == "24:00" else dt.time.fromisoformat(wall)
