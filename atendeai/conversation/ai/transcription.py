"""A voice note as text, by an OpenAI-compatible endpoint."""

from __future__ import annotations

import unicodedata

import msgspec
from msgspec import Struct

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.ai.configuration import Endpoint
from atendeai.conversation.ai.provider import LEAST_SECONDS, Breaker, Deadline
from atendeai.conversation.ai.wire import Form, Unanswered, Wire
from atendeai.conversation.understanding.words import MAX_CHARS
from atendeai.whatsapp.media import Sound

# What the common model hears in silence: it learnt from subtitles.
_GHOSTS = (
    "legendas pela comunidade amara.org",
    "legenda adriana zanotto",
    "legendas por",
    "subtitulos por la comunidad de amara.org",
    "subtítulos por la comunidad de amara.org",
    "thanks for watching",
    "obrigado por assistir",
    "inscreva-se no canal",
)


class _Transcript(Struct):
    text: str


class Transcriber:
    """Thread-safe; the key is given with each sound and kept nowhere."""

    def __init__(self, wire: Wire, breaker: Breaker) -> None:
        self._wire, self._breaker = wire, breaker

    def write_down(self, sound: Sound, endpoint: Endpoint, language: str, deadline: Deadline) -> str | Unanswered:
        """What is said in it, "" for silence. `language` is a hint such as "pt"; "" leaves it to the endpoint."""
        if deadline.left < LEAST_SECONDS:
            return Unanswered("late")
        fields = {"model": endpoint.model, "response_format": "json", "temperature": "0"}
        form = Form(fields | ({"language": language} if language else {}), sound.file_name, sound.content, sound.kind)
        url = f"{endpoint.url.rstrip('/')}/audio/transcriptions"
        answer = self._breaker.guard(endpoint.line, lambda: self._wire.post(url, endpoint.key, deadline.left, form))
        if isinstance(answer, Unanswered):
            return answer
        if answer.status != 200:
            return Unanswered("refused", answer.status)
        try:
            return heard(msgspec.json.decode(answer.body, type=_Transcript).text)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return Unanswered("unreadable")


def heard(transcript: str) -> str:
    """A transcript as a message: one line, no longer than one, and nothing that only silence says."""
    shown = "".join(char if unicodedata.category(char)[0] != "C" else " " for char in transcript)
    text = " ".join(shown.split())[:MAX_CHARS]
    return "" if text.lower().startswith(_GHOSTS) else text


def language_hint(context: ClinicContext) -> str:
    """The language of a clinic that has one only: a wrong hint would have its patients translated."""
    languages = {language.partition("-")[0].lower() for language in context.ai_personality.languages}
    return languages.pop() if len(languages) == 1 else ""
