"""A town for each test: two clinics, one server, one stand-in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from town import Town, found_clinics


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    found_clinics(tmp_path / "data")
    town = Town(tmp_path / "data")
    yield town
    town.stop()
