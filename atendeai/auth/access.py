"""Access tokens: JSON Web Tokens (RFC 7519) of 15 minutes, signed with keys that can be rotated (RFC 7515, `kid`).

They say who and in which session, never what is allowed: that is looked up at each request, so that a log-out,
a suspension or another role counts at once.
"""

from __future__ import annotations

import datetime as dt
import secrets
import threading

import jwt
from msgspec import Struct

from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.ops import audit
from atendeai.ops.clock import iso, seconds
from atendeai.ops.ids import new_id

ALGORITHM = "HS256"  # one process signs and verifies; nobody else has to
LASTS = dt.timedelta(minutes=15)
LEEWAY = 5  # seconds by which a stepped clock may be wrong
# A key that no longer signs still verifies what it signed, and some more for clocks; then it goes.
KEPT_AFTER_ROTATION = dt.timedelta(hours=1)
ISSUER = "atendeai"


class Claims(Struct, frozen=True, kw_only=True):
    """What a token says. `clinic` is a clinic's id or "platform"."""

    user: str
    clinic: str
    session: str


class SigningKeys:
    """The keys of control.db, newest first, read again once anybody changed that file."""

    def __init__(self, files: ClinicFiles) -> None:
        self._files = files
        self._lock = threading.Lock()
        self._known: tuple[int, list[tuple[str, bytes]]] = (-1, [])

    def _keys(self) -> list[tuple[str, bytes]]:
        control = self._files.control()
        with self._lock:
            version = control.data_version()
            if version != self._known[0]:
                rows = control.read(_newest_first)
                self._known = version, [(kid, self._files.unsealed(sealed).encode()) for kid, sealed in rows]
            return self._known[1]

    def rotate(self, at: dt.datetime, by: str | None = None) -> str:
        """A new key signs from now on; returns its id. Keys that verify nothing any more are forgotten.

        `by` is who wanted it, for the audit trail; nobody when the first key is made.
        """
        kid, sealed = new_id(), self._files.sealed(secrets.token_urlsafe(48))

        def turn(tx: Transaction) -> None:
            current = tx.value("select max(created_at) from signing_keys")
            if current is not None and current <= iso(at - KEPT_AFTER_ROTATION):
                tx.run("delete from signing_keys where created_at < ?", (current,))
            tx.run("insert into signing_keys(kid, secret, created_at) values(?, ?, ?)", (kid, sealed, iso(at)))
            if by is not None:
                action = "signing_keys.rotated"
                audit.write(tx, at=iso(at), who=by, action=action, subject="signing_keys", subject_id=kid)

        self._files.control().write(turn)
        return kid

    def sign(self, claims: Claims, at: dt.datetime) -> str:
        """A token that is valid for `LASTS` from `at`."""
        keys = self._keys()
        if not keys:
            self.rotate(at)
            keys = self._keys()
        kid, secret = keys[0]
        body = {
            "iss": ISSUER,
            "sub": claims.user,
            "clinic": claims.clinic,
            "sid": claims.session,
            "iat": seconds(at),
            "exp": seconds(at + LASTS),
            "jti": new_id(),
        }
        return jwt.encode(body, secret, algorithm=ALGORITHM, headers={"kid": kid})

    def read(self, token: str, at: dt.datetime) -> Claims | None:
        """What a token says; None when it is not ours, was altered, or is over."""
        try:
            kid = jwt.get_unverified_header(token).get("kid")
            secret = next((secret for known, secret in self._keys() if known == kid), None)
            if secret is None:
                return None
            # The clock is ours, and may be a test's: so the times are checked here, not by the library.
            body = jwt.decode(
                token,
                secret,
                algorithms=[ALGORITHM],
                issuer=ISSUER,
                options={
                    "require": ["iss", "sub", "clinic", "sid", "iat", "exp"],
                    "verify_exp": False,
                    "verify_iat": False,
                },
            )
        except jwt.InvalidTokenError:
            return None
        if not body["iat"] - LEEWAY <= seconds(at) < body["exp"]:
            return None
        return Claims(user=body["sub"], clinic=str(body["clinic"]), session=str(body["sid"]))


def _newest_first(tx: Transaction) -> list[tuple[str, str]]:
    rows = tx.dicts("select kid, secret from signing_keys order by created_at desc, kid desc")
    return [(row["kid"], row["secret"]) for row in rows]
