"""Asks an OpenAI-compatible model for a small JSON object: whatever it is capable of, within the time there is."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from typing import Any, Generic, Literal, TypeVar

import msgspec
from msgspec import Struct

from atendeai.circuit import Circuit
from atendeai.conversation.ai.configuration import Endpoint
from atendeai.conversation.ai.wire import Answer, Json, Unanswered, Wire

T = TypeVar("T", bound=Struct)

LEAST_SECONDS = 0.15  # with less left, nothing is asked any more
AT_ONCE = 8  # requests of one endpoint under way; who comes then goes on without
_ANYBODY = ("", "")
_FENCED = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)

Rung = Literal["json_schema", "json_object", "prompt"]
RUNGS: tuple[Rung, ...] = ("json_schema", "json_object", "prompt")


class Question(Struct, Generic[T], frozen=True):
    """What is asked: instructions of ours, data that is nobody's instruction, and the shape of the answer."""

    name: str
    system: str
    data: dict[str, Any]
    schema: dict[str, Any]
    kind: type[T]


class _Dialect(Struct, frozen=True):
    """What an endpoint was found to understand."""

    rung: int = 0
    temperature: bool = True


class _Told(Struct, Generic[T], frozen=True):
    """What came of asking, and the way in which it was asked last."""

    dialect: _Dialect
    value: T | Unanswered


class Deadline:
    """The seconds that all requests of a turn share; they run from the first one on."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._clock = seconds, clock
        self._end: float | None = None

    @property
    def left(self) -> float:
        """Seconds; the first look starts them."""
        if self._end is None:
            self._end = self._clock() + self._seconds
        return self._end - self._clock()


class Breaker:
    """Leaves an endpoint alone for a while after some failures, but for one probe at a time; threads may share it."""

    def __init__(self, at_once: int = AT_ONCE, clock: Callable[[], float] = time.monotonic) -> None:
        self._circuit = Circuit(at_once)
        self._lock = threading.Lock()
        self._clock = clock

    def guard(self, line: str, work: Callable[[], Answer | Unanswered]) -> Answer | Unanswered:
        """`work`, unless the line is shut. 5xx, 429 and a refused key count as failures, like silence."""
        with self._lock:
            if self._circuit.enter(line, _ANYBODY, self._now()) != "go":
                return Unanswered("busy")
        reached: bool | None = None
        try:
            answer = work()
            reached = isinstance(answer, Answer) and not (answer.status >= 500 or answer.status in (401, 403, 429))
            return answer
        finally:
            with self._lock:
                self._circuit.leave(line, reached, self._now())

    def _now(self) -> int:
        return round(self._clock() * 1000)


class Provider:
    """Thread-safe; the key is given with each question and kept nowhere."""

    def __init__(self, wire: Wire, breaker: Breaker) -> None:
        self._wire, self._breaker = wire, breaker
        self._dialects: dict[str, _Dialect] = {}

    def ask(self, endpoint: Endpoint, question: Question[T], deadline: Deadline) -> T | Unanswered:
        """The answer in the shape that was asked for, checked here whatever the endpoint promised.

        An answer that cannot be read is asked for once more, while there is time, in a simpler way: some take a
        schema and do not keep to it.
        """
        dialect = self._dialects.get(endpoint.line, _Dialect())
        told: _Told[T] = self._converse(endpoint, question, dialect, deadline)
        if isinstance(told.value, Unanswered) and told.value.trouble == "unreadable":
            told = self._converse(endpoint, question, _rung_below(told.dialect), deadline)
        if not isinstance(told.value, Unanswered):
            self._dialects[endpoint.line] = told.dialect
        return told.value

    def _converse(self, endpoint: Endpoint, question: Question[T], dialect: _Dialect, deadline: Deadline) -> _Told[T]:
        """Ask, in simpler ways where one is refused."""
        while True:
            if deadline.left < LEAST_SECONDS:
                return _Told(dialect, Unanswered("late"))
            answer = self._post(endpoint, question, dialect, deadline)
            if isinstance(answer, Unanswered):
                return _Told(dialect, answer)
            if answer.status == 200:
                return _Told(dialect, read(answer.body, question.kind))
            simpler = _simpler(dialect, answer.body) if answer.status in (400, 422) else None
            if simpler is None:
                return _Told(dialect, Unanswered("refused", answer.status))
            dialect = simpler

    def rung(self, endpoint: Endpoint) -> Rung:
        """The way in which the endpoint is asked by now."""
        return RUNGS[self._dialects.get(endpoint.line, _Dialect()).rung]

    def _post(
        self, endpoint: Endpoint, question: Question[Any], dialect: _Dialect, deadline: Deadline
    ) -> Answer | Unanswered:
        content = msgspec.json.encode(_body(endpoint.model, question, dialect))
        url = f"{endpoint.url.rstrip('/')}/chat/completions"
        return self._breaker.guard(
            endpoint.line, lambda: self._wire.post(url, endpoint.key, deadline.left, Json(content))
        )


def _body(model: str, question: Question[Any], dialect: _Dialect) -> dict[str, Any]:
    rung = RUNGS[dialect.rung]
    system = question.system
    if rung != "json_schema":
        schema = msgspec.json.encode(question.schema).decode()
        system = f"{system}\n\nAnswer with one JSON object and nothing else. Its JSON Schema:\n{schema}"
    body: dict[str, Any] = {
        "model": model,
        "messages": [
            {"role": "system", "content": system},
            {"role": "user", "content": msgspec.json.encode(question.data).decode()},
        ],
        "stream": False,
    }
    if dialect.temperature:
        body["temperature"] = 0
    if rung == "json_schema":
        schema_format = {"name": question.name, "strict": True, "schema": question.schema}
        body["response_format"] = {"type": "json_schema", "json_schema": schema_format}
    elif rung == "json_object":
        body["response_format"] = {"type": "json_object"}
    return body


def _simpler(dialect: _Dialect, refusal: bytes) -> _Dialect | None:
    """The next way to ask after a refusal; None when there is none."""
    if dialect.temperature and b"temperature" in refusal:
        return msgspec.structs.replace(dialect, temperature=False)
    if dialect.rung + 1 == len(RUNGS):
        return None
    return msgspec.structs.replace(dialect, rung=dialect.rung + 1)


def _rung_below(dialect: _Dialect) -> _Dialect:
    """One rung down, the last one again."""
    return msgspec.structs.replace(dialect, rung=min(dialect.rung + 1, len(RUNGS) - 1))


class _Message(Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(Struct):
    choices: list[_Choice]


def read(body: bytes, kind: type[T]) -> T | Unanswered:
    """The object in a completion's body: finished, not declined, and of exactly that shape."""
    try:
        choice = msgspec.json.decode(body, type=_Completion).choices[0]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, IndexError):
        return Unanswered("unreadable")
    if choice.message.refusal:
        return Unanswered("declined")
    if choice.finish_reason != "stop":
        return Unanswered("cut" if choice.finish_reason == "length" else "declined")
    content = _THOUGHT.sub("", choice.message.content or "")
    fenced = _FENCED.match(content)
    try:
        return msgspec.json.decode(fenced[1] if fenced else content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Unanswered("unreadable")
