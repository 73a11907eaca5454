"""Meta's webhook body as a flat list of items, each with the key that makes it count once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atendeai.whatsapp import loose
from atendeai.whatsapp.fragments import contents_of
from atendeai.whatsapp.party import Party

Kind = Literal["message", "status", "echo", "error", "call", "other"]

# Fields whose value holds lists of events. Any other field (standby, history, ...) is kept whole, so that a
# copy of somebody else's conversation is never taken for a message to answer.
LISTED = {"", "messages", "calls", "message_echoes", "smb_message_echoes", "user_preferences"}


class Item(Struct, frozen=True, kw_only=True):
    """One event of a webhook body.

    `sender` is the patient's side of it, whichever way it went: a `wa_id`, else a BSUID. `sent_at` is Unix
    seconds by the sender's clock, 0 when unknown. `status` is also a call's event. `k` is the
    `biz_opaque_callback_data` of our own send. `raw` is the fragment as compact JSON.
    """

    key: str
    kind: Kind
    field: str = ""
    waba_id: str | None = None
    phone_number_id: str | None = None
    display_phone: str = ""
    sender: str | None = None
    wa_id: str | None = None
    user_id: str | None = None
    parent_user_id: str | None = None
    username: str = ""
    profile_name: str = ""
    group_id: str | None = None
    wamid: str | None = None
    message_kind: str = ""
    text: str = ""
    choice_id: str | None = None
    context_wamid: str | None = None
    media_id: str | None = None
    mime_type: str = ""
    latitude: float | None = None
    longitude: float | None = None
    sent_at: int = 0
    status: str = ""
    k: str | None = None
    error_code: int | None = None
    error_text: str = ""
    raw: str = "null"


def items(body: bytes) -> list[Item]:
    """Everything in `body`, in order. Never raises, never returns nothing: the unknown is `other`."""
    digest = hashlib.sha256(body).hexdigest()
    try:
        found = [item for entry in loose.each(loose.parse(body), "entry") for item in _entry(entry)]
        found = [_numbered(item, digest, index) for index, item in enumerate(found)]
    except RecursionError:  # nested so deep that it was read but cannot be written
        found = []
    return found or [_whole(body, digest)]


def _numbered(item: Item, digest: str, index: int) -> Item:
    """Errors of a value have no identity of their own: all are kept, each under its place in its body."""
    return msgspec.structs.replace(item, key=f"x:{digest}:{index}") if item.kind == "error" else item


def _whole(body: bytes, digest: str) -> Item:
    return Item(key=f"body:{digest}", kind="other", raw=loose.compact(body.decode("utf-8", "replace")))


class _Place(Struct, frozen=True):
    """Where an event was found: what all events of one value share."""

    field: str
    waba_id: str | None
    phone_number_id: str | None
    display_phone: str
    contacts: list[Any]

    def key(self, letter: str, *parts: str) -> str:
        return ":".join((letter, self.phone_number_id or "", *parts))


def _entry(entry: Any) -> Iterator[Item]:
    changes = loose.each(entry, "changes")
    if not changes:
        yield Item(
            key=f"entry:{loose.fingerprint(entry)}",
            kind="other",
            waba_id=loose.text(entry, "id") or None,
            sent_at=loose.seconds(entry, "time"),
            raw=loose.compact(entry),
        )
    for change in changes:
        yield from _change(entry, change)


def _change(entry: Any, change: Any) -> Iterator[Item]:
    value = loose.obj(change, "value")
    metadata = loose.obj(value, "metadata")
    place = _Place(
        field=loose.text(change, "field"),
        waba_id=loose.text(entry, "id") or None,
        phone_number_id=loose.text(metadata, "phone_number_id") or None,
        display_phone=loose.text(metadata, "display_phone_number"),
        contacts=loose.each(value, "contacts"),
    )
    found = list(_listed(place, value)) if place.field in LISTED else []
    yield from found or [_other_change(place, entry, change)]


def _other_change(place: _Place, entry: Any, change: Any) -> Item:
    # The moment is part of the identity: a template paused, approved and paused again is three events.
    moment = loose.seconds(entry, "time")
    hashed = loose.fingerprint([place.waba_id, moment, loose.obj(change).get("value", change)])
    return Item(
        key=f"{place.field or 'change'}:{hashed}",
        kind="other",
        field=place.field,
        waba_id=place.waba_id,
        phone_number_id=place.phone_number_id,
        display_phone=place.display_phone,
        sent_at=moment,
        raw=loose.compact(change),
    )


def _listed(place: _Place, value: dict[str, Any]) -> Iterator[Item]:
    for message in loose.each(value, "messages"):
        yield _message(place, message)
    for echo in loose.each(value, "message_echoes"):
        yield _echo(place, echo)
    for call in loose.each(value, "calls"):
        yield _call(place, call)
    for status in loose.each(value, "statuses"):
        yield _call(place, status) if loose.text(status, "type") == "call" else _status(place, status)
    for error in loose.each(value, "errors"):
        yield _error(place, error)
    for preference in loose.each(value, "user_preferences"):
        yield _preference(place, preference)


def _message(place: _Place, message: Any) -> Item:
    wamid = loose.text(message, "id")
    key = place.key("m", wamid) if wamid else f"messages:{loose.fingerprint(message)}"
    return _spoken(place, message, key, "message", Party.of(place.contacts, message, "from"))


def _echo(place: _Place, echo: Any) -> Item:
    """What the clinic's people wrote on their phone; the patient is who it went to."""
    wamid = loose.text(echo, "id")
    key = f"e:{wamid}" if wamid else f"message_echoes:{loose.fingerprint(echo)}"
    return _spoken(place, echo, key, "echo", Party.of(place.contacts, echo, "to"))


def _spoken(place: _Place, message: Any, key: str, kind: Kind, party: Party) -> Item:
    contents = contents_of(message)
    code, words = _first_error(message)
    return Item(
        key=key,
        kind=kind if isinstance(message, dict) else "other",
        **_shared(place, party, message),
        wamid=loose.text(message, "id") or None,
        group_id=loose.text(message, "group_id") or None,
        message_kind=contents.kind,
        text=contents.text,
        choice_id=contents.choice_id,
        context_wamid=contents.context_wamid,
        media_id=contents.media_id,
        mime_type=contents.mime_type,
        latitude=contents.latitude,
        longitude=contents.longitude,
        error_code=code,
        error_text=words,
    )


def _status(place: _Place, status: Any) -> Item:
    wamid, name = loose.text(status, "id"), loose.text(status, "status")
    participant = loose.text(status, "recipient_participant_id", "participant_recipient_id")
    parts = [wamid, name, participant] if participant else [wamid, name]
    known = bool(wamid and name)
    code, words = _first_error(status)
    return Item(
        key=place.key("s", *parts) if known else f"statuses:{loose.fingerprint(status)}",
        kind="status" if isinstance(status, dict) else "other",
        **_shared(place, Party.of(place.contacts, status, "recipient"), status),
        wamid=wamid or None,
        status=name.lower(),
        k=loose.text(status, "biz_opaque_callback_data") or None,
        error_code=code,
        error_text=words,
    )


def _call(place: _Place, call: Any) -> Item:
    call_id, event = loose.text(call, "id"), loose.text(call, "event", "status")
    if loose.text(call, "type") == "call":
        side = "recipient"
    else:
        side = "to" if loose.text(call, "direction") == "BUSINESS_INITIATED" else "from"
    code, words = _first_error(call)
    return Item(
        key=f"c:{call_id}:{event}" if call_id else f"calls:{loose.fingerprint(call)}",
        kind="call" if isinstance(call, dict) else "other",
        **_shared(place, Party.of(place.contacts, call, side), call),
        wamid=call_id or None,
        status=event.lower(),
        k=loose.text(call, "biz_opaque_callback_data") or None,
        error_code=code,
        error_text=words,
    )


def _error(place: _Place, error: Any) -> Item:
    code, words = _first_error({"errors": [error]})
    shared = _shared(place, Party(), error)
    return Item(key="", kind="error", error_code=code, error_text=words, **shared)


def _preference(place: _Place, preference: Any) -> Item:
    """A patient stopped or resumed marketing: `status` is "stop" or "resume"."""
    shared = _shared(place, Party.of(place.contacts, preference, ""), preference)
    key = f"user_preferences:{loose.fingerprint(preference)}"
    return Item(key=key, kind="other", status=loose.text(preference, "value").lower(), **shared)


def _shared(place: _Place, party: Party, event: Any) -> dict[str, Any]:
    return {
        "field": place.field,
        "waba_id": place.waba_id,
        "phone_number_id": place.phone_number_id,
        "display_phone": place.display_phone,
        "sender": party.wa_id or party.user_id,
        **msgspec.structs.asdict(party),
        "sent_at": loose.seconds(event, "timestamp"),
        "raw": loose.compact(event),
    }


def _first_error(event: Any) -> tuple[int | None, str]:
    for error in loose.each(event, "errors"):
        title = loose.text(error, "title", "message")
        details = loose.text(loose.obj(error, "error_data"), "details")
        return loose.integer(error, "code"), ": ".join(part for part in (title, details) if part)
    return None, ""
