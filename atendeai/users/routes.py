"""The people of a clinic over HTTP: list, look at, change, suspend, end."""

from __future__ import annotations

from typing import Annotated, TypeVar

import anyio
from litestar import Response, delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import Struct

from atendeai import within
from atendeai.auth import accounts
from atendeai.auth.account_answers import allowed, known
from atendeai.auth.account_rules import Actor, actor
from atendeai.auth.accounts import Changes, Switched
from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.ops.clock import Clock
from atendeai.ops.http import Cursor, IfMatch, Limit, Page, position, problems, tagged
from atendeai.users import addresses, listing
from atendeai.users.listing import Listed, Sort
from atendeai.users.store import User, UserRole

T = TypeVar("T")
TAGS = ["Users"]


class NewStatus(Struct, frozen=True, forbid_unknown_fields=True):
    """`suspended` ends every session and lets nobody in; `active` lets in again, and who registered."""

    status: Switched


@get("/api/users", opt=may("users:list"), summary="List users", tags=TAGS, responses=problems())
async def list_users(
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    role: FromQuery[UserRole | None] = None,
    status: FromQuery[Listed | None] = None,
    q: Annotated[str, QueryParameter(max_length=200, description="Part of a name or an e-mail address.")] = "",
    sort: Annotated[Sort, QueryParameter(description="By what; with a hyphen before it, backwards.")] = "name",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[User]:
    """The clinic's people, without those whose accounts were ended."""
    wanted = listing.Wanted(role=role, status=status, q=q, sort=sort)
    after = position(cursor)
    return await anyio.to_thread.run_sync(
        within.read, files, principal.clinic, lambda tx: listing.listed(tx, wanted, limit, after)
    )


@get("/api/users/{user_id:str}", opt=may("users:read"), summary="Look at a user", tags=TAGS, responses=problems(404))
async def read_user(
    user_id: FromPath[str], principal: NamedDependency[Principal], files: NamedDependency[ClinicFiles]
) -> Response[User]:
    """Somebody of the clinic, with the ETag for changing them."""
    user = await anyio.to_thread.run_sync(within.read, files, principal.clinic, lambda tx: known(tx, user_id))
    return tagged(user, user.version)


@put(
    "/api/users/{user_id:str}",
    opt=may("users:update"),
    summary="Change a user",
    tags=TAGS,
    responses=problems(404, 409, 412, 422),
)
async def update_user(
    user_id: FromPath[str],
    data: JSONBody[Changes],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> Response[User]:
    """Change what is sent, keep what is not. Another role ends the user's sessions at once."""
    user = await anyio.to_thread.run_sync(
        _change, files, principal.clinic, user_id, data, actor(principal), clock, if_match
    )
    return tagged(user, user.version)


@put(
    "/api/users/{user_id:str}/status",
    opt=may("users:status"),
    summary="Suspend a user, or let them in",
    tags=TAGS,
    responses=problems(404, 409, 412),
)
async def switch_user(
    user_id: FromPath[str],
    data: JSONBody[NewStatus],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> Response[User]:
    """It counts at once, for every token that is out."""

    def work(tx: Transaction) -> User:
        user = known(tx, user_id, if_match)
        return allowed(accounts.switch(tx, user, data.status, actor(principal), clock.now()))

    user = await anyio.to_thread.run_sync(within.write, files, principal.clinic, work)
    return tagged(user, user.version)


@delete(
    "/api/users/{user_id:str}",
    opt=may("users:delete"),
    summary="End a user's account",
    tags=TAGS,
    responses=problems(404, 409, 412),
)
async def delete_user(
    user_id: FromPath[str],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> None:
    """End it and every session. Of the account the name stays; its e-mail address and phone do not.

    Lines of the audit trail from before tell what they told: the trail cannot be altered.
    """
    await anyio.to_thread.run_sync(_delete, files, principal.clinic, user_id, actor(principal), clock, if_match)


def _change(
    files: ClinicFiles, clinic_id: str, user_id: str, changes: Changes, by: Actor, clock: Clock, if_match: str | None
) -> User:
    def work(tx: Transaction) -> tuple[User, User]:
        user = known(tx, user_id, if_match)
        return user, allowed(accounts.change(tx, files.control(), clinic_id, user, changes, by, clock.now()))

    with files.clinic(clinic_id) as db:
        before, after = db.write(work)
        if before.email is not None and before.email != after.email:
            addresses.leave(files.control(), db, clinic_id, before.email)
    return after


def _delete(files: ClinicFiles, clinic_id: str, user_id: str, by: Actor, clock: Clock, if_match: str | None) -> None:
    def work(tx: Transaction) -> User:
        user = known(tx, user_id, if_match)
        allowed(accounts.delete(tx, user, by, clock.now()))
        return user

    with files.clinic(clinic_id) as db:
        user = db.write(work)
        if user.email is not None:
            addresses.leave(files.control(), db, clinic_id, user.email)
