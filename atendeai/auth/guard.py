"""The one guard: who calls, may they, and is it their clinic. Every route names its permission in its `opt`."""

from __future__ import annotations

import datetime as dt
from typing import Any

import anyio
from litestar import Request
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler

from atendeai.auth import admins, keys, sessions
from atendeai.auth.access import Claims, SigningKeys
from atendeai.auth.permissions import OF_KEYS, OF_ROLE
from atendeai.auth.principal import PLATFORM, Principal
from atendeai.clinic_files import ClinicFiles, UnknownClinic
from atendeai.clinics import configuration
from atendeai.clinics.problems import unknown_clinic
from atendeai.database import Transaction
from atendeai.ops.clock import Clock
from atendeai.ops.problem import Problem
from atendeai.ops.secrets import clinic_of_api_key
from atendeai.users import store as users

CLINIC_HEADER = "x-clinic-id"  # for which clinic a platform admin acts, where the path does not say
USED_EVERY = dt.timedelta(minutes=1)  # a read must not cost a write each time
_CHALLENGE = {"WWW-Authenticate": "Bearer"}
Connection = ASGIConnection[Any, Any, Any, Any]


class Guard:
    """Litestar's guard for all routes; it leaves the caller in `connection.state.principal`."""

    def __init__(self, files: ClinicFiles, signing: SigningKeys, clock: Clock) -> None:
        self._files, self._signing, self._clock = files, signing, clock

    async def __call__(self, connection: Connection, handler: BaseRouteHandler) -> None:
        """Raises Problem: 401 nobody, 403 not permitted, 404 a clinic that is not theirs (or does not exist)."""
        if connection.scope.get("method") == "OPTIONS":
            return  # which methods a path has: Litestar answers it by itself, and it is in the document
        permission = handler.opt["permission"]
        if permission == "":
            return
        credential = _credential(connection)
        named = connection.path_params.get("clinic_id") or connection.headers.get(CLINIC_HEADER)
        connection.state.principal = await anyio.to_thread.run_sync(self._admit, credential, permission, named)

    def _admit(self, credential: str, permission: str, named: str | None) -> Principal:
        principal = self._who(credential)
        if principal.kind == "admin" and permission not in principal.permissions and named is not None:
            principal = self._as_guest(principal, named)
        if permission not in principal.permissions:
            raise Problem(403, "forbidden", "This is not permitted.", f"It takes the permission {permission}.")
        self._in_their_clinic(principal, permission, named)
        return principal

    def _in_their_clinic(self, principal: Principal, permission: str, named: str | None) -> None:
        if principal.kind == "admin" and principal.clinic_id is None:
            if named is not None and self._files.row(named) is None:
                raise unknown_clinic()
            return
        if named is not None and named != principal.clinic_id:
            raise unknown_clinic()

    def _who(self, credential: str) -> Principal:
        clinic_id = clinic_of_api_key(credential)
        if clinic_id is not None:
            found = self._key(clinic_id, credential)
        else:
            claims = self._signing.read(credential, self._clock.now())
            found = self._person(claims) if claims else None
        if found is None:
            raise Problem(
                401, "not_authenticated", "Who calls is not known.", "Log in again, or send a key in use.",
                headers={"WWW-Authenticate": 'Bearer error="invalid_token"'},
            )  # fmt: skip
        return found

    def _key(self, clinic_id: str, plain: str) -> Principal | None:
        try:
            with self._files.clinic(clinic_id) as db:
                now = self._clock.now()
                key = db.read(lambda tx: keys.verify(tx, plain, now))
                if key is None:
                    return None
                self._open(clinic_id)  # only now: whoever makes a key up learns nothing of the clinic
                if key.last_used_at is None or now - key.last_used_at > USED_EVERY:
                    db.write(lambda tx: keys.used(tx, key.id, now))
        except UnknownClinic:
            return None
        return Principal(
            kind="key",
            id=key.id,
            name=key.name,
            clinic_id=clinic_id,
            role=None,
            permissions=OF_KEYS & frozenset(key.scopes),
        )

    def _person(self, claims: Claims) -> Principal | None:
        now = self._clock.now()
        if claims.clinic == PLATFORM:
            return self._files.control().read(lambda tx: _admin(tx, claims, now))
        try:
            with self._files.clinic(claims.clinic) as db:
                found = db.read(lambda tx: _user(tx, claims, now))
        except UnknownClinic:
            return None
        if found is not None:
            self._open(claims.clinic)
        return found

    def _open(self, clinic_id: str) -> None:
        row = self._files.row(clinic_id)
        if row is not None and row.status == "suspended":
            raise Problem(403, "clinic_suspended", "This clinic is suspended.")

    def _as_guest(self, admin: Principal, clinic_id: str) -> Principal:
        """A platform admin in a clinic that has let them in, for as long as it has."""
        try:
            with self._files.clinic(clinic_id) as db:
                until = db.read(configuration.read).configuration.platform_access_until
        except UnknownClinic:
            raise unknown_clinic() from None
        if until is None or until <= self._clock.now():
            return admin
        self._open(clinic_id)
        return _acting(admin, clinic_id)


def _credential(connection: Connection) -> str:
    scheme, _, plain = connection.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        plain = connection.headers.get("x-api-key", "")
    if not plain.strip():
        raise Problem(
            401,
            "not_authenticated",
            "Who calls is not known.",
            "Send `Authorization: Bearer` with the access token of POST /api/auth/login, or a clinic's API key.",
            headers=_CHALLENGE,
        )
    return plain.strip()


def _user(tx: Transaction, claims: Claims, now: dt.datetime) -> Principal | None:
    user = users.one(tx, claims.user)
    if user is None or user.status != "active" or not sessions.lives(tx, claims.session, user.id, now):
        return None
    return Principal(
        kind="user",
        id=user.id,
        name=user.name,
        clinic_id=claims.clinic,
        role=user.role,
        permissions=OF_ROLE[user.role],
        session_id=claims.session,
        professional_id=user.professional_id,
    )


def _admin(control: Transaction, claims: Claims, now: dt.datetime) -> Principal | None:
    admin = admins.one(control, claims.user)
    if admin is None or admin.status != "active" or not sessions.lives(control, claims.session, admin.id, now):
        return None
    return Principal(
        kind="admin",
        id=admin.id,
        name=admin.name,
        clinic_id=None,
        role="platform_admin",
        permissions=OF_ROLE["platform_admin"],
        session_id=claims.session,
    )


def _acting(admin: Principal, clinic_id: str) -> Principal:
    return Principal(
        kind="admin",
        id=admin.id,
        name=admin.name,
        clinic_id=clinic_id,
        role="platform_guest",
        permissions=OF_ROLE["platform_guest"],
        session_id=admin.session_id,
    )


def principal(request: Request[Any, Any, Any]) -> Principal:
    """The caller whom the guard let in, as a dependency of routes."""
    found: Principal = request.state.principal
    return found
