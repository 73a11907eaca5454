"""What the doors answer to whom they do not let in."""

from __future__ import annotations

from atendeai.auth.places import Account
from atendeai.ops.problem import Problem


def bad_credentials() -> Problem:
    return Problem(401, "bad_credentials", "The e-mail or the password is wrong.")


def session_over() -> Problem:
    return Problem(401, "session_over", "This session is over.", "Log in again.")


def clinic_suspended() -> Problem:
    return Problem(403, "clinic_suspended", "This clinic is suspended.")


def account_suspended() -> Problem:
    return Problem(403, "account_suspended", "This account is suspended.")


def choose_clinic(usable: list[Account]) -> Problem:
    """One password opens several accounts of an address; `clinics` lists where."""
    return Problem(
        409,
        "choose_clinic",
        "This address has an account in several clinics.",
        "Send the `clinic_id` of one of them.",
        clinics=[{"id": one.place, "name": one.clinic} for one in usable],
    )


def too_many(wait: int) -> Problem:
    """`wait` in seconds."""
    return Problem(
        429,
        "too_many_attempts",
        "Too many attempts.",
        "Wait as many seconds as Retry-After says.",
        headers={"Retry-After": str(wait)},
    )


def wrong_password() -> Problem:
    sentence = "This is not the present password."
    return Problem(422, "wrong_password", sentence, errors=[{"path": "current_password", "message": sentence}])


def token_over() -> Problem:
    return Problem(410, "token_over", "This token was used or is over.", "Ask for a new one.")


def registration_closed() -> Problem:
    return Problem(403, "registration_closed", "This clinic takes people by invitation.", "Ask its owner for one.")
