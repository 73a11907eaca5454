"""`atendeai replay`: a recorded conversation played again, and checked against what it expects."""

from __future__ import annotations

import contextlib
import datetime as dt
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from msgspec import Struct

from atendeai.appointment import store
from atendeai.appointment.model import Appointment
from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext
from atendeai.conversation.describe import describe_entities
from atendeai.conversation.understanding.model import Option
from atendeai.database import Database
from atendeai.exchange import Exchange, Said, converse
from atendeai.ops.clock import FixedClock, SystemClock
from atendeai_cli import documents, script, show
from atendeai_cli.agenda import print_visits, visits
from atendeai_cli.chat import text_of
from atendeai_cli.errors import Failed
from atendeai_cli.files import Clinic, opened
from atendeai_cli.options import Data, Json, Now, moment
from atendeai_cli.script import Answer, Difference, Line

app = typer.Typer(add_completion=False)


class Turn(Struct, frozen=True, kw_only=True):
    """One message and what came of it; `at` is the clinic's wall time."""

    line: int
    at: str
    sender: str
    text: str
    answer: Answer
    differences: list[Difference]


@app.command()
def replay(
    clinic: Clinic,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON Lines, one message each.")],
    now: Now = None,
    commit: Annotated[bool, typer.Option("--commit", help="Keep what is booked; else it is played on a copy.")] = False,
    json: Json = False,
    data: Data = None,
) -> None:
    """Play a conversation again and check what was answered; exit code 1 when an expectation fails.

    A line is {"text": "…"} and may say who ("from", "name"), when ("at", "wait"), which option ("tap"),
    and what to "expect": intent, state, expects, reply_contains, reply_lacks, escalated, entities, appointment.

    Example: atendeai replay vila-serena examples/conversa-marcar.jsonl --now 2026-03-02T09:00
    """
    lines = script.read(file)
    with opened(data) as files, files.clinic(clinic) as lent, _stage(lent, commit) as db:
        context = db.read(versions.active)
        stage = _Stage(db, context, now)
        turns = []
        for line in lines:
            turns.append(stage.play(line))
            if not json:
                _print_turn(turns[-1], context.ai_personality.name)
        after = visits(db, ZoneInfo(context.time_zone), stage.first_day, _days(context))
    failed = [turn for turn in turns if turn.differences]
    if json:
        show.as_json({"turns": turns, "agenda": after, "failed": len(failed)})
    else:
        show.line("\nAgenda", "bold")
        print_visits(after, "Nobody comes.")
    if failed:
        raise Failed(_counted(failed))


@contextlib.contextmanager
def _stage(db: Database, commit: bool) -> Iterator[Database]:
    """The clinic's own file, or a copy that is thrown away."""
    if commit:
        yield db
        return
    with tempfile.TemporaryDirectory(prefix="atendeai-replay-") as scratch:
        copy = Path(scratch) / "clinic.db"
        db.backup_to(copy)
        with contextlib.closing(Database(copy)) as opened_copy:
            yield opened_copy


class _Stage:
    """The clinic, its clock, and what each patient was last offered."""

    def __init__(self, db: Database, context: ClinicContext, now: str | None) -> None:
        self._db = db
        self._context = context
        self._zone = ZoneInfo(context.time_zone)
        self._clock = FixedClock(moment(now, self._zone) if now else SystemClock().now())
        self._offered: dict[str, list[Option]] = {}
        self.first_day = self._local().date()

    def _local(self) -> dt.datetime:
        return self._clock.now().astimezone(self._zone)

    def play(self, line: Line) -> Turn:
        """Say a line and compare the answer."""
        if line.at:
            self._clock.set(moment(line.at, self._zone, f"line {line.number}: at"))
        self._clock.advance(dt.timedelta(seconds=line.wait))
        self.first_day = min(self.first_day, self._local().date())
        option, missed = self._tapped(line)
        text = line.text or (option.title if option else line.tap or "")
        said = Said(
            number=line.sender,
            text=text,
            kind="interactive" if option else line.kind,
            name=line.name,
            tapped=option.id if option else None,
        )
        exchange = converse(self._db, said, self._clock, channel="terminal")
        if exchange.turned:
            self._offered[line.sender] = [one for reply in exchange.turned.replies for one in reply.options]
        answer = self._answer(exchange)
        return Turn(
            line=line.number,
            at=f"{self._local():%Y-%m-%d %H:%M}",
            sender=line.sender,
            text=text or f"({line.kind})",
            answer=answer,
            differences=missed + script.differences(line.expect, answer),
        )

    def _tapped(self, line: Line) -> tuple[Option | None, list[Difference]]:
        """The option that a line taps; a tap on what was not offered is a difference."""
        if line.tap is None:
            return None, []
        offered = self._offered.get(line.sender, [])
        for option in offered:
            if line.tap == option.id or line.tap.casefold() == option.title.casefold():
                return option, []
        return None, [Difference("tap", line.tap, [option.title for option in offered])]

    def _answer(self, exchange: Exchange) -> Answer:
        conversation, turned = exchange.conversation, exchange.turned
        called = conversation.escalated_at is not None or conversation.status == "human"
        if turned is None:
            return Answer(
                intent=None,
                confidence=0.0,
                state=None,
                expects=None,
                replies=[],
                escalated=called,
                entities={},
                appointment=None,
            )
        touched = turned.appointment_id
        visit = self._db.read(lambda tx: store.appointment(tx, touched)) if touched else None
        return Answer(
            intent=turned.understanding.intent,
            confidence=round(turned.understanding.confidence, 4),
            state=turned.state,
            expects=turned.expects,
            replies=[text_of(reply) for reply in turned.replies],
            escalated=called,
            entities=describe_entities(turned.understanding.entities, self._context),
            appointment=_described(visit) if visit else None,
        )


def _described(visit: Appointment) -> dict[str, object]:
    """A visit in the words of an expectation."""
    return {
        "service": visit.service_name,
        "professional": visit.professional_name,
        "patient": visit.patient_name,
        "date": f"{visit.local:%Y-%m-%d}",
        "time": f"{visit.local:%H:%M}",
        "insurance": visit.insurance,
        "status": visit.status,
    }


def _days(context: ClinicContext) -> int:
    """As far as anybody can have booked."""
    return context.scheduling_policies.max_advance_days + 2


def _print_turn(turn: Turn, name: str) -> None:
    show.line(f"\n{turn.at}  line {turn.line}  {turn.sender}", "dim")
    show.bubble("patient ›", turn.text, "cyan")
    answer = turn.answer
    for text in answer.replies:
        show.bubble(f"{name} ›", text, "green")
    show.line(_stand(answer), "dim")
    for one in turn.differences:
        show.line(f"✗ {one.what}", "red")
        show.bubble("    expected", show.compact(one.expected), "green")
        show.bubble("    got     ", show.compact(one.got), "red")


def _stand(answer: Answer) -> str:
    """`book 0.97 → date_time, asks for slot`"""
    if answer.state is None:
        return "a person has this conversation"
    asks = f", asks for {answer.expects}" if answer.expects else ""
    called = ", a person was called" if answer.escalated else ""
    return f"{answer.intent} {answer.confidence:.2f} → {answer.state}{asks}{called}"


def _counted(failed: Sequence[Turn]) -> str:
    count = sum(len(turn.differences) for turn in failed)
    where = ", ".join(str(turn.line) for turn in failed)
    lines = "line" if len(failed) == 1 else "lines"
    return f"{documents.many(count, 'expectation')} failed, in {lines} {where}."
