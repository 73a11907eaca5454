"""The context documents of a clinic, every one ever in force; the newest row is the one in force."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from collections import OrderedDict

import msgspec
from msgspec import Struct

from atendeai.clinics.context import ClinicContext
from atendeai.database import Transaction

KEPT_DECODED = 256


class NoContext(Exception):
    """No context document has been loaded for this clinic yet."""


class UnknownVersion(Exception):
    """The clinic never had a context of that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no version {number} of the context")
        self.number = number


class ContextVersion(Struct, frozen=True, kw_only=True):
    """A row of `context_versions` without its document; `created_at` is ISO 8601 UTC."""

    version: int
    sha256: str
    source: str
    restored_from: int | None = None
    created_at: str


class _Decoded:
    """The structs of documents lately used, by their sha256: a turn does not decode what the last one did."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[str, ClinicContext] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, sha256: str) -> ClinicContext | None:
        with self._lock:
            context = self._kept.get(sha256)
            if context is not None:
                self._kept.move_to_end(sha256)
            return context

    def put(self, sha256: str, context: ClinicContext) -> None:
        with self._lock:
            self._kept[sha256] = context
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


_decoded = _Decoded(KEPT_DECODED)
_HISTORY = "select version, sha256, source, restored_from, created_at from context_versions order by version desc"


def load(tx: Transaction, context: ClinicContext, source: str, at: dt.datetime) -> int:
    """Put a context in force and return its number; the number in force when it is the very same document.

    `source` tells where it came from (a file's name, a person); `at` is an aware instant.
    """
    document = msgspec.json.encode(context).decode()
    sha256 = hashlib.sha256(document.encode()).hexdigest()
    current = tx.row(ContextVersion, _HISTORY + " limit 1")
    if current is not None and current.sha256 == sha256:
        return current.version
    return _insert(tx, document, sha256, source, None, at)


def _insert(tx: Transaction, document: str, sha256: str, source: str, restored: int | None, at: dt.datetime) -> int:
    number: int = tx.value(
        "insert into context_versions(document, sha256, source, restored_from, created_at)"
        " values (?, ?, ?, ?, ?) returning version",
        (document, sha256, source, restored, at.astimezone(dt.UTC).isoformat(timespec="seconds")),
    )
    return number


def active(tx: Transaction) -> ClinicContext:
    """The context in force. Raises NoContext."""
    return version(tx, active_version(tx))


def active_version(tx: Transaction) -> int:
    """The number of the context in force. Raises NoContext."""
    number: int | None = tx.value("select max(version) from context_versions")
    if number is None:
        raise NoContext
    return number


def version(tx: Transaction, number: int) -> ClinicContext:
    """The context of that number. Raises UnknownVersion."""
    sha256: str | None = tx.value("select sha256 from context_versions where version = ?", (number,))
    if sha256 is None:
        raise UnknownVersion(number)
    context = _decoded.get(sha256)
    if context is None:
        document: str = tx.value("select document from context_versions where version = ?", (number,))
        context = msgspec.json.decode(document, type=ClinicContext)
        _decoded.put(sha256, context)
    return context


def history(tx: Transaction) -> list[ContextVersion]:
    """Every version, newest first."""
    return tx.rows(ContextVersion, _HISTORY)


def rollback(tx: Transaction, to_version: int, at: dt.datetime) -> int:
    """Put an old document in force again, as a new version. Raises UnknownVersion."""
    rows = tx.dicts("select document, sha256, source from context_versions where version = ?", (to_version,))
    if not rows:
        raise UnknownVersion(to_version)
    old = rows[0]
    return _insert(tx, old["document"], old["sha256"], old["source"], to_version, at)
