"""Failed log-ins make the next one wait, longer each time, by account and by address; never for good.

An attempt at an account is counted before its password is looked at, so that many at once are many; a success
clears it. From an address where somebody has a session they wait only for what failed from there: whoever guesses
elsewhere does not keep them out.
"""

from __future__ import annotations

import datetime as dt
import ipaddress

from msgspec import Struct

from atendeai.database import Transaction
from atendeai.ops.clock import seconds
from atendeai.ops.secrets import sha256

LONGEST = dt.timedelta(minutes=15)


class Rule(Struct, frozen=True):
    """`free` failures make nobody wait; each one more doubles the delay, which begins with a second.

    Without a further failure they are forgotten after `forgotten`.
    """

    free: int
    forgotten: dt.timedelta

    def delay(self, failures: int) -> int:
        """Seconds to wait after so many failures."""
        beyond = failures - self.free
        most = int(LONGEST.total_seconds())
        return 0 if beyond <= 0 else min(2 ** min(beyond - 1, 20), most)


ACCOUNT = Rule(free=4, forgotten=dt.timedelta(days=1))
ADDRESS = Rule(free=30, forgotten=dt.timedelta(hours=1))  # a whole clinic may be behind one


class _Row(Struct, frozen=True):
    failures: int
    last_at: int
    not_before: int


def account(email: str, address: str = "") -> str:
    """The key of an account, or of the account as seen from an address where its owner has a session."""
    return f"account:{sha256(email)}:{address}"  # hashed: people type passwords where the e-mail belongs


def address_of(address: str, what: str = "login") -> str:
    """The key of an address; whoever has one of IPv6 has all 2^64 of its network."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:  # a socket of this machine, a test
        return f"{what}:{address}"
    if known.version == 6:
        mapped = known.ipv4_mapped
        return f"{what}:{mapped or ipaddress.ip_network((known, 64), strict=False)}"
    return f"{what}:{known}"


def wait(control: Transaction, key: str, rule: Rule, at: dt.datetime) -> int:
    """Seconds until the next attempt is heard, 0 for now."""
    row = _row(control, key)
    now = seconds(at)
    if row is None or now < row.last_at or _forgotten(row, rule, now):  # a clock set back makes nobody wait
        return 0
    return max(0, row.not_before - now)


def failed(control: Transaction, key: str, rule: Rule, at: dt.datetime) -> None:
    """Count a failure, or an attempt that may become one."""
    row = _row(control, key)
    now = seconds(at)
    failures = 1 if row is None or _forgotten(row, rule, now) else row.failures + 1
    control.run(
        "insert into login_failures(key, failures, last_at, not_before) values(?1, ?2, ?3, ?4)"
        " on conflict(key) do update set failures = ?2, last_at = ?3, not_before = ?4",
        (key, failures, now, now + rule.delay(failures)),
    )


def clear(control: Transaction, key: str) -> None:
    """Nothing is held against it any more."""
    control.run("delete from login_failures where key = ?", (key,))


def forget_old(control: Transaction, at: dt.datetime) -> int:
    """Drop what delays nobody any more; how many there were."""
    return control.run("delete from login_failures where last_at < ?", (seconds(at - ACCOUNT.forgotten),))


def _row(control: Transaction, key: str) -> _Row | None:
    return control.row(_Row, "select failures, last_at, not_before from login_failures where key = ?", (key,))


def _forgotten(row: _Row, rule: Rule, now: int) -> bool:
    return now - row.last_at > rule.forgotten.total_seconds()
