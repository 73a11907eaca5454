"""What a message wants: phrases, what it names, and what was asked, weighed into one intent and its rivals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from atendeai.conversation.understanding.lexicon_intents import MACROS, ROWS, VETO
from atendeai.conversation.understanding.model import INTENTS, Candidate, Entities, Expects, Intent
from atendeai.conversation.understanding.phrases import Found, Table
from atendeai.conversation.understanding.words import Clause, Words, leading_fillers, read

_TABLE = Table(ROWS, MACROS)
_MAX_TOKENS = 160  # what is asked stands near the front; a longer story adds only time
SAID = 0.5
_PLAIN_WISH = 0.75
_VETOED = 0.35
_SECOND_HAND = 0.45  # how much a second phrase for the same intent adds to the first
_ACROSS = 0.93  # a phrase that spans two clauses is a little less sure

# Who goes first when a message holds several wishes: what changes the agenda before questions, courtesies last.
PRECEDENCE: dict[str, float] = {
    "emergency": 1.0, "opt_out": 0.36, "data_request": 0.32, "reschedule": 0.3, "cancel": 0.24, "check_appointment": 0.17,
    "confirm": 0.14, "complaint": 0.2, "human": 0.18, "book": 0.1, "availability": 0.06, "medical_advice": 0.04,
    "results": 0.03, "preparation": 0.03, "price": 0.02, "payment": 0.02, "insurance": 0.02, "professionals": 0.0,
    "hours": 0.01, "location": 0.0, "services": -0.03, "affirm": -0.12, "deny": -0.12, "out_of_scope": -0.1,
    "goodbye": -0.42, "thanks": -0.44, "greeting": -0.5,
}  # fmt: skip
_ACTS = frozenset({"book", "reschedule", "cancel", "confirm", "human"})
_SOCIAL = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny"})
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

_NEGATED = re.compile(
    r" (?:nao|nem|sem)(?: (?:e|era|quero|queria|quis|gostaria|gostaria de|preciso|precisa|precisava|vou|vim|pretendo|desejo"
    r"|estou|estou querendo|querendo|mais|para|de|eu|falei|pedi|disse|em|ia|que))* $"
)


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
        _raise(scores, score(picked, picked.tokens))
    _infer(scores, words, evidence)
    ranked = sorted(scores, key=lambda intent: _rank(intent, scores[intent]), reverse=True)
    top = ranked[0]
    if scores[top] < SAID:
        top = max(ranked, key=lambda intent: scores[intent])
        ranked = [top, *(intent for intent in ranked if intent != top)]
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
    """Place in the queue: what was not plainly said waits behind what was."""
    return value + PRECEDENCE[intent] if value >= SAID else value - 2


def score(words: Words, marked: Sequence[str]) -> dict[str, float]:
    """How surely each intent is said by the words alone, 0..1; intents without any sign are left out."""
    scores: dict[str, float] = {}
    for clause in words.clauses:
        if clause.start >= _MAX_TOKENS:
            break
        tokens = [token for token in marked[clause.start : min(clause.end, _MAX_TOKENS)] if token]
        _raise(scores, _weigh(_found(tokens, clause.question)))
    for clauses in _long_sentences(words):
        _raise(scores, {intent: value * _ACROSS for intent, value in _weigh(_across(clauses, marked)).items()})
    return scores


def _long_sentences(words: Words) -> list[list[Clause]]:
    """The clauses of each sentence that has several."""
    sentences: dict[int, list[Clause]] = {}
    for clause in words.clauses:
        if clause.end <= _MAX_TOKENS:
            sentences.setdefault(clause.sentence, []).append(clause)
    return [clauses for clauses in sentences.values() if len(clauses) > 1]


def _across(clauses: Sequence[Clause], marked: Sequence[str]) -> list[Found]:
    """Phrases that reach over a comma, which a refusal ("não, quero receber") must not."""
    parts = [[token for token in marked[clause.start : clause.end] if token] for clause in clauses]
    tokens = [token for part in parts for token in part]
    text = f" {' '.join(tokens)} "
    commas = [len(f" {' '.join(t for part in parts[:upto] for t in part)} ") for upto in range(1, len(parts))]
    return [
        found
        for found in _TABLE.find(text, tokens, question=clauses[-1].question)
        if found.phrase.weight > VETO
        and not found.phrase.says_no
        and any(found.start < comma < found.end for comma in commas)
        and not _negated(text, found)
    ]


def _raise(scores: dict[str, float], more: Mapping[str, float]) -> None:
    for intent, value in more.items():
        scores[intent] = max(scores.get(intent, 0.0), value)


def _found(tokens: Sequence[str], question: bool) -> list[Found]:
    """Phrases in a clause, and in what is left of it after "oi, boa tarde, por favor"."""
    text = f" {' '.join(tokens)} "
    found = [f for f in _TABLE.find(text, tokens, question=question) if not _negated(text, f)]
    skipped = leading_fillers(tuple(tokens))
    if 0 < skipped < len(tokens):
        core = tokens[skipped:]
        seen = {f.phrase for f in found}
        text = f" {' '.join(core)} "
        found += [f for f in _TABLE.find(text, core, question=question) if f.phrase not in seen and not _negated(text, f)]
    return found


def _negated(text: str, found: Found) -> bool:
    """"não quero cancelar" does not cancel; only acts can be declined so."""
    if found.phrase.label not in _ACTS or found.phrase.says_no or found.phrase.weight == VETO:
        return False
    before = text[: found.start]
    if _NEGATED.search(before):
        return True
    inside = text[found.start : found.end]
    return found.phrase.source.startswith(("@want", "@can", "quero", "queria")) and bool(
        re.search(r" nao (?:quero|preciso|gostaria|queria) ", f"{before[-8:]}{inside}")
    )


def _weigh(found: Sequence[Found]) -> dict[str, float]:
    best: dict[str, list[float]] = {}
    vetoed: set[str] = set()
    for phrase, _, _ in found:
        if phrase.weight == VETO:
            vetoed.add(phrase.label)
        else:
            best.setdefault(phrase.label, []).append(phrase.weight)
    scores: dict[str, float] = {}
    for intent, weights in best.items():
        first, *others = sorted(weights, reverse=True)
        value = first + (1 - first) * _SECOND_HAND * (others[0] if others else 0.0)
        scores[intent] = value * (_VETOED if intent in vetoed else 1.0)
    return scores


def _infer(scores: dict[str, float], words: Words, evidence: Evidence) -> None:
    """Add what is meant without a phrase: an answer, a bare name, a yes; at last, that nothing was understood."""
    _agree(scores, evidence)
    plain = all(value < SAID for intent, value in scores.items() if intent not in _SOCIAL)
    if _answers(evidence) and (plain or _strongest(scores, words) < _PLAIN_WISH):
        scores["availability"] = scores.get("availability", 0.0) * 0.8
        _raise(scores, {"book": 0.82})
    elif plain and scores.get("goodbye", 0.0) < SAID:
        _raise(scores, _from_names(words, evidence))
    if evidence.red_flag:
        scores["emergency"] = 0.97
    if all(value < SAID for value in scores.values()):
        scores["out_of_scope"] = 0.6 if evidence.entities == Entities() else 0.5


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
    """"ok, obrigada" thanks unless a yes was asked for; a plain yes or no is one."""
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
        return _of_service(asks=asks, dated=bool(entities.when), named=named, professional=entities.professional is not None)
    if entities.insurance or entities.unknown_insurance:
        return {"insurance": 0.75}
    if entities.private_pay:
        return {"insurance": 0.6}
    if entities.when and not entities.when.past:
        return {"availability": 0.6} if asks else {"book": 0.55, "availability": 0.5}
    if entities.none_of_them:
        return {"deny": 0.7}
    if entities.choice:
        return {"affirm": 0.6}
    if entities.any_professional or entities.for_other:
        return {"book": 0.55}
    return {"greeting": 0.55} if entities.person_name else {}


def _of_service(*, asks: bool, dated: bool, named: bool, professional: bool) -> dict[str, float]:
    if dated:
        return {"availability": 0.7} if asks else {"book": 0.8}
    if asks and named:
        return {"professionals": 0.55} if professional else {"services": 0.6}
    return {"book": 0.62 if named else 0.5}


def empty_scores() -> dict[str, float]:
    """Every intent at nought, for a scorer that fills them all."""
    return dict.fromkeys(INTENTS, 0.0)
