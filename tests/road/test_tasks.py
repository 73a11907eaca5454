"""Nudges: one of a kind waits at most, what hangs in one queue does not hold up the other, and lines tell whose."""

from __future__ import annotations

import gc
import logging
import sqlite3
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from town import eventually

from atendeai.ops.logging import correlation_id
from atendeai.settings import Settings
from atendeai.tasks import LOST_AFTER, Queued, Tasks

Work = Callable[[str, str], None]
Build = Callable[..., Tasks]


def idle(clinic_id: str, who: str) -> None:
    """Nothing to do."""


def no_sweep(first: bool) -> None:
    """Nothing to find."""


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    built: list[Tasks] = []

    def make(*, turn: Work = idle, send: Work = idle, sweep: Callable[[bool], None] = no_sweep) -> Tasks:
        built.append(Tasks(Settings(data=tmp_path, workers=2), turn=turn, send=send, mail=idle, sweep=sweep))
        return built[-1]

    yield make
    for tasks in built:
        tasks.stop()


def queued(directory: Path) -> int:
    with closing(sqlite3.connect(directory / "tasks.db")) as connection:
        return int(connection.execute("select count(*) from task").fetchone()[0])


class Door:
    """Work that begins and then waits until it is opened."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.open = threading.Event()

    def __call__(self, clinic_id: str, who: str) -> None:
        self.begun.append(who)
        self.open.wait(10)


def test_what_is_queued_is_not_queued_again(build: Build, tmp_path: Path) -> None:
    seen: list[tuple[str, str]] = []
    tasks = build(send=lambda clinic_id, who: seen.append((clinic_id, who)))
    for _ in range(50):
        tasks.nudge_send("vila-serena", "maria")
        tasks.nudge_send("vila-serena", "joão")
        tasks.nudge_send("aurora", "maria")
    assert queued(tmp_path) == 3
    tasks.start()
    eventually(lambda: len(seen) == 3)
    assert sorted(seen) == [("aurora", "maria"), ("vila-serena", "joão"), ("vila-serena", "maria")]
    assert queued(tmp_path) == 0


def test_nudges_during_the_work_queue_one_more(build: Build) -> None:
    door = Door()
    tasks = build(turn=door)
    tasks.start()
    for maria in ("maria", "joão"):  # both workers are busy
        tasks.nudge_turn("vila-serena", maria)
    eventually(lambda: len(door.begun) == 2)
    for _ in range(5):
        tasks.nudge_turn("vila-serena", "maria")
    door.open.set()
    eventually(lambda: len(door.begun) == 3)
    tasks.nudge_turn("vila-serena", "ana")
    eventually(lambda: "ana" in door.begun)
    assert door.begun.count("maria") == 2


def test_sends_that_hang_do_not_hold_up_turns(build: Build) -> None:
    door, turned = Door(), threading.Event()
    tasks = build(send=door, turn=lambda *_: turned.set())
    tasks.start()
    for number in range(10):
        tasks.nudge_send("vila-serena", str(number))
    eventually(lambda: len(door.begun) == 2)
    tasks.nudge_turn("aurora", "maria")
    assert turned.wait(5)
    assert len(door.begun) == 2
    door.open.set()


def test_a_turn_and_a_send_of_the_same_id_are_two_things(build: Build) -> None:
    seen: list[str] = []
    tasks = build(turn=lambda *_: seen.append("turn"), send=lambda *_: seen.append("send"))
    tasks.nudge_turn("vila-serena", "maria")
    tasks.nudge_send("vila-serena", "maria")
    tasks.start()
    eventually(lambda: sorted(seen) == ["send", "turn"])


def test_a_nudge_for_later_comes_later_and_once(build: Build) -> None:
    seen: list[str] = []
    tasks = build(send=lambda _, who: seen.append(who))
    tasks.start()
    for _ in range(5):
        tasks.nudge_send("vila-serena", "maria", 0.05)
    tasks.nudge_send("vila-serena", "joão")
    eventually(lambda: len(seen) == 2)
    assert seen == ["joão", "maria"]


def test_a_nudge_that_another_process_may_have_taken_is_queued_again_after_a_while() -> None:
    queued, key = Queued(), ("send", "vila-serena", "maria")
    assert queued.add(key, 5.0)
    assert not queued.add(key, 5.0 + LOST_AFTER - 1)
    assert queued.add(key, 5.0 + LOST_AFTER)
    assert not queued.add(key, 6.0 + LOST_AFTER)
    queued.remove(key)
    assert queued.add(key, 6.0 + LOST_AFTER)
    assert queued.add(("turn", *key[1:]), 0.0)


def test_all_lines_of_a_task_carry_one_id_of_its_own(build: Build, caplog: pytest.LogCaptureFixture) -> None:
    ids: list[tuple[str, str]] = []

    def work(clinic_id: str, who: str) -> None:
        ids.append((who, correlation_id()))
        ids.append((who, correlation_id()))
        if who == "maria":
            raise LookupError("an accident")

    of_the_accident: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            of_the_accident.append(correlation_id())

    listener = Listener()
    logging.getLogger("atendeai.tasks").addHandler(listener)
    tasks = build(turn=work, sweep=lambda first: ids.append(("sweep", correlation_id())))
    tasks.nudge_turn("vila-serena", "maria")
    tasks.nudge_turn("vila-serena", "joão")
    tasks.start()
    eventually(lambda: len(ids) == 5 and of_the_accident)
    logging.getLogger("atendeai.tasks").removeHandler(listener)
    own = {who: {one for name, one in ids if name == who} for who in ("maria", "joão", "sweep")}
    assert [len(found) for found in own.values()] == [1, 1, 1]
    assert len(set.union(*own.values())) == 3 and "" not in set.union(*own.values())
    assert set(of_the_accident) == own["maria"]


def test_who_never_works_lets_go_of_the_queue_it_nudged(tmp_path: Path) -> None:
    """A server without workers (a test, a command): nothing stays open, and what is queued stays queued."""
    tasks = Tasks(Settings(data=tmp_path), turn=idle, send=idle, mail=idle, sweep=no_sweep)
    tasks.nudge_turn("serena", "maria")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tasks.close()
        del tasks
        gc.collect()
    assert queued(tmp_path) == 1
