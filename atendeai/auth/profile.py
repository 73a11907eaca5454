"""One's own account: what it may, what one wants to be told of, and where one is logged in."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType

from atendeai.auth import admins, sessions
from atendeai.auth.accounts import Name, Phone
from atendeai.auth.login import ClinicName
from atendeai.auth.permissions import Role
from atendeai.auth.places import opened
from atendeai.auth.principal import Principal
from atendeai.auth.recovery import place_of
from atendeai.auth.refusals import session_over
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso, millis
from atendeai.ops.http import check_match
from atendeai.users import store
from atendeai.users.store import Language, Notifications


class Profile(Struct, frozen=True, kw_only=True):
    """Whoever is logged in; `permissions` are all that their role may, in order.

    `clinic` is null for whoever runs the installation, who has no notifications either.
    """

    id: str
    email: str
    name: str
    role: Role
    permissions: list[str]
    clinic: ClinicName | None
    professional_id: str | None = None
    phone: str = ""
    language: Language
    notifications: Notifications | None = None
    created_at: dt.datetime
    last_login_at: dt.datetime | None


class ProfileChanges(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What to change of oneself; what is left out stays. E-mail and role are others' to change."""

    name: Name | UnsetType = UNSET
    phone: Phone | UnsetType = UNSET
    language: Language | UnsetType = UNSET
    notifications: Notifications | UnsetType = UNSET


class Device(Struct, frozen=True, kw_only=True):
    """Where somebody is logged in; `current` is the session that asks."""

    id: str
    address: str
    agent: str
    created_at: dt.datetime
    last_used_at: dt.datetime
    expires_at: dt.datetime
    current: bool


class Shown(Struct, frozen=True):
    """A profile and its version, for the ETag."""

    profile: Profile
    version: int


def read(files: ClinicFiles, principal: Principal) -> Shown:
    with opened(files, place_of(principal)) as db:
        return db.read(lambda tx: _shown(files, tx, principal))


def _shown(files: ClinicFiles, tx: Transaction, principal: Principal) -> Shown:
    clinic_id = principal.clinic_id
    row = files.row(clinic_id) if clinic_id is not None else None
    clinic = ClinicName(row.id, row.name) if row is not None else None
    permissions = sorted(principal.permissions)
    role: Role = principal.role or "read_only"
    if principal.kind == "admin":
        admin = admins.one(tx, principal.id)
        if admin is None:
            raise session_over()
        profile = _profile(admin, role, permissions, clinic)
        return Shown(profile, millis(admin.updated_at))
    user = store.one(tx, principal.id)
    if user is None:
        raise session_over()
    return Shown(
        _profile(
            user,
            role,
            permissions,
            clinic,
            professional_id=user.professional_id,
            phone=user.phone,
            notifications=user.notifications,
        ),
        user.version,
    )


def _profile(
    of: admins.Admin | store.User, role: Role, permissions: list[str], clinic: ClinicName | None, **more: Any
) -> Profile:
    return Profile(
        id=of.id,
        email=of.email or "",
        name=of.name,
        role=role,
        permissions=permissions,
        clinic=clinic,
        language=of.language,
        created_at=of.created_at,
        last_login_at=of.last_login_at,
        **more,
    )


def change(
    files: ClinicFiles, principal: Principal, changes: ProfileChanges, if_match: str | None, at: dt.datetime
) -> Shown:
    """Raises Problem 412 `stale`."""

    def apply(tx: Transaction) -> Shown:
        shown = _shown(files, tx, principal)
        check_match(if_match, shown.version)
        old, new = audit.changed(_columns(shown.profile), _columns(changes))
        if principal.kind == "admin":
            new = {name: value for name, value in new.items() if name in ("name", "language")}
        if not new:
            return shown
        table: Literal["platform_admins", "users"] = "platform_admins" if principal.kind == "admin" else "users"
        if table == "users":
            store.change(tx, principal.id, at, **new)
        else:
            admins.change(tx, principal.id, at, **new)
        audit.write(
            tx, at=iso(at), who=principal.who, action="profile.updated", subject=table, subject_id=principal.id,
            old={name: old[name] for name in new}, new=new,
        )  # fmt: skip
        return _shown(files, tx, principal)

    with opened(files, place_of(principal)) as db:
        return db.write(apply)


def _columns(of: Profile | ProfileChanges) -> dict[str, Any]:
    """What can be changed, as the tables keep it."""
    values = {name: getattr(of, name) for name in ProfileChanges.__struct_fields__}
    columns = {name: value for name, value in values.items() if value is not UNSET}
    if isinstance(columns.get("name"), str):
        columns["name"] = columns["name"].strip()
    if "notifications" in columns:
        columns["notifications"] = msgspec.json.encode(columns["notifications"]).decode()
    return columns


def devices(files: ClinicFiles, principal: Principal, at: dt.datetime) -> list[Device]:
    """Where they are logged in, the latest used first."""
    with opened(files, place_of(principal)) as db:
        found = db.read(lambda tx: sessions.of_user(tx, principal.id, at))
    return [
        Device(
            id=one.id,
            address=one.address,
            agent=one.agent,
            created_at=one.created_at,
            last_used_at=one.last_used_at,
            expires_at=dt.datetime.fromtimestamp(one.expires_at, dt.UTC),
            current=one.id == principal.session_id,
        )
        for one in found
    ]


def end(files: ClinicFiles, principal: Principal, session_id: str, at: dt.datetime) -> bool:
    """End one of their sessions; False when they have no such session."""

    def apply(tx: Transaction) -> bool:
        if not sessions.lives(tx, session_id, principal.id, at):
            return False
        sessions.end(tx, session_id, "logged_out", at)
        audit.write(
            tx, at=iso(at), who=principal.who, action="sessions.ended", subject="sessions", subject_id=session_id
        )
        return True

    with opened(files, place_of(principal)) as db:
        return db.write(apply)
