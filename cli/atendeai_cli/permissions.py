"""`atendeai permissions`: who may do what, as the one table says."""

from __future__ import annotations

import typer

from atendeai.auth.permissions import HOLDERS, OF_ROLE
from atendeai_cli import show
from atendeai_cli.options import Json

app = typer.Typer(add_completion=False)


@app.command()
def permissions(json: Json = False) -> None:
    """Show who may do what: people by their role, programs by the scopes of their key.

    A platform admin is who runs the installation; a platform guest is one of them whom a clinic let in for a time.

    Example: atendeai permissions --json
    """
    if json:
        show.as_json(HOLDERS)
        return
    columns = (*OF_ROLE, "key")
    rows = [(permission, *("✓" if one in who else "" for one in columns)) for permission, who in HOLDERS.items()]
    show.table(("permission", *(one.replace("_", " ") for one in columns)), rows)
