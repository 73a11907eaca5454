"""The accounts of a clinic's people: who may make, change and end whose, and what ends with it.

Everything happens in one transaction of the clinic's file, with the line of the audit trail. Refusals are values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from atendeai.auth import account_rules, sessions, user_tokens
from atendeai.auth.account_rules import Actor, Refused
from atendeai.auth.user_tokens import Issued
from atendeai.database import Database, Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso
from atendeai.ops.ids import new_id
from atendeai.users import addresses, store
from atendeai.users.addresses import Email
from atendeai.users.store import Language, User, UserRole

Name = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"\S", examples=["Ana Souza"])]
Phone = Annotated[str, Meta(max_length=32, pattern=r"^[-+0-9 ()]*$", examples=["+55 48 99999-0001"])]
ProfessionalId = Annotated[
    str, Meta(max_length=64, description="Whose agenda a professional sees: an id of the context.", examples=["helena"])
]
Switched = Literal["active", "suspended"]


class NewUser(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody to invite."""

    email: Email
    name: Name
    role: UserRole
    professional_id: ProfessionalId | None = None
    phone: Phone = ""
    language: Language = "pt"


class Changes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is to be changed of somebody; what is left out stays."""

    email: Email | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    role: UserRole | UnsetType = UNSET
    professional_id: ProfessionalId | UnsetType | None = UNSET
    phone: Phone | UnsetType = UNSET
    language: Language | UnsetType = UNSET


class Invited(Struct, frozen=True):
    """A new account and the token that lets its person in."""

    user: User
    invitation: Issued


def invite(
    tx: Transaction, control: Database, clinic_id: str, new: NewUser, by: Actor, at: dt.datetime
) -> Invited | Refused:
    """An account that its person opens with the invitation. Its address is indexed in control.db."""
    user = add(tx, control, clinic_id, new, by, at)
    if isinstance(user, Refused):
        return user
    return Invited(user, user_tokens.issue(tx, clinic_id, user.id, "invitation", at))


def add(
    tx: Transaction,
    control: Database,
    clinic_id: str,
    new: NewUser,
    by: Actor,
    at: dt.datetime,
    password_hash: str = "",
) -> User | Refused:
    """An account, active when it has a password. Its address is indexed in control.db.

    It takes the place of one that waits to be activated: whoever asked for that need not be whom the address is of.
    """
    email = addresses.normal(new.email)
    if new.role not in by.makes:
        return Refused("above_you")
    if not account_rules.is_professional(tx, new.professional_id):
        return Refused("unknown_professional")
    waiting = store.by_email(tx, email)
    if waiting is not None and (waiting.status != "pending" or waiting.role not in by.makes | by.ends):
        return Refused("email_taken")
    if waiting is not None:
        delete(tx, waiting, by, at)
    user = User(
        id=new_id(),
        status="active" if password_hash else "invited",
        created_at=at,
        updated_at=at,
        **_columns(new) | {"email": email},
    )
    addresses.enter(control, clinic_id, email)
    store.add(tx, user)
    store.set_password_hash(tx, user.id, password_hash)
    _record(tx, by, "users.created", user.id, at, new=_shown(user))
    return _kept(tx, user.id)


def invite_again(tx: Transaction, clinic_id: str, user: User, by: Actor, at: dt.datetime) -> Invited | Refused:
    """A new invitation for somebody who did not take the first; that one counts no more."""
    if user.role not in by.makes:
        return Refused("above_you")
    if user.status != "invited":
        return Refused("accepted")
    _record(tx, by, "users.invited", user.id, at)
    return Invited(user, user_tokens.issue(tx, clinic_id, user.id, "invitation", at))


def change(
    tx: Transaction, control: Database, clinic_id: str, user: User, changes: Changes, by: Actor, at: dt.datetime
) -> User | Refused:
    """Another role ends every session; another address, every token that was sent to the old one."""
    columns = _columns(changes)
    if "email" in columns:
        columns["email"] = addresses.normal(columns["email"])
    old, new = audit.changed(_shown(user), columns)
    refusal = account_rules.refused(tx, user, by, role=new.get("role", user.role))
    if refusal is not None:
        return refusal
    if not account_rules.is_professional(tx, new.get("professional_id")):
        return Refused("unknown_professional")
    if "email" in new and store.by_email(tx, new["email"]) is not None:
        return Refused("email_taken")
    if not new:
        return user
    if "email" in new:
        addresses.enter(control, clinic_id, new["email"])
        user_tokens.void(tx, user.id, at)
    if "role" in new:
        sessions.end_all(tx, user.id, "role_changed", at)
    return _changed(tx, user, by, "users.updated", at, old, new)


def switch(tx: Transaction, user: User, status: Switched, by: Actor, at: dt.datetime) -> User | Refused:
    """Suspend somebody, let them in again, or let in who registered. Another status ends every session."""
    refusal = account_rules.refused(tx, user, by, status=status)
    if refusal is not None:
        return refusal
    if user.status == "invited":
        return Refused("not_accepted")
    if user.status == status:
        return user
    sessions.end_all(tx, user.id, "status_changed", at)
    return _changed(tx, user, by, "users.status", at, {"status": user.status}, {"status": status})


def delete(tx: Transaction, user: User, by: Actor, at: dt.datetime) -> Refused | None:
    """End an account: of who it was nothing but the name stays, in its line of the audit trail too.

    Its address is yet to leave the index.
    """
    refusal = account_rules.refused(tx, user, by, status="deleted")
    if refusal is not None:
        return refusal
    sessions.end_all(tx, user.id, "deleted", at)
    user_tokens.void(tx, user.id, at)
    store.change(tx, user.id, at, status="deleted", email=None, phone="", password_hash="", professional_id=None)
    kept = {name: value for name, value in _shown(user).items() if name not in ("email", "phone")}
    _record(tx, by, "users.deleted", user.id, at, old=kept)
    return None


def set_password(tx: Transaction, user: User, encoded: str, by: Actor, at: dt.datetime, *, but: str = "") -> None:
    """Another password, by its hash; it ends every session but one, and opens an account that waited for one."""
    store.set_password_hash(tx, user.id, encoded)
    sessions.end_all(tx, user.id, "password_changed", at, but=but)
    user_tokens.void(tx, user.id, at)
    if user.status == "invited":
        store.change(tx, user.id, at, status="active")
    _record(tx, by, "users.password", user.id, at)


def _changed(
    tx: Transaction, user: User, by: Actor, action: str, at: dt.datetime, old: dict[str, Any], new: dict[str, Any]
) -> User:
    store.change(tx, user.id, at, **new)
    _record(tx, by, action, user.id, at, old=old, new=new)
    return _kept(tx, user.id)


def _kept(tx: Transaction, user_id: str) -> User:
    user = store.one(tx, user_id)
    if user is None:
        raise LookupError(f"user {user_id} was there in this very transaction")
    return user


def _record(
    tx: Transaction,
    by: Actor,
    action: str,
    user_id: str,
    at: dt.datetime,
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
) -> None:
    audit.write(tx, at=iso(at), who=by.who, action=action, subject="users", subject_id=user_id, old=old, new=new)


def _columns(of: NewUser | Changes) -> dict[str, Any]:
    """What is set, by column; names lose the blanks around them."""
    columns = {name: value for name, value in msgspec.structs.asdict(of).items() if value is not UNSET}
    return columns | ({"name": columns["name"].strip()} if "name" in columns else {})


def _shown(user: User) -> dict[str, Any]:
    """A user as the audit trail keeps them."""
    names = ("email", "name", "role", "status", "professional_id", "phone", "language")
    return {name: getattr(user, name) for name in names}
