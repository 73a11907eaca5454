"""A patient at the terminal, the agenda that comes of it, and a person who takes the conversation over."""

import pytest
from terminal import on_a_terminal

NOW = "2026-03-02T09:00"
BOOKING = "oi\n\nquero marcar um eletro sexta às 9h\nMaria Aparecida Souza\nUnimed\nsim\n/sair\nnever said\n"


@pytest.fixture
def booked(run, serena):
    return run("chat", serena, "--now", NOW, "--name", "Maria", stdin=BOOKING).stdout


def test_a_visit_is_booked_over_a_pipe(booked):
    assert "você › oi\nClara › " in booked
    assert "        2. Unimed\n" in booked
    assert "sexta-feira, 06/03, às 9h" in booked
    assert "never said" not in booked


def test_what_was_booked_is_in_the_agenda(booked, run, as_json, serena):
    told = run("agenda", serena, "--from", "2026-03-02").stdout
    assert told.splitlines()[0] == "Friday, 2026-03-06"
    assert "09:00–09:20  Maria Aparecida Souza  Eletrocardiograma" in told
    assert as_json("agenda", serena, "--from", "2026-03-02")[0]["insurance"] == "Unimed"
    assert run("agenda", serena, "--from", "2026-03-02", "--days", "4").stdout == (
        "Nobody comes from 2026-03-02 on, for 4 days.\n"
    )
    assert "Nobody comes from" in run("agenda", serena).stdout
    assert "--from is 'soon', which is no day" in run("agenda", serena, "--from", "soon", code=2).stderr


def test_a_person_takes_over_and_hands_back(booked, run, as_json, serena):
    (one,) = as_json("conversation", "list", serena)
    assert (one["name"], one["status"]) == ("Maria", "active")
    run("conversation", "take", serena, one["id"])
    assert "human" in run("conversation", "list", serena).stdout
    silent = run("chat", serena, "--now", NOW, stdin="tem alguém aí?\n").stdout
    assert "A person has this conversation; the receptionist keeps silent." in silent
    run("conversation", "release", serena, one["id"])
    assert "Clara › " in run("chat", serena, "--now", NOW, stdin="oi\n").stdout


def test_who_reads_a_conversation_is_on_record(booked, run, as_json, serena):
    (one,) = as_json("conversation", "list", serena)
    run("conversation", "show", serena, "x", code=1)
    run("conversation", "show", serena, one["id"])
    lines = as_json("audit", "tail", serena, "--action", "conversations.read")
    assert [(line["who"], line["subject"], line["subject_id"]) for line in lines] == [
        ("cli", "conversations", one["id"])
    ]


@pytest.mark.parametrize("verb", ["take", "release"])
def test_an_unknown_conversation_is_told(run, serena, verb):
    assert "There is no conversation 'x'" in run("conversation", verb, serena, "x", code=1).stderr


def test_two_numbers_are_two_patients(run, as_json, serena):
    for number in ("5548999990001", "5548999990002"):
        run("chat", serena, "--as", number, "--now", NOW, stdin="oi\n")
    assert {one["phone_e164"] for one in as_json("conversation", "list", serena)} == {
        "+5548999990001",
        "+5548999990002",
    }


def test_a_clinic_without_context_cannot_talk(run):
    run("clinic", "create", "Nova", "--id", "nova")
    for args in (["chat", "nova"], ["agenda", "nova"]):
        assert "has no context document yet" in run(*args, code=1, stdin="oi\n").stderr


def test_what_patients_call_themselves_does_not_steer_the_terminal(run, serena):
    run("chat", serena, "--name", "Ma\x1b[2Jria\u202e", "--now", NOW, stdin="oi\n")
    told = run("conversation", "list", serena).stdout
    assert "\x1b" not in told and "\u202e" not in told
    assert "Ma[2Jria" in told


def test_on_a_terminal_a_prompt_waits_for_each_message(serena, data):
    answers = [("você ›".encode(), "oi"), (b"Falar com a equipe", "/sair")]
    seen, code = on_a_terminal(["chat", serena, "--now", NOW, "--data", str(data)], answers)
    assert code == 0, seen
    assert "Clara ›" in seen.decode()
    assert not answers
