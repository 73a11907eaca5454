"""What can go wrong between us and Meta: each message arrives once, or somebody is told why it did not."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from town import AURORA, NUMBERS, SECRET, SERENA, Town, eventually, found_clinics
from world import Clinic, Patient

from atendeai import delivery, outbox
from atendeai.conversation import store
from atendeai.conversation.facts import Reply
from atendeai.database import Transaction
from atendeai.ops.clock import SystemClock, iso
from atendeai.whatsapp.client import Accepted
from atendeai.whatsapp.errors import accident
from atendeai.whatsapp.payload import Item
from atendeai.whatsapp.standin import Delay, DropAfterAccept, ErrorCode, FailLater, Fault, Garble, HttpError, Reset

AT = "2026-11-24T13:00:00.000Z"


@pytest.fixture
def hasty_town(tmp_path: Path) -> Iterator[Town]:
    """A town that gives what may have gone out one second."""
    found_clinics(tmp_path / "data")
    town = Town(tmp_path / "data", unknown_grace_seconds=1)
    yield town
    town.stop()


def rows(town: Town) -> list[dict[str, Any]]:
    return town.rows("select state, attempts, may_duplicate, error, error_code from outbox order by seq")


def called(town: Town) -> list[str]:
    """Why people were called."""
    found = town.rows("select escalation from conversations where escalated_at is not null")
    return [row["escalation"] for row in found]


def says_oi(town: Town, *faults: Fault) -> None:
    town.standin.faults.extend(faults)
    town.phone().says("oi")


def was_read_once(town: Town, attempts: int) -> None:
    eventually(lambda: [row["state"] for row in rows(town)] == ["read"])
    town.standin.settle()
    assert len(town.standin.sent) == 1
    assert [(row["attempts"], row["error"]) for row in rows(town)] == [(attempts, None)]


@pytest.mark.parametrize("code", [131056, 130429, 80007])
def test_a_rate_limit_puts_a_message_off(town: Town, code: int) -> None:
    """Of the pair it counts as a try; of the whole number it is no fault of this message."""
    says_oi(town, ErrorCode(code, 400))
    was_read_once(town, attempts=2 if code == 131056 else 1)


@pytest.mark.parametrize(
    "fault", [HttpError(500, accepted=True), HttpError(503, accepted=True), DropAfterAccept(), Garble()]
)
def test_what_may_have_gone_out_is_settled_by_its_status(town: Town, fault: Fault) -> None:
    says_oi(town, fault)
    was_read_once(town, attempts=1)


def test_what_no_status_vouches_for_is_sent_once_more_after_the_grace(hasty_town: Town) -> None:
    """500 without having accepted: only time tells."""
    says_oi(hasty_town, HttpError(500))
    eventually(lambda: [row["state"] for row in rows(hasty_town)] == ["read"])
    assert len(hasty_town.standin.sent) == 1
    assert rows(hasty_town)[0]["may_duplicate"] == 1


def test_a_connection_reset_before_it_is_read_is_made_good(hasty_town: Town) -> None:
    says_oi(hasty_town, Reset())
    eventually(lambda: [row["state"] for row in rows(hasty_town)] == ["read"])
    assert len(hasty_town.standin.sent) == 1


def test_a_revoked_token_pauses_the_number_and_a_new_one_resumes_it(town: Town) -> None:
    town.standin.token = "the-new-token"
    first, second = town.phone("5548999990001"), town.phone("5548999990002")
    first.says("oi")
    eventually(lambda: town.rows("select 1 from whatsapp_configurations where state = 'paused'"))
    tries = town.rows("select attempts, state, error_code from outbox")
    second.says("oi")
    eventually(lambda: len(rows(town)) == 2)
    assert tries == [{"attempts": 0, "state": "queued", "error_code": 190}]
    reason = town.rows("select paused_reason from whatsapp_configurations")[0]["paused_reason"]
    assert "access token" in reason and "connect" in reason
    assert town.standin.sent == []
    now = SystemClock().now()
    town.files.connect_number(SERENA, NUMBERS[SERENA], "2", "", "the-new-token", SECRET, "v", now)
    for phone in (first, second):
        phone.waits_for(1, 20)
    eventually(lambda: [row["state"] for row in rows(town)] == ["read", "read"])
    assert len(town.standin.sent) == 2


def test_a_paused_number_is_left_in_peace(town: Town) -> None:
    """Not one POST goes out while it is paused, however many messages wait."""
    with town.files.clinic(SERENA) as db:
        db.write(lambda tx: tx.run("update whatsapp_configurations set state = 'paused', paused_reason = 'locked'"))
    maria = town.phone()
    for count, text in enumerate(("oi", "qual o endereço?"), 1):
        maria.says(text)
        eventually(lambda enough=count: len(rows(town)) == enough)
    neighbour = town.phone("5548999990009", clinic=AURORA)
    neighbour.says("oi")
    neighbour.waits_for(1)  # others are served meanwhile
    assert town.standin.sent_to(maria.wa_id or "") == []
    assert [(row["state"], row["attempts"]) for row in rows(town)] == [("queued", 0)] * 2


def test_nobody_there_is_dead_with_a_reason_for_people(town: Town) -> None:
    says_oi(town, ErrorCode(131026, 400))
    eventually(lambda: [row["state"] for row in rows(town)] == ["dead"])
    assert rows(town)[0]["error_code"] == 131026
    assert "could not be delivered" in rows(town)[0]["error"]
    assert "call them" in rows(town)[0]["error"]
    assert called(town) == ["unsent"]


def test_refused_later_is_failed_with_a_reason_for_people(town: Town) -> None:
    says_oi(town, FailLater(131026))
    eventually(lambda: [row["state"] for row in rows(town)] == ["failed"])
    assert (rows(town)[0]["error_code"], "call them" in rows(town)[0]["error"]) == (131026, True)
    assert called(town) == ["unsent"]


def test_nothing_overtakes_a_message_that_is_tried_again(town: Town) -> None:
    town.standin.faults.append(ErrorCode(131056, 400))
    phone = town.phone()
    for text in ("qual o endereço?", "quanto custa?", "aceita unimed?"):
        before = len(rows(town))
        phone.says(text)
        eventually(lambda enough=before: len(rows(town)) > enough)
    phone.waits_for(3, 15)
    in_order = town.rows("select k from outbox order by seq")
    assert [sent.k for sent in town.standin.sent] == [row["k"] for row in in_order]


def test_nothing_overtakes_for_a_while_what_may_have_gone_out(town: Town) -> None:
    """Its status says that it did; then the next goes."""
    town.standin.faults.append(DropAfterAccept())
    phone = town.phone()
    phone.says("qual o endereço?")
    phone.says("quanto custa?")
    phone.waits_for(2, 15)
    in_order = town.rows("select k from outbox order by seq")
    assert [sent.k for sent in town.standin.sent] == [row["k"] for row in in_order]


# --- one clinic's dead line ---


def test_one_clinics_unreachable_number_keeps_no_other_clinic_waiting(tmp_path: Path) -> None:
    """Thirty patients of Serena wait while its number hangs; Aurora's patient notices nothing."""
    found_clinics(tmp_path / "data")
    town = Town(tmp_path / "data", send_timeout_seconds=4.0)
    try:
        town.standin.lasting[NUMBERS[SERENA]] = Delay(3600)
        for number in range(30):
            town.phone(f"55489999{number:05}").says("qual o endereço?")
        eventually(lambda: len(rows(town)) == 30)
        neighbour = town.phone("5548999990009", clinic=AURORA)
        neighbour.says("qual o endereço?")
        neighbour.waits_for(1, 4)
        assert not town.rows("select 1 from outbox where state = 'unknown'")  # no timeout was waited for
        assert queued(town) <= 30
        eventually(lambda: len(postponed(town)) >= 24, 15)
        tried = len(town.standin.sent)
        assert tried <= 7  # those whose timeouts shut the line, and the neighbour's
        assert queued(town) <= 30
        del town.standin.lasting[NUMBERS[SERENA]]
        eventually(lambda: len(town.rows("select 1 from outbox where state = 'read'")) >= 24, 30)
        assert max(row["attempts"] for row in rows(town)) == 1
    finally:
        town.standin.stopping.set()
        town.stop()


def postponed(town: Town) -> list[dict[str, Any]]:
    return town.rows("select k from outbox where state = 'queued' and attempts = 0 and not_before > 0")


def queued(town: Town) -> int:
    with closing(sqlite3.connect(town.files.tasks)) as connection:
        return int(connection.execute("select count(*) from task").fetchone()[0])


# --- what may have gone out, after the grace ---


def test_a_reply_is_not_sent_again_once_the_patient_has_written_on(clinic: Clinic, maria: Patient) -> None:
    row = Row(clinic, maria)
    row.settles(known=False)
    clinic.wait(seconds=1)
    maria.says("alô?")
    row.gets_another_chance()
    assert (row.state[0], row.escalation) == ("dead", "unsent")


def test_a_reply_is_not_sent_again_once_staff_have_answered(clinic: Clinic, maria: Patient) -> None:
    row = Row(clinic, maria)
    row.settles(known=False)
    clinic.wait(seconds=1)
    later = iso(clinic.clock.now())
    clinic.write(
        lambda tx: store.add_message(
            tx, row.conversation, "out", "Oi, Maria!", author="staff", at=later, sent_at=1, wamid="wamid.staff"
        )
    )
    row.gets_another_chance()
    assert (row.state[0], row.escalation) == ("dead", "unsent")


@pytest.mark.parametrize(
    ("later", "becomes"),
    [("queued", "dead"), ("sending", "dead"), ("read", "dead"), ("dead", "queued"), ("failed", "queued")],
)
def test_a_reply_is_not_sent_again_behind_what_left_or_waits(
    clinic: Clinic, maria: Patient, later: str, becomes: str
) -> None:
    row = Row(clinic, maria)
    row.settles(known=False)
    row.is_followed_by(later)
    row.gets_another_chance()
    assert (row.state[0], row.escalation) == (becomes, "unsent" if becomes == "dead" else None)


def test_two_of_which_nothing_is_known_are_decided_together_and_keep_their_order(
    clinic: Clinic, maria: Patient
) -> None:
    row = Row(clinic, maria)
    row.settles(known=False)
    row.is_followed_by("unknown", since=20)
    row.gets_another_chance(now=9)
    assert row.states == ["unknown", "unknown"]
    row.gets_another_chance(now=30)
    assert row.states == ["queued", "queued"]


def test_a_notice_is_sent_once_more_whatever_was_said_since(clinic: Clinic, maria: Patient) -> None:
    row = Row(clinic, maria, purpose="notice")
    row.settles(known=False)
    clinic.wait(seconds=1)
    maria.says("alô?")
    row.gets_another_chance()
    assert row.state[0] == "queued"
    row.is_sent_again()
    row.settles(known=False)
    row.gets_another_chance(now=200)
    assert (row.state[0], row.escalation) == ("dead", "unsent")


def test_what_is_unknown_for_the_second_time_is_given_up_and_a_person_called(clinic: Clinic, maria: Patient) -> None:
    row = Row(clinic, maria)
    row.settles(known=False)
    row.gets_another_chance()
    assert (row.state[0], row.escalation) == ("queued", None)
    row.is_sent_again()
    row.settles(known=False)
    row.gets_another_chance(now=100)
    assert row.state[0] == "unknown"  # still in its grace
    row.gets_another_chance(now=200)
    assert (row.state[0], row.escalation) == ("dead", "unsent")
    row.hears("read", with_k=True)
    assert row.state[0] == "read"  # and a status still proves us wrong


def test_a_person_who_was_called_before_stays_called_for_that(clinic: Clinic, maria: Patient) -> None:
    row = Row(clinic, maria)
    clinic.write(lambda tx: tx.run("update conversations set escalated_at = 'then', escalation = 'asked'"))
    row.settles(known=True)
    row.hears("failed", with_k=False)
    called = clinic.rows("select escalated_at, escalation from conversations")
    assert called == [{"escalated_at": "then", "escalation": "asked"}]


def test_what_hangs_in_a_dead_server_is_not_waited_for(clinic: Clinic, maria: Patient) -> None:
    """Another row is claimed once the one that was being sent is settled, and not before."""
    row = Row(clinic, maria)
    row.is_followed_by("queued")
    assert clinic.write(lambda tx: outbox.claim(tx, row.contact, 2, AT)) is None
    assert clinic.write(lambda tx: delivery.interrupted(tx, 2, AT)) == 1
    held = clinic.write(lambda tx: outbox.claim(tx, row.contact, 2, AT))
    assert held == outbox.Work(1 + outbox.HELD_BEHIND_UNKNOWN, row.contact)


# --- statuses in any order ---


class Row:
    """One reply in a real file, and what Meta says of it."""

    def __init__(self, clinic: Clinic, maria: Patient, purpose: outbox.Purpose = "reply") -> None:
        self.clinic, self.purpose = clinic, purpose
        if maria.last is None:
            maria.says("oi")
        self.conversation = clinic.rows("select id from conversations")[0]["id"]
        clinic.write(lambda tx: tx.run("delete from outbox"))
        clinic.write(lambda tx: tx.run("update conversations set escalated_at = null, escalation = null"))
        clinic.write(self._enqueue)
        self.contact = clinic.rows("select contact_id from outbox")[0]["contact_id"]
        claimed = clinic.write(lambda tx: outbox.claim(tx, self.contact, 1, AT))
        assert isinstance(claimed, outbox.Claimed)
        self.claimed = claimed
        self.wamid = f"wamid.{claimed.k}"

    def _enqueue(self, tx: Transaction) -> None:
        at = iso(self.clinic.clock.now())
        outbox.enqueue(
            tx, self.conversation, [Reply("Olá!")], turn_id=None, now=1, at=at, send=True, purpose=self.purpose
        )

    def is_followed_by(self, state: str, since: int = 1) -> None:
        self.clinic.write(self._enqueue)
        self.clinic.write(
            lambda tx: tx.run(
                "update outbox set state = ?, sending_since = ? where k <> ?", (state, since, self.claimed.k)
            )
        )

    def is_sent_again(self) -> None:
        assert isinstance(self.clinic.write(lambda tx: outbox.claim(tx, self.contact, 100, AT)), outbox.Claimed)

    def hears(self, name: str, with_k: bool) -> None:
        item = Item(
            key=f"s:{self.wamid}:{name}",
            kind="status",
            wamid=self.wamid,
            status=name,
            k=self.claimed.k if with_k else None,
            error_code=131026 if name == "failed" else None,
        )
        self.clinic.write(lambda tx: delivery.apply_status(tx, item, AT))

    def settles(self, *, known: bool) -> None:
        result = Accepted(self.wamid) if known else accident("timeout")
        self.clinic.write(lambda tx: delivery.settle(tx, self.claimed, result, attempts=6, now=2, at=AT))

    def gets_another_chance(self, now: int = 9) -> None:
        self.clinic.write(lambda tx: delivery.give_unknown_another_chance(tx, now=now, grace=1, at=AT))

    @property
    def states(self) -> list[str]:
        return [row["state"] for row in self.clinic.rows("select state from outbox order by seq")]

    @property
    def escalation(self) -> str | None:
        found = self.clinic.rows("select escalation, escalated_at from conversations")[0]
        assert (found["escalation"] is None) == (found["escalated_at"] is None)
        escalation: str | None = found["escalation"]
        return escalation

    @property
    def state(self) -> tuple[str, str | None, int | None]:
        row = self.clinic.rows("select state, wamid, error_code, error from outbox order by seq")[0]
        assert row["state"] not in RANK or (row["error"] is None) == (row["state"] != "failed")
        return row["state"], row["wamid"], row["error_code"]


STATUSES = ("sent", "delivered", "read", "failed")
RANK = {"accepted": 0, "sent": 1, "failed": 2, "delivered": 3, "read": 4}


def highest(names: tuple[str, ...]) -> str:
    return max(("accepted", *names), key=RANK.__getitem__)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.data())
def test_statuses_in_any_order_come_to_the_same(clinic: Clinic, maria: Patient, data: st.DataObject) -> None:
    """Some before the row knows its wamid, some with our own id, some twice; and the answer to the send anywhere."""
    names = tuple(data.draw(st.sets(st.sampled_from(STATUSES), min_size=1)))
    told = data.draw(st.permutations([*names, *data.draw(st.lists(st.sampled_from(names), max_size=2))]))
    answered = data.draw(st.integers(0, len(told)))
    row = Row(clinic, maria)
    for index, name in enumerate(told):
        if index == answered:
            row.settles(known=True)
        row.hears(name, with_k=data.draw(st.booleans()))
    if answered == len(told):
        row.settles(known=True)
    best = highest(names)
    assert row.state == (best, row.wamid, 131026 if best == "failed" else None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(told=st.permutations(STATUSES), chance=st.integers(0, 4), count=st.integers(1, 4))
def test_a_status_with_our_id_settles_what_was_unknown(
    clinic: Clinic, maria: Patient, told: list[str], chance: int, count: int
) -> None:
    """Even when it was about to be sent once more: nothing is left to send."""
    row = Row(clinic, maria)
    row.settles(known=False)
    for index, name in enumerate(told[:count]):
        if index == chance:
            row.gets_another_chance()
        row.hears(name, with_k=True)
    best = highest(tuple(told[:count]))
    assert row.state == (best, row.wamid, 131026 if best == "failed" else None)
    assert clinic.write(lambda tx: outbox.claim(tx, row.contact, 10**15, AT)) is None


def test_every_order_of_all_statuses_ends_as_read(clinic: Clinic, maria: Patient) -> None:
    for order in itertools.permutations(STATUSES):
        row = Row(clinic, maria)
        row.settles(known=True)
        for name in order:
            row.hears(name, with_k=False)
        assert row.state == ("read", row.wamid, None)


def test_a_status_that_meta_invents_tomorrow_changes_nothing(clinic: Clinic, maria: Patient) -> None:
    row = Row(clinic, maria)
    row.settles(known=True)
    row.hears("teleported", with_k=True)
    assert row.state == ("accepted", row.wamid, None)
