"""Ids are UUIDs of version 7 that only ever grow."""

from __future__ import annotations

import itertools
import threading
import time
import uuid
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from atendeai.ops.ids import Ids, new_id


def test_an_id_tells_when_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(new_id())
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert before <= made.int >> 80 <= before + 60_000


@given(st.lists(st.integers(1_700_000_000_000, 1_700_000_000_003), min_size=1, max_size=50))
def test_they_grow_even_when_the_clock_steps_back(moments: list[int]) -> None:
    ticking: Iterator[int] = iter(moments)
    ids = Ids(lambda: next(ticking))
    made = [ids.new() for _ in moments]
    assert made == sorted(set(made))


def test_a_crowded_millisecond_borrows_the_next() -> None:
    ids = Ids(lambda: 1_700_000_000_000)
    made = [ids.new() for _ in range(10_000)]
    assert all(one < other for one, other in itertools.pairwise(made))
    assert uuid.UUID(made[-1]).int >> 80 <= 1_700_000_000_003


def test_threads_never_get_the_same() -> None:
    made: list[str] = []
    threads = [threading.Thread(target=lambda: made.extend(new_id() for _ in range(2000))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 8000
