"""Options that many commands share, and what is made of them."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from atendeai import settings
from atendeai.ops.clock import Clock, FixedClock, SystemClock
from atendeai.settings import Settings, SettingsError
from atendeai_cli.errors import Failed, Misused

DATA_HELP = "Directory of everything that is kept; ATENDEAI_DATA says the same."


def _else_of_the_root(context: typer.Context, value: Path | None) -> Path | None:
    """`--data` may stand before the command, too."""
    before: Path | None = context.find_root().params.get("data")
    return value or before


Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", callback=_else_of_the_root, help=DATA_HELP)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
Now = Annotated[
    str | None,
    typer.Option(
        "--now", metavar="ISO", help="The moment it is taken to be, such as 2026-03-02T14:30 (clinic's time)."
    ),
]


def settings_of(data: Path | None) -> Settings:
    """The operator's settings, with `--data` before everything else."""
    environ = os.environ | ({"ATENDEAI_DATA": str(data)} if data else {})
    try:
        return settings.load(environ)
    except SettingsError as error:
        raise Failed(str(error)) from error


def moment(text: str, zone: ZoneInfo, where: str = "--now") -> dt.datetime:
    """An aware moment; without an offset it is the wall time of `zone`."""
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise Misused(f"{where} is {text!r}, which is no moment: write one like 2026-03-02T14:30.") from error
    return at if at.tzinfo else at.replace(tzinfo=zone)


def clock(now: str | None, zone: ZoneInfo) -> Clock:
    """The machine's clock, or one that stands still at `now`."""
    return FixedClock(moment(now, zone)) if now else SystemClock()
