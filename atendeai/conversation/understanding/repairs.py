"""Small turns of phrase that steer a booking under way: later, earlier, another day, stop, start over."""

from __future__ import annotations

import re
from typing import Literal

from atendeai.conversation.understanding.normalise import normalise

Repair = Literal["later", "earlier", "other_day", "other_time", "give_up", "start_over", "change_service"]

# First match wins. Whole words over normalised text (lower case, no accents), never substrings.
_PATTERNS: tuple[tuple[Repair, str], ...] = (
    ("start_over", r"(comecar|comeca|recomecar|recomeca)( tudo)?( de novo| do zero| do inicio)?|menu|do zero|reiniciar"),
    ("give_up", r"desist\w+|deixa (pra|para) (la|depois|outra hora)|deixa quieto|esquece( isso)?|nao quero mais( marcar| agendar)?"
     r"|nao precisa mais|cancela (tudo|isso|esse agendamento|o agendamento|a marcacao)|parar por aqui|encerrar?|sair"
     r"|(vou|prefiro) (ver|pensar|marcar) depois|depois (eu )?(vejo|marco|volto)"),
    ("change_service", r"(outro|mudar|trocar|muda|troca)( de| o)? (exame|servico|atendimento|procedimento)|outra consulta"
     r"|(mudar|trocar|muda|troca)( de| a)? consulta"),
    ("other_day", r"outro dia|outra data|outros dias|outras datas|mudar (o |de )?dia|trocar (o |de )?dia|noutro dia"
     r"|outra semana|(mudar|trocar) (a |de )?data|esse dia nao|nesse dia nao (posso|da|consigo)"),
    ("later", r"mais tarde|mais pro fim|mais para o fim|mais a tardinha|um pouco depois"),
    ("earlier", r"mais cedo|um pouco antes|antes disso"),
    ("other_time", r"(tem )?outr[ao]s? (horarios?|opc\w+|hora|vagas?)|nenhum(a)?( desses| dessas| deles| delas)?( horarios?)?"
     r"|(mudar|trocar) (o |de )?horario|ver (outros|mais) horarios|mais (horarios|opcoes)|esse(s)? horario(s)? nao"),
)  # fmt: skip
_COMPILED = tuple((name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in _PATTERNS)


def repair(text: str) -> Repair | None:
    """Which repair a message asks for, if any. "o mais cedo possível" is a wish for the earliest, not one."""
    words = normalise(text)
    if re.search(
        r"\b(?:o )?(?:mais|quanto) (?:cedo|antes)(?: que)? (?:possivel|puder|der|tiver)\b|\bo mais cedo\b", words
    ):
        return None
    return next((name for name, pattern in _COMPILED if pattern.search(words)), None)
