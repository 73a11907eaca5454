"""`python -m atendeai.whatsapp.standin`: the stand-in on a port of its own, printing what it is sent."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from atendeai.whatsapp.identity import shown
from atendeai.whatsapp.standin.server import DEFAULT_TOKEN, StandIn


def main(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1; 0 takes a free one.")] = 8099,
    webhook_url: Annotated[str, typer.Option(help="Where signed statuses go; none without it.")] = "",
    app_secret: Annotated[str, typer.Option(envvar="APP_SECRET", help="Signs the statuses.")] = "",
    token: Annotated[str, typer.Option(envvar="GRAPH_TOKEN", help="The only token it takes.")] = DEFAULT_TOKEN,
) -> None:
    """Answer like Meta's Graph API until Ctrl-C."""
    console = Console()
    with StandIn(port=port, token=token, webhook=webhook_url or None, app_secret=app_secret.encode()) as standin:
        console.print(f"Graph API stand-in on [bold]{standin.url}[/bold]")
        seen = 0
        try:
            while True:
                for sent in standin.since(seen):
                    seen += 1
                    console.print(f"→ {shown(sent.to)}\n{sent.text}\n", markup=False, highlight=False)
        except KeyboardInterrupt:
            console.print("Stopped.")


if __name__ == "__main__":
    typer.run(main)
