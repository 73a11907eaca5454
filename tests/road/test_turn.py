"""One turn on rows: late, beside a poison one, in a group, with a document that changes meanwhile."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
from world import Clinic, Patient

from atendeai import inbox
from atendeai.clinics.context import ClinicContext
from atendeai.conversation import store
from atendeai.conversation.ai.desk import Assistants
from atendeai.ops.clock import iso, millis
from atendeai.road import Road
from atendeai.settings import Settings
from atendeai.turn import take_turn
from atendeai.whatsapp.client import GraphClient
from atendeai.whatsapp.payload import Item

MARIA = "5548999990001"


def item(text: str, sent_at: dt.datetime, **details: object) -> Item:
    wamid = f"wamid.{text}"
    fields = {"wamid": wamid, "wa_id": MARIA, "sender": MARIA, "phone_number_id": "1", "message_kind": "text"}
    return Item(key=f"m:1:{wamid}", kind="message", text=text, sent_at=int(sent_at.timestamp()), **fields | details)  # type: ignore[arg-type]


def arrives(clinic: Clinic, one: Item) -> inbox.Nudge | None:
    now = clinic.clock.now()
    return clinic.write(lambda tx: inbox.hear(tx, one, now=millis(now), at=iso(now), burst=0))


def answers(clinic: Clinic, nudge: inbox.Nudge) -> store.Turned | None:
    with clinic.files.clinic(clinic.id) as db:
        return take_turn(db, nudge.conversation_id, now=clinic.clock.now())


def test_tomorrow_is_the_day_after_it_was_written_however_late_it_is_read(clinic: Clinic) -> None:
    """Written on Monday two minutes before midnight, read five minutes later."""
    clinic.clock.set(dt.datetime(2026, 11, 24, 3, 3, tzinfo=dt.UTC))  # 00:03 on Tuesday in Florianópolis
    nudge = arrives(clinic, item("quero marcar um eletro amanhã", clinic.clock.now() - dt.timedelta(minutes=5)))
    assert nudge is not None
    turned = answers(clinic, nudge)
    assert turned is not None
    assert turned.understanding.entities.when.date == dt.date(2026, 11, 24)


def test_a_message_beside_a_poison_one_is_still_answered(clinic: Clinic) -> None:
    now = clinic.clock.now()
    first = arrives(clinic, item("veneno", now))
    assert first is not None
    for _ in range(inbox.ATTEMPTS - 1):
        clinic.write(lambda tx: inbox.set_aside(tx, first.conversation_id, "Broken", now=millis(now), at=iso(now)))
    arrives(clinic, item("qual o endereço?", now))
    clinic.write(lambda tx: inbox.set_aside(tx, first.conversation_id, "Broken", now=millis(now), at=iso(now)))
    assert [row["state"] for row in clinic.rows("select state from inbox order by id")] == ["dead", "waiting"]
    assert clinic.read(inbox.due) != []
    turned = answers(clinic, first)
    assert turned is not None
    assert "Gaivotas" in turned.replies[0].text


def test_what_is_said_in_a_group_is_kept_and_not_answered(clinic: Clinic) -> None:
    assert arrives(clinic, item("alguém indica um pediatra?", clinic.clock.now(), group_id="120363")) is None
    assert len(clinic.rows("select * from inbox")) == 1
    assert clinic.rows("select * from conversations") == []


def test_a_turn_never_acts_on_a_document_that_is_no_longer_in_force(clinic: Clinic, context: ClinicContext) -> None:
    """The document is loaded between understanding and deciding: the turn looks again."""
    nudge = arrives(clinic, item("quero marcar um eletro sexta às 8h", clinic.clock.now()))
    assert nudge is not None
    smaller = msgspec.structs.replace(context, services=[s for s in context.services if "letro" not in s.name])
    with clinic.files.clinic(clinic.id) as db:
        read = db.read

        class Meddled:
            """The file, into which somebody loads a document right after the turn has read it."""

            meddled = False

            def read(self, work: object) -> object:
                found = read(work)  # type: ignore[arg-type]
                if not self.meddled:
                    self.meddled = True
                    clinic.loads(smaller)
                return found

            def write(self, work: object) -> object:
                return db.write(work)  # type: ignore[arg-type]

        turned = take_turn(Meddled(), nudge.conversation_id, now=clinic.clock.now())  # type: ignore[arg-type]
    assert turned is not None
    assert turned.state != "confirmation"
    assert clinic.rows("select * from appointments") == []


def test_a_conversation_handed_back_begins_anew_and_holds_nothing(clinic: Clinic, maria: Patient) -> None:
    talk = maria.says("quero marcar um eletro sexta às 8h")
    assert clinic.rows("select * from appointments where status = 'held'")
    clinic.takes_over(talk.conversation_id)
    assert maria.says("oi?").replies == []
    clinic.hands_back(talk.conversation_id)
    assert clinic.rows("select * from appointments where status = 'held'") == []
    assert maria.says("sim").state == "start"


def test_once_a_day_a_clinic_is_tidied(clinic: Clinic, maria: Patient, tmp_path: Path) -> None:
    """Holds that ran out and old bodies go; visits, messages and live holds stay."""
    maria.says("quero marcar um eletro sexta às 8h")
    old = clinic.clock.now() - dt.timedelta(days=31)
    clinic.write(lambda tx: inbox.store_raw(tx, b"{}", iso(old)))
    with GraphClient() as graph:
        settings = Settings(data=tmp_path)
        road = Road(settings, clinic.files, graph, clinic.clock, Assistants(settings, clinic.files, graph))
        road.tasks.start()
        road.tidy(clinic.id)
        assert clinic.rows("select * from webhook_raw") == []
        assert len(clinic.rows("select * from appointments where status = 'held'")) == 1
        clinic.wait(hours=25)
        road.tidy(clinic.id)
        road.tasks.stop()
    assert clinic.rows("select * from appointments") == []
    assert clinic.rows("select * from occupancy") == []
    assert len(clinic.rows("select * from messages where direction = 'in'")) == 1
