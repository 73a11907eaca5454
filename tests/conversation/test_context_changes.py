"""The clinic changes its document in the middle of a conversation; patients go on, and time passes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec
import pytest
from world import Clinic, Patient

from atendeai.clinics.context import ClinicContext, Closure
from atendeai.conversation.state import Start, decode_state

Change = Callable[..., None]


@pytest.fixture
def changes(clinic: Clinic, context: ClinicContext) -> Change:
    """Loads the document with some sections replaced."""
    return lambda **sections: clinic.loads(msgspec.structs.replace(context, **sections)) and None


@pytest.fixture
def at_summary(maria: Patient) -> Patient:
    for text in ("marcar retorno com o dr Roberto sexta 8h", "Maria Souza", "unimed"):
        maria.says(text)
    assert maria.last and maria.last.expects == "confirmation"
    return maria


@pytest.mark.parametrize(
    "before",
    [["quero marcar um eletro"], ["marcar eletro sexta 8h"], ["marcar eletro sexta 8h", "Maria Souza", "unimed"]],
)
def test_a_removed_service_is_said_and_asked_again(
    maria: Patient, clinic: Clinic, context: ClinicContext, changes: Change, before: list[str]
) -> None:
    for text in before:
        maria.says(text)
    changes(services=[service for service in context.services if service.id != "eletrocardiograma"])
    maria.says("sim")
    assert "atendimento" in maria.heard and maria.last and maria.last.expects == "service"
    assert maria.visits == [] and clinic.rows("select * from occupancy") == []
    maria.says("ecocardiograma")
    assert maria.last.expects == "slot"


def test_a_removed_service_does_not_stop_who_wants_a_person(
    maria: Patient, context: ClinicContext, changes: Change
) -> None:
    maria.says("quero marcar um eletro")
    changes(services=context.services[:2])
    assert maria.says("quero falar com um atendente").escalated


def test_a_removed_professional_is_said_and_others_offered(
    at_summary: Patient, context: ClinicContext, changes: Change
) -> None:
    changes(professionals=[person for person in context.professionals if person.id != "roberto-amaral"])
    at_summary.says("sim")
    assert "profissional" in at_summary.heard and at_summary.visits == []
    assert at_summary.last and at_summary.last.expects == "slot"
    assert all("Roberto" not in option.description for option in at_summary.options)
    at_summary.says("1")
    at_summary.says("sim")
    assert len(at_summary.visits) == 1


def test_a_removed_plan_is_said(at_summary: Patient, context: ClinicContext, changes: Change) -> None:
    plans = [msgspec.structs.replace(plan, active=plan.name != "Unimed") for plan in context.insurance_plans]
    changes(insurance_plans=plans)
    at_summary.says("sim")
    assert at_summary.visits == [] and at_summary.last and at_summary.last.expects == "insurance"
    at_summary.says("particular")
    at_summary.says("sim")
    assert [visit.insurance for visit in at_summary.visits] == [None]


def test_a_closure_added_meanwhile_takes_the_slot_away(at_summary: Patient, changes: Change) -> None:
    friday = dt.date(2026, 11, 27)
    changes(closures=[Closure(start=friday, end=friday, reason="Dedetização")])
    at_summary.says("sim")
    assert at_summary.visits == [] and "marcado!" not in at_summary.heard
    assert at_summary.last and at_summary.last.expects == "slot"
    assert not any("27/11" in option.title for option in at_summary.options)


def test_a_rollback_gives_it_back(maria: Patient, clinic: Clinic, context: ClinicContext, changes: Change) -> None:
    maria.says("quero marcar um eletro")
    changes(services=context.services[:2])
    clinic.loads(context)
    maria.says("1")
    assert maria.last and maria.last.expects == "patient_name"


def test_a_stale_button_of_a_removed_service(maria: Patient, context: ClinicContext, changes: Change) -> None:
    maria.says("marcar")
    button = next(option for option in maria.options if option.id == "service:eletrocardiograma")
    changes(services=context.services[:2])
    maria.taps(button)
    assert maria.last and maria.last.expects == "service" and len(maria.options) == 2


def test_a_clinic_of_one_service_does_not_ask_which(maria: Patient, context: ClinicContext, changes: Change) -> None:
    changes(services=context.services[:1])
    maria.says("quero marcar")
    assert maria.last and maria.last.expects == "slot" and "Consulta clínica geral" in maria.heard


# time and repetition


def test_a_day_of_silence_closes_the_flow(at_summary: Patient, clinic: Clinic) -> None:
    clinic.wait(hours=25)
    at_summary.says("sim")
    assert at_summary.visits == []
    (row,) = clinic.rows("select state from conversations")
    assert decode_state(row["state"]) == Start()


def test_an_hour_of_silence_does_not(at_summary: Patient, clinic: Clinic) -> None:
    clinic.wait(hours=1)
    at_summary.says("sim")
    assert at_summary.visits == [] and "Retorno" in at_summary.heard
    at_summary.says("sim")
    assert len(at_summary.visits) == 1


def test_a_stale_button_after_the_silence_explains_itself(at_summary: Patient, clinic: Clinic) -> None:
    button = at_summary.options[0]
    clinic.wait(hours=25)
    at_summary.taps(button)
    assert "opção" in at_summary.heard or "escolha" in at_summary.heard
    assert at_summary.visits == [] and at_summary.options


def test_the_same_message_again_gets_the_first_answer(at_summary: Patient) -> None:
    first = at_summary.says("sim", message_id="m-1")
    again = at_summary.says("sim", message_id="m-1")
    assert (again.replies, again.state, again.appointment_id) == (first.replies, first.state, first.appointment_id)
    assert len(at_summary.visits) == 1


def test_nothing_is_said_twice_in_a_row(maria: Patient) -> None:
    before = ""
    for _ in range(8):
        maria.says("onde fica?")
        assert maria.heard != before
        before = maria.heard


def test_starting_over_lets_go_of_everything(at_summary: Patient, clinic: Clinic) -> None:
    at_summary.says("menu")
    assert at_summary.last and at_summary.last.state == "start" and at_summary.options
    assert clinic.rows("select * from occupancy") == []


def test_a_message_without_words_asks_the_open_question(at_summary: Patient) -> None:
    answer = at_summary.says("   ")
    assert answer.expects == "confirmation" and answer.replies[0].text
    assert at_summary.visits == []


def test_a_message_without_words_at_the_start(maria: Patient) -> None:
    maria.says("oi")
    menu = maria.options
    assert maria.says("\n").state == "start" and maria.options == menu
