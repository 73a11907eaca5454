"""`atendeai serve`: the server, in this process, until it is told to stop."""

from __future__ import annotations

import socket
from typing import Annotated

import typer
import uvicorn

from atendeai.app import create_app
from atendeai.ops import logging
from atendeai_cli import show
from atendeai_cli.errors import Failed
from atendeai_cli.files import sentences
from atendeai_cli.options import Data, settings_of

BACKLOG = 2048
PATIENCE = 10  # seconds that open requests get when the server is told to stop

app = typer.Typer(add_completion=False)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on; ATENDEAI_HOST by default.")] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="Port; ATENDEAI_PORT by default, 0 is any free one.")
    ] = None,
    data: Data = None,
) -> None:
    """Run the server until Ctrl-C or SIGTERM.

    Example: atendeai serve --data /var/lib/atendeai --port 8080
    """
    settings = settings_of(data)
    with _listening(host or settings.host, settings.port if port is None else port) as listening, sentences():
        logging.configure(settings.log_level, settings.log_format)
        server = uvicorn.Server(
            uvicorn.Config(
                create_app(settings),
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=PATIENCE,
            )
        )
        show.line(f"AtendeAI listens on {_address(listening)} (API: {_address(listening)}/docs)")
        try:
            server.run(sockets=[listening])
        except KeyboardInterrupt:  # raised once more by uvicorn after it has stopped in order
            return
    if not server.started:
        raise Failed("The server did not start; the log above says why.")


def _listening(host: str, port: int) -> socket.socket:
    """Bound before anything else is done, so that a taken port is one clear sentence."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family, backlog=BACKLOG)
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]
        raise Failed(f"Cannot listen on {host}:{port} ({reason}): choose others with --host and --port.") from error


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
