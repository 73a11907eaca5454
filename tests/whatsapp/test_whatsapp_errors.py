"""Each refusal of Meta's says what to do next."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atendeai.whatsapp.errors import Verdict, accident, classify, wait_seconds

CLASSES = {
    Verdict.RETRY: [4, 80007, 130429, 131056],
    Verdict.UNKNOWN: [1, 2, 131000, 131016, 131057, 133004],
    Verdict.PAUSE: [0, 190, 3, 10, 131005, 200, 250, 299, 368, 131031, 130497, 131042, 131045, 133010, 131037,
                    133006, 33],
    Verdict.WINDOW_CLOSED: [131047],
    Verdict.REJECT: [131026, 130403, 131021, 131030, 131048, 131049, 130472, 131064, 100, 131008, 131009,
    131051,
                     135000],
    Verdict.OPTED_OUT: [131050],
    Verdict.NEEDS_PHONE: [131062],
    Verdict.MEDIA: [131052, 131053],
    Verdict.TEMPLATE: [132000, 132012, 132018, 132001, 132005, 132007, 132015, 132016, 132068, 132069],
}  # fmt: skip


@pytest.mark.parametrize(("verdict", "code"), [(verdict, code) for verdict in CLASSES for code in CLASSES[verdict]])
def test_every_documented_code(verdict, code):
    failure = classify(code, 400)
    assert failure.verdict is verdict
    assert failure.sentence and failure.hint
    assert str(code) in str(failure)


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(429, Verdict.RETRY), (401, Verdict.PAUSE), (403, Verdict.PAUSE), (400, Verdict.REJECT),
    (404, Verdict.REJECT),
     (500, Verdict.UNKNOWN), (503, Verdict.UNKNOWN), (None, Verdict.UNKNOWN), (302, Verdict.UNKNOWN)],
)  # fmt: skip
def test_without_a_known_code_the_http_status_decides(status, verdict):
    assert classify(None, status).verdict is verdict
    assert classify(999_999, status).verdict is verdict


def test_a_clear_refusal_stays_one_behind_a_server_error():
    assert classify(130429, 500).verdict is Verdict.RETRY


def test_a_number_id_that_is_not_there_stops_the_line():
    assert classify(100, 400, subcode=33).verdict is Verdict.PAUSE
    assert classify(100, 400, subcode=2494010).verdict is Verdict.REJECT


def test_what_a_status_reports_as_failed_is_not_in_doubt():
    assert classify(131000, by_status=True).verdict is Verdict.REJECT
    assert classify(131047, by_status=True).verdict is Verdict.WINDOW_CLOSED


def test_who_else_must_wait():
    assert classify(130429).whole_number
    assert not classify(131056).whole_number
    assert classify(190).whole_number
    assert not classify(131026).whole_number


def test_waits_grow_and_end():
    pair = classify(131056)
    assert [wait_seconds(pair, attempt) for attempt in (1, 2, 3, 4, 9)] == [1, 4, 16, 64, 600]
    assert [wait_seconds(classify(4), attempt) for attempt in (0, 1, 2, 5, 99)] == [1, 1, 2, 16, 600]
    assert wait_seconds(classify(4, retry_after=7), 3) == 7


@settings(deadline=None)
@given(st.none() | st.integers(), st.none() | st.integers(), st.text())
def test_any_error_has_a_verdict(code, status, detail):
    failure = classify(code, status, detail=detail)
    assert failure.sentence
    assert len(failure.detail) <= 300


def test_accidents():
    assert accident("connection").verdict is Verdict.RETRY
    assert accident("timeout").verdict is Verdict.UNKNOWN
    assert accident("unreadable").verdict is Verdict.UNKNOWN
    assert accident("token").verdict is Verdict.PAUSE
    assert str(accident("timeout")).startswith("The connection broke after the message was written. ")
