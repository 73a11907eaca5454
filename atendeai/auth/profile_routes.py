"""One's own account over HTTP: the profile, and where one is logged in."""

from __future__ import annotations

import anyio
from litestar import Response, delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from atendeai.auth import profile
from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.auth.profile import Device, Profile, ProfileChanges
from atendeai.clinic_files import ClinicFiles
from atendeai.ops.clock import Clock, iso
from atendeai.ops.http import Cursor, IfMatch, Limit, Page, Position, page, position, problems, tagged
from atendeai.ops.problem import Problem

TAGS = ["Auth"]


@get("/api/auth/profile", opt=may("profile:read"), summary="Who one is", tags=TAGS, responses=problems())
async def read_profile(principal: NamedDependency[Principal], files: NamedDependency[ClinicFiles]) -> Response[Profile]:
    """Name, role and permissions, language and notifications; with an ETag."""
    shown = await anyio.to_thread.run_sync(profile.read, files, principal)
    return tagged(shown.profile, shown.version)


@put("/api/auth/profile", opt=may("profile:update"), summary="Change one's profile", tags=TAGS, responses=problems(412))
async def update_profile(
    data: JSONBody[ProfileChanges],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> Response[Profile]:
    """What is left out stays as it is."""
    shown = await anyio.to_thread.run_sync(profile.change, files, principal, data, if_match, clock.now())
    return tagged(shown.profile, shown.version)


@get("/api/auth/sessions", opt=may("sessions:read"), summary="Where one is logged in", tags=TAGS, responses=problems())
async def list_sessions(
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[Device]:
    """One's devices, the latest used first."""
    after = position(cursor)
    found = await anyio.to_thread.run_sync(profile.devices, files, principal, clock.now())
    rest = [one for one in found if after is None or [_at(one).value, one.id] < [str(after.value), str(after.id)]]
    return page(rest, limit, len(found), _at)


def _at(device: Device) -> Position:
    return Position(iso(device.last_used_at), device.id)


@delete(
    "/api/auth/sessions/{session_id:str}",
    opt=may("sessions:end"),
    summary="Log a device out",
    tags=TAGS,
    responses=problems(404),
)
async def end_session(
    session_id: FromPath[str],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
) -> None:
    """End one of one's own sessions; its tokens count no more from now on."""
    if not await anyio.to_thread.run_sync(profile.end, files, principal, session_id, clock.now()):
        raise Problem(404, "unknown_session", "There is no such session.")
