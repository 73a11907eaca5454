"""Patients as a list: searched without regard to case and accents, sorted, page by page."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.http import Position, page
from atendeai.patients import store
from atendeai.patients.store import Found
from atendeai.users.listing import folded

Sort = Literal["name", "-name", "last_seen_at", "-last_seen_at"]
FEWEST_DIGITS = 3  # fewer say nothing about a phone


class Sought(Struct, frozen=True, kw_only=True):
    """`q` is part of a name or of a phone. Of a professional, only those in their own agenda."""

    q: str = ""
    sort: Sort = "name"
    professional_id: str | None = None


class Ids(Struct, frozen=True):
    """A page of a list, before its rows are read."""

    ids: list[str]
    total: int
    next_cursor: str | None


def search(tx: Transaction, sought: Sought, limit: int, after: Position | None) -> Ids:
    """The ids of the page that begins after a position. It reads every patient, so call it outside the write lock."""
    found = [one for one in store.everybody(tx, sought.professional_id) if _fits(one, sought.q)]
    backwards = sought.sort.startswith("-")
    by = _name if sought.sort.endswith("name") else _last_seen
    rows = sorted(((by(one), one.id) for one in found), reverse=backwards)
    if after is not None:
        end = (str(after.value), str(after.id))
        rows = [row for row in rows if (row < end if backwards else row > end)]
    shown = page(rows[: limit + 1], limit, len(found), lambda row: Position(*row))
    return Ids([patient_id for _, patient_id in shown.items], shown.total, shown.next_cursor)


def _name(one: Found) -> str:
    return folded(one.name or "")


def _last_seen(one: Found) -> str:
    return one.last_seen_at


def _fits(one: Found, q: str) -> bool:
    """Every word is in the name, or the digits are in the phone."""
    words = folded(q).split()
    name = _name(one)
    if all(word in name for word in words):
        return True
    digits = re.sub(r"[^0-9]", "", q)
    alone = re.fullmatch(r"[0-9()+.\s-]+", q.strip()) is not None
    return alone and len(digits) >= FEWEST_DIGITS and digits in re.sub(r"[^0-9]", "", one.phone or "")
