"""The voice: phrases that are whole in every wording, and dates, times, money and names as people say them."""

from __future__ import annotations

import datetime as dt
import re
import string
from collections.abc import Mapping

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.clinics.context import ClinicContext, Personality, Professional
from atendeai.conversation.phrases import BOOKS, Phrase
from atendeai.conversation.understanding.model import Language, When
from atendeai.conversation.voice import SPEECHES, Voice, first_name

TODAY = dt.date(2026, 11, 24)
personalities = st.builds(Personality, formality=st.sampled_from(["informal", "formal"]), emoji=st.booleans())
turns = st.integers(0, 11)
PHRASES: Mapping[str, Phrase] = BOOKS["pt"].sentences  # type: ignore[assignment]
PORTUGUESE = SPEECHES["pt"]
keys = st.sampled_from(sorted(PHRASES))


def facts_of(key: str) -> set[str]:
    """Every slot that any wording of a phrase has."""
    return {
        name for wording in (*PHRASES[key].informal, *PHRASES[key].formal)
        for _, name, _, _ in string.Formatter().parse(wording) if name
    }  # fmt: skip


def told(key: str) -> dict[str, str]:
    return {name: f"<{name}>" for name in facts_of(key)}


@given(keys, personalities, turns)
def test_every_wording_of_every_phrase_can_be_said(key: str, personality: Personality, turn: int) -> None:
    assert Voice(personality, turn).say(key, **told(key)).strip()


@given(keys, turns, st.sampled_from(["informal", "formal"]))
def test_no_emoji_where_the_clinic_wants_none(key: str, turn: int, formality: str) -> None:
    personality = Personality(emoji=False, formality=formality)  # type: ignore[arg-type]
    said = Voice(personality, turn).say(key, **told(key))
    assert not any(ord(char) >= 0x1F000 or 0x2600 <= ord(char) <= 0x27BF for char in said)
    assert "  " not in said and said == said.strip() and " ." not in said and " !" not in said


@given(keys, turns)
def test_the_formal_voice_never_says_voce(key: str, turn: int) -> None:
    words = Voice(Personality(formality="formal"), turn).say(key, **told(key)).lower().replace("?", " ").split()
    assert not {"você", "te", "teu", "tua", "contigo", "me diz", "pra"} & set(words)


@given(personalities, turns, st.sampled_from(sorted(SPEECHES)))
def test_what_was_just_said_is_said_to_be_said_again(personality: Personality, turn: int, language: Language) -> None:
    again = Voice(personality, turn, language).once_more("Qual horário?")
    assert again.endswith("Qual horário?") and len(again) > len("Qual horário?")


@pytest.mark.parametrize("key", sorted(PHRASES))
def test_the_wordings_of_a_phrase_say_the_same_facts(key: str) -> None:
    """Sentence starts may take the capital form of a fact; nothing else may go missing in one wording."""

    def facts(wording: str) -> set[str]:
        names = {name for _, name, _, _ in string.Formatter().parse(wording) if name}
        return {name.removesuffix("_start") for name in names}

    phrase = PHRASES[key]
    assert len({frozenset(facts(wording)) for wording in (*phrase.informal, *phrase.formal)}) == 1
    assert len(set(phrase.informal)) == len(phrase.informal)


@pytest.mark.parametrize("key", ["did_not_understand", "ask_name", "ask_insurance", "pick_one", "ask_date", "offer"])
def test_what_is_asked_often_has_several_wordings(key: str) -> None:
    assert min(len(PHRASES[key].informal), len(PHRASES[key].formal)) > 1


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("key", sorted(PHRASES))
def test_every_language_says_the_same_facts_in_as_many_ways(key: str, language: Language) -> None:
    ours: Phrase = PHRASES[key]
    theirs: Phrase = BOOKS[language].sentences[key]  # type: ignore[literal-required]
    for own, other in ((ours.informal, theirs.informal), (ours.formal, theirs.formal)):
        assert len(set(other)) == len(other) >= min(2, len(own))
        for wording in other:
            assert {n.removesuffix("_start") for n in slots(wording)} == {
                n.removesuffix("_start") for n in slots(own[0])
            }
            assert slots(wording) <= facts_of(key) and wording.endswith(":") is own[0].endswith(":"), wording


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_language_has_every_fragment(language: Language) -> None:
    ours, theirs = BOOKS["pt"], BOOKS[language]
    for name, text in msgspec.structs.asdict(ours.fragments).items():
        other = getattr(theirs.fragments, name)
        assert slots(other) == slots(text), name
        for edge in (0, -1):
            assert other[edge].isspace() is text[edge].isspace(), name
    for table in ("wishes", "wordless", "languages"):
        assert set(getattr(theirs, table)) == set(getattr(ours, table))
    assert set(BOOKS["en"].holidays) == set(BOOKS["es"].holidays)


@pytest.mark.parametrize("language", sorted(BOOKS))
def test_buttons_and_rows_fit_whatsapp(language: Language) -> None:
    """Labels and topics are buttons: a longer one makes the menu numbered lines."""
    book = BOOKS[language]
    titles = [*msgspec.structs.asdict(book.labels).values(), *book.topics.values()]
    assert [title for title in titles if len(title) > 20] == []
    assert set(book.topics) == set(book.wishes)


@pytest.mark.parametrize("key", sorted(PHRASES))
def test_formal_spanish_is_usted_and_informal_is_tu(key: str) -> None:
    phrase: Phrase = BOOKS["es"].sentences[key]  # type: ignore[literal-required]
    thou = re.compile(
        r"\b(tú|te|ti|tu|tus|contigo|quieres|puedes|prefieres|necesitas|dime|escríbeme|\w+arte|\w+erte)\b"
    )
    you = re.compile(r"\b(usted|le|su|sus|desea|prefiere|necesita|indique|\w+arle|disculpe)\b")
    assert [text for text in phrase.formal if thou.search(text.lower())] == []
    assert [text for text in phrase.informal if you.search(text.lower())] == []


def test_emoji_leave_no_gap() -> None:
    plain = Voice(Personality(emoji=False))
    assert plain.dress("Olá! 😊 Tudo bem? ⚠️\n📅 sexta") == "Olá! Tudo bem?\nsexta"
    assert Voice(Personality()).dress("Olá! 😊") == "Olá! 😊"


@pytest.mark.parametrize(
    ("hour", "hello"), [(4, "Boa noite"), (5, "Bom dia"), (11, "Bom dia"), (12, "Boa tarde"), (18, "Boa noite")]
)
def test_hello_by_the_clock(hour: int, hello: str) -> None:
    assert PORTUGUESE.hello(dt.datetime(2026, 11, 24, hour), "Maria") == f"{hello}, Maria!"
    assert PORTUGUESE.hello(dt.datetime(2026, 11, 24, hour)) == f"{hello}!"


@pytest.mark.parametrize(
    ("name", "first"),
    [("maria silva", "Maria"), ("Dona Zilda Ramos", "Zilda"), ("Dr. João", "João"), ("✨~Bia~✨", ""), ("", ""),
     (None, ""), ("A", ""), ("Seu", "")],
)  # fmt: skip
def test_first_names(name: str | None, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "hoje (terça-feira, 24/11)"), (1, "amanhã (quarta-feira, 25/11)"), (3, "sexta-feira, 27/11"),
     (60, "sábado, 23/01/2027")],
)  # fmt: skip
def test_days(days: int, said: str) -> None:
    assert PORTUGUESE.day(TODAY + dt.timedelta(days=days), TODAY) == said


def test_moments() -> None:
    assert PORTUGUESE.moment(dt.datetime(2026, 11, 27, 9), TODAY) == "sexta-feira, 27/11, às 9h"
    assert PORTUGUESE.moment(dt.datetime(2026, 11, 27, 13, 30), TODAY) == "sexta-feira, 27/11, às 13:30"
    assert PORTUGUESE.moment(dt.datetime(2026, 11, 27, 1), TODAY) == "sexta-feira, 27/11, à 1h"


@given(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1)))
def test_slot_titles_fit_a_row_of_whatsapp(local: dt.datetime) -> None:
    assert all(len(speech.row(local)) <= 20 for speech in SPEECHES.values())


@pytest.mark.parametrize(
    ("cents", "said"), [(0, "R$ 0,00"), (9000, "R$ 90,00"), (125050, "R$ 1.250,50"), (123456789, "R$ 1.234.567,89")]
)
def test_money(cents: int, said: str) -> None:
    assert PORTUGUESE.money(cents) == said


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 hora"), (2, "2 horas"), (24, "24 horas"), (48, "2 dias"), (50, "50 horas")]
)
def test_hours(count: int, said: str) -> None:
    assert PORTUGUESE.hours(count) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [("Dra. Lia", "a Dra. Lia"), ("Dr. André", "o Dr. André"), ("Doutor Silva", "o Doutor Silva"), ("Bruna", "Bruna"),
     ("Drica", "Drica")],
)  # fmt: skip
def test_articles(name: str, said: str) -> None:
    assert PORTUGUESE.the(name) == said
    assert PORTUGUESE.the(Professional(id="x", name="Nome Todo", display_name=name)) == said


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a e b"), (["a", "b", "c"], "a, b e c")]
)
def test_lists(names: list[str], said: str) -> None:
    assert PORTUGUESE.listed(names) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(), "nesse período"),
        (When(date=TODAY), "para hoje (terça-feira, 24/11)"),
        (When(date=dt.date(2026, 11, 27), time=dt.time(15)), "para sexta-feira, 27/11 às 15h"),
        (When(time=dt.time(1)), "à 1h"),
        (When(time_range=(dt.time(4), dt.time(12))), "de manhã"),
        (When(time_range=(dt.time(12), dt.time(19))), "à tarde"),
        (When(time_range=(dt.time(17), dt.time(23, 59))), "depois das 17h"),
        (When(time_range=(dt.time(0), dt.time(9))), "antes das 9h"),
        (When(time_range=(dt.time(9), dt.time(11, 30))), "entre 9h e 11:30"),
    ],
)
def test_wishes_in_words(when: When, said: str) -> None:
    assert PORTUGUESE.wish(when, TODAY) == said


def test_prices(context: ClinicContext) -> None:
    assert PORTUGUESE.price(context, "eletrocardiograma") == "R$ 90,00"
    assert PORTUGUESE.price(context, "retorno") == "R$ 0,00 (O retorno em até 30 dias está incluído na consulta.)"
    assert PORTUGUESE.price(context, "nada") == ""


# English and Spanish

ENGLISH, SPANISH = SPEECHES["en"], SPEECHES["es"]


def test_moments_in_english() -> None:
    assert ENGLISH.moment(dt.datetime(2026, 11, 27, 9), TODAY) == "Friday, 27 November at 9 am"
    assert ENGLISH.moment(dt.datetime(2026, 11, 24, 13, 30), TODAY) == "today (Tuesday, 24 November) at 1:30 pm"
    assert ENGLISH.day(TODAY + dt.timedelta(days=3), TODAY) == "on Friday, 27 November"
    assert ENGLISH.day(TODAY + dt.timedelta(days=60), TODAY) == "on Saturday, 23 January 2027"
    assert ENGLISH.row(dt.datetime(2026, 11, 27, 0, 5)) == "Fri 27/11, 12:05 am"
    assert [ENGLISH.opening_clock(hour) for hour in ("08:00", "12:00", "13:30", "24:00")] == [
        "8 am", "12 pm", "1:30 pm", "midnight",
    ]  # fmt: skip


def test_moments_in_spanish() -> None:
    assert SPANISH.moment(dt.datetime(2026, 11, 27, 9), TODAY) == "viernes 27 de noviembre a las 9:00"
    assert SPANISH.moment(dt.datetime(2026, 11, 25, 1), TODAY) == "mañana (miércoles 25 de noviembre) a la 1:00"
    assert SPANISH.day(TODAY + dt.timedelta(days=3), TODAY) == "el viernes 27 de noviembre"
    assert SPANISH.day(TODAY + dt.timedelta(days=60), TODAY) == "el sábado 23 de enero de 2027"
    assert SPANISH.row(dt.datetime(2026, 11, 27, 9)) == "Vie 27/11, 09:00"
    assert [SPANISH.opening_clock(hour) for hour in ("08:00", "13:30", "24:00")] == ["8:00", "13:30", "24:00"]


def test_money_people_and_lists_abroad() -> None:
    assert (ENGLISH.money(125050), SPANISH.money(125050)) == ("R$ 1,250.50", "R$ 1.250,50")
    assert [ENGLISH.the(name) for name in ("Dra. Ana", "Dr. André", "Doutor Silva", "Bruna")] == [
        "Dr. Ana", "Dr. André", "Dr. Silva", "Bruna",
    ]  # fmt: skip
    assert [SPANISH.the(name) for name in ("Dra. Ana", "Dr. André", "Bruna")] == [
        "la Dra. Ana",
        "el Dr. André",
        "Bruna",
    ]
    assert ENGLISH.listed(["a", "b", "c"]) == "a, b and c"
    assert [SPANISH.listed(["a", name]) for name in ("b", "Ipê", "Hilda", "hora")] == [
        "a y b", "a e Ipê", "a e Hilda", "a y hora",
    ]  # fmt: skip
    assert (ENGLISH.hours(1), ENGLISH.hours(48), SPANISH.hours(48)) == ("1 hour", "2 days", "2 días")


@pytest.mark.parametrize(
    ("when", "english", "spanish"),
    [
        (When(), "at that time", "en ese horario"),
        (When(date=TODAY), "for today (Tuesday, 24 November)", "para hoy (martes 24 de noviembre)"),
        (When(date=dt.date(2026, 11, 27), time=dt.time(15)), "for Friday, 27 November at 3 pm",
         "para el viernes 27 de noviembre a las 15:00"),
        (When(time_range=(dt.time(4), dt.time(12))), "in the morning", "por la mañana"),
        (When(time_range=(dt.time(17), dt.time(23, 59))), "after 5 pm", "después de las 17:00"),
        (When(time_range=(dt.time(0), dt.time(1))), "before 1 am", "antes de la 1:00"),
        (When(time_range=(dt.time(9), dt.time(11, 30))), "between 9 am and 11:30 am", "entre las 9:00 y las 11:30"),
    ],
)  # fmt: skip
def test_wishes_abroad(when: When, english: str, spanish: str) -> None:
    assert (ENGLISH.wish(when, TODAY), SPANISH.wish(when, TODAY)) == (english, spanish)


@pytest.mark.parametrize(
    ("hour", "english", "spanish"),
    [
        (9, "Good morning", "Buenos días"),
        (13, "Good afternoon", "Buenas tardes"),
        (19, "Good evening", "Buenas noches"),
    ],
)
def test_hello_abroad(hour: int, english: str, spanish: str) -> None:
    now = dt.datetime(2026, 11, 24, hour)
    assert (ENGLISH.hello(now, "Sam"), ENGLISH.hello(now)) == (f"{english}, Sam!", f"{english}!")
    assert (SPANISH.hello(now, "Sam"), SPANISH.hello(now)) == (f"¡{spanish}, Sam!", f"¡{spanish}!")


@given(keys, personalities, turns, st.sampled_from(sorted(BOOKS)))
def test_every_wording_can_be_said_in_every_language(
    key: str, personality: Personality, turn: int, language: Language
) -> None:
    said = Voice(personality, turn, language).say(key, **told(key))
    assert said and "  " not in said
