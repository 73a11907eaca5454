"""Every route × everybody × their own clinic, another's, and none that exists: the answer is what the table says."""

from __future__ import annotations

from typing import Literal

import httpx
import pytest
from callers import (
    EVERYBODY,
    GUEST,
    NOBODY,
    NOWHERE,
    OTHER,
    PEOPLE,
    TOMORROW,
    Caller,
    Route,
    World,
    all_routes,
    code,
    named_clinics,
)
from litestar.openapi.spec import OpenAPI
from world import CLINIC

from atendeai.auth.permissions import OF_ROLE, PERMISSIONS

Told = Literal["allowed", "unknown caller", "forbidden", "unknown clinic"]
REFUSALS: dict[tuple[int, str], Told] = {
    (401, "not_authenticated"): "unknown caller",
    (403, "forbidden"): "forbidden",
    (404, "unknown_clinic"): "unknown clinic",
}
ROUTES = all_routes()
GUARDED = [route for route in ROUTES if route.permission]


def expected(caller: Caller, permission: str, clinic: str | None) -> Told:
    """From the table of permissions alone; `clinic` is the one that the call names, if any."""
    if caller.kind == "nobody":
        return "unknown caller"
    if caller.kind in {"user", "key"}:
        if permission not in caller.permissions:
            return "forbidden"
        return "allowed" if clinic in {None, CLINIC} else "unknown clinic"
    # Those who run the installation know which clinics there are; what is in one takes the clinic's leave.
    if clinic == NOWHERE:
        return "unknown clinic"
    let_in = caller.kind == "guest" and clinic == CLINIC
    has = OF_ROLE["platform_admin"] | (OF_ROLE["platform_guest"] if let_in else frozenset())
    return "allowed" if permission in has else "forbidden"


def told(answer: httpx.Response) -> Told:
    """What the guard said. Any other 401 or 403 is a rule that the table does not know.

    Whose accounts are somebody's to change is asked after the guard, and its 403 says so.
    """
    assert answer.status_code < 500, answer.text
    refusal = REFUSALS.get((answer.status_code, code(answer)))
    assert refusal or answer.status_code not in {401, 403} or code(answer) == "above_you", answer.text
    return refusal or "allowed"


def test_every_route_names_its_permission() -> None:
    assert [str(route) for route in ROUTES if route.permission is None] == []
    assert {route.permission for route in GUARDED} <= PERMISSIONS


def test_the_document_has_every_route(world: World) -> None:
    """What is tested here is what is documented: a route left out of the document must not be a guarded one."""
    document: OpenAPI = world.client.app.openapi_schema
    documented = {
        f"{method.upper()} {path}"
        for path, item in document.to_schema()["paths"].items()
        for method in item
        if method in {"get", "put", "post", "delete", "patch", "head"}
    }
    assert documented == {str(route) for route in ROUTES if route.documented}
    assert [str(route) for route in GUARDED if not route.documented] == []


def test_every_permission_opens_something() -> None:
    """A permission that no route asks for is a promise that nobody keeps."""
    assert sorted(PERMISSIONS - {route.permission for route in GUARDED}) == []


@pytest.mark.parametrize("route", GUARDED, ids=str)
def test_the_answer_is_what_the_table_says(world: World, route: Route) -> None:
    wrong = []
    for caller in EVERYBODY:
        for clinic in named_clinics(route):
            if caller.kind in {"admin", "guest"}:
                world.let_in(TOMORROW if caller is GUEST else None)
            want = expected(caller, str(route.permission), clinic)
            leaves_a_mark = want == "allowed" and not route.reads
            answer = world.call(route, world.headers(caller, fresh=leaves_a_mark), clinic=clinic)
            if told(answer) != want:
                wrong.append(f"{caller} for {clinic}: {want} expected, {answer.status_code} {answer.text[:200]}")
            if leaves_a_mark:
                world.mend()
    assert wrong == []


@pytest.mark.parametrize("route", [one for one in GUARDED if set(one.names) - {"clinic_id"}], ids=str)
def test_an_id_of_another_clinic_is_as_unknown_as_none(world: World, route: Route) -> None:
    """Also to those who may do everything in their own."""
    for caller in PEOPLE:
        if str(route.permission) in caller.permissions:
            answer = world.call(route, world.headers(caller, fresh=not route.reads), ids_of=OTHER, clinic=CLINIC)
            assert answer.status_code in {400, 404}, (str(caller), answer.status_code, answer.text)
            world.mend()


@pytest.mark.parametrize("path", sorted({route.path for route in GUARDED}))
def test_which_methods_there_are_is_told_to_everybody(world: World, path: str) -> None:
    assert world.client.options(path).status_code == 204
    answer = world.client.request("TRACE", path)
    assert (answer.status_code, code(answer)) == (405, "method_not_allowed")
    assert set(answer.headers["allow"].split(", ")) == {"OPTIONS"} | {one.method for one in ROUTES if one.path == path}


@pytest.mark.parametrize("route", [one for one in ROUTES if not one.permission], ids=str)
def test_an_open_door_asks_nobody_who_they_are(world: World, route: Route) -> None:
    """It may check for itself, as a log-in does; it must not break over a caller without a name."""
    answer = world.call(route, world.headers(NOBODY))
    assert answer.status_code < 500
    assert (answer.status_code, code(answer)) != (403, "forbidden")
