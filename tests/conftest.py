"""People, one clinic, one clock: what every room's tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from accounts import Office, opened
from hypothesis import settings
from world import CLINIC, NOW, Clinic, Patient, context_of

from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext
from atendeai.ops.clock import FixedClock

# Machines are noisy: no deadlines. In CI the same examples every time: a red run can be run again here.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def context() -> ClinicContext:
    """The clinic of the README: examples/clinic-context.json."""
    return context_of(Path(__file__).parent.parent / "examples" / "clinic-context.json")


@pytest.fixture
def clock() -> FixedClock:
    """Tuesday 24 November 2026, 10:00 in Florianópolis."""
    return FixedClock(NOW)


@pytest.fixture
def files(tmp_path: Path) -> Iterator[ClinicFiles]:
    files = ClinicFiles(tmp_path / "data", most_open=8)
    yield files
    files.close()


@pytest.fixture
def clinic(files: ClinicFiles, context: ClinicContext, clock: FixedClock) -> Clinic:
    """Clínica Vila Serena in a real file, with its context loaded."""
    files.create(CLINIC, context.clinic.name, clock.now())
    with files.clinic(CLINIC) as db:
        db.write(lambda tx: versions.load(tx, context, "examples/clinic-context.json", clock.now()))
    return Clinic(files, CLINIC, clock)


@pytest.fixture
def office(tmp_path: Path, clock: FixedClock) -> Iterator[Office]:
    """The real server and the clinic's staff; each test has its own."""
    with opened(tmp_path / "data", clock) as office:
        yield office


@pytest.fixture
def maria(clinic: Clinic) -> Patient:
    return Patient(clinic, "5548999990001")


@pytest.fixture
def joao(clinic: Clinic) -> Patient:
    return Patient(clinic, "5548999990002")
