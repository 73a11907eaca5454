"""Nothing is under way: act on the surest wish, answer the others on the way."""

from __future__ import annotations

import re

from atendeai.conversation import advice, answers, consent, flow, parking, people, visits
from atendeai.conversation.answers import ANSWERS
from atendeai.conversation.facts import Script
from atendeai.conversation.meanings import SURE
from atendeai.conversation.state import Draft, Finalized, Start, State
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Intent, Option
from atendeai.conversation.understanding.normalise import fold

_ADVICE = ("medical_advice",)
_ASKING = re.compile(
    r"\?|\b(?:qual|quais|quem|quant[oa]s?|onde|tem|aceita\w*|atende\w*|voces|vcs|precisa|what|which|who|how|where"
    r"|do you|does|are you|is there|cual|cuales|quien|cuant[oa]s?|donde|tiene\w*|acepta\w*|atiende\w*|ustedes|hay)\b"
)
_MINE = r"(?:meu|minha) (?:consulta|horario|hora|exame|sessao|avaliacao|retorno|atendimento|eletro)"
# "Queria que meu horário fosse com a Dra. Helena", "passa minha avaliação pra sexta": what is booked is to change.
_OTHERWISE = re.compile(
    rf"\bque (?:o |a )?{_MINE}\b.*\b(?:fosse|seja|ficasse|fique|passasse|passe|mudasse|mude)\b"
    rf"|\b(?:mud|pass|remarc|remarqu|reagend|adi|antecip)(?:ar?|e|aria)\b (?:o |a )?{_MINE}\b"
    r"|\b(?:reschedule|move|change) my (?:appointment|visit)\b"
    r"|\b(?:cambi|reprogram)(?:ar?|e) mi (?:cita|turno|consulta)\b"
)
OFF_TOPIC = 0.7  # below, nothing was understood; above, something that is no business of a clinic


def new_wish(talk: Talk, state: State) -> Script:
    """Any wish may come: act on the surest one, answer the others on the way."""
    heard = talk.understanding
    if answers.about_me(talk):
        talk.expects, talk.options = "intent", talk.main_menu()
        return Start()
    starts = heard.intent in ("book", "availability") and (talk.entities.service or talk.entities.services)
    if heard.confidence < SURE and not starts:
        if answers.about_changes(talk) or answers.faq(talk):
            talk.ask("intent", "anything_else")
            return Start()
        people.not_understood(talk, state)
        return state if isinstance(state, Finalized) else Start()
    return (yield from act_on(talk, state, _leading(talk)))


def _leading(talk: Talk) -> Intent:
    """What the turn is led by: an act before a question before a courtesy."""
    heard = [talk.understanding.intent, *talk.understanding.secondary_intents]
    if moves_a_visit(talk):
        return "reschedule"
    for acts in (("reschedule", "cancel"), ("book", "availability"), ("confirm", "check_appointment"), _ADVICE):
        for intent in heard:
            if intent in acts:
                return intent
    questions = [intent for intent in heard if intent in ANSWERS]
    return questions[0] if questions else heard[0]


def moves_a_visit(talk: Talk) -> bool:
    """Whether the words say that something booked is to move, whatever else was heard; not if only supposed."""
    otherwise = _OTHERWISE.search(consent.plain(talk.understanding.text)) is not None
    return bool(talk.facts.appointments) and otherwise and not answers.asks_for_rule(talk)


def act_on(talk: Talk, state: State, intent: Intent) -> Script:
    match intent:
        case "book" | "availability":
            if not answers.attendance(talk):
                answer_questions(talk, Draft())
            return (yield from flow.begin(talk, Draft(service_id=_proposed(talk))))
        case "reschedule" | "cancel" if answers.about_changes(talk):
            talk.ask("intent", "anything_else")
            return Start()
        case "reschedule" | "cancel":
            parking.keep_for_after(talk)
            answer_questions(talk, Draft())
            return (yield from visits.begin(talk, intent))
        case "check_appointment":
            return visits.show(talk)
        case "confirm":
            return (yield from visits.confirm_presence(talk))
        case "human" | "complaint" | "data_request":
            return people.call_person(talk, state)
        case "medical_advice":
            return advice.refuse(talk)
        case "emergency":
            return (yield from people.emergency(talk))
        case _ if intent in ANSWERS:
            return _questions(talk)
        case _:
            return _courtesy(talk, state, intent)


def _proposed(talk: Talk) -> str | None:
    """The service whose booking the last reply proposed, for "quero marcar pra semana que vem"."""
    kinds = [option.id.partition(":") for option in talk.thread.options]
    proposed = next((value for kind, _, value in kinds if kind == "book" and value), None)
    return None if talk.entities.services else proposed


def _questions(talk: Talk) -> State:
    """Questions only: all of them answered, and a way on."""
    if answers.faq(talk, by_keyword=False) or answer_questions(talk, None) or answers.faq(talk):
        answers.follow_up(talk)
    else:
        options = [talk.human_option(), Option(id="give_up", title=talk.labels.no_thanks)]
        talk.ask("human", "ask_the_team", options)
    return Start()


def answer_questions(talk: Talk, draft: Draft | None) -> bool:
    """Answer every question in the message; True if any was."""
    heard = talk.understanding
    asked = [heard.intent] if heard.confidence >= SURE else []
    questions = [intent for intent in (*asked, *heard.secondary_intents) if intent in ANSWERS]
    if talk.thread.expects == "insurance" and (talk.entities.insurance or talk.entities.private_pay):
        questions = [intent for intent in questions if intent != "insurance"]
    if talk.thread.expects == "patient_name" and talk.entities.person_name and not asks(talk):
        questions = []  # "Nair Costa" asks for no price
    if talk.thread.expects == "service" and talk.entities.service:
        questions = [intent for intent in questions if intent != "services"]
    if draft is not None and not asks(talk):
        questions = [intent for intent in questions if intent not in ("professionals", "services", "insurance")]
        if talk.entities.when:  # "às 15h não, 16h"
            questions = [intent for intent in questions if intent != "hours"]
    answered = [answers.answer(talk, intent, draft) for intent in dict.fromkeys(questions)]
    return any(answered)


def asks(talk: Talk) -> bool:
    """Whether the message is put as a question, not as an answer that happens to name something."""
    return _ASKING.search(fold(talk.understanding.text)) is not None


def _first_digression(talk: Talk) -> bool:
    """Something that is no business of a clinic, once; after that it is taken for not understood."""
    behavior = talk.context.ai_behavior
    patient = not behavior.auto_escalation or behavior.escalation_threshold > 1
    return talk.understanding.confidence >= OFF_TOPIC and not talk.thread.misunderstood and patient


def _courtesy(talk: Talk, state: State, intent: Intent) -> State:
    """Greetings, thanks, goodbyes, and yes or no to nothing in particular."""
    match intent:
        case "greeting":
            talk.greet()
        case "thanks":
            talk.say("welcome")
            talk.expects = "intent"
            return state
        case "goodbye" | "deny":
            farewell = talk.context.ai_personality.farewell
            talk.silent_about_hours = True
            if farewell and talk.own_words and farewell not in talk.thread.spoken:
                talk.add(farewell)
            else:
                talk.say("farewell")
        case "affirm":
            talk.ask("intent", "at_your_service", talk.main_menu())
        case _:
            if answers.faq(talk):
                talk.ask("intent", "anything_else")
            elif intent == "out_of_scope" and _first_digression(talk):
                talk.understood_this = False
                talk.ask("intent", "out_of_scope", talk.main_menu())
            else:
                people.not_understood(talk, state)
    return Start()
