"""Numbers that alarm beside what they measure: oxygen, sugar, fever, blood pressure, pills, weeks, a baby's days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from atendeai.conversation.understanding.lexicon_words import vocabulary

_ALONE = 2  # words of a message that says no more
_NUMBER = re.compile(r"(\d+)(?:[.,](\d+))?\Z")
_PAIR = re.compile(r"(\d+)[/:,.-](\d+)\Z")
_MOMENT = re.compile(r"\d+[/:]\d")
_BEFORE_HOUR = frozenset({"as", "las"})
# After these, or before those, a number counts something else.
_OTHER_UNITS = vocabulary(
    "anos ano dias dia horas hora h hs minutos minuto min mes meses semanas reais mil vezes parcelas unidades"
)
_NAMES = vocabulary("dia sala rua numero andar apto lote")  # what a number after them only names
_LASTING = vocabulary("ha faz fez tem tinha")
_YEARS = vocabulary("ano anos mes meses decadas")
_SINCE = vocabulary("ha faz fazem desde por ate as dentro durante a")
_BETWEEN = vocabulary("por x com over sobre")
_WORDS = {"oito": 8, "dez": 10, "doze": 12, "quinze": 15, "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50}
_MANY_PILLS = 6
_NEWBORN_UNTIL = {
    "dia": 90, "dias": 90, "day": 90, "days": 90, "semana": 12, "semanas": 12, "week": 12, "weeks": 12,
    "mes": 3, "meses": 3, "month": 3, "months": 3,
}  # fmt: skip
_PILLS = re.compile(
    r"comprimid|remedi|capsul|pilul|cartela|paracetamol|rivotril|clonazepam|diazepam|dipirona|calmante|gotas|pill|tablet"
    r"|pastilla|tylenol|dorflex|ibuprofen|amitriptilina|fluoxetina|zolpidem|dramin|medicament"
)
_CHILD = re.compile(r"(?:bebe|nene|filh|net|menin|guri|bb|crianc|pequen|baby|recem|sobrinh|old)")


class Measure(NamedTuple):
    name: str
    start: int
    end: int


def measures(tokens: Sequence[str]) -> Iterator[Measure]:
    """The alarming numbers among plain tokens, whatever they may measure."""
    if len(tokens) <= _ALONE:
        yield Measure("alone", len(tokens), len(tokens))
    if len(tokens) == 1:
        yield Measure("single", 1, 1)
    for at, token in enumerate(tokens):
        if token in _LASTING and at + 2 < len(tokens) and tokens[at + 2] in _YEARS:
            yield Measure("lasting", at, at + 3)
        value = _value(token)
        if value is None:
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        before = tokens[at - 1] if at else ""
        if after not in _OTHER_UNITS and before not in _NAMES:
            if not _is_moment(token, before):
                yield from (Measure(name, at, at + 1) for name, alarms in _ALARMS.items() if alarms(value))
            yield from _pressure(tokens, at, value)
        yield from _counted(tokens, at, value, before, after)


def _is_moment(token: str, before: str) -> bool:
    """An hour or a date ("às 17", "17:30", "15/12"), which measures nothing but a pressure."""
    return before in _BEFORE_HOUR or _MOMENT.match(token) is not None


def _value(token: str) -> float | None:
    if token in _WORDS:
        return float(_WORDS[token])
    number = _NUMBER.match(token)
    if number:
        return float(f"{number[1][:6]}.{(number[2] or '0')[:6]}")
    pair = _PAIR.match(token)
    return float(pair[1][:6]) if pair else None


_ALARMS: dict[str, Callable[[float], bool]] = {
    "oxygen_low": lambda value: 40 <= value <= 91,
    "sugar_out": lambda value: 10 <= value < 60 or 400 <= value <= 999,
    "fever_high": lambda value: 39.5 <= value <= 43,
    "fever_any": lambda value: 37.8 <= value <= 43,
}


def _pressure(tokens: Sequence[str], at: int, value: float) -> Iterator[Measure]:
    paired = bool(_PAIR.match(tokens[at])) or (
        at + 2 < len(tokens) and tokens[at + 1] in _BETWEEN and tokens[at + 2].isdigit()
    )
    top = value / 10 if value >= 40 else value
    if 18 <= top <= 30:
        yield Measure("pressure_high", at, at + 1)
    if 15 <= top <= 30:
        yield Measure("pressure_raised", at, at + 1)
    if paired and 3 <= top <= 8:
        yield Measure("pressure_low", at, at + 1)


def _counted(tokens: Sequence[str], at: int, value: float, before: str, after: str) -> Iterator[Measure]:
    if value >= _MANY_PILLS and any(_PILLS.match(token) for token in tokens[at + 1 : at + 3]):
        yield Measure("many_pills", at, at + 2)
    if after in ("years", "months") and before == "for":
        yield Measure("lasting", at - 1, at + 2)
    if 1950 <= value <= 2099 and before in ("em", "de", "desde", "in", "ano"):
        yield Measure("past_year", at - 1, at + 1)
    if after in ("ano", "anos") and before in ("com", "aos"):
        yield Measure("at_age", at - 1, at + 2)
    if 140 <= value <= 260 and after in ("por", "bpm", "batimentos", "beats"):
        yield Measure("heart_rate", at, at + 1)
    if (after == "em" and tokens[at + 3 : at + 4] and tokens[at + 3].startswith("min")) or (
        before in ("cada", "every") and after.startswith("min")
    ):
        yield Measure("minutes_apart", at, at + 2)
    if before not in _SINCE:
        yield from _of_a_child(tokens, at, value, before, after)


def _of_a_child(tokens: Sequence[str], at: int, value: float, before: str, after: str) -> Iterator[Measure]:
    """Weeks of pregnancy, and the age of a baby too young for a fever."""
    if before == "de" and at > 1 and tokens[at - 2] in ("estou", "esta", "sou") and after in ("meses", "semanas"):
        yield Measure("pregnant", at - 1, at + 2)
    if after in ("semanas", "weeks") and 4 <= value <= 42:
        yield Measure("weeks", at, at + 2)
    about_child = before == "tem" or any(_CHILD.match(token) for token in tokens[max(0, at - 4) : at + 4])
    if about_child and value <= _NEWBORN_UNTIL.get(after, 0):
        yield Measure("newborn", at, at + 2)
