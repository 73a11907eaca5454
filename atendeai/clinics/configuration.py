"""How a clinic runs AtendeAI: what staff decide and patients need not know (that is the context document)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso

Days = Annotated[int, Meta(ge=1, le=36_500)]


class Configuration(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A clinic's configuration.

    `open_registration` lets anybody ask for an account (which waits, without rights, until somebody activates it).
    Until `platform_access_until` those who run the installation may look into this clinic. The retention periods
    are days after which what is older is removed, daily; null keeps it. `consent_at_first_contact` sends the
    context's `policies.consent` before the first answer to somebody new.
    """

    open_registration: bool = False
    platform_access_until: Annotated[dt.datetime, Meta(tz=True)] | None = None
    retention_messages_days: Days | None = None
    retention_media_days: Days | None = None
    retention_webhooks_days: Days = 30
    consent_at_first_contact: bool = False


class Kept(Struct, frozen=True):
    """A configuration and its version (ETag); version 0 is the one nobody has changed yet."""

    configuration: Configuration
    version: int


def read(tx: Transaction) -> Kept:
    found = tx.dicts("select document, version from clinic_configuration where id = 1")
    if not found:
        return Kept(Configuration(), 0)
    return Kept(msgspec.json.decode(found[0]["document"], type=Configuration), found[0]["version"])


def write(tx: Transaction, configuration: Configuration, at: dt.datetime) -> int:
    """Returns the new version."""
    version: int = tx.value(
        "insert into clinic_configuration(id, document, version, updated_at) values(1, ?1, 1, ?2)"
        " on conflict(id) do update set document = ?1, version = version + 1, updated_at = ?2 returning version",
        (msgspec.json.encode(configuration).decode(), iso(at)),
    )
    return version
