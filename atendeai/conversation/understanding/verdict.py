"""The decision: what the rules heard and what the trained classifier makes of it, weighed into one intent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from atendeai.conversation.understanding.classifier import classifier
from atendeai.conversation.understanding.evidence import MAX_PARTS, Evidence, parts
from atendeai.conversation.understanding.model import Candidate, Expects, Intent
from atendeai.conversation.understanding.opting_out import asks_for_silence
from atendeai.conversation.understanding.rules import ANSWERED_BY_YES, SAID, SOCIAL, answers, hear
from atendeai.conversation.understanding.signs import signs

CANDIDATES = 3
_PLAIN = 0.97  # what needs no weighing: a red flag, a bare "sim" to a question that it answers
_PLAINLY, _NOT_DENIED, _SURELY, _IN_PART = 0.7, 0.02, 0.9, 0.75  # found to be best on voices held out from the training
_BESIDE = 0.6  # how near to the surest wish another must come to go before it
_AGREEING = frozenset({"affirm", "book", "greeting", "thanks", "out_of_scope"})

# Who goes first when a message holds several wishes: what changes the agenda, then an answer, then questions in the
# order in which they are asked; courtesies last.
_TIERS: tuple[tuple[str, ...], ...] = (
    ("emergency",), ("reschedule",), ("cancel",), ("book",), ("confirm",), ("affirm", "deny"),
    (
        "opt_out", "data_request", "complaint", "human", "check_appointment", "availability", "medical_advice",
        "results", "preparation", "price", "payment", "insurance", "professionals", "hours", "location", "services",
    ),
    ("out_of_scope",), ("goodbye",), ("thanks",), ("greeting",),
)  # fmt: skip
TIER: dict[str, int] = {intent: tier for tier, intents in enumerate(_TIERS) for intent in intents}
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


class Verdict(NamedTuple):
    intent: Intent
    confidence: float
    candidates: tuple[Candidate, ...]
    secondary: tuple[Intent, ...]


def decide(evidence: Evidence) -> Verdict:
    """The intent of a message, how surely, and what else it says."""
    scores, places, honest = _weighed(evidence)
    top = _first(scores, places)
    others = sorted((intent for intent in scores if intent != top), key=lambda intent: -scores[intent])
    implied = _IMPLIES.get(top, frozenset())
    return Verdict(
        cast(Intent, top),
        honest(scores[top]),
        tuple(Candidate(cast(Intent, intent), honest(scores[intent])) for intent in [top, *others][:CANDIDATES]),
        tuple(
            cast(Intent, intent)
            for intent in sorted(others, key=lambda intent: (TIER[intent], places.get(intent, MAX_PARTS)))
            if scores[intent] >= SAID and intent not in implied and intent != "out_of_scope"
        ),
    )


def _weighed(evidence: Evidence) -> tuple[dict[str, float], Mapping[str, int], Callable[[float], float]]:
    """How surely each intent is meant, 0..1, where in the message, and what such a figure is worth."""
    rules = hear(evidence)
    if evidence.picked:
        return rules, {}, _rounded
    if not evidence.words.text.strip():
        return {"out_of_scope": 0.0}, {}, _rounded
    if evidence.expects and (evidence.entities.choice or answers(evidence)) and _nothing_else(rules):
        return {_picks(evidence.expects): _PLAIN}, {}, _rounded
    trained = classifier()
    scores = trained.weigh(signs(evidence, rules))
    places = _clause_by_clause(evidence, scores, rules)
    if evidence.expects in ANSWERED_BY_YES and evidence.bare_answer and evidence.entities.yes_no:
        scores["affirm" if evidence.entities.yes_no == "yes" else "deny"] = _PLAIN
    if evidence.expects and max(scores.values()) < SAID:
        scores["book"] = max(scores["book"], rules.get("book", 0.0))  # an answer in words that nobody was taught
    if rules.get("opt_out", 0.0) < SAID and not asks_for_silence(evidence.words):
        scores["opt_out"] = 0.0  # a consent is taken back in words that ask for silence, never on a resemblance
    if evidence.red_flag:
        scores["emergency"] = max(scores["emergency"], _PLAIN)
    return scores, places, lambda score: _rounded(trained.honest(score, evidence.language))


def _nothing_else(rules: Mapping[str, float]) -> bool:
    """Whether a message that picks an option, or names what was asked for, does nothing besides."""
    return all(value < SAID for intent, value in rules.items() if intent not in _AGREEING)


def _picks(expects: Expects) -> Intent:
    return "affirm" if expects in ANSWERED_BY_YES else "book"


def _clause_by_clause(evidence: Evidence, scores: dict[str, float], rules: Mapping[str, float]) -> dict[str, int]:
    """Raise what one clause says plainly and the whole drowned ("…, e vcs atendem Unimed?"), unless the whole speaks
    against it and no rule for it; returns in which clause each intent is first said."""
    places: dict[str, int] = {}
    for place, part in enumerate(parts(evidence)):
        for intent, value in classifier().weigh(signs(part, hear(part))).items():
            if value >= _PLAINLY:
                places.setdefault(intent, place)
                heard = intent not in SOCIAL and rules.get(intent, 0.0) >= _SURELY
                if heard or scores[intent] >= _NOT_DENIED:
                    scores[intent] = max(scores[intent], value * _IN_PART)
    return places


def _rounded(score: float) -> float:
    return round(score, 3)


def _first(scores: Mapping[str, float], places: Mapping[str, int]) -> str:
    """Among what is said, by tier and place; when nothing is, the likeliest."""
    best = max(scores.values())
    said = [intent for intent, value in scores.items() if value >= SAID and value >= best * _BESIDE]
    if said:
        return min(said, key=lambda intent: (TIER[intent], places.get(intent, MAX_PARTS)))
    return max(scores, key=scores.__getitem__)
