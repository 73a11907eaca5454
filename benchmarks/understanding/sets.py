"""The test sets: messages with their intents, and words for moments with their answers.

A file of intents holds `intent[+intent…][@expects]: message` lines, or JSON lines with `text`, `intent` (also "a+b", or
a list) and, where known, `expects` and `language`. A file of moments holds JSON lines with `text`, `reference` (the
local "now") and `expect`; where `ambiguous` is true, any of `accept` counts. A file whose only labels are `emergency`
and `other` is one of emergencies. The language is a file's by its name (`english`, `spanish`), else Portuguese. What
cannot be read is told by file and line, never by its words: a test split stays unread.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from atendeai.conversation.understanding.model import INTENTS
from atendeai.conversation.understanding.normalise import fold
from training.utterances import FOLDER

FROZEN = Path(__file__).parent.parent / "data"
ONLY_EMERGENCIES = frozenset({"emergency", "other"})
_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"[a-z_]+(?:\+[a-z_]+)*(?:@[a-z_]+)?")


class Message(Struct, frozen=True, kw_only=True):
    """`intents` are all that a message says, the leading one first; `expects` is what had been asked before."""

    text: str
    intents: tuple[str, ...]
    expects: str | None = None
    language: str = "pt"


class Moment(Struct, frozen=True, kw_only=True):
    """Words for a moment, the local time at which they were said, and every answer that counts as right."""

    text: str
    reference: dt.datetime
    accepted: tuple[dict[str, Any], ...]
    language: str = "pt"
    source: str = ""


class Sets(NamedTuple):
    """By name; `emergencies` are messages that only say whether an emergency was heard."""

    messages: dict[str, list[Message]]
    emergencies: dict[str, list[Message]]
    moments: dict[str, list[Moment]]


def read_sets(paths: Sequence[Path]) -> Sets:
    """ValueError or OSError when one cannot be read."""
    sets = Sets({}, {}, {})
    for path in paths:
        lines = list(_json_lines(path)) if path.suffix == ".jsonl" else []
        if lines and "reference" in lines[0][1]:
            sets.moments[path.stem] = [_moment(line, place) for place, line in lines]
            continue
        found = [_message(line, place) for place, line in lines] if lines else plain_messages(path)
        labels = {intent for message in found for intent in message.intents}
        if labels <= ONLY_EMERGENCIES:
            sets.emergencies[path.stem] = found
        elif unknown := labels - {*INTENTS}:
            raise ValueError(f"{path.name}: no intents of the inventory: {', '.join(sorted(unknown))}")
        else:
            sets.messages[path.stem] = found
    return sets


def frozen_paths(folder: Path = FROZEN) -> list[Path]:
    """The test split that is kept here."""
    return sorted([*folder.glob("*_test*.txt"), *folder.glob("*_test*.jsonl")])


def training_messages(folder: Path = FOLDER) -> list[Message]:
    """What the classifier that ships was taught, for those who are taught the same."""
    return [message for path in sorted(folder.glob("*.txt")) for message in plain_messages(path)]


def plain_messages(path: Path) -> list[Message]:
    """A text file of `intent[+intent…][@expects]: message` lines, `#` for comments."""
    messages = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            label, colon, text = line.partition(": ")
            if not colon or not text.strip() or not _LABEL.fullmatch(label):
                raise ValueError(f"{path.name}:{number}: every line needs `intent: message`")
            intents, _, expects = label.partition("@")
            said = {"text": text.replace("\\n", "\n").strip(), "intent": intents, "expects": expects or None}
            messages.append(_message(said, f"{path.name}:{number}"))
    return messages


def words_of(text: str) -> str:
    """What two messages share that differ in nothing but case, accents and punctuation."""
    return " ".join(_WORD.findall(fold(text)))


def _json_lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line and its place."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            place = f"{path.name}:{number}"
            try:
                yield place, msgspec.json.decode(line, type=dict[str, Any])
            except msgspec.MsgspecError as error:
                raise ValueError(f"{place}: no JSON object") from error


def _message(line: Mapping[str, Any], place: str) -> Message:
    if not line.get("text") or not line.get("intent"):
        raise ValueError(f"{place}: every line needs `text` with `intent`, or with `reference` and `expect`")
    intents = line["intent"]
    return Message(
        text=line["text"],
        intents=tuple(intents.split("+") if isinstance(intents, str) else intents),
        expects=line.get("expects"),
        language=line.get("language") or _language(place),
    )


def _moment(line: Mapping[str, Any], place: str) -> Moment:
    if not {"text", "reference", "expect"} <= line.keys():
        raise ValueError(f"{place}: every line needs `text`, `reference` and `expect`")
    return Moment(
        text=line["text"],
        reference=dt.datetime.fromisoformat(line["reference"]),
        accepted=tuple(line["accept"] if line.get("ambiguous") else [line["expect"]]),
        language=line.get("language") or _language(place),
        source=line.get("source", ""),
    )


def _language(file_name: str) -> str:
    return "en" if "english" in file_name else "es" if "spanish" in file_name else "pt"
