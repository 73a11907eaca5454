"""Resolve the dependencies for every supported Python and machine, with hashes, into the two lock files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
DEV, RUN = "requirements-dev.lock", "requirements.lock"
HOW = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--all-extras",
    "--upgrade",
    "--no-config",  # nothing of this machine's settings
    "--custom-compile-command=make lock",
]


def compile_lock(lock: str, *wanted: str) -> None:
    uv = str(Path(sys.executable).with_name("uv"))
    command = [uv, "pip", "compile", "--quiet", *HOW, *wanted, "pyproject.toml", "--output-file", lock]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 (all of it is written above)


if __name__ == "__main__":
    compile_lock(DEV, "--group=build", "--group=dev")
    compile_lock(RUN, "--group=build", f"--constraint={DEV}")  # what is tested is what runs
