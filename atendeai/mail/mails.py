"""E-mails as rows of the clinic's file before anything is sent, claimed by one sender alone; see `postman`.

A body may hold a token: it is sealed with secret.key, and wiped once nothing is to be sent any more.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.mail.smtp import Fault
from atendeai.ops.clock import iso, millis
from atendeai.ops.ids import new_id
from atendeai.settings import Settings

Purpose = Literal["password_reset", "invitation", "notice"]

ATTEMPTS = 12
FIRST_WAIT, LONGEST_WAIT = 15, 3600  # seconds before the second try, and at most between two
USELESS_AFTER = dt.timedelta(days=1)  # whatever it was about is over
KEPT = dt.timedelta(days=30)  # how long it stays known to whom something was sent


class Claimed(Struct, frozen=True, kw_only=True):
    """A mail that this caller, and nobody else, sends now; `body` is sealed."""

    id: str
    recipient: str
    subject: str
    body: str
    attempts: int


def possible(settings: Settings) -> bool:
    """Whether there is a mail server to hand anything to."""
    return bool(settings.smtp_host and settings.mail_from)


def enqueue(
    tx: Transaction,
    files: ClinicFiles,
    *,
    recipient: str,
    subject: str,
    body: str,
    purpose: Purpose,
    at: dt.datetime,
) -> str:
    """A mail to be sent once the transaction is committed; its id. `files` is whose key seals the body.

    The caller says `road.post(clinic_id)` afterwards; else it is found by the next look into every clinic's file.
    """
    mail_id = new_id()
    tx.run(
        "insert into mails(id, recipient, subject, body, purpose, not_before, created_at, updated_at)"
        " values(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        (mail_id, recipient, subject, files.sealed(body), purpose, millis(at), iso(at)),
    )
    return mail_id


def claim(tx: Transaction, now: dt.datetime) -> Claimed | None:
    """The mail that has waited longest, now being sent by the caller alone; None when none is due."""
    _give_up_old(tx, now)
    found = tx.values(
        "select id from mails where state in ('queued', 'sending') and state = 'queued' and not_before <= ?"
        " order by not_before, id limit 1",
        (millis(now),),
    )
    if not found or not tx.run(
        "update mails set state = 'sending', sending_since = ?, attempts = attempts + 1, updated_at = ?"
        " where id = ? and state = 'queued'",
        (millis(now), iso(now), found[0]),
    ):
        return None
    return tx.row(Claimed, "select id, recipient, subject, body, attempts from mails where id = ?", (found[0],))


def settle(tx: Transaction, mail: Claimed, fault: Fault | None, now: dt.datetime) -> None:
    """Write down what the try came to. Without a fault the mail server has taken it over."""
    if fault is None:
        _finish(tx, mail.id, "sent", None, now)
    elif not fault.temporary or mail.attempts >= ATTEMPTS:
        _finish(tx, mail.id, "dead", fault.sentence, now)
    else:
        tx.run(
            "update mails set state = 'queued', not_before = ?, error = ?, updated_at = ?"
            " where id = ? and state = 'sending'",
            (millis(now + wait(mail.attempts)), fault.sentence, iso(now), mail.id),
        )
        if fault.of_the_line:  # the others would fare no better
            tx.run(
                "update mails set not_before = max(not_before, ?) where state in ('queued', 'sending')"
                " and state = 'queued'",
                (millis(now + wait(mail.attempts)),),
            )


def wait(attempts: int) -> dt.timedelta:
    """How long after so many tries the next one is: four times as long each time, up to an hour."""
    return dt.timedelta(seconds=min(FIRST_WAIT * 4 ** min(attempts - 1, 8), LONGEST_WAIT))


def _finish(tx: Transaction, mail_id: str, state: str, error: str | None, now: dt.datetime) -> None:
    tx.run(
        "update mails set state = ?, error = ?, body = '', updated_at = ? where id = ? and state = 'sending'",
        (state, error, iso(now), mail_id),
    )


def _give_up_old(tx: Transaction, now: dt.datetime) -> None:
    tx.run(
        "update mails set state = 'dead', error = 'it could not be sent for a day', body = '', updated_at = ?"
        " where state in ('queued', 'sending') and state = 'queued' and created_at < ?",
        (iso(now), iso(now - USELESS_AFTER)),
    )


def next_due(tx: Transaction) -> int | None:
    """When there is something to send (UTC milliseconds); None when nothing waits."""
    found = tx.value("select min(not_before) from mails where state in ('queued', 'sending') and state = 'queued'")
    return None if found is None else int(found)


def unsettled(tx: Transaction) -> bool:
    """Whether anything waits or is being sent."""
    return bool(tx.value("select exists(select 1 from mails where state in ('queued', 'sending'))"))


def interrupted(tx: Transaction, before: int, now: dt.datetime) -> int:
    """Mails that were being sent since before then (UTC milliseconds) are sent again; how many.

    One may have gone out; it keeps its Message-ID, by which mailboxes know it again.
    """
    return tx.run(
        "update mails set state = 'queued', error = 'interrupted while sending', updated_at = ?"
        " where state in ('queued', 'sending') and state = 'sending' and sending_since < ?",
        (iso(now), before),
    )


def prune(tx: Transaction, now: dt.datetime) -> int:
    """Forget to whom was written long ago; how many."""
    return tx.run("delete from mails where state in ('sent', 'dead') and updated_at < ?", (iso(now - KEPT),))
