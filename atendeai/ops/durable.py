"""Putting finished files in their place so that neither a crash nor a rival leaves half of one."""

from __future__ import annotations

import os
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
