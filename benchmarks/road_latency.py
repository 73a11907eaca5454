"""How long a patient waits for the receptionist: a real server and a stand-in for Meta on this machine.

    python benchmarks/road_latency.py [--messages 200] [--at-once 50]

First one message at a time on an idle server without a burst window: from the webhook's 200 (the message is on the
disk) to the reply's arrival at Meta, and from the patient's post to that arrival. Then many webhooks at once: how
long each waits for its 200, and for its reply.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.clinics.reading import read_context
from atendeai.ops.clock import SystemClock
from atendeai.whatsapp.signature import HEADER, sign
from atendeai.whatsapp.standin.phone import Phone
from atendeai.whatsapp.standin.server import DEFAULT_TOKEN, StandIn

CLINIC, NUMBER, SECRET = "vila-serena", "100000000000001", b"app-secret"
EXAMPLE = Path(__file__).parent.parent / "examples" / "clinic-context.json"
PORT = 28_431
SERVER = """
import sys
from pathlib import Path
import uvicorn
from atendeai.app import create_app
from atendeai.settings import Settings
data, graph_url, port = sys.argv[1:]
app = create_app(Settings(data=Path(data), graph_url=graph_url, burst_seconds=0.0))
uvicorn.run(app, port=int(port), log_config=None, access_log=False, ws="none")
"""
SAID = ("qual o endereço?", "quanto custa a dermatologista?", "vocês aceitam unimed?", "obrigada", "oi")


def found(data: Path) -> None:
    files, now = ClinicFiles(data), SystemClock().now()
    files.create(CLINIC, "Vila Serena", now)
    context = read_context(EXAMPLE.read_bytes()).context
    if context is None:
        raise SystemExit(f"{EXAMPLE} cannot be read")
    with files.clinic(CLINIC) as db:
        db.write(lambda tx: versions.load(tx, context, "example", now))
    files.connect_number(CLINIC, NUMBER, "2", "", DEFAULT_TOKEN, SECRET.decode(), "verify", now)
    files.close()


@contextmanager
def served(data: Path, standin: StandIn) -> Iterator[httpx.Client]:
    """A server process, as in production."""
    command = [sys.executable, "-c", SERVER, str(data), standin.url, str(PORT)]
    with subprocess.Popen(command) as server, httpx.Client(base_url=f"http://127.0.0.1:{PORT}", timeout=30) as http:
        try:
            while not alive(http):
                time.sleep(0.05)
            yield http
        finally:
            server.terminate()


def alive(http: httpx.Client) -> bool:
    try:
        return http.get("/health/live").status_code < 500
    except httpx.ConnectError:
        return False


def fsync_ms(directory: Path) -> float:
    with (directory / "probe").open("wb", buffering=0) as file:
        begun = time.perf_counter()
        for _ in range(50):
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
        return (time.perf_counter() - begun) / 50 * 1000


class Patients:
    """Everybody's phones: posts bodies and sees when the replies arrive at Meta."""

    def __init__(self, http: httpx.Client, standin: StandIn) -> None:
        self._http, self._standin = http, standin

    def phone(self, number: int) -> Phone:
        wa_id = f"55489999{number:05}"
        return Phone(
            lambda body, headers: self._http.post("/webhook/whatsapp", content=body, headers=headers).status_code,
            secret=SECRET,
            phone_number_id=NUMBER,
            wa_id=wa_id,
            standin=self._standin,
        )

    def exchange(self, phone: Phone, text: str) -> tuple[float, float]:
        """Milliseconds until the webhook's 200, and from there until the reply is at Meta."""
        before = len(phone.replies())
        body = phone.body(phone.message("text", {"body": text}))
        begun = time.time()
        answer = self._http.post("/webhook/whatsapp", content=body, headers={HEADER: sign(body, SECRET)})
        acknowledged = time.time()
        answer.raise_for_status()
        arrived = phone.waits_for(before + 1, 30)[-1].at
        return (acknowledged - begun) * 1000, (arrived - acknowledged) * 1000


def one_by_one(patients: Patients, messages: int) -> list[tuple[float, float]]:
    """Ten patients in turns, so that no conversation is long."""
    phones = [patients.phone(number) for number in range(10)]
    return [
        patients.exchange(phones[count % len(phones)], SAID[count // len(phones) % len(SAID)])
        for count in range(messages)
    ]


def all_at_once(patients: Patients, count: int) -> list[tuple[float, float]]:
    taken: list[tuple[float, float]] = []
    start = threading.Barrier(count)

    def talk(number: int) -> None:
        phone = patients.phone(1000 + number)
        start.wait()
        taken.append(patients.exchange(phone, "oi"))

    threads = [threading.Thread(target=talk, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def tell(what: str, taken: list[float]) -> None:
    ordered = sorted(taken)
    at: Callable[[float], float] = lambda part: ordered[min(int(len(ordered) * part), len(ordered) - 1)]  # noqa: E731
    print(f"{what:<46} {statistics.median(ordered):>8.1f} {at(0.95):>8.1f} {ordered[-1]:>8.1f}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--messages", type=int, default=200)
    asked.add_argument("--at-once", type=int, default=50)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as scratch, StandIn() as standin:
        found(Path(scratch) / "data")
        standin.subscribe(f"http://127.0.0.1:{PORT}/webhook/whatsapp", SECRET)
        with served(Path(scratch) / "data", standin) as http:
            patients = Patients(http, standin)
            one_by_one(patients, 10)
            standin.settle()
            print(f"fsync of 4 KiB here: {fsync_ms(Path(scratch)):.2f} ms, load {os.getloadavg()[0]:.1f}")
            print(f"{'milliseconds':<46} {'p50':>8} {'p95':>8} {'max':>8}")
            single = one_by_one(patients, given.messages)
            tell("one at a time: post to 200", [ack for ack, _ in single])
            tell("one at a time: 200 to the reply at Meta", [reply for _, reply in single])
            standin.settle()
            many = all_at_once(patients, given.at_once)
            tell(f"{given.at_once} at once: post to 200", [ack for ack, _ in many])
            tell(f"{given.at_once} at once: 200 to the reply at Meta", [reply for _, reply in many])
            standin.settle()


if __name__ == "__main__":
    main()
