"""Cut a message into pieces: words with their meaning, and figures ("12/08", "14:30") read by their shape."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from atendeai.conversation.understanding.model import Language
from atendeai.conversation.understanding.normalise import Token, tokens
from atendeai.conversation.understanding.when.figures import figures
from atendeai.conversation.understanding.when.nodes import DayMonth, Ordinal, Piece, ShortMonth, Weekday
from atendeai.conversation.understanding.when.tongues import ENGLISH, Tongue, tongue_of
from atendeai.conversation.understanding.when.words import (
    ABBREVIATED,
    CONTRACTIONS,
    MONTHS,
    NODES,
    SLIPS,
    SPELLINGS,
    WEEKDAYS_IN_FULL,
)

# Long enough that one slip cannot turn an everyday word into them.
_LONG_NAMES = tuple(name for name in (*WEEKDAYS_IN_FULL, *MONTHS) if len(name) >= 7)
_NOT_SLIPS = frozenset({"segundo", "segundos", "seguida", "seguidas", "segundas", "domingos", "janeira", "seguindo"})
_ORDINAL_SIGNS = frozenset({"a", "o", "as", "os", "°"})
_ENGLISH_SIGNS = frozenset({"st", "nd", "rd", "th"})
_APOSTROPHES = frozenset({"'", "’", "`"})
_BEFORE_THE_WEEK = frozenset({"fim", "final", "finalzinho"})


def pieces_of(text: str, expected: Language) -> tuple[Tongue, list[Piece]]:
    """The language of `text` and its pieces, in order; contractions are opened and articles dropped.

    `expected` is the language of a text whose words do not tell.
    """
    plain = tokens(text)
    tongue = tongue_of({token.text for token in plain}, expected)
    found: list[Piece] = []
    at = 0
    while at < len(plain):
        token, follower = plain[at], plain[at + 1] if at + 1 < len(plain) else None
        at += 1
        if follower is not None and _is_ordinal(token, follower):
            found.append(Piece(token.text + follower.text, Ordinal(int(token.text), len(token.text))))
            at += 1
        elif _is_silent(found, token, tongue):
            continue
        elif follower is not None and _is_the_week(found, token, follower):
            found.extend((Piece("de"), Piece("a")))
        else:
            pieces = _figures(token.text, tongue) if token.text[0].isdigit() else _words(token.text, tongue)
            if text[token.start - 1 : token.start] == "-" and _are_ends(found, pieces):
                found.append(Piece("a"))
            found.extend(pieces)
    return tongue, found


def _are_ends(found: list[Piece], pieces: Sequence[Piece]) -> bool:
    """ "seg-sex", "jan-mar": the hyphen inside a word was dropped, and joins no "feira" here."""
    ends = (found[-1:], pieces[:1])
    return any(all(end and isinstance(end[0].node, kind) for end in ends) for kind in (Weekday, ShortMonth))


def _is_ordinal(number: Token, sign: Token) -> bool:
    """ "2ª", "1º", "3a", "12th": a sign glued to a small number."""
    small = len(number.text) <= 2 and number.text.isdecimal()
    return small and number.end == sign.start and sign.text in _ORDINAL_SIGNS | _ENGLISH_SIGNS


def _is_silent(found: list[Piece], token: Token, tongue: Tongue) -> bool:
    """The full stop of an abbreviation, and the apostrophe of "o'clock"."""
    if token.text == ".":
        return bool(found) and found[-1].text in ABBREVIATED
    return tongue is ENGLISH and token.text in _APOSTROPHES


def _is_the_week(found: list[Piece], token: Token, follower: Token) -> bool:
    """ "fim da semana" is its end, "fim de semana" what follows it: the one article that tells."""
    return token.text == "da" and follower.text == "semana" and bool(found) and found[-1].text in _BEFORE_THE_WEEK


def _figures(text: str, tongue: Tongue) -> tuple[Piece, ...]:
    pieces = figures(text)
    return tuple(_month_first(piece) for piece in pieces) if tongue is ENGLISH else pieces


def _month_first(piece: Piece) -> Piece:
    """ "12/25" can only be December, "5/6" may be May or June."""
    node = piece.node
    if not isinstance(node, DayMonth) or node.day > 12:
        return piece
    if node.month > 12:
        return Piece(piece.text, DayMonth(node.month, node.day, node.year))
    return Piece(piece.text, DayMonth(node.day, node.month, node.year, either=node.day != node.month))


@lru_cache(maxsize=8192)
def _words(word: str, tongue: Tongue) -> tuple[Piece, ...]:
    if word in tongue.ranked:
        return (Piece(word, tongue.ranked[word]),)
    translated = tongue.words.get(word)
    if translated is None:
        spelt = SPELLINGS.get(word) or SLIPS.get(word) or _without_slip(word)
        translated = " ".join(CONTRACTIONS.get(part, part) for part in spelt.split())
    return tuple(Piece(part, NODES.get(part)) for part in translated.split())


def _without_slip(word: str) -> str:
    if len(word) < 6 or word in NODES or word in _NOT_SLIPS or not word.isalpha():
        return word
    return next((name for name in _LONG_NAMES if OSA.distance(word, name, score_cutoff=1) <= 1), word)
