"""`atendeai user`: the people who may enter a clinic, and those who run the installation."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from atendeai.auth import accounts, admin_accounts, admins
from atendeai.auth.accounts import Switched
from atendeai.ops.clock import SystemClock
from atendeai.users import store
from atendeai.users.store import Language, User, UserRole
from atendeai_cli import admission, people, show
from atendeai_cli.errors import Misused
from atendeai_cli.files import Clinic, clinic_ids, opened
from atendeai_cli.options import Data, Json, settings_of
from atendeai_cli.people import OPERATOR, PasswordStdin, Platform, Whom

app = typer.Typer(
    help="Who may enter a clinic, and who runs the installation.", no_args_is_help=True, add_completion=False
)
Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The person's address.")]
Name = Annotated[str | None, typer.Option("--name", help="How the person is called.")]
Role = Annotated[UserRole | None, typer.Option("--role", help="What they may do; the first person is the owner.")]
Professional = Annotated[
    str | None, typer.Option("--professional", metavar="ID", help="Whose agenda a professional sees.")
]
Speaks = Annotated[Language, typer.Option("--language", help="Of the e-mails they get.")]


@app.command("create")
def create(
    whom: Whom,
    name: Name = None,
    role: Role = None,
    professional: Professional = None,
    language: Speaks = "pt",
    ask_password: Annotated[
        bool, typer.Option("--password", help="Choose their password now, and send no invitation.")
    ] = False,
    password_stdin: PasswordStdin = False,
    platform: Platform = False,
    json: Json = False,
    data: Data = None,
) -> None:
    """Let somebody in: with an invitation that is printed (and sent by e-mail where that is set up), or a password.

    Example: atendeai user create vila-serena helena@vilaserena.example --name "Helena Prado" --role owner
    """
    clinic, email = people.meant(whom, platform)
    settings = settings_of(data)
    with opened(data, make=platform) as files:
        if platform:
            admission.create_admin(files, email, name, language, password_stdin, json)
            return
        with files.clinic(clinic) as db:
            chosen = role or admission.first(db, clinic)
            plain = ask_password or password_stdin
            who = admission.new(email=email, name=name, role=chosen, professional_id=professional, language=language)
            about = people.told_about(files, clinic, who.name, email)
            encoded = people.hashed(people.password(about, password_stdin)) if plain else ""
            at = SystemClock().now()
            made = db.write(lambda tx: admission.let_in(tx, files, settings, clinic, who, encoded, at))
    admission.tell(made, json)


@app.command("list")
def everybody(
    clinic: Annotated[
        str | None,
        typer.Argument(metavar="[CLINIC]", help="Id of the clinic.", show_default=False, autocompletion=clinic_ids),
    ] = None,
    platform: Platform = False,
    json: Json = False,
    data: Data = None,
) -> None:
    """List a clinic's people, or those who run the installation."""
    if (clinic is None) != platform:
        raise Misused("Name a clinic, or say --platform.")
    with opened(data) as files:
        found: list[User | admins.Admin]
        if clinic is None:
            found = [*files.control().read(admins.everybody)]
        else:
            with files.clinic(clinic) as db:
                found = [*db.read(store.everybody)]
    if json:
        show.as_json(found)
    else:
        people.listed(found)


@app.command("invite")
def invite(
    clinic: Clinic,
    email: Email,
    name: Name = None,
    role: Role = None,
    professional: Professional = None,
    language: Speaks = "pt",
    json: Json = False,
    data: Data = None,
) -> None:
    """Invite somebody, or again whoever did not take the first invitation; that one counts no more.

    Example: atendeai user invite vila-serena rui@vilaserena.example --name "Rui Lima" --role receptionist
    """
    settings, at = settings_of(data), SystemClock().now()
    _, known = people.meant([clinic, email], platform=False)
    with opened(data) as files, files.clinic(clinic) as db:
        found = db.read(lambda tx: store.by_email(tx, known))
        if found is None:
            chosen = role or admission.first(db, clinic)
            who = admission.new(email=known, name=name, role=chosen, professional_id=professional, language=language)
            made = db.write(lambda tx: admission.let_in(tx, files, settings, clinic, who, "", at))
        else:
            made = db.write(lambda tx: admission.invite_again(tx, files, settings, clinic, known, at))
    admission.tell(made, json)


@app.command("set-password")
def set_password(
    whom: Whom, password_stdin: PasswordStdin = False, platform: Platform = False, data: Data = None
) -> None:
    """Give somebody another password; it logs them out everywhere. It also accepts a waiting invitation.

    Example: atendeai user set-password vila-serena helena@vilaserena.example
    """
    clinic, email = people.meant(whom, platform)
    at = SystemClock().now()
    with opened(data) as files:
        if platform:
            control = files.control()
            admin = control.read(lambda tx: people.admin_of(tx, email))
            encoded = people.hashed(people.password((admin.name, email), password_stdin))
            control.write(lambda tx: admin_accounts.set_password(tx, admin, encoded, people.WHO, at))
        else:
            with files.clinic(clinic) as db:
                user = db.read(lambda tx: people.user_of(tx, email, clinic))
                about = people.told_about(files, clinic, user.name, email)
                encoded = people.hashed(people.password(about, password_stdin))
                db.write(lambda tx: accounts.set_password(tx, people.user_of(tx, email, clinic), encoded, OPERATOR, at))
    show.line(f"{email} has a new password, and is logged out everywhere.", "green")


@app.command("role")
def role(
    clinic: Clinic,
    email: Email,
    role: Annotated[UserRole, typer.Argument(metavar="ROLE", help="What they may do from now on.")],
    json: Json = False,
    data: Data = None,
) -> None:
    """Give somebody another role; it logs them out everywhere. The last owner stays.

    Example: atendeai user role vila-serena ana@vilaserena.example manager
    """
    _, known = people.meant([clinic, email], platform=False)
    changes, at = accounts.Changes(role=role), SystemClock().now()
    with opened(data) as files, files.clinic(clinic) as db:
        changed = db.write(
            lambda tx: accounts.change(
                tx, files.control(), clinic, people.user_of(tx, known, clinic), changes, OPERATOR, at
            )
        )
    people.done(changed)
    if json:
        show.as_json(changed)
    else:
        show.line(f"{known} is {role} now.", "green")


@app.command("status")
def status(whom: people.WhomStatus, platform: Platform = False, json: Json = False, data: Data = None) -> None:
    """Suspend somebody, which logs them out everywhere, or let them in again. The last owner stays.

    Example: atendeai user status vila-serena ana@vilaserena.example suspended
    """
    clinic, email, wanted = people.meant(whom, platform, "active|suspended")
    try:
        switched = msgspec.convert(wanted, Switched)
    except msgspec.ValidationError:
        raise Misused(f"{wanted!r} is no status: write active or suspended.") from None
    at = SystemClock().now()
    with opened(data) as files:
        if platform:
            files.control().write(
                lambda tx: admin_accounts.switch(tx, people.admin_of(tx, email), switched, people.WHO, at)
            )
        else:
            with files.clinic(clinic) as db:
                people.done(
                    db.write(lambda tx: accounts.switch(tx, people.user_of(tx, email, clinic), switched, OPERATOR, at))
                )
    if json:
        show.as_json({"email": email, "status": switched})
    else:
        show.line(f"{email} is {switched} now.", "green")
