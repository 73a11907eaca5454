"""Doubt, silence, digressions and corrections: what was said is kept, and the way back is offered."""

from __future__ import annotations

import pytest
from world import Clinic, Patient

from atendeai import inbox
from atendeai.clinics.context import ClinicContext
from atendeai.conversation.dialogue import decide
from atendeai.conversation.facts import Decision, Facts, Heard
from atendeai.conversation.state import Draft, ServiceSelection, Start, State, Thread
from atendeai.conversation.understanding.model import Candidate, Entities, Understanding
from atendeai.ops.clock import iso, millis, seconds
from atendeai.whatsapp.payload import Item

SUMMARY = ("marcar eletro sexta 8h", "Maria Souza", "unimed")


def follow(person: Patient, *texts: str) -> None:
    for text in texts:
        person.says(text)


def titles(person: Patient) -> list[str]:
    return [option.title for option in person.options]


# doubt


class NoAgenda:
    """An agenda without a free minute."""

    def free(self, *_: object, **__: object) -> list[object]:
        return []

    def explain(self, *_: object, **__: object) -> None:
        return None


def heard(text: str, *candidates: tuple[str, float], **entities: object) -> Heard:
    rated = tuple(Candidate(intent, confidence) for intent, confidence in candidates)  # type: ignore[arg-type]
    return Heard(
        understanding=Understanding(
            text=text,
            intent=rated[0].intent,
            confidence=rated[0].confidence,
            candidates=rated,
            entities=Entities(**entities),  # type: ignore[arg-type]
        )
    )


def answer(context: ClinicContext, clinic: Clinic, said: Heard, thread: Thread, state: State | None = None) -> Decision:
    facts = Facts(
        context=context,
        now=clinic.clock.now(),
        agenda=NoAgenda(),  # type: ignore[arg-type]
        contact_id="c",
    )
    turn = decide(facts, said, state or Start(), thread)
    try:
        while True:
            turn.send(None)
    except StopIteration as ended:
        decision: Decision = ended.value
        return decision


def ids(decision: Decision) -> list[str]:
    return [option.id for option in decision.replies[-1].options]


def test_the_two_likeliest_meanings_are_offered_and_nothing_said_is_lost(
    context: ClinicContext, clinic: Clinic
) -> None:
    said = heard(
        "ver aquele eletro da dona nair",
        ("price", 0.4), ("book", 0.35), ("results", 0.1),
        service="eletrocardiograma", person_name="Nair Ramos",
    )  # fmt: skip
    asked = answer(context, clinic, said, Thread())
    assert ids(asked) == ["intent:price", "intent:book", "intent:other"]
    assert "saber valores ou marcar um horário" in asked.replies[-1].text
    picked = Heard(understanding=Understanding(text="Marcar horário"), tapped="intent:book")
    booked = answer(context, clinic, picked, asked.thread)
    assert "Eletrocardiograma" in booked.replies[-1].text
    assert booked.state.draft.patient_name == "Nair Ramos"  # type: ignore[union-attr]
    assert booked.thread.unsure is None


def test_the_meaning_may_be_told_in_words(context: ClinicContext, clinic: Clinic) -> None:
    said = heard("aquele eletro", ("price", 0.4), ("book", 0.35), service="eletrocardiograma")
    asked = answer(context, clinic, said, Thread())
    told = answer(context, clinic, heard("quanto custa mesmo", ("price", 0.99)), asked.thread)
    assert "R$ 90,00" in told.replies[-1].text and "Consulta" not in told.replies[-1].text


def test_a_single_likely_meaning_is_a_yes_or_no(context: ClinicContext, clinic: Clinic) -> None:
    asked = answer(context, clinic, heard("hum o eletro", ("price", 0.4), service="eletrocardiograma"), Thread())
    assert ids(asked) == ["intent:price", "intent:other"] and "saber valores?" in asked.replies[-1].text
    yes = heard("sim", ("affirm", 0.99), yes_no="yes")
    assert "R$ 90,00" in answer(context, clinic, yes, asked.thread).replies[-1].text
    no = answer(context, clinic, heard("não", ("deny", 0.99), yes_no="no"), asked.thread)
    assert "R$" not in no.replies[-1].text and ids(no) == ["book", "visits", "human"]


@pytest.mark.parametrize("intent", ["cancel", "reschedule", "opt_out"])
def test_nothing_is_taken_away_on_a_guess(context: ClinicContext, clinic: Clinic, intent: str) -> None:
    other = "reschedule" if intent == "cancel" else "cancel"
    asked = answer(context, clinic, heard("ih, quinta não rola", (intent, 0.6), (other, 0.3)), Thread())
    assert ids(asked) == [f"intent:{intent}", f"intent:{other}", "intent:other"]
    sure = answer(context, clinic, heard("ih, quinta não rola", (intent, 0.8), (other, 0.3)), Thread())
    assert f"intent:{intent}" not in ids(sure)


def test_nothing_likely_shows_the_menu_and_no_visit_is_put_at_stake_on_a_hunch(
    context: ClinicContext, clinic: Clinic
) -> None:
    for doubt in (("affirm", 0.1), ("opt_out", 0.25)):
        assert ids(answer(context, clinic, heard("lkjh", doubt), Thread())) == ["book", "visits", "human"]


def test_doubt_that_lasts_calls_a_person(context: ClinicContext, clinic: Clinic) -> None:
    thread = Thread()
    for _ in range(3):
        decision = answer(context, clinic, heard("sei la", ("price", 0.3), ("hours", 0.2)), thread)
        thread = decision.thread
    assert decision.escalate == "not_understood"


def test_doubt_in_the_middle_keeps_the_place(context: ClinicContext, clinic: Clinic) -> None:
    state = ServiceSelection(Draft(patient_name="Maria Souza"))
    asked = answer(context, clinic, heard("e aquilo lá", ("price", 0.4), ("payment", 0.3)), Thread(turns=3), state)
    assert ids(asked) == ["intent:price", "intent:payment", "intent:other"] and asked.state == state
    picked = Heard(understanding=Understanding(text="Valores"), tapped="intent:price")
    told = answer(context, clinic, picked, asked.thread, asked.state)
    assert "R$ 90,00" in told.replies[-1].text and told.state == state and told.thread.expects == "service"
    other = Heard(understanding=Understanding(text="Outra coisa"), tapped="intent:other")
    assert answer(context, clinic, other, asked.thread, asked.state).thread.expects == "service"


# silence


def test_hello_after_hours_offers_to_go_on_or_to_start_over(maria: Patient, clinic: Clinic) -> None:
    follow(maria, *SUMMARY)
    clinic.wait(hours=3)
    maria.says("oi")
    assert "Eletrocardiograma" in maria.heard and "27/11" in maria.heard
    assert titles(maria) == ["Continuar", "Começar de novo"] and maria.last and maria.last.state == "confirmation"
    maria.says("sim")
    assert maria.last.expects == "confirmation" and maria.visits == []
    maria.says("sim")
    assert len(maria.visits) == 1


def test_starting_over_after_hours_lets_go(maria: Patient, clinic: Clinic) -> None:
    follow(maria, *SUMMARY)
    clinic.wait(minutes=40)
    maria.says("bom dia")
    maria.taps("Começar de novo")
    assert maria.last and maria.last.state == "start" and clinic.rows("select * from occupancy") == []


@pytest.mark.parametrize(
    ("before", "late", "expects"),
    [
        (["quero marcar"], "eletro", "slot"),
        (["quero marcar um eletro"], "sexta de manhã", "slot"),
        (["marcar eletro sexta 8h"], "Maria Souza", "insurance"),
        (["marcar eletro sexta 8h", "Maria Souza"], "unimed", "confirmation"),
    ],
)
def test_an_answer_after_hours_goes_on_from_where_we_were(
    maria: Patient, clinic: Clinic, before: list[str], late: str, expects: str
) -> None:
    follow(maria, *before)
    clinic.wait(hours=2)
    maria.says(late)
    assert "stávamos marcando" in maria.heard or "gente estava marcando" in maria.heard
    assert maria.last and maria.last.expects == expects


def test_a_stale_yes_after_a_rival_took_the_place(maria: Patient, joao: Patient, clinic: Clinic) -> None:
    follow(maria, *SUMMARY)
    clinic.wait(hours=2)
    follow(joao, "marcar eletro sexta 8h", "João Prado", "amil", "sim")
    maria.says("sim")
    assert maria.visits == [] and "acabou de" in maria.heard and "Sex 27/11 às 08:30" in titles(maria)


def test_a_stale_tap_on_confirm_is_read_back(maria: Patient, clinic: Clinic) -> None:
    follow(maria, *SUMMARY)
    clinic.wait(hours=2)
    maria.taps("Confirmar")
    assert maria.visits == [] and maria.last and maria.last.expects == "confirmation"
    maria.taps("Confirmar")
    assert len(maria.visits) == 1


def test_times_offered_hours_ago_are_renewed(maria: Patient, joao: Patient, clinic: Clinic) -> None:
    maria.says("marcar eletro sexta")
    first = titles(maria)[0]
    follow(joao, "marcar eletro sexta 8h", "João Prado", "amil", "sim")
    clinic.wait(hours=2)
    follow(maria, "oi", "continuar")
    assert first not in titles(maria) and maria.last and maria.last.expects == "slot"


# another topic


def test_a_visit_cancelled_in_the_middle_and_back_to_the_booking(maria: Patient) -> None:
    follow(maria, *SUMMARY, "sim", "quero marcar dermato quinta 13h", "particular")
    follow(maria, "quero cancelar minha consulta de sexta", "sim")
    assert "ancel" in maria.heard and "Consulta dermatológica" in maria.heard
    assert titles(maria) == ["Continuar", "Não, obrigado"]
    maria.says("sim")
    assert maria.last and maria.last.expects == "confirmation" and "26/11, às 13h" in maria.heard
    maria.says("sim")
    assert [visit.service_id for visit in maria.visits] == ["consulta-dermatologica"]


def test_who_does_not_want_to_go_on_is_left_in_peace(maria: Patient) -> None:
    follow(maria, *SUMMARY, "sim", "quero marcar dermato quinta 13h", "particular")
    follow(maria, "quero cancelar minha consulta de sexta", "não")
    maria.taps("Não, obrigado")
    assert maria.last and maria.last.state == "start"
    maria.says("obrigada")
    assert "Continuar" not in titles(maria)


def test_confirming_a_visit_in_the_middle(maria: Patient) -> None:
    follow(maria, *SUMMARY, "sim", "quero marcar dermato", "confirmo minha presença na consulta de sexta")
    assert [visit.status for visit in maria.visits] == ["confirmed"] and "Continuar" in titles(maria)


def test_a_price_and_no_more_messages(maria: Patient, clinic: Clinic) -> None:
    maria.says("quanto custa o eletro? e parem de me mandar mensagem")
    assert "R$ 90,00" in maria.heard and "não envio mais" in maria.heard
    assert clinic.rows("select opted_out from contacts") == [{"opted_out": 1}]


def test_a_price_and_a_person(maria: Patient) -> None:
    assert maria.says("quanto custa o eletro? quero falar com atendente").escalated
    assert "R$ 90,00" in maria.heard and "equipe" in maria.heard


def test_moving_a_visit_that_is_not_there_in_the_middle(maria: Patient) -> None:
    maria.says("quero marcar um eletro")
    offered = maria.options
    maria.says("quero remarcar minha consulta")
    assert "agendamento" in maria.heard or "nada marcado" in maria.heard
    assert maria.options == offered


# corrections at the summary


@pytest.mark.parametrize(
    ("words", "moment", "name", "plan"),
    [
        ("às 15h não, 16h", "27/11, às 16h", "Maria Souza", "Unimed"),
        ("o nome tá errado, é Nair Souza", "27/11, às 8h", "Nair Souza", "Unimed"),
        ("não é Maria, é Nair Souza", "27/11, às 8h", "Nair Souza", "Unimed"),
        ("segunda", "30/11, às 8h", "Maria Souza", "Unimed"),
        ("na verdade é pelo bradesco", "27/11, às 8h", "Maria Souza", "Bradesco Saúde"),
    ],
)
def test_a_correction_keeps_the_rest(maria: Patient, words: str, moment: str, name: str, plan: str) -> None:
    follow(maria, *SUMMARY, words)
    assert maria.visits == [] and maria.last and maria.last.expects == "confirmation"
    assert moment in maria.heard and f"Paciente: {name}" in maria.heard and f"Convênio: {plan}" in maria.heard


def test_another_professional_at_the_summary(maria: Patient) -> None:
    follow(maria, "marcar retorno com o dr Roberto quinta 8h", "Maria Souza", "unimed", "é com a Dra. Helena")
    follow(maria, "8h")
    assert "Dra. Helena" in maria.heard and "26/11, às 8h" in maria.heard and "Paciente: Maria Souza" in maria.heard


def test_a_wrong_name_without_the_right_one_is_asked(maria: Patient) -> None:
    follow(maria, *SUMMARY, "o nome está errado")
    assert maria.last and maria.last.expects == "patient_name"
    maria.says("Nair Souza")
    assert "Nair Souza" in maria.heard and "Unimed" in maria.heard and maria.last.expects == "confirmation"


def test_the_summary_says_it_all(maria: Patient) -> None:
    follow(maria, *SUMMARY)
    for fact in ("Eletrocardiograma", "Dr. Roberto", "27/11, às 8h", "Maria Souza", "Unimed", "Rua das Gaivotas"):
        assert fact in maria.heard


# health


@pytest.mark.parametrize(
    ("question", "service"),
    [
        ("tô com coceira na pele, o que eu passo?", "consulta-dermatologica"),
        ("minha pressão tá 14 por 9, é alta? o que tomo pra pressão?", "consulta-cardiologica"),
    ],
)
def test_no_advice_but_the_fitting_visit(maria: Patient, question: str, service: str) -> None:
    maria.says(question)
    assert "orient" in maria.heard and [o.id for o in maria.options] == [f"book:{service}", "human"]


def test_worrying_words_are_told_where_to_go(maria: Patient) -> None:
    maria.says("meu filho está com febre alta, posso dar dipirona?")
    assert "pronto-socorro" in maria.heard and "192" in maria.heard and "orient" in maria.heard


def test_no_advice_in_the_middle_and_on_with_it(maria: Patient) -> None:
    maria.says("quero marcar um eletro")
    offered = maria.options
    maria.says("posso tomar ibuprofeno?")
    assert "orient" in maria.heard and maria.options == offered and maria.last and maria.last.state == "date_time"


@pytest.mark.parametrize("words", ["me duele el pecho", "I can't breathe", "quiero morir", "tá saindo muito sangue"])
def test_danger_is_met_in_every_language_even_while_a_person_is_awaited(
    maria: Patient, clinic: Clinic, words: str
) -> None:
    follow(maria, *SUMMARY, "quero falar com um atendente")
    answer = maria.says(words)
    assert "192" in maria.heard and answer.state == "start" and answer.escalated
    assert ("188" in maria.heard) == (words == "quiero morir")
    assert clinic.rows("select * from occupancy") == []


# a voice note beside words


def test_a_voice_note_beside_words_is_said_to_be_unheard(maria: Patient, clinic: Clinic) -> None:
    now = clinic.clock.now()
    note = Item(
        key="burst:note", kind="message", sender=maria.number, wa_id=maria.number, message_kind="audio", text="",
        sent_at=seconds(now), raw="{}",
    )  # fmt: skip
    clinic.write(lambda tx: inbox.hear(tx, note, now=millis(now), at=iso(now), burst=0))
    maria.says("quero marcar um eletro")
    assert "áudio" in maria.heard and maria.last and maria.last.expects == "slot"


def test_putting_it_off_stops_the_booking(maria: Patient) -> None:
    for words in ("pensando bem não quero", "vou ver com meu marido antes, deixa por enquanto"):
        follow(maria, "quero marcar um eletro", words)
        assert maria.last and maria.last.state == "start" and maria.visits == []
