"""Recorded conversations are played on a copy of the clinic and checked line by line."""

import json

import pytest
from terminal import EXAMPLES

NOW = "2026-03-02T09:00"
BOOKING = [
    {"text": "quero marcar um eletro sexta às 9h", "name": "Maria"},
    {"text": "Maria Aparecida Souza"},
    {"text": "Unimed"},
    {"text": "sim", "expect": {"appointment": {"date": "2026-03-06", "time": "09:00", "status": "scheduled"}}},
]


@pytest.fixture
def write(tmp_path):
    def written(*lines):
        text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
        (tmp_path / "talk.jsonl").write_text(text, "utf-8")
        return str(tmp_path / "talk.jsonl")

    return written


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("conversa-*.jsonl")))
def test_the_examples_go_as_they_expect(run, serena, name):
    result = run("replay", serena, str(EXAMPLES / name), "--now", NOW)
    assert "✗" not in result.stdout


def test_the_transcript_shows_what_was_understood_and_the_agenda(run, serena, write):
    told = run("replay", serena, write(*BOOKING), "--now", NOW).stdout
    assert "2026-03-02 09:00  line 1  5547999990001" in told
    assert "patient › quero marcar um eletro sexta às 9h" in told
    assert "→ confirmation, asks for patient_name" in told
    assert "Friday, 2026-03-06" in told
    assert "09:00–09:20  Maria Aparecida Souza  Eletrocardiograma" in told


def test_a_replay_leaves_the_clinic_as_it_was_unless_told_to_keep_it(run, as_json, serena, write):
    talk = write(*BOOKING)
    run("replay", serena, talk, "--now", NOW)
    assert as_json("agenda", serena, "--from", "2026-03-02") == []
    assert as_json("conversation", "list", serena) == []
    run("replay", serena, talk, "--now", NOW, "--commit")
    (visit,) = as_json("agenda", serena, "--from", "2026-03-02")
    assert (visit["patient_name"], visit["local_start"]) == ("Maria Aparecida Souza", "2026-03-06T09:00")


def test_replays_of_one_script_are_alike(as_json, serena, write):
    talk = write(*BOOKING)
    first, second = (as_json("replay", serena, talk, "--now", NOW) for _ in range(2))
    assert first["turns"] == second["turns"]
    assert first["failed"] == 0
    assert first["agenda"][0]["local_start"] == "2026-03-06T09:00"


def test_what_is_not_as_expected_is_shown_and_the_exit_code_says_so(run, serena, write):
    wrong = {"intent": "price", "state": "finalized", "entities": {"service": "Retorno"}, "reply_contains": "Adeus"}
    talk = write("# a comment", {"text": "quero marcar um eletro sexta às 9h", "expect": wrong}, BOOKING[1])
    result = run("replay", serena, talk, "--now", NOW, code=1)
    assert "✗ intent\n    expected price\n    got      book\n" in result.stdout
    assert "✗ entities.service\n    expected Retorno\n    got      Eletrocardiograma\n" in result.stdout
    assert result.stderr == "4 expectations failed, in line 2.\n"
    found = json.loads(run("replay", serena, talk, "--now", NOW, "--json", code=1).stdout)
    assert [one["what"] for one in found["turns"][0]["differences"]] == [
        "intent",
        "state",
        "entities.service",
        "reply_contains",
    ]
    assert found["failed"] == 1


def test_the_clock_can_be_set_and_moved(as_json, serena, write):
    talk = write(
        {"text": "oi", "at": "2026-03-04T08:30"}, {"text": "oi", "wait": 90}, {"text": "oi", "at": "2026-03-05T12:00Z"}
    )
    turns = as_json("replay", serena, talk, "--now", NOW)["turns"]
    assert [turn["at"] for turn in turns] == ["2026-03-04 08:30", "2026-03-04 08:31", "2026-03-05 09:00"]


def test_options_are_tapped_by_id_or_title(run, as_json, serena, write):
    opening = {"text": "quero marcar um eletro sexta de manhã"}
    offered = as_json("replay", serena, write(opening), "--now", NOW)["turns"][0]["answer"]
    assert "Sex 06/03 às 08:30" in offered["replies"][0]
    tapped = {"tap": "sex 06/03 às 08:30", "expect": {"expects": "patient_name", "reply_contains": "08:30"}}
    run("replay", serena, write(opening, tapped), "--now", NOW)
    missed = run("replay", serena, write(opening, {"tap": "Nunca"}), "--now", NOW, code=1).stdout
    assert "✗ tap\n    expected Nunca\n    got      [" in missed


def test_a_person_who_has_the_conversation_silences_the_receptionist(run, as_json, serena, write):
    talk = write({"text": "oi"})
    run("replay", serena, talk, "--commit")
    (one,) = as_json("conversation", "list", serena)
    run("conversation", "take", serena, one["id"])
    silent = write({"text": "alô?", "expect": {"state": None, "escalated": True, "intent": ["book", "greeting"]}})
    told = run("replay", serena, silent, code=1).stdout
    assert "a person has this conversation" in told
    assert "✗ intent\n    expected book or greeting\n    got      null" in told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["", "# oi", '{"text": "oi"'], "line 3: "),
        ([{"text": "oi", "expects": {}}], "line 1: Object contains unknown field `expects`"),
        ([{"text": "oi", "wait": "x"}], "line 1: Expected `float`, got `str` - at `$.wait`"),
        ([{"name": "Maria"}], 'line 1: there is nothing to say; give it a "text" or a "tap".'),
        (["// nothing"], "holds no message"),
        ([{"text": "oi", "at": "noon"}], "line 1: at is 'noon', which is no moment"),
    ],
)
def test_a_script_that_cannot_be_read_names_the_line(run, serena, write, lines, told):
    assert told in run("replay", serena, write(*lines), code=2).stderr


def test_a_file_that_is_not_there_is_a_wrong_call(run, serena):
    assert "cannot be read as text" in run("replay", serena, "/nowhere.jsonl", code=2).stderr


def test_a_photo_without_words_is_a_message_too(run, serena, write):
    assert "patient › (image)" in run("replay", serena, write({"kind": "image"}), "--now", NOW).stdout
