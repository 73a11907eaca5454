"""What was done in a clinic, as it is looked up: lines of the audit trail by who, what, on what and when."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso


class Line(Struct, frozen=True, kw_only=True):
    """A line of the trail. `who` is `user:ID`, `key:ID`, `admin:ID`, `bot` or `cli`; `name` is theirs, where known."""

    id: int
    at: dt.datetime
    who: str
    name: str | None = None
    action: str
    subject: str
    subject_id: str
    detail: Any
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    address: str
    agent: str
    correlation_id: str


class Wanted(Struct, frozen=True, kw_only=True):
    """Which lines; what is left empty is not asked for. `since` counts, `until` does not any more."""

    who: str | None = None
    action: str | None = None
    subject: str | None = None
    subject_id: str | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None


_COLUMNS = "id, at, who, action, subject, subject_id, detail, old, new, address, agent, correlation_id"
_NAME = (
    "coalesce((select name from users u where 'user:' || u.id = who),"
    " (select name from api_keys k where 'key:' || k.id = who))"
)


def newest(
    tx: Transaction,
    wanted: Wanted,
    limit: int,
    before: int | None = None,
    after: int | None = None,
    *,
    names: bool = True,
) -> list[Line]:
    """The newest lines first, of those between two ids. `names` only in a clinic's file, where people have some."""
    where, values = _where(wanted)
    if before is not None:
        where, values = [*where, "id < :before"], values | {"before": before}
    if after is not None:
        where, values = [*where, "id > :after"], values | {"after": after}
    rows = tx.dicts(
        f"select {_COLUMNS}, {_NAME if names else 'null'} as name from audit_logs"  # noqa: S608 (our own text)
        f" where {' and '.join(where)} order by id desc limit :limit",
        values | {"limit": limit},
    )
    return [_line(row) for row in rows]


def count(tx: Transaction, wanted: Wanted) -> int:
    """How many lines there are, whatever the page."""
    where, values = _where(wanted)
    return int(tx.value(f"select count(*) from audit_logs where {' and '.join(where)}", values))  # noqa: S608


def known(tx: Transaction, user_id: str) -> bool:
    """Whether there is, or was, such a user."""
    return tx.value("select 1 from users where id = ?", (user_id,)) is not None


def _where(wanted: Wanted) -> tuple[list[str], dict[str, Any]]:
    named = {name: getattr(wanted, name) for name in ("who", "action", "subject", "subject_id")}
    asked = {name: value for name, value in named.items() if value is not None}
    where = ["true", *(f"{name} = :{name}" for name in asked)]
    if wanted.since is not None:
        where, asked = [*where, "at >= :since"], asked | {"since": iso(wanted.since)}
    if wanted.until is not None:
        where, asked = [*where, "at < :until"], asked | {"until": iso(wanted.until)}
    return where, asked


def _line(row: dict[str, Any]) -> Line:
    decoded = {name: msgspec.json.decode(row[name]) if row[name] else None for name in ("detail", "old", "new")}
    return msgspec.convert(row | decoded, Line, strict=False)
