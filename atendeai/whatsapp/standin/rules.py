"""What Meta refuses in a request to `/{phone_number_id}/messages`, after its documented limits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from atendeai.whatsapp.identity import is_bsuid
from atendeai.whatsapp.loose import degrees
from atendeai.whatsapp.texts import length

INVALID, MISSING, VALUE, TEMPLATE_TEXT = 100, 131008, 131009, 132018
MEDIA_KINDS = ("image", "video", "audio", "document", "sticker")


class Refusal(Struct, frozen=True):
    code: int
    details: str
    http_status: int = 400


class _RefusalError(Exception):
    def __init__(self, code: int, details: str) -> None:
        super().__init__(details)
        self.refusal = Refusal(code, details)


def refusal(body: Any) -> Refusal | None:
    """Why Meta would refuse this body, or None."""
    try:
        _check(body)
    except _RefusalError as refused:
        return refused.refusal
    return None


def _need(condition: object, code: int, details: str) -> None:
    if not condition:
        raise _RefusalError(code, details)


def _object(value: Any, name: str) -> dict[str, Any]:
    _need(isinstance(value, dict), INVALID, f"Param {name} must be a JSON object.")
    return dict(value)


def _list(value: Any, name: str) -> list[Any]:
    _need(isinstance(value, list), INVALID, f"Param {name} must be an array.")
    return list(value)


def _string(value: Any, name: str, most: int, least: int = 1) -> str:
    _need(value is not None, MISSING, f"Required parameter is missing: {name}")
    _need(isinstance(value, str), INVALID, f"Param {name} must be a string.")
    blank = least > 0 and not value.strip()
    _need(not blank and length(value) <= most, VALUE, f"{name} length invalid. Min: {least}, Max: {most}")
    return str(value)


def _only(value: dict[str, Any], name: str, known: Iterable[str]) -> None:
    unexpected = sorted(set(value) - set(known))
    _need(not unexpected, INVALID, f'Unexpected key "{"".join(unexpected[:1])}" on param "{name}".')


def _unique(values: list[str], name: str) -> None:
    _need(len(set(values)) == len(values), VALUE, f"Duplicated {name}")


def _check(body: Any) -> None:
    body = _object(body, "body")
    _need(body.get("messaging_product") == "whatsapp", INVALID, "The parameter messaging_product is required.")
    if body.get("status") is not None:
        _check_read(body)
    else:
        _check_message(body)


def _check_message(body: dict[str, Any]) -> None:
    _need(body.get("recipient_type", "individual") == "individual", INVALID, "Param recipient_type is invalid.")
    _check_recipient(body)
    _string(body.get("biz_opaque_callback_data", ""), "biz_opaque_callback_data", 512, least=0)
    if "context" in body:
        _string(_object(body["context"], "context").get("message_id"), "context.message_id", 128)
    _check_content(body)


def _check_read(body: dict[str, Any]) -> None:
    _need(body["status"] == "read", INVALID, "Param status must be one of {read}.")
    _string(body.get("message_id"), "message_id", 128)
    if "typing_indicator" in body:
        kind = _object(body["typing_indicator"], "typing_indicator").get("type")
        _need(kind == "text", INVALID, "Param typing_indicator.type must be one of {text}.")


def _check_recipient(body: dict[str, Any]) -> None:
    to, recipient = body.get("to"), body.get("recipient")
    _need(to is not None or recipient is not None, INVALID, "The parameter to is required.")
    if to is not None:
        # A BSUID here is not refused: it is accepted and dropped.
        number = _string(to, "to", 140)
        dialled = number.removeprefix("+")
        valid = is_bsuid(number) or (dialled.isascii() and dialled.isdigit() and 7 <= len(dialled) <= 15)
        _need(valid, VALUE, "Recipient phone number not valid")
    elif recipient is not None:
        _need(is_bsuid(_string(recipient, "recipient", 140)), VALUE, "Recipient user id not valid")


def _check_content(body: dict[str, Any]) -> None:
    kind = body.get("type", "text")
    checks = {"text": _text, "interactive": _interactive, "location": _location, "template": _template}
    checks |= {"reaction": _reaction, **dict.fromkeys(MEDIA_KINDS, _media)}
    _need(isinstance(kind, str) and kind in checks, INVALID, "Param type must be one of the supported types.")
    _need(kind in body, MISSING, f"The parameter {kind} is required for type {kind}.")
    checks[kind](_object(body[kind], kind))


def _text(text: dict[str, Any]) -> None:
    _only(text, "text", ("body", "preview_url"))
    _string(text.get("body"), "text.body", 4096)
    _need(isinstance(text.get("preview_url", False), bool), INVALID, "Param text.preview_url must be a boolean.")


def _location(location: dict[str, Any]) -> None:
    _only(location, "location", ("latitude", "longitude", "name", "address"))
    for name, most in (("latitude", 90), ("longitude", 180)):
        _need(name in location, MISSING, f"Required parameter is missing: location.{name}")
        _need(degrees(location, name, most) is not None, VALUE, f"location.{name} is out of range")


def _reaction(reaction: dict[str, Any]) -> None:
    _string(reaction.get("message_id"), "reaction.message_id", 128)
    _string(reaction.get("emoji"), "reaction.emoji", 32, least=0)


def _media(media: dict[str, Any]) -> None:
    _need(media.get("id") or media.get("link"), MISSING, "Media needs an id or a link.")
    _string(media.get("caption", ""), "caption", 1024, least=0)


def _interactive(interactive: dict[str, Any]) -> None:
    kind = interactive.get("type")
    _need(kind in ("button", "list"), VALUE, "Param interactive.type is not valid.")
    text = _object(interactive.get("body"), "interactive.body").get("text")
    _string(text, "interactive.body.text", 1024)
    for name in ("header", "footer"):
        if name in interactive:
            _string(_object(interactive[name], name).get("text"), f"interactive.{name}.text", 60)
    action = _object(interactive.get("action"), "interactive.action")
    _buttons(action) if kind == "button" else _rows(action)


def _buttons(action: dict[str, Any]) -> None:
    _only(action, "action", ("buttons",))
    buttons = _list(action.get("buttons"), "action.buttons")
    _need(1 <= len(buttons) <= 3, VALUE, "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3")
    replies = []
    for button in buttons:
        button = _object(button, "button")
        _need(button.get("type") == "reply", VALUE, "Param button.type must be reply.")
        replies.append(_object(button.get("reply"), "button.reply"))
    ids = [_identifier(reply.get("id"), "button.id", 256) for reply in replies]
    _unique(ids, "button id")
    _unique([_string(reply.get("title"), "button.title", 20) for reply in replies], "button title")


def _identifier(value: Any, name: str, most: int) -> str:
    text = _string(value, name, most)
    _need(text == text.strip(), VALUE, f"{name} must not begin or end with a space")
    return text


def _rows(action: dict[str, Any]) -> None:
    _only(action, "action", ("button", "sections"))
    _string(action.get("button"), "action.button", 20)
    sections = [_object(part, "section") for part in _list(action.get("sections"), "action.sections")]
    _need(1 <= len(sections) <= 10, VALUE, "Invalid sections count. Min: 1, Max: 10")
    rows: list[dict[str, Any]] = []
    for section in sections:
        if len(sections) > 1 or "title" in section:
            _string(section.get("title"), "section.title", 24)
        rows += [_object(row, "row") for row in _list(section.get("rows"), "section.rows")]
    _need(1 <= len(rows) <= 10, VALUE, "Total row count exceed max allowed count: 10")
    for row in rows:
        _only(row, "row", ("id", "title", "description"))
        _string(row.get("title"), "row.title", 24)
        _string(row.get("description", ""), "row.description", 72, least=0)
    _unique([_identifier(row.get("id"), "row.id", 200) for row in rows], "row id")


def _template(template: dict[str, Any]) -> None:
    _string(template.get("name"), "template.name", 512)
    _string(_object(template.get("language"), "template.language").get("code"), "language.code", 16)
    for component in _list(template.get("components", []), "template.components"):
        component = _object(component, "component")
        _need(
            component.get("type") in ("header", "body", "button"),
            INVALID,
            "Param component.type is not valid.",
        )
        for parameter in _list(component.get("parameters", []), "component.parameters"):
            _parameter(_object(parameter, "parameter"))


def _parameter(parameter: dict[str, Any]) -> None:
    match parameter.get("type"):
        case "text":
            text = _string(parameter.get("text"), "parameter.text", 1024)
            tidy = not any(run in text for run in ("\n", "\t", "     "))
            _need(tidy, TEMPLATE_TEXT, "Param text cannot have new-line/tab characters or runs of spaces")
        case "payload":
            _string(parameter.get("payload"), "parameter.payload", 256)
        case _:
            raise _RefusalError(INVALID, "Param parameter.type is not valid.")
