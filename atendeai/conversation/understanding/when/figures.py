"""Read figures by their shape: "12/08", "14:30", "2026-12-05", "15.30"."""

from __future__ import annotations

import re

from atendeai.conversation.understanding.when.almanac import day_or_none
from atendeai.conversation.understanding.when.hours import clock
from atendeai.conversation.understanding.when.nodes import Aside, DayMonth, Month, Node, Number, Pair, Piece

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,6})?(?:-\d{2}:\d{2})?)?")
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})([.\-])(\d{1,2})\2(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})([.\-/])(\d{1,2})\2(\d{1,2})")
_UNBROKEN = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/\-]((?:19|20|21)\d{2})")
_PAIR = re.compile(r"(\d{1,2})([.\-])(\d{1,2})")


def figures(text: str) -> tuple[Piece, ...]:
    """The pieces of one run of digits and signs; two runs joined by a hyphen are three pieces."""
    node = _figure(text)
    if node is None and text.count("-") == 1:
        first, last = text.split("-")
        return (*figures(first), Piece("-"), *figures(last))
    return (Piece(text, node or Aside()),)


def _figure(text: str) -> Node | None:
    if text.isdecimal():
        return Number(int(text), len(text)) if len(text) <= 4 else _unbroken(text)
    if found := _CLOCK.fullmatch(text):
        return clock(int(found[1]), int(found[2])) or Aside()
    if found := _DAY_MONTH.fullmatch(text):
        return DayMonth(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        return DayMonth(int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_FIRST.fullmatch(text):
        return DayMonth(int(found[4]), int(found[3]), int(found[1]))
    if found := _MONTH_YEAR.fullmatch(text):
        return Month(int(found[1]), int(found[2])) if 1 <= int(found[1]) <= 12 else Aside()
    if found := _PAIR.fullmatch(text):
        return Pair("-" if found[2] == "-" else ".", int(found[1]), int(found[3]), len(found[3]))
    return None


def _unbroken(text: str) -> Node | None:
    """ "20261205", when there is such a day."""
    found = _UNBROKEN.fullmatch(text)
    day = found and day_or_none(int(found[1]), int(found[2]), int(found[3]))
    return DayMonth(day.day, day.month, day.year) if day else None
