"""`kill -9` between any two steps of the road: every message is answered exactly once, nothing is lost or repeated.

The servers are real processes (see `crashing_server`), Meta lives in this one and, as in life, brings everything
again until it hears 200. A first undisturbed run lists the steps; then servers die at them, one after the other.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import apsw
import httpx
import msgspec
import pytest
from crashing_server import Order
from patients import WISH, asks_to_book
from town import NUMBERS, SECRET, SERENA, Town, eventually, found_clinics

from atendeai.whatsapp.standin.phone import Phone
from atendeai.whatsapp.standin.server import StandIn
from atendeai.whatsapp.standin.store import Sent

HERE = Path(__file__).parent
MARIA = "5548999990001"
Step = tuple[str, int]


class Nursery:
    """Where servers come from: one process that has imported everything and forks."""

    def __init__(self) -> None:
        command = [sys.executable, str(HERE / "crashing_server.py")]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._lock = threading.Lock()
        self._children: set[int] = set()

    def born(self, order: Order) -> int:
        """The process id of a new server."""
        assert self._process.stdin is not None and self._process.stdout is not None
        with self._lock:
            self._process.stdin.write(msgspec.json.encode(order) + b"\n")
            self._process.stdin.flush()
            pid = int(self._process.stdout.readline())
            self._children.add(pid)
        return pid

    def close(self) -> None:
        for pid in self._children:
            kill(pid)
        self._process.communicate()


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def free_port() -> int:
    """Below the range of outgoing connections: nobody takes the port while its server is dead."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


class Scene:
    """A data directory, whichever server serves it at the moment, and Meta."""

    def __init__(self, nursery: Nursery, data: Path) -> None:
        self.data, self._nursery = data, nursery
        self.standin = StandIn()
        self._port = free_port()
        self._settings = {
            "data": str(data),
            "port": self._port,
            "graph_url": self.standin.start(),
            "burst_seconds": 0,
            "sweep_seconds": 1,
            "unknown_grace_seconds": 1,
            "log_level": "ERROR",
        }
        url = f"http://127.0.0.1:{self._port}/webhook/whatsapp"
        self.standin.subscribe(url, SECRET.encode(), number=NUMBERS[SERENA])
        self._http = httpx.Client(timeout=10, trust_env=False)
        self._url = url
        self.pid = 0
        self._db: apsw.Connection | None = None

    def serve(self, die_at: Step | None = None, steps: Path | None = None) -> None:
        order = Order(settings=self._settings, die_at=die_at, steps=str(steps) if steps else None)
        self.pid = self._nursery.born(order)

    def close(self) -> None:
        kill(self.pid)
        self.standin.stop()
        self._http.close()
        if self._db is not None:
            self._db.close()

    def phone(self, wa_id: str = MARIA) -> Phone:
        return Phone(
            self._bring,
            secret=SECRET.encode(),
            phone_number_id=NUMBERS[SERENA],
            wa_id=wa_id,
            name="Maria Silva",
            standin=self.standin,
        )

    def _bring(self, body: bytes, headers: Any) -> int:
        """As Meta does: again and again, until it hears 200."""
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                if self._http.post(self._url, content=body, headers=headers).status_code == 200:
                    return 200
            except httpx.RequestError:
                pass
            self.standin.stopping.wait(0.02)
        return 0

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        if self._db is None:
            path = self.data / "clinics" / f"{SERENA}.db"
            self._db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
            self._db.set_busy_timeout(10_000)
        return self._db.execute(sql).fetchall()

    def at_rest(self) -> bool:
        """Everything is answered, sent, and known to have been read."""
        open_rows = "select (select count(*) from inbox where state not in ('done')) +"
        return self.rows(f"{open_rows} (select count(*) from outbox where state <> 'read')") == [(0,)]


def undisturbed(scene: Scene, messages: int, replies: int) -> None:
    """Every message was taken once and answered once, and nothing was said twice."""
    assert scene.rows("select count(*), count(distinct key) from inbox where kind = 'message'") == [(messages, messages)]
    assert scene.rows("select count(*) from messages where direction = 'in'") == [(messages,)]
    assert scene.rows("select count(*) from inbox where kind = 'message' and turn_id is null") == [(0,)]
    assert len(scene.standin.sent) == replies, [sent.text for sent in scene.standin.sent]
    assert len({sent.k for sent in scene.standin.sent}) == replies
    assert scene.rows("select count(*), count(distinct wamid) from outbox") == [(replies, replies)]
    assert scene.rows("select count(*) from messages where direction = 'out'") == [(replies,)]
    assert [sent.k for sent in scene.standin.sent] == [k for (k,) in scene.rows("select k from outbox order by seq")]
    assert scene.rows("pragma integrity_check") == [("ok",)]


def booked_once(scene: Scene) -> None:
    assert scene.rows("select status from appointments") == [("scheduled",)]
    confirmations = [sent.text for sent in scene.standin.sent if "marcad" in sent.text]
    assert len(confirmations) == 1


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


class Play(msgspec.Struct, kw_only=True):
    """A conversation up to its last message, and the steps that this takes on the road."""

    seed: Path
    body: bytes
    messages: int
    replies: int
    books: bool
    steps: list[Step]


def play(nursery: Nursery, directory: Path, *, books: bool) -> Play:
    """Hold the conversation without any accident."""
    seed = directory / "seed"
    found_clinics(seed)
    messages = 0
    if books:
        town = Town(seed)
        phone = town.phone(MARIA, name="Maria Silva")
        question = asks_to_book(phone)
        eventually(lambda: not town.rows("select 1 from outbox where state <> 'read'"))
        messages = len(town.rows("select 1 from inbox where kind = 'message'"))
        town.stop()
        assert question.options[0].id == "yes"
    part = {"type": "button_reply", "button_reply": {"id": "yes", "title": "Confirmar"}}
    shutil.copytree(seed, directory / "rehearsal")
    scene = Scene(nursery, directory / "rehearsal")
    phone = scene.phone()
    message = phone.message("interactive", part) if books else phone.message("text", {"body": WISH})
    body = phone.body(message)
    scene.serve(steps=directory / "steps")
    assert phone.post(body) == 200
    eventually(lambda: scene.rows("select 1 from outbox") and scene.at_rest())
    replies = len(scene.standin.sent)
    scene.close()
    seen: Counter[str] = Counter()
    steps = []
    for name in (directory / "steps").read_text().splitlines():
        seen[name] += 1
        steps.append((name, seen[name]))
    return Play(seed=seed, body=body, messages=messages + 1, replies=replies, books=books, steps=steps)


@pytest.fixture(scope="module")
def greeting(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Play:
    """The first message of a patient, and the slots that are its answer."""
    return play(nursery, tmp_path_factory.mktemp("greeting"), books=False)


@pytest.fixture(scope="module")
def booking(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Play:
    """The tap on "Confirmar", by which a visit is booked."""
    return play(nursery, tmp_path_factory.mktemp("booking"), books=True)


def dies_and_rises(nursery: Nursery, play: Play, step: Step, data: Path) -> bool:
    """Play it with a server that dies at `step`, start another, and look. Whether the step was reached at all."""
    shutil.copytree(play.seed, data)
    scene = Scene(nursery, data)
    already = scene.rows("select count(*) from outbox")[0][0]
    try:
        scene.serve(die_at=step)
        meta = threading.Thread(target=scene.phone().post, args=(play.body,))
        meta.start()
        eventually(lambda: not alive(scene.pid) or (scene.standin.sent and scene.at_rest()), 15)
        died = not alive(scene.pid)
        if died:
            scene.serve()
        meta.join()
        eventually(lambda: scene.rows("select count(*) from outbox") > [(already,)] and scene.at_rest(), 15)
        print(step)
        looked_at(scene, play, already)
    finally:
        scene.close()
        shutil.rmtree(data)
    return died
