"""How surely each intent is said by the words of a message: phrases, refusals, and what speaks against."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from atendeai.conversation.understanding.lexicon_intents import MACROS, ROWS, VETO
from atendeai.conversation.understanding.phrases import Found, Table
from atendeai.conversation.understanding.words import Clause, Words, leading_fillers

_TABLE = Table(ROWS, MACROS)
_MAX_TOKENS = 160  # what is asked stands near the front; a longer story adds only time
_VETOED = 0.35
_SECOND_HAND = 0.45  # how much a second phrase for the same intent adds to the first
_ACROSS = 0.93  # a phrase that spans two clauses is a little less sure
_ACTS = frozenset({"book", "reschedule", "cancel", "confirm", "human"})
_NEGATED = re.compile(
    r" (?:nao|nem|sem)(?: (?:e|era|quero|queria|quis|gostaria|gostaria de|preciso|precisa|precisava|vou|vim"
    r"|pretendo|desejo|estou|estou querendo|querendo|mais|para|de|eu|falei|pedi|disse|em|ia|que))* $"
)


def score(words: Words, marked: Sequence[str]) -> dict[str, float]:
    """How surely each intent is said by the words alone, 0..1; intents without any sign are left out."""
    scores: dict[str, float] = {}
    for clause in words.clauses:
        if clause.start >= _MAX_TOKENS:
            break
        tokens = [token for token in marked[clause.start : min(clause.end, _MAX_TOKENS)] if token]
        raise_scores(scores, _weigh(_found(tokens, clause.question)))
    for clauses in _long_sentences(words):
        raise_scores(scores, {intent: value * _ACROSS for intent, value in _weigh(_across(clauses, marked)).items()})
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
    # "bom dia" is no day to ask about.
    skipped = [leading_fillers(tuple(part)) for part in parts]
    parts = [
        part[skip:] if at == 0 or skip == len(part) else part
        for at, (part, skip) in enumerate(zip(parts, skipped, strict=True))
    ]
    tokens = [token for part in parts for token in part]
    text = f" {' '.join(tokens)} "
    commas = [len(f" {' '.join(t for part in parts[:upto] for t in part)} ") for upto in range(1, len(parts))]
    return [
        found
        for found in _TABLE.find(text, tokens, question=clauses[-1].question)
        if found.phrase.weight > VETO
        and not (found.phrase.says_no and found.start + len("nao ") in commas)
        and any(found.start < comma < found.end for comma in commas)
        and not _negated(text, found)
    ]


def raise_scores(scores: dict[str, float], more: Mapping[str, float]) -> None:
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
        found += [
            f for f in _TABLE.find(text, core, question=question) if f.phrase not in seen and not _negated(text, f)
        ]
    return found


def _negated(text: str, found: Found) -> bool:
    """Whether a refusal stands before the phrase: "não quero cancelar" does not cancel; only acts are declined so."""
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
