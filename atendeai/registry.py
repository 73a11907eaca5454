"""The SQL of the registry: which clinics exist and which WhatsApp number is whose. No patient data, ever."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec
from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import iso


class ClinicRow(Struct, frozen=True, kw_only=True):
    """A clinic as the registry knows it."""

    id: str
    name: str
    status: Literal["active", "suspended"] = "active"
    created_at: dt.datetime


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
    clinics = tx.rows(ClinicRow, "select id, name, status, created_at from clinics order by created_at, id")
    numbers = tx.dicts("select * from whatsapp_numbers order by created_at, phone_number_id")
    found = (
        msgspec.convert(number | {"app_secrets": msgspec.json.decode(number["app_secrets"])}, NumberRow, strict=False)
        for number in numbers
    )
    return Registry({clinic.id: clinic for clinic in clinics}, {one.phone_number_id: one for one in found})


def add_clinic(tx: Transaction, clinic: ClinicRow) -> bool:
    """False when the id is taken."""
    return bool(
        tx.run(
            "insert into clinics(id, name, status, created_at) values(?, ?, ?, ?) on conflict do nothing",
            (clinic.id, clinic.name, clinic.status, iso(clinic.created_at)),
        )
    )


def remove_clinic(tx: Transaction, clinic_id: str) -> bool:
    """The clinic's numbers go with it. False when it was not there."""
    return bool(tx.run("delete from clinics where id = ?", (clinic_id,)))


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
