"""How many durable writes a second: one commit each against commits that are shared.

    python benchmarks/group_commit.py [--fsync-ms 2] [--callers 1,8,32] [--writes 2000]

`--fsync-ms` adds to every sync of a file, to see a server's disk on a machine whose own is faster (or pretends).
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import threading
import time
from pathlib import Path

import apsw

from atendeai.database import Database, Transaction


class SlowFile(apsw.VFSFile):
    delay = 0.0

    def xSync(self, flags: int) -> None:  # noqa: N802 (SQLite's name)
        super().xSync(flags)
        time.sleep(self.delay)


class SlowDisk(apsw.VFS):
    def __init__(self) -> None:
        super().__init__("slow", "unix", makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802
        return SlowFile("unix", name, flags)


def new_file(directory: Path, name: str) -> Database:
    connection = apsw.Connection(str(directory / name))
    connection.execute("create table inbox(id integer primary key, body text not null) strict")
    connection.close()
    return Database(directory / name)


def store(tx: Transaction) -> None:
    tx.run("insert into inbox(body) values(?)", ("x" * 600,))


def store_alone(database: Database, lock: threading.Lock) -> None:
    """What each request would do by itself: wait for the writer, commit, wait for the disk."""
    with lock:
        database.write(store)


def run(callers: int, writes: int, files: list[Database], *, shared: bool) -> tuple[float, float, float]:
    """Writes a second; median and 99th percentile of a write's milliseconds."""
    locks = [threading.Lock() for _ in files]
    taken: list[float] = []

    def call(caller: int) -> None:
        for turn in range(writes // callers):
            which = (caller + turn) % len(files)
            begun = time.perf_counter()
            if shared:
                files[which].write(store)
            else:
                store_alone(files[which], locks[which])
            taken.append((time.perf_counter() - begun) * 1000)

    threads = [threading.Thread(target=call, args=(caller,)) for caller in range(callers)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(taken) / (time.perf_counter() - begun)
    return rate, statistics.median(taken), sorted(taken)[len(taken) * 99 // 100]


def fsync_ms(directory: Path) -> float:
    with (directory / "probe").open("wb", buffering=0) as file:
        begun = time.perf_counter()
        for _ in range(50):
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
        return (time.perf_counter() - begun) / 50 * 1000


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--fsync-ms", type=float, default=0.0)
    asked.add_argument("--callers", default="1,8,32")
    asked.add_argument("--writes", type=int, default=2000)
    given = asked.parse_args()
    if given.fsync_ms:
        SlowFile.delay = given.fsync_ms / 1000
        disk = SlowDisk()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as scratch:
        directory = Path(scratch)
        print(f"fsync of 4 KiB here: {fsync_ms(directory):.2f} ms, plus {given.fsync_ms:g} ms added")
        print(f"{'callers':>8} {'clinics':>8} {'commit':>8} {'writes/s':>10} {'p50 ms':>8} {'p99 ms':>8}")
        for callers in map(int, given.callers.split(",")):
            for clinics in (1, 8):
                for shared in (False, True):
                    files = [new_file(directory, f"{callers}-{clinics}-{shared}-{n}.db") for n in range(clinics)]
                    rate, middle, slow = run(callers, given.writes, files, shared=shared)
                    kind = "shared" if shared else "alone"
                    print(f"{callers:>8} {clinics:>8} {kind:>8} {rate:>10.0f} {middle:>8.2f} {slow:>8.2f}")
                    for file in files:
                        file.close()
    if given.fsync_ms:
        disk.unregister()


if __name__ == "__main__":
    main()
