"""One line a happening, without what must not be in a log."""

from __future__ import annotations

import datetime as dt
import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from anyio import to_thread
from hypothesis import given
from hypothesis import strategies as st
from litestar import get
from litestar.testing import TestClient

from atendeai.app import create_app
from atendeai.auth.permissions import PUBLIC
from atendeai.ops.ids import new_id
from atendeai.ops.logging import configure, correlated, correlation_id, masked
from atendeai.settings import Settings


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)


log = logging.getLogger("atendeai.inbox")


def test_a_line_of_json(lines: io.StringIO) -> None:
    configure("INFO", "json", lines)
    with correlated("c-1"):
        log.info("stored %s", "two", extra={"clinic": "sorriso", "count": 2, "at_day": dt.date(2026, 3, 2)})
    log.debug("not heard")
    line = json.loads(lines.getvalue())
    assert dt.datetime.fromisoformat(line.pop("at")).tzinfo is not None
    assert line == {
        "level": "INFO",
        "logger": "atendeai.inbox",
        "message": "stored two",
        "clinic": "sorriso",
        "count": 2,
        "at_day": "2026-03-02",
        "correlation_id": "c-1",
    }


def test_what_json_has_no_word_for_is_written_and_masked(lines: io.StringIO) -> None:
    configure("INFO", "json", lines)
    log.info("odd", extra={"found": {object, "5511987654321"}, "error": ValueError("5511987654321")})
    assert "598765" not in lines.getvalue()
    assert json.loads(lines.getvalue())["error"] == "…4321"


def test_a_line_for_people(lines: io.StringIO) -> None:
    configure("INFO", "pretty", lines)
    log.warning("stored", extra={"clinic": "sorriso"})
    assert lines.getvalue().rstrip().endswith("WARNING atendeai.inbox: stored clinic=sorriso")


def test_auto_is_json_away_from_a_terminal(lines: io.StringIO) -> None:
    configure(stream=lines)
    log.info("stored")
    assert json.loads(lines.getvalue())["message"] == "stored"


@pytest.mark.parametrize("shape", ["json", "pretty"])
def test_an_accident_leaves_its_traceback_masked(lines: io.StringIO, shape: str) -> None:
    configure("INFO", shape, lines)  # type: ignore[arg-type]
    try:
        raise LookupError("no contact +5511987654321")
    except LookupError:
        log.exception("failed for %s", "5511987654321")
    assert "Traceback" in lines.getvalue()
    assert "98765" not in lines.getvalue()
    assert "…4321" in lines.getvalue()


def test_addresses_that_httpx_would_log_are_not(lines: io.StringIO) -> None:
    configure("DEBUG", "json", lines)
    logging.getLogger("httpx").info("GET https://example.com/?access_token=x")
    assert lines.getvalue() == ""


def test_one_id_ties_lines_together() -> None:
    assert correlation_id() == ""
    with correlated() as outer:
        assert correlation_id() == outer != ""
        with correlated("inner"):
            assert correlation_id() == "inner"
        assert correlation_id() == outer
    assert correlation_id() == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("from 5511987654321", "from …4321"),
        ("from +55 (11) 98765-4321.", "from …4321."),
        ("from (11) 4002-8922", "from …8922"),
        ("from +351912345678", "from …5678"),
        ("de 11987654321, ok", "de …4321, ok"),
        ("number 106540352242922 is Meta's", "number 106540352242922 is Meta's"),
        ("2026-03-02T12:00:00.000Z took 120 ms", "2026-03-02T12:00:00.000Z took 120 ms"),
        ("GET /webhook?hub.verify_token=abre-te&hub.challenge=1", "GET /webhook?hub.verify_token=…&hub.challenge=1"),
        ("Authorization: Bearer abc.def-1", "Authorization: Bearer …"),
        ("?access_token=abc&x=1", "?access_token=…&x=1"),
        ("token EAAGm0PX4ZCpsBAKZCZBxyz123", "token …"),
        ("key atd_sorriso_abcdefghijklmnopqrstuvwxyz", "key …"),
        ("refresh atr_sorriso_abcdefghijklmnopqrstuvwxyz", "refresh …"),
        ("invited att_vila-serena_abcdefghijklmnopqrstuvwxyz", "invited …"),
    ],
)
def test_what_is_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


@given(st.integers(10**12, 10**13 - 1), st.text(alphabet=" ,:;()'\"", min_size=1, max_size=3))
def test_no_number_of_a_patient_survives(number: int, between: str) -> None:
    assert str(number) not in masked(f"para{between}{number}{between}de +{number}")


@given(st.builds(new_id))
def test_ids_do(identity: str) -> None:
    assert masked(f"appointment {identity}") == f"appointment {identity}"


# --- requests ---


@get("/lines", opt=PUBLIC)
async def lines_of_a_request() -> list[str]:
    """What two lines of one request carry, one of them written in a thread."""
    return [correlation_id(), await to_thread.run_sync(correlation_id)]


def test_all_lines_of_a_request_carry_one_id_of_its_own(tmp_path: Path) -> None:
    app = create_app(Settings(data=tmp_path), work=False)
    app.register(lines_of_a_request)
    with TestClient(app) as client:
        first, second = (client.get("/lines").json() for _ in range(2))
    assert first[0] == first[1] != ""
    assert second[0] == second[1] != ""
    assert first[0] != second[0]
    assert correlation_id() == ""


def test_an_unexpected_error_is_told_and_logged_by_the_same_id(lines: io.StringIO, tmp_path: Path) -> None:
    @get("/accident", opt=PUBLIC)
    async def accident() -> None:
        raise LookupError("an accident")

    app = create_app(Settings(data=tmp_path), work=False)
    app.register(accident)
    configure("INFO", "json", lines)
    with TestClient(app, raise_server_exceptions=False) as client:
        told = client.get("/accident").json()
    logged = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [line["correlation_id"] for line in logged if line["message"] == "unexpected error"] == [
        told["correlation_id"]
    ]
