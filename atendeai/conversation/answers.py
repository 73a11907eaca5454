"""Questions about the clinic, answered from its context document and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz import fuzz, process

from atendeai.clinics.context import FaqEntry, Interval, Service, WeeklyHours
from atendeai.clinics.hours import is_open, professional_intervals
from atendeai.conversation import details, voice
from atendeai.conversation.state import Draft
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Intent, Option
from atendeai.conversation.understanding.normalise import normalise

FAQ_SURE = 86
MOST_LISTED = 12
_SUPPOSED = re.compile(
    r"\b(?:e se|se eu|se precisar|se quiser|se nao (?:puder|der|conseguir)|se acontecer|caso)\b"
    r"|\b(?:prazo|multa|taxa|politica|regra)s? (?:de|do|da|para|pra|pro)\b|\bcom quanto tempo\b"
)
_WHO = re.compile(
    r"\A(?:oi )?quem (?:e|eh)\W*\Z|\bquem (?:(?:e|eh) (?:voce|vc)|fala)\b|\b(?:seu|teu) nome\b"
    r"|\bcom quem (?:eu )?(?:falo|estou falando)\b"
    r"|\b(?:(?:voce|vc|isso|aqui) (?:e|eh)|falo com) (?:um |uma )?(?:robo|bot|maquina|ia|human[oa]|pessoa|gravacao)\b"
)
# The clinic's own sentences, by what they are asked with.
_RULES: tuple[tuple[re.Pattern[str], Callable[[Talk], str]], ...] = (
    (re.compile(r"\batras\w*|\btolerancia\b"), lambda talk: talk.context.policies.lateness),
    (re.compile(r"\bprimeira (?:vez|consulta)\b"), lambda talk: talk.context.policies.first_visit),
    (re.compile(r"\bretorno\b"), lambda talk: talk.context.policies.return_visit),
)
_ATTENDS = re.compile(r"\b(?:atende\w*|trabalha|vai (?:estar|atender)|esta (?:ai|na clinica)|tem agenda)\b")
_CALLS = re.compile(r"\b(?:quero|queria|preciso|gostaria|chama\w*|passa\w*|falar)\b")


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
    day, who = voice.day(date, talk.facts.now.date()), voice.capital(voice.the(professional))
    hours = [
        f"das {_wall(start)} às {_wall(end)}" for start, end in professional_intervals(talk.context, professional, date)
    ]
    talk.add(f"{who} atende {day}, {voice.listed(hours)}." if hours else f"{who} não atende {day}.")
    return True


def _wall(minute: int) -> str:
    return _hhmm(f"{minute // 60:02d}:{minute % 60:02d}")


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


def about_changes(talk: Talk) -> bool:
    """ "E se eu precisar cancelar?" asks for the clinic's rule; nothing is to be cancelled."""
    if not (talk.wants("cancel", "reschedule") and _SUPPOSED.search(normalise(talk.understanding.text))):
        return False
    policies, scheduling = talk.context.policies, talk.context.scheduling_policies
    moving = talk.wants("reschedule")
    hours = scheduling.reschedule_hours if moving else scheduling.cancellation_hours
    rule = policies.rescheduling if moving else policies.cancellation
    talk.add(rule or talk.voice.say("notice_rule", hours=voice.hours(hours)))
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
    if service is not None:
        price = voice.price(talk.context, service.id)
        return f"{service.name}: {price} no particular." if price else ""
    ambiguous = [talk.context.service(service_id) for service_id in talk.entities.services]
    services = [s for s in ambiguous if s] or [s for s in talk.context.services if s.active]
    lines = [f"• {s.name}: {voice.price(talk.context, s.id)}" for s in services if voice.price(talk.context, s.id)]
    return "Valores no particular:\n" + "\n".join(lines[:MOST_LISTED]) if lines else ""


def _insurance(talk: Talk, service: Service | None) -> str:
    named, unknown = talk.entities.insurance, talk.entities.unknown_insurance
    active = [plan.name for plan in talk.context.insurance_plans if plan.active]
    if unknown or (named and named not in active):
        others = f" Atendemos {voice.listed(active)}." if active else ""
        return f"No momento não atendemos {unknown or named}.{others} Também atendemos particular."
    if talk.entities.private_pay and not named:
        price = voice.price(talk.context, service.id) if service else ""
        return f"Sim, atendemos no particular.{f' {service.name}: {price}.' if service and price else ''}"
    if named and service is not None:
        if named in details.plans(talk, service):
            return f"Sim, atendemos {named} para {service.name}."
        price = voice.price(talk.context, service.id)
        return f"{named} nós atendemos, mas não para {service.name}.{f' No particular: {price}.' if price else ''}"
    if named:
        plan = next(plan for plan in talk.context.insurance_plans if plan.name == named)
        return f"Sim, atendemos {named}.{f' {plan.coverage}.' if plan.coverage else ''}".replace("..", ".")
    accepted = details.plans(talk, service) if service is not None else active
    about = f" para {service.name}" if service is not None else ""
    return f"Convênios que atendemos{about}: {voice.listed(accepted)}." if accepted else "Atendemos somente particular."


def _hours(talk: Talk, service: Service | None) -> str:
    context, now = talk.context, talk.facts.now
    text = "Nosso horário de atendimento:\n" + "\n".join(hours_lines(context.working_hours))
    if talk.entities.when.date:
        why = voice.why_closed(context, talk.entities.when.date)
        named = voice.capital(voice.day(talk.entities.when.date, now.date()))
        if why is not None:
            return f"{named} não atendemos ({why}).\n\n{text}"
        return f"{named} atendemos, sim.\n\n{text}"
    return f"{text}\n\n{'Estamos abertos agora.' if is_open(context, now) else 'Agora estamos fechados.'}"


def hours_lines(weekly: WeeklyHours) -> list[str]:
    """`• Segunda a sexta: 8h às 12h e 13h às 18h`: days with equal hours together."""
    lines: list[tuple[int, int, list[Interval]]] = []
    for weekday in range(7):
        intervals = weekly.on(weekday)
        if lines and lines[-1][2] == intervals:
            lines[-1] = (lines[-1][0], weekday, intervals)
        else:
            lines.append((weekday, weekday, intervals))
    return [f"• {_day_names(first, last)}: {_interval_names(intervals)}" for first, last, intervals in lines]


def _day_names(first: int, last: int) -> str:
    start, end = (voice.WEEKDAYS[weekday].removesuffix("-feira") for weekday in (first, last))
    if first == last:
        return voice.capital(start)
    return voice.capital(f"{start} {'a' if last - first > 1 else 'e'} {end}")


def _interval_names(intervals: list[Interval]) -> str:
    spoken = [f"{_hhmm(interval.start)} às {_hhmm(interval.end)}" for interval in intervals]
    return voice.listed(spoken) or "fechado"


def _hhmm(text: str) -> str:
    hour, minute = text.split(":")
    return f"{int(hour)}h{minute if minute != '00' else ''}"


def _location(talk: Talk, service: Service | None) -> str:
    clinic = talk.context.clinic
    if not clinic.address:
        return ""
    lines = [f"Ficamos em: {clinic.address}."]
    lines += [f"Como chegar: {clinic.directions}"] if clinic.directions else []
    lines += [f"Estacionamento: {clinic.parking}"] if clinic.parking else []
    lines += [f"Acessibilidade: {clinic.accessibility}"] if clinic.accessibility else []
    if clinic.latitude is not None and clinic.longitude is not None:
        lines.append(f"Mapa: https://maps.google.com/?q={clinic.latitude},{clinic.longitude}")
    if clinic.phones:
        lines.append(f"Telefone: {voice.listed(clinic.phones)}")
    return "\n".join(lines).replace("..", ".")


def _professionals(talk: Talk, service: Service | None) -> str:
    named = talk.context.professional(talk.entities.professional)
    if named is not None:
        about = " · ".join(part for part in (voice.listed(named.specialties), named.council) if part)
        hours = f"\nAtende:\n{chr(10).join(hours_lines(named.working_hours))}" if named.working_hours else ""
        return f"{named.name}{f' ({about})' if about else ''}. {named.bio}".strip() + hours
    people = talk.context.performers(service) if service else [p for p in talk.context.professionals if p.active]
    lines = [f"• {p.name}{f': {voice.listed(p.specialties)}' if p.specialties else ''}" for p in people]
    return ("Nossa equipe:\n" + "\n".join(lines)) if lines else ""


def _preparation(talk: Talk, service: Service | None) -> str:
    if service is not None:
        text = service.preparation or "não precisa de preparo especial."
        return f"Preparo para {service.name}: {text}"
    for visit in talk.facts.appointments:
        booked = talk.context.service(visit.service_id)
        if booked and booked.preparation:
            return f"Preparo para {booked.name}: {booked.preparation}"
    lines = [f"• {s.name}: {s.preparation}" for s in talk.context.services if s.active and s.preparation]
    return "Orientações de preparo:\n" + "\n".join(lines[:MOST_LISTED]) if lines else talk.context.policies.guidance


def _services(talk: Talk, service: Service | None) -> str:
    if service is not None and talk.entities.service:
        price = voice.price(talk.context, service.id)
        about = f" {service.description.rstrip('.')}." if service.description else ""
        cost = f" Valor no particular: {price}." if price else ""
        return f"Sim, fazemos {service.name}.{about}{cost}"
    lines = [f"• {s.name}" for s in talk.context.services if s.active]
    return "Nossos atendimentos:\n" + "\n".join(lines[: MOST_LISTED * 2]) if lines else ""


def _results(talk: Talk, service: Service | None) -> str:
    return talk.context.policies.results


def _payment(talk: Talk, service: Service | None) -> str:
    payment = talk.context.payment
    if not payment.methods:
        return ""
    lines = []
    for method in payment.methods:
        notes = [n for n in (voice.listed(method.brands), method.installments, method.discount, method.note) if n]
        if method.discount:
            notes[notes.index(method.discount)] = (
                f"desconto de {method.discount}" if "%" in method.discount else method.discount
            )
        lines.append(f"• {method.name}{f' ({chr(59).join(notes)})'.replace(';', '; ') if notes else ''}")
    return "Formas de pagamento:\n" + "\n".join(lines)


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
        talk.ask("intent", "offer_booking", [Option(id=f"book:{service.id}", title="Marcar horário")])
    else:
        talk.ask("intent", "anything_else")
