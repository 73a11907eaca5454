"""Another password: for whoever forgot theirs, by e-mail, and for whoever knows it and wants a new one."""

from __future__ import annotations

import datetime as dt

from atendeai.auth import places, refusals, throttle, user_tokens
from atendeai.auth.login import Entrance
from atendeai.auth.places import Account
from atendeai.auth.principal import PLATFORM, Principal
from atendeai.auth.registration import invited
from atendeai.clinic_files import ClinicFiles
from atendeai.database import Transaction
from atendeai.mail import letters, mails
from atendeai.ops import audit
from atendeai.ops.clock import iso
from atendeai.ops.origin import origin
from atendeai.settings import Settings
from atendeai.users import addresses

MOST_AN_HOUR = 3  # letters to one person: nobody's mailbox is filled by others


def forgot(files: ClinicFiles, settings: Settings, email: str, at: dt.datetime) -> list[str]:
    """Queue a letter to each account of an address that may log in; the clinics that have one to send.

    Those who run the installation have no mailbox here: they use the command line.
    """
    if not mails.possible(settings):
        return []
    asked = [one for one in places.of_email(files, addresses.normal(email)) if one.place != PLATFORM]
    return [one.place for one in asked if _may_reset(one) and _write(files, settings, one, at)]


def _may_reset(known: Account) -> bool:
    return known.status == "active" and not known.clinic_suspended


def _write(files: ClinicFiles, settings: Settings, known: Account, at: dt.datetime) -> bool:
    def queue(tx: Transaction) -> bool:
        lately = "select count(*) from user_tokens where user_id = ? and purpose = 'password_reset' and created_at > ?"
        if tx.value(lately, (known.id, iso(at - dt.timedelta(hours=1)))) >= MOST_AN_HOUR:
            return False
        issued = user_tokens.issue(tx, known.place, known.id, "password_reset", at)
        letter = letters.password_reset(
            settings, token=issued.token, language=known.language, name=known.name, clinic=known.clinic
        )
        mails.enqueue(
            tx, files, recipient=known.email, subject=letter.subject, body=letter.body, purpose="password_reset", at=at
        )
        audit.write(tx, at=iso(at), who="anybody", action="users.reset_asked", subject="users", subject_id=known.id)
        return True

    with places.opened(files, known.place) as db:
        return db.write(queue)


async def reset(entrance: Entrance, token: str, password: str) -> None:
    """Raises Problem: 403 `clinic_suspended`, 410 `token_over`, 422 `weak_password`."""
    known = await entrance.aside(invited, entrance.files, token, "password_reset", entrance.clock.now())
    encoded = await entrance.passwords.accepted(password, known.about)
    await entrance.aside(_reset, entrance, known, token, encoded)


def _reset(entrance: Entrance, known: Account, token: str, encoded: str) -> None:
    at = entrance.clock.now()

    def change(tx: Transaction) -> bool:
        now = places.account(entrance.files, tx, known.place, known.id)
        if user_tokens.use(tx, token, "password_reset", at) is None or now is None or not _may_reset(now):
            return False
        places.set_password(tx, known, encoded, at)
        return True

    with places.opened(entrance.files, known.place) as db:
        if not db.write(change):
            raise refusals.token_over()
    address = origin().address
    for key in (throttle.account(known.email), throttle.account(known.email, address)):
        entrance.clear(key)


async def change_password(entrance: Entrance, principal: Principal, current: str, password: str) -> None:
    """Their own; it ends every other session of theirs.

    Raises Problem: 422 `wrong_password` or `weak_password`, 429 `too_many_attempts`.
    """
    key = f"change:{principal.id}"
    known = await entrance.aside(_begin, entrance, principal, key)
    if not any(await entrance.passwords.fitting(current, [known.password_hash])):
        raise refusals.wrong_password()
    encoded = await entrance.passwords.accepted(password, known.about)
    await entrance.aside(_change, entrance, known, principal, key, encoded)


def place_of(principal: Principal) -> str:
    """Where their account is, which for a guest is not where they are."""
    return PLATFORM if principal.kind == "admin" else principal.clinic


def _begin(entrance: Entrance, principal: Principal, key: str) -> Account:
    entrance.begin({key: throttle.ACCOUNT}, count=key)
    place = place_of(principal)
    with places.opened(entrance.files, place) as db:
        known = db.read(lambda tx: places.account(entrance.files, tx, place, principal.id))
    if known is None:
        raise refusals.session_over()
    return known


def _change(entrance: Entrance, known: Account, principal: Principal, key: str, encoded: str) -> None:
    at = entrance.clock.now()

    def change(tx: Transaction) -> bool:
        now = places.account(entrance.files, tx, known.place, known.id)
        if now is None or now.password_hash != known.password_hash:
            return False  # somebody else was first
        places.set_password(tx, known, encoded, at, but=principal.session_id or "")
        return True

    with places.opened(entrance.files, known.place) as db:
        if not db.write(change):
            raise refusals.wrong_password()
    entrance.clear(key)
