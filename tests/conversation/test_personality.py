"""Who the receptionist is: the clinic's name, formality, emoji, greetings, and hours, in whole conversations."""

from __future__ import annotations

import re

import msgspec
import pytest
from world import Clinic, Patient

from atendeai.clinics.context import ClinicContext, Personality

EMOJI = re.compile(r"[\U0001F000-\U0001FAFF☀-➿⭐️]")
# What the test clinic itself writes ("ajudar você?" in its greeting) is its own business: these clinics write nothing.
LONG_TALK = [
    "oi", "quem é você?", "quanto custa o eletro?", "asdf qwer", "marcar eletro sexta", "nenhum desses",
    "quero sexta 8h", "Maria Souza", "hapvida", "unimed", "onde fica?", "sim", "quando é minha consulta?",
    "remarcar pra segunda 15h", "sim", "confirmo minha presença", "cancelar", "sim", "que remédio tomo pra dor?",
    "isso é um absurdo", "me tira da lista", "apaguem meus dados", "obrigado", "tchau",
]  # fmt: skip


@pytest.fixture
def speaks(clinic: Clinic, context: ClinicContext) -> object:
    """Gives the clinic another voice."""

    def give(**traits: object) -> None:
        personality = Personality(name="Clara", **traits)  # type: ignore[arg-type]
        clinic.loads(msgspec.structs.replace(context, ai_personality=personality, emergency_text=""))

    return give


def everything_said(person: Patient) -> str:
    return "\n".join(person.says(text) and person.heard for text in LONG_TALK)


def test_no_emoji_in_a_whole_conversation(maria: Patient, speaks) -> None:  # type: ignore[no-untyped-def]
    speaks(emoji=False)
    said = everything_said(maria)
    assert EMOJI.search(said) is None and "marcado" in said


def test_emoji_where_they_are_wanted(maria: Patient, speaks) -> None:  # type: ignore[no-untyped-def]
    speaks(emoji=True)
    assert EMOJI.search(everything_said(maria))


def test_a_formal_clinic_never_says_voce(maria: Patient, speaks) -> None:  # type: ignore[no-untyped-def]
    speaks(formality="formal")
    assert not re.search(r"\b(você|te ajudar|pra)\b", everything_said(maria), re.IGNORECASE)


def test_the_first_reply_says_who_speaks_and_that_it_is_no_person(maria: Patient) -> None:
    maria.says("quero marcar um eletro")
    assert "Clara, assistente virtual da Clínica Vila Serena" in maria.heard
    maria.says("sexta")
    assert "Clara" not in maria.heard


def test_known_patients_are_greeted_by_name_once_a_day(maria: Patient, clinic: Clinic) -> None:
    for text in ("marcar eletro sexta 8h", "Maria Souza", "unimed", "sim"):
        maria.says(text)
    clinic.wait(hours=23)
    maria.says("onde fica?")
    assert maria.heard.startswith("Bom dia, Maria!") and "Sou Clara" not in maria.heard
    maria.says("quanto custa o eletro?")
    assert "Bom dia" not in maria.heard


def test_without_words_of_its_own_the_clinic_still_greets(maria: Patient, speaks) -> None:  # type: ignore[no-untyped-def]
    speaks()
    maria.says("oi")
    assert maria.heard.startswith("Bom dia!") and "Clara" in maria.heard and "Vila Serena" in maria.heard
    maria.says("tchau")
    assert maria.heard.startswith(("Até logo", "Tchau"))


def test_out_of_hours_is_said_once_a_day_and_booking_works(
    maria: Patient, clinic: Clinic, context: ClinicContext
) -> None:
    closed = context.ai_personality.out_of_hours
    clinic.wait(hours=12)
    maria.says("oi")
    assert maria.heard.count(closed) == 1 and maria.heard.startswith("Oi!")
    for text in ("marcar eletro sexta 8h", "Maria Souza", "unimed", "sim"):
        maria.says(text)
        assert closed not in maria.heard
    assert len(maria.visits) == 1
    clinic.wait(hours=24)
    maria.says("onde fica?")
    assert closed in maria.heard


def test_out_of_hours_in_our_words_where_the_clinic_has_none(maria: Patient, clinic: Clinic, speaks) -> None:  # type: ignore[no-untyped-def]
    speaks()
    clinic.wait(hours=12)
    maria.says("quanto custa o eletro?")
    assert "fechada" in maria.heard or "foi para casa" in maria.heard


def test_without_memory_everything_is_asked_again(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    behavior = msgspec.structs.replace(context.ai_behavior, memory=False)
    clinic.loads(msgspec.structs.replace(context, ai_behavior=behavior))
    for text in ("marcar eletro sexta 8h", "Maria Souza", "unimed", "sim", "marcar eletro segunda 9h"):
        maria.says(text)
    assert maria.last and maria.last.expects == "patient_name"


def test_without_suggestions_no_way_out_is_added_to_the_list(
    maria: Patient, clinic: Clinic, context: ClinicContext
) -> None:
    behavior = msgspec.structs.replace(context.ai_behavior, suggestions=False)
    clinic.loads(msgspec.structs.replace(context, ai_behavior=behavior))
    maria.says("quero marcar um eletro")
    assert all(option.id.startswith("slot:") for option in maria.options)
