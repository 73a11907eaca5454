"""Looking at patients: each look is written down in the transaction that shows what was seen."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
from msgspec import Struct

from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.database import Database, Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso
from atendeai.ops.http import Page, Position
from atendeai.patients import listing, media, store
from atendeai.patients.export import Export, export
from atendeai.patients.listing import Sort, Sought
from atendeai.patients.store import LISTED, Patient, Related, Visit


class Record(Struct, frozen=True, kw_only=True):
    """A patient, their visits (the latest first), and for whom else the same number writes."""

    patient: Patient
    visits: list[Visit]
    related: list[Related]


def agenda_of(principal: Principal) -> str | None:
    """To whose agenda the caller's look is limited ("" for a professional without one); None is all of the clinic."""
    return principal.professional_id or "" if principal.role == "professional" else None


def listed(
    db: Database, principal: Principal, q: str, sort: Sort, limit: int, after: Position | None, at: dt.datetime
) -> Page[Patient]:
    """A page of patients. The search is done beforehand, not to keep others from writing."""
    sought = Sought(q=q, sort=sort, professional_id=agenda_of(principal))
    found = db.read(lambda tx: listing.search(tx, sought, limit, after))

    def work(tx: Transaction) -> list[Patient]:
        shown = store.some(tx, found.ids)
        told = {"ids": [patient.id for patient in shown], "searched": bool(q)}
        _seen(tx, principal, LISTED, "", told, at)
        return shown

    return Page(db.write(work), found.total, found.next_cursor)


def read(tx: Transaction, principal: Principal, patient_id: str, at: dt.datetime) -> Record | None:
    """None for a patient who is unknown, or not in the professional's agenda."""
    own = agenda_of(principal)
    patient = store.one(tx, patient_id, own)
    if patient is None:
        return None
    _seen(tx, principal, "patients.read", patient.id, {}, at)
    visits = store.visits(tx, patient.id, own)
    return Record(patient=patient, visits=visits, related=store.related(tx, patient) if own is None else [])


def exported(
    tx: Transaction, files: ClinicFiles, principal: Principal, patient_id: str, at: dt.datetime
) -> Export | None:
    """None for an unknown patient."""
    patient = store.one(tx, patient_id, agenda_of(principal))
    if patient is None:
        return None
    _seen(tx, principal, "patients.exported", patient.id, {}, at)
    for other in store.related(tx, patient):  # all of them are shown
        _seen(tx, principal, "patients.exported", other.id, {"with": patient.id}, at)
    names = [path.name for path in media.of(tx, files.media(principal.clinic), patient.contact_id)]
    return export(tx, patient, clinic_id=principal.clinic, consent=_consent(tx), media=names, at=at)


def _consent(tx: Transaction) -> str:
    try:
        return versions.active(tx).policies.consent
    except versions.NoContext:
        return ""


def _seen(
    tx: Transaction, principal: Principal, action: str, subject_id: str, told: dict[str, Any], at: dt.datetime
) -> None:
    detail = msgspec.json.encode(told).decode()
    audit.write(
        tx, at=iso(at), who=principal.who, action=action, subject="patients", subject_id=subject_id, detail=detail
    )
