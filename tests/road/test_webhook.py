"""The door: what is signed is kept before it is answered, what is not is turned away, nothing is lost."""

from __future__ import annotations

import json
import threading

import httpx
from town import AURORA, NUMBERS, SECRET, SERENA, Town, eventually

from atendeai.ops.clock import SystemClock
from atendeai.whatsapp.signature import HEADER, sign
from atendeai.whatsapp.standin import bodies


def post(town: Town, body: bytes, secret: str = SECRET, **headers: str) -> httpx.Response:
    return town.http.post("/webhook/whatsapp", content=body, headers={HEADER: sign(body, secret.encode())} | headers)


def test_meta_verifies_the_webhook_with_our_token(town: Town) -> None:
    query = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "verify-me"}
    answer = town.http.get("/webhook/whatsapp", params=query)
    assert (answer.status_code, answer.text) == (200, "1158201444")
    assert answer.headers["content-type"].startswith("text/plain")


def test_a_wrong_verify_token_is_refused_as_a_problem(town: Town) -> None:
    query = {"hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": "guess"}
    answer = town.http.get("/webhook/whatsapp", params=query)
    assert answer.status_code == 403
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert "verify-me" not in answer.text


def test_unsigned_badly_signed_and_reserialised_bodies_write_nothing(town: Town) -> None:
    phone = town.phone()
    body = phone.body(phone.message("text", {"body": "oi"}))
    reserialised = json.dumps(json.loads(body), indent=1).encode()
    good = sign(body, SECRET.encode())
    for content, headers in (
        (body, {}),
        (body, {HEADER: "sha256=zz"}),
        (body, {HEADER: good[:-2]}),
        (body, {HEADER: sign(body, b"another")}),
        (body, {HEADER: good.replace("sha256", "sha1")}),
        (reserialised, {HEADER: good}),
    ):
        assert town.http.post("/webhook/whatsapp", content=content, headers=headers).status_code == 401
    assert town.rows("select * from inbox") == []
    assert town.rows("select * from webhook_raw") == []


def test_three_megabytes_pass_and_one_byte_more_is_too_large(town: Town) -> None:
    limit = town.settings.webhook_max_bytes
    assert post(town, b" " * limit).status_code == 200
    assert post(town, b" " * (limit + 1)).status_code == 413
    body = b" " * (limit + 1)
    chunks = (body[i : i + 65536] for i in range(0, len(body), 65536))  # no content-length to go by
    streamed = town.http.post("/webhook/whatsapp", content=chunks, headers={HEADER: sign(body, SECRET.encode())})
    assert streamed.status_code == 413


def test_every_entry_change_message_and_status_of_a_batch_is_stored(town: Town) -> None:
    first, second = town.phone("5548999990001"), town.phone("5548999990002")
    one = json.loads(first.body(first.message("text", {"body": "oi"}), first.message("text", {"body": "tudo bem?"})))
    two = json.loads(second.body(second.message("text", {"body": "bom dia"})))
    status = json.loads(
        bodies.webhook_body(
            phone_number_id=NUMBERS[SERENA],
            statuses=[bodies.status("wamid.X", "delivered", recipient="5548999990001")],
        )
    )
    one["entry"] += two["entry"] + status["entry"]
    one["entry"].append({"id": "1", "changes": [{"field": "account_update", "value": {"event": "x"}}]})
    assert post(town, json.dumps(one).encode()).status_code == 200
    kinds = [row["kind"] for row in town.rows("select kind from inbox order by id")]
    assert sorted(kinds) == ["message", "message", "message", "status"]
    strays = town.files.quarantine().read(lambda tx: tx.dicts("select reason, field from quarantined"))
    assert strays == [{"reason": "no_number", "field": "account_update"}]


def test_unknown_numbers_and_unknown_shapes_are_quarantined_never_refused(town: Town) -> None:
    unknown = bodies.webhook_body(
        phone_number_id="999",
        contacts=[bodies.contact("5548999990001", "Maria", None)],
        messages=[bodies.message("text", {"body": "oi"}, sender="5548999990001")],
    )
    for body in (unknown, b"not json", b"[]", b'{"object":"page"}', b'{"entry":[{"changes":[{"field":7}]}]}'):
        assert post(town, body).status_code == 200
        assert post(town, body).status_code == 200  # Meta sends everything twice sooner or later
    strays = town.files.quarantine().read(lambda tx: tx.dicts("select reason, phone_number_id from quarantined"))
    assert len(strays) == 5
    assert {"reason": "unknown_number", "phone_number_id": "999"} in strays


def test_eight_parallel_copies_have_one_effect(town: Town) -> None:
    phone = town.phone()
    body = phone.body(phone.message("text", {"body": "bom dia"}))
    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(phone.post(body))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 8
    phone.waits_for(1)
    eventually(lambda: town.rows("select 1 from outbox where state = 'read'"))
    assert len(town.rows("select * from inbox where kind = 'message'")) == 1
    assert len(phone.replies()) == 1


def test_a_number_only_believes_its_own_apps_secret(town: Town) -> None:
    """Clinic B's app secret must not be able to write into clinic A."""
    now = SystemClock().now()
    town.files.disconnect_number(NUMBERS[AURORA])
    town.files.connect_number(AURORA, NUMBERS[AURORA], "2", "", "token", "another-app-secret", "v", now)
    phone = town.phone()
    body = phone.body(phone.message("text", {"body": "oi"}))
    assert post(town, body, "another-app-secret").status_code == 200
    assert town.rows("select * from inbox") == []
    strays = town.files.quarantine().read(lambda tx: tx.values("select reason from quarantined"))
    assert strays == ["foreign_signature"]


def test_a_body_that_spans_clinics_leaves_to_each_only_its_own(town: Town) -> None:
    at_serena, at_aurora = town.phone("5548999990001", SERENA), town.phone("5548999990002", AURORA)
    body = json.loads(at_serena.body(at_serena.message("text", {"body": "sou da Serena"})))
    body["entry"] += json.loads(at_aurora.body(at_aurora.message("text", {"body": "sou da Aurora"})))["entry"]
    assert post(town, json.dumps(body).encode()).status_code == 200
    for clinic, other in ((SERENA, "Aurora"), (AURORA, "Serena")):
        assert len(town.rows("select * from inbox where kind = 'message'", clinic=clinic)) == 1
        eventually(lambda clinic=clinic: town.rows("select 1 from outbox where state = 'read'", clinic=clinic))
        with town.files.clinic(clinic) as db:
            db.checkpoint()
        assert f"sou da {other}".encode() not in town.files.path(clinic).read_bytes()


def test_clinic_a_never_sees_clinic_b(town: Town) -> None:
    """The same person writes to two clinics: two files, two conversations."""
    at_serena, at_aurora = town.phone(clinic=SERENA), town.phone(clinic=AURORA)
    at_serena.says("oi")
    at_serena.waits_for(1)
    assert town.rows("select * from messages", clinic=AURORA) == []
    at_aurora.says("oi")
    at_aurora.waits_for(1)
    assert len(town.rows("select * from messages where direction = 'in'")) == 1
    assert len(town.rows("select * from messages where direction = 'in'", clinic=AURORA)) == 1
