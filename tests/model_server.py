"""A stand-in for an OpenAI-compatible provider: real HTTP on the loopback address, with faults on demand."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from msgspec import Struct


class Request(Struct, frozen=True):
    path: str
    key: str
    body: bytes
    content_type: str

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found

    @property
    def asked_by(self) -> str:
        return str(self.json.get("response_format", {}).get("type", "prompt"))

    @property
    def data(self) -> dict[str, Any]:
        """The user turn of a chat request."""
        found: dict[str, Any] = json.loads(self.json["messages"][1]["content"])
        return found

    @property
    def form(self) -> dict[str, bytes]:
        parsed = BytesParser().parsebytes(f"Content-Type: {self.content_type}\r\n\r\n".encode() + self.body)
        parts = [part for part in parsed.walk() if not part.is_multipart()]
        return {str(p.get_param("name", header="content-disposition")): p.get_payload(decode=True) for p in parts}  # type: ignore[misc]


class Answer(Struct, frozen=True):
    """`after` is seconds; `dripping` sends a byte at a time, each after so many seconds; None closes in silence."""

    body: bytes | None
    status: int = 200
    after: float = 0.0
    dripping: float = 0.0


def completion(content: str | None, finish_reason: str | None = "stop", refusal: str | None = None) -> Answer:
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return Answer(json.dumps({"choices": [{"message": message, "finish_reason": finish_reason}]}).encode())


def proposes(intent: str, confidence: float = 0.9, **named: Any) -> Answer:
    nothing = dict.fromkeys(("service", "professional", "insurance", "when", "option", "yes_no"))
    return completion(json.dumps({"intent": intent, "also": [], "confidence": confidence, **nothing, **named}))


def says(*texts: str) -> Answer:
    return completion(json.dumps({"texts": list(texts)}))


def error(status: int, words: str = "no") -> Answer:
    return Answer(json.dumps({"error": {"message": words}}).encode(), status)


class ModelServer:
    """Answers each request with the next of `answers`, else with what `otherwise` makes of it."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.answers: deque[Answer] = deque()
        self.otherwise: Callable[[Request], Answer] = lambda _: error(500)
        self.stopping = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> ModelServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            key = self.headers.get("Authorization", "").removeprefix("Bearer ")
            request = Request(self.path, key, body, self.headers.get("Content-Type", ""))
            server.requests.append(request)
            answer = server.answers.popleft() if server.answers else server.otherwise(request)
            server.stopping.wait(answer.after)
            if answer.body is None:
                self.close_connection = True
                return
            try:
                self._send(answer, answer.body)
            except OSError:  # who asked has given up
                self.close_connection = True

        def _send(self, answer: Answer, body: bytes) -> None:
            self.send_response(answer.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if not answer.dripping:
                self.wfile.write(body)
                return
            for byte in body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                if server.stopping.wait(answer.dripping):
                    return

        def log_message(self, *_: Any) -> None:
            """Silent."""

    return Handler
