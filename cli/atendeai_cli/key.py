"""`atendeai key`: the keys with which programs reach a clinic over the API."""

from __future__ import annotations

from typing import Annotated

import typer

from atendeai.auth import keys
from atendeai.ops.clock import SystemClock
from atendeai_cli import show
from atendeai_cli.errors import Failed
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json

app = typer.Typer(
    help="Keys with which programs reach a clinic over the API.", no_args_is_help=True, add_completion=False
)


@app.command("create")
def create(
    clinic: Clinic,
    name: Annotated[str, typer.Option("--name", help="What the key is for.")] = "api",
    json: Json = False,
    data: Data = None,
) -> None:
    """Make a key and show it, this once.

    Example: atendeai key create vila-serena --name site
    """
    with opened(data) as files, files.clinic(clinic) as db:
        key = db.write(lambda tx: keys.create(tx, clinic, name, SystemClock().now()))
    if json:
        show.as_json({"id": key.id, "name": name, "key": key.plain})
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
        (key.id, key.name, show.when(key.created_at), show.when(key.last_used_at), show.when(key.revoked_at))
        for key in found
    ]
    show.table(("id", "name", "created", "last used", "revoked"), rows)


@app.command("revoke")
def revoke(
    clinic: Clinic,
    key: Annotated[str, typer.Argument(metavar="ID", help="Id of the key, as `atendeai key list` shows it.")],
    data: Data = None,
) -> None:
    """Revoke a key: from now on it opens nothing."""
    with opened(data) as files, files.clinic(clinic) as db:
        revoked = db.write(lambda tx: keys.revoke(tx, key, SystemClock().now()))
    if not revoked:
        raise Failed(f"There is no key {key!r} in use: `atendeai key list {clinic}` shows which there are.")
    show.line(f"Key {key} is revoked.")
