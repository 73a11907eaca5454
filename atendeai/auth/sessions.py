"""Sessions: one a device, kept alive by refresh tokens that are exchanged for new ones (RFC 9700, section 4.14).

A token is opaque, kept as its hash, and good for one exchange. One that comes again is either a lost answer or a
double click (within `GRACE` of its first use) or a stolen token: then the whole session ends. What a repetition gave
beside the first answer lasts until one of them is exchanged, and counts as used from then: whoever copied a token
within the grace is found out at the next exchange. The functions work on the file of the person's clinic, or on
control.db for platform admins.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from typing import Literal

from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso, millis, seconds
from atendeai.ops.ids import new_id
from atendeai.ops.origin import origin
from atendeai.ops.secrets import sha256

LASTS = dt.timedelta(days=30)
GRACE = dt.timedelta(seconds=60)  # a client gives up waiting after half a minute, and asks again

_TOKEN = re.compile(r"atr_([a-z0-9-]{1,64})_[A-Za-z0-9-]{43}")


class Session(Struct, frozen=True, kw_only=True):
    """A device where somebody is logged in, as they see it; `expires_at` is UTC seconds."""

    id: str
    user_id: str
    address: str
    agent: str
    created_at: dt.datetime
    last_used_at: dt.datetime
    expires_at: int


class Started(Struct, frozen=True):
    """A session with the refresh token that its device gets, which is nowhere else."""

    session_id: str
    refresh_token: str

    def __repr__(self) -> str:
        return f"Started({self.session_id!r}, …)"


class Refused(Struct, frozen=True):
    """No new token. `reused` means that the session was ended by it, for `user_id`."""

    reason: Literal["unknown", "expired", "ended", "reused"]
    session_id: str | None = None
    user_id: str | None = None


class Refreshed(Struct, frozen=True):
    """The next refresh token of the session."""

    session_id: str
    user_id: str
    refresh_token: str

    def __repr__(self) -> str:
        return f"Refreshed({self.session_id!r}, …)"


class _Kept(Struct, frozen=True, kw_only=True):
    session_id: str
    user_id: str
    expires_at: int
    used_ms: int | None
    ended_at: str | None


_COLUMNS = "id, user_id, address, agent, created_at, last_used_at, expires_at"


def place_of(refresh_token: str) -> str | None:
    """The clinic's id, or "platform", that a refresh token claims to be of; None when it is none. Proves nothing."""
    found = _TOKEN.fullmatch(refresh_token)
    return found[1] if found else None


def start(tx: Transaction, place: str, user_id: str, at: dt.datetime) -> Started:
    """A new session, from where the request came. `place` is the clinic's id or "platform"."""
    came, session_id, now = origin(), new_id(), iso(at)
    tx.run(
        "insert into sessions(id, user_id, address, agent, created_at, last_used_at, expires_at)"
        " values(?, ?, ?, ?, ?, ?, ?)",
        (session_id, user_id, came.address, came.agent, now, now, seconds(at + LASTS)),
    )
    return Started(session_id, _issue(tx, place, session_id, at))


def refresh(tx: Transaction, place: str, token: str, at: dt.datetime) -> Refreshed | Refused:
    """Exchange a token for the next one. Every outcome but `Refreshed` leaves the device to log in again."""
    kept = tx.row(
        _Kept,
        "select t.session_id, s.user_id, t.expires_at, t.used_ms, s.ended_at from refresh_tokens t"
        " join sessions s on s.id = t.session_id where t.hash = ?",
        (sha256(token),),
    )
    if kept is None:
        return Refused("unknown")
    if kept.ended_at is not None:
        return Refused("ended", kept.session_id, kept.user_id)
    if kept.expires_at <= seconds(at):
        return Refused("expired", kept.session_id, kept.user_id)
    # A clock that was set back counts as within the grace: it must not throw everybody out.
    if kept.used_ms is not None and millis(at) - kept.used_ms > GRACE // dt.timedelta(milliseconds=1):
        end(tx, kept.session_id, "reused", at)
        return Refused("reused", kept.session_id, kept.user_id)
    _exchange(tx, kept.session_id, at, first=kept.used_ms is None)
    return Refreshed(kept.session_id, kept.user_id, _issue(tx, place, kept.session_id, at))


def _exchange(tx: Transaction, session_id: str, at: dt.datetime, *, first: bool) -> None:
    """With the first use of a token every other one that is out is used, too; a repetition leaves them alone."""
    if first:
        sql = "update refresh_tokens set used_ms = ? where session_id = ? and used_ms is null"
        tx.run(sql, (millis(at), session_id))
    came = origin()
    tx.run(
        "update sessions set last_used_at = ?, expires_at = ?, address = ?, agent = ? where id = ?",
        (iso(at), seconds(at + LASTS), came.address, came.agent, session_id),
    )


def _issue(tx: Transaction, place: str, session_id: str, at: dt.datetime) -> str:
    token = f"atr_{place}_{secrets.token_urlsafe(32).replace('_', '-')}"
    tx.run(
        "insert into refresh_tokens(hash, session_id, created_ms, expires_at) values(?, ?, ?, ?)",
        (sha256(token), session_id, millis(at), seconds(at + LASTS)),
    )
    return token


def lives(tx: Transaction, session_id: str, user_id: str, at: dt.datetime) -> bool:
    """Whether access tokens of this session still count."""
    sql = "select 1 from sessions where id = ? and user_id = ? and ended_at is null and expires_at > ?"
    return tx.value(sql, (session_id, user_id, seconds(at))) is not None


def of_user(tx: Transaction, user_id: str, at: dt.datetime) -> list[Session]:
    """Where somebody is logged in, the latest used first."""
    return tx.rows(
        Session,
        f"select {_COLUMNS} from sessions where user_id = ? and ended_at is null and expires_at > ?"  # noqa: S608
        " order by last_used_at desc, id desc",
        (user_id, seconds(at)),
    )


def end(tx: Transaction, session_id: str, because: str, at: dt.datetime) -> bool:
    """False when it had ended before."""
    sql = "update sessions set ended_at = ?, ended_because = ? where id = ? and ended_at is null"
    return bool(tx.run(sql, (iso(at), because, session_id)))


def end_all(tx: Transaction, user_id: str, because: str, at: dt.datetime, *, but: str = "") -> int:
    """End every session of somebody but one; how many there were."""
    sql = "update sessions set ended_at = ?, ended_because = ? where user_id = ? and id <> ? and ended_at is null"
    return tx.run(sql, (iso(at), because, user_id, but))


def forget_old(tx: Transaction, at: dt.datetime) -> int:
    """Drop sessions that ended or expired more than 90 days ago, and tokens that are over; how many sessions."""
    long_ago = at - dt.timedelta(days=90)
    tx.run("delete from refresh_tokens where expires_at < ?", (seconds(at - LASTS),))
    sql = "delete from sessions where coalesce(ended_at, '9') < ? or expires_at < ?"
    return tx.run(sql, (iso(long_ago), seconds(long_ago)))
