"""What the operator decides: one frozen struct from the environment and an optional TOML file.

The environment wins over the file; an empty variable counts as unset. A value that cannot be used stops the
start with one sentence that says which, why, and what to write instead.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

PREFIX = "ATENDEAI_"
CONFIG = "ATENDEAI_CONFIG"


class SettingsError(Exception):
    """The settings cannot be used; the message is one sentence for the operator."""


def _means(description: str, write: str, **limits: Any) -> Meta:
    return Meta(description=description, extra={"write": write}, **limits)


def _secret(description: str, write: str, **limits: Any) -> Meta:
    return Meta(
        description=f"{description} Secret: its `_FILE` variant names a file that holds it.",
        extra={"write": write, "secret": True},
        **limits,
    )


_URL = r"^https?://[^\s/?#]+[^\s?#]*$"
_URL_OR_NOTHING = r"^$|" + _URL
# What leaves the clinic is read by nobody on the way; only on this machine itself may it go in clear.
_LOOPBACK = r"(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])"
PRIVATE_URL = rf"^(?:https://[^\s/?#@]+|http://{_LOOPBACK}(?::\d{{1,5}})?)(?:/[^\s?#]*)?$"
_PRIVATE_OR_NOTHING = r"^$|" + PRIVATE_URL
_KEY = r"^[!-~]*$"  # what an HTTP header carries


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every setting; the text beside each is what `table` and the README print."""

    data: Annotated[Path, _means("Directory of everything that is kept.", "the path of a directory")] = Path("data")
    host: Annotated[str, _means("Address to listen on.", "an IP address or host name", min_length=1)] = "127.0.0.1"
    port: Annotated[int, _means("Port to listen on.", "a whole number from 1 to 65535", ge=1, le=65535)] = 8080
    public_url: Annotated[
        str,
        _means(
            "Address under which the world, Meta included, reaches this server.",
            "an address like https://atende.example.com",
            pattern=_URL_OR_NOTHING,
        ),
    ] = ""
    graph_url: Annotated[
        str, _means("Meta's Graph API.", "an address like https://graph.facebook.com", pattern=_URL)
    ] = "https://graph.facebook.com"
    graph_version: Annotated[
        str, _means("Version of the Graph API.", "a version like v25.0", pattern=r"^v\d{1,3}\.\d{1,2}$")
    ] = "v25.0"
    whatsapp_app_secrets: Annotated[
        tuple[str, ...],
        _secret(
            "App secrets accepted for every number, comma separated (two while one is being replaced).",
            "app secrets separated by commas",
        ),
    ] = ()
    whatsapp_verify_token: Annotated[
        str, _secret("Token that Meta repeats when the webhook is registered.", "the token typed at Meta")
    ] = ""
    burst_seconds: Annotated[
        float,
        _means(
            "Seconds to wait for the patient's next message before answering.",
            "a number from 0 to 30",
            ge=0,
            le=30,
        ),
    ] = 2.0
    workers: Annotated[
        int,
        _means(
            "Threads that send messages; turns have two of their own.",
            "a whole number from 1 to 64",
            ge=1,
            le=64,
        ),
    ] = 4
    max_open_clinics: Annotated[
        int,
        _means(
            "Clinic files kept open at once; the least recently used is closed.",
            "a whole number above zero",
            ge=1,
        ),
    ] = 256
    redis_url: Annotated[
        str,
        _secret(
            "Redis for the task queue; empty keeps the queue in a file of its own.",
            "an address like redis://127.0.0.1:6379/0",
            pattern=r"^$|^(?:rediss?|unix)://\S+$",
        ),
    ] = ""
    sweep_seconds: Annotated[
        float,
        _means("Seconds between two looks for work that was missed.", "a number from 1 to 3600", ge=1, le=3600),
    ] = 5.0
    send_timeout_seconds: Annotated[
        float,
        _means("Seconds that Meta may take to accept a message.", "a number from 1 to 120", ge=1, le=120),
    ] = 10.0
    send_attempts: Annotated[
        int,
        _means("Times a message is tried before it is given up.", "a whole number from 1 to 50", ge=1, le=50),
    ] = 6
    unknown_grace_seconds: Annotated[
        int,
        _means(
            "Seconds to wait for a status before a message that may have gone out is sent again.",
            "a whole number from 0 to 86400",
            ge=0,
            le=86400,
        ),
    ] = 120
    ai_url: Annotated[
        str,
        _means(
            "Base address of an OpenAI-compatible AI provider, for clinics that switch one on.",
            "an https address like https://ai.example.com/v1 (http only on this machine)",
            pattern=_PRIVATE_OR_NOTHING,
        ),
    ] = ""
    ai_key: Annotated[
        str, _secret("Key for that provider; empty for one that asks for none.", "the provider's key", pattern=_KEY)
    ] = ""
    ai_model: Annotated[str, _means("Model that the AI provider is asked for.", "the name of a model")] = ""
    ai_timeout: Annotated[
        float,
        _means(
            "Seconds that AI may add to one answer, all requests together.", "a number from 0.2 to 30", ge=0.2, le=30
        ),
    ] = 4.0
    transcription_url: Annotated[
        str,
        _means(
            "Base address of an OpenAI-compatible transcription of voice notes, for clinics that switch it on.",
            "an https address like https://ai.example.com/v1 (http only on this machine)",
            pattern=_PRIVATE_OR_NOTHING,
        ),
    ] = ""
    transcription_key: Annotated[
        str,
        _secret("Key for the transcription; empty for one that asks for none.", "the provider's key", pattern=_KEY),
    ] = ""
    transcription_model: Annotated[str, _means("Model that transcribes.", "the name of a model")] = "whisper-1"
    transcription_timeout: Annotated[
        float,
        _means(
            "Seconds that the transcription of voice notes may add to one answer.",
            "a number from 1 to 120",
            ge=1,
            le=120,
        ),
    ] = 20.0
    smtp_host: Annotated[
        str,
        _means(
            "Mail server for invitations and forgotten passwords; empty sends no e-mail.",
            "an IP address or host name",
            pattern=r"^[^\s/@]*$",
        ),
    ] = ""
    smtp_port: Annotated[int, _means("Port of the mail server.", "a whole number from 1 to 65535", ge=1, le=65535)] = (
        587
    )
    smtp_user: Annotated[str, _means("Who logs in at the mail server; empty logs nobody in.", "a user name")] = ""
    smtp_password: Annotated[str, _secret("Password for that log-in.", "the mail server's password")] = ""
    smtp_security: Annotated[
        Literal["starttls", "tls", "none"],
        _means(
            "How the way to the mail server is kept private; `none` only for one on this machine.",
            "starttls, tls or none",
        ),
    ] = "starttls"
    mail_from: Annotated[
        str,
        _means(
            "Sender of e-mails.",
            "an address like no-reply@example.com, or AtendeAI <no-reply@example.com>",
            pattern=r"^$|^[^@<>\r\n]*<[^@<>\s]+@[^@<>\s]+>$|^[^@<>\s]+@[^@<>\s]+$",
        ),
    ] = ""
    panel_url: Annotated[
        str,
        _means(
            "Address of the staff's panel, for the links of e-mails; empty takes the public address.",
            "an address like https://painel.example.com",
            pattern=_URL_OR_NOTHING,
        ),
    ] = ""
    webhook_max_bytes: Annotated[
        int,
        _means("Largest webhook body that is read, in bytes.", "a whole number from 1024 upwards", ge=1024),
    ] = 3_145_728
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"],
        _means("How much is logged.", "DEBUG, INFO, WARNING or ERROR"),
    ] = "INFO"
    log_format: Annotated[
        Literal["auto", "json", "pretty"],
        _means("Shape of the log; auto is pretty on a terminal.", "auto, json or pretty"),
    ] = "auto"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        shown = [(setting, getattr(self, setting.name)) for setting in _SETTINGS]
        return [(one.name, "…" if one.secret and value else value) for one, value in shown]

    def __repr__(self) -> str:
        return f"Settings({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"


class _Setting(Struct, frozen=True):
    """One field of Settings, as it is read from outside."""

    name: str
    type: Any
    default: Any
    meaning: str
    write: str
    secret: bool

    @property
    def variable(self) -> str:
        return PREFIX + self.name.upper()


def _describe(field: msgspec.structs.FieldInfo) -> _Setting:
    (meta,) = field.type.__metadata__
    return _Setting(
        name=field.name,
        type=field.type,
        default=field.default,
        meaning=meta.description,
        write=meta.extra["write"],
        secret=meta.extra.get("secret", False),
    )


_SETTINGS = tuple(_describe(field) for field in msgspec.structs.fields(Settings))


def table() -> list[tuple[str, str, str]]:
    """(variable, default as it would be written, meaning) of every setting, in order."""
    return [(setting.variable, _written(setting.default), setting.meaning) for setting in _SETTINGS]


def _written(value: Any) -> str:
    match value:
        case tuple():
            return ",".join(value)
        case float():
            return f"{value:g}"
        case _:
            return str(value)


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings from `environ` and the TOML file it may name in ATENDEAI_CONFIG. Raises SettingsError."""
    from_file = _config_file(environ.get(CONFIG, ""))
    values = {}
    for setting in _SETTINGS:
        where, value = _given(setting, environ, from_file)
        if value is not None:
            values[setting.name] = _usable(setting, where, value)
    settings = Settings(**values)
    _check_mail(settings)
    return settings


def _check_mail(settings: Settings) -> None:
    """Letters hold tokens: they need a sender, and a way that nobody else reads."""
    if settings.smtp_host and not settings.mail_from:
        raise SettingsError("ATENDEAI_SMTP_HOST is set and ATENDEAI_MAIL_FROM is not; write the sender of e-mails.")
    here = re.fullmatch(_LOOPBACK.replace(r"\[::1\]", "::1"), settings.smtp_host)
    if settings.smtp_host and settings.smtp_security == "none" and not here:
        raise SettingsError(
            f"ATENDEAI_SMTP_SECURITY is none and {settings.smtp_host} is another machine; write starttls or tls."
        )


def _config_file(path: str) -> dict[str, Any]:
    if not path:
        return {}
    try:
        values = tomllib.loads(Path(path).read_text("utf-8"))
    except OSError as error:
        raise SettingsError(
            f"{CONFIG} is {path!r}, which cannot be read ({error.strerror}); write the path of a TOML file."
        ) from error
    except ValueError as error:
        raise SettingsError(f"{path} is not TOML ({error}); write lines like `port = 8080`.") from error
    for name in values:
        if name not in {setting.name for setting in _SETTINGS}:
            raise SettingsError(f"{path} sets {name!r}, which is no setting; write a name from the settings table.")
    return values


def _given(setting: _Setting, environ: Mapping[str, str], from_file: Mapping[str, Any]) -> tuple[str, Any]:
    """Where a value was given and the value; None when it was not."""
    variable, file_variable = setting.variable, f"{setting.variable}_FILE"
    direct = environ.get(variable, "")
    secret_path = environ.get(file_variable, "") if setting.secret else ""
    if direct and secret_path:
        raise SettingsError(f"{variable} and {file_variable} are both set; write only one of them.")
    if secret_path:
        return file_variable, _secret_file(file_variable, secret_path)
    if direct:
        return variable, direct
    return f"{setting.name} in {environ.get(CONFIG, '')}", from_file.get(setting.name)


def _secret_file(variable: str, path: str) -> str:
    try:
        return Path(path).read_text("utf-8").strip()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise SettingsError(
            f"{variable} is {path!r}, which cannot be read ({reason}); write the path of the secret's file."
        ) from error


def _usable(setting: _Setting, where: str, value: Any) -> Any:
    if setting.name == "whatsapp_app_secrets" and isinstance(value, str):
        value = [part for piece in value.split(",") if (part := piece.strip())]
    if isinstance(value, str):
        value = value.strip().upper() if setting.name == "log_level" else value.strip()
    if setting.name in {"graph_url", "public_url", "panel_url", "ai_url", "transcription_url"} and isinstance(
        value, str
    ):
        value = value.rstrip("/")
    try:
        return msgspec.convert(value, setting.type, strict=not isinstance(value, str), dec_hook=_path)
    except msgspec.ValidationError as error:
        shown = "not usable" if setting.secret else f"{_written(value)!r}, which is not usable"
        raise SettingsError(f"{where} is {shown}; write {setting.write}.") from error


def _path(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise TypeError(f"a {kind.__name__} is not written as {value!r}")
