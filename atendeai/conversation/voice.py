"""The clinic's own voice: formality, emoji, names, money, dates and times as people say them in Portuguese."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

from atendeai.appointment.model import Appointment, Slot
from atendeai.clinics.context import ClinicContext, Personality, Professional
from atendeai.clinics.hours import closed_reason
from atendeai.conversation.phrases import PHRASES
from atendeai.conversation.understanding.model import When

WEEKDAYS = (
    "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo",
)  # fmt: skip
SHORT_WEEKDAYS = ("Seg", "Ter", "Qua", "Qui", "Sex", "Sáb", "Dom")
# Parts of the day as understanding reads them.
PERIODS = {
    (dt.time(4), dt.time(12)): "de manhã",
    (dt.time(12), dt.time(19)): "à tarde",
    (dt.time(18), dt.time.max): "à noite",
    (dt.time(16), dt.time(19)): "no fim da tarde",
    (dt.time(12), dt.time(14)): "na hora do almoço",
}
_EMOJI = re.compile(r"[ \t]*[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50\uFE0F]+[ \t]*")
_TITLES = ("dona", "seu", "sr", "sra", "dr", "dra", "doutor", "doutora", "prof", "profa")
_GAPS = re.compile(r" {2,}")


class Voice(Struct, frozen=True):
    """Speaks the phrases as the clinic's personality would; `turn` rotates the wordings."""

    personality: Personality
    turn: int = 0

    def say(self, key: str, **facts: str) -> str:
        """One wording of a phrase, filled. A missing fact is a KeyError: a bug, not a gap in a sentence."""
        phrase = PHRASES[key]
        wordings = phrase.formal if self.personality.formality == "formal" else phrase.informal
        return self.dress(wordings[self.turn % len(wordings)].format(**facts))

    def dress(self, text: str) -> str:
        """Take out emoji where the clinic wants none, and the gaps they leave."""
        if not self.personality.emoji:
            text = _EMOJI.sub(" ", text)
        return _GAPS.sub(" ", "\n".join(line.strip(" ") for line in text.split("\n"))).strip()


def hello(now: dt.datetime, first_name: str = "") -> str:
    """Bom dia, boa tarde or boa noite by the clinic's clock."""
    part = "Bom dia" if 5 <= now.hour < 12 else "Boa tarde" if 12 <= now.hour < 18 else "Boa noite"
    return f"{part}, {first_name}!" if first_name else f"{part}!"


def first_name(name: str | None) -> str:
    """The first name, if it looks like one ("dona maria silva" → "Maria"); a nickname of symbols gives ""."""
    word = without_title(name or "").split(" ")[0]
    return word[:1].upper() + word[1:].lower() if word.isalpha() and len(word) > 1 else ""


def without_title(name: str) -> str:
    """ "Dona Zilda Ramos" → "Zilda Ramos"."""
    return " ".join(word for word in name.split() if word.lower().rstrip(".") not in _TITLES)


def clock(moment: dt.datetime | dt.time) -> str:
    return f"{moment:%H:%M}" if moment.minute else f"{moment.hour}h"


def day(date: dt.date, today: dt.date) -> str:
    """`hoje (terça-feira, 24/11)`, `amanhã (…)`, `sexta-feira, 28/11`; the year only when it is another."""
    plain = f"{WEEKDAYS[date.weekday()]}, {date:%d/%m}" + (f"/{date.year}" if date.year != today.year else "")
    near = {0: "hoje", 1: "amanhã"}.get((date - today).days)
    return f"{near} ({plain})" if near else plain


def moment(local: dt.datetime, today: dt.date) -> str:
    """`sexta-feira, 28/11, às 9h` (à for one o'clock)."""
    return f"{day(local.date(), today)}, {'à' if local.hour == 1 else 'às'} {clock(local)}"


def slot_title(slot: Slot) -> str:
    """`Sex 28/11 às 09:00`: fits WhatsApp's 24-character rows and 20-character buttons."""
    local = slot.local
    return f"{SHORT_WEEKDAYS[local.weekday()]} {local:%d/%m} às {local:%H:%M}"


def money(cents: int) -> str:
    """R$ 1.250,00"""
    whole = f"{cents // 100:,}".replace(",", ".")
    return f"R$ {whole},{cents % 100:02d}"


def hours(count: int) -> str:
    if count >= 48 and count % 24 == 0:
        return f"{count // 24} dias"
    return f"{count} hora" if count == 1 else f"{count} horas"


def the(professional: Professional | str) -> str:
    """`o Dr. Roberto`, `a Dra. Ana`, `Ana` (no article where the title does not tell)."""
    name = professional if isinstance(professional, str) else professional.shown
    lowered = name.lower()
    if lowered.startswith(("dra.", "dra ", "doutora", "enfª", "profa")):
        return f"a {name}"
    if lowered.startswith(("dr.", "dr ", "doutor ")):
        return f"o {name}"
    return name


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def listed(names: list[str], last: str = "e") -> str:
    """`a, b e c`"""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}" if names else ""


def visit(appointment: Appointment, today: dt.date) -> str:
    """`Eletrocardiograma com o Dr. Roberto, sexta-feira, 28/11, às 9h, para Maria Silva`"""
    return (
        f"{appointment.service_name} com {the(appointment.professional_name)}, "
        f"{moment(appointment.local, today)}, para {appointment.patient_name}"
    )


def why_closed(context: ClinicContext, date: dt.date) -> str | None:
    """`Natal`, `domingo não é dia de atendimento`; None when the clinic is open that day."""
    closed = closed_reason(context, date)
    if closed is None:
        return None
    by_week = closed.reason == "holiday" and not context.working_hours.on(date.weekday())
    return ("" if by_week else closed.detail) or f"{WEEKDAYS[date.weekday()]} não é dia de atendimento"


def price(context: ClinicContext, service_id: str) -> str:
    """`R$ 280,00` with the clinic's note, or "" when the price is not published."""
    service = context.service(service_id)
    if service is None or service.price_cents is None:
        return service.price_note if service else ""
    return f"{money(service.price_cents)}{f' ({service.price_note})' if service.price_note else ''}"


def wish(when: When, today: dt.date) -> str:
    """`para sexta-feira, 28/11, às 15h`, `depois das 17h`, `nesse período`."""
    parts = []
    if when.date:
        parts.append(f"para {day(when.date, today)}")
    if when.time:
        parts.append(f"{'à' if when.time.hour == 1 else 'às'} {clock(when.time)}")
    elif when.time_range in PERIODS:
        parts.append(PERIODS[when.time_range])
    elif when.time_range and when.time_range[1] >= dt.time(23, 59):
        parts.append(f"depois das {clock(when.time_range[0])}")
    elif when.time_range and when.time_range[0] == dt.time(0):
        parts.append(f"antes das {clock(when.time_range[1])}")
    elif when.time_range:
        parts.append(f"entre {clock(when.time_range[0])} e {clock(when.time_range[1])}")
    return " ".join(parts) or "nesse período"
