"""Background work: Huey inside the server's process, whose tasks only nudge. The row is the truth.

A nudge lost with the process costs seconds: `sweep` looks for what waits at start and every few seconds.
"""

from __future__ import annotations

import heapq
import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from huey import Huey, RedisHuey
from huey.consumer import Consumer
from huey.storage import SqliteStorage

from atendeai.ops.logging import correlated
from atendeai.settings import Settings

log = logging.getLogger(__name__)

LONGEST_IDLE = 1.0  # seconds a worker sleeps before it looks whether it should stop
MAIL_WORKERS = 2  # e-mails to staff are few, and may wait
TURN_WORKERS = 8  # how many turns may wait for an AI provider; see `road.TURNS_AT_ONCE` for how many compute
LOST_AFTER = 60.0  # seconds after which a queued nudge is taken for lost, or for done by another process

Key = tuple[str, str, str]  # what is nudged, in which clinic, for whom


class WakingStorage(SqliteStorage):  # type: ignore[misc]
    """Huey's embedded queue, whose workers wake the moment something is enqueued in this process.

    Stock Huey polls with a growing delay, up to seconds: far too long for a patient who waits.
    """

    blocking = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._arrived = threading.Semaphore(0)
        super().__init__(*args, **kwargs)

    def _create_connection(self) -> Any:
        # No fsync at each nudge, but none of Huey's `synchronous=off` either: a power cut must not break the file.
        connection = super()._create_connection()
        connection.execute("pragma synchronous = normal")
        return connection

    def enqueue(self, data: bytes, priority: float | None = None) -> None:
        super().enqueue(data, priority)
        self._arrived.release()

    def dequeue(self) -> Any:
        found = super().dequeue()
        if found is None:
            self._arrived.acquire(timeout=LONGEST_IDLE)
            found = super().dequeue()
        return found

    def wake(self, workers: int) -> None:
        """Let idle workers notice that they are to stop."""
        self._arrived.release(workers)


class InProcessConsumer(Consumer):  # type: ignore[misc]
    """Huey's consumer as threads of the server, which keeps its own signal handlers."""

    def _set_signal_handlers(self) -> None:
        pass


class Alarm:
    """Calls back at a moment: one thread, a heap, no polling. For nudges only; what is forgotten is swept up.

    One ring a key, the earliest: who is rung too early looks, and asks to be rung again.
    """

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, Key, Callable[[], None]]] = []
        self._set_for: dict[Key, float] = {}
        self._changed = threading.Condition()
        self._count = 0
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="alarm", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify()
        self._thread.join()

    def after(self, seconds: float, key: Key, ring: Callable[[], None]) -> None:
        """Call `ring` (short, must not raise) after so many seconds, unless `key` is rung for earlier."""
        moment = time.monotonic() + max(seconds, 0.0)
        with self._changed:
            if self._set_for.get(key, moment + 1) <= moment:
                return
            self._set_for[key] = moment
            self._count += 1
            heapq.heappush(self._heap, (moment, self._count, key, ring))
            self._changed.notify()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._stopped and (not self._heap or self._heap[0][0] > time.monotonic()):
                    self._changed.wait(self._heap[0][0] - time.monotonic() if self._heap else None)
                if self._stopped:
                    return
                moment, _, key, ring = heapq.heappop(self._heap)
                if self._set_for.get(key) != moment:
                    continue  # it was rung earlier
                del self._set_for[key]
            ring()


class Queued:
    """The nudges that are queued and not yet started: one more of the same would find nothing else to do."""

    def __init__(self) -> None:
        self._since: dict[Key, float] = {}
        self._lock = threading.Lock()

    def add(self, key: Key, now: float) -> bool:
        """False when it is queued already. `now` is in seconds of any steady clock."""
        with self._lock:
            if now - self._since.get(key, -LOST_AFTER) < LOST_AFTER:
                return False
            self._since[key] = now
            return True

    def remove(self, key: Key) -> None:
        with self._lock:
            self._since.pop(key, None)


class Queue:
    """One kind of nudge, with its own Huey queue and workers: what hangs in one queue does not hold up another."""

    def __init__(self, kind: str, settings: Settings, workers: int, work: Callable[[str, str], None]) -> None:
        self._kind, self._workers, self._work = kind, workers, work
        self._queued = Queued()
        self._huey = _huey(f"atendeai-{kind}", settings)
        self._task = self._huey.task(name=kind)(self._run)
        self._consumer: InProcessConsumer | None = None

    def start(self) -> None:
        self._consumer = InProcessConsumer(self._huey, workers=self._workers, periodic=False)
        self._consumer.start()

    def stop(self) -> None:
        """Finish what is being worked on; what is queued stays queued."""
        if self._consumer is not None:
            self._consumer.stop_flag.set()
            if isinstance(self._huey.storage, WakingStorage):
                self._huey.storage.wake(self._workers)
            self._consumer.stop(graceful=True)
        self.close()

    def close(self) -> None:
        """For who nudged and never started; what is queued stays queued."""
        self._huey.storage.close()

    def nudge(self, clinic_id: str, who: str) -> None:
        """Queue it, unless it is queued already; a failure is logged."""
        key = (self._kind, clinic_id, who)
        if not self._queued.add(key, time.monotonic()):
            return
        if not _quietly(lambda: self._task(clinic_id, who)):
            self._queued.remove(key)

    def _run(self, clinic_id: str, who: str) -> None:
        # Before the work: what happens during it may have come too late for it, and deserves a nudge of its own.
        self._queued.remove((self._kind, clinic_id, who))
        with correlated():
            _quietly(lambda: self._work(clinic_id, who))


class Tasks:
    """The queues, their workers, and the sweep. The callables are who knows how to work (see `road.Road`)."""

    def __init__(
        self,
        settings: Settings,
        *,
        turn: Callable[[str, str], None],
        send: Callable[[str, str], None],
        mail: Callable[[str, str], None],
        sweep: Callable[[bool], None],
    ) -> None:
        self._sweep_now = sweep
        self._sweep_seconds = settings.sweep_seconds
        self._turns = Queue("turn", settings, TURN_WORKERS, turn)
        self._sends = Queue("send", settings, settings.workers, send)
        self._mails = Queue("mail", settings, MAIL_WORKERS, mail)
        self._alarm = Alarm()
        self._sweeper = threading.Thread(target=self._sweep_for_ever, name="sweep", daemon=True)
        self._stop = threading.Event()

    def start(self) -> None:
        """Start the workers, and look at once for what an earlier process left behind."""
        self._turns.start()
        self._sends.start()
        self._mails.start()
        self._alarm.start()
        self._sweeper.start()

    def stop(self) -> None:
        """Finish what is being worked on and stop; what is queued stays queued."""
        self._stop.set()
        self._alarm.stop()
        self._turns.stop()
        self._sends.stop()
        self._mails.stop()
        self._sweeper.join()

    def close(self) -> None:
        """Let go of the queues without ever having worked."""
        for queue in (self._turns, self._sends, self._mails):
            queue.close()

    def nudge_turn(self, clinic_id: str, conversation_id: str, in_seconds: float = 0.0) -> None:
        """Have a conversation answered once its burst is over."""
        self._later(in_seconds, ("turn", clinic_id, conversation_id), self._turns)

    def nudge_send(self, clinic_id: str, contact_id: str, in_seconds: float = 0.0) -> None:
        """Have a contact's outbox looked at."""
        self._later(in_seconds, ("send", clinic_id, contact_id), self._sends)

    def nudge_mail(self, clinic_id: str, in_seconds: float = 0.0) -> None:
        """Have a clinic's waiting e-mails sent."""
        self._later(in_seconds, ("mail", clinic_id, ""), self._mails)

    def _later(self, in_seconds: float, key: Key, queue: Queue) -> None:
        _, clinic_id, who = key
        if in_seconds <= 0:
            queue.nudge(clinic_id, who)
        else:
            self._alarm.after(in_seconds, key, lambda: queue.nudge(clinic_id, who))

    def _sweep_for_ever(self) -> None:
        first = True
        while True:
            with correlated():
                _quietly(lambda everything=first: self._sweep_now(everything))  # type: ignore[misc]
            first = False
            if self._stop.wait(self._sweep_seconds):
                return


def _quietly(work: Callable[[], object]) -> bool:
    """Whether it went well. What fails is written down and swept up later; its thread must live on."""
    try:
        work()
    except Exception:
        log.exception("a nudge failed; the sweep will find what it was for")
        return False
    return True


def _huey(name: str, settings: Settings) -> Huey:
    """Redis when a URL is set, else a file of Huey's own, which the queues share. No results, no fsync."""
    if settings.redis_url:
        return RedisHuey(name, url=settings.redis_url, results=False)
    return Huey(
        name,
        storage_class=WakingStorage,
        results=False,
        filename=str(settings.data / "tasks.db"),
        strict_fifo=True,
    )
