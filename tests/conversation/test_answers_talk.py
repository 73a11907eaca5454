"""Questions about the clinic, answered from its document and from nothing else."""

from __future__ import annotations

import msgspec
import pytest
from world import Clinic, Patient

from atendeai.clinics.context import ClinicContext, ClinicFacts, FaqEntry, Payment, Policies


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("onde fica a clínica?", "Rua das Gaivotas, 250"),
        ("qual o endereço de vocês?", "maps.google.com/?q=-27.5954,-48.548"),
        ("até que horas vocês atendem?", "• Segunda a sexta: 8h às 12h e 13h às 18h"),
        ("vocês abrem domingo?", "Domingo, 29/11 não atendemos"),
        ("quanto custa o eletrocardiograma?", "R$ 90,00"),
        ("quais os valores das consultas?", "• Consulta cardiológica: R$ 320,00"),
        ("quais convênios vocês aceitam?", "Unimed, Bradesco Saúde, SulAmérica e Amil"),
        ("vocês aceitam unimed?", "Sim, atendemos Unimed"),
        ("atende unimed pra dermatologista?", "não para Consulta dermatológica"),
        ("aceita hapvida?", "não atendemos Hapvida"),
        ("atende particular?", "Sim, atendemos no particular"),
        ("qual o preparo do teste ergométrico?", "Venha de tênis"),
        ("quem é o cardiologista?", "Dr. Roberto Amaral"),
        ("quais exames vocês fazem?", "• Ecocardiograma"),
        ("vocês fazem eletro?", "Sim, fazemos Eletrocardiograma"),
        ("em quanto tempo fica pronto o laudo?", "três dias úteis"),
        ("aceita pix?", "PIX"),
        ("parcela no cartão?", "3x sem juros"),
        ("posso levar acompanhante?", "um acompanhante"),
        ("vocês emitem nota fiscal para reembolso?", "nota fiscal no dia"),
        ("tem estacionamento?", "seis vagas"),
        ("quem é você?", "assistente virtual"),
        ("você é um robô?", "assistente virtual"),
    ],
)
def test_answers(maria: Patient, question: str, answer: str) -> None:
    result = maria.says(question)
    assert answer in maria.heard, maria.heard
    assert result.state == "start" and result.expects == "intent"


def test_an_answer_about_a_service_proposes_its_booking(maria: Patient) -> None:
    maria.says("quanto custa o eletro?")
    assert [option.id for option in maria.options] == ["book:eletrocardiograma"]
    maria.says("quero sim, pra sexta")
    assert maria.last and maria.last.expects == "slot" and "27/11" in maria.options[0].title


def test_two_questions_in_one_message(maria: Patient) -> None:
    maria.says("quanto custa o eletro e onde vocês ficam?")
    assert "R$ 90,00" in maria.heard and "Rua das Gaivotas" in maria.heard


def test_a_question_beside_a_wish(maria: Patient) -> None:
    maria.says("quero marcar um eletro, quanto custa?")
    assert "R$ 90,00" in maria.heard and maria.last and maria.last.expects == "slot"


def test_a_shy_clinic_proposes_nothing(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    behavior = msgspec.structs.replace(context.ai_behavior, proactive=False)
    clinic.loads(msgspec.structs.replace(context, ai_behavior=behavior))
    maria.says("quanto custa o eletro?")
    assert maria.options == []


def test_small_words_are_no_keywords(maria: Patient) -> None:
    maria.says("agora a ana, logo depois")
    assert "vagas" not in maria.heard


@pytest.mark.parametrize(
    "question",
    [
        "onde fica?",
        "quanto custa?",
        "aceita pix?",
        "quais convênios?",
        "qual o preparo?",
        "quem atende?",
        "que horas abre?",
    ],
)
def test_a_bare_document_invents_nothing(maria: Patient, clinic: Clinic, context: ClinicContext, question: str) -> None:
    bare = msgspec.structs.replace(
        context,
        clinic=ClinicFacts(name="Clínica Nua"),
        services=[
            msgspec.structs.replace(s, price_cents=None, price_note="", preparation="") for s in context.services
        ],
        insurance_plans=[],
        payment=Payment(),
        policies=Policies(),
        faq=[],
    )
    clinic.loads(bare)
    answer = maria.says(question)
    assert answer.replies and "R$" not in maria.heard and "Gaivotas" not in maria.heard


def test_the_clinics_own_answer_wins(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    entry = FaqEntry(question="Vocês aplicam vacina?", answer="Vacinas, só no posto.", keywords=["vacina", "vacinação"])
    clinic.loads(msgspec.structs.replace(context, faq=[entry]))
    maria.says("vcs aplicam vacina ai?")
    assert "Vacinas, só no posto." in maria.heard


def test_greeting_thanks_and_goodbye(maria: Patient, context: ClinicContext) -> None:
    maria.says("oi")
    assert maria.heard == context.ai_personality.greeting
    maria.says("boa tarde")
    assert maria.heard != context.ai_personality.greeting and maria.options
    maria.says("obrigada")
    assert maria.heard.startswith(("Por nada", "Imagina"))
    maria.says("tchau")
    assert maria.heard == context.ai_personality.farewell


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("vocês atendem sábado 28/11?", "atendemos, sim"),
        ("quero saber do dr roberto", "Cardiologia"),
        ("unimed cobre o eletro?", "Sim, atendemos Unimed para Eletrocardiograma"),
        ("quem vai ganhar a copa do mundo?", "Posso ajudar com agendamentos|posso marcar|Posso marcar"),
    ],
)
def test_more_answers(maria: Patient, question: str, answer: str) -> None:
    maria.says(question)
    assert any(words in maria.heard for words in answer.split("|")), maria.heard
