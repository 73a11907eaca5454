"""The SQL of the registry: which clinics exist and which WhatsApp number is whose. No patient data, ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal

import msgspec
from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso

Status = Literal["active", "suspended"]


class ClinicRow(Struct, frozen=True, kw_only=True):
    """A clinic as the registry knows it. `version` counts changes (ETag)."""

    id: str
    name: str
    status: Status = "active"
    created_at: dt.datetime
    version: int = 1


Also = Callable[[Transaction, ClinicRow], None]  # what happens in the transaction that registers a clinic


class NumberRow(Struct, frozen=True, kw_only=True):
    """A WhatsApp number; `app_secrets` are sealed, `verify_token_hash` is SHA-256 in hex or empty."""

    phone_number_id: str
    waba_id: str
    display_phone: str
    clinic_id: str
    app_secrets: tuple[str, ...]
    verify_token_hash: str
    created_at: dt.datetime


class Registry(Struct, frozen=True):
    """Everything in control.db at one moment, by id."""

    clinics: dict[str, ClinicRow] = {}
    numbers: dict[str, NumberRow] = {}


def read(tx: Transaction) -> Registry:
    clinics = tx.rows(ClinicRow, "select id, name, status, created_at, version from clinics order by created_at, id")
    numbers = tx.dicts("select * from whatsapp_numbers order by created_at, phone_number_id")
    found = (
        msgspec.convert(number | {"app_secrets": msgspec.json.decode(number["app_secrets"])}, NumberRow, strict=False)
        for number in numbers
    )
    return Registry({clinic.id: clinic for clinic in clinics}, {one.phone_number_id: one for one in found})


def add_clinic(tx: Transaction, clinic: ClinicRow, also: Also | None = None) -> bool:
    """False, without `also`, when the id is taken."""
    added = tx.run(
        "insert into clinics(id, name, status, created_at, version) values(?, ?, ?, ?, ?) on conflict do nothing",
        (clinic.id, clinic.name, clinic.status, iso(clinic.created_at), clinic.version),
    )
    if added and also is not None:
        also(tx, clinic)
    return bool(added)


def clinic(tx: Transaction, clinic_id: str) -> ClinicRow | None:
    """A clinic as this transaction sees it."""
    return tx.row(ClinicRow, "select id, name, status, created_at, version from clinics where id = ?", (clinic_id,))


def change_clinic(tx: Transaction, clinic_id: str, *, name: str | None = None, status: Status | None = None) -> bool:
    """Set what is given and count the version on; False when there is no such clinic."""
    return bool(
        tx.run(
            "update clinics set name = coalesce(?, name), status = coalesce(?, status), version = version + 1"
            " where id = ?",
            (name, status, clinic_id),
        )
    )


def logins(tx: Transaction, clinic_id: str) -> list[str]:
    """The addresses that may log in there."""
    return [str(email) for email in tx.values("select email from logins where clinic_id = ? order by 1", (clinic_id,))]


def add_login(tx: Transaction, email: str, clinic_id: str) -> None:
    tx.run("insert into logins(email, clinic_id) values(?, ?) on conflict do nothing", (email, clinic_id))


def remove_clinic(tx: Transaction, clinic_id: str, also: Callable[[Transaction], None] | None = None) -> bool:
    """The clinic's numbers go with it; then `also` happens. False when it was not there."""
    removed = bool(tx.run("delete from clinics where id = ?", (clinic_id,)))
    if also is not None:
        also(tx)
    return removed


def connect_number(tx: Transaction, number: NumberRow) -> bool:
    """Add or renew a number; False when it belongs to another clinic."""
    return bool(
        tx.run(
            "insert into whatsapp_numbers(phone_number_id, waba_id, display_phone, clinic_id, app_secrets,"
            " verify_token_hash, created_at) values(?, ?, ?, ?, ?, ?, ?)"
            " on conflict(phone_number_id) do update set waba_id = excluded.waba_id,"
            " display_phone = excluded.display_phone, app_secrets = excluded.app_secrets,"
            " verify_token_hash = excluded.verify_token_hash where clinic_id = excluded.clinic_id",
            (
                number.phone_number_id,
                number.waba_id,
                number.display_phone,
                number.clinic_id,
                msgspec.json.encode(number.app_secrets).decode(),
                number.verify_token_hash,
                iso(number.created_at),
            ),
        )
    )


def disconnect_number(tx: Transaction, phone_number_id: str) -> bool:
    """False when it was not there."""
    return bool(tx.run("delete from whatsapp_numbers where phone_number_id = ?", (phone_number_id,)))


def keep_number(tx: Transaction, number: NumberRow, sealed_token: str) -> None:
    """In the clinic's own file: the number and the token to speak for it; a paused number is active again."""
    tx.run(
        "insert into whatsapp_configurations(phone_number_id, waba_id, display_phone, access_token,"
        " created_at) values(?, ?, ?, ?, ?)"
        " on conflict(phone_number_id) do update set waba_id = excluded.waba_id,"
        " display_phone = excluded.display_phone, access_token = excluded.access_token,"
        " state = 'active', paused_reason = null",
        (number.phone_number_id, number.waba_id, number.display_phone, sealed_token, iso(number.created_at)),
    )


def forget_number(tx: Transaction, phone_number_id: str) -> None:
    """In the clinic's own file."""
    tx.run("delete from whatsapp_configurations where phone_number_id = ?", (phone_number_id,))


def sealed_token(tx: Transaction, phone_number_id: str) -> str | None:
    """In the clinic's own file."""
    sql = "select access_token from whatsapp_configurations where phone_number_id = ?"
    found: str | None = tx.value(sql, (phone_number_id,))
    return found
