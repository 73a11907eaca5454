"""The yes to what was read back: given in any words, never heard in words that name something else."""

from __future__ import annotations

import pytest
from world import Patient


def follow(person: Patient, *texts: str) -> None:
    for text in texts:
        person.says(text)


@pytest.fixture
def asked(maria: Patient) -> Patient:
    """Maria, to whom an ECG on Friday at eight has been read back."""
    follow(maria, "marcar eletro sexta 8h", "Maria Souza", "unimed")
    assert maria.last and maria.last.expects == "confirmation"
    return maria


@pytest.fixture
def booked(asked: Patient) -> Patient:
    asked.says("sim")
    assert len(asked.visits) == 1
    return asked


# something else is named


@pytest.mark.parametrize(
    "words",
    [
        "sim, pela hapvida",
        "certo, é pra Joana Lima",
        "o certo é o teste ergométrico",
        "sim, com a Dra. Helena",
        "isso, mas na segunda",
        "confirma pra terça",
        "sim, particular",
        "pode confirmar o ecocardiograma",
        "tá certo, só que às 15h",
        "li tudo e tá certo, pode confirmar pra segunda",
    ],
)
def test_a_yes_that_names_something_else_books_nothing(asked: Patient, words: str) -> None:
    asked.says(words)
    assert asked.visits == []


@pytest.mark.parametrize("words", ["o certo é o teste ergométrico", "Troca pra o ergométrico, por favor"])
def test_another_service_moves_nothing_and_is_booked_instead(booked: Patient, words: str) -> None:
    follow(booked, "quero remarcar pra segunda 15h", words)
    assert [visit.local_start for visit in booked.visits] == ["2026-11-27T08:00"]
    assert booked.last and booked.last.state == "date_time" and "Teste ergométrico" in booked.heard


def test_another_visit_that_is_named_is_the_one_to_cancel(booked: Patient) -> None:
    follow(booked, "marcar dermato terça 1/12 às 10h", "particular", "sim", "cancelar o eletro")
    assert "Eletrocardiograma" in booked.heard
    booked.says("não, é a dermato")
    assert "Consulta dermatológica" in booked.heard and len(booked.visits) == 2
    booked.says("sim")
    assert [visit.service_id for visit in booked.visits] == ["eletrocardiograma"]


@pytest.mark.parametrize(
    "words", ["é na verdade um teste ergométrico", "Só que é um teste ergométrico", "o certo é teste ergométrico"]
)
def test_the_service_is_changed_at_the_summary(asked: Patient, words: str) -> None:
    asked.says(words)
    assert asked.last and asked.last.state == "date_time" and "Teste ergométrico" in asked.heard


# nothing else is named


@pytest.mark.parametrize(
    "words",
    [
        "li tudo aqui e tá certo pode confirmar sim",
        "Sim, obrigado",
        "conferi tudo, tá tudo certo, pode marcar",
        "I'm sure",
        "sim, o eletro pela unimed",
    ],
)
def test_a_yes_at_length_books(asked: Patient, words: str) -> None:
    asked.says(words)
    assert len(asked.visits) == 1


@pytest.mark.parametrize("words", ["Yes, please cancel", "I'm sure", "sim, pode cancelar o eletro", "tenho certeza"])
def test_a_yes_at_length_cancels(booked: Patient, words: str) -> None:
    follow(booked, "quero cancelar minha consulta", words)
    assert booked.visits == []


@pytest.mark.parametrize("words", ["não tenho certeza", "I'm not sure", "pode cancelar?", "tem certeza?"])
def test_a_doubt_cancels_nothing(booked: Patient, words: str) -> None:
    follow(booked, "quero cancelar minha consulta", words)
    assert len(booked.visits) == 1


@pytest.mark.parametrize("words", ["pode cancelar", "please cancel", "cancela"])
def test_an_order_to_cancel_is_no_yes_to_a_booking(asked: Patient, words: str) -> None:
    asked.says(words)
    assert asked.visits == []


# an end to it


@pytest.mark.parametrize(
    "words",
    [
        "Já consegui em outro lugar, não precisa",
        "Não quero marcar não",
        "Never mind",
        "I changed my mind, I don't want to book",
        "Ya conseguí en otro lado, gracias",
        "mudei de ideia",
    ],
)
def test_giving_up_where_the_name_is_asked_lets_the_place_go(maria: Patient, joao: Patient, words: str) -> None:
    follow(maria, "marcar eletro sexta 8h", words)
    assert maria.last and maria.last.state == "start"
    joao.says("marcar eletro sexta 8h")
    assert joao.last and joao.last.expects == "patient_name", "the place is free again"


def test_a_change_of_mind_about_the_day_is_no_end(maria: Patient) -> None:
    follow(maria, "i want to book an electrocardiogram friday 8am", "I changed my mind, can we do Monday?")
    assert "30 November" in maria.heard and maria.last and maria.last.expects == "patient_name"


# a booking set aside


@pytest.fixture
def aside(booked: Patient) -> Patient:
    """Maria, who set a dermatology visit aside to move her ECG."""
    follow(booked, "quero marcar dermato", "1", "quero remarcar meu eletro pra segunda 15h", "sim")
    assert booked.options and booked.options[0].id == "resume"
    return booked


@pytest.mark.parametrize("words", ["Show, obrigado", "valeu", "tchau"])
def test_thanks_after_a_move_end_it(aside: Patient, joao: Patient, words: str) -> None:
    aside.says(words)
    assert aside.last and aside.last.state in ("start", "finalized")
    assert aside.clinic.rows("select * from appointments where status = 'held'") == []
    aside.says("sim")
    assert aside.last.state in ("start", "finalized")


def test_a_yes_goes_on_with_what_was_set_aside(aside: Patient) -> None:
    aside.says("sim, obrigada")
    assert aside.last and aside.last.state == "confirmation"


def test_a_move_that_began_as_a_booking_does_not_come_back(booked: Patient) -> None:
    follow(booked, "marcar eletro segunda 15h", "Remarca o meu eletro pra segunda 15h, por favor", "sim")
    assert [visit.local_start for visit in booked.visits] == ["2026-11-30T15:00"]
    assert booked.options == [] and booked.last and booked.last.state == "finalized"


@pytest.mark.parametrize("words", ["Não. Remarca meu eletro", "Não. Quero mudar meu exame", "passa meu horário"])
def test_a_move_is_heard_where_it_is_asked_whose_the_booking_is(booked: Patient, words: str) -> None:
    booked.name = "Joana Lima"
    follow(booked, "marcar eletro segunda 15h pra outra pessoa", f"{words} pra terça, por favor")
    assert booked.last and booked.last.state == "date_time" and "sexta-feira, 27/11, às 8h" in booked.heard


def test_how_a_booked_visit_should_be_is_a_move(booked: Patient) -> None:
    booked.says("Queria que meu horário fosse na segunda às 15h")
    assert "30/11, às 15h" in booked.heard and booked.last and booked.last.expects == "confirmation"
    booked.says("sim")
    assert [visit.local_start for visit in booked.visits] == ["2026-11-30T15:00"]


def test_one_is_cancelled_and_then_the_other_is_booked(booked: Patient) -> None:
    booked.says("cancela o eletro e marca uma consulta dermatológica")
    assert booked.last and booked.last.expects == "confirmation" and len(booked.visits) == 1
    booked.says("sim")
    assert booked.visits == [] and booked.last.state == "date_time" and "Consulta dermatológica" in booked.heard
    follow(booked, "1", "particular", "sim")
    assert [visit.service_id for visit in booked.visits] == ["consulta-dermatologica"]


def test_a_cancellation_refused_asks_before_the_booking(booked: Patient) -> None:
    follow(booked, "cancela o eletro e marca uma consulta dermatológica", "não")
    assert len(booked.visits) == 1 and booked.options[0].id == "resume"
