"""The registered clinics as a list: filtered, sorted, page by page. They are few, so it is done in memory."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from atendeai.ops.clock import iso
from atendeai.ops.http import Page, Position, page
from atendeai.registry import ClinicRow, Status

Sort = Literal["name", "-name", "created_at", "-created_at"]


class Wanted(Struct, frozen=True, kw_only=True):
    """What a list is to show; `q` is looked for in ids and names, whatever the case and the accents."""

    status: Status | None = None
    q: str = ""
    sort: Sort = "name"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


_BY: Mapping[str, Callable[[ClinicRow], str]] = {
    "name": lambda row: _folded(row.name),
    "created_at": lambda row: iso(row.created_at),
}


def listed(rows: Sequence[ClinicRow], wanted: Wanted, limit: int, after: Position | None) -> Page[ClinicRow]:
    """The page that begins after a position."""
    by, backwards = _BY[wanted.sort.lstrip("-")], wanted.sort.startswith("-")
    found = [row for row in rows if _fits(row, wanted)]
    ordered = sorted(found, key=lambda row: (by(row), row.id), reverse=backwards)
    if after is not None:
        end = (str(after.value), str(after.id))
        ordered = [row for row in ordered if ((by(row), row.id) < end if backwards else (by(row), row.id) > end)]
    return page(ordered[: limit + 1], limit, len(found), lambda row: Position(by(row), row.id))


def _fits(row: ClinicRow, wanted: Wanted) -> bool:
    sought = _folded(wanted.q.strip())
    return wanted.status in (None, row.status) and (sought in _folded(row.name) or sought in row.id)
