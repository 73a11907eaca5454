"""A dead line is left alone but for one probe at a time; whoever waits is called when it is worth asking again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atendeai.circuit import FIRST_WAIT, LONGEST_WAIT, TRIPS_AFTER, Circuit

SERENA, AURORA = "100000000000001", "100000000000002"


def who(name: str) -> tuple[str, str]:
    return "vila-serena", name


def fails(circuit: Circuit, now: int, times: int = 1) -> list[tuple[str, str]]:
    called: list[tuple[str, str]] = []
    for _ in range(times):
        assert circuit.enter(SERENA, who("maria"), now) == "go"
        called += circuit.leave(SERENA, reached=False, now=now)
    return called


def test_some_failures_in_a_row_shut_a_line_and_no_other() -> None:
    circuit = Circuit(at_once=3)
    fails(circuit, 1000, TRIPS_AFTER)
    assert circuit.enter(SERENA, who("joão"), 1001) == 1000 + FIRST_WAIT
    assert circuit.enter(AURORA, who("ana"), 1001) == "go"


def test_failures_with_an_answer_between_them_shut_nothing() -> None:
    circuit = Circuit(at_once=3)
    fails(circuit, 0, TRIPS_AFTER - 1)
    assert circuit.enter(SERENA, who("maria"), 0) == "go"
    circuit.leave(SERENA, reached=True, now=0)
    fails(circuit, 0, TRIPS_AFTER - 1)
    assert circuit.enter(SERENA, who("maria"), 0) == "go"


def test_the_wait_grows_with_each_failed_probe_up_to_a_minute() -> None:
    circuit = Circuit(at_once=3)
    fails(circuit, 0, TRIPS_AFTER)
    now, waits = 0, []
    for _ in range(6):
        until = circuit.enter(SERENA, who("joão"), now)
        assert isinstance(until, int)
        waits.append(until - now)
        now = until
        fails(circuit, now)
    assert waits == [5000, 10_000, 20_000, 40_000, LONGEST_WAIT, LONGEST_WAIT]


def test_one_probe_at_a_time_and_its_success_calls_as_many_as_there_are_places() -> None:
    circuit = Circuit(at_once=2)
    fails(circuit, 0, TRIPS_AFTER)
    now = FIRST_WAIT
    assert [circuit.enter(SERENA, who(name), now) for name in "abcd"] == ["go", "wait", "wait", "wait"]
    assert circuit.leave(SERENA, reached=True, now=now) == [who("b"), who("c")]
    assert [circuit.enter(SERENA, who(name), now) for name in "bc"] == ["go", "go"]
    assert circuit.leave(SERENA, reached=True, now=now) == [who("d")]


def test_a_failed_probe_calls_everybody_to_be_told_until_when() -> None:
    circuit = Circuit(at_once=2)
    fails(circuit, 0, TRIPS_AFTER)
    now = FIRST_WAIT
    assert [circuit.enter(SERENA, who(name), now) for name in "abc"] == ["go", "wait", "wait"]
    assert circuit.leave(SERENA, reached=False, now=now) == [who("b"), who("c")]
    assert circuit.enter(SERENA, who("b"), now) == now + 2 * FIRST_WAIT


def test_a_probe_that_tried_nothing_leaves_its_place_to_the_next() -> None:
    circuit = Circuit(at_once=2)
    fails(circuit, 0, TRIPS_AFTER)
    assert [circuit.enter(SERENA, who(name), FIRST_WAIT) for name in "ab"] == ["go", "wait"]
    assert circuit.leave(SERENA, reached=None, now=FIRST_WAIT) == [who("b")]
    assert circuit.enter(SERENA, who("b"), FIRST_WAIT) == "go"


def test_what_was_under_way_when_the_line_was_shut_does_not_prolong_it() -> None:
    circuit = Circuit(at_once=TRIPS_AFTER + 1)
    for number in range(TRIPS_AFTER + 1):
        assert circuit.enter(SERENA, who(str(number)), 0) == "go"
    for _ in range(TRIPS_AFTER):
        circuit.leave(SERENA, reached=False, now=0)
    circuit.leave(SERENA, reached=False, now=1)
    assert circuit.enter(SERENA, who("maria"), 2) == FIRST_WAIT


@given(
    at_once=st.integers(1, 4),
    steps=st.lists(st.tuples(st.integers(0, 9), st.sampled_from([True, False, None]), st.integers(0, 8000))),
)
def test_no_more_than_the_places_are_taken_and_everybody_gets_through_in_the_end(
    at_once: int, steps: list[tuple[int, bool | None, int]]
) -> None:
    circuit, now, under_way = Circuit(at_once), 0, 0
    waiting: set[tuple[str, str]] = set()
    for number, reached, passed in steps:
        now += passed
        patient = who(str(number))
        answer = circuit.enter(SERENA, patient, now)
        waiting.discard(patient)
        under_way += answer == "go"
        assert under_way <= at_once
        if answer == "wait":
            assert under_way > 0  # somebody will call
            waiting.add(patient)
        elif answer != "go":
            assert now < answer <= now + LONGEST_WAIT
        elif passed % 2:
            waiting.difference_update(circuit.leave(SERENA, reached, now))
            under_way -= 1
    while under_way:
        waiting.difference_update(circuit.leave(SERENA, True, now))
        under_way -= 1
        for patient in sorted(waiting):  # who was called and asked once more is not lost either
            assert circuit.enter(SERENA, patient, now) in ("go", "wait")
            under_way += 1
            waiting.discard(patient)
            break
