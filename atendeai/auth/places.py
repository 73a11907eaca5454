"""Where accounts are: in a clinic's file or, for those who run the installation, in control.db, both called places."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from atendeai.auth import accounts, admins, sessions
from atendeai.auth.account_rules import Actor
from atendeai.auth.permissions import Role
from atendeai.auth.principal import PLATFORM
from atendeai.clinic_files import ClinicFiles, UnknownClinic
from atendeai.database import Database, Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso
from atendeai.users import store as users

NAME_OF_PLATFORM = "AtendeAI"
MOST_AT_ONCE = 4  # accounts of one address whose passwords are tried when nobody says which is meant


class Account(Struct, frozen=True, kw_only=True):
    """Somebody who may log in at a place. `clinic` is its name, or the platform's."""

    place: str
    clinic: str
    id: str
    email: str
    name: str
    role: Role
    status: Literal["invited", "pending", "active", "suspended", "deleted"]
    language: Literal["pt", "en"]
    password_hash: str
    clinic_suspended: bool = False
    at_home: bool = False  # whether the asking address has a session of theirs

    def __repr__(self) -> str:
        return f"Account({self.place!r}, {self.id!r}, …)"

    @property
    def about(self) -> tuple[str, ...]:
        """What others know of them, and therefore try as their password."""
        return (self.name, self.email, self.clinic)

    @property
    def who(self) -> str:
        """As the audit trail names them."""
        return f"admin:{self.id}" if self.place == PLATFORM else f"user:{self.id}"


@contextlib.contextmanager
def opened(files: ClinicFiles, place: str) -> Iterator[Database]:
    """Raises UnknownClinic."""
    if place == PLATFORM:
        yield files.control()
        return
    with files.clinic(place) as db:
        yield db


def of_email(files: ClinicFiles, email: str, place: str | None = None, address: str = "") -> list[Account]:
    """Every account of an address (in lower case), or the one at a place."""
    if place is not None:
        return [found for found in [_at(files, place, email, address)] if found is not None]
    places = [*files.control().read(lambda tx: users.clinics_of(tx, email)), PLATFORM]
    return [found for one in places if (found := _at(files, one, email, address)) is not None]


def _at(files: ClinicFiles, place: str, email: str, address: str) -> Account | None:
    try:
        with opened(files, place) as db:
            return db.read(lambda tx: _by_email(files, tx, place, email, address))
    except UnknownClinic:
        return None


def _by_email(files: ClinicFiles, tx: Transaction, place: str, email: str, address: str) -> Account | None:
    found = admins.by_email(tx, email) if place == PLATFORM else users.by_email(tx, email)
    return account(files, tx, place, found.id, address) if found is not None else None


def account(files: ClinicFiles, tx: Transaction, place: str, user_id: str, address: str = "") -> Account | None:
    """An account by its id, from a transaction of its place."""
    home = "select 1 from sessions where user_id = ? and address = ? and address <> '' limit 1"
    at_home = tx.value(home, (user_id, address)) is not None
    if place == PLATFORM:
        admin = admins.one(tx, user_id)
        if admin is None:
            return None
        return Account(
            place=place,
            clinic=NAME_OF_PLATFORM,
            id=admin.id,
            email=admin.email,
            name=admin.name,
            role="platform_admin",
            status=admin.status,
            language=admin.language,
            password_hash=admins.password_hash(tx, admin.id),
            at_home=at_home,
        )
    user, row = users.one(tx, user_id), files.row(place)
    if user is None:
        return None
    return Account(
        place=place,
        clinic=row.name if row else place,
        id=user.id,
        email=user.email or "",
        name=user.name,
        role=user.role,
        status=user.status,
        language=user.language,
        password_hash=users.password_hash(tx, user.id),
        clinic_suspended=row is not None and row.status == "suspended",
        at_home=at_home,
    )


def most_accounts(control: Transaction) -> int:
    """How many accounts one address has at most, within `MOST_AT_ONCE`: so many passwords are tried for any address."""
    sql = (
        "select max(accounts) from (select count(*) as accounts from"
        " (select email from logins union all select email from platform_admins) group by email)"
    )
    return min(int(control.value(sql) or 1), MOST_AT_ONCE)


def set_hash(tx: Transaction, known: Account, encoded: str, at: dt.datetime) -> None:
    """The same password, hashed as is due now."""
    if known.place == PLATFORM:
        admins.change(tx, known.id, at, password_hash=encoded)
    else:
        users.set_password_hash(tx, known.id, encoded)


def set_password(tx: Transaction, known: Account, encoded: str, at: dt.datetime, *, but: str = "") -> None:
    """Their own choice of another password; it ends every session of theirs but one."""
    if known.place != PLATFORM:
        user = users.one(tx, known.id)
        if user is not None:
            accounts.set_password(tx, user, encoded, Actor(known.who, frozenset()), at, but=but)
        return
    admins.change(tx, known.id, at, password_hash=encoded)
    sessions.end_all(tx, known.id, "password_changed", at, but=but)
    audit.write(tx, at=iso(at), who=known.who, action="users.password", subject="platform_admins", subject_id=known.id)


def logged_in(tx: Transaction, known: Account, at: dt.datetime) -> None:
    if known.place == PLATFORM:
        admins.logged_in(tx, known.id, at)
    else:
        users.logged_in(tx, known.id, at)


def record(tx: Transaction, known: Account, action: str, at: dt.datetime, session_id: str) -> None:
    """A line of the audit trail about one of their sessions."""
    audit.write(tx, at=iso(at), who=known.who, action=action, subject="sessions", subject_id=session_id)
