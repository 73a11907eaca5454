"""The clinic's consent text: told to somebody new, once, before anything else is said."""

from __future__ import annotations

import msgspec
import pytest
from waiting_room import JOAO, MARIA
from world import Clinic, Patient

from atendeai.clinics import configuration
from atendeai.clinics.configuration import Configuration
from atendeai.clinics.context import ClinicContext
from atendeai.conversation import store

CONSENT = "Ao continuar, você concorda que usemos os seus dados para marcar a sua consulta."


@pytest.fixture
def asking(clinic: Clinic, context: ClinicContext) -> Clinic:
    """A clinic that tells, and has a text for it."""
    policies = msgspec.structs.replace(context.policies, consent=CONSENT)
    clinic.loads(msgspec.structs.replace(context, policies=policies))
    switches(clinic, on=True)
    return clinic


def switches(clinic: Clinic, *, on: bool) -> None:
    clinic.write(lambda tx: configuration.write(tx, Configuration(consent_at_first_contact=on), clinic.clock.now()))


def told_at(clinic: Clinic, number: str) -> str | None:
    (row,) = clinic.rows("select consent_told_at from contacts where wa_id = ?", number)
    return None if row["consent_told_at"] is None else str(row["consent_told_at"])


def first_words(patient: Patient) -> str:
    assert patient.last is not None
    return patient.last.replies[0].text


def test_it_comes_before_the_first_answer_and_never_again(asking: Clinic) -> None:
    maria = Patient(asking, MARIA)
    maria.says("qual o endereço?")
    assert first_words(maria) == CONSENT
    assert len(maria.last.replies) > 1  # type: ignore[union-attr]
    assert told_at(asking, MARIA) == "2026-11-24T13:00:00.000Z"
    maria.says("bom dia")
    assert CONSENT not in maria.heard
    assert len(asking.rows("select * from messages where text = ?", CONSENT)) == 1


def test_each_contact_is_told(asking: Clinic) -> None:
    for number in (MARIA, JOAO):
        patient = Patient(asking, number)
        patient.says("bom dia")
        assert first_words(patient) == CONSENT


def test_a_repeated_request_hears_the_same_and_is_told_once(asking: Clinic) -> None:
    maria = Patient(asking, MARIA)
    for _ in range(3):
        maria.says("bom dia", message_id="1")
        assert first_words(maria) == CONSENT
    assert len(asking.rows("select * from messages where text = ?", CONSENT)) == 1


def test_nobody_is_told_unless_the_clinic_wants_it(asking: Clinic) -> None:
    switches(asking, on=False)
    maria = Patient(asking, MARIA)
    maria.says("bom dia")
    assert CONSENT not in maria.heard
    assert told_at(asking, MARIA) is None


def test_without_a_text_there_is_nothing_to_tell(clinic: Clinic, context: ClinicContext) -> None:
    clinic.loads(msgspec.structs.replace(context, policies=msgspec.structs.replace(context.policies, consent="")))
    switches(clinic, on=True)
    maria = Patient(clinic, MARIA)
    maria.says("bom dia")
    assert told_at(clinic, MARIA) is None


def test_who_has_been_talking_for_long_is_nobody_new(asking: Clinic) -> None:
    switches(asking, on=False)
    maria = Patient(asking, MARIA)
    maria.says("bom dia")
    switches(asking, on=True)
    maria.says("qual o endereço?")
    assert CONSENT not in maria.heard


def test_in_an_emergency_it_waits_its_turn(asking: Clinic) -> None:
    maria = Patient(asking, MARIA)
    maria.says("estou com muita dor no peito e falta de ar")
    assert "192" in first_words(maria)
    assert maria.last.replies[-1].text == CONSENT  # type: ignore[union-attr]


def test_the_first_answer_after_a_person_had_the_conversation(asking: Clinic) -> None:
    """Nothing is told while a person answers; then the receptionist's own first answer tells."""
    with asking.files.clinic(asking.id) as db:
        db.write(
            lambda tx: tx.run(
                "insert into contacts(id, wa_id, match_key, created_at, last_seen_at)"
                " values('c', ?, '554899990001', '2026', '2026')",
                (MARIA,),
            )
        )
        conversation = db.write(lambda tx: store.conversation_of(tx, "c", "2026-11-24T13:00:00.000Z"))
    asking.takes_over(conversation.id)
    maria = Patient(asking, MARIA)
    assert maria.says("bom dia").replies == []
    assert told_at(asking, MARIA) is None
    asking.hands_back(conversation.id)
    maria.says("bom dia")
    assert first_words(maria) == CONSENT
