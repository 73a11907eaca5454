"""Coming in: an e-mail and a password become a session, and a refresh token the next one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeVar, TypeVarTuple, Unpack

import anyio
from msgspec import Struct

from atendeai.auth import access, places, refusals, sessions, throttle
from atendeai.auth.access import Claims, SigningKeys
from atendeai.auth.passwords import AT_ONCE, MOST_WAITING, Passwords, busy
from atendeai.auth.permissions import Role
from atendeai.auth.places import Account
from atendeai.auth.principal import PLATFORM
from atendeai.auth.throttle import Rule
from atendeai.clinic_files import ClinicFiles, UnknownClinic
from atendeai.database import Transaction
from atendeai.ops.clock import Clock
from atendeai.ops.origin import origin
from atendeai.users import addresses

T = TypeVar("T")
Args = TypeVarTuple("Args")
THREADS = 2


class Who(Struct, frozen=True, kw_only=True):
    """Who is logged in."""

    id: str
    email: str
    name: str
    role: Role
    language: Literal["pt", "en"]


class ClinicName(Struct, frozen=True):
    """A clinic as those who may enter it see it."""

    id: str
    name: str


class Entered(Struct, frozen=True, kw_only=True):
    """Tokens of a session: `access_token` goes as a Bearer for `expires_in` seconds, `refresh_token` gets the next.

    `clinic` is null for whoever runs the installation.
    """

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105
    expires_in: int = int(access.LASTS.total_seconds())
    refresh_token: str
    user: Who
    clinic: ClinicName | None

    def __repr__(self) -> str:
        return f"Entered({self.user!r}, …)"


class Entrance:
    """The one door for people; programs come with keys."""

    def __init__(self, files: ClinicFiles, signing: SigningKeys, passwords: Passwords, clock: Clock) -> None:
        self.files, self.passwords, self.clock = files, passwords, clock
        self._signing = signing
        self._limiter = anyio.CapacityLimiter(THREADS)
        # One looks people up while the others' passwords are checked: so a storm is spread out, not all work at first.
        self._turns = anyio.CapacityLimiter(AT_ONCE + 1)

    async def aside(self, work: Callable[[Unpack[Args]], T], *args: *Args) -> T:
        """Do it in a thread, a few at once: many who come in together leave the other threads to everybody else."""
        return await anyio.to_thread.run_sync(work, *args, limiter=self._limiter)

    async def log_in(self, email: str, password: str, place: str | None) -> Entered:
        """A new session; `place` says which account is meant where an address has several.

        An account that waits to be activated is as good as none: who asked for it must not learn that it is one.

        Raises Problem: 401 `bad_credentials`, 403 `clinic_suspended` or `account_suspended`, 409 `choose_clinic`, 429
        `too_many_attempts`, 503 `busy`.
        """
        if self._turns.statistics().tasks_waiting >= MOST_WAITING:
            raise busy()
        async with self._turns:
            attempt = await self.aside(self._attempt, addresses.normal(email), place)
            fitting = await self._fitting(attempt.accounts, password, attempt.tries)
            if not fitting:
                await self.aside(self._failed)
                raise refusals.bad_credentials()
            meant = _meant(fitting)
            stale = self.passwords.outdated(meant.password_hash)
            again = await self.passwords.hashed(password) if stale else None
            return await self.aside(self._start, meant, attempt.key, again)

    async def _fitting(self, accounts: Sequence[Account], password: str, tries: int) -> list[Account]:
        """Of the accounts those whose password it is, after so many tries whatever there are."""
        encoded = [one.password_hash for one in accounts]
        fits = await self.passwords.fitting(password, encoded + [""] * (tries - len(encoded)))
        return [one for one, fit in zip(accounts, fits, strict=False) if fit]

    def _attempt(self, email: str, place: str | None) -> _Attempt:
        address = origin().address
        accounts = places.of_email(self.files, email, place, address)
        key = throttle.account(email, address if any(one.at_home for one in accounts) else "")
        self.begin({key: throttle.ACCOUNT, throttle.address_of(address): throttle.ADDRESS}, count=key)
        tries = 1 if place is not None else self.files.control().read(places.most_accounts)
        return _Attempt(_tried(accounts)[:tries], key, tries)

    def begin(self, rules: Mapping[str, Rule], count: str) -> None:
        """Let an attempt go on, counted with one of the keys. Raises Problem 429 `too_many_attempts`."""
        at = self.clock.now()

        def begin(control: Transaction) -> int:
            wait = max(throttle.wait(control, key, rule, at) for key, rule in rules.items())
            if not wait:
                throttle.failed(control, count, rules[count], at)
            return wait

        wait = self.files.control().write(begin)
        if wait:
            raise refusals.too_many(wait)

    def clear(self, key: str) -> None:
        """An attempt was a success: nothing is held against the key."""
        self.files.control().write(lambda control: throttle.clear(control, key))

    def _failed(self) -> None:
        at, address = self.clock.now(), throttle.address_of(origin().address)
        self.files.control().write(lambda control: throttle.failed(control, address, throttle.ADDRESS, at))

    def _start(self, known: Account, key: str, new_hash: str | None) -> Entered:
        at = self.clock.now()

        def begin(tx: Transaction) -> sessions.Started | None:
            now = places.account(self.files, tx, known.place, known.id)
            if now is None or now.password_hash != known.password_hash or now.status != "active":
                return None  # it was changed while the password was checked
            if new_hash is not None:
                places.set_hash(tx, known, new_hash, at)
            places.logged_in(tx, known, at)
            started = sessions.start(tx, known.place, known.id, at)
            places.record(tx, known, "sessions.started", at, started.session_id)
            return started

        with places.opened(self.files, known.place) as db:
            started = db.write(begin)
        if started is None:
            raise refusals.bad_credentials()
        self.clear(key)
        return self._entered(known, started.session_id, started.refresh_token, at)

    def refresh(self, token: str) -> Entered:
        """The next tokens of a session. Raises Problem: 401 `session_over`, 403 `clinic_suspended`."""
        place = sessions.place_of(token)
        if place is None:
            raise refusals.session_over()
        at = self.clock.now()
        try:
            with places.opened(self.files, place) as db:
                found = db.write(lambda tx: self._exchange(tx, place, token, at))
        except UnknownClinic:
            raise refusals.session_over() from None
        if found is None:
            raise refusals.session_over()
        known, refreshed = found
        return self._entered(known, refreshed.session_id, refreshed.refresh_token, at)

    def _exchange(
        self, tx: Transaction, place: str, token: str, at: dt.datetime
    ) -> tuple[Account, sessions.Refreshed] | None:
        outcome = sessions.refresh(tx, place, token, at)
        known = places.account(self.files, tx, place, outcome.user_id) if outcome.user_id else None
        if isinstance(outcome, sessions.Refused):
            if outcome.reason == "reused" and known is not None and outcome.session_id is not None:
                places.record(tx, known, "sessions.reused", at, outcome.session_id)
            return None
        if known is not None and known.clinic_suspended:
            raise refusals.clinic_suspended()  # which undoes the exchange: the token is good once the clinic is
        if known is None or known.status != "active":
            sessions.end(tx, outcome.session_id, "not_active", at)
            return None
        return known, outcome

    def _entered(self, known: Account, session_id: str, refresh_token: str, at: dt.datetime) -> Entered:
        claims = Claims(user=known.id, clinic=known.place, session=session_id)
        return Entered(
            access_token=self._signing.sign(claims, at),
            refresh_token=refresh_token,
            user=Who(id=known.id, email=known.email, name=known.name, role=known.role, language=known.language),
            clinic=None if known.place == PLATFORM else ClinicName(known.place, known.clinic),
        )


class _Attempt(Struct, frozen=True):
    accounts: list[Account]
    key: str
    tries: int


def _tried(accounts: list[Account]) -> list[Account]:
    """Those whose password may be tried; first those that may enter, so that no others crowd them out."""
    known = [one for one in accounts if one.status != "pending"]
    return sorted(known, key=lambda one: one.status != "active" or one.clinic_suspended)


def _meant(fitting: list[Account]) -> Account:
    """The account that is meant, of those whose password was right."""
    usable = [one for one in fitting if one.status == "active" and not one.clinic_suspended]
    if len(usable) == 1:
        return usable[0]
    if usable:
        raise refusals.choose_clinic(usable)
    if fitting[0].status != "active":
        raise refusals.account_suspended()
    raise refusals.clinic_suspended()
