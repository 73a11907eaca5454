"""A clinic's people as a list: filtered, sorted, page by page. They are few, so it is done in memory."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso
from atendeai.ops.http import Page, Position, page
from atendeai.users import store
from atendeai.users.store import User, UserRole

Sort = Literal["name", "-name", "email", "-email", "created_at", "-created_at", "last_login_at", "-last_login_at"]
Listed = Literal["invited", "pending", "active", "suspended"]


class Wanted(Struct, frozen=True, kw_only=True):
    """What a list is to show; `q` is looked for in names and addresses, whatever the case and the accents."""

    role: UserRole | None = None
    status: Listed | None = None
    q: str = ""
    sort: Sort = "name"


def folded(text: str) -> str:
    """`João` and `JOAO` alike."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


_BY: Mapping[str, Callable[[User], str]] = {
    "name": lambda user: folded(user.name),
    "email": lambda user: user.email or "",
    "created_at": lambda user: iso(user.created_at),
    "last_login_at": lambda user: iso(user.last_login_at) if user.last_login_at else "",  # never is longest ago
}


def listed(tx: Transaction, wanted: Wanted, limit: int, after: Position | None) -> Page[User]:
    """The page that begins after a position."""
    by, backwards = _BY[wanted.sort.lstrip("-")], wanted.sort.startswith("-")
    found = [user for user in store.everybody(tx) if _fits(user, wanted)]
    rows = sorted(((by(user), user.id, user) for user in found), key=lambda row: row[:2], reverse=backwards)
    if after is not None:
        end = (str(after.value), str(after.id))
        rows = [row for row in rows if (row[:2] < end if backwards else row[:2] > end)]
    users = [user for _, _, user in rows[: limit + 1]]
    return page(users, limit, len(found), lambda user: Position(by(user), user.id))


def _fits(user: User, wanted: Wanted) -> bool:
    sought = folded(wanted.q.strip())
    return (
        wanted.role in (None, user.role)
        and wanted.status in (None, user.status)
        and (sought in folded(user.name) or sought in (user.email or ""))
    )
