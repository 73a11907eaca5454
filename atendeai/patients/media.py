"""Files that patients sent: named after the message they came with, or the id that Meta gave them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from atendeai.database import Transaction


def of(tx: Transaction, directory: Path, contact_id: str) -> list[Path]:
    """The files of one contact."""
    names = {
        str(name)
        for name in tx.values(
            "select m.id from messages m join conversations v on v.id = m.conversation_id where v.contact_id = ?1"
            " union select i.media_id from inbox i join conversations v on v.id = i.conversation_id"
            " where v.contact_id = ?1 and i.media_id is not null",
            (contact_id,),
        )
    }
    return [path for path in _files(directory) if path.name.partition(".")[0] in names]


def older(directory: Path, than: dt.datetime) -> list[Path]:
    """The files that came before then."""
    return [path for path in _files(directory) if path.stat().st_mtime < than.timestamp()]


def remove(paths: list[Path]) -> int:
    """How many; what is gone already is no trouble."""
    for path in paths:
        path.unlink(missing_ok=True)
    return len(paths)


def _files(directory: Path) -> Iterator[Path]:
    yield from (path for path in sorted(directory.rglob("*")) if path.is_file() and not path.is_symlink())
