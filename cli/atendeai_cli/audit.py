"""`atendeai audit`: who changed or saw what, and whether anybody tampered with that."""

from __future__ import annotations

import time
from typing import Annotated

import msgspec
import typer

from atendeai.clinic_files import ClinicFiles
from atendeai.ops.clock import SystemClock
from atendeai.users import activity, trail
from atendeai.users.activity import Line, Wanted
from atendeai.users.trail import Checked
from atendeai_cli import show
from atendeai_cli.errors import Failed, Misused
from atendeai_cli.files import clinic_ids, opened
from atendeai_cli.options import Data, Json, Yes
from atendeai_cli.people import WHO, Platform

app = typer.Typer(
    help="Who changed or saw what, and whether anybody tampered with that.", no_args_is_help=True, add_completion=False
)
EVERY_SECONDS = 0.5  # how often --follow looks
MOST_AT_ONCE = 10_000  # lines between two looks
MaybeClinic = Annotated[
    str | None,
    typer.Argument(metavar="[CLINIC]", help="Id of the clinic.", show_default=False, autocompletion=clinic_ids),
]


@app.command("tail")
def tail(
    clinic: MaybeClinic = None,
    lines: Annotated[int, typer.Option("--lines", "-n", min=1, max=10_000, help="How many.")] = 20,
    who: Annotated[str | None, typer.Option("--who", help="Only by them: user:ID, key:ID, admin:ID, bot, cli.")] = None,
    action: Annotated[str | None, typer.Option("--action", help="Only this, such as users.updated.")] = None,
    subject: Annotated[str | None, typer.Option("--subject", help="Only on this table, such as patients.")] = None,
    subject_id: Annotated[str | None, typer.Option("--subject-id", help="Only on this id of it.")] = None,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on showing what is added, until Ctrl-C.")] = False,
    platform: Platform = False,
    json: Json = False,
    data: Data = None,
) -> None:
    """Show the newest lines of a clinic's audit trail, or of the installation's; the newest last.

    With --follow, --json prints one object a line.

    Example: atendeai audit tail vila-serena --subject patients -n 50
    """
    if (clinic is None) != platform:
        raise Misused("Name a clinic, or say --platform.")
    wanted = Wanted(who=who, action=action, subject=subject, subject_id=subject_id)
    with opened(data) as files:
        found = _newest(files, clinic, wanted, lines)
        _show(found, json, follow)
        while follow:
            time.sleep(EVERY_SECONDS)
            last = found[-1].id if found else 0
            if added := _newest(files, clinic, wanted, MOST_AT_ONCE, after=last):
                found = added
                _show(added, json, follow)


def _newest(files: ClinicFiles, clinic: str | None, wanted: Wanted, limit: int, after: int | None = None) -> list[Line]:
    """The newest last."""
    if clinic is None:
        found = files.control().read(lambda tx: activity.newest(tx, wanted, limit, after=after, names=False))
    else:
        with files.clinic(clinic) as db:
            found = db.read(lambda tx: activity.newest(tx, wanted, limit, after=after))
    return found[::-1]


def _show(found: list[Line], json: bool, follow: bool) -> None:
    if json and follow:
        for one in found:
            typer.echo(msgspec.json.encode(one).decode())
    elif json:
        show.as_json(found)
    else:
        rows = [
            (
                show.when(one.at),
                one.name or one.who,
                one.action,
                f"{one.subject} {one.subject_id}",
                _what(one),
                one.address,
            )
            for one in found
        ]
        show.table(("when", "who", "did", "on", "what", "from"), rows)


@app.command("verify")
def verify(
    clinic: MaybeClinic = None,
    accept_restored: Annotated[
        bool,
        typer.Option("--accept-restored", help="A backup of this clinic was put back: take its trail as it is now."),
    ] = False,
    yes: Yes = False,
    json: Json = False,
    data: Data = None,
) -> None:
    """Check the audit trails, of all clinics and the installation or of one clinic; exit code 1 when one is broken.

    Each line holds the hash of the one before; the newest line seen is kept apart, in control.db.

    Example: atendeai audit verify
    """
    at = SystemClock().now()
    with opened(data) as files:
        if accept_restored:
            if clinic is None:
                raise Misused("Name the clinic whose backup was put back.")
            show.agree(f"Take the trail of {clinic} as it is now? This is written down.", yes)
            checked = [trail.accept(files, clinic, WHO, at)]
        elif clinic is not None:
            checked = [trail.check(files, clinic, at)]
        else:
            checked = [*(trail.check(files, row.id, at) for row in files.clinics()), trail.check_platform(files)]
    if json:
        show.as_json(checked)
    else:
        show.table(
            ("trail", "lines", "newest", "state"), [(one.of, one.lines, one.last_id, _state(one)) for one in checked]
        )
    broken = [f"{one.of} (line {one.broken.id}: {one.broken.reason})" for one in checked if one.broken]
    if broken:
        raise Failed(f"The audit trail was tampered with: {', '.join(broken)}.")


def _state(checked: Checked) -> str:
    return f"broken at line {checked.broken.id}" if checked.broken else "sound"


def _what(line: Line) -> str:
    """`role: receptionist → manager`; what else is known of it when nothing changed."""
    old, new = line.old or {}, line.new or {}
    if not old and not new:
        return show.compact(line.detail) if line.detail else ""
    names = [*new, *(name for name in old if name not in new)]
    changes = []
    for name in names:
        before, after = (show.compact(side[name]) if name in side else "" for side in (old, new))
        changes.append(f"{name}: {before} → {after}" if before and after else f"{name}: {after or before}")
    return ", ".join(changes)
