"""Getting an account: with an invitation, or by asking for one where a clinic lets everybody ask."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from atendeai.auth import accounts, places, refusals, throttle, user_tokens
from atendeai.auth.account_rules import Actor
from atendeai.auth.login import Entrance
from atendeai.auth.principal import PLATFORM
from atendeai.clinic_files import ClinicFiles, UnknownClinic
from atendeai.clinics import configuration
from atendeai.database import Database, Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso
from atendeai.ops.ids import new_id
from atendeai.ops.origin import origin
from atendeai.users import addresses, store
from atendeai.users.store import User

# Everybody may ask: a few from one address, for each waits to be looked at.
ASKING = throttle.Rule(free=5, forgotten=dt.timedelta(hours=1))


class Registered(Struct, frozen=True):
    """`active` may log in now; `pending` waits for somebody of the clinic."""

    clinic_id: str
    email: str
    status: Literal["active", "pending"]


class Asked(Struct, frozen=True, kw_only=True):
    """Somebody who asks for an account at a clinic."""

    clinic_id: str
    email: str
    name: str
    password: str


async def accept(entrance: Entrance, token: str, name: str | None, password: str) -> Registered:
    """Take an invitation. Raises Problem: 403 `clinic_suspended`, 410 `token_over`, 422 `weak_password`."""
    known = await entrance.aside(invited, entrance.files, token, "invitation", entrance.clock.now())
    encoded = await entrance.passwords.accepted(password, (*known.about, name or ""))
    return await entrance.aside(_accept, entrance, known, token, name, encoded)


def invited(files: ClinicFiles, token: str, purpose: user_tokens.Purpose, at: dt.datetime) -> places.Account:
    """Whose a token is. Raises Problem 410 `token_over`, 403 `clinic_suspended`."""
    place = user_tokens.place_of(token)
    if place is None:
        raise refusals.token_over()
    try:
        with places.opened(files, place) as db:
            known = db.read(lambda tx: _of_token(files, tx, place, token, purpose, at))
    except UnknownClinic:
        raise refusals.token_over() from None
    if known is None:
        raise refusals.token_over()
    if known.clinic_suspended:
        raise refusals.clinic_suspended()
    return known


def _of_token(
    files: ClinicFiles, tx: Transaction, place: str, token: str, purpose: user_tokens.Purpose, at: dt.datetime
) -> places.Account | None:
    user_id = user_tokens.whose(tx, token, purpose, at)
    return places.account(files, tx, place, user_id) if user_id is not None else None


def _accept(entrance: Entrance, known: places.Account, token: str, name: str | None, encoded: str) -> Registered:
    at = entrance.clock.now()

    def take(tx: Transaction) -> bool:
        user = store.one(tx, known.id)
        if user_tokens.use(tx, token, "invitation", at) is None or user is None or user.status != "invited":
            return False
        accounts.set_password(tx, user, encoded, Actor(known.who, frozenset()), at)
        new = {"status": "active", "name": name.strip() if name else user.name}
        store.change(tx, user.id, at, name=new["name"])
        _record(tx, user.id, "users.accepted", at, *audit.changed({"status": user.status, "name": user.name}, new))
        return True

    with places.opened(entrance.files, known.place) as db:
        if known.place == PLATFORM or not db.write(take):
            raise refusals.token_over()
    return Registered(known.place, known.email, "active")


async def ask(entrance: Entrance, asked: Asked) -> Registered:
    """Ask for an account. The answer is the same when the address has one, which then stays as it is.

    Raises Problem: 403 `registration_closed`, 422 `weak_password`, 429 `too_many_attempts`.
    """
    clinic = await entrance.aside(_open, entrance, asked.clinic_id)
    encoded = await entrance.passwords.accepted(asked.password, (asked.name, asked.email, clinic))
    return await entrance.aside(_ask, entrance, asked, encoded)


def _open(entrance: Entrance, clinic_id: str) -> str:
    """The name of a clinic that everybody may ask. Counts the asking."""
    key = throttle.address_of(origin().address, "register")
    entrance.begin({key: ASKING}, count=key)
    row = entrance.files.row(clinic_id)
    try:
        with entrance.files.clinic(clinic_id) as db:
            kept = db.read(configuration.read).configuration
    except UnknownClinic:
        raise refusals.registration_closed() from None
    if row is None or row.status == "suspended" or not kept.open_registration:
        raise refusals.registration_closed()
    return row.name


def _ask(entrance: Entrance, asked: Asked, encoded: str) -> Registered:
    at, email = entrance.clock.now(), addresses.normal(asked.email)
    user = User(
        id=new_id(), email=email, name=asked.name.strip(), role="read_only", status="pending",
        created_at=at, updated_at=at,
    )  # fmt: skip
    control = entrance.files.control()
    try:
        with entrance.files.clinic(asked.clinic_id) as db:
            db.write(lambda tx: _add(tx, control, asked.clinic_id, user, encoded, at))
    except UnknownClinic:
        raise refusals.registration_closed() from None
    return Registered(asked.clinic_id, email, "pending")


def _add(tx: Transaction, control: Database, clinic_id: str, user: User, encoded: str, at: dt.datetime) -> None:
    email = str(user.email)
    if store.by_email(tx, email) is not None:
        return
    addresses.enter(control, clinic_id, email)
    store.add(tx, user)
    store.set_password_hash(tx, user.id, encoded)
    _record(tx, user.id, "users.registered", at, None, {"email": email, "name": user.name, "status": user.status})


def _record(
    tx: Transaction, user_id: str, action: str, at: dt.datetime, old: dict[str, str] | None, new: dict[str, str]
) -> None:
    audit.write(
        tx, at=iso(at), who=f"user:{user_id}", action=action, subject="users", subject_id=user_id, old=old, new=new
    )
