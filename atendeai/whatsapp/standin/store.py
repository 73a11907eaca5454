"""What the stand-in knows: the messages it took, the files it holds, the faults it is to play."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import deque
from typing import Any

from msgspec import Struct

from atendeai.whatsapp import loose
from atendeai.whatsapp.identity import is_bsuid, match_key
from atendeai.whatsapp.outgoing import Choice, numbered
from atendeai.whatsapp.standin.faults import Fault


class Sent(Struct, frozen=True):
    """One accepted message: `at` in Unix seconds, `to` as it was given (a phone number, else a BSUID)."""

    at: float
    phone_number_id: str
    to: str
    wamid: str
    body: dict[str, Any]

    @property
    def text(self) -> str:
        """What the patient reads, numbered options included."""
        return read_by_patient(self.body)

    @property
    def options(self) -> list[Choice]:
        """The buttons or rows that can be tapped."""
        return _options(self.body)

    @property
    def k(self) -> str:
        return loose.text(self.body, "biz_opaque_callback_data")


class File(Struct, frozen=True):
    content: bytes
    mime_type: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


class Read(Struct, frozen=True):
    """One mark-read request."""

    phone_number_id: str
    wamid: str
    typing: bool


class Store:
    """Shared by the server's threads; `changed` is held for every change and notified after each."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.sent: list[Sent] = []
        self.dropped: list[Sent] = []  # accepted with a BSUID in `to`, as Meta does, and never delivered
        self.read: list[Read] = []
        self.files: dict[str, File] = {}
        self.faults: deque[Fault] = deque()
        self.lasting: dict[str, Fault] = {}  # by phone number id: meets all its messages while it stands here

    def next_fault(self, phone_number_id: str) -> Fault | None:
        with self.changed:
            lasting = self.lasting.get(phone_number_id)
            return lasting or (self.faults.popleft() if self.faults else None)

    def accept(self, phone_number_id: str, body: dict[str, Any]) -> Sent:
        to = str(body.get("to") or body.get("recipient"))
        wamid = f"wamid.{secrets.token_urlsafe(24)}"
        with self.changed:
            sent = Sent(time.time(), phone_number_id, to, wamid, body)
            dropped = is_bsuid(loose.text(body, "to"))
            (self.dropped if dropped else self.sent).append(sent)
            self.changed.notify_all()
        return sent

    def mark_read(self, read: Read) -> None:
        with self.changed:
            self.read.append(read)
            self.changed.notify_all()

    def keep(self, content: bytes, mime_type: str) -> str:
        media_id = str(secrets.randbelow(10**15) + 10**15)
        with self.changed:
            self.files[media_id] = File(content, mime_type)
        return media_id

    def since(self, seen: int) -> list[Sent]:
        """What came after the first `seen` messages; waits until there is something."""
        with self.changed:
            self.changed.wait_for(lambda: len(self.sent) > seen)
            return self.sent[seen:]

    def sent_to(self, *people: str) -> list[Sent]:
        """What went to a person, known by any of a phone number (however written) and a BSUID."""
        keys = {match_key(person) for person in people if person}
        with self.changed:
            return [sent for sent in self.sent if match_key(sent.to) in keys]


def _options(body: dict[str, Any]) -> list[Choice]:
    action = loose.obj(loose.obj(body, "interactive"), "action")
    rows = [row for section in loose.each(action, "sections") for row in loose.each(section, "rows")]
    replies = [loose.obj(button, "reply") for button in loose.each(action, "buttons")]
    return [
        Choice(loose.text(one, "id"), loose.text(one, "title"), loose.text(one, "description"))
        for one in replies or rows
    ]


def read_by_patient(body: dict[str, Any]) -> str:
    """The words of a body of Meta's, as they show on the phone."""
    kind = loose.text(body, "type")
    part = loose.obj(body, kind)
    match kind:
        case "text":
            return loose.text(part, "body")
        case "interactive":
            return numbered(loose.text(loose.obj(part, "body"), "text"), _options(body))
        case "template":
            parameters = [
                loose.text(parameter, "text")
                for component in loose.each(part, "components")
                for parameter in loose.each(component, "parameters")
            ]
            return " ".join(filter(None, [f"[{loose.text(part, 'name')}]", *parameters]))
        case _:
            return " ".join(filter(None, (loose.text(part, "name"), loose.text(part, "address")))) or f"[{kind}]"
