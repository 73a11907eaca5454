"""The operator's settings: where they come from, and the one sentence about those that cannot be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai import settings
from atendeai.settings import Settings, SettingsError


def test_nothing_needs_to_be_set() -> None:
    assert settings.load({}) == Settings()
    assert Settings().data == Path("data")
    assert Settings().graph_version == "v25.0"


def test_every_type_is_read_from_the_environment() -> None:
    given_values = {
        "ATENDEAI_DATA": "/srv/clinics",
        "ATENDEAI_PORT": " 80 ",
        "ATENDEAI_BURST_SECONDS": "0.5",
        "ATENDEAI_WHATSAPP_APP_SECRETS": "novo, velho ,",
        "ATENDEAI_PUBLIC_URL": "https://atende.example.com/",
        "ATENDEAI_LOG_LEVEL": "debug",
    }
    found = settings.load(given_values)
    assert found == Settings(
        data=Path("/srv/clinics"),
        port=80,
        burst_seconds=0.5,
        whatsapp_app_secrets=("novo", "velho"),
        public_url="https://atende.example.com",
        log_level="DEBUG",
    )


def test_an_empty_variable_is_unset() -> None:
    assert settings.load({"ATENDEAI_PORT": "", "ATENDEAI_REDIS_URL": ""}) == Settings()


def test_foreign_variables_are_let_be() -> None:
    assert settings.load({"ATENDEAI_SERVICE_HOST": "10.0.0.1", "PATH": "/bin"}) == Settings()


class TestMail:
    """A letter may hold a token: it needs a sender, and a way that nobody reads."""

    def test_a_mail_server_needs_a_sender(self) -> None:
        with pytest.raises(SettingsError, match="ATENDEAI_MAIL_FROM is not; write the sender"):
            settings.load({"ATENDEAI_SMTP_HOST": "smtp.example.com"})

    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
    def test_on_this_machine_it_may_go_in_clear(self, host: str) -> None:
        found = settings.load(
            {"ATENDEAI_SMTP_HOST": host, "ATENDEAI_MAIL_FROM": "a@b.example", "ATENDEAI_SMTP_SECURITY": "none"}
        )
        assert found.smtp_security == "none"

    @pytest.mark.parametrize("host", ["smtp.example.com", "127.0.0.1.example.com", "10.0.0.1"])
    def test_to_another_machine_it_may_not(self, host: str) -> None:
        with pytest.raises(SettingsError, match="is another machine; write starttls or tls"):
            settings.load(
                {"ATENDEAI_SMTP_HOST": host, "ATENDEAI_MAIL_FROM": "a@b.example", "ATENDEAI_SMTP_SECURITY": "none"}
            )

    @pytest.mark.parametrize("sender", ["a@b.example", "AtendeAI <a@b.example>", "Clínica São João <a@b.example>"])
    def test_senders(self, sender: str) -> None:
        assert settings.load({"ATENDEAI_MAIL_FROM": sender}).mail_from == sender

    @pytest.mark.parametrize("sender", ["clinica", "a@b\nBcc: c@d", "<a@b", "a@b, c@d"])
    def test_what_is_no_sender(self, sender: str) -> None:
        with pytest.raises(SettingsError, match=r"write an address like no-reply@example\.com"):
            settings.load({"ATENDEAI_MAIL_FROM": sender})

    def test_the_password_may_come_from_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "password").write_text("segredo\n")
        found = settings.load({"ATENDEAI_SMTP_PASSWORD_FILE": str(tmp_path / "password")})
        assert found.smtp_password == "segredo"
        assert "segredo" not in repr(found)


class TestTheFile:
    def write(self, tmp_path: Path, text: str) -> dict[str, str]:
        (tmp_path / "atendeai.toml").write_text(text)
        return {"ATENDEAI_CONFIG": str(tmp_path / "atendeai.toml")}

    def test_the_environment_wins(self, tmp_path: Path) -> None:
        config = self.write(tmp_path, 'port = 9000\nworkers = 2\nwhatsapp_app_secrets = ["a", "b"]\ndata = "d"')
        found = settings.load({**config, "ATENDEAI_PORT": "9001"})
        assert found == Settings(port=9001, workers=2, whatsapp_app_secrets=("a", "b"), data=Path("d"))

    def test_whole_seconds_are_fine(self, tmp_path: Path) -> None:
        assert settings.load(self.write(tmp_path, "burst_seconds = 3")).burst_seconds == 3.0

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("porta = 1", "sets 'porta', which is no setting; write a name from the settings table."),
            ("port = ", r"is not TOML \(.*\); write lines like `port = 8080`."),
            ("port = true", r"^port in .*\.toml is 'True', which is not usable; write a whole number"),
            ("data = 3", r"^data in .*\.toml is '3', which is not usable; write the path of a directory."),
            (
                "whatsapp_app_secrets = [1]",
                r"^whatsapp_app_secrets in .*\.toml is not usable; write app secrets",
            ),
        ],
    )
    def test_what_cannot_be_used(self, tmp_path: Path, text: str, sentence: str) -> None:
        with pytest.raises(SettingsError, match=sentence):
            settings.load(self.write(tmp_path, text))

    def test_a_file_that_is_not_there(self) -> None:
        with pytest.raises(SettingsError, match="cannot be read \\(No such file or directory\\)"):
            settings.load({"ATENDEAI_CONFIG": "/nowhere.toml"})


class TestSecrets:
    def test_a_secret_may_stand_in_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "secret").write_text("um,dois\n")
        found = settings.load({"ATENDEAI_WHATSAPP_APP_SECRETS_FILE": str(tmp_path / "secret")})
        assert found.whatsapp_app_secrets == ("um", "dois")

    def test_only_one_of_the_two(self, tmp_path: Path) -> None:
        both = {"ATENDEAI_WHATSAPP_VERIFY_TOKEN": "a", "ATENDEAI_WHATSAPP_VERIFY_TOKEN_FILE": "b"}
        with pytest.raises(SettingsError, match="are both set; write only one of them"):
            settings.load(both)

    def test_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        (tmp_path / "picture").write_bytes(b"\xff\xfe\x00")
        for path, reason in [(tmp_path, "Is a directory"), (tmp_path / "picture", "it is not UTF-8 text")]:
            with pytest.raises(SettingsError, match=f"cannot be read \\({reason}\\); write the path"):
                settings.load({"ATENDEAI_REDIS_URL_FILE": str(path)})

    def test_what_is_no_secret_has_no_file(self) -> None:
        assert settings.load({"ATENDEAI_PORT_FILE": "/nowhere"}) == Settings()

    def test_they_are_not_shown(self) -> None:
        found = Settings(whatsapp_app_secrets=("segredo",), redis_url="redis://:segredo@host")
        assert "segredo" not in repr(found)
        assert "whatsapp_app_secrets='…'" in repr(found)
        assert "whatsapp_verify_token=''" in repr(found)
        assert "port=8080" in repr(found)

    def test_nor_told_when_they_are_wrong(self) -> None:
        with pytest.raises(SettingsError) as told:
            settings.load({"ATENDEAI_REDIS_URL": "http://:segredo@host"})
        assert str(told.value) == "ATENDEAI_REDIS_URL is not usable; write an address like redis://127.0.0.1:6379/0."


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        (
            "PORT",
            "tcp://10.0.0.1:80",
            "'tcp://10.0.0.1:80', which is not usable; write a whole number from 1 to 65535.",
        ),
        ("PORT", "0", "'0', which is not usable; write a whole number from 1 to 65535."),
        ("BURST_SECONDS", "31", "'31', which is not usable; write a number from 0 to 30."),
        ("BURST_SECONDS", "nan", "'nan', which is not usable; write a number from 0 to 30."),
        ("GRAPH_VERSION", "25", "'25', which is not usable; write a version like v25.0."),
        ("GRAPH_URL", "graph.facebook.com", "write an address like https://graph.facebook.com."),
        ("PUBLIC_URL", "https://a?b", "write an address like https://atende.example.com."),
        ("LOG_FORMAT", "xml", "'xml', which is not usable; write auto, json or pretty."),
        ("HOST", "   ", "'', which is not usable; write an IP address or host name."),
    ],
)
def test_one_clear_sentence(variable: str, value: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as told:
        settings.load({f"ATENDEAI_{variable}": value})
    assert str(told.value).startswith(f"ATENDEAI_{variable} is ")
    assert str(told.value).endswith(sentence)
    assert "\n" not in str(told.value)


@given(st.sampled_from([row[0] for row in settings.table()]), st.text())
def test_any_text_is_used_or_refused(variable: str, value: str) -> None:
    try:
        assert isinstance(settings.load({variable: value}), Settings)
    except SettingsError as told:
        assert str(told).startswith(variable)
        assert re.search(r"; write .+\.$", str(told))


def test_the_table_names_every_setting_and_can_be_written_back() -> None:
    table = settings.table()
    assert [variable for variable, _, _ in table] == [f"ATENDEAI_{name.upper()}" for name in Settings.__struct_fields__]
    assert all(meaning.endswith(".") for _, _, meaning in table)
    assert settings.load({variable: default for variable, default, _ in table}) == Settings()
    assert ("ATENDEAI_BURST_SECONDS", "2") in [row[:2] for row in table]
