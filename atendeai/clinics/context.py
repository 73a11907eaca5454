"""The clinic's context document as structs: everything the receptionist knows about the clinic.

The document on disk is JSON in exactly this shape (`atendeai context schema` prints its JSON Schema).
Money is integer cents of BRL; times of day are `HH:MM` wall time of the clinic, `24:00` ends a day;
dates are `YYYY-MM-DD`. Reading is liberal and lives in `reading.py`; what these structs hold is strict.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

HHMM = Annotated[
    str,
    Meta(pattern=r"^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$", description="Wall time of the clinic, HH:MM"),
]
Id = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.-]+$")]
Text = Annotated[str, Meta(max_length=4000)]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Minutes = Annotated[int, Meta(ge=0, le=24 * 60)]
Duration = Annotated[int, Meta(ge=5, le=24 * 60, description="Minutes")]
Cents = Annotated[int, Meta(ge=0, description="Cents of BRL")]

SPOKEN = ("pt", "en", "es")  # languages that there are words for, by the beginning of their tags
Languages = Annotated[
    list[Name],
    Meta(description="Tags of the languages in which patients are answered, the clinic's own first: pt-BR, en, es"),
]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class _Kept(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """What we keep is immutable, strict, and written without its defaults."""


class Interval(_Kept, frozen=True, kw_only=True):
    """A half-open stretch of a day: `start` ≤ t < `end`."""

    start: HHMM
    end: HHMM


class WeeklyHours(_Kept, frozen=True, kw_only=True):
    """Open intervals per weekday; an empty list is a closed day."""

    monday: list[Interval] = []
    tuesday: list[Interval] = []
    wednesday: list[Interval] = []
    thursday: list[Interval] = []
    friday: list[Interval] = []
    saturday: list[Interval] = []
    sunday: list[Interval] = []

    def on(self, weekday: int) -> list[Interval]:
        """Intervals of a weekday, Monday = 0 (as `date.weekday()`)."""
        return getattr(self, WEEKDAYS[weekday])  # type: ignore[no-any-return]


class DayException(_Kept, frozen=True, kw_only=True):
    """Hours of one date that replace (never add to) the weekly ones; empty closes the day."""

    date: dt.date
    intervals: list[Interval] = []
    reason: Text = ""


class NamedDay(_Kept, frozen=True, kw_only=True):
    """A holiday of the clinic's own; `date` is `MM-DD` for every year or `YYYY-MM-DD` for one."""

    date: Annotated[str, Meta(pattern=r"^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")]
    name: Name


class Holidays(_Kept, frozen=True, kw_only=True):
    """Which public holidays close the clinic. State comes from `clinic.state`."""

    national: bool = True
    state: bool = True
    carnival: bool = True
    corpus_christi: bool = True
    local: list[NamedDay] = []
    open_on: list[dt.date] = []


class Closure(_Kept, frozen=True, kw_only=True):
    """Dates on which nobody is seen (vacation, works, congress); both ends included."""

    start: dt.date
    end: dt.date
    reason: Text = ""


class ClinicFacts(_Kept, frozen=True, kw_only=True):
    """Who and where the clinic is."""

    name: Name
    specialty: Text = ""
    specialties: list[Name] = []
    description: Text = ""
    address: Text = ""
    city: Text = ""
    state: Annotated[str, Meta(pattern=r"^(?:[A-Z]{2})?$", description="Two-letter state, e.g. SC")] = ""
    latitude: float | None = None
    longitude: float | None = None
    directions: Text = ""
    parking: Text = ""
    accessibility: Text = ""
    phones: list[Name] = []
    whatsapp: Text = ""
    emails: list[Name] = []
    site: Text = ""
    tax_id: Text = ""
    technical_director: Text = ""


class Personality(_Kept, frozen=True, kw_only=True):
    """The voice of the receptionist."""

    name: Name = "Ana"
    personality: Text = ""
    tone: Text = ""
    formality: Literal["informal", "formal"] = "informal"
    emoji: bool = True
    languages: Languages = field(default_factory=lambda: ["pt-BR"])
    greeting: Text = ""
    farewell: Text = ""
    out_of_hours: Text = ""


class Behavior(_Kept, frozen=True, kw_only=True):
    """How the receptionist acts. `escalation_threshold`: turns not understood before a person is called."""

    proactive: bool = True
    suggestions: bool = True
    feedback: bool = False
    auto_escalation: bool = True
    escalation_threshold: Annotated[int, Meta(ge=1, le=20)] = 3
    memory: bool = True


class SchedulingPolicies(_Kept, frozen=True, kw_only=True):
    """The clinic's rules for bookings made without a person."""

    min_advance_hours: Annotated[int, Meta(ge=0, le=24 * 60)] = 2
    max_advance_days: Annotated[int, Meta(ge=1, le=730)] = 60
    slot_duration_minutes: Annotated[int, Meta(ge=5, le=24 * 60)] = 30
    max_daily_appointments: Annotated[int, Meta(ge=1)] | None = None
    cancellation_hours: Annotated[int, Meta(ge=0)] = 24
    reschedule_hours: Annotated[int, Meta(ge=0)] = 24
    late_tolerance_minutes: Minutes = 15
    return_visit_days: Annotated[int, Meta(ge=0)] = 30
    hold_minutes: Annotated[int, Meta(ge=1, le=60)] = 8
    ask_insurance: bool = True


class Service(_Kept, frozen=True, kw_only=True):
    """Something a patient can book.

    `professionals` names who performs it; empty means everyone whose `specialties` match `specialty`,
    and when nobody matches, every professional. `insurance` names the accepted plans.
    """

    id: Id
    name: Name
    aliases: list[Name] = []
    description: Text = ""
    category: Text = ""
    specialty: Text = ""
    duration_minutes: Duration = 30
    price_cents: Cents | None = None
    price_note: Text = ""
    preparation: Text = ""
    accepts_insurance: bool = True
    insurance: list[Name] = []
    professionals: list[Id] = []
    resources: list[Id] = []
    buffer_before_minutes: Minutes = 0
    buffer_after_minutes: Minutes = 0
    max_daily: Annotated[int, Meta(ge=1)] | None = None
    active: bool = True


class Professional(_Kept, frozen=True, kw_only=True):
    """A person who sees patients. `working_hours` absent means the clinic's own hours."""

    id: Id
    name: Name
    display_name: Text = ""
    council: Text = ""
    specialties: list[Name] = []
    bio: Text = ""
    working_hours: WeeklyHours | None = None
    exceptions: list[DayException] = []
    time_off: list[Closure] = []
    services: list[Id] = []
    accepts_new_patients: bool = True
    max_daily: Annotated[int, Meta(ge=1)] | None = None
    active: bool = True

    @property
    def shown(self) -> str:
        """The name patients hear."""
        return self.display_name or self.name


class InsurancePlan(_Kept, frozen=True, kw_only=True):
    name: Name
    aliases: list[Name] = []
    coverage: Text = ""
    active: bool = True


class PaymentMethod(_Kept, frozen=True, kw_only=True):
    name: Name
    note: Text = ""
    brands: list[Name] = []
    installments: Text = ""
    discount: Text = ""
    details: Text = ""


class Payment(_Kept, frozen=True, kw_only=True):
    methods: list[PaymentMethod] = []
    installments: Text = ""
    discount: Text = ""


class Policies(_Kept, frozen=True, kw_only=True):
    """Sentences the receptionist may quote as they stand."""

    cancellation: Text = ""
    rescheduling: Text = ""
    lateness: Text = ""
    first_visit: Text = ""
    return_visit: Text = ""
    results: Text = ""
    guidance: Text = ""
    consent: Text = ""
    privacy: Text = ""
    notes: Text = ""


class FaqEntry(_Kept, frozen=True, kw_only=True):
    question: Name
    answer: Text
    keywords: list[Name] = []


class ClinicContext(_Kept, frozen=True, kw_only=True):
    """The whole document. Only `clinic.name` and `services` cannot be done without."""

    clinic: ClinicFacts
    time_zone: Name = "America/Sao_Paulo"
    ai_personality: Personality = field(default_factory=Personality)
    ai_behavior: Behavior = field(default_factory=Behavior)
    working_hours: WeeklyHours = field(default_factory=WeeklyHours)
    exceptions: list[DayException] = []
    holidays: Holidays = field(default_factory=Holidays)
    closures: list[Closure] = []
    scheduling_policies: SchedulingPolicies = field(default_factory=SchedulingPolicies)
    services: list[Service] = []
    professionals: list[Professional] = []
    insurance_plans: list[InsurancePlan] = []
    payment: Payment = field(default_factory=Payment)
    policies: Policies = field(default_factory=Policies)
    faq: list[FaqEntry] = []
    emergency_text: Text = ""

    def service(self, service_id: str | None) -> Service | None:
        """The active service of that id, or None."""
        return next((s for s in self.services if s.id == service_id and s.active), None)

    def professional(self, professional_id: str | None) -> Professional | None:
        """The active professional of that id, or None."""
        return next((p for p in self.professionals if p.id == professional_id and p.active), None)

    def performers(self, service: Service) -> list[Professional]:
        """Active professionals who perform a service, in document order (see `Service`)."""
        active = [p for p in self.professionals if p.active]
        named = [p for p in active if p.id in service.professionals or service.id in p.services]
        if named or service.professionals:
            return named
        matching = [p for p in active if service.specialty and service.specialty in p.specialties]
        return matching or active
