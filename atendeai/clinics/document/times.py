"""Times of day and the intervals between them, in the words people use. Pure; raises Unreadable."""

from __future__ import annotations

import re
from typing import Any

from atendeai.clinics.document.place import Unreadable
from atendeai.clinics.document.values import text
from atendeai.clinics.document.words import fold, plain

DAYS = {
    "segunda": 0,
    "seg": 0,
    "monday": 0,
    "mon": 0,
    "terca": 1,
    "ter": 1,
    "tuesday": 1,
    "tue": 1,
    "tues": 1,
    "quarta": 2,
    "qua": 2,
    "wednesday": 2,
    "wed": 2,
    "quinta": 3,
    "qui": 3,
    "thursday": 3,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "sexta": 4,
    "sex": 4,
    "friday": 4,
    "fri": 4,
    "sabado": 5,
    "sab": 5,
    "saturday": 5,
    "sat": 5,
    "domingo": 6,
    "dom": 6,
    "sunday": 6,
    "sun": 6,
    "2a": 0,
    "3a": 1,
    "4a": 2,
    "5a": 3,
    "6a": 4,
    "2ª": 0,
    "3ª": 1,
    "4ª": 2,
    "5ª": 3,
    "6ª": 4,
}
GROUPS = {
    "dias uteis": range(5),
    "dia de semana": range(5),
    "dias de semana": range(5),
    "weekdays": range(5),
    "fim de semana": range(5, 7),
    "fins de semana": range(5, 7),
    "final de semana": range(5, 7),
    "weekends": range(5, 7),
    "weekend": range(5, 7),
    "todos os dias": range(7),
    "todo dia": range(7),
    "diariamente": range(7),
    "everyday": range(7),
    "every day": range(7),
    "daily": range(7),
}
CLOSED = frozenset(
    [
        "fechado",
        "fechada",
        "closed",
        "folga",
        "off",
        "none",
        "nao",
        "nunca",
        "never",
        "indisponivel",
        "nao atende",
        "nao ha atendimento",
        "nao funciona",
        "sem atendimento",
        "sem expediente",
        "nao abre",
    ]
)
_DAY = "|".join(sorted(map(re.escape, DAYS), key=len, reverse=True))
TOKEN = re.compile(
    rf"(?P<group>{'|'.join(GROUPS)})"
    rf"|(?<![a-z0-9])(?P<day>{_DAY})s?(?![a-z0-9ª])(?:[ -]?feiras?)?"
    r"|(?P<time>meio[ -]dia|meia[ -]noite|noon|midnight"
    r"|(?<!\d)\d{1,2}(?:[:h.]\d{2})?(?!\d)(?::00)?(?:\s*(?:horas?|hrs?|hs?|min)(?![a-z]))?(?:\s*[ap]m(?![a-z]))?)"
    r"|(?P<closed>fechad[oa]|closed|nao atende|nao abre|sem atendimento)"
    r"|(?P<to>(?<![a-z])(?:a|as|ate|to|through|thru)(?![a-z])|[-–—])"
)
TIME = re.compile(r"(?:as )?(\d{1,2})(?:[:h.]\s*(\d{2}))?(?::\d{2})?\s*(?:horas?|hrs?|hs?|min)?\s*([ap]m)?")
_PAUSE = re.compile(r"intervalo|almoco|pausa|break|lunch")


def time_of_day(value: Any) -> str:
    """`HH:MM` of "8h", "8:00", "08h30", "8", 8, 8.5, "meio-dia", "2 pm"."""
    if isinstance(value, float | int) and not isinstance(value, bool) and 0 <= value <= 24:
        return f"{int(value):02}:{round(value % 1 * 60):02}"
    said = plain(value).strip() if isinstance(value, str) else ""
    named = {"meio dia": "12:00", "noon": "12:00", "meia noite": "00:00", "midnight": "00:00"}.get(fold(said))
    if named:
        return named
    if found := TIME.fullmatch(said):
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3] and hour <= 12:
            hour = hour % 12 + (12 if found[3] == "pm" else 0)
        if (hour < 24 and minute < 60) or (hour, minute) == (24, 0):
            return f"{hour:02}:{minute:02}"
    raise Unreadable(f"No time of day: {text(value) or value!r}", "Write HH:MM", "error")


def interval(start: Any, end: Any) -> dict[str, str]:
    """An end at midnight is the end of the day."""
    closing = time_of_day(end)
    return {"start": time_of_day(start), "end": "24:00" if closing == "00:00" else closing}


def without(intervals: list[dict[str, str]], pause: dict[str, str]) -> list[dict[str, str]]:
    """The intervals minus a pause."""
    kept = []
    for one in intervals:
        if pause["end"] <= one["start"] or pause["start"] >= one["end"]:
            kept.append(one)
            continue
        kept.append({"start": one["start"], "end": pause["start"]})
        kept.append({"start": pause["end"], "end": one["end"]})
    return [one for one in kept if one["start"] < one["end"] or one in intervals]


def intervals_in(said: str) -> list[dict[str, str]]:
    """Intervals of one day in a text: "08:00-12:00, 13h30 às 18h", "24 horas", "fechado"."""
    folded = fold(said)
    if folded in CLOSED or not folded:
        return []
    if folded in ("24h", "24 horas", "24 hours", "24hs"):
        return [{"start": "00:00", "end": "24:00"}]
    opening, *pauses = _PAUSE.split(plain(said))
    times = [found["time"] for found in TOKEN.finditer(opening) if found["time"]]
    if not times or len(times) % 2:
        raise Unreadable(f"No opening hours: {said!r}", 'Write "08:00-12:00, 13:00-18:00" or "fechado"', "error")
    intervals = [interval(*pair) for pair in zip(times[::2], times[1::2], strict=True)]
    for pause in pauses:
        breaks = [found["time"] for found in TOKEN.finditer(pause) if found["time"]]
        if len(breaks) == 2:
            intervals = without(intervals, interval(*breaks))
    return intervals
