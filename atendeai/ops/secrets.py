"""What must not be read by others: the key that seals third-party tokens, and the shape of API keys."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import tempfile
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from msgspec import Struct

from atendeai.ops.durable import place


class SecretKeyError(Exception):
    """secret.key cannot be read or does not hold a key; the message says what to do."""


class UnsealError(Exception):
    """A sealed text was not sealed with this secret.key, or was damaged."""


class Seal:
    """Encrypts what is kept at rest (Fernet: AES-128-CBC with HMAC-SHA256).

    The key file has one key a line. The first seals and all of them unseal, so a key is
    changed by adding another above it.
    """

    def __init__(self, keys: list[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    @classmethod
    def read(cls, path: Path) -> Seal:
        """Raises SecretKeyError."""
        try:
            return cls(path.read_text("ascii").split())
        except OSError as error:
            raise SecretKeyError(f"{path} cannot be read ({error.strerror}): restore it from a backup") from error
        except ValueError as error:
            raise SecretKeyError(f"{path} does not hold a key: restore it from a backup") from error

    def seal(self, text: str) -> str:
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def unseal(self, sealed: str) -> str:
        """Raises UnsealError."""
        try:
            return self._fernet.decrypt(sealed).decode()
        except InvalidToken as error:
            raise UnsealError("secret.key does not open this; was it replaced?") from error

    def __repr__(self) -> str:
        return "Seal(…)"


def make_secret_key(path: Path) -> None:
    """Write a new key with mode 0600 unless there is one; of several processes one wins, whole."""
    if path.exists():
        return
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".secret-")  # mkstemp gives mode 0600
    with os.fdopen(descriptor, "wb") as file:
        file.write(Fernet.generate_key() + b"\n")
        file.flush()
        os.fsync(descriptor)
    place(Path(draft), path)


_API_KEY = re.compile(r"atd_([a-z0-9-]{1,64})_([A-Za-z0-9-]{43})")


class ApiKey(Struct, frozen=True):
    """A key as it is born: `plain` is shown once, `hash` is kept, `id` names it without giving it away."""

    plain: str
    id: str
    hash: str

    def __repr__(self) -> str:
        return f"ApiKey(id={self.id!r})"


def new_api_key(clinic_id: str) -> ApiKey:
    """`atd_<clinic>_<43 characters>`: 256 random bits, so a plain SHA-256 is hash enough."""
    plain = f"atd_{clinic_id}_{secrets.token_urlsafe(32).replace('_', '-')}"
    digest = sha256(plain)
    return ApiKey(plain, digest[:12], digest)


def clinic_of_api_key(plain: str) -> str | None:
    """The clinic a key claims to be for, or None when it is no key at all. Proves nothing."""
    found = _API_KEY.fullmatch(plain)
    return found[1] if found else None


def sha256(plain: str) -> str:
    """SHA-256 in lower-case hex."""
    return hashlib.sha256(plain.encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two texts are equal, in time that does not depend on where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())
