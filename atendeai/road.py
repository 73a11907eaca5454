"""The road's moving parts: what a nudge does. Each looks at the rows, works, commits, and nudges the next."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import threading
from collections.abc import Iterator, Sequence

import msgspec

from atendeai import delivery, housekeeping, inbox, outbox
from atendeai.circuit import Circuit
from atendeai.clinic_files import ClinicBusy, ClinicFileBroken, ClinicFiles, UnknownClinic
from atendeai.clinics.versions import NoContext
from atendeai.conversation.ai.desk import Assistants
from atendeai.database import Database, Transaction
from atendeai.mail import mails
from atendeai.mail.postman import Postman
from atendeai.mail.smtp import LONGEST_SENDING_SECONDS
from atendeai.ops.clock import Clock, iso, millis
from atendeai.ops.secrets import UnsealError
from atendeai.outbox import Claimed, Work
from atendeai.settings import Settings
from atendeai.tasks import Tasks
from atendeai.turn import take_turn
from atendeai.whatsapp.client import MOST_CONNECTIONS, Accepted, GraphClient
from atendeai.whatsapp.errors import Failure, Verdict
from atendeai.whatsapp.payload import Item

log = logging.getLogger(__name__)

CONNECT = "Run `atendeai whatsapp connect`"
TURNS_AT_ONCE = 2  # turns keep Python busy: more at once would only make each slower
DAY = 24 * 3600 * 1000
FULL_SWEEP_EVERY = 120  # sweeps between two looks into every clinic's file, not only the lively ones
# What keeps a whole clinic from being served, and is no fault of any one message: everything waits.
OUT_OF_SERVICE = (UnknownClinic, ClinicFileBroken, ClinicBusy, NoContext)


class Road:
    """Carries messages from inbox to outbox to WhatsApp for every clinic of this process."""

    def __init__(
        self, settings: Settings, files: ClinicFiles, graph: GraphClient, clock: Clock, assistants: Assistants
    ) -> None:
        self._settings = settings
        self._files = files
        self._graph = graph
        self._clock = clock
        self._assistants = assistants
        self._computing = threading.Semaphore(TURNS_AT_ONCE)
        self._lively: set[str] = set()
        self._lively_lock = threading.Lock()
        self._answering: dict[tuple[str, str], bool] = {}  # whether it was asked for again meanwhile
        self._answering_lock = threading.Lock()
        self._sweeps = 0
        self._tidied: dict[str, int] = {}
        self._started = millis(clock.now())
        self._listening = self._started
        self._circuit = Circuit(at_once=max(1, min(settings.workers * 3 // 4, MOST_CONNECTIONS // 2)))
        self._circuit_lock = threading.Lock()
        # The timeout is one of each phase: getting a connection, writing, and two reads. Then some for the commit.
        self._longest_send = round(4000 * settings.send_timeout_seconds) + 60_000
        self._postman = Postman(settings, files, clock)
        self.tasks = Tasks(settings, turn=self.turn, send=self.send, mail=self.mail, sweep=self.sweep)

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
        """Answer what waits in a conversation, unless its burst is still going on or it is being answered now."""
        who = (clinic_id, conversation_id)
        with self._answering_lock:
            if who in self._answering:
                self._answering[who] = True  # a turn may wait for an AI provider; nobody asks that again meanwhile
                return
            self._answering[who] = False
        try:
            self._turn(clinic_id, conversation_id)
        finally:
            with self._answering_lock:
                again = self._answering.pop(who)
        if again:
            self.tasks.nudge_turn(clinic_id, conversation_id)

    def _turn(self, clinic_id: str, conversation_id: str) -> None:
        """What is to be answered now; of a clinic that is out of service everything waits."""
        now = self._clock.now()
        if self._suspended(clinic_id):
            return
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
            with self._computing:
                assistant = self._assistants.one(db, self._aside)
                take_turn(db, conversation_id, now=self._clock.now(), assistant=assistant)
        except OUT_OF_SERVICE:
            raise
        # The boundary: a poison message must not stop the others. On a full or broken disk this write fails too,
        # and nothing is counted against anybody.
        except Exception as accident:
            log.exception("a turn failed in conversation %s", conversation_id)
            error = type(accident).__name__
            now = self._clock.now()
            db.write(lambda tx: inbox.set_aside(tx, conversation_id, error, now=millis(now), at=iso(now)))

    @contextlib.contextmanager
    def _aside(self) -> Iterator[None]:
        """Around a wait for somebody else's computer: another turn may compute meanwhile."""
        self._computing.release()
        try:
            yield
        finally:
            self._computing.acquire()

    # --- out ---

    def send(self, clinic_id: str, contact_id: str) -> None:
        """Send what a contact's outbox holds, one after the other."""
        try:
            with self._files.clinic(clinic_id) as db:
                while not self._suspended(clinic_id) and self._send_next(db, clinic_id, contact_id):
                    pass
        except OUT_OF_SERVICE as reason:
            log.error("clinic %s cannot be served, its outbox waits: %r", clinic_id, reason)

    def _send_next(self, db: Database, clinic_id: str, contact_id: str) -> bool:
        """Whether there may be more to send now."""
        line = db.read(lambda tx: outbox.line(tx, contact_id))
        if line is None:
            return False
        now = self._clock.now()
        with self._circuit_lock:
            leave = self._circuit.enter(line, (clinic_id, contact_id), millis(now))
        match leave:
            case "go":
                return self._send_by(line, db, clinic_id, contact_id)
            case "wait":
                return False  # whoever is in the way nudges
            case until:
                db.write(lambda tx: outbox.put_off(tx, contact_id, until, iso(now)))
                self._again(clinic_id, contact_id, until)
                return False

    def _send_by(self, line: str, db: Database, clinic_id: str, contact_id: str) -> bool:
        """Claim, POST and settle one message; the line is given back whatever happens."""
        reached = None
        try:
            now = self._clock.now()
            claimed = db.write(lambda tx: outbox.claim(tx, contact_id, millis(now), iso(now)))
            if claimed is None:
                return False
            if isinstance(claimed, Work):
                again: int | None = claimed.not_before
            else:
                result = self._post(db, claimed)
                reached = _reached(result)
                again = self._settle(db, claimed, result)
        finally:
            self._leave(line, reached)
        if again is not None:
            self._again(clinic_id, contact_id, again)
        return again is None

    def _leave(self, line: str, reached: bool | None) -> None:
        with self._circuit_lock:
            called = self._circuit.leave(line, reached, millis(self._clock.now()))
        for clinic_id, contact_id in called:
            self.tasks.nudge_send(clinic_id, contact_id)

    def _settle(self, db: Database, claimed: Claimed, result: Accepted | Failure) -> int | None:
        """The moment (UTC ms) to try again, if there is one."""
        now = self._clock.now()
        attempts = self._settings.send_attempts
        again = db.write(
            lambda tx: delivery.settle(tx, claimed, result, attempts=attempts, now=millis(now), at=iso(now))
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

    # --- e-mails ---

    def post(self, clinic_id: str) -> None:
        """E-mails of the clinic wait, committed: have them sent."""
        if self._postman.works:
            self._touch(clinic_id)
            self.tasks.nudge_mail(clinic_id)

    def mail(self, clinic_id: str, _: str) -> None:
        """Send a clinic's waiting e-mails, and come back for those that are put off."""
        try:
            again = self._postman.deliver(clinic_id)
        except OUT_OF_SERVICE as reason:
            log.error("clinic %s cannot be served, its e-mails wait: %r", clinic_id, reason)
            return
        if again is not None:
            self.tasks.nudge_mail(clinic_id, max(0.05, (again - millis(self._clock.now())) / 1000))

    # --- sweep ---

    def sweep(self, first: bool) -> None:
        """Find what waits. At start, and now and then, in every clinic's file; otherwise in the lively ones."""
        self._sweeps += 1
        if first:  # the routes are made in between, and that takes its time
            self._listening = millis(self._clock.now())
        everything = first or self._sweeps % FULL_SWEEP_EVERY == 0
        with self._lively_lock:
            lively = list(self._lively)
        clinics = [row.id for row in self._files.clinics()] if everything else lively
        if everything and not first:
            self.tidy()
        for clinic_id in clinics:
            try:
                self._sweep_one(clinic_id)
                if everything and not first:
                    self.tidy(clinic_id)
            except UnknownClinic:
                log.info("clinic %s is gone", clinic_id)
            except Exception:  # the boundary: one clinic's trouble must not keep the others waiting
                log.exception("clinic %s cannot be swept; it is looked at again", clinic_id)
                self._touch(clinic_id)

    def _sweep_one(self, clinic_id: str) -> None:
        now = self._clock.now()
        ms, at = millis(now), iso(now)
        with self._lively_lock:  # before the look: what is committed after it makes the clinic lively again
            self._lively.discard(clinic_id)
        if self._suspended(clinic_id):
            self._touch(clinic_id)  # looked at again: it may be resumed by another process
            return
        with self._files.clinic(clinic_id) as db:
            nudges, unsettled = db.read(lambda tx: (inbox.due(tx), outbox.unsettled(tx)))
            posted = self._sweep_mails(db, clinic_id, now)
            if not nudges and not unsettled and not posted:
                return
            if unsettled:
                db.write(lambda tx: self._settle_interrupted(tx, ms, at))
            self._nudge_sends(clinic_id, db)
        self._touch(clinic_id)
        for nudge in nudges:
            self.tasks.nudge_turn(clinic_id, nudge.conversation_id, (nudge.due_at - ms) / 1000)

    def _sweep_mails(self, db: Database, clinic_id: str, now: dt.datetime) -> bool:
        """Whether e-mails wait or are being sent."""
        if not self._postman.works or not db.read(mails.unsettled):
            return False
        before = max(self._started, millis(now) - round(1000 * LONGEST_SENDING_SECONDS))
        db.write(lambda tx: mails.interrupted(tx, before, now))
        due = db.read(mails.next_due)
        if due is not None:
            self.tasks.nudge_mail(clinic_id, (due - millis(now)) / 1000)
        return True

    def tidy(self, clinic_id: str = "") -> None:
        """Once a day, in a clinic's file, or in control.db where none is named."""
        now = self._clock.now()
        if millis(now) - self._tidied.get(clinic_id, 0) < DAY:
            return
        self._tidied[clinic_id] = millis(now)
        if clinic_id:
            housekeeping.tidy_clinic(self._files, clinic_id, now)
        else:
            housekeeping.tidy_installation(self._files, now)

    def _settle_interrupted(self, tx: Transaction, now: int, at: str) -> None:
        # What is being sent since before this process lived was interrupted with the one before it.
        delivery.interrupted(tx, max(self._started, now - self._longest_send), at)
        grace = self._settings.unknown_grace_seconds * 1000
        if now - self._listening >= grace:  # while nobody listened no status could vouch for anything
            delivery.give_unknown_another_chance(tx, now=now, grace=grace, at=at)

    def _suspended(self, clinic_id: str) -> bool:
        """Whether a clinic answers and sends nothing for now; what arrives is kept all the same."""
        row = self._files.row(clinic_id)
        return row is not None and row.status == "suspended"

    def _touch(self, clinic_id: str) -> None:
        with self._lively_lock:
            self._lively.add(clinic_id)


def _reached(result: Accepted | Failure) -> bool | None:
    """Whether Meta was there; None when it was not asked."""
    if isinstance(result, Accepted) or result.http_status is not None:
        return True
    return False if result.verdict in (Verdict.RETRY, Verdict.UNKNOWN) else None
