"""An invitation goes out by e-mail where the server has a mail server, in the language of the invited."""

from __future__ import annotations

from pathlib import Path

import pytest
from accounts import opened

from atendeai.ops.clock import FixedClock

SMTP = {"smtp_host": "127.0.0.1", "smtp_security": "none", "mail_from": "atende@serena.example"}


@pytest.mark.parametrize(("language", "subject"), [("pt", "Convite"), ("en", "Your invitation")])
def test_the_invited_gets_a_letter(tmp_path: Path, clock: FixedClock, language: str, subject: str) -> None:
    settings = {**SMTP, "panel_url": "https://painel.serena.example"}
    with opened(tmp_path / "data", clock, **settings) as office:
        asked = {"email": "ana@serena.example", "name": "Ana", "role": "manager", "language": language}
        made = office.client.post("/api/users", headers=office.staff("owner"), json=asked).json()
        invitation = made["invitation"]
        with office.db() as db:
            (mail,) = db.read(lambda tx: tx.dicts("select * from mails"))
        assert invitation["mailed"]
        assert invitation["link"] == f"https://painel.serena.example/register?token={invitation['token']}"
        assert mail["subject"].startswith(subject)
        assert (mail["recipient"], mail["state"]) == ("ana@serena.example", "queued")
        assert invitation["token"] not in mail["body"]
        assert invitation["link"] in office.files.unsealed(mail["body"])
