"""The agenda's SQL: who is seen when, and what that takes. Times are UTC seconds, `now` is aware."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable

from msgspec import Struct, structs

from atendeai.appointment.desk import CLINIC, Counts
from atendeai.appointment.model import Appointment, Busy
from atendeai.database import Transaction
from atendeai.ops.clock import iso, seconds
from atendeai.ops.ids import new_id

# All that a visit takes lies within so many seconds of its start: an index on the start bounds every look.
REACH = 172_800

_APPOINTMENT = """
  select a.id, a.patient_id, a.contact_id, p.name as patient_name, a.service_id, a.service_name,
    a.professional_id, a.professional_name, a.local_start, a.tz, a.starts, a.ends, a.status, a.insurance,
    a.price_cents, a.version, a.source, a.created_at
  from appointments a join patients p on p.id = a.patient_id
"""


class Patient(Struct, frozen=True, kw_only=True):
    """Somebody the clinic sees; `contact_id` is who writes for them."""

    id: str
    contact_id: str
    name: str
    insurance: str | None = None


def busy(
    tx: Transaction,
    resources: Iterable[str] | None,
    first_utc: int,
    last_utc: int,
    *,
    now: dt.datetime,
    exclude_appointment: str | None = None,
    for_contact: str | None = None,
) -> list[Busy]:
    """What is taken between two instants, of these resources or (None) of all.

    Expired holds take nothing. What `for_contact` holds is left out: nobody stands in their own way.
    """
    return tx.rows(
        Busy,
        """
        select o.resource, o.starts, o.ends
        from appointments a indexed by appointments_by_time
          cross join occupancy o on o.appointment_id = a.id
        where a.starts between :first - :reach and :last + :reach
          and o.starts < :last and o.ends > :first
          and (a.status <> 'held' or a.hold_expires > :now and a.contact_id is not :contact)
          and a.id is not :excluded
          and (:resources is null or o.resource in (select value from json_each(:resources)))
        """,
        {
            "first": first_utc,
            "last": last_utc,
            "reach": REACH,
            "now": seconds(now),
            "excluded": exclude_appointment,
            "contact": for_contact,
            "resources": None if resources is None else json.dumps(list(resources)),
        },
    )


def occupied(tx: Transaction, appointment_id: str | None) -> list[Busy]:
    """The places of one visit."""
    return tx.rows(Busy, "select resource, starts, ends from occupancy where appointment_id = ?", (appointment_id,))


def day_counts(
    tx: Transaction,
    first: dt.date,
    last: dt.date,
    *,
    now: dt.datetime,
    exclude_appointment: str | None = None,
    for_contact: str | None = None,
) -> Counts:
    """Visits per local day for the clinic, each professional and each service.

    What was cancelled or missed leaves its place to others; for holds see `busy`.
    """
    rows = tx.dicts(
        """
        select substr(local_start, 1, 10) as day, professional_id, service_id, count(*) as visits
        from appointments indexed by appointments_by_time
        where starts between :first - :reach and :last + :reach
          and substr(local_start, 1, 10) between :first_day and :last_day
          and (status in ('scheduled', 'confirmed', 'checked_in', 'completed')
            or status = 'held' and hold_expires > :now and contact_id is not :contact)
          and id is not :excluded
        group by 1, 2, 3
        """,
        {
            "first": _utc_midnight(first),
            "last": _utc_midnight(last),
            "reach": REACH,
            "first_day": first.isoformat(),
            "last_day": last.isoformat(),
            "now": seconds(now),
            "excluded": exclude_appointment,
            "contact": for_contact,
        },
    )
    counts: dict[tuple[dt.date, str], int] = {}
    for row in rows:
        day = dt.date.fromisoformat(row["day"])
        for key in (CLINIC, f"prof:{row['professional_id']}", f"service:{row['service_id']}"):
            counts[day, key] = counts.get((day, key), 0) + row["visits"]
    return counts


def load(tx: Transaction, first_utc: int, last_utc: int) -> dict[str, int]:
    """Booked minutes per professional between two instants, by the start of the visit."""
    rows = tx.dicts(
        """
        select professional_id, sum(ends - starts) / 60 as minutes from appointments
        where starts >= ? and starts < ? and status in ('scheduled', 'confirmed', 'checked_in', 'completed')
        group by 1
        """,
        (first_utc, last_utc),
    )
    return {row["professional_id"]: row["minutes"] for row in rows}


def appointment(tx: Transaction, appointment_id: str) -> Appointment | None:
    return tx.row(Appointment, f"{_APPOINTMENT} where a.id = ?", (appointment_id,))


def appointment_of_request(tx: Transaction, request_key: str) -> Appointment | None:
    """What that message and action already booked."""
    return tx.row(Appointment, f"{_APPOINTMENT} where a.request_key = ?", (request_key,))


def held(tx: Transaction, contact_id: str, now: dt.datetime) -> Appointment | None:
    """The slot that waits for the contact's yes."""
    return tx.row(
        Appointment,
        f"{_APPOINTMENT} where a.contact_id = ? and a.status = 'held' and a.hold_expires > ?",
        (contact_id, seconds(now)),
    )


def upcoming(tx: Transaction, contact_id: str, now: dt.datetime) -> list[Appointment]:
    """The contact's visits that are not over yet, soonest first; holds are no visits."""
    return tx.rows(
        Appointment,
        f"""{_APPOINTMENT} where a.contact_id = ? and a.starts > ? - {REACH} and a.ends > ?
          and a.status in ('scheduled', 'confirmed', 'checked_in') order by a.starts, a.id""",
        (contact_id, seconds(now), seconds(now)),
    )


def agenda(tx: Transaction, from_utc: int, to_utc: int) -> list[Appointment]:
    """Every visit that starts in the stretch, by start; without holds and without what was cancelled."""
    return tx.rows(
        Appointment,
        f"""{_APPOINTMENT} where a.starts >= ? and a.starts < ? and a.status not in ('held', 'cancelled')
          order by a.starts, a.professional_id, a.id""",
        (from_utc, to_utc),
    )


def patients_of(tx: Transaction, contact_id: str) -> list[Patient]:
    """For whom a contact writes, in the order they were first named."""
    return tx.rows(
        Patient,
        """select id, contact_id, name, insurance from patients where contact_id = ? and name <> ''
          order by created_at, id""",
        (contact_id,),
    )


def ensure_patient(tx: Transaction, contact_id: str, name: str, insurance: str | None, at: dt.datetime) -> Patient:
    """The contact's patient of that name, made if new; a plan that is named replaces the one on record."""
    name = " ".join(name.split())
    known = next((p for p in patients_of(tx, contact_id) if p.name.casefold() == name.casefold()), None)
    if known is None:
        known = Patient(id=new_id(), contact_id=contact_id, name=name, insurance=insurance)
        _add(tx, known, at)
    elif insurance is not None and insurance != known.insurance:
        tx.run("update patients set insurance = ? where id = ?", (insurance, known.id))
        known = structs.replace(known, insurance=insurance)
    return known


def stand_in_patient(tx: Transaction, contact_id: str, at: dt.datetime) -> str:
    """Id of a patient for a hold before the contact has said for whom: nobody, who is not listed."""
    nobody = tx.value("select id from patients where contact_id = ? and name = ''", (contact_id,))
    if nobody is None:
        nobody = new_id()
        _add(tx, Patient(id=nobody, contact_id=contact_id, name=""), at)
    return str(nobody)


def _add(tx: Transaction, patient: Patient, at: dt.datetime) -> None:
    tx.run(
        "insert into patients(id, contact_id, name, insurance, created_at) values(?, ?, ?, ?, ?)",
        (patient.id, patient.contact_id, patient.name, patient.insurance, iso(at)),
    )


def is_known_patient(tx: Transaction, contact_id: str) -> bool:
    """Whether anybody this contact writes for has or had a visit that was not called off or missed."""
    found = tx.value(
        """select 1 from appointments where contact_id = ?
          and status in ('scheduled', 'confirmed', 'checked_in', 'completed') limit 1""",
        (contact_id,),
    )
    return found is not None


def _utc_midnight(day: dt.date) -> int:
    return seconds(dt.datetime.combine(day, dt.time(), dt.UTC))
