"""What patients do in a row: ask for a visit until the clinic asks them to confirm."""

from __future__ import annotations

from collections.abc import Callable

from town import exchange

from atendeai.whatsapp.standin.phone import Phone
from atendeai.whatsapp.standin.store import Sent

WISH = "quero marcar dermatologista"


def offered(sent: Sent, start: str) -> list[str]:
    """The ids of the options that begin like this."""
    return [option.id for option in sent.options if option.id.startswith(start)]


def asks_to_book(phone: Phone, say: Callable[[Phone, Callable[[], object]], Sent] = exchange, most: int = 6) -> Sent:
    """Everything up to "Confirmo?", which is returned; after `most` answers it is given up."""
    answer = say(phone, lambda: phone.says(WISH))
    for _ in range(most):
        if offered(answer, "yes"):
            return answer
        choices = offered(answer, "slot:") or offered(answer, "name:")
        answer = say(phone, lambda tap=choices: phone.taps(tap[0]) if tap else phone.says("particular"))
    raise AssertionError(answer.text)
