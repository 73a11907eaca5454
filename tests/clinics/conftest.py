"""The example clinic's document, to be changed and sent."""

from __future__ import annotations

import json
from typing import Any

import pytest
from accounts import EXAMPLE


@pytest.fixture
def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(EXAMPLE.read_text("utf-8"))
    return found
