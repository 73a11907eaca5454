"""When a person must come: not understood, asked for, complained, in danger; and silence while one is there."""

from __future__ import annotations

import msgspec
import pytest
from world import Clinic, Patient

from atendeai.clinics.context import ClinicContext

EVERYWHERE = [
    [],
    ["quero marcar um horário"],
    ["quero marcar um eletro"],
    ["marcar eletro sexta 8h"],
    ["marcar eletro sexta 8h", "Maria Souza"],
    ["marcar eletro sexta 8h", "Maria Souza", "unimed"],
    ["marcar eletro sexta 8h", "Maria Souza", "unimed", "sim"],
    ["marcar eletro sexta 8h", "Maria Souza", "unimed", "sim", "quero cancelar"],
]


@pytest.fixture(params=EVERYWHERE, ids=lambda said: said[-1] if said else "start")
def anywhere(request: pytest.FixtureRequest, maria: Patient) -> Patient:
    """Maria, at each point of a conversation."""
    for text in request.param:
        maria.says(text)
    return maria


def test_an_emergency_comes_first_anywhere(anywhere: Patient, clinic: Clinic, context: ClinicContext) -> None:
    visits = anywhere.visits
    answer = anywhere.says("meu pai está com dor no peito e não consegue respirar")
    assert "192" in anywhere.heard and context.emergency_text in anywhere.heard
    assert answer.escalated and answer.state == "start" and answer.intent == "emergency"
    assert clinic.rows("select * from appointments where status = 'held'") == [] and anywhere.visits == visits


def test_self_harm_is_met_with_188_anywhere(anywhere: Patient) -> None:
    answer = anywhere.says("não quero mais viver, vou me matar")
    assert "188" in anywhere.heard and "192" in anywhere.heard and answer.escalated


def test_a_person_on_request_anywhere(anywhere: Patient) -> None:
    visits = anywhere.visits
    answer = anywhere.says("quero falar com um atendente")
    assert answer.escalated and "equipe" in anywhere.heard and anywhere.visits == visits


def test_a_complaint_is_met_with_regret(maria: Patient, clinic: Clinic) -> None:
    answer = maria.says("esperei duas horas, isso é um absurdo, quero reclamar")
    assert answer.escalated and ("Sinto muito" in maria.heard or "desculpas" in maria.heard)
    assert clinic.rows("select escalation from conversations") == [{"escalation": "complaint"}]


def test_not_understood_three_times(maria: Patient) -> None:
    assert not maria.says("asdf qwer").escalated
    assert not maria.says("zxcv bnm").escalated
    assert maria.says("lkjh poiu").escalated
    assert "equipe" in maria.heard


def test_the_clinic_sets_the_threshold(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    behavior = msgspec.structs.replace(context.ai_behavior, escalation_threshold=1)
    clinic.loads(msgspec.structs.replace(context, ai_behavior=behavior))
    assert maria.says("asdf qwer").escalated


def test_the_clinic_may_want_no_escalation(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    behavior = msgspec.structs.replace(context.ai_behavior, auto_escalation=False)
    clinic.loads(msgspec.structs.replace(context, ai_behavior=behavior))
    assert not any(maria.says(f"asdf qwer {letter}").escalated for letter in "abcdefg")


def test_what_is_understood_in_between_starts_the_count_again(maria: Patient) -> None:
    for text in ("asdf qwer", "zxcv bnm", "onde fica a clínica?", "asdf qwer", "zxcv bnm"):
        maria.says(text)
    assert maria.last and not maria.last.escalated


def test_the_open_question_may_still_be_answered_after_a_person_was_called(maria: Patient) -> None:
    maria.says("quero marcar um eletro")
    slot = maria.options[0]
    maria.says("quero falar com um atendente")
    assert maria.says("ok").state == "date_time"
    maria.says("quero falar com um atendente")
    maria.says("1")
    assert maria.last and maria.last.expects == "patient_name" and slot.title[-5:-3].lstrip("0") in maria.heard


def test_an_ok_after_calling_a_person_books_nothing(maria: Patient) -> None:
    for text in ("marcar eletro sexta 8h", "Maria Souza", "unimed", "quero falar com um atendente", "ok"):
        maria.says(text)
    assert maria.visits == []
    maria.says("sim")
    assert len(maria.visits) == 1


def test_silence_while_a_person_has_the_conversation(maria: Patient, clinic: Clinic) -> None:
    called = maria.says("quero falar com um atendente")
    clinic.takes_over(called.conversation_id)
    answer = maria.says("oi, alguém aí?")
    assert (answer.status, answer.replies, answer.state, answer.escalated) == ("human", [], None, True)
    clinic.hands_back(called.conversation_id)
    answer = maria.says("quero marcar um eletro")
    assert answer.state == "date_time" and answer.replies and not answer.escalated


def test_taken_over_in_the_middle_of_a_booking(maria: Patient, clinic: Clinic) -> None:
    for text in ("marcar eletro sexta 8h", "Maria Souza", "unimed"):
        maria.says(text)
    assert maria.last
    clinic.takes_over(maria.last.conversation_id)
    assert maria.says("sim").replies == [] and maria.visits == []
    clinic.hands_back(maria.last.conversation_id)
    assert maria.says("sim").state != "finalized" and maria.visits == []


def test_called_twice_is_told_so(maria: Patient) -> None:
    maria.says("quero falar com um atendente")
    maria.says("cadê o atendente? quero falar com uma pessoa")
    assert "avisada" in maria.heard


def test_opting_out(maria: Patient, clinic: Clinic) -> None:
    maria.says("não quero mais receber mensagens, me tira da lista")
    assert "não envio mais" in maria.heard
    assert clinic.rows("select opted_out from contacts") == [{"opted_out": 1}]


def test_a_request_about_ones_data(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    answer = maria.says("quero que apaguem todos os meus dados")
    assert answer.escalated and "LGPD" in maria.heard and context.policies.privacy in maria.heard
    assert clinic.rows("select escalation from conversations") == [{"escalation": "data_request"}]


@pytest.mark.parametrize(
    "question",
    [
        "posso tomar dipirona com esse remédio?",
        "que remédio é bom pra dor de cabeça?",
        "meu exame deu alterado, é grave?",
    ],
)
def test_no_medical_advice(maria: Patient, question: str) -> None:
    maria.says(question)
    assert "profissional de saúde" in maria.heard or "não posso orientar" in maria.heard
    assert {option.id for option in maria.options} == {"book", "human"}


def test_when_a_person_will_be_there(maria: Patient, clinic: Clinic) -> None:
    clinic.wait(hours=12)
    maria.says("quero falar com um atendente")
    assert "amanhã (quarta-feira, 25/11), às 8h" in maria.heard


@pytest.mark.parametrize(
    "kind", ["audio", "image", "video", "document", "sticker", "location", "contacts", "unsupported"]
)
def test_what_cannot_be_read(maria: Patient, kind: str) -> None:
    answer = maria.says("", kind=kind)
    assert "texto" in maria.heard or "escreve" in maria.heard
    assert not answer.escalated and maria.options


def test_a_voice_note_in_the_middle_asks_the_open_question_again(maria: Patient) -> None:
    maria.says("quero marcar um eletro")
    offered = maria.options
    maria.says("", kind="audio")
    assert "seu áudio" in maria.heard and maria.options == offered
