"""The OpenAPI document tells everything that a panel's author needs, and nothing that is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from callers import ADMIN, NOBODY, PEOPLE, Route, World, all_routes

from atendeai.auth.permissions import HOLDERS
from atendeai.ops.examples import EXAMPLES
from atendeai.ops.openapi import TAGS
from atendeai.ops.problem import MEDIA_TYPE

DOCUMENTED = [route for route in all_routes() if route.documented]
OURS = [route for route in DOCUMENTED if route.path.startswith("/api/")]
Operation = dict[str, Any]


@pytest.fixture(scope="module")
def document(world: World) -> dict[str, Any]:
    answer = world.client.get("/docs/openapi.json")
    assert answer.status_code == 200
    return dict(answer.json())


@pytest.fixture
def operation(document: dict[str, Any], route: Route) -> Operation:
    return dict(document["paths"][route.path][route.method.lower()])


def responses(operation: Operation) -> dict[int, dict[str, Any]]:
    return {int(status): response for status, response in operation["responses"].items()}


def resolved(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    found: dict[str, Any] = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return found


def test_operations_have_ids_of_their_own(document: dict[str, Any]) -> None:
    ids = [one["operationId"] for item in document["paths"].values() for one in item.values()]
    assert len(ids) == len(set(ids)) == len(DOCUMENTED)
    assert [one for one in ids if not re.fullmatch(r"[a-z][a-z0-9_]+", one)] == []


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    text = msgspec.json.encode(document).decode()
    references = set(re.findall(r'"\$ref":"#/components/schemas/([^"]+)"', text))
    assert references == set(document["components"]["schemas"])


@pytest.mark.parametrize("route", DOCUMENTED, ids=str)
def test_it_says_what_it_is_for(operation: Operation) -> None:
    assert operation["summary"] and operation["description"]
    assert not operation["summary"].endswith(".") and len(operation["summary"]) <= 60
    assert operation["tags"] and set(operation["tags"]) <= TAGS.keys()


@pytest.mark.parametrize("route", DOCUMENTED, ids=str)
def test_it_says_who_may_call(route: Route, operation: Operation) -> None:
    if not route.permission:
        assert operation["security"] == []
        return
    assert "security" not in operation  # the document's own: a token or a key
    assert operation["x-permission"] == route.permission
    assert [role for role in HOLDERS[route.permission] if f"`{role}`" not in operation["description"]] == []


@pytest.mark.parametrize("route", [route for route in OURS if route.takes_body], ids=str)
def test_a_body_has_an_example(route: Route, operation: Operation) -> None:
    assert str(route) in EXAMPLES
    assert operation["requestBody"]["content"]["application/json"]["example"] == EXAMPLES[str(route)]


def test_examples_are_for_routes_that_there_are() -> None:
    assert sorted(EXAMPLES.keys() - {str(route) for route in DOCUMENTED if route.takes_body}) == []


@pytest.mark.parametrize("route", [route for route in OURS if route.takes_body], ids=str)
def test_an_example_can_be_sent_as_it_stands(world: World, route: Route) -> None:
    """It does what it says; where it shows a secret, which nobody has, it is understood all the same."""
    example = EXAMPLES.get(str(route), {})
    owner = PEOPLE[0]
    caller = NOBODY if not route.permission else owner if route.permission in owner.permissions else ADMIN
    answer = world.call(route, world.headers(caller, fresh=True), body=example)
    world.mend()
    if example.keys() & {"token", "refresh_token", "password", "current_password"}:
        assert answer.status_code in {200, 201, 202, 204, 401, 410, 422}, answer.text
    else:
        assert 200 <= answer.status_code < 300, answer.text


def errors_that_can_occur(route: Route, operation: Operation) -> Iterator[int]:
    """What the manners of the house alone lead to, whatever the route does."""
    headers = {one["name"].lower() for one in operation.get("parameters", ()) if one["in"] == "header"}
    if route.permission:
        yield from (401, 403)
    if route.takes_body or operation.get("parameters"):
        yield 400
    if route.names:
        yield 404
    if "if-match" in headers:
        yield 412
    if "idempotency-key" in headers:
        yield from (409, 422)


@pytest.mark.parametrize("route", OURS, ids=str)
def test_the_errors_that_can_occur_are_told(route: Route, operation: Operation) -> None:
    assert set(errors_that_can_occur(route, operation)) - responses(operation).keys() == set()
    assert [status for status in responses(operation) if 200 <= status < 300]


@pytest.mark.parametrize("route", DOCUMENTED, ids=str)
def test_errors_are_problem_details(document: dict[str, Any], route: Route, operation: Operation) -> None:
    for status, response in responses(operation).items():
        if status < 400 or route.path == "/health/ready":  # which tells of each check
            continue
        assert list(response["content"]) == [MEDIA_TYPE], status
        schema = resolved(document, response["content"][MEDIA_TYPE]["schema"])
        assert {"type", "title", "status", "code"} <= set(schema["required"])
        assert response["description"]


@pytest.mark.parametrize("route", [route for route in OURS if route.method == "PUT"], ids=str)
def test_a_change_can_be_tied_to_what_was_read(operation: Operation) -> None:
    names = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "header"}
    assert "If-Match" in names


def test_the_page_loads_nothing_from_elsewhere(world: World) -> None:
    page = world.client.get("/docs")
    assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
    assert "default-src 'self'" in page.headers["content-security-policy"]
    loaded = re.findall(r"(?:src|href)=\"([^\"]+)\"", page.text)
    assert len(loaded) >= 3 and "://" not in page.text
    for one in loaded:
        if not one.startswith("data:"):
            assert world.client.get(one).status_code == 200, one
    assert "sourceMappingURL" not in world.client.get("/docs/assets/swagger-ui.css").text
