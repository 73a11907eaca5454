"""Taking, holding, moving and giving back places in the agenda, each inside one write transaction.

Outcomes are values. The triggers on `occupancy` are what keeps two visits apart; the look before only
tells the patient why. `starts` is in UTC seconds, `now` is aware, `by` names who asked, for the history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import apsw
from msgspec import structs

from atendeai.appointment import ledger, store
from atendeai.appointment.claim import Claim, Place, judge
from atendeai.appointment.model import (
    Appointment,
    Booked,
    Busy,
    Cancelled,
    Held,
    Moved,
    NotFound,
    OutsidePolicy,
    PresenceConfirmed,
    SlotTaken,
    Wish,
)
from atendeai.clinics.context import ClinicContext
from atendeai.database import Transaction
from atendeai.ops.clock import seconds
from atendeai.ops.ids import new_id


def book(
    tx: Transaction,
    context: ClinicContext,
    *,
    wish: Wish,
    starts: int,
    professional_id: str,
    contact_id: str,
    patient_id: str,
    request_key: str | None,
    source: str,
    now: dt.datetime,
    by: str,
) -> Booked | SlotTaken | OutsidePolicy:
    """Book the slot; a `request_key` that has booked before gets its receipt again, as it stands now.

    What the contact holds becomes the visit, at the price that was named when it was held.
    """
    receipt = None if request_key is None else store.appointment_of_request(tx, request_key)
    if receipt is not None:
        return Booked(receipt)
    claim = Claim(
        wish=wish,
        patient_id=patient_id,
        starts=starts,
        professional_id=professional_id,
        contact_id=contact_id,
        now=now,
    )
    place = judge(tx, context, claim)
    if not isinstance(place, Place):
        return place
    entry = _entry(context, claim, place, patient_id, source)
    entry = structs.replace(entry, request_key=request_key, price_cents=_named_price(claim, place))
    try:
        with tx.savepoint():
            ledger.enter(tx, entry, place.taken, now)
            return Booked(ledger.record(tx, entry.id, "booked", by, now))
    except apsw.ConstraintError as refused:
        return _taken(refused, starts)


def hold(
    tx: Transaction,
    context: ClinicContext,
    *,
    wish: Wish,
    starts: int,
    professional_id: str,
    contact_id: str,
    source: str,
    now: dt.datetime,
    by: str,
    patient_id: str | None = None,
    minutes: int | None = None,
    moving: str | None = None,
) -> Held | SlotTaken | OutsidePolicy:
    """Keep the slot while the contact is asked, instead of what they held before.

    `patient_id` None: they have not said yet for whom. `minutes` None: the clinic's `hold_minutes`.
    `moving` is the visit that may move there.
    """
    claim = Claim(
        wish=wish,
        patient_id=patient_id,
        starts=starts,
        professional_id=professional_id,
        contact_id=contact_id,
        now=now,
        moving=moving,
    )
    place = judge(tx, context, claim)
    if not isinstance(place, Place):
        return place
    expires = seconds(now) + 60 * (minutes or context.scheduling_policies.hold_minutes)
    on_record = patient_id or store.stand_in_patient(tx, contact_id, now)
    entry = _entry(context, claim, place, on_record, source)
    entry = structs.replace(entry, status="held", hold_expires=expires)
    try:
        with tx.savepoint():
            # Where the visit that may move already stands nothing is left to hold.
            ledger.enter(tx, entry, _beyond(place.taken, store.occupied(tx, moving)), now)
            ledger.record(tx, entry.id, "held", by, now)
            return Held(place.slot, expires)
    except apsw.ConstraintError as refused:
        return _taken(refused, starts)


def release(tx: Transaction, contact_id: str) -> None:
    """Let go of whatever the contact holds."""
    ledger.drop_holds_of(tx, contact_id)


def move(
    tx: Transaction,
    context: ClinicContext,
    appointment_id: str,
    *,
    starts: int,
    professional_id: str,
    now: dt.datetime,
    by: str,
    contact_id: str | None = None,
) -> Moved | SlotTaken | OutsidePolicy | NotFound:
    """Move a visit that is not over: same id, price and history; its old place is kept until the new is won.

    With `contact_id` only that contact's own visit is found. A confirmed presence was for the old time.
    """
    visit = _standing(tx, appointment_id, contact_id, now)
    if visit is None:
        return NotFound(appointment_id)
    if (visit.starts, visit.professional_id) == (starts, professional_id):
        return Moved(visit, visit.local_start)
    claim = Claim(
        wish=Wish(service_id=visit.service_id, insurance=visit.insurance),
        patient_id=visit.patient_id,
        starts=starts,
        professional_id=professional_id,
        contact_id=visit.contact_id,
        now=now,
        moving=visit.id,
    )
    place = judge(tx, context, claim)
    if not isinstance(place, Place):
        return place
    try:
        with tx.savepoint():
            ledger.drop_holds_of(tx, visit.contact_id)
            ledger.relocate(tx, visit.id, place.slot, place.professional.shown, context.time_zone, now)
            ledger.occupy(tx, visit.id, place.taken)
            return Moved(ledger.record(tx, visit.id, "moved", by, now), visit.local_start)
    except apsw.ConstraintError as refused:
        return _taken(refused, starts)


def cancel(
    tx: Transaction,
    context: ClinicContext,
    appointment_id: str,
    *,
    now: dt.datetime,
    by: str,
    contact_id: str | None = None,
) -> Cancelled | NotFound:
    """Call a visit off that is not over; its place is free at once."""
    visit = _standing(tx, appointment_id, contact_id, now)
    if visit is None:
        return NotFound(appointment_id)
    ledger.set_status(tx, visit.id, "cancelled", now)
    ledger.occupy(tx, visit.id, [])
    late = is_late(visit, context.scheduling_policies.cancellation_hours, now)
    return Cancelled(ledger.record(tx, visit.id, "cancelled", by, now), late)


def confirm(
    tx: Transaction, appointment_id: str, *, now: dt.datetime, by: str, contact_id: str | None = None
) -> PresenceConfirmed | NotFound:
    """Note that the patient is coming; saying so twice changes nothing."""
    visit = _standing(tx, appointment_id, contact_id, now)
    if visit is None:
        return NotFound(appointment_id)
    if visit.status == "confirmed":
        return PresenceConfirmed(visit)
    ledger.set_status(tx, visit.id, "confirmed", now)
    return PresenceConfirmed(ledger.record(tx, visit.id, "confirmed", by, now))


def is_late(visit: Appointment, hours: int, now: dt.datetime) -> bool:
    """Whether fewer than so many hours are left before a visit."""
    return visit.starts - now.timestamp() < hours * 3600


def _standing(tx: Transaction, appointment_id: str, contact_id: str | None, now: dt.datetime) -> Appointment | None:
    """A visit that can still be moved, called off or confirmed by whoever asks."""
    visit = store.appointment(tx, appointment_id)
    if visit is None or visit.status not in ("scheduled", "confirmed") or visit.ends <= now.timestamp():
        return None
    return visit if contact_id in (None, visit.contact_id) else None


def _entry(context: ClinicContext, claim: Claim, place: Place, patient_id: str, source: str) -> ledger.Entry:
    """The row of a visit: what the context says today is kept as it was promised."""
    return ledger.Entry(
        id=new_id() if place.held is None else place.held.id,
        patient_id=patient_id,
        contact_id=claim.contact_id,
        service_id=place.service.id,
        service_name=place.service.name,
        professional_id=place.professional.id,
        professional_name=place.professional.shown,
        local_start=place.slot.local_start,
        tz=context.time_zone,
        starts=place.slot.starts,
        ends=place.slot.ends,
        status="scheduled",
        insurance=claim.wish.insurance,
        price_cents=_price(claim, place),
        source=source,
    )


def _named_price(claim: Claim, place: Place) -> int | None:
    """Cents that the patient heard: those of the hold, when it was for the same."""
    held = place.held
    if held is not None and (held.service_id, held.insurance) == (place.service.id, claim.wish.insurance):
        return held.price_cents
    return _price(claim, place)


def _price(claim: Claim, place: Place) -> int | None:
    """Cents; under a plan there is no price to name."""
    return place.service.price_cents if claim.wish.insurance is None else None


def _beyond(taken: Sequence[Busy], own: Sequence[Busy]) -> list[Busy]:
    """What of `taken` is not already one's own place."""
    left = list(taken)
    for kept in own:
        left = [piece for place in left for piece in _cut(place, kept)]
    return left


def _cut(place: Busy, kept: Busy) -> list[Busy]:
    if place.resource != kept.resource or kept.ends <= place.starts or place.ends <= kept.starts:
        return [place]
    before = Busy(place.resource, place.starts, kept.starts)
    after = Busy(place.resource, kept.ends, place.ends)
    return [piece for piece in (before, after) if piece.starts < piece.ends]


def _taken(refused: apsw.ConstraintError, starts: int) -> SlotTaken:
    """The trigger's word; any other broken constraint is an accident and goes on."""
    if "slot_taken" not in str(refused):
        raise refused
    return SlotTaken(starts)
