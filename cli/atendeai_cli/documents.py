"""Context documents on disk: read, and what is wrong with them told in full."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from atendeai.clinics.context import ClinicContext
from atendeai.clinics.diff import Change
from atendeai.clinics.reading import Problem, Reading, read_context
from atendeai_cli import show
from atendeai_cli.errors import Failed, Misused

LONG = 60  # characters of a value that a diff shows

Document = Annotated[
    Path, typer.Argument(metavar="FILE", help="The context document, JSON; `-` is the standard input.")
]


def read(file: Path) -> Reading:
    """Read a document; what is wrong with it is in the reading. Raises Misused for a file that cannot be read."""
    if str(file) == "-":
        return read_context(typer.get_binary_stream("stdin").read())
    try:
        return read_context(file.read_bytes())
    except OSError as error:
        raise Misused(f"{file} cannot be read ({error.strerror}): name a JSON file.") from error


def called(file: Path) -> str:
    """The file's name in a sentence."""
    return "The standard input" if str(file) == "-" else str(file)


def usable(file: Path) -> ClinicContext:
    """The document as context; its problems are printed to stderr. Raises Failed when one of them is an error."""
    reading = read(file)
    print_problems(reading.problems, err=True)
    if reading.context is None:
        raise Failed(f"{called(file)} cannot be used: {counted(reading.problems)}. Mend what is marked as error.")
    return reading.context


def print_problems(problems: Sequence[Problem], err: bool = False) -> None:
    """Every problem: how bad and where, then what, then what to do."""
    for problem in problems:
        style = "red" if problem.severity == "error" else "yellow"
        show.line(f"{problem.severity:<7}  {problem.path}", style, err=err)
        hint = f" {problem.hint}" if problem.hint else ""
        show.line(f"         {problem.message}.{hint}", err=err)


def counted(problems: Sequence[Problem]) -> str:
    """`2 errors, 1 warning`"""
    errors = sum(problem.severity == "error" for problem in problems)
    return f"{many(errors, 'error')}, {many(len(problems) - errors, 'warning')}"


def many(count: int, noun: str) -> str:
    """`1 error`, `2 errors`"""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def summary(context: ClinicContext) -> str:
    """`Clínica Vila Serena: 10 services, 4 professionals, 4 insurance plans`"""
    return (
        f"{context.clinic.name}: {many(len(context.services), 'service')},"
        f" {many(len(context.professionals), 'professional')},"
        f" {many(len(context.insurance_plans), 'insurance plan')}"
    )


def print_changes(changes: Sequence[Change]) -> None:
    """A line for each difference, marked + - or ~."""
    for change in changes:
        match change.kind:
            case "added":
                show.line(f"+ {change.path}: {_short(change.after)}", "green")
            case "removed":
                show.line(f"- {change.path}: {_short(change.before)}", "red")
            case "changed":
                show.line(f"~ {change.path}: {_short(change.before)} → {_short(change.after)}", "yellow")


def _short(value: object) -> str:
    """A value in one line, cut where it becomes long."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("question") or ", ".join(value)
    text = " ".join(show.compact(value).split())
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"
