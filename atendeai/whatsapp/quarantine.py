"""What is signed and belongs to no clinic here, in quarantine.db: kept a while for the operator to look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from atendeai.database import Transaction
from atendeai.ops.clock import iso
from atendeai.whatsapp.payload import Item

KEPT = dt.timedelta(days=30)


def keep(tx: Transaction, strays: Sequence[tuple[str, Item]], at: str) -> None:
    """Each with the reason why it was not delivered; what is there already stays as it is."""
    tx.run_many(
        "insert into quarantined(key, reason, phone_number_id, waba_id, field, payload, received_at)"
        " values (?, ?, ?, ?, ?, ?, ?) on conflict(key) do nothing",
        [(item.key, reason, item.phone_number_id, item.waba_id, item.field, item.raw, at) for reason, item in strays],
    )


def prune(tx: Transaction, now: dt.datetime) -> int:
    """Drop what nobody looked at for 30 days; how many."""
    return tx.run("delete from quarantined where received_at < ?", (iso(now - KEPT),))
