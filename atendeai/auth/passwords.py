"""Passwords: argon2id (RFC 9106), a few at once beside the event loop; guessable ones are refused with advice."""

from __future__ import annotations

import base64
import os
import secrets
import threading
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final, Literal, TypeVar

import anyio
import argon2
from argon2 import Parameters, Type
from msgspec import Struct
from zxcvbn import zxcvbn

from atendeai.ops.problem import Problem

T = TypeVar("T")

SHORTEST: Final = 10
LONGEST: Final = 200
# Argon2id as OWASP recommends it. RFC 9106's second choice takes three times the work on four lanes: on a small server
# a morning's log-ins would then take the cores from the patients who write.
PARAMETERS = Parameters(
    type=Type.ID, version=19, salt_len=16, hash_len=32, time_cost=1, memory_cost=46 * 1024, parallelism=1
)
AT_ONCE = max(1, min(2, (os.cpu_count() or 1) - 1))  # one core stays free
MOST_WAITING = 512
_GUESSES_LOG10 = 8.0  # what can be guessed more easily falls within hours to whoever stole the hashes
_LONGEST_JUDGED = 24  # the estimate of a long one can take a second; what is guessable is so by then
# Words that English lists do not have, and Brazilian clinics do.
_COMMON = tuple(
    "senha mudar trocar acesso entrar teste padrao segredo admin atende atendeai clinica consultorio recepcao"  # noqa: SIM905
    " secretaria atendimento agenda consulta paciente doutor doutora medico medica dentista sorriso saude estetica"
    " brasil flamengo corinthians palmeiras saopaulo santos gremio cruzeiro vasco internacional familia amor deus"
    " jesus cristo senhor felicidade vida gatinha princesa bemvindo".split()
)


class Weak(Struct, frozen=True):
    """Why a password is refused; `advice` is a sentence that says what to do."""

    reason: Literal["too_short", "too_long", "guessable"]
    advice: str


_TOO_SHORT = Weak("too_short", f"Use at least {SHORTEST} characters.")
_TOO_LONG = Weak("too_long", f"Use at most {LONGEST} characters.")
_GUESSABLE = Weak(
    "guessable",
    "This is easy to guess: use four or more words that do not belong together, without names, dates or the clinic's.",
)
_estimating = threading.Lock()  # zxcvbn keeps what it was told about a person in a table that all threads share


def weakness(password: str, about: Sequence[str] = ()) -> Weak | None:
    """Why somebody must not have this password, if so. `about` is what others know: name, e-mail, clinic."""
    plain = _normal(password)
    if len(plain) < SHORTEST:
        return _TOO_SHORT
    if len(plain) > LONGEST:
        return _TOO_LONG
    known = [word for text in about for word in (text, *_words(text)) if len(word) > 1]
    with _estimating:
        found = zxcvbn(plain[:_LONGEST_JUDGED], [*known, *_COMMON])
    return _GUESSABLE if found["guesses_log10"] < _GUESSES_LOG10 else None


def _words(text: str) -> list[str]:
    """`Clínica São José` is also `clinica`, `sao`, `jose`, and all of them in one; `ana.lima@x.com`, `ana.lima`."""
    bare = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = "".join(letter if letter.isalnum() else " " for letter in bare).split()
    return [*bare.split("@"), *words, "".join(words)]


def _normal(password: str) -> str:
    """Keyboards differ in how they write `ã` (NIST SP 800-63B, 5.1.1.2)."""
    return unicodedata.normalize("NFKC", password)


class Passwords:
    """Hashes and checks, `AT_ONCE` of them, in threads that nobody else needs.

    `verifications` counts the checks that were done: they are the same in number whether somebody is known or not.
    """

    def __init__(self, parameters: Parameters = PARAMETERS) -> None:
        self._hasher = argon2.PasswordHasher.from_parameters(parameters)
        self._limiter = anyio.CapacityLimiter(AT_ONCE)
        self._judging = anyio.CapacityLimiter(1)
        self._nobodys = _nobodys(parameters)
        self._inside = 0  # of the event loop alone: those that are checked and those that wait
        self.verifications = 0

    def hash(self, password: str) -> str:
        """As a file may keep it; takes a twentieth of a second and 46 MiB, so the server calls `hashed`."""
        return self._hasher.hash(_normal(password))

    def fits(self, password: str, encoded: str) -> bool:
        """An empty `encoded` fits nothing, after the same work."""
        self.verifications += 1
        try:
            return self._hasher.verify(encoded or self._nobodys, _normal(password))
        except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
            return False

    def outdated(self, encoded: str) -> bool:
        """Whether it was hashed with other parameters than are in force."""
        return self._hasher.check_needs_rehash(encoded)

    async def accepted(self, password: str, about: Sequence[str]) -> str:
        """Its hash, beside the event loop. Raises Problem 422 `weak_password` (see `weakness`), 503 `busy`."""
        weak = await anyio.to_thread.run_sync(weakness, password, about, limiter=self._judging)
        if weak is not None:
            raise Problem(
                422,
                "weak_password",
                "This password is not good enough.",
                weak.advice,
                errors=[{"path": "password", "message": weak.advice}],
            )
        return await self.hashed(password)

    async def hashed(self, password: str) -> str:
        """`hash`, beside the event loop. Raises Problem 503 `busy`."""
        return await self._aside(lambda: self.hash(password))

    async def fitting(self, password: str, encoded: Sequence[str]) -> list[bool]:
        """`fits` for each, beside the event loop. Raises Problem 503 `busy`."""
        return await self._aside(lambda: [self.fits(password, one) for one in encoded])

    async def _aside(self, work: Callable[[], T]) -> T:
        if self._inside >= AT_ONCE + MOST_WAITING:
            raise busy()
        self._inside += 1
        try:
            return await anyio.to_thread.run_sync(work, limiter=self._limiter)
        finally:
            self._inside -= 1


def busy() -> Problem:
    return Problem(503, "busy", "Too many log-ins at once.", "Try again in a moment.", headers={"Retry-After": "10"})


def _nobodys(parameters: Parameters) -> str:
    """A hash that no password has, which takes as long to check as any other."""
    salt, digest = (
        base64.b64encode(secrets.token_bytes(length)).decode().rstrip("=")
        for length in (parameters.salt_len, parameters.hash_len)
    )
    costs = f"m={parameters.memory_cost},t={parameters.time_cost},p={parameters.parallelism}"
    return f"$argon2id$v={parameters.version}${costs}${salt}${digest}"
