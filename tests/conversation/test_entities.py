"""Services, people, plans, moments and choices, as patients name them."""

from __future__ import annotations

import datetime as dt

import pytest
from conversation.clinic import CLINIC, NOW
from hypothesis import given
from hypothesis import strategies as st

from atendeai.clinics.context import ClinicContext, ClinicFacts, InsurancePlan, Interval, Service, WeeklyHours
from atendeai.conversation.understanding import understand
from atendeai.conversation.understanding.contacts import contacts, valid_cpf
from atendeai.conversation.understanding.entities import index_of, opening_hours
from atendeai.conversation.understanding.model import Entities, Expects, Option

SLOTS = (
    Option(id="a", title="Qui 26/11 14:30"),
    Option(id="b", title="Qui 26/11 15:00"),
    Option(id="c", title="Sex 27/11 09:00"),
)
SLOTS_OR_OTHER_DAY = (*SLOTS, Option(id="other_day", title="Outro dia"))
SUMMARY = (
    Option(id="yes", title="Confirmar"),
    Option(id="other_time", title="Outro horário"),
    Option(id="give_up", title="Desistir"),
)
DOCTORS = (Option(id="roberto", title="Dr. Roberto"), Option(id="helena", title="Dra. Helena"))
VISITS = ("cardio", "pediatria", "derma", "gastro")


def named(text: str, expects: Expects | None = None, options: tuple[Option, ...] = ()) -> Entities:
    return understand(text, context=CLINIC, now=NOW, expects=expects, options=options).entities


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("quanto custa o eletro", "ecg"),
        ("ECG", "ecg"),
        ("eletrocardigrama", "ecg"),
        ("holter 24h", "holter"),
        ("olter", "holter"),
        ("mapa", "mapa"),
        ("teste da esteira", "ergo"),
        ("ultrassom abdominal", "us-abd"),
        ("ultrasom da barriga", "us-abd"),
        ("ultrassonografia pelvica", "us-pelv"),
        ("médico do estômago", "gastro"),
        ("pediatra pro meu filho", "pediatria"),
        ("dermato", "derma"),
        ("cardio", "cardio"),
        ("avaliação cardiológica", "cardio"),
        ("check up", "checkup"),
        ("retorno com cardiologista", "retorno"),
        ("consulta com a dra helena", "cardio"),
        ("colonoscopia", None),
        ("oi, tudo bem?", None),
    ],
)
def test_services(text: str, service: str | None):
    assert named(text).service == service


@pytest.mark.parametrize(
    ("text", "services"),
    [
        ("quero marcar uma consulta", VISITS),
        ("quero um ultrassom", ("us-abd", "us-pelv")),
        ("exame do coração", ("ecg", "eco", "holter", "mapa", "ergo")),
        ("quero fazer um exame", ("ecg", "eco", "holter", "mapa", "ergo", "us-abd", "us-pelv")),
        ("exame de sangue", ()),
        ("consulta com ginecologista", ()),
        ("quanto custa o eletro e o holter", ("ecg", "holter")),
        ("eletro", ()),
    ],
)
def test_ambiguous_services_are_all_listed(text: str, services: tuple[str, ...]):
    heard = named(text)
    assert heard.services == services
    assert not services or heard.service is None


@pytest.mark.parametrize(
    ("text", "professional"),
    [
        ("consulta com dr roberto", "roberto"),
        ("dra. ana tem horário?", "ana"),
        ("com a doutora helena", "helena"),
        ("com a ana", "ana"),
        ("dr. robrto", "roberto"),
        ("Helena Prado", "helena"),
        ("queria saber da Helena Prado", "helena"),
        ("dra prado", "helena"),
        ("dr prado", "silvio"),
        ("dr silvio prado", "silvio"),
        ("doutor silva", None),
        ("prado", None),
        ("oi ana", None),
        ("aqui é a Paula", None),
    ],
)
def test_professionals(text: str, professional: str | None):
    assert named(text).professional == professional


@pytest.mark.parametrize(
    ("text", "expects", "anyone"),
    [
        ("qualquer médico", None, True),
        ("tanto faz o médico", None, True),
        ("qualquer um", "professional", True),
        ("o que tiver vaga antes", "professional", True),
        ("tanto faz", "date", False),
    ],
)
def test_any_professional(text: str, expects: Expects | None, anyone: bool):
    assert named(text, expects).any_professional is anyone


@pytest.mark.parametrize(
    ("text", "plan", "unknown"),
    [
        ("vocês aceitam unimed?", "Unimed", None),
        ("pelo bradesco", "Bradesco Saúde", None),
        ("meu plano é sul américa", "SulAmérica", None),
        ("tenho hapvida", None, "Hapvida"),
        ("amil", None, "Amil"),
        ("atende SUS?", None, "SUS"),
        ("assim não dá", None, None),
        ("moro no porto", None, None),
    ],
)
def test_insurance(text: str, plan: str | None, unknown: str | None):
    heard = named(text)
    assert (heard.insurance, heard.unknown_insurance) == (plan, unknown)


@pytest.mark.parametrize(
    ("text", "expects", "private"),
    [
        ("particular", None, True),
        ("não tenho convênio", None, True),
        ("não tenho", "insurance", True),
        ("não tenho", None, False),
        ("part", "insurance", True),
        ("private", "insurance", True),
        ("sem plano", "insurance", True),
        ("por conta própria", "insurance", True),
        ("vou pagar em dinheiro", "insurance", True),
        ("dinheiro", None, False),
        ("aceita cartão?", "insurance", False),
        ("me empresta dinheiro", "insurance", False),
        ("amanhã não", "insurance", False),
    ],
)
def test_private_pay(text: str, expects: Expects | None, private: bool):
    assert named(text, expects).private_pay is private


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maria da Silva", "Maria da Silva"),
        ("é Maria da Silva", "Maria da Silva"),
        ("meu nome é João", "João"),
        ("JOÃO PEDRO DE SOUZA", "João Pedro de Souza"),
        ("joana", "Joana"),
        ("é pra minha mãe, lúcia souza", "Lúcia Souza"),
        ("Ana Beatriz, 34 anos", "Ana Beatriz"),
        ("pode colocar no nome de Carlos Eduardo Dias", "Carlos Eduardo Dias"),
        ("Marcos Antônio e o telefone é 47 99963-3223", "Marcos Antônio"),
        ("Maria D'Ávila", "Maria D'Ávila"),
        ("ana-clara nunes", "Ana-Clara Nunes"),
        ("o nome dela é Rita de Cássia", "Rita de Cássia"),
        ("dr. Carlos Nunes", "Carlos Nunes"),
        ("Sofia e Pedro", "Sofia e Pedro"),
        ("Maria das", "Maria"),
        ("Maria Lima / João Lima", "Maria Lima"),
        ("Nair Costa", "Nair Costa"),
        ("Segundo Pereira", "Segundo Pereira"),
        ("Maria da Silva, melhor às 15h", "Maria da Silva"),
        ("da Silva", "da Silva"),
        ("dos santos", "dos Santos"),
        ("sou eu mesma, Tereza Luz", "Tereza Luz"),
        ("da próxima vez", None),
        ("de carro", None),
        ("melhor às 15h", None),
        ("prefiro de tarde", None),
        ("serve às 15h", None),
        ("Fica às 15h", None),
        ("é às 15h", None),
        ("o segundo", None),
        ("o último", None),
        ("não sei", None),
        ("quanto custa?", None),
        ("sim", None),
        ("quero cancelar", None),
        ("X", None),
        ("1", None),
    ],
)
def test_names_given_when_asked(text: str, name: str | None):
    heard = named(text, "patient_name")
    assert heard.person_name == name
    assert heard.insurance is heard.unknown_insurance is None


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("me chamo joão pedro de souza", "João Pedro de Souza", False),
        ("aqui é a Marta", "Marta", False),
        ("em nome de Lúcia Souza", "Lúcia Souza", False),
        ("pra minha mãe, Dona Lúcia Souza", "Lúcia Souza", True),
        ("pro meu filho", None, True),
        ("meu pai morreu de infarto ano passado", None, False),
        ("sou a Joana", "Joana", False),
        ("sou a mãe da Joana", None, False),
        ("sou cliente", None, False),
        ("Maria da Silva", None, False),
        ("marcar eco amanhã 14h, Carlos Pereira, Bradesco", "Carlos Pereira", False),
        ("marcar eco amanha 14h, carlos pereira, bradesco", "Carlos Pereira", False),
        ("é pra mim mesma, Zilda Aparecida Ramos", "Zilda Aparecida Ramos", False),
        ("holter na sexta, Ubiratan Costa", "Ubiratan Costa", False),
        ("consulta com dr. Carlos Pereira, sexta", None, False),
        ("Helena Prado, sexta", None, False),
        ("São Paulo, Brasil", None, False),
        ("moro em, Rio Branco", None, False),
        ("sexta, Qualquer Coisa Serve", None, False),
        ("pode confirmar sim minha filha", None, False),
        ("marca pra mim, meu filho", None, False),
        ("é minha filha", None, True),
        ("quero marcar pra minha filha", None, True),
    ],
)
def test_names_given_unasked(text: str, name: str | None, other: bool):
    heard = named(text)
    assert (heard.person_name, heard.for_other) == (name, other)


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("2", "b"),
        ("2.", "b"),
        ("opção 2", "b"),
        ("dois", "b"),
        ("a dois", "b"),
        ("o segundo", "b"),
        ("a segunda", "b"),
        ("a segunda opção", "b"),
        ("a última", "c"),
        ("3️⃣", "c"),
        ("2 por favor", "b"),
        ("o das 14h30", "a"),
        ("14:30", "a"),
        ("às 15", "b"),
        ("às 3", "b"),
        ("sexta", "c"),
        ("sexta às 9", "c"),
        ("27/11", "c"),
        ("dia 27", "c"),
        ("de manhã", "c"),
        ("pode ser às 15?", "b"),
        ("Qui 26/11 15:00", "b"),
        ("o mais cedo", "a"),
        ("o mais tarde", "c"),
        ("quinta", None),
        ("segunda", None),
        ("4", None),
        ("0", None),
        ("9", None),
        ("nenhum", None),
        ("esse aí", None),
        ("não quero quinta", None),
        ("mais tarde", None),
        ("tanto faz", None),
        ("quintas ou sextas", None),
        ("dia 30", None),
        ("", None),
    ],
)
def test_choices_among_times(text: str, choice: str | None):
    assert named(text, "slot", SLOTS).choice == choice


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("o último", "c"),
        ("a última", "c"),
        ("o penúltimo", "b"),
        ("4", "other_day"),
        ("outro dia", "other_day"),
        ("a primeira, pela unimed", "a"),
        ("a primeira pela unimed", "a"),
        ("2, pelo meu plano Bradesco", "b"),
        ("a segunda, é pra minha mãe", "b"),
        ("a primeira, ou a segunda", None),
        ("3 p.m.", "b"),
        ("prefiro segunda", None),
    ],
)
def test_choices_above_a_way_out(text: str, choice: str | None):
    assert named(text, "slot", SLOTS_OR_OTHER_DAY).choice == choice


@pytest.mark.parametrize(
    ("text", "choice", "date"),
    [
        ("prefiro segunda", None, dt.date(2026, 11, 30)),
        ("prefiro a segunda", None, dt.date(2026, 11, 30)),
        ("a segunda opção", "other_time", None),
        ("2", "other_time", None),
        ("desistir", "give_up", None),
        ("hoje não", None, None),
    ],
)
def test_choices_below_a_summary(text: str, choice: str | None, date: dt.date | None):
    heard = named(text, "confirmation", SUMMARY)
    assert (heard.choice, heard.when.date) == (choice, date)


def test_a_choice_and_a_plan_in_one_breath():
    heard = named("a primeira, pela unimed", "slot", SLOTS_OR_OTHER_DAY)
    assert (heard.choice, heard.insurance) == ("a", "Unimed")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("não posso amanhã", None),
        ("não consigo de manhã", None),
        ("de manhã não", None),
        ("não posso", "no"),
        ("não posso nesse horário", "no"),
        ("não, sexta", "no"),
        ("não vou poder ir amanhã", "no"),
    ],
)
def test_what_cannot_be_is_no_refusal_of_the_rest(text: str, answer: str | None):
    assert named(text, "slot", SLOTS).yes_no == answer


@pytest.mark.parametrize("text", ["manda o link do mapa", "mapa da clínica"])
def test_a_map_is_no_exam(text: str):
    assert named(text).service is None


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("roberto", "roberto"),
        ("com a helena", "helena"),
        ("helna", "helena"),
        ("a doutora", "helena"),
        ("a primeira", "roberto"),
        ("não quero o roberto", None),
        ("tanto faz", None),
    ],
)
def test_choices_among_people(text: str, choice: str | None):
    assert named(text, "professional", DOCTORS).choice == choice


@pytest.mark.parametrize("text", ["esse aí", "pode ser esse", "esse", "1", "sexta"])
def test_the_only_option_is_picked_by_pointing(text: str):
    assert named(text, "slot", SLOTS[2:]).choice == "c"


def test_monday_is_no_second_place_where_mondays_are_offered():
    mondays = (Option(id="x", title="Ter 01/12 09:00"), Option(id="y", title="Seg 30/11 09:00"))
    assert named("a segunda", "slot", mondays).choice == "y"


def test_a_number_without_options_chooses_nothing():
    assert named("2", "slot").choice is None


@pytest.mark.parametrize("text", ["nenhum", "nenhum desses", "outro horário", "nada disso"])
def test_none_of_them(text: str):
    heard = named(text, "slot", SLOTS)
    assert heard.none_of_them
    assert heard.choice is None


@pytest.mark.parametrize(
    ("text", "expects", "time", "date"),
    [
        ("15", "time", dt.time(15), None),
        ("as 10", "time", dt.time(10), None),
        ("2", "time", dt.time(14), None),
        ("15", "date", None, dt.date(2026, 12, 15)),
        ("15", None, None, None),
        ("15 comprimidos", "time", None, None),
    ],
)
def test_a_bare_number_is_what_was_asked(
    text: str, expects: Expects | None, time: dt.time | None, date: dt.date | None
):
    when = named(text, expects).when
    assert (when.time, when.date) == (time, date)


@pytest.mark.parametrize(
    ("text", "phone", "cpf", "email"),
    [
        ("meu cpf é 529.982.247-25", None, "52998224725", None),
        ("52998224725", None, "52998224725", None),
        ("cpf 52998224725 e fone (47) 99963-3223", "+5547999633223", "52998224725", None),
        ("(47) 99963-3223", "+5547999633223", None, None),
        ("47999633223", "+5547999633223", None, None),
        ("+55 47 3231-0200", "+554732310200", None, None),
        ("escreve pra Maria@Exemplo.com.br", None, None, "maria@exemplo.com.br"),
        ("111.111.111-11", None, None, None),
        ("00 00000-0000", None, None, None),
        ("00 1200 0000", None, None, None),
        ("pedido 123", None, None, None),
    ],
)
def test_contacts(text: str, phone: str | None, cpf: str | None, email: str | None):
    assert contacts(text) == (phone, cpf, email)


def test_eleven_digits_that_could_be_both_are_a_phone_unless_called_cpf():
    both = next(
        number
        for number in (f"479{n:08d}" for n in range(91_000_000, 91_100_000))
        if valid_cpf(number) and contacts(f"fone {number}").phone
    )
    assert contacts(both) == (f"+55{both}", None, None)
    assert contacts(f"cpf {both}") == (None, both, None)


@given(st.text(max_size=200), st.integers(min_value=0, max_value=6))
def test_a_choice_is_always_one_of_the_options(text: str, count: int):
    options = tuple(Option(id=str(n), title=f"Opção número {n}") for n in range(count))
    assert named(text, "slot", options).choice in {None, *(o.id for o in options)}


def _clinic(*services: Service, hours: WeeklyHours | None = None) -> ClinicContext:
    return ClinicContext(
        clinic=ClinicFacts(name="Outra"), services=list(services), working_hours=hours or WeeklyHours()
    )


def test_a_single_plain_consultation_answers_to_consulta():
    clinic = _clinic(Service(id="c", name="Consulta"), Service(id="r", name="Retorno"))
    assert understand("quero marcar consulta", context=clinic, now=NOW).entities.service == "c"


def test_a_specialty_without_a_consultation_answers_with_its_exams():
    clinic = _clinic(Service(id="m", name="Bioimpedância", specialty="Nutrição"), Service(id="x", name="Raio X"))
    assert understand("quero nutricionista", context=clinic, now=NOW).entities.service == "m"
    assert understand("bioimpedancia", context=clinic, now=NOW).entities.service == "m"


def test_the_clinic_hours_settle_bare_hours():
    night = [Interval(start="18:00", end="24:00")]
    assert opening_hours(_clinic(hours=WeeklyHours(monday=night))) == (dt.time(18), dt.time.max)
    assert opening_hours(_clinic()) is None
    assert opening_hours(None) is None


def test_indexes_are_kept_by_context_and_do_not_pile_up():
    clinics = [_clinic(Service(id=str(n), name=f"Serviço {n}")) for n in range(70)]
    first = index_of(clinics[0])
    assert index_of(clinics[0]) is first
    for clinic in clinics:
        index_of(clinic)
    assert index_of(clinics[0]) is not first


def test_a_plan_with_an_everyday_name_is_known_by_its_whole_name():
    plans = [InsurancePlan(name="Plano Saúde"), InsurancePlan(name="Porto Saúde")]
    clinic = ClinicContext(clinic=ClinicFacts(name="Outra"), insurance_plans=plans)
    assert understand("tenho o plano saúde", context=clinic, now=NOW).entities.insurance == "Plano Saúde"
    assert understand("moro no porto", context=clinic, now=NOW).entities.insurance is None
    assert understand("aceita porto seguro?", context=clinic, now=NOW).entities.insurance == "Porto Saúde"
