"""Who is writing: Brazilian numbers with and without the ninth digit, and Meta's business-scoped user ids."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat

_BSUID = re.compile(r"[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}", re.ASCII)
_NOT_DIGITS = re.compile(r"[^0-9]+")
# Brazil's area codes as the numbering plan has them; "800", "300" and the like are no area codes.
_AREAS = {
    *range(11, 20), 21, 22, 24, 27, 28, *range(31, 36), 37, 38, *range(41, 50), 51, 53, 54, 55,
    *range(61, 70), 71, 73, 74, 75, 77, 79, *range(81, 90), *range(91, 100),
}  # fmt: skip


def is_bsuid(text: str) -> bool:
    """Whether `text` is a business-scoped user id such as `BR.1A2b3C`, never a phone number."""
    return _BSUID.fullmatch(text) is not None


def digits(wa_id: str) -> str:
    return _NOT_DIGITS.sub("", wa_id)


def match_key(wa_id: str) -> str:
    """The same text for all spellings of one number: a Brazilian mobile loses its ninth digit.

    A BSUID is its own key. Subscribers 90…–95… never existed with eight digits, so they keep theirs.
    """
    if is_bsuid(wa_id):
        return wa_id
    number = digits(wa_id)
    area, subscriber = _brazilian(number)
    if len(subscriber) == 9 and "6" <= subscriber[1] <= "9" and subscriber[0] == "9":
        return f"55{area}{subscriber[1:]}"
    return number or wa_id


def e164(wa_id: str) -> str | None:
    """The number to dial, `+` and ninth digit included; None for a BSUID or an impossible number."""
    parsed = _parsed(wa_id)
    return None if parsed is None else phonenumbers.format_number(parsed, PhoneNumberFormat.E164)


def shown(wa_id: str) -> str:
    """The number as people write it, `+55 (47) 99963-3223`; the text itself when it is no number."""
    parsed = _parsed(wa_id)
    if parsed is None:
        return wa_id
    area, subscriber = _brazilian(_with_ninth_digit(wa_id))
    if subscriber:
        return f"+55 ({area}) {subscriber[:-4]}-{subscriber[-4:]}"
    return phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL)


def _brazilian(number: str) -> tuple[str, str]:
    """Area code and subscriber (eight or nine digits) of a Brazilian number; empty for any other."""
    if not number.startswith("55") or len(number) not in (12, 13) or int(number[2:4]) not in _AREAS:
        return "", ""
    area, subscriber = number[2:4], number[4:]
    plausible = subscriber[0] == "9" if len(subscriber) == 9 else subscriber[0] in "23456789"
    return (area, subscriber) if plausible else ("", "")


def _with_ninth_digit(wa_id: str) -> str:
    number = digits(wa_id)
    area, subscriber = _brazilian(number)
    # A mobile as it was before the ninth digit; landlines start with 2 to 5 and never had one.
    return f"55{area}9{subscriber}" if len(subscriber) == 8 and subscriber[0] in "6789" else number


def _parsed(wa_id: str) -> phonenumbers.PhoneNumber | None:
    if is_bsuid(wa_id):
        return None
    number = _with_ninth_digit(wa_id)
    try:
        parsed = phonenumbers.parse("+" + number)
    except phonenumbers.NumberParseException:
        return None
    # The library drops what looks like a carrier's prefix: a number that came out changed is another number.
    same = phonenumbers.format_number(parsed, PhoneNumberFormat.E164) == "+" + number
    return parsed if same and phonenumbers.is_possible_number(parsed) else None
