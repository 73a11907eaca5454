"""What a thousand clinics cost: making them, opening them, and touching them when fewer may be open.

python benchmarks/clinic_files.py [--clinics 1000] [--most-open 256]
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction

AT = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


def measured(what: str, count: int, work: Callable[[], object]) -> None:
    begun = time.perf_counter()
    work()
    spent = time.perf_counter() - begun
    print(f"{what:<58} {spent:>7.2f} s {spent / count * 1000:>8.3f} ms each")


def status(field: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field))


def store(tx: Transaction) -> None:
    tx.run(
        "insert into webhook_raw(sha256, body, received_at) values(?, ?, ?)",
        (random.randbytes(32).hex(), b"x" * 600, "2026-03-02T12:00:00.000Z"),
    )


def touch(files: ClinicFiles, ids: Iterable[str]) -> None:
    for clinic_id in ids:
        with files.clinic(clinic_id) as database:
            database.write(store)


def by_many_hands(files: ClinicFiles, ids: list[str], hands: int) -> None:
    threads = [threading.Thread(target=touch, args=(files, ids[hand::hands])) for hand in range(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--clinics", type=int, default=1000)
    asked.add_argument("--most-open", type=int, default=256)
    given = asked.parse_args()
    count = given.clinics
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as scratch:
        files = ClinicFiles(Path(scratch), given.most_open)
        ids = [f"clinica-{number}" for number in range(count)]
        measured(f"make {count} clinics", count, lambda: [files.create(one, one, AT) for one in ids])
        files.connect_number(ids[0], "106", "", "", "token", "secret", "", AT)
        shuffled = random.Random(1).sample(ids, count)
        measured("first writes, in turn", count, lambda: touch(files, ids))
        measured("writes at random, 4 threads", 3 * count, lambda: by_many_hands(files, shuffled * 3, 4))
        often = shuffled[: given.most_open // 2] * 10
        measured("writes to the half that stays open", len(often), lambda: touch(files, often))
        measured("whose number is it", 10_000, lambda: [files.number("106") for _ in range(10_000)])
        descriptors = len(list(Path("/proc/self/fd").iterdir()))
        print(f"{files.open_files} files open, {descriptors} descriptors, {status('VmRSS') // 1024} MiB resident")
        files.close()


if __name__ == "__main__":
    main()
