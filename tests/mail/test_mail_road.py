"""E-mails on the road: the server's own workers send them, and find what an earlier process left."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from mail_server import MailServer
from world import CLINIC, Clinic

from atendeai.conversation.ai.desk import Assistants
from atendeai.mail import mails
from atendeai.ops.clock import SystemClock
from atendeai.road import Road
from atendeai.settings import Settings
from atendeai.whatsapp.client import GraphClient


@pytest.fixture
def server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


@contextlib.contextmanager
def running(clinic: Clinic, port: int) -> Iterator[Road]:
    settings = Settings(
        data=clinic.files.data,
        sweep_seconds=1.0,
        smtp_host="127.0.0.1",
        smtp_port=port,
        smtp_security="none",
        mail_from="nao-responda@atende.example",
    )
    graph = GraphClient("http://127.0.0.1:9", "v25.0", 1.0)
    road = Road(settings, clinic.files, graph, SystemClock(), Assistants(settings, clinic.files, graph))
    road.tasks.start()
    try:
        yield road
    finally:
        road.tasks.stop()
        graph.close()


def write(clinic: Clinic) -> str:
    now = SystemClock().now()
    return clinic.write(
        lambda tx: mails.enqueue(
            tx,
            clinic.files,
            recipient="ana@vilaserena.example",
            subject="Convite",
            body="Olá",
            purpose="invitation",
            at=now,
        )
    )


def state(clinic: Clinic, mail_id: str) -> str:
    return str(clinic.rows("select state from mails where id = ?", mail_id)[0]["state"])


def test_a_posted_mail_is_sent_at_once(clinic: Clinic, server: MailServer) -> None:
    with running(clinic, server.port) as road:
        mail_id = write(clinic)
        road.post(CLINIC)
        server.waits_for(1)
    assert state(clinic, mail_id) == "sent"


def test_what_an_earlier_process_left_is_found_and_sent(clinic: Clinic, server: MailServer) -> None:
    waiting, interrupted = write(clinic), write(clinic)
    clinic.write(
        lambda tx: tx.run("update mails set state = 'sending', sending_since = 1 where id = ?", (interrupted,))
    )
    with running(clinic, server.port):
        server.waits_for(2)
    assert (state(clinic, waiting), state(clinic, interrupted)) == ("sent", "sent")
    assert len(server.came) == 2


def test_without_a_mail_server_the_road_lets_them_be(clinic: Clinic) -> None:
    mail_id = write(clinic)
    settings = Settings(data=clinic.files.data)
    graph = GraphClient("http://127.0.0.1:9", "v25.0", 1.0)
    road = Road(settings, clinic.files, graph, SystemClock(), Assistants(settings, clinic.files, graph))
    road.post(CLINIC)
    road.sweep(True)
    road.mail(CLINIC, "")
    graph.close()
    assert state(clinic, mail_id) == "queued"
