"""The agenda's writing SQL: rows of `appointments`, what they occupy, and their history.

A visit occupies its places exactly while it is held, scheduled, confirmed or checked in; overlapping rows
are refused by triggers with `apsw.ConstraintError("slot_taken")`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct, structs

from atendeai.appointment import store
from atendeai.appointment.model import Appointment, Busy, Slot
from atendeai.database import Transaction
from atendeai.ops.clock import iso, seconds


class Entry(Struct, frozen=True, kw_only=True):
    """A row of `appointments` as it is first written; `hold_expires` in UTC seconds."""

    id: str
    patient_id: str
    contact_id: str
    service_id: str
    service_name: str
    professional_id: str
    professional_name: str
    local_start: str
    tz: str
    starts: int
    ends: int
    status: str
    insurance: str | None
    price_cents: int | None
    source: str
    hold_expires: int | None = None
    request_key: str | None = None


def enter(tx: Transaction, entry: Entry, taken: Sequence[Busy], now: dt.datetime) -> None:
    """Write a visit or a hold with its places.

    An entry of the same id (a hold) is written over, and keeps the moment at which its slot was granted.
    """
    names = Entry.__struct_fields__
    tx.run(
        f"""
        insert into appointments({", ".join(names)}, created_at, updated_at)
        values({", ".join(f":{name}" for name in names)}, :at, :at)
        on conflict(id) do update set version = version + 1,
          created_at = case when (starts, professional_id) = (excluded.starts, excluded.professional_id)
            then created_at else excluded.created_at end,
          {", ".join(f"{name} = excluded.{name}" for name in names)}, updated_at = excluded.updated_at
        """,
        structs.asdict(entry) | {"at": iso(now)},
    )
    occupy(tx, entry.id, taken)


def relocate(
    tx: Transaction, appointment_id: str, slot: Slot, professional_name: str, tz: str, now: dt.datetime
) -> None:
    """Put a visit at another slot, not yet confirmed there; its places are for `occupy`."""
    tx.run(
        """
        update appointments set professional_id = :professional_id, professional_name = :name, tz = :tz,
          local_start = :local_start, starts = :starts, ends = :ends, status = 'scheduled',
          version = version + 1, updated_at = :at
        where id = :id
        """,
        structs.asdict(slot) | {"id": appointment_id, "name": professional_name, "tz": tz, "at": iso(now)},
    )


def set_status(tx: Transaction, appointment_id: str, status: str, now: dt.datetime) -> None:
    tx.run(
        "update appointments set status = ?, version = version + 1, updated_at = ? where id = ?",
        (status, iso(now), appointment_id),
    )


def occupy(tx: Transaction, appointment_id: str, taken: Sequence[Busy]) -> None:
    """Make these its places and no others."""
    # Deletes before it inserts: rows that shift one by one would trip the trigger over their own neighbours.
    tx.run("delete from occupancy where appointment_id = ?", (appointment_id,))
    tx.run_many(
        "insert into occupancy(appointment_id, resource, starts, ends) values(?, ?, ?, ?)",
        [(appointment_id, place.resource, place.starts, place.ends) for place in taken],
    )


def record(tx: Transaction, appointment_id: str, change: str, by: str, now: dt.datetime) -> Appointment:
    """Add what just happened to the history and return the visit as it now stands."""
    tx.run(
        """
        insert into appointment_history(appointment_id, version, change, local_start, status, by, at)
        select id, version, ?, local_start, status, ?, ? from appointments where id = ?
        """,
        (change, by, iso(now), appointment_id),
    )
    visit = store.appointment(tx, appointment_id)
    if visit is None:
        raise LookupError(f"appointment {appointment_id} is not there to be recorded")
    return visit


def drop_holds_of(tx: Transaction, contact_id: str) -> None:
    tx.run("delete from appointments where contact_id = ? and status = 'held'", (contact_id,))


def drop_expired_holds(tx: Transaction, now: dt.datetime, around: int | None = None) -> int:
    """Delete holds whose time is up, all of them or those that could reach an instant; return how many."""
    if around is None:
        return tx.run("delete from appointments where status = 'held' and hold_expires <= ?", (seconds(now),))
    return tx.run(
        "delete from appointments where starts between ? and ? and status = 'held' and hold_expires <= ?",
        (around - store.REACH, around + store.REACH, seconds(now)),
    )
