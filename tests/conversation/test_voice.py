"""The voice: phrases that are whole in every wording, and dates, times, money and names as people say them."""

from __future__ import annotations

import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.appointment.model import Slot
from atendeai.clinics.context import ClinicContext, Personality, Professional
from atendeai.conversation import voice
from atendeai.conversation.phrases import PHRASES
from atendeai.conversation.understanding.model import When
from atendeai.conversation.voice import Voice

TODAY = dt.date(2026, 11, 24)
personalities = st.builds(Personality, formality=st.sampled_from(["informal", "formal"]), emoji=st.booleans())
turns = st.integers(0, 11)
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


def test_emoji_leave_no_gap() -> None:
    plain = Voice(Personality(emoji=False))
    assert plain.dress("Olá! 😊 Tudo bem? ⚠️\n📅 sexta") == "Olá! Tudo bem?\nsexta"
    assert Voice(Personality()).dress("Olá! 😊") == "Olá! 😊"


@pytest.mark.parametrize(
    ("hour", "hello"), [(4, "Boa noite"), (5, "Bom dia"), (11, "Bom dia"), (12, "Boa tarde"), (18, "Boa noite")]
)
def test_hello_by_the_clock(hour: int, hello: str) -> None:
    assert voice.hello(dt.datetime(2026, 11, 24, hour), "Maria") == f"{hello}, Maria!"
    assert voice.hello(dt.datetime(2026, 11, 24, hour)) == f"{hello}!"


@pytest.mark.parametrize(
    ("name", "first"),
    [("maria silva", "Maria"), ("Dona Zilda Ramos", "Zilda"), ("Dr. João", "João"), ("✨~Bia~✨", ""), ("", ""),
     (None, ""), ("A", ""), ("Seu", "")],
)  # fmt: skip
def test_first_names(name: str | None, first: str) -> None:
    assert voice.first_name(name) == first


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "hoje (terça-feira, 24/11)"), (1, "amanhã (quarta-feira, 25/11)"), (3, "sexta-feira, 27/11"),
     (60, "sábado, 23/01/2027")],
)  # fmt: skip
def test_days(days: int, said: str) -> None:
    assert voice.day(TODAY + dt.timedelta(days=days), TODAY) == said


def test_moments() -> None:
    assert voice.moment(dt.datetime(2026, 11, 27, 9), TODAY) == "sexta-feira, 27/11, às 9h"
    assert voice.moment(dt.datetime(2026, 11, 27, 13, 30), TODAY) == "sexta-feira, 27/11, às 13:30"
    assert voice.moment(dt.datetime(2026, 11, 27, 1), TODAY) == "sexta-feira, 27/11, à 1h"


@given(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2040, 1, 1)))
def test_slot_titles_fit_a_row_of_whatsapp(local: dt.datetime) -> None:
    assert len(voice.slot_title(Slot(0, 1, "p", "s", f"{local:%Y-%m-%dT%H:%M}"))) <= 20


@pytest.mark.parametrize(
    ("cents", "said"), [(0, "R$ 0,00"), (9000, "R$ 90,00"), (125050, "R$ 1.250,50"), (123456789, "R$ 1.234.567,89")]
)
def test_money(cents: int, said: str) -> None:
    assert voice.money(cents) == said


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 hora"), (2, "2 horas"), (24, "24 horas"), (48, "2 dias"), (50, "50 horas")]
)
def test_hours(count: int, said: str) -> None:
    assert voice.hours(count) == said


@pytest.mark.parametrize(
    ("name", "said"),
    [("Dra. Lia", "a Dra. Lia"), ("Dr. André", "o Dr. André"), ("Doutor Silva", "o Doutor Silva"), ("Bruna", "Bruna"),
     ("Drica", "Drica")],
)  # fmt: skip
def test_articles(name: str, said: str) -> None:
    assert voice.the(name) == said
    assert voice.the(Professional(id="x", name="Nome Todo", display_name=name)) == said


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a e b"), (["a", "b", "c"], "a, b e c")]
)
def test_lists(names: list[str], said: str) -> None:
    assert voice.listed(names) == said


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
    assert voice.wish(when, TODAY) == said


def test_prices(context: ClinicContext) -> None:
    assert voice.price(context, "eletrocardiograma") == "R$ 90,00"
    assert voice.price(context, "retorno") == "R$ 0,00 (O retorno em até 30 dias está incluído na consulta.)"
    assert voice.price(context, "nada") == ""
