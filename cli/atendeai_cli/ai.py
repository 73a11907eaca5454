"""`atendeai ai`: what an AI provider may do for a clinic, and where it is. Off until connected."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from atendeai.clinic_files import ClinicFiles, UnknownClinic
from atendeai.clinics import versions
from atendeai.conversation.ai import configuration
from atendeai.conversation.ai.configuration import (
    Configuration,
    Endpoint,
    chat_endpoint,
    is_key,
    is_private,
    transcription_endpoint,
)
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import SystemClock, iso
from atendeai.settings import Settings
from atendeai_cli import show
from atendeai_cli.assistance import assisting
from atendeai_cli.errors import Failed, Misused
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json, Yes, settings_of
from atendeai_cli.trial import trials

WHO = "cli"

app = typer.Typer(
    help="An AI provider that may help a clinic's receptionist; off until connected.",
    no_args_is_help=True,
    add_completion=False,
)
Switch = bool | None


@app.command("connect")
def connect(
    clinic: Clinic,
    url: Annotated[
        str | None, typer.Option("--url", help="Base address, OpenAI-compatible; the installation's by default.")
    ] = None,
    model: Annotated[str | None, typer.Option("--model", help="Model; the installation's by default.")] = None,
    key_file: Annotated[
        Path | None, typer.Option("--key-file", metavar="FILE", help="File that holds the key; - is standard input.")
    ] = None,
    understanding: Annotated[
        Switch, typer.Option("--understanding/--no-understanding", help="Ask it about messages that are unclear.")
    ] = None,
    wording: Annotated[Switch, typer.Option("--wording/--no-wording", help="Let it make replies sound warmer.")] = None,
    transcription: Annotated[
        Switch, typer.Option("--transcription/--no-transcription", help="Have voice notes written down.")
    ] = None,
    transcription_url: Annotated[
        str | None, typer.Option("--transcription-url", help="Base address for voice notes.")
    ] = None,
    transcription_model: Annotated[
        str | None, typer.Option("--transcription-model", help="Model for voice notes.")
    ] = None,
    transcription_key_file: Annotated[
        Path | None, typer.Option("--transcription-key-file", metavar="FILE", help="File that holds that key.")
    ] = None,
    json: Json = False,
    data: Data = None,
) -> None:
    """Switch an AI provider on for a clinic, or change what it may do.

    What is not given stays as it is; the first time, understanding and wording are switched on. On a terminal
    the key of a new address is asked for, unseen. See what leaves the clinic in the README.

    Example: atendeai ai connect vila-serena --url https://ai.example.com/v1 --model small --key-file key.txt
    """
    settings = settings_of(data)
    given = {
        "url": _address(url, "--url"),
        "model": model,
        "transcription_url": _address(transcription_url, "--transcription-url"),
        "transcription_model": transcription_model,
        "understanding": understanding,
        "wording": wording,
        "transcription": transcription,
    }
    with opened(data) as files:
        if files.row(clinic) is None:  # before anything is asked
            raise UnknownClinic(clinic)
        keys = {
            "key": _key(key_file, url, "Key of the provider", "--key-file"),
            "transcription_key": _key(
                transcription_key_file, transcription_url, "Key for voice notes", "--transcription-key-file"
            ),
        }
        given |= {name: files.sealed(key) if key else key for name, key in keys.items()}
        wanted = _keep(files, settings, clinic, {name: value for name, value in given.items() if value is not None})
    if json:
        show.as_json(_described(settings, wanted))
        return
    show.line(f"{clinic}: {_switched(wanted)}.", "green")
    show.line(f"`atendeai ai test {clinic}` asks the provider something harmless.", "dim")


def _address(url: str | None, option: str) -> str | None:
    if url and not is_private(url := url.rstrip("/")):
        raise Misused(f"{option} is {url!r}: write an https address (http only on this machine), without ? and #.")
    return url


def _key(file: Path | None, url: str | None, question: str, option: str) -> str | None:
    """The key in clear, "" for none; None leaves it as it is. The key of one address never goes to the next."""
    if file is None:
        return None if url is None else _typed_key(question) if url else ""
    try:
        read = typer.get_text_stream("stdin").read() if str(file) == "-" else file.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise Misused(f"{file} cannot be read as text: give {option} a file that holds the key.") from error
    if not is_key(key := read.strip()):
        raise Misused(f"What {option} holds is no key: it has spaces or letters that no header can carry.")
    return key


def _typed_key(question: str) -> str:
    """Of whoever sits at the terminal; an address may ask for none."""
    if not show.asks():
        return ""
    typed: str = typer.prompt(f"{question} (empty for none)", default="", hide_input=True, show_default=False)
    return typed.strip()


def _keep(files: ClinicFiles, settings: Settings, clinic: str, given: dict[str, Any]) -> Configuration:
    """What is wanted now, in the clinic's file with a line in its audit trail. Raises Misused when it cannot work."""
    at = iso(SystemClock().now())

    def work(tx: Transaction) -> Configuration:
        before = configuration.configuration(tx)
        wanted = msgspec.structs.replace(before or _first(given), **given)
        _refuse_unusable(files, settings, wanted)
        configuration.keep(tx, wanted, at)
        detail = msgspec.json.encode(_switches(wanted)).decode()
        audit.write(tx, at=at, who=WHO, action="ai.connected", subject="clinics", subject_id=clinic, detail=detail)
        return wanted

    with files.clinic(clinic) as db:
        return db.write(work)


def _first(given: dict[str, Any]) -> Configuration:
    chosen = not given.keys().isdisjoint(("understanding", "wording", "transcription"))
    return Configuration(understanding=not chosen, wording=not chosen)


def _refuse_unusable(files: ClinicFiles, settings: Settings, wanted: Configuration) -> None:
    chat, dictation = _endpoints(files, settings, wanted)
    if (wanted.understanding or wanted.wording) and not chat.usable:
        raise Misused(
            f"There is {_missing(chat)}: give --url and --model, or set ATENDEAI_AI_URL and ATENDEAI_AI_MODEL."
        )
    if wanted.transcription and not dictation.usable:
        raise Misused(
            f"There is {_missing(dictation)} for voice notes:"
            " give --transcription-url, or set ATENDEAI_TRANSCRIPTION_URL."
        )


def _missing(endpoint: Endpoint) -> str:
    return "no address" if not endpoint.url else "no model" if not endpoint.model else "no usable address or key"


def _endpoints(files: ClinicFiles, settings: Settings, wanted: Configuration) -> tuple[Endpoint, Endpoint]:
    key, dictation_key = (files.unsealed(one) if one else "" for one in (wanted.key, wanted.transcription_key))
    return chat_endpoint(settings, wanted, key), transcription_endpoint(settings, wanted, dictation_key)


def _switches(wanted: Configuration) -> dict[str, bool]:
    return {name: getattr(wanted, name) for name in ("understanding", "wording", "transcription")}


def _switched(wanted: Configuration) -> str:
    return ", ".join(f"{name} {'on' if on else 'off'}" for name, on in _switches(wanted).items())


def _described(settings: Settings, wanted: Configuration | None) -> dict[str, Any]:
    """Everything but the keys: of those, whose they are."""
    row = wanted or Configuration()
    chat = chat_endpoint(settings, row, "")
    dictation = transcription_endpoint(settings, row, "")
    return {
        "connected": wanted is not None,
        **_switches(row),
        "url": chat.url or None,
        "model": chat.model or None,
        "key": _whose(row.key, chat),
        "transcription_url": dictation.url or None,
        "transcription_model": dictation.model or None,
        "transcription_key": _whose(row.transcription_key, dictation),
    }


def _whose(own: str, endpoint: Endpoint) -> str:
    return "the clinic's own" if own else "the installation's" if endpoint.key else "none"


@app.command("show")
def show_ai(clinic: Clinic, json: Json = False, data: Data = None) -> None:
    """Show what an AI provider may do for a clinic, and where it is; keys are never shown."""
    settings = settings_of(data)
    with opened(data) as files, files.clinic(clinic) as db:
        wanted = db.read(configuration.configuration)
    described = _described(settings, wanted)
    if json:
        show.as_json(described)
    elif wanted is None:
        show.line(f"No AI provider is connected to {clinic}: nothing leaves it.")
    else:
        words = {True: "on", False: "off", None: "none"}
        show.facts((name.replace("_", " "), words.get(value, value)) for name, value in described.items())


@app.command("disconnect")
def disconnect(clinic: Clinic, yes: Yes = False, data: Data = None) -> None:
    """Switch everything off and forget the clinic's keys."""
    at = iso(SystemClock().now())

    def work(tx: Transaction) -> bool:
        was = configuration.forget(tx)
        if was:
            audit.write(tx, at=at, who=WHO, action="ai.disconnected", subject="clinics", subject_id=clinic)
        return was

    with opened(data) as files, files.clinic(clinic) as db:
        if db.read(configuration.configuration) is None:
            raise Failed(f"No AI provider is connected to {clinic}.")
        show.agree(f"Disconnect the AI provider of {clinic}?", yes)
        db.write(work)
    show.line(f"{clinic} is on its own again: nothing leaves it.")


@app.command("test")
def test(clinic: Clinic, json: Json = False, data: Data = None) -> None:
    """Ask the provider something harmless, in each way that is switched on; exit code 1 when one fails."""
    settings = settings_of(data)
    with opened(data) as files, assisting(files, settings) as assistants, files.clinic(clinic) as db:
        wanted = db.read(configuration.configuration)
        if wanted is None:
            raise Failed(f"No AI provider is connected to {clinic}: `atendeai ai connect {clinic}` connects one.")
        chat, dictation = _endpoints(files, settings, wanted)
        tried = trials(assistants, wanted, chat, dictation, db.read(versions.active))
    if json:
        show.as_json(tried)
    else:
        rows = [(one.what, "works" if one.works else "fails", f"{one.seconds:.2f} s", one.told) for one in tried]
        show.table(("asked for", "", "took", "told"), rows, "Everything is switched off.")
    if not all(one.works for one in tried):
        raise Failed("Not everything works; patients are answered without it meanwhile.")
