"""One plain spelling for what patients type with their thumbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.conversation.understanding.normalise import ABBREVIATIONS, fold, normalise, tokens


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Oiiii, bom diaaa!!!", "oi , bom dia !"),
        ("vc ñ tem p/ hj?", "voce nao tem para hoje ?"),
        ("Qro marcar pfv", "quero marcar por favor"),
        ("segunda-feira às 14h30", "segunda feira as 14 h 30"),
        ("12/08/26 9:00-11:00 R$ 200,00", "12/08/26 9:00-11:00 r $ 200,00"),
        ("issso, carrro, simmm, olaa, naoo", "isso , carro , sim , ola , nao"),
        ("tenho enjoo no voo", "tenho enjoo no voo"),
        ("2ª 1º", "2 a 1 o"),
        ("👍🏽👍🏽 ok ❤️", "👍 ok ❤"),
        ("amanha\u0303 cedo", "amanha cedo"),
        ("...", "."),
        ("s/ convênio c/ dr. José", "sem convenio com dr . jose"),
        ("obgggg", "obrigado"),
        ("", ""),
    ],
)
def test_plain_spelling(text: str, plain: str) -> None:
    assert normalise(text) == plain


def test_tokens_remember_where_they_stood() -> None:
    text = "Olá, qro às 14h!"
    assert [(token.text, text[token.start : token.end]) for token in tokens(text)] == [
        ("ola", "Olá"), (",", ","), ("quero", "qro"), ("as", "às"), ("14", "14"), ("h", "h"), ("!", "!"),
    ]  # fmt: skip


def test_an_abbreviation_of_two_words_keeps_one_place() -> None:
    assert [(token.text, token.start, token.end) for token in tokens("pfv")] == [("por", 0, 3), ("favor", 0, 3)]


def test_abbreviations_are_spelt_plainly_themselves() -> None:
    for full in ABBREVIATIONS.values():
        assert normalise(full) == full


@given(st.text(max_size=300))
def test_places_are_ordered_and_inside(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert token.text
        assert " " not in token.text
        assert token.start >= end or token.end == end
        assert token.start < token.end <= len(text)
        end = token.end


@given(st.text(st.characters(codec="ascii"), max_size=100))
def test_plain_text_stays_plain(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(max_size=100))
def test_folding_leaves_no_accent(text: str) -> None:
    assert fold(fold(text)) == fold(text)
