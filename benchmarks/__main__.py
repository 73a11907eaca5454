"""`make bench`: every figure of the project that needs nothing but this machine, one after the other."""

from __future__ import annotations

import runpy
import sys

NAMES = ("group_commit", "clinic_files", "road_latency", "understanding", "simulator")


def main() -> None:
    """Run the named benchmarks, or all of them."""
    for name in sys.argv[1:] or NAMES:
        print(f"\n== {name}")
        sys.argv = [name]
        runpy.run_module(f"benchmarks.{name}", run_name="__main__")


if __name__ == "__main__":
    main()
