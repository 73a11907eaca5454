"""What is done once a day, in each clinic's file and for the whole installation: what nobody needs any more goes."""

from __future__ import annotations

import datetime as dt
import logging

from atendeai.appointment import ledger
from atendeai.auth import receipts, sessions, throttle, user_tokens
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Database
from atendeai.mail import mails
from atendeai.patients import retention
from atendeai.users import trail
from atendeai.whatsapp import quarantine

log = logging.getLogger(__name__)


def tidy_clinic(files: ClinicFiles, clinic_id: str, now: dt.datetime) -> None:
    """Holds that ran out, mails that were sent, sessions and links long over, and what is older than the clinic wants.

    The file's log is emptied, of what an erasure had to leave there while somebody read, too. Visits stay. The audit
    trail is followed, so that one that is cut short later is found by its newest line.
    """
    with files.clinic(clinic_id) as db:
        db.write(lambda tx: ledger.drop_expired_holds(tx, now))
        db.write(lambda tx: mails.prune(tx, now))
        _tidy_accounts(db, now)
        retention.daily(db, files.media(clinic_id), now)
        db.checkpoint()
    broken = trail.check(files, clinic_id, now).broken
    if broken is not None:
        log.error("the audit trail of %s is broken at line %s: %s", clinic_id, broken.id, broken.reason)


def tidy_installation(files: ClinicFiles, now: dt.datetime) -> None:
    """Delays that delay nobody, sessions and links of platform admins long over, and what was long in quarantine."""
    files.control().write(lambda control: throttle.forget_old(control, now))
    _tidy_accounts(files.control(), now)
    files.quarantine().write(lambda tx: quarantine.prune(tx, now))
    for db in (files.control(), files.quarantine()):
        db.checkpoint()


def _tidy_accounts(db: Database, now: dt.datetime) -> None:
    db.write(lambda tx: sessions.forget_old(tx, now))
    db.write(lambda tx: user_tokens.forget_old(tx, now))
    db.write(lambda tx: receipts.forget_old(tx, now))
