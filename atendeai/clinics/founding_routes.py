"""Founding a clinic over HTTP: its file, and if wanted its context and an invitation for its owner."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import anyio
from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct

from atendeai import lifecycle
from atendeai.auth import accounts
from atendeai.auth.account_answers import allowed
from atendeai.auth.account_rules import actor
from atendeai.auth.accounts import Name, NewUser
from atendeai.auth.once import ONCE, CreatesOnce
from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import CLINIC_ID, ClinicFiles, ClinicRefused
from atendeai.clinics import changes
from atendeai.clinics.changes import Author
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.problems import invalid_context
from atendeai.clinics.reading import read_context
from atendeai.database import Transaction
from atendeai.ops.clock import Clock
from atendeai.ops.http import etag, problems
from atendeai.ops.problem import Problem
from atendeai.registry import ClinicRow
from atendeai.road import Road
from atendeai.settings import Settings
from atendeai.users import invitations
from atendeai.users.addresses import Email
from atendeai.users.invitations import Invitation
from atendeai.users.store import Language, User


class NewOwner(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is invited to own the clinic."""

    email: Email
    name: Name
    language: Language = "pt"


class NewClinic(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A clinic to be. Without an id one is made from its name; `context` is a context document."""

    name: Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S", examples=["Clínica Vila Serena"])]
    id: Annotated[str, Meta(pattern=rf"^{CLINIC_ID.pattern}$", max_length=64, examples=["vila-serena"])] | None = None
    context: dict[str, Any] | None = None
    owner: NewOwner | None = None


class Founded(Struct, frozen=True, kw_only=True):
    """A new clinic, and its invited owner if one was named."""

    clinic: ClinicRow
    context_version: int | None = None
    owner: User | None = None
    invitation: Invitation | None = None


@post(
    "/api/clinics",
    opt=may("clinics:create") | ONCE,
    operation_class=CreatesOnce,
    summary="Found a clinic",
    tags=["Clinics"],
    responses=problems(409, 413, 422),
)
async def create_clinic(
    data: JSONBody[NewClinic],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    settings: NamedDependency[Settings],
    road: NamedDependency[Road],
    clock: NamedDependency[Clock],
) -> Response[Founded]:
    """Create a clinic, with a context document and an invitation for its owner if they are sent.

    The invitation is shown this once; it also goes out by e-mail where the server has a mail server.
    """
    made = await anyio.to_thread.run_sync(_found, data, principal, files, settings, clock.now())
    if made.invitation is not None and made.invitation.mailed:
        await anyio.to_thread.run_sync(road.post, made.clinic.id)
    headers = {"ETag": etag(made.clinic.version), "Location": f"/api/clinics/{made.clinic.id}"}
    return Response(made, status_code=201, headers=headers)


def _found(new: NewClinic, principal: Principal, files: ClinicFiles, settings: Settings, at: dt.datetime) -> Founded:
    """Raises Problem: 409 `clinic_taken`, 422 `invalid_context`."""
    context, author = _context(new), Author(principal.who, principal.name)

    def begin(tx: Transaction, row: ClinicRow) -> Founded:
        version = changes.load(tx, context, "context", author, at, _any_version).version if context else None
        if new.owner is None:
            return Founded(clinic=row, context_version=version)
        user, invitation = _invited(tx, new.owner, row, principal, files, settings, at)
        return Founded(clinic=row, context_version=version, owner=user, invitation=invitation)

    try:
        return lifecycle.found(files, new.id, new.name, principal.who, at, begin)
    except ClinicRefused:
        raise Problem(409, "clinic_taken", "There is a clinic of this id already.") from None


def _any_version(version: int) -> None:
    """Nobody has read one before."""


def _context(new: NewClinic) -> ClinicContext | None:
    if new.context is None:
        return None
    reading = read_context(new.context)
    if reading.context is None:
        raise invalid_context(reading.problems, "context")
    return reading.context


def _invited(
    tx: Transaction,
    owner: NewOwner,
    row: ClinicRow,
    principal: Principal,
    files: ClinicFiles,
    settings: Settings,
    at: dt.datetime,
) -> tuple[User, Invitation]:
    new = NewUser(email=owner.email, name=owner.name, role="owner", language=owner.language)
    made = allowed(accounts.invite(tx, files.control(), row.id, new, actor(principal), at))
    issued = made.invitation
    invitation = invitations.told(
        tx,
        files,
        settings,
        clinic_id=row.id,
        user=made.user,
        token=issued.token,
        expires_at=issued.expires_at,
        at=at,
    )
    return made.user, invitation
