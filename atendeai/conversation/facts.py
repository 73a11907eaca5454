"""What the dialogue is handed before it decides, what it may ask to be done, and what it answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator
from typing import Protocol

import msgspec
from msgspec import Struct

from atendeai.appointment.model import Appointment, Outcome, Refusal, Slot, Wish
from atendeai.clinics.context import ClinicContext
from atendeai.conversation.phrases import BOOKS
from atendeai.conversation.state import State, Thread
from atendeai.conversation.understanding.model import Option, Understanding


class Agenda(Protocol):
    """Free time on one consistent snapshot of the clinic's file."""

    def free(self, wish: Wish, first: dt.date, last: dt.date, *, moving: str | None = None) -> list[Slot]:
        """Bookable slots from `first` to `last` (clinic dates, both included)."""
        ...

    def check(self, wish: Wish, starts: int, professional_id: str, *, moving: str | None = None) -> Slot | Refusal:
        """The slot at that instant, or why there is none."""
        ...

    def explain(self, wish: Wish, day: dt.date, *, moving: str | None = None) -> Refusal | None:
        """Why a clinic date has no slot at all; None when it has one."""
        ...


class Facts(Struct, frozen=True, kw_only=True):
    """Everything true at the moment of a turn. `now` is the clinic's wall time (aware)."""

    context: ClinicContext
    now: dt.datetime
    agenda: Agenda
    contact_id: str
    profile_name: str | None = None
    patients: dict[str, str] = {}  # whom this contact has booked for: name → patient id
    known_patient: bool = False
    appointments: list[Appointment] = []  # upcoming, earliest first
    memory: dict[str, str] = {}
    escalated: bool = False

    def visit(self, appointment_id: str | None) -> Appointment | None:
        """The upcoming visit of that id, if this contact has it."""
        return next((visit for visit in self.appointments if visit.id == appointment_id), None)


class Heard(Struct, frozen=True, kw_only=True):
    """The patient's waiting messages as one: understood, with a tapped option and wordless kinds beside.

    `unread` are the kinds of those that only a person can open.
    """

    understanding: Understanding
    tapped: str | None = None
    kinds: tuple[str, ...] = ("text",)
    unread: tuple[str, ...] = ()


class Hold(Struct, frozen=True):
    """Keep a slot while the patient confirms."""

    wish: Wish
    slot: Slot


class Release(Struct, frozen=True):
    """Let go of whatever this contact holds."""


class Book(Struct, frozen=True):
    wish: Wish
    slot: Slot
    patient_name: str


class Move(Struct, frozen=True):
    appointment_id: str
    wish: Wish
    slot: Slot


class Cancel(Struct, frozen=True):
    appointment_id: str


class ConfirmPresence(Struct, frozen=True):
    appointment_id: str


class OptOut(Struct, frozen=True):
    """No more messages that the patient did not ask for."""


Action = Hold | Release | Book | Move | Cancel | ConfirmPresence | OptOut


class Reply(Struct, frozen=True, omit_defaults=True):
    """One message to the patient; `options` become buttons, a list, or numbered lines."""

    text: str
    options: list[Option] = []
    button: str = BOOKS["pt"].labels.see_options


class Decision(Struct, frozen=True, kw_only=True):
    """What a turn leaves behind. `escalate` names the reason when a person must come."""

    state: State
    thread: Thread
    replies: list[Reply]
    escalate: str | None = None
    remember: dict[str, str] = msgspec.field(default_factory=dict)
    appointment_id: str | None = None


# The dialogue yields what it wants done and is sent the outcome; it touches nothing itself.
Script = Generator[Action, Outcome | None, State]
Attempt = Generator[Action, Outcome | None, State | None]  # reaches a state, or None: the message is not for it
Deciding = Generator[Action, Outcome | None, Decision]
