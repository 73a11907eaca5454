"""A claim to a place in the agenda, judged inside the very transaction that would grant it."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from msgspec import Struct, structs

from atendeai.appointment import ledger, store
from atendeai.appointment.desk import footprint
from atendeai.appointment.model import (
    Appointment,
    Busy,
    OutsidePolicy,
    Reason,
    Refusal,
    Slot,
    SlotTaken,
    Wish,
)
from atendeai.appointment.slots import bookable
from atendeai.clinics.context import ClinicContext, Professional, Service
from atendeai.database import Transaction
from atendeai.ops.clock import from_iso


class Claim(Struct, frozen=True, kw_only=True):
    """Who wants which slot; `moving` is the visit that would leave its place for it.

    `patient_id` None means that the contact has not said yet for whom.
    """

    wish: Wish
    patient_id: str | None
    starts: int
    professional_id: str
    contact_id: str
    now: dt.datetime
    moving: str | None = None


class Place(Struct, frozen=True, kw_only=True):
    """What a claim was granted: the slot, all that it takes, and what the contact has held until now."""

    slot: Slot
    service: Service
    professional: Professional
    taken: list[Busy]
    held: Appointment | None


def judge(tx: Transaction, context: ClinicContext, claim: Claim) -> Place | SlotTaken | OutsidePolicy:
    """Ask the rules and the agenda; expired holds in the way are deleted first."""
    service = context.service(claim.wish.service_id)
    professional = context.professional(claim.professional_id)
    if service is None:
        return OutsidePolicy(Refusal(Reason.UNKNOWN_SERVICE))
    if professional is None:
        return OutsidePolicy(Refusal(Reason.UNKNOWN_PROFESSIONAL))
    if claim.starts < claim.now.timestamp():
        return OutsidePolicy(Refusal(Reason.PAST))
    ledger.drop_expired_holds(tx, claim.now, around=claim.starts)
    held = store.held(tx, claim.contact_id, claim.now)
    ends = claim.starts + service.duration_minutes * 60
    taken = footprint(service, claim.starts, ends, professional.id, claim.patient_id)
    verdict = _verdict(tx, context, claim, taken, held)
    if isinstance(verdict, Slot):
        return Place(slot=verdict, service=service, professional=professional, taken=taken, held=held)
    if verdict.reason is not Reason.TAKEN:
        return OutsidePolicy(verdict)
    if _stands_in_own_way(tx, claim, ends):
        return OutsidePolicy(Refusal(Reason.PATIENT_BUSY))
    return SlotTaken(claim.starts)


def _stands_in_own_way(tx: Transaction, claim: Claim, ends: int) -> bool:
    """Whether a visit the contact booked themselves has taken the slot: nobody else is to blame."""
    return any(
        visit.professional_id == claim.professional_id and visit.starts < ends and claim.starts < visit.ends
        for visit in store.upcoming(tx, claim.contact_id, claim.now)
    )


def _verdict(
    tx: Transaction, context: ClinicContext, claim: Claim, taken: list[Busy], held: Appointment | None
) -> Slot | Refusal:
    day = dt.datetime.fromtimestamp(claim.starts, ZoneInfo(context.time_zone)).date()
    busy = store.busy(
        tx,
        {place.resource for place in taken},
        min(place.starts for place in taken),
        max(place.ends for place in taken),
        now=claim.now,
        exclude_appointment=claim.moving,
        for_contact=claim.contact_id,
    )
    counts = store.day_counts(
        tx, day, day, now=claim.now, exclude_appointment=claim.moving, for_contact=claim.contact_id
    )
    return bookable(
        context,
        structs.replace(claim.wish, patient_id=claim.patient_id),
        claim.starts,
        claim.professional_id,
        busy=busy,
        counts=counts,
        now=_asked_at(claim, held),
    )


def _asked_at(claim: Claim, held: Appointment | None) -> dt.datetime:
    """A held slot was granted when it was held: the notice must not run out while the patient thinks."""
    if held is not None and (held.starts, held.professional_id, held.service_id) == (
        claim.starts,
        claim.professional_id,
        claim.wish.service_id,
    ):
        return from_iso(held.created_at)
    return claim.now
