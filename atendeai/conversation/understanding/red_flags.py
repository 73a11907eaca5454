"""The emergency screen: finds signs that cannot wait, rather one too many than one too few."""

from __future__ import annotations

import re
from functools import lru_cache

from atendeai.conversation.understanding.lexicon_red_flags import EXCUSES, MACROS, NEGATED, ROWS, STILL_NOW
from atendeai.conversation.understanding.phrases import Found, Table
from atendeai.conversation.understanding.words import Words, read

# "morrendo de rir": nobody is dying.
_IDIOM = re.compile(
    r" (?:morrer|morrendo|morro|morri|matar) (?:de|com) (?:rir|fome|vontade|saudades?|vergonha|medo|calor|frio|sono"
    r"|curiosidade|amor|tedio|preguica|ansiedade|raiva|inveja) "
)
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
    signs = _SIGNS.find(text, words.tokens, question=words.asked)
    found = [match for match in signs if not _denied(words, text, match)]
    if not found:
        return None
    present = [match for match in found if not _excused(words, text, match)]
    # Whoever speaks of ending their life is heard, whatever else the sentence says.
    labels = {match.phrase.label for match in present}
    labels |= {match.phrase.label for match in found if match.phrase.label == "self_harm"}
    if _IDIOM.search(text):
        labels.discard("self_harm")
        labels.discard("other")
    return min(labels, key=lambda label: _GRAVITY[label], default=None)


def _denied(words: Words, text: str, match: Found) -> bool:
    """Whether the sign's own clause denies it: "não estou com dor no peito", but not "não, estou com dor"."""
    if match.phrase.says_no:
        return False
    first = text[: match.start].count(" ") - 1
    opened = max((clause.start for clause in words.clauses if clause.start <= first), default=0)
    return _NEGATED.search(words.joined(opened, first)) is not None


def _excused(words: Words, text: str, match: Found) -> bool:
    """Whether the clause around the sign speaks of the past, of others' past, or asks about the service."""
    first = text[: match.start].count(" ") - 1
    last = text[: match.end].count(" ") - 1
    for clause in words.clauses:
        if clause.start <= first < clause.end or clause.start < last <= clause.end:
            said = words.tokens[clause.start : clause.end]
            around = _EXCUSES.find(words.joined(clause.start, clause.end), said, question=clause.question)
            labels = {excuse.phrase.label for excuse in around}
            if "excuse" in labels and "now" not in labels:
                return True
    return False
