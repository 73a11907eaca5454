"""A real server on a port of this machine, and clinics made for one conversation each, with an agenda half full."""

from __future__ import annotations

import contextlib
import datetime as dt
import random
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import httpx
import uvicorn

from atendeai.app import create_app
from atendeai.appointment import booking, ledger, store
from atendeai.appointment.agenda import LiveAgenda
from atendeai.appointment.desk import footprint
from atendeai.appointment.model import Booked, Slot, Wish
from atendeai.auth import keys
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.reading import read_context
from atendeai.conversation.contacts import contact_for
from atendeai.database import Transaction
from atendeai.ops.clock import FixedClock, iso
from atendeai.ops.ids import new_id
from atendeai.settings import Settings
from benchmarks.simulator.people import Person
from benchmarks.simulator.speech import Line

T = TypeVar("T")

ROOT = Path(__file__).parents[2]
CONTEXTS = {
    "vila-serena": ROOT / "examples" / "clinic-context.json",
    "jatoba": Path(__file__).parent / "data" / "clinic-jatoba.json",
    # A document of the legacy dialect, where one lies beside the checkout.
    "cardioprime": ROOT.parent / "shared" / "data" / "contexto-legado-cardiologia.json",
}
NUMBER = "5548991234567"
BETWEEN_MESSAGES = dt.timedelta(seconds=9)
FULL_DAYS = 16


def contexts() -> dict[str, ClinicContext]:
    """The clinics whose documents are here. Raises ValueError for one that cannot be used."""
    found = {}
    for name, path in CONTEXTS.items():
        if path.exists():
            reading = read_context(path.read_bytes())
            if reading.context is None:
                raise ValueError(f"{path} cannot be used: {reading.problems}")
            found[name] = reading.context
    return found


class Scene:
    """One server process' worth of AtendeAI in a thread, with a clock that moves when somebody writes."""

    def __init__(self, data: Path) -> None:
        self.clock = FixedClock(dt.datetime(2026, 11, 24, 13, tzinfo=dt.UTC))
        self._app = create_app(Settings(data=data, log_level="ERROR"), clock=self.clock, work=False)
        config = uvicorn.Config(self._app, host="127.0.0.1", port=0, log_config=None, access_log=False, ws="none")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run)
        self._thread.start()
        while not self._server.started:
            if not self._thread.is_alive():
                raise RuntimeError("the server did not start")
            time.sleep(0.005)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.http = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False)

    @property
    def files(self) -> ClinicFiles:
        files: ClinicFiles = self._app.state.files
        return files

    def close(self) -> None:
        self.http.close()
        self._server.should_exit = True
        self._thread.join(30)

    @contextlib.contextmanager
    def clinic(self, context: ClinicContext, at: dt.datetime) -> Iterator[Clinic]:
        """A clinic of its own for one conversation that begins at `at` (aware), erased afterwards."""
        self.clock.set(at)
        row = self.files.create(None, "simulada", at)
        try:
            yield Clinic(self, row.id, context)
        finally:
            self.files.erase(row.id)


class Clinic:
    """One clinic's file, and the door through which its patient talks."""

    def __init__(self, scene: Scene, clinic_id: str, context: ClinicContext) -> None:
        self._scene, self.id, self.context = scene, clinic_id, context
        self._zone = ZoneInfo(context.time_zone)
        self._key = self.write(self._found)

    def _found(self, tx: Transaction) -> str:
        versions.load(tx, self.context, "simulator", self.now)
        return keys.create(tx, self.id, "simulator", self.now).plain

    @property
    def now(self) -> dt.datetime:
        return self._scene.clock.now()

    @property
    def today(self) -> dt.date:
        """The clinic's own date."""
        return self.now.astimezone(self._zone).date()

    def read(self, work: Callable[[Transaction], T]) -> T:
        with self._scene.files.clinic(self.id) as db:
            return db.read(work)

    def write(self, work: Callable[[Transaction], T]) -> T:
        with self._scene.files.clinic(self.id) as db:
            return db.write(work)

    def wait(self, duration: dt.timedelta) -> None:
        self._scene.clock.advance(duration)

    def post(self, line: Line, profile: str | None) -> dict[str, Any]:
        """Send a message and return the answer. Raises httpx.HTTPStatusError."""
        self.wait(BETWEEN_MESSAGES)
        body = {"clinic_id": self.id, "whatsapp_number": NUMBER, "content": line.text}
        if profile:
            body["user_name"] = profile
        if line.tapped:
            body |= {"option_id": line.tapped, "message_type": "interactive"}
        answer = self._scene.http.post(
            "/api/conversation/process", json=body, headers={"Authorization": f"Bearer {self._key}"}
        )
        answer.raise_for_status()
        answered: dict[str, Any] = answer.json()
        return answered

    # The agenda

    def free(self, wish: Wish, moving: str | None = None) -> list[Slot]:
        """Every start that may be booked now, soonest first; or to which that visit may move."""
        last = self.today + dt.timedelta(days=self.context.scheduling_policies.max_advance_days)
        return self.read(
            lambda tx: LiveAgenda(tx, self.context, self.now, "").free(wish, self.today, last, moving=moving)
        )

    def fill(self, share: float, rng: random.Random) -> None:
        """Other people's visits in about that share of the places of the next days."""
        taken: list[tuple[Slot, str]] = []
        for professional in self.context.professionals:
            services = [s for s in self.context.services if professional in self.context.performers(s) and s.active]
            if services:
                usual = min(services, key=lambda s: (s.duration_minutes, s.id))
                wish = Wish(service_id=usual.id, professional_id=professional.id)
                taken += [(slot, usual.id) for slot in self._first_days(wish) if rng.random() < share]
        self.write(lambda tx: self._enter(tx, taken))

    def _first_days(self, wish: Wish) -> list[Slot]:
        last = self.today + dt.timedelta(days=FULL_DAYS)
        slots = self.read(lambda tx: LiveAgenda(tx, self.context, self.now, "").free(wish, self.today, last))
        apart: list[Slot] = []
        for slot in slots:
            if not apart or slot.starts >= apart[-1].ends:
                apart.append(slot)
        return apart

    def _enter(self, tx: Transaction, taken: list[tuple[Slot, str]]) -> None:
        other = contact_for(tx, "whatsapp", wa_id="5548990000000", user_id=None, name=None, at=iso(self.now))
        somebody = store.ensure_patient(tx, other.id, "Outra Pessoa", None, self.now)
        for slot, service_id in taken:
            service = self.context.service(service_id)
            professional = self.context.professional(slot.professional_id)
            assert service is not None
            assert professional is not None
            entry = ledger.Entry(
                id=new_id(),
                patient_id=somebody.id,
                contact_id=other.id,
                service_id=service_id,
                service_name=service.name,
                professional_id=professional.id,
                professional_name=professional.shown,
                local_start=slot.local_start,
                tz=self.context.time_zone,
                starts=slot.starts,
                ends=slot.ends,
                status="scheduled",
                insurance=None,
                price_cents=service.price_cents,
                source="staff",
            )
            places = footprint(service, slot.starts, slot.ends, professional.id, None)
            ledger.enter(tx, entry, [place for place in places if place.resource.startswith("prof:")], self.now)

    def book(self, slot: Slot, person: Person, plan: str | None, profile: str | None) -> str | None:
        """Put a visit of our patient's contact into the agenda; its id, None where it cannot be."""

        def enter(tx: Transaction) -> str | None:
            writer = contact_for(tx, "whatsapp", wa_id=NUMBER, user_id=None, name=profile, at=iso(self.now))
            seen = store.ensure_patient(tx, writer.id, person.name, plan, self.now)
            outcome = booking.book(
                tx,
                self.context,
                wish=Wish(service_id=slot.service_id, professional_id=slot.professional_id, insurance=plan),
                starts=slot.starts,
                professional_id=slot.professional_id,
                contact_id=writer.id,
                patient_id=seen.id,
                request_key=None,
                source="staff",
                now=self.now,
                by="staff",
            )
            return outcome.appointment.id if isinstance(outcome, Booked) else None

        return self.write(enter)
