"""Who calls: a clinic's API key (`Authorization: Bearer` or `X-API-Key`) opens that clinic's file and no other."""

from __future__ import annotations

import datetime as dt
from typing import Any

import anyio
from litestar import Request
from litestar.di import NamedDependency

from atendeai.auth import keys
from atendeai.clinic_files import ClinicFiles, UnknownClinic
from atendeai.ops.clock import Clock
from atendeai.ops.problem import Problem
from atendeai.ops.secrets import clinic_of_api_key

USED_EVERY = dt.timedelta(minutes=1)  # a read must not cost a write each time
_CHALLENGE = {"WWW-Authenticate": "Bearer"}


async def key_clinic(
    request: Request[Any, Any, Any], files: NamedDependency[ClinicFiles], clock: NamedDependency[Clock]
) -> str:
    """The clinic whose key came along. 401 without a key, with a wrong one, or with a revoked one."""
    scheme, _, plain = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        plain = request.headers.get("x-api-key", "")
    if not plain.strip():
        raise Problem(
            401,
            "no_key",
            "An API key is needed.",
            "Send `Authorization: Bearer <key>`; `atendeai key create CLINIC` makes one.",
            headers=_CHALLENGE,
        )
    clinic_id = await anyio.to_thread.run_sync(_verified, plain.strip(), files, clock)
    if clinic_id is None:
        raise Problem(401, "bad_key", "The API key is not valid.", headers=_CHALLENGE)
    return clinic_id


def _verified(plain: str, files: ClinicFiles, clock: Clock) -> str | None:
    clinic_id = clinic_of_api_key(plain)
    if clinic_id is None:
        return None
    try:
        with files.clinic(clinic_id) as db:
            key = db.read(lambda tx: keys.verify(tx, plain))
            if key is None:
                return None
            now = clock.now()
            if key.last_used_at is None or now - key.last_used_at > USED_EVERY:
                db.write(lambda tx: keys.used(tx, key.id, now))
    except UnknownClinic:
        return None
    return clinic_id
