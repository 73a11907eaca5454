"""What the rules hear: phrases, plus what is meant without one (an answer, a bare name, a yes)."""

from __future__ import annotations

from collections.abc import Mapping

from atendeai.conversation.understanding.evidence import Evidence
from atendeai.conversation.understanding.intents import raise_scores, score
from atendeai.conversation.understanding.words import Words, read

SAID = 0.5
_PLAIN_WISH = 0.75
_NOT_UNDERSTOOD = 0.3
SOCIAL = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny"})
_THANKFUL = ("🙏", "❤", "♥", "😘", "🥰", "😍", "🤗", "💙", "💚", "💛", "💜", "🩷", "💕", "💖", "💐", "🌹", "🌷", "🌸")
ANSWERED_BY_YES = frozenset({"confirmation", "appointment_choice", "human"})
# What is asked while a visit is being agreed on.
_IN_TALK = frozenset({"service", "professional", "date", "time", "slot", "patient_name", "insurance", "confirmation"})


def hear(evidence: Evidence) -> dict[str, float]:
    """How surely each intent is meant, 0..1, by rule alone. Intents without any sign are left out."""
    words = evidence.words
    scores = score(words, evidence.marked)
    if evidence.picked:
        # "2" on a menu means what the option says.
        picked = read(evidence.picked)
        raise_scores(scores, score(picked, picked.tokens))
    _infer(scores, words, evidence)
    return scores


def _infer(scores: dict[str, float], words: Words, evidence: Evidence) -> None:
    """Add what is meant without a phrase: an answer, a bare name, a yes; at last, that nothing was understood."""
    _agree(scores, evidence)
    if not words.tokens and any(sign in words.text for sign in _THANKFUL):
        raise_scores(scores, {"thanks": _PLAIN_WISH})
    if evidence.expects in _IN_TALK and evidence.entities.when and scores.get("cancel", 0.0) < _PLAIN_WISH:
        scores.pop("cancel", None)  # "não posso amanhã" asks for another day
    plain = all(value < SAID for intent, value in scores.items() if intent not in SOCIAL)
    if answers(evidence) and (plain or _strongest(scores, words) < _PLAIN_WISH):
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
            if intent not in SOCIAL | {"out_of_scope"} and not (intent == "availability" and (value < 0.9 or not asks))
        ),
        default=0.0,
    )


def _agree(scores: dict[str, float], evidence: Evidence) -> None:
    """Weigh a plain yes or no: "ok, obrigada" thanks unless a yes was asked for."""
    answer = evidence.entities.yes_no
    asked = evidence.expects in ANSWERED_BY_YES
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
    "insurance": ("choice", "insurance", "private_pay"),
    "appointment_choice": (),
}


def answers(evidence: Evidence) -> bool:
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
