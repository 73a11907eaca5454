"""Microsoft Recognizers-Text, in the Python edition that has Portuguese dates (the one for Node has none).

The culture of the language, no options. Of several values of one finding every one that lies ahead counts (all, if none
does); an hour that may be in the morning or in the afternoon counts as either. Part of a day is compared by its name.
Whether the end of a range belongs to it differs there from phrase to phrase: both count. Findings that do not overlap
in fields are put together. What it finds without saying when that is ("amanhã à tarde") is nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from ms_recognizers_date_time import recognize_datetime  # type: ignore[import-not-found, import-untyped, unused-ignore]

from benchmarks.understanding.baselines.wire import Answer, Taught, serve

CULTURES = {"pt": "pt-br", "en": "en-us", "es": "es-es"}
PARTS = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "evening"}


def prepare(taught: Taught) -> Answer:
    return answer


def answer(question: Mapping[str, Any]) -> dict[str, Any]:
    reference = dt.datetime.fromisoformat(question["reference"])
    answers: list[dict[str, Any]] = [{}]
    for found in recognize_datetime(question["text"], CULTURES[question["language"]], reference=reference):
        values = _ahead((found.resolution or {}).get("values", ()), reference)
        options = [one for value in values for one in forms(value, found.text)]
        joined = [{**so_far, **one} for so_far in answers for one in options if not _fields(so_far) & _fields(one)]
        answers = joined or answers
    return {"answers": answers}


def forms(value: Mapping[str, str], text: str) -> list[dict[str, Any]]:
    """What one value of the finding `text` may stand for; [] for durations, repetitions and what stays unresolved."""
    kind, said = value.get("type"), value.get("value", "")
    begin, end = value.get("start"), value.get("end")
    if kind in ("date", "time", "datetime"):
        return [_point(kind, said)] if said[:1].isdigit() else []
    if not (begin or end):
        return []
    if kind == "daterange":
        after = value.get("Mod") == "after"
        return [
            {"date_range": [first, last]}
            for first in ([begin, _day(begin, 1)] if after else [begin])
            for last in ([end, _day(end, -1)] if end else [None])
        ]
    if kind == "timerange":
        return [{"time_range": [_hour(begin), _hour(end)], **_part(value, text)}]
    if kind == "datetimerange":
        days, hours = [one and one[:10] for one in (begin, end)], [one and one[11:] for one in (begin, end)]
        date = {"date": days[0] or days[1]} if days[0] == days[1] or None in days else {"date_range": days}
        return [{**date, "time_range": [_hour(one) for one in hours], **_part(value, text)}]
    return []


def _point(kind: str, said: str) -> dict[str, Any]:
    if kind == "datetime":
        return {"date": said[:10], "time": said[11:16]}
    return {"date": said} if kind == "date" else {"time": said[:5]}


def _ahead(values: Any, reference: dt.datetime) -> list[Mapping[str, str]]:
    today = reference.date().isoformat()
    ahead = [one for one in values if one.get("type", "").startswith("time") or _last_day(one) >= today]
    return ahead or list(values)


def _last_day(value: Mapping[str, str]) -> str:
    return value.get("end", value.get("value", value.get("start", "")))[:10]


def _fields(one: Mapping[str, Any]) -> set[str]:
    return {field.removesuffix("_range") for field in one if field != "day_part"}


def _part(value: Mapping[str, str], text: str) -> dict[str, str]:
    # Its Portuguese "tarde" is labelled as evening.
    named = "afternoon" if "tarde" in text.lower() else PARTS.get(value.get("timex", "")[-3:])
    return {"day_part": named} if named else {}


def _hour(said: str | None) -> str | None:
    return said[:5] if said else None


def _day(said: str | None, later: int) -> str | None:
    return (dt.date.fromisoformat(said) + dt.timedelta(days=later)).isoformat() if said else None


if __name__ == "__main__":
    serve(prepare)
