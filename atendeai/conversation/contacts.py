"""Who writes to the clinic: found by every identity a message carries, never merged on a guess. SQL, `tx` first."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.ids import new_id
from atendeai.whatsapp.identity import e164, match_key

Channel = Literal["whatsapp", "api", "terminal"]


class Contact(Struct, frozen=True, kw_only=True):
    """A row of `contacts`. Any of the identities may be absent."""

    id: str
    channel: Channel
    name: str | None
    wa_id: str | None
    user_id: str | None
    phone_e164: str | None
    match_key: str | None
    opted_out: bool


def contact_for(
    tx: Transaction, channel: Channel, *, wa_id: str | None, user_id: str | None, name: str | None, at: str
) -> Contact:
    """The contact with one of these identities (user id first, exact number next, then the number's twin with
    or without the ninth digit), made when there is none. A number whose user id changed hands is another person."""
    found = _find(tx, channel, wa_id, user_id)
    if found is None:
        return _create(tx, channel, wa_id, user_id, name, at)
    tx.run(
        "update contacts set last_seen_at = ?, name = coalesce(?, name), user_id = coalesce(user_id, ?) where id = ?",
        (at, name or None, user_id, found.id),
    )
    if wa_id and wa_id != found.wa_id:  # answers go to the number that wrote last, and only that one leads here
        tx.run(
            "update or ignore contacts set wa_id = ?, match_key = ?, phone_e164 = ? where id = ?",
            (wa_id, match_key(wa_id), e164(wa_id), found.id),
        )
    return contact(tx, found.id)


def contact(tx: Transaction, contact_id: str) -> Contact:
    found = tx.row(Contact, "select * from contacts where id = ?", (contact_id,))
    if found is None:
        raise LookupError(f"no contact {contact_id}")
    return found


def _find(tx: Transaction, channel: Channel, wa_id: str | None, user_id: str | None) -> Contact | None:
    if user_id:
        found = tx.row(Contact, "select * from contacts where channel = ? and user_id = ?", (channel, user_id))
        if found is not None:
            return found
    if not wa_id:
        return None
    candidates = tx.rows(
        Contact,
        "select * from contacts where channel = ? and (wa_id = ? or match_key = ?) order by wa_id = ? desc, id",
        (channel, wa_id, match_key(wa_id), wa_id),
    )
    same_person = [c for c in candidates if not (user_id and c.user_id and c.user_id != user_id)]
    return same_person[0] if same_person else None


def _create(
    tx: Transaction, channel: Channel, wa_id: str | None, user_id: str | None, name: str | None, at: str
) -> Contact:
    contact_id = new_id()
    if wa_id:  # the number changed hands: it leads to its new owner from now on
        tx.run("update contacts set wa_id = null where channel = ? and wa_id = ?", (channel, wa_id))
    tx.run(
        "insert into contacts(id, channel, name, wa_id, user_id, phone_e164, match_key, created_at, last_seen_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            contact_id,
            channel,
            name or None,
            wa_id,
            user_id,
            e164(wa_id) if wa_id else None,
            match_key(wa_id) if wa_id else None,
            at,
            at,
        ),
    )
    return contact(tx, contact_id)


def opt_out(tx: Transaction, contact_id: str) -> None:
    """No more messages that were not asked for."""
    tx.run("update contacts set opted_out = 1 where id = ?", (contact_id,))


def consent_is_due(tx: Transaction, contact_id: str, at: str) -> bool:
    """Whether somebody new has yet to be told how their data is used; it counts as told from now on, once."""
    return bool(
        tx.run(
            "update contacts set consent_told_at = ? where id = ? and consent_told_at is null and not exists(select 1"
            " from turns t join conversations v on v.id = t.conversation_id where v.contact_id = contacts.id)",
            (at, contact_id),
        )
    )
