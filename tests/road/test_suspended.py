"""A suspended clinic answers nothing and keeps everything; resumed, it goes on where it is of use."""

from __future__ import annotations

import time

from town import AURORA, SERENA, Town, eventually, exchange

from atendeai import lifecycle, outbox
from atendeai.clinic_files import ClinicFiles
from atendeai.conversation.facts import Reply
from atendeai.ops.clock import SystemClock, iso, millis


def switch(files: ClinicFiles, status: str, clinic_id: str = SERENA) -> None:
    act = lifecycle.suspend if status == "suspended" else lifecycle.resume
    act(files, clinic_id, "admin:rui", SystemClock().now())


def kept(town: Town) -> list[str]:
    return [row["text"] for row in town.rows("select text from messages where direction = 'in' order by sent_at, id")]


def test_what_patients_write_is_kept_and_not_answered(town: Town) -> None:
    maria, joao = town.phone(), town.phone("5548999990002", AURORA)
    switch(town.files, "suspended")
    maria.says("oi")
    maria.says("quero marcar um eletro")
    exchange(joao, lambda: joao.says("oi"))  # the other clinic goes on
    eventually(lambda: len(kept(town)) == 2)
    time.sleep(1.5)  # a sweep, and then some
    assert maria.replies() == []
    assert town.rows("select count(*) as turns from turns") == [{"turns": 0}]

    switch(town.files, "active")
    exchange(maria, lambda: maria.says("alguém aí?"))
    assert len(maria.replies()) == 1  # what was written meanwhile waits for a person
    (conversation,) = town.rows("select escalated_at, escalation from conversations")
    assert conversation["escalation"] == "suspended"
    assert conversation["escalated_at"] is not None
    assert kept(town) == ["oi", "quero marcar um eletro", "alguém aí?"]


def test_what_waited_to_be_sent_is_not_sent_until_it_is_resumed(town: Town) -> None:
    maria = town.phone()
    exchange(maria, lambda: maria.says("oi"))
    switch(town.files, "suspended")
    now = SystemClock().now()
    with town.files.clinic(SERENA) as db:
        conversation = str(db.read(lambda tx: tx.value("select id from conversations")))
        told = [Reply("Seu exame ficou pronto.")]
        db.write(
            lambda tx: outbox.enqueue(tx, conversation, told, turn_id=None, now=millis(now), at=iso(now), send=True)
        )
    said = len(maria.replies())
    time.sleep(1.5)
    assert len(maria.replies()) == said
    assert town.rows("select state from outbox where state = 'queued'") == [{"state": "queued"}]
    # Resumed by another process: this one finds out by itself.
    files = ClinicFiles(town.settings.data)
    switch(files, "active")
    files.close()
    maria.waits_for(said + 1, 10)
