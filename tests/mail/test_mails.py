"""E-mails to staff: rows first, each sent once by a real SMTP conversation, tried again when that helps."""

from __future__ import annotations

import datetime as dt
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mail_server import PASSWORD, USER, MailServer, certificate_for
from world import CLINIC, Clinic

from atendeai.mail import mails
from atendeai.mail.postman import Postman
from atendeai.ops.clock import millis
from atendeai.settings import Settings

TOKEN = "atu_segredo-que-vale-meia-hora"
ANA = "ana@vilaserena.example"


@pytest.fixture
def server() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


def settings_for(port: int, **more: Any) -> Settings:
    told = {"smtp_security": "none", "mail_from": "AtendeAI <nao-responda@atende.example>"} | more
    return Settings(smtp_host="127.0.0.1", smtp_port=port, **told)


def postman(clinic: Clinic, port: int, **more: Any) -> Postman:
    return Postman(settings_for(port, **more), clinic.files, clinic.clock)


def write(clinic: Clinic, recipient: str = ANA, subject: str = "Redefinição de senha · Clínica São João") -> str:
    return clinic.write(
        lambda tx: mails.enqueue(
            tx,
            clinic.files,
            recipient=recipient,
            subject=subject,
            body=f"Olá, Ana.\n\nAção: {TOKEN}\n",
            purpose="password_reset",
            at=clinic.clock.now(),
        )
    )


def row(clinic: Clinic, mail_id: str) -> dict[str, Any]:
    (found,) = clinic.rows("select * from mails where id = ?", mail_id)
    return found


def test_it_is_sealed_until_it_is_sent_and_wiped_then(clinic: Clinic, server: MailServer) -> None:
    mail_id = write(clinic)
    waiting = row(clinic, mail_id)
    assert TOKEN not in str(waiting)
    assert TOKEN in clinic.files.unsealed(waiting["body"])
    assert postman(clinic, server.port).deliver(CLINIC) is None
    sent = row(clinic, mail_id)
    assert (sent["state"], sent["body"], sent["attempts"], sent["error"]) == ("sent", "", 1, None)
    (came,) = server.came
    assert came["subject"] == "Redefinição de senha · Clínica São João"
    assert (came["from"], came["to"], server.recipients) == (
        "AtendeAI <nao-responda@atende.example>",
        ANA,
        [ANA],
    )
    assert came["message-id"] == f"<{mail_id}@atende.example>"
    assert came["auto-submitted"] == "auto-generated"
    assert came.get_content_type() == "text/plain"
    assert came.get_content().splitlines() == ["Olá, Ana.", "", f"Ação: {TOKEN}"]


def test_it_is_sent_once(clinic: Clinic, server: MailServer) -> None:
    write(clinic)
    for _ in range(3):
        assert postman(clinic, server.port).deliver(CLINIC) is None
    assert len(server.came) == 1


def test_all_that_waits_is_sent_the_oldest_first(clinic: Clinic, server: MailServer) -> None:
    for number in range(5):
        write(clinic, f"pessoa{number}@vilaserena.example")
        clinic.wait(seconds=1)
    postman(clinic, server.port).deliver(CLINIC)
    assert server.recipients == [f"pessoa{number}@vilaserena.example" for number in range(5)]


def test_only_one_of_two_claims_it(clinic: Clinic) -> None:
    write(clinic)
    first = clinic.write(lambda tx: mails.claim(tx, clinic.clock.now()))
    assert first is not None
    assert clinic.write(lambda tx: mails.claim(tx, clinic.clock.now())) is None


@pytest.mark.parametrize("moment", ["at_recipient", "at_data"])
def test_a_temporary_refusal_is_tried_again_later(clinic: Clinic, server: MailServer, moment: str) -> None:
    getattr(server, moment).append("451 Try later")
    mail_id = write(clinic)
    post = postman(clinic, server.port)
    again = post.deliver(CLINIC)
    assert again == millis(clinic.clock.now() + dt.timedelta(seconds=15))
    assert row(clinic, mail_id)["state"] == "queued"
    assert "451" in row(clinic, mail_id)["error"]
    assert post.deliver(CLINIC) == again  # not before its time
    assert server.came == []
    clinic.wait(seconds=15)
    assert post.deliver(CLINIC) is None
    assert row(clinic, mail_id)["state"] == "sent"
    assert len(server.came) == 1


@pytest.mark.parametrize("moment", ["at_recipient", "at_data"])
def test_a_refusal_for_good_is_the_end_of_it_and_of_the_token(clinic: Clinic, server: MailServer, moment: str) -> None:
    getattr(server, moment).append("550 No such user")
    mail_id = write(clinic)
    assert postman(clinic, server.port).deliver(CLINIC) is None
    found = row(clinic, mail_id)
    assert (found["state"], found["body"]) == ("dead", "")
    assert "550" in found["error"]


def test_a_refused_mail_does_not_hold_up_the_next(clinic: Clinic, server: MailServer) -> None:
    server.at_recipient.append("451 Greylisted")
    write(clinic, "primeira@vilaserena.example")
    write(clinic, "segunda@vilaserena.example")
    postman(clinic, server.port).deliver(CLINIC)
    assert server.recipients == ["segunda@vilaserena.example"]


def test_without_a_server_all_wait_and_are_not_tried_one_by_one(clinic: Clinic) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        port = nobody.getsockname()[1]
        first, second = write(clinic), write(clinic)
        again = postman(clinic, port).deliver(CLINIC)
    assert again == millis(clinic.clock.now() + dt.timedelta(seconds=15))
    assert (row(clinic, first)["attempts"], row(clinic, second)["attempts"]) == (1, 0)
    assert row(clinic, second)["not_before"] == again


def test_after_a_day_it_is_given_up_and_wiped(clinic: Clinic, server: MailServer) -> None:
    mail_id = write(clinic)
    clinic.wait(days=1, seconds=1)
    assert postman(clinic, server.port).deliver(CLINIC) is None
    assert (row(clinic, mail_id)["state"], row(clinic, mail_id)["body"]) == ("dead", "")
    assert server.came == []


def test_the_waits_grow_up_to_an_hour_and_end(clinic: Clinic, server: MailServer) -> None:
    server.at_data += ["451 Later"] * 99
    mail_id = write(clinic)
    post, waits = postman(clinic, server.port), []
    while (again := post.deliver(CLINIC)) is not None:
        waits.append((again - millis(clinic.clock.now())) // 1000)
        clinic.wait(milliseconds=again - millis(clinic.clock.now()))
    assert waits == [15, 60, 240, 960, *[3600] * 7]
    assert row(clinic, mail_id)["state"] == "dead"


def test_what_was_interrupted_is_sent_again_as_the_same_mail(clinic: Clinic, server: MailServer) -> None:
    mail_id = write(clinic)
    clinic.write(lambda tx: mails.claim(tx, clinic.clock.now()))
    started = millis(clinic.clock.now()) + 1
    assert postman(clinic, server.port).deliver(CLINIC) is None
    assert server.came == []
    assert clinic.write(lambda tx: mails.interrupted(tx, started, clinic.clock.now())) == 1
    postman(clinic, server.port).deliver(CLINIC)
    assert server.came[0]["message-id"] == f"<{mail_id}@atende.example>"


def test_a_line_break_in_a_subject_adds_no_header(clinic: Clinic, server: MailServer) -> None:
    write(clinic, subject="Convite\r\nBcc: outro@mal.example")
    postman(clinic, server.port).deliver(CLINIC)
    assert server.came[0]["bcc"] is None
    assert server.recipients == [ANA]


@pytest.mark.parametrize("nowhere", ["", "ana", "ana@x.example\r\nBcc: b@x.example", "@", "ana@", "a@b, c@d"])
def test_what_is_no_address_is_dead(clinic: Clinic, server: MailServer, nowhere: str) -> None:
    mail_id = write(clinic, recipient=nowhere)
    assert postman(clinic, server.port).deliver(CLINIC) is None
    assert row(clinic, mail_id)["state"] == "dead"
    assert server.recipients == []


def test_it_is_forgotten_to_whom_was_written_long_ago(clinic: Clinic, server: MailServer) -> None:
    write(clinic)
    postman(clinic, server.port).deliver(CLINIC)
    assert clinic.write(lambda tx: mails.prune(tx, clinic.clock.now())) == 0
    clinic.wait(days=31)
    assert clinic.write(lambda tx: mails.prune(tx, clinic.clock.now())) == 1


def test_without_a_mail_server_nothing_is_possible(clinic: Clinic) -> None:
    assert not mails.possible(Settings())
    assert not mails.possible(Settings(smtp_host="127.0.0.1"))
    assert mails.possible(settings_for(25))
    mail_id = write(clinic)
    assert Postman(Settings(), clinic.files, clinic.clock).deliver(CLINIC) is None
    assert row(clinic, mail_id)["state"] == "queued"


class TestPrivacy:
    """The way to the server is verified TLS, or it is not taken."""

    @pytest.fixture
    def certificate(self, tmp_path: Path) -> Path:
        return certificate_for("127.0.0.1", tmp_path / "correio.pem")

    @pytest.mark.parametrize("security", ["starttls", "tls"])
    @pytest.mark.parametrize("trusted", [True, False])
    def test_the_certificate_is_verified(
        self, clinic: Clinic, certificate: Path, monkeypatch: pytest.MonkeyPatch, security: str, trusted: bool
    ) -> None:
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        server = MailServer(certificate, tls=security == "tls")
        server.start()
        try:
            mail_id = write(clinic)
            postman(clinic, server.port, smtp_security=security).deliver(CLINIC)
        finally:
            server.stop()
        assert server.encrypted == ([True] if trusted else [])
        assert row(clinic, mail_id)["state"] == ("sent" if trusted else "queued")
        assert trusted or "certificate" in row(clinic, mail_id)["error"]

    def test_a_server_without_starttls_gets_nothing(self, clinic: Clinic, server: MailServer) -> None:
        mail_id = write(clinic)
        postman(clinic, server.port, smtp_security="starttls").deliver(CLINIC)
        assert server.came == []
        assert row(clinic, mail_id)["state"] == "queued"

    @pytest.mark.parametrize(("password", "state"), [(PASSWORD, "sent"), ("outra", "queued")])
    def test_the_log_in(
        self, clinic: Clinic, certificate: Path, monkeypatch: pytest.MonkeyPatch, password: str, state: str
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        server = MailServer(certificate, log_in=True)
        server.start()
        try:
            mail_id = write(clinic)
            post = postman(clinic, server.port, smtp_security="starttls", smtp_user=USER, smtp_password=password)
            post.deliver(CLINIC)
        finally:
            server.stop()
        assert row(clinic, mail_id)["state"] == state
        assert password not in str(row(clinic, mail_id)["error"])


def test_a_server_that_hangs_up_is_tried_again(clinic: Clinic) -> None:
    with socket.create_server(("127.0.0.1", 0)) as rude:

        def hang_up() -> None:
            rude.accept()[0].close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        mail_id = write(clinic)
        again = postman(clinic, rude.getsockname()[1]).deliver(CLINIC)
        thread.join()
    assert again is not None
    assert row(clinic, mail_id)["state"] == "queued"


def test_several_senders_send_each_mail_once(clinic: Clinic, server: MailServer) -> None:
    people = [f"pessoa{number}@vilaserena.example" for number in range(24)]
    for one in people:
        write(clinic, one)
    post = postman(clinic, server.port)
    senders = [threading.Thread(target=post.deliver, args=(CLINIC,)) for _ in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert sorted(server.recipients) == sorted(people)
