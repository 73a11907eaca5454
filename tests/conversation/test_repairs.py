"""Turns of phrase that steer a booking under way, in three languages, and their neighbours that steer nothing."""

from __future__ import annotations

import pytest

from atendeai.conversation.understanding.repairs import repair


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("vamos começar de novo", "start_over"),
        ("voltar", "start_over"),
        ("menu", "start_over"),
        ("start over", "start_over"),
        ("can we start again?", "start_over"),
        ("go back", "start_over"),
        ("can we go back?", "start_over"),
        ("empezar de nuevo", "start_over"),
        ("volver al inicio", "start_over"),
        ("atrás", "start_over"),
        ("quero voltar no dr ricardo", None),
        ("I go back to work at 3", None),
        ("back pain", None),
        ("esquece isso", "give_up"),
        ("deixa quieto", "give_up"),
        ("never mind", "give_up"),
        ("nevermind, thanks", "give_up"),
        ("forget it", "give_up"),
        ("I'll do it later", "give_up"),
        ("I don’t want it anymore", "give_up"),
        ("olvídalo", "give_up"),
        ("déjalo así", "give_up"),
        ("ya no quiero, gracias", "give_up"),
        ("ya no quiero el jueves", None),
        ("déjalo para el viernes", None),
        ("leave it at 3", None),
        ("outro exame", "change_service"),
        ("a different exam", "change_service"),
        ("otro examen", "change_service"),
        ("outro dia", "other_day"),
        ("another day please", "other_day"),
        ("otro día", "other_day"),
        ("otra fecha", "other_day"),
        ("mais tarde", "later"),
        ("anything later?", "later"),
        ("later", "later"),
        ("más tarde", "later"),
        ("see you later", None),
        ("no later than 5", None),
        ("mais cedo", "earlier"),
        ("something earlier", "earlier"),
        ("earlier, please", "earlier"),
        ("más temprano", "earlier"),
        ("o mais cedo possível", None),
        ("el más temprano", None),
        ("the earliest", None),
        ("outro horário", "other_time"),
        ("a different time", "other_time"),
        ("none of these", "other_time"),
        ("otra hora", "other_time"),
        ("ninguno me sirve", "other_time"),
        ("nenhum problema", None),
        ("ningún problema", None),
        ("no sábado", None),
    ],
)
def test_repairs(text: str, kind: str | None):
    assert repair(text) == kind
