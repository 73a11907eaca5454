"""The few calls of Meta's Graph API that a receptionist needs, each answered with a value or a Failure."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Any, BinaryIO
from urllib.parse import quote, urlsplit

import httpx
from msgspec import Struct

from atendeai.whatsapp import loose
from atendeai.whatsapp.errors import Failure, Verdict, accident, classify
from atendeai.whatsapp.outgoing import wire

GRAPH = "https://graph.facebook.com"
VERSION = "v25.0"
MEDIA_HOST = "lookaside.fbsbx.com"
MOST_CONNECTIONS = 32

# Raised before a byte of the request is written: the same request may be sent again at once.
_NOTHING_WRITTEN = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class Accepted(Struct, frozen=True):
    """Meta took the message; statuses tell the rest. `status` is also held_for_quality_assessment, paused."""

    wamid: str
    wa_id: str | None = None
    user_id: str | None = None
    status: str = "accepted"


class Media(Struct, frozen=True):
    """Where a received file lies for five minutes; `sha256` is lower-case hex, "" when not told."""

    url: str
    mime_type: str = ""
    sha256: str = ""
    file_size: int | None = None


class PhoneNumber(Struct, frozen=True):
    """The business number as Meta shows it."""

    id: str
    display_phone_number: str = ""
    verified_name: str = ""
    quality_rating: str = ""


class GraphClient:
    """Thread-safe; the token is given to each call, kept nowhere, and in no message or exception."""

    def __init__(
        self,
        base_url: str = GRAPH,
        version: str = VERSION,
        timeout: float = 20.0,
        *,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """`timeout` is seconds per read or write; connecting has at most 10."""
        self._base = f"{base_url.rstrip('/')}/{version}"
        self._origin = urlsplit(base_url)
        self._http = httpx.Client(
            timeout=httpx.Timeout(timeout, connect=min(timeout, 10.0)),
            limits=httpx.Limits(max_connections=MOST_CONNECTIONS, max_keepalive_connections=MOST_CONNECTIONS),
            transport=transport,
            headers={"User-Agent": "AtendeAI"},
        )

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> GraphClient:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def send(self, phone_number_id: str, token: str, body: dict[str, Any]) -> Accepted | Failure:
        """POST one message (see `outgoing.to_graph`). Only `retry` promises that nothing went out."""
        answer = self._post(phone_number_id, token, body)
        if isinstance(answer, Failure):
            return answer
        message = loose.obj(next(iter(loose.each(answer, "messages")), None))
        contact = loose.obj(next(iter(loose.each(answer, "contacts")), None))
        wamid = loose.text(message, "id")
        if not wamid:
            return accident("unreadable", detail="no message id", http_status=200)
        return Accepted(
            wamid=wamid,
            wa_id=loose.text(contact, "wa_id") or None,
            user_id=loose.text(contact, "user_id") or None,
            status=loose.text(message, "message_status") or "accepted",
        )

    def mark_read(self, phone_number_id: str, token: str, wamid: str, typing: bool = True) -> Failure | None:
        """Blue ticks up to `wamid`, and "typing…" until the reply or for 25 seconds."""
        body: dict[str, Any] = {"messaging_product": "whatsapp", "status": "read", "message_id": wamid}
        if typing:
            body["typing_indicator"] = {"type": "text"}
        answer = self._post(phone_number_id, token, body)
        return answer if isinstance(answer, Failure) else None

    def phone_number(self, phone_number_id: str, token: str) -> PhoneNumber | Failure:
        """The number behind an id: proves that id and token belong together."""
        fields = "id,display_phone_number,verified_name,quality_rating"
        answer = self._get(f"{self._base}/{quote(phone_number_id, safe='')}?fields={fields}", token)
        if isinstance(answer, Failure):
            return answer
        return PhoneNumber(
            id=loose.text(answer, "id") or phone_number_id,
            display_phone_number=loose.text(answer, "display_phone_number"),
            verified_name=loose.text(answer, "verified_name"),
            quality_rating=loose.text(answer, "quality_rating"),
        )

    def media_url(self, media_id: str, token: str) -> Media | Failure:
        """Where a received file can be fetched; ask again when five minutes have passed."""
        # No phone_number_id here: Meta then refuses media that patients sent.
        answer = self._get(f"{self._base}/{quote(media_id, safe='')}", token)
        if isinstance(answer, Failure):
            return answer
        url = loose.text(answer, "url")
        if not url:
            return _again(accident("unreadable", detail="no media url", http_status=200))
        return Media(
            url=url,
            mime_type=loose.text(answer, "mime_type"),
            sha256=_hex(loose.text(answer, "sha256")),
            file_size=loose.integer(answer, "file_size"),
        )

    def get_media(self, media: Media, token: str, into: BinaryIO, most_bytes: int) -> int | Failure:
        """Stream the file into `into` and return its size; too big, cut or changed is a Failure."""
        if not self._trusts(media.url):
            return _bad_media("the address is not Meta's")
        if not _is_token(token):
            return accident("token")
        try:
            with self._http.stream("GET", media.url, headers=_headers(token)) as response:
                if response.status_code != 200:
                    response.read()
                    return _again(_refusal(response))
                return _copy(response, media, into, most_bytes)
        except httpx.RequestError as error:
            return _again(accident("connection", detail=type(error).__name__))

    def _trusts(self, url: str) -> bool:
        """The token goes to Graph and Meta's media host only."""
        parts = urlsplit(url)
        same = (parts.scheme, parts.netloc) == (self._origin.scheme, self._origin.netloc)
        return same or (parts.scheme == "https" and parts.netloc == MEDIA_HOST)

    def _post(self, phone_number_id: str, token: str, body: dict[str, Any]) -> Any | Failure:
        if not _is_token(token):
            return accident("token")
        url = f"{self._base}/{quote(phone_number_id, safe='')}/messages"
        headers = _headers(token) | {"Content-Type": "application/json"}
        try:
            response = self._http.post(url, headers=headers, content=wire(body))
        except _NOTHING_WRITTEN as error:
            return accident("connection", detail=type(error).__name__)
        except httpx.RequestError as error:
            return accident("timeout", detail=type(error).__name__)
        return _read(response)

    def _get(self, url: str, token: str) -> Any | Failure:
        if not _is_token(token):
            return accident("token")
        try:
            response = self._http.get(url, headers=_headers(token))
        except httpx.RequestError as error:
            return accident("connection", detail=type(error).__name__)
        answer = _read(response)
        return _again(answer) if isinstance(answer, Failure) else answer


def _headers(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _is_token(token: str) -> bool:
    """Checked here because the HTTP library quotes a bad header, token and all, in its exception."""
    return bool(token) and token.isascii() and token.isprintable() and " " not in token


def _read(response: httpx.Response) -> Any | Failure:
    answer = loose.parse(response.content)
    if response.is_success and isinstance(answer, dict) and "error" not in answer:
        return answer
    if response.is_success and not loose.obj(answer, "error"):
        return accident("unreadable", http_status=response.status_code)
    return _refusal(response)


def _refusal(response: httpx.Response) -> Failure:
    error = loose.obj(loose.parse(response.content), "error")
    words = (loose.text(error, "message"), loose.text(loose.obj(error, "error_data"), "details"))
    wait = response.headers.get("retry-after", "")
    return classify(
        loose.integer(error, "code"),
        response.status_code,
        subcode=loose.integer(error, "error_subcode"),
        detail=" ".join(word for word in words if word),
        retry_after=int(wait) if wait.isascii() and wait.isdigit() and len(wait) < 6 else None,
    )


def _again(failure: Failure) -> Failure:
    """Reading twice harms nobody: what is unknown after a write is a plain retry after a read."""
    if failure.verdict is not Verdict.UNKNOWN:
        return failure
    return Failure(
        verdict=Verdict.RETRY,
        sentence=failure.sentence,
        code=failure.code,
        http_status=failure.http_status,
        detail=failure.detail,
    )


def _bad_media(detail: str) -> Failure:
    return Failure(verdict=Verdict.MEDIA, sentence="The file could not be taken", detail=detail)


def _copy(response: httpx.Response, media: Media, into: BinaryIO, most_bytes: int) -> int | Failure:
    digest = hashlib.sha256()
    size = 0
    for chunk in response.iter_bytes():
        size += len(chunk)
        if size > most_bytes:
            return _bad_media(f"larger than {most_bytes} bytes")
        digest.update(chunk)
        into.write(chunk)
    if media.sha256 and digest.hexdigest() != media.sha256:
        return _again(accident("unreadable", detail="the checksum differs"))
    return size


def _hex(checksum: str) -> str:
    """Meta gives checksums in hex here and in base64 there."""
    if len(checksum) == 64:
        return checksum.lower()
    try:
        return base64.b64decode(checksum, validate=True).hex()
    except (binascii.Error, ValueError):
        return ""
