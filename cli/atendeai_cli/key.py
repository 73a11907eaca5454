"""`atendeai key`: the keys with which programs reach a clinic over the API, and those that sign log-ins."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from atendeai.auth import key_rules, keys
from atendeai.auth.access import KEPT_AFTER_ROTATION, SigningKeys
from atendeai.auth.key_rules import KeyRefused
from atendeai.auth.permissions import OF_KEYS
from atendeai.ops.clock import SystemClock
from atendeai_cli import show
from atendeai_cli.errors import Failed, Misused
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json
from atendeai_cli.people import WHO

app = typer.Typer(
    help="Keys with which programs reach a clinic over the API, and those that sign log-ins.",
    no_args_is_help=True,
    add_completion=False,
)


@app.command("create")
def create(
    clinic: Clinic,
    name: Annotated[str, typer.Option("--name", help="What the key is for.")] = "api",
    scope: Annotated[
        list[str] | None,
        typer.Option("--scope", help="What it may do, as `atendeai permissions` lists it; several times for more."),
    ] = None,
    days: Annotated[int | None, typer.Option("--days", min=1, max=36_500, help="How long it is good for.")] = None,
    json: Json = False,
    data: Data = None,
) -> None:
    """Make a key and show it, this once. Without --scope it may only converse.

    Example: atendeai key create vila-serena --name panel --scope users:list --scope patients:read --days 365
    """
    at, scopes = SystemClock().now(), scope or [*keys.CONVERSE]
    ends = at + dt.timedelta(days=days) if days else None
    with opened(data) as files, files.clinic(clinic) as db:
        key = db.write(
            lambda tx: key_rules.grant(tx, clinic, name, at, scopes=scopes, has=OF_KEYS, by=WHO, expires_at=ends)
        )
    if isinstance(key, KeyRefused):
        raise Misused(f"{key.errors[0]['message']}: `atendeai permissions` shows in its last column what one can have.")
    if json:
        show.as_json({"id": key.id, "name": name, "scopes": sorted(set(scopes)), "expires_at": ends, "key": key.plain})
        return
    show.line(key.plain, "bold")
    show.line("Keep it now: it cannot be shown again. Send it as `Authorization: Bearer <key>`.", "dim")


@app.command("list")
def all_keys(clinic: Clinic, json: Json = False, data: Data = None) -> None:
    """List a clinic's keys, revoked ones too."""
    with opened(data) as files, files.clinic(clinic) as db:
        found = db.read(keys.all_keys)
    if json:
        show.as_json(found)
        return
    rows = [
        (
            key.id,
            key.name,
            ", ".join(key.scopes),
            show.when(key.created_at),
            show.when(key.expires_at),
            show.when(key.last_used_at),
            show.when(key.revoked_at),
        )
        for key in found
    ]
    show.table(("id", "name", "may", "created", "ends", "last used", "revoked"), rows)


@app.command("revoke")
def revoke(
    clinic: Clinic,
    key: Annotated[str, typer.Argument(metavar="ID", help="Id of the key, as `atendeai key list` shows it.")],
    data: Data = None,
) -> None:
    """Revoke a key: from now on it opens nothing."""
    with opened(data) as files, files.clinic(clinic) as db:
        revoked = db.write(lambda tx: key_rules.take_back(tx, key, WHO, SystemClock().now()))
    if not revoked:
        raise Failed(f"There is no key {key!r} in use: `atendeai key list {clinic}` shows which there are.")
    show.line(f"Key {key} is revoked.")


@app.command("rotate")
def rotate(json: Json = False, data: Data = None) -> None:
    """Sign log-ins with a new key from now on, also while the server runs. Nobody is logged out.

    Example: atendeai keys rotate
    """
    with opened(data) as files:
        kid = SigningKeys(files).rotate(SystemClock().now(), WHO)
    if json:
        show.as_json({"kid": kid})
        return
    show.line(f"Log-ins are signed with the key {kid} now.", "green")
    kept = round(KEPT_AFTER_ROTATION.total_seconds() / 60)
    show.line(
        f"What the one before it signed counts until it is over; the next rotation after {kept} minutes drops it.",
        "dim",
    )
