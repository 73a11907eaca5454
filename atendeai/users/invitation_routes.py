"""Inviting people into a clinic over HTTP."""

from __future__ import annotations

from collections.abc import Callable

import anyio
from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody
from msgspec import Struct

from atendeai import within
from atendeai.auth import accounts
from atendeai.auth.account_answers import allowed, known
from atendeai.auth.account_rules import actor
from atendeai.auth.accounts import Invited, NewUser
from atendeai.auth.once import ONCE, CreatesOnce
from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.ops.clock import Clock
from atendeai.ops.http import etag, problems
from atendeai.road import Road
from atendeai.settings import Settings
from atendeai.users import invitations
from atendeai.users.invitations import Invitation
from atendeai.users.store import User

TAGS = ["Users"]


class InvitedUser(Struct, frozen=True):
    """Somebody who may enter with the invitation."""

    user: User
    invitation: Invitation


@post(
    "/api/users",
    opt=may("users:create") | ONCE,
    operation_class=CreatesOnce,
    summary="Invite somebody",
    tags=TAGS,
    responses=problems(409, 422),
)
async def invite(
    data: JSONBody[NewUser],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    settings: NamedDependency[Settings],
    road: NamedDependency[Road],
    clock: NamedDependency[Clock],
) -> Response[InvitedUser]:
    """Create an account and an invitation, good for seven days and shown this once.

    It also goes out by e-mail where the server has a mail server. Nobody makes accounts above their own.
    """
    clinic, at = principal.clinic, clock.now()

    def work(tx: Transaction) -> InvitedUser:
        made = allowed(accounts.invite(tx, files.control(), clinic, data, actor(principal), at))
        return _told(tx, files, settings, clinic, made, clock)

    return await _invited(files, clinic, road, work)


@post(
    "/api/users/{user_id:str}/invitation",
    opt=may("users:create") | ONCE,
    operation_class=CreatesOnce,
    summary="Invite somebody again",
    tags=TAGS,
    responses=problems(404, 409, 422),
)
async def invite_again(
    user_id: FromPath[str],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    settings: NamedDependency[Settings],
    road: NamedDependency[Road],
    clock: NamedDependency[Clock],
) -> Response[InvitedUser]:
    """A new invitation in the place of one that was lost or is over."""
    clinic, at = principal.clinic, clock.now()

    def work(tx: Transaction) -> InvitedUser:
        made = allowed(accounts.invite_again(tx, clinic, known(tx, user_id), actor(principal), at))
        return _told(tx, files, settings, clinic, made, clock)

    return await _invited(files, clinic, road, work)


async def _invited(
    files: ClinicFiles, clinic_id: str, road: Road, work: Callable[[Transaction], InvitedUser]
) -> Response[InvitedUser]:
    made = await anyio.to_thread.run_sync(within.write, files, clinic_id, work)
    if made.invitation.mailed:
        await anyio.to_thread.run_sync(road.post, clinic_id)
    where = {"ETag": etag(made.user.version), "Location": f"/api/users/{made.user.id}"}
    return Response(made, status_code=201, headers=where)


def _told(
    tx: Transaction, files: ClinicFiles, settings: Settings, clinic_id: str, made: Invited, clock: Clock
) -> InvitedUser:
    issued = made.invitation
    invitation = invitations.told(
        tx,
        files,
        settings,
        clinic_id=clinic_id,
        user=made.user,
        token=issued.token,
        expires_at=issued.expires_at,
        at=clock.now(),
    )
    return InvitedUser(made.user, invitation)
