"""The two ways a command ends badly, each as one sentence for the person at the terminal."""

from __future__ import annotations

import typer


class Failed(typer.TyperException):
    """What was asked for did not happen; the message says why and what to do. Exit code 1."""

    exit_code = 1


class Misused(typer.TyperException):
    """The command was called wrongly; the message says how to call it. Exit code 2."""

    exit_code = 2
