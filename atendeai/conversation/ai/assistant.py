"""What a turn sees of an AI provider: somebody who may help, who never decides and never raises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.facts import Decision
from atendeai.conversation.state import Thread
from atendeai.conversation.understanding.model import Understanding
from atendeai.database import Transaction


class Wording(Struct, frozen=True):
    """Other words for a decision's replies; they stand only for exactly these local ones."""

    local: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()


AS_IT_IS = Wording()


class Assistant(Protocol):
    """Helps with one turn. All its requests together take no longer than the operator allows.

    Its flags say what this clinic wants, once `recall` has looked; until then, and by default, nothing.
    """

    @property
    def transcribes(self) -> bool: ...

    @property
    def interprets(self) -> bool: ...

    @property
    def rewords(self) -> bool: ...

    @property
    def consulted(self) -> Sequence[str]:
        """What it was asked for in this turn, for the audit trail: "understanding", "wording", "transcription"."""
        ...

    def recall(self, tx: Transaction, contact_id: str) -> None:
        """What the clinic wants of it, and whose names must not leave."""
        ...

    def transcribe(self, media_id: str, phone_number_id: str, context: ClinicContext) -> str:
        """The words of a voice note; "" when they could not be had."""
        ...

    def interpret(
        self, heard: Understanding, thread: Thread, context: ClinicContext, now: dt.datetime
    ) -> Understanding:
        """`heard`, understood better where that was possible. `now` is the clinic's wall time (aware)."""
        ...

    def reword(self, decision: Decision, heard: Understanding, context: ClinicContext) -> Wording:
        """Friendlier words for what a rehearsed turn says."""
        ...


class _Nobody:
    """The assistant of a clinic that wants none."""

    transcribes = interprets = rewords = False
    consulted: tuple[str, ...] = ()

    def recall(self, tx: Transaction, contact_id: str) -> None:
        return

    def transcribe(self, media_id: str, phone_number_id: str, context: ClinicContext) -> str:
        return ""

    def interpret(
        self, heard: Understanding, thread: Thread, context: ClinicContext, now: dt.datetime
    ) -> Understanding:
        return heard

    def reword(self, decision: Decision, heard: Understanding, context: ClinicContext) -> Wording:
        return AS_IT_IS


NOBODY: Assistant = _Nobody()
