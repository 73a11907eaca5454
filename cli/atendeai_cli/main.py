"""The command `atendeai`: its nouns, what is global to them, and how a failure is told."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from atendeai_cli.options import DATA_HELP

SHOW_FAULTS = "ATENDEAI_SHOW_FAULTS"
RUNNING, SETTING_UP, TRYING = "Every day", "Setting up", "Trying out"

# name, panel of the help, help; the module is atendeai_cli.<name> and holds an `app`
NOUNS = (
    ("demo", TRYING, "Watch a patient book a visit on this machine, then be the patient."),
    ("serve", RUNNING, "Run the server."),
    ("agenda", RUNNING, "Show who comes when."),
    ("conversation", RUNNING, "See conversations, take one over, hand it back."),
    ("clinic", SETTING_UP, "Create clinics, look at them, move, pause and end them."),
    ("context", SETTING_UP, "What the receptionist knows of a clinic: check, load, compare, go back."),
    ("whatsapp", SETTING_UP, "Connect a clinic's WhatsApp number."),
    ("ai", SETTING_UP, "An AI provider that may help a clinic's receptionist; off until connected."),
    ("user", SETTING_UP, "Who may enter a clinic, and who runs the installation."),
    ("key", SETTING_UP, "Keys with which programs reach a clinic over the API, and those that sign log-ins."),
    ("audit", RUNNING, "Who changed or saw what, and whether anybody tampered with that."),
    ("permissions", SETTING_UP, "Show who may do what."),
    ("chat", TRYING, "Talk to a clinic's receptionist as a patient would."),
    ("replay", TRYING, "Play a recorded conversation and check what was answered."),
    ("understand", TRYING, "Show what is understood of each line of the standard input."),
)
ALSO = {"keys": "key"}  # said so often that it is understood, too


class Later(TyperCommand):
    """A command whose module is imported when it is called, not when it is listed."""

    def load(self) -> Any:
        """The command itself."""
        command = get_command(import_module(f"atendeai_cli.{self.name}").app)
        command.name = self.name
        return command


class Commands(TyperGroup):
    """Loads a command when it is called, and tells a failure in one line."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, panel, text in NOUNS:
            self.add_command(Later(name, help=text, rich_help_panel=panel))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name, command, rest = super().resolve_command(ctx, [ALSO.get(args[0], args[0]), *args[1:]])
        return name, command.load() if isinstance(command, Later) else command, rest

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run, and end the process: 0 as asked, 1 failed, 2 called wrongly, 130 interrupted."""
        settings["standalone_mode"] = False
        try:
            code = super().main(*args, **settings)
        except typer.TyperException as failure:
            typer.echo(_told(failure), err=True, nl=bool(failure.format_message()))
            sys.exit(failure.exit_code)
        except typer.Abort:
            typer.echo("Nothing was changed.", err=True)
            sys.exit(1)
        except Exception as fault:  # the outermost door: a fault of ours is told, never thrown at the owner
            if os.environ.get(SHOW_FAULTS):
                raise
            typer.echo(
                f"A fault of AtendeAI ({type(fault).__name__}). {SHOW_FAULTS}=1 shows where, for a report.", err=True
            )
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)


def _told(failure: typer.TyperException) -> str:
    """The sentence; a wrong call also learns where help is. Empty when the help itself was just printed."""
    told = " ".join(failure.format_message().split())
    context = getattr(failure, "ctx", None)
    if told and context is not None:
        end = "" if told.endswith((".", "?")) else "."
        return f"{told}{end} See `{context.command_path} --help`."
    return told


app = typer.Typer(
    name="atendeai",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="AtendeAI: a receptionist for small clinics that lives on WhatsApp.",
    epilog="Settings come from ATENDEAI_* variables and the file that ATENDEAI_CONFIG names.",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"atendeai {version('atendeai')}")
        raise typer.Exit


@app.callback()
def root(
    data: Annotated[Path | None, typer.Option("--data", metavar="DIR", help=DATA_HELP)] = None,
    _: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Holds what stands before the command."""


def main() -> None:
    """Entry point of the command line."""
    app(prog_name="atendeai")
