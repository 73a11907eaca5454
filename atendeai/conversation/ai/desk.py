"""The assistants of this process: one for each turn, for whatever its clinic switched on."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

from atendeai.appointment.store import patients_of
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics.context import ClinicContext
from atendeai.conversation.ai import proposal, wording
from atendeai.conversation.ai.assistant import AS_IT_IS, Wording
from atendeai.conversation.ai.configuration import (
    Configuration,
    Endpoint,
    chat_endpoint,
    configuration,
    transcription_endpoint,
)
from atendeai.conversation.ai.provider import Breaker, Deadline, Provider, Question
from atendeai.conversation.ai.transcription import Transcriber, language_hint
from atendeai.conversation.ai.wire import Unanswered, Wire
from atendeai.conversation.contacts import contact
from atendeai.conversation.facts import Decision
from atendeai.conversation.state import Thread, draft_of
from atendeai.conversation.understanding.model import Understanding
from atendeai.database import Database, Transaction
from atendeai.ops.secrets import UnsealError
from atendeai.settings import Settings
from atendeai.whatsapp.client import GraphClient
from atendeai.whatsapp.errors import Failure
from atendeai.whatsapp.media import fetch_sound

log = logging.getLogger(__name__)
T = TypeVar("T")

# Around what waits for somebody else's computer, so that others may work meanwhile.
Aside = Callable[[], AbstractContextManager[None]]


class Assistants:
    """Shares the connections, and what is known of each endpoint, among all clinics; never a key."""

    def __init__(self, settings: Settings, files: ClinicFiles, graph: GraphClient) -> None:
        self.settings, self.files, self.graph = settings, files, graph
        self._wire = Wire()
        self.provider = Provider(self._wire, Breaker())
        self.transcriber = Transcriber(self._wire, Breaker())

    def one(self, db: Database, aside: Aside = contextlib.nullcontext) -> ClinicAssistant:
        """An assistant for one turn in this clinic's file."""
        return ClinicAssistant(self, db, aside)

    def close(self) -> None:
        self._wire.close()


class ClinicAssistant:
    """An `Assistant`. Its requests of a turn share the seconds that the operator allows."""

    def __init__(self, assistants: Assistants, db: Database, aside: Aside) -> None:
        self._all, self._db, self._aside = assistants, db, aside
        self._wanted = Configuration()
        self._names: list[str] = []
        self._chat = self._dictation = Endpoint("", "")
        self._deadline = Deadline(assistants.settings.ai_timeout)
        self._dictation_deadline = Deadline(assistants.settings.transcription_timeout)
        self._written_down: dict[str, str] = {}
        self.consulted: list[str] = []

    @property
    def transcribes(self) -> bool:
        return self._wanted.transcription and self._dictation.usable

    @property
    def interprets(self) -> bool:
        return self._wanted.understanding and self._chat.usable

    @property
    def rewords(self) -> bool:
        return self._wanted.wording and self._chat.usable

    def recall(self, tx: Transaction, contact_id: str) -> None:
        self._wanted = Configuration()
        wanted = configuration(tx)
        if wanted is None:
            return
        try:
            self._chat = chat_endpoint(self._all.settings, wanted, self._unsealed(wanted.key))
            self._dictation = transcription_endpoint(
                self._all.settings, wanted, self._unsealed(wanted.transcription_key)
            )
        except UnsealError:
            log.error("the AI provider's key cannot be decrypted with secret.key: run `atendeai ai connect`")
            return
        self._wanted = wanted
        self._names = [contact(tx, contact_id).name or "", *(one.name for one in patients_of(tx, contact_id))]

    def _unsealed(self, sealed: str) -> str:
        return self._all.files.unsealed(sealed) if sealed else ""

    def transcribe(self, media_id: str, phone_number_id: str, context: ClinicContext) -> str:
        if self.transcribes and media_id not in self._written_down:
            said = _unharmed(lambda: self._transcribe(media_id, phone_number_id, context), "")
            self._written_down[media_id] = said
        return self._written_down.get(media_id, "")

    def interpret(
        self, heard: Understanding, thread: Thread, context: ClinicContext, now: dt.datetime
    ) -> Understanding:
        if not (self.interprets and proposal.unsure(heard, thread)):
            return heard
        return _unharmed(lambda: self._interpret(heard, thread, context, now), heard)

    def reword(self, decision: Decision, heard: Understanding, context: ClinicContext) -> Wording:
        if not (self.rewords and wording.may_be_reworded(decision, heard, context)):
            return AS_IT_IS
        return _unharmed(lambda: self._reword(decision, heard, context), AS_IT_IS)

    def _transcribe(self, media_id: str, phone_number_id: str, context: ClinicContext) -> str:
        token = self._db.read(lambda tx: self._all.files.access_token(tx, phone_number_id))
        if not token:
            return ""
        with self._aside():
            sound = fetch_sound(self._all.graph, media_id, token, within=self._dictation_deadline.left)
            if isinstance(sound, Failure):
                log.warning("a voice note could not be fetched: %s", sound)
                return ""
            said = self._all.transcriber.write_down(
                sound, self._dictation, language_hint(context), self._dictation_deadline
            )
        return self._told("transcription", said, "")

    def _interpret(
        self, heard: Understanding, thread: Thread, context: ClinicContext, now: dt.datetime
    ) -> Understanding:
        question = meaning_asked(heard, thread, context, self._names, now.year)
        with self._aside():
            proposed = self._all.provider.ask(self._chat, question, self._deadline)
        found = self._told("understanding", proposed, None)
        return heard if found is None else proposal.believed(heard, found, thread, context, now)

    def _reword(self, decision: Decision, heard: Understanding, context: ClinicContext) -> Wording:
        local = tuple(reply.text for reply in decision.replies)
        people = self._people(decision, heard)
        made = wording.templates(local, people, context)
        if not any(made):
            return AS_IT_IS
        with self._aside():
            answer = self._all.provider.ask(self._chat, wording_asked(made, context), self._deadline)
        polished = self._told("wording", answer, None)
        spoken = wording.spoken(local, made, polished.texts, context) if polished else None
        return Wording(local, spoken) if spoken else AS_IT_IS

    def _people(self, decision: Decision, heard: Understanding) -> list[str]:
        """Names that a reply may hold."""
        draft = draft_of(decision.state)
        told = [
            heard.entities.person_name,
            draft.patient_name if draft else None,
            decision.remember.get("patient_name"),
        ]
        return [name for name in (*self._names, *told) if name]

    def _told(self, what: str, answer: T | Unanswered, otherwise: T) -> T:
        """The answer; that it was asked for is remembered, unless nothing went out."""
        unasked = isinstance(answer, Unanswered) and answer.trouble == "busy"
        if not unasked and what not in self.consulted:
            self.consulted.append(what)
        if isinstance(answer, Unanswered):
            log.warning("an AI provider was of no help in %s: %s", what, answer)
            return otherwise
        return answer


def meaning_asked(
    heard: Understanding, thread: Thread, context: ClinicContext, names: Sequence[str], year: int
) -> Question[proposal.Proposal]:
    """What a provider is asked about a message; `names` must not leave."""
    return Question(
        name="proposal",
        system=proposal.SYSTEM,
        data=proposal.data(heard, thread, context, names, year),
        schema=proposal.schema(context, thread),
        kind=proposal.Proposal,
    )


def wording_asked(made: Sequence[wording.Template | None], context: ClinicContext) -> Question[wording.Polished]:
    """What a provider is asked about the words of a reply."""
    return Question(
        name="wording",
        system=wording.SYSTEM,
        data=wording.data(made, context),
        schema=wording.SCHEMA,
        kind=wording.Polished,
    )


def _unharmed(work: Callable[[], T], otherwise: T) -> T:
    """What `work` gives. The boundary: whatever fails in helping must not fail the turn, nor be written down whole."""
    try:
        return work()
    except Exception as accident:  # noqa: BLE001 (of an accident here only the kind is logged: it may quote a patient)
        log.error("an AI assistant failed: %s", type(accident).__name__)
        return otherwise
