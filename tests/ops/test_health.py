"""What is looked at before this process says that it is ready."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from atendeai.clinic_files import ClinicFiles
from atendeai.ops import health


@pytest.fixture
def files(tmp_path: Path) -> Iterator[ClinicFiles]:
    files = ClinicFiles(tmp_path)
    yield files
    files.close()


def check(files: ClinicFiles, least_free_bytes: int = 1) -> health.Health:
    return health.ready(files.control(), files.data, files.secret_key, least_free_bytes)


def test_all_is_well(files: ClinicFiles) -> None:
    found = check(files)
    assert found.ok
    assert found.checks["control"] == health.Check(True, "0 clinics")
    assert found.checks["disk"].detail.endswith("MiB free")
    assert found.checks["secret_key"] == health.Check(True)


def test_the_disk_is_full(files: ClinicFiles) -> None:
    found = check(files, least_free_bytes=1 << 60)
    assert not found.ok
    assert [name for name, one in found.checks.items() if not one.ok] == ["disk"]
    assert not health.disk_has_room(files.data / "gone").ok


def test_the_key_is_gone_or_open_to_all(files: ClinicFiles) -> None:
    files.secret_key.chmod(0o644)
    assert check(files).ok
    assert "mode 644" in check(files).checks["secret_key"].detail
    files.secret_key.unlink()
    assert not check(files).ok


def test_control_does_not_answer(tmp_path: Path) -> None:
    files = ClinicFiles(tmp_path)
    files.close()
    found = check(files)
    assert not found.ok
    assert found.checks["control"].detail.startswith("control.db does not answer")
