"""Friendlier words: the facts never leave, and an answer that says anything else is not said."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.ai.wording import (
    MOST_CHARS,
    Template,
    data,
    filled,
    may_be_reworded,
    spoken,
    template,
    templates,
)
from atendeai.conversation.facts import Decision, Reply
from atendeai.conversation.state import Start, Thread
from atendeai.conversation.understanding.model import Understanding

SUMMARY = (
    "Confere para mim:\n\n📋 Eletrocardiograma\n👤 com o Dr. Roberto\n📅 sexta-feira, 27/11, às 08:30\n"
    "🙋 Paciente: Maria Kowalczyk\n💳 Convênio: Unimed\n\nPosso confirmar?"
)
OFFER = "Olha o que tenho livre para Eletrocardiograma com o Dr. Roberto. Qual você prefere?"
MOVED = "Tudo certo: seu horário mudou de sexta-feira, 27/11, às 08:30 para segunda-feira, 30/11, às 9h. Até lá!"
BOOKED = "Prontinho, está marcado! Esperamos você na sexta-feira, 27/11, às 08:30."
PRICE = "O valor da Consulta cardiológica é R$ 320,00, e dura 30 minutos. Quer marcar um horário?"


def made(text: str, context: ClinicContext, *people: str) -> Template:
    (one,) = templates([text], people, context)
    assert one is not None
    return one


def said(local: str, polished: str, context: ClinicContext) -> str | None:
    """What is said when the model answers so; `{0}`, `{1}` … stand for the holes."""
    holes = [f"⟦{number}⟧" for number in range(1, 9)]
    return filled(made(local, context), polished.format(*holes), context)


class TestWhatLeaves:
    def test_prose_without_facts(self, context: ClinicContext) -> None:
        assert made(OFFER, context).text == "Olha o que tenho livre para ⟦1⟧ com o ⟦2⟧. Qual você prefere?"
        assert made(OFFER, context).facts == ("Eletrocardiograma", "Dr. Roberto")

    def test_a_summary_is_one_fact_between_two_sentences(self, context: ClinicContext) -> None:
        one = made(SUMMARY, context, "Maria Kowalczyk")
        assert "Kowalczyk" not in one.text and "27" not in one.text
        assert one.text.startswith("Confere para mim") and one.text.endswith("Posso confirmar?")

    def test_facts_side_by_side_cannot_change_places(self, context: ClinicContext) -> None:
        one = made(MOVED, context)
        assert one.facts == ("sexta-feira, 27/11, às 08:30", "segunda-feira, 30/11, às 9h")

    @pytest.mark.parametrize(
        ("text", "fact"),
        [
            (PRICE, "R$ 320,00"),
            ("Nosso site tem tudo: https://vilaserena.example.com/exames e mais", "vilaserena"),
            ("Você pode escrever para contato@vilaserena.example.com quando quiser", "contato@"),
            ("A senha da porta é \"gaivota azul\", anote por favor", "gaivota azul"),
            ("Quem atende nesse dia é a Dra. Fulana Beltrana mesmo", "Beltrana"),
            ("Posso ver algo de manhã ou prefere depois?", "manhã"),
            ("Como a clínica fica perto: Em frente à pracinha da Vila Serena, no térreo do Edifício Maré. "
             "O ponto de ônibus fica na esquina. Ajudo em mais algo?", "pracinha"),
            ("Xiomara, qual desses horários você prefere?", "Xiomara"),
            ("Oi, Maria! Como posso ajudar você agora?", "Maria"),
        ],
    )  # fmt: skip
    def test_no_fact_does(self, context: ClinicContext, text: str, fact: str) -> None:
        one = made(text, context, "Xiomara Kowalczyk")
        assert fact not in one.text and any(fact in found for found in one.facts)

    @pytest.mark.parametrize(
        "text", ["Combinado!", "⟦1⟧ não é nome de gente, mas alguém escreveu assim", "a b " * MOST_CHARS, "27/11 às 9h"]
    )
    def test_nothing_does_where_there_is_little_to_say_or_it_is_odd(self, context: ClinicContext, text: str) -> None:
        assert templates([text], [], context) == [None]

    def test_nothing_does_when_a_name_was_overlooked(self, context: ClinicContext) -> None:
        assert templates(["certo kowalczyk, qual desses horários você prefere?"], [], context) != [None]
        assert templates(["certo souza, qual desses horários você prefere?"], [], context) == [None]

    def test_only_the_tone_is_told_beside_it(self, context: ClinicContext) -> None:
        told = data([made(OFFER, context), None], context)
        assert set(told) == {"texts", "tone"} and len(told["texts"]) == 1
        assert "informal" in told["tone"] and "emoji allowed" in told["tone"]


class TestWhatIsSaid:
    @pytest.mark.parametrize(
        ("local", "polished", "text"),
        [
            (OFFER, "Separei o que está livre para {0} com o {1}. Qual fica melhor para você?", None),
            (
                OFFER,
                "Veja só o que tenho livre para {0} com o {1}. Qual fica melhor para você?",
                "Veja só o que tenho livre para Eletrocardiograma com o Dr. Roberto. Qual fica melhor para você?",
            ),
            (
                BOOKED,
                "Prontinho, está marcado! Vamos te esperar na {0}.",
                "Prontinho, está marcado! Vamos te esperar na sexta-feira, 27/11, às 08:30.",
            ),
            (
                MOVED,
                "Tudo certo: seu horário passou de {0} para {1}. Até lá! 😊",
                "Tudo certo: seu horário passou de sexta-feira, 27/11, às 08:30 para segunda-feira, 30/11, às 9h. "
                "Até lá! 😊",
            ),
        ],
    )
    def test_the_facts_are_back_in_their_places(
        self, context: ClinicContext, local: str, polished: str, text: str | None
    ) -> None:
        assert said(local, polished, context) == text

    @pytest.mark.parametrize(
        ("local", "polished"),
        [
            # holes
            (OFFER, "Veja o que tenho livre para {0}. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1} e o {1}. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre com o {1} para {0}. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1} e {2}. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1}⟧. Qual você prefere?"),
            (MOVED, "Tudo certo: seu horário mudou para {1}, antes era {0}. Até lá!"),
            # facts of nobody
            (OFFER, "Veja o que tenho livre na sexta para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre às 10h para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Veja os três livres para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre amanhã para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1}, por R$ 50. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1}, de graça: gratuito! Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1} e a Helena. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1} e a helena. Qual você prefere?"),
            (OFFER, "Maria, veja o que tenho livre para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1} ou holter. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1} no Edifício Novo. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1} em www.x.com. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1}, ½ hora. Qual você prefere?"),
            (OFFER, "Veja **o que** tenho livre para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1}\u202e. Qual você prefere?"),
            # promises
            (OFFER, "Já está marcado para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Deixei reservado para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Agendei para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Prontinho! Veja o livre para {0} com o {1}. Qual você prefere?"),
            (OFFER, "Quer cancelar o que tenho livre para {0} com o {1}? Qual você prefere?"),
            (BOOKED, "Prontinho, está marcado e confirmado! Esperamos você na {0}."),
            (BOOKED, "Prontinho, está remarcado! Esperamos você na {0}."),
            # questions and denials
            (OFFER, "Veja o que tenho livre para {0} com o {1}."),
            (OFFER, "Veja o que tenho livre para {0} com o {1}. Qual você prefere? Pode ser?"),
            (OFFER, "Não tenho livre para {0} com o {1}. Qual você prefere?"),
            # measure
            (OFFER, "{0} {1}?"),
            (OFFER, "Veja o que tenho livre para {0} com o {1}. Qual você prefere?" + " Estou aqui para ajudar" * 9),
            (OFFER, "Veja o que tenho\n\n\nlivre para {0} com o {1}. Qual você prefere?"),
        ],
    )
    def test_what_says_anything_else_is_not(self, context: ClinicContext, local: str, polished: str) -> None:
        assert said(local, polished, context) is None

    def test_no_emoji_for_a_clinic_that_wants_none(self, context: ClinicContext) -> None:
        plain = msgspec.structs.replace(
            context, ai_personality=msgspec.structs.replace(context.ai_personality, emoji=False)
        )
        polished = "Veja só o que tenho livre para {0} com o {1}. Qual fica melhor para você? 😊"
        assert said(OFFER, polished, plain) is None
        assert said(OFFER, polished, context) is not None
        assert "no emoji" in data([], plain)["tone"]

    def test_a_denial_stays_one(self, context: ClinicContext) -> None:
        local = "Não encontrei horário nesse período. Quer tentar outro dia?"
        assert said(local, "Infelizmente não achei horário nesse período. Quer tentar outro dia?", context)
        assert said(local, "Achei horário nesse período, que bom! Quer tentar outro dia?", context) is None

    def test_a_text_that_begins_with_a_fact_begins_with_a_capital(self, context: ClinicContext) -> None:
        local = "Para amanhã ainda tenho horário livre, quer?"
        assert said(local, "{0} ainda tenho horário livre, você quer?", context) == (
            "Amanhã ainda tenho horário livre, você quer?"
        )

    def test_all_replies_or_none(self, context: ClinicContext) -> None:
        local = [OFFER, "Combinado!"]
        both = templates(local, [], context)
        good = "Veja só o que tenho livre para ⟦1⟧ com o ⟦2⟧. Qual fica melhor para você?"
        texts = spoken(local, both, [good], context)
        assert texts is not None and texts[1] == "Combinado!"
        assert spoken(local, both, [], context) is None
        assert spoken(local, both, [good, good], context) is None
        assert spoken(local, both, ["Já está marcado!"], context) is None


class TestWhatStaysAsItIs:
    def decides(self, text: str = OFFER, **details: Any) -> Decision:
        return Decision(state=Start(), thread=Thread(), replies=[Reply(text)], **details)

    def test_most_may_be_reworded(self, context: ClinicContext) -> None:
        assert may_be_reworded(self.decides(), Understanding(text="", intent="book"), context)
        assert may_be_reworded(self.decides(escalate="request"), Understanding(text="", intent="human"), context)

    @pytest.mark.parametrize(
        ("details", "heard"),
        [
            ({}, {"red_flag": "chest_pain"}),
            ({"escalate": "emergency"}, {}),
            ({"escalate": "data_request"}, {}),
            ({}, {"intent": "opt_out"}),
            ({}, {"intent": "data_request"}),
            ({}, {"intent": "emergency"}),
            ({}, {"intent": "medical_advice"}),
        ],
    )
    def test_danger_and_rights_may_not(
        self, context: ClinicContext, details: dict[str, Any], heard: dict[str, Any]
    ) -> None:
        assert not may_be_reworded(self.decides(**details), Understanding(text="", **heard), context)

    @pytest.mark.parametrize("field", ["emergency", "consent", "privacy"])
    def test_nor_what_the_clinic_says_of_consent_privacy_or_danger(self, context: ClinicContext, field: str) -> None:
        text = {"emergency": context.emergency_text}.get(field) or getattr(context.policies, field)
        assert text
        assert not may_be_reworded(self.decides(f"Olá!\n\n{text}"), Understanding(text=""), context)


@given(st.text(max_size=200))
def test_any_answer_is_said_or_not_and_never_without_the_facts(context: ClinicContext, polished: str) -> None:
    one = made(OFFER, context)
    text = filled(one, polished, context)
    assert text is None or all(fact in text for fact in one.facts)


@given(
    st.lists(
        st.sampled_from(
            [
                "⟦1⟧",
                "⟦2⟧",
                "Qual você prefere?",
                "marcado",
                "sexta",
                "dez",
                "Roberto",
                "livre",
                "para",
                "com o",
                "9h",
                "não",
                "R$",
                ".",
            ]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_no_mixture_of_words_invents_anything(context: ClinicContext, polished: str) -> None:
    text = filled(made(OFFER, context), polished, context)
    if text is not None:
        rest = text.replace("Eletrocardiograma", "").replace("Dr. Roberto", "")
        assert not any(word in rest for word in ("marcado", "sexta", "dez", "Roberto", "9h", "não", "R$"))


@given(st.text(max_size=120), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_can_be_taken_apart_and_put_together(text: str, facts: list[str]) -> None:
    one = template(text, facts)
    if one is not None:
        again = one.text
        for number, fact in enumerate(one.facts, 1):
            again = again.replace(f"⟦{number}⟧", fact, 1)
        assert again == text
