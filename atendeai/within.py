"""One transaction in a clinic's file, for routes: the file is lent for as long as the work takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction

T = TypeVar("T")


def read(files: ClinicFiles, clinic_id: str, work: Callable[[Transaction], T]) -> T:
    """What `work` returns of one snapshot. Raises as `ClinicFiles.clinic`."""
    with files.clinic(clinic_id) as db:
        return db.read(work)


def write(files: ClinicFiles, clinic_id: str, work: Callable[[Transaction], T]) -> T:
    """What `work` returns once it is committed. Raises as `ClinicFiles.clinic`."""
    with files.clinic(clinic_id) as db:
        return db.write(work)
