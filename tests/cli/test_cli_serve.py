"""The server starts with one line, answers, and stops when told to."""

import re
import signal
import socket
import subprocess
import sys

import httpx
import pytest


@pytest.fixture
def serving(data):
    entry = [sys.executable, "-c", "from atendeai_cli.main import main; main()", "serve", "--port", "0"]
    with subprocess.Popen(
        [*entry, "--data", str(data)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_stop(serving, told):
    line = serving.stdout.readline()
    url = re.search(r"http://127\.0\.0\.1:\d+", line)[0]
    assert f"{url}/docs" in line
    answer = httpx.get(f"{url}/health/live", timeout=20)
    assert answer.status_code == 200
    assert "server" not in answer.headers
    serving.send_signal(told)
    assert serving.wait(timeout=20) in (0, -told)
    assert "Traceback" not in serving.stderr.read()


def test_a_taken_port_is_one_sentence(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        told = run("serve", "--host", "127.0.0.1", "--port", port, code=1).stderr
    assert told.startswith(f"Cannot listen on 127.0.0.1:{port} (Address already in use): choose others with")


def test_a_host_that_is_not_ours_is_told(run):
    assert "Cannot listen on" in run("serve", "--host", "203.0.113.7", "--port", "0", code=1).stderr
