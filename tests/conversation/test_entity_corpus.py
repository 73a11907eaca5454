"""What patients name at a clinic of sixty services: services, people, plans, contacts and rows picked, in three
languages."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from conversation.clinic import NOW
from conversation.offers import OFFERS
from conversation.policlinic import POLICLINIC
from hypothesis import given
from hypothesis import strategies as st

from atendeai.conversation.understanding import understand
from atendeai.conversation.understanding.model import Entities, Option
from atendeai.conversation.voice import SPEECHES

CORPUS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "entities.jsonl").read_text(encoding="utf-8").splitlines()
]
MOMENTS = st.datetimes(dt.datetime(2026, 11, 25), dt.datetime(2026, 12, 20)).map(
    lambda at: at.replace(hour=7 + at.hour // 2, minute=at.minute // 15 * 15, second=0, microsecond=0)
)


def heard(text: str, expects: Any = None, options: tuple[Option, ...] = ()) -> Entities:
    return understand(text, context=POLICLINIC, now=NOW, expects=expects, options=options).entities


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: f"{row['text']}-{row.get('options', '')}")
def test_what_is_named(row: dict[str, Any]):
    entities = heard(row["text"], row.get("expects"), OFFERS.get(row.get("options", ""), ()))
    found = {name: getattr(entities, name) for name in row["want"]}
    assert {name: list(v) if isinstance(v, tuple) else v for name, v in found.items()} == row["want"]


def test_the_corpus_is_broad():
    assert len(CORPUS) >= 500
    assert {name for row in CORPUS for name in row["want"]} >= {
        *("service", "services", "professional", "any_professional", "insurance", "unknown_insurance", "private_pay"),
        *("person_name", "for_other", "choice", "none_of_them", "phone", "cpf", "email"),
    }


@given(st.sampled_from(["pt", "en", "es"]), st.lists(MOMENTS, min_size=2, max_size=9, unique=True), st.integers(0, 8))
def test_a_row_typed_out_is_that_row(language: Any, moments: list[dt.datetime], place: int):
    rows = tuple(Option(id=f"{at}", title=SPEECHES[language].row(moment)) for at, moment in enumerate(moments))
    picked = rows[place % len(rows)]
    assert heard(picked.title, "slot", rows).choice == picked.id


@given(st.sampled_from(["pt", "en", "es"]), st.sets(st.integers(7, 18), min_size=2, max_size=9), st.integers(0, 8))
def test_an_hour_picks_the_row_that_shows_it(language: Any, hours: set[int], place: int):
    shown = sorted(hours)
    rows = tuple(
        Option(id=f"{hour}", title=SPEECHES[language].row(dt.datetime(2026, 11, 27, hour, 30))) for hour in shown
    )
    hour = shown[place % len(shown)]
    assert heard(f"{hour}:30", "slot", rows).choice == f"{hour}"


def test_noon_and_the_evening_are_read_from_rows_in_english():
    rows = (Option(id="noon", title="Fri 27/11, 12:15 pm"), Option(id="late", title="Fri 27/11, 7:15 pm"))
    assert heard("12:15", "slot", rows).choice == "noon"
    assert heard("19:15", "slot", rows).choice == "late"


def test_there_is_no_middle_of_an_even_list():
    assert heard("a do meio", "slot", OFFERS["slots"][:2]).choice is None


def test_without_a_context_a_service_is_known_but_has_no_name():
    exam = understand("quanto custa o ultrassom da barriga?", context=None, now=NOW)
    assert (exam.intent, exam.entities.service, exam.entities.services) == ("price", None, ())
