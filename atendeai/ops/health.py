"""Whether this process can do its work, as facts; what is answered is up to the routes."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw
from msgspec import Struct

from atendeai.database import Database
from atendeai.ops.secrets import Seal, SecretKeyError

LEAST_FREE_BYTES = 256 * 1024 * 1024


class Check(Struct, frozen=True):
    """One thing that was looked at; `detail` is for the operator and holds no secret."""

    ok: bool
    detail: str = ""


class Health(Struct, frozen=True):
    """Every check by name, and whether all of them went well."""

    ok: bool
    checks: dict[str, Check]


def ready(control: Database, data: Path, secret_key: Path, least_free_bytes: int = LEAST_FREE_BYTES) -> Health:
    """Whether this process can take messages now. Takes milliseconds; reads only."""
    checks = {
        "control": control_answers(control),
        "disk": disk_has_room(data, least_free_bytes),
        "secret_key": secret_key_is_readable(secret_key),
    }
    return Health(all(check.ok for check in checks.values()), checks)


def control_answers(control: Database) -> Check:
    try:
        count = control.read(lambda tx: tx.value("select count(*) from clinics"))
    except apsw.Error as error:
        return Check(False, f"control.db does not answer: {error}")
    return Check(True, f"{count} clinics")


def disk_has_room(data: Path, least_free_bytes: int = LEAST_FREE_BYTES) -> Check:
    try:
        free = shutil.disk_usage(data).free
    except OSError as error:
        return Check(False, f"the data directory cannot be looked at: {error.strerror}")
    return Check(free >= least_free_bytes, f"{free // 1_048_576} MiB free")


def secret_key_is_readable(secret_key: Path) -> Check:
    try:
        Seal.read(secret_key)
        mode = secret_key.stat().st_mode & 0o777
    except SecretKeyError as error:
        return Check(False, str(error))
    return Check(True, f"readable by others (mode {mode:o}): chmod 600" if mode & 0o077 else "")
