"""A clinic with staff who look at patients, and patients who wrote to it."""

from __future__ import annotations

import pytest
from accounts import Office
from world import CLINIC, Clinic


@pytest.fixture
def house(office: Office) -> Clinic:
    """The office's clinic as its patients see it."""
    return Clinic(office.files, CLINIC, office.clock)
