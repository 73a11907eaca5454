"""Who writes: one person under two spellings of a number, two people under one number that changed hands."""

from __future__ import annotations

from world import Clinic

from atendeai.conversation.contacts import Contact, contact_for

AT = "2026-11-24T13:00:00.000Z"


def writes(clinic: Clinic, wa_id: str | None = None, user_id: str | None = None, name: str | None = None) -> Contact:
    return clinic.write(lambda tx: contact_for(tx, "whatsapp", wa_id=wa_id, user_id=user_id, name=name, at=AT))


def test_with_and_without_the_ninth_digit_is_one_person_answered_where_she_wrote_last(clinic: Clinic) -> None:
    first = writes(clinic, "5548999990001", name="Maria")
    again = writes(clinic, "554899990001")
    assert again.id == first.id
    assert again.wa_id == "554899990001"
    assert again.name == "Maria"


def test_a_person_without_a_phone_is_known_by_the_user_id(clinic: Clinic) -> None:
    hidden = writes(clinic, user_id="BR.123")
    assert (hidden.wa_id, hidden.phone_e164) == (None, None)
    shown = writes(clinic, "5548999990001", user_id="BR.123")
    assert shown.id == hidden.id
    assert shown.wa_id == "5548999990001"


def test_a_number_that_changed_hands_is_another_person(clinic: Clinic) -> None:
    """Health data: the new owner of a number must not see the old one's visits."""
    before = writes(clinic, "5548999990001", user_id="BR.old")
    after = writes(clinic, "5548999990001", user_id="BR.new")
    assert after.id != before.id
    assert after.wa_id == "5548999990001"
    assert writes(clinic, user_id="BR.old").wa_id is None


def test_a_landline_is_not_a_mobile_with_a_digit_missing(clinic: Clinic) -> None:
    assert writes(clinic, "554832782153").id != writes(clinic, "5548932782153").id


def test_the_new_owner_of_a_number_left_behind_is_a_stranger(clinic: Clinic) -> None:
    """Ana moves to another number; whoever gets her old one must not find her visits."""
    ana = writes(clinic, "5548999990001", user_id="BR.ana", name="Ana")
    moved = writes(clinic, "5548999990077", user_id="BR.ana")
    assert (moved.id, moved.wa_id, moved.phone_e164) == (ana.id, "5548999990077", "+5548999990077")
    stranger = writes(clinic, "5548999990001")
    assert stranger.id != ana.id
    assert writes(clinic, "5548999990077").id == ana.id
