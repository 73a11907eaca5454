"""What cannot wait is heard first; what only sounds so is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conversation.clinic import CLINIC, NOW
from hypothesis import given
from hypothesis import strategies as st
from steps import steps

from atendeai.conversation.understanding import understand
from atendeai.conversation.understanding.lexicon_red_flags import NOTIONS
from atendeai.conversation.understanding.red_flags import red_flag, screen
from atendeai.conversation.understanding.words import MAX_CHARS, read

CORPUS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "red_flags.jsonl").read_text(encoding="utf-8").splitlines()
]
LABELS = {"chest_pain", "breathing", "stroke", "bleeding", "self_harm", "unconscious", "allergic", "other", None}
DANGERS = (
    "tô com dor no peito", "meu pai tá infartando", "minha mãe desmaiou", "não consigo respirar", "quero morrer",
    "minha vó tá com a boca torta", "meu filho tá convulsionando", "tá sangrando muito", "meu bebê tá roxo",
    "meu filho engoliu água sanitária", "minha língua tá inchando", "caiu da escada e bateu a cabeça",
    "grávida e sangrando", "meu marido me bateu", "ela não acorda", "pressão 22 por 12", "levou um tiro",
    "glicose 35 e tá mole", "picada de escorpião", "fui estuprada", "queimou o rosto com óleo",
)  # fmt: skip
TALK = (
    "oi bom dia {}", "quero marcar consulta {}", "{} queria marcar uma consulta", "vocês atendem hoje? {}",
    "{} tem encaixe hoje?", "{} qual o valor da consulta", "preciso remarcar {}", "cancela minha consulta {}",
    "meu exame ficou pronto? {}", "sou paciente da dra Paula há 3 anos {}", "{} igual ano passado",
    "ele já teve infarto ano passado e agora {}", "{} qual médico eu procuro", "será que é grave {}",
    "meu cachorro tá aqui e {}", "{} tá na sala de espera",
)  # fmt: skip


@pytest.mark.parametrize(("text", "label"), [(row["text"], row["flag"]) for row in CORPUS if "flag" in row])
def test_signs(text: str, label: str | None):
    assert red_flag(text) == label


@pytest.mark.parametrize("text", [row["text"] for row in CORPUS if row.get("danger")])
def test_danger_is_heard_under_any_name(text: str):
    assert red_flag(text) is not None


@pytest.mark.parametrize("text", [row["text"] for row in CORPUS if row.get("flag") or row.get("danger")])
def test_a_sign_makes_the_message_an_emergency(text: str):
    heard = understand(text, context=CLINIC, now=NOW, expects="date")
    assert heard.intent == "emergency"
    assert heard.confidence > 0.9


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_sign_in_a_sentence_of_its_own_is_found_in_any_company(before: str, after: str):
    assert red_flag(f"{before}\nestou com muita dor no peito agora\n{after}") is not None


@given(
    st.lists(
        st.sampled_from(sorted(" ".join(NOTIONS.values()).replace("_", " ").replace("*", "").split())), max_size=40
    )
)
def test_words_of_danger_in_any_order_never_raise(words: list[str]):
    assert red_flag(" ".join(words)) in LABELS


@pytest.mark.parametrize(
    "piece",
    [
        "dor no peito ",
        "ano passado dor no peito. ",
        "não ",
        "meu pai caiu e não ",
        "sangue muito filho tomou remedio caiu cabeca ",
        "22 por ",
        "a",
        "se eu ",
    ],
)
def test_a_message_twice_as_long_is_screened_in_twice_the_steps(piece: str):
    def screening(length: int) -> int:
        words = read((piece * length)[:length])
        return steps(lambda: screen(words))

    assert screening(MAX_CHARS) < 2.2 * screening(MAX_CHARS // 2)


@pytest.mark.parametrize("talk", TALK)
@pytest.mark.parametrize("danger", DANGERS)
def test_no_errand_hides_a_danger(danger: str, talk: str):
    assert red_flag(talk.format(danger)) is not None
