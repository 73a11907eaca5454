"""A town with a real server, a stand-in for Meta, and patients with phones: everything over real HTTP."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import httpx
import uvicorn
from world import context_of

from atendeai.app import create_app
from atendeai.appointment import store as agenda
from atendeai.appointment.model import Appointment
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext
from atendeai.database import Transaction
from atendeai.ops.clock import Clock, SystemClock
from atendeai.settings import Settings
from atendeai.whatsapp.standin.phone import Phone
from atendeai.whatsapp.standin.server import DEFAULT_TOKEN, StandIn
from atendeai.whatsapp.standin.store import Sent

T = TypeVar("T")

SECRET = "app-secret-of-the-tests"
EXAMPLE = Path(__file__).parents[2] / "examples" / "clinic-context.json"
SERENA, AURORA = "vila-serena", "aurora"
NUMBERS = {SERENA: "100000000000001", AURORA: "100000000000002"}


def found_clinics(data: Path, context: ClinicContext | None = None) -> None:
    """Two clinics, each with its own number, both with the example's document."""
    files = ClinicFiles(data)
    now = SystemClock().now()
    for clinic_id, phone_number_id in NUMBERS.items():
        files.create(clinic_id, clinic_id, now)
        with files.clinic(clinic_id) as db:
            db.write(lambda tx: versions.load(tx, context or context_of(EXAMPLE), "example", now))
        files.connect_number(
            clinic_id, phone_number_id, "200000000000001", "+55 48 3000-0000", DEFAULT_TOKEN, SECRET, "verify-me", now
        )
    files.close()


class Town:
    """One server process' worth of AtendeAI, in a thread."""

    def __init__(self, data: Path, *, clock: Clock | None = None, **changes: Any) -> None:
        self.standin = StandIn()
        graph_url = self.standin.start()
        options: dict[str, Any] = {"burst_seconds": 0.0, "sweep_seconds": 1.0, "log_level": "WARNING"} | changes
        self.settings = Settings(data=data, graph_url=graph_url, **options)
        self.app = create_app(self.settings, clock=clock)
        self._server = uvicorn.Server(
            uvicorn.Config(self.app, host="127.0.0.1", port=0, log_config=None, access_log=False, ws="none")
        )
        self._thread = threading.Thread(target=self._server.run)
        self._thread.start()
        deadline = time.monotonic() + 10
        while not self._server.started and time.monotonic() < deadline:
            time.sleep(0.005)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.http = httpx.Client(base_url=self.url, timeout=20, trust_env=False)
        for phone_number_id in NUMBERS.values():
            self.standin.subscribe(self.webhook, SECRET.encode(), number=phone_number_id)

    @property
    def webhook(self) -> str:
        return f"{self.url}/webhook/whatsapp"

    @property
    def files(self) -> ClinicFiles:
        files: ClinicFiles = self.app.state.files
        return files

    def phone(self, wa_id: str = "5548999990001", clinic: str = SERENA, **details: Any) -> Phone:
        return Phone(
            self.webhook,
            secret=SECRET.encode(),
            phone_number_id=NUMBERS[clinic],
            wa_id=wa_id,
            standin=self.standin,
            **details,
        )

    def read(self, work: Callable[[Transaction], T], clinic: str = SERENA) -> T:
        with self.files.clinic(clinic) as db:
            return db.read(work)

    def rows(self, sql: str, *params: Any, clinic: str = SERENA) -> list[dict[str, Any]]:
        return self.read(lambda tx: tx.dicts(sql, params), clinic)

    def agenda(self, clinic: str = SERENA) -> list[Appointment]:
        return self.read(lambda tx: agenda.agenda(tx, 0, 2**40), clinic)

    def stop(self) -> None:
        self.http.close()
        self._server.should_exit = True
        self._thread.join(20)
        self.standin.stop()


def exchange(phone: Phone, say: Callable[[], object], timeout: float = 10.0) -> Sent:
    """Say or tap something and wait for the answer to it."""
    before = len(phone.replies())
    say()
    return phone.waits_for(before + 1, timeout)[-1]


def eventually(check: Callable[[], T], timeout: float = 10.0) -> T:
    """The first truthy value of `check`; AssertionError when none came in time."""
    deadline = time.monotonic() + timeout
    while not (value := check()):
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)
    return value
