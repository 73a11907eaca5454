"""dateparser: the whole text first, and where that is no date, what its search finds in the text.

`PREFER_DATES_FROM` future, `DATE_ORDER` DMY, the language told, `RETURN_TIME_AS_PERIOD`. It answers with one moment and
how wide that is (`period`). It tells neither whether a day was said or filled in, nor "in two weeks" from "in the week
after next": an hour counts with its day and without, a week, month or year as a range and as its day. Found to be best
among its ways on the expressions of other projects' tests.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from typing import Any

from dateparser.date import DateDataParser  # type: ignore[import-not-found, import-untyped, unused-ignore]
from dateparser.search import search_dates  # type: ignore[import-not-found, import-untyped, unused-ignore]

from benchmarks.understanding.baselines.wire import Answer, Taught, serve


def prepare(taught: Taught) -> Answer:
    return answer


def answer(question: Mapping[str, Any]) -> dict[str, Any]:
    settings = {
        "RELATIVE_BASE": dt.datetime.fromisoformat(question["reference"]),
        "PREFER_DATES_FROM": "future",
        "PREFER_DAY_OF_MONTH": "first",
        "DATE_ORDER": "DMY",
        "RETURN_TIME_AS_PERIOD": True,
    }
    languages, text = [question["language"]], question["text"]
    parser = DateDataParser(languages=languages, settings=settings)
    found = parser.get_date_data(text)
    if found.date_obj is None:
        for part, _ in search_dates(text, languages=languages, settings=settings) or ():
            found = parser.get_date_data(part)
            if found.date_obj is not None:
                break
    return {"answers": forms(found.date_obj, found.period) if found.date_obj else [{}]}


def forms(moment: dt.datetime, period: str) -> list[dict[str, Any]]:
    """The answers that one moment of that width may stand for."""
    day = moment.date()
    point = {"date": day.isoformat()}
    if period == "time":
        hour = {"time": moment.time().isoformat(timespec="minutes")}
        return [{**point, **hour}, hour]
    if period == "week":
        monday = day - dt.timedelta(days=day.weekday())
        return [_range(monday, monday + dt.timedelta(days=6)), point]
    if period == "month":
        return [_range(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])), point]
    if period == "year":
        return [_range(dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)), point]
    return [point]


def _range(first: dt.date, last: dt.date) -> dict[str, Any]:
    return {"date_range": [first.isoformat(), last.isoformat()]}


if __name__ == "__main__":
    serve(prepare)
