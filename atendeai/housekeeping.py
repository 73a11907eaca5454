"""What is done once a day, in each clinic's file and for the whole installation: what nobody needs any more goes."""

from __future__ import annotations

import datetime as dt
import logging

from atendeai.appointment import ledger
from atendeai.auth import sessions, throttle
from atendeai.clinic_files import ClinicFiles
from atendeai.mail import mails
from atendeai.patients import retention
from atendeai.users import trail

log = logging.getLogger(__name__)


def tidy_clinic(files: ClinicFiles, clinic_id: str, now: dt.datetime) -> None:
    """Holds that ran out, mails that were sent, sessions long over, and what is older than the clinic wants it kept.

    Visits stay. The audit trail is followed, so that one that is cut short later is found by its newest line.
    """
    with files.clinic(clinic_id) as db:
        db.write(lambda tx: ledger.drop_expired_holds(tx, now))
        db.write(lambda tx: mails.prune(tx, now))
        db.write(lambda tx: sessions.forget_old(tx, now))
        retention.daily(db, files.media(clinic_id), now)
    broken = trail.check(files, clinic_id, now).broken
    if broken is not None:
        log.error("the audit trail of %s is broken at line %s: %s", clinic_id, broken.id, broken.reason)


def tidy_installation(files: ClinicFiles, now: dt.datetime) -> None:
    """In control.db: delays that delay nobody, and sessions of platform admins that are long over."""
    files.control().write(lambda control: throttle.forget_old(control, now))
    files.control().write(lambda control: sessions.forget_old(control, now))
