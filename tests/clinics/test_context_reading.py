"""A clinic hands in its context document: everything understood is kept, everything else is reported."""

import copy
import datetime as dt
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atendeai.clinics.context import (
    Behavior,
    ClinicContext,
    ClinicFacts,
    Closure,
    DayException,
    FaqEntry,
    InsurancePlan,
    Interval,
    Payment,
    PaymentMethod,
    Personality,
    Policies,
    Professional,
    SchedulingPolicies,
    Service,
    WeeklyHours,
)
from atendeai.clinics.document.gaps import filled
from atendeai.clinics.document.place import Report
from atendeai.clinics.reading import Reading, read_context
from atendeai.clinics.schema import json_schema

EXAMPLE = (Path(__file__).parents[2] / "examples" / "clinic-context.json").read_bytes()
MINIMAL: dict[str, Any] = {
    "clinic": {"name": "Vila"},
    "working_hours": {"monday": [{"start": "08:00", "end": "18:00"}]},
    "services": [{"name": "Consulta"}],
    "professionals": [{"name": "Dra. Ana"}],
    "emergency_text": "Ligue 192.",
}


def read(**changed: Any) -> Reading:
    return read_context({**copy.deepcopy(MINIMAL), **changed})


def kept(**changed: Any) -> ClinicContext:
    reading = read(**changed)
    assert reading.context is not None, reading.problems
    return reading.context


def messages(reading: Reading, severity: str | None = None) -> list[tuple[str, str]]:
    return [(one.path, one.message) for one in reading.problems if severity in (None, one.severity)]


def test_the_example_clinic_has_no_problems_and_is_what_it_says() -> None:
    reading = read_context(EXAMPLE)
    assert reading.problems == []
    assert reading.dialect == "english"
    assert reading.context == msgspec.json.decode(EXAMPLE, type=ClinicContext)
    eletro = reading.context.service("eletrocardiograma")
    assert eletro is not None
    assert {"eletro", "ECG"} <= set(eletro.aliases)
    assert [one.shown for one in reading.context.performers(eletro)] == ["Dr. Roberto"]


def test_the_example_clinic_offers_enough_to_talk_about() -> None:
    context = read_context(EXAMPLE).context
    assert context is not None
    assert len(context.services) >= 8
    assert len(context.faq) >= 6
    assert all(context.performers(service) for service in context.services)
    assert "192" in context.emergency_text


def test_text_and_object_and_bytes_read_alike() -> None:
    decoded = json.loads(EXAMPLE)
    assert read_context(EXAMPLE) == read_context(EXAMPLE.decode()) == read_context(decoded)
    assert read_context(b"\xef\xbb\xbf" + EXAMPLE) == read_context(decoded)


def test_the_document_as_described_in_the_field() -> None:
    reading = read_context(
        {
            "clinic_info": {"name": "Coração", "type": "clinic", "specialty": "Cardiologia"},
            "ai_personality": {
                "name": "Bia",
                "tone": "friendly",
                "formality": "medium",
                "languages": ["pt-BR"],
                "greeting_message": "Oi!",
                "farewell": "Tchau!",
                "out_of_hours_message": "Fechado.",
                "use_emojis": False,
            },
            "ai_behavior": {
                "proactivity": "low",
                "offers_suggestions": True,
                "feedback_collection": "yes",
                "auto_escalation": True,
                "max_attempts": 4,
                "memory_enabled": True,
                "context_window": 10,
            },
            "working_hours": {"segunda": [{"start": "08:00", "end": "18:00"}], "terça": "08:00-12:00"},
            "services": [{"id": "s1", "name": "Consulta", "category": "consultation", "duration": 30, "price": 150.0}],
            "professionals": [
                {"id": "p1", "name": "Dr. João", "specialties": ["Cardiologia"], "accepts_new_patients": True}
            ],
            "appointment_policies": {
                "min_advance_notice": 24,
                "max_advance_notice": 30,
                "default_slot_duration": 20,
                "max_daily_appointments": 50,
                "cancellation_policy": "24h",
                "rescheduling_policy": "2h",
            },
            "emergency": "Ligue 192.",
            "_internal": {"anything": 1},
            "config_cache": True,
        }
    )
    assert reading.problems == []
    context = reading.context
    assert context is not None
    assert (context.clinic.name, context.clinic.specialty) == ("Coração", "Cardiologia")
    voice = context.ai_personality
    assert (voice.name, voice.formality, voice.emoji, voice.greeting) == ("Bia", "informal", False, "Oi!")
    assert voice.out_of_hours == "Fechado."
    assert context.ai_behavior == Behavior(proactive=False, feedback=True, escalation_threshold=4)
    assert context.working_hours.tuesday == [Interval(start="08:00", end="12:00")]
    assert (context.services[0].price_cents, context.services[0].duration_minutes) == (15000, 30)
    rules = context.scheduling_policies
    assert (rules.min_advance_hours, rules.max_advance_days, rules.slot_duration_minutes) == (24, 30, 20)
    assert (rules.max_daily_appointments, rules.cancellation_hours, rules.reschedule_hours) == (50, 24, 2)
    assert context.policies.cancellation == "24h"


@pytest.mark.parametrize(
    ("said", "cents", "note"),
    [
        (150, 15000, ""),
        (150.5, 15050, ""),
        (0.29, 29, ""),
        ("R$ 150,00", 15000, ""),
        ("R$ 1.250,00", 125000, ""),
        ("1.250", 125000, ""),
        ("150.00", 15000, ""),
        ("A partir de R$ 200,00", 20000, "A partir de R$ 200,00"),
        ("Grátis", 0, "Grátis"),
        ("Sob consulta", None, "Sob consulta"),
        ({"valor": 90, "observacao": "só dinheiro"}, 9000, "só dinheiro."),
        ({"particular": "R$ 90", "convenio": "conforme o plano"}, 9000, "Convênio: conforme o plano."),
    ],
)
def test_prices(said: Any, cents: int | None, note: str) -> None:
    service = kept(services=[{"name": "Consulta", "price": said}]).services[0]
    assert (service.price_cents, service.price_note) == (cents, note)


def test_cents_win_over_reais() -> None:
    assert kept(services=[{"name": "C", "price_cents": 12345, "price": 999}]).services[0].price_cents == 12345


@pytest.mark.parametrize("said", [-1, True, [1], 1e30])
def test_a_price_that_is_none_is_an_error(said: Any) -> None:
    assert messages(read(services=[{"name": "C", "price": said}]), "error")[0][0] == "$.services[0].price"


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        (45, 45),
        ("45", 45),
        ("30 minutos", 30),
        ("1h30", 90),
        ("1h", 60),
        ("1 hora e 15 min", 75),
        ("00:40", 40),
        ("meia hora", 30),
        ({"valor": 2, "unidade": "horas"}, 120),
    ],
)
def test_durations(said: Any, minutes: int) -> None:
    assert kept(services=[{"name": "C", "duration": said}]).services[0].duration_minutes == minutes


def test_a_duration_in_words_is_a_warning_and_an_impossible_one_an_error() -> None:
    assert read(services=[{"name": "C", "duration": "conforme o caso"}]).problems[0].severity == "warning"
    assert read(services=[{"name": "C", "duration": 0}]).problems[0].severity == "error"


DAY = [Interval(start="08:00", end="12:00"), Interval(start="13:00", end="18:00")]


@pytest.mark.parametrize(
    "said",
    [
        [{"start": "08:00", "end": "12:00"}, {"start": "13:00", "end": "18:00"}],
        [{"open": "8h", "close": "12h"}, {"opening": "13:00", "closing": 18}],
        "08:00-12:00, 13h00 às 18:00",
        "das 8 às 12 e das 13 às 18",
        "08:00 às 18:00 (almoço das 12h às 13h)",
        ["08:00-12:00", "13:00-18:00"],
        [["08:00", "12:00"], ["13:00", "18:00"]],
        {"manha": {"inicio": "08:00", "fim": "12:00"}, "tarde": "13h-18h"},
        {"start": "08:00", "end": "18:00", "break": {"start": "12:00", "end": "13:00"}},
        {"open": True, "hours": ["08:00-12:00", "13:00-18:00"]},
        [{"start": "8:00", "end": "meio-dia"}, {"start": "1 pm", "end": "6 pm"}],
    ],
)
def test_one_day_in_its_many_shapes(said: Any) -> None:
    assert kept(working_hours={"monday": said}).working_hours.monday == DAY


@pytest.mark.parametrize(
    "said",
    [
        "fechado",
        "Closed",
        "não atende",
        None,
        [],
        False,
        {"open": None},
        {"closed": True},
        {"abertura": None, "fechamento": None},
        {"aberto": False, "start": "08:00", "end": "12:00"},
    ],
)
def test_a_closed_day(said: Any) -> None:
    hours = kept(working_hours={"monday": "8h-18h", "sunday": said}).working_hours
    assert hours.sunday == []


def test_a_day_that_never_closes_and_one_until_midnight() -> None:
    hours = kept(working_hours={"monday": "24 horas", "tuesday": {"start": "18:00", "end": "00:00"}}).working_hours
    assert hours.monday == [Interval(start="00:00", end="24:00")]
    assert hours.tuesday == [Interval(start="18:00", end="24:00")]


@pytest.mark.parametrize(
    "said",
    [
        "Segunda a sexta, das 8h às 12h e das 13h às 18h; sábado 8h-12h",
        {"segunda_a_sexta": "8h-12h, 13h-18h", "Sábado": "08:00-12:00"},
        {"seg-sex": ["08:00-12:00", "13:00-18:00"], "sab": {"abre": "8h", "fecha": "12h"}, "dom": "Fechado"},
        {"weekdays": "8:00-12:00 / 13:00-18:00", "saturday": {"from": 8, "to": 12}},
        [
            {"dias": ["segunda", "terça", "quarta", "quinta", "sexta"], "horarios": ["8h-12h", "13h-18h"]},
            {"dia": "sábado", "inicio": "08:00", "fim": "12:00"},
        ],
        ["Seg a Sex: 08:00 às 12:00 e 13:00 às 18:00", "Sáb: 8 às 12"],
    ],
)
def test_a_week_in_its_many_shapes(said: Any) -> None:
    hours = kept(working_hours=said).working_hours
    assert [hours.on(day) for day in range(5)] == [DAY] * 5
    assert hours.saturday == DAY[:1]
    assert hours.sunday == []


@pytest.mark.parametrize(
    "said",
    [
        {"monday": "8h"},
        {"monday": "às vezes"},
        {"monday": {"start": "08:00"}},
        {"monday": "25h-26h"},
        "quando dá",
        [{"start": "08:00", "end": "12:00"}],
        7,
        {"monday": 7},
    ],
)
def test_hours_that_cannot_be_read_are_errors(said: Any) -> None:
    reading = read(working_hours=said)
    assert reading.context is None
    assert all(path.startswith("$.working_hours") for path, _ in messages(reading, "error"))


def test_overlapping_and_reversed_hours_are_errors_at_their_day() -> None:
    reading = read(
        working_hours={
            "segunda": [{"start": "08:00", "end": "12:00"}, {"start": "11:00", "end": "18:00"}],
            "terca": {"start": "18:00", "end": "08:00"},
        }
    )
    assert messages(reading, "error") == [
        ("$.working_hours.monday", "08:00-12:00 and 11:00-18:00 overlap"),
        ("$.working_hours.tuesday", "18:00-08:00 ends before it starts"),
    ]


def test_every_problem_is_listed_at_once_with_what_was_meant() -> None:
    reading = read(
        servces=[],
        clinic={"name": "Vila", "adress": "Rua A"},
        services=[{"name": "Consulta", "durration": 30, "price": -1, "professionals": ["dra-anna"]}],
        time_zone="America/Sao_Paolo",
    )
    found = {one.path: one for one in reading.problems}
    assert found["$.servces"].hint == "Did you mean 'services'?"
    assert found["$.clinic.adress"].hint == "Did you mean 'address'?"
    assert found["$.services[0].durration"].hint == "Did you mean 'duration'?"
    assert found["$.services[0].price"].severity == "error"
    assert found["$.services[0].professionals"].hint == "Did you mean 'dra-ana'?"
    assert found["$.time_zone"].hint == "Did you mean 'America/Sao_Paulo'?"
    assert reading.context is None


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        (b'{"clinic": {"name": "Vila",}}', "line 1, column 2"),
        ('{\n  "clinic": {}\n  "services": []\n}', "line 3, column 3"),
        ("", "line 1, column 1"),
        ('{"a": 1} x', "line 1, column 10"),
        (b'{\n"clinic": "\xe7"}', "line 2, column 12"),
        ('{"a": NaN}', "NaN is no JSON number"),
        ("[" * 200_000, "nested too deeply"),
        ("9" * 5000, "integer string conversion"),
        ("[]", "must be a JSON object"),
        ("null", "must be a JSON object"),
    ],
)
def test_what_is_no_document_is_one_problem_that_says_where(raw: str | bytes, where: str) -> None:
    reading = read_context(raw)
    assert reading.context is None
    assert [(one.path, one.severity) for one in reading.problems] == [("$", "error")]
    assert where in reading.problems[0].message


def test_a_field_said_twice_is_reported() -> None:
    written = json.dumps(MINIMAL)[:-1] + ', "emergency_text": "Ligue 193."}'
    reading = read_context(written)
    assert messages(reading) == [("$.emergency_text", "This field stands here more than once; the last one is read")]
    assert "already says" in messages(read(clinic={"name": "Vila", "site": "a.example", "website": "b.example"}))[0][1]


def test_names_without_ids_become_slugs_that_stay_unique() -> None:
    context = kept(services=["Consulta Clínica", "Consulta clínica", {"name": "Raio-X", "id": 7}])
    assert [one.id for one in context.services] == ["consulta-clinica", "consulta-clinica-2", "7"]


def test_an_id_unfit_to_be_one_still_links() -> None:
    context = kept(
        professionals=[{"id": "Dra. Ana!", "name": "Ana"}], services=[{"name": "C", "professionals": ["Dra. Ana!"]}]
    )
    assert context.professionals[0].id == "dra-ana"
    assert context.services[0].professionals == ["dra-ana"]


def test_names_link_as_well_as_ids() -> None:
    context = kept(
        professionals=[
            {"id": "p1", "name": "Dra. Ana Lima", "display_name": "Ana", "services": ["consulta", "Eletro"]}
        ],
        services=[
            {"name": "Consulta", "professional": "ana lima"},
            {"id": "s2", "name": "Eletrocardiograma", "aliases": ["eletro"]},
        ],
        insurance_plans=["Bradesco Saúde", {"name": "SulAmérica"}],
    )
    assert context.services[0].professionals == ["p1"]
    assert context.professionals[0].services == ["consulta", "s2"]


def test_plans_are_spelled_as_in_the_list_and_all_means_all() -> None:
    context = kept(
        insurance_plans=[{"name": "SulAmérica", "aliases": ["Sul"]}, "Unimed", {"name": "Amil", "active": False}],
        services=[{"name": "A", "insurance": ["sul america", "Sul"]}, {"name": "B", "accepted_insurance": "todos"}],
    )
    assert context.services[0].insurance == ["SulAmérica"]
    assert context.services[1].insurance == ["SulAmérica", "Unimed"]


def test_a_document_without_a_list_of_plans_takes_them_from_its_services() -> None:
    context = kept(services=[{"name": "A", "insurance": "Unimed, Amil"}])
    assert [plan.name for plan in context.insurance_plans] == ["Unimed", "Amil"]


def test_references_to_nothing_and_ids_used_twice_are_errors() -> None:
    reading = read(
        insurance_plans=["Unimed"],
        professionals=[{"id": "p", "name": "Ana", "services": ["nada"]}, {"id": "p", "name": "Bia"}],
        services=[{"id": "s", "name": "A", "insurance": ["Unimedd"]}, {"id": "s", "name": "B", "professionals": ["q"]}],
    )
    assert messages(reading, "error") == [
        ("$.services[1]", "The id 's' is taken by $.services[0]"),
        ("$.professionals[1]", "The id 'p' is taken by $.professionals[0]"),
        ("$.services[0].insurance", "No insurance plan is called 'Unimedd'"),
        ("$.services[1].professionals", "No professional is called 'q'"),
        ("$.professionals[0].services", "No service is called 'nada'"),
    ]


def test_what_a_clinic_forgot_is_a_warning() -> None:
    bare = read_context({"clinic": {"name": "Vila"}, "services": ["Consulta"]})
    assert bare.context is not None
    assert [path for path, _ in messages(bare, "warning")] == ["$.professionals", "$.working_hours", "$.emergency_text"]


def test_languages_by_name_or_tag_and_a_warning_for_one_without_words() -> None:
    reading = read(ai_personality={"languages": "Português, English, español, en-US, Klingon"})
    assert reading.context is not None
    assert reading.context.ai_personality.languages == ["pt-BR", "en", "es", "en", "Klingon"]
    assert [path for path, text in messages(reading, "warning") if "'Klingon'" in text] == [
        "$.ai_personality.languages"
    ]


def test_a_clinic_needs_its_name_and_something_to_book() -> None:
    assert [path for path, _ in messages(read_context({}), "error")] == ["$", "$.services"]


def test_services_that_nobody_or_an_absent_professional_performs() -> None:
    reading = read(
        professionals=[
            {"id": "a", "name": "Ana", "active": False},
            {"id": "b", "name": "Bia", "specialties": ["Pele"]},
        ],
        services=[
            {"name": "A", "professionals": ["a"]},
            {"name": "B", "professionals": ["a", "b"]},
            {"name": "C", "specialty": "Coração"},
            {"name": "D", "specialty": "pele"},
            {"name": "E", "active": False, "professionals": ["a"]},
        ],
    )
    assert messages(reading) == [
        ("$.services[0]", "Nobody performs 'A'"),
        ("$.services[1].professionals", "'a' is inactive and will not be offered"),
        ("$.services[2]", "No professional has the specialty 'Coração': all of them are offered"),
    ]


def test_professionals_outside_the_clinics_hours_are_a_warning() -> None:
    reading = read(
        working_hours={"monday": "8h-12h, 12h-18h"},
        professionals=[{"name": "Ana", "schedule": {"monday": "9h-17h", "tuesday": "9h-12h"}}],
    )
    assert messages(reading) == [
        ("$.professionals[0].schedule.tuesday", "09:00-12:00 is outside the clinic's opening hours")
    ]


def test_holidays_closures_and_exceptions() -> None:
    context = kept(
        holidays=[{"date": "25/03", "name": "Aniversário"}, "2027-03-04", "2 de abril"],
        closures=[{"start": "2027-01-02", "end": "09/01/2027", "reason": "Recesso"}, "2027-05-05"],
        exceptions=[
            {"date": "24/12/2026", "start": "08:00", "end": "12:00", "reason": "Natal"},
            {"date": "2026-12-31", "closed": True},
        ],
    )
    assert [(day.date, day.name) for day in context.holidays.local] == [
        ("03-25", "Aniversário"),
        ("2027-03-04", "Feriado"),
        ("04-02", "Feriado"),
    ]
    assert context.closures[0] == Closure(start=dt.date(2027, 1, 2), end=dt.date(2027, 1, 9), reason="Recesso")
    assert context.closures[1].start == context.closures[1].end == dt.date(2027, 5, 5)
    assert context.exceptions[0].intervals == DAY[:1]
    assert context.exceptions[1].intervals == []
    keyed = kept(exceptions={"2026-12-24": "8h-12h", "2026-12-25": {"closed": True, "reason": "Natal"}})
    assert [(one.date.day, len(one.intervals), one.reason) for one in keyed.exceptions] == [
        (24, 1, ""),
        (25, 0, "Natal"),
    ]
    options = kept(
        holidays={"national": False, "carnaval": "não", "open_on": ["2027-04-21"], "local": {"date": "03-23"}}
    ).holidays
    assert (options.national, options.carnival, options.open_on) == (False, False, [dt.date(2027, 4, 21)])
    assert kept(holidays=False).holidays.national is False
    assert kept(holidays="fechado").holidays.national is True


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("holidays", ["31/02"]),
        ("holidays", ["logo"]),
        ("holidays", [{"name": "sem data"}]),
        ("closures", [{"start": "2027-01-09", "end": "2027-01-02"}]),
        ("closures", [{"reason": "obras"}]),
        ("closures", ["02-30"]),
        ("exceptions", [{"date": "2027-01-02"}, {"date": "2027-01-02"}]),
        ("exceptions", [{"start": "08:00", "end": "12:00"}]),
        ("exceptions", [{"date": "2027-01-02", "hours": "às vezes"}]),
    ],
)
def test_days_that_cannot_be_are_errors(section: str, said: Any) -> None:
    assert messages(read(**{section: said}), "error")[0][0].startswith(f"$.{section}")


def test_an_address_in_parts_and_contacts_in_lists() -> None:
    clinic = kept(
        clinic={
            "name": "Vila",
            "address": {
                "street": "Rua A",
                "number": 12,
                "complement": "sala 3",
                "district": "Centro",
                "city": "Ijuí",
                "state": "Rio Grande do Sul",
                "zip": "98700-000",
            },
            "contacts": {
                "phone": "(55) 3000-0000 / (55) 3000-0001",
                "emails": {"geral": "a@example.com"},
                "website": "example.com",
            },
        }
    ).clinic
    assert clinic.address == "Rua A, 12, sala 3 - Centro, Ijuí - RS, CEP 98700-000"
    assert (clinic.city, clinic.state) == ("Ijuí", "RS")
    assert clinic.phones == ["(55) 3000-0000", "(55) 3000-0001"]
    assert (clinic.emails, clinic.site) == (["a@example.com"], "example.com")


def test_facts_at_the_top_of_the_document_and_city_from_its_address() -> None:
    clinic = kept(
        clinic={"name": "Vila"},
        phone="3000-0000",
        email="a@example.com",
        address="Av. B, 1, Centro, Manaus - AM, CEP 69000-000",
    ).clinic
    assert (clinic.phones, clinic.emails, clinic.city, clinic.state) == (
        ["3000-0000"],
        ["a@example.com"],
        "Manaus",
        "AM",
    )


@pytest.mark.parametrize(
    "said",
    [
        [{"question": "Tem vaga?", "answer": "Sim."}],
        [{"q": "Tem vaga?", "a": "Sim."}],
        {"Tem vaga?": "Sim."},
        [{"Tem vaga?": "Sim."}],
        {"pergunta": "Tem vaga?", "resposta": "Sim."},
        {"Geral": [{"question": "Tem vaga?", "answer": "Sim."}]},
    ],
)
def test_questions(said: Any) -> None:
    assert kept(faq=said).faq == [FaqEntry(question="Tem vaga?", answer="Sim.")]


def test_a_question_without_an_answer_is_an_error() -> None:
    assert messages(read(faq=[{"question": "?"}, "só texto"]), "error")[0][0] == "$.faq[0]"


def test_payment_in_its_many_shapes() -> None:
    assert [one.name for one in kept(payment_methods="PIX, Dinheiro").payment.methods] == ["PIX", "Dinheiro"]
    paid = kept(
        payment_methods={
            "cash": True,
            "credit_card": {"accepted": True, "brands": ["Elo"], "installments": 3},
            "check": False,
        }
    ).payment
    assert paid.methods == [
        PaymentMethod(name="Dinheiro"),
        PaymentMethod(name="Cartão de crédito", brands=["Elo"], installments="Até 3x"),
    ]
    listed = kept(payment_methods=["pix", {"name": "PIX"}, {"type": "Boleto", "accepted": False}]).payment
    assert [one.name for one in listed.methods] == ["PIX"]


def test_policies_are_quoted_and_their_numbers_kept() -> None:
    context = kept(
        policies={"scheduling": {"cancellation": "Até 2 dias antes", "min_advance": "1 dia"}, "lateness": "15 min"}
    )
    assert context.policies.cancellation == "Até 2 dias antes"
    assert (context.scheduling_policies.cancellation_hours, context.scheduling_policies.min_advance_hours) == (48, 24)
    assert context.policies.lateness == "15 min"


def test_a_notice_longer_than_the_agenda_is_an_error() -> None:
    assert messages(read(scheduling_policies={"min_advance_hours": 48, "max_advance_days": 2}), "error")


def test_an_export_that_wraps_the_document_is_opened() -> None:
    reading = read_context({"clinic_id": 7, "contextualization": {**MINIMAL, "nonsense": 1}})
    assert reading.context is not None
    assert messages(reading) == [("$.contextualization.nonsense", "This field is not understood")]


def test_text_that_nothing_can_carry_is_cleaned() -> None:
    assert kept(clinic={"name": "Vi\ud800la\x00 \n"}).clinic.name == "Vila"


def test_texts_that_grow_too_long_are_errors() -> None:
    assert messages(read(clinic={"name": "x" * 201}), "error")
    assert messages(read(clinic={"name": "x", "description": "a" * 3999, "mission": "b" * 10}), "error")


def objects(value: Any, path: str = "$") -> list[tuple[str, dict[str, Any]]]:
    """Every object of a document with its path."""
    if isinstance(value, list):
        return [one for index, item in enumerate(value) for one in objects(item, f"{path}[{index}]")]
    if not isinstance(value, dict):
        return []
    return [(path, value), *(one for name, held in value.items() for one in objects(held, f"{path}.{name}"))]


STRANGE = st.text("abcdefghijklmnopqrstuvwxyz_ ", min_size=1, max_size=12).map(lambda name: f"zz{name}")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_every_field_not_understood_is_reported_wherever_it_stands(data: st.DataObject) -> None:
    document = json.loads(EXAMPLE)
    path, place = data.draw(st.sampled_from(objects(document)))
    name = data.draw(STRANGE)
    place[name] = data.draw(JSON.filter(lambda value: value is not None))
    reading = read_context(document)
    assert [one.path for one in reading.problems] == [f"{path}.{name}" if name.isidentifier() else f"{path}[{name!r}]"]
    assert reading.problems[0].severity == "warning"
    assert reading.context == msgspec.json.decode(EXAMPLE, type=ClinicContext)


WORDS = [
    "clinic",
    "clinic_info",
    "clinica",
    "name",
    "nome",
    "id",
    "services",
    "servicos",
    "price",
    "price_cents",
    "duration",
    "preparacao",
    "professionals",
    "profissionais",
    "specialties",
    "insurance",
    "convenios",
    "working_hours",
    "horario_funcionamento",
    "monday",
    "segunda",
    "start",
    "end",
    "inicio",
    "closed",
    "open",
    "policies",
    "politicas",
    "agendamento",
    "cancelamento",
    "faq",
    "question",
    "holidays",
    "feriados",
    "date",
    "data",
    "closures",
    "exceptions",
    "payment",
    "formas_pagamento",
    "pix",
    "agente_ia",
    "configuracao",
    "comportamento",
    "ai_personality",
    "formality",
    "proactive",
    "address",
    "endereco",
    "emergency_text",
    "informacoes_adicionais",
    "estrutura_fisica",
    "contatos",
    "telefone",
    "localizacao",
    "time_zone",
    "time_off",
]
LIKELY = st.recursive(
    JSON
    | st.sampled_from(
        ["08:00-12:00", "8h", "segunda a sexta 8h-12h", "24 horas", "R$ 10", "todos", "2027-01-01", "sim"]
    ),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=4), inner, max_size=6)
    ),
    max_leaves=40,
)


@given(st.one_of(LIKELY, st.dictionaries(st.sampled_from(WORDS), LIKELY, max_size=8)))
@settings(max_examples=250, deadline=None)
def test_no_document_makes_the_reader_stumble(document: Any) -> None:
    reading = read_context(document if isinstance(document, dict) else json.dumps(document))
    assert (reading.context is None) == any(one.severity == "error" for one in reading.problems)
    msgspec.json.encode(reading)


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_no_bytes_make_the_reader_stumble(raw: bytes | str) -> None:
    assert read_context(raw).problems


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_a_value_of_the_wrong_kind_anywhere_never_stops_the_reader(data: st.DataObject) -> None:
    document = json.loads(EXAMPLE)
    _, place = data.draw(st.sampled_from(objects(document)))
    if place:
        place[data.draw(st.sampled_from(sorted(place)))] = data.draw(LIKELY)
    read_context(document)


TEXTS = st.text("abcçãéí ABC 123.,!?", max_size=30).map(str.strip)
NAMES = st.text("abcdefghijklmnopqrstuvwxyzçãé ", min_size=1, max_size=20).map(str.strip).filter(bool)
LISTED = st.lists(NAMES, max_size=3, unique=True)
IDS = st.text("abcdefghijklmnop0123456789_.-", min_size=1, max_size=12)
INTERVALS = st.lists(st.integers(0, 48), max_size=6, unique=True).map(
    lambda halves: [
        Interval(start=f"{a // 2:02}:{a % 2 * 30:02}", end=f"{b // 2:02}:{b % 2 * 30:02}")
        for a, b in zip(sorted(halves)[::2], sorted(halves)[1::2], strict=False)
    ]
)
WEEKS = st.builds(WeeklyHours, monday=INTERVALS, friday=INTERVALS, sunday=INTERVALS)
DATES = st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1))
STRETCHES = st.lists(
    st.builds(
        lambda day, long, why: Closure(start=day, end=day + dt.timedelta(long), reason=why),
        DATES,
        st.integers(0, 30),
        TEXTS,
    ),
    max_size=2,
)
EXCEPTIONS = st.lists(
    st.builds(DayException, date=DATES, intervals=INTERVALS, reason=TEXTS), max_size=2, unique_by=lambda one: one.date
)


@st.composite
def contexts(draw: st.DrawFn) -> ClinicContext:
    plans = draw(
        st.lists(
            st.builds(InsurancePlan, name=NAMES, aliases=LISTED, coverage=TEXTS, active=st.booleans()),
            max_size=3,
            unique_by=lambda plan: plan.name.casefold(),
        )
    )
    people = draw(
        st.lists(
            st.builds(
                Professional,
                id=IDS,
                name=NAMES,
                council=TEXTS,
                bio=st.just(""),
                working_hours=st.none() | WEEKS,
                exceptions=EXCEPTIONS,
                time_off=STRETCHES,
                accepts_new_patients=st.booleans(),
                max_daily=st.none() | st.integers(1, 99),
            ),
            max_size=3,
            unique_by=lambda one: one.id,
        )
    )
    ids = [one.id for one in people]
    services = draw(
        st.lists(
            st.builds(
                Service,
                id=IDS,
                name=NAMES,
                aliases=LISTED,
                description=TEXTS,
                category=TEXTS,
                duration_minutes=st.integers(5, 1440),
                price_cents=st.none() | st.integers(0, 10**7),
                price_note=TEXTS,
                preparation=TEXTS,
                accepts_insurance=st.booleans(),
                insurance=st.lists(st.sampled_from([plan.name for plan in plans]), unique=True)
                if plans
                else st.just([]),
                professionals=st.lists(st.sampled_from(ids), unique=True) if ids else st.just([]),
                resources=st.lists(IDS, max_size=2, unique=True),
                buffer_after_minutes=st.integers(0, 60),
                active=st.booleans(),
            ),
            min_size=1,
            max_size=3,
            unique_by=lambda one: one.id,
        )
    )
    return ClinicContext(
        clinic=draw(
            st.builds(
                ClinicFacts,
                name=NAMES,
                specialty=TEXTS,
                specialties=LISTED,
                description=TEXTS,
                phones=LISTED,
                latitude=st.none() | st.floats(-90, 90),
                state=st.sampled_from(["", "SC", "AM"]),
            )
        ),
        ai_personality=draw(
            st.builds(
                Personality,
                name=NAMES,
                tone=TEXTS,
                formality=st.sampled_from(["formal", "informal"]),
                emoji=st.booleans(),
                greeting=TEXTS,
            )
        ),
        ai_behavior=draw(
            st.builds(Behavior, proactive=st.booleans(), memory=st.booleans(), escalation_threshold=st.integers(1, 20))
        ),
        working_hours=draw(WEEKS),
        exceptions=draw(EXCEPTIONS),
        closures=draw(STRETCHES),
        scheduling_policies=draw(
            st.builds(
                SchedulingPolicies,
                min_advance_hours=st.integers(0, 23),
                max_advance_days=st.integers(1, 730),
                hold_minutes=st.integers(1, 60),
                max_daily_appointments=st.none() | st.integers(1, 99),
            )
        ),
        services=services,
        professionals=people,
        insurance_plans=plans,
        payment=draw(
            st.builds(
                Payment,
                methods=st.lists(
                    st.builds(PaymentMethod, name=NAMES.map(str.title), note=TEXTS, brands=LISTED, installments=TEXTS),
                    max_size=2,
                    unique_by=lambda one: one.name.casefold(),
                ),
                discount=TEXTS,
            )
        ),
        policies=draw(st.builds(Policies, cancellation=TEXTS, lateness=TEXTS, return_visit=TEXTS, notes=TEXTS)),
        faq=draw(st.lists(st.builds(FaqEntry, question=NAMES, answer=TEXTS.filter(bool), keywords=LISTED), max_size=2)),
        emergency_text=draw(TEXTS),
    )


@given(contexts())
@settings(max_examples=100, deadline=None)
def test_what_is_written_out_reads_back_the_same(context: ClinicContext) -> None:
    context = filled(context, Report())  # a document that names nobody gets a team, and is whole from then on
    reading = read_context(msgspec.json.encode(context))
    assert reading.context == context, reading.problems
    assert not [one for one in reading.problems if "not understood" in one.message]


def test_the_schema_describes_the_example() -> None:
    schema = json_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$ref"] == "#/$defs/ClinicContext"
    described = schema["$defs"]["ClinicContext"]
    assert set(json.loads(EXAMPLE)) <= set(described["properties"])
    assert described["required"] == ["clinic"]
    assert described["additionalProperties"] is False
