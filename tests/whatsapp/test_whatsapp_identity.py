"""One Brazilian number, however it is written, is one person; a user id is never a number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atendeai.whatsapp.identity import e164, is_bsuid, match_key, shown

# received, match key, E.164, shown
NUMBERS = [
    ("5547999633223", "554799633223", "+5547999633223", "+55 (47) 99963-3223"),  # mobile with the ninth digit
    ("554799633223", "554799633223", "+5547999633223", "+55 (47) 99963-3223"),  # the same as Meta gives it
    ("+55 (47) 99963-3223", "554799633223", "+5547999633223", "+55 (47) 99963-3223"),  # the same as typed
    ("553188887777", "553188887777", "+5531988887777", "+55 (31) 98888-7777"),
    ("551161234567", "551161234567", "+5511961234567", "+55 (11) 96123-4567"),  # old mobiles begin with 6-9
    ("554532782153", "554532782153", "+554532782153", "+55 (45) 3278-2153"),  # landline: never a ninth digit
    ("551123456789", "551123456789", "+551123456789", "+55 (11) 2345-6789"),
    ("5511912345678", "5511912345678", "+5511912345678", "+55 (11) 91234-5678"),  # 91… never had eight digits
    ("5511950001111", "5511950001111", "+5511950001111", "+55 (11) 95000-1111"),
    ("5511960001111", "551160001111", "+5511960001111", "+55 (11) 96000-1111"),
    ("558007293932", "558007293932", "+558007293932", "+55 800 729 3932"),  # toll-free has no area code
    ("5520999990000", "5520999990000", "+5520999990000", "+55 20 99999-0000"),  # there is no area 20
    ("16505551234", "16505551234", "+16505551234", "+1 650-555-1234"),
    ("351912345678", "351912345678", "+351912345678", "+351 912 345 678"),
    ("5491123456789", "5491123456789", "+5491123456789", "+54 9 11 2345-6789"),
]


@pytest.mark.parametrize(("received", "key", "dialled", "pretty"), NUMBERS)
def test_the_numbering_plan(received, key, dialled, pretty):
    assert match_key(received) == key
    assert e164(received) == dialled
    assert shown(received) == pretty


@settings(deadline=None)
@given(st.integers(11, 99), st.integers(60_000_000, 99_999_999))
def test_with_and_without_the_ninth_digit_meet(area, subscriber):
    old, new = f"55{area}{subscriber}", f"55{area}9{subscriber}"
    if match_key(new) != new:  # a real area code
        assert match_key(old) == match_key(new) == old
        assert e164(old) == e164(new) == f"+{new}"
        assert shown(old) == shown(new)


@settings(deadline=None)
@given(st.integers(11, 99), st.integers(20_000_000, 59_999_999))
def test_a_landline_is_left_alone(area, subscriber):
    number = f"55{area}{subscriber}"
    assert match_key(number) == number
    assert e164(number) in (f"+{number}", None)  # None: the library takes 90 for a collect call


@settings(deadline=None)
@given(st.text())
def test_any_text_has_one_stable_key(text):
    key = match_key(text)
    assert match_key(key) == key
    assert shown(text) is not None
    assert e164(text) is None or e164(text) == e164(e164(text))


@pytest.mark.parametrize("text", ["BR.1A2b3C", "US.13491208655302741918", "BR.ENT.11815799212886844830"])
def test_a_user_id_is_kept_whole(text):
    assert is_bsuid(text)
    assert match_key(text) == text
    assert e164(text) is None
    assert shown(text) == text


@pytest.mark.parametrize("text", ["", "5547999633223", "br.1", "BR.", "BR.a-b", "BRA.1", "BR.1\n", "BR." + "a" * 129])
def test_what_is_no_user_id(text):
    assert not is_bsuid(text)


@pytest.mark.parametrize("text", ["", "12345", "abc", "55119999999999999999"])
def test_what_is_no_number_is_shown_as_it_is(text):
    assert e164(text) is None
    assert shown(text) == text
