"""How things look on the terminal: tables, lines, bubbles of a conversation, and JSON for programs."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterable, Sequence

import msgspec
import typer
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

WIDE = 200  # columns when nobody looks: a program that reads lines must not find them broken
# What patients write must not steer the terminal: control characters and writing-direction overrides.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def console(err: bool = False) -> Console:
    """Made anew each time, for the standard output (or error) of this moment."""
    made = Console(highlight=False, emoji=False, markup=False, stderr=err)
    if not made.is_terminal:
        made.width = WIDE
    return made


def _print(what: RenderableType, err: bool = False) -> None:
    """As it is on a terminal; without the padding at the ends of lines elsewhere."""
    made = console(err)
    if made.is_terminal:
        made.print(what)
        return
    with made.capture() as printed:
        made.print(what)
    typer.echo("\n".join(line.rstrip() for line in printed.get().splitlines()), err=err)


def plain(text: object) -> str:
    """Text that is safe to print."""
    return _STEERING.sub("", str(text))


def line(text: object = "", style: str = "", err: bool = False) -> None:
    """One line, or as many as it takes."""
    _print(Text(plain(text), style=style), err)


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], empty: str = "Nothing here yet.") -> None:
    """Rows under headings; `None` is an empty cell, and `empty` is said when there are no rows."""
    made = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(Text(plain("" if cell is None else cell)) for cell in row))
    if made.row_count:
        _print(made)
    else:
        line(empty, "dim")


def facts(pairs: Iterable[tuple[str, object]]) -> None:
    """`name  value` lines, aligned."""
    made = Table.grid(padding=(0, 2))
    for name, value in pairs:
        made.add_row(Text(name, style="bold"), Text(plain(value)))
    _print(made)


def bubble(who: str, text: str, style: str = "") -> None:
    """What somebody said: `who` once, and the text beside it however many lines it has."""
    made = Table.grid(padding=(0, 1))
    made.add_column(no_wrap=True)
    made.add_column(overflow="fold")
    made.add_row(Text(plain(who), style=f"bold {style}".strip()), Text(plain(text)))
    _print(made)


def as_json(value: object) -> None:
    """Anything msgspec encodes, indented."""
    typer.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def compact(value: object) -> str:
    """A text as it stands, anything else as JSON in one line."""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def when(at: dt.datetime | str | None) -> str:
    """A moment of the records (aware, or ISO 8601) in the machine's own time, to the minute."""
    if at is None:
        return ""
    known = dt.datetime.fromisoformat(at) if isinstance(at, str) else at
    return f"{known.astimezone():%Y-%m-%d %H:%M}"


def asks() -> bool:
    """Whether somebody is there to answer a question."""
    return sys.stdin.isatty()


def agree(question: str, yes: bool) -> None:
    """Ask on a terminal, unless `--yes`; elsewhere nobody is there to be asked. No ends the command."""
    if not yes and asks():
        typer.confirm(question, abort=True, default=True)
