"""Days and hours a patient cannot come are offered no more, and what was held on them is let go."""

from __future__ import annotations

import pytest
from world import Patient


def offered(person: Patient) -> list[str]:
    """The slots on offer ("Qua 25/11 · 08:00"), without the way out."""
    return [option.title for option in person.options][:-1]


@pytest.mark.parametrize(
    ("words", "gone"),
    [
        ("amanhã não posso", "25/11"),
        ("não posso dia 25", "25/11"),
        ("menos quarta", "Qua"),
        ("pode ser qualquer dia menos amanhã", "25/11"),
        ("quinta eu trabalho", "Qui"),
    ],
)
def test_a_day_that_cannot_be_is_offered_no_more(maria: Patient, words: str, gone: str) -> None:
    maria.says("quero marcar um eletro")
    assert any(gone in title for title in offered(maria))
    maria.says(words)
    assert offered(maria) and not any(gone in title for title in offered(maria))


def test_hours_that_cannot_be_are_offered_no_more(maria: Patient) -> None:
    maria.says("quero marcar um eletro")
    assert any(title[-5:] < "12:00" for title in offered(maria))
    maria.says("não pode ser de manhã")
    assert offered(maria) and all(title[-5:] >= "12:00" for title in offered(maria))
    maria.says("às 15h também não posso")
    assert offered(maria) and not any(title[-5:-3] == "15" for title in offered(maria))


def test_what_cannot_be_is_remembered_while_the_wish_moves(maria: Patient) -> None:
    maria.says("quero marcar um eletro, menos na quinta")
    maria.says("outro dia")
    assert offered(maria) and not any(title.startswith("Qui") for title in offered(maria))


@pytest.mark.parametrize("words", ["sexta não posso", "dia 27 não dá", "às 8h não consigo"])
def test_a_held_slot_that_cannot_be_is_let_go(maria: Patient, words: str) -> None:
    maria.says("marcar eletro sexta 8h")
    maria.says(words)
    assert maria.visits == [] and offered(maria)
    assert not any("27/11" in title and title[-5:] == "08:00" for title in offered(maria))


def test_a_day_off_elsewhere_leaves_the_held_slot_alone(maria: Patient) -> None:
    maria.says("marcar eletro sexta 8h")
    maria.says("Maria Souza")
    maria.says("unimed, e segunda eu não posso")
    assert "27/11" in maria.heard
    maria.says("sim")
    assert [visit.local_start for visit in maria.visits] == ["2026-11-27T08:00"]


def test_a_day_wished_for_after_all_is_offered_again(maria: Patient) -> None:
    maria.says("quero marcar um eletro, menos na quinta")
    maria.says("pensando bem, quinta dá")
    assert offered(maria) and all(title.startswith("Qui") for title in offered(maria))
