"""The rows behind Idempotency-Key: which requests were made with a key, and what they were answered."""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import seconds

KEPT = dt.timedelta(days=1)
# Whoever holds a key longer without an answer was cut off by a crash, and the next one may try.
HELD = dt.timedelta(minutes=1)


class Answer(Struct, frozen=True):
    """What a request was answered; `body` is sealed, for it may show a secret once."""

    status: int
    body: str
    headers: dict[str, str]


class Claimed(Struct, frozen=True):
    """The request may go on; its answer is waited for."""


class InProgress(Struct, frozen=True):
    """The first request with this key is being answered now."""


class Mismatch(Struct, frozen=True):
    """The key came before with another request."""


class _Row(Struct, frozen=True):
    request: str
    status: int | None
    body: str | None
    headers: str
    created_at: int


def claim(
    tx: Transaction, key: str, who: str, request: str, at: dt.datetime
) -> Claimed | Answer | InProgress | Mismatch:
    """Take a key for a request (its SHA-256), or learn what became of the one that had it first."""
    now = seconds(at)
    forget_old(tx, at)
    tx.run(
        "delete from idempotency_keys where key = ? and who = ? and status is null and created_at < ?",
        (key, who, seconds(at - HELD)),
    )
    sql = "insert into idempotency_keys(key, who, request, created_at) values(?, ?, ?, ?) on conflict do nothing"
    if tx.run(sql, (key, who, request, now)):
        return Claimed()
    sql = "select request, status, body, headers, created_at from idempotency_keys where key = ? and who = ?"
    row = tx.rows(_Row, sql, (key, who))[0]
    if row.request != request:
        return Mismatch()
    if row.status is None or row.body is None:
        return InProgress()
    return Answer(row.status, row.body, msgspec.json.decode(row.headers, type=dict[str, str]))


def keep(tx: Transaction, key: str, who: str, answer: Answer) -> None:
    """From now on the key gets this answer."""
    tx.run(
        "update idempotency_keys set status = ?, body = ?, headers = ? where key = ? and who = ?",
        (answer.status, answer.body, msgspec.json.encode(answer.headers).decode(), key, who),
    )


def release(tx: Transaction, key: str, who: str) -> None:
    """Nothing was created: the key may be used again."""
    tx.run("delete from idempotency_keys where key = ? and who = ? and status is null", (key, who))


def forget_old(tx: Transaction, at: dt.datetime) -> int:
    """Drop keys older than a day, with what was answered; how many."""
    return tx.run("delete from idempotency_keys where created_at < ?", (seconds(at - KEPT),))
