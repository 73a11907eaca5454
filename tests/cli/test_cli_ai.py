"""An AI provider is connected, looked at, tried and disconnected; its keys are never seen again."""

import json

import pytest
from model_server import Answer, ModelServer, error, proposes, says
from terminal import on_a_terminal

from atendeai.clinic_files import ClinicFiles
from atendeai.conversation.ai import configuration

HTTPS = "https://ai.example.com/v1"


@pytest.fixture
def server():
    with ModelServer() as server:

        def answer(request):
            if request.path.endswith("transcriptions"):
                return json_answer(text="")
            return (
                says("Vamos marcar sim! Qual atendimento você procura?")
                if "texts" in request.data
                else proposes("book")
            )

        server.otherwise = answer
        yield server


def json_answer(**body):
    return Answer(json.dumps(body).encode())


@pytest.fixture
def key(tmp_path):
    (tmp_path / "key").write_text("sk-very-secret\n")
    return str(tmp_path / "key")


def kept(data, clinic):
    """The clinic's row, and its key in clear."""
    files = ClinicFiles(data)
    with files.clinic(clinic) as db:
        row = db.read(configuration.configuration)
    clear = files.unsealed(row.key) if row and row.key else ""
    files.close()
    return row, clear


def test_connected_shown_and_disconnected(run, as_json, serena, key, data):
    assert "No AI provider is connected" in run("ai", "show", serena).stdout
    told = run("ai", "connect", serena, "--url", HTTPS, "--model", "small", "--key-file", key).stdout
    assert told.splitlines()[0] == f"{serena}: understanding on, wording on, transcription off."
    shown = as_json("ai", "show", serena)
    assert shown == {
        "connected": True,
        "understanding": True,
        "wording": True,
        "transcription": False,
        "url": HTTPS,
        "model": "small",
        "key": "the clinic's own",
        "transcription_url": None,
        "transcription_model": "whisper-1",
        "transcription_key": "none",
    }
    everything = told + run("ai", "show", serena).stdout + json.dumps(shown)
    assert "sk-very-secret" not in everything and "gAAAA" not in everything
    row, clear = kept(data, serena)
    assert clear == "sk-very-secret" and "sk-very-secret" not in row.key
    run("ai", "disconnect", serena)
    assert kept(data, serena) == (None, "")
    assert "No AI provider is connected" in run("ai", "disconnect", serena, code=1).stderr


def test_a_key_from_standard_input(run, serena, data):
    run("ai", "connect", serena, "--url", HTTPS, "--model", "m", "--key-file", "-", stdin="sk-piped\n")
    assert kept(data, serena)[1] == "sk-piped"


def test_what_is_not_given_stays_and_a_new_address_gets_no_old_key(run, as_json, serena, key, data):
    run("ai", "connect", serena, "--url", HTTPS, "--model", "m", "--key-file", key, "--understanding")
    shown = as_json("ai", "show", serena)
    assert (shown["understanding"], shown["wording"]) == (True, False)
    run("ai", "connect", serena, "--wording", "--no-understanding")
    shown = as_json("ai", "show", serena)
    assert (shown["understanding"], shown["wording"], shown["url"]) == (False, True, HTTPS)
    assert kept(data, serena)[1] == "sk-very-secret"
    run("ai", "connect", serena, "--url", "https://other.example.com")
    assert kept(data, serena)[1] == ""


def test_back_to_the_installations_address_goes_without_the_clinics_key(run, serena, key, data):
    env = {"ATENDEAI_AI_URL": HTTPS, "ATENDEAI_AI_MODEL": "m"}
    run("ai", "connect", serena, "--url", "https://own.example.com", "--key-file", key, **env)
    run("ai", "connect", serena, "--url", "", **env)
    assert kept(data, serena) == (configuration.Configuration(understanding=True, wording=True), "")


def test_the_installations_provider_is_enough(run, as_json, serena):
    env = {"ATENDEAI_AI_URL": HTTPS, "ATENDEAI_AI_MODEL": "small", "ATENDEAI_AI_KEY": "sk-installation"}
    assert "sk-installation" not in run("ai", "connect", serena, **env).stdout
    shown = as_json("ai", "show", serena, **env)
    assert (shown["url"], shown["model"], shown["key"]) == (HTTPS, "small", "the installation's")
    assert "on" in run("ai", "show", serena, **env).stdout


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "There is no address: give --url and --model"),
        (["--url", HTTPS], "There is no model"),
        (["--url", "http://ai.example.com", "--model", "m"], "write an https address"),
        (["--transcription"], "There is no address for voice notes"),
        (["--transcription-url", "ftp://x"], "--transcription-url is 'ftp://x'"),
        (["--key-file", "/nowhere"], "/nowhere cannot be read as text"),
    ],
)
def test_what_cannot_work_is_told_and_nothing_is_connected(run, serena, data, args, told):
    assert told in run("ai", "connect", serena, *args, code=2).stderr
    assert kept(data, serena) == (None, "")


def test_what_is_no_key_is_not_shown(run, serena):
    result = run("ai", "connect", serena, "--url", HTTPS, "--key-file", "-", stdin="my pass word", code=2)
    assert "is no key" in result.stderr and "pass word" not in result.stderr


def test_an_unknown_clinic(run, serena):
    assert "There is no clinic 'x'" in run("ai", "connect", "x", code=1).stderr


def test_changes_are_in_the_audit_trail(run, serena, data):
    run("ai", "connect", serena, "--url", HTTPS, "--model", "m")
    run("ai", "disconnect", serena, "--yes")
    files = ClinicFiles(data)
    with files.clinic(serena) as db:
        sql = "select action, detail from audit_logs where action like 'ai.%' order by id"
        rows = db.read(lambda tx: tx.dicts(sql))
    files.close()
    assert [row["action"] for row in rows] == ["ai.connected", "ai.disconnected"]
    assert json.loads(rows[0]["detail"]) == {"understanding": True, "wording": True, "transcription": False}


def test_every_way_that_is_on_is_tried(run, as_json, serena, server):
    run("ai", "connect", serena, "--url", server.url, "--model", "m", "--wording", "--understanding")
    run("ai", "connect", serena, "--transcription", "--transcription-url", server.url)
    told = run("ai", "test", serena).stdout
    assert "book (asked by json_schema)" in told and "Vamos marcar sim!" in told and "silence is ''" in told
    tried = as_json("ai", "test", serena)
    assert [(one["what"], one["works"]) for one in tried] == [
        ("understanding", True),
        ("wording", True),
        ("transcription", True),
    ]


def test_what_fails_is_told(run, serena, server):
    run("ai", "connect", serena, "--url", server.url, "--model", "m")
    server.otherwise = lambda _: error(401)
    result = run("ai", "test", serena, code=1)
    assert "refused (401)" in result.stdout and result.stderr.startswith("Not everything works")


def test_a_wording_that_goes_too_far_is_told(run, serena, server):
    run("ai", "connect", serena, "--url", server.url, "--model", "m", "--wording")
    server.otherwise = lambda _: says("Marquei para amanhã às 9h!")
    assert "ours would go out" in run("ai", "test", serena).stdout


def test_there_is_nothing_to_try(run, serena):
    assert "No AI provider is connected" in run("ai", "test", serena, code=1).stderr
    run("ai", "connect", serena, "--url", HTTPS, "--model", "m", "--no-wording")
    assert "Everything is switched off." in run("ai", "test", serena).stdout


def test_on_a_terminal_the_key_of_a_new_address_is_asked_and_does_not_show(serena, data):
    command = ["ai", "connect", serena, "--url", HTTPS, "--model", "m", "--data", str(data)]
    seen, code = on_a_terminal(command, [(b"Key of the provider", "sk-typed")])
    assert code == 0, seen
    assert b"sk-typed" not in seen
    assert kept(data, serena)[1] == "sk-typed"


def test_a_chat_in_the_terminal_is_helped_and_a_replay_is_not(run, serena, server, tmp_path):
    run("ai", "connect", serena, "--url", server.url, "--model", "m", "--understanding")
    said = ["da p ve o trem do peito q faiz risquim?", "oxe e o bagui lá, visse?", "xablau e tals né"]
    run("chat", serena, stdin="\n".join(said))
    asked = [request.data["message"] for request in server.requests]
    assert 1 <= len(asked) <= len(said)
    (tmp_path / "talk.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in said))
    run("replay", serena, str(tmp_path / "talk.jsonl"))
    assert len(server.requests) == len(asked)


def test_voice_notes_are_listed_and_shown(run, as_json, serena, tmp_path):
    (tmp_path / "talk.jsonl").write_text('{"text": "oi", "name": "Maria"}\n{"kind": "audio"}')
    run("replay", serena, str(tmp_path / "talk.jsonl"), "--commit")
    (one,) = as_json("conversation", "list", serena)
    assert one["for_staff"] == 1
    assert "1 to open" in run("conversation", "list", serena).stdout
    told = run("conversation", "show", serena, one["id"]).stdout
    assert "patient › oi" in told and "(audio: open it on WhatsApp)" in told and "bot › " in told
    assert [said["kind"] for said in as_json("conversation", "show", serena, one["id"])][2] == "audio"
    assert "There is no conversation 'x'" in run("conversation", "show", serena, "x", code=1).stderr


def test_what_a_machine_wrote_down_says_so(run, as_json, serena, data):
    run("chat", serena, stdin="oi\n")
    files = ClinicFiles(data)
    with files.clinic(serena) as db:
        db.write(lambda tx: tx.run("update messages set transcribed = 1, kind = 'audio' where direction = 'in'"))
    files.close()
    (one,) = as_json("conversation", "list", serena)
    assert "oi (voice note, written down by a machine)" in run("conversation", "show", serena, one["id"]).stdout
