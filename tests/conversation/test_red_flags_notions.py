"""Notions are told by their words, denied by a "não" before them, and make a sign when they stand near each other."""

from __future__ import annotations

import pytest

from atendeai.conversation.understanding.lexicon_red_flag_signs import SIGNS
from atendeai.conversation.understanding.lexicon_red_flags import NOTIONS, UNDENIED
from atendeai.conversation.understanding.measures import measures
from atendeai.conversation.understanding.notions import Notions, Signs
from atendeai.conversation.understanding.sounds import Ear, sound
from atendeai.conversation.understanding.words import read

MEASURED = {
    "alone", "single", "lasting", "past_year", "at_age", "pregnant", "weeks", "newborn", "minutes_apart", "heart_rate",
    "many_pills", "oxygen_low", "sugar_out", "fever_high", "fever_any", "pressure_high", "pressure_raised",
    "pressure_low",
}  # fmt: skip
EXCUSING = {
    "idiom", "idle", "over", "animal", "laugh", "cause", "present", "service", "past", "died", "lasting", "loyal",
    "recent", "follow_up", "asked_whom",
}  # fmt: skip
NOTION = Notions(
    {"respond": "responde acorda", "head": "cabeca", "hit": "bateu_cabeca", "faint": "desmai* perdeu_sentidos"}
)


def told(text: str) -> set[str]:
    return set(NOTION.marks(read(text)))


def measured(text: str) -> set[str]:
    return {measure.name for measure in measures(read(text).tokens)}


@pytest.mark.parametrize(
    ("text", "notions"),
    [
        ("desmaiei", {"faint"}),
        ("perdeu os seus sentidos", {"faint"}),
        ("perdeu a hora e os sentidos", set()),
        ("bateu a cabeça", {"hit", "head"}),
        ("ele não responde", {"!respond"}),
        ("não consegue mais responde", {"!respond"}),
        ("não, ele responde", {"respond"}),
        ("não sei se responde", {"respond"}),
        ("num acorda", {"!respond"}),
        ("bateu num poste com a cabeça", {"head"}),
        ("vermelho que nem cabeça", {"head"}),
        ("no responde", {"!respond"}),
        ("no peito e na cabeça", {"head"}),
        ("ela dismaiou", {"faint"}),
    ],
)
def test_what_words_tell(text: str, notions: set[str]):
    assert told(text) == notions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dor aqui no peito", True),
        ("peito com muita dor", True),
        ("dor de barriga desde ontem à noite e no peito", False),
        ("dor no peito do frango", False),
        ("não tenho dor no peito", False),
        ("dor no peito ontem", False),
        ("ontem dor no peito", True),
    ],
)
def test_notions_near_each_other_make_a_sign(text: str, *, found: bool):
    notions = Notions({"pain": "dor", "chest": "peito", "food": "frango", "gone": "ontem"})
    signs = Signs([("chest_pain", "felt", "chest pain -food -gone> ~3")])
    words = read(text)
    sentences = [(0, len(words.tokens))] * len(words.tokens)
    assert bool(list(signs.sightings(notions.marks(words), sentences))) is found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("convulssao", "convulsao"),
        ("xupou", "chupou"),
        ("sangranu", "sangrando"),
        ("respirano", "respirando"),
        ("respira", "respirar"),
        ("emoragia", "hemorragia"),
        ("engassgado", "engasgado"),
        ("roxos", "roxo"),
        ("tonta", "tonto"),
    ],
)
def test_words_are_heard_as_they_sound(written: str, meant: str):
    ear = Ear(
        ["convulsao", "chupou", "sangrando", "respirando", "respirar", "hemorragia", "engasgado", "roxo", "tonto"]
    )
    assert ear.hears(written) == sound(meant)


@pytest.mark.parametrize("ordinary", ["perto", "fatura", "prisao", "tratada", "desmarcada"])
def test_ordinary_words_stay(ordinary: str):
    assert Ear(" ".join(NOTIONS.values()).replace("_", " ").split()).hears(ordinary) == sound(ordinary)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pressão 22 por 12", "pressure_high"),
        ("pressão 220x130", "pressure_high"),
        ("pressão 7/4", "pressure_low"),
        ("saturação 85%", "oxygen_low"),
        ("glicose 38", "sugar_out"),
        ("40,5 de febre", "fever_high"),
        ("tomei 20 comprimidos", "many_pills"),
        ("bebê de 12 dias", "newborn"),
        ("to de 32 semanas", "pregnant"),
        ("de 3 em 3 minutos", "minutes_apart"),
        ("há dois anos", "lasting"),
        ("em 2019", "past_year"),
    ],
)
def test_numbers_that_alarm(text: str, name: str):
    assert name in measured(text)


@pytest.mark.parametrize(
    "text", ["pressão 12 por 8", "consulta dia 22", "tem 85 anos", "custa 400 reais", "tomo 2 comprimidos", "38 horas"]
)
def test_numbers_that_do_not(text: str):
    assert not measured(text) & {"pressure_high", "pressure_low", "oxygen_low", "many_pills", "fever_high"}


def test_every_sign_is_made_of_known_notions():
    used = {
        name.lstrip("!")
        for sign in Signs(SIGNS).all
        for term in (*sign.terms, sign.absent, sign.not_after)
        for name in term
    }
    assert used - set(NOTIONS) - MEASURED == set()
    assert set(NOTIONS) - used - EXCUSING == set()
    assert set(UNDENIED) <= set(NOTIONS)
