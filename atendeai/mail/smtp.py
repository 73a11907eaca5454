"""The wire to the mail server: one message, one connection, verified TLS unless it is on this very machine."""

from __future__ import annotations

import contextlib
import datetime as dt
import smtplib
import ssl
from collections.abc import Iterator
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from msgspec import Struct

from atendeai.settings import Settings

TIMEOUT_SECONDS = 30.0
# How many waits of that length a sending can take: connecting, greetings, TLS, log-in, and the mail's own commands.
LONGEST_SENDING_SECONDS = 12 * TIMEOUT_SECONDS


class Fault(Struct, frozen=True):
    """Why a mail did not go out. `of_the_line`: it is the server or our settings, whatever the mail."""

    temporary: bool
    sentence: str
    of_the_line: bool = False


def compose(
    settings: Settings, *, mail_id: str, recipient: str, subject: str, body: str, at: dt.datetime
) -> EmailMessage:
    """Plain UTF-8 text. Raises ValueError for what is no address."""
    message = EmailMessage(policy=SMTP)
    _, sender = parseaddr(settings.mail_from)
    try:
        message["From"] = settings.mail_from
        message["To"] = str(Address(addr_spec=recipient))
    except (MessageError, IndexError) as error:
        raise ValueError(f"no e-mail address: {type(error).__name__}") from error
    message["Subject"] = " ".join(subject.split())
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{mail_id}@{sender.rpartition('@')[2] or 'localhost'}>"
    message["Auto-Submitted"] = "auto-generated"  # nobody's holiday notice answers it
    message.set_content(body, cte="quoted-printable")
    return message


def send(settings: Settings, message: EmailMessage) -> Fault | None:
    """Hand a mail over to the server of the settings; None once the server has taken it."""
    try:
        with _connected(settings) as server:
            return _hand_over(server, message)
    except smtplib.SMTPAuthenticationError as error:
        return _line_fault(f"the mail server refuses the log-in ({error.smtp_code})")
    except smtplib.SMTPResponseException as error:
        return _line_fault(f"the mail server refuses the connection ({error.smtp_code})")
    except smtplib.SMTPNotSupportedError as error:
        return _line_fault(f"the mail server cannot do what the settings ask for: {error}")
    except ssl.SSLCertVerificationError as error:
        return _line_fault(f"the mail server's certificate is not valid: {error.verify_message}")
    except (smtplib.SMTPException, OSError) as error:
        return _line_fault(f"the mail server cannot be reached ({type(error).__name__})")


@contextlib.contextmanager
def _connected(settings: Settings) -> Iterator[smtplib.SMTP]:
    host, port = settings.smtp_host, settings.smtp_port
    server: smtplib.SMTP
    if settings.smtp_security == "tls":
        server = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context())
    else:
        server = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
    try:
        if settings.smtp_security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password)
        yield server
    finally:
        _part(server)


def _part(server: smtplib.SMTP) -> None:
    """How the goodbye goes changes nothing: what was taken is taken."""
    try:
        server.quit()
    except (smtplib.SMTPException, OSError):
        server.close()


def _hand_over(server: smtplib.SMTP, message: EmailMessage) -> Fault | None:
    try:
        server.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        code = max(code for code, _ in error.recipients.values())
        return Fault(code < 500, f"the recipient is refused ({code})")
    except smtplib.SMTPSenderRefused as error:
        return _line_fault(f"the sender of the settings is refused ({error.smtp_code})")
    except smtplib.SMTPDataError as error:
        return Fault(error.smtp_code < 500, f"the mail is refused ({error.smtp_code})")
    except smtplib.SMTPNotSupportedError:
        return Fault(temporary=False, sentence="the mail server cannot write to this address")
    return None


def _line_fault(sentence: str) -> Fault:
    return Fault(temporary=True, sentence=sentence, of_the_line=True)
