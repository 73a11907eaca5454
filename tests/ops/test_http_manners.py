"""Pages, versions and documented errors, as every route has them."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar, Response, get, put
from litestar.testing import TestClient

from atendeai.ops.http import (
    Cursor,
    IfMatch,
    Limit,
    Page,
    Position,
    SortValue,
    check_match,
    cursor,
    etag,
    page,
    position,
    problems,
    tagged,
)
from atendeai.ops.problem import HANDLERS, Problem

NAMES = [f"Maria {number:02}" for number in range(12)]


class Person(msgspec.Struct):
    name: str


class Note(msgspec.Struct):
    text: str


@get("/people", responses=problems(404, public=True))
async def people(limit: Limit = 5, cursor: Cursor = None) -> Page[Person]:
    after = position(cursor)
    found = [Person(name) for name in NAMES if after is None or name > str(after.value)]
    return page(found[: limit + 1], limit, len(NAMES), lambda one: Position(one.name, one.name))


@get("/note")
async def read_note() -> Response[Note]:
    return tagged(Note("oi"), 7)


@put("/note", responses=problems(412))
async def change_note(if_match: IfMatch = None) -> Response[Note]:
    check_match(if_match, 7)
    return tagged(Note("tchau"), 8)


@pytest.fixture
def client() -> Iterator[Any]:
    with TestClient(Litestar([people, read_note, change_note], exception_handlers=HANDLERS)) as client:
        yield client


def test_every_page_and_then_no_more(client: Any) -> None:
    seen, pages, query = [], 0, "limit=5"
    while True:
        body = client.get(f"/people?{query}").json()
        seen += [one["name"] for one in body["items"]]
        pages += 1
        assert body["total"] == 12
        if body["next_cursor"] is None:
            break
        query = f"limit=5&cursor={body['next_cursor']}"
    assert seen == NAMES
    assert pages == 3


def test_a_page_that_is_full_and_the_last(client: Any) -> None:
    assert client.get("/people?limit=12").json()["next_cursor"] is None
    assert client.get("/people?limit=11").json()["next_cursor"] is not None


@pytest.mark.parametrize("limit", ["0", "201", "dez"])
def test_limits_have_limits(client: Any, limit: str) -> None:
    (error,) = client.get(f"/people?limit={limit}").json()["errors"]
    assert error["path"] == "limit"


@given(value=st.none() | st.text() | st.integers(-(2**63), 2**63 - 1), row_id=st.text() | st.integers(0, 2**63 - 1))
def test_a_cursor_comes_back_as_it_was(value: SortValue, row_id: str | int) -> None:
    text = cursor(value, row_id)
    assert position(text) == Position(value, row_id)
    assert text.isascii()
    assert not set(text) & set("+/=&?# ")


@given(st.text())
def test_what_is_no_cursor_is_refused_and_nothing_worse(text: str) -> None:
    try:
        found = position(text)
    except Problem as problem:
        assert (problem.status_code, problem.code) == (400, "bad_cursor")
    else:
        assert found is not None


def test_a_cursor_that_sqlite_could_not_count_to() -> None:
    huge = base64.urlsafe_b64encode(msgspec.json.encode([2**64 - 1, "a"])).decode().rstrip("=")
    with pytest.raises(Problem, match="next_cursor"):
        position(huge)


def test_a_change_of_what_was_read(client: Any) -> None:
    tag = client.get("/note").headers["etag"]
    assert tag == etag(7) == '"7"'
    answer = client.put("/note", headers={"If-Match": tag})
    assert (answer.status_code, answer.headers["etag"]) == (200, '"8"')


@pytest.mark.parametrize("tag", ['W/"7"', '"3", "7"', "*", None])
def test_tags_that_match(client: Any, tag: str | None) -> None:
    assert client.put("/note", headers={"If-Match": tag} if tag else {}).status_code == 200


@pytest.mark.parametrize("tag", ['"6"', "7", '"77"', "", '""'])
def test_a_change_of_something_older(client: Any, tag: str) -> None:
    answer = client.put("/note", headers={"If-Match": tag})
    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    assert answer.headers["etag"] == '"7"'


def test_errors_are_documented(client: Any) -> None:
    paths = client.get("/schema/openapi.json").json()["paths"]
    assert set(paths["/people"]["get"]["responses"]) == {"200", "400", "404"}
    told = paths["/note"]["put"]["responses"]
    assert set(told) == {"200", "400", "401", "403", "412"}
    shape = told["412"]["content"]["application/problem+json"]
    assert shape["schema"]["$ref"].endswith("ProblemDetails")
    assert [one["value"]["code"] for one in shape["examples"].values()] == ["stale"]
