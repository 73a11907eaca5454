"""The operator's terminal: commands run in process on real files of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from atendeai_cli.main import app
from terminal import EXAMPLES
from typer.testing import CliRunner, Result

NOTHING_SET = {f"ATENDEAI_{name}": None for name in ("DATA", "CONFIG", "PUBLIC_URL", "GRAPH_URL", "LOG_FORMAT")}

Run = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data: Path) -> Run:
    """`run("clinic", "list")` on this test's data; `code` is the exit code that it must have."""
    runner = CliRunner(env=NOTHING_SET)

    def call(*args: str, code: int = 0, stdin: str = "", **env: str) -> Result:
        result = runner.invoke(
            app, ["--data", str(data), *args], input=stdin, env=env, prog_name="atendeai", catch_exceptions=False
        )
        assert result.exit_code == code, result.output
        return result

    return call


@pytest.fixture
def serena(run: Run) -> str:
    """The example clinic, created with its context."""
    run("clinic", "create", "Clínica Vila Serena", "--id", "serena", "--context", str(EXAMPLES / "clinic-context.json"))
    return "serena"


@pytest.fixture
def as_json(run: Run) -> Callable[..., Any]:
    """What a command prints with --json."""
    return lambda *args, **more: json.loads(run(*args, "--json", **more).stdout)


@pytest.fixture
def document() -> dict[str, Any]:
    """The example clinic's document, to be changed and written anew."""
    found: dict[str, Any] = json.loads((EXAMPLES / "clinic-context.json").read_text("utf-8"))
    return found
