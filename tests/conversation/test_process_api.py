"""POST /api/conversation/process and the doors beside it, over the real HTTP route."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from world import CLINIC, NOW, context_of

from atendeai.app import create_app
from atendeai.auth import keys
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.conversation import store
from atendeai.ops.clock import FixedClock
from atendeai.settings import Settings

EXAMPLE = Path(__file__).parents[2] / "examples" / "clinic-context.json"
ROUTE = "/api/conversation/process"
RESPONSE = {
    "conversation_id": str, "status": str, "replies": list, "intent": str, "confidence": float, "entities": dict,
    "state": str, "expects": str, "appointment_id": type(None), "escalated": bool,
}  # fmt: skip

Says = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory, clock: FixedClock) -> Iterator[TestClient[Litestar]]:
    """The server, without its workers, and one clinic."""
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    with TestClient(create_app(settings, clock=clock, work=False), raise_server_exceptions=False) as client:
        files: ClinicFiles = client.app.state.files
        for clinic_id in (CLINIC, "aurora", "nova"):
            files.create(clinic_id, clinic_id, NOW)
            if clinic_id != "nova":
                with files.clinic(clinic_id) as db:
                    db.write(lambda tx: versions.load(tx, context_of(EXAMPLE), "example", NOW))
        yield client


def key_of(api: TestClient[Litestar], clinic_id: str) -> str:
    with api.app.state.files.clinic(clinic_id) as db:
        return db.write(lambda tx: keys.create(tx, clinic_id, "test", NOW)).plain  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def key(api: TestClient[Litestar]) -> str:
    return key_of(api, CLINIC)


@pytest.fixture
def says(api: TestClient[Litestar], key: str, request: pytest.FixtureRequest) -> Says:
    """Posts a message as a patient who is new in each test."""
    number = f"5548{zlib.crc32(request.node.name.encode()) % 10**9:09d}"

    def post(content: str, **changes: Any) -> httpx.Response:
        body = {"clinic_id": CLINIC, "whatsapp_number": number, "content": content} | changes
        return api.post(ROUTE, json=body, headers={"Authorization": f"Bearer {key}"})

    return post


def problem(response: httpx.Response, status: int, code: str | None = None) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"].startswith("application/problem+json")
    body: dict[str, Any] = response.json()
    assert body["status"] == status and body["title"] and body["type"]
    assert code is None or body["code"] == code
    return body


# the contract


def test_every_field_has_its_name_and_type(says: Says) -> None:
    response = says("quero marcar um eletro", message_type="text", user_name="Maria Souza", message_id="wamid.1")
    assert response.status_code == 200
    body = response.json()
    assert {name: type(value) for name, value in body.items()} == RESPONSE
    assert (body["status"], body["intent"], body["state"], body["expects"]) == (
        "active", "book", "date_time", "slot",
    )  # fmt: skip
    assert 0 <= body["confidence"] <= 1 and body["entities"]["service"] == "Eletrocardiograma"


def test_replies_and_options_always_have_every_key(says: Says) -> None:
    for text in ("oi", "onde fica?", "quero marcar um eletro com o dr roberto", "obrigada"):
        for reply in says(text).json()["replies"]:
            assert set(reply) == {"type", "text", "options"} and reply["type"] in ("text", "buttons", "list")
            for option in reply["options"]:
                assert {name: type(value) for name, value in option.items()} == {
                    "id": str, "title": str, "description": str,
                }  # fmt: skip


def test_the_type_says_how_whatsapp_would_show_it(says: Says) -> None:
    assert says("oi").json()["replies"][0]["type"] == "buttons"
    assert says("quero marcar um eletro").json()["replies"][0]["type"] == "list"
    assert says("Maria").json()["replies"]


def test_a_booking_ends_with_its_id(says: Says) -> None:
    for text in ("marcar clínico geral amanhã 8h", "Maria Souza", "unimed"):
        assert says(text).json()["appointment_id"] is None
    body = says("sim").json()
    assert body["state"] == "finalized" and isinstance(body["appointment_id"], str)


def test_an_option_may_be_picked_by_its_id(says: Says) -> None:
    options = says("quero marcar um eletro").json()["replies"][-1]["options"]
    body = says(options[1]["title"], message_type="interactive", option_id=options[1]["id"]).json()
    assert body["expects"] == "patient_name"


def test_the_same_message_id_gets_the_first_answer(says: Says) -> None:
    first = says("quero marcar um eletro", message_id="once").json()
    assert says("quero marcar um eletro", message_id="once").json() == first


def test_the_same_message_id_of_two_patients_is_two_messages(says: Says) -> None:
    first = says("onde fica?", message_id="shared").json()
    other = says("quero marcar um eletro", message_id="shared", whatsapp_number="5548988887777").json()
    assert other["conversation_id"] != first["conversation_id"] and other["intent"] == "book"


def test_a_person_has_the_conversation(says: Says, api: TestClient[Litestar]) -> None:
    called = says("quero falar com um atendente").json()
    assert called["escalated"] is True
    with api.app.state.files.clinic(CLINIC) as db:
        db.write(lambda tx: store.take_over(tx, called["conversation_id"], "2026-11-24T13:00:00.000Z"))
    body = says("oi?").json()
    assert (body["status"], body["state"], body["replies"], body["escalated"]) == ("human", None, [], True)
    assert set(body) == set(RESPONSE)


@pytest.mark.parametrize("kind", ["audio", "image", "location"])
def test_wordless_kinds(says: Says, kind: str) -> None:
    assert says("", message_type=kind).json()["replies"][0]["text"]


@pytest.mark.parametrize("number", ["5548999990001", "+55 (48) 99999-0001", "554899990001", "US.13491208655302741918"])
def test_numbers_as_people_write_them(says: Says, number: str) -> None:
    assert says("oi", whatsapp_number=number).status_code == 200


def test_one_person_with_and_without_the_ninth_digit(says: Says) -> None:
    first = says("oi", whatsapp_number="5548999994321").json()
    assert says("oi", whatsapp_number="554899994321").json()["conversation_id"] == first["conversation_id"]


@pytest.mark.parametrize("text", ["😀" * 1000, "\u0000\u0007", "‮abc", "a" * 4096, "{}", "'; drop table inbox; --"])
def test_any_text_is_answered(says: Says, text: str) -> None:
    response = says(text)
    assert response.status_code == 200 and response.json()["replies"]


@pytest.mark.parametrize("option", ["slot:", "slot:abc:def", "slot:9999999999:x", "date:x", "intent:x", "visit:x", "☃"])
def test_an_option_that_was_never_offered_is_answered(says: Says, option: str) -> None:
    says("quero marcar um eletro")
    response = says("?", option_id=option)
    assert response.status_code == 200 and response.json()["replies"]


# refusals


def test_no_key(api: TestClient[Litestar]) -> None:
    response = api.post(ROUTE, json={"clinic_id": CLINIC, "whatsapp_number": "5548999990001", "content": "oi"})
    problem(response, 401, "not_authenticated")
    assert response.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("wrong", ["nonsense", "atd_vila-serena_0000", "ak_x.y"])
def test_a_wrong_key(api: TestClient[Litestar], wrong: str) -> None:
    body = {"clinic_id": CLINIC, "whatsapp_number": "5548999990001", "content": "oi"}
    problem(api.post(ROUTE, json=body, headers={"Authorization": f"Bearer {wrong}"}), 401, "not_authenticated")


def test_the_key_may_come_in_a_header_of_its_own(api: TestClient[Litestar], key: str) -> None:
    body = {"clinic_id": CLINIC, "whatsapp_number": "5548999990001", "content": "oi"}
    assert api.post(ROUTE, json=body, headers={"X-API-Key": key}).status_code == 200
    problem(api.post(ROUTE, json=body, headers={"X-API-Key": f"{key}x"}), 401, "not_authenticated")


def test_a_revoked_key(api: TestClient[Litestar]) -> None:
    plain = key_of(api, CLINIC)
    with api.app.state.files.clinic(CLINIC) as db:
        row = db.read(lambda tx: keys.verify(tx, plain, NOW))
        assert row is not None and db.write(lambda tx: keys.revoke(tx, row.id, NOW))
    body = {"clinic_id": CLINIC, "whatsapp_number": "5548999990001", "content": "oi"}
    problem(api.post(ROUTE, json=body, headers={"Authorization": f"Bearer {plain}"}), 401, "not_authenticated")


def test_another_clinics_door(says: Says) -> None:
    problem(says("oi", clinic_id="aurora"), 404, "unknown_clinic")


def test_a_clinic_that_does_not_exist_looks_like_another_clinic(says: Says) -> None:
    problem(says("oi", clinic_id="nowhere"), 404, "unknown_clinic")


def test_a_clinic_that_was_erased(api: TestClient[Litestar]) -> None:
    api.app.state.files.create("passing", "passing", NOW)
    plain = key_of(api, "passing")
    api.app.state.files.erase("passing")
    body = {"clinic_id": "passing", "whatsapp_number": "5548999990001", "content": "oi"}
    problem(api.post(ROUTE, json=body, headers={"Authorization": f"Bearer {plain}"}), 401, "not_authenticated")


def test_a_clinic_without_a_document(api: TestClient[Litestar]) -> None:
    plain = key_of(api, "nova")
    body = {"clinic_id": "nova", "whatsapp_number": "5548999990001", "content": "oi"}
    problem(api.post(ROUTE, json=body, headers={"Authorization": f"Bearer {plain}"}), 409, "no_context")


@pytest.mark.parametrize(
    "changes",
    [
        {"content": None},
        {"content": 5},
        {"content": "a" * 4097},
        {"whatsapp_number": ""},
        {"whatsapp_number": 5548999990001},
        {"clinic_id": ""},
        {"message_type": "carrier pigeon"},
        {"message_id": ""},
        {"user_name": "x" * 201},
        {"surprise": 1},
    ],
)
def test_what_does_not_fit_the_contract(says: Says, changes: dict[str, Any]) -> None:
    problem(says("oi") if not changes else says(changes.pop("content", "oi"), **changes), 400)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"clinic_id": "vila-serena"}'])
def test_what_is_no_message_at_all(api: TestClient[Litestar], key: str, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    problem(api.post(ROUTE, content=body, headers=headers), 400)


def test_a_body_that_is_too_large(api: TestClient[Litestar], key: str) -> None:
    settings = Settings()
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    problem(api.post(ROUTE, content=b"x" * (settings.webhook_max_bytes + 1), headers=headers), 413)


def test_other_methods_and_paths(api: TestClient[Litestar]) -> None:
    problem(api.get(ROUTE), 405)
    problem(api.get("/nothing/here"), 404)


# health and documentation


def test_health(api: TestClient[Litestar]) -> None:
    assert api.get("/health/live").json() == {"status": "ok"}
    ready = api.get("/health/ready")
    assert ready.status_code == 200 and ready.json()["ok"] is True


def test_the_documentation_lists_every_route(api: TestClient[Litestar]) -> None:
    assert api.get("/docs").status_code == 200
    document = api.get("/docs/openapi.json").json()
    assert {ROUTE, "/health/live", "/health/ready", "/webhook/whatsapp"} <= set(document["paths"])
    answer = document["components"]["schemas"]["ProcessResponse"]
    assert set(answer["properties"]) == set(RESPONSE) == set(answer["required"])
    asked = document["components"]["schemas"]["ProcessRequest"]
    assert set(asked["required"]) == {"clinic_id", "whatsapp_number", "content"}
    assert {"message_type", "user_name", "message_id"} <= set(asked["properties"])
