"""What the clinic sends, before and after it becomes Meta's body; Meta's limits are kept here."""

from __future__ import annotations

import json
from typing import Any, assert_never

import msgspec
from msgspec import Struct

from atendeai.whatsapp.identity import digits, is_bsuid
from atendeai.whatsapp.texts import MOST_TEXT, length, one_line, split_text

MOST_BODY = 1024  # of buttons and lists
MOST_BUTTONS, MOST_BUTTON_TITLE, MOST_BUTTON_ID = 3, 20, 256
MOST_ROWS, MOST_ROW_TITLE, MOST_ROW_DESCRIPTION, MOST_ROW_ID = 10, 24, 72, 200
DEFAULT_BUTTON = "Ver opções"


class Choice(Struct, frozen=True, omit_defaults=True):
    """One thing to tap; `id` comes back in the tap."""

    id: str
    title: str
    description: str = ""


class Text(Struct, frozen=True, omit_defaults=True, tag="text"):
    body: str
    preview_url: bool = False


class Buttons(Struct, frozen=True, tag="buttons"):
    """At most three reply buttons under a body of at most 1,024 characters."""

    body: str
    options: list[Choice]


class ListMenu(Struct, frozen=True, tag="list"):
    """At most ten rows behind one button."""

    body: str
    button: str
    options: list[Choice]


class Location(Struct, frozen=True, omit_defaults=True, tag="location"):
    latitude: float
    longitude: float
    name: str = ""
    address: str = ""


class Template(Struct, frozen=True, omit_defaults=True, tag="template"):
    """An approved template. `parameters` fill the body, by place or by name; `payloads` are what its
    quick-reply buttons send back, in order; `text` is what the patient reads, for the transcript.
    """

    name: str
    language: str = "pt_BR"
    parameters: list[str] | dict[str, str] = []
    payloads: list[str] = []
    text: str = ""


Outgoing = Text | Buttons | ListMenu | Location | Template


def encode(message: Outgoing) -> str:
    return msgspec.json.encode(message).decode()


def decode(text: str) -> Outgoing:
    """A message as stored in the outbox."""
    message: Outgoing = msgspec.json.decode(text, type=Outgoing)
    return message


def options(body: str, choices: list[Choice], button_label: str = DEFAULT_BUTTON) -> Text | Buttons | ListMenu:
    """The friendliest form that Meta accepts: buttons, else a list, else numbered lines.

    Choices with a description never become buttons, which would drop it. The numbered text may be longer than
    one message: see `parts`.
    """
    tidy = [_tidy(choice) for choice in choices]
    if not tidy:
        return Text(body)
    if _fits_any(body, tidy) and len({choice.id for choice in tidy}) == len(tidy):
        if _fits_buttons(tidy):
            return Buttons(body, tidy)
        if _fits_list(tidy):
            label = one_line(button_label)
            fits = label and length(label) <= MOST_BUTTON_TITLE
            return ListMenu(body, label if fits else DEFAULT_BUTTON, tidy)
    return Text(numbered(body, tidy))


def _tidy(choice: Choice) -> Choice:
    return Choice(choice.id.strip(), one_line(choice.title), one_line(choice.description))


def _fits_any(body: str, choices: list[Choice]) -> bool:
    named = all(choice.id and choice.title for choice in choices)
    return bool(body.strip()) and length(body) <= MOST_BODY and named


def _fits_buttons(choices: list[Choice]) -> bool:
    return (
        len(choices) <= MOST_BUTTONS
        and len({choice.title.casefold() for choice in choices}) == len(choices)
        and all(length(choice.title) <= MOST_BUTTON_TITLE for choice in choices)
        and all(length(choice.id) <= MOST_BUTTON_ID and not choice.description for choice in choices)
    )


def _fits_list(choices: list[Choice]) -> bool:
    return len(choices) <= MOST_ROWS and all(
        length(choice.id) <= MOST_ROW_ID
        and length(choice.title) <= MOST_ROW_TITLE
        and length(choice.description) <= MOST_ROW_DESCRIPTION
        for choice in choices
    )


def numbered(body: str, choices: list[Choice]) -> str:
    """The body with one numbered line per choice."""
    lines = [f"{place}. {_line(choice)}" for place, choice in enumerate(choices, 1)]
    return "\n\n".join(part for part in (body.strip(), "\n".join(lines)) if part)


def _line(choice: Choice) -> str:
    return f"{choice.title} – {choice.description}" if choice.description else choice.title


def as_text(message: Outgoing) -> str:
    """What the patient reads, for a terminal and for transcripts."""
    match message:
        case Text():
            return message.body
        case Buttons() | ListMenu():
            return numbered(message.body, message.options)
        case Location():
            place = f"https://maps.google.com/?q={message.latitude:.6f},{message.longitude:.6f}"
            return "\n".join(part for part in (message.name, message.address, place) if part)
        case Template():
            return message.text or " ".join([f"[{message.name}]", *_values(message.parameters)])
        case _:
            assert_never(message)


def parts(message: Outgoing) -> list[Outgoing]:
    """The message as one or, when a text is too long for WhatsApp, several."""
    if isinstance(message, Text) and length(message.body) > MOST_TEXT:
        return [Text(part, message.preview_url) for part in split_text(message.body)]
    return [message]


def to_graph(
    message: Outgoing,
    *,
    to: str | None,
    recipient: str | None = None,
    k: str = "",
    reply_to: str | None = None,
) -> dict[str, Any]:
    """Meta's body for `POST /{phone_number_id}/messages`.

    `to` is a phone number, `recipient` a BSUID; at least one. A BSUID given as `to` is moved to `recipient`:
    Meta accepts it in `to` and silently drops the message. `k` comes back in every status.
    """
    if to and is_bsuid(to):
        to, recipient = None, recipient or to
    if not to and not recipient:
        raise ValueError("a message needs a phone number or a user id to go to")
    body: dict[str, Any] = {"messaging_product": "whatsapp", "recipient_type": "individual"}
    if to:
        body["to"] = "+" + digits(to)  # without the plus, Meta puts the business's country code before
    if recipient:
        body["recipient"] = recipient
    if reply_to:
        body["context"] = {"message_id": reply_to}
    if k:
        body["biz_opaque_callback_data"] = k
    return body | _content(message)


def _content(message: Outgoing) -> dict[str, Any]:
    match message:
        case Text(body=body, preview_url=preview_url):
            return {"type": "text", "text": {"body": body, "preview_url": preview_url}}
        case Buttons(body=body, options=choices):
            replies = [{"id": choice.id, "title": choice.title} for choice in choices]
            buttons = [{"type": "reply", "reply": reply} for reply in replies]
            return _interactive("button", body, {"buttons": buttons})
        case ListMenu(body=body, button=button, options=choices):
            rows = [msgspec.to_builtins(choice) for choice in choices]
            return _interactive("list", body, {"button": button, "sections": [{"rows": rows}]})
        case Location():
            place = {name: value for name, value in msgspec.structs.asdict(message).items() if value != ""}
            return {"type": "location", "location": place}
        case Template():
            return {"type": "template", "template": _template(message)}
        case _:
            assert_never(message)


def _interactive(kind: str, body: str, action: dict[str, Any]) -> dict[str, Any]:
    return {"type": "interactive", "interactive": {"type": kind, "body": {"text": body}, "action": action}}


def _values(parameters: list[str] | dict[str, str]) -> list[str]:
    return list(parameters.values()) if isinstance(parameters, dict) else parameters


def _template(message: Template) -> dict[str, Any]:
    # Meta refuses empty values, line breaks and runs of blanks in a template's variables.
    texts = [{"type": "text", "text": one_line(value) or "-"} for value in _values(message.parameters)]
    if isinstance(message.parameters, dict):
        named = zip(message.parameters, texts, strict=True)
        texts = [text | {"parameter_name": name} for name, text in named]
    components: list[dict[str, Any]] = [{"type": "body", "parameters": texts}] if texts else []
    for index, payload in enumerate(message.payloads):
        answer = [{"type": "payload", "payload": payload}]
        button = {"type": "button", "sub_type": "quick_reply", "index": str(index)}
        components.append(button | {"parameters": answer})
    language = {"code": message.language, "policy": "deterministic"}
    template: dict[str, Any] = {"name": message.name, "language": language}
    return template | {"components": components} if components else template


def wire(body: dict[str, Any]) -> bytes:
    """Meta's body as bytes; a lone surrogate, which no JSON text may hold, becomes a question mark."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
