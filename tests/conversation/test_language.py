"""The language of a message, and of a conversation: clear words change it, numbers and names never do."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.clinics.context import SPOKEN, ClinicContext, ClinicFacts, Personality
from atendeai.conversation.facts import Heard
from atendeai.conversation.languages import language_of, spoken
from atendeai.conversation.phrases import BOOKS
from atendeai.conversation.state import Thread
from atendeai.conversation.understanding.language import only_wishes_language, tongue, wished_language
from atendeai.conversation.understanding.lexicon_language import SMALL, TELLING
from atendeai.conversation.understanding.model import Entities, Language, Understanding

DATA = Path(__file__).parent / "data"


def messages(name: str) -> list[dict[str, str | None]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()]


def clinic(*languages: str) -> ClinicContext:
    return ClinicContext(clinic=ClinicFacts(name="Vila"), ai_personality=Personality(languages=list(languages)))


ALL = clinic("pt-BR", "en", "es")


def after(text: str, spoken_now: Language | None = None, context: ClinicContext = ALL, **said: object) -> Language:
    """The language of a conversation after one more message."""
    entities = Entities(**{name: value for name, value in said.items() if name != "tapped"})  # type: ignore[arg-type]
    tapped = said.get("tapped")
    heard = Heard(understanding=Understanding(text=text, entities=entities), tapped=tapped)  # type: ignore[arg-type]
    return language_of(context, Thread(language=spoken_now), heard)


@pytest.mark.parametrize("name", ["language_dev", "language_heldout"])
def test_short_messages_of_patients(name: str) -> None:
    told = [one for one in messages(name) if one["language"]]
    wrong = [
        (one["text"], tongue(one["text"] or ""))
        for one in told
        if tongue(one["text"] or "").language != one["language"]
    ]
    assert wrong == []
    clear = [one for one in told if tongue(one["text"] or "").clear]
    assert len(clear) / len(told) > 0.85


@pytest.mark.parametrize("name", ["language_dev", "language_heldout"])
def test_words_that_brazilians_use_too_are_never_plainly_foreign(name: str) -> None:
    shared = [one["text"] or "" for one in messages(name) if one["language"] is None]
    foreign = [text for text in shared if tongue(text).clear and tongue(text).language != "pt"]
    assert shared and foreign == []


def test_portuguese_messages_are_never_plainly_foreign() -> None:
    """Every message that the intents are tested with, but the few that are foreign."""
    foreign = [
        one["text"] or ""
        for name in ("intents_heldout",)
        for one in messages(name)
        if tongue(one["text"] or "").clear and tongue(one["text"] or "").language != "pt"
    ]
    portuguese = [text for text in foreign if any(word in text.lower() for word in ("ã", "ç", "você", "quero", "meu"))]
    assert portuguese == [] and len(foreign) < 50


def test_no_word_speaks_for_two_languages() -> None:
    for one, other in combinations(SPOKEN, 2):
        assert not (TELLING[one] | SMALL[one]) & (TELLING[other] | SMALL[other])  # type: ignore[index]
    assert not any(TELLING[language] & SMALL[language] for language in SPOKEN)  # type: ignore[index]


@given(st.text(max_size=60))
def test_any_text_has_a_language(text: str) -> None:
    assert tongue(text).language in SPOKEN
    assert wished_language(text) in (*SPOKEN, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("can we speak English?", "en"), ("do you speak english", "en"), ("English please", "en"), ("inglês?", "en"),
        ("vocês atendem em inglês?", "en"), ("quero falar em inglês", "en"), ("hola, ¿habla español?", "es"),
        ("en español por favor", "es"), ("prefiero en castellano", "es"), ("can we switch to Spanish?", "es"),
        ("vamos falar em português", "pt"), ("prefiro português", "pt"),
        ("no hablo portugués", None), ("não falo português, fala inglês?", "en"),
        ("nao falo portugues fala ingles", "en"), ("I don't speak Portuguese", None), ("não falo inglês", None),
        ("tem médico que fala inglês?", None), ("quero o laudo em inglês", None), ("Maria Inglês", None),
        ("I need someone who speaks English", None), ("quero marcar um eletro", None),
    ],
)  # fmt: skip
def test_wishes_for_a_language(text: str, language: str | None) -> None:
    assert wished_language(text) == language


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("can we speak English?", True), ("I only speak English", True), ("não falo português, fala inglês?", True),
        ("hola buenas, ¿habla español?", True), ("quero falar em inglês por favor", True),
        ("do you speak English? I need an ECG on Friday", False), ("fala inglês? quanto custa o eletro", False),
        ("hola, habla español? quiero cancelar mi cita", False), ("quero marcar um eletro", False),
    ],
)  # fmt: skip
def test_wishes_for_a_language_and_nothing_else(text: str, alone: bool) -> None:
    assert only_wishes_language(text) is alone


def test_a_conversation_begins_in_the_clinics_first_language() -> None:
    assert after("ok") == "pt"
    assert after("ok", context=clinic("en", "pt-BR")) == "en"
    assert after("ok", context=clinic("Klingon")) == "pt"


@pytest.mark.parametrize(("text", "language"), [("I need an appointment", "en"), ("quiero una cita", "es")])
def test_plain_words_change_it(text: str, language: str) -> None:
    assert after(text) == language
    assert after("quero uma consulta amanhã", language) == "pt"  # type: ignore[arg-type]


@pytest.mark.parametrize("spoken_now", SPOKEN)
@pytest.mark.parametrize(
    "text",
    ["2", "ok", "no", "si", "14:30", "27/11", "hotel", "Dr. Smith", "Unimed", "particular", "👍", "", "yes", "gracias"],
)
def test_answers_that_belong_to_no_language_keep_it(spoken_now: Language, text: str) -> None:
    assert after(text, spoken_now) == spoken_now


@pytest.mark.parametrize("name", ["Will Sunday", "John Wednesday Brown", "Juana Hoy Mañana", "Ana Quero Muito"])
@pytest.mark.parametrize("spoken_now", SPOKEN)
def test_names_keep_it(spoken_now: Language, name: str) -> None:
    assert after(name, spoken_now, person_name=name) == spoken_now
    assert after(f"my name is {name}", spoken_now, person_name=name) == "en"


def test_a_tap_keeps_it_whatever_stood_on_the_button() -> None:
    assert after("Marcar horário", "en", tapped="book") == "en"


def test_a_wish_is_granted_at_once() -> None:
    assert after("inglês?") == "en"
    assert after("português, por favor", "es") == "pt"
    assert after("o dr. roberto fala inglês?", professional="roberto") == "pt"


@pytest.mark.parametrize("text", ["I need an appointment with a doctor", "can we speak English?"])
def test_an_unlisted_language_is_answered_in_the_clinics_first(text: str) -> None:
    assert after(text, context=clinic("pt-BR")) == "pt"
    assert after(text, "es", context=clinic("pt-BR", "es")) == "pt"
    assert after(text, "es", context=clinic("es", "pt-BR")) == "es"


def test_a_language_taken_off_the_list_is_spoken_no_more() -> None:
    assert after("2", "en", context=clinic("pt-BR")) == "pt"


def test_the_listed_languages_in_their_order() -> None:
    assert spoken(clinic("es-AR", "fr", "pt-BR", "es", "EN")) == ["es", "pt", "en"]


def test_the_document_knows_what_can_be_spoken() -> None:
    assert set(SPOKEN) == set(BOOKS)


def test_the_language_is_kept_with_the_thread() -> None:
    assert msgspec.json.decode(msgspec.json.encode(Thread(language="es")), type=Thread).language == "es"
    assert msgspec.json.decode(b"{}", type=Thread).language is None
