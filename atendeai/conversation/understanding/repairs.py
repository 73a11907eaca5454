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
        r"(start|begin) (all )?(over|again)|restart|from (the beginning|scratch)|back to the (start|beginning|menu)",
        r"(empezar|empecemos|comenzar|comencemos|empieza)( todo)?( de nuevo| otra vez| de cero| desde cero)",
        r"(volver|vuelve|volvamos) (atras|a empezar|al (inicio|principio|comienzo))|desde (el principio|cero)|de cero",
        r"\A((quero |posso )?voltar|volta|back|((can we|let s|i want to) )?go back( please)?)\Z",
        r"\A(volver|atras|(para|hacia) atras)\Z",
    ),
    "give_up": (
        r"desist\w+|esquece( isso)?|nao precisa mais|nao quero mais( marcar| agendar)?",
        r"deixa (pra|para) (la|depois|outra hora)|deixa quieto|parar por aqui|encerrar?|sair",
        r"cancela (tudo|isso|esse agendamento|o agendamento|a marcacao)",
        r"(vou|prefiro) (ver|pensar|marcar) depois|depois (eu )?(vejo|marco|volto)",
        r"never ?mind|forget (it|about it|that)|leave it( there| then)?\Z|drop it|stop here",
        r"i don t want (it|to book) anymore|cancel (everything|that|this|it all)",
        r"i ll (do|book) (it|that) later|maybe later|i gave up|i give up",
        r"olvid(alo|elo|ate)|dej[ae](rlo|moslo|l[oa])( asi| aqui| para (despues|otro dia))( gracias)?\Z|dej[ae]l[oa]\Z",
        r"ya no quiero( agendar| la cita| nada)?( ,)?( gracias)?\Z|me arrepenti|cancela todo",
        r"(lo )?(veo|vere|agendo) despues",
    ),
    "change_service": (
        r"(outro|mudar|trocar|muda|troca)( de| o)? (exame|servico|atendimento|procedimento)",
        r"outra consulta|(mudar|trocar|muda|troca)( de| a)? consulta",
        r"(another|a different|different|change( the)?) (exam|service|test|procedure|specialty)",
        r"(otro|otra|cambiar (de|el|la)?) ?(examen|servicio|estudio|procedimiento|especialidad|consulta)",
    ),
    "other_day": (
        r"outros? dias?|noutro dia|outras? datas?|outra semana|(mudar|trocar) (o |de )?dia",
        r"(mudar|trocar) (a |de )?data|esse dia nao|nesse dia nao (posso|da|consigo)",
        r"(another|any other|a different|different|other) (days?|dates?|week)|change the (day|date)",
        r"otr[oa]s? (dias?|fechas?|semanas?)|cambiar (el |de |la )?(dia|fecha)|ese dia no( puedo)?",
    ),
    "later": (
        r"mais tarde|mais (pro|para o) fim|mais a tardinha|um pouco depois",
        r"(anything|something|any|much|bit|little) later|later (in the day|time|slot|one)|\Alater( ,)?( please)?\Z",
        r"un poco despues|(algo )?mas tarde",
    ),
    "earlier": (
        r"mais cedo|um pouco antes|antes disso",
        r"(anything|something|any|much|bit|little) (earlier|sooner)|earlier (time|slot|one)",
        r"\A(earlier|sooner)( ,)?( please)?\Z",
        r"(algo )?mas temprano|un poco antes",
    ),
    "other_time": (
        r"(tem )?outr[ao]s? (horarios?|opc\w+|hora|vagas?)|(ver|mais) (outros |mais )?(horarios|opcoes)",
        r"nenhum(a)?(?! (?:problema|plano|convenio))( desses| dessas| deles| delas)?( horarios?)?",
        r"(mudar|trocar) (o |de )?horario|esses? horarios? nao",
        r"(another|any other|a different|different|other|more) (times?|slots?|hours?|options)|change the time",
        r"none of (these|them|those)|neither of (these|them)",
        r"otr[oa]s? (horarios?|horas?|opcion(es)?|turnos?)|mas (opciones|turnos)|cambiar (el |de |la )?(horario|hora)",
        r"ningun[oa]?(?! (?:problema|plan|seguro))( de (esos|esas|ellos|ellas|estos))?( me sirve)?",
    ),
}
_COMPILED = {kind: re.compile(rf"\b(?:{'|'.join(phrases)})\b") for kind, phrases in _PHRASES.items()}
_APOSTROPHE = re.compile(" ['’] ")
_EARLIEST = re.compile(
    r"\b(?:o )?(?:mais|quanto) (?:cedo|antes)(?: que)? (?:possivel|puder|der|tiver)\b|\bo mais cedo\b"
    r"|\b(?:el|la|lo) mas (?:temprano|temprana|pronto)\b|\bthe earliest\b|\bearliest possible\b|\bsooner or later\b"
)


def repair(text: str) -> Repair | None:
    """Which repair a message asks for, if any. "o mais cedo possível" is a wish for the earliest, not one."""
    words = _APOSTROPHE.sub(" ", normalise(text)).rstrip(" ?!.")
    if _EARLIEST.search(words):
        return None
    return next((kind for kind, pattern in _COMPILED.items() if pattern.search(words)), None)
