"""Opening hours as people write them: by weekday, by range of days, by period of the day, or as a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from atendeai.clinics.context import WEEKDAYS
from atendeai.clinics.document.place import Found, Place, Unreadable, listed
from atendeai.clinics.document.values import flag, text
from atendeai.clinics.document.words import fold, plain

Week = dict[str, list[dict[str, str]]]

_DAYS = {
    "segunda": 0, "seg": 0, "monday": 0, "mon": 0, "terca": 1, "ter": 1, "tuesday": 1, "tue": 1, "tues": 1,
    "quarta": 2, "qua": 2, "wednesday": 2, "wed": 2, "quinta": 3, "qui": 3, "thursday": 3, "thu": 3, "thur": 3,
    "thurs": 3, "sexta": 4, "sex": 4, "friday": 4, "fri": 4, "sabado": 5, "sab": 5, "saturday": 5, "sat": 5,
    "domingo": 6, "dom": 6, "sunday": 6, "sun": 6,
    "2a": 0, "3a": 1, "4a": 2, "5a": 3, "6a": 4, "2ª": 0, "3ª": 1, "4ª": 2, "5ª": 3, "6ª": 4,
}  # fmt: skip
_GROUPS = {
    "dias uteis": range(5), "dia de semana": range(5), "dias de semana": range(5), "weekdays": range(5),
    "fim de semana": range(5, 7), "fins de semana": range(5, 7), "final de semana": range(5, 7),
    "weekends": range(5, 7), "weekend": range(5, 7), "todos os dias": range(7), "todo dia": range(7),
    "diariamente": range(7), "everyday": range(7), "every day": range(7), "daily": range(7),
}  # fmt: skip
CLOSED = frozenset(
    "fechado,fechada,closed,folga,off,none,nao,nunca,never,indisponivel,nao atende,nao ha atendimento,nao funciona,"
    "sem atendimento,sem expediente,nao abre".split(",")
)
_DAY = "|".join(sorted(map(re.escape, _DAYS), key=len, reverse=True))
_TOKEN = re.compile(
    rf"(?P<group>{'|'.join(_GROUPS)})"
    rf"|(?<![a-z0-9])(?P<day>{_DAY})s?(?![a-z0-9ª])(?:[ -]?feiras?)?"
    r"|(?P<time>meio[ -]dia|meia[ -]noite|noon|midnight"
    r"|(?<!\d)\d{1,2}(?:[:h.]\d{2})?(?!\d)(?::00)?(?:\s*(?:horas?|hrs?|hs?|min)(?![a-z]))?(?:\s*[ap]m(?![a-z]))?)"
    r"|(?P<closed>fechad[oa]|closed|nao atende|nao abre|sem atendimento)"
    r"|(?P<to>(?<![a-z])(?:a|as|ate|to|through|thru)(?![a-z])|[-–—])"
)
_TIME = re.compile(r"(?:as )?(\d{1,2})(?:[:h.]\s*(\d{2}))?(?::\d{2})?\s*(?:horas?|hrs?|hs?|min)?\s*([ap]m)?")
_PAUSE = re.compile(r"intervalo|almoco|pausa|break|lunch")


def time_of_day(value: Any) -> str:
    """`HH:MM` of "8h", "8:00", "08h30", "8", 8, 8.5, "meio-dia", "2 pm"."""
    if isinstance(value, float | int) and not isinstance(value, bool) and 0 <= value <= 24:
        return f"{int(value):02}:{round(value % 1 * 60):02}"
    said = plain(value).strip() if isinstance(value, str) else ""
    named = {"meio dia": "12:00", "noon": "12:00", "meia noite": "00:00", "midnight": "00:00"}.get(fold(said))
    if named:
        return named
    if found := _TIME.fullmatch(said):
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


def _without(intervals: list[dict[str, str]], pause: dict[str, str]) -> list[dict[str, str]]:
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
    times = [found["time"] for found in _TOKEN.finditer(opening) if found["time"]]
    if not times or len(times) % 2:
        raise Unreadable(f"No opening hours: {said!r}", 'Write "08:00-12:00, 13:00-18:00" or "fechado"', "error")
    intervals = [interval(*pair) for pair in zip(times[::2], times[1::2], strict=True)]
    for pause in pauses:
        breaks = [found["time"] for found in _TOKEN.finditer(pause) if found["time"]]
        if len(breaks) == 2:
            intervals = _without(intervals, interval(*breaks))
    return intervals


def of_day(found: Found) -> list[dict[str, str]]:
    """Open intervals of one day, in any of their shapes; what cannot be read is reported and left out."""
    value = found.value
    try:
        if value is None or value is False:
            return []
        if isinstance(value, str):
            return intervals_in(value)
        if isinstance(value, Mapping):
            return _of_object(Place(value, found.path, found.report))
        if isinstance(value, list):
            if len(value) == 2 and all(_lone_time(one) for one in value):
                return [interval(*value)]
            return [one for entry in listed(found) for one in of_day(entry)]
        raise Unreadable("Expected opening hours", 'Write [{"start": "08:00", "end": "18:00"}]', "error")
    except Unreadable as reason:
        found.report.refused(found.path, reason)
        return []


def _lone_time(value: Any) -> bool:
    if isinstance(value, str):
        return bool(_TIME.fullmatch(plain(value).strip()))
    return isinstance(value, int | float) and not isinstance(value, bool)


def _of_object(day: Place) -> list[dict[str, str]]:
    shut = any(flag(found.value) for found in day.take_every("closed", "fechado", "is_closed"))
    starts = day.take_every("start", "inicio", "abertura", "opening", "opens", "open", "abre", "from", "de", "open_time", "hora_inicio")
    ends = day.take_every("end", "fim", "fechamento", "closing", "closes", "close", "fecha", "to", "ate", "close_time", "hora_fim")
    switches = [found for found in starts if isinstance(found.value, bool)]
    switches += day.take_every("aberto", "ativo", "active", "is_open", "enabled", "atende", "disponivel")
    starts = [found for found in starts if not isinstance(found.value, bool)]
    day.ignore("observacao", "observacoes", "note", "notes")
    shut = shut or any(flag(found.value) is False for found in switches)
    pauses = [one for found in day.take_every("intervalo", "almoco", "pausa", "break", "lunch") for one in of_day(found)]
    parts = day.take_every(
        "manha", "morning", "tarde", "afternoon", "noite", "evening", "periodos", "periods", "turnos", "shifts",
        "horarios", "hours", "intervals", "intervalos", "horario",
    )  # fmt: skip
    day.close()
    if shut:
        return []
    intervals = [one for part in parts for one in of_day(part)]
    if starts and ends:
        intervals.insert(0, interval(starts[0].value, ends[0].value))
    elif starts or ends:
        raise Unreadable("An opening needs its closing", 'Write {"start": "08:00", "end": "18:00"}', "error")
    for pause in pauses:
        intervals = _without(intervals, pause)
    return intervals


def week_in(said: str) -> Week:
    """Weekly hours in a sentence: "Segunda a sexta, das 8h às 12h e das 13h às 18h; sábado 8h-12h"."""
    week: Week = {}
    days: list[int] = []
    times: list[str] = []
    joins = talks_of_days = False
    for token in _TOKEN.finditer(f"{plain(said).replace('_', ' ')} "):
        if token["day"] or token["group"]:
            if not talks_of_days:
                days = []
            new = [_DAYS[token["day"]]] if token["day"] else list(_GROUPS[token["group"]])
            if joins and days and token["day"]:
                new = [day % 7 for day in range(days[-1] + 1, new[0] + 1 + (7 if new[0] < days[-1] else 0))]
            days, talks_of_days, joins, times = days + new, True, False, []
        elif token["to"]:
            joins = talks_of_days
        elif token["time"]:
            talks_of_days = joins = False
            times.append(token["time"])
            if not days:
                raise Unreadable("Hours without their weekdays", severity="error")
            if len(times) % 2 == 0:
                for day in days:
                    week.setdefault(WEEKDAYS[day], []).append(interval(*times[-2:]))
        else:
            talks_of_days = joins = False
    if not week:
        raise Unreadable(f"No weekly hours: {said!r}", 'Write {"monday": [{"start": "08:00", "end": "18:00"}]}', "error")
    return week


def weekdays(name: str) -> list[int]:
    """Days a field's name stands for: `segunda`, `Terça-feira`, `seg_a_sex`, `dias_uteis`; none: no such name."""
    said = plain(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)).replace("_", " ")
    days: list[int] = []
    joins = False
    for token in _TOKEN.finditer(said):
        if token["day"]:
            day = _DAYS[token["day"]]
            days += [d % 7 for d in range(days[-1] + 1, day + 1 + (7 if day < days[-1] else 0))] if joins and days else [day]
        elif token["group"]:
            days += _GROUPS[token["group"]]
        joins = bool(token["to"])
    rest = _TOKEN.sub(" ", said)
    return days if not re.search(r"[a-z0-9]", re.sub(r"\b(?:e|de|das|and)\b", " ", rest)) else []


def of_week(found: Found) -> Week | None:
    """Weekly hours of an object, a list of entries with their days, or a sentence; None when unreadable."""
    if isinstance(found.value, str):
        try:
            return {} if fold(found.value) in CLOSED else week_in(found.value)
        except Unreadable as reason:
            found.report.refused(found.path, reason)
            return None
    if isinstance(found.value, list):
        return _of_entries(listed(found))
    if not isinstance(found.value, Mapping):
        found.report.error(found.path, "Expected opening hours by weekday")
        return None
    week: Week = {}
    place = Place({k: v for k, v in found.value.items() if not weekdays(str(k))}, found.path, found.report)
    where = Place(found.value, found.path, found.report)
    for name, value in found.value.items():
        for day in weekdays(str(name)):
            week.setdefault(WEEKDAYS[day], []).extend(of_day(Found(where.at(str(name)), value, found.report)))
    place.ignore(*WEEKDAYS, "emergencia_24h", "emergencia", "observacoes", "observacao", "note", "notes")
    for holiday in place.take_every("feriados", "feriado", "holidays"):
        if of_day(holiday):
            holiday.report.warning(holiday.path, "Holidays are closed days", "Name the open ones in exceptions")
    place.close()
    return week


def _of_entries(entries: list[Found]) -> Week | None:
    """`[{"dia": "segunda", "inicio": "08:00", "fim": "12:00"}, {"dias": ["terça", "quarta"], …}]`, or sentences."""
    week: Week = {}
    for entry in entries:
        if not isinstance(entry.value, Mapping):
            for name, intervals in (of_week(entry) or {}).items():
                week.setdefault(name, []).extend(intervals)
            continue
        folded = {fold(str(name)).replace(" ", "_"): (name, value) for name, value in entry.value.items()}
        named = next((folded[f] for f in ("dias", "days", "dia", "day", "weekday", "dia_semana", "dia_da_semana") if f in folded), None)
        days = [day for one in (named[1] if named and isinstance(named[1], list) else [named and named[1]]) for day in weekdays(str(one))]
        if named is None or not days:
            entry.report.error(entry.path, "Hours without their weekday", 'Add "day": "monday"')
            continue
        rest = {name: value for name, value in entry.value.items() if name != named[0]}
        intervals = of_day(Found(entry.path, rest, entry.report))
        for day in days:
            week.setdefault(WEEKDAYS[day], []).extend(intervals)
    return week
