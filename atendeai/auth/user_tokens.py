"""Invitations and new passwords: opaque tokens for one use within a time, of which only hashes are kept.

The functions work on the file of the person's clinic, or on control.db for platform admins.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import from_seconds, iso, seconds
from atendeai.ops.secrets import sha256

Purpose = Literal["invitation", "password_reset"]
LASTS: Mapping[Purpose, dt.timedelta] = {
    "invitation": dt.timedelta(days=7),
    "password_reset": dt.timedelta(minutes=30),
}
KEPT = dt.timedelta(days=30)  # after its end: a link that is followed late is still known

_TOKEN = re.compile(r"att_([a-z0-9-]{1,64})_[A-Za-z0-9-]{43}")


class Issued(Struct, frozen=True):
    """A token as it is born: it is nowhere else and cannot be shown again."""

    token: str
    expires_at: dt.datetime

    def __repr__(self) -> str:
        return f"Issued(…, {self.expires_at!r})"


def place_of(token: str) -> str | None:
    """The clinic's id, or "platform", that a token claims to be of; None when it is none. Proves nothing."""
    found = _TOKEN.fullmatch(token)
    return found[1] if found else None


def issue(tx: Transaction, place: str, user_id: str, purpose: Purpose, at: dt.datetime) -> Issued:
    """A new token; those of the same purpose before it count no more. `place` is the clinic's id or "platform"."""
    void(tx, user_id, at, purpose)
    token = f"att_{place}_{secrets.token_urlsafe(32).replace('_', '-')}"
    ends = seconds(at + LASTS[purpose])
    tx.run(
        "insert into user_tokens(hash, user_id, purpose, created_at, expires_at) values(?, ?, ?, ?, ?)",
        (sha256(token), user_id, purpose, iso(at), ends),
    )
    return Issued(token, from_seconds(ends))


def whose(tx: Transaction, token: str, purpose: Purpose, at: dt.datetime) -> str | None:
    """The id of whom a token is for while it counts. Reads only."""
    sql = "select user_id from user_tokens where hash = ? and purpose = ? and used_at is null and expires_at > ?"
    found: str | None = tx.value(sql, (sha256(token), purpose, seconds(at)))
    return found


def use(tx: Transaction, token: str, purpose: Purpose, at: dt.datetime) -> str | None:
    """Use a token up, and return the id of whom it is for; None when it is unknown, used or over."""
    found: str | None = tx.value(
        "update user_tokens set used_at = ? where hash = ? and purpose = ? and used_at is null and expires_at > ?"
        " returning user_id",
        (iso(at), sha256(token), purpose, seconds(at)),
    )
    return found


def void(tx: Transaction, user_id: str, at: dt.datetime, purpose: Purpose | None = None) -> int:
    """Somebody's outstanding tokens count no more; how many there were."""
    sql = "update user_tokens set used_at = ? where user_id = ? and used_at is null and purpose = coalesce(?, purpose)"
    return tx.run(sql, (iso(at), user_id, purpose))


def forget_old(tx: Transaction, at: dt.datetime) -> int:
    """Drop what was used, or expired, more than 30 days ago; how many."""
    long_ago = at - KEPT
    sql = "delete from user_tokens where coalesce(used_at, '9') < ? or expires_at < ?"
    return tx.run(sql, (iso(long_ago), seconds(long_ago)))
