"""Each line of the standard input becomes one JSON object, at once."""

import json
import subprocess
import sys

import pytest
from terminal import EXAMPLES

NOW = "2026-03-02T09:00"
ELETRO = "quero marcar um eletro sexta de manhã com o dr roberto"


def objects(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_without_a_clinic_dates_are_brasilias(run):
    (heard,) = objects(run("understand", "--now", NOW, stdin="quero marcar pra sexta às 15h\n"))
    assert heard["intent"] == "book"
    assert heard["entities"]["when"] == {"date": "2026-03-06", "time": "15:00"}
    assert {"text", "language", "confidence", "candidates", "secondary_intents"} < set(heard)


@pytest.mark.parametrize("how", ["clinic", "context"])
def test_a_clinics_services_and_people_are_known(run, serena, how):
    known = ["--clinic", serena] if how == "clinic" else ["--context", str(EXAMPLES / "clinic-context.json")]
    (heard,) = objects(run("understand", *known, "--now", NOW, stdin=ELETRO))
    assert heard["entities"]["service"] == "Eletrocardiograma"
    assert heard["entities"]["professional"] == "Dr. Roberto Amaral"


def test_every_line_yields_an_object_whatever_it_holds(run):
    result = run("understand", stdin="oi\n\n\x00\x1b[31m\nü\n")
    assert [heard["text"] for heard in objects(result)] == ["oi", "", "\x00\x1b[31m", "ü"]


def test_now_may_have_an_offset(run):
    heard = objects(run("understand", "--now", "2026-03-03T01:00:00+00:00", stdin="hoje às 22h\n"))
    assert heard[0]["entities"]["when"]["date"] == "2026-03-02"  # still Monday in Brazil


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["--now", "tomorrow"], 2, "--now is 'tomorrow', which is no moment"),
        (["--clinic", "serena", "--context", "x.json"], 2, "are both given"),
        (["--context", "/nowhere.json"], 2, "cannot be read"),
        (["--clinic", "nobody"], 1, "There is no clinic 'nobody'"),
    ],
)
def test_a_wrong_call_is_told(run, serena, args, code, told):
    assert told in run("understand", *args, code=code).stderr


def test_whoever_talks_line_by_line_is_answered_line_by_line():
    entry = [sys.executable, "-c", "from atendeai_cli.main import main; main()", "understand"]
    with subprocess.Popen(entry, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        for text in ("bom dia", "obrigada"):
            process.stdin.write(f"{text}\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["text"] == text
        process.stdin.close()
    assert process.returncode == 0
