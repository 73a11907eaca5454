"""`atendeai conversation`: who is writing, and whether the receptionist or a person answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from atendeai.conversation import store
from atendeai.database import Transaction
from atendeai.inbox import FOR_STAFF_KINDS
from atendeai.ops import audit
from atendeai.ops.clock import SystemClock, iso
from atendeai_cli import show
from atendeai_cli.errors import Failed
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json

WHO = "cli"

app = typer.Typer(help="See conversations, take one over, hand it back.", no_args_is_help=True, add_completion=False)
Id = Annotated[
    str,
    typer.Argument(metavar="ID", help="Id of the conversation, as `atendeai conversation list` shows it."),
]


@app.command("list")
def latest(
    clinic: Clinic,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="How many.")] = 50,
    json: Json = False,
    data: Data = None,
) -> None:
    """List the latest conversations; first those that wait for a person."""
    with opened(data) as files, files.clinic(clinic) as db:
        found = db.read(lambda tx: store.conversations(tx, limit))
    if json:
        show.as_json(found)
        return
    rows = [
        (
            one["id"],
            one["name"],
            one["phone_e164"],
            one["status"],
            one["state"],
            one["escalation"],
            f"{one['for_staff']} to open" if one["for_staff"] else None,
            show.when(one["updated_at"]),
        )
        for one in found
    ]
    show.table(("id", "name", "phone", "status", "state", "called for", "voice and files", "last change"), rows)


@app.command("show")
def show_conversation(
    clinic: Clinic,
    conversation: Id,
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="How many messages.")] = 50,
    json: Json = False,
    data: Data = None,
) -> None:
    """Show what was said; voice notes are marked as written down by a machine, or as still to be heard."""
    with opened(data) as files, files.clinic(clinic) as db:
        said = db.write(lambda tx: _read(tx, conversation, limit))
    if said is None:
        raise _unknown(clinic, conversation)
    if json:
        show.as_json(said)
        return
    for one in said:
        show.bubble(f"{show.when(one['created_at'])} {one['author']} ›", _shown(one))


def _read(tx: Transaction, conversation: str, limit: int) -> list[dict[str, Any]] | None:
    """What was said, with a line in the audit trail that it was read; None for an unknown conversation."""
    if store.conversation(tx, conversation) is None:
        return None
    at = iso(SystemClock().now())
    audit.write(tx, at=at, who=WHO, action="conversations.read", subject="conversations", subject_id=conversation)
    return store.transcript(tx, conversation, limit)


def _shown(message: dict[str, Any]) -> str:
    """The words, and what they are when they are not the patient's own or only part of it."""
    if message["transcribed"]:
        return f"{message['text']} (voice note, written down by a machine)"
    if message["author"] == "patient" and message["kind"] in FOR_STAFF_KINDS:
        return f"{message['text']} ({message['kind']}: open it on WhatsApp)".strip()
    return str(message["text"])


@app.command("take")
def take(clinic: Clinic, conversation: Id, data: Data = None) -> None:
    """Take a conversation over: the receptionist keeps silent until it is released."""
    _change(data, clinic, conversation, store.take_over, "conversation.taken_over")
    show.line(f"You have it. `atendeai conversation release {clinic} {conversation}` hands it back.")


@app.command("release")
def release(clinic: Clinic, conversation: Id, data: Data = None) -> None:
    """Hand a conversation back: the receptionist answers again."""
    _change(data, clinic, conversation, store.hand_back, "conversation.handed_back")
    show.line("The receptionist answers again.")


def _change(
    data: Path | None,
    clinic: str,
    conversation: str,
    change: Callable[[Transaction, str, str], bool],
    action: str,
) -> None:
    """Do it and leave a line in the audit trail, in one transaction."""
    at = iso(SystemClock().now())

    def work(tx: Transaction) -> bool:
        changed = change(tx, conversation, at)
        if changed:
            audit.write(tx, at=at, who=WHO, action=action, subject="conversations", subject_id=conversation)
        return changed

    with opened(data) as files, files.clinic(clinic) as db:
        changed = db.write(work)
    if not changed:
        raise _unknown(clinic, conversation)


def _unknown(clinic: str, conversation: str) -> Failed:
    return Failed(
        f"There is no conversation {conversation!r}: `atendeai conversation list {clinic}` shows which there are."
    )
