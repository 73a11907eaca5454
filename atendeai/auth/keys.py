"""API keys of a clinic: made, checked, listed and revoked in the clinic's own file; only hashes are kept."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso
from atendeai.ops.secrets import ApiKey, new_api_key, same, sha256


class KeyRow(Struct, frozen=True, kw_only=True):
    """A key as it is listed; `id` is what a person names it by."""

    id: str
    name: str
    created_at: dt.datetime
    last_used_at: dt.datetime | None = None
    revoked_at: dt.datetime | None = None


class _Kept(KeyRow, frozen=True, kw_only=True):
    hash: str


_COLUMNS = "id, name, created_at, last_used_at, revoked_at"


def create(tx: Transaction, clinic_id: str, name: str, at: dt.datetime) -> ApiKey:
    """A new key; its `plain` text is nowhere else and cannot be shown again."""
    key = new_api_key(clinic_id)
    tx.run(
        "insert into api_keys(id, name, hash, created_at) values(?, ?, ?, ?)",
        (key.id, name, key.hash, iso(at)),
    )
    return key


def verify(tx: Transaction, plain: str) -> KeyRow | None:
    """The key this is, unless it is unknown or revoked. Reads only; see `used`."""
    digest = sha256(plain)
    kept = tx.row(_Kept, f"select {_COLUMNS}, hash from api_keys where hash = ?", (digest,))  # noqa: S608 (constant)
    if kept is None or not same(kept.hash, digest) or kept.revoked_at is not None:
        return None
    return KeyRow(
        id=kept.id,
        name=kept.name,
        created_at=kept.created_at,
        last_used_at=kept.last_used_at,
        revoked_at=None,
    )


def used(tx: Transaction, key_id: str, at: dt.datetime) -> None:
    """Remember the minute of a use; at most one write a minute."""
    minute = iso(at.replace(second=0, microsecond=0))
    sql = "update api_keys set last_used_at = ? where id = ? and coalesce(last_used_at, '') < ?"
    tx.run(sql, (minute, key_id, minute))


def all_keys(tx: Transaction) -> list[KeyRow]:
    """Every key, revoked ones too, the oldest first."""
    return tx.rows(KeyRow, f"select {_COLUMNS} from api_keys order by created_at, id")  # noqa: S608 (constant)


def revoke(tx: Transaction, key_id: str, at: dt.datetime) -> bool:
    """False when there is no such key or it was revoked before."""
    return bool(tx.run("update api_keys set revoked_at = ? where id = ? and revoked_at is null", (iso(at), key_id)))
