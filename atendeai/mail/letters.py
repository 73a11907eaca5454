"""What the e-mails to staff say, in Portuguese or in English. Pure."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlencode

from msgspec import Struct

from atendeai.settings import Settings

Language = Literal["pt", "en"]


class Letter(Struct, frozen=True):
    """A subject and a plain-text body, for `mails.enqueue`."""

    subject: str
    body: str

    def __repr__(self) -> str:
        return f"Letter({self.subject!r}, …)"


class _Words(Struct, frozen=True):
    """One letter in one language. `{way}` is the paragraph with the link or the bare token."""

    subject: str
    body: str
    by_link: str
    by_token: str


_RESET: dict[Language, _Words] = {
    "pt": _Words(
        subject="Redefinição de senha · {clinic}",
        body="Olá, {name}.\n\nAlguém pediu para redefinir a sua senha no AtendeAI da {clinic}.\n\n{way}\n\n"
        "O pedido vale por {minutes} minutos e pode ser usado uma única vez. Se não foi você, ignore este e-mail: "
        "a sua senha continua a mesma.",
        by_link="Para escolher uma senha nova, abra este endereço:\n{link}",
        by_token="Para escolher uma senha nova, use este código no seu painel:\n{token}",  # noqa: S106
    ),
    "en": _Words(
        subject="Password reset · {clinic}",
        body="Hello, {name}.\n\nSomebody asked to reset your password in the AtendeAI of {clinic}.\n\n{way}\n\n"
        "The request is good for {minutes} minutes and can be used once. If it was not you, ignore this e-mail: "
        "your password stays as it is.",
        by_link="To choose a new password, open this address:\n{link}",
        by_token="To choose a new password, use this code in your panel:\n{token}",  # noqa: S106
    ),
}
_INVITATION: dict[Language, _Words] = {
    "pt": _Words(
        subject="Convite para o AtendeAI · {clinic}",
        body="Olá, {name}.\n\nVocê foi convidado(a) a usar o AtendeAI da {clinic}.\n\n{way}\n\n"
        "O convite vale por {days} dias e pode ser usado uma única vez. Se você não conhece esta clínica, ignore este "
        "e-mail.",
        by_link="Para escolher a sua senha e entrar, abra este endereço:\n{link}",
        by_token="Para escolher a sua senha e entrar, use este código no seu painel:\n{token}",  # noqa: S106
    ),
    "en": _Words(
        subject="Your invitation to AtendeAI · {clinic}",
        body="Hello, {name}.\n\nYou have been invited to use the AtendeAI of {clinic}.\n\n{way}\n\n"
        "The invitation is good for {days} days and can be used once. If you do not know this clinic, ignore this "
        "e-mail.",
        by_link="To choose your password and come in, open this address:\n{link}",
        by_token="To choose your password and come in, use this code in your panel:\n{token}",  # noqa: S106
    ),
}


def password_reset(
    settings: Settings, *, token: str, language: Language, name: str, clinic: str, minutes: int = 30
) -> Letter:
    """To somebody who forgot their password. `clinic` is its name."""
    way = _way(settings, _RESET[language], "reset-password", token)
    return _written(_RESET[language], name, clinic, way, minutes=minutes)


def invitation(settings: Settings, *, token: str, language: Language, name: str, clinic: str, days: int = 7) -> Letter:
    """To somebody who may enter once they have chosen a password. `clinic` is its name."""
    way = _way(settings, _INVITATION[language], "register", token)
    return _written(_INVITATION[language], name, clinic, way, days=days)


def link(settings: Settings, page: str, token: str) -> str | None:
    """A page of the panel that opens with a token; None when nobody said where the panel is."""
    base = settings.panel_url or settings.public_url
    return f"{base}/{page}?{urlencode({'token': token})}" if base else None


def _way(settings: Settings, words: _Words, page: str, token: str) -> str:
    address = link(settings, page, token)
    return words.by_link.format(link=address) if address else words.by_token.format(token=token)


def _written(words: _Words, name: str, clinic: str, way: str, **more: int) -> Letter:
    return Letter(
        words.subject.format(clinic=clinic), words.body.format(name=name, clinic=clinic, way=way, **more) + "\n"
    )
