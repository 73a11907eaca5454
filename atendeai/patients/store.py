"""Whom the clinic sees: patients, and those who wrote and were never booked. SQL, `tx` first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from atendeai.database import Transaction

LISTED = "patients.listed"  # in the audit trail: who was shown in a list


class Patient(Struct, frozen=True, kw_only=True):
    """Somebody the clinic sees. `contact_id` is the number that writes for them, which may write for others too.

    Who wrote and was never booked has the id of their contact, and their name as WhatsApp tells it. `name` and
    `phone` are null once erased.
    """

    id: str
    contact_id: str
    name: str | None
    phone: str | None
    insurance: str | None
    channel: Literal["whatsapp", "api", "terminal"]
    opted_out: bool
    created_at: dt.datetime
    last_seen_at: dt.datetime
    erased_at: dt.datetime | None = None


class Visit(Struct, frozen=True, kw_only=True):
    """A visit of a patient; `local_start` is the clinic's wall time in `tz`."""

    id: str
    patient_id: str
    service_name: str
    professional_id: str
    professional_name: str
    local_start: str
    tz: str
    status: str


class Related(Struct, frozen=True):
    """Somebody else for whom the same number writes."""

    id: str
    name: str


class Found(Struct, frozen=True):
    """What a list is searched and sorted by."""

    id: str
    name: str | None
    phone: str | None
    last_seen_at: str


# A patient without a name stands in for nobody yet (a hold before it is said for whom): that is no patient.
_NAMED = "(p.name <> '' or p.erased_at is not null)"
_PEOPLE = f"""
  with people as (
    select p.id, p.contact_id, nullif(p.name, '') as name, p.insurance, p.created_at, p.erased_at, c.channel,
      coalesce(c.phone_e164, c.wa_id, c.user_id) as phone, c.opted_out, c.last_seen_at
    from patients p join contacts c on c.id = p.contact_id where {_NAMED}
    union all
    select c.id, c.id, c.name, null, c.created_at, c.erased_at, c.channel,
      coalesce(c.phone_e164, c.wa_id, c.user_id), c.opted_out, c.last_seen_at
    from contacts c where not exists(select 1 from patients p where p.contact_id = c.id and {_NAMED}))
"""  # noqa: S608 (constants)
# Of a professional only those in their own agenda; without one named, everybody.
_THEIRS = """
  (:professional is null or exists(select 1 from appointments a where a.patient_id = people.id
    and a.professional_id = :professional and a.status <> 'held'))
"""


def everybody(tx: Transaction, professional_id: str | None) -> list[Found]:
    """All who are not erased, in no order; of a professional, those of their agenda."""
    return tx.rows(
        Found,
        f"{_PEOPLE} select id, name, phone, last_seen_at from people where erased_at is null and {_THEIRS}",  # noqa: S608
        {"professional": professional_id},
    )


def some(tx: Transaction, ids: Sequence[str]) -> list[Patient]:
    """Those of these ids, in their order."""
    rows = tx.rows(
        Patient,
        f"{_PEOPLE} select * from people where id in (select value from json_each(?))",  # noqa: S608
        (msgspec.json.encode(list(ids)).decode(),),
    )
    by_id = {row.id: row for row in rows}
    return [by_id[one] for one in ids if one in by_id]


def one(tx: Transaction, patient_id: str, professional_id: str | None = None) -> Patient | None:
    """None when there is none, or not in that professional's agenda."""
    return tx.row(
        Patient,
        f"{_PEOPLE} select * from people where id = :id and {_THEIRS}",  # noqa: S608
        {"id": patient_id, "professional": professional_id},
    )


def related(tx: Transaction, patient: Patient) -> list[Related]:
    return tx.rows(
        Related,
        "select id, name from patients where contact_id = ? and id <> ? and name <> '' order by name, id",
        (patient.contact_id, patient.id),
    )


def visits(tx: Transaction, patient_id: str, professional_id: str | None = None) -> list[Visit]:
    """The latest first; slots that are only held are none. Of a professional, those with them."""
    return tx.rows(
        Visit,
        "select id, patient_id, service_name, professional_id, professional_name, local_start, tz, status"
        " from appointments where patient_id = :id and status <> 'held'"
        " and (:professional is null or professional_id = :professional) order by starts desc, id",
        {"id": patient_id, "professional": professional_id},
    )
