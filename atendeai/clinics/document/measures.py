"""Measures as people write them: stretches of time, amounts of money, dates. Pure; raises Unreadable."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from atendeai.clinics.document.place import Unreadable
from atendeai.clinics.document.values import MOST, text
from atendeai.clinics.document.words import fold, key, plain, printable

_UNITS = {
    "mi": 1,
    "ho": 60,
    "hr": 60,
    "di": 1440,
    "da": 1440,
    "se": 10080,
    "we": 10080,
    "me": 43200,
    "mo": 43200,
    "an": 525600,
    "ye": 525600,
}
_LETTERS = {"m": 1, "h": 60, "hs": 60, "d": 1440}
_COUNTS = {"um": 1, "uma": 1, "one": 1, "dois": 2, "duas": 2, "two": 2, "tres": 3, "meia": 0.5, "quatro": 4, "cinco": 5}
_SPAN = re.compile(
    r"(?P<count>\d{1,9}(?:[.,]\d{1,3})?|\b(?:" + "|".join(_COUNTS) + r")\b)\s*"
    r"(?P<unit>minutos?|minutes?|mins?|m|horas?|hours?|hrs?|hs?|dias?|days?|d|semanas?|weeks?|mes|meses|months?|anos?|years?)(?![a-z])"
    r"(?:(?P<tight>\d{2})(?!\d)|\s*(?:e\s*)?(?P<apart>\d{1,2})\s*min)?"
)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")


def span(value: Any, unit: int) -> float:
    """Minutes in a stretch of time; a bare number is in `unit` minutes."""
    if isinstance(value, Mapping):
        folded = {key(str(field)): held for field, held in value.items()}
        count = next((folded[f] for f in ("valor", "value", "quantidade", "amount", "tempo") if f in folded), None)
        value = f"{text(count)} {text(folded.get('unidade') or folded.get('unit')) or ''}" if count is not None else ""
    if isinstance(value, str):
        return _span_in(plain(value), unit)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or abs(value) > MOST:
        raise Unreadable("Expected a stretch of time", 'Write a number, or text such as "30 minutos"')
    return value * unit


def _span_in(said: str, unit: int) -> float:
    if found := _SPAN.search(said):
        count = _COUNTS.get(found["count"]) or float(found["count"].replace(",", "."))
        worth = _LETTERS.get(found["unit"]) or _UNITS[found["unit"][:2]]
        return count * worth + int(found["tight"] or found["apart"] or 0)
    if found := _CLOCK.fullmatch(said.strip()):
        return int(found[1]) * 60 + int(found[2])
    if found := re.search(r"-?\d{1,9}(?:[.,]\d{1,3})?", said):
        return float(found[0].replace(",", ".")) * unit
    raise Unreadable("No stretch of time is said here", 'Write a number, or text such as "30 minutos"')


def minutes(value: Any) -> int:
    return math.ceil(span(value, 1))


def hours(value: Any) -> int:
    return math.ceil(span(value, 60) / 60)


def hours_from_days(value: Any) -> int:
    return math.ceil(span(value, 1440) / 60)


def days(value: Any) -> int:
    return math.ceil(span(value, 1440) / 1440)


def days_from_months(value: Any) -> int:
    return math.ceil(span(value, 43200) / 1440)


_MONEY = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|-?\d+(?:[.,]\d{1,2})?(?!\d)")


def cents(value: Any) -> int | None:
    """Cents of an amount in reais: 150, 150.5, "R$ 1.250,00", "grátis"; None when no amount is said."""
    if isinstance(value, str):
        found = _MONEY.search(value)
        if found is None:
            return 0 if fold(value).split()[:1] in (["gratis"], ["gratuito"], ["gratuita"], ["free"]) else None
        amount = found[0]
        grouped = "," in amount or amount.count(".") > 1 or re.fullmatch(r"-?\d{1,3}\.\d{3}", amount)
        value = amount.replace(".", "").replace(",", ".") if grouped else amount
    try:
        exact = Decimal(str(value)) * 100
    except InvalidOperation:
        raise Unreadable("Expected an amount in reais", severity="error") from None
    if isinstance(value, bool) or not exact.is_finite() or not 0 <= exact <= MOST:
        raise Unreadable("Expected an amount in reais, not less than zero", severity="error")
    return int(exact.to_integral_value())


_MONTHS = [
    "janeiro",
    "fevereiro",
    "marco",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
]


def day(value: Any) -> str | None:
    """`YYYY-MM-DD`, or `MM-DD` where no year is said: ISO, 25/12, 25/12/2027, "25 de dezembro"."""
    if not isinstance(value, str):
        raise Unreadable("Expected a date", "Write YYYY-MM-DD", "error")
    said = plain(value).strip()
    if iso := re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$", said):
        return f"{iso[1]}-{int(iso[2]):02}-{int(iso[3]):02}"
    if short := re.fullmatch(r"(\d{2})-(\d{2})", said):
        return f"{short[1]}-{short[2]}"
    if slashed := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?", said):
        return (f"{slashed[3]}-" if slashed[3] else "") + f"{int(slashed[2]):02}-{int(slashed[1]):02}"
    if (spoken := re.fullmatch(r"(\d{1,2})[ºo°]? de ([a-z]+)(?: de (\d{4}))?", said)) and spoken[2] in _MONTHS:
        month = _MONTHS.index(spoken[2]) + 1
        return (f"{spoken[3]}-" if spoken[3] else "") + f"{month:02}-{int(spoken[1]):02}"
    raise Unreadable(f"No date: {printable(value)!r}", "Write YYYY-MM-DD", "error")
