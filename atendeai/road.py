"""The road's moving parts: what a nudge does. Each looks at the rows, works, commits, and nudges the next."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence

import msgspec

from atendeai import inbox, outbox
from atendeai.clinic_files import ClinicBusy, ClinicFileBroken, ClinicFiles, UnknownClinic
from atendeai.clinics.versions import NoContext
from atendeai.database import Database, Transaction
from atendeai.ops.clock import Clock, iso, millis
from atendeai.ops.secrets import UnsealError
from atendeai.outbox import Claimed, Work
from atendeai.settings import Settings
from atendeai.tasks import Tasks
from atendeai.turn import take_turn
from atendeai.whatsapp.client import Accepted, GraphClient
from atendeai.whatsapp.errors import Failure, Verdict
from atendeai.whatsapp.payload import Item

log = logging.getLogger(__name__)

CONNECT = "Run `atendeai whatsapp connect`"
FULL_SWEEP_EVERY = 120  # sweeps between two looks into every clinic's file, not only the lively ones
# What keeps a whole clinic from being served, and is no fault of any one message: everything waits.
OUT_OF_SERVICE = (UnknownClinic, ClinicFileBroken, ClinicBusy, NoContext)


class Road:
    """Carries messages from inbox to outbox to WhatsApp for every clinic of this process."""

    def __init__(self, settings: Settings, files: ClinicFiles, graph: GraphClient, clock: Clock) -> None:
        self._settings = settings
        self._files = files
        self._graph = graph
        self._clock = clock
        self._lively: set[str] = set()
        self._lively_lock = threading.Lock()
        self._sweeps = 0
        self._started = millis(clock.now())
        self.tasks = Tasks(settings, turn=self.turn, send=self.send, sweep=self.sweep)

    # --- in ---

    def receive(self, clinic_id: str, items: Sequence[Item], body: bytes | None) -> None:
        """Commit a webhook's items to a clinic's file, then nudge. Returns only when they are on the disk."""
        now = self._clock.now()
        burst = round(self._settings.burst_seconds * 1000)

        def work(tx: Transaction) -> list[inbox.Nudge]:
            if body is not None:
                inbox.store_raw(tx, body, iso(now))
            return inbox.receive(tx, items, now=millis(now), at=iso(now), burst=burst)

        with self._files.clinic(clinic_id) as db:
            nudges = db.write(work)
        self._touch(clinic_id)
        for nudge in nudges:
            self.tasks.nudge_turn(clinic_id, nudge.conversation_id, (nudge.due_at - millis(now)) / 1000)

    # --- turn ---

    def turn(self, clinic_id: str, conversation_id: str) -> None:
        """Answer what waits in a conversation, unless its burst is still going on."""
        now = self._clock.now()
        try:
            with self._files.clinic(clinic_id) as db:
                due_at = db.read(lambda tx: inbox.due_at(tx, conversation_id))
                if due_at is None:
                    return
                if due_at > millis(now):
                    self.tasks.nudge_turn(clinic_id, conversation_id, (due_at - millis(now)) / 1000)
                    return
                self._take_turn(db, conversation_id)
                self._nudge_sends(clinic_id, db, conversation_id)
        except OUT_OF_SERVICE as reason:
            log.error("clinic %s cannot be served, its messages wait: %r", clinic_id, reason)

    def _take_turn(self, db: Database, conversation_id: str) -> None:
        """A turn that fails is tried again, and after some attempts set aside for staff to see."""
        try:
            take_turn(db, conversation_id, now=self._clock.now())
        except OUT_OF_SERVICE:
            raise
        # The boundary: a poison message must not stop the others. On a full or broken disk this write fails too,
        # and nothing is counted against anybody.
        except Exception as accident:
            log.exception("a turn failed in conversation %s", conversation_id)
            error = type(accident).__name__
            now = self._clock.now()
            db.write(lambda tx: inbox.set_aside(tx, conversation_id, error, now=millis(now), at=iso(now)))

    # --- out ---

    def send(self, clinic_id: str, contact_id: str) -> None:
        """Send what a contact's outbox holds, one after the other."""
        try:
            with self._files.clinic(clinic_id) as db:
                while (claimed := self._claim(db, contact_id)) is not None:
                    if isinstance(claimed, Work):
                        self._again(clinic_id, contact_id, claimed.not_before)
                        return
                    again = self._send_one(db, claimed)
                    if again is not None:
                        self._again(clinic_id, contact_id, again)
                        return
        except OUT_OF_SERVICE as reason:
            log.error("clinic %s cannot be served, its outbox waits: %r", clinic_id, reason)

    def _claim(self, db: Database, contact_id: str) -> Claimed | Work | None:
        now = self._clock.now()
        return db.write(lambda tx: outbox.claim(tx, contact_id, millis(now), iso(now)))

    def _send_one(self, db: Database, claimed: Claimed) -> int | None:
        """POST one message and settle it; the moment (UTC ms) to try again, if there is one."""
        result = self._post(db, claimed)
        now = self._clock.now()
        again = db.write(
            lambda tx: outbox.settle(
                tx, claimed, result, attempts=self._settings.send_attempts, now=millis(now), at=iso(now)
            )
        )
        if isinstance(result, Failure):
            log.warning("message %s was not sent: %s", claimed.k, result)
        return again

    def _post(self, db: Database, claimed: Claimed) -> Accepted | Failure:
        pnid = claimed.phone_number_id
        try:
            token = db.read(lambda tx: self._files.access_token(tx, pnid)) if pnid else None
            body = claimed.body()
        except UnsealError:
            return Failure(
                verdict=Verdict.PAUSE,
                sentence="The access token cannot be decrypted with secret.key",
                hint=CONNECT,
                whole_number=True,
            )
        except (ValueError, msgspec.DecodeError) as error:
            return Failure(verdict=Verdict.REJECT, sentence=f"It cannot be written for WhatsApp: {error}")
        if not pnid or not token:
            sentence = "No WhatsApp number is connected for this conversation"
            return Failure(verdict=Verdict.PAUSE, sentence=sentence, hint=CONNECT, retry_after=60)
        return self._graph.send(pnid, token, body)

    def _again(self, clinic_id: str, contact_id: str, at: int) -> None:
        self.tasks.nudge_send(clinic_id, contact_id, max(0.05, (at - millis(self._clock.now())) / 1000))

    def _nudge_sends(self, clinic_id: str, db: Database, conversation_id: str | None = None) -> None:
        works = db.read(lambda tx: outbox.to_send(tx, conversation_id))
        now = millis(self._clock.now())
        for work in works:
            self.tasks.nudge_send(clinic_id, work.contact_id, (work.not_before - now) / 1000)

    # --- sweep ---

    def sweep(self, first: bool) -> None:
        """Find what waits. At start, and now and then, in every clinic's file; otherwise in the lively ones."""
        self._sweeps += 1
        everything = first or self._sweeps % FULL_SWEEP_EVERY == 0
        with self._lively_lock:
            lively = list(self._lively)
        clinics = [row.id for row in self._files.clinics()] if everything else lively
        for clinic_id in clinics:
            try:
                self._sweep_one(clinic_id)
            except UnknownClinic:
                log.info("clinic %s is gone", clinic_id)
            except Exception:  # the boundary: one clinic's trouble must not keep the others waiting
                log.exception("clinic %s cannot be swept; it is looked at again", clinic_id)
                self._touch(clinic_id)

    def _sweep_one(self, clinic_id: str) -> None:
        now = self._clock.now()
        ms, at = millis(now), iso(now)
        with self._files.clinic(clinic_id) as db:
            nudges, unsettled = db.read(lambda tx: (inbox.due(tx), outbox.unsettled(tx)))
            if not nudges and not unsettled:
                with self._lively_lock:
                    self._lively.discard(clinic_id)
                return
            if unsettled:
                db.write(lambda tx: self._settle_interrupted(tx, ms, at))
            self._nudge_sends(clinic_id, db)
        self._touch(clinic_id)
        for nudge in nudges:
            self.tasks.nudge_turn(clinic_id, nudge.conversation_id, (nudge.due_at - ms) / 1000)

    def _settle_interrupted(self, tx: Transaction, now: int, at: str) -> None:
        # What is being sent since before this process lived was interrupted with the one before it.
        outbox.interrupted(tx, max(self._started, now - outbox.STALE_SENDING), at)
        grace = self._settings.unknown_grace_seconds * 1000
        if now - self._started >= grace:  # while nobody listened no status could vouch for anything
            outbox.give_unknown_another_chance(tx, now=now, grace=grace, at=at)

    def _touch(self, clinic_id: str) -> None:
        with self._lively_lock:
            self._lively.add(clinic_id)
