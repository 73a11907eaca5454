"""An invitation as whoever invited shows it, and as the e-mail that brings it."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.mail import letters, mails
from atendeai.settings import Settings
from atendeai.users.store import User

PAGE = "register"  # of the panel


class Invitation(Struct, frozen=True, kw_only=True):
    """Shown this once. `link` is null while nobody said where the panel is; `mailed` when an e-mail is under way."""

    token: str
    expires_at: dt.datetime
    link: str | None
    mailed: bool

    def __repr__(self) -> str:
        return f"Invitation(…, {self.expires_at!r})"


def told(
    tx: Transaction,
    files: ClinicFiles,
    settings: Settings,
    *,
    clinic_id: str,
    user: User,
    token: str,
    expires_at: dt.datetime,
    at: dt.datetime,
) -> Invitation:
    """Queue the e-mail, where there is a mail server. The caller says `road.post(clinic_id)` after the commit."""
    mailed = mails.possible(settings) and user.email is not None
    if mailed:
        row = files.row(clinic_id)
        letter = letters.invitation(
            settings, token=token, language=user.language, name=user.name, clinic=row.name if row else clinic_id
        )
        mails.enqueue(
            tx,
            files,
            recipient=str(user.email),
            subject=letter.subject,
            body=letter.body,
            purpose="invitation",
            at=at,
        )
    return Invitation(token=token, expires_at=expires_at, link=letters.link(settings, PAGE, token), mailed=mailed)
