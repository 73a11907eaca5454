"""Visits that stand: shown, moved, cancelled, confirmed, and told apart."""

from __future__ import annotations

import msgspec
import pytest
from world import Clinic, Patient

from atendeai.clinics.context import ClinicContext


@pytest.fixture
def booked(maria: Patient) -> Patient:
    """Maria, with an ECG on Friday at eight."""
    for text in ("marcar eletro sexta 8h", "Maria Souza", "unimed", "sim"):
        maria.says(text)
    assert len(maria.visits) == 1
    return maria


@pytest.fixture
def twice(booked: Patient) -> Patient:
    """Maria, with a second visit: dermatology on Tuesday at ten."""
    for text in ("marcar dermato terça 1/12 às 10h", "particular", "sim"):
        booked.says(text)
    assert len(booked.visits) == 2
    return booked


@pytest.mark.parametrize(
    "question", ["quando é minha consulta?", "qual o horário do meu exame?", "tenho algo marcado?"]
)
def test_what_is_booked(booked: Patient, question: str) -> None:
    booked.says(question)
    assert "sexta-feira, 27/11, às 8h" in booked.heard and "Eletrocardiograma" in booked.heard


def test_nothing_is_booked(maria: Patient) -> None:
    maria.says("quando é minha consulta?")
    assert "agendamento" in maria.heard or "nada marcado" in maria.heard
    assert [option.id for option in maria.options] == ["book"]


def test_an_ok_to_what_is_booked_moves_nothing(booked: Patient) -> None:
    booked.says("quando é minha consulta?")
    assert booked.says("ok").state == "start"
    assert [visit.local_start for visit in booked.visits] == ["2026-11-27T08:00"]


def test_moving_keeps_the_visit_and_frees_the_old_place(booked: Patient, joao: Patient) -> None:
    (before,) = booked.visits
    booked.says("quero remarcar pra segunda")
    assert all("30/11" in option.title for option in booked.options[:-1])
    booked.says("às 15h")
    assert [visit.local_start for visit in booked.visits] == ["2026-11-27T08:00"], "nothing moves before the yes"
    booked.says("sim")
    (after,) = booked.visits
    assert (after.id, after.local_start) == (before.id, "2026-11-30T15:00") and after.insurance == "Unimed"
    assert "remarcado" in booked.heard and "sexta-feira, 27/11, às 8h" in booked.heard
    joao.says("marcar eletro sexta 8h")
    assert joao.last and joao.last.expects == "patient_name"


@pytest.mark.parametrize("words", ["deixa pra lá", "não quero mais", "desisto"])
def test_giving_up_a_move_keeps_the_visit(booked: Patient, words: str) -> None:
    booked.says("quero remarcar")
    booked.says(words)
    assert "sexta-feira, 27/11, às 8h" in booked.heard
    assert [visit.local_start for visit in booked.visits] == ["2026-11-27T08:00"]


def test_a_no_to_the_new_time_keeps_the_visit(booked: Patient) -> None:
    for text in ("remarcar pra segunda 15h", "não", "parar por aqui"):
        booked.says(text)
    assert [visit.local_start for visit in booked.visits] == ["2026-11-27T08:00"]


def test_moving_the_friday_visit_does_not_offer_friday(booked: Patient) -> None:
    booked.says("quero mudar minha consulta de sexta")
    assert booked.last and booked.last.expects == "date"
    booked.says("quarta de manhã")
    assert all("02/12" in option.title or "25/11" in option.title for option in booked.options[:-1])


def test_the_new_time_is_lost_to_a_rival(booked: Patient, joao: Patient) -> None:
    booked.says("remarcar pra segunda 15h")
    for text in ("marcar eletro segunda 15h", "João Prado", "amil", "sim"):
        joao.says(text)
    booked.says("sim")
    assert "acabou de" in booked.heard and "remarcado!" not in booked.heard
    assert [visit.local_start for visit in booked.visits] == ["2026-11-27T08:00"]


def test_cancelling_needs_an_explicit_yes(booked: Patient) -> None:
    booked.says("quero cancelar")
    assert "cancel" in booked.heard and booked.last and booked.last.expects == "confirmation"
    booked.says("não sei")
    assert len(booked.visits) == 1
    booked.says("sim")
    assert booked.visits == [] and booked.last.appointment_id


def test_a_no_keeps_the_visit(booked: Patient) -> None:
    booked.says("desmarcar")
    booked.says("não")
    assert len(booked.visits) == 1 and "27/11" in booked.heard


def test_short_notice_is_said(booked: Patient, clinic: Clinic) -> None:
    booked.says("cancelar minha consulta")
    assert "24 horas" not in booked.heard
    booked.says("não")
    clinic.wait(days=2, hours=8)
    booked.says("cancelar minha consulta")
    assert "24 horas" in booked.heard
    booked.says("sim")
    assert booked.visits == []


def test_cancelling_becomes_moving_and_back(booked: Patient) -> None:
    booked.says("quero cancelar")
    booked.says("não, prefiro remarcar pra segunda")
    assert all("30/11" in option.title for option in booked.options[:-1])
    booked.says("quero cancelar mesmo")
    assert booked.last and booked.last.expects == "confirmation"
    booked.says("sim")
    assert booked.visits == []


def test_the_rule_is_asked_for_and_nothing_is_cancelled(booked: Patient) -> None:
    booked.says("e se eu precisar cancelar?")
    assert "24 horas" in booked.heard and len(booked.visits) == 1
    assert booked.says("se eu precisar remarcar, como funciona?").state == "start"
    assert "12 horas" in booked.heard


def test_presence_is_confirmed(booked: Patient) -> None:
    booked.says("confirmo minha presença")
    (visit,) = booked.visits
    assert visit.status == "confirmed" and "27/11" in booked.heard


def test_which_of_two(twice: Patient) -> None:
    twice.says("quero remarcar")
    assert twice.last and twice.last.expects == "appointment_choice" and len(twice.options) == 2
    twice.says("a segunda opção")
    assert "Consulta dermatológica" in twice.heard
    twice.says("quinta 26/11 às 15h")
    twice.says("sim")
    assert sorted(visit.local_start for visit in twice.visits) == ["2026-11-26T15:00", "2026-11-27T08:00"]


@pytest.mark.parametrize("words", ["cancelar a de sexta", "cancelar o eletro", "cancelar com o dr Roberto"])
def test_the_words_tell_which(twice: Patient, words: str) -> None:
    twice.says(words)
    assert twice.last and twice.last.expects == "confirmation" and "Eletrocardiograma" in twice.heard
    twice.says("sim")
    assert [visit.service_id for visit in twice.visits] == ["consulta-dermatologica"]


def test_the_choice_changes_its_purpose(twice: Patient) -> None:
    twice.says("quero cancelar")
    twice.says("melhor remarcar")
    assert twice.last and twice.last.expects == "appointment_choice" and "remarcar" in twice.heard
    twice.taps(twice.options[0])
    assert twice.last.state == "date_time" and len(twice.visits) == 2


def test_a_person_called_while_choosing_leaves_the_choice_open(twice: Patient) -> None:
    twice.says("quero remarcar")
    twice.says("quero falar com um atendente")
    twice.says("1")
    assert twice.last and twice.last.state == "date_time"


def test_another_ones_visit_is_not_found(booked: Patient, joao: Patient) -> None:
    joao.says("quero cancelar")
    assert "Maria" not in joao.heard and joao.last and joao.last.state == "start"
    (visit,) = booked.visits
    joao.says("cancelar", tapped=f"cancel:{visit.id}", kind="interactive")
    joao.says("sim")
    assert len(booked.visits) == 1


def test_cancelling_a_booked_visit_in_the_middle_of_a_booking(booked: Patient) -> None:
    booked.says("quero marcar dermato")
    booked.says("quero cancelar o da Maria")
    assert booked.last and booked.last.expects == "confirmation" and "Eletrocardiograma" in booked.heard


def test_asking_for_visits_in_the_middle_returns_to_the_booking(booked: Patient) -> None:
    booked.says("quero marcar dermato")
    offered = booked.options
    booked.says("quando é minha consulta?")
    assert "27/11" in booked.heard and booked.options == offered


def test_a_visit_of_a_service_that_ended_is_moved_by_a_person(
    booked: Patient, clinic: Clinic, context: ClinicContext
) -> None:
    services = [service for service in context.services if service.id != "eletrocardiograma"]
    clinic.loads(msgspec.structs.replace(context, services=services))
    booked.says("quero remarcar")
    assert "Eletrocardiograma" in booked.heard and booked.last and not booked.last.escalated
    assert booked.says("sim").escalated


def test_a_visit_gone_meanwhile(booked: Patient, clinic: Clinic) -> None:
    booked.says("quero cancelar")
    clinic.write(lambda tx: tx.run("update appointments set status = 'cancelled'"))
    booked.says("sim")
    assert "não existe mais" in booked.heard or "Não encontrei mais" in booked.heard


def test_another_service_while_moving_is_a_booking_of_its_own(booked: Patient) -> None:
    booked.says("quero remarcar pra segunda")
    booked.says("e preciso marcar também uma dermatoscopia pro meu marido")
    assert "27/11" in booked.heard and "Dermatoscopia" in booked.heard
    for text in ("quinta às 13h", "Ivo Souza", "particular", "sim"):
        booked.says(text)
    assert [(v.local_start, v.service_id, v.patient_name) for v in booked.visits] == [
        ("2026-11-26T13:00", "dermatoscopia", "Ivo Souza"),
        ("2026-11-27T08:00", "eletrocardiograma", "Maria Souza"),
    ]


def test_an_old_service_button_while_moving_changes_no_visit(booked: Patient) -> None:
    booked.says("quero remarcar pra segunda 15h")
    booked.says("Ecocardiograma", tapped="service:ecocardiograma", kind="interactive")
    booked.says("1")
    booked.says("sim")
    assert [visit.service_id for visit in booked.visits if visit.local_start == "2026-11-27T08:00"] == [
        "eletrocardiograma"
    ]


@pytest.mark.parametrize(
    "option", ["slot:1795777200:roberto-amaral", "service:retorno", "plan:Unimed", "private", "other_day"]
)
def test_an_old_button_while_it_is_open_which_visit(twice: Patient, option: str) -> None:
    before = twice.visits
    twice.says("quero cancelar")
    answer = twice.says("?", tapped=option, kind="interactive")
    assert answer.replies and twice.visits == before


def test_several_visits_are_listed(twice: Patient) -> None:
    twice.says("quais consultas eu tenho marcadas?")
    assert "Eletrocardiograma" in twice.heard and "Consulta dermatológica" in twice.heard


def test_the_words_pick_one_of_those_listed(twice: Patient) -> None:
    twice.says("quero cancelar")
    twice.says("asdf qwer")
    assert twice.last and twice.last.expects == "appointment_choice"
    twice.says("a consulta com a dra Lia")
    assert twice.last.expects == "confirmation" and "Consulta dermatológica" in twice.heard


def test_a_question_before_the_yes_to_cancel(booked: Patient) -> None:
    booked.says("quero cancelar")
    booked.says("onde fica mesmo?")
    assert "Gaivotas" in booked.heard and booked.last and booked.last.expects == "confirmation"
    booked.says("sim")
    assert booked.visits == []


def test_the_new_day_is_asked_for_again(booked: Patient) -> None:
    booked.says("quero mudar minha consulta de sexta")
    booked.says("asdf")
    assert booked.last and booked.last.expects == "date"


@pytest.mark.parametrize("words", ["quero remarcar", "confirmo minha presença", "desmarcar"])
def test_nothing_to_change(maria: Patient, words: str) -> None:
    maria.says(words)
    assert [option.id for option in maria.options] == ["book"]


def test_the_last_visit_goes_while_it_is_chosen(twice: Patient, clinic: Clinic) -> None:
    twice.says("quero cancelar")
    clinic.write(lambda tx: tx.run("update appointments set status = 'cancelled'"))
    assert twice.says("hein?").state == "start"


def test_the_visit_goes_while_it_moves(booked: Patient, clinic: Clinic) -> None:
    booked.says("remarcar pra segunda 15h")
    clinic.write(lambda tx: tx.run("update appointments set status = 'cancelled'"))
    booked.says("sim")
    assert "não existe mais" in booked.heard or "Não encontrei mais" in booked.heard
    booked.says("quero remarcar")
    assert booked.last and booked.last.state == "start"


def test_preparation_of_what_is_booked(booked: Patient) -> None:
    booked.says("qual o preparo?")
    assert "Preparo para Eletrocardiograma" in booked.heard
