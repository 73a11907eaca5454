"""Letting people in from the command line: who comes first, invitations and what is printed of them."""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec import Struct

from atendeai.auth import accounts, admin_accounts
from atendeai.auth.account_rules import Refused
from atendeai.auth.accounts import Invited, NewUser
from atendeai.auth.admins import Admin
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Database, Transaction
from atendeai.ops.clock import SystemClock
from atendeai.ops.ids import new_id
from atendeai.settings import Settings
from atendeai.users import invitations, store
from atendeai.users.invitations import Invitation
from atendeai.users.store import Language, User, UserRole
from atendeai_cli import people, show
from atendeai_cli.errors import Failed, Misused
from atendeai_cli.people import OPERATOR


class Created(Struct, frozen=True):
    """What `user create` and `user invite` print with --json; without a password there is an invitation."""

    user: User
    invitation: Invitation | None


def first(db: Database, clinic: str) -> UserRole:
    if db.read(store.everybody):
        raise Misused(f"{clinic} has people already: say with --role what this one may do.")
    return "owner"


def new(**values: str | None) -> NewUser:
    """What was said of somebody. Raises Misused."""
    if not values["name"]:
        raise Misused("How is this person called? Say it with --name.")
    try:
        return msgspec.convert(values, NewUser)
    except msgspec.ValidationError as error:
        raise Misused(f"This is nobody who can be let in: {str(error).replace('`', '')}.") from error


def let_in(
    tx: Transaction, files: ClinicFiles, settings: Settings, clinic: str, who: NewUser, encoded: str, at: dt.datetime
) -> Created | Refused:
    if encoded:
        user = accounts.add(tx, files.control(), clinic, who, OPERATOR, at, encoded)
        return user if isinstance(user, Refused) else Created(user, None)
    made = accounts.invite(tx, files.control(), clinic, who, OPERATOR, at)
    return made if isinstance(made, Refused) else _invited(tx, files, settings, clinic, made, at)


def invite_again(
    tx: Transaction, files: ClinicFiles, settings: Settings, clinic: str, email: str, at: dt.datetime
) -> Created | Refused:
    made = accounts.invite_again(tx, clinic, people.user_of(tx, email, clinic), OPERATOR, at)
    return made if isinstance(made, Refused) else _invited(tx, files, settings, clinic, made, at)


def _invited(
    tx: Transaction, files: ClinicFiles, settings: Settings, clinic: str, made: Invited, at: dt.datetime
) -> Created:
    issued = made.invitation
    told = invitations.told(
        tx, files, settings, clinic_id=clinic, user=made.user, token=issued.token, expires_at=issued.expires_at, at=at
    )
    return Created(made.user, told)


def tell(made: Created | Refused, json: bool) -> None:
    if isinstance(made, Refused):
        raise Failed(made.sentence)
    if json:
        show.as_json(made)
    elif made.invitation is not None:
        people.invited(made.invitation, made.user.name)
    else:
        show.line(f"{made.user.name} may log in as {made.user.email}, as {made.user.role}.", "green")


def create_admin(
    files: ClinicFiles, email: str, name: str | None, language: Language, password_stdin: bool, json: bool
) -> None:
    """They have no clinic that could invite them: so the password is chosen now."""
    name = new(email=email, name=name, role="owner").name.strip()  # for what it says of names and addresses
    encoded = people.hashed(people.password((name, email), password_stdin))
    at = SystemClock().now()
    admin = Admin(id=new_id(), email=email, name=name, language=language, created_at=at, updated_at=at)
    if not files.control().write(lambda tx: admin_accounts.add(tx, admin, encoded, people.WHO)):
        raise Failed(f"{email} has an account already: `atendeai user set-password --platform {email}`.")
    if json:
        show.as_json(admin)
    else:
        show.line(f"{name} may log in as {email}, as platform admin.", "green")
