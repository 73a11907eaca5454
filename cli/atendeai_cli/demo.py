"""`atendeai demo`: a clinic, a stand-in for Meta and a patient, all real over HTTP, played out on the terminal."""

from __future__ import annotations

import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
import uvicorn
from litestar import Litestar
from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from atendeai.app import create_app
from atendeai.appointment import store as agenda
from atendeai.appointment.model import Appointment
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.reading import read_context
from atendeai.ops.clock import SystemClock, seconds
from atendeai.settings import Settings
from atendeai.whatsapp.standin.phone import Phone
from atendeai.whatsapp.standin.server import DEFAULT_TOKEN, StandIn
from atendeai.whatsapp.standin.store import Sent

SECRET = "demo-app-secret"  # noqa: S105 (the demo's own, on this machine only)
BURST_SECONDS = 0.4
PATIENCE_SECONDS = 20.0
MOST_STEPS = 16
LEGACY = Path("../shared/data/contexto-legado-cardiologia.json")


class Script(NamedTuple):
    """What a patient wants to say, first; and how they answer what they are asked."""

    name: str
    wa_id: str
    opening: tuple[str, ...]
    patient_name: str
    plan: str


MARIA = Script(
    name="Maria",
    wa_id="5548999990001",
    opening=(
        "oi, bom dia!",
        "queria marcar um eletro sexta de manhã com o dr roberto",
        "precisa de jejum?",
        "na verdade pode ser mais tarde?",
    ),
    patient_name="Maria Aparecida Souza",
    plan="Unimed",
)
JORGE = Script(
    name="Jorge",
    wa_id="5547999990002",
    opening=(
        "boa tarde, quanto custa o ecocardiograma? vcs atendem Amil?",
        "quero marcar pra semana que vem",
    ),
    patient_name="Jorge Luiz Pereira",
    plan="Amil",
)


class Stage(NamedTuple):
    """One clinic of the demo, with its number and its patient."""

    clinic_id: str
    phone_number_id: str
    context: ClinicContext
    script: Script


app = typer.Typer(add_completion=False)


@app.command()
def demo(
    data: Annotated[
        Path | None, typer.Option(help="Keep the demo's data here instead of a temporary directory.")
    ] = None,
    chat: Annotated[bool, typer.Option("--chat/--no-chat", help="Stay and talk as the patient.")] = sys.stdin.isatty(),
) -> None:
    """Play a booking through signed webhooks, from a patient's "oi" to the clinic's agenda."""
    console = Console()
    with tempfile.TemporaryDirectory(prefix="atendeai-demo-") as scratch:
        kept = _play(console, (data or Path(scratch)).resolve(), chat)
    raise typer.Exit(0 if kept else 1)


def _play(console: Console, data: Path, chat: bool) -> bool:
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    standin = StandIn(webhook=f"{url}/webhook/whatsapp", app_secret=SECRET.encode())
    with standin:
        settings = Settings(
            data=data,
            port=port,
            graph_url=standin.url,
            whatsapp_app_secrets=(SECRET,),
            burst_seconds=BURST_SECONDS,
        )
        stages = _set_up(console, settings)
        with _serving(settings) as app:
            booked = [_perform(console, app, standin, url, stage) for stage in stages]
            if chat:
                _chat(console, standin, url, stages[0])
    return all(booked)


def _set_up(console: Console, settings: Settings) -> list[Stage]:
    """Make the clinics, load their documents, connect their numbers."""
    documents = [("vila-serena", "100000000000001", _example(), MARIA)]
    if LEGACY.exists():
        documents.append(("clinica-legada", "100000000000002", LEGACY, JORGE))
    files = ClinicFiles(settings.data, settings.max_open_clinics)
    now = SystemClock().now()
    stages = []
    for clinic_id, phone_number_id, path, script in documents:
        context = read_context(path.read_bytes()).context
        if context is None:
            raise typer.BadParameter(f"{path} is not a context document: run `atendeai context validate {path}`")
        if files.row(clinic_id) is None:
            files.create(clinic_id, context.clinic.name, now, adopt=True)
        with files.clinic(clinic_id) as db:
            db.write(lambda tx, context=context, path=path: versions.load(tx, context, str(path), now))  # type: ignore[misc]
        if files.number(phone_number_id) is None:
            files.connect_number(
                clinic_id,
                phone_number_id,
                "200000000000001",
                "+55 48 3000-0000",
                DEFAULT_TOKEN,
                SECRET,
                "demo",
                now,
            )
        stages.append(Stage(clinic_id, phone_number_id, context, script))
        console.print(
            f"[dim]{context.clinic.name}, from {path.name}, lives in {files.path(clinic_id)}[/]", soft_wrap=True
        )
    files.close()
    return stages


def _example() -> Path:
    """The example clinic: beside the package when installed, in examples/ in a checkout."""
    installed = Path(__file__).parent / "examples" / "clinic-context.json"
    return installed if installed.exists() else Path(__file__).parents[2] / "examples" / "clinic-context.json"


@contextmanager
def _serving(settings: Settings) -> Iterator[Litestar]:
    """The real server, in a thread of this process."""
    app = create_app(settings)
    server = uvicorn.Server(
        uvicorn.Config(app, host=settings.host, port=settings.port, log_config=None, access_log=False, ws="none")
    )
    thread = threading.Thread(target=server.run, name="server")
    thread.start()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not server.started and thread.is_alive() and time.monotonic() < deadline:
        time.sleep(0.01)
    try:
        yield app
    finally:
        server.should_exit = True
        thread.join()


def _perform(console: Console, app: Litestar, standin: StandIn, url: str, stage: Stage) -> bool:
    """One patient's conversation, then the agenda; True when the visit really is in the clinic's file."""
    console.print(Panel.fit(f"[bold]{stage.context.clinic.name}[/] on WhatsApp", border_style="green"))
    phone = _phone(standin, url, stage)
    said = iter(stage.script.opening)
    reply: Sent | None = None
    for _ in range(MOST_STEPS):
        line = next(said, None)
        reply = _exchange(console, stage, phone, *(("says", line) if line else _answer(stage.script, reply)))
        if reply is None:
            return False
        if line is None and reply.text.count("✅"):
            break
    _exchange(console, stage, phone, "says", "obrigada!" if stage.script is MARIA else "obrigado!")
    visits = _visits(app, stage)
    _show_agenda(console, stage, visits)
    return any(visit.patient_name == stage.script.patient_name for visit in visits)


def _phone(standin: StandIn, url: str, stage: Stage) -> Phone:
    return Phone(
        f"{url}/webhook/whatsapp",
        secret=SECRET.encode(),
        phone_number_id=stage.phone_number_id,
        wa_id=stage.script.wa_id,
        name=stage.script.name,
        standin=standin,
    )


def _answer(script: Script, reply: Sent | None) -> tuple[str, str]:
    """What this patient does about a question: tap the first slot, the plan, the yes; or write the name."""
    ids = [choice.id for choice in reply.options] if reply else []
    for wanted in (f"plan:{script.plan}", "slot:", "service:", "yes", "other_person"):
        found = next((option for option in ids if option.startswith(wanted)), None)
        if found:
            return "taps", found
    return "says", script.patient_name


def _exchange(console: Console, stage: Stage, phone: Phone, how: str, what: str) -> Sent | None:
    """Say or tap something, show both sides; None when no reply came."""
    before = len(phone.replies())
    if how == "types":
        phone.says(what)
    elif how == "taps":
        title = next((c.title for sent in reversed(phone.replies()) for c in sent.options if c.id == what), what)
        phone.taps(what)
        _speak(console, stage.script.name, "cyan", f"👆 {title}")
    else:
        phone.says(what)
        _speak(console, stage.script.name, "cyan", what)
    try:
        reply = phone.waits_for(before + 1, PATIENCE_SECONDS)[-1]
    except TimeoutError:
        console.print("[red]No reply came.[/]")
        return None
    _speak(console, stage.context.ai_personality.name, "green", reply.text)
    return reply


def _speak(console: Console, who: str, color: str, text: str) -> None:
    line = Table.grid(padding=(0, 2, 1, 0))
    line.add_column(width=8)
    line.add_column(max_width=84, overflow="fold")
    line.add_row(Text(who, style=f"bold {color}"), Text(text))
    console.print(line)


def _visits(app: Litestar, stage: Stage) -> list[Appointment]:
    files: ClinicFiles = app.state.files
    now = seconds(SystemClock().now())
    with files.clinic(stage.clinic_id) as db:
        return db.read(lambda tx: agenda.agenda(tx, now, now + 400 * 86400))


def _show_agenda(console: Console, stage: Stage, visits: list[Appointment]) -> None:
    table = Table(title=f"Agenda of {stage.context.clinic.name}", title_justify="left")
    for column in ("When", "Service", "Professional", "Patient", "Plan"):
        table.add_column(column)
    for visit in visits:
        table.add_row(
            f"{visit.local:%a %d/%m/%Y %H:%M}",
            visit.service_name,
            visit.professional_name,
            visit.patient_name,
            visit.insurance or "private",
        )
    console.print()
    console.print(table)


def _chat(console: Console, standin: StandIn, url: str, stage: Stage) -> None:
    """The person at the terminal is a patient now."""
    phone = _phone(standin, url, stage._replace(script=stage.script._replace(wa_id="5548999990099", name="")))
    console.print(
        Panel(
            f"You are a patient of [bold]{stage.context.clinic.name}[/] now: write as on WhatsApp "
            "(a number picks an option).\n"
            f"API documentation: [link]{url}/docs[/]   Leave with Ctrl-D or /sair",
            border_style="cyan",
        )
    )
    while True:
        try:
            line = console.input("[bold cyan]you[/]  ").strip()
        except (EOFError, KeyboardInterrupt):
            return
        if line == "/sair":
            return
        if line:
            _exchange(console, stage._replace(script=stage.script._replace(name="you")), phone, "types", line)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
