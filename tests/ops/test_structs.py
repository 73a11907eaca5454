"""Structs are ready before threads share them."""

from __future__ import annotations

import subprocess
import sys

FIRST_AT_ONCE = """
import sys, threading
import msgspec
from atendeai.clinics.context import ClinicContext
from atendeai.ops.structs import make_ready

assert make_ready() > 50
sys.setswitchinterval(1e-6)
start = threading.Barrier(4)

def decode():
    start.wait()
    try:
        msgspec.json.decode(b"{}", type=ClinicContext)
    except msgspec.ValidationError:
        pass

threads = [threading.Thread(target=decode) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def test_four_threads_may_be_the_first_at_once() -> None:
    """In a process of its own: without `make_ready` it ends with a segmentation fault."""
    assert subprocess.run([sys.executable, "-c", FIRST_AT_ONCE], timeout=60, check=False).returncode == 0
