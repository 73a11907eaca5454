"""Passwords: kept as argon2id, checked a few at once, and refused when others would guess them."""

from __future__ import annotations

import threading
import unicodedata

import anyio
import argon2
import pytest
from argon2.profiles import CHEAPEST

from atendeai.auth import passwords
from atendeai.auth.passwords import AT_ONCE, PARAMETERS, Passwords, weakness
from atendeai.ops.problem import Problem

ABOUT = ("Ana Souza", "ana.souza@vilaserena.example", "Clínica Vila Serena")


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("curta", "too_short"),
        ("çãçãçãçãç", "too_short"),
        ("a1" * 101, "too_long"),
        ("1234567890", "guessable"),
        ("password123", "guessable"),
        ("senha12345", "guessable"),
        ("Recepcao2026", "guessable"),
        ("flamengo2019", "guessable"),
        ("VilaSerena2026", "guessable"),
        ("ana.souza1", "guessable"),
        ("anasouza123", "guessable"),
        ("aaaaaaaaaaaaaaaaaaaa", "guessable"),
    ],
)
def test_what_others_would_try_is_refused_with_advice(password: str, reason: str) -> None:
    weak = weakness(password, ABOUT)
    assert weak is not None and weak.reason == reason
    assert weak.advice.endswith(".") and " use " in f" {weak.advice.lower()}"


@pytest.mark.parametrize(
    "password", ["jabuticaba-no-quintal-7", "9bXq7!mLw2", "café com bolacha e chuva", "qT7v,xW2-mZ9" + "r4" * 90]
)
def test_what_is_hard_to_guess_is_taken(password: str) -> None:
    assert weakness(password, ABOUT) is None


def test_what_is_known_of_one_is_not_held_against_another() -> None:
    """Many at once: the estimate's own table is shared by threads."""
    found: dict[int, list[bool]] = {}

    def judge(number: int) -> None:
        about = ("Quixeramobim Jaguaribe",) if number % 2 else ("Outra Pessoa",)
        found[number] = [weakness("quixeramobim9", about) is None for _ in range(20)]

    threads = [threading.Thread(target=judge, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {number: set(judged) for number, judged in found.items()} == {0: {True}, 1: {False}, 2: {True}, 3: {False}}


def test_a_password_is_kept_as_argon2id() -> None:
    kept = Passwords().hash("jabuticaba-no-quintal-7")
    assert kept.startswith("$argon2id$v=19$m=47104,t=1,p=1$")
    assert Passwords().fits("jabuticaba-no-quintal-7", kept)
    assert not Passwords().fits("jabuticaba-no-quintal-8", kept)


def test_keyboards_write_accents_in_two_ways() -> None:
    cheap = Passwords(CHEAPEST)
    word = "pão de açúcar à noite"
    kept = cheap.hash(unicodedata.normalize("NFD", word))
    assert cheap.fits(unicodedata.normalize("NFC", word), kept)


def test_nobodys_password_costs_as_much_and_fits_nothing() -> None:
    for parameters in (CHEAPEST, PARAMETERS):
        ours = Passwords(parameters)
        nobodys = ours._nobodys
        assert argon2.extract_parameters(nobodys) == parameters
        assert not ours.fits("", "") and not ours.fits("jabuticaba-no-quintal-7", "")


def test_what_is_no_hash_fits_nothing() -> None:
    assert not Passwords(CHEAPEST).fits("x", "not a hash")


def test_other_parameters_are_noticed() -> None:
    kept = Passwords(CHEAPEST).hash("x")
    assert Passwords(PARAMETERS).outdated(kept)
    assert not Passwords(CHEAPEST).outdated(kept)


class Watched(Passwords):
    """Counts how many are checked at the same time."""

    def __init__(self) -> None:
        super().__init__(CHEAPEST)
        self.now = self.most = 0
        self._lock = threading.Lock()
        self.go_on = threading.Event()

    def fits(self, password: str, encoded: str) -> bool:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        self.go_on.wait(10)
        with self._lock:
            self.now -= 1
        return super().fits(password, encoded)


def test_a_storm_leaves_the_other_threads_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "MOST_WAITING", 100)

    async def storm() -> None:
        watched = Watched()
        refused = 0

        async def one() -> None:
            nonlocal refused
            try:
                await watched.fitting("x", [""])
            except Problem as problem:
                assert problem.status_code == 503 and problem.headers == {"Retry-After": "10"}
                refused += 1

        async with anyio.create_task_group() as group:
            for _ in range(110):
                group.start_soon(one)
            while watched.now < AT_ONCE:  # noqa: ASYNC110 (threads, not tasks, say when)
                await anyio.sleep(0.01)
            # Everybody else's threads are free, all of them, while the storm waits.
            limiter = anyio.to_thread.current_default_thread_limiter()
            assert limiter.borrowed_tokens == 0
            assert await anyio.to_thread.run_sync(lambda: 1) == 1
            watched.go_on.set()
        assert watched.most == AT_ONCE and refused == 110 - AT_ONCE - 100

    anyio.run(storm)
