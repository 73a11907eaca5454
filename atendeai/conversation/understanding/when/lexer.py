"""Cut a message into pieces: words with their meaning, and figures ("12/08", "14:30") read by their shape."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from atendeai.conversation.understanding.normalise import Token, tokens
from atendeai.conversation.understanding.when.nodes import (
    Aside,
    Clock,
    DayMonth,
    Node,
    Number,
    Ordinal,
    Pair,
    Piece,
)
from atendeai.conversation.understanding.when.words import (
    ABBREVIATED,
    CONTRACTIONS,
    MONTHS,
    NODES,
    SPELLINGS,
    WEEKDAYS_IN_FULL,
)

# Long enough that one slip cannot turn an everyday word into them.
_LONG_NAMES = tuple(name for name in (*WEEKDAYS_IN_FULL, *MONTHS) if len(name) >= 7)
_NOT_SLIPS = frozenset({"segundo", "segundos", "seguida", "seguidas", "segundas", "domingos", "janeira", "seguindo"})
_ORDINAL_SIGNS = frozenset({"a", "o", "as", "os", "°"})

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([.\-])(\d{1,2})\2(\d{4}|\d{2})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PAIR = re.compile(r"(\d{1,2})([.\-])(\d{1,2})")


def pieces_of(text: str) -> list[Piece]:
    """The pieces of `text`, in order; contractions are opened and articles dropped."""
    found: list[Piece] = []
    plain = tokens(text)
    at = 0
    while at < len(plain):
        token, follower = plain[at], plain[at + 1] if at + 1 < len(plain) else None
        if follower is not None and _is_ordinal(token, follower):
            found.append(Piece(token.text + follower.text, Ordinal(int(token.text))))
            at += 2
            continue
        if token.text == "." and found and found[-1].text in ABBREVIATED:
            at += 1
            continue
        found.extend(_figures(token.text) if token.text[0].isdigit() else _words(token.text))
        at += 1
    return found


def _is_ordinal(number: Token, sign: Token) -> bool:
    """ "2ª", "1º", "3a": a sign glued to a small number."""
    small = len(number.text) <= 2 and number.text.isdecimal()
    return small and number.end == sign.start and sign.text in _ORDINAL_SIGNS


@lru_cache(maxsize=4096)
def _words(word: str) -> tuple[Piece, ...]:
    spelt = SPELLINGS.get(word) or ("" if word in SPELLINGS else _without_slip(word))
    plain = " ".join(CONTRACTIONS.get(part, part) for part in spelt.split())
    return tuple(Piece(part, NODES.get(part)) for part in plain.split())


def _without_slip(word: str) -> str:
    if len(word) < 6 or word in NODES or word in _NOT_SLIPS or not word.isalpha():
        return word
    return next((name for name in _LONG_NAMES if OSA.distance(word, name, score_cutoff=1) <= 1), word)


def _figures(text: str) -> tuple[Piece, ...]:
    node = _figure(text)
    if node is not None:
        return (Piece(text, node),)
    if "-" in text:
        first, last = text.split("-", 1)
        return (*_figures(first), Piece("-"), *_figures(last)) if "-" not in last else (Piece(text, Aside()),)
    return (Piece(text, Aside()),)


def _figure(text: str) -> Node | None:
    if text.isdecimal():
        return Number(int(text), len(text)) if len(text) <= 4 else None
    if found := _CLOCK.fullmatch(text):
        return clock(int(found[1]), int(found[2])) or Aside()
    if found := _DAY_MONTH.fullmatch(text):
        return DayMonth(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        return DayMonth(int(found[1]), int(found[3]), int(found[4]))
    if found := _ISO_DAY.fullmatch(text):
        return DayMonth(int(found[3]), int(found[2]), int(found[1]))
    if found := _PAIR.fullmatch(text):
        return Pair("-" if found[2] == "-" else ".", int(found[1]), int(found[3]), len(found[3]))
    return None


def clock(hour: int, minute: int = 0) -> Clock | None:
    """That time of day, or None; from 13 on (and at 0) there is no doubt about the half of the day."""
    if hour == 24 and minute == 0:
        return Clock(0, 0, fixed=True)
    return Clock(hour, minute, fixed=hour == 0 or hour > 12) if hour < 24 and minute < 60 else None
