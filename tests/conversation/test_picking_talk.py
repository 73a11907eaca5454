"""Picking from a list in any words, and what is asked beside; whose profile it is; the wish that comes back."""

from __future__ import annotations

import pytest
from world import Clinic, Patient

from atendeai import inbox
from atendeai.ops.clock import iso, millis


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Vai a 4", 4),
        ("op 2", 2),
        ("4 pra mim", 4),
        ("Coloca a 1", 1),
        ("Gostei da 4", 4),
        ("Olhei aqui e a 5 é a melhor pra mim", 5),
        ("acho que o primeiro é o que dá pra mim", 1),
        ("la 5", 5),
        ("el número 5", 5),
    ],
)
def test_a_number_with_a_little_around_it(maria: Patient, words: str, row: int) -> None:
    maria.says("quero marcar eletro semana que vem")
    picked = maria.options[row - 1].title
    maria.says(words)
    assert maria.last and maria.last.expects == "patient_name"
    assert picked[4:9] in maria.heard


@pytest.mark.parametrize("words", ["moro a 2 anos aqui", "tem a 1?", "a 1 ou a 2", "menos a 2", "tenho 2 filhos"])
def test_a_number_that_picks_nothing(maria: Patient, words: str) -> None:
    maria.says("quero marcar eletro semana que vem")
    maria.says(words)
    assert maria.last and maria.last.state == "date_time"


def test_a_number_and_a_question_are_both_taken(maria: Patient) -> None:
    maria.says("quero marcar eletro semana que vem")
    maria.says("Quero a 1. A clínica funciona de que horas a que horas?")
    assert "8h às 12h" in maria.heard and "30/11, às 8h" in maria.heard
    assert maria.last and maria.last.expects == "patient_name"


def test_the_first_there_is_comes_before_the_first_row(maria: Patient) -> None:
    maria.says("quero marcar eletro semana que vem")
    maria.says("o primeiro horário disponível")
    assert "24/11), às 13h" in maria.heard


def test_a_question_first_asks_for_no_earlier_hour(maria: Patient) -> None:
    maria.says("quero marcar eletro semana que vem")
    shown = [option.id for option in maria.options]
    maria.says("Antes disso, vocês ficam onde?")
    assert "Rua das Gaivotas" in maria.heard and [option.id for option in maria.options] == shown


def test_a_mother_is_not_greeted_by_her_title_nor_offered_as_the_patient(clinic: Clinic) -> None:
    mother = Patient(clinic, "5548999990003", "Mãe do Theo")
    mother.says("bom dia, quero marcar eletro sexta 8h")
    assert "Mãe" not in mother.heard and mother.options == []
    assert mother.last and mother.last.expects == "patient_name"


def test_a_plan_that_is_not_taken_undoes_the_one_that_was(maria: Patient) -> None:
    for text in ("marcar eletro sexta 8h", "Maria Souza", "unimed", "hapvida"):
        maria.says(text)
    assert maria.last and maria.last.expects == "insurance"
    maria.says("às 9h então")
    maria.says("obrigada")
    assert "Unimed\n" not in maria.heard and maria.visits == []


def test_an_apology_comes_in_the_language_that_was_spoken(clinic: Clinic, maria: Patient) -> None:
    maria.says("Hello, I would like to book an appointment please")
    assert maria.last
    now, conversation = clinic.clock.now(), maria.last.conversation_id
    clinic.write(
        lambda tx: tx.run(
            "insert into inbox(key, kind, state, payload, received_ms, received_at, conversation_id, attempts)"
            " values ('x', 'message', 'waiting', '{}', 0, '', ?, 9)",
            (conversation,),
        )
    )
    clinic.write(lambda tx: inbox.set_aside(tx, conversation, "Broken", now=millis(now), at=iso(now)))
    said = clinic.rows("select text from messages where direction = 'out' order by rowid desc limit 1")
    assert "team" in said[0]["text"] and "equipe" not in said[0]["text"]
