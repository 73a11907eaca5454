"""The accounts of those who run the installation: made, switched and given passwords, each with its line of the trail.

Everything happens in one transaction of control.db. `by` is who does it, as the trail names them.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from atendeai.auth import admins, sessions, user_tokens
from atendeai.auth.admins import Admin
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso


def add(control: Transaction, admin: Admin, password_hash: str, by: str) -> bool:
    """False when the address is taken."""
    if not admins.add(control, admin, password_hash):
        return False
    shown = {"email": admin.email, "name": admin.name, "status": admin.status, "language": admin.language}
    _record(control, by, "admins.created", admin, admin.created_at, new=shown)
    return True


def switch(
    control: Transaction, admin: Admin, status: Literal["active", "suspended"], by: str, at: dt.datetime
) -> None:
    """Suspend somebody, or let them in again; another status ends every session."""
    if admin.status == status:
        return
    admins.change(control, admin.id, at, status=status)
    sessions.end_all(control, admin.id, "status_changed", at)
    _record(control, by, "admins.status", admin, at, old={"status": admin.status}, new={"status": status})


def set_password(control: Transaction, admin: Admin, encoded: str, by: str, at: dt.datetime) -> None:
    """Another password, by its hash; it ends every session."""
    admins.change(control, admin.id, at, password_hash=encoded)
    sessions.end_all(control, admin.id, "password_changed", at)
    user_tokens.void(control, admin.id, at)
    _record(control, by, "admins.password", admin, at)


def _record(control: Transaction, by: str, action: str, admin: Admin, at: dt.datetime, **values: Any) -> None:
    audit.write(control, at=iso(at), who=by, action=action, subject="platform_admins", subject_id=admin.id, **values)
