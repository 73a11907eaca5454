"""API keys of a clinic: made, checked, listed and revoked in the clinic's own file; only hashes are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso
from atendeai.ops.secrets import ApiKey, new_api_key, sha256


class KeyRow(Struct, frozen=True, kw_only=True):
    """A key as it is listed; `id` is what a person names it by."""

    id: str
    name: str
    created_at: dt.datetime
    scopes: tuple[str, ...] = ()
    created_by: str = ""
    expires_at: dt.datetime | None = None
    last_used_at: dt.datetime | None = None
    revoked_at: dt.datetime | None = None

    def opens(self, at: dt.datetime) -> bool:
        """Whether it is in use at that moment: neither revoked nor over."""
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > at)


_COLUMNS = "id, name, created_at, scopes, created_by, expires_at, last_used_at, revoked_at"
CONVERSE = ("conversations:process",)  # what a key may do unless it is said


def create(
    tx: Transaction,
    clinic_id: str,
    name: str,
    at: dt.datetime,
    *,
    scopes: Sequence[str] = CONVERSE,
    by: str = "",
    expires_at: dt.datetime | None = None,
) -> ApiKey:
    """A new key; its `plain` text is nowhere else and cannot be shown again. `scopes` are permissions."""
    key = new_api_key(clinic_id)
    tx.run(
        "insert into api_keys(id, name, hash, created_at, scopes, created_by, expires_at) values(?, ?, ?, ?, ?, ?, ?)",
        (
            key.id,
            name,
            key.hash,
            iso(at),
            msgspec.json.encode(sorted(set(scopes))).decode(),
            by,
            iso(expires_at) if expires_at else None,
        ),
    )
    return key


def verify(tx: Transaction, plain: str, at: dt.datetime) -> KeyRow | None:
    """The key this is, unless it is unknown, revoked or over at that moment. Reads only; see `used`."""
    found = tx.dicts(f"select {_COLUMNS} from api_keys where hash = ?", (sha256(plain),))  # noqa: S608 (constant)
    key = _key(found[0]) if found else None
    return key if key is not None and key.opens(at) else None


def _key(row: dict[str, Any]) -> KeyRow:
    return msgspec.convert(row | {"scopes": msgspec.json.decode(row["scopes"])}, KeyRow, strict=False)


def one(tx: Transaction, key_id: str) -> KeyRow | None:
    """A key, also a revoked one."""
    found = tx.dicts(f"select {_COLUMNS} from api_keys where id = ?", (key_id,))  # noqa: S608 (constant)
    return _key(found[0]) if found else None


def used(tx: Transaction, key_id: str, at: dt.datetime) -> None:
    """Remember the minute of a use; at most one write a minute."""
    minute = iso(at.replace(second=0, microsecond=0))
    sql = "update api_keys set last_used_at = ? where id = ? and coalesce(last_used_at, '') < ?"
    tx.run(sql, (minute, key_id, minute))


def all_keys(tx: Transaction) -> list[KeyRow]:
    """Every key, revoked ones too, the oldest first."""
    rows = tx.dicts(f"select {_COLUMNS} from api_keys order by created_at, id")  # noqa: S608 (constant)
    return [_key(row) for row in rows]


def revoke(tx: Transaction, key_id: str, at: dt.datetime) -> bool:
    """False when there is no such key or it was revoked before."""
    return bool(tx.run("update api_keys set revoked_at = ? where id = ? and revoked_at is null", (iso(at), key_id)))
