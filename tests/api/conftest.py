"""The server with all its routes, for everybody who may call it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from callers import World
from litestar.testing import TestClient
from world import NOW

from atendeai.app import create_app
from atendeai.clinics.context import ClinicContext
from atendeai.ops.clock import FixedClock
from atendeai.settings import Settings


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, context: ClinicContext) -> Iterator[World]:
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    app = create_app(settings, clock=FixedClock(NOW), work=False)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield World(client, context)
