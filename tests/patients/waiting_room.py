"""People whose data the clinic has: who booked, who asked, and what Meta's bodies say of them."""

from __future__ import annotations

import json
from typing import Any

from world import Clinic, Patient

from atendeai import inbox
from atendeai.ops.clock import iso, millis
from atendeai.whatsapp.payload import items

MARIA, MARIA_WITHOUT_NINE = "5548999990001", "554899990001"
JOAO = "5548999990002"
LINE = "100000000000001"


def books(clinic: Clinic, number: str, name: str, wish: str = "quero marcar um eletro sexta às 8h") -> str:
    """Book something over the conversation; the id of the patient it is for."""
    writer = Patient(clinic, number, name)
    writer.says(wish)
    for _ in range(8):
        mine = [visit.patient_id for visit in writer.visits if visit.patient_name == name]
        if mine:
            return mine[-1]
        assert writer.last is not None
        expects = writer.last.expects
        writer.says({"patient_name": name, "insurance": "particular"}.get(str(expects), "sim"))
    raise AssertionError(f"{name} could not book: {writer.heard}")


def delivers(clinic: Clinic, number: str, text: str, wamid: str = "wamid.HBgN") -> None:
    """A signed body of Meta's comes in by WhatsApp."""
    now = clinic.clock.now()
    body = body_of(number, text, wamid, int(now.timestamp()))

    def work(tx: Any) -> None:
        inbox.store_raw(tx, body, iso(now))
        inbox.receive(tx, items(body), now=millis(now), at=iso(now), burst=0)

    clinic.write(work)


def body_of(number: str, text: str, wamid: str, at: int) -> bytes:
    message = {"from": number, "id": wamid, "timestamp": str(at), "type": "text", "text": {"body": text}}
    return _body({"messages": [message], "contacts": [{"wa_id": number, "profile": {"name": "Maria da Silva"}}]})


def status_of(number: str, wamid: str, status: str, at: int) -> bytes:
    one = {"id": wamid, "status": status, "timestamp": str(at), "recipient_id": number}
    return _body({"statuses": [one]})


def _body(value: dict[str, Any]) -> bytes:
    whole = {"messaging_product": "whatsapp", "metadata": {"phone_number_id": LINE, "display_phone_number": "1"}}
    change = {"field": "messages", "value": whole | value}
    return json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "2", "changes": [change]}]}).encode()
