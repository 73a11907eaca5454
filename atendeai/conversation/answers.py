"""Questions about the clinic, answered from its context document and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz import fuzz, process

from atendeai.clinics.context import FaqEntry, Service
from atendeai.clinics.hours import is_open, professional_intervals
from atendeai.conversation import details, voice
from atendeai.conversation.state import Draft
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Intent, Option
from atendeai.conversation.understanding.normalise import normalise

FAQ_SURE = 86
HINTED = 0.15  # enough where the words themselves ask for a rule
MOST_LISTED = 12
_SUPPOSED = re.compile(
    r"\b(?:e se|se eu|se precisar|se quiser|se nao (?:puder|der|conseguir)|se acontecer|caso)\b"
    r"|\b(?:prazo|multa|taxa|politica|regra)s? (?:de|do|da|para|pra|pro)\b|\bcom quanto tempo\b"
    r"|\b(?:what if|if i|in case|can i still|is there a (?:fee|penalty)|how (?:early|late|long before))\b"
    r"|\b(?:cancellation|rescheduling) (?:policy|fee|rule)s?\b"
    r"|\b(?:y si|si (?:yo )?(?:necesito|quiero|tengo que|no puedo)|en caso|hasta cuando puedo)\b"
    r"|\bcon cuanta anticipacion\b"
)
_WHO = re.compile(
    r"\A(?:oi )?quem (?:e|eh)\W*\Z|\bquem (?:(?:e|eh) (?:voce|vc)|fala)\b|\b(?:seu|teu) nome\b"
    r"|\bcom quem (?:eu )?(?:falo|estou falando)\b"
    r"|\b(?:(?:voce|vc|isso|aqui) (?:e|eh)|falo com) (?:um |uma )?(?:robo|bot|maquina|ia|human[oa]|pessoa|gravacao)\b"
    r"|\bwho (?:are you|is this|am i (?:talking|speaking) (?:to|with))\b|\byour name\b"
    r"|\b(?:are you|is this|am i (?:talking|speaking) (?:to|with)) (?:an? )?(?:real )?"
    r"(?:robot|bot|machine|ai|human|person|computer)\b"
    r"|\bquien (?:eres|es usted|habla)\b|\bcon quien hablo\b|\b(?:tu|su) nombre\?"
    r"|\b(?:eres|es usted|hablo con) (?:un |una )?(?:robot|bot|maquina|ia|human[oa]|persona)\b"
)
# The clinic's own sentences, by what they are asked with.
_RULES: tuple[tuple[re.Pattern[str], Callable[[Talk], str]], ...] = (
    (
        re.compile(r"\batras\w*|\btolerancia\b|\b(?:running|arrive|be) late\b|\bllego tarde\b|\bcon retraso\b"),
        lambda talk: talk.context.policies.lateness,
    ),
    (
        re.compile(r"\bprimeira (?:vez|consulta)\b|\bfirst (?:time|visit)\b|\bprimera (?:vez|consulta|cita)\b"),
        lambda talk: talk.context.policies.first_visit,
    ),
    (re.compile(r"\bretorno\b|\bfollow up\b"), lambda talk: talk.context.policies.return_visit),
)
_ATTENDS = re.compile(
    r"\b(?:atende\w*|trabalha|vai (?:estar|atender)|esta (?:ai|na clinica)|tem agenda)\b"
    r"|\b(?:sees? patients|works?|working|in on|atiende\w*|trabaja)\b"
)
_CALLS = re.compile(
    r"\b(?:quero|queria|preciso|gostaria|chama\w*|passa\w*|falar|want|need|would like|can i|quiero|necesito|quisiera)\b"
)


def answer(talk: Talk, intent: Intent, draft: Draft | None) -> bool:
    """Answer one question if we can; False when the document has no answer."""
    text = ANSWERS[intent](talk, _about(talk, draft))
    if text:
        talk.add(text)
    return bool(text)


def attendance(talk: Talk) -> bool:
    """ "O Dr. André atende amanhã?": their hours of that day."""
    professional, date = talk.context.professional(talk.entities.professional), talk.entities.when.date
    if professional is None or date is None or not _ATTENDS.search(normalise(talk.understanding.text)):
        return False
    speech, words = talk.speech, talk.fragments
    day, who = speech.day(date, talk.today), voice.capital(speech.the(professional))
    hours = [
        words.from_to.format(start=speech.opening_clock(_wall(start)), end=speech.opening_clock(_wall(end)))
        for start, end in professional_intervals(talk.context, professional, date)
    ]
    if hours:
        talk.add(words.sees_patients.format(professional=who, day=day, hours=speech.listed(hours)))
    else:
        talk.add(words.sees_nobody.format(professional=who, day=day))
    return True


def _wall(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def faq(talk: Talk, *, by_keyword: bool = True) -> bool:
    """Answer from the clinic's own questions and answers, when one is clearly meant."""
    entries = talk.context.faq
    asked = normalise(talk.understanding.text)
    if by_keyword and (rule := next((rule(talk) for words, rule in _RULES if words.search(asked)), "")):
        talk.add(rule)
        return True
    if not entries or len(asked) < 4:
        return False
    best = max(entries, key=lambda entry: _likeness(entry, asked, by_keyword))
    if _likeness(best, asked, by_keyword) < FAQ_SURE:
        return False
    talk.add(best.answer)
    return True


def asks_for_rule(talk: Talk) -> bool:
    """Whether cancelling or moving is only supposed."""
    about = talk.wants("cancel", "reschedule", at_least=HINTED)
    return about and _SUPPOSED.search(normalise(talk.understanding.text)) is not None


def about_changes(talk: Talk) -> bool:
    """ "E se eu precisar cancelar?" asks for the clinic's rule; nothing is to be cancelled."""
    if not asks_for_rule(talk):
        return False
    policies, scheduling = talk.context.policies, talk.context.scheduling_policies
    moving = talk.wants("reschedule", at_least=HINTED)
    hours = scheduling.reschedule_hours if moving else scheduling.cancellation_hours
    rule = policies.rescheduling if moving else policies.cancellation
    talk.add(rule or talk.voice.say("notice_rule", hours=talk.speech.hours(hours)))
    return True


def asks_who(talk: Talk) -> bool:
    """Whether it is asked who speaks, not for somebody else to speak to."""
    text = normalise(talk.understanding.text)
    return _WHO.search(text) is not None and _CALLS.search(text) is None


def about_me(talk: Talk) -> bool:
    """ "Você é um robô?": who speaks, as it is."""
    if not asks_who(talk):
        return False
    talk.say("who_i_am", name=talk.context.ai_personality.name, clinic=talk.context.clinic.name)
    return True


def _likeness(entry: FaqEntry, asked: str, by_keyword: bool) -> float:
    words = asked.split()
    keyed = by_keyword and [
        keyword
        for keyword in entry.keywords
        if f" {normalise(keyword)} " in f" {asked} "
        or process.extractOne(normalise(keyword), words, scorer=fuzz.ratio, score_cutoff=90)
    ]
    if keyed:
        return 100
    return fuzz.token_sort_ratio(normalise(entry.question), asked)


def _about(talk: Talk, draft: Draft | None) -> Service | None:
    """The service the question is about: the one named, else the one being booked."""
    named = talk.context.service(talk.entities.service)
    return named or (talk.context.service(draft.service_id) if draft and not talk.entities.services else None)


def _price(talk: Talk, service: Service | None) -> str:
    words = talk.fragments
    if service is not None:
        price = talk.speech.price(talk.context, service.id)
        return words.price_of.format(service=service.name, price=price) if price else ""
    ambiguous = [talk.context.service(service_id) for service_id in talk.entities.services]
    services = [s for s in ambiguous if s] or [s for s in talk.context.services if s.active]
    priced = [(s.name, talk.speech.price(talk.context, s.id)) for s in services]
    lines = [f"• {name}: {price}" for name, price in priced if price]
    return words.prices.format(lines="\n".join(lines[:MOST_LISTED])) if lines else ""


def _insurance(talk: Talk, service: Service | None) -> str:
    words, named, unknown = talk.fragments, talk.entities.insurance, talk.entities.unknown_insurance
    active = [plan.name for plan in talk.context.insurance_plans if plan.active]
    price = talk.speech.price(talk.context, service.id) if service else ""
    if unknown or (named and named not in active):
        others = words.other_plans.format(plans=talk.speech.listed(active)) if active else ""
        return words.plan_refused.format(plan=unknown or named, others=others)
    if talk.entities.private_pay and not named:
        costs = words.costs.format(service=service.name, price=price) if service and price else ""
        return words.private_taken + costs
    if named:
        return _named_plan(talk, service, named, price)
    accepted = talk.speech.listed(details.plans(talk, service) if service is not None else active)
    if not accepted:
        return words.private_only
    if service is None:
        return words.plans.format(plans=accepted)
    return words.plans_for.format(service=service.name, plans=accepted)


def _named_plan(talk: Talk, service: Service | None, named: str, price: str) -> str:
    """Whether one active plan is taken, for one service if one is meant."""
    words = talk.fragments
    if service is None:
        plan = next(plan for plan in talk.context.insurance_plans if plan.name == named)
        taken = words.plan_taken.format(plan=named)
        return f"{taken}{f' {plan.coverage}.' if plan.coverage else ''}".replace("..", ".")
    if named in details.plans(talk, service):
        return words.plan_taken_for.format(plan=named, service=service.name)
    refused = words.plan_not_for.format(plan=named, service=service.name)
    return refused + (words.private_price.format(price=price) if price else "")


def _hours(talk: Talk, service: Service | None) -> str:
    context, words, speech = talk.context, talk.fragments, talk.speech
    text = words.opening.format(lines="\n".join(speech.week(context.working_hours)))
    if talk.entities.when.date:
        why = speech.why_closed(context, talk.entities.when.date)
        named = voice.capital(speech.day(talk.entities.when.date, talk.today))
        if why is not None:
            return f"{words.closed_that_day.format(day=named, why=why)}\n\n{text}"
        return f"{words.open_that_day.format(day=named)}\n\n{text}"
    return f"{text}\n\n{words.open_now if is_open(context, talk.facts.now) else words.closed_now}"


def _location(talk: Talk, service: Service | None) -> str:
    clinic, words = talk.context.clinic, talk.fragments
    if not clinic.address:
        return ""
    lines = [words.address.format(address=clinic.address)]
    lines += [words.directions.format(text=clinic.directions)] if clinic.directions else []
    lines += [words.parking.format(text=clinic.parking)] if clinic.parking else []
    lines += [words.accessibility.format(text=clinic.accessibility)] if clinic.accessibility else []
    if clinic.latitude is not None and clinic.longitude is not None:
        lines.append(words.map.format(url=f"https://maps.google.com/?q={clinic.latitude},{clinic.longitude}"))
    if clinic.phones:
        lines.append(words.phone.format(phones=talk.speech.listed(clinic.phones)))
    return "\n".join(lines).replace("..", ".")


def _professionals(talk: Talk, service: Service | None) -> str:
    named, listed = talk.context.professional(talk.entities.professional), talk.speech.listed
    if named is not None:
        about = " · ".join(part for part in (listed(named.specialties), named.council) if part)
        week = "\n".join(talk.speech.week(named.working_hours)) if named.working_hours else ""
        hours = talk.fragments.their_hours.format(lines=week) if week else ""
        return f"{named.name}{f' ({about})' if about else ''}. {named.bio}".strip() + hours
    people = talk.context.performers(service) if service else [p for p in talk.context.professionals if p.active]
    lines = [f"• {p.name}{f': {listed(p.specialties)}' if p.specialties else ''}" for p in people]
    return talk.fragments.team.format(lines="\n".join(lines)) if lines else ""


def _preparation(talk: Talk, service: Service | None) -> str:
    words = talk.fragments
    if service is not None:
        return words.preparation_of.format(service=service.name, text=service.preparation or words.no_preparation)
    for visit in talk.facts.appointments:
        booked = talk.context.service(visit.service_id)
        if booked and booked.preparation:
            return words.preparation_of.format(service=booked.name, text=booked.preparation)
    lines = [f"• {s.name}: {s.preparation}" for s in talk.context.services if s.active and s.preparation]
    return words.preparations.format(lines="\n".join(lines[:MOST_LISTED])) if lines else talk.context.policies.guidance


def _services(talk: Talk, service: Service | None) -> str:
    words = talk.fragments
    if service is not None and talk.entities.service:
        price = talk.speech.price(talk.context, service.id)
        about = f" {service.description.rstrip('.')}." if service.description else ""
        cost = words.performed_for.format(price=price) if price else ""
        return f"{words.performed.format(service=service.name)}{about}{cost}"
    lines = [f"• {s.name}" for s in talk.context.services if s.active]
    return words.services.format(lines="\n".join(lines[: MOST_LISTED * 2])) if lines else ""


def _results(talk: Talk, service: Service | None) -> str:
    return talk.context.policies.results


def _payment(talk: Talk, service: Service | None) -> str:
    payment = talk.context.payment
    if not payment.methods:
        return ""
    lines = []
    for method in payment.methods:
        notes = [n for n in (talk.speech.listed(method.brands), method.installments, method.discount, method.note) if n]
        if method.discount:
            notes[notes.index(method.discount)] = (
                talk.fragments.discount.format(discount=method.discount) if "%" in method.discount else method.discount
            )
        lines.append(f"• {method.name}{f' ({chr(59).join(notes)})'.replace(';', '; ') if notes else ''}")
    return talk.fragments.payment.format(lines="\n".join(lines))


ANSWERS: dict[Intent, Callable[[Talk, Service | None], str]] = {
    "services": _services,
    "price": _price,
    "insurance": _insurance,
    "hours": _hours,
    "location": _location,
    "professionals": _professionals,
    "preparation": _preparation,
    "results": _results,
    "payment": _payment,
}


def follow_up(talk: Talk) -> None:
    """After an answer outside the flow: propose the booking that it leads to, or ask what else."""
    service = talk.context.service(talk.entities.service)
    if service is not None and talk.context.ai_behavior.proactive:
        talk.ask("intent", "offer_booking", [Option(id=f"book:{service.id}", title=talk.labels.book)])
    else:
        talk.ask("intent", "anything_else")
