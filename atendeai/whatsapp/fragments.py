"""What one WhatsApp message says: its words, the option it picks, its media, and what it refers to."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from atendeai.whatsapp import loose

MEDIA = ("image", "video", "audio", "document", "sticker")
KINDS = (
    "text", *MEDIA, "location", "contacts", "interactive", "button", "reaction", "order", "system", "edit",
    "revoke", "unsupported",
)  # fmt: skip


class Contents(Struct, frozen=True, kw_only=True):
    """`kind` is Meta's type, guessed when missing, "unknown" when there is nothing to guess from.

    `context_wamid` is the message that was answered, reacted to, edited or revoked.
    """

    kind: str
    text: str = ""
    choice_id: str | None = None
    context_wamid: str | None = None
    media_id: str | None = None
    mime_type: str = ""
    latitude: float | None = None
    longitude: float | None = None


def contents_of(message: Any) -> Contents:
    kind = kind_of(message)
    part = loose.obj(message, kind)
    text, choice_id = _words(kind, part)
    return Contents(
        kind=kind,
        text=text,
        choice_id=choice_id or None,
        context_wamid=_refers_to(kind, message, part) or None,
        media_id=(loose.text(part, "id") or None) if kind in MEDIA else None,
        mime_type=loose.text(part, "mime_type") if kind in MEDIA else "",
        latitude=loose.degrees(part, "latitude", 90) if kind == "location" else None,
        longitude=loose.degrees(part, "longitude", 180) if kind == "location" else None,
    )


def kind_of(message: Any) -> str:
    named = loose.text(message, "type").lower()
    if named:
        return named
    present = [kind for kind in KINDS if kind in loose.obj(message)]
    return present[0] if present else "unknown"


def _words(kind: str, part: dict[str, Any]) -> tuple[str, str]:
    """The text and the chosen option's id."""
    match kind:
        case "text":
            return loose.text(part, "body"), ""
        case "image" | "video" | "audio" | "document" | "sticker":
            return loose.text(part, "caption"), ""
        case "button":
            return loose.text(part, "text"), loose.text(part, "payload")
        case "interactive":
            reply = loose.obj(part, "button_reply") or loose.obj(part, "list_reply")
            return loose.text(reply, "title"), loose.text(reply, "id")
        case "location":
            return loose.text(part, "name"), ""
        case "edit":
            edited = loose.obj(part, "message")
            inner = kind_of(edited)
            # An edit of an edit would only nest deeper; its words are in `raw`.
            return ("", "") if inner == "edit" else _words(inner, loose.obj(edited, inner))
        case _:
            return "", ""


def _refers_to(kind: str, message: Any, part: dict[str, Any]) -> str:
    match kind:
        case "reaction":
            return loose.text(part, "message_id")
        case "edit" | "revoke":
            return loose.text(part, "original_message_id")
        case _:
            return loose.text(loose.obj(message, "context"), "id")
