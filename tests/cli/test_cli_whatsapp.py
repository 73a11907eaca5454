"""A number is connected after asking Meta, with what must be typed there; secrets come from files or a terminal."""

import pytest
from terminal import on_a_terminal

from atendeai.clinic_files import ClinicFiles
from atendeai.whatsapp.standin import StandIn

NUMBER, TOKEN = "106540352242922", "EAAtoken"
NEEDED = ["--phone-number-id", NUMBER, "--waba-id", "215589313241560883"]


@pytest.fixture
def meta():
    with StandIn(token=TOKEN, numbers=[NUMBER]) as standin:
        yield standin


def test_a_number_is_connected_listed_and_disconnected(run, as_json, serena, meta, tmp_path, data):
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    (tmp_path / "secret").write_text("app secret\n")
    files = ["--access-token-file", str(tmp_path / "token"), "--app-secret-file", str(tmp_path / "secret")]
    env = {"ATENDEAI_GRAPH_URL": meta.url, "ATENDEAI_PUBLIC_URL": "https://atende.example.com"}
    told = run("whatsapp", "connect", serena, *NEEDED, *files, "--verify-token", "meu-token", **env).stdout
    assert "https://atende.example.com/webhook/whatsapp" in told
    assert "meu-token" in told
    assert TOKEN not in told and "app secret" not in told
    listed = as_json("whatsapp", "list")
    assert [(one["phone_number_id"], one["clinic_id"], one["state"]) for one in listed] == [(NUMBER, serena, "active")]
    assert listed[0]["display_phone"] != NUMBER  # as Meta shows it
    assert NUMBER in run("clinic", "show", serena).stdout
    opened = ClinicFiles(data)
    with opened.clinic(serena) as db:
        assert db.read(lambda tx: opened.access_token(tx, NUMBER)) == TOKEN
    assert opened.verify_token_matches("meu-token")
    opened.close()
    run("whatsapp", "disconnect", NUMBER)
    assert "No number is connected" in run("whatsapp", "list").stdout
    assert "No number '1' is connected" in run("whatsapp", "disconnect", "1", code=1).stderr


def test_connecting_and_disconnecting_stand_in_the_trail(run, as_json, serena):
    given = [*NEEDED, "--access-token", "EAAx", "--app-secret", "geheim", "--no-check", "--display-phone", "+55 48 3"]
    run("whatsapp", "connect", serena, *given)
    run("whatsapp", "disconnect", NUMBER)
    connected, gone = as_json("audit", "tail", serena, "-n", "2")
    assert (connected["who"], connected["action"], connected["subject_id"]) == ("cli", "whatsapp.connected", NUMBER)
    assert connected["new"] == {"waba_id": "215589313241560883", "display_phone": "+55 48 3"}
    assert (gone["who"], gone["action"], gone["subject_id"]) == ("cli", "whatsapp.disconnected", NUMBER)
    assert "EAAx" not in str(connected) and "geheim" not in str(connected)


def test_nothing_is_connected_when_meta_refuses(run, as_json, serena, meta):
    given = [*NEEDED, "--access-token", "wrong", "--app-secret", "s"]
    result = run("whatsapp", "connect", serena, *given, code=1, ATENDEAI_GRAPH_URL=meta.url)
    assert result.stderr.startswith("Nothing was connected.")
    assert "wrong" not in result.stderr
    assert as_json("whatsapp", "list") == []


def test_meta_is_left_alone_when_told_so(run, as_json, serena):
    given = [*NEEDED, "--access-token", "t", "--app-secret", "s", "--no-check", "--display-phone", "+55 48 3000-0000"]
    made = as_json("whatsapp", "connect", serena, *given)
    assert made["display_phone"] == "+55 48 3000-0000"
    assert made["callback_url"] == "https://YOUR-ADDRESS/webhook/whatsapp"
    assert len(made["verify_token"]) >= 24


def test_the_platforms_secret_and_token_are_enough(run, serena):
    env = {"ATENDEAI_WHATSAPP_APP_SECRETS": "platform", "ATENDEAI_WHATSAPP_VERIFY_TOKEN": "once"}
    told = run("whatsapp", "connect", serena, *NEEDED, "--access-token", "t", "--no-check", **env).stdout
    assert "the one in ATENDEAI_WHATSAPP_VERIFY_TOKEN" in told


def test_a_number_of_another_clinic_is_refused(run, serena):
    run("clinic", "create", "Outra", "--id", "outra")
    given = [*NEEDED, "--access-token", "t", "--app-secret", "s", "--no-check"]
    run("whatsapp", "connect", serena, *given)
    assert "belongs to another clinic" in run("whatsapp", "connect", "outra", *given, code=1).stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "Phone number id is missing: give it with --phone-number-id."),
        (NEEDED[:2], "WhatsApp Business account id is missing"),
        (NEEDED, "Access token is missing: give it with --access-token-file."),
        ([*NEEDED, "--access-token", "t"], "App secret is missing: give it with --app-secret-file."),
        ([*NEEDED, "--access-token", "t", "--access-token-file", "f"], "are both given"),
        ([*NEEDED, "--access-token-file", "/nowhere"], "/nowhere cannot be read as text"),
    ],
)
def test_what_is_missing_is_named_where_nobody_can_be_asked(run, serena, args, told):
    assert told in run("whatsapp", "connect", serena, *args, code=2).stderr


def test_an_unknown_clinic_is_told_before_anything_is_asked(run, serena):
    assert "There is no clinic 'x'" in run("whatsapp", "connect", "x", code=1).stderr


def test_a_broken_clinic_does_not_hide_the_numbers(run, as_json, serena, data):
    run("whatsapp", "connect", serena, *NEEDED, "--access-token", "t", "--app-secret", "s", "--no-check")
    (data / "clinics" / "serena.db").unlink()
    (one,) = as_json("whatsapp", "list")
    assert one["state"] == "unknown" and "it is missing" in one["paused_reason"]


def test_on_a_terminal_what_is_missing_is_asked_and_secrets_do_not_show(as_json, serena, data):
    """A real terminal, since hidden input is the terminal's doing."""
    answers = [(b"Phone number id", NUMBER), (b"account id", "2"), (b"token", "SECRET-T"), (b"secret", "SECRET-S")]
    command = ["whatsapp", "connect", serena, "--no-check", "--data", str(data)]
    seen, code = on_a_terminal(command, answers)
    assert code == 0, seen
    assert b"Callback URL" in seen
    assert b"SECRET" not in seen
    assert as_json("whatsapp", "list")[0]["phone_number_id"] == NUMBER


def test_on_a_terminal_no_means_no(run, as_json, serena, data):
    run("whatsapp", "connect", serena, *NEEDED, "--access-token", "t", "--app-secret", "s", "--no-check")
    seen, code = on_a_terminal(["whatsapp", "disconnect", NUMBER, "--data", str(data)], [(b"[Y/n]", "n")])
    assert code == 1 and b"Nothing was changed." in seen
    assert as_json("whatsapp", "list")
    _, code = on_a_terminal(["whatsapp", "disconnect", NUMBER, "--yes", "--data", str(data)], [])
    assert code == 0
