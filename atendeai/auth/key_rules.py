"""What a key may be given, and by whom; making and revoking one with its line of the audit trail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Literal

from msgspec import Struct

from atendeai.auth import keys
from atendeai.auth.permissions import OF_KEYS
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso
from atendeai.ops.secrets import ApiKey


class KeyRefused(Struct, frozen=True):
    """No key was made; `errors` name what is wrong of what was asked for."""

    code: Literal["bad_scope", "over_already"]
    title: str
    errors: list[dict[str, str]]


def grant(
    tx: Transaction,
    clinic_id: str,
    name: str,
    at: dt.datetime,
    *,
    scopes: Sequence[str],
    has: Collection[str],
    by: str,
    expires_at: dt.datetime | None = None,
) -> ApiKey | KeyRefused:
    """Make a key. `has` are the permissions of whoever makes it: nobody gives what they have not."""
    wrong = [index for index, scope in enumerate(scopes) if scope not in OF_KEYS or scope not in has]
    if wrong:
        errors = [
            {"path": f"scopes[{index}]", "message": f"{scopes[index]} is none that this key can have"}
            for index in wrong
        ]
        return KeyRefused("bad_scope", "A key cannot have that scope, or it is not yours to give.", errors)
    if expires_at is not None and expires_at <= at:
        error = {"path": "expires_at", "message": "It is in the past"}
        return KeyRefused("over_already", "The key would be over already.", [error])
    made = keys.create(tx, clinic_id, name, at, scopes=scopes, by=by, expires_at=expires_at)
    new = {"name": name, "scopes": sorted(set(scopes)), "expires_at": iso(expires_at) if expires_at else None}
    audit.write(tx, at=iso(at), who=by, action="api_keys.created", subject="api_keys", subject_id=made.id, new=new)
    return made


def take_back(tx: Transaction, key_id: str, by: str, at: dt.datetime) -> bool:
    """Revoke a key; False when there is none in use."""
    revoked = keys.revoke(tx, key_id, at)
    if revoked:
        audit.write(tx, at=iso(at), who=by, action="api_keys.revoked", subject="api_keys", subject_id=key_id)
    return revoked
