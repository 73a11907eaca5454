"""Only Meta, with one of our secrets, may speak to the webhook."""

import hashlib
import hmac

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atendeai.whatsapp.signature import is_well_formed, sign, verify

OLD, NEW = b"old secret", b"new secret"


def test_the_documented_form():
    expected = "sha256=" + hmac.new(OLD, b"{}", hashlib.sha256).hexdigest()
    assert sign(b"{}", OLD) == expected


@settings(deadline=None)
@given(st.binary(), st.lists(st.binary(min_size=1), min_size=1, max_size=4, unique=True), st.data())
def test_any_active_secret_will_do(body, secrets, data):
    index = data.draw(st.integers(0, len(secrets) - 1))
    assert verify(body, sign(body, secrets[index]), secrets) == index


def test_during_a_rotation_the_first_match_is_named():
    assert verify(b"x", sign(b"x", NEW), [OLD, NEW, NEW]) == 1


def test_hex_digits_may_be_upper_case():
    header = sign(b"x", OLD)
    assert verify(b"x", "sha256=" + header[7:].upper(), [OLD]) == 0


@pytest.mark.parametrize(
    "header",
    [None, "", "sha256=", "sha1=" + "0" * 40, "sha256=" + "0" * 63, "sha256=" + "g" * 64,
    "sha256=" + "٣" * 64,
     sign(b"x", OLD) + "\n", " " + sign(b"x", OLD), sign(b"x", OLD) + "," + sign(b"x", OLD)],
)  # fmt: skip
def test_a_malformed_header_proves_nothing(header):
    assert not is_well_formed(header)
    assert verify(b"x", header, [OLD]) is None


def test_a_changed_body_or_a_strangers_secret_proves_nothing():
    header = sign(b"x", OLD)
    assert is_well_formed(header)
    assert verify(b"x ", header, [OLD]) is None
    assert verify(b"x", header, [NEW]) is None
    assert verify(b"x", header, []) is None


def test_an_empty_secret_is_no_secret():
    assert verify(b"x", sign(b"x", b""), [b""]) is None
