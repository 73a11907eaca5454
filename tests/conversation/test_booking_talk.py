"""Booking by talking: from one sentence or step by step, with changes of mind, questions, and rivals."""

from __future__ import annotations

import msgspec
import pytest
from world import Clinic, Patient

from atendeai import inbox
from atendeai.clinics.context import ClinicContext
from atendeai.ops.clock import iso, millis, seconds
from atendeai.whatsapp.payload import Item

NOTHING_DONE = ("nada foi marcado", "não marquei", "ainda não marquei", "Deixei para lá")


def follow(person: Patient, *texts: str) -> None:
    for text in texts:
        person.says(text)


def titles(person: Patient) -> list[str]:
    return [option.title for option in person.options]


# one message, numbers, taps, free text


def test_one_message_names_everything_but_the_hour(maria: Patient) -> None:
    maria.says("quero marcar um eletro sexta de manhã com o dr. Roberto")
    assert "Dr. Roberto" in maria.heard and "Eletrocardiograma" in maria.heard
    assert all(title.startswith("Sex 27/11") and title[-5:] < "12:00" for title in titles(maria)[:-1])
    follow(maria, "2", "Maria Souza", "unimed")
    assert "Maria Souza" in maria.heard and "sexta-feira, 27/11, às 08:30" in maria.heard and "Unimed" in maria.heard
    assert maria.visits == []
    receipt = maria.says("sim")
    (visit,) = maria.visits
    assert "marcado" in maria.heard and receipt.state == "finalized" and receipt.appointment_id == visit.id
    assert (visit.local_start, visit.service_id, visit.professional_id, visit.patient_name, visit.insurance) == (
        "2026-11-27T08:30", "eletrocardiograma", "roberto-amaral", "Maria Souza", "Unimed",
    )  # fmt: skip


def test_everything_in_one_message_leaves_only_name_and_plan(maria: Patient) -> None:
    maria.says("marcar consulta cardiológica amanhã às 14h pela unimed")
    assert maria.last and maria.last.expects == "patient_name"
    assert "14h" in maria.heard and "atendemos Unimed" not in maria.heard
    assert maria.says("Maria Souza").expects == "confirmation"
    maria.says("pode marcar")
    assert [visit.local_start for visit in maria.visits] == ["2026-11-25T14:00"]


def test_step_by_step_with_numbers(maria: Patient) -> None:
    expected = []
    for text in ("quero marcar um horário", "6", "1", "Maria Souza", "2", "1"):
        maria.says(text)
        assert maria.last
        expected.append((maria.last.state, maria.last.expects))
    assert expected == [
        ("service_selection", "service"),
        ("date_time", "slot"),
        ("confirmation", "patient_name"),
        ("confirmation", "insurance"),
        ("confirmation", "confirmation"),
        ("finalized", "intent"),
    ]
    assert [visit.service_id for visit in maria.visits] == ["eletrocardiograma"]


def test_step_by_step_with_taps(maria: Patient) -> None:
    maria.says("oi")
    maria.taps("Marcar horário")
    maria.taps("Consulta pediátrica")
    maria.taps("Qua 25/11 às 13:00")
    maria.says("Pedro Souza")
    maria.taps("Amil")
    maria.taps("Confirmar")
    assert [(v.local_start, v.patient_name, v.insurance) for v in maria.visits] == [
        ("2026-11-25T13:00", "Pedro Souza", "Amil")
    ]


def test_step_by_step_with_free_text(maria: Patient) -> None:
    follow(maria, "bom dia, queria ver uma consulta", "clínico geral", "quinta à tarde", "às 15h")
    follow(maria, "meu nome é Maria Souza", "não tenho convênio", "isso mesmo")
    (visit,) = maria.visits
    assert visit.local_start == "2026-11-26T15:00" and visit.insurance is None and visit.price_cents == 22000


def test_a_burst_is_one_wish_with_one_answer(maria: Patient, clinic: Clinic) -> None:
    now = clinic.clock.now()
    for place, text in enumerate(["oi", "queria marcar"]):
        item = Item(
            key=f"burst:{place}", kind="message", sender=maria.number, wa_id=maria.number, message_kind="text",
            text=text, sent_at=seconds(now), raw="{}",
        )  # fmt: skip
        clinic.write(lambda tx, item=item: inbox.hear(tx, item, now=millis(now), at=iso(now), burst=0))
    answer = maria.says("um eletro pra sexta")
    assert len(answer.replies) == 1 and all("27/11" in title for title in titles(maria)[:-1])
    assert clinic.rows("select count(*) as turns from turns") == [{"turns": 1}]


def test_a_part_of_the_day_is_offered_not_taken(maria: Patient) -> None:
    follow(maria, "quero marcar pediatra", "tem amanhã de tarde?")
    assert maria.last and maria.last.expects == "slot"
    assert len(titles(maria)) > 3 and all(title.startswith("Qua 25/11 às 1") for title in titles(maria)[:-1])


def test_plan_and_number_in_one_breath(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta", "às 8h, pela unimed")
    maria.says("Maria Souza")
    assert maria.last and maria.last.expects == "confirmation"
    assert "Unimed" in maria.heard


def test_a_detail_given_too_early_is_noted_and_the_times_stand(maria: Patient) -> None:
    maria.says("marcar eletro sexta")
    offered = maria.options
    maria.says("tenho unimed")
    assert maria.options == offered and "anot" in maria.heard.lower()


# changes of mind


def test_changes_of_mind_keep_the_rest(maria: Patient) -> None:
    maria.says("quero marcar um eletro")
    maria.says("na verdade quero uma consulta cardiológica")
    assert "Consulta cardiológica" in maria.heard
    maria.says("sexta às 9h")
    maria.says("melhor às 15h")
    assert "sexta-feira, 27/11, às 15h" in maria.heard
    maria.says("Maria Souza")
    maria.says("unimed")
    maria.says("prefiro na segunda-feira")
    assert "segunda-feira, 30/11, às 15h" in maria.heard and "Unimed" in maria.heard and "Maria Souza" in maria.heard
    maria.says("na verdade particular")
    assert "Particular: R$ 320,00" in maria.heard
    maria.says("é pra minha mãe, Marta Souza")
    assert "Marta Souza" in maria.heard and "Maria Souza" not in maria.heard
    maria.says("sim")
    assert [(v.local_start, v.patient_name) for v in maria.visits] == [("2026-11-30T15:00", "Marta Souza")]


def test_another_service_at_the_summary(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria Souza", "unimed")
    maria.says("mudar o exame")
    assert maria.last and maria.last.expects == "service"
    maria.says("ecocardiograma")
    assert "Ecocardiograma" in maria.heard and maria.last.expects == "slot"


def test_another_professional(maria: Patient) -> None:
    maria.says("quero um retorno com a dra Lia")
    assert "Dra. Lia" in maria.heard
    maria.says("pode ser com a dra Helena")
    assert "Dra. Helena" in maria.heard and "Dra. Lia" not in maria.heard


def test_a_change_beside_the_yes_is_no_yes(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria Souza", "unimed")
    maria.says("sim, mas às 15h")
    assert maria.visits == [] and "às 15h" in maria.heard


@pytest.mark.parametrize("words", ["nenhum desses", "outro dia", "não posso nesses"])
def test_none_of_these_shows_others(maria: Patient, words: str) -> None:
    maria.says("quero marcar um eletro")
    before = set(titles(maria)[:-1])
    maria.says(words)
    assert maria.last and maria.last.expects == "slot"
    assert not before & set(titles(maria)[:-1])


def test_later_and_earlier_move_the_wish(maria: Patient) -> None:
    follow(maria, "quero marcar um eletro", "segunda de manhã", "mais tarde")
    assert all("30/11" in title and title[-5:] > "11:30" for title in titles(maria)[:-1])
    maria.says("mais cedo")
    assert all("30/11" in title and title[-5:] < "13:00" for title in titles(maria)[:-1])


def test_no_to_the_summary_asks_what_else(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria Souza", "unimed", "não")
    assert any(words in maria.heard for words in NOTHING_DONE)
    maria.taps("Outro horário")
    assert maria.last and maria.last.expects == "slot" and maria.visits == []


# questions in the middle


@pytest.mark.parametrize(
    "before",
    [
        ["quero marcar um horário"],
        ["quero marcar um eletro"],
        ["marcar eletro sexta 8h"],
        ["marcar eletro sexta 8h", "Maria Souza"],
        ["marcar eletro sexta 8h", "Maria Souza", "unimed"],
    ],
)
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("onde vocês ficam?", "Rua das Gaivotas"),
        ("quanto custa o eletro?", "R$ 90,00"),
        ("posso levar acompanhante?", "um acompanhante"),
        ("e se eu precisar cancelar?", "24 horas"),
        ("você é um robô?", "assistente virtual"),
    ],
)
def test_a_question_in_the_middle_is_answered_and_the_open_one_asked_again(
    maria: Patient, before: list[str], question: str, answer: str
) -> None:
    follow(maria, *before)
    assert maria.last
    state, expects, offered = maria.last.state, maria.last.expects, maria.options
    maria.says(question)
    assert answer in maria.heard
    assert (maria.last.state, maria.last.expects, maria.options) == (state, expects, offered)


# giving up


@pytest.mark.parametrize("words", ["deixa pra lá", "desisto", "não quero mais", "cancela tudo"])
@pytest.mark.parametrize(
    "before",
    [
        ["quero marcar um horário"],
        ["quero marcar um eletro"],
        ["marcar eletro sexta 8h"],
        ["marcar eletro sexta 8h", "Maria Souza"],
        ["marcar eletro sexta 8h", "Maria Souza", "unimed"],
    ],
)
def test_giving_up_frees_the_slot(maria: Patient, clinic: Clinic, before: list[str], words: str) -> None:
    follow(maria, *before, words)
    assert maria.last and maria.last.state == "start"
    assert maria.visits == [] and clinic.rows("select * from occupancy") == []


# rivals


def test_a_hold_protects_the_first(maria: Patient, joao: Patient) -> None:
    maria.says("marcar eletro sexta 8h")
    joao.says("marcar eletro sexta 8h")
    assert "não tenho vaga" in joao.heard or "já não tenho vaga" in joao.heard
    assert "Sex 27/11 às 08:00" not in titles(joao) and "Sex 27/11 às 08:30" in titles(joao)
    follow(maria, "Maria Souza", "unimed", "sim")
    assert [visit.local_start for visit in maria.visits] == ["2026-11-27T08:00"]


def test_who_lets_the_hold_expire_loses_to_the_faster_and_is_told(
    maria: Patient, joao: Patient, clinic: Clinic
) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria Souza", "unimed")
    clinic.wait(minutes=9)
    follow(joao, "marcar eletro sexta 8h", "João Prado", "amil", "sim")
    maria.says("sim")
    assert "acabou de" in maria.heard and "marcado!" not in maria.heard and maria.visits == []
    assert maria.last and maria.last.state == "date_time" and "Sex 27/11 às 08:30" in titles(maria)
    maria.taps("Sex 27/11 às 08:30")
    maria.says("sim")
    assert [visit.local_start for visit in maria.visits] == ["2026-11-27T08:30"]


def test_an_expired_hold_that_nobody_wanted_is_read_back_and_books(maria: Patient, clinic: Clinic) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria Souza", "unimed")
    clinic.wait(hours=3)
    maria.says("sim")
    assert maria.visits == [] and "livre" in maria.heard and "sexta-feira, 27/11, às 8h" in maria.heard
    maria.says("sim")
    assert [visit.local_start for visit in maria.visits] == ["2026-11-27T08:00"]


def test_a_stale_tap_on_a_taken_slot_is_refused_kindly(maria: Patient, joao: Patient) -> None:
    maria.says("marcar eletro sexta")
    slot = maria.options[0]
    follow(joao, "marcar eletro sexta 8h", "João Prado", "amil", "sim")
    maria.taps(slot)
    assert maria.visits == [] and slot.title not in titles(maria)
    assert "acabou de" in maria.heard


# dates that cannot be had


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ("dia 25/12", "Natal"),
        ("dia 20/12", "domingo"),
        ("dia 5/1", "Recesso"),
        ("ontem", "já passou|já ficou para trás"),
        ("hoje às 10h30", "2 horas"),
        ("daqui a 6 meses", "60 dias"),
    ],
)
def test_a_date_that_cannot_be_had_is_explained_and_others_offered(maria: Patient, wish: str, why: str) -> None:
    maria.says("quero uma consulta com clínico geral")
    maria.says(wish)
    assert any(word in maria.heard for word in why.split("|")), maria.heard
    assert maria.last and maria.last.expects == "slot" and len(titles(maria)) > 1


def test_a_day_on_which_only_the_service_is_missing(maria: Patient) -> None:
    follow(maria, "quero marcar dermato", "amanhã")
    assert "Consulta dermatológica" in maria.heard and "não é dia de atendimento" not in maria.heard
    assert {title[:9] for title in titles(maria)[:-1]} >= {"Ter 24/11", "Qui 26/11"}


def test_a_day_on_which_the_professional_is_away(maria: Patient) -> None:
    follow(maria, "quero um retorno com a dra Lia", "sexta")
    assert "Dra. Lia não atende" in maria.heard


def test_a_full_day_is_full(maria: Patient, joao: Patient, clinic: Clinic, context: ClinicContext) -> None:
    policies = msgspec.structs.replace(context.scheduling_policies, max_daily_appointments=1)
    clinic.loads(msgspec.structs.replace(context, scheduling_policies=policies))
    follow(joao, "marcar eletro sexta 8h", "João Prado", "amil", "sim")
    maria.says("marcar eletro sexta às 15h")
    assert "vaga" in maria.heard and not any("27/11" in title for title in titles(maria))


def test_no_vacancy_at_all_offers_a_person(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    hours = msgspec.structs.replace(
        context.working_hours, **{day: [] for day in context.working_hours.__struct_fields__}
    )
    clinic.loads(msgspec.structs.replace(context, working_hours=hours, exceptions=[]))
    maria.says("quero marcar um eletro")
    assert "60 dias" in maria.heard and titles(maria) == ["Falar com a equipe", "Agora não"]
    assert maria.says("sim").escalated


# professionals and plans


def test_who_does_not_perform_the_service(maria: Patient) -> None:
    maria.says("quero fazer um eletro com a dra Lia")
    assert "Dra. Lia" in maria.heard and "Dr. Roberto" in maria.heard
    assert maria.last and maria.last.expects == "slot"


def test_who_takes_no_new_patients(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    people = [msgspec.structs.replace(p, accepts_new_patients=p.id != "lia-nogueira") for p in context.professionals]
    clinic.loads(msgspec.structs.replace(context, professionals=people))
    maria.says("quero tirar os pontos com a dra Lia")
    assert "pacientes novos" in maria.heard or "primeira consulta" in maria.heard
    assert all(option.description == "Dra. Helena" for option in maria.options[:-1])


def test_a_plan_that_does_not_cover_the_service(maria: Patient) -> None:
    maria.says("quero marcar dermatoscopia pela unimed")
    assert maria.heard.count("Unimed") == 1 and "SulAmérica" in maria.heard and "R$ 260,00" in maria.heard
    maria.says("particular")
    follow(maria, "1", "Maria Souza")
    assert "Particular: R$ 260,00" in maria.heard


def test_a_plan_the_clinic_does_not_know(maria: Patient) -> None:
    follow(maria, "marcar consulta cardiológica amanhã 9h", "Maria Souza", "Hapvida")
    assert "Hapvida" in maria.heard and "Unimed" in maria.heard and maria.last and maria.last.expects == "insurance"
    assert maria.says("bradesco").expects == "confirmation"


def test_yes_to_private_or_plan_asks_again_and_blames_nobody(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria Souza")
    for _ in range(4):
        maria.says("sim")
    assert maria.last and maria.last.expects == "insurance" and not maria.last.escalated


def test_a_clinic_that_does_not_ask_for_plans(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    policies = msgspec.structs.replace(context.scheduling_policies, ask_insurance=False)
    clinic.loads(msgspec.structs.replace(context, scheduling_policies=policies))
    follow(maria, "marcar eletro sexta 8h", "Maria Souza")
    assert maria.last and maria.last.expects == "confirmation"


# people


def test_for_the_mother(maria: Patient) -> None:
    maria.says("quero marcar cardiologista pra minha mãe amanhã às 9h")
    follow(maria, "Marta Souza", "unimed", "sim")
    assert [(v.patient_name, v.insurance) for v in maria.visits] == [("Marta Souza", "Unimed")]


def test_a_known_patient_is_not_asked_again(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria Souza", "unimed", "sim")
    maria.says("quero marcar uma consulta cardiológica segunda 9h")
    assert maria.last and maria.last.expects == "insurance" and titles(maria) == [
        "Unimed", "Particular", "Outro convênio",
    ]  # fmt: skip
    maria.says("sim")
    assert maria.last.expects == "confirmation"
    assert "Maria Souza" in maria.heard and "Unimed" in maria.heard


def test_a_family_is_asked_for_whom(maria: Patient) -> None:
    follow(maria, "marcar pediatra amanhã 8h", "Pedro Souza", "amil", "sim")
    follow(maria, "quero marcar pediatra pra minha filha amanhã 14h", "Ana Souza", "amil", "sim")
    maria.says("marcar pediatra sexta 8h")
    assert {"Pedro Souza", "Ana Souza", "Outra pessoa"} == set(titles(maria))


def test_the_name_on_the_profile_is_proposed_without_its_title(clinic: Clinic) -> None:
    zilda = Patient(clinic, "5548999990009", "Dona Zilda Ramos")
    zilda.says("marcar eletro sexta 8h")
    assert "Zilda Ramos?" in zilda.heard or "Zilda Ramos mesmo?" in zilda.heard
    assert "Bom dia, Zilda!" in zilda.heard and "Dona" not in zilda.heard
    zilda.says("não")
    assert zilda.last and zilda.last.expects == "patient_name"
    follow(zilda, "Alberto Ramos", "particular", "sim")
    assert [visit.patient_name for visit in zilda.visits] == ["Alberto Ramos"]


def test_a_bare_first_name_is_asked_for_more_once(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria")
    assert "sobrenome" in maria.heard
    maria.says("Souza")
    assert maria.last and maria.last.expects == "insurance"
    maria.says("unimed")
    assert "Maria Souza" in maria.heard


def test_who_gives_no_surname_is_not_asked_twice(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria", "unimed")
    assert maria.last and maria.last.expects == "confirmation"


# wishes that steer


def test_a_day_that_is_ruled_out_is_not_shown(maria: Patient) -> None:
    follow(maria, "quero marcar dermato", "qualquer dia menos terça")
    assert not any(title.startswith("Ter") for title in titles(maria))


def test_the_soonest_is_taken(maria: Patient) -> None:
    follow(maria, "quero marcar um eletro", "outro dia", "o mais cedo possível")
    assert "hoje (terça-feira, 24/11), às 13h" in maria.heard and maria.last and maria.last.expects == "patient_name"


def test_nothing_earlier_than_the_held_slot_is_said(maria: Patient) -> None:
    follow(maria, "marcar consulta cardiológica hoje 13h", "não tem mais cedo?")
    assert "antes das 13h" in maria.heard and "Ter 24/11 às 13:30" in titles(maria)


def test_another_professional_keeps_the_day(maria: Patient) -> None:
    follow(maria, "marcar retorno com a dra helena sábado 8h", "pode ser com a dra lia")
    assert all(title.startswith("Sáb 28/11") for title in titles(maria)[:-1])


def test_the_last_of_the_times_is_no_other_day(maria: Patient) -> None:
    maria.says("marcar eletro sexta")
    last = titles(maria)[-2]
    maria.says("o último")
    assert maria.last and maria.last.expects == "patient_name" and last[-5:] in maria.heard


@pytest.mark.parametrize(("answer", "state"), [("sim", "confirmation"), ("não", "start")])
def test_private_instead_of_a_plan_is_a_yes_or_a_no(maria: Patient, answer: str, state: str) -> None:
    follow(maria, "marcar dermatoscopia quinta 13h", "Maria Souza", "unimed")
    assert maria.says(answer).state == state
    assert ("Particular: R$ 260,00" in maria.heard) == (answer == "sim")


@pytest.mark.parametrize(
    ("question", "answer"),
    [("o dr andré atende amanhã?", "das 8h às 12h e das 13h às 18h"), ("o dr roberto atende sábado?", "não atende")],
)
def test_whether_a_professional_is_there(maria: Patient, question: str, answer: str) -> None:
    maria.says(question)
    assert answer in maria.heard


def test_being_late(maria: Patient) -> None:
    maria.says("posso chegar um pouco atrasada?")
    assert "15 minutos" in maria.heard


def test_an_hour_beside_a_single_word_names_nobody(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "melhor às 15h")
    assert "Melhor" not in maria.heard and "às 15h" in maria.heard


# corners of the flow


def test_to_stop_in_other_words(maria: Patient) -> None:
    follow(maria, "quero marcar um eletro", "preciso desmarcar")
    assert maria.last and maria.last.state == "start"
    follow(maria, "quero marcar um eletro", "tchau")
    assert maria.last.state == "start"


def test_which_consultation(maria: Patient) -> None:
    follow(maria, "quero marcar", "uma consulta")
    assert maria.last and maria.last.expects == "service"
    assert all(title.startswith("Consulta") for title in titles(maria))


def test_whatever_takes_the_first(maria: Patient) -> None:
    maria.says("quero marcar um eletro sexta")
    maria.says("tanto faz")
    assert "sexta-feira, 27/11, às 8h" in maria.heard


def test_what_is_said_before_the_service_is_noted(maria: Patient) -> None:
    follow(maria, "quero marcar", "tenho unimed")
    assert "notado" in maria.heard and maria.last and maria.last.expects == "service"
    follow(maria, "eletro", "1", "Maria Souza")
    assert "Unimed" in maria.heard


def test_another_service_at_the_name(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "na verdade quero marcar um ecocardiograma")
    assert maria.last and maria.last.expects == "slot" and "Ecocardiograma" in maria.heard


def test_a_weekday_means_the_one_in_view(maria: Patient) -> None:
    follow(maria, "quero marcar dermato", "outro dia")
    saturdays = [title for title in titles(maria) if title.startswith("Sáb")]
    maria.says("sábado")
    assert saturdays and saturdays[0][4:9] in maria.heard + "".join(titles(maria))


def test_an_old_confirm_button_books_nothing_new(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta 8h", "Maria Souza", "unimed")
    button = maria.options[0]
    maria.taps("Outro horário")
    maria.taps(button)
    assert maria.visits == []
    follow(maria, "às 15h")
    maria.says("quero falar com um atendente")
    maria.taps(button)
    assert maria.visits == [] and maria.last and maria.last.expects == "confirmation"


def test_another_day_that_is_named(maria: Patient) -> None:
    follow(maria, "quero marcar um eletro", "prefiro outro dia, quinta 3/12")
    assert all("03/12" in title for title in titles(maria)[:-1])


def test_an_old_way_out_is_harmless(maria: Patient) -> None:
    answer = maria.says("Desistir", tapped="give_up", kind="interactive")
    assert answer.state == "start" and answer.replies


def test_a_yes_to_a_single_time_takes_it(maria: Patient) -> None:
    follow(maria, "quero marcar clínico geral", "quarta 25/11 depois das 11h30")
    assert titles(maria)[:-1] == ["Qua 25/11 às 11:30"]
    maria.says("sim")
    assert maria.last and maria.last.expects == "patient_name"


def test_a_no_to_the_times_shows_other_days(maria: Patient) -> None:
    maria.says("quero marcar um eletro sexta")
    maria.says("não")
    assert maria.last and maria.last.expects == "slot" and not any("27/11" in title for title in titles(maria))


def test_a_question_by_keyword_in_the_middle(maria: Patient) -> None:
    maria.says("quero marcar um eletro")
    offered = maria.options
    maria.says("hein, e atestado?")
    assert "O atestado depende" in maria.heard and maria.options == offered


def test_not_understood_in_the_middle_calls_a_person_and_keeps_the_place(maria: Patient) -> None:
    follow(maria, "marcar eletro sexta", "asdf", "qwer", "zxcv")
    assert maria.last and maria.last.escalated and maria.last.state == "date_time" and maria.options == []
    maria.says("1")
    assert maria.last.expects == "patient_name"


def test_a_long_list_of_services_names_the_rest(maria: Patient, clinic: Clinic, context: ClinicContext) -> None:
    more = [msgspec.structs.replace(context.services[0], id=f"x{n}", name=f"Exame {n}", aliases=[]) for n in range(3)]
    clinic.loads(msgspec.structs.replace(context, services=[*context.services, *more]))
    maria.says("quero marcar")
    assert len(maria.options) == 10 and "Também temos: Exame 0, Exame 1 e Exame 2" in maria.heard
    maria.says("exame 2")
    assert maria.last and maria.last.expects == "slot"


def test_the_button_of_an_earlier_summary_answers_no_other_question(maria: Patient) -> None:
    """ "Confirmar" of a booking must not cancel the visit that is being asked about now."""
    maria.says("quero marcar um eletro sexta às 8h")
    maria.says("Maria Aparecida Souza")
    maria.says("unimed")
    maria.taps("Confirmar")
    maria.says("quero marcar um ecocardiograma segunda às 9h")
    maria.taps("Unimed")
    old = next(option for option in maria.options if option.title == "Confirmar")
    maria.says("quero cancelar minha consulta de sexta")
    maria.taps(old)
    assert len(maria.visits) == 1
    assert "cancel" in maria.heard.lower()
    maria.taps("Sim, cancelar")
    assert maria.visits == []


def test_an_hour_with_another_professional_than_the_rows_is_hers(maria: Patient) -> None:
    maria.says("quero marcar retirada de pontos")
    maria.says("pode ser dia 26/11 às 13h? com a Dra. Helena")
    maria.says("Maria Aparecida Souza")
    maria.taps("Confirmar")
    assert [visit.professional_name for visit in maria.visits] == ["Dra. Helena"]
