"""Webhook bodies as Meta writes them, without any network."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence
from typing import Any

import msgspec

OBJECT = "whatsapp_business_account"
WABA_ID = "102290129340398"
DISPLAY_PHONE = "15550783881"


def webhook_body(
    *,
    phone_number_id: str,
    waba_id: str = WABA_ID,
    display_phone: str = DISPLAY_PHONE,
    field: str = "messages",
    **lists: Sequence[dict[str, Any]],
) -> bytes:
    """A body with one change; `lists` are its value's: contacts, messages, statuses, message_echoes, …"""
    metadata = {"display_phone_number": display_phone, "phone_number_id": phone_number_id}
    value: dict[str, Any] = {"messaging_product": "whatsapp", "metadata": metadata}
    value |= {name: list(members) for name, members in lists.items() if members}
    entry = {"id": waba_id, "changes": [{"value": value, "field": field}]}
    return msgspec.json.encode({"object": OBJECT, "entry": [entry]})


def new_wamid() -> str:
    return f"wamid.{secrets.token_urlsafe(24)}"


def contact(wa_id: str | None, name: str = "", user_id: str | None = None, username: str = "") -> dict[str, Any]:
    """A contact card; without `wa_id` for people who hide their number behind a username."""
    profile = _given(name=name, username=username)
    return _given(profile=profile, wa_id=wa_id, user_id=user_id)


def message(
    kind: str,
    part: dict[str, Any],
    *,
    sender: str | None,
    user_id: str | None = None,
    wamid: str | None = None,
    at: float | None = None,
    reply_to: str | None = None,
) -> dict[str, Any]:
    """One message of Meta's `messages` list; `at` is Unix seconds."""
    context = {"id": reply_to} if reply_to else None
    identified = _given(**{"from": sender, "from_user_id": user_id, "context": context})
    moment = time.time() if at is None else at
    return identified | {"id": wamid or new_wamid(), "timestamp": str(int(moment)), "type": kind, kind: part}


def status(
    wamid: str,
    name: str,
    *,
    recipient: str | None = None,
    user_id: str | None = None,
    k: str = "",
    at: float | None = None,
    code: int | None = None,
    title: str = "",
) -> dict[str, Any]:
    """One status; `code` and `title` are for `failed`."""
    errors = [{"code": code, "title": title, "message": title}] if code is not None else None
    moment = time.time() if at is None else at
    priced = {
        "billable": False,
        "pricing_model": "PMP",
        "type": "free_customer_service",
        "category": "service",
    }
    return {"id": wamid, "status": name, "timestamp": str(int(moment))} | _given(
        recipient_id=recipient,
        recipient_user_id=user_id,
        biz_opaque_callback_data=k,
        errors=errors,
        pricing=priced if name == "sent" else None,
    )


def _given(**members: Any) -> dict[str, Any]:
    """The members that have something to say: Meta leaves the others out."""
    return {name: value for name, value in members.items() if value}
