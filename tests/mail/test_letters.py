"""What the e-mails to staff say."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from atendeai.mail import letters
from atendeai.mail.letters import Language, Letter
from atendeai.settings import Settings

PANEL = "https://painel.vilaserena.example"
PUBLIC = "https://atende.vilaserena.example"
TOKEN = "atu_vila-serena_abc-DEF"


def reset(settings: Settings, language: Language = "pt", name: str = "Ana") -> Letter:
    return letters.password_reset(settings, token=TOKEN, language=language, name=name, clinic="Clínica Vila Serena")


def invitation(settings: Settings, language: Language = "pt") -> Letter:
    return letters.invitation(settings, token=TOKEN, language=language, name="Ana", clinic="Clínica Vila Serena")


def test_the_link_leads_to_the_panel() -> None:
    body = reset(Settings(panel_url=PANEL, public_url=PUBLIC)).body
    (link,) = [line for line in body.splitlines() if line.startswith("https://")]
    assert link.startswith(f"{PANEL}/reset-password?")
    assert parse_qs(urlsplit(link).query) == {"token": [TOKEN]}


def test_without_a_panel_it_leads_to_the_public_address() -> None:
    assert f"{PUBLIC}/register?token={TOKEN}" in invitation(Settings(public_url=PUBLIC)).body


@pytest.mark.parametrize("write", [reset, invitation])
def test_without_any_address_there_is_the_bare_token(write: object) -> None:
    body = write(Settings()).body  # type: ignore[operator]
    assert f"\n{TOKEN}\n" in body
    assert "http" not in body


@pytest.mark.parametrize(
    ("language", "subject", "says"),
    [
        ("pt", "Redefinição de senha · Clínica Vila Serena", "vale por 30 minutos"),
        ("en", "Password reset · Clínica Vila Serena", "good for 30 minutes"),
    ],
)
def test_it_speaks_the_language_of_the_reader(language: Language, subject: str, says: str) -> None:
    letter = reset(Settings(), language)
    assert letter.subject == subject
    assert says in letter.body


def test_the_invitation_speaks_both_languages() -> None:
    assert "foi convidado(a)" in invitation(Settings()).body
    assert "have been invited" in invitation(Settings(), "en").body
    assert "7 dias" in invitation(Settings()).body


def test_names_are_text_and_nothing_else() -> None:
    assert "Olá, {token}." in reset(Settings(), name="{token}").body


def test_a_token_is_not_shown_where_a_letter_is_logged() -> None:
    assert TOKEN not in repr(reset(Settings()))
