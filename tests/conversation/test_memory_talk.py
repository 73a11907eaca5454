"""What is remembered of each patient, offered and never assumed: name, plan, usual professional; and families."""

from __future__ import annotations

import msgspec
import pytest
from world import Clinic, Patient

from atendeai.clinics.context import ClinicContext


def follow(person: Patient, *texts: str) -> None:
    for text in texts:
        person.says(text)


def titles(person: Patient) -> list[str]:
    return [option.title for option in person.options]


@pytest.fixture
def seen(maria: Patient) -> Patient:
    """Maria, who was with Dra. Helena for a return visit, on Unimed."""
    follow(maria, "marcar retorno com a dra Helena quinta 8h", "Maria Souza", "unimed", "sim")
    assert [visit.professional_id for visit in maria.visits] == ["helena-prado"]
    return maria


@pytest.mark.parametrize(("answer", "whom"), [("sim", {""}), ("tanto faz", {"Dra. Helena", "Dr. Roberto", "Dra. Lia"})])
def test_the_usual_professional_is_offered(seen: Patient, answer: str, whom: set[str]) -> None:
    seen.says("quero marcar um retorno")
    assert "Dra. Helena" in seen.heard and titles(seen) == ["Dra. Helena", "Tanto faz"]
    seen.says(answer)
    assert seen.last and seen.last.expects == "slot"
    assert {option.description for option in seen.options[:-1]} <= whom | {"Dr. André"}
    assert ("com a Dra. Helena" in seen.heard) == (answer == "sim")


def test_another_than_the_usual_professional(seen: Patient) -> None:
    follow(seen, "quero marcar um retorno", "com o Dr. Roberto")
    assert "Dr. Roberto" in seen.heard and seen.last and seen.last.expects == "slot"


def test_a_no_to_the_usual_professional_is_not_a_no_to_the_visit(seen: Patient) -> None:
    follow(seen, "quero marcar um retorno", "não")
    assert seen.last and seen.last.expects == "slot" and "Dra. Helena" not in seen.heard


def test_a_day_instead_of_an_answer_is_taken_and_nothing_is_asked_twice(seen: Patient) -> None:
    follow(seen, "quero marcar um retorno", "segunda de manhã")
    assert seen.last and seen.last.expects == "slot" and all("30/11" in title for title in titles(seen)[:-1])


def test_who_was_named_is_not_asked_about(seen: Patient) -> None:
    seen.says("quero um retorno com o dr Roberto")
    assert seen.last and seen.last.expects == "slot"


def test_the_usual_professional_is_not_offered_for_when_she_is_away(seen: Patient) -> None:
    seen.says("quero um retorno quarta 2/12 às 14h")
    assert seen.last and seen.last.expects != "professional"


@pytest.mark.parametrize(
    ("answer", "line"),
    [("sim", "Convênio: Unimed"), ("Bradesco", "Convênio: Bradesco Saúde"), ("particular", "Particular: R$ 320,00")],
)
def test_the_plan_is_offered(seen: Patient, answer: str, line: str) -> None:
    seen.says("marcar consulta cardiológica segunda 9h")
    assert "Unimed" in seen.heard and titles(seen) == ["Unimed", "Particular", "Outro convênio"]
    seen.says(answer)
    assert line in seen.heard and "Maria Souza" in seen.heard


@pytest.mark.parametrize("answer", ["não", "Outro convênio"])
def test_another_plan_is_asked_for(seen: Patient, answer: str) -> None:
    follow(seen, "marcar consulta cardiológica segunda 9h", answer)
    assert seen.last and seen.last.expects == "insurance" and "SulAmérica" in titles(seen)


def test_private_is_remembered_too(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria Souza", "particular", "sim", "marcar eletro segunda 9h")
    assert titles(maria) == ["Particular", "Tenho convênio"]
    maria.says("sim")
    assert "Particular: R$ 90,00" in maria.heard


def test_a_plan_that_does_not_cover_is_not_offered(seen: Patient) -> None:
    seen.says("marcar dermatoscopia quinta 3/12 às 14h")
    assert seen.last and seen.last.expects == "insurance" and "Unimed" not in seen.heard + "".join(titles(seen))


def test_the_mothers_visit_takes_nothing_from_the_daughter(seen: Patient) -> None:
    follow(seen, "marcar consulta cardiológica segunda 9h pra minha mãe")
    assert seen.last and seen.last.expects == "patient_name" and "Maria Souza" not in seen.heard + "".join(titles(seen))
    seen.says("Marta Souza")
    assert seen.last.expects == "insurance" and "Unimed?" not in seen.heard
    follow(seen, "amil", "bradesco", "sim")
    seen.says("marcar eletro quarta 2/12 9h pra minha mãe")
    assert "Marta Souza" in seen.heard
    seen.says("sim")
    assert titles(seen)[0] == "Bradesco Saúde"
    follow(seen, "sim", "sim")
    assert [(v.patient_name, v.insurance) for v in seen.visits] == [
        ("Maria Souza", "Unimed"), ("Marta Souza", "Bradesco Saúde"), ("Marta Souza", "Bradesco Saúde"),
    ]  # fmt: skip


def test_who_booked_only_for_a_child_is_not_taken_for_the_child(clinic: Clinic) -> None:
    rita = Patient(clinic, "5548999990009")
    follow(rita, "marcar pediatra amanhã 8h pro meu filho", "Theo Lima", "amil", "sim")
    rita.says("marcar eletro sexta 8h")
    assert rita.last and rita.last.expects == "patient_name" and "Theo Lima" in titles(rita)
    rita.says("Rita Lima")
    assert "Unimed" in titles(rita) and "Continua" not in rita.heard


def test_a_remembered_plan_does_not_follow_to_another_person(seen: Patient) -> None:
    follow(seen, "marcar consulta cardiológica segunda 9h", "sim", "na verdade é pra minha irmã")
    assert seen.last and seen.last.expects == "patient_name"
    seen.says("Joana Prado")
    assert seen.last.expects == "insurance"


def test_a_known_family_is_offered(seen: Patient) -> None:
    follow(seen, "marcar pediatra amanhã 8h pro meu filho", "Theo Souza", "amil", "sim")
    seen.says("marcar eletro sexta 8h")
    assert titles(seen) == ["Maria Souza", "Theo Souza", "Outra pessoa"]
    follow(seen, "marcar eletro sexta 8h pro meu filho")
    assert "Theo Souza" in seen.heard and titles(seen) == ["Theo Souza", "Outra pessoa"]


def test_memory_ends_after_a_year(seen: Patient, clinic: Clinic) -> None:
    clinic.wait(days=366)
    follow(seen, "quero marcar um eletro", "1")
    assert "Continua" not in seen.heard and seen.last and seen.last.expects == "patient_name"


def test_a_clinic_without_memory_offers_nothing(seen: Patient, clinic: Clinic, context: ClinicContext) -> None:
    behavior = msgspec.structs.replace(context.ai_behavior, memory=False)
    clinic.loads(msgspec.structs.replace(context, ai_behavior=behavior))
    seen.says("quero marcar um retorno")
    assert seen.last and seen.last.expects == "slot"
    seen.says("segunda 8h")
    assert seen.last.expects == "patient_name" and seen.options == []


# for whom


def test_two_people_are_two_bookings_one_after_the_other(maria: Patient) -> None:
    maria.says("quero marcar eletro pra mim e pra minha filha")
    assert "um de cada vez" in maria.heard or "um por vez" in maria.heard
    assert "para você" in maria.heard and "sua filha" in maria.heard
    follow(maria, "sexta 9h", "Maria Souza", "unimed", "sim")
    assert "marcado" in maria.heard and "para sua filha" in maria.heard and maria.last
    assert maria.last.expects == "slot" and all("27/11" in title for title in titles(maria)[:-1])
    follow(maria, "1", "Ana Souza", "particular", "sim")
    assert {(v.patient_name, v.insurance) for v in maria.visits} == {("Maria Souza", "Unimed"), ("Ana Souza", None)}


@pytest.mark.parametrize(
    "words", ["marca um eletro sexta 8h pra dona Zilda Ramos", "eletro sexta 8h pro meu filho Theo Ramos de 3 anos"]
)
def test_the_name_given_with_the_wish_is_not_asked(maria: Patient, words: str) -> None:
    maria.says(words)
    assert maria.last and maria.last.expects == "insurance"
    maria.says("unimed")
    assert "Ramos" in maria.heard


@pytest.mark.parametrize("before", [[], ["sexta 8h"], ["sexta 8h", "Maria Souza"], ["sexta 8h", "Maria Souza", "amil"]])
def test_it_turns_out_to_be_for_somebody_else(maria: Patient, before: list[str]) -> None:
    follow(maria, "quero marcar um eletro", *before, "na verdade é pra minha irmã")
    if not before:
        follow(maria, "sexta 8h")
    assert maria.last and maria.last.expects == "patient_name" and "27/11" in maria.heard + "".join(titles(maria))
    maria.says("Joana Prado")
    if maria.last.expects == "insurance":
        maria.says("amil")
    maria.says("sim")
    assert [(v.local_start, v.patient_name, v.insurance) for v in maria.visits] == [
        ("2026-11-27T08:00", "Joana Prado", "Amil")
    ]


def test_it_turns_out_to_be_for_the_writer(maria: Patient) -> None:
    follow(maria, "eletro sexta 8h pra minha mãe", "Marta Souza", "amil", "não, é pra mim mesma")
    assert maria.visits == [] and maria.last and maria.last.expects == "patient_name"
    maria.says("Maria Souza")
    assert "Maria Souza" in maria.heard and "Amil" in maria.heard and maria.last.expects == "confirmation"
