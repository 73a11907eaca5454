"""The audit trail: who changed or saw what, written in the transaction of the change, never altered.

Each line holds the SHA-256 of the line before it, so that a line changed, removed or put between is found by
`verify`; the newest line that was ever seen is remembered apart (control.db), so that a trail cut short is, too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.logging import correlation_id
from atendeai.ops.origin import origin

# What never enters the trail, whatever changes it: the names of columns and fields that hold secrets.
SECRET = frozenset(
    {"password", "password_hash", "hash", "token", "secret", "key", "access_token", "app_secret", "app_secrets"}
    | {"verify_token", "transcription_key", "refresh_token"}
)
_HASHED = "id, at, who, action, subject, subject_id, detail, old, new, address, agent, correlation_id, previous_hash"


class Broken(Struct, frozen=True):
    """The first line that does not follow from the ones before it; `reason` is one sentence."""

    id: int
    reason: str


class Verified(Struct, frozen=True):
    """A trail as it was found: how many lines are chained, the newest one, and what is wrong, if anything."""

    lines: int
    last_id: int
    last_hash: str
    broken: Broken | None = None


def write(
    tx: Transaction,
    *,
    at: str,
    who: str,
    action: str,
    subject: str,
    subject_id: str,
    detail: str = "{}",
    old: Mapping[str, Any] | None = None,
    new: Mapping[str, Any] | None = None,
) -> None:
    """Append one line. `subject` is a table, `old` and `new` its values, of which secrets are left out.

    `detail` is JSON without patient content. Address, agent and correlation id are those of the request.
    """
    previous = tx.dicts("select id, hash from audit_logs order by id desc limit 1")
    came = origin()
    line: dict[str, Any] = {
        "id": previous[0]["id"] + 1 if previous else 1,
        "at": at,
        "who": who,
        "action": action,
        "subject": subject,
        "subject_id": subject_id,
        "detail": detail,
        "old": _kept(old),
        "new": _kept(new),
        "address": came.address,
        "agent": came.agent,
        "correlation_id": correlation_id(),
        "previous_hash": previous[0]["hash"] if previous else "",
    }
    line["hash"] = _hash(line)
    tx.run(
        f"insert into audit_logs({_HASHED}, hash)"
        " values(:id, :at, :who, :action, :subject, :subject_id, :detail, :old, :new, :address, :agent,"
        " :correlation_id, :previous_hash, :hash)",
        line,
    )


def changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of two states of a row only what differs, for `old` and `new` of `write`."""
    names = [name for name in new if old.get(name) != new[name]]
    return {name: old.get(name) for name in names}, {name: new[name] for name in names}


def verify(tx: Transaction, *, begins: int = 1, head: tuple[int, str] | None = None) -> Verified:
    """Follow the chain from line `begins`; `head` is the id and hash of a line that was there once."""
    # The first line follows from nothing: so a trail cut at its beginning is found, whatever `begins` was made to be.
    lines, last_id, last_hash, seen_head = 0, begins - 1, "", head is None
    for line in _lines(tx, begins):
        if line["id"] != last_id + 1:
            return Verified(lines, last_id, last_hash, Broken(last_id + 1, "a line was removed here"))
        if line["previous_hash"] != last_hash:
            return Verified(lines, last_id, last_hash, Broken(line["id"], "the line before it is another one"))
        if line["hash"] != _hash(line):
            return Verified(lines, last_id, last_hash, Broken(line["id"], "it was changed"))
        lines, last_id, last_hash = lines + 1, line["id"], line["hash"]
        seen_head = seen_head or (head is not None and (last_id, last_hash) == head)
    if not seen_head and head is not None:
        return Verified(lines, last_id, last_hash, Broken(head[0], "the trail once had another line here"))
    return Verified(lines, last_id, last_hash)


def _lines(tx: Transaction, begins: int) -> Iterator[dict[str, Any]]:
    after = begins - 1
    while page := tx.dicts(
        f"select {_HASHED}, hash from audit_logs where id > ? order by id limit 1000",  # noqa: S608 (constant)
        (after,),
    ):
        yield from page
        after = page[-1]["id"]


def _hash(line: Mapping[str, Any]) -> str:
    fields = [line[name] for name in _HASHED.split(", ")]
    return hashlib.sha256(msgspec.json.encode(fields)).hexdigest()


def _kept(values: Mapping[str, Any] | None) -> str | None:
    if values is None:
        return None
    return msgspec.json.encode({name: value for name, value in values.items() if name not in SECRET}).decode()
