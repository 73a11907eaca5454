"""`atendeai chat`: a patient's side of the conversation, in the terminal."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from atendeai.clinics import versions
from atendeai.conversation.facts import Reply
from atendeai.exchange import Exchange, Said, converse
from atendeai.outbox import message_of
from atendeai.whatsapp.outgoing import as_text
from atendeai_cli import show
from atendeai_cli.assistance import assisting
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Now, clock, settings_of
from atendeai_cli.script import SOMEBODY

with contextlib.suppress(ImportError):
    import readline  # noqa: F401 (arrow keys and history at the prompt, where Python has it)

LEAVING = ("/sair", "/quit", "/exit")
PATIENT = "você ›"

app = typer.Typer(add_completion=False)


@app.command()
def chat(
    clinic: Clinic,
    number: Annotated[
        str, typer.Option("--as", metavar="NUMBER", help="Who you are: a number with country code.")
    ] = SOMEBODY,
    name: Annotated[str | None, typer.Option("--name", help="Your name, as WhatsApp would show it.")] = None,
    now: Now = None,
    data: Data = None,
) -> None:
    """Talk to the receptionist as a patient would; what you book is booked.

    Pick from what is offered by typing its number. `/sair` or Ctrl-D ends.
    With a pipe, each line is one message.

    Example: atendeai chat vila-serena --name "Maria Silva"
    """
    with opened(data) as files, assisting(files, settings_of(data)) as assistants, files.clinic(clinic) as db:
        context = db.read(versions.active)
        the_clock = clock(now, ZoneInfo(context.time_zone))
        who = f"{context.ai_personality.name} ›"
        for text in _messages():
            said = Said(number=number, text=text, name=name)
            exchange = converse(db, said, the_clock, channel="terminal", assistant=assistants.one(db))
            print_answer(exchange, who)


def _messages() -> Iterator[str]:
    """What the patient types, or the lines of a pipe."""
    if show.asks():
        yield from _typed()
        return
    for raw in typer.get_binary_stream("stdin"):
        text = raw.decode("utf-8", "replace").strip()
        if text in LEAVING:
            return
        if text:
            show.bubble(PATIENT, text, "cyan")
            yield text


def _typed() -> Iterator[str]:
    with contextlib.suppress(EOFError):
        while (text := input(f"{PATIENT} ").strip()) not in LEAVING:
            if text:
                yield text
    show.line()


def print_answer(exchange: Exchange, who: str) -> None:
    """The replies, options as numbered lines."""
    if exchange.turned is None:
        show.line("(A person has this conversation; the receptionist keeps silent.)", "dim")
        return
    for reply in exchange.turned.replies:
        show.bubble(who, text_of(reply), "green")


def text_of(reply: Reply) -> str:
    """What the patient reads."""
    return as_text(message_of(reply))
