"""The stand-in's answers to Graph API requests, apart from sockets."""

from __future__ import annotations

import secrets
from email.parser import BytesParser
from typing import Any, assert_never

import msgspec
from msgspec import Struct

from atendeai.whatsapp import loose
from atendeai.whatsapp.identity import is_bsuid, match_key
from atendeai.whatsapp.standin import faults
from atendeai.whatsapp.standin.rules import refusal
from atendeai.whatsapp.standin.store import Read, Sent, Store


class Answer(Struct, frozen=True):
    status: int
    body: bytes
    content_type: str = "application/json"
    headers: dict[str, str] = {}


class Broken(Struct, frozen=True):
    """No answer: the connection ends, with a reset or quietly."""

    reset: bool


class Late(Struct, frozen=True):
    seconds: float
    answer: Answer


class Taken(Struct, frozen=True):
    """How a request to `/messages` ends: the message it became, if any, and what the client gets to see."""

    answer: Answer | Broken | Late
    sent: Sent | None = None
    fails: faults.FailLater | None = None


def ok(value: Any) -> Answer:
    return Answer(200, msgspec.json.encode(value))


def error(
    code: int,
    details: str,
    http_status: int = 400,
    *,
    subcode: int | None = None,
    retry_after: int | None = None,
) -> Answer:
    """An error in Meta's shape."""
    body: dict[str, Any] = {
        "message": f"(#{code}) {details}",
        "type": "OAuthException",
        "code": code,
        "error_data": {"messaging_product": "whatsapp", "details": details},
        "fbtrace_id": f"A{secrets.token_urlsafe(16)}",
    }
    if subcode is not None:
        body["error_subcode"] = subcode
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return Answer(http_status, msgspec.json.encode({"error": body}), headers=headers)


UNAUTHORISED = error(190, "Invalid OAuth access token.", 401)
NOT_THERE = error(100, "Unsupported request. Object does not exist or permissions are missing.", subcode=33)


def take(store: Store, phone_number_id: str, content: bytes) -> Taken:
    """POST /{version}/{phone_number_id}/messages: Meta's refusals first, then the next fault is played."""
    body = loose.parse(content)
    refused = refusal(body)
    if refused is not None:
        return Taken(error(refused.code, refused.details, refused.http_status))
    if body.get("status") is not None:
        read = Read(phone_number_id, body["message_id"], "typing_indicator" in body)
        store.mark_read(read)
        return Taken(ok({"success": True}))
    return _play(store, phone_number_id, body, store.next_fault(phone_number_id))


def _play(store: Store, phone_number_id: str, body: dict[str, Any], fault: faults.Fault | None) -> Taken:
    match fault:
        case faults.Reset():
            return Taken(Broken(reset=True))
        case faults.ErrorCode():
            return Taken(error(fault.code, fault.message, fault.status, retry_after=fault.retry_after))
        case faults.HttpError() if not fault.accepted:
            return Taken(_html(fault.status))
    sent = store.accept(phone_number_id, body)
    accepted = ok(accepted_body(sent))
    match fault:
        case None:
            return Taken(accepted, sent)
        case faults.FailLater():
            return Taken(accepted, sent, fault)
        case faults.Delay():
            return Taken(Late(fault.seconds, accepted), sent)
        case faults.DropAfterAccept():
            return Taken(Broken(reset=False), sent)
        case faults.Garble():
            return Taken(Answer(200, b"<html>", "text/html"), sent)
        case faults.HttpError():
            return Taken(_html(fault.status), sent)
        case _:
            assert_never(fault)


def _html(status: int) -> Answer:
    return Answer(status, b"<html><body>upstream failed</body></html>", "text/html")


def accepted_body(sent: Sent) -> dict[str, Any]:
    """Meta's answer; a Brazilian mobile comes back without its ninth digit."""
    known = {"user_id": sent.to} if is_bsuid(sent.to) else {"wa_id": match_key(sent.to)}
    return {
        "messaging_product": "whatsapp",
        "contacts": [{"input": sent.to, **known}],
        "messages": [{"id": sent.wamid, "message_status": "accepted"}],
    }


def media_info(store: Store, media_id: str, base_url: str) -> Answer:
    file = store.files[media_id]
    return ok(
        {
            "messaging_product": "whatsapp",
            "id": media_id,
            "url": f"{base_url}/media-files/{media_id}",
            "mime_type": file.mime_type,
            "sha256": file.sha256,
            "file_size": len(file.content),
        }
    )


def number_info(phone_number_id: str, display_phone: str) -> Answer:
    return ok(
        {
            "id": phone_number_id,
            "display_phone_number": display_phone,
            "verified_name": "Clínica de Demonstração",
            "quality_rating": "GREEN",
        }
    )


def upload(store: Store, content_type: str, content: bytes) -> Answer:
    """POST /{version}/{phone_number_id}/media: a multipart form with messaging_product, type and file."""
    form = BytesParser().parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + content)
    fields = {
        str(part.get_param("name", header="content-disposition")): part
        for part in form.walk()
        if not part.is_multipart()
    }
    if not {"messaging_product", "file"} <= fields.keys():
        return error(100, "The parameters messaging_product and file are required.")
    file = fields["file"].get_payload(decode=True)
    media_id = store.keep(file if isinstance(file, bytes) else b"", fields["file"].get_content_type())
    return ok({"id": media_id})
