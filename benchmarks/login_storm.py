"""What a storm of log-ins costs everybody else: a real server, and 200 people who log in at the same moment.

    python benchmarks/login_storm.py [--people 200] [--asks 400]

Somebody who is logged in asks for their profile and for the clinic's users, one request after the other: first with
nobody else there, then while everybody logs in. What counts is the ratio of the two 95th percentiles.
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
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx

from atendeai.auth.passwords import Passwords
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.ops.clock import SystemClock
from atendeai.ops.ids import new_id
from atendeai.users import store as users
from atendeai.users.store import User

CLINIC, PASSWORD, PORT = "vila-serena", "jabuticaba-no-quintal-7", 28_432
ASKED = ("/api/auth/profile", "/api/users?limit=20")
SERVER = """
import sys
from pathlib import Path
import uvicorn
from atendeai.app import create_app
from atendeai.settings import Settings
data, port = sys.argv[1:]
uvicorn.run(create_app(Settings(data=Path(data))), port=int(port), log_config=None, access_log=False, ws="none")
"""


def email(number: int) -> str:
    return f"pessoa{number}@vilaserena.example"


def found(data: Path, people: int) -> None:
    """A clinic where everybody has a password; it is the same, for hashing takes long."""
    files, now = ClinicFiles(data), SystemClock().now()
    files.create(CLINIC, "Vila Serena", now)
    encoded = Passwords().hash(PASSWORD)

    def add(tx: Transaction) -> None:
        for number in range(people + 1):
            user = User(
                id=new_id(), email=email(number), name=f"Pessoa {number}", role="owner", status="active",
                created_at=now, updated_at=now,
            )  # fmt: skip
            users.add(tx, user)
            users.set_password_hash(tx, user.id, encoded)

    with files.clinic(CLINIC) as db:
        db.write(add)
    files.control().write(lambda tx: [users.index(tx, email(number), CLINIC) for number in range(people + 1)])
    files.close()


@contextmanager
def served(data: Path) -> Iterator[str]:
    """A server process, as in production."""
    address = f"http://127.0.0.1:{PORT}"
    with subprocess.Popen([sys.executable, "-c", SERVER, str(data), str(PORT)]) as server:
        try:
            while not alive(address):
                time.sleep(0.05)
            yield address
        finally:
            server.terminate()


def alive(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health/live").status_code < 500
    except httpx.ConnectError:
        return False


def log_in(http: httpx.Client, number: int) -> httpx.Response:
    return http.post("/api/auth/login", json={"email": email(number), "password": PASSWORD})


def ask(http: httpx.Client, count: int, until: threading.Event | None = None) -> list[float]:
    """Milliseconds of each request, at a pace of at most fifty a second."""
    taken: list[float] = []
    while len(taken) < count and not (until is not None and until.is_set()):
        begun = time.perf_counter()
        http.get(ASKED[len(taken) % len(ASKED)]).raise_for_status()
        taken.append((time.perf_counter() - begun) * 1000)
        time.sleep(0.02)
    return taken


def storm(address: str, people: int) -> list[tuple[int, float]]:
    """Everybody logs in; status and seconds of each."""
    taken: list[tuple[int, float]] = []
    start = threading.Barrier(people)

    def come(http: httpx.Client, number: int) -> None:
        start.wait()
        begun = time.perf_counter()
        answer = log_in(http, number)
        taken.append((answer.status_code, time.perf_counter() - begun))

    # One client, as many connections: a client each would cost this machine more than the server does.
    with httpx.Client(base_url=address, timeout=600, limits=httpx.Limits(max_connections=None)) as http:
        threads = [threading.Thread(target=come, args=(http, number)) for number in range(1, people + 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return taken


def percentile(taken: list[float], part: float) -> float:
    return sorted(taken)[min(int(len(taken) * part), len(taken) - 1)]


def tell(what: str, taken: list[float]) -> None:
    print(
        f"{what:<40} {len(taken):>5} {statistics.median(taken):>8.1f} {percentile(taken, 0.95):>8.1f}"
        f" {max(taken):>8.1f}"
    )


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--people", type=int, default=200)
    asked.add_argument("--asks", type=int, default=400)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as scratch:
        found(Path(scratch) / "data", given.people)
        with served(Path(scratch) / "data") as address, httpx.Client(base_url=address, timeout=120) as http:
            http.headers["Authorization"] = f"Bearer {log_in(http, 0).json()['access_token']}"
            ask(http, 50)
            print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores")
            print(f"{'milliseconds':<40} {'asks':>5} {'p50':>8} {'p95':>8} {'max':>8}")
            idle = ask(http, given.asks)
            tell("idle", idle)
            over = threading.Event()
            # In a process of its own: the watch must not wait for the storm's threads.
            with ProcessPoolExecutor(1) as crowd:
                coming = crowd.submit(storm, address, given.people)
                coming.add_done_callback(lambda _: over.set())
                during = ask(http, 100_000, until=over)
                logged_in = coming.result()
            tell(f"while {given.people} log in", during)
    entered = [seconds for status, seconds in logged_in if status == 200]
    print(f"{len(entered)} of {given.people} entered within {max(entered):.1f} s, half within"
          f" {statistics.median(entered):.1f} s")  # fmt: skip
    print(f"p95 beside idle: {percentile(during, 0.95) / percentile(idle, 0.95):.1f} times")


if __name__ == "__main__":
    main()
