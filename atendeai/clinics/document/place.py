"""A walk over the document being read: fields are taken by any of their names, what nobody took is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import Struct
from rapidfuzz import fuzz, process

from atendeai.clinics.document.words import key, printable

Severity = Literal["error", "warning"]
ALIKE = 70  # of 100; below this a name is no likely slip of the keyboard
SILENT = ("_", "config_")


class Problem(Struct, frozen=True):
    """What is wrong with one place of the document; `path` is a JSON path such as `$.services[2].price`."""

    path: str
    severity: Severity
    message: str
    hint: str = ""


class Unreadable(Exception):
    """A value that cannot be understood. Words where a number stood are a warning, contradictions an error."""

    def __init__(self, message: str, hint: str = "", severity: Severity = "warning") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.severity = severity


class Report:
    """What was noticed while reading, and where in the source each kept part came from."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.origins: dict[str, str] = {}

    def error(self, path: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(path, "error", message, hint))

    def warning(self, path: str, message: str, hint: str = "") -> None:
        self.problems.append(Problem(path, "warning", message, hint))

    def refused(self, path: str, reason: Unreadable) -> None:
        self.problems.append(Problem(path, reason.severity, reason.message, reason.hint))


class Found(NamedTuple):
    """A value of the document and where it stands."""

    path: str
    value: Any
    report: Report


class JsonObject(dict[str, Any]):
    """An object as decoded; `repeated` names the fields that stood in it more than once."""

    repeated: tuple[str, ...] = ()


class Place:
    """One object of the document. Every name asked for becomes a candidate for "did you mean"."""

    def __init__(self, value: Mapping[Any, Any], path: str, report: Report) -> None:
        self.path = path
        self.report = report
        self._left = {str(name): held for name, held in value.items() if not str(name).startswith(SILENT)}
        self._asked: dict[str, None] = {}
        for name in getattr(value, "repeated", ()):
            report.warning(self.at(name), "This field stands here more than once; the last one is read")

    def at(self, name: str) -> str:
        name = printable(name)
        return f"{self.path}.{name}" if key(name) and name.isidentifier() else f"{self.path}[{name!r}]"

    def _spelling(self, name: str) -> str | None:
        if name in self._left:
            return name
        return next((written for written in self._left if key(written) == name), None)

    def has(self, *names: str) -> bool:
        return any(self._spelling(name) is not None for name in names)

    def take_every(self, *names: str) -> list[Found]:
        """Values under any of the names, in the order of the names; null counts as absent."""
        found = []
        for name in names:
            self._asked[name] = None
            while (written := self._spelling(name)) is not None:
                value = self._left.pop(written)
                if value is not None:
                    found.append(Found(self.at(written), value, self.report))
        return found

    def take_every_like(self, part: str) -> list[Found]:
        """Values of every field whose name begins with `part`."""
        return self.take_every(*[key(name) for name in self._left if key(name).startswith(part)])

    def peek(self, *names: str) -> list[Found]:
        """Values under these names, left for who reads them."""
        spelt = [written for name in names if (written := self._spelling(name)) is not None]
        return [Found(self.at(written), self._left[written], self.report) for written in spelt]

    def take(self, *names: str) -> Found | None:
        """The first of `take_every`; the same field said twice and differently is reported."""
        found = self.take_every(*names)
        for other in found[1:]:
            if other.value != found[0].value:
                self.report.warning(other.path, f"Ignored: {found[0].path} already says this")
        return found[0] if found else None

    def ignore(self, *names: str) -> None:
        """Fields known and without use here."""
        self.take_every(*names)

    def inside(self, *names: str) -> list[Place]:
        """The objects under these names; anything else there stays for another reader."""
        places = []
        for name in names:
            written = self._spelling(name)
            if written is not None and isinstance(self._left[written], Mapping):
                places.append(Place(self._left.pop(written), self.at(written), self.report))
            self._asked[name] = None
        return places

    def rest(self) -> dict[str, Any]:
        """Everything that nobody took, for another reader to report on."""
        rest, self._left = self._left, {}
        return rest

    def left(self) -> list[Found]:
        """Take everything that nobody asked for, with a report of each and its likeliest meaning."""
        found = []
        for written in list(self._left):
            value = self._left.pop(written)
            self.report.warning(self.at(written), "This field is not understood", self._meaning(written))
            found.append(Found(self.at(written), value, self.report))
        return found

    close = left

    def _meaning(self, written: str) -> str:
        near = process.extractOne(key(written), list(self._asked), scorer=fuzz.ratio, score_cutoff=ALIKE)
        return f"Did you mean {near[0]!r}?" if near else ""


def listed(found: Found | None) -> list[Found]:
    """The entries of a list, each with its path; a lone value is a list of one."""
    if found is None:
        return []
    if not isinstance(found.value, list):
        return [found]
    return [
        Found(f"{found.path}[{index}]", value, found.report)
        for index, value in enumerate(found.value)
        if value is not None
    ]


Read = Callable[[Any], Any]


class Rule(NamedTuple):
    """A kept field, how its value is read (None: nothing there; may raise Unreadable), and its names."""

    field: str
    read: Read
    names: tuple[str, ...]


def rule(field: str, read: Read, names: str = "") -> Rule:
    """`names` are separated by spaces; the field's own name always counts, and first."""
    return Rule(field, read, tuple(dict.fromkeys([field, *names.split()])))


def other_unit(field: str, read: Read, names: str) -> Rule:
    """A field said in another unit, under names of its own."""
    return Rule(field, read, tuple(names.split()))


@cache
def field_types(kind: type[Struct]) -> dict[str, Any]:
    return {field.name: field.type for field in msgspec.structs.fields(kind)}


def understood(found: Found, read: Read, kind: Any) -> Any:
    """The value as `kind` allows it to be kept, or None with a report of why not."""
    try:
        value = read(found.value)
        return None if value is None else msgspec.convert(value, kind)
    except Unreadable as reason:
        found.report.refused(found.path, reason)
    except msgspec.ValidationError as reason:
        found.report.error(found.path, str(reason))
    return None


def gather(places: Iterable[Place], kind: type[Struct], rules: Sequence[Rule]) -> dict[str, Any]:
    """Fields of `kind` found in the places: the first one wins, lists are joined."""
    kept: dict[str, Any] = {}
    places = list(places)
    for field, read, names in rules:
        for place in places:
            for found in place.take_every(*names):
                value = understood(found, read, field_types(kind)[field])
                if value is None:
                    continue
                if isinstance(value, list) and field in kept:
                    kept[field] = kept[field] + [item for item in value if item not in kept[field]]
                elif kept.setdefault(field, value) != value:
                    found.report.warning(found.path, f"Ignored: another field already says the {field}")
    return kept
