"""Those who run the installation: rows of control.db, who see which clinics there are and nothing of their patients."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso


class Admin(Struct, frozen=True, kw_only=True):
    """A platform admin, without what proves who they are."""

    id: str
    email: str
    name: str
    status: Literal["active", "suspended"] = "active"
    language: Literal["pt", "en"] = "pt"
    created_at: dt.datetime
    updated_at: dt.datetime
    last_login_at: dt.datetime | None = None


_COLUMNS = "id, email, name, status, language, created_at, updated_at, last_login_at"


def one(control: Transaction, admin_id: str) -> Admin | None:
    return control.row(Admin, f"select {_COLUMNS} from platform_admins where id = ?", (admin_id,))  # noqa: S608


def by_email(control: Transaction, email: str) -> Admin | None:
    """`email` in lower case."""
    return control.row(Admin, f"select {_COLUMNS} from platform_admins where email = ?", (email,))  # noqa: S608


def everybody(control: Transaction) -> list[Admin]:
    return control.rows(Admin, f"select {_COLUMNS} from platform_admins order by name, id")  # noqa: S608


def add(control: Transaction, admin: Admin, password_hash: str) -> bool:
    """False when the address is taken."""
    return bool(
        control.run(
            "insert into platform_admins(id, email, name, password_hash, status, language, created_at, updated_at)"
            " values(?, ?, ?, ?, ?, ?, ?, ?) on conflict(email) do nothing",
            (
                admin.id,
                admin.email,
                admin.name,
                password_hash,
                admin.status,
                admin.language,
                iso(admin.created_at),
                iso(admin.updated_at),
            ),
        )
    )


def change(control: Transaction, admin_id: str, at: dt.datetime, **columns: str) -> bool:
    """Set columns; False when there is no such admin."""
    names = ", ".join(f"{name} = :{name}" for name in columns)
    sql = f"update platform_admins set {names}, updated_at = :updated_at where id = :id"  # noqa: S608 (names are ours)
    return bool(control.run(sql, columns | {"id": admin_id, "updated_at": iso(at)}))


def password_hash(control: Transaction, admin_id: str) -> str:
    return str(control.value("select password_hash from platform_admins where id = ?", (admin_id,)) or "")


def logged_in(control: Transaction, admin_id: str, at: dt.datetime) -> None:
    control.run("update platform_admins set last_login_at = ? where id = ?", (iso(at), admin_id))
