"""The command as a whole: help, version, --data on either side, and failures in one line."""

import subprocess
import sys
from importlib.metadata import version

import pytest
from atendeai_cli.main import NOUNS, app
from typer.testing import CliRunner

runner = CliRunner(env={"ATENDEAI_DATA": None, "ATENDEAI_CONFIG": None})


def test_the_version_is_told():
    assert runner.invoke(app, ["--version"]).stdout == f"atendeai {version('atendeai')}\n"


def test_without_a_command_the_help_lists_every_noun():
    result = runner.invoke(app, [])
    assert result.exit_code == 2
    assert all(name in result.stdout for name, _, _ in NOUNS)
    assert result.stderr == ""


@pytest.mark.parametrize("name", [name for name, _, _ in NOUNS])
def test_every_noun_has_help(name):
    result = runner.invoke(app, [name, "--help"], prog_name="atendeai")
    assert result.exit_code == 0
    assert f"Usage: atendeai {name}" in result.stdout


def test_listing_commands_imports_none_of_them():
    code = (
        "import sys\nfrom atendeai_cli.main import main\ntry:\n    main()\nfinally:\n"
        "    assert not {'litestar', 'uvicorn', 'apsw', 'httpx'} & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["kye"], "No such command 'kye'. Did you mean 'key'? See `atendeai --help`.\n"),
        (["key", "create"], "Missing argument 'CLINIC'. See `atendeai key create --help`.\n"),
        (["agenda", "x", "--days", "0"], "See `atendeai agenda --help`.\n"),
        (["agenda", "--colour"], "No such option: --colour"),
    ],
)
def test_a_wrong_call_is_one_line_on_stderr_and_exit_code_2(args, told):
    result = runner.invoke(app, args, prog_name="atendeai")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


def test_data_may_stand_before_or_after_the_command_and_the_later_wins(tmp_path):
    here, there = str(tmp_path / "here"), str(tmp_path / "there")
    assert runner.invoke(app, ["--data", here, "clinic", "create", "Aqui"]).exit_code == 0
    assert runner.invoke(app, ["clinic", "create", "Ali", "--data", there]).exit_code == 0
    assert "aqui" in runner.invoke(app, ["clinic", "list", "--data", here]).stdout
    both = runner.invoke(app, ["--data", here, "clinic", "list", "--data", there])
    assert "ali" in both.stdout and "aqui" not in both.stdout
    from_environment = runner.invoke(app, ["clinic", "list"], env={"ATENDEAI_DATA": here})
    assert "aqui" in from_environment.stdout


def test_a_mistyped_directory_is_not_taken_for_an_empty_one(tmp_path):
    result = runner.invoke(app, ["--data", str(tmp_path / "typo"), "clinic", "list"])
    assert result.exit_code == 1
    assert "name another directory with --data" in result.stderr
    assert not (tmp_path / "typo").exists()


def test_a_setting_that_cannot_be_used_is_told(tmp_path):
    result = runner.invoke(app, ["clinic", "list"], env={"ATENDEAI_PORT": "many"})
    assert result.exit_code == 1
    assert "ATENDEAI_PORT is 'many'" in result.stderr


def test_a_directory_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    result = runner.invoke(app, ["--data", str(tmp_path / "file" / "data"), "clinic", "create", "X"])
    assert result.exit_code == 1
    assert result.stderr.startswith("The data directory cannot be used:")


def test_a_damaged_registry_is_told(tmp_path):
    (tmp_path / "control.db").write_text("no database at all " * 100)
    (tmp_path / "secret.key").write_bytes(b"x" * 44)
    result = runner.invoke(app, ["--data", str(tmp_path), "clinic", "list"])
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_the_shell_completes_the_ids_of_clinics(tmp_path):
    data = str(tmp_path / "data")
    runner.invoke(app, ["--data", data, "clinic", "create", "Vila Serena"])

    def completions(line, **env):
        asked = {"_ATENDEAI_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()))}
        return runner.invoke(app, [], prog_name="atendeai", env=asked | env).stdout.split()

    assert completions("atendeai agenda ", ATENDEAI_DATA=data) == ["vila-serena"]
    assert completions("atendeai agenda ", ATENDEAI_DATA=str(tmp_path / "nothing")) == []
