"""One clinic file for each test of the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from clinic_day import new_file

from atendeai.database import Database


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Database]:
    database = new_file(tmp_path / "clinic.db")
    yield database
    database.close()
