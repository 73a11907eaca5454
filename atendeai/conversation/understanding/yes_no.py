"""Whether a message plainly agrees or refuses; anything that adds, asks or changes is neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from atendeai.conversation.understanding.language import language
from atendeai.conversation.understanding.lexicon_yes_no import (
    ANNOUNCING,
    ATTENDING,
    BLOCKERS,
    FOREIGN_NO,
    FOREIGN_NOT_A_NO,
    LEADING_NO,
    LEADING_YES,
    NEUTRAL,
    NO,
    NO_EMOJI,
    NOT_A_NO,
    RESTATING,
    UNABLE,
    VOCATIVES,
    YES,
    YES_EMOJI,
)
from atendeai.conversation.understanding.model import Language
from atendeai.conversation.understanding.words import Words, read

YesNo = Literal["yes", "no"]
# Alone these order something rather than agree to it.
_ORDERS = frozenset({"marca", "marque", "agenda", "agende", "reserva"})
_RIGHT = frozenset({("certo",), ("correto",)})
_LONGEST = max(len(phrase) for phrase in (*YES, *NO, *NEUTRAL))


def yes_no(text: str) -> YesNo | None:
    """Read an answer: "yes", "no", or None when `text` is a question, a doubt, a change, or something else."""
    return agreement(read(text), language=language(text))


def agreement(words: Words, *, dated: bool = False, language: Language = "pt") -> YesNo | None:
    """`yes_no` of a message already read; `dated` says that it names a moment, which "não posso" then rules out.

    `language` settles whether a leading "no" refuses or is "in the".
    """
    if words.asked:
        return None
    if not words.tokens:
        return _emoji(words.text)
    words = words._replace(tokens=unaddressed(words.tokens))
    kinds = _segments(words.tokens)
    said = {kind for kind, _ in kinds}
    if "other" in said:
        return None if dated and _rules_out(kinds) else _led(words, kinds, language)
    if {"yes", "no"} <= said:
        # "não não, pode sim": whoever says both has not answered; "não, obrigado" never gets here.
        return None
    if "yes" in said:
        return "yes"
    if "no" in said:
        return "no"
    return "yes" if words.tokens[:2] in (("por", "favor"), ("por", "gentileza")) else _emoji(words.text)


def bare(words: Words) -> bool:
    """Whether a message is a short answer and nothing else ("pode marcar", not "sim, quero o eletro")."""
    if not 0 < len(words.tokens) <= 2 or words.tokens[0] in _ORDERS:
        return False
    return fixed(words)


def fixed(words: Words) -> bool:
    """Whether a message is made of the fixed turns of agreeing and refusing alone: "hoje não" names no day."""
    return all(kind != "other" for kind, _ in _segments(words.tokens))


def unaddressed(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """An answer without whom it is said to ("sim, minha filha"); anything else as it is."""
    for size in (2, 1):
        core = tokens[:-size]
        if core and tokens[-size:] in VOCATIVES and core[-1] not in ANNOUNCING:
            return core if all(kind != "other" for kind, _ in _segments(core)) else tokens
    return tokens


def _rules_out(kinds: Sequence[tuple[str, tuple[str, ...]]]) -> bool:
    """ "não consigo de manhã", "amanhã não": the moment is what cannot be."""
    told = [phrase for kind, phrase in kinds if kind != "neutral"]
    if any(not ATTENDING.isdisjoint(phrase) for phrase in told):
        return False
    return told[0] in UNABLE or told[-1] == ("nao",) != told[0]


def _segments(tokens: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The message cut into agreeing, refusing, neutral and other stretches, longest phrases first."""
    found: list[tuple[str, tuple[str, ...]]] = []
    at = 0
    while at < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            phrase = tuple(tokens[at : at + size])
            kind = "yes" if phrase in YES else "no" if phrase in NO else "neutral" if phrase in NEUTRAL else None
            if kind:
                break
        else:
            kind, size, phrase = "other", 1, (tokens[at],)
        found.append((kind, phrase))
        at += size
    return found


def _led(words: Words, kinds: Sequence[tuple[str, tuple[str, ...]]], language: Language) -> YesNo | None:
    """A plain yes or no that goes on: "sim, sou eu mesma", "não vou conseguir", "hoje não"."""
    told = [(kind, phrase) for kind, phrase in kinds if kind != "neutral"]
    lead, phrase = told[0]
    if lead == "yes" and kinds[0] == ("neutral", ("o",)) and phrase in _RIGHT:
        return None  # "o certo é o outro"
    rest = [token for _, part in told[1:] for token in part]
    if lead == "yes" and phrase in LEADING_YES:
        return "yes" if _only_restates(phrase, rest) else None
    if lead == "no" and phrase in LEADING_NO:
        if phrase == ("no",) and not _refuses(rest, language) and not _breaks_after(words, phrase):
            return None  # "no particular", "no sábado"
        return None if rest and rest[0] in NOT_A_NO and not _breaks_after(words, phrase) else "no"
    tail = words.tokens[-1]
    doubtful = {"acho", "sei", "ou", "porque", "por", "se", "talvez"}.intersection(words.tokens)
    return "no" if tail == "nao" and len(words.tokens) <= 4 and not doubtful else None


def _refuses(rest: Sequence[str], language: Language) -> bool:
    """Whether a "no" that leads into `rest` is the English or Spanish one: "no puedo ir", not "no sé"."""
    foreign = language != "pt" or not FOREIGN_NO.isdisjoint(rest[:1])
    return foreign and FOREIGN_NOT_A_NO.isdisjoint(rest[:1])


def _only_restates(phrase: tuple[str, ...], rest: Sequence[str]) -> bool:
    if phrase[0].startswith("confirm") and rest and rest[0] in RESTATING:
        return not {"mas", "porem", "nao", "outro", "outra"}.intersection(rest)
    return not any(token in BLOCKERS or token[0].isdigit() for token in rest)


def _breaks_after(words: Words, phrase: tuple[str, ...]) -> bool:
    """Whether a sign follows the leading phrase: "não, entendi" refuses, "não entendi" does not."""
    first = words.clauses[0]
    return first.end < len(words.tokens) and words.tokens[first.end - 1] == phrase[-1]


def _emoji(text: str) -> YesNo | None:
    agrees = any(sign in text for sign in YES_EMOJI)
    refuses = any(sign in text for sign in NO_EMOJI)
    if agrees is refuses:
        return None
    return "yes" if agrees else "no"
