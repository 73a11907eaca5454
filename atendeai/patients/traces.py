"""Where a contact is named: by their ids, and by every spelling by which Meta's bodies may name them."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from atendeai.database import Transaction

# Meta's statuses of what was said to them, and those that name them. With the parameters of `Contact.named`.
STATUSES = (
    "(k in (select k from outbox where contact_id = :id)"
    " or wamid in (select wamid from outbox where contact_id = :id)"
    " or wamid in (select wamid from messages where conversation_id = :conversation)"
    " or exists(select 1 from json_each(:spellings) where instr(payload, '\"' || value || '\"')))"
)


class Contact(Struct, frozen=True):
    """A number and its conversation; the ninth digit may be there or not. Once erased it has no spellings."""

    id: str
    conversation_id: str | None
    spellings: list[str]

    @property
    def named(self) -> dict[str, Any]:
        """Parameters of SQL; the spellings are a JSON list."""
        spellings = msgspec.json.encode(self.spellings).decode()
        return {"id": self.id, "conversation": self.conversation_id, "spellings": spellings}


def contact(tx: Transaction, contact_id: str) -> Contact:
    """Of a contact that is there."""
    (row,) = tx.dicts("select wa_id, user_id, match_key, phone_e164 from contacts where id = ?", (contact_id,))
    spellings = {text.lstrip("+") for text in row.values() if text}
    conversation_id = tx.value("select id from conversations where contact_id = ?", (contact_id,))
    return Contact(contact_id, conversation_id, sorted(spellings))
