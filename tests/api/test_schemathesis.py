"""The running application against its own document, as machines would try it: no 5xx, nothing that is not told."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
import schemathesis
from callers import ADMIN, NOBODY, PEOPLE, Caller, Route, World, all_routes, code
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from litestar.serialization import encode_json
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from world import CLINIC

from atendeai.app import create_app
from atendeai.settings import Settings

OWNER = PEOPLE[0]
DOCUMENTED = [route for route in all_routes() if route.documented]
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@functools.cache
def tried() -> Any:
    """The document as schemathesis reads it."""
    with tempfile.TemporaryDirectory() as data:
        app = create_app(Settings(data=Path(data)), work=False)
        document = msgspec.json.decode(encode_json(app.openapi_schema.to_schema()))  # as it is served
        app.state.files.close()
    return schemathesis.openapi.from_dict(document, config=schemathesis.Config())


def answer(world: World, case: Case, caller: Caller) -> httpx.Response:
    """As schemathesis would send it, through our own client, whose server is not started anew for each request."""
    sent = case.as_transport_kwargs(base_url="http://testserver")
    headers = {name: str(value) for name, value in sent["headers"].items()} | world.headers(caller, fresh=True)
    return world.client.request(
        sent["method"],
        sent["url"],
        params=sent.get("params"),
        headers=headers,
        json=sent.get("json"),
        content=sent.get("data"),
    )


def attack(world: World, route: Route, caller: Caller, mode: GenerationMode, examples: int) -> None:
    operation = tried()[route.path][route.method]
    checks = CHECKS if mode.is_positive else [*CHECKS, negative_data_rejection]

    # The same examples each time; what fails is shown as it is, for shrinking would change the world.
    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), elsewhere=st.sampled_from([False, False, False, True]))
    def hold(case: Case, elsewhere: bool) -> None:
        if mode.is_positive and not elsewhere:  # ids that there are; otherwise hardly anything would be found
            case.path_parameters = {name: world.there(name, CLINIC) for name in route.names}
        got = answer(world, case, caller)
        case.validate_response(got, checks=checks)
        if mode.is_positive and route.path != "/api/auth/register":  # it asks for one of two sets of fields
            assert code(got) not in {"invalid", "bad_request"}, got.text
        if not route.reads:
            world.mend()

    hold()


def comes_in(caller: Caller, route: Route) -> bool:
    return not route.permission or route.permission in caller.permissions


CALLERS = [OWNER, ADMIN, NOBODY]
REFUSABLE = [one for one in DOCUMENTED if one.takes_body or one.names]


@pytest.mark.parametrize("route", DOCUMENTED, ids=str)
@pytest.mark.parametrize("caller", CALLERS, ids=str)
def test_what_fits_the_document_is_answered_as_it_says(world: World, route: Route, caller: Caller) -> None:
    attack(world, route, caller, GenerationMode.POSITIVE, 6 if comes_in(caller, route) else 2)


@pytest.mark.parametrize("route", REFUSABLE, ids=str)
def test_what_does_not_fit_is_refused(world: World, route: Route) -> None:
    caller = next(one for one in CALLERS if comes_in(one, route))
    attack(world, route, caller, GenerationMode.NEGATIVE, 6)


@pytest.mark.slow
@pytest.mark.parametrize(("route", "caller"), [(r, c) for r in DOCUMENTED for c in CALLERS if comes_in(c, r)], ids=str)
def test_what_fits_at_length(world: World, route: Route, caller: Caller) -> None:
    attack(world, route, caller, GenerationMode.POSITIVE, 20)


@pytest.mark.slow
@pytest.mark.parametrize("route", REFUSABLE, ids=str)
def test_what_does_not_fit_at_length(world: World, route: Route) -> None:
    caller = next(one for one in CALLERS if comes_in(one, route))
    attack(world, route, caller, GenerationMode.NEGATIVE, 20)
