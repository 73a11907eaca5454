"""A voice note as a patient sent it: fetched from Meta whole, of a kind that is sound, and not too large."""

from __future__ import annotations

import io
import time

from msgspec import Struct

from atendeai.whatsapp.client import GraphClient
from atendeai.whatsapp.errors import Failure, Verdict, accident

MOST_BYTES = 16 * 1024 * 1024  # Meta's own limit for sound
# Meta's kinds of sound, with the ending that tells others what it is: ".opus" is refused where ".ogg" is read.
ENDINGS = {
    "audio/ogg": "ogg",
    "audio/opus": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp3": "mp3",
    "audio/mp4": "m4a",
    "audio/m4a": "m4a",
    "audio/x-m4a": "m4a",
    "audio/aac": "m4a",
    "audio/amr": "amr",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/webm": "webm",
    "audio/flac": "flac",
}


class Sound(Struct, frozen=True):
    """A sound file; `kind` is its MIME type without parameters."""

    content: bytes
    kind: str

    @property
    def file_name(self) -> str:
        return f"audio.{ENDINGS[self.kind]}"


class _Bounded(io.BytesIO):
    """Takes what comes until a moment of the monotonic clock; then TimeoutError."""

    def __init__(self, until: float) -> None:
        super().__init__()
        self._until = until

    def write(self, part: object, /) -> int:
        if time.monotonic() > self._until:
            raise TimeoutError
        return super().write(part)  # type: ignore[arg-type]


def fetch_sound(graph: GraphClient, media_id: str, token: str, *, within: float) -> Sound | Failure:
    """The sound behind a media id. `within` is seconds for the file; asking for its address has Graph's own limit."""
    until = time.monotonic() + within
    media = graph.media_url(media_id, token)
    if isinstance(media, Failure):
        return media
    kind = media.mime_type.partition(";")[0].strip().lower()
    if kind not in ENDINGS:
        return _unfit("it is no sound")
    if media.file_size is not None and not 0 < media.file_size <= MOST_BYTES:
        return _unfit(f"{media.file_size} bytes")
    into = _Bounded(until)
    try:
        size = graph.get_media(media, token, into, MOST_BYTES)
    except TimeoutError:
        return accident("connection", detail="too slow")
    if isinstance(size, Failure):
        return size
    return Sound(into.getvalue(), kind) if size else _unfit("it is empty")


def _unfit(detail: str) -> Failure:
    return Failure(verdict=Verdict.MEDIA, sentence="The voice note cannot be used", detail=detail)
