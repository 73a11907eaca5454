"""What the commands about people share: whom they mean, the passwords they ask for, and how people are shown."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from atendeai.auth import admins
from atendeai.auth.account_rules import Actor, Refused
from atendeai.auth.admins import Admin
from atendeai.auth.passwords import Passwords, weakness
from atendeai.auth.permissions import USER_ROLES
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.users import addresses, store
from atendeai.users.invitations import Invitation
from atendeai.users.store import User
from atendeai_cli import show
from atendeai_cli.errors import Failed, Misused
from atendeai_cli.files import clinic_ids

WHO = "cli"
OPERATOR = Actor(WHO, frozenset(USER_ROLES))  # whoever has the files can do everything anyway

Platform = Annotated[bool, typer.Option("--platform", help="Of those who run the installation, not of a clinic.")]
PasswordStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from the standard input, not from the terminal.")
]
Whom = Annotated[
    list[str],
    typer.Argument(
        metavar="[CLINIC] EMAIL", help="The clinic's id and the person's address.", autocompletion=clinic_ids
    ),
]
WhomStatus = Annotated[
    list[str],
    typer.Argument(
        metavar="[CLINIC] EMAIL active|suspended",
        help="The clinic's id, the person's address, and what they are to be.",
        autocompletion=clinic_ids,
    ),
]


def meant(words: Sequence[str], platform: bool, rest: str = "") -> tuple[str, ...]:
    """The clinic's id ("" with --platform), and the address in lower case, and what `rest` names, if anything."""
    wanted = 1 + (not platform) + bool(rest)
    if len(words) != wanted:
        called = " ".join(filter(None, ["--platform" if platform else "CLINIC", "EMAIL", rest]))
        raise Misused(f"Name {called}: {len(words)} of these words were given.")
    clinic, email, *more = ["", *words] if platform else words
    return (clinic, addresses.normal(email), *more)


def password(about: Iterable[str], from_stdin: bool) -> str:
    """A password that may be had; asked for twice without echo, or the first line of the standard input."""
    if from_stdin:
        given = sys.stdin.readline().rstrip("\r\n")
    elif show.asks():
        given = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    else:
        raise Misused("Nobody is here to type a password: pipe it in with --password-stdin.")
    weak = weakness(given, list(about))
    if weak is not None:
        raise Failed(weak.advice)
    return given


def hashed(plain: str) -> str:
    return Passwords().hash(plain)


def user_of(tx: Transaction, email: str, clinic: str) -> User:
    user = store.by_email(tx, email)
    if user is None:
        raise Failed(f"Nobody has the address {email!r}: `atendeai user list {clinic}` shows who there is.")
    return user


def admin_of(control: Transaction, email: str) -> Admin:
    admin = admins.by_email(control, email)
    if admin is None:
        raise Failed(f"Nobody has the address {email!r}: `atendeai user list --platform` shows who there is.")
    return admin


def done(outcome: object) -> None:
    """Raises Failed for what was refused."""
    if isinstance(outcome, Refused):
        raise Failed(outcome.sentence)


def listed(people: Sequence[User | Admin]) -> None:
    rows = [
        (
            one.email,
            one.name,
            one.role if isinstance(one, User) else "platform admin",
            one.status,
            show.when(one.last_login_at),
            one.id,
        )
        for one in people
    ]
    empty = "Nobody yet: `atendeai user create` lets somebody in."
    show.table(("e-mail", "name", "role", "status", "last log-in", "id"), rows, empty)


def invited(invitation: Invitation, name: str) -> None:
    """The token stands alone on the first line, for whoever pipes it on."""
    show.line(invitation.token, "bold")
    until = show.when(invitation.expires_at)
    how = f"They open {invitation.link}" if invitation.link else "They choose a password with it in the panel"
    show.line(f"This lets {name} in, once, until {until}. {how}. It cannot be shown again.", "dim")
    if invitation.mailed:
        show.line("An e-mail with it is on its way.", "dim")


def told_about(files: ClinicFiles, clinic: str, *more: str) -> list[str]:
    """What others know of somebody, and no password may be made of."""
    row = files.row(clinic) if clinic else None
    return [*more, *([row.name, row.id] if row else [])]
