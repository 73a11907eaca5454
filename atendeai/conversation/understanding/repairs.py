"""Small turns of phrase that steer a booking under way: later, earlier, another day, stop, start over."""

from __future__ import annotations

import re
from typing import Literal

from atendeai.conversation.understanding.normalise import normalise

Repair = Literal["later", "earlier", "other_day", "other_time", "give_up", "start_over", "change_service"]

# The first kind with a match wins. Whole words over normalised text (lower case, no accents), never substrings.
_PHRASES: dict[Repair, tuple[str, ...]] = {
    "start_over": (
        r"(comecar|comeca|recomecar|recomeca)( tudo)?( de novo| do zero| do inicio)?",
        r"menu|do zero|reiniciar",
    ),
    "give_up": (
        r"desist\w+|esquece( isso)?|nao precisa mais|nao quero mais( marcar| agendar)?",
        r"deixa (pra|para) (la|depois|outra hora)|deixa quieto|parar por aqui|encerrar?|sair",
        r"cancela (tudo|isso|esse agendamento|o agendamento|a marcacao)",
        r"(vou|prefiro) (ver|pensar|marcar) depois|depois (eu )?(vejo|marco|volto)",
    ),
    "change_service": (
        r"(outro|mudar|trocar|muda|troca)( de| o)? (exame|servico|atendimento|procedimento)",
        r"outra consulta|(mudar|trocar|muda|troca)( de| a)? consulta",
    ),
    "other_day": (
        r"outros? dias?|noutro dia|outras? datas?|outra semana|(mudar|trocar) (o |de )?dia",
        r"(mudar|trocar) (a |de )?data|esse dia nao|nesse dia nao (posso|da|consigo)",
    ),
    "later": (r"mais tarde|mais (pro|para o) fim|mais a tardinha|um pouco depois",),
    "earlier": (r"mais cedo|um pouco antes|antes disso",),
    "other_time": (
        r"(tem )?outr[ao]s? (horarios?|opc\w+|hora|vagas?)|(ver|mais) (outros |mais )?(horarios|opcoes)",
        r"nenhum(a)?( desses| dessas| deles| delas)?( horarios?)?",
        r"(mudar|trocar) (o |de )?horario|esses? horarios? nao",
    ),
}
_COMPILED = {kind: re.compile(rf"\b(?:{'|'.join(phrases)})\b") for kind, phrases in _PHRASES.items()}
_EARLIEST = re.compile(
    r"\b(?:o )?(?:mais|quanto) (?:cedo|antes)(?: que)? (?:possivel|puder|der|tiver)\b|\bo mais cedo\b"
)


def repair(text: str) -> Repair | None:
    """Which repair a message asks for, if any. "o mais cedo possível" is a wish for the earliest, not one."""
    words = normalise(text)
    if _EARLIEST.search(words):
        return None
    return next((kind for kind, pattern in _COMPILED.items() if pattern.search(words)), None)
