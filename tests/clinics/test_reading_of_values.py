"""Single values as clinics write them: yes and no, counts, measures, names, sentences about money and rules."""

from typing import Any

import pytest

from atendeai.clinics.context import ClinicContext, PaymentMethod
from atendeai.clinics.document.measures import day, days_from_months, hours, hours_from_days
from atendeai.clinics.document.money import discount, installments, reais
from atendeai.clinics.document.place import Unreadable
from atendeai.clinics.document.times import intervals_in, time_of_day
from atendeai.clinics.document.values import contacts, decimal, flag, formality, name, names, state, text, whole
from atendeai.clinics.document.words import label, unique
from atendeai.clinics.reading import Reading, read_context

VILA: dict[str, Any] = {
    "clinica": {"nome": "Vila", "horario_funcionamento": "segunda a sexta 8h-18h"},
    "servicos": ["Consulta"],
    "profissionais": ["Dra. Ana"],
    "informacoes_adicionais": {"emergencia": "Ligue 192."},
}


def read(**changed: Any) -> Reading:
    return read_context({**VILA, **changed})


def kept(**changed: Any) -> ClinicContext:
    reading = read(**changed)
    assert reading.context is not None, reading.problems
    return reading.context


@pytest.mark.parametrize(
    "said", [True, 1, "sim", "Yes", "ativo", "alta", "medium", "1", {"ativo": True}, {"enabled": "sim"}]
)
def test_yes(said: Any) -> None:
    assert flag(said) is True


@pytest.mark.parametrize("said", [False, 0, "não", "no", "inativo", "Baixa", "low", "0", {"disponivel": False}])
def test_no(said: Any) -> None:
    assert flag(said) is False


@pytest.mark.parametrize("said", ["talvez", 2, [], {}, 0.5])
def test_neither_yes_nor_no(said: Any) -> None:
    with pytest.raises(Unreadable):
        flag(said)


def test_nothing_is_nothing() -> None:
    assert flag(None) is None
    assert flag(" ") is None
    assert text({"a": None, "b": []}) is None
    assert state(" ") is None


@pytest.mark.parametrize(("said", "count"), [(3, 3), ("3 tentativas", 3), (3.0, 3), ("até 10", 10)])
def test_counts(said: Any, count: int) -> None:
    assert whole(said) == count


@pytest.mark.parametrize("said", ["muitas", "", 0.7, True, [], 1e12])
def test_no_counts(said: Any) -> None:
    with pytest.raises(Unreadable):
        whole(said)


def test_degrees() -> None:
    assert (decimal("-27,5"), decimal(-48)) == (-27.5, -48.0)
    for said in ("aqui", 181, True, float("nan")):
        with pytest.raises(Unreadable):
            decimal(said)


def test_names_and_lists_of_them() -> None:
    assert names("Cardiologia, Pediatria; Pele") == ["Cardiologia", "Pediatria", "Pele"]
    assert names({"cardiologia": True, "pediatria": False}) == ["Cardiologia"]
    assert names({"id": "p1"}) == ["p1"]
    assert names({"a": "Ana", "b": {"nome": "Bia"}}) == ["Ana", "Bia"]
    assert name({"nome": "Ana"}) == "Ana"
    for said in ({"x": 1}, [1], True):
        with pytest.raises(Unreadable):
            name(said)


def test_contacts_in_lists_and_objects() -> None:
    assert contacts([{"numero": "1"}, "2", None]) == ["1", "2"]
    assert contacts({"geral": "1 ou 2", "outro": {"telefone": "3"}}) == ["1 ou 2", "3"]


def test_levels_of_formality_that_say_nothing() -> None:
    with pytest.raises(Unreadable):
        formality("azul")


def test_states() -> None:
    assert (state("sc"), state("São Paulo")) == ("SC", "SP")
    with pytest.raises(Unreadable):
        state("Lisboa")


def test_spans_in_other_units() -> None:
    assert (hours_from_days(2), days_from_months("3 meses"), days_from_months(2)) == (48, 90, 60)
    assert (hours("30 minutos"), hours("1,5 hora"), hours("uma semana")) == (1, 2, 168)
    for said in ("já", True, [], float("inf"), {}):
        with pytest.raises(Unreadable):
            hours(said)


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2027-1-5", "2027-01-05"),
        ("05/01/2027", "2027-01-05"),
        ("5 de janeiro de 2027", "2027-01-05"),
        ("01-05", "01-05"),
    ],
)
def test_dates(said: str, date: str) -> None:
    assert day(said) == date


@pytest.mark.parametrize("said", ["5 de nada", 5, None])
def test_no_dates(said: Any) -> None:
    with pytest.raises(Unreadable):
        day(said)


def test_times_and_pauses() -> None:
    assert time_of_day("meia-noite") == "00:00"
    assert intervals_in("8h-12h, 13h-18h, almoço 12h-13h") == intervals_in("8h-12h, 13h-18h")
    assert intervals_in("8h-12h (intervalo às 10h)") == intervals_in("8h-12h")
    assert intervals_in("8h-18h intervalo 18h-19h") == intervals_in("8h-18h")
    with pytest.raises(Unreadable):
        time_of_day(True)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (True, "Parcelamento disponível"),
        (False, None),
        (1, None),
        (12, "Até 12x"),
        ("Até 6x sem juros", "Até 6x sem juros"),
        ({"disponivel": False, "max_parcelas": 3}, None),
        ({"max_parcelas": 3, "sem_juros": True}, "Até 3x sem juros"),
        ({"sem_juros": True}, "Sem juros"),
        ({"max_parcelas": 10, "sem_juros": 3}, "Até 10x, sem juros em até 3x"),
        ({"max_parcelas": 3, "juros": True}, "Até 3x, com juros"),
        ({"max_parcelas": 3, "juros": "da operadora"}, "Até 3x, juros: da operadora"),
        ({"max_parcelas": 3, "juros": 0}, "Até 3x sem juros"),
        ({"max_parcelas": 3, "valor_minimo_parcela": "R$ 50"}, "Até 3x, parcela mínima de R$ 50"),
        ({"max_parcelas": 3, "bandeiras": ["Visa"]}, "Até 3x, Bandeiras: Visa"),
        ({}, None),
    ],
)
def test_installments(said: Any, words: str | None) -> None:
    assert installments(said) == words


def test_discounts_and_amounts() -> None:
    assert discount(5) == "5%"
    assert discount(2.5) == "2,5%"
    assert discount(True) is None
    assert discount("5% à vista") == "5% à vista"
    assert discount({"disponivel": False, "percentual": 5}) is None
    assert discount({"percentual": 5, "condicao": "à vista"}) == "5%; Condicao: à vista"
    assert discount({"condicao": "à vista"}) == "Condicao: à vista"
    assert (reais(1250), reais("R$ 3"), reais(None)) == ("R$ 1.250,00", "R$ 3", "")


def test_payment_keyed_by_method() -> None:
    reading = read(
        formas_pagamento={
            "cartao_credito": ["Visa"],
            "boleto": "somente convênios",
            "pix": "sim",
            "cheque": "não",
            "criptomoeda": True,
        }
    )
    assert reading.context is not None
    assert reading.context.payment.methods == [
        PaymentMethod(name="Cartão de crédito", brands=["Visa"]),
        PaymentMethod(name="PIX"),
        PaymentMethod(name="Boleto", note="somente convênios"),
        PaymentMethod(name="Criptomoeda"),
    ]
    assert [one.path for one in reading.problems] == ["$.formas_pagamento.criptomoeda"]
    assert kept(politicas={"pagamento": {"desconto_pix": 5}}).payment.discount == "5% no PIX"
    assert read(formas_pagamento=[{"aceito": True}]).context is None


def test_copayments() -> None:
    plans = [
        {"nome": "A", "copagamento": True},
        {"nome": "B", "copagamento": "20%"},
        {"nome": "C", "copagamento": False},
        "D",
        "d",
    ]
    reading = read(convenios=plans)
    assert reading.context is not None
    assert [one.coverage for one in reading.context.insurance_plans] == [
        "Há copagamento.",
        "Copagamento: 20%.",
        "Sem copagamento.",
        "",
        "",
    ]
    assert [one.path for one in reading.problems] == ["$.convenios[4]"]
    assert [one.name for one in kept(convenios={"unimed": True, "amil": False}).insurance_plans] == ["Unimed", "Amil"]
    assert [one.name for one in kept(convenios="Unimed, Amil").insurance_plans] == ["Unimed", "Amil"]
    assert read(convenios=[{"tipo": "x"}]).context is None


def test_rules_in_objects_and_in_the_negative() -> None:
    context = kept(
        politicas={
            "agendamento": {
                "cancelamento": {"antecedencia_horas": 36, "multa": "R$ 50"},
                "atraso": {"tolerancia": "20 minutos"},
                "reagendamento_permitido": False,
                "antecedencia_minima_dias": 1,
            },
            "cancelamento_permitido": True,
        }
    )
    rules = context.scheduling_policies
    assert (rules.cancellation_hours, rules.late_tolerance_minutes, rules.min_advance_hours) == (36, 20, 24)
    assert context.policies.cancellation == "Multa: R$ 50."
    assert context.policies.rescheduling == "Não é permitido remarcar."
    assert read(politicas={"cancelamento": -1}).context is None
    assert kept(politicas={"cancelamento": " "}).policies.cancellation == ""
    assert kept(politicas={"retorno": "20 minutos"}).scheduling_policies.return_visit_days == 30


def test_emergencies_in_objects_lists_and_restrictions() -> None:
    assert (
        kept(informacoes_adicionais={"emergencia": {"mensagem": "Vá ao hospital."}}).emergency_text == "Vá ao hospital."
    )
    assert (
        kept(informacoes_adicionais={"emergencias": ["Ligue 192", "Vá ao hospital"]}).emergency_text
        == "Ligue 192; Vá ao hospital"
    )
    restricted = {"restricoes": {"emergencias_medicas": ["Dor no peito: ligue 192"]}}
    assert kept(informacoes_adicionais={}, agente_ia=restricted).emergency_text == "Dor no peito: ligue 192."
    table = kept(informacoes_adicionais={"emergencia": {"telefone": "192"}})
    assert (table.emergency_text, "Telefone: 192" in table.policies.notes) == ("", True)
    assert kept(informacoes_adicionais={"emergencia": 192}).emergency_text == ""


def test_facts_that_stand_loose() -> None:
    clinic = kept(
        clinica={"nome": "Vila", "tipo": "consultorio", "logradouro": "Rua A", "numero": 1, "cidade": "Itu", "uf": "sp"}
    ).clinic
    assert (clinic.specialty, clinic.address, clinic.state) == ("Consultorio", "Rua A, 1", "SP")
    twice = read(
        clinica={
            "nome": "Vila",
            "endereco": "Rua A",
            "endereco_completo": "Rua B",
            "horario_funcionamento": "seg 8h-9h",
        }
    )
    assert [one.message for one in twice.problems] == ["Ignored: another field already says the address"]
    assert kept(clinica="Vila").clinic.name == "Vila"
    assert read(clinica=[{"nome": "Vila"}]).context is None


def test_services_keyed_by_name_and_by_kind() -> None:
    services = kept(
        servicos={
            "consulta_geral": {"preco": 100, "tipo": "Consulta"},
            "Raio X": {"valor": {"moeda": "BRL"}},
            "exames": {"imagem": [{"nome": "Ultrassom", "preparacao": {"jejum": [1]}}]},
            "outros": "Vacina, Curativo",
            "vazio": None,
            "_oculto": 1,
        }
    ).services
    assert [(one.name, one.category) for one in services] == [
        ("Consulta geral", "Consulta"),
        ("Raio X", ""),
        ("Ultrassom", "Imagem"),
        ("Vacina", ""),
        ("Curativo", ""),
    ]
    assert (services[1].price_cents, services[2].preparation) == (None, "Jejum: 1.")
    assert [one.path for one in read(servicos={"lista": ["A"], "total": 3}).problems] == ["$.servicos.total"]
    assert read(servicos=[3]).context is None
    assert read(servicos=[{"preco": 3}]).context is None
    assert read(profissionais=[3]).context is None
    assert read(profissionais=[{"crm": 3}]).context is None


def test_services_everyone_performs_and_people_who_do_everything() -> None:
    context = kept(
        servicos=[{"nome": "A", "profissionais": "todos"}, {"nome": "B"}],
        profissionais=[{"nome": "Ana", "servicos": "todos", "crm": ""}, {"nome": "Bia", "rqe": 7}],
    )
    assert context.services[0].professionals == []
    assert context.professionals[0].services == ["a", "b"]
    assert context.professionals[1].council == "RQE 7"
    assert kept(servicos=[{"nome": "A"}], convenios=[{"nome": "U", "servicos_cobertos": "todos"}]).services[
        0
    ].insurance == ["U"]


def test_odd_weeks() -> None:
    messages = [
        one.message
        for one in read(
            clinica={"nome": "Vila", "horario_funcionamento": {"segunda": "8h-9h", "feriados": "8h-12h"}}
        ).problems
    ]
    assert messages == ["Holidays are closed days"]
    assert read(clinica={"nome": "Vila", "horario_funcionamento": "8h às 18h"}).context is None
    hours = kept(
        clinica={
            "nome": "Vila",
            "horario_funcionamento": "sábado fechado, domingo e segunda 8h-9h, sexta a segunda 10h-11h",
        }
    ).working_hours
    assert [len(hours.on(number)) for number in range(7)] == [2, 0, 0, 0, 1, 1, 2]


def test_holidays_that_say_nothing_and_sections_said_twice() -> None:
    assert [one.path for one in read(feriados="às vezes").problems] == ["$.feriados"]
    twice = read(horario_funcionamento="segunda a sexta 8h-12h")
    assert [one.message for one in twice.problems] == ["Ignored: $.horario_funcionamento already says this"]
    joined = kept(perguntas_frequentes={"A?": "a"}, faq={"B?": "b", "A?": "a"})
    assert [one.question for one in joined.faq] == ["A?", "B?"]


def test_notes_in_an_english_document() -> None:
    context = read_context({"clinic": {"name": "Vila", "instagram": "@vila"}, "services": ["A"]}).context
    assert context is not None
    assert context.policies.notes == "Instagram: @vila."


def test_labels_and_ids() -> None:
    assert (label("sala_espera"), label("instrucoesPre"), label("")) == ("Sala de espera", "Instruções pré", "")
    taken = {"a"}
    assert [unique("a", taken), unique("", taken), unique("a", taken)] == ["a-2", "item", "a-3"]
