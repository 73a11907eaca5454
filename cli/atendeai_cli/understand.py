"""`atendeai understand`: what is understood of each line of the standard input, as JSON Lines."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import msgspec
import typer

from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext
from atendeai.conversation.describe import describe
from atendeai.conversation.understanding import understand
from atendeai_cli import documents
from atendeai_cli.errors import Misused
from atendeai_cli.files import opened
from atendeai_cli.options import Data, Now, clock

ZONE = "America/Sao_Paulo"

app = typer.Typer(add_completion=False)


@app.command("understand")
def understand_lines(
    clinic: Annotated[
        str | None, typer.Option("--clinic", metavar="CLINIC", help="Know this clinic's services and people.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--context", metavar="FILE", help="Know what this document says.")
    ] = None,
    now: Now = None,
    data: Data = None,
) -> None:
    """Write one JSON object per line of the standard input: language, intent, confidence, entities.

    Example: echo "quero marcar um eletro sexta de manhã" | atendeai understand --now 2026-03-02T09:00
    """
    if clinic and file:
        raise Misused("--clinic and --context are both given: give one of them.")
    context = _of_clinic(data, clinic) if clinic else documents.usable(file) if file else None
    zone = ZoneInfo(context.time_zone if context else ZONE)
    the_clock = clock(now, zone)
    for line in typer.get_binary_stream("stdin"):
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        sys.stdout.write(_described(text, context, the_clock.now().astimezone(zone)) + "\n")
        sys.stdout.flush()  # whoever talks to us line by line waits for this one


def _of_clinic(data: Path | None, clinic: str) -> ClinicContext:
    with opened(data) as files, files.clinic(clinic) as db:
        return db.read(versions.active)


def _described(text: str, context: ClinicContext | None, now: dt.datetime) -> str:
    heard = understand(text, context=context, now=now, expects=None, options=())
    return msgspec.json.encode(describe(heard, context)).decode()
