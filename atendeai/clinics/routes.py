"""Clinics over HTTP: which there are, rename one, suspend and resume it, erase it."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import anyio
from litestar import Response, delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import Meta, Struct

from atendeai import lifecycle
from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicBusy, ClinicFileBroken, ClinicFiles
from atendeai.clinics import listing
from atendeai.clinics.listing import Sort
from atendeai.clinics.problems import unknown_clinic
from atendeai.lifecycle import NotSuspended
from atendeai.ops.clock import Clock
from atendeai.ops.http import Cursor, IfMatch, Limit, Page, check_match, position, problems, tagged
from atendeai.ops.problem import Problem
from atendeai.registry import ClinicRow, Status

TAGS = ["Clinics"]


class ClinicChanges(Struct, frozen=True, forbid_unknown_fields=True):
    """What the registry says of a clinic. What its patients are told stands in its context."""

    name: Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S", examples=["Clínica Vila Serena"])]


class NewStatus(Struct, frozen=True, forbid_unknown_fields=True):
    """`suspended`: its numbers answer nothing, and nobody of it logs in. What patients write is kept."""

    status: Status


class ErasedClinic(Struct, frozen=True):
    """The clinic that was. `export` is the file that was made first, in `exports` of the server's data directory."""

    clinic: ClinicRow
    export: str | None


@get("/api/clinics", opt=may("clinics:list"), summary="List clinics", tags=TAGS, responses=problems())
async def list_clinics(
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    status: FromQuery[Status | None] = None,
    q: Annotated[str, QueryParameter(max_length=200, description="Part of a name or an id.")] = "",
    sort: Annotated[Sort, QueryParameter(description="By what; with a hyphen before it, backwards.")] = "name",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[ClinicRow]:
    """Every clinic, for those who run the installation; for everybody else their own."""
    wanted, after = listing.Wanted(status=status, q=q, sort=sort), position(cursor)
    rows = [row for row in await anyio.to_thread.run_sync(files.clinics) if principal.clinic_id in (None, row.id)]
    return listing.listed(rows, wanted, limit, after)


@get(
    "/api/clinics/{clinic_id:str}",
    opt=may("clinics:read"),
    summary="Look at a clinic",
    tags=TAGS,
    responses=problems(404),
)
async def read_clinic(clinic_id: FromPath[str], files: NamedDependency[ClinicFiles]) -> Response[ClinicRow]:
    """A clinic as the registry knows it, with the ETag for changing it."""
    row = await anyio.to_thread.run_sync(files.row, clinic_id)
    if row is None:
        raise unknown_clinic()
    return tagged(row, row.version)


@put(
    "/api/clinics/{clinic_id:str}",
    opt=may("clinics:update"),
    summary="Rename a clinic",
    tags=TAGS,
    responses=problems(404, 412),
)
async def update_clinic(
    clinic_id: FromPath[str],
    data: JSONBody[ClinicChanges],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> Response[ClinicRow]:
    """Change its name among clinics; the name that patients hear stands in the context."""
    check = partial(check_match, if_match)
    row = await anyio.to_thread.run_sync(
        lifecycle.rename, files, clinic_id, data.name, principal.who, clock.now(), check
    )
    return tagged(row, row.version)


@put(
    "/api/clinics/{clinic_id:str}/status",
    opt=may("clinics:suspend"),
    summary="Suspend a clinic, or resume it",
    tags=TAGS,
    responses=problems(404, 412),
)
async def switch_clinic(
    clinic_id: FromPath[str],
    data: JSONBody[NewStatus],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> Response[ClinicRow]:
    """It counts at once. Only those who run the installation can resume: the clinic's own people are locked out.

    Whoever wrote meanwhile is not answered late, but waits for a person.
    """
    check = partial(check_match, if_match)
    row = await anyio.to_thread.run_sync(
        lifecycle.switch, files, clinic_id, data.status, principal.who, clock.now(), check
    )
    return tagged(row, row.version)


@delete(
    "/api/clinics/{clinic_id:str}",
    status_code=200,
    opt=may("clinics:delete"),
    summary="Erase a suspended clinic",
    tags=TAGS,
    responses=problems(404, 409, 503),
)
async def delete_clinic(
    clinic_id: FromPath[str],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    export: Annotated[bool, QueryParameter(description="Keep an export on the server first.")] = True,
) -> ErasedClinic:
    """Remove its file, its media and its registration for good. It must have been suspended before."""
    try:
        erased = await anyio.to_thread.run_sync(
            partial(lifecycle.erase, files, clinic_id, principal.who, clock.now(), export=export)
        )
    except ClinicBusy:
        raise Problem(503, "clinic_busy", "The clinic's file is in use.", headers={"Retry-After": "30"}) from None
    except ClinicFileBroken as error:
        hint = "Erase it without an export: ?export=false"
        raise Problem(409, "not_exported", "The clinic cannot be exported.", hint, reason=error.reason) from None
    if isinstance(erased, NotSuspended):
        raise Problem(409, "not_suspended", "Only a suspended clinic can be erased.", "Suspend it first.")
    return ErasedClinic(erased.clinic, erased.export.name if erased.export else None)
