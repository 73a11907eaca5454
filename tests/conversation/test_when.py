"""Understanding when: what must hold whatever a patient types, and the choices worth telling."""

from __future__ import annotations

import datetime as dt
import inspect
import random
import unicodedata
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import steps

from atendeai.conversation.understanding.model import Language, When
from atendeai.conversation.understanding.when import english, parse_when, spanish, when_document
from atendeai.conversation.understanding.when.almanac import FEASTS, easter
from atendeai.conversation.understanding.when.grammar import Element, Layer
from atendeai.conversation.understanding.when.holidays import HOLIDAYS
from atendeai.conversation.understanding.when.nodes import Node
from atendeai.conversation.understanding.when.rules import LAYERS_OF
from atendeai.conversation.understanding.when.tongues import ENGLISH, PORTUGUESE, SPANISH, Tongue, tongue_of
from atendeai.conversation.understanding.when.vocabulary import VOCABULARY
from atendeai.conversation.understanding.when.words import CONTRACTIONS, MONTHS, NODES, NUMBERS, SPELLINGS

WEDNESDAY = dt.datetime(2026, 11, 25, 10, 30)


def _literals(layer: Layer) -> set[str]:
    return {word for rule in layer.rules for element in rule.pattern for word in element.words if word[:1] != "["}


_WORDS = sorted(
    {*CONTRACTIONS, *HOLIDAYS, *MONTHS, *NODES, *NUMBERS, *SPELLINGS}
    | {*english.PLAIN, *english.OTHERS, *english.RANKED, *spanish.PLAIN, *spanish.OTHERS}
    | {word for words in VOCABULARY.values() for word in words.split()}
    | {word for layers in LAYERS_OF.values() for layer in layers for word in _literals(layer)}
)
_FIGURES = st.one_of(
    st.integers(0, 99).map(str),
    st.tuples(st.integers(0, 40), st.integers(0, 15)).map(lambda pair: f"{pair[0]}/{pair[1]}"),
    st.tuples(st.integers(0, 30), st.integers(0, 70)).map(lambda pair: f"{pair[0]}:{pair[1]:02}"),
    st.tuples(st.integers(0, 40), st.sampled_from("-."), st.integers(0, 40)).map(lambda it: f"{it[0]}{it[1]}{it[2]}"),
    st.tuples(st.integers(1, 31), st.integers(1, 12), st.integers(0, 9999)).map(lambda it: "/".join(map(str, it))),
    st.sampled_from(["14h30", "2ª", "1º", "3pm", "R$ 200", "2027", "99999", "2026-12-05", "28/2-1/3", "24h"]),
)
_SIGNS = st.sampled_from([",", ".", "?", "!", "-", "/", "(", ")", "😀"])
_CHAT = st.lists(st.one_of(st.sampled_from(_WORDS), _FIGURES, _SIGNS), max_size=14).map(" ".join)
_CLOCKS = st.datetimes(dt.datetime(1930, 1, 1), dt.datetime(2190, 12, 31))
_RELATIVE = [
    "hoje", "amanhã", "ontem", "depois de amanhã", "semana que vem", "semana passada", "próxima sexta", "sexta",
    "terça passada", "sexta da semana que vem", "fim de semana", "daqui a 3 dias", "em duas semanas", "de hoje a oito",
    "essa quinta", "na outra segunda", "domingo de manhã", "segunda ou quarta", "até quinta", "a partir de segunda",
    "de segunda a quinta", "há 3 dias", "próximos 4 dias", "amanhã das 9 às 11", "começo da semana que vem",
]  # fmt: skip


def valid(when: When) -> bool:
    ordered_days = when.date_range is None or when.date_range[0] <= when.date_range[1]
    ordered_hours = when.time_range is None or when.time_range[0] < when.time_range[1]
    either_day = when.date is None or when.date_range is None
    either_hour = when.time is None or when.time_range is None
    weekdays = (*when.weekdays, *when.excluded_weekdays)
    kept_out = when.date not in when.excluded_dates and not set(when.candidates) & set(when.excluded_dates)
    return (
        ordered_days
        and ordered_hours
        and either_day
        and either_hour
        and all(0 <= day <= 6 for day in weekdays)
        and kept_out
        and len(when.excluded_dates) <= 500
        and all(first < last for first, last in when.excluded_times)
        and list(when.weekdays) == sorted(set(when.weekdays))
        and when.date not in when.candidates
        and len(set(when.candidates)) == len(when.candidates)
    )


@given(st.text(max_size=200), _CLOCKS)
def test_any_text_is_answered(text: str, now: dt.datetime) -> None:
    assert valid(parse_when(text, now))


@given(_CHAT, _CLOCKS)
def test_any_jumble_of_time_words_is_answered(text: str, now: dt.datetime) -> None:
    when = parse_when(text, now)
    assert valid(when), when
    assert when_document(when) is not None


@given(_CHAT, st.sampled_from(["pt", "en", "es"]))
def test_days_stay_within_a_lifetime(text: str, language: Language) -> None:
    when = parse_when(text, WEDNESDAY, language=language)
    bounds = (dt.date.min, dt.date.max)
    days = {when.date, *when.candidates, *when.excluded_dates, *(when.date_range or ())} - {None, *bounds}
    assert all(dt.date(1500, 1, 1) < day < dt.date(2600, 1, 1) for day in days if day)


@given(_CHAT, st.sampled_from(["  ", "\n", "\t \u00a0"]))
def test_neither_blanks_nor_capitals_nor_accents_matter(text: str, blank: str) -> None:
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    said = parse_when(text, WEDNESDAY)
    assert parse_when(blank + text.replace(" ", blank) + blank, WEDNESDAY) == said
    assert parse_when(text.upper(), WEDNESDAY) == said
    assert parse_when(plain, WEDNESDAY) == said


@given(_CHAT, st.sampled_from([dt.datetime(1, 1, 1), dt.datetime(9999, 12, 31, 23, 59)]))
def test_the_ends_of_the_calendar_do_no_harm(text: str, now: dt.datetime) -> None:
    assert valid(parse_when(text, now))


@given(st.sampled_from(_RELATIVE), st.integers(-50, 50), _CLOCKS)
def test_a_clock_moved_by_weeks_moves_relative_answers_equally(text: str, weeks: int, now: dt.datetime) -> None:
    shift = dt.timedelta(weeks=weeks)
    moved, here = parse_when(text, now + shift), parse_when(text, now)

    def later(day: dt.date) -> dt.date:
        return day if day in (dt.date.min, dt.date.max) else day + shift

    assert moved.date == (here.date and later(here.date))
    assert moved.date_range == (here.date_range and tuple(later(day) for day in here.date_range))
    assert moved.candidates == tuple(later(day) for day in here.candidates)
    assert (moved.time, moved.time_range, moved.weekdays) == (here.time, here.time_range, here.weekdays)


@given(_CHAT, _CLOCKS)
def test_the_zone_of_the_clock_is_only_a_label(text: str, now: dt.datetime) -> None:
    assert parse_when(text, now.replace(tzinfo=ZoneInfo("America/Sao_Paulo"))) == parse_when(text, now)


@pytest.mark.parametrize(
    "unit",
    [
        "de 5 a ",
        "entre 9 e ",
        "ou ",
        "na sexta, não, ",
        "dia 12 ",
        "1-2 ",
        "( ",
        "aaaa ",
        "não posso dia 12 ",
        "viajo ",
    ],
)
def test_work_grows_with_the_length_only(unit: str) -> None:
    once = steps(lambda: parse_when(unit * 200, WEDNESDAY))
    assert steps(lambda: parse_when(unit * 1600, WEDNESDAY)) < 9 * once


@pytest.mark.parametrize(("language", "tongue"), [("pt", PORTUGUESE), ("en", ENGLISH), ("es", SPANISH)])
def test_ten_thousand_characters_cost_ten_times_a_thousand(language: Language, tongue: Tongue) -> None:
    foreign = {mark for other in (PORTUGUESE, ENGLISH, SPANISH) for mark in other.marks} - tongue.marks
    words = [*sorted({*_WORDS, *tongue.marks} - foreign), "12/08", "14h30", "2ª", ",", "9"]
    jumble = " ".join(random.Random(20261125).choices(words, k=4000))
    thousand, ten_thousand = jumble[:1_000], jumble[:10_000]
    assert tongue_of(set(ten_thousand.split()), language) is tongue
    once = steps(lambda: parse_when(thousand, WEDNESDAY, language=language))
    assert steps(lambda: parse_when(ten_thousand, WEDNESDAY, language=language)) < 12 * once


def test_every_builder_takes_what_its_pattern_captures() -> None:
    def captures(element: Element) -> bool:
        return element.captures_word or bool(element.kinds)

    for layer in {layer for layers in LAYERS_OF.values() for layer in layers}:
        for rule in layer.rules:
            if inspect.isclass(rule.build) and issubclass(rule.build, Node):
                continue
            inspect.signature(rule.build).bind(*filter(captures, rule.pattern))


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (None, dt.time(18)),
        ((dt.time(6), dt.time(12)), dt.time(6)),
        ((dt.time(8), dt.time(17)), dt.time(18)),
    ],
)
def test_an_hour_is_read_by_the_clinic_s_opening(opening: tuple[dt.time, dt.time] | None, expected: dt.time) -> None:
    assert parse_when("às 6", WEDNESDAY, opening=opening).time == expected


def test_a_clinic_that_opens_late_still_hears_eight_in_the_morning() -> None:
    assert parse_when("às 8", WEDNESDAY, opening=(dt.time(9), dt.time(18))).time == dt.time(8)


def test_a_date_of_birth_looks_back() -> None:
    assert parse_when("12/03/85", WEDNESDAY, prefer="past").date == dt.date(1985, 3, 12)
    assert parse_when("12/03/26", WEDNESDAY, prefer="past").date == dt.date(2026, 3, 12)
    assert parse_when("12/03/27", WEDNESDAY, prefer="past").date == dt.date(1927, 3, 12)
    assert parse_when("sexta", WEDNESDAY, prefer="past").date == dt.date(2026, 11, 20)


def test_weekday_against_number_asks_rather_than_picks() -> None:
    when = parse_when("quinta, dia 12", WEDNESDAY)
    assert when.date is None
    assert when.candidates == (dt.date(2026, 11, 26), dt.date(2026, 12, 12))


def test_what_reaches_back_without_an_end_frames_no_day() -> None:
    when = parse_when("até sexta, na quinta", WEDNESDAY, prefer="past")
    assert valid(when)
    assert when.date == dt.date(2026, 11, 19)


def test_today_s_weekday_means_next_week_and_says_so() -> None:
    when = parse_when("quarta", WEDNESDAY)
    assert when.date == dt.date(2026, 12, 2)
    assert when.candidates == (dt.date(2026, 11, 25),)


def test_open_ends_are_the_ends_of_the_calendar_and_of_the_day() -> None:
    assert parse_when("até sexta", WEDNESDAY).date_range == (dt.date.min, dt.date(2026, 11, 27))
    assert parse_when("a partir de sexta", WEDNESDAY).date_range == (dt.date(2026, 11, 27), dt.date.max)
    assert parse_when("depois das 15h", WEDNESDAY).time_range == (dt.time(15), dt.time(23, 59))
    assert parse_when("antes das 9", WEDNESDAY).time_range == (dt.time(0), dt.time(9))


def test_evening_reaches_midnight_without_being_open() -> None:
    evening = parse_when("à noite", WEDNESDAY)
    assert evening.time_range == (dt.time(18), dt.time.max)
    assert when_document(evening) == {"time_range": ["18:00", "24:00"]}


@pytest.mark.parametrize("year", range(1990, 2060))
def test_feasts_that_follow_easter(year: int) -> None:
    assert easter(year).weekday() == 6
    assert dt.date(year, 3, 22) <= easter(year) <= dt.date(year, 4, 25)
    assert FEASTS["carnival"](year).weekday() == 1
    assert FEASTS["good_friday"](year).weekday() == 4
    assert FEASTS["corpus_christi"](year).weekday() == 3


def test_no_moment_is_an_empty_wish() -> None:
    assert parse_when("", WEDNESDAY) == When()
    assert not parse_when("oi, tudo bem? queria uma informação", WEDNESDAY)


def test_the_language_of_the_words_outweighs_the_one_expected() -> None:
    assert parse_when("10 to 11", WEDNESDAY, language="en").time_range == (dt.time(10), dt.time(11))
    assert not parse_when("10 to 11", WEDNESDAY)
    assert parse_when("sexta às 10", WEDNESDAY, language="es") == parse_when("sexta às 10", WEDNESDAY)


def test_an_american_date_offers_both_orders() -> None:
    when = parse_when("on 5/6", WEDNESDAY)
    assert (when.date, when.candidates) == (dt.date(2027, 6, 5), (dt.date(2027, 5, 6),))
    assert parse_when("on 12/25", WEDNESDAY).date == dt.date(2026, 12, 25)


def test_what_cannot_be_is_told_by_days_hours_and_weekdays() -> None:
    when = parse_when("semana que vem, menos terça, dia 4 e na hora do almoço", WEDNESDAY)
    assert when.date_range == (dt.date(2026, 11, 30), dt.date(2026, 12, 6))
    assert when_document(parse_when("não posso dia 30", WEDNESDAY)) == {"excluded_dates": ["2026-11-30"]}
    assert when_document(parse_when("não pode ser de manhã", WEDNESDAY)) == {"excluded_times": [["04:00", "12:00"]]}
    assert when_document(parse_when("terça não", WEDNESDAY)) == {"excluded_weekdays": [1]}


def test_a_long_absence_is_told_by_where_it_ends() -> None:
    until = parse_when("de hoje a 30 de abril não posso", WEDNESDAY)
    assert until == When(date_range=(dt.date(2027, 5, 1), dt.date.max))
    ahead = parse_when("de fevereiro a maio não posso", WEDNESDAY)
    assert ahead == When(date_range=(dt.date(2026, 11, 25), dt.date(2027, 1, 31)))


def test_the_month_wished_for_tells_which_day_cannot_be() -> None:
    assert parse_when("em janeiro, menos dia 5", WEDNESDAY).excluded_dates == (dt.date(2027, 1, 5),)


@pytest.mark.parametrize(
    "text",
    [
        "15pm", "80 minutos para as 3", "19-20 de janeiro de 28", "semana que vem dia 25", "13/45", "1-2-3-4", "2:75",
        "segunda que vem ou terça passada", "daqui a 2 horas e 3 dias", "uma hora e 30 minutos", "seg ter qua",
        "quinta 45", "entre 28 e 20",
    ],
)  # fmt: skip
def test_slips_of_the_tongue_do_no_harm(text: str) -> None:
    assert valid(parse_when(text, WEDNESDAY))
