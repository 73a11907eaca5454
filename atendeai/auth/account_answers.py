"""What becomes of an account, as the API answers it: refusals are problems there."""

from __future__ import annotations

from typing import TypeVar

from atendeai.auth.account_rules import REFUSALS, Refused
from atendeai.database import Transaction
from atendeai.ops.http import check_match
from atendeai.ops.problem import Problem
from atendeai.users import store
from atendeai.users.store import User

T = TypeVar("T")


def known(tx: Transaction, user_id: str, if_match: str | None = None) -> User:
    """Somebody of the clinic. Raises Problem: 404 `unknown_user`, 412 `stale`."""
    user = allowed(store.one(tx, user_id) or Refused("unknown_user"))
    check_match(if_match, user.version)
    return user


def allowed(outcome: T | Refused) -> T:
    """Raises Problem with the code of a refusal."""
    if isinstance(outcome, Refused):
        status, title = REFUSALS[outcome.code]
        raise Problem(status, outcome.code, title)
    return outcome
