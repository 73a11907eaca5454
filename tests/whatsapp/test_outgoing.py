"""Whatever the clinic has to say, Meta takes it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atendeai.whatsapp.outgoing import (
    Buttons,
    Choice,
    ListMenu,
    Location,
    Template,
    Text,
    as_text,
    decode,
    encode,
    options,
    parts,
    to_graph,
    wire,
)
from atendeai.whatsapp.standin.rules import refusal
from atendeai.whatsapp.standin.store import read_by_patient
from atendeai.whatsapp.texts import length, split_text

MARIA = "554799633223"
words = st.text(max_size=40) | st.sampled_from(["Limpeza", "São José " * 9, "👩‍⚕️" * 11, " com borda ", "a\nb"])
choices = st.lists(st.builds(Choice, words, words, words | st.just("")), max_size=14)
bodies = st.text(min_size=1, max_size=60).filter(str.strip) | st.sampled_from(["Escolha:", "x" * 1024, "é 🙂 " * 400])


def graph(message, **details):
    return to_graph(message, to=MARIA, **details)


@settings(deadline=None)
@given(bodies, choices, words)
def test_any_choices_become_something_meta_takes(body, offered, label):
    for message in parts(options(body, offered, label)):
        assert refusal(graph(message)) is None


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.strip), choices, words)
def test_every_choice_reaches_the_patient_in_order(body, offered, label):
    message = options(body, offered, label)
    lines = as_text(message)
    for place, choice in enumerate(offered, 1):
        assert f"{place}. {' '.join(choice.title.split())}" in lines
    if not isinstance(message, Text):
        assert [option.id for option in message.options] == [choice.id.strip() for choice in offered]


def offers(count, title="Opção {}", description=""):
    return [Choice(f"id{n}", title.format(n), description) for n in range(1, count + 1)]


def test_three_short_options_are_buttons():
    assert options("Qual?", offers(3)) == Buttons("Qual?", offers(3))


@pytest.mark.parametrize(
    "offered",
    [offers(4), offers(10), offers(2, title="Consulta de rotina nº{}"), offers(2, description="R$ 200")],
)
def test_more_or_longer_or_described_options_are_a_list(offered):
    assert options("Qual?", offered) == ListMenu("Qual?", "Ver opções", offered)


@pytest.mark.parametrize(
    ("body", "offered"),
    [("Qual?", offers(11)), ("Qual?", offers(2, title="Uma consulta bem comprida {}")),
     ("Qual?", offers(4, description="x" * 73)), ("x" * 1025, offers(2)), ("Qual?", offers(1) * 2),
     ("", offers(2)), ("Qual?", [Choice("", "Sim")]), ("Qual?", [Choice("sim", " ")]),
     ("Qual?", [Choice("x" * 257, "Sim")])],
)  # fmt: skip
def test_beyond_metas_limits_options_are_numbered_lines(body, offered):
    message = options(body, offered)
    assert isinstance(message, Text)
    assert message.body.startswith(body)
    assert "1. " in message.body


def test_two_buttons_may_not_say_the_same():
    same = [Choice("a", "Sim"), Choice("b", "sim")]
    assert isinstance(options("Qual?", same), ListMenu)


def test_a_label_that_does_not_fit_gives_way():
    assert options("Qual?", offers(4), "Ver horários").button == "Ver horários"
    assert options("Qual?", offers(4), "Ver todos os horários livres").button == "Ver opções"
    assert options("Qual?", offers(4), " ").button == "Ver opções"


def test_no_options_is_a_text():
    assert options("Bom dia", []) == Text("Bom dia")


@settings(deadline=None)
@given(st.text(max_size=300), st.integers(2, 60))
def test_a_long_text_is_cut_and_nothing_is_lost(text, limit):
    pieces = split_text(text, limit)
    assert all(piece.strip() and length(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_texts_are_cut_where_they_read_best():
    assert split_text("Olá, Maria. Sua consulta foi marcada.", 20) == [
        "Olá, Maria.",
        "Sua consulta foi",
        "marcada.",
    ]
    assert split_text("Amanhã com a Dra. Ana Lima", 20) == ["Amanhã com a Dra.", "Ana Lima"]
    assert split_text("Primeira frase! Com a Dra. Ana", 26) == ["Primeira frase!", "Com a Dra. Ana"]
    assert split_text("linha um\nlinha dois. fim", 21) == ["linha um", "linha dois. fim"]
    assert split_text("um dois\n\ntrês\nquatro", 14) == ["um dois", "três\nquatro"]
    assert split_text("   ") == []


def test_only_long_texts_come_in_parts():
    long = Text("Uma frase. " * 500, preview_url=True)
    assert len(parts(long)) == 2
    assert all(part.preview_url for part in parts(long))
    assert parts(Text("oi")) == [Text("oi")]


def test_metas_body_for_a_text():
    assert graph(Text("Oi"), k="k1", reply_to="wamid.1") == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": "+554799633223",
        "context": {"message_id": "wamid.1"},
        "biz_opaque_callback_data": "k1",
        "type": "text",
        "text": {"body": "Oi", "preview_url": False},
    }


def test_a_user_id_never_goes_into_to():
    assert "to" not in to_graph(Text("Oi"), to="BR.1A2b", recipient=None)
    assert to_graph(Text("Oi"), to="BR.1A2b")["recipient"] == "BR.1A2b"
    assert to_graph(Text("Oi"), to=None, recipient="BR.9")["recipient"] == "BR.9"
    both = to_graph(Text("Oi"), to=MARIA, recipient="BR.9")
    assert (both["to"], both["recipient"]) == ("+554799633223", "BR.9")
    with pytest.raises(ValueError, match="phone number or a user id"):
        to_graph(Text("Oi"), to=None)


def test_metas_bodies_for_options():
    buttons = graph(options("Qual?", offers(2)))["interactive"]
    assert buttons["action"]["buttons"][0] == {"type": "reply", "reply": {"id": "id1", "title": "Opção 1"}}
    menu = graph(options("Qual?", [*offers(3), Choice("id4", "Opção 4", "à tarde")]))["interactive"]
    assert menu["action"]["sections"][0]["rows"][0] == {"id": "id1", "title": "Opção 1"}
    assert menu["action"]["sections"][0]["rows"][3]["description"] == "à tarde"


def test_a_location():
    clinic = Location(-26.9, -49.1, "Clínica", "Rua das Flores, 10")
    assert graph(clinic)["location"]["name"] == "Clínica"
    assert graph(Location(0, 0))["location"] == {"latitude": 0, "longitude": 0}
    assert as_text(clinic) == "Clínica\nRua das Flores, 10\nhttps://maps.google.com/?q=-26.900000,-49.100000"
    assert refusal(graph(clinic)) is None


def test_a_template_by_place_and_by_name():
    reminder = Template("lembrete", "pt_BR", ["Maria", "10/03\nàs 14h", ""], ["yes", "no"])
    template = graph(reminder)["template"]
    assert template["language"] == {"code": "pt_BR", "policy": "deterministic"}
    assert [text["text"] for text in template["components"][0]["parameters"]] == [
        "Maria",
        "10/03 às 14h",
        "-",
    ]
    assert template["components"][2]["index"] == "1"
    assert template["components"][2]["parameters"] == [{"type": "payload", "payload": "no"}]
    named = graph(Template("lembrete", parameters={"nome": "Maria"}))["template"]
    assert named["components"][0]["parameters"] == [{"type": "text", "text": "Maria", "parameter_name": "nome"}]
    assert "components" not in graph(Template("oi"))["template"]
    assert refusal(graph(reminder)) is None
    assert as_text(Template("lembrete", parameters={"nome": "Maria"})) == "[lembrete] Maria"
    assert as_text(Template("lembrete", text="Olá, Maria")) == "Olá, Maria"


@pytest.mark.parametrize(
    "message",
    [Text("Oi", preview_url=True), options("Qual?", offers(2)), options("Qual?", offers(5)), Location(1.5,
     2.5),
     Template("a", parameters=["1"]), Template("a", parameters={"n": "1"}, payloads=["p"])],
)  # fmt: skip
def test_the_outbox_gives_back_what_it_stored(message):
    assert decode(encode(message)) == message


@settings(deadline=None)
@given(bodies, choices)
def test_the_transcript_says_what_the_phone_shows(body, offered):
    message = options(body, offered)
    assert read_by_patient(graph(message)) == as_text(message).replace("\x00", "")


def test_half_an_emoji_does_not_stop_a_send():
    assert b"oi ?" in wire(graph(Text("oi \ud83d")))
