"""A message as words: plain tokens in clauses, with rare misspellings of the field's words put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from atendeai.conversation.understanding import lexicon_intents, lexicon_plans, lexicon_red_flags
from atendeai.conversation.understanding.lexicon_health import LAY, LOOSE, ORGANS, PARTS, SERVICES, SPECIALTIES
from atendeai.conversation.understanding.lexicon_names import GIVEN_NAMES, SURNAMES
from atendeai.conversation.understanding.lexicon_words import (
    COMMON_WORDS,
    FILLERS,
    QUESTION_OPENERS,
    SPELLINGS,
    TYPO_WORDS,
    WISH_OPENERS,
)
from atendeai.conversation.understanding.normalise import Token, tokens

MAX_CHARS = 4096  # WhatsApp's own limit for a text
_SENTENCE_ENDS = frozenset(".!;?\u2026")
_BREAKS = _SENTENCE_ENDS | frozenset(",:()-\u2013\u2014")
_FILLERS = {first: [f for f in FILLERS if f[0] == first] for first in {f[0] for f in FILLERS}}
_TURNS = frozenset({"mas", "porem"})
_ASKING = frozenset({"saber", "dizer", "informar"})  # "queria saber se …" asks without its mark


def _table_words() -> frozenset[str]:
    """Every word of every table: right as it stands, however near to another."""
    blocks = [block for _, _, block in lexicon_intents.ROWS]
    blocks += [lexicon_plans.PRIVATE_PAY]
    health = (LAY, SERVICES, SPECIALTIES, ORGANS, PARTS)
    for table in (lexicon_intents.MACROS, lexicon_red_flags.NOTIONS, lexicon_plans.PLANS, *health):
        blocks += table.values()
    return frozenset(word for text in (*blocks, *LOOSE) for word in re.findall("[a-z]+", text))


KNOWN = _table_words() | COMMON_WORDS | lexicon_red_flags.NOT_MENDED | frozenset(TYPO_WORDS) | GIVEN_NAMES | SURNAMES


class Clause(NamedTuple):
    """Tokens `start:end` between two breaks; `question` also holds for "tem vaga" without its mark."""

    start: int
    end: int
    question: bool
    sentence: int


class Words(NamedTuple):
    """`spans` are offsets into `text`; `clauses` cover the tokens without overlap, empty ones left out."""

    text: str
    tokens: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    clauses: tuple[Clause, ...]
    asked: bool

    def joined(self, start: int = 0, end: int | None = None) -> str:
        """Tokens as the phrase tables read them: " a b c "."""
        return f" {' '.join(self.tokens[start:end])} "


def read(text: str) -> Words:
    """The words of at most `MAX_CHARS` characters of `text`."""
    text = text[:MAX_CHARS]
    kept: list[Token] = []
    ends: list[tuple[int, bool, bool]] = []  # token count, whether a sentence ends there, whether it asks
    last_end = 0
    for token in tokens(text):
        if "\n" in text[last_end : token.start]:
            ends.append((len(kept), True, False))
        last_end = token.end
        if token.text[0].isalnum():
            kept.append(token)
        elif token.text in _BREAKS:
            ends.append((len(kept), token.text in _SENTENCE_ENDS, token.text == "?"))
    plain = tuple(spell(token.text) for token in kept)
    return Words(
        text=text,
        tokens=plain,
        spans=tuple((token.start, token.end) for token in kept),
        clauses=tuple(_clauses(plain, [*ends, (len(kept), True, False)])),
        asked=any(asks for _, _, asks in ends),
    )


def _clauses(plain: tuple[str, ...], ends: list[tuple[int, bool, bool]]) -> Iterator[Clause]:
    """Clauses up to each break; a question mark asks for every clause of its sentence."""
    pending: list[tuple[int, int]] = []
    start = sentences = 0
    for position, (end, sentence, asks) in enumerate(ends):
        if end > start:
            pending.extend(_wishes(plain, start, end))
            start = end
        # "?" right after another sign ("!?") still belongs to this sentence.
        follows = position + 1 < len(ends) and ends[position + 1][0] == end
        if sentence and not (follows and not asks):
            for first, last in pending:
                yield Clause(first, last, asks or opens_question(plain[first:last]), sentences)
            pending = []
            sentences += 1


def _wishes(plain: tuple[str, ...], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a stretch without signs: "quero marcar e quanto custa" is two wishes, and "mas" turns."""
    first = start
    for at in range(start + 1, end - 1):
        if plain[at] in _TURNS or (plain[at] == "e" and plain[at + 1] in WISH_OPENERS):
            yield first, at
            first = at
    yield first, end


def opens_question(clause: tuple[str, ...]) -> bool:
    """Whether words without a question mark still ask ("quanto custa", "tem vaga")."""
    skipped = leading_fillers(clause)
    core = clause[skipped:]
    return bool(core) and (core[0] in QUESTION_OPENERS or not _ASKING.isdisjoint(clause[:skipped]))


def leading_fillers(clause: tuple[str, ...]) -> int:
    """How many opening tokens only greet or soften ("oi bom dia por favor …")."""
    at = 0
    while at < len(clause):
        step = next((len(f) for f in _FILLERS.get(clause[at], ()) if clause[at : at + len(f)] == f), 0)
        if not step:
            break
        at += step
    return at


@lru_cache(maxsize=8192)
def spell(token: str) -> str:
    """One token in the spelling of the tables: "pra" → "para", "conslta" → "consulta"."""
    plain = SPELLINGS.get(token, token)
    if len(plain) < 5 or plain in KNOWN or not plain.isalpha():
        return plain
    return _mended(plain)


def _mended(word: str) -> str:
    allowed = 1 if len(word) < 8 else 2
    found = process.extractOne(word, TYPO_WORDS, scorer=OSA.distance, score_cutoff=allowed)
    # Two slips may be another form of the word ("antecipado"), unless its end stays.
    if found is None or found[0][0] != word[0] or (found[1] > 1 and found[0][-1] != word[-1]):
        return word
    return str(found[0])


def spelled(text: str) -> tuple[str, ...]:
    """A table's or a clinic's own words in the spelling that messages are read in, never mended."""
    return tuple(SPELLINGS.get(token.text, token.text) for token in tokens(text) if token.text[0].isalnum())
