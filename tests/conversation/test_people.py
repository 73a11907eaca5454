"""Names that are given when a name was asked for, whatever small talk stands before them."""

from __future__ import annotations

import pytest
from conversation.clinic import CLINIC, NOW

from atendeai.conversation.understanding import understand
from atendeai.conversation.understanding.model import Entities, Expects, When


def asked(text: str, expects: Expects | None = "patient_name") -> Entities:
    return understand(text, context=CLINIC, now=NOW, expects=expects).entities


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pode pôr assim como tá no documento: Ana Clara Ribeiro", "Ana Clara Ribeiro"),
        ("nome todo yasmin haddad", "Yasmin Haddad"),
        ("põe ana", "Ana"),
        ("desculpa esqueci é Ana Ribeiro", "Ana Ribeiro"),
        ("Anota aí certinho, tá? Ana Ribeiro", "Ana Ribeiro"),
        ("Full name: Fábio D'Ávila", "Fábio D'Ávila"),
        ("el apellido es Romero", "Romero"),
        ("El paciente es Mateo Romero", "Mateo Romero"),
        ("Só corrige o nome, é Ana Ribeiro", "Ana Ribeiro"),
        ("Sim, perfeitamente", None),
        ("ss", None),
        ("Never mind", None),
        ("Mãe do Theo", None),
        ("em abril", None),
        ("sim", None),
        ("na verdade é pra minha mãe", None),
        ("no cartão", None),
        ("em dinheiro", None),
        ("coloca o documento", None),
    ],
)
def test_words_before_a_name_are_no_part_of_it(text: str, name: str | None):
    assert asked(text).person_name == name


@pytest.mark.parametrize("text", ["pelo SulAmérica", "é pelo bradesco", "sulamerica"])
def test_a_plan_is_nobodys_name(text: str):
    heard = asked(text)
    assert heard.person_name is None
    assert heard.insurance in {"SulAmérica", "Bradesco Saúde"}


@pytest.mark.parametrize(
    ("text", "name"), [("Domingos Paixão", "Domingos Paixão"), ("É Abril Monteiro", "Abril Monteiro")]
)
def test_a_name_that_is_a_day_or_a_month_is_no_moment(text: str, name: str):
    heard = asked(text)
    assert (heard.person_name, heard.when) == (name, When())


def test_a_moment_beside_a_name_is_kept():
    assert asked("Domingos Paixão, melhor às 15h").when.time is not None


def test_a_name_corrected_at_the_summary():
    assert asked("Só corrige o nome, é Ana Ribeiro", "confirmation").person_name == "Ana Ribeiro"


@pytest.mark.parametrize("text", ["falei com meu marido", "vou ver com meu marido"])
def test_who_is_asked_for_advice_is_not_the_patient(text: str):
    assert not asked(text, None).for_other
