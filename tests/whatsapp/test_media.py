"""A voice note is fetched whole, or it is a Failure that says why."""

import httpx
import pytest

from atendeai.whatsapp.client import GraphClient
from atendeai.whatsapp.errors import Failure, Verdict
from atendeai.whatsapp.media import MOST_BYTES, Sound, fetch_sound
from atendeai.whatsapp.standin import StandIn

TOKEN = "EAAsecret"


@pytest.fixture
def meta():
    with StandIn(token=TOKEN) as standin:
        yield standin


def fetch(meta, media_id, token=TOKEN, within=5.0):
    with GraphClient(meta.url, timeout=5) as graph:
        return fetch_sound(graph, media_id, token, within=within)


@pytest.mark.parametrize(
    ("told", "kind", "name"),
    [
        ("audio/ogg; codecs=opus", "audio/ogg", "audio.ogg"),
        ("audio/opus", "audio/opus", "audio.ogg"),
        ("Audio/MPEG", "audio/mpeg", "audio.mp3"),
        ("audio/mp4", "audio/mp4", "audio.m4a"),
        ("audio/amr", "audio/amr", "audio.amr"),
    ],
)
def test_sound_of_a_known_kind(meta, told, kind, name):
    sound = fetch(meta, meta.keep(b"OggS...", told))
    assert sound == Sound(b"OggS...", kind)
    assert sound.file_name == name


@pytest.mark.parametrize(
    ("content", "kind", "detail"),
    [
        (b"%PDF", "application/pdf", "it is no sound"),
        (b"<html>", "text/html", "it is no sound"),
        (b"", "audio/ogg", "0 bytes"),
        (b"x" * (MOST_BYTES + 1), "audio/ogg", f"{MOST_BYTES + 1} bytes"),
    ],
)
def test_what_is_no_sound_is_not_fetched(meta, content, kind, detail):
    failure = fetch(meta, meta.keep(content, kind))
    assert isinstance(failure, Failure)
    assert (failure.verdict, failure.detail) == (Verdict.MEDIA, detail)


def test_what_is_not_there(meta):
    assert isinstance(fetch(meta, "1"), Failure)
    assert isinstance(fetch(meta, meta.keep(b"x", "audio/ogg"), token="other"), Failure)


def test_a_file_without_a_told_size_is_still_bounded(meta):
    def answer(request):
        if request.url.path.endswith("/7"):
            return httpx.Response(200, json={"url": "https://graph.facebook.com/f", "mime_type": "audio/ogg"})
        return httpx.Response(200, content=b"x" * (MOST_BYTES + 1))

    with GraphClient(transport=httpx.MockTransport(answer)) as graph:
        failure = fetch_sound(graph, "7", TOKEN, within=30)
    assert isinstance(failure, Failure) and "larger than" in failure.detail


def test_a_file_without_a_told_size_that_is_empty():
    def answer(request):
        if request.url.path.endswith("/7"):
            return httpx.Response(200, json={"url": "https://graph.facebook.com/f", "mime_type": "audio/ogg"})
        return httpx.Response(200, content=b"")

    with GraphClient(transport=httpx.MockTransport(answer)) as graph:
        failure = fetch_sound(graph, "7", TOKEN, within=30)
    assert isinstance(failure, Failure) and failure.detail == "it is empty"


def test_what_comes_too_slowly_is_given_up(meta):
    failure = fetch(meta, meta.keep(b"OggS", "audio/ogg"), within=-1.0)
    assert isinstance(failure, Failure) and failure.detail == "too slow"
