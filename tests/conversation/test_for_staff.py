"""What only a person can open is not lost: it is marked, and the list of conversations says so."""

from __future__ import annotations

import json

import pytest
from world import Clinic, Patient

from atendeai.conversation import store
from atendeai.ops import audit
from atendeai.ops.clock import iso


def marked(clinic: Clinic) -> dict[str, int]:
    return {one["name"]: one["for_staff"] for one in clinic.read(store.conversations)}


@pytest.fixture
def ana(clinic: Clinic) -> Patient:
    return Patient(clinic, "5548999990003", name="Ana")


@pytest.mark.parametrize("kind", ["audio", "image", "video", "document", "contacts"])
def test_what_the_receptionist_cannot_open_is_marked(clinic: Clinic, ana: Patient, kind: str) -> None:
    ana.says("", kind=kind)
    assert marked(clinic) == {"Ana": 1}
    (row,) = clinic.rows("select detail from audit_logs where action = ?", store.FOR_STAFF)
    assert json.loads(row["detail"])["kind"] == kind


def test_a_picture_beside_words_is_marked_too(clinic: Clinic, ana: Patient) -> None:
    ana.says("olha a guia", kind="image")
    assert marked(clinic) == {"Ana": 1}


@pytest.mark.parametrize(
    ("text", "kind"), [("oi", "text"), ("", "sticker"), ("", "location"), ("quero marcar", "audio")]
)
def test_what_it_could_read_or_nobody_needs_is_not(clinic: Clinic, ana: Patient, text: str, kind: str) -> None:
    ana.says(text, kind=kind)
    assert marked(clinic) == {"Ana": 0}


def test_who_waits_to_be_heard_stands_before_the_others(clinic: Clinic, ana: Patient) -> None:
    ana.says("", kind="audio")
    Patient(clinic, "5548999990004", name="Bia").says("oi")
    Patient(clinic, "5548999990005", name="Caio").says("quero falar com uma pessoa")
    assert list(marked(clinic)) == ["Caio", "Ana", "Bia"]


def test_a_person_who_took_over_has_seen_it(clinic: Clinic, ana: Patient) -> None:
    conversation_id = ana.says("", kind="audio").conversation_id
    at = iso(clinic.clock.now())
    clinic.write(
        lambda tx: audit.write(
            tx, at=at, who="cli", action="conversation.taken_over", subject="conversations", subject_id=conversation_id
        )
    )
    assert marked(clinic) == {"Ana": 0}
    clinic.wait(minutes=1)
    ana.says("", kind="audio")
    assert marked(clinic) == {"Ana": 1}


def test_the_transcript_is_in_order_and_the_latest_of_it(clinic: Clinic, ana: Patient) -> None:
    conversation_id = ana.says("oi").conversation_id
    ana.says("", kind="audio")
    said = clinic.read(lambda tx: store.transcript(tx, conversation_id))
    assert [(one["author"], one["kind"]) for one in said][::2] == [("patient", "text"), ("patient", "audio")]
    assert clinic.read(lambda tx: store.transcript(tx, conversation_id, 1)) == said[-1:]
