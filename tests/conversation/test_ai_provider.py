"""Asking a model: every way it can fail is a value in time, and what it does not know is asked in a simpler way."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from model_server import Answer, ModelServer, completion, error
from msgspec import Struct

from atendeai.circuit import FIRST_WAIT, TRIPS_AFTER
from atendeai.conversation.ai.configuration import Endpoint, is_private
from atendeai.conversation.ai.provider import Breaker, Deadline, Provider, Question, read
from atendeai.conversation.ai.wire import MOST_BYTES, Unanswered, Wire


class Fruit(Struct, frozen=True, forbid_unknown_fields=True):
    fruit: str


QUESTION = Question(
    name="fruit",
    system="Name a fruit.",
    data={"colour": "red"},
    schema={"type": "object", "properties": {"fruit": {"type": "string"}}, "required": ["fruit"]},
    kind=Fruit,
)
APPLE = completion('{"fruit": "apple"}')


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def provider(clock: Clock) -> Iterator[Provider]:
    wire = Wire()
    yield Provider(wire, Breaker(clock=clock))
    wire.close()


def endpoint(server: ModelServer, key: str = "sk-1") -> Endpoint:
    return Endpoint(server.url, "small", key)


def ask(provider: Provider, server: ModelServer, seconds: float = 5.0, key: str = "sk-1") -> Fruit | Unanswered:
    return provider.ask(endpoint(server, key), QUESTION, Deadline(seconds))


def test_an_answer_in_the_shape_that_was_asked_for(provider: Provider, server: ModelServer) -> None:
    server.answers.append(APPLE)
    assert ask(provider, server) == Fruit("apple")
    (request,) = server.requests
    assert (request.path, request.key) == ("/v1/chat/completions", "sk-1")
    assert request.json["temperature"] == 0 and request.json["model"] == "small"
    told = request.json["response_format"]["json_schema"]
    assert told == {"name": "fruit", "strict": True, "schema": QUESTION.schema}
    assert [message["role"] for message in request.json["messages"]] == ["system", "user"]
    assert request.data == QUESTION.data


def test_without_a_key_none_is_sent(provider: Provider, server: ModelServer) -> None:
    server.answers.append(APPLE)
    assert ask(provider, server, key="") == Fruit("apple")
    assert server.requests[0].key == ""


def test_a_refused_way_of_asking_leads_down_the_ladder_and_is_remembered(
    provider: Provider, server: ModelServer
) -> None:
    server.answers += [error(400, "response_format is unavailable"), error(422, "json_object"), APPLE, APPLE]
    assert ask(provider, server) == Fruit("apple")
    assert [request.asked_by for request in server.requests] == ["json_schema", "json_object", "prompt"]
    assert '"fruit"' in server.requests[1].json["messages"][0]["content"]
    assert provider.rung(endpoint(server)) == "prompt"
    assert ask(provider, server) == Fruit("apple")
    assert [request.asked_by for request in server.requests[3:]] == ["prompt"]


def test_a_ladder_ends(provider: Provider, server: ModelServer) -> None:
    server.otherwise = lambda _: error(400)
    assert ask(provider, server) == Unanswered("refused", 400)
    assert len(server.requests) == 3


def test_a_model_that_takes_no_temperature_is_asked_without(provider: Provider, server: ModelServer) -> None:
    server.answers += [error(400, "'temperature' does not support 0 with this model."), APPLE]
    assert ask(provider, server) == Fruit("apple")
    assert "temperature" not in server.requests[1].json
    assert server.requests[1].asked_by == "json_schema"


@pytest.mark.parametrize(
    "content",
    ['{"fruit": "apple"', "An apple!", '{"fruit": 3}', '{"colour": "red"}', '{"fruit": "apple", "price": 3}', "[]", ""],
)
def test_what_cannot_be_read_is_asked_for_once_more(provider: Provider, server: ModelServer, content: str) -> None:
    server.answers += [completion(content), APPLE]
    assert ask(provider, server) == Fruit("apple")
    assert [request.asked_by for request in server.requests] == ["json_schema", "json_object"]


def test_and_no_more_than_once(provider: Provider, server: ModelServer) -> None:
    server.otherwise = lambda _: completion("An apple!")
    assert ask(provider, server) == Unanswered("unreadable")
    assert len(server.requests) == 2
    assert provider.rung(endpoint(server)) == "json_schema"


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (completion('{"fruit": "app', finish_reason="length"), Unanswered("cut")),
        (completion('{"fruit": "apple"}', finish_reason="length"), Unanswered("cut")),
        (completion('{"fruit": "apple"}', finish_reason="content_filter"), Unanswered("declined")),
        (completion('{"fruit": "apple"}', finish_reason=None), Unanswered("declined")),
        (completion(None, refusal="I cannot help with that."), Unanswered("declined")),
        (error(500), Unanswered("refused", 500)),
        (error(429), Unanswered("refused", 429)),
        (error(401), Unanswered("refused", 401)),
        (error(404), Unanswered("refused", 404)),
        (Answer(b"", 302), Unanswered("refused", 302)),
        (Answer(None), Unanswered("unreachable")),
        (Answer(b"x" * (MOST_BYTES + 1)), Unanswered("refused", 200)),
    ],
)
def test_trouble_is_a_value_and_is_not_asked_again(
    provider: Provider, server: ModelServer, answer: Answer, trouble: Unanswered
) -> None:
    server.answers.append(answer)
    assert ask(provider, server) == trouble
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "answer", [Answer(b"", after=30), Answer(b" " * 10_000, dripping=0.05), Answer(b"[" * 100, status=400, after=30)]
)
def test_what_comes_too_late_is_not_waited_for(provider: Provider, server: ModelServer, answer: Answer) -> None:
    server.answers.append(answer)
    began = time.monotonic()
    assert ask(provider, server, seconds=0.4) == Unanswered("late")
    assert time.monotonic() - began < 10  # it hangs for thirty


def test_the_seconds_are_those_of_all_requests_together(provider: Provider, server: ModelServer) -> None:
    server.otherwise = lambda _: Answer(error(400).body, 400, after=0.4)
    assert ask(provider, server, seconds=0.9) == Unanswered("late")
    assert len(server.requests) < 4


def test_nobody_listens(provider: Provider) -> None:
    with ModelServer() as gone:
        pass
    assert ask(provider, gone) == Unanswered("unreachable")


@pytest.mark.parametrize(
    "content",
    ['```json\n{"fruit": "apple"}\n```', '```\n{"fruit": "apple"}```', '<think>red… {}</think>\n{"fruit": "apple"}'],
)
def test_what_stands_around_the_object_is_taken_off(content: str) -> None:
    assert read(completion(content).body or b"", Fruit) == Fruit("apple")


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.text(max_size=9) | st.integers(), st.lists).map(repr).map(str.encode)
)
def test_no_body_is_too_odd_to_be_read(body: bytes) -> None:
    assert read(body, Fruit) == Unanswered("unreadable")


@given(content=st.text(max_size=100))
def test_no_content_is_too_odd_to_be_read(content: str) -> None:
    assert read(completion(content).body or b"", Fruit) == Unanswered("unreadable")


def test_depth_is_no_danger() -> None:
    assert read(b"[" * 100_000, Fruit) == Unanswered("unreadable")
    assert read(completion('{"fruit":' + "[" * 100_000).body or b"", Fruit) == Unanswered("unreadable")


@pytest.mark.parametrize("failure", [error(500), error(429), error(403), Answer(None)])
def test_an_endpoint_that_fails_is_left_alone_and_probed_later(
    provider: Provider, server: ModelServer, clock: Clock, failure: Answer
) -> None:
    server.otherwise = lambda _: failure
    for _ in range(TRIPS_AFTER):
        ask(provider, server)
    assert ask(provider, server) == Unanswered("busy")
    assert len(server.requests) == TRIPS_AFTER
    server.otherwise = lambda _: APPLE
    clock.now += FIRST_WAIT / 1000 - 0.01
    assert ask(provider, server) == Unanswered("busy")
    clock.now += 0.02
    assert ask(provider, server) == Fruit("apple")
    assert ask(provider, server) == Fruit("apple")


def test_a_probe_that_fails_keeps_it_shut(provider: Provider, server: ModelServer, clock: Clock) -> None:
    server.otherwise = lambda _: error(503)
    for _ in range(TRIPS_AFTER):
        ask(provider, server)
    clock.now += FIRST_WAIT / 1000 + 0.01
    assert ask(provider, server) == Unanswered("refused", 503)
    assert ask(provider, server) == Unanswered("busy")


def test_one_clinics_key_that_is_refused_does_not_shut_out_another(provider: Provider, server: ModelServer) -> None:
    server.otherwise = lambda request: error(401) if request.key == "sk-old" else APPLE
    for _ in range(TRIPS_AFTER + 1):
        ask(provider, server, key="sk-old")
    assert ask(provider, server, key="sk-good") == Fruit("apple")


def test_answers_of_no_use_do_not_shut_an_endpoint(provider: Provider, server: ModelServer) -> None:
    """A patient may provoke them."""
    server.otherwise = lambda _: completion("An apple!")
    for _ in range(TRIPS_AFTER + 1):
        assert ask(provider, server) == Unanswered("unreadable")


def test_a_closed_wire_can_be_used_again(server: ModelServer) -> None:
    wire = Wire()
    wire.close()
    for _ in range(2):
        server.answers.append(APPLE)
        assert ask(Provider(wire, Breaker()), server) == Fruit("apple")
        wire.close()


def test_a_key_is_in_no_representation() -> None:
    assert "sk-1" not in f"{Endpoint('https://a.example', 'm', 'sk-1')!r}"
    assert Endpoint("https://a.example", "m", "sk-1").line != Endpoint("https://a.example", "m", "sk-2").line


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("https://ai.example.com/v1", True),
        ("http://127.0.0.1:8080/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:1/v1", True),
        ("http://ai.example.com/v1", False),
        ("http://127.0.0.1.example.com/v1", False),
        ("http://localhost.example.com", False),
        ("http://localhost@example.com", False),
        ("https://user:word@example.com", False),
        ("ftp://127.0.0.1", False),
        ("https://", False),
        ("https://ai.example.com/v1?x=1", False),
        ("", False),
    ],
)
def test_what_leaves_goes_by_https_or_stays_on_this_machine(url: str, private: bool) -> None:
    assert is_private(url) is private
    assert Endpoint(url, "m").usable is private


@pytest.mark.parametrize("key", ["with space", "nova\nlinha", "çedilha", "\x00"])
def test_a_key_that_no_header_carries_is_not_tried(key: str) -> None:
    assert not Endpoint("https://ai.example.com", "m", key).usable


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=300), status=st.sampled_from([200, 201, 204, 400, 404, 422, 500, 503]))
def test_whatever_an_endpoint_answers_nothing_is_raised(
    provider: Provider, server: ModelServer, body: bytes, status: int
) -> None:
    server.otherwise = lambda _: Answer(body if status != 204 else b"", status)
    assert isinstance(ask(provider, server), Unanswered)


def test_the_schema_is_written_as_json(provider: Provider, server: ModelServer) -> None:
    server.answers += [error(400), APPLE]
    ask(provider, server)
    said = server.requests[1].json["messages"][0]["content"]
    assert json.loads(said.rpartition("\n")[2]) == QUESTION.schema
