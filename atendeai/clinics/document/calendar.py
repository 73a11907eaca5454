"""Days unlike the others: holidays, dates with hours of their own, closures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta

from atendeai.clinics.context import Holidays, Name, Text
from atendeai.clinics.document.hours import of_day
from atendeai.clinics.document.measures import day
from atendeai.clinics.document.place import Found, Place, Unreadable, gather, listed, rule, understood
from atendeai.clinics.document.values import flag, text
from atendeai.clinics.document.words import fold, spellings

DATE = ("date", "data", "dia", "day")
START = ("start", "inicio", "data_inicio", "from", "de", "start_date", "data_inicial")
END = ("end", "fim", "data_fim", "to", "ate", "end_date", "data_final")
REASON = spellings("reason motivo name nome title titulo description descricao observacao tipo type")
AnyDay = Annotated[str, Meta(pattern=r"^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")]

HOLIDAYS = (
    rule("national", flag, "nacionais nacional feriados_nacionais federal"),
    rule("state", flag, "estaduais estadual feriados_estaduais"),
    rule("carnival", flag, "carnaval"),
    rule("corpus_christi", flag, "corpus"),
)


def full_date(value: Any) -> str:
    """`YYYY-MM-DD`; a date without its year cannot be placed."""
    said = day(value) or ""
    try:
        return dt.date.fromisoformat(said).isoformat()
    except ValueError:
        hint = "Write YYYY-MM-DD"
        raise Unreadable(f"No such date: {text(value)}", hint, "error") from None


def closures(found: Found) -> list[dict[str, Any]]:
    """Stretches of dates: `[{start, end, reason}]`, `{date, reason}`, or a date."""
    kept = []
    for entry in listed(found):
        value = entry.value if isinstance(entry.value, Mapping) else {"start": entry.value}
        place = Place(value, entry.path, entry.report)
        first, last, reason = place.take(*START, *DATE), place.take(*END), place.take(*REASON)
        place.close()
        start = understood(first, full_date, str) if first else None
        end = understood(last, full_date, str) if last else start
        if first is None:
            entry.report.error(
                entry.path, "A closure needs its dates", 'Write {"start": "2027-01-04", "end": "2027-01-15"}'
            )
        if start and end:
            kept.append(_with({"start": start, "end": end}, reason, "reason", Text))
    return kept


def exceptions(found: Found) -> list[dict[str, Any]]:
    """Dates with hours of their own: a list of `{date, intervals, reason}` or an object keyed by date."""
    if isinstance(found.value, Mapping) and not any(name in found.value for name in DATE):
        entries = [
            Found(f"{found.path}[{str(name)!r}]", _dated(name, value), found.report)
            for name, value in found.value.items()
        ]
    else:
        entries = listed(found)
    kept = []
    for entry in entries:
        value = entry.value if isinstance(entry.value, Mapping) else {"date": entry.value}
        place = Place(value, entry.path, entry.report)
        date, reason = place.take(*DATE), place.take(*REASON)
        shown = understood(date, full_date, str) if date else None
        hours = place.rest()
        if date is None:
            entry.report.error(entry.path, "An exception needs its date")
        if shown:
            intervals = of_day(Found(entry.path, hours, entry.report)) if hours else []
            one = _with({"date": shown}, reason, "reason", Text)
            kept.append({**one, "intervals": intervals} if intervals else one)
    return kept


def _dated(name: Any, value: Any) -> dict[str, Any]:
    return {"date": str(name), **value} if isinstance(value, Mapping) else {"date": str(name), "intervals": value}


def holidays(found: Found) -> dict[str, Any]:
    """Which public holidays close the clinic, and its own ones: an object, a list of days, or yes and no."""
    if isinstance(found.value, list):
        return {"local": _named(found)}
    if isinstance(found.value, Mapping):
        return _holidays(Place(found.value, found.path, found.report))
    said = fold(found.value) if isinstance(found.value, str) else ""
    if found.value is False or said in ("aberto", "open", "atende", "atendemos", "funciona normalmente", "nao fecha"):
        return {"national": False, "state": False, "carnival": False, "corpus_christi": False}
    if found.value is not True and not said.startswith(("fecha", "closed", "nao", "sem", "sim")):
        found.report.warning(
            found.path, "Which holidays close the clinic is not understood", 'Write {"national": true, "local": []}'
        )
    return {}


def _holidays(place: Place) -> dict[str, Any]:
    kept: dict[str, Any] = gather([place], Holidays, HOLIDAYS)
    local = place.take_every(
        "local", "municipais", "municipal", "locais", "proprios", "custom", "lista", "datas", "dates", "list"
    )
    days = [one for found in local if not isinstance(found.value, bool) for one in _named(found)]
    opened = [
        value
        for found in place.take_every("open_on", "aberto_em", "abre_em", "datas_abertas")
        for entry in listed(found)
        if (value := understood(entry, full_date, str))
    ]
    place.close()
    return {**kept, **({"local": days} if days else {}), **({"open_on": opened} if opened else {})}


def _named(found: Found) -> list[dict[str, Any]]:
    kept = []
    for entry in listed(found):
        value = entry.value if isinstance(entry.value, Mapping) else {"date": entry.value}
        place = Place(value, entry.path, entry.report)
        date, reason = place.take(*DATE), place.take("name", "nome", *REASON)
        place.ignore("fechado", "closed", "recorrente", "recurring")
        place.close()
        shown = understood(date, day, AnyDay) if date else None
        if date is None:
            entry.report.error(entry.path, "A holiday needs its date", 'Write {"date": "09-02", "name": "…"}')
        if shown:
            kept.append({"name": "Feriado", **_with({"date": shown}, reason, "name", Name)})
    return kept


def _with(kept: dict[str, Any], found: Found | None, field: str, kind: Any) -> dict[str, Any]:
    said = understood(found, text, kind) if found else None
    return {**kept, field: said} if said else kept
