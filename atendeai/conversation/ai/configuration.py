"""What a clinic lets an AI provider do, and where each request of it goes; SQL, `tx` first."""

from __future__ import annotations

import hashlib
import re

from msgspec import Struct

from atendeai.database import Transaction
from atendeai.settings import PRIVATE_URL, Settings

_PRIVATE = re.compile(PRIVATE_URL)
_KEY = re.compile(r"[!-~]*")


class Configuration(Struct, frozen=True, kw_only=True):
    """The row of `ai_configurations`. What is empty comes from the installation; keys are sealed."""

    understanding: bool = False
    wording: bool = False
    transcription: bool = False
    url: str = ""
    model: str = ""
    key: str = ""
    transcription_url: str = ""
    transcription_model: str = ""
    transcription_key: str = ""


class Endpoint(Struct, frozen=True):
    """Where a request goes, with the key in clear ("" sends none)."""

    url: str
    model: str
    key: str = ""

    @property
    def line(self) -> str:
        """Tells endpoints apart without giving the key away."""
        return hashlib.sha256("\0".join((self.url, self.model, self.key)).encode()).hexdigest()

    @property
    def usable(self) -> bool:
        """Whether it is complete, private on its way, and its key can be sent."""
        return bool(self.model and is_private(self.url) and is_key(self.key))

    def __repr__(self) -> str:
        return f"Endpoint({self.url!r}, {self.model!r})"


def is_private(url: str) -> bool:
    """https, or http on this machine."""
    return _PRIVATE.fullmatch(url) is not None


def is_key(key: str) -> bool:
    """Whether an HTTP header can carry it."""
    return _KEY.fullmatch(key) is not None


def chat_endpoint(settings: Settings, wanted: Configuration, key: str) -> Endpoint:
    """Who is asked to understand and to word; `key` is the clinic's own, in clear.

    The installation's key goes to the installation's address only, and never beside a clinic's own.
    """
    own = settings.ai_key if not wanted.url else ""
    return Endpoint(wanted.url or settings.ai_url, wanted.model or settings.ai_model, key or own)


def transcription_endpoint(settings: Settings, wanted: Configuration, key: str) -> Endpoint:
    """Who writes voice notes down; see `chat_endpoint`."""
    own = settings.transcription_key if not wanted.transcription_url else ""
    url = wanted.transcription_url or settings.transcription_url
    return Endpoint(url, wanted.transcription_model or settings.transcription_model, key or own)


def configuration(tx: Transaction) -> Configuration | None:
    """None when the clinic never connected a provider."""
    return tx.row(
        Configuration,
        "select understanding, wording, transcription, url, model, key, transcription_url, transcription_model,"
        " transcription_key from ai_configurations where id = 1",
    )


def keep(tx: Transaction, wanted: Configuration, at: str) -> None:
    tx.run(
        "insert into ai_configurations(id, understanding, wording, transcription, url, model, key, transcription_url,"
        " transcription_model, transcription_key, created_at, updated_at) values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict(id) do update set understanding = excluded.understanding, wording = excluded.wording,"
        " transcription = excluded.transcription, url = excluded.url, model = excluded.model, key = excluded.key,"
        " transcription_url = excluded.transcription_url, transcription_model = excluded.transcription_model,"
        " transcription_key = excluded.transcription_key, updated_at = excluded.updated_at",
        (
            int(wanted.understanding),
            int(wanted.wording),
            int(wanted.transcription),
            wanted.url,
            wanted.model,
            wanted.key,
            wanted.transcription_url,
            wanted.transcription_model,
            wanted.transcription_key,
            at,
            at,
        ),
    )


def forget(tx: Transaction) -> bool:
    """Switch everything off and forget the keys; False when there was nothing."""
    return bool(tx.run("delete from ai_configurations"))
