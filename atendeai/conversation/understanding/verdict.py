"""The decision: what the words say, what the message names and what was asked, weighed into one intent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from atendeai.conversation.understanding.intents import raise_scores, score
from atendeai.conversation.understanding.model import Candidate, Entities, Expects, Intent
from atendeai.conversation.understanding.words import Words, read

SAID = 0.5
_PLAIN_WISH = 0.75
_NOT_UNDERSTOOD = 0.3

# Who goes first when a message holds several wishes: what changes the agenda before questions, courtesies last.
PRECEDENCE: dict[str, float] = {
    "emergency": 1.0, "opt_out": 0.36, "data_request": 0.32, "reschedule": 0.32, "cancel": 0.24,
    "check_appointment": 0.17, "confirm": 0.14, "complaint": 0.2, "human": 0.18, "book": 0.1, "availability": 0.06,
    "medical_advice": 0.04,
    "results": 0.03, "preparation": 0.03, "price": 0.02, "payment": 0.02, "insurance": 0.02, "professionals": 0.0,
    "hours": 0.01, "location": 0.0, "services": -0.03, "affirm": -0.12, "deny": -0.12, "out_of_scope": -0.1,
    "goodbye": -0.42, "thanks": -0.44, "greeting": -0.5,
}  # fmt: skip
_SOCIAL = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny"})
_THANKFUL = ("🙏", "❤", "♥", "😘", "🥰", "😍", "🤗", "💙", "💚", "💛", "💜", "🩷", "💕", "💖", "💐", "🌹", "🌷", "🌸")
# What is asked while a visit is being agreed on.
_IN_TALK = frozenset({"service", "professional", "date", "time", "slot", "patient_name", "insurance", "confirmation"})
# A wish that contains another: the second is not worth saying beside the first.
_IMPLIES: dict[str, frozenset[str]] = {
    "book": frozenset({"services", "professionals", "affirm"}),
    "availability": frozenset({"services", "professionals", "hours"}),
    "reschedule": frozenset({"availability", "cancel", "deny", "affirm", "book", "check_appointment"}),
    "cancel": frozenset({"deny", "reschedule", "affirm", "check_appointment", "confirm"}),
    "confirm": frozenset({"affirm", "check_appointment"}),
    "opt_out": frozenset({"deny", "cancel"}),
    "emergency": frozenset({"medical_advice", "human", "services", "deny"}),
    "check_appointment": frozenset({"availability", "confirm", "professionals", "hours"}),
    "thanks": frozenset({"affirm"}),
}


class Evidence(NamedTuple):
    """What entities, signs and the bot's last question say besides the phrases."""

    entities: Entities
    service_said: bool = False
    kind_said: bool = False  # "consulta", "exame"
    expects: Expects | None = None
    red_flag: bool = False
    bare_answer: bool = False  # nothing but the yes or no
    picked: str = ""  # title of the option that was chosen where no answer was due


class Verdict(NamedTuple):
    intent: Intent
    confidence: float
    candidates: tuple[Candidate, ...]
    secondary: tuple[Intent, ...]


def decide(words: Words, marked: Sequence[str], evidence: Evidence) -> Verdict:
    """The intent of a message; `marked` are its tokens with SVC, PROF and PLAN in place of names."""
    scores = score(words, marked)
    if evidence.picked:
        # "2" on a menu means what the option says.
        picked = read(evidence.picked)
        raise_scores(scores, score(picked, picked.tokens))
    _infer(scores, words, evidence)
    if not words.text.strip():
        scores["out_of_scope"] = 0.0
    ranked = sorted(scores, key=lambda intent: _rank(intent, scores[intent]), reverse=True)
    top = ranked[0]
    implied = _IMPLIES.get(top, frozenset())
    return Verdict(
        cast(Intent, top),
        round(scores[top], 3),
        tuple(Candidate(cast(Intent, intent), round(scores[intent], 3)) for intent in ranked[:3]),
        tuple(
            cast(Intent, intent)
            for intent in ranked[1:]
            if scores[intent] >= SAID and intent not in implied and intent != "out_of_scope"
        ),
    )


def _rank(intent: str, value: float) -> float:
    """Place in the queue: what was not plainly said waits behind what was, and behind "not understood"."""
    return value + PRECEDENCE[intent] if value >= SAID or intent == "out_of_scope" else value - 2


def _infer(scores: dict[str, float], words: Words, evidence: Evidence) -> None:
    """Add what is meant without a phrase: an answer, a bare name, a yes; at last, that nothing was understood."""
    _agree(scores, evidence)
    if not words.tokens and any(sign in words.text for sign in _THANKFUL):
        raise_scores(scores, {"thanks": _PLAIN_WISH})
    if evidence.expects in _IN_TALK and evidence.entities.when and scores.get("cancel", 0.0) < _PLAIN_WISH:
        scores.pop("cancel", None)  # "não posso amanhã" asks for another day
    plain = all(value < SAID for intent, value in scores.items() if intent not in _SOCIAL)
    if _answers(evidence) and (plain or _strongest(scores, words) < _PLAIN_WISH):
        if "availability" in scores:
            scores["availability"] *= 0.8
        raise_scores(scores, {"book": 0.82})
    elif plain and scores.get("goodbye", 0.0) < SAID:
        raise_scores(scores, _from_names(words, evidence))
    if evidence.red_flag:
        scores["emergency"] = 0.97
    if all(value < SAID for value in scores.values()):
        # Not understood is not the same as heard to be off topic: the dialogue should ask.
        scores["out_of_scope"] = _NOT_UNDERSTOOD


def _strongest(scores: Mapping[str, float], words: Words) -> float:
    """The strongest wish besides an answer; "pode ser sexta?" is still an answer, "que horários tem?" is not."""
    asks = any(clause.question for clause in words.clauses)
    return max(
        (
            value
            for intent, value in scores.items()
            if intent not in _SOCIAL | {"out_of_scope"} and not (intent == "availability" and (value < 0.9 or not asks))
        ),
        default=0.0,
    )


def _agree(scores: dict[str, float], evidence: Evidence) -> None:
    """Weigh a plain yes or no: "ok, obrigada" thanks unless a yes was asked for."""
    answer = evidence.entities.yes_no
    asked = evidence.expects in ("confirmation", "appointment_choice", "human")
    if answer is None:
        return
    courtesy = max(scores.get("thanks", 0.0), scores.get("goodbye", 0.0))
    sure = 0.96 if asked else 0.45 if courtesy >= SAID and answer == "yes" else 0.93
    intent = "affirm" if answer == "yes" else "deny"
    scores[intent] = max(scores.get(intent, 0.0), sure)
    if answer == "yes" and (asked or evidence.bare_answer):
        # "pode marcar", "confirmo": an answer, not a wish of its own.
        for act in ("book", "confirm"):
            if act in scores:
                scores[act] *= 0.5


_ANSWERS: dict[str, tuple[str, ...]] = {
    "service": ("service", "services", "choice"),
    "professional": ("professional", "any_professional", "choice"),
    "date": ("when", "choice"),
    "time": ("when", "choice"),
    "slot": ("when", "choice"),
    "patient_name": ("person_name", "for_other", "choice"),
    "insurance": ("choice",),
    "appointment_choice": (),
}


def _answers(evidence: Evidence) -> bool:
    """Whether the message holds what the bot asked for."""
    fields = _ANSWERS.get(evidence.expects or "", ())
    return any(bool(getattr(evidence.entities, name)) for name in fields)


def _from_names(words: Words, evidence: Evidence) -> dict[str, float]:
    """What a message without a telling phrase means by what it names."""
    entities = evidence.entities
    asks = any(clause.question for clause in words.clauses)
    named = evidence.service_said or entities.professional is not None
    if named or evidence.kind_said:
        return _of_service(asks=asks, dated=bool(entities.when), named=named)
    if entities.when and not entities.when.past:
        return {"availability": 0.6} if asks else {"book": 0.55, "availability": 0.5}
    if entities.none_of_them:
        return {"availability": 0.7}
    if entities.choice:
        return {"affirm": 0.6}
    if entities.any_professional or entities.for_other:
        return {"book": 0.55}
    if entities.private_pay:
        return {"insurance": 0.62}
    if entities.person_name:
        return {"greeting" if evidence.expects in (None, "intent") else "book": 0.55}
    return {}


def _of_service(*, asks: bool, dated: bool, named: bool) -> dict[str, float]:
    if dated:
        return {"availability": 0.7} if asks else {"book": 0.8}
    sure = 0.62 if named else SAID
    return {"services": sure} if asks else {"book": sure}
