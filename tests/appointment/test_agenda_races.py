"""Many hands reach for the same places at once; every place goes to one of them."""

from __future__ import annotations

import multiprocessing
import random
import threading
from collections import Counter
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest
from clinic_day import CHECKUP, FRIDAY_BEFORE, MONDAY, add_contact, clinic, new_file

from atendeai.appointment import booking
from atendeai.appointment.model import Booked, Cancelled, Held, OutsidePolicy, Slot, SlotTaken
from atendeai.appointment.slots import free_slots
from atendeai.database import Database, Transaction

THREADS, PROCESSES = 8, 4

OVERLAPS = """
  select count(*) from occupancy a join occupancy b
    on a.resource = b.resource and a.lane = b.lane and a.id < b.id and a.starts < b.ends and b.starts < a.ends
"""


def slots_of_the_day() -> list[Slot]:
    return free_slots(clinic(), CHECKUP, first=MONDAY, last=MONDAY, busy=[], counts={}, now=FRIDAY_BEFORE)


def wanted(slot: Slot, who: str) -> dict[str, Any]:
    return {
        "wish": CHECKUP,
        "starts": slot.starts,
        "professional_id": slot.professional_id,
        "contact_id": who,
        "patient_id": who,
        "source": "whatsapp",
        "now": FRIDAY_BEFORE,
        "by": who,
    }


def reach_for_every_slot(database: Database, hand: int) -> Counter[tuple[int, str]]:
    """Try each slot once, in an order of one's own, sometimes after a hold; return what was won."""
    own = random.Random(hand)
    slots = slots_of_the_day()
    own.shuffle(slots)
    won: Counter[tuple[int, str]] = Counter()
    for number, slot in enumerate(slots):
        want = wanted(slot, f"hand{hand}-{number}")
        if own.random() < 0.3:
            held = database.write(lambda tx, want=want: booking.hold(tx, clinic(), **want))
            assert isinstance(held, Held | SlotTaken)
        outcome = database.write(lambda tx, want=want: booking.book(tx, clinic(), request_key=None, **want))
        assert isinstance(outcome, Booked | SlotTaken)
        won[slot.starts, slot.professional_id] += isinstance(outcome, Booked)
    return won


def prepare(path: Path, hands: int) -> Database:
    database = new_file(path)
    names = [f"hand{hand}-{n}" for hand in range(hands) for n in range(len(slots_of_the_day()))]

    def add(tx: Transaction) -> None:
        for name in names:
            add_contact(tx, name)

    database.write(add)
    return database


def everyone_of_one(won: list[Counter[tuple[int, str]]]) -> None:
    total = sum(won, Counter())
    assert total == Counter({(slot.starts, slot.professional_id): 1 for slot in slots_of_the_day()})


def test_eight_threads_and_every_slot_has_one_winner(tmp_path: Path) -> None:
    database = prepare(tmp_path / "clinic.db", THREADS)
    won: list[Counter[tuple[int, str]]] = []
    hands = [
        threading.Thread(target=lambda hand=hand: won.append(reach_for_every_slot(database, hand)))
        for hand in range(THREADS)
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    everyone_of_one(won)
    assert database.read(lambda tx: tx.value(OVERLAPS)) == 0
    database.close()


def reach_from_another_process(path: Path, hand: int, start: Barrier, won: Any) -> None:
    database = Database(path)
    start.wait(60)
    won.put(reach_for_every_slot(database, hand))
    database.close()


@pytest.mark.slow
def test_four_processes_and_every_slot_has_one_winner(tmp_path: Path) -> None:
    path = tmp_path / "clinic.db"
    prepare(path, PROCESSES).close()
    spawn = multiprocessing.get_context("spawn")
    start, won = spawn.Barrier(PROCESSES), spawn.Queue()
    hands = [
        spawn.Process(target=reach_from_another_process, args=(path, hand, start, won)) for hand in range(PROCESSES)
    ]
    for hand in hands:
        hand.start()
    counts = [won.get(timeout=120) for _ in hands]
    for hand in hands:
        hand.join()
    won.close()
    won.join_thread()
    everyone_of_one(counts)
    database = Database(path)
    assert database.read(lambda tx: tx.value(OVERLAPS)) == 0
    database.close()


def test_two_say_yes_in_the_same_second(tmp_path: Path) -> None:
    database = prepare(tmp_path / "clinic.db", 2)
    slot = slots_of_the_day()[0]
    outcomes: list[object] = []
    together = threading.Barrier(2)

    def say_yes(who: str) -> None:
        together.wait()
        outcomes.append(database.write(lambda tx: booking.book(tx, clinic(), request_key=who, **wanted(slot, who))))

    hands = [threading.Thread(target=say_yes, args=(who,)) for who in ("maria", "joao")]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert Counter(type(outcome) for outcome in outcomes) == {Booked: 1, SlotTaken: 1}
    database.close()


def test_two_reach_for_the_last_place_of_a_full_day(tmp_path: Path) -> None:
    database = prepare(tmp_path / "clinic.db", THREADS)
    three_a_day = clinic({"max_daily_appointments": 3})
    slots = slots_of_the_day()
    outcomes: list[object] = []

    def reach(hand: int) -> None:
        want = wanted(slots[hand * 2], f"hand{hand}-0")
        outcomes.append(database.write(lambda tx: booking.book(tx, three_a_day, request_key=None, **want)))

    hands = [threading.Thread(target=reach, args=(hand,)) for hand in range(THREADS)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert Counter(type(outcome) for outcome in outcomes) == {Booked: 3, OutsidePolicy: 5}
    database.close()


def test_a_place_given_back_is_taken_once(tmp_path: Path) -> None:
    database = prepare(tmp_path / "clinic.db", THREADS)
    slot = slots_of_the_day()[0]
    first = database.write(lambda tx: booking.book(tx, clinic(), request_key=None, **wanted(slot, "maria")))
    assert isinstance(first, Booked)
    outcomes: list[object] = []

    def reach(hand: int) -> None:
        want = wanted(slot, f"hand{hand}-0")
        outcomes.append(database.write(lambda tx: booking.book(tx, clinic(), request_key=None, **want)))

    def give_back() -> None:
        outcomes.append(
            database.write(lambda tx: booking.cancel(tx, clinic(), first.appointment.id, now=FRIDAY_BEFORE, by="maria"))
        )

    hands = [threading.Thread(target=reach, args=(hand,)) for hand in range(THREADS)]
    hands.insert(3, threading.Thread(target=give_back))
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    kinds = Counter(type(outcome) for outcome in outcomes)
    assert kinds[Cancelled] == 1
    assert kinds[Booked] <= 1
    assert database.read(lambda tx: tx.value(OVERLAPS)) == 0
    database.close()
