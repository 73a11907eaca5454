"""The audit trail over HTTP: what was done in the clinic, and what one of its people did."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import anyio
from litestar import get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.ops.http import Cursor, Limit, Page, Position, in_utc, page, position, problems
from atendeai.ops.problem import Problem
from atendeai.users import activity
from atendeai.users.activity import Line, Wanted

Who = Annotated[
    str | None, QueryParameter(name="who", max_length=80, description="`user:ID`, `key:ID`, `admin:ID`, `bot`, `cli`.")
]
Action = Annotated[str | None, QueryParameter(name="action", max_length=80, description="Such as `users.updated`.")]
Subject = Annotated[str | None, QueryParameter(name="subject", max_length=80, description="A table: `patients`, …")]
SubjectId = Annotated[str | None, QueryParameter(name="subject_id", max_length=80, description="An id of that table.")]
From = Annotated[dt.datetime | None, QueryParameter(name="from", description="Only what was done then or later.")]
To = Annotated[dt.datetime | None, QueryParameter(name="to", description="Only what was done before then.")]


@get("/api/audit", opt=may("audit:read"), summary="Read the audit trail", tags=["Audit"], responses=problems())
async def read_audit(
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    who: Who = None,
    action: Action = None,
    subject: Subject = None,
    subject_id: SubjectId = None,
    since: From = None,
    until: To = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[Line]:
    """Who changed or saw what, the newest first."""
    wanted = Wanted(
        who=who,
        action=action,
        subject=subject,
        subject_id=subject_id,
        since=in_utc(since, "from"),
        until=in_utc(until, "to"),
    )
    return await anyio.to_thread.run_sync(_page, files, principal.clinic, wanted, limit, _before(cursor), None)


@get(
    "/api/users/{user_id:str}/activity",
    opt=may("users:activity"),
    summary="Read what a user did",
    tags=["Users"],
    responses=problems(404),
)
async def read_activity(
    user_id: FromPath[str],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    action: Action = None,
    subject: Subject = None,
    since: From = None,
    until: To = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page[Line]:
    """The newest first; also of somebody whose account was ended."""
    wanted = Wanted(
        who=f"user:{user_id}", action=action, subject=subject, since=in_utc(since, "from"), until=in_utc(until, "to")
    )
    return await anyio.to_thread.run_sync(_page, files, principal.clinic, wanted, limit, _before(cursor), user_id)


def _page(
    files: ClinicFiles, clinic_id: str, wanted: Wanted, limit: int, before: int | None, of: str | None
) -> Page[Line]:
    def work(tx: Transaction) -> Page[Line]:
        if of is not None and not activity.known(tx, of):
            raise Problem(404, "unknown_user", "There is no such user.")
        lines = activity.newest(tx, wanted, limit + 1, before)
        return page(lines, limit, activity.count(tx, wanted), lambda line: Position(None, line.id))

    with files.clinic(clinic_id) as db:
        return db.read(work)


def _before(cursor: str | None) -> int | None:
    """The id of the last line of the page before."""
    after = position(cursor)
    if after is None:
        return None
    if not isinstance(after.id, int):
        raise Problem(400, "bad_cursor", "The cursor is not one of ours.", "Send `next_cursor` unchanged.")
    return after.id
