"""Refresh tokens in any order: devices, thieves, double clicks, lost answers, log-outs and a clock that steps."""

from __future__ import annotations

import datetime as dt

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from world import NOW

from atendeai.auth import sessions
from atendeai.auth.sessions import GRACE, LASTS, Refreshed, Refused
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.ops.ids import new_id

CLINIC = "sorriso"
BLINK = dt.timedelta(seconds=5)  # between a click and the second, or an answer that got lost and the repetition


class Device:
    """A browser, which keeps the last token it heard of; `until` is when it must have come again."""

    def __init__(self, session_id: str, token: str, at: dt.datetime) -> None:
        self.session_id, self.token = session_id, token
        self.old: list[tuple[str, dt.datetime]] = []  # tokens it is through with, and when each was first sent
        self.ended = False
        self.until = at + LASTS


class Rotation(RuleBasedStateMachine):
    """The clock moves only through rules. Whoever lives by the rules must be able to go on at every step."""

    devices = Bundle("devices")

    tx: Transaction

    @initialize(target=devices)
    def somebody_new(self) -> MultipleResults[Device]:
        self.user, self.now, self.all = new_id(), NOW, list[Device]()
        return multiple(self.log_in(), self.log_in())

    def log_in(self) -> Device:
        started = sessions.start(self.tx, CLINIC, self.user, self.now)
        self.all.append(Device(started.session_id, started.refresh_token, self.now))
        return self.all[-1]

    def refresh(self, token: str) -> Refreshed | Refused:
        return sessions.refresh(self.tx, CLINIC, token, self.now)

    def lives(self, device: Device) -> bool:
        return sessions.lives(self.tx, device.session_id, self.user, self.now)

    def goes_on(self, device: Device, token: str) -> str:
        """What a device that did nothing wrong sends is answered with the next token."""
        outcome = self.refresh(token)
        if device.ended or self.now >= device.until:
            assert isinstance(outcome, Refused), "a session that is over got a token"
            return device.token
        assert isinstance(outcome, Refreshed), f"a live device was thrown out: {outcome}"
        assert outcome.session_id == device.session_id
        device.until = self.now + LASTS
        return outcome.refresh_token

    @rule(target=devices)
    def logs_in(self) -> Device:
        return self.log_in()

    @rule(device=devices)
    def refreshes(self, device: Device) -> None:
        sent, device.token = device.token, self.goes_on(device, device.token)
        device.old.append((sent, self.now))

    @rule(device=devices, times=st.integers(2, 4), kept=st.integers(0, 3), apart=st.timedeltas(-BLINK, BLINK))
    def clicks_twice(self, device: Device, times: int, kept: int, apart: dt.timedelta) -> None:
        """Several requests with one token; the answers come in any order, and any one of them stays."""
        sent, first, answers = device.token, self.now, []
        for _ in range(times):
            answers.append(self.goes_on(device, sent))
            self.now += apart / times
        device.token = answers[kept % times]
        device.old.append((sent, first))

    @rule(device=devices, lost=st.integers(1, 3), apart=st.timedeltas(dt.timedelta(0), GRACE / 4))
    def loses_answers(self, device: Device, lost: int, apart: dt.timedelta) -> None:
        """It sends the same token until it hears an answer."""
        sent, first = device.token, self.now
        for _ in range(lost):
            self.goes_on(device, sent)
            self.now += apart
        device.token = self.goes_on(device, sent)
        device.old.append((sent, first))

    @rule(device=devices, which=st.integers(0, 50))
    def is_robbed(self, device: Device, which: int) -> None:
        """Somebody sends an old token of the device."""
        if not device.old:
            return
        token, first_sent = device.old[which % len(device.old)]
        late = self.now - first_sent > GRACE
        outcome = self.refresh(token)
        if device.ended:
            assert isinstance(outcome, Refused)
        elif late:
            assert isinstance(outcome, Refused), "an old token opened a session"
            if outcome.reason != "expired":
                assert outcome.reason == "reused"
                device.ended = True
                assert not self.lives(device)

    @rule(device=devices, thief_is_first=st.booleans())
    def is_copied_within_the_grace(self, device: Device, thief_is_first: bool) -> None:
        """A thief has a token beside the device's: with one's next step and the other's, they are found out."""
        if device.ended or self.now >= device.until:
            return
        sent = device.token
        device.token = self.goes_on(device, sent)
        stolen = self.goes_on(device, sent)
        first, second = (stolen, device.token) if thief_is_first else (device.token, stolen)
        self.goes_on(device, first)
        self.now += GRACE * 2
        outcome = self.refresh(second)
        assert isinstance(outcome, Refused) and outcome.reason == "reused"
        device.ended = True

    @rule(device=devices)
    def logs_out(self, device: Device) -> None:
        sessions.end(self.tx, device.session_id, "logged_out", self.now)
        device.ended = True

    @rule(device=devices)
    def changes_the_password(self, device: Device) -> None:
        """Every other session ends."""
        sessions.end_all(self.tx, self.user, "password_changed", self.now, but=device.session_id)
        for other in self.all:
            other.ended = other.ended or other is not device

    @rule(forward=st.timedeltas(dt.timedelta(0), dt.timedelta(days=2)))
    def time_passes(self, forward: dt.timedelta) -> None:
        self.now += forward

    @rule(back=st.timedeltas(dt.timedelta(0), dt.timedelta(days=1)))
    def the_clock_is_set_back(self, back: dt.timedelta) -> None:
        self.now -= back

    @invariant()
    def access_tokens_count_as_long_as_their_session(self) -> None:
        for device in getattr(self, "all", []):
            if device.ended:
                assert isinstance(self.refresh(device.token), Refused)
            assert self.lives(device) == (not device.ended and self.now < device.until)


def test_rotation(files: ClinicFiles) -> None:
    """One transaction for all examples, which are about different people."""
    files.create(CLINIC, "Sorriso", NOW)
    few = settings(max_examples=120, stateful_step_count=25, deadline=None)

    def run(tx: Transaction) -> None:
        run_state_machine_as_test(type("RotationHere", (Rotation,), {"tx": tx}), settings=few)  # type: ignore[no-untyped-call]

    with files.clinic(CLINIC) as db:
        db.write(run)
