"""Guessing passwords becomes slow, and keeps nobody out for good."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import httpx
import pytest
from accounts import PASSWORD, Office
from hypothesis import given
from hypothesis import strategies as st
from litestar.testing import TestClient
from litestar.types import ASGIApp, Receive, Scope, Send
from world import NOW

from atendeai.auth import throttle
from atendeai.auth.throttle import ACCOUNT, ADDRESS, LONGEST, Rule
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction

LogIn = Callable[..., httpx.Response]
CAP = int(LONGEST.total_seconds())


@pytest.fixture
def log_in(office: Office) -> LogIn:
    office.user("owner", email="ana@vilaserena.example")

    def post(password: str, email: str = "ana@vilaserena.example", client: object = None) -> httpx.Response:
        caller = client if isinstance(client, TestClient) else office.client
        return caller.post("/api/auth/login", json={"email": email, "password": password})

    return post


def test_after_some_typos_one_waits_longer_each_time(office: Office, log_in: LogIn) -> None:
    assert [log_in("typo").status_code for _ in range(5)] == [401] * 5
    waits = []
    for _ in range(12):
        refused = log_in("typo")
        assert refused.status_code == 429 and refused.json()["code"] == "too_many_attempts"
        waits.append(int(refused.headers["Retry-After"]))
        office.passes(seconds=waits[-1] - 1)
        assert log_in("typo").headers["Retry-After"] == "1"
        office.passes(seconds=1)
        assert log_in("typo").status_code == 401
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


def test_whoever_waits_is_not_heard_even_with_the_right_password(office: Office, log_in: LogIn) -> None:
    passwords = office.client.app.state.entrance.passwords
    for _ in range(5):
        log_in("typo")
    before = passwords.verifications
    assert log_in(PASSWORD).status_code == 429
    assert passwords.verifications == before
    office.passes(seconds=1)
    assert log_in(PASSWORD).status_code == 200
    for _ in range(4):  # it is forgotten with the success
        assert log_in("typo").status_code == 401


def test_an_unknown_address_is_throttled_as_a_known_one(log_in: LogIn) -> None:
    answers = [
        [log_in("typo", email).status_code for _ in range(6)] for email in ("ana@vilaserena.example", "x@x.example")
    ]
    assert answers[0] == answers[1] == [401] * 5 + [429]


def from_elsewhere(app: ASGIApp) -> ASGIApp:
    """The same server as somebody at another address reaches it."""

    async def reached(scope: Scope, receive: Receive, send: Send) -> None:
        scope["client"] = ("203.0.113.9", 4000)
        await app(scope, receive, send)

    return reached


def test_guessing_elsewhere_does_not_keep_the_owner_out(office: Office, log_in: LogIn) -> None:
    """The owner's address is known by their sessions; a stranger's failures are not theirs."""
    assert log_in(PASSWORD).status_code == 200
    stranger = TestClient(from_elsewhere(office.client.app), raise_server_exceptions=False)
    for _ in range(5):
        assert log_in("guess", client=stranger).status_code == 401
    assert log_in(PASSWORD, client=stranger).status_code == 429
    assert log_in(PASSWORD).status_code == 200
    assert log_in(PASSWORD, client=stranger).status_code == 429  # and their success does not help the stranger


def test_one_address_that_tries_many_accounts_waits(office: Office, log_in: LogIn) -> None:
    answers = [log_in("guess", f"somebody{count}@x.example").status_code for count in range(ADDRESS.free + 2)]
    assert answers == [401] * (ADDRESS.free + 1) + [429]
    office.passes(minutes=61)
    assert log_in("guess", "another@x.example").status_code == 401


@given(failures=st.integers(0, 10_000), rule=st.sampled_from([ACCOUNT, ADDRESS]))
def test_delays_grow_to_a_quarter_of_an_hour(failures: int, rule: Rule) -> None:
    delay = rule.delay(failures)
    assert 0 <= delay <= CAP
    assert delay <= rule.delay(failures + 1)
    assert (delay == 0) == (failures <= rule.free)
    assert rule.delay(rule.free + 11) == CAP


Step = tuple[str, int]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("fails"), st.just(0)),
        st.tuples(st.just("waits"), st.integers(0, 90_000)),
        st.tuples(st.just("clock set back"), st.integers(1, 10_000_000)),
    ),
    max_size=60,
)


def test_nobody_ever_waits_longer_than_that(files: ClinicFiles) -> None:
    """However many failed, and wherever the clock went: within a quarter of an hour one is heard."""
    accounts = iter(range(10**9))

    @given(steps=STEPS)
    def check(steps: list[Step]) -> None:
        key, now = throttle.account(f"{next(accounts)}@x.example"), NOW

        def run(tx: Transaction) -> None:
            nonlocal now
            for what, seconds in steps:
                if what == "fails":
                    throttle.failed(tx, key, ACCOUNT, now)
                else:
                    now += dt.timedelta(seconds=seconds if what == "waits" else -seconds)
                wait = throttle.wait(tx, key, ACCOUNT, now)
                assert 0 <= wait <= CAP
                assert throttle.wait(tx, key, ACCOUNT, now + dt.timedelta(seconds=wait)) == 0
            throttle.clear(tx, key)
            assert throttle.wait(tx, key, ACCOUNT, now) == 0

        files.control().write(run)

    check()


def test_what_delays_nobody_is_forgotten(files: ClinicFiles) -> None:
    control = files.control()
    control.write(lambda tx: throttle.failed(tx, "account:x", ACCOUNT, NOW))
    assert control.write(lambda tx: throttle.forget_old(tx, NOW + dt.timedelta(hours=23))) == 0
    assert control.write(lambda tx: throttle.forget_old(tx, NOW + dt.timedelta(hours=25))) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.9", "203.0.113.9", True),
        ("203.0.113.9", "203.0.113.10", False),
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:203.0.113.9", "203.0.113.9", True),
        ("", "", True),
    ],
)
def test_an_address_of_ipv6_is_its_network(one: str, other: str, same: bool) -> None:
    assert (throttle.address_of(one) == throttle.address_of(other)) is same


def test_what_is_typed_as_an_address_is_not_kept(office: Office, log_in: LogIn) -> None:
    log_in("typo", "minha-senha@secreta.example")
    rows = office.files.control().read(lambda tx: tx.values("select key from login_failures"))
    assert rows and not any("secreta" in key for key in rows)
