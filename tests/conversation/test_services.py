"""Services as patients and visitors call them, in three languages; the more specific one wins."""

from __future__ import annotations

import pytest
from conversation.clinic import CLINIC, NOW

from atendeai.clinics.context import ClinicContext, ClinicFacts, Service
from atendeai.conversation.understanding import understand

SMILES = ClinicContext(
    clinic=ClinicFacts(name="Sorriso e Mente"),
    services=[
        Service(id="avaliacao", name="Avaliação odontológica", specialty="Odontologia", aliases=["dentista"]),
        Service(id="limpeza", name="Limpeza dental", specialty="Odontologia", aliases=["tirar tártaro"]),
        Service(id="canal", name="Tratamento de canal", specialty="Odontologia"),
        Service(id="restauracao", name="Restauração", specialty="Odontologia"),
        Service(id="siso", name="Extração de siso", specialty="Odontologia", aliases=["dente do juízo"]),
        Service(id="aparelho", name="Manutenção de aparelho", specialty="Ortodontia"),
        Service(id="criancas", name="Consulta odontopediátrica", specialty="Odontopediatria"),
        Service(
            id="terapia", name="Psicoterapia individual", specialty="Psicologia",
            aliases=["terapia", "sessão com psicólogo"],
        ),
        Service(id="casal", name="Terapia de casal", specialty="Psicologia"),
        Service(id="neuro", name="Avaliação neuropsicológica", specialty="Psicologia"),
    ],
)  # fmt: skip
HEARTS = ClinicContext(
    clinic=ClinicFacts(name="Coração"),
    services=[
        Service(id="comum", name="Consulta Cardiológica", category="Consultas", specialty="Cardiologia"),
        Service(id="especial", name="Consulta Cardiológica Especializada", specialty="Cardiologia"),
        Service(id="ergo", name="Teste Ergométrico"),
    ],
)  # fmt: skip


def service(text: str, clinic: ClinicContext) -> str | None:
    return understand(text, context=clinic, now=NOW, expects="confirmation").entities.service


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Desculpa, me enganei: é uma sessão de casal", "casal"),
        ("terapia pra casal", "casal"),
        ("couples therapy", "casal"),
        ("una terapia de pareja", "casal"),
        ("terapia", "terapia"),
        ("uma sessão de psicoterapia", "terapia"),
        ("A neuropsychological assessment", "neuro"),
        ("É canal no dente", "canal"),
        ("olhei o papel aqui e é uma sessão de canal", "canal"),
        ("a root canal", "canal"),
        ("uma restauração num dente", "restauracao"),
        ("a tooth filling", "restauracao"),
        ("extracción de muela del juicio", "siso"),
        ("a wisdom tooth extraction", "siso"),
        ("children's dentist", "criancas"),
        ("pediatric dentist appointment", "criancas"),
        ("orthodontic braces adjustment", "aparelho"),
        ("ajuste de ortodoncia", "aparelho"),
        ("mantenimiento de los brackets", "aparelho"),
        ("dentista", "avaliacao"),
    ],
)
def test_lay_names_lead_to_the_service_meant(text: str, wanted: str):
    assert service(text, SMILES) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("deixa, melhor marcar uma consulta especializada", "especial"),
        ("a specialized cardiology appointment", "especial"),
        ("consulta cardiológica", "comum"),
        ("mi prueba de esfuerzo", "ergo"),
        ("stress test", "ergo"),
    ],
)
def test_the_more_specific_visit_wins(text: str, wanted: str):
    assert service(text, HEARTS) == wanted


def test_where_nothing_is_called_so_a_specialised_visit_is_any_visit():
    heard = understand("uma consulta especializada", context=CLINIC, now=NOW).entities
    assert heard.services == ("cardio", "pediatria", "derma", "gastro")


def test_a_childrens_dentist_is_a_dentist_where_there_is_no_other():
    clinic = ClinicContext(clinic=ClinicFacts(name="Só um"), services=SMILES.services[:2])
    assert service("children's dentist", clinic) == "avaliacao"
