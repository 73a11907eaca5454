"""Problems are told in Portuguese or English, as whoever calls prefers; the code stays the same."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar import Litestar, get, post
from litestar.params import JSONBody
from litestar.testing import TestClient

from atendeai.auth.account_rules import REFUSALS
from atendeai.ops import portuguese
from atendeai.ops.problem import HANDLERS, Problem, spoken

CODE = Path(__file__).parents[2] / "atendeai"


class Booking(msgspec.Struct, forbid_unknown_fields=True):
    day: int
    name: Annotated[str, msgspec.Meta(min_length=1)]


@get("/stale")
async def stale() -> None:
    raise Problem(412, "stale", "It was changed meanwhile.", "Read it again, and send its new ETag.")


@get("/forbidden")
async def forbidden() -> None:
    raise Problem(403, "forbidden", "This is not permitted.", "It takes the permission users:create.")


@get("/new")
async def new() -> None:
    raise Problem(409, "quite_new", "Nobody translated this.", "Nor this.")


@post("/bookings")
async def book(data: JSONBody[Booking]) -> None:
    """Takes a booking."""


@pytest.fixture
def client() -> Iterator[Any]:
    with TestClient(Litestar([stale, forbidden, new, book], exception_handlers=HANDLERS)) as client:
        yield client


def told(client: Any, path: str, language: str = "pt-BR") -> dict[str, Any]:
    answer = client.get(path, headers={"Accept-Language": language})
    body: dict[str, Any] = answer.json()
    return body


def test_in_portuguese(client: Any) -> None:
    answer = client.get("/stale", headers={"Accept-Language": "pt-BR,pt;q=0.9,en;q=0.8"})
    body = answer.json()
    assert (body["title"], body["detail"]) == (
        "Isto foi alterado nesse meio-tempo.", "Leia de novo e envie o novo ETag."
    )  # fmt: skip
    assert (body["code"], body["type"]) == ("stale", "urn:atendeai:problem:stale")
    assert answer.headers["content-language"] == "pt-BR"
    assert answer.headers["vary"] == "Accept-Language"


def test_in_english_unless_asked(client: Any) -> None:
    for language in ("en", "", "de", "en-GB,pt;q=0.5", "pt;q=0"):
        assert told(client, "/stale", language)["title"] == "It was changed meanwhile."


def test_values_stay_within_the_sentence(client: Any) -> None:
    assert told(client, "/forbidden")["detail"] == "É preciso a permissão users:create."


def test_fields(client: Any) -> None:
    for body, path, words in (
        ({"day": "x", "name": "a"}, "day", "Esperava `int`, veio `str`"),
        ({"day": 1, "name": ""}, "name", "Esperava `str` de tamanho >= 1"),
        ({"day": 1}, "", "Falta o campo `name`"),
        ({"day": 1, "name": "a", "x": 1}, "", "O campo `x` não existe"),
    ):
        answer = client.post("/bookings", json=body, headers={"Accept-Language": "pt"})
        assert answer.json()["errors"] == [{"path": path, "message": words}]
        assert answer.json()["title"] == "A requisição não é válida"


def test_what_the_framework_refuses(client: Any) -> None:
    assert told(client, "/nowhere")["title"] == "Não encontrado"
    assert told(client, "/bookings")["title"] == "Este método não serve aqui"


def test_what_has_no_words_stays_in_english(client: Any) -> None:
    body = told(client, "/new")
    assert (body["title"], body["detail"]) == ("Nobody translated this.", "Nor this.")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("pt", "pt"),
        ("PT-br", "pt"),
        ("fr, pt;q=0.2", "pt"),
        ("en;q=0.3, pt;q=0.4", "pt"),
        ("pt;q=0.4, en;q=0.40", "pt"),
        ("en, pt", "en"),
        ("pt;q=nonsense", "en"),
        ("ptolemaic", "en"),
        ("*", "en"),
    ],
)
def test_what_is_preferred(header: str, language: str) -> None:
    assert spoken(header) == language


@given(st.text())
def test_no_header_is_an_accident(header: str) -> None:
    assert spoken(header) in ("pt", "en")


def written() -> list[tuple[str, ast.Call]]:
    """Every `Problem(status, "code", "title", …)` of the house."""
    found = []
    for file in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem" and len(node.args) > 2:
                code = node.args[1]
                if isinstance(code, ast.Constant) and code.value not in ("error", "warning"):
                    found.append((str(code.value), node))
    return found


def test_every_code_has_its_words() -> None:
    codes = {code for code, _ in written()} | set(REFUSALS) | {"bad_scope", "over_already"}
    assert len(codes) > 30
    assert codes - set(portuguese.TITLES) == set()


def test_every_sentence_has_its_words() -> None:
    details = [
        str(call.args[3].value)
        for _, call in written()
        if len(call.args) > 3 and isinstance(call.args[3], ast.Constant)
    ]
    assert len(details) > 10
    assert [one for one in details if portuguese.sentence(one) == one] == []


def test_a_code_is_called_the_same_everywhere() -> None:
    titles: dict[str, set[str]] = {}
    for code, call in written():
        if isinstance(call.args[2], ast.Constant) and code != "signature":  # what is not signed differs
            titles.setdefault(code, set()).add(str(call.args[2].value).rstrip("."))
    assert {code: found for code, found in titles.items() if len(found) > 1} == {}
