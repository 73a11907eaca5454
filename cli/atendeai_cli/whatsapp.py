"""`atendeai whatsapp`: which WhatsApp number speaks for which clinic."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct

from atendeai.clinic_files import ClinicFileBroken, ClinicFiles, UnknownClinic
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import SystemClock, iso
from atendeai.registry import NumberRow
from atendeai.settings import Settings
from atendeai.whatsapp.client import GraphClient
from atendeai.whatsapp.errors import Failure
from atendeai_cli import show
from atendeai_cli.errors import Failed, Misused
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json, Yes, settings_of
from atendeai_cli.people import WHO

WEBHOOK = "/webhook/whatsapp"

app = typer.Typer(help="Connect a clinic's WhatsApp number.", no_args_is_help=True, add_completion=False)


@app.command("connect")
def connect(
    clinic: Clinic,
    phone_number_id: Annotated[str | None, typer.Option("--phone-number-id", help="Meta's id of the number.")] = None,
    waba_id: Annotated[str | None, typer.Option("--waba-id", help="Id of the WhatsApp Business account.")] = None,
    display_phone: Annotated[
        str | None, typer.Option("--display-phone", help="The number as people read it; Meta is asked by default.")
    ] = None,
    access_token: Annotated[str | None, typer.Option("--access-token", help="Token of the system user.")] = None,
    access_token_file: Annotated[
        Path | None, typer.Option("--access-token-file", metavar="FILE", help="File that holds the token.")
    ] = None,
    app_secret: Annotated[
        str | None, typer.Option("--app-secret", help="Secret of the Meta app; two, comma separated, while it changes.")
    ] = None,
    app_secret_file: Annotated[
        Path | None, typer.Option("--app-secret-file", metavar="FILE", help="File that holds the secret.")
    ] = None,
    verify_token: Annotated[
        str | None, typer.Option("--verify-token", help="Token for the webhook's registration; made by default.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check/--no-check", help="Ask Meta whether number and token belong together.")
    ] = True,
    json: Json = False,
    data: Data = None,
) -> None:
    """Connect a number, or renew its token and secret.

    On a terminal you are asked for what is missing. What to type at Meta is printed at the end.

    Example: atendeai whatsapp connect vila-serena --phone-number-id 106540352242922 --access-token-file token.txt
    """
    settings = settings_of(data)
    with opened(data) as files:
        if files.row(clinic) is None:  # before anything is asked
            raise UnknownClinic(clinic)
        number = phone_number_id or _asked("Phone number id", "--phone-number-id")
        account = waba_id or _asked("WhatsApp Business account id", "--waba-id")
        token = _secret(access_token, access_token_file, "Access token", "--access-token")
        secret = _app_secret(settings, app_secret, app_secret_file)
        verify = verify_token or ("" if settings.whatsapp_verify_token else secrets.token_urlsafe(24))
        found = _check(settings, number, token) if check else ""
        phone = display_phone or found or number
        told = {"waba_id": account, "display_phone": phone}
        row = files.connect_number(
            clinic, number, account, phone, token, secret, verify, SystemClock().now(),
            lambda tx: _record(tx, "whatsapp.connected", number, told),
        )  # fmt: skip
    _tell(settings, row, verify, json)


def _record(tx: Transaction, action: str, number: str, new: dict[str, str] | None = None) -> None:
    at, subject = iso(SystemClock().now()), "whatsapp_configurations"
    audit.write(tx, at=at, who=WHO, action=action, subject=subject, subject_id=number, new=new)


def _asked(question: str, option: str, hidden: bool = False) -> str:
    """The answer of whoever sits at the terminal. Raises Misused where nobody does."""
    if not show.asks():
        raise Misused(f"{question} is missing: give it with {option}.")
    answer: str = typer.prompt(question, hide_input=hidden)
    return answer.strip()


def _secret(given: str | None, file: Path | None, question: str, option: str) -> str:
    if given and file:
        raise Misused(f"{option} and {option}-file are both given: give one of them.")
    if file is None:
        return (given or _asked(question, f"{option}-file", hidden=True)).strip()
    try:
        return file.read_text("utf-8").strip()
    except (OSError, ValueError) as error:
        raise Misused(f"{file} cannot be read as text: give {option}-file a file that holds the secret.") from error


def _app_secret(settings: Settings, given: str | None, file: Path | None) -> str:
    """One app of the platform may speak for all numbers; then a number needs no secret of its own."""
    if settings.whatsapp_app_secrets and not given and not file:
        return ""
    return _secret(given, file, "App secret", "--app-secret")


def _check(settings: Settings, number: str, token: str) -> str:
    """The number as Meta shows it. Raises Failed when Meta refuses id or token, or is not to be reached."""
    with GraphClient(settings.graph_url, settings.graph_version, settings.send_timeout_seconds) as graph:
        found = graph.phone_number(number, token)
    if isinstance(found, Failure):
        raise Failed(f"Nothing was connected. {str(found).rstrip('.')}. --no-check connects without asking Meta.")
    return found.display_phone_number


def _tell(settings: Settings, row: NumberRow, verify: str, json: bool) -> None:
    callback = f"{settings.public_url or 'https://YOUR-ADDRESS'}{WEBHOOK}"
    if json:
        show.as_json(
            {
                "clinic_id": row.clinic_id,
                "phone_number_id": row.phone_number_id,
                "display_phone": row.display_phone,
                "callback_url": callback,
                "verify_token": verify or None,
            }
        )
        return
    show.line(f"{row.display_phone} now speaks for {row.clinic_id}.", "green")
    show.line("At Meta, in your app under WhatsApp > Configuration, register the webhook:")
    show.facts(
        (("  Callback URL", callback), ("  Verify token", verify or "the one in ATENDEAI_WHATSAPP_VERIFY_TOKEN"))
    )
    show.line("and subscribe to its field `messages`.")
    if not settings.public_url:
        show.line("Set ATENDEAI_PUBLIC_URL to your server's address to see the whole URL here.", "dim")


class Listed(Struct, frozen=True, kw_only=True):
    """A number as `whatsapp list` prints it."""

    phone_number_id: str
    display_phone: str
    clinic_id: str
    waba_id: str
    state: str
    paused_reason: str | None = None


@app.command("list")
def numbers(json: Json = False, data: Data = None) -> None:
    """List the connected numbers and whether they may send."""
    with opened(data) as files:
        found = [_listed(files, row) for row in files.numbers()]
    if json:
        show.as_json(found)
        return
    rows = [
        (one.phone_number_id, one.display_phone, one.clinic_id, one.waba_id, one.state, one.paused_reason)
        for one in found
    ]
    columns = ("phone number id", "number", "clinic", "WABA", "state", "because")
    show.table(columns, rows, "No number is connected: `atendeai whatsapp connect` connects one.")


def _listed(files: ClinicFiles, row: NumberRow) -> Listed:
    sql = "select state, paused_reason from whatsapp_configurations where phone_number_id = ?"
    try:
        with files.clinic(row.clinic_id) as db:
            known = db.read(lambda tx: tx.dicts(sql, (row.phone_number_id,)))
    except ClinicFileBroken as broken:
        known = [{"state": "unknown", "paused_reason": str(broken)}]
    return Listed(
        phone_number_id=row.phone_number_id,
        display_phone=row.display_phone,
        clinic_id=row.clinic_id,
        waba_id=row.waba_id,
        **(known[0] if known else {"state": "unknown"}),
    )


@app.command("disconnect")
def disconnect(
    phone_number_id: Annotated[
        str, typer.Argument(metavar="PHONE_NUMBER_ID", help="As `atendeai whatsapp list` shows it.")
    ],
    yes: Yes = False,
    data: Data = None,
) -> None:
    """Disconnect a number and forget its token; conversations stay."""
    with opened(data) as files:
        if files.number(phone_number_id) is None:
            raise Failed(f"No number {phone_number_id!r} is connected: `atendeai whatsapp list` shows which are.")
        show.agree(f"Disconnect {phone_number_id}?", yes)
        files.disconnect_number(phone_number_id, lambda tx: _record(tx, "whatsapp.disconnected", phone_number_id))
    show.line(f"{phone_number_id} is disconnected.")
