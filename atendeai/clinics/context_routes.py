"""What a clinic's receptionist knows, over HTTP: the whole document, its hours, its rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import anyio
from litestar import Request, Response, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Struct

from atendeai import within
from atendeai.appointment.model import Appointment
from atendeai.appointment.outside import upcoming_outside
from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import changes, sections
from atendeai.clinics.changes import Author
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.diff import Change
from atendeai.clinics.problems import fields, invalid_context, no_context
from atendeai.clinics.reading import read_context
from atendeai.clinics.sections import Checked, SchedulingRules, WorkingHours
from atendeai.database import Transaction
from atendeai.ops.clock import Clock
from atendeai.ops.http import FieldError, IfMatch, check_match, problems, tagged

T = TypeVar("T")
TAGS = ["Clinics"]


class LoadedContext(Struct, frozen=True):
    """The version in force, what differs from the one before, and what the document lacks but can do without."""

    version: int
    changes: list[Change]
    warnings: list[FieldError]


class VisitOutside(Struct, frozen=True, kw_only=True):
    """A visit that stands although nobody would be there; `local_start` is wall time of the clinic."""

    id: str
    patient_id: str
    professional_id: str
    professional_name: str
    service_name: str
    local_start: str
    minutes: int


class ChangedHours(WorkingHours, frozen=True, kw_only=True):
    """Working hours as they are now; `outside` are the visits to come that do not lie within them."""

    outside: list[VisitOutside]
    warnings: list[FieldError]


@get(
    "/api/clinics/{clinic_id:str}/context",
    opt=may("context:read"),
    summary="Read the context document",
    tags=TAGS,
    responses=problems(404),
)
async def read_whole_context(clinic_id: FromPath[str], files: NamedDependency[ClinicFiles]) -> Response[ClinicContext]:
    """Everything the receptionist knows of the clinic. What is left out has its default."""
    version, context = await anyio.to_thread.run_sync(within.read, files, clinic_id, _context)
    return tagged(context, version)


@put(
    "/api/clinics/{clinic_id:str}/context",
    opt=may("context:update"),
    summary="Replace the context document",
    tags=TAGS,
    responses=problems(404, 412, 413, 422),
)
async def replace_context(
    clinic_id: FromPath[str],
    data: JSONBody[dict[str, Any]],
    request: Request[Any, Any, Any],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> Response[LoadedContext]:
    """Put a document in force as a new version; every problem is listed with its place.

    Documents are read liberally, in Portuguese too: the JSON Schema is what `atendeai context schema` prints.
    """
    body = await request.body()  # as it was sent: what stands twice in it shall be noticed
    author, check = Author(principal.who, principal.name), partial(check_match, if_match)
    loaded = await anyio.to_thread.run_sync(_load, files, clinic_id, body, author, clock.now(), check)
    return tagged(loaded, loaded.version)


@get(
    "/api/clinics/{clinic_id:str}/working-hours",
    opt=may("working_hours:read"),
    summary="Read the working hours",
    tags=TAGS,
    responses=problems(404),
)
async def read_working_hours(clinic_id: FromPath[str], files: NamedDependency[ClinicFiles]) -> Response[WorkingHours]:
    """Weekly hours, exceptional days, holidays and closures. The ETag is that of the context."""
    version, context = await anyio.to_thread.run_sync(within.read, files, clinic_id, _context)
    return tagged(sections.hours_of(context), version)


@put(
    "/api/clinics/{clinic_id:str}/working-hours",
    opt=may("working_hours:update"),
    summary="Replace the working hours",
    tags=TAGS,
    responses=problems(404, 412, 422),
)
async def replace_working_hours(
    clinic_id: FromPath[str],
    data: JSONBody[WorkingHours],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> Response[ChangedHours]:
    """Replace them all. Existing visits stay as they are: those that now fall outside are listed in `outside`."""
    now = clock.now()

    def work(tx: Transaction) -> tuple[int, Checked, list[Appointment]]:
        version, checked = _change(
            tx, lambda old: sections.with_hours(old, data), "working_hours", principal, now, if_match
        )
        return version, checked, upcoming_outside(tx, checked.context, now)

    version, checked, outside = await anyio.to_thread.run_sync(within.write, files, clinic_id, work)
    hours = sections.hours_of(checked.context)
    answer = ChangedHours(
        working_hours=hours.working_hours,
        exceptions=hours.exceptions,
        holidays=hours.holidays,
        closures=hours.closures,
        outside=[_visit(one) for one in outside],
        warnings=fields(checked.warnings),
    )
    return tagged(answer, version)


@get(
    "/api/clinics/{clinic_id:str}/scheduling-policies",
    opt=may("scheduling_policies:read"),
    summary="Read the scheduling policies",
    tags=TAGS,
    responses=problems(404),
)
async def read_scheduling_policies(
    clinic_id: FromPath[str], files: NamedDependency[ClinicFiles]
) -> Response[SchedulingRules]:
    """The rules for visits booked without a person. The ETag is that of the context."""
    version, context = await anyio.to_thread.run_sync(within.read, files, clinic_id, _context)
    return tagged(sections.rules_of(context), version)


@put(
    "/api/clinics/{clinic_id:str}/scheduling-policies",
    opt=may("scheduling_policies:update"),
    summary="Replace the scheduling policies",
    tags=TAGS,
    responses=problems(404, 412, 422),
)
async def replace_scheduling_policies(
    clinic_id: FromPath[str],
    data: JSONBody[SchedulingRules],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> Response[SchedulingRules]:
    """Replace them all; what is left out has its default again."""
    now = clock.now()

    def work(tx: Transaction) -> tuple[int, Checked]:
        return _change(tx, lambda old: sections.with_rules(old, data), "scheduling_policies", principal, now, if_match)

    version, checked = await anyio.to_thread.run_sync(within.write, files, clinic_id, work)
    return tagged(sections.rules_of(checked.context), version)


def _context(tx: Transaction) -> tuple[int, ClinicContext]:
    version, context = changes.in_force(tx)
    if context is None:
        raise no_context()
    return version, context


def _load(
    files: ClinicFiles, clinic_id: str, body: bytes, author: Author, at: dt.datetime, check: changes.Check
) -> LoadedContext:
    reading = read_context(body)
    context = reading.context
    if context is None:
        raise invalid_context(reading.problems)
    loaded = within.write(files, clinic_id, lambda tx: changes.load(tx, context, "context", author, at, check))
    return LoadedContext(loaded.version, loaded.changes, fields(reading.problems))


def _change(
    tx: Transaction,
    alter: Callable[[ClinicContext], Checked],
    section: str,
    principal: Principal,
    at: dt.datetime,
    if_match: str | None,
) -> tuple[int, Checked]:
    _, old = _context(tx)
    checked = alter(old)
    if checked.errors:
        raise invalid_context(checked.errors)
    author = Author(principal.who, principal.name)
    loaded = changes.load(tx, checked.context, section, author, at, partial(check_match, if_match))
    return loaded.version, checked


def _visit(visit: Appointment) -> VisitOutside:
    return VisitOutside(
        id=visit.id,
        patient_id=visit.patient_id,
        professional_id=visit.professional_id,
        professional_name=visit.professional_name,
        service_name=visit.service_name,
        local_start=visit.local_start,
        minutes=(visit.ends - visit.starts) // 60,
    )
