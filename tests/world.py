"""The clinic as its tests see it: patients who speak, and an agenda to look into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from atendeai.appointment import store as agenda
from atendeai.appointment.model import Appointment
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.reading import read_context
from atendeai.conversation import store
from atendeai.conversation.ai.assistant import NOBODY
from atendeai.conversation.ai.desk import Assistants
from atendeai.conversation.routes import ProcessResponse, describe_exchange
from atendeai.conversation.understanding.model import Option
from atendeai.database import Transaction
from atendeai.exchange import Said, converse
from atendeai.ops.clock import FixedClock

T = TypeVar("T")

CLINIC = "vila-serena"
NOW = dt.datetime(2026, 11, 24, 13, 0, tzinfo=dt.UTC)


def context_of(path: Path) -> ClinicContext:
    reading = read_context(path.read_bytes())
    assert reading.context is not None, reading.problems
    return reading.context


class Clinic:
    """One clinic's file."""

    def __init__(self, files: ClinicFiles, clinic_id: str, clock: FixedClock) -> None:
        self.files, self.id, self.clock = files, clinic_id, clock
        self.assistants: Assistants | None = None

    def read(self, work: Callable[[Transaction], T]) -> T:
        with self.files.clinic(self.id) as db:
            return db.read(work)

    def write(self, work: Callable[[Transaction], T]) -> T:
        with self.files.clinic(self.id) as db:
            return db.write(work)

    def agenda(self) -> list[Appointment]:
        """Every visit that stands, earliest first."""
        return self.read(lambda tx: agenda.agenda(tx, 0, 2**40))

    def loads(self, context: ClinicContext) -> int:
        return self.write(lambda tx: versions.load(tx, context, "test", self.clock.now()))

    def wait(self, **duration: float) -> None:
        """Time passes."""
        self.clock.advance(dt.timedelta(**duration))

    def takes_over(self, conversation_id: str) -> None:
        self.write(lambda tx: store.take_over(tx, conversation_id, "2026-11-24T13:00:00.000Z"))

    def hands_back(self, conversation_id: str) -> None:
        self.write(lambda tx: store.hand_back(tx, conversation_id, "2026-11-24T13:00:00.000Z"))

    def rows(self, sql: str, *params: Any) -> list[dict[str, Any]]:
        return self.read(lambda tx: tx.dicts(sql, params))


class Patient:
    """Somebody with a phone. Each thing said is answered before the next."""

    def __init__(self, clinic: Clinic, number: str, name: str | None = None) -> None:
        self.clinic, self.number, self.name = clinic, number, name
        self.last: ProcessResponse | None = None

    def says(self, text: str, **details: Any) -> ProcessResponse:
        said = Said(number=self.number, text=text, name=self.name, **details)
        with self.clinic.files.clinic(self.clinic.id) as db:
            assistant = self.clinic.assistants.one(db) if self.clinic.assistants else NOBODY
            exchange = converse(db, said, self.clinic.clock, assistant=assistant)
            context = db.read(versions.active)
        self.clinic.wait(seconds=20)
        self.last = describe_exchange(exchange, context)
        return self.last

    def taps(self, option: Option | str) -> ProcessResponse:
        """Tap an option by its id, or by (the start of) its title."""
        if isinstance(option, str):
            assert self.last is not None
            option = next(o for o in self.options if o.id == option or o.title.startswith(option))
        return self.says(option.title, tapped=option.id, kind="interactive")

    @property
    def options(self) -> list[Option]:
        return self.last.replies[-1].options if self.last and self.last.replies else []

    @property
    def heard(self) -> str:
        """All the words of the last answer."""
        return "\n".join(reply.text for reply in self.last.replies) if self.last else ""

    @property
    def visits(self) -> list[Appointment]:
        """What stands in the agenda for this number."""
        rows = self.clinic.rows("select id from contacts where wa_id = ? or match_key = ?", self.number, self.number)
        ids = {row["id"] for row in rows}
        return [visit for visit in self.clinic.agenda() if visit.contact_id in ids]
