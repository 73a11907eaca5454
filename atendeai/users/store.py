"""The people who may enter a clinic, as rows of its own file, and control.db's index of their addresses."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso

UserRole = Literal["owner", "manager", "receptionist", "professional", "read_only"]
Status = Literal["invited", "pending", "active", "suspended", "deleted"]
Language = Literal["pt", "en"]

_COLUMNS = (
    "id, email, name, role, status, professional_id, phone, language, notifications, version, created_at, updated_at,"
    " last_login_at"
)


class Notifications(Struct, frozen=True, forbid_unknown_fields=True):
    """What a person wants an e-mail about."""

    escalations: bool = False
    daily_agenda: bool = False
    security: bool = True


class User(Struct, frozen=True, kw_only=True):
    """A person of a clinic, without what proves who they are. `version` counts changes (ETag)."""

    id: str
    email: str | None
    name: str
    role: UserRole
    status: Status
    professional_id: str | None = None
    phone: str = ""
    language: Language = "pt"
    notifications: Notifications = Notifications()
    version: int = 1
    created_at: dt.datetime
    updated_at: dt.datetime
    last_login_at: dt.datetime | None = None


def _user(row: dict[str, Any]) -> User:
    decoded = row | {"notifications": msgspec.json.decode(row["notifications"])}
    return msgspec.convert(decoded, User, strict=False)


def one(tx: Transaction, user_id: str) -> User | None:
    """A user who is not deleted."""
    found = tx.dicts(f"select {_COLUMNS} from users where id = ? and status <> 'deleted'", (user_id,))  # noqa: S608
    return _user(found[0]) if found else None


def by_email(tx: Transaction, email: str) -> User | None:
    """`email` in lower case."""
    found = tx.dicts(f"select {_COLUMNS} from users where email = ?", (email,))  # noqa: S608 (constant)
    return _user(found[0]) if found else None


def everybody(tx: Transaction) -> list[User]:
    """Everyone who is not deleted, by name."""
    rows = tx.dicts(f"select {_COLUMNS} from users where status <> 'deleted' order by name, id")  # noqa: S608
    return [_user(row) for row in rows]


def add(tx: Transaction, user: User) -> bool:
    """False when the address is taken in this clinic."""
    return bool(
        tx.run(
            "insert into users(id, email, name, role, status, professional_id, phone, language, notifications,"
            " created_at, updated_at) values(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict(email) do nothing",
            (
                user.id,
                user.email,
                user.name,
                user.role,
                user.status,
                user.professional_id,
                user.phone,
                user.language,
                msgspec.json.encode(user.notifications).decode(),
                iso(user.created_at),
                iso(user.updated_at),
            ),
        )
    )


def change(tx: Transaction, user_id: str, at: dt.datetime, **columns: Any) -> bool:
    """Set columns (text as it is kept) and count the version on; False when there is no such user."""
    names = ", ".join(f"{name} = :{name}" for name in columns)
    return bool(
        tx.run(
            f"update users set {names}, version = version + 1, updated_at = :updated_at"  # noqa: S608 (names are ours)
            " where id = :id and status <> 'deleted'",
            columns | {"id": user_id, "updated_at": iso(at)},
        )
    )


def password_hash(tx: Transaction, user_id: str) -> str:
    """Empty when the person has none yet."""
    return str(tx.value("select password_hash from users where id = ?", (user_id,)) or "")


def set_password_hash(tx: Transaction, user_id: str, encoded: str) -> None:
    """Not a change that others see: the version stays."""
    tx.run("update users set password_hash = ? where id = ?", (encoded, user_id))


def logged_in(tx: Transaction, user_id: str, at: dt.datetime) -> None:
    tx.run("update users set last_login_at = ? where id = ?", (iso(at), user_id))


def owners(tx: Transaction) -> int:
    """How many owners can log in: the last one stays."""
    return int(tx.value("select count(*) from users where role = 'owner' and status = 'active'"))


# control.db: where somebody of that address may log in


def clinics_of(control: Transaction, email: str) -> list[str]:
    """The clinics that know this address, in order of their ids."""
    return [str(one) for one in control.values("select clinic_id from logins where email = ? order by 1", (email,))]


def index(control: Transaction, email: str, clinic_id: str) -> None:
    control.run("insert into logins(email, clinic_id) values(?, ?) on conflict do nothing", (email, clinic_id))


def unindex(control: Transaction, email: str, clinic_id: str) -> None:
    control.run("delete from logins where email = ? and clinic_id = ?", (email, clinic_id))
