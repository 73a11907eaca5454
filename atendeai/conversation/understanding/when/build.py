"""Builders of the grammar: pieces in a row, numbers and ranks, amounts from now.

A builder refuses (None) the numbers that cannot be what the words say.
"""

from __future__ import annotations

from collections.abc import Sequence

from atendeai.conversation.understanding.when.grammar import Builder, Built
from atendeai.conversation.understanding.when.nodes import (
    Amount,
    Coming,
    Earliest,
    Instant,
    Node,
    Number,
    Ordinal,
    Piece,
    Shifted,
    Unit,
    UnitName,
    Weekday,
    Weekdays,
)
from atendeai.conversation.understanding.when.words import NODES, WEEKDAYS_IN_FULL

# Longer spans are ages and histories, not appointments; the bound also keeps dates inside the calendar.
_LONGEST: dict[UnitName, int] = {"minute": 600, "hour": 240, "day": 800, "week": 120, "month": 60, "year": 120}
_MINUTES: dict[UnitName, int] = {"minute": 1, "hour": 60}


def said(*built: Node | str) -> tuple[Piece, ...]:
    """Pieces in a row: nodes, and words left for a later layer."""
    return tuple(Piece(item, NODES.get(item)) if isinstance(item, str) else Piece("", item) for item in built)


def constant(*built: Node | str) -> Builder:
    """The same whatever was captured."""
    pieces = said(*built)
    return lambda *_captured: pieces


def followed(*built: Node | str) -> Builder:
    """The same whatever was captured, and the word that closed the pattern."""
    return lambda *captured: (*said(*built), *said(captured[-1]))


# Numbers and ranks


def tens_and_units(tens: Number, units: Number) -> Built:
    """ "vinte e três", both spelled out."""
    if tens.digits or units.digits or tens.value < 20 or tens.value % 10 or not 0 < units.value < 10:
        return None
    return Number(tens.value + units.value)


def two_thousand(thousands: Number, number: Number, units: Number | None = None) -> Built:
    """ "dois mil e vinte e seis": a year, as if written in four figures."""
    value = number.value + (units.value if units else 0)
    return Number(2000 + value, 4) if thousands.value == 2 and not thousands.digits and value < 100 else None


def one_thousand(hundreds: Number, *rest: Number) -> Built:
    """ "mil novecentos e noventa e cinco"."""
    value = sum(number.value for number in rest)
    return Number(1900 + value, 4) if hundreds.value == 900 and value < 100 else None


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


def first_free(rank: Ordinal) -> Built:
    """ "primeiro horário", "1ª vaga"."""
    return Earliest() if rank.value == 1 else None


def slot(word: str) -> Built:
    """ "primeiro hr", which chat's abbreviations opened as an hour."""
    return said(word, "horario")


# From now


def amount(number: Number, unit: Unit) -> Built:
    return Amount(number.value, unit.name) if number.value <= _LONGEST[unit.name] else None


def ahead(*series: Number | Unit) -> Built:
    """ "daqui a 1 mês e 10 dias"."""
    return _from_now(series, 1)


def ago(*series: Number | Unit) -> Built:
    """ "1 ano, 2 meses e 3 horas atrás"."""
    return _from_now(series, -1)


def _from_now(series: Sequence[Number | Unit], sign: int) -> Built:
    day: Shifted | None = None
    minutes: int | None = None
    for number, unit in zip(series[::2], series[1::2], strict=True):
        if not isinstance(number, Number) or not isinstance(unit, Unit) or number.value > _LONGEST[unit.name]:
            return None
        if unit.name in _MINUTES:
            minutes = (minutes or 0) + sign * number.value * _MINUTES[unit.name]
        else:
            day = Shifted(sign * number.value, unit.name, day)
    return day if minutes is None else Instant(minutes, day)


def hours_and_half_ahead(number: Number) -> Built:
    return Instant(number.value * 60 + 30) if number.value < 24 else None


def hours_and_half_ago(number: Number) -> Built:
    return Instant(-number.value * 60 - 30) if number.value < 24 else None


def hours_and_minutes_ahead(number: Number, minutes: Number) -> Built:
    """ "daqui a 2h30"."""
    return Instant(number.value * 60 + minutes.value) if number.value < 24 and minutes.digits == 2 else None


def ahead_of_now(span: Amount) -> Built:
    """ "depois de 3 dias"."""
    return Shifted(span.value, span.unit) if span.unit not in ("minute", "hour") else None


def coming(number: Number, unit: Unit) -> Built:
    return Coming(number.value, unit.name) if _days_or_more(number, unit) else None


def gone(number: Number, unit: Unit) -> Built:
    return Coming(-number.value, unit.name) if _days_or_more(number, unit) else None


def _days_or_more(number: Number, unit: Unit) -> bool:
    return unit.name not in ("minute", "hour") and 0 < number.value <= _LONGEST[unit.name]
