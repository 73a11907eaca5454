"""`kill -9` between any two steps of the road: every message is answered exactly once, nothing is lost or repeated.

The servers are real processes (see `crashing_server`), Meta lives in this one and, as in life, brings everything
again until it hears 200. A first undisturbed run lists the steps; then servers die at them, one after the other.
"""

from __future__ import annotations

import json
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
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import httpx
import msgspec
import pytest
from crashing_server import Order
from patients import WISH, asks_to_book
from town import NUMBERS, SECRET, SERENA, Town, eventually, found_clinics

from atendeai.clinic_files import ClinicFiles
from atendeai.whatsapp.standin.phone import Phone
from atendeai.whatsapp.standin.server import StandIn

HERE = Path(__file__).parent
MARIA = "5548999990001"
PATIENCE = 20.0  # seconds; what takes longer has stopped
AT_A_TIME = 8
STEPS = 60  # of each play, in the long run
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


# Each port once: two scenes on one port would hear each other's patients.
PORTS = iter(random.sample(range(20_000, 32_000), 12_000))


def free_port() -> int:
    """Below the range of outgoing connections: nobody takes the port while its server is dead."""
    while True:
        port = next(PORTS)
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

    def rows(self, sql: str, params: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        if self._db is None:
            path = self.data / "clinics" / f"{SERENA}.db"
            self._db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
            self._db.set_busy_timeout(10_000)
        return self._db.execute(sql, params).fetchall()

    def counts(self) -> tuple[int, int]:
        """How many messages of patients there are, and how many replies."""
        messages = "select count(*) from inbox where kind = 'message'"
        return self.rows(f"select ({messages}), (select count(*) from outbox)")[0]

    def at_rest(self) -> bool:
        """Everything is answered, sent, and known to have been read."""
        unanswered = "select count(*) from inbox where state <> 'done'"
        return self.rows(f"select ({unanswered}) + (select count(*) from outbox where state <> 'read')") == [(0,)]

    def ended(self, play: Play) -> bool:
        return self.counts() >= (play.messages, play.replies_before + play.replies) and self.at_rest()

    def is_as_if_nothing_had_happened(self, messages: int, before: int, replies: int) -> None:
        """Every message was taken once and answered once, in order, and nothing was said twice."""
        sent = [sent.k for sent in self.standin.sent]
        assert sent == list(dict.fromkeys(sent)), "a message was sent twice"
        assert len(sent) == replies
        assert self.counts() == (messages, before + replies)
        keys = "select count(distinct key), sum(turn_id is null) from inbox where kind = 'message'"
        assert self.rows(keys) == [(messages, 0)]
        transcript = "select sum(direction = 'in'), sum(direction = 'out'), count(distinct wamid) from messages"
        assert self.rows(transcript) == [(messages, before + replies, messages + before + replies)]
        by_patient = (
            "select k from outbox o join contacts c on c.id = o.contact_id"
            " where o.wamid in (select value from json_each(?)) order by c.wa_id, seq"
        )
        wamids = msgspec.json.encode([one.wamid for one in self.standin.sent]).decode()
        in_order = sorted(self.standin.sent, key=lambda one: (one.to, sent.index(one.k)))
        assert self.rows(by_patient, (wamids,)) == [(one.k,) for one in in_order]
        assert self.rows("pragma integrity_check") == [("ok",)]

    def has_one_visit(self) -> None:
        assert self.rows("select status from appointments") == [("scheduled",)]
        booked = "select count(*) from appointment_history where change = 'booked'"
        assert self.rows(booked) == [(1,)]

    def story(self) -> str:
        """What the rows say, for a failed test."""
        inbox = self.rows("select id, kind, state, error from inbox order by id desc limit 8")
        outbox = self.rows("select seq, state, attempts, may_duplicate, error from outbox order by seq desc limit 4")
        return f"{inbox=} {outbox=} sent={[one.text[:30] for one in self.standin.sent]}"


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


class Play(msgspec.Struct, kw_only=True):
    """A conversation up to its last message, the steps that this takes on the road, and how it ends."""

    seed: Path
    body: bytes
    messages: int
    replies_before: int
    replies: int
    books: bool
    steps: list[Step]


def play(nursery: Nursery, directory: Path, *, books: bool) -> Play:
    """Hold the conversation without any accident."""
    seed = directory / "seed"
    found_clinics(seed)
    if books:
        talk_until_confirm(seed)
    shutil.copytree(seed, directory / "rehearsal")
    scene = Scene(nursery, directory / "rehearsal")
    before = scene.counts()
    phone = scene.phone()
    tap = {"type": "button_reply", "button_reply": {"id": button_offered(seed) if books else "", "title": "Confirmar"}}
    message = phone.message("interactive", tap) if books else phone.message("text", {"body": WISH})
    body = phone.body(message)
    scene.serve(steps=directory / "steps")
    assert phone.post(body) == 200
    eventually(lambda: scene.counts() > before and scene.at_rest())
    replies = len(scene.standin.sent)
    scene.close()
    steps = numbered((directory / "steps").read_text().splitlines())
    return Play(
        seed=seed,
        body=body,
        messages=before[0] + 1,
        replies_before=before[1],
        replies=replies,
        books=books,
        steps=steps,
    )


def talk_until_confirm(data: Path) -> None:
    town = Town(data)
    try:
        asks_to_book(town.phone(MARIA, name="Maria Silva"))
        eventually(lambda: not town.rows("select 1 from outbox where state <> 'read'"))
    finally:
        town.stop()


def button_offered(data: Path) -> str:
    """The id of "Confirmar" under the summary that is open."""
    with closing(ClinicFiles(data)) as files, files.clinic(SERENA) as db:
        thread = json.loads(db.read(lambda tx: tx.value("select thread from conversations")))
    return str(next(option["id"] for option in thread["options"] if option["title"] == "Confirmar"))


def numbered(names: list[str]) -> list[Step]:
    seen: Counter[str] = Counter()
    steps = []
    for name in names:
        seen[name] += 1
        steps.append((name, seen[name]))
    return steps


@pytest.fixture(scope="module")
def greeting(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Play:
    """The first message of a patient, whose answer are slots."""
    return play(nursery, tmp_path_factory.mktemp("greeting"), books=False)


@pytest.fixture(scope="module")
def booking(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Play:
    """The tap on "Confirmar", by which a visit is booked."""
    return play(nursery, tmp_path_factory.mktemp("booking"), books=True)


def dies_and_rises(nursery: Nursery, play: Play, step: Step, data: Path) -> bool:
    """Play it with a server that dies at `step`, start another, and look. Whether the step was reached at all."""
    shutil.copytree(play.seed, data)
    scene = Scene(nursery, data)
    try:
        scene.serve(die_at=step)
        meta = threading.Thread(target=scene.phone().post, args=(play.body,))
        meta.start()
        eventually(lambda: not alive(scene.pid) or scene.ended(play), PATIENCE)
        died = not alive(scene.pid)
        if died:
            scene.serve()
        meta.join()
        eventually(lambda: scene.ended(play), PATIENCE)
        scene.is_as_if_nothing_had_happened(play.messages, play.replies_before, play.replies)
        if play.books:
            scene.has_one_visit()
    except AssertionError as error:
        raise AssertionError(f"killed at {step}: {error} {scene.story()}") from error
    finally:
        scene.close()
    shutil.rmtree(data)
    return died


POINTS = [
    ("before commit of clinic", 1),  # the message is about to be kept; Meta brings it again
    ("after commit of clinic", 1),  # kept, but Meta has not heard 200
    ("end tasks.WakingStorage.enqueue", 1),
    ("end tasks.WakingStorage.dequeue", 1),  # the nudge is gone with the process
    ("before commit of clinic", 2),  # the turn: state, visit, outbox and "answered" are about to be kept
    ("after commit of clinic", 2),
    ("end tasks.WakingStorage.dequeue", 2),
    ("after commit of clinic", 3),  # claimed, and nothing was written to Meta: sent again after the grace
    ("end http11.HTTP11Connection._send_request_body", 1),  # it may have gone out
    ("end client.GraphClient._post", 1),  # it did go out, and only the status will tell
    ("before commit of clinic", 4),
    ("after commit of clinic", 4),  # settled
    ("begin delivery.apply_status", 1),
]


def test_killed_at_the_joints_of_the_road(nursery: Nursery, greeting: Play, booking: Play, tmp_path: Path) -> None:
    """Whoever dies there, one answer comes, and one visit is booked."""
    scenes = [(play, step) for step in POINTS for play in (greeting, booking)]
    assert all_of_them(nursery, scenes, tmp_path) == len(scenes)


@pytest.mark.slow
def test_killed_at_any_step(nursery: Nursery, greeting: Play, booking: Play, tmp_path: Path) -> None:
    """Every function of the road begins and ends, and every commit is made, under fire."""
    chance = random.Random("steps")
    scenes = [(play, step) for play in (greeting, booking) for step in chance.sample(play.steps, STEPS)]
    died = all_of_them(nursery, scenes, tmp_path)
    assert died > 0.8 * len(scenes)  # idle workers come and go: some steps are not taken in every run


def all_of_them(nursery: Nursery, scenes: list[tuple[Play, Step]], directory: Path) -> int:
    """Play the scenes, some at a time: mostly they wait. How many servers died."""
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        tries = [
            pool.submit(dies_and_rises, nursery, play, step, directory / str(number))
            for number, (play, step) in enumerate(scenes)
        ]
        return sum(one.result() for one in tries)


@pytest.mark.slow
def test_killed_at_random_moments_of_a_day(nursery: Nursery, tmp_path: Path) -> None:
    """Three patients talk on while the server is killed twenty times: all their transcripts are complete."""
    data = tmp_path / "data"
    found_clinics(data)
    scene = Scene(nursery, data)
    chance = random.Random("moments")
    patients = [scene.phone(f"554899999000{number}") for number in range(1, 4)]
    try:
        scene.serve()
        talks = [threading.Thread(target=talks_on, args=(phone,)) for phone in patients]
        for talk in talks:
            talk.start()
        for _ in range(20):
            scene.standin.stopping.wait(chance.uniform(0.05, 0.7))
            kill(scene.pid)
            scene.serve()
        for talk in talks:
            talk.join(30)
        eventually(scene.at_rest, PATIENCE)
        said = len(patients) * len(SAID)
        scene.is_as_if_nothing_had_happened(said, 0, said)
        for phone in patients:
            asked = scene.rows(
                "select m.text from messages m join conversations c on c.id = m.conversation_id join contacts k"
                f" on k.id = c.contact_id where direction = 'in' and k.wa_id = '{phone.wa_id}' order by m.id"
            )
            assert [text for (text,) in asked] == SAID
    finally:
        scene.close()


SAID = [WISH, "qual o endereço?", "aceita unimed?", "quanto custa?", "tem estacionamento?", "obrigada", "oi", "tchau"]


def talks_on(phone: Phone) -> None:
    """Each thing is said when the one before was answered."""
    for count, text in enumerate(SAID, 1):
        phone.says(text)
        phone.waits_for(count, PATIENCE)
