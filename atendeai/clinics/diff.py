"""What changed between two context documents, entry by entry rather than line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atendeai.clinics.context import ClinicContext
from atendeai.clinics.document.words import same

# By what the entries of a list are known, in order of trust; lists not named here change as a whole.
KNOWN_BY = {
    "services": ("id", "name"),
    "professionals": ("id", "name"),
    "insurance_plans": ("name",),
    "faq": ("question",),
    "methods": ("name",),
    "exceptions": ("date",),
    "closures": ("start",),
    "time_off": ("start",),
    "local": ("date",),
}


class Change(Struct, frozen=True):
    """One difference; `path` names entries by what they are known by (`services[eco].price_cents`).

    `before` and `after` are plain JSON values; None where there is none.
    """

    path: str
    kind: Literal["added", "removed", "changed"]
    before: Any = None
    after: Any = None


def changes(old: ClinicContext | None, new: ClinicContext) -> list[Change]:
    """Differences in document order; everything is added when there was no document."""
    if old is None:
        return [Change(name, "added", None, value) for name, value in msgspec.to_builtins(new).items()]
    return _of_structs("", old, new)


def _of_structs(path: str, old: Struct, new: Struct) -> list[Change]:
    found: list[Change] = []
    for field in new.__struct_fields__:
        here = f"{path}.{field}" if path else field
        found += _of_values(here, field, getattr(old, field), getattr(new, field))
    return found


def _of_values(path: str, field: str, old: Any, new: Any) -> list[Change]:
    if old == new:
        return []
    if isinstance(old, Struct) and isinstance(new, Struct):
        return _of_structs(path, old, new)
    # A service's `professionals` are ids, the document's are people: only people are paired.
    if field in KNOWN_BY and all(isinstance(entry, Struct) for entry in (*old, *new)):
        return _of_lists(path, KNOWN_BY[field], old, new)
    before, after = msgspec.to_builtins(old), msgspec.to_builtins(new)
    if before in (None, "", []):
        return [Change(path, "added", None, after)]
    if after in (None, "", []):
        return [Change(path, "removed", before, None)]
    return [Change(path, "changed", before, after)]


def _of_lists(path: str, known_by: Sequence[str], old: Sequence[Struct], new: Sequence[Struct]) -> list[Change]:
    """Entries are paired by the first thing they are known by, then by the next; the rest came or went."""
    pairs: dict[int, Struct] = {}
    gone = list(old)
    for known in known_by:
        for index, entry in enumerate(new):
            twin = next((other for other in gone if index not in pairs and _alike(known, other, entry)), None)
            if twin is not None:
                pairs[index] = twin
                gone = [other for other in gone if other is not twin]
    found: list[Change] = []
    for index, entry in enumerate(new):
        here = f"{path}[{_shown(getattr(entry, known_by[0]))}]"
        if index in pairs:
            found += _of_structs(here, pairs[index], entry)
        else:
            found.append(Change(here, "added", None, msgspec.to_builtins(entry)))
    left = (f"{path}[{_shown(getattr(entry, known_by[0]))}]" for entry in gone)
    return found + [Change(here, "removed", msgspec.to_builtins(entry)) for here, entry in zip(left, gone, strict=True)]


def _alike(known: str, old: Struct, new: Struct) -> bool:
    before, after = getattr(old, known), getattr(new, known)
    return bool(same(before) == same(after)) if known in ("name", "question") else bool(before == after)


def _shown(known: Any) -> str:
    return str(msgspec.to_builtins(known))
