"""A baseline in a process of its own that speaks JSON lines: taught once, then asked one thing at a time."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Mapping, Sequence
from threading import Timer
from types import TracebackType
from typing import Any

import msgspec


class NoAnswer(Exception):
    """The process ended, or was ended at its time limit, before it answered."""


class Child:
    """Use as a context manager; whatever happens, the process is gone at the end."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], seconds: float) -> None:
        self._seconds = seconds
        self._process = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._limit = Timer(seconds, self._process.kill)
        self._limit.daemon = True

    def __enter__(self) -> Child:
        self._limit.start()
        return self

    def ask(self, question: object) -> dict[str, Any]:
        """One line there, one line back. NoAnswer when there is none."""
        pipe_in, pipe_out = self._process.stdin, self._process.stdout
        if pipe_in is None or pipe_out is None:
            raise AssertionError("both were asked for")
        try:
            pipe_in.write(msgspec.json.encode(question) + b"\n")
            pipe_in.flush()
            answer = pipe_out.readline()
        except BrokenPipeError:
            answer = b""
        if not answer:
            raise NoAnswer(f"gave no answer (exit code {self._process.wait()}, limit {self._seconds:.0f} s)")
        return msgspec.json.decode(answer, type=dict[str, Any])

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._limit.cancel()
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()
