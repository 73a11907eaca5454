"""What leaves the clinic of a patient's words: the wish, and nothing that says who they are or how to reach them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.ai.minimise import is_minimal, minimise, public_words
from atendeai.conversation.understanding.normalise import fold

YEAR = 2026
GIVEN = ["Maria", "João", "Ana Beatriz", "José", "Xiomara", "Luzia", "Wellington"]
SURNAMES = ["Kowalczyk", "Souza", "da Silva Pereira", "D'Ávila", "Schmidt-Lima", "Brandão", "Yamamoto", "dos Anjos"]
WISHES = [
    "queria marcar um eletro sexta de manhã",
    "quanto custa a dermatologista?",
    "tem vaga amanhã às 14h30?",
    "preciso remarcar pra dia 27/11",
    "vcs atendem unimed",
]


def left(text: str, context: ClinicContext | None = None, *names: str) -> str:
    public = public_words(context) if context else frozenset()
    return minimise(text, names=names, public=public, year=YEAR)


@pytest.mark.parametrize(
    "text",
    [
        "meu cpf é 123.456.789-09",
        "cpf 12345678909",
        "CPF: 123 456 789 09",
        "cpf 123,456,789-09",
        "meu cpf é 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣0️⃣9️⃣",
        "１２３４５６７８９０９",
        "meu cpf é um dois três quatro cinco seis sete oito nove zero nove",
        "123\u200b456\u200b789\u200b09",
        "me liga no (48) 99999-0001",
        "+55 48 9 9999 0001",
        "fixo 3222-1234",
        "cartão 4111 1111 1111 1111",
        "carteirinha 0 064 123456789012-3",
        "rg 12.345.678-x",
        "cep 88.000-000",
    ],
)
def test_no_number_that_identifies_or_reaches_somebody(text: str) -> None:
    told = left(text)
    assert "[número]" in told or "[endereço]" in told
    assert not re.search(r"\d{2,}", told)


@pytest.mark.parametrize(
    "text", ["maria.souza@gmail.com", "maria arroba gmail ponto com", "https://fb.com/maria?x=1", "@mariasouza"]
)
def test_no_address_on_the_net(text: str) -> None:
    told = left(f"meu contato é {text} tá")
    assert "maria" not in told and told.endswith("tá")


@pytest.mark.parametrize(
    "text",
    [
        "moro na Rua das Flores, 123, apto 4",
        "fico na av brasil 900",
        "sou da Travessa do Sol nº 7 casa 2",
        "estrada geral 12",
    ],
)
def test_no_place_where_somebody_lives(text: str) -> None:
    told = left(text)
    assert "[endereço]" in told
    assert not re.search(r"\d", told) and "lores" not in told


@pytest.mark.parametrize(
    "text",
    [
        "tem 14:30 15:30 16:00 ou 17:00 no dia 27/11?",
        "pode ser dia 28/11/2026 ou 02/01/2027 às 9h",
        "das 8 às 12",
        "às 9, 10 ou 11",
        "R$ 1.250,00 à vista?",
        "holter 24 horas",
        "dia 12 de março de 2027",
        "meu filho tem 3 anos e pesa 12,5 kg",
    ],
)
def test_days_hours_and_prices_stay(text: str) -> None:
    assert left(text) == text


@pytest.mark.parametrize("born", ["12/03/1985", "12/03/85", "12-03-1985", "12 de março de 1985"])
def test_a_birthday_is_no_wish(born: str) -> None:
    assert "85" not in left(f"nasci em {born}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("oi, sou a Maria Kowalczyk", "oi, sou a [nome]"),
        ("xiomara kowalczyk", "xiomara [nome]"),
        ("MEU NOME É JOSE KOWALSKI", "MEU NOME É JOSE [nome]"),
        ("aqui é a joana souza, quero marcar", "aqui é a joana [nome], quero marcar"),
        ("maria da silva e souza quer remarcar", "maria da [nome] quer remarcar"),
        ("queria consulta pra minha filha Júlia Yamamoto", "queria consulta pra minha filha [nome]"),
        ("oi, sou o Pedro. Quero marcar", "oi, sou o [nome]. Quero marcar"),
        ("meu nome é J. Kowalczyk", "meu nome é [nome]"),
    ],
)
def test_no_surname(text: str, told: str) -> None:
    assert left(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Quero marcar com o Dr. Roberto",
        "a Dra. Helena atende unimed ou bradesco saúde?",
        "Eletrocardiograma com a Dra. Lia",
        "todos os dias, graças a Deus",
        "dor nas costas",
        "qual a rua da clínica?",
        "QUANTO CUSTA O ELETRO",
        "Bom dia! Tudo bem? Queria uma consulta",
        "maria quer marcar",
        "qro marcsr consutla",
        "dia de reis tem atendimento?",
    ],
)
def test_what_names_nobody_stays(context: ClinicContext, text: str) -> None:
    assert left(text, context) == text


def test_a_patients_surname_goes_even_where_it_is_a_word_of_the_clinic(context: ClinicContext) -> None:
    assert left("é para helena eletro", context, "Helena Eletro") == "é para helena [nome]"


def test_a_known_surname_goes_also_inside_a_word() -> None:
    assert left("instagram mariakowalczyk10", None, "Maria Kowalczyk") == "instagram [nome]10"


def test_a_profile_that_is_only_a_surname() -> None:
    assert left("aqui quem fala é souza", None, "Souza") == "aqui quem fala é [nome]"


@given(
    given_name=st.sampled_from(GIVEN),
    surname=st.sampled_from(SURNAMES),
    wish=st.sampled_from(WISHES),
    frame=st.sampled_from(
        ["{n}, {w}", "oi meu nome é {n} {w}", "{w} em nome de {n}", "{w}\n{n}", "{w} ({n})", "{n} {w}"]
    ),
    write=st.sampled_from([str, str.lower, str.upper, fold]),
    cpf=st.from_regex(r"\A\d{3}\.?\d{3}\.?\d{3}[- ]?\d{2}\Z").filter(str.isascii),
    phone=st.from_regex(r"\A(?:\+?55 ?)?\(?\d\d\)? ?9?\d{4}[- ]?\d{4}\Z").filter(str.isascii),
)
def test_nothing_of_a_known_person_is_left(
    given_name: str, surname: str, wish: str, frame: str, write, cpf: str, phone: str
) -> None:
    name = f"{given_name} {surname}"
    text = write(frame.format(n=name, w=wish)) + f" cpf {cpf} tel {phone}"
    told = fold(left(text, None, name))
    for word in re.findall(r"[a-z]+", fold(surname)):
        assert word in ("da", "dos", "d") or word not in re.findall(r"[a-z]+", told)
    assert not re.search(r"\d[\d.\- ]{5,}\d", told)


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_and_any_name_can_be_made_less(text: str, names: list[str]) -> None:
    told = minimise(text, names=names, year=YEAR)
    assert len(told) <= 1000
    assert not re.search(r"\d{7}", told)


@pytest.mark.parametrize(
    ("text", "minimal"), [("quero marcar amanhã", True), ("sou a Ana Souza", False), ("tel 99999-0001", False)]
)
def test_whether_there_is_anything_to_take_out(text: str, minimal: bool) -> None:
    assert is_minimal(text, names=(), public=frozenset(), year=YEAR) is minimal


def test_no_more_is_sent_than_needed() -> None:
    assert len(left("a " * 3000)) <= 1000
