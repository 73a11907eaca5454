"""One line a happening, as JSON or for people; no body, no token, of a phone number its last four digits.

Say what happened and pass what it concerns: `log.info("message stored", extra={"clinic": clinic_id})`.
"""

from __future__ import annotations

import contextlib
import contextvars
import datetime as dt
import logging
import re
import sys
from collections.abc import Iterator
from typing import Any, Literal, TextIO

import msgspec

from atendeai.ops.clock import iso
from atendeai.ops.ids import new_id

_correlation: contextvars.ContextVar[str] = contextvars.ContextVar("correlation", default="")

_OF_EVERY_RECORD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "color_message"}
_TALKATIVE = ("huey", "httpx", "httpcore")  # a line for each task and request, with addresses

_PHONE = re.compile(
    r"(?<![\w-])\+?(?:"
    r"(?:\d{6,9}|(?<=\+)\d{10,11})(\d{4})"  # 5511987654321: what wa_id looks like; ids of Meta are longer
    r"|(?:\d{1,3}[ -]?)?\(?\d{2}\)?[ -]?9?\d{4}[ -](\d{4})"  # +55 (11) 98765-4321
    r")(?![\w-])"
)
_SECRET = re.compile(
    r"\b(?:EAA[A-Za-z0-9]{16,}|at[drt]_[a-z0-9-]+_[A-Za-z0-9-]{20,})"
    r"|(?<=bearer )[^\s\"',]+"
    r"|(?<=access_token=)[^\s&\"']+"
    r"|(?<=hub\.verify_token=)[^\s&\"']+",
    re.IGNORECASE,
)


def masked(text: str) -> str:
    """The text without what looks like a token, and with only the last four digits of phone numbers."""
    return _PHONE.sub(lambda found: f"…{found[1] or found[2]}", _SECRET.sub("…", text))


def correlation_id() -> str:
    """What ties together the lines of one request or task; empty outside of one."""
    return _correlation.get()


@contextlib.contextmanager
def correlated(identity: str = "") -> Iterator[str]:
    """Everything logged inside carries this id (a new one unless given)."""
    token = _correlation.set(identity or new_id())
    try:
        yield _correlation.get()
    finally:
        _correlation.reset(token)


def _particulars(record: logging.LogRecord) -> dict[str, Any]:
    """What the line concerns: `extra`, and the correlation id."""
    found = {name: value for name, value in record.__dict__.items() if name not in _OF_EVERY_RECORD}
    identity = correlation_id()
    return found | ({"correlation_id": identity} if identity else {})


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": iso(dt.datetime.fromtimestamp(record.created, dt.UTC)),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **_particulars(record),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        shown = {name: masked(value) if isinstance(value, str) else value for name, value in line.items()}
        return msgspec.json.encode(shown, enc_hook=lambda value: masked(str(value))).decode()


class ForPeople(logging.Formatter):
    """`12:00:00 INFO inbox: message stored clinic=sorriso`, in UTC."""

    def format(self, record: logging.LogRecord) -> str:
        moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
        concerns = "".join(f" {name}={value}" for name, value in _particulars(record).items())
        line = f"{moment:%H:%M:%S} {record.levelname} {record.name}: {record.getMessage()}{concerns}"
        if record.exc_info:
            line += "\n" + self.formatException(record.exc_info)
        return masked(line)


def configure(
    level: str = "INFO", shape: Literal["auto", "json", "pretty"] = "auto", stream: TextIO = sys.stderr
) -> None:
    """Send all lines to `stream`; with `log_config=None` uvicorn's come here too. `auto` is pretty on a terminal."""
    pretty = shape == "pretty" or (shape == "auto" and stream.isatty())
    handler = logging.StreamHandler(stream)
    handler.setFormatter(ForPeople() if pretty else JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))
    for chatty in ("httpx", "httpcore"):  # they log addresses with tokens in them
        logging.getLogger(chatty).setLevel(logging.WARNING)
