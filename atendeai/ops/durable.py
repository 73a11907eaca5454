"""Putting finished files in their place, so that neither a crash nor a rival leaves half of one; and removing them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def place(draft: Path, target: Path) -> bool:
    """Give a finished draft in the same directory its name, or drop it and return False if that is taken."""
    try:
        os.link(draft, target)  # unlike a rename, it never overwrites
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    sync_directory(target.parent)
    return True


def sync_directory(path: Path) -> None:
    """Make names just added to or removed from a directory survive power loss."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove_database(file: Path) -> None:
    """Remove an SQLite file that nobody has open, and what lies beside it; it may not be there."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    sync_directory(file.parent)


def remove_tree(directory: Path) -> None:
    """Remove a directory and all within; it may not be there."""
    if directory.exists():
        shutil.rmtree(directory)
    sync_directory(directory.parent)
