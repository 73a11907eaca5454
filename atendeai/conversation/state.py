"""The five states of the flow and what the dialogue carries from turn to turn, as stored in the clinic's file."""

from __future__ import annotations

import hashlib
from typing import Literal, assert_never

import msgspec
from msgspec import Struct

from atendeai.appointment.model import Slot
from atendeai.conversation.understanding.model import Expects, Language, Option, Understanding, When

Purpose = Literal["book", "reschedule", "cancel"]


class Draft(Struct, frozen=True, omit_defaults=True):
    """What is known so far of the appointment that is being made, moved or cancelled."""

    purpose: Purpose = "book"
    service_id: str | None = None
    professional_id: str | None = None
    insurance: str | None = None
    private_pay: bool = False
    patient_name: str | None = None
    for_other: bool = False
    also_for: str = ""  # who is booked for next, as the patient is told: "sua filha"
    usual_offered: bool = False  # the usual professional was proposed, whatever came of it
    when: When = When()
    appointment_id: str | None = None  # the visit to move or cancel
    follows: bool = False  # asked for beside a visit that is moved or cancelled first: gone on with, unasked

    def with_(self, **changes: object) -> Draft:
        return msgspec.structs.replace(self, **changes)


class Start(Struct, frozen=True, tag="start"):
    """Nothing under way: any wish may come."""


class ServiceSelection(Struct, frozen=True, tag="service_selection"):
    """Which service (or, to move or cancel, which visit) is being asked."""

    draft: Draft


class DateTime(Struct, frozen=True, tag="date_time"):
    """A moment is being agreed on; `offers` are the slots last shown."""

    draft: Draft
    offers: list[Slot] = []


class Confirmation(Struct, frozen=True, tag="confirmation"):
    """One slot is held (or one visit is to be cancelled): the last details, then an explicit yes."""

    draft: Draft
    slot: Slot | None = None


class Finalized(Struct, frozen=True, tag="finalized"):
    """Done; the next wish starts clean."""

    appointment_id: str


UnderWay = ServiceSelection | DateTime | Confirmation
State = Start | ServiceSelection | DateTime | Confirmation | Finalized
STATE_NAMES = ("start", "service_selection", "date_time", "confirmation", "finalized")


def name_of(state: State) -> str:
    """The documented name of a state."""
    return str(state.__struct_config__.tag)


def seal_of(state: Confirmation) -> str:
    """What a yes is a yes to: the button of one summary must not answer another."""
    return hashlib.sha256(msgspec.json.encode(state)).hexdigest()[:12]


def draft_of(state: State) -> Draft | None:
    """The draft under way, or None outside the flow."""
    match state:
        case ServiceSelection() | DateTime() | Confirmation():
            return state.draft
        case Start() | Finalized():
            return None
        case _:
            assert_never(state)


class Thread(Struct, frozen=True, omit_defaults=True):
    """What the dialogue remembers between turns beside the state.

    `options` were shown with the last reply; `misunderstood` counts turns in a row without understanding;
    `spoken` are the last replies, so that none is said twice in a row; the dates say what was already
    told today (ISO, clinic's wall time). `language` is the one last spoken; None before the first turn.
    `unsure` is the message whose meaning is being asked for, so that nothing in it need be said again; `parked` is a
    booking set aside for another wish.
    """

    expects: Expects | None = None
    options: list[Option] = []
    misunderstood: int = 0
    turns: int = 0
    spoken: list[str] = []
    greeted_on: str | None = None
    closed_told_on: str | None = None
    asked_surname: bool = False
    last_turn_at: int = 0
    language: Language | None = None
    unsure: Understanding | None = None
    parked: Draft | None = None


def decode_state(text: str) -> State:
    """The state of a stored conversation."""
    state: State = msgspec.json.decode(text, type=State)
    return state


def encode(value: State | Thread) -> str:
    return msgspec.json.encode(value).decode()
