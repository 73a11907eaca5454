"""The utterances: text files of `intent[+intent…][@expects]: message` lines, `#` for comments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast, get_args

from atendeai.conversation.understanding.model import INTENTS, Expects

FOLDER = Path(__file__).parent / "utterances"


class Utterance(NamedTuple):
    """One message. `intents` are all that it says, the leading one first; `expects` is what the bot had asked."""

    text: str
    intents: tuple[str, ...]
    expects: Expects | None


def utterances(path: Path) -> list[Utterance]:
    """ValueError names the file and line of what cannot be read."""
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return [_read(line, f"{path.name}:{number}") for number, line in lines if line.strip() and not line.startswith("#")]


def voices(folder: Path = FOLDER) -> Iterator[tuple[str, list[Utterance]]]:
    """Each file by its name: one way of speaking, or one purpose."""
    for path in sorted(folder.glob("*.txt")):
        yield path.stem, utterances(path)


def digest(folder: Path = FOLDER) -> str:
    """What tells whether a model was trained on exactly these files."""
    every = hashlib.sha256()
    for path in sorted(folder.glob("*.txt")):
        every.update(path.read_bytes())
    return every.hexdigest()


def _read(line: str, place: str) -> Utterance:
    label, colon, text = line.partition(": ")
    names, _, expects = label.partition("@")
    intents = tuple(names.split("+"))
    unknown = [name for name in intents if name not in INTENTS]
    if not colon or not text.strip() or unknown or (expects and expects not in get_args(Expects)):
        raise ValueError(f"{place}: write `intent: message`, with intents of the inventory, not {line[:60]!r}")
    return Utterance(text.replace("\\n", "\n").strip(), intents, cast(Expects, expects) if expects else None)
