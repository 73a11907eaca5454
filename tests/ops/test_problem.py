"""Whatever goes wrong, the answer has one shape and tells nothing that it should not."""

from __future__ import annotations

import logging
from typing import Annotated, Any

import msgspec
import pytest
from litestar import Litestar, get, post
from litestar.connection import Request
from litestar.exceptions import (
    InternalServerException,
    NotAuthorizedException,
    PermissionDeniedException,
    ServiceUnavailableException,
)
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.testing import TestClient

from atendeai.ops.logging import correlated
from atendeai.ops.problem import HANDLERS, Problem


class Guest(msgspec.Struct, forbid_unknown_fields=True):
    name: Annotated[str, msgspec.Meta(min_length=1)]


class Booking(msgspec.Struct):
    guests: list[Guest]
    day: int


@post("/bookings")
async def book(data: JSONBody[Booking]) -> dict[str, int]:
    return {"guests": len(data.guests)}


@get("/search")
async def search(limit: FromQuery[int]) -> dict[str, int]:
    return {"limit": limit}


@get("/taken")
async def taken() -> None:
    raise Problem(
        409, "slot_taken", "The time is taken", "10:00 was just booked", headers={"Retry-After": "1"}, next="11:00"
    )


@get("/broken")
async def broken() -> None:
    with correlated("c-1"):
        raise LookupError("password is hunter2")


@get("/refused/{status:int}")
async def refused(status: FromPath[int]) -> None:
    raise {
        401: NotAuthorizedException("unknown key"),
        403: PermissionDeniedException(),
        500: InternalServerException("the password is segredo"),
        503: ServiceUnavailableException("starting"),
    }[status]


@post("/raw", request_max_body_size=10)
async def raw(request: Request[Any, Any, Any]) -> dict[str, int]:
    return {"bytes": len(await request.body())}


@pytest.fixture
def client() -> Any:
    routes = [book, search, taken, broken, refused, raw]
    with TestClient(Litestar(routes, exception_handlers=HANDLERS), raise_server_exceptions=False) as client:
        yield client


def told(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["status"] == status
    assert body["type"] == f"urn:atendeai:problem:{body['code']}"
    assert body["title"]
    return body


def test_a_problem_of_our_own(client: Any) -> None:
    response = client.get("/taken")
    body = told(response, 409)
    assert (body["code"], body["title"], body["detail"]) == ("slot_taken", "The time is taken", "10:00 was just booked")
    assert body["next"] == "11:00"
    assert response.headers["retry-after"] == "1"


def test_the_fields_that_are_wrong(client: Any) -> None:
    body = told(client.post("/bookings", json={"guests": [{"name": "Maria"}, {"name": ""}], "day": 1}), 400)
    assert body["code"] == "invalid"
    assert body["errors"] == [{"path": "guests[1].name", "message": "Expected `str` of length >= 1"}]
    assert "detail" not in body


@pytest.mark.parametrize(
    ("sent", "path"),
    [
        ({"guests": [], "day": "soon"}, "day"),
        ({"day": 1}, ""),
        ([], ""),
        ({"guests": [{"name": "a", "age": 1}], "day": 1}, "guests[0]"),
    ],
)
def test_where_they_are(client: Any, sent: Any, path: str) -> None:
    (error,) = told(client.post("/bookings", json=sent), 400)["errors"]
    assert error["path"] == path
    assert error["message"]


def test_a_body_that_is_no_json(client: Any) -> None:
    body = told(client.post("/bookings", content=b"{oops", headers={"content-type": "application/json"}), 400)
    assert "malformed" in body["detail"]


def test_a_query(client: Any) -> None:
    assert told(client.get("/search?limit=x&key=segredo"), 400)["errors"][0]["path"] == "limit"
    assert "segredo" not in client.get("/search?limit=x&key=segredo").text
    assert told(client.get("/search?key=segredo"), 400)["detail"] == "Missing required query parameter 'limit'"
    assert "segredo" not in client.get("/search?key=segredo").text


def test_the_usual_refusals(client: Any) -> None:
    assert told(client.get("/nowhere"), 404)["code"] == "not_found"
    assert told(client.delete("/taken"), 405)["code"] == "method_not_allowed"
    assert told(client.post("/raw", content=b"x" * 11), 413)["code"] == "too_large"
    assert told(client.get("/refused/403"), 403)["title"] == "Forbidden"
    assert told(client.get("/refused/503"), 503)["detail"] == "starting"


def test_who_are_you(client: Any) -> None:
    response = client.get("/refused/401")
    assert told(response, 401)["detail"] == "unknown key"
    assert response.headers["www-authenticate"] == "Bearer"


def test_an_accident_of_the_framework_is_no_exception(client: Any) -> None:
    assert told(client.get("/refused/500"), 500)["code"] == "unexpected"
    assert "segredo" not in client.get("/refused/500").text


def test_an_accident_is_told_by_an_id_alone(client: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        body = told(client.get("/broken"), 500)
    assert set(body) == {"type", "title", "status", "code", "correlation_id"}
    (record,) = [one for one in caplog.records if one.name == "atendeai.ops.problem"]
    assert record.__dict__["error_id"] == body["correlation_id"]
    assert record.exc_info is not None
    assert record.exc_info[0] is LookupError
