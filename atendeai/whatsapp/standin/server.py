"""The stand-in's sockets: a threaded HTTP server on 127.0.0.1 that starts in milliseconds."""

from __future__ import annotations

import hmac
import re
import socket
import socketserver
import struct
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import urlsplit

from atendeai.whatsapp.identity import is_bsuid, match_key
from atendeai.whatsapp.standin import bodies, graph
from atendeai.whatsapp.standin.courier import Courier, Deliver, Line, to_url
from atendeai.whatsapp.standin.faults import FailLater
from atendeai.whatsapp.standin.graph import Answer, Broken, Late, Taken
from atendeai.whatsapp.standin.store import Sent, Store

DEFAULT_TOKEN = "stand-in-token"  # noqa: S105 - opens nothing but this stand-in
STATUSES = ("sent", "delivered", "read")
_PATH = re.compile(r"/v\d+\.\d+/(?P<id>[^/]+)(?:/(?P<edge>messages|media))?", re.ASCII)


class StandIn(Store):
    """Meta's side of the wire.

    With `webhook` (an address, or a function handed body and headers) and `app_secret`, each accepted message
    is followed by signed statuses. `token` None takes any token; `numbers` None knows every phone number id.
    Script `faults`, look at `sent`, `read` and `dropped`, or wait with `wait_for`.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        token: str | None = DEFAULT_TOKEN,
        numbers: Collection[str] | None = None,
        webhook: str | Deliver | None = None,
        app_secret: bytes = b"",
        waba_id: str = bodies.WABA_ID,
        statuses: Sequence[str] = STATUSES,
    ) -> None:
        super().__init__()
        self.token, self.numbers, self.statuses = token, numbers, tuple(statuses)
        self.url = ""
        self.stopping = threading.Event()
        self.courier = Courier()
        self._lines: dict[str, Line] = {}
        self._answering = 0
        self._port = port
        self._server: _Server | None = None
        if webhook is not None:
            self.subscribe(webhook, app_secret, waba_id)

    def subscribe(
        self, webhook: str | Deliver, app_secret: bytes, waba_id: str = bodies.WABA_ID, number: str = ""
    ) -> None:
        """Where statuses go: for one phone number id, or with "" for every number without its own line."""
        self._lines[number] = Line(to_url(webhook) if isinstance(webhook, str) else webhook, app_secret, waba_id)

    def start(self) -> str:
        """Serve from now on; the base address for a `GraphClient`."""
        self._server = _Server(("127.0.0.1", self._port), self)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.courier.start()
        threading.Thread(target=self._server.serve_forever, args=(0.02,), name="stand-in", daemon=True).start()
        return self.url

    def stop(self) -> None:
        self.stopping.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.hang_up()
            self._server.server_close()
            self.courier.stop()
            self._server = None

    def __enter__(self) -> StandIn:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def wait_for(self, count: int, timeout: float = 5.0) -> list[Sent]:
        """Every message, once at least `count` were accepted; TimeoutError after `timeout` seconds."""
        with self.changed:
            if not self.changed.wait_for(lambda: len(self.sent) >= count, timeout):
                raise TimeoutError(f"{len(self.sent)} of {count} messages: {[sent.text for sent in self.sent]}")
            return list(self.sent)

    def settle(self) -> None:
        """Wait until every message taken so far is answered and its statuses were brought or given up."""
        with self.changed:
            self.changed.wait_for(lambda: not self._answering)
        self.courier.settle()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Around the handling of one message, so that `settle` knows of it."""
        with self.changed:
            self._answering += 1
        try:
            yield
        finally:
            with self.changed:
                self._answering -= 1
                self.changed.notify_all()

    def report(self, taken: Taken) -> None:
        """Send the statuses of an accepted message; a message dropped by Meta has none."""
        sent = taken.sent
        if sent is None or sent in self.dropped:
            return
        line = self._lines.get(sent.phone_number_id) or self._lines.get("")
        if line is None:
            return
        for name in self.statuses if taken.fails is None else ("failed",):
            status = _status(sent, name, taken.fails)
            body = bodies.webhook_body(phone_number_id=sent.phone_number_id, waba_id=line.waba_id, statuses=[status])
            self.courier.bring(line, body)


def _status(sent: Sent, name: str, fails: FailLater | None) -> dict[str, Any]:
    user_id = sent.to if is_bsuid(sent.to) else None
    return bodies.status(
        sent.wamid,
        name,
        recipient=None if user_id else match_key(sent.to),
        user_id=user_id,
        k=sent.k,
        code=fails.code if fails else None,
        title=fails.title if fails else "",
    )


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 256

    def __init__(self, address: tuple[str, int], standin: StandIn) -> None:
        self.standin = standin
        self._open: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        self._open.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        # No polite shutdown first: with linger 0 the close itself is the reset that a test asked for.
        self._open.discard(request)
        self.close_request(request)

    def hang_up(self) -> None:
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # gone already

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hung up is part of the game."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # one packet per answer
    server: _Server

    def do_GET(self) -> None:
        standin = self.server.standin
        path = urlsplit(self.path).path
        found = _PATH.fullmatch(path)
        if not self._authorised():
            return self._answer(graph.UNAUTHORISED)
        if path.startswith("/media-files/") and (file := standin.files.get(path.rsplit("/", 1)[1])):
            return self._answer(Answer(200, file.content, file.mime_type))
        if found is None or found["edge"]:
            return self._answer(graph.NOT_THERE)
        if found["id"] in standin.files:
            return self._answer(graph.media_info(standin, found["id"], standin.url))
        if not self._knows(found["id"]):
            return self._answer(graph.NOT_THERE)
        return self._answer(graph.number_info(found["id"], bodies.DISPLAY_PHONE))

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        found = _PATH.fullmatch(urlsplit(self.path).path)
        if not self._authorised():
            return self._answer(graph.UNAUTHORISED)
        if found is None or not self._knows(found["id"]):
            return self._answer(graph.NOT_THERE)
        match found["edge"]:
            case "messages":
                with self.server.standin.answering():
                    return self._take(graph.take(self.server.standin, found["id"], content))
            case "media":
                kind = self.headers.get("Content-Type", "")
                return self._answer(graph.upload(self.server.standin, kind, content))
            case _:
                return self._answer(graph.NOT_THERE)

    def _take(self, taken: Taken) -> None:
        try:
            self._reply(taken.answer)
        finally:  # what was accepted is delivered, whether or not its answer was heard
            self.server.standin.report(taken)

    def _reply(self, reply: Answer | Late | Broken) -> None:
        match reply:
            case Answer() as answer:
                self._answer(answer)
            case Late(seconds=seconds, answer=answer):
                self.server.standin.stopping.wait(seconds)
                self._answer(answer)
            case Broken(reset=reset):
                if reset:
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in {"Content-Type": answer.content_type, **answer.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)
        self.wfile.flush()  # before the statuses set out

    def _authorised(self) -> bool:
        given = self.headers.get("Authorization", "").removeprefix("Bearer ").encode()
        token = self.server.standin.token
        return bool(given) and (token is None or hmac.compare_digest(given, token.encode()))

    def _knows(self, phone_number_id: str) -> bool:
        numbers = self.server.standin.numbers
        return phone_number_id in numbers if numbers is not None else phone_number_id.isdigit()

    def log_message(self, *_: Any) -> None:
        """Silent: the messages themselves are kept in `sent`."""
