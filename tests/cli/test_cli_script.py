"""What an expectation asks for, and what does not meet it."""

import pytest
from atendeai_cli.script import Answer, Difference, Expectation, differences

BOOKED = Answer(
    intent="affirm",
    confidence=0.9,
    state="finalized",
    expects=None,
    replies=["Pronto!", "Dr. Roberto, sexta"],
    escalated=False,
    entities={"service": "Eletrocardiograma", "when": {"date": "2026-03-06", "time": "09:00"}},
    appointment={"service": "Eletrocardiograma", "insurance": None},
)
NOTHING = Answer(
    intent=None,
    confidence=0,
    state=None,
    expects=None,
    replies=[],
    escalated=True,
    entities={},
    appointment=None,
)


@pytest.mark.parametrize(
    "met",
    [
        Expectation(),
        Expectation(intent="affirm", state="finalized", expects=None, escalated=False),
        Expectation(intent=["deny", "affirm"]),
        Expectation(reply_contains="pronto", reply_lacks="ecocardiograma"),
        Expectation(reply_contains=["PRONTO", "dr. roberto"]),
        Expectation(entities={"service": "eletrocardiograma", "when": {"date": "2026-03-06"}}),
        Expectation(entities={"insurance": None}),
        Expectation(appointment=True),
        Expectation(appointment={"insurance": None}),
    ],
)
def test_what_is_met_is_silent(met):
    assert differences(met, BOOKED) == []


@pytest.mark.parametrize(
    ("failed", "difference"),
    [
        (Expectation(intent="deny"), Difference("intent", "deny", "affirm")),
        (Expectation(intent=["deny", "book"]), Difference("intent", "deny or book", "affirm")),
        (Expectation(state=None), Difference("state", None, "finalized")),
        (Expectation(expects="slot"), Difference("expects", "slot", None)),
        (Expectation(escalated=True), Difference("escalated", True, False)),
        (Expectation(reply_contains="eco"), Difference("reply_contains", "eco", "Pronto!\nDr. Roberto, sexta")),
        (Expectation(reply_lacks=["eco", "SEXTA"]), Difference("reply_lacks", "SEXTA", "Pronto!\nDr. Roberto, sexta")),
        (
            Expectation(entities={"when": {"date": "2026-03-07"}}),
            Difference("entities.when.date", "2026-03-07", "2026-03-06"),
        ),
        (Expectation(entities={"yes_no": {"a": 1}}), Difference("entities.yes_no", {"a": 1}, None)),
        (Expectation(appointment=False), Difference("appointment", False, BOOKED.appointment)),
        (Expectation(appointment={"insurance": "Amil"}), Difference("appointment.insurance", "Amil", None)),
    ],
)
def test_what_fails_is_named(failed, difference):
    assert differences(failed, BOOKED) == [difference]


def test_a_visit_that_was_expected_and_did_not_come():
    assert differences(Expectation(appointment={"time": "09:00"}), NOTHING) == [
        Difference("appointment", {"time": "09:00"}, None)
    ]
    assert differences(Expectation(appointment=True), NOTHING) == [Difference("appointment", True, None)]
    assert differences(Expectation(appointment=False, intent=["affirm"]), NOTHING) == [
        Difference("intent", "affirm", None)
    ]
