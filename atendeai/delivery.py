"""What became of a message: settled by Meta's answer, then by its statuses, in whatever order they come.

States: queued → sending → accepted → sent → delivered → read; `failed` and `dead` (given up, a person is called);
`unknown` when it may have gone out (timeout, 5xx, a crash while sending). Graph has no idempotency key, so each
row's `k` travels as `biz_opaque_callback_data` and a status that carries it settles an unknown row.
"""

from __future__ import annotations

import msgspec
from msgspec import Struct

from atendeai.database import Transaction
from atendeai.outbox import Claimed
from atendeai.whatsapp.client import Accepted
from atendeai.whatsapp.errors import Failure, Verdict, classify, wait_seconds
from atendeai.whatsapp.payload import Item

# How soon a message is tried again when not it but the whole line is in trouble: at first, and from then on.
LINE_TROUBLE = (1, 15)
# Meta's statuses come in any order: states only ever climb, and a delivered or read beats failed.
RANKS = {"accepted": 1, "sent": 2, "failed": 3, "delivered": 4, "read": 5, "played": 5}
UNSENT = "unsent"  # the escalation of a conversation in which a message was given up
# A status proves that a message went out, whatever we thought of it (`queued`: about to be sent once more).
NOT_KNOWN_TO_BE_OUT = ("queued", "sending", "unknown", "dead")


def settle(
    tx: Transaction, claimed: Claimed, result: Accepted | Failure, *, attempts: int, now: int, at: str
) -> int | None:
    """Write down what the send came to; the moment (UTC ms) to try again, if there is one.

    `attempts` bounds the tries of what Meta refused for this message's own sake. Trouble of the whole line (the
    network, a rate limit, the token) is not counted against it: the message waits until the trouble is over.
    """
    if isinstance(result, Accepted):
        _accept(tx, claimed.k, result.wamid, at)
        return None
    again: int | None = None
    of_the_line = result.verdict is Verdict.PAUSE or (result.verdict is Verdict.RETRY and _of_the_line(result))
    match result.verdict:
        case Verdict.RETRY | Verdict.PAUSE if of_the_line or claimed.attempts < attempts:
            again = now + 1000 * _wait_seconds(result, claimed)
            state = "queued"
        case Verdict.UNKNOWN:
            state = "unknown"
        case _:
            state = "dead"
    changed = tx.run(
        "update outbox set state = ?, not_before = coalesce(?, not_before), attempts = attempts - ?, error_code = ?,"
        " error = ?, updated_at = ? where k = ? and state = 'sending'",
        (state, again, of_the_line, result.code, str(result), at, claimed.k),
    )
    if changed and state == "dead":
        _call_person(tx, claimed.k, at)
    if result.whole_number and result.verdict is Verdict.PAUSE:
        tx.run(
            "update whatsapp_configurations set state = 'paused', paused_reason = ? where phone_number_id = ?",
            (str(result), claimed.phone_number_id),
        )
    return again


def _of_the_line(result: Failure) -> bool:
    """Without a code of Meta's it never reached Meta."""
    return result.whole_number or result.code is None


def _wait_seconds(result: Failure, claimed: Claimed) -> int:
    if result.retry_after is None and _of_the_line(result):
        return LINE_TROUBLE[claimed.in_trouble]
    return wait_seconds(result, claimed.attempts)


def _accept(tx: Transaction, k: str, wamid: str, at: str) -> None:
    tx.run("update or ignore outbox set wamid = coalesce(wamid, ?) where k = ?", (wamid, k))
    tx.run(
        "update or ignore messages set wamid = ? where id = (select message_id from outbox where k = ?)"
        " and wamid is null",
        (wamid, k),
    )
    _climb(tx, k, "accepted", None, at)
    # Statuses that came before the row knew its wamid.
    for row in tx.dicts("select status, error_code from message_statuses where wamid = ? order by id", (wamid,)):
        _climb(tx, k, row["status"], row["error_code"], at)


def apply_status(tx: Transaction, item: Item, at: str) -> None:
    """Keep a delivery status and project it on its row; an orphan waits for its row."""
    tx.run(
        "insert into message_statuses(key, wamid, k, status, error_code, payload, at) values (?, ?, ?, ?, ?, ?, ?)"
        " on conflict(key) do nothing",
        (item.key, item.wamid or "", item.k, item.status, item.error_code, item.raw, item.sent_at),
    )
    k = tx.value("select k from outbox where k = ?", (item.k,))
    k = k or tx.value("select k from outbox where wamid = ?", (item.wamid,))
    if k is None:
        return
    if item.wamid:
        _accept(tx, k, item.wamid, at)
    _climb(tx, k, item.status, item.error_code, at)


def _climb(tx: Transaction, k: str, status: str, error_code: int | None, at: str) -> None:
    """A row takes on a status that ranks above its state; what Meta may invent besides changes nothing."""
    rank = RANKS.get(status)
    if rank is None:
        return
    below = [*NOT_KNOWN_TO_BE_OUT, *(name for name, other in RANKS.items() if other < rank)]
    failed = status == "failed"
    climbed = tx.run(
        "update outbox set state = ?, error_code = ?, error = ?, updated_at = ? where k = ?"
        " and state in (select value from json_each(?))",
        (
            "read" if status == "played" else status,
            error_code if failed else None,
            str(classify(error_code, by_status=True)) if failed else None,
            at,
            k,
            msgspec.json.encode(below).decode(),
        ),
    )
    if climbed and failed:
        _call_person(tx, k, at)


def _call_person(tx: Transaction, k: str, at: str) -> None:
    """A message did not arrive: staff must see its conversation. Who was called before stays called for that."""
    tx.run(
        "update conversations set escalated_at = coalesce(escalated_at, ?), escalation = coalesce(escalation, ?)"
        " where id = (select conversation_id from outbox where k = ?)",
        (at, UNSENT, k),
    )


def interrupted(tx: Transaction, before: int, at: str) -> int:
    """Rows that were being sent when the process died may have gone out: `unknown`. Returns how many."""
    return tx.run(
        "update outbox set state = 'unknown', error = 'interrupted while sending', updated_at = ?"
        " where state in ('queued', 'sending', 'unknown') and state = 'sending' and sending_since < ?",
        (at, before),
    )


class _Unvouched(Struct, frozen=True):
    """A row that no status vouched for within the grace, and whether it still makes sense to send it."""

    k: str
    timely: bool


def give_unknown_another_chance(tx: Transaction, *, now: int, grace: int, at: str) -> None:
    """After the grace, a message that no status vouches for most likely never left: send it once more, flagged.

    A reply is, if nothing was said or heard since; else it would come out of turn. What is not sent again, or was
    once already, is `dead`. `now` and `grace` are milliseconds.
    """
    # While a later one is in its grace nothing is decided: its status may yet tell that the talk went on.
    unvouched = tx.rows(
        _Unvouched,
        "select k, may_duplicate = 0 and (purpose = 'notice' or not (said_since or heard_since)) as timely from"
        " (select k, may_duplicate, purpose,"
        " exists(select 1 from outbox l where l.contact_id = o.contact_id and l.seq > o.seq"
        " and l.state not in ('unknown', 'failed', 'dead')) as said_since,"
        " exists(select 1 from messages m where m.conversation_id = o.conversation_id"
        " and m.created_at > o.created_at and m.author <> 'bot') as heard_since,"
        " exists(select 1 from outbox l where l.contact_id = o.contact_id and l.seq > o.seq and l.state in"
        " ('queued', 'sending', 'unknown') and l.state = 'unknown' and l.sending_since >= ?1) as undecided"
        " from outbox o where state in ('queued', 'sending', 'unknown') and state = 'unknown' and sending_since < ?1)"
        " where not undecided",
        (now - grace,),
    )
    for row in unvouched:
        if row.timely:
            tx.run("update outbox set state = 'queued', may_duplicate = 1, updated_at = ? where k = ?", (at, row.k))
        else:
            tx.run("update outbox set state = 'dead', updated_at = ? where k = ?", (at, row.k))
            _call_person(tx, row.k, at)
