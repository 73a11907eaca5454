"""What a patient comes for: facts that a person at the desk could act on, and what must be in the file after."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct, structs

from benchmarks.simulator.moments import Moment
from benchmarks.simulator.people import Person
from benchmarks.simulator.personas import Upfront

Act = Literal["book", "move", "cancel", "confirm", "ask", "leave"]
Stage = Literal["service", "slot", "patient_name", "insurance", "confirmation"]
STAGES: tuple[Stage, ...] = ("service", "slot", "patient_name", "insurance", "confirmation")


class Facts(Struct, frozen=True, kw_only=True):
    """A visit as the patient wants it. `professional_id` None: whoever; `plan` None: paid privately."""

    service_id: str
    patient: Person
    moment: Moment
    professional_id: str | None = None
    plan: str | None = None

    def with_(self, **changes: object) -> Facts:
        return structs.replace(self, **changes)


class Visit(Struct, frozen=True, kw_only=True):
    """A visit in the agenda before the patient writes; the flags say what sets it apart from their others."""

    id: str
    service_id: str
    professional_id: str
    local: dt.datetime
    patient: Person
    plan: str | None = None
    by_day: bool = False
    by_service: bool = False


class Errand(Struct, frozen=True, kw_only=True):
    """One thing to get done.

    `facts` is what counts in the end; `first` is what the patient says until the change of mind. `visit` is
    what moves, is cancelled or confirmed. `refused` is a plan named first that does not cover the service.
    `known` spares the name and the plan: the clinic has them. `leaves_at` is where a "leave" gives up.
    """

    act: Act
    facts: Facts | None = None
    first: Facts | None = None
    visit: Visit | None = None
    refused: str | None = None
    known: bool = False
    leaves_at: Stage = "slot"
    upfront: Upfront | None = None
    questions: tuple[str, ...] = ()
    moves_to: Literal["time", "professional"] = "time"


class Want(Struct, frozen=True, kw_only=True):
    """What one errand must leave in the file; `agreed` is the start that was read back and accepted."""

    act: Act
    facts: Facts | None = None
    visit: Visit | None = None
    agreed: dt.datetime | None = None
