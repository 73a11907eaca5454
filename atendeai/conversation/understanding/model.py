"""What understanding a message yields: plain values, no clock, no database, no network."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import asdict, replace

Intent = Literal[
    "greeting", "book", "reschedule", "cancel", "confirm", "check_appointment", "availability", "services",
    "price", "insurance", "hours", "location", "professionals", "preparation", "results", "payment", "human",
    "thanks", "goodbye", "affirm", "deny", "emergency", "medical_advice", "complaint", "opt_out",
    "data_request", "out_of_scope",
]  # fmt: skip
INTENTS: tuple[str, ...] = get_args(Intent)

Language = Literal["pt", "en", "es"]
Expects = Literal[
    "intent", "service", "professional", "date", "time", "slot", "patient_name", "insurance",
    "confirmation", "appointment_choice", "human",
]  # fmt: skip


class When(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A wish for a moment, in the clinic's wall time.

    `date`/`time` are exact; `date_range` has both ends included; `time_range` is half-open, an open end
    is 00:00 or 23:59. `weekdays` restricts (Monday = 0); `excluded_weekdays`, `excluded_dates` and
    `excluded_times` (half-open spans) forbid. `earliest` is "o quanto antes", `anytime` is "tanto faz".
    `candidates` lists other readings of an ambiguous date.
    `past` says the words point to the past ("fui atendido ontem"), hence no wish.
    """

    date: dt.date | None = None
    time: dt.time | None = None
    date_range: tuple[dt.date, dt.date] | None = None
    time_range: tuple[dt.time, dt.time] | None = None
    weekdays: tuple[int, ...] = ()
    excluded_weekdays: tuple[int, ...] = ()
    excluded_dates: tuple[dt.date, ...] = ()
    excluded_times: tuple[tuple[dt.time, dt.time], ...] = ()
    earliest: bool = False
    anytime: bool = False
    candidates: tuple[dt.date, ...] = ()
    past: bool = False

    def __bool__(self) -> bool:
        return self != When()


class Option(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing the patient can pick; `id` returns in a button tap, `title` is ≤ 24 characters."""

    id: str
    title: str
    description: str = ""


class Entities(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Things named in a message. Services and professionals are ids of the clinic's context.

    `choice` is the id of the offered option that the words pick; `none_of_them` is "nenhum desses".
    `services` lists every service that fits equally well when `service` is ambiguous (then None).
    `unknown_insurance` is a well-known plan that this clinic does not list. `private_pay` is "particular".
    """

    service: str | None = None
    services: tuple[str, ...] = ()
    professional: str | None = None
    any_professional: bool = False
    insurance: str | None = None
    unknown_insurance: str | None = None
    private_pay: bool = False
    when: When = When()
    person_name: str | None = None
    for_other: bool = False
    choice: str | None = None
    none_of_them: bool = False
    yes_no: Literal["yes", "no"] | None = None
    phone: str | None = None
    cpf: str | None = None
    email: str | None = None

    def and_then(self, later: Entities) -> Entities:
        """All that is named in either, where what is said later replaces what was said before."""
        return replace(self, **{name: value for name, value in asdict(later).items() if value})


class Candidate(Struct, frozen=True):
    intent: Intent
    confidence: float


class Understanding(Struct, frozen=True, kw_only=True):
    """One message understood. `confidence` is 0..1; below the dialogue's threshold it asks instead of acting.

    `red_flag` names an emergency sign ("chest_pain", "breathing", "stroke", "bleeding", "self_harm",
    "unconscious", "allergic", "other") found by the recall-first screen, independent of `intent`.
    """

    text: str
    language: Language = "pt"
    intent: Intent = "out_of_scope"
    confidence: float = 0.0
    entities: Entities = Entities()
    candidates: tuple[Candidate, ...] = ()
    secondary_intents: tuple[Intent, ...] = ()
    red_flag: str | None = None
