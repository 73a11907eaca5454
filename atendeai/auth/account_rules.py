"""Who may make, change and end whose account, and why not: refusals are values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from atendeai.auth.permissions import MAKES, OF_ROLE, OWN
from atendeai.auth.principal import Principal
from atendeai.clinics import versions
from atendeai.database import Transaction
from atendeai.users import store
from atendeai.users.store import Status, User, UserRole

Refusal = Literal[
    "unknown_user", "above_you", "last_owner", "email_taken", "unknown_professional", "not_accepted", "accepted"
]
# What a refusal is over HTTP, and in words.
REFUSALS: Mapping[Refusal, tuple[int, str]] = {
    "unknown_user": (404, "There is no such user."),
    "above_you": (403, "Accounts of this role are not yours to make or change."),
    "last_owner": (409, "The last owner of a clinic stays."),
    "email_taken": (409, "This e-mail address has an account here already."),
    "unknown_professional": (422, "The clinic has no such professional."),
    "not_accepted": (409, "The invitation was not accepted yet."),
    "accepted": (409, "The invitation was accepted already."),
}


class Refused(Struct, frozen=True):
    """Nothing was changed."""

    code: Refusal

    @property
    def sentence(self) -> str:
        return REFUSALS[self.code][1]


class Actor(Struct, frozen=True):
    """Who does it, as the audit trail names them, and accounts of which roles are theirs to make and change.

    `ends` are those that they may suspend and delete, where these are more.
    """

    who: str
    makes: frozenset[UserRole]
    ends: frozenset[UserRole] = frozenset()


def actor(principal: Principal) -> Actor:
    """A program stands as high as a manager, and opens no account that may do more than its own key."""
    if principal.kind != "key":
        return Actor(principal.who, MAKES.get(principal.role or "read_only", frozenset()))
    below = MAKES["manager"]
    within = frozenset(role for role in below if OF_ROLE[role] - OWN <= principal.permissions)
    return Actor(principal.who, within, ends=below)


def refused(
    tx: Transaction, user: User, by: Actor, *, role: UserRole | None = None, status: Status | None = None
) -> Refused | None:
    """Whether somebody may be given another role, or another status."""
    theirs = by.makes | by.ends if status in {"suspended", "deleted"} else by.makes
    if user.role not in theirs or (role is not None and role not in theirs):
        return Refused("above_you")
    goes = (role is not None and role != "owner") or (status is not None and status != "active")
    if goes and user.role == "owner" and user.status == "active" and store.owners(tx) <= 1:
        return Refused("last_owner")
    return None


def is_professional(tx: Transaction, professional_id: str | None) -> bool:
    """Anybody's word is taken while there is no context to look into."""
    if professional_id is None:
        return True
    try:
        context = versions.active(tx)
    except versions.NoContext:
        return True
    return any(one.id == professional_id for one in context.professionals)
