"""Patients over HTTP: who they are, all that is kept about them, and forgetting them (LGPD, articles 18 and 19)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import anyio
from litestar import Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Database, Transaction
from atendeai.ops.clock import Clock
from atendeai.ops.http import Cursor, Limit, Page, position, problems
from atendeai.ops.problem import Problem
from atendeai.patients import erasure, records
from atendeai.patients.erasure import Erasure
from atendeai.patients.export import Export
from atendeai.patients.listing import Sort
from atendeai.patients.records import Record
from atendeai.patients.store import Patient

T = TypeVar("T")
TAGS = ["Patients"]


@get("/api/patients", opt=may("patients:list"), summary="List patients", tags=TAGS, responses=problems())
async def list_patients(
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    q: Annotated[str, QueryParameter(max_length=200, description="Words of a name, or digits of a phone.")] = "",
    sort: Annotated[Sort, QueryParameter(description="By what; with a hyphen before it, backwards.")] = "name",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[Patient]:
    """Patients, and those who wrote and were never booked; a professional sees those of their own agenda."""
    after = position(cursor)
    return await _in_clinic(
        files, principal, lambda db: records.listed(db, principal, q, sort, limit, after, clock.now())
    )


@get(
    "/api/patients/{patient_id:str}",
    opt=may("patients:read"),
    summary="Look at a patient",
    tags=TAGS,
    responses=problems(404),
)
async def read_patient(
    patient_id: FromPath[str],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
) -> Record:
    """Who it is, and their visits."""

    def work(tx: Transaction) -> Record | None:
        return records.read(tx, principal, patient_id, clock.now())

    return _known(await _in_clinic(files, principal, lambda db: db.write(work)))


@get(
    "/api/patients/{patient_id:str}/export",
    opt=may("patients:export"),
    summary="Everything kept about a patient",
    tags=TAGS,
    responses=problems(404),
)
async def export_patient(
    patient_id: FromPath[str],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
) -> Response[Export]:
    """Contact, conversations, memory, visits, consent, and who looked at it, as one readable document."""

    def work(tx: Transaction) -> Export | None:
        return records.exported(tx, files, principal, patient_id, clock.now())

    found = _known(await _in_clinic(files, principal, lambda db: db.write(work)))
    name = f'attachment; filename="patient-{patient_id}.json"'
    return Response(found, headers={"Content-Disposition": name, "Cache-Control": "no-store"})


@post(
    "/api/patients/{patient_id:str}/erase",
    status_code=200,
    opt=may("patients:erase"),
    summary="Forget a patient",
    tags=TAGS,
    responses=problems(404),
)
async def erase_patient(
    patient_id: FromPath[str],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
) -> Erasure:
    """Erase who they are and all they said, with everybody their number writes for. Visits stay, without a name.

    It cannot be undone; export first. The same number writing again is somebody new. Repeating it is harmless.
    """
    directory = files.media(principal.clinic)

    def work(db: Database) -> Erasure | None:
        return erasure.erase(db, files.quarantine(), directory, patient_id, who=principal.who, now=clock.now())

    return _known(await _in_clinic(files, principal, work))


async def _in_clinic(files: ClinicFiles, principal: Principal, work: Callable[[Database], T]) -> T:
    def lent() -> T:
        with files.clinic(principal.clinic) as db:
            return work(db)

    return await anyio.to_thread.run_sync(lent)


def _known(found: T | None) -> T:
    if found is None:
        raise Problem(404, "unknown_patient", "There is no such patient.")
    return found
