"""Idempotency-Key: what was created once is not created again, whatever the wire does."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import msgspec
import pytest
from litestar import Litestar, Response, post
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.params import JSONBody
from litestar.testing import TestClient

from atendeai.auth.once import ONCE, CreatesOnce, Once
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles
from atendeai.ops.clock import FixedClock
from atendeai.ops.http import problems
from atendeai.ops.problem import HANDLERS, Problem

NOW = dt.datetime(2026, 11, 24, 13, 0, tzinfo=dt.UTC)


class Name(msgspec.Struct):
    name: str


class Made(msgspec.Struct):
    number: int
    secret: str


class Office:
    """Something that creates, and counts what it created. Whoever calls says so in the header `who`."""

    def __init__(self, data: Path) -> None:
        self.made: list[str] = []
        self.clock = FixedClock(NOW)
        self.files = ClinicFiles(data)
        self.files.create("sorriso", "Sorriso", NOW)
        self.slowly, self.reached = threading.Event(), threading.Event()
        once = Once(self.files, self.clock)

        def who(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
            name = connection.headers.get("who", "ana")
            clinic = None if name == "admin" else "sorriso"
            connection.state.principal = Principal(
                kind="user", id=name, name=name, clinic_id=clinic, role=None, permissions=frozenset()
            )

        def make(name: str) -> Response[Made]:
            if name == "refused":
                raise Problem(409, "taken", "It is taken.")
            if name == "broken":
                raise LookupError("oops")
            self.made.append(name)
            return Response(Made(len(self.made), "segredo"), status_code=201, headers={"Location": f"/{name}"})

        @post("/things", opt=ONCE, operation_class=CreatesOnce, responses=problems(409, 422))
        async def create(data: JSONBody[Name]) -> Response[Made]:
            if data.name == "slow":
                self.reached.set()
                await anyio.to_thread.run_sync(self.slowly.wait, 10)
            return make(data.name)

        @post("/other")
        async def other(data: JSONBody[Name]) -> Response[Made]:
            return make(data.name)

        self.app = Litestar(
            [create, other],
            guards=[who],
            before_request=once.before,
            middleware=[once.middleware],
            exception_handlers=HANDLERS,
        )


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    office.files.close()


@pytest.fixture
def client(office: Office) -> Iterator[Any]:
    with TestClient(office.app, raise_server_exceptions=False) as client:
        yield client


def send(client: Any, name: str, key: str | None = "k-1", who: str = "ana", path: str = "/things") -> Any:
    headers = {"who": who} | ({"Idempotency-Key": key} if key is not None else {})
    return client.post(path, json={"name": name}, headers=headers)


def test_the_second_time_gets_the_first_answer(client: Any, office: Office) -> None:
    first, second = send(client, "maria"), send(client, "maria")
    assert office.made == ["maria"]
    assert first.json() == second.json() == {"number": 1, "secret": "segredo"}
    assert (first.status_code, second.status_code) == (201, 201)
    assert "idempotent-replayed" not in first.headers
    assert second.headers["idempotent-replayed"] == "true"
    for name in ("location", "content-type"):
        assert second.headers[name] == first.headers[name]


def test_without_a_key_each_time_counts(client: Any, office: Office) -> None:
    assert send(client, "maria", None).json() != send(client, "maria", None).json()
    assert office.made == ["maria", "maria"]


def test_a_route_that_does_not_create_ignores_the_key(client: Any, office: Office) -> None:
    send(client, "maria", path="/other")
    send(client, "maria", path="/other")
    assert office.made == ["maria", "maria"]


@pytest.mark.parametrize("who", ["ana", "admin"])
def test_another_request_with_the_same_key(client: Any, office: Office, who: str) -> None:
    send(client, "maria", who=who)
    answer = send(client, "joão", who=who)
    assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_mismatch")
    assert office.made == ["maria"]


def test_everybody_has_keys_of_their_own(client: Any, office: Office) -> None:
    for who in ("ana", "rui", "admin"):
        assert send(client, "maria", who=who).status_code == 201
    assert len(office.made) == 3


@pytest.mark.parametrize(("name", "status"), [("refused", 409), ("broken", 500)])
def test_what_failed_may_be_sent_again(client: Any, office: Office, name: str, status: int) -> None:
    assert [send(client, name).status_code for _ in range(2)] == [status, status]
    assert send(client, "maria").status_code == 201
    assert office.made == ["maria"]


def test_what_is_not_valid_keeps_no_key(client: Any, office: Office) -> None:
    answer = client.post("/things", json={"nome": 1}, headers={"Idempotency-Key": "k-1"})
    assert answer.status_code == 400
    assert send(client, "maria").status_code == 201


@pytest.mark.parametrize("key", ["", "two words", "x" * 256, "ação"])
def test_a_key_that_is_none(client: Any, office: Office, key: str) -> None:
    answer = client.post("/things", json={"name": "maria"}, headers={"Idempotency-Key": key.encode()})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_idempotency_key")
    assert office.made == []


def test_after_a_day_it_is_a_new_request(client: Any, office: Office) -> None:
    send(client, "maria")
    office.clock.advance(dt.timedelta(hours=24))
    assert send(client, "maria").headers["idempotent-replayed"] == "true"
    office.clock.advance(dt.timedelta(seconds=1))
    assert send(client, "maria").json()["number"] == 2


def test_the_kept_answer_cannot_be_read_in_the_file(client: Any, office: Office) -> None:
    send(client, "maria")
    with office.files.clinic("sorriso") as db:
        (row,) = db.read(lambda tx: tx.dicts("select * from idempotency_keys"))
    assert row["status"] == 201
    assert "segredo" not in str(row)


def test_while_the_first_is_under_way(client: Any, office: Office) -> None:
    with ThreadPoolExecutor(1) as elsewhere:
        first = elsewhere.submit(send, client, "slow")
        try:
            assert office.reached.wait(10)
            second = send(client, "slow")
        finally:
            office.slowly.set()
        assert (second.status_code, second.json()["code"]) == (409, "in_progress")
        assert second.headers["retry-after"] == "1"
        assert first.result().status_code == 201
    assert send(client, "slow").headers["idempotent-replayed"] == "true"
    assert office.made == ["slow"]


def test_a_key_whose_holder_was_cut_off(client: Any, office: Office) -> None:
    with office.files.clinic("sorriso") as db:
        db.write(
            lambda tx: tx.run(
                "insert into idempotency_keys(key, who, request, created_at) values('k-1', 'user:ana', 'x', ?)",
                (int(NOW.timestamp()),),
            )
        )
    assert send(client, "maria").status_code == 422
    office.clock.advance(dt.timedelta(seconds=61))
    assert send(client, "maria").status_code == 201


def test_the_document_tells_of_the_header(client: Any) -> None:
    paths = client.get("/schema/openapi.json").json()["paths"]
    assert [one["name"] for one in paths["/things"]["post"]["parameters"]] == ["Idempotency-Key"]
