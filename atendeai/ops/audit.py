"""The audit trail: who changed or saw what, written in the transaction of the change, never altered."""

from __future__ import annotations

from atendeai.database import Transaction


def write(
    tx: Transaction, *, at: str, who: str, action: str, subject: str, subject_id: str, detail: str = "{}"
) -> None:
    """Append one line. `detail` is JSON without patient content."""
    tx.run(
        "insert into audit_logs(at, who, action, subject, subject_id, detail) values (?, ?, ?, ?, ?, ?)",
        (at, who, action, subject, subject_id, detail),
    )
