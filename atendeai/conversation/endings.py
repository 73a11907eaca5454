"""Whether somebody gives up what is under way, in whatever words."""

from __future__ import annotations

import re

from atendeai.conversation.consent import plain
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.normalise import normalise

_OFF = re.compile(
    r"\bpensando (?:bem|melhor) (?:eu )?nao\b|\bnao quero\W*\Z|\bdeixa (?:por enquanto|assim)\b|\bpor enquanto nao\b"
    r"|\bvou (?:ver|falar|conversar) com (?:meu|minha)\b|\b(?:never mind|not for now|i changed my mind)\b"
    r"|\b(?:pensandolo (?:bien|mejor) no|por ahora no|dejalo|mejor no)\b"
)
# An end in any reading, where nothing else is wished for.
_NO_MORE = re.compile(
    r"\bja (?:consegui|marquei|agendei|resolvi|arrumei|encontrei)\b.*\b(?:outr[oa]|noutr[oa])\b"
    r"|\bnao (?:quero|vou|preciso|precisa) (?:mais )?(?:marcar|agendar|reservar|agendamento)(?: mais)?(?: nao)?\Z"
    r"|\bmude?i de (?:ideia|opiniao)\Z|\bi (?:don t|do not|no longer) (?:want|need) (?:to book|an appointment)\b"
    r"|\A(?:oh |sorry |actually |no )*(?:i|i ve) changed my mind\b"
    r"|\bi (?:found|got|booked) (?:\w+ ){1,3}(?:elsewhere|else)\b"
    r"|\bya (?:consegui|encontre|agende|lo resolvi)\b|\b(?:ya )?no quiero (?:agendar|reservar)\b"
    r"|\bcambie de (?:opinion|idea)\Z"
)


def gives_up(talk: Talk) -> bool:
    """ "Pensando bem não quero", "já consegui em outro lugar, não precisa": an end for now."""
    if talk.wants("deny") and _OFF.search(normalise(talk.understanding.text)) is not None:
        return True
    said = talk.entities
    wished = said.service or said.services or said.when or said.professional or said.insurance
    return not wished and _NO_MORE.search(plain(talk.understanding.text)) is not None
