"""Values of the agenda: slots, refusals, appointments and the outcomes of booking."""

from __future__ import annotations

import datetime as dt
import enum

from msgspec import Struct


class Reason(enum.StrEnum):
    """Why an instant cannot be booked."""

    NOTICE = "notice"
    PAST = "past"
    HORIZON = "horizon"
    DAY_CAP = "day_cap"
    CLOSED = "closed"
    HOLIDAY = "holiday"
    ABSENCE = "absence"
    TAKEN = "taken"
    OFF_GRID = "off_grid"
    PATIENT_BUSY = "patient_busy"
    PLAN_NOT_ACCEPTED = "plan_not_accepted"
    NO_NEW_PATIENTS = "no_new_patients"
    UNKNOWN_SERVICE = "unknown_service"
    UNKNOWN_PROFESSIONAL = "unknown_professional"


class Busy(Struct, frozen=True):
    """A taken stretch of a resource (`prof:ID`, `room:ID`, `patient:ID`), UTC seconds, half-open."""

    resource: str
    starts: int
    ends: int


class Slot(Struct, frozen=True, order=True):
    """A bookable stretch, UTC seconds, without buffers; `local_start` is `YYYY-MM-DDTHH:MM` wall time."""

    starts: int
    ends: int
    professional_id: str
    service_id: str
    local_start: str

    @property
    def local(self) -> dt.datetime:
        """Naive wall time of the clinic."""
        return dt.datetime.fromisoformat(self.local_start)


class Refusal(Struct, frozen=True):
    """`detail` is a fact for the sentence (a holiday's name, hours of notice), never a sentence."""

    reason: Reason
    detail: str = ""


class Wish(Struct, frozen=True, kw_only=True):
    """What slots are asked for. `professional_id` None means any performer."""

    service_id: str
    professional_id: str | None = None
    insurance: str | None = None
    new_patient: bool = False
    patient_id: str | None = None


class Appointment(Struct, frozen=True, kw_only=True):
    """A row of `appointments` (times: UTC seconds; `local_start` is the promise made to the patient)."""

    id: str
    patient_id: str
    contact_id: str
    patient_name: str
    service_id: str
    service_name: str
    professional_id: str
    professional_name: str
    local_start: str
    tz: str
    starts: int
    ends: int
    status: str
    insurance: str | None = None
    price_cents: int | None = None
    version: int = 1
    source: str = "whatsapp"
    created_at: str = ""

    @property
    def local(self) -> dt.datetime:
        return dt.datetime.fromisoformat(self.local_start)


class Held(Struct, frozen=True):
    """The slot waits for the patient's yes until `expires` (UTC seconds)."""

    slot: Slot
    expires: int


class Booked(Struct, frozen=True):
    """The receipt: only this allows the sentence "está marcado"."""

    appointment: Appointment


class Moved(Struct, frozen=True):
    appointment: Appointment
    before: str  # local_start of the old time


class PresenceConfirmed(Struct, frozen=True):
    """The patient said that they are coming."""

    appointment: Appointment


class Cancelled(Struct, frozen=True):
    appointment: Appointment
    late: bool  # inside the clinic's cancellation_hours


class SlotTaken(Struct, frozen=True):
    """Somebody else was faster, in this very transaction."""

    starts: int


class OutsidePolicy(Struct, frozen=True):
    refusal: Refusal


class NotFound(Struct, frozen=True):
    appointment_id: str


Outcome = Held | Booked | Moved | PresenceConfirmed | Cancelled | SlotTaken | OutsidePolicy | NotFound
