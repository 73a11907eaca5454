"""Clinics are suspended and resumed, moved to another machine, and erased."""

import shutil
import stat

import pytest
from terminal import on_a_terminal

from atendeai.clinic_files import ClinicFiles
from atendeai.ops.clock import SystemClock


@pytest.fixture
def anew(run, data):
    """Another machine: `anew()` puts the data directory away."""

    def put_away():
        data.rename(data.with_name("old"))
        return data.with_name("old")

    return put_away


def test_suspended_and_resumed(run, as_json, serena):
    told = run("clinic", "suspend", serena).stdout
    assert "Clínica Vila Serena is suspended. `atendeai clinic resume serena` opens it again." in told
    assert as_json("clinic", "list")[0]["status"] == "suspended"
    assert as_json("clinic", "resume", serena)["status"] == "active"
    assert "There is no clinic 'nobody'" in run("clinic", "suspend", "nobody", code=1).stderr


def test_only_a_suspended_clinic_is_erased(run, serena, data):
    told = run("clinic", "erase", serena, "--yes", code=1).stderr
    assert "serena is in use: `atendeai clinic suspend serena` closes it first." in told
    assert (data / "clinics" / "serena.db").exists()


def test_erased_after_an_export(run, as_json, serena, data):
    run("clinic", "suspend", serena)
    erased = as_json("clinic", "erase", serena, "--yes")
    (kept,) = (data / "exports").iterdir()
    assert erased["export"] == str(kept)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert as_json("clinic", "list") == []
    assert not (data / "clinics" / "serena.db").exists()
    run("clinic", "import", str(kept))
    assert as_json("clinic", "show", serena)["services"] == 10


def test_erased_without_a_trace(run, serena, data):
    run("clinic", "suspend", serena)
    assert "is erased." in run("clinic", "erase", serena, "--yes", "--no-export").stdout
    assert not (data / "exports").exists()


def test_where_nobody_can_be_asked_it_takes_a_yes(run, serena, data):
    run("clinic", "suspend", serena)
    assert "--yes erases serena" in run("clinic", "erase", serena, code=1).stderr
    assert (data / "clinics" / "serena.db").exists()


@pytest.mark.parametrize(("typed", "code"), [("serena", 0), ("yes", 1), ("Serena", 1)])
def test_on_a_terminal_the_id_is_typed_again(run, serena, data, typed, code):
    run("clinic", "suspend", serena)
    seen, ended = on_a_terminal(["clinic", "erase", serena, "--data", str(data)], [(b"Type its id", typed)])
    assert ended == code, seen
    assert (data / "clinics" / "serena.db").exists() == bool(code)


def test_a_clinic_moves_to_another_machine(run, as_json, serena, tmp_path, anew):
    run("clinic", "export", serena, str(tmp_path / "serena.zip"))
    shown = as_json("clinic", "show", serena)
    anew()
    told = run("clinic", "import", str(tmp_path / "serena.zip")).stdout
    assert "Clínica Vila Serena is here, with the id serena, as it was when it was exported." in told
    assert "Connect again" not in told
    assert as_json("clinic", "show", serena) == shown
    again = run("clinic", "import", str(tmp_path / "serena.zip"), code=1).stderr
    assert "There is a clinic 'serena' already" in again


def test_what_is_encrypted_needs_the_old_key_or_is_connected_again(run, as_json, serena, tmp_path, anew, data):
    files = ClinicFiles(data)
    files.connect_number(serena, "1", "2", "+55 48 3000-0000", "EAA", "secret", "v", SystemClock().now())
    files.close()
    run("clinic", "export", serena, str(tmp_path / "serena.zip"))
    old = anew()
    told = run("clinic", "import", str(tmp_path / "serena.zip")).stdout
    assert "Connect again what another secret.key encrypted: WhatsApp number +55 48 3000-0000" in told
    shutil.rmtree(data)
    restored = as_json("clinic", "import", str(tmp_path / "serena.zip"), "--secret-key", str(old / "secret.key"))
    assert restored["lost"] == []


def test_a_suspended_clinic_comes_back_suspended(run, serena, data):
    run("clinic", "suspend", serena)
    run("clinic", "erase", serena, "--yes")
    (kept,) = (data / "exports").iterdir()
    assert "`atendeai clinic resume serena` opens it" in run("clinic", "import", str(kept)).stdout


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "is not there"), (b"no zip", "is no clinic that was exported")],
)
def test_what_cannot_be_imported_is_told(run, serena, tmp_path, content, told):
    file = tmp_path / "some.zip"
    if content is not None:
        file.write_bytes(content)
    assert told in run("clinic", "import", str(file), code=1).stderr


def test_a_key_that_is_none_is_told(run, serena, tmp_path, anew):
    run("clinic", "export", serena, str(tmp_path / "serena.zip"))
    anew()
    (tmp_path / "key").write_text("no key")
    told = run("clinic", "import", str(tmp_path / "serena.zip"), "--secret-key", str(tmp_path / "key"), code=1).stderr
    assert "does not hold a key" in told


def test_an_export_stands_in_the_trail(run, as_json, serena, tmp_path):
    run("clinic", "export", serena, str(tmp_path / "serena.zip"))
    line = as_json("audit", "tail", serena)[-1]
    assert (line["who"], line["action"], line["subject_id"]) == ("cli", "clinics.exported", serena)


def test_it_stands_in_the_trail(run, as_json, serena):
    run("clinic", "suspend", serena)
    run("clinic", "resume", serena)
    lines = as_json("audit", "tail", serena)
    found = [line["action"] for line in lines if line["action"].startswith("clinics.")]
    assert sorted(found) == ["clinics.created", "clinics.resumed", "clinics.suspended"]
    assert [line["action"] for line in lines].count("context.updated") == 1
    assert {line["who"] for line in lines} == {"cli"}
