"""Builders of the grammar: pieces in a row, numbers and ranks, amounts from now.

A builder refuses (None) the numbers that cannot be what the words say.
"""

from __future__ import annotations

from atendeai.conversation.understanding.when.grammar import Builder, Built
from atendeai.conversation.understanding.when.nodes import (
    Amount,
    Clock,
    ClockSpan,
    Coming,
    Excluded,
    Instant,
    Node,
    Number,
    Ordinal,
    Part,
    Piece,
    Shifted,
    Unit,
    UnitName,
    Weekday,
    Weekdays,
)
from atendeai.conversation.understanding.when.words import NODES, WEEKDAYS_IN_FULL

_HOURS = (Part, ClockSpan, Clock)
# Longer spans are ages and histories, not appointments; the bound also keeps dates inside the calendar.
_LONGEST: dict[UnitName, int] = {"minute": 600, "hour": 240, "day": 800, "week": 120, "month": 60, "year": 120}


def said(*built: Node | str) -> tuple[Piece, ...]:
    """Pieces in a row: nodes, and words left for a later layer."""
    return tuple(Piece(item) if isinstance(item, str) else Piece("", item) for item in built)


def constant(*built: Node | str) -> Builder:
    """The same whatever was captured."""
    pieces = said(*built)
    return lambda *_captured: pieces


# Numbers and ranks


def tens_and_units(tens: Number, units: Number) -> Built:
    """ "vinte e três", both spelled out."""
    if tens.digits or units.digits or tens.value < 20 or tens.value % 10 or not 0 < units.value < 10:
        return None
    return Number(tens.value + units.value)


def rank(word: Ordinal | Weekday) -> int:
    """ "segunda", "quarta" and "quinta" name ranks too."""
    return word.value if isinstance(word, Ordinal) else word.index + 2


def year_of(number: Number) -> int | None:
    """A year in four figures."""
    return number.value if number.digits == 4 and 1900 <= number.value < 2200 else None


def feira(word: Ordinal | Weekday | Number) -> Built:
    """ "2ª feira", "segunda-feira": the weekday under its full name, which feasts are told by."""
    index = word.index if isinstance(word, Weekday) else word.value - 2
    return (Piece(WEEKDAYS_IN_FULL[index], Weekday(index)),) if 0 <= index < 7 else None


def feira_of(text: str) -> Built:
    """ "2a"."""
    return Weekday(int(text[0]) - 2)


def two_feiras(first: str, second: str) -> Built:
    return said(Weekday(int(first[0]) - 2), "ou", Weekday(int(second[0]) - 2))


def every(weekday: Weekday) -> Built:
    return Weekdays((weekday.index,))


def recurring(word: str) -> Built:
    """ "terças"."""
    node = NODES[word]
    return Weekdays((node.index,)) if isinstance(node, Weekday) else None


def two_excluded(first: Node, second: Node) -> Built:
    """ "menos segunda e quarta"; after "menos quarta, depois das 15h" the hour is a wish."""
    if isinstance(first, _HOURS) != isinstance(second, _HOURS):
        return None
    return said(Excluded(first), Excluded(second))


# From now


def amount(number: Number, unit: Unit) -> Built:
    return Amount(number.value, unit.name) if number.value <= _LONGEST[unit.name] else None


def ahead(number: Number, unit: Unit) -> Built:
    return _from_now(number.value, unit)


def ago(number: Number, unit: Unit) -> Built:
    return _from_now(-number.value, unit)


def both_ahead(number: Number, unit: Unit, more: Number, finer: Unit) -> Built:
    """ "daqui a 1 mês e 10 dias"."""
    return _added(_from_now(number.value, unit), _from_now(more.value, finer))


def both_ago(number: Number, unit: Unit, more: Number, finer: Unit) -> Built:
    return _added(_from_now(-number.value, unit), _from_now(-more.value, finer))


def _added(whole: Built, rest: Built) -> Built:
    match whole, rest:
        case Instant(minutes=hours), Instant(minutes=minutes):
            return Instant(hours + minutes)
        case Shifted(), Shifted(value=value, unit=unit):
            return Shifted(value, unit, whole)
        case _:
            return None


def _from_now(value: int, unit: Unit) -> Built:
    if abs(value) > _LONGEST[unit.name]:
        return None
    if unit.name in ("minute", "hour"):
        return Instant(value * (60 if unit.name == "hour" else 1))
    return Shifted(value, unit.name)


def hours_and_half_ahead(number: Number) -> Built:
    return Instant(number.value * 60 + 30) if number.value < 24 else None


def ahead_of_now(span: Amount) -> Built:
    """ "depois de 3 dias"."""
    return Shifted(span.value, span.unit) if span.unit not in ("minute", "hour") else None


def coming(number: Number, unit: Unit) -> Built:
    return Coming(number.value, unit.name) if _days_or_more(number, unit) else None


def gone(number: Number, unit: Unit) -> Built:
    return Coming(-number.value, unit.name) if _days_or_more(number, unit) else None


def _days_or_more(number: Number, unit: Unit) -> bool:
    return unit.name not in ("minute", "hour") and 0 < number.value <= _LONGEST[unit.name]
