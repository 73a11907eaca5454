"""Conversations to replay: JSON Lines of what a patient says and what is expected of the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET, Struct, UnsetType, field

from atendeai_cli.errors import Misused

COMMENTS = ("#", "//")
SOMEBODY = "5547999990001"


class Expectation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an answer must be; what is left out may be anything.

    `intent` may name several. `appointment` is whether the turn touched one, or fields that it must have.
    Texts are compared without regard to case; `entities` may say more than is expected.
    """

    intent: str | list[str] | UnsetType = UNSET
    state: str | UnsetType | None = UNSET
    expects: str | UnsetType | None = UNSET
    reply_contains: str | list[str] = []
    reply_lacks: str | list[str] = []
    escalated: bool | UnsetType = UNSET
    entities: dict[str, Any] = {}
    appointment: bool | dict[str, Any] | UnsetType = UNSET


class Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One message. `tap` is an offered option's id or title; `at` sets the clock, `wait` seconds move it."""

    text: str = ""
    sender: str = field(name="from", default=SOMEBODY)
    name: str | None = None
    tap: str | None = None
    kind: str = "text"
    at: str | None = None
    wait: float = 0
    expect: Expectation = Expectation()
    number: int = field(name="_", default=0)


class Answer(Struct, frozen=True, kw_only=True):
    """What came of a message, in the words of an expectation."""

    intent: str | None
    confidence: float
    state: str | None
    expects: str | None
    replies: list[str]
    escalated: bool
    entities: dict[str, Any]
    appointment: dict[str, Any] | None


class Difference(Struct, frozen=True):
    """An expectation that failed."""

    what: str
    expected: Any
    got: Any


def read(file: Path) -> list[Line]:
    """The lines of a script; blank ones and comments are left out. Raises Misused, naming the line."""
    try:
        written = file.read_text("utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise Misused(f"{file} cannot be read as text: name a file of JSON lines.") from error
    lines = list(_lines(file, written))
    if not lines:
        raise Misused(f'{file} holds no message: write lines like {{"text": "oi"}}.')
    return lines


def _lines(file: Path, written: Iterable[str]) -> Iterator[Line]:
    for number, text in enumerate(written, 1):
        if not text.strip() or text.lstrip().startswith(COMMENTS):
            continue
        try:
            line = msgspec.json.decode(text, type=Line)
        except msgspec.DecodeError as error:
            raise Misused(f"{file}, line {number}: {error}.") from error
        if not (line.text or line.tap or line.kind != "text"):
            raise Misused(f'{file}, line {number}: there is nothing to say; give it a "text" or a "tap".')
        yield msgspec.structs.replace(line, number=number)


def differences(expected: Expectation, got: Answer) -> list[Difference]:
    """Every expectation that the answer does not meet."""
    return [
        *_intent(expected.intent, got.intent),
        *_equal("state", expected.state, got.state),
        *_equal("expects", expected.expects, got.expects),
        *_equal("escalated", expected.escalated, got.escalated),
        *_subset("entities", expected.entities, got.entities),
        *_appointment(expected.appointment, got.appointment),
        *_texts(expected, "\n".join(got.replies)),
    ]


def _intent(expected: str | list[str] | UnsetType, got: str | None) -> Iterator[Difference]:
    if isinstance(expected, list):
        if got not in expected:
            yield Difference("intent", " or ".join(expected), got)
    else:
        yield from _equal("intent", expected, got)


def _equal(what: str, expected: object, got: object) -> Iterator[Difference]:
    if expected is not UNSET and not _same(expected, got):
        yield Difference(what, expected, got)


def _same(expected: object, got: object) -> bool:
    if isinstance(expected, str) and isinstance(got, str):
        return expected.casefold() == got.casefold()
    return expected == got


def _subset(what: str, expected: Mapping[str, Any], got: Mapping[str, Any]) -> Iterator[Difference]:
    for name, value in expected.items():
        found = got.get(name)
        if isinstance(value, dict) and isinstance(found, dict):
            yield from _subset(f"{what}.{name}", value, found)
        else:
            yield from _equal(f"{what}.{name}", value, found)


def _appointment(expected: bool | dict[str, Any] | UnsetType, got: dict[str, Any] | None) -> Iterator[Difference]:
    if isinstance(expected, dict) and got is not None:
        yield from _subset("appointment", expected, got)
    elif expected is not UNSET and bool(expected) != (got is not None):
        yield Difference("appointment", expected, got)


def _texts(expected: Expectation, said: str) -> Iterator[Difference]:
    folded = said.casefold()
    for text in _each(expected.reply_contains):
        if text.casefold() not in folded:
            yield Difference("reply_contains", text, said)
    for text in _each(expected.reply_lacks):
        if text.casefold() in folded:
            yield Difference("reply_lacks", text, said)


def _each(texts: str | Sequence[str]) -> Sequence[str]:
    return [texts] if isinstance(texts, str) else texts
