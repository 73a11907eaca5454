"""Telephone numbers, CPF numbers and e-mail addresses in a message, each checked before it counts."""

from __future__ import annotations

import re
from typing import NamedTuple

import phonenumbers

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}\b", re.IGNORECASE)
_CPF = re.compile(r"(?<!\d)(\d{3})([. -]?)(\d{3})[. -]?(\d{3})[-. /]?(\d{2})(?!\d)")
_PHONE = re.compile(r"(?<!\d)(?:\+?55[ .-]?)?\(?0?\d{2}\)?[ .-]?(?:9[ .]?)?\d{4}[ .-]?\d{4}(?!\d)")


# "ana arroba gmail ponto com", "ana @ gmail.com": said aloud, or with room around the signs.
_SAID_AT = re.compile(r"(?<=[\w.+-])(?: +@ *|@ +| +arroba +)(?=[a-z0-9])", re.IGNORECASE)
_SAID_DOT = re.compile(r"(?<=[a-z0-9]) +ponto +(?=[a-z0-9])", re.IGNORECASE)


class Contacts(NamedTuple):
    """`phone` in E.164, `cpf` as eleven digits, `email` in lower case."""

    phone: str | None = None
    cpf: str | None = None
    email: str | None = None


def contacts(text: str) -> Contacts:
    """What `text` gives to reach or identify a person. Eleven bare digits are a phone before a CPF."""
    email = _first_email(text)
    if sum(char.isdigit() for char in text) < 10:
        return Contacts(email=email)
    cpf, formatted = _first_cpf(text)
    phone, phone_digits = _first_phone(text)
    if cpf and phone and phone_digits.endswith(cpf):
        if formatted or "cpf" in text.lower():
            phone = None
        else:
            cpf = None
    return Contacts(phone, cpf, email)


def _first_email(text: str) -> str | None:
    if "@" not in text and "arroba" not in text.lower():
        return None
    found = _EMAIL.search(text) or _EMAIL.search(_SAID_DOT.sub(".", _SAID_AT.sub("@", text)))
    return found.group().lower() if found else None


def _first_cpf(text: str) -> tuple[str | None, bool]:
    for match in _CPF.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if valid_cpf(digits):
            return digits, "." in match.group()
    return None, False


def _first_phone(text: str) -> tuple[str | None, str]:
    for match in _PHONE.finditer(text):
        found = next(iter(phonenumbers.PhoneNumberMatcher(match.group(), "BR")), None)
        if found is not None:
            e164 = phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.E164)
            return e164, e164[3:]
    return None, ""


def valid_cpf(digits: str) -> bool:
    """Whether eleven digits carry the CPF's two check digits (Receita Federal's modulus 11)."""
    if len(digits) != 11 or digits == digits[0] * 11:
        return False
    numbers = [int(d) for d in digits]
    for size in (9, 10):
        total = sum(n * (size + 1 - i) for i, n in enumerate(numbers[:size]))
        if numbers[size] != total * 10 % 11 % 10:
            return False
    return True
