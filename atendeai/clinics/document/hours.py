"""Opening hours as people write them: by weekday, by range of days, by period of the day, or as a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from atendeai.clinics.context import WEEKDAYS
from atendeai.clinics.document.place import Found, Place, Unreadable, listed
from atendeai.clinics.document.times import CLOSED, DAYS, GROUPS, TIME, TOKEN, interval, intervals_in, without
from atendeai.clinics.document.values import flag
from atendeai.clinics.document.words import fold, plain, spellings

Week = dict[str, list[dict[str, str]]]


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
        return bool(TIME.fullmatch(plain(value).strip()))
    return isinstance(value, int | float) and not isinstance(value, bool)


def _of_object(day: Place) -> list[dict[str, str]]:
    shut = any(flag(found.value) for found in day.take_every("closed", "fechado", "is_closed"))
    starts = day.take_every(
        "start", "inicio", "abertura", "opening", "opens", "open", "abre", "from", "de", "open_time", "hora_inicio"
    )
    ends = day.take_every(
        "end", "fim", "fechamento", "closing", "closes", "close", "fecha", "to", "ate", "close_time", "hora_fim"
    )
    switches = [found for found in starts if isinstance(found.value, bool)]
    switches += day.take_every("aberto", "ativo", "active", "is_open", "enabled", "atende", "disponivel")
    starts = [found for found in starts if not isinstance(found.value, bool)]
    day.ignore("observacao", "observacoes", "note", "notes")
    shut = shut or any(flag(found.value) is False for found in switches)
    pauses = [
        one for found in day.take_every("intervalo", "almoco", "pausa", "break", "lunch") for one in of_day(found)
    ]
    parts = day.take_every(
        *spellings(
            "manha morning tarde afternoon noite evening periodos periods turnos shifts horarios hours "
            "intervals intervalos horario"
        )
    )
    day.close()
    if shut:
        return []
    intervals = [one for part in parts for one in of_day(part)]
    if starts and ends:
        intervals.insert(0, interval(starts[0].value, ends[0].value))
    elif starts or ends:
        raise Unreadable("An opening needs its closing", 'Write {"start": "08:00", "end": "18:00"}', "error")
    for pause in pauses:
        intervals = without(intervals, pause)
    return intervals


def week_in(said: str) -> Week:
    """Weekly hours in a sentence: "Segunda a sexta, das 8h às 12h e das 13h às 18h; sábado 8h-12h"."""
    week: Week = {}
    days: list[int] = []
    times: list[str] = []
    joins = talks_of_days = False
    for token in TOKEN.finditer(f"{plain(said).replace('_', ' ')} "):
        if token["day"] or token["group"]:
            if not talks_of_days:
                days = []
            new = [DAYS[token["day"]]] if token["day"] else list(GROUPS[token["group"]])
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
        raise Unreadable(
            f"No weekly hours: {said!r}", 'Write {"monday": [{"start": "08:00", "end": "18:00"}]}', "error"
        )
    return week


def weekdays(name: str) -> list[int]:
    """Days a field's name stands for: `segunda`, `Terça-feira`, `seg_a_sex`, `dias_uteis`; none: no such name."""
    said = plain(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)).replace("_", " ")
    days: list[int] = []
    joins = False
    for token in TOKEN.finditer(said):
        if token["day"]:
            day = DAYS[token["day"]]
            days += (
                [d % 7 for d in range(days[-1] + 1, day + 1 + (7 if day < days[-1] else 0))]
                if joins and days
                else [day]
            )
        elif token["group"]:
            days += GROUPS[token["group"]]
        joins = bool(token["to"])
    rest = TOKEN.sub(" ", said)
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
        named = next(
            (
                folded[f]
                for f in ("dias", "days", "dia", "day", "weekday", "dia_semana", "dia_da_semana")
                if f in folded
            ),
            None,
        )
        days = [
            day
            for one in (named[1] if named and isinstance(named[1], list) else [named and named[1]])
            for day in weekdays(str(one))
        ]
        if named is None or not days:
            entry.report.error(entry.path, "Hours without their weekday", 'Add "day": "monday"')
            continue
        rest = {name: value for name, value in entry.value.items() if name != named[0]}
        intervals = of_day(Found(entry.path, rest, entry.report))
        for day in days:
            week.setdefault(WEEKDAYS[day], []).extend(intervals)
    return week
