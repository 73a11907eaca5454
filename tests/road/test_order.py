"""Who is answered when: bursts, late and repeated messages, races for a slot, and one conversation gone bad."""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from patients import asks_to_book, offered
from town import EXAMPLE, NUMBERS, SECRET, SERENA, Town, eventually, exchange, found_clinics
from world import context_of

from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.ops.clock import SystemClock
from atendeai.whatsapp.standin.phone import DeliveryError, Phone
from atendeai.whatsapp.standin.server import DEFAULT_TOKEN
from atendeai.whatsapp.standin.store import Sent

Build = Callable[..., Town]


@pytest.fixture
def build(tmp_path: Path) -> Iterator[Build]:
    """Start a server on the same directory; the one before is stopped."""
    towns: list[Town] = []

    def start(**changes: Any) -> Town:
        for town in towns:
            town.stop()
        towns.clear()
        towns.append(Town(tmp_path / "data", **changes))
        return towns[-1]

    found_clinics(tmp_path / "data")
    yield start
    for town in towns:
        town.stop()


def at_once(*acts: Callable[[], object]) -> None:
    """Do all of it in parallel; what one of them raises is raised."""
    failures: list[Exception] = []
    start = threading.Barrier(len(acts))

    def act(one: Callable[[], object]) -> None:
        start.wait()
        try:
            one()
        except (AssertionError, TimeoutError, DeliveryError) as failure:
            failures.append(failure)

    threads = [threading.Thread(target=act, args=(one,)) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def all_answered(town: Town) -> bool:
    return not town.rows("select 1 from inbox where state <> 'done'") and not town.rows(
        "select 1 from outbox where state <> 'read'"
    )


# --- bursts ---


def test_three_messages_in_a_row_are_answered_once_in_the_order_they_were_written(build: Build) -> None:
    """Posted as the network pleased: the clock of the sender decides."""
    town = build(burst_seconds=0.3)
    phone = town.phone()
    now = int(time.time())
    for second, text in ((2, "com a dermatologista"), (0, "oi"), (1, "queria uma consulta")):
        phone.says(text, at=now + second)
    phone.waits_for(1)
    eventually(lambda: all_answered(town))
    assert len(phone.replies()) == 1
    turns = town.rows("select count(distinct turn_id) as turns, count(*) as messages from inbox where kind = 'message'")
    assert turns == [{"turns": 1, "messages": 3}]
    assert offered(phone.replies()[0], "slot:"), phone.replies()[0].text


def test_a_message_that_comes_after_the_answer_gets_its_own(build: Build) -> None:
    town = build(burst_seconds=0.3)
    phone = town.phone()
    exchange(phone, lambda: phone.says("qual o endereço?"))
    exchange(phone, lambda: phone.says("quanto custa a dermatologista?"))
    eventually(lambda: all_answered(town))
    assert len(phone.replies()) == 2


def test_messages_that_come_while_turns_run_are_each_answered_in_some_turn(build: Build) -> None:
    """No window at all, and twelve messages as fast as they can be posted."""
    town = build()
    phone = town.phone()
    at_once(*(lambda text=f"oi {number}": phone.says(text) for number in range(12)))
    eventually(lambda: all_answered(town))
    messages = town.rows("select turn_id from inbox where kind = 'message'")
    assert len(messages) == 12 and all(row["turn_id"] for row in messages)
    turns = town.rows("select id from turns")
    assert {row["turn_id"] for row in messages} == {row["id"] for row in turns}
    assert len(phone.replies()) == len(town.rows("select 1 from messages where direction = 'out'"))


def test_webhooks_that_come_again_in_another_order_change_nothing(build: Build) -> None:
    town = build(burst_seconds=0.3)
    phone = town.phone()
    bodies = [phone.body(phone.message("text", {"body": text})) for text in ("oi", "qual o endereço?", "e o preço?")]
    bodies.append(phone.body(*(json.loads(body)["entry"][0]["changes"][0]["value"]["messages"][0] for body in bodies)))
    for body in (bodies[1], bodies[0], bodies[1], bodies[3], bodies[2]):
        assert phone.post(body) == 200
    phone.waits_for(1)
    eventually(lambda: all_answered(town))
    random.Random(7).shuffle(bodies)
    for body in bodies * 2:
        assert phone.post(body) == 200
    exchange(phone, lambda: phone.says("obrigada"))
    eventually(lambda: all_answered(town))
    assert len(phone.replies()) == 2
    assert len(town.rows("select 1 from messages where direction = 'in'")) == 4


# --- races ---


def overlaps(town: Town) -> list[dict[str, Any]]:
    return town.rows(
        "select a.id from appointments a join appointments b on a.id < b.id and a.professional_id = b.professional_id"
        " and a.starts < b.ends and b.starts < a.ends where a.status <> 'cancelled' and b.status <> 'cancelled'"
    )


def test_two_patients_tap_the_same_slot_and_one_gets_it(build: Build) -> None:
    town = build()
    maria, joao = town.phone("5548999990001", name="Maria Silva"), town.phone("5548999990002", name="João Souza")
    lists = [exchange(phone, lambda phone=phone: phone.says("quero marcar dermatologista")) for phone in (maria, joao)]
    slot = offered(lists[0], "slot:")[0]
    assert slot in offered(lists[1], "slot:")
    at_once(lambda: maria.taps(slot), lambda: joao.taps(slot))
    answers = [phone.waits_for(2)[-1] for phone in (maria, joao)]
    losers = [answer for answer in answers if offered(answer, "slot:")]
    assert len(losers) == 1
    assert slot not in offered(losers[0], "slot:")  # an apology, and what is still free
    assert len(town.rows("select 1 from appointments where status = 'held'")) == 1
    assert overlaps(town) == []


def test_twenty_patients_at_once_book_without_any_overlap(build: Build) -> None:
    """All want the first slot they are shown; who comes too late takes another."""
    town = build()
    phones = [town.phone(f"55489999{number:05}", name="Ana Souza") for number in range(1, 21)]
    at_once(*(lambda phone=phone: books(phone) for phone in phones))
    eventually(lambda: all_answered(town), 20)
    visits = town.rows("select starts, status from appointments")
    assert [visit["status"] for visit in visits] == ["scheduled"] * 20
    assert len({visit["starts"] for visit in visits}) == 20
    assert overlaps(town) == []
    sent = [one.k for one in town.standin.sent]
    assert len(sent) == len(set(sent)) == len(town.rows("select 1 from outbox"))


def books(phone: Phone) -> None:
    def patiently(phone: Phone, say: Callable[[], object]) -> Sent:
        return exchange(phone, say, 30)

    answer = asks_to_book(phone, patiently, most=25)
    patiently(phone, lambda: phone.taps(offered(answer, "yes")[0]))


# --- what goes bad, and what waits ---


@pytest.mark.parametrize("column", ["thread", "state"])
def test_a_conversation_gone_bad_ends_with_a_person_and_stops_nobody(build: Build, column: str) -> None:
    town = build()
    maria, joao = town.phone("5548999990001"), town.phone("5548999990002")
    exchange(maria, lambda: maria.says("oi"))
    with town.files.clinic(SERENA) as db:
        db.write(lambda tx: tx.run(f"update conversations set {column} = '{{broken'"))
    maria.says("quero marcar dermatologista")
    exchange(joao, lambda: joao.says("oi"))
    sorry = maria.waits_for(2, 15)[-1]
    assert "chamar alguém" in sorry.text or "pessoa" in sorry.text
    dead = town.rows("select state, attempts, error from inbox where state = 'dead'")
    assert [(row["state"], row["attempts"]) for row in dead] == [("dead", 3)]
    assert "Error" in dead[0]["error"]
    called = town.rows("select escalation from conversations where escalated_at is not null")
    assert called == [{"escalation": "failed"}]
    again = exchange(maria, lambda: maria.says("qual o endereço?"))
    assert "Gaivotas" in again.text  # the next message does not fall into the same hole


def test_a_clinic_without_context_keeps_its_messages_until_it_has_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    files = ClinicFiles(data)
    now = SystemClock().now()
    files.create(SERENA, "Vila Serena", now)
    files.connect_number(SERENA, NUMBERS[SERENA], "2", "", DEFAULT_TOKEN, SECRET, "v", now)
    files.close()
    town = Town(data)
    try:
        phone = town.phone()
        phone.says("qual o endereço?")
        phone.says("oi")
        with town.files.clinic(SERENA) as db:
            db.write(lambda tx: versions.load(tx, context_of(EXAMPLE), "example", now))
        assert "Gaivotas" in phone.waits_for(1)[0].text
        eventually(lambda: all_answered(town))
        assert town.rows("select attempts from inbox where kind = 'message'") == [{"attempts": 0}] * 2
    finally:
        town.stop()


def test_what_waited_when_the_server_was_stopped_is_answered_when_it_is_back(build: Build) -> None:
    town = build(burst_seconds=30.0)
    town.phone().says("qual o endereço?")
    town.stop()
    with closing(ClinicFiles(town.settings.data)) as files, files.clinic(SERENA) as db:
        db.write(lambda tx: tx.run("update conversations set due_at = due_at - 30000"))  # the night goes by
    town = build()
    assert "Gaivotas" in town.phone().waits_for(1)[0].text
    eventually(lambda: not town.rows("select 1 from inbox where kind = 'message' and state <> 'done'"))
    assert len(town.standin.sent) == 1
