"""A clinic's API keys over HTTP: made and shown once, listed, revoked."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import anyio
import msgspec
from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody, QueryParameter
from msgspec import Meta, Struct

from atendeai.auth import keys
from atendeai.auth.key_rules import KeyRefused, grant, take_back
from atendeai.auth.keys import KeyRow
from atendeai.auth.once import ONCE, CreatesOnce
from atendeai.auth.permissions import OF_KEYS, may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.ops.clock import Clock, iso
from atendeai.ops.http import Cursor, Limit, Page, Position, in_utc, page, position, problems
from atendeai.ops.problem import Problem

TAGS = ["API keys"]
Scope = Annotated[str, Meta(max_length=64, examples=["conversations:process"])]


class NewKey(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A key to make. `scopes` are permissions that a key can have and whoever makes it has; it ends at `expires_at`."""

    name: Annotated[str, Meta(min_length=1, max_length=100, pattern=r"\S", examples=["site"])]
    scopes: Annotated[list[Scope], Meta(min_length=1, max_length=len(OF_KEYS))]
    expires_at: Annotated[dt.datetime, Meta(tz=True)] | None = None


class MadeKey(Struct, frozen=True, kw_only=True):
    """A key as it is shown this once; `key` is what the program sends."""

    id: str
    name: str
    scopes: tuple[str, ...]
    created_at: dt.datetime
    expires_at: dt.datetime | None
    key: str

    def __repr__(self) -> str:
        return f"MadeKey({self.id!r}, …)"


@get("/api/api-keys", opt=may("api_keys:list"), summary="List API keys", tags=TAGS, responses=problems())
async def list_keys(
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    in_use: Annotated[
        bool | None, QueryParameter(description="Only those that open something, or only those that do not any more.")
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[KeyRow]:
    """The clinic's keys without their secrets, the oldest first."""
    after, at = position(cursor), clock.now()

    def look() -> Page[KeyRow]:
        with files.clinic(principal.clinic) as db:
            found = db.read(keys.all_keys)
        return _page([key for key in found if in_use in (None, key.opens(at))], limit, after)

    return await anyio.to_thread.run_sync(look)


@post(
    "/api/api-keys",
    opt=may("api_keys:create") | ONCE,
    operation_class=CreatesOnce,
    summary="Make an API key",
    tags=TAGS,
    responses=problems(409, 422),
)
async def create_key(
    data: JSONBody[NewKey],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
) -> MadeKey:
    """The key itself is in this answer and nowhere else."""
    return await anyio.to_thread.run_sync(_create, data, principal, files, clock.now())


@delete(
    "/api/api-keys/{key_id:str}",
    opt=may("api_keys:revoke"),
    summary="Revoke an API key",
    tags=TAGS,
    responses=problems(404),
)
async def revoke_key(
    key_id: FromPath[str],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
) -> None:
    """From now on it opens nothing; it stays listed. Revoking it again changes nothing."""

    def work(tx: Transaction) -> None:
        if keys.one(tx, key_id) is None:
            raise Problem(404, "unknown_key", "There is no such API key.")
        take_back(tx, key_id, principal.who, clock.now())

    def write() -> None:
        with files.clinic(principal.clinic) as db:
            db.write(work)

    await anyio.to_thread.run_sync(write)


def _create(data: NewKey, principal: Principal, files: ClinicFiles, at: dt.datetime) -> MadeKey:
    expires_at = in_utc(data.expires_at, "expires_at")
    with files.clinic(principal.clinic) as db:
        made = db.write(
            lambda tx: grant(
                tx,
                principal.clinic,
                data.name.strip(),
                at,
                scopes=data.scopes,
                has=principal.permissions,
                by=principal.who,
                expires_at=expires_at,
            )
        )
        if isinstance(made, KeyRefused):
            raise Problem(422, made.code, made.title, errors=made.errors)
        row = db.read(lambda tx: keys.one(tx, made.id))
    if row is None:
        raise LookupError(f"the key {made.id} was made just now")
    fields = {name: getattr(row, name) for name in ("id", "name", "scopes", "created_at", "expires_at")}
    return msgspec.convert(fields | {"key": made.plain}, MadeKey)


def _page(found: list[KeyRow], limit: int, after: Position | None) -> Page[KeyRow]:
    """They are few, so it is done in memory."""
    rows = found
    if after is not None:
        rows = [key for key in found if (iso(key.created_at), key.id) > (str(after.value), str(after.id))]
    return page(rows, limit, len(found), lambda key: Position(iso(key.created_at), key.id))
