"""A real mail server on this machine, which takes what it is told to take and shows what came."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import ipaddress
import ssl
import time
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "atende", "segredo-do-correio"


class _OnAnyPort(Controller):
    """Before it looks whether the server is there it learns on which port."""

    def _trigger_server(self) -> None:
        server = cast(Any, self.server)
        self.port = int(server.sockets[0].getsockname()[1])
        super()._trigger_server()


class MailServer:
    """`answers` are given to the next mails, at RCPT or at the end of DATA; after them everything is taken."""

    def __init__(self, certificate: Path | None = None, *, tls: bool = False, log_in: bool = False) -> None:
        self.came: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.encrypted: list[bool] = []
        self.at_recipient: list[str] = []
        self.at_data: list[str] = []
        context = None
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
        more: dict[str, Any] = {"ssl_context": context} if tls else {"tls_context": context}
        if log_in:
            more |= {"authenticator": _authenticate, "auth_required": True}
        self._controller = _OnAnyPort(self, hostname="127.0.0.1", port=0, **more)

    @property
    def port(self) -> int:
        return self._controller.port

    def start(self) -> None:
        self._controller.start()

    def stop(self) -> None:
        self._controller.stop(no_assert=True)

    def waits_for(self, count: int, timeout: float = 10.0) -> None:
        """Until so many mails came, and a moment for whoever sent them."""
        deadline = time.monotonic() + timeout
        while len(self.came) < count:
            assert time.monotonic() < deadline, f"{len(self.came)} of {count} mails came"
            time.sleep(0.01)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]) -> str:
        if self.at_recipient:
            return self.at_recipient.pop(0)
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.at_data:
            return self.at_data.pop(0)
        content = cast(bytes, envelope.content)
        self.came.append(cast(EmailMessage, email.message_from_bytes(content, policy=email.policy.default)))
        self.recipients += envelope.rcpt_tos
        self.encrypted.append(cast(Any, server.transport).get_extra_info("cipher") is not None)
        return "250 OK"


def _authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, given: object) -> AuthResult:
    right = isinstance(given, LoginPassword) and (given.login, given.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=False)


def certificate_for(address: str, target: Path) -> Path:
    """A key and a certificate that vouches for itself, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "correio")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    target.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return target
