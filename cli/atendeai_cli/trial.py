"""Harmless questions for an AI provider: whether each way in which it may help works, and how long it takes."""

from __future__ import annotations

import io
import time
import wave
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.ai import wording
from atendeai.conversation.ai.configuration import Configuration, Endpoint
from atendeai.conversation.ai.desk import Assistants, meaning_asked, wording_asked
from atendeai.conversation.ai.provider import Deadline
from atendeai.conversation.ai.wire import Unanswered
from atendeai.conversation.state import Thread
from atendeai.conversation.understanding.model import Understanding
from atendeai.whatsapp.media import Sound

MESSAGE = "tem como ver o negocio do coração?"
REPLY = "Vamos marcar! Qual atendimento você procura?"
RATE = 16_000  # samples a second


class Tried(Struct, frozen=True, kw_only=True):
    """One way, tried; `told` is what came back, or why nothing did."""

    what: str
    works: bool
    seconds: float
    told: str


def trials(
    assistants: Assistants, wanted: Configuration, chat: Endpoint, dictation: Endpoint, context: ClinicContext
) -> list[Tried]:
    """Every way that is switched on, tried once with the operator's own time limits."""
    ways: list[tuple[str, bool, Callable[[], str | Unanswered]]] = [
        ("understanding", wanted.understanding, lambda: _understanding(assistants, chat, context)),
        ("wording", wanted.wording, lambda: _wording(assistants, chat, context)),
        ("transcription", wanted.transcription, lambda: _transcription(assistants, dictation)),
    ]
    return [_timed(what, work) for what, on, work in ways if on]


def _timed(what: str, work: Callable[[], str | Unanswered]) -> Tried:
    began = time.monotonic()
    told = work()
    took = round(time.monotonic() - began, 2)
    return Tried(what=what, works=not isinstance(told, Unanswered), seconds=took, told=str(told))


def _understanding(assistants: Assistants, endpoint: Endpoint, context: ClinicContext) -> str | Unanswered:
    heard, thread = Understanding(text=MESSAGE), Thread()
    year = datetime.now(ZoneInfo(context.time_zone)).year
    question = meaning_asked(heard, thread, context, (), year)
    answer = assistants.provider.ask(endpoint, question, Deadline(assistants.settings.ai_timeout))
    if isinstance(answer, Unanswered):
        return answer
    named = [name for name in (answer.service, answer.professional, answer.insurance) if name]
    return f"{MESSAGE!r} is {', '.join([answer.intent, *named])} (asked by {assistants.provider.rung(endpoint)})"


def _wording(assistants: Assistants, endpoint: Endpoint, context: ClinicContext) -> str | Unanswered:
    made = [wording.Template(REPLY, ())]
    question = wording_asked(made, context)
    answer = assistants.provider.ask(endpoint, question, Deadline(assistants.settings.ai_timeout))
    if isinstance(answer, Unanswered):
        return answer
    said = wording.spoken([REPLY], made, answer.texts, context)
    return repr(said[0]) if said else f"changed more than the tone, so ours would go out: {answer.texts!r}"


def _transcription(assistants: Assistants, endpoint: Endpoint) -> str | Unanswered:
    deadline = Deadline(assistants.settings.transcription_timeout)
    said = assistants.transcriber.write_down(Sound(_silence(), "audio/wav"), endpoint, "", deadline)
    return said if isinstance(said, Unanswered) else f"a second of silence is {said!r}"


def _silence() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(bytes(2 * RATE))
    return file.getvalue()
