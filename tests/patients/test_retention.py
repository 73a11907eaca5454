"""What is older than the clinic's periods goes, once a day; the rest stays."""

from __future__ import annotations

import datetime as dt
import json
import os
from typing import Any

import pytest
from waiting_room import JOAO, MARIA, books, delivers, status_of
from world import Clinic, Patient

from atendeai import inbox
from atendeai.clinics import configuration
from atendeai.clinics.configuration import Configuration
from atendeai.ops.clock import iso, millis
from atendeai.patients import retention
from atendeai.patients.retention import Removed
from atendeai.whatsapp.payload import items


def keeps(house: Clinic, **days: int | None) -> None:
    house.write(lambda tx: configuration.write(tx, Configuration(**days), house.clock.now()))  # type: ignore[arg-type]


def runs(house: Clinic) -> Removed:
    with house.files.clinic(house.id) as db:
        return retention.run(db, house.files.media(house.id), house.clock.now())


def daily(house: Clinic) -> Removed | None:
    with house.files.clinic(house.id) as db:
        return retention.daily(db, house.files.media(house.id), house.clock.now())


def receives(house: Clinic, body: bytes) -> None:
    now = house.clock.now()
    house.write(lambda tx: inbox.receive(tx, items(body), now=millis(now), at=iso(now), burst=0))


def count(house: Clinic, table: str, where: str = "true") -> int:
    return int(house.rows(f"select count(*) as n from {table} where {where}")[0]["n"])


def test_nothing_said_is_removed_unless_the_clinic_wants_it(house: Clinic) -> None:
    books(house, MARIA, "Maria da Silva")
    said = count(house, "messages")
    house.wait(days=5000)
    runs(house)
    assert count(house, "messages") == said
    assert count(house, "turns") > 0


def test_bodies_of_webhooks_go_after_thirty_days_unless_it_says_otherwise(house: Clinic) -> None:
    delivers(house, MARIA, "bom dia", "wamid.1")
    house.write(lambda tx: tx.run("update inbox set state = 'done'"))
    receives(house, status_of(MARIA, "wamid.1", "read", int(house.clock.now().timestamp())))
    house.wait(days=30)
    assert runs(house) == Removed()
    house.wait(seconds=1)
    assert runs(house).webhooks == 4  # the body, the status twice, and what the message's row held of it
    assert (count(house, "webhook_raw"), count(house, "message_statuses")) == (0, 0)
    (message,) = house.rows("select kind, payload, text from inbox")
    assert message == {"kind": "message", "payload": "{}", "text": "bom dia"}
    assert count(house, "messages", "text = 'bom dia'") == 1


def test_messages_go_with_all_that_was_made_of_them_and_visits_stay(house: Clinic) -> None:
    keeps(house, retention_messages_days=10)
    books(house, MARIA, "Maria da Silva")
    house.wait(days=9)
    joao = Patient(house, JOAO, "João Souza")
    joao.says("bom dia")
    house.wait(days=2)
    assert runs(house).messages > 0
    assert count(house, "messages", "text like '%marcar um eletro%'") == 0
    assert count(house, "messages", "text = 'bom dia'") == 1
    assert count(house, "turns") == 1
    (conversation,) = house.rows(
        "select v.state, v.thread from conversations v join contacts c on c.id = v.contact_id where c.wa_id = ?", MARIA
    )
    assert conversation == {"state": '{"type":"start"}', "thread": "{}"}
    assert count(house, "inbox", "text is not null and text <> 'bom dia'") == 0
    assert [visit.patient_name for visit in house.agenda()] == ["Maria da Silva"]
    assert count(house, "contacts", "wa_id is not null") == 2


def test_the_talk_goes_on_afterwards(house: Clinic) -> None:
    keeps(house, retention_messages_days=1)
    books(house, MARIA, "Maria da Silva")
    house.wait(days=2)
    runs(house)
    maria = Patient(house, MARIA)
    maria.says("qual o meu horário?")
    assert "27/11" in maria.heard


def test_what_waits_is_not_touched(house: Clinic) -> None:
    keeps(house, retention_messages_days=1, retention_webhooks_days=1)
    delivers(house, MARIA, "bom dia", "wamid.1")
    house.wait(days=2)
    runs(house)
    (waiting,) = house.rows("select state, text, payload from inbox")
    assert (waiting["state"], waiting["text"]) == ("waiting", "bom dia")
    assert json.loads(waiting["payload"])["id"] == "wamid.1"


def test_a_message_delivered_again_is_still_known(house: Clinic) -> None:
    keeps(house, retention_messages_days=1, retention_webhooks_days=1)
    delivers(house, MARIA, "bom dia", "wamid.1")
    house.write(lambda tx: tx.run("update inbox set state = 'done'"))
    house.wait(days=2)
    runs(house)
    delivers(house, MARIA, "bom dia", "wamid.1")
    assert count(house, "messages") == 0


def test_what_memory_should_have_forgotten_is_gone(house: Clinic) -> None:
    books(house, MARIA, "Maria da Silva")
    kept = count(house, "conversation_memory")
    assert kept > 0
    house.wait(days=364)
    assert runs(house).memories == 0
    house.wait(days=2)
    assert runs(house).memories == kept
    assert count(house, "conversation_memory") == 0


def test_files_go_by_their_age(house: Clinic) -> None:
    keeps(house, retention_media_days=10)
    directory = house.files.media(house.id)
    directory.mkdir(parents=True)
    for name, days in (("old.ogg", 11), ("new.ogg", 9)):
        (directory / name).write_bytes(b"som")
        then = (house.clock.now() - dt.timedelta(days=days)).timestamp()
        os.utime(directory / name, (then, then))
    assert runs(house).files == 1
    assert [path.name for path in directory.iterdir()] == ["new.ogg"]


@pytest.mark.parametrize("rows", [0, 1, 499, 500, 501, 1001])
def test_many_rows_go_a_few_at_a_time(house: Clinic, rows: int) -> None:
    old = iso(house.clock.now() - dt.timedelta(days=31))
    bodies = [(str(number), b"{}", old) for number in range(rows)]
    house.write(lambda tx: tx.run_many("insert into webhook_raw(sha256, body, received_at) values(?, ?, ?)", bodies))
    assert runs(house).webhooks == rows
    assert count(house, "webhook_raw") == 0


def test_it_runs_once_a_day_and_the_file_remembers(house: Clinic) -> None:
    assert daily(house) is not None
    house.wait(hours=23)
    assert daily(house) is None
    house.wait(hours=1)
    assert daily(house) is not None


def test_the_trail_says_how_much_and_only_when_there_was_something(house: Clinic) -> None:
    runs(house)
    assert count(house, "audit_logs", "action = 'retention.ran'") == 0
    delivers(house, MARIA, "bom dia")
    house.wait(days=31)
    removed = runs(house)
    (line,) = house.rows("select * from audit_logs where action = 'retention.ran'")
    detail: dict[str, Any] = json.loads(line["detail"])
    assert detail["webhooks"] == removed.webhooks > 0
    assert line["who"] == "server"
