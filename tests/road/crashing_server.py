"""The real server in processes of its own, each of which may be told to die between two steps of the road.

Run as a script it reads orders from stdin, one JSON object a line, and forks a server for each: the imports are
paid once, and every server is a process that can be killed like any other. Nothing of the product knows of it: the
steps are what Python's profiler and SQLite's commit hooks see anyway.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import tempfile
import threading
from collections import Counter
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import apsw
import msgspec
import uvicorn
from msgspec import Struct

from atendeai.app import create_app
from atendeai.ops import logging as house_logging
from atendeai.settings import Settings

# The functions whose beginning and end are steps: everything of the road's pages, and where bytes are written.
PAGES = ("road.py", "turn.py", "inbox.py", "outbox.py", "delivery.py", "whatsapp/webhook.py")
PLACES = {
    "atendeai/tasks.py": ("WakingStorage.enqueue", "WakingStorage.dequeue"),
    "atendeai/whatsapp/client.py": ("GraphClient.send", "GraphClient._post"),
    "httpcore/_sync/http11.py": (
        "HTTP11Connection._send_request_headers",
        "HTTP11Connection._send_request_body",
        "HTTP11Connection._receive_response_headers",
    ),
}
FIRST = "begin webhook.receive"  # nothing counts before the first body comes in


class Order(Struct, kw_only=True):
    """What a server is to be. `die_at` is a step and which time of it; `steps` is a file to list them in."""

    settings: dict[str, Any]
    die_at: tuple[str, int] | None = None
    steps: str | None = None


class Watch:
    """Counts the steps since the first webhook, and ends the process at the planned one."""

    def __init__(self, order: Order) -> None:
        self._die_at = order.die_at
        self._list = Path(order.steps).open("w", buffering=1) if order.steps else None  # noqa: SIM115 (for ever)
        self._names: dict[CodeType, str | None] = {}
        self._seen: Counter[str] = Counter()
        self._lock = threading.Lock()

    def begin(self) -> None:
        if self._die_at is None and self._list is None:
            return
        apsw.connection_hooks.append(self._watch_commits)
        threading.setprofile(self._profile)
        sys.setprofile(self._profile)

    def _watch_commits(self, connection: apsw.Connection) -> None:
        name = {"control": "control", "quarantine": "quarantine"}.get(Path(connection.filename).stem, "clinic")

        def before() -> bool:
            self.step(f"before commit of {name}")
            return False

        def after(*_: object) -> int:
            self.step(f"after commit of {name}")
            return 0

        connection.set_commit_hook(before)
        connection.set_wal_hook(after)

    def _profile(self, frame: FrameType, event: str, result: object) -> None:
        if event not in ("call", "return"):
            return
        code = frame.f_code
        if code not in self._names:
            self._names[code] = _name(code)
        name = self._names[code]
        if name is None or (name == "tasks.WakingStorage.dequeue" and result is None):
            return
        self.step(f"{'begin' if event == 'call' else 'end'} {name}")

    def step(self, name: str) -> None:
        with self._lock:
            if not self._seen and name != FIRST:
                return
            self._seen[name] += 1
            if self._list is not None:
                self._list.write(f"{name}\n")
            if self._die_at == (name, self._seen[name]):
                os.kill(os.getpid(), signal.SIGKILL)


def _name(code: CodeType) -> str | None:
    """`outbox.claim` for a function that is a step."""
    if "<" in code.co_name:  # a lambda or a comprehension
        return None
    for place, names in PLACES.items():
        if code.co_filename.endswith(place) and code.co_qualname in names:
            return f"{Path(place).stem}.{code.co_qualname}"
    if any(code.co_filename.endswith(f"/atendeai/{page}") for page in PAGES):
        return f"{Path(code.co_filename).stem}.{code.co_qualname}"
    return None


def serve(order: Order) -> None:
    """Serve until somebody stops or kills this process."""
    faulthandler.register(signal.SIGUSR1)  # for whoever wonders what a server is waiting for
    Watch(order).begin()
    settings = Settings(**order.settings | {"data": Path(order.settings["data"])})
    house_logging.configure(settings.log_level, "json", sys.stderr)
    app = create_app(settings)
    uvicorn.run(app, host=settings.host, port=settings.port, log_config=None, access_log=False, ws="none")


def warm_up() -> None:
    """Whatever the first application of a process pays for, once for all its children."""
    with tempfile.TemporaryDirectory() as scratch:
        app = create_app(Settings(data=Path(scratch)), work=False)
        app.state.files.close()


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not waited for
    warm_up()
    for line in iter(sys.stdin.buffer.readline, b""):
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
            os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
            serve(msgspec.json.decode(line, type=Order))
            os._exit(0)
        print(child, flush=True)


if __name__ == "__main__":
    main()
