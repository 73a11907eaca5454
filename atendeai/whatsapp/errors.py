"""Every way Meta refuses a message, as one class that says what to do next."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct

Accident = Literal["connection", "timeout", "unreadable", "token"]


class Verdict(StrEnum):
    """What the outbox does with the message."""

    RETRY = "retry"  # refused before processing, or never written: send again after a wait
    UNKNOWN = "unknown"  # may have gone out: never replay blindly, wait for a status
    PAUSE = "pause"  # the number or its token is at fault: stop the line, alert, keep the queue
    REJECT = "reject"  # this message will never go out: tell the staff
    WINDOW_CLOSED = "window_closed"  # the 24 hours are over: send the mapped template instead
    TEMPLATE = "template"  # the template is missing, paused or filled wrongly: mark it unusable, alert
    MEDIA = "media"  # the attachment is at fault: upload again or convert
    OPTED_OUT = "opted_out"  # the patient refuses marketing: remember it, send no more
    NEEDS_PHONE = "needs_phone"  # cannot go to a user id: send to the phone number when it is known


class Failure(Struct, frozen=True, kw_only=True):
    """Why a message was not (or perhaps not) sent.

    `detail` is Meta's own words, cut short. `whole_number` says that every message of the business number is
    concerned, not only this one. `retry_after` is seconds, when the server named them.
    """

    verdict: Verdict
    sentence: str
    hint: str = ""
    code: int | None = None
    http_status: int | None = None
    detail: str = ""
    whole_number: bool = False
    retry_after: int | None = None

    def __str__(self) -> str:
        number = f" (code {self.code})" if self.code is not None else ""
        return f"{self.sentence}{number}. {self.hint}".strip()


class _Known(Struct, frozen=True):
    verdict: Verdict
    sentence: str
    hint: str = ""
    whole_number: bool = False


def _line(verdict: Verdict, sentence: str, hint: str) -> _Known:
    return _Known(verdict, sentence, hint, whole_number=True)


_WAIT = "It is sent again by itself after a pause"
_WATCH = "It may have gone out: check the conversation before writing again"
_REISSUE = "Create a new system-user token and run `atendeai whatsapp connect` again"
_MANAGER = "Open WhatsApp Manager, solve what it shows, then resume the number"
_RIGHTS = "Give the system user access to this WhatsApp account, with whatsapp_business_messaging"
_FIX = "This is a fault of the software: report it with the code"
_TEMPLATE = "Check the template's name, language, status and variables in WhatsApp Manager"

_KNOWN: dict[int, _Known] = {
    4: _line(Verdict.RETRY, "The app made too many calls to Meta", _WAIT),
    80007: _line(Verdict.RETRY, "The WhatsApp account reached its rate limit", _WAIT),
    130429: _line(Verdict.RETRY, "The number sends faster than Meta allows", _WAIT),
    131056: _Known(Verdict.RETRY, "Too many messages to this person in a short time", _WAIT),
    1: _Known(Verdict.UNKNOWN, "Meta answered with an unknown error", _WATCH),
    2: _Known(Verdict.UNKNOWN, "Meta's service was down for a moment", _WATCH),
    131000: _Known(Verdict.UNKNOWN, "Something went wrong at Meta", _WATCH),
    131016: _Known(Verdict.UNKNOWN, "Meta's service was overloaded", _WATCH),
    131057: _Known(Verdict.UNKNOWN, "The WhatsApp account is in maintenance", _WATCH),
    133004: _Known(Verdict.UNKNOWN, "Meta's server was unavailable for a moment", _WATCH),
    0: _line(Verdict.PAUSE, "Meta could not authenticate the app", _REISSUE),
    190: _line(Verdict.PAUSE, "The access token has expired or was revoked", _REISSUE),
    3: _line(Verdict.PAUSE, "The app lacks a capability or permission", _RIGHTS),
    10: _line(Verdict.PAUSE, "The permission was not granted or was removed", _RIGHTS),
    131005: _line(Verdict.PAUSE, "Access was denied", _RIGHTS),
    33: _line(Verdict.PAUSE, "Meta does not know this number id", "Run `atendeai whatsapp connect` again"),
    368: _line(Verdict.PAUSE, "The account is blocked for a breach of Meta's policies", _MANAGER),
    131031: _line(Verdict.PAUSE, "The account is locked", _MANAGER),
    130497: _line(Verdict.PAUSE, "The account may not write to people in this country", _MANAGER),
    131042: _line(Verdict.PAUSE, "There is a problem with the payment method", _MANAGER),
    131045: _line(Verdict.PAUSE, "The number is not registered correctly", "Register the number again"),
    133010: _line(Verdict.PAUSE, "The number is not registered", "Register the number again"),
    131037: _line(Verdict.PAUSE, "The display name is not approved yet", _MANAGER),
    133006: _line(Verdict.PAUSE, "The number must be verified before it is registered", _MANAGER),
    131047: _Known(Verdict.WINDOW_CLOSED, "They have not written for 24 hours", "Only a template may go"),
    131026: _Known(
        Verdict.REJECT, "It could not be delivered",
        "The number may not be on WhatsApp, or the person uses a very old version: call them",
    ),
    130403: _Known(Verdict.REJECT, "This person is blocked by the clinic", "Unblock them to write again"),
    131021: _Known(Verdict.REJECT, "The recipient is the clinic's own number", "Check the contact's number"),
    131030: _Known(
        Verdict.REJECT, "The recipient is not on the test number's list", "Add them in Meta's app dashboard"
    ),
    131048: _Known(Verdict.REJECT, "Too many people reported this number as spam", "Send less unasked"),
    131049: _Known(Verdict.REJECT, "Meta limits marketing to this person", "Wait at least 24 hours"),
    131050: _Known(Verdict.OPTED_OUT, "The person stopped marketing messages", "Send only what they ask for"),
    130472: _Known(Verdict.REJECT, "Meta withholds marketing from them for a study", "Do not send it again"),
    131064: _Known(Verdict.REJECT, "Meta refused it to protect its users", "Do not send it again"),
    131062: _Known(Verdict.NEEDS_PHONE, "This message cannot go to a user id", "Ask for the phone number"),
    131052: _Known(Verdict.MEDIA, "The received file cannot be fetched", "Ask for a smaller file"),
    131053: _Known(Verdict.MEDIA, "The file cannot be uploaded", "Convert it to a supported type and size"),
    132000: _Known(Verdict.TEMPLATE, "The template expects another number of variables", _TEMPLATE),
    132012: _Known(Verdict.TEMPLATE, "A template variable has the wrong format", _TEMPLATE),
    132018: _Known(Verdict.TEMPLATE, "A template variable holds what Meta does not allow", _TEMPLATE),
    132001: _Known(Verdict.TEMPLATE, "The template does not exist in this language", _TEMPLATE),
    132005: _Known(Verdict.TEMPLATE, "The filled-in template is too long", _TEMPLATE),
    132007: _Known(Verdict.TEMPLATE, "The template breaks Meta's content policy", _TEMPLATE),
    132015: _Known(Verdict.TEMPLATE, "The template is paused for low quality", _TEMPLATE),
    132016: _Known(Verdict.TEMPLATE, "The template was disabled for good", _TEMPLATE),
    132068: _Known(Verdict.TEMPLATE, "The template's flow is blocked", _TEMPLATE),
    132069: _Known(Verdict.TEMPLATE, "The template's flow is throttled", _TEMPLATE),
    100: _Known(Verdict.REJECT, "Meta refused a parameter", _FIX),
    131008: _Known(Verdict.REJECT, "A required parameter is missing", _FIX),
    131009: _Known(Verdict.REJECT, "A parameter's value is not valid", _FIX),
    131051: _Known(Verdict.REJECT, "This type of message is not supported", _FIX),
    135000: _Known(Verdict.REJECT, "Meta could not read the request", _FIX),
}  # fmt: skip

_ACCIDENTS: dict[Accident, _Known] = {
    "connection": _Known(Verdict.RETRY, "Meta could not be reached; nothing was sent", _WAIT),
    "timeout": _Known(Verdict.UNKNOWN, "The connection broke after the message was written", _WATCH),
    "unreadable": _Known(Verdict.UNKNOWN, "Meta's answer could not be read", _WATCH),
    "token": _line(Verdict.PAUSE, "The access token is empty or has characters no token has", _REISSUE),
}


def accident(kind: Accident, *, detail: str = "", http_status: int | None = None) -> Failure:
    """A failure without an error code of Meta's. `detail` must not quote headers."""
    return _failure(_ACCIDENTS[kind], http_status=http_status, detail=detail)


def classify(
    code: int | None,
    http_status: int | None = None,
    *,
    subcode: int | None = None,
    detail: str = "",
    retry_after: int | None = None,
    by_status: bool = False,
) -> Failure:
    """What an error of Meta's means: the code decides, then the HTTP status.

    `by_status` marks an error that came in a `failed` status webhook: then nothing is in doubt, and what
    would be `unknown` is `reject`. Classes after Meta's error reference.
    """
    known = _known(code, subcode) or _by_http(http_status)
    if by_status and known.verdict is Verdict.UNKNOWN:
        known = _Known(Verdict.REJECT, known.sentence, "Meta says that it was not delivered")
    return _failure(known, code=code, http_status=http_status, detail=detail, retry_after=retry_after)


def wait_seconds(failure: Failure, attempt: int) -> int:
    """How long to wait before send number `attempt` + 1 (`attempt` ≥ 1), without jitter.

    Meta asks for 4^X seconds, X from 0, when one person gets too many messages.
    """
    if failure.retry_after is not None:
        return failure.retry_after
    past = min(max(attempt, 1) - 1, 10)
    return int(min(4**past if failure.code == 131056 else 2**past, 600))


def _known(code: int | None, subcode: int | None) -> _Known | None:
    if code is None:
        return None
    if code == 100 and subcode == 33:  # Graph: the id in the path does not exist for this token
        return _KNOWN[33]
    if 200 <= code <= 299:
        return _KNOWN[10]
    return _KNOWN.get(code)


def _by_http(http_status: int | None) -> _Known:
    match http_status:
        case 429:
            return _line(Verdict.RETRY, "Meta asked for a pause", _WAIT)
        case 401 | 403:
            return _line(Verdict.PAUSE, "Meta did not accept the access token", _REISSUE)
        case int() as status if 400 <= status < 500:
            return _Known(Verdict.REJECT, "Meta refused the message", _FIX)
        case int() as status if status >= 500:
            return _Known(Verdict.UNKNOWN, "Meta's service failed", _WATCH)
        case _:
            return _Known(Verdict.UNKNOWN, "Meta reported an error that is not in its list", _WATCH)


def _failure(
    known: _Known,
    *,
    code: int | None = None,
    http_status: int | None = None,
    detail: str = "",
    retry_after: int | None = None,
) -> Failure:
    return Failure(
        verdict=known.verdict,
        sentence=known.sentence,
        hint=known.hint,
        code=code,
        http_status=http_status,
        detail=detail[:300],
        whole_number=known.whole_number,
        retry_after=retry_after,
    )
