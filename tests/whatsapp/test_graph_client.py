"""The Graph client against the stand-in, over real sockets, when all is well and when nothing is."""

import base64
import hashlib
import io
import logging
import socket
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from atendeai.whatsapp.client import Accepted, GraphClient, Media, PhoneNumber
from atendeai.whatsapp.errors import Failure, Verdict
from atendeai.whatsapp.outgoing import Text, to_graph
from atendeai.whatsapp.standin import (
    Delay,
    DropAfterAccept,
    ErrorCode,
    FailLater,
    Garble,
    HttpError,
    Reset,
    StandIn,
)

TOKEN, NUMBER, MARIA = "EAAsecret", "106540352242922", "5547999633223"


@pytest.fixture
def meta():
    with StandIn(token=TOKEN, numbers=[NUMBER]) as standin:
        yield standin


@pytest.fixture
def graph(meta):
    with GraphClient(meta.url, timeout=5) as client:
        yield client


def hello(**details):
    return to_graph(Text("Olá, Maria"), **({"to": MARIA, "k": "k1"} | details))


def answering(handler, **details):
    return GraphClient(transport=httpx.MockTransport(handler), **details)


def always(status, **content):
    return answering(lambda _: httpx.Response(status, **content))


def test_an_accepted_message(graph, meta):
    accepted = graph.send(NUMBER, TOKEN, hello())
    [sent] = meta.sent
    assert accepted == Accepted(wamid=sent.wamid, wa_id="554799633223", user_id=None)
    assert (sent.phone_number_id, sent.to, sent.text, sent.k) == (
        NUMBER,
        "+5547999633223",
        "Olá, Maria",
        "k1",
    )


def test_a_message_to_a_user_id(graph, meta):
    accepted = graph.send(NUMBER, TOKEN, hello(to=None, recipient="BR.1A2b"))
    assert (accepted.wa_id, accepted.user_id) == (None, "BR.1A2b")
    assert meta.sent[0].to == "BR.1A2b"


def test_a_user_id_in_to_vanishes_as_it_does_at_meta(graph, meta):
    body = hello() | {"to": "BR.1A2b"}
    assert isinstance(graph.send(NUMBER, TOKEN, body), Accepted)
    assert meta.sent == []
    assert len(meta.dropped) == 1


@pytest.mark.parametrize(
    ("fault", "verdict", "went_out"),
    [(Reset(), Verdict.UNKNOWN, 0), (DropAfterAccept(), Verdict.UNKNOWN, 1), (Garble(), Verdict.UNKNOWN, 1),
     (HttpError(502), Verdict.UNKNOWN, 0), (HttpError(500, accepted=True), Verdict.UNKNOWN, 1),
     (ErrorCode(131056), Verdict.RETRY, 0), (ErrorCode(131000, 500), Verdict.UNKNOWN, 0),
     (ErrorCode(131047), Verdict.WINDOW_CLOSED, 0), (ErrorCode(190, 401), Verdict.PAUSE, 0),
     (HttpError(429), Verdict.RETRY, 0), (HttpError(404), Verdict.REJECT, 0)],
)  # fmt: skip
def test_each_fault_is_told_apart(graph, meta, fault, verdict, went_out):
    meta.faults.append(fault)
    failure = graph.send(NUMBER, TOKEN, hello())
    assert failure.verdict is verdict
    assert len(meta.sent) == went_out
    assert isinstance(graph.send(NUMBER, TOKEN, hello()), Accepted)  # a fault meets one message


def test_an_answer_that_comes_too_late_leaves_the_message_in_doubt(meta):
    meta.faults.append(Delay(30))
    with GraphClient(meta.url, timeout=0.05) as hasty:
        failure = hasty.send(NUMBER, TOKEN, hello())
    assert (failure.verdict, failure.detail) == (Verdict.UNKNOWN, "ReadTimeout")
    assert len(meta.sent) == 1


def test_a_late_refusal_is_first_an_acceptance(graph, meta):
    meta.faults.append(FailLater(131047))
    assert isinstance(graph.send(NUMBER, TOKEN, hello()), Accepted)


def test_nobody_listening_means_nothing_was_written():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with GraphClient(f"http://127.0.0.1:{taken.getsockname()[1]}") as client:
            failure = client.send(NUMBER, TOKEN, hello())
    assert (failure.verdict, failure.detail) == (Verdict.RETRY, "ConnectError")


@pytest.mark.parametrize(
    ("error", "verdict"),
    [(httpx.ConnectTimeout, Verdict.RETRY), (httpx.PoolTimeout, Verdict.RETRY),
    (httpx.ProxyError, Verdict.RETRY),
     (httpx.WriteError, Verdict.UNKNOWN), (httpx.ReadError, Verdict.UNKNOWN),
     (httpx.WriteTimeout, Verdict.UNKNOWN),
     (httpx.RemoteProtocolError, Verdict.UNKNOWN), (httpx.DecodingError, Verdict.UNKNOWN)],
)  # fmt: skip
def test_only_what_was_never_written_may_be_sent_again(error, verdict):
    def broken(request):
        raise error("no", request=request)

    with answering(broken) as client:
        assert client.send(NUMBER, TOKEN, hello()).verdict is verdict


@pytest.mark.parametrize(
    "content",
    [{}, {"messages": []}, {"messages": [{}]}, {"messages": "x"}, [], "x", None, {"messages": [{"id": ""}]}],
)
def test_a_success_without_an_id_is_no_success(content):
    with always(200, json=content) as client:
        assert client.send(NUMBER, TOKEN, hello()).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("content", [b"", b"<html>", b"{", b"\xff"])
def test_an_unreadable_answer_leaves_the_message_in_doubt(content):
    with always(200, content=content) as client:
        assert client.send(NUMBER, TOKEN, hello()).verdict is Verdict.UNKNOWN


def test_a_redirect_is_not_followed():
    with always(302, headers={"Location": "https://example.com/"}) as client:
        assert client.send(NUMBER, TOKEN, hello()).verdict is Verdict.UNKNOWN


def test_an_error_inside_a_200_is_an_error():
    with always(200, json={"error": {"code": 131047}}) as client:
        assert client.send(NUMBER, TOKEN, hello()).verdict is Verdict.WINDOW_CLOSED


@pytest.mark.parametrize(("header", "seconds"), [("17", 17), ("soon", None), ("", None), ("9" * 9, None)])
def test_the_server_may_say_when_to_come_back(header, seconds):
    error = {"error": {"code": "4", "message": "(#4) Too many", "error_data": {"details": "calls"}}}
    with always(400, json=error, headers={"Retry-After": header}) as client:
        failure = client.send(NUMBER, TOKEN, hello())
    assert (failure.code, failure.detail, failure.retry_after) == (4, "(#4) Too many calls", seconds)


def test_the_stand_in_names_a_wait_too(graph, meta):
    meta.faults.append(ErrorCode(130429, retry_after=3))
    assert graph.send(NUMBER, TOKEN, hello()).retry_after == 3


def test_many_threads_share_one_client(graph, meta):
    with ThreadPoolExecutor(8) as crowd:
        answers = list(crowd.map(lambda n: graph.send(NUMBER, TOKEN, hello(k=f"k{n}")), range(80)))
    assert {answer.wamid for answer in answers} == {sent.wamid for sent in meta.sent}
    assert {sent.k for sent in meta.sent} == {f"k{n}" for n in range(80)}


def test_blue_ticks_and_typing(graph, meta):
    assert graph.mark_read(NUMBER, TOKEN, "wamid.1") is None
    assert graph.mark_read(NUMBER, TOKEN, "wamid.2", typing=False) is None
    assert [(read.wamid, read.typing) for read in meta.read] == [("wamid.1", True), ("wamid.2", False)]
    assert isinstance(graph.mark_read(NUMBER, TOKEN, ""), Failure)


def test_connecting_checks_number_and_token(graph):
    number = graph.phone_number(NUMBER, TOKEN)
    assert isinstance(number, PhoneNumber)
    assert (number.id, number.quality_rating) == (NUMBER, "GREEN")
    assert graph.phone_number("999", TOKEN).verdict is Verdict.PAUSE
    assert graph.phone_number("../me", TOKEN).verdict is Verdict.PAUSE
    assert graph.phone_number(NUMBER, "stale").code == 190


def test_an_exam_that_maria_sent(graph, meta):
    media_id = meta.keep(b"jpeg bytes", "image/jpeg")
    media = graph.media_url(media_id, TOKEN)
    assert (media.mime_type, media.file_size) == ("image/jpeg", 10)
    file = io.BytesIO()
    assert graph.get_media(media, TOKEN, file, 1000) == 10
    assert file.getvalue() == b"jpeg bytes"
    assert graph.get_media(media, TOKEN, io.BytesIO(), 9).verdict is Verdict.MEDIA
    assert graph.get_media(Media(media.url, sha256="0" * 64), TOKEN, io.BytesIO(), 99).verdict is Verdict.RETRY
    assert graph.get_media(Media(media.url), "stale", io.BytesIO(), 99).code == 190
    assert graph.get_media(Media(f"{meta.url}/media-files/1"), TOKEN, io.BytesIO(), 99).verdict is Verdict.PAUSE
    assert graph.media_url("1", TOKEN).verdict is Verdict.PAUSE


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/x", "http://lookaside.fbsbx.com/x", "https://graph.facebook.com.evil.example/x",
     "https://graph.facebook.com@evil.example/", "file:///etc/passwd", ""],
)  # fmt: skip
def test_the_token_goes_to_meta_only(url):
    with always(500) as client:
        assert client.get_media(Media(url), TOKEN, io.BytesIO(), 9).verdict is Verdict.MEDIA


def test_media_from_metas_own_host():
    def lookaside(request):
        assert request.headers["Authorization"] == f"Bearer {TOKEN}"
        return httpx.Response(200, content=b"x")

    with answering(lookaside) as client:
        assert client.get_media(Media("https://lookaside.fbsbx.com/a"), TOKEN, io.BytesIO(), 9) == 1


@pytest.mark.parametrize("checksum", ["hex", "base64", "", "odd"])
def test_checksums_come_in_two_spellings(checksum):
    digest = hashlib.sha256(b"x")
    spelt = {
        "hex": digest.hexdigest().upper(),
        "base64": base64.b64encode(digest.digest()).decode(),
        "odd": "%",
    }
    answer = {"url": "https://lookaside.fbsbx.com/a", "sha256": spelt.get(checksum, "")}
    with always(200, json=answer) as client:
        known = digest.hexdigest() if checksum in ("hex", "base64") else ""
        assert client.media_url("7", TOKEN).sha256 == known


def test_reading_may_always_be_tried_again():
    def broken(request):
        raise httpx.ReadTimeout("no", request=request)

    with answering(broken) as client:
        media = Media("https://graph.facebook.com/a")
        assert client.phone_number(NUMBER, TOKEN).verdict is Verdict.RETRY
        assert client.get_media(media, TOKEN, io.BytesIO(), 9).verdict is Verdict.RETRY
    with always(503) as client:
        assert client.media_url("7", TOKEN).verdict is Verdict.RETRY
        assert client.get_media(media, TOKEN, io.BytesIO(), 9).verdict is Verdict.RETRY
    with always(200, json={}) as client:
        assert client.media_url("7", TOKEN).verdict is Verdict.RETRY


@pytest.mark.parametrize("token", ["", "EAA\nsecret", "EAA secret", "EAAsécret", "EAA\x00"])
def test_a_broken_token_stops_the_line_and_shows_nowhere(token):
    with always(500) as client:
        failures = [
            client.send(NUMBER, token, hello()),
            client.mark_read(NUMBER, token, "wamid.1"),
            client.phone_number(NUMBER, token),
            client.get_media(Media("https://graph.facebook.com/a"), token, io.BytesIO(), 9),
        ]
    assert {failure.verdict for failure in failures} == {Verdict.PAUSE}
    assert "EAA" not in repr(failures)


def test_the_token_is_in_no_failure_and_no_log(graph, meta, caplog):
    caplog.set_level(logging.DEBUG, "httpx")
    meta.faults.extend([Reset(), ErrorCode(190, 401), Garble()])
    failures = [graph.send(NUMBER, TOKEN, hello()) for _ in range(3)]
    assert TOKEN not in repr(failures) + "".join(map(str, failures)) + caplog.text + repr(graph)
