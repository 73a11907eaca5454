"""Rows and buttons that the receptionist shows, as the reading tests pick from them."""

from __future__ import annotations

from atendeai.conversation.understanding.model import Option


def _rows(*titles: str) -> tuple[Option, ...]:
    return tuple(Option(id=f"{place}", title=title) for place, title in enumerate(titles, start=1))


OFFERS = {
    "slots": _rows("Qua 25/11 às 09:00", "Qui 26/11 às 14:30", "Sex 27/11 às 09:30"),
    "slots_or_other": _rows("Qua 25/11 às 09:00", "Qui 26/11 às 14:30", "Sex 27/11 às 15:30", "Outro dia"),
    "day": _rows("Qui 26/11 às 09:00", "Qui 26/11 às 10:30", "Qui 26/11 às 15:00"),
    "summary": _rows("Confirmar", "Outro horário", "Desistir"),
    "doctors": _rows("Dr. João Paulo", "Dr. João Victor", "Dra. Camila"),
    "services": _rows("Ultrassonografia abdominal", "Ultrassonografia pélvica", "Ultrassonografia de tireoide"),
    "names": _rows("Maria da Silva", "João Pedro da Silva", "Outra pessoa"),
    "slots_en": _rows("Wed 25/11, 9:00 am", "Thu 26/11, 2:00 pm", "Fri 27/11, 3:30 pm", "Another day"),
    "slots_es": _rows("Mié 25/11, 09:00", "Jue 26/11, 14:00", "Vie 27/11, 15:30", "Otro día"),
}
