"""Patients write as patients write; the receptionist gets what they want."""

from __future__ import annotations

import json
import statistics
from pathlib import Path

import pytest
from conversation.clinic import CLINIC, NOW
from hypothesis import given
from hypothesis import strategies as st
from steps import steps

from atendeai.conversation.understanding import understand
from atendeai.conversation.understanding.model import INTENTS, Expects, Option, Understanding

DATA = Path(__file__).parent / "data"
SLOTS = (
    Option(id="a", title="Qui 26/11 14:30"),
    Option(id="b", title="Qui 26/11 15:00"),
    Option(id="c", title="Sex 27/11 09:00"),
)
MENU = (
    Option(id="m1", title="Marcar consulta"),
    Option(id="m2", title="Remarcar"),
    Option(id="m3", title="Cancelar"),
)


def says(text: str, expects: Expects | None = None, options: tuple[Option, ...] = ()) -> Understanding:
    return understand(text, context=CLINIC, now=NOW, expects=expects, options=options)


def rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def scores(name: str) -> tuple[float, float, list[str]]:
    """Accuracy, macro-F1 and the misses of a labelled file."""
    told = [(row["intent"], says(row["text"]).intent, row["text"]) for row in rows(name)]
    f1 = []
    for intent in INTENTS:
        hits = sum(wanted == got == intent for wanted, got, _ in told)
        total = sum(wanted == intent for wanted, _, _ in told) + sum(got == intent for _, got, _ in told)
        f1.append(2 * hits / total)
    misses = [f"{text!r}: {got}, not {wanted}" for wanted, got, text in told if wanted != got]
    return 1 - len(misses) / len(told), statistics.mean(f1), misses


def test_wishes_that_neither_tables_nor_classifier_were_taught():
    accuracy, macro_f1, misses = scores("intents_heldout.jsonl")
    assert accuracy >= 0.95, misses
    assert macro_f1 >= 0.95


def test_every_intent_has_its_sentences():
    counts = {intent: sum(row["intent"] == intent for row in rows("intents_heldout.jsonl")) for intent in INTENTS}
    assert min(counts.values()) >= 8, counts


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ajuda", "greeting"),
        ("preciso de ajuda", "greeting"),
        ("qual o horário de funcionamento?", "hours"),
        ("não quero cancelar, só mudar", "reschedule"),
        ("não queria desmarcar não, só trocar o dia", "reschedule"),
        ("quero cancelar minha consulta, não remarcar", "cancel"),
        ("não quero marcar nada", "deny"),
        ("tem horário sexta?", "availability"),
        ("dermato sexta", "book"),
        ("eletro", "book"),
        ("eletro?", "services"),
        ("retorno", "book"),
        ("e aquele exame?", "services"),
        ("quanto custa emergência", "price"),
        ("vocês atendem emergência?", "services"),
        ("dor no peito há meses, queria marcar cardiologista", "emergency"),
        ("como faço pra cancelar o recebimento de mensagens?", "opt_out"),
        ("quero mudar meu telefone no cadastro", "data_request"),
        ("a consulta com a dra ana é quanto?", "price"),
        ("preciso marcar uma consulta", "book"),
        ("quero fazer o mapa", "book"),
        ("", "out_of_scope"),
        ("🙃", "out_of_scope"),
    ],
)
def test_meaning_beyond_single_words(text: str, intent: str):
    assert says(text).intent == intent


def test_several_wishes_in_one_message():
    heard = says("bom dia, quanto custa o eletro e vcs atendem Unimed? queria marcar pra sexta")
    assert heard.intent == "book"
    assert set(heard.secondary_intents) == {"price", "insurance"}
    assert heard.entities.service == "ecg"
    assert heard.entities.insurance == "Unimed"
    assert heard.entities.when.date is not None
    assert heard.entities.when.date.isoformat() == "2026-11-27"


def test_candidates_lead_with_the_intent_and_are_at_most_three():
    heard = says("oi, quero remarcar, qual o endereço, tem estacionamento, aceita pix?")
    assert heard.candidates[0].intent == heard.intent == "reschedule"
    assert len(heard.candidates) == 3
    assert heard.candidates[0].confidence == heard.confidence


@pytest.mark.parametrize(
    ("text", "expects", "intent"),
    [
        ("sim", "confirmation", "affirm"),
        ("pode marcar", "confirmation", "affirm"),
        ("não", "confirmation", "deny"),
        ("não quero cancelar, só mudar", "confirmation", "reschedule"),
        ("sexta", "date", "book"),
        ("pode ser sexta?", "date", "book"),
        ("quais horários tem sexta?", "date", "availability"),
        ("de tarde", "time", "book"),
        ("Maria da Silva", "patient_name", "book"),
        ("unimed", "insurance", "book"),
        ("particular", "insurance", "book"),
        ("o que tiver vaga antes", "professional", "book"),
        ("quanto custa?", "date", "price"),
        ("qual o endereço?", "patient_name", "location"),
        ("quero falar com atendente", "date", "human"),
        ("cancelar", "date", "cancel"),
        ("sair", "date", "opt_out"),
        ("não posso amanhã", "slot", "book"),
        ("não vou conseguir ir amanhã", "confirmation", "cancel"),
        ("Nair Costa", "patient_name", "book"),
        ("da Silva", "patient_name", "book"),
        ("é pra mim mesma, Zilda Aparecida Ramos", "insurance", "book"),
        ("por conta própria", "insurance", "book"),
        ("pode confirmar sim minha filha", "confirmation", "affirm"),
        ("🙏", "confirmation", "thanks"),
    ],
)
def test_what_was_asked_colours_the_answer(text: str, expects: Expects | None, intent: str):
    assert says(text, expects).intent == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [("2", "reschedule"), ("Cancelar", "cancel"), ("marcar consulta", "book"), ("a última", "cancel")],
)
def test_a_menu_number_means_what_its_line_says(text: str, intent: str):
    assert says(text, "intent", MENU).intent == intent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("quero marcar uma consulta", "pt"),
        ("I need an appointment with a doctor", "en"),
        ("quiero una cita para mañana", "es"),
        ("ok", "pt"),
        ("", "pt"),
    ],
)
def test_language(text: str, language: str):
    assert says(text).language == language


def test_without_a_context_the_wish_is_still_understood():
    heard = understand("quanto custa o eletro?", context=None, now=NOW)
    assert heard.intent == "price"
    assert heard.entities.service is None


PIECES = (
    "oi",
    "quero",
    "não",
    "marcar",
    "2",
    "sexta",
    "às",
    "?",
    ",",
    ".",
    "\n",
    "dr",
    "maria",
    "cancelar",
    "10h",
    "🙂",
)


@given(
    st.text(max_size=300) | st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.sampled_from([None, "slot", "patient_name", "date", "time", "confirmation", "professional", "insurance"]),
)
def test_whatever_is_written_is_answered_the_same_way_twice(text: str, expects: Expects | None):
    heard = says(text, expects, SLOTS)
    assert heard == says(text, expects, SLOTS)
    assert heard.intent in INTENTS
    assert 0 <= heard.confidence <= 1
    assert heard.entities.choice in {None, "a", "b", "c"}


def test_a_wall_of_text_costs_no_more_than_its_length():
    brick = "queria marcar uma consulta com cardiologista amanhã às 10 e saber o preço, "
    assert says(brick * 200).intent == "book"
    assert steps(lambda: says(brick * 50)) < 2.2 * steps(lambda: says(brick * 25))
    assert steps(lambda: says(brick * 2000)) < 10 * steps(lambda: says(brick * 200))


def test_the_usual_message_is_understood_in_a_few_thousand_steps():
    texts = [row["text"] for row in rows("intents_heldout.jsonl")]
    assert statistics.median(steps(lambda text=text: says(text)) for text in texts) < 3500


def test_what_is_not_understood_is_said_with_little_confidence():
    assert says("aquilo da moça de ontem lá").confidence < 0.5 < says("conta uma piada").confidence


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_an_empty_line_says_nothing_at_all(text: str):
    assert says(text, "slot", SLOTS).confidence == 0.0


def test_what_cannot_be_is_no_wish_to_cancel_while_a_visit_is_agreed_on():
    heard = says("não posso amanhã", "slot", SLOTS)
    assert "cancel" not in heard.secondary_intents
    assert heard.entities.yes_no is None


def test_picking_an_appointment_agrees_to_it():
    assert says("2", "appointment_choice", SLOTS).intent == "affirm"


@pytest.mark.parametrize(
    ("text", "expects"),
    [
        ("Marcam por mensagem?", None),
        ("Mais nada", None),
        ("Mais nada", "intent"),
        ("No quiero más", "patient_name"),
        ("mantenimiento de los brackets", None),
        ("Posso cancelar por mensagem?", None),
    ],
)
def test_a_consent_is_not_taken_back_by_words_that_do_not_ask_for_silence(text: str, expects: Expects | None):
    heard = says(text, expects)
    assert heard.intent != "opt_out"
    assert "opt_out" not in heard.secondary_intents


@pytest.mark.parametrize(
    "text",
    ["não quero mais mensagens de vocês", "stop texting me", "no me manden más mensajes", "descadastrar", "sair"],
)
def test_who_asks_for_silence_is_heard(text: str):
    assert says(text).intent == "opt_out"


@pytest.mark.parametrize("expects", ["service", "insurance", "professional"])
@pytest.mark.parametrize("text", ["Segunda", "a segunda", "vou na segunda", "A segunda serve"])
def test_the_second_row_of_a_list_without_days_is_no_monday(text: str, expects: Expects):
    heard = says(text, expects, MENU).entities
    assert (heard.choice, bool(heard.when)) == ("m2", False)


def test_what_is_right_names_another_thing_and_agrees_to_nothing():
    assert says("o certo é o ergométrico", "confirmation").entities.yes_no is None
