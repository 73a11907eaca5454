"""Who the patient of an event is, from the event itself and from the contact cards sent along with it."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from atendeai.whatsapp import loose
from atendeai.whatsapp.identity import is_bsuid, match_key


class Party(Struct, frozen=True):
    """One person: any of the identifiers may be missing, never all in a sound event."""

    wa_id: str | None = None
    user_id: str | None = None
    parent_user_id: str | None = None
    username: str = ""
    profile_name: str = ""

    @classmethod
    def of(cls, contacts: list[Any], event: Any, side: str) -> Party:
        """`side` is "from", "to", "recipient", or "" for a record about one person."""
        phone = loose.text(event, {"recipient": "recipient_id", "": "wa_id"}.get(side, side))
        user, parent = _user_ids(event, side)
        if is_bsuid(phone):
            phone, user = "", user or phone
        card = _card(contacts, phone, user)
        profile = loose.obj(card, "profile")
        return cls(
            wa_id=phone or loose.text(card, "wa_id") or None,
            user_id=user or loose.text(card, "user_id") or None,
            parent_user_id=parent or loose.text(card, "parent_user_id") or None,
            username=loose.text(profile, "username").removeprefix("@"),
            profile_name=loose.text(profile, "name"),
        )


def _user_ids(event: Any, side: str) -> tuple[str, str]:
    if side == "recipient":  # all spellings of Meta's own examples
        parents = ("recipient_parent_user_id", "parent_recipient_user_id", "parent_user_id")
        return loose.text(event, "recipient_user_id"), loose.text(event, *parents)
    prefix = f"{side}_" if side else ""
    return loose.text(event, f"{prefix}user_id"), loose.text(event, f"{prefix}parent_user_id")


def _card(contacts: list[Any], phone: str, user: str) -> dict[str, Any]:
    """The contact card of this person: by identifier, else the only card when nothing contradicts it."""
    for card in contacts:
        if (phone and loose.text(card, "wa_id") == phone) or (user and loose.text(card, "user_id") == user):
            return loose.obj(card)
    if len(contacts) != 1:
        return {}
    only = loose.obj(contacts[0])
    wa_id, user_id = loose.text(only, "wa_id"), loose.text(only, "user_id")
    same_phone = not phone or not wa_id or match_key(wa_id) == match_key(phone)
    return only if same_phone and (not user or not user_id) else {}
