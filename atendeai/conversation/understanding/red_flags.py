"""The emergency screen: finds signs that cannot wait, rather one too many than one too few."""

from __future__ import annotations

import re
from functools import lru_cache

from atendeai.conversation.understanding.lexicon_red_flags import EXCUSES, MACROS, NEGATED, ROWS, STILL_NOW
from atendeai.conversation.understanding.phrases import Found, Table
from atendeai.conversation.understanding.words import Words, read

_SIGNS = Table(ROWS, MACROS)
_EXCUSES = Table([("excuse", 1.0, EXCUSES), ("now", 1.0, STILL_NOW)], MACROS)
_NEGATED = re.compile(NEGATED)
# The gravest first, when a message names several.
_GRAVITY = {
    label: rank
    for rank, label in enumerate(
        ("unconscious", "stroke", "breathing", "allergic", "chest_pain", "bleeding", "self_harm", "other")
    )
}


@lru_cache(maxsize=1024)
def red_flag(text: str) -> str | None:
    """The label of the gravest sign in `text` (see `Understanding.red_flag`), or None."""
    return screen(read(text))


def screen(words: Words) -> str | None:
    """`red_flag` of a message already read."""
    text = words.joined()
    found = [match for match in _SIGNS.find(text, words.tokens, question=words.asked) if not _denied(text, match)]
    if not found:
        return None
    present = [match for match in found if not _excused(words, text, match)]
    labels = {match.phrase.label for match in present} | {m.phrase.label for m in found if m.phrase.label == "self_harm"}
    if _only_idiom(text):
        labels.discard("self_harm")
        labels.discard("other")
    return min(labels, key=lambda label: _GRAVITY[label], default=None)


def _denied(text: str, match: Found) -> bool:
    """"não estou com dor no peito": a denial right before the sign, unless the sign itself is one."""
    return not match.phrase.says_no and _NEGATED.search(text[: match.start]) is not None


def _excused(words: Words, text: str, match: Found) -> bool:
    """Whether the clause around the sign speaks of the past, of others' past, or asks about the service."""
    first = text[: match.start].count(" ") - 1
    last = text[: match.end].count(" ") - 1
    for clause in words.clauses:
        if clause.start <= first < clause.end or clause.start < last <= clause.end:
            said = words.joined(clause.start, clause.end)
            labels = {
                m.phrase.label for m in _EXCUSES.find(said, words.tokens[clause.start : clause.end], question=clause.question)
            }
            if "excuse" in labels and "now" not in labels:
                return True
    return False


_IDIOM = re.compile(r" (?:morrer|morrendo|morro|morri|matar) (?:de|com) (?:rir|fome|vontade|saudades?|vergonha|medo|calor|frio|sono|curiosidade|amor|tedio|preguica|ansiedade|raiva|inveja) ")


def _only_idiom(text: str) -> bool:
    return _IDIOM.search(text) is not None
