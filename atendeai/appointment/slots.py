"""Which instants can be booked: one pure engine that offers, validates and explains.

Nothing here knows a clock or a database; the caller hands over what is taken, how many visits each day
has, and what time it is. Times are UTC seconds, days are local days of the clinic.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from atendeai.appointment.desk import Counts, desk_for
from atendeai.appointment.model import Busy, Reason, Refusal, Slot, Wish
from atendeai.clinics.context import ClinicContext

NO_LOAD: Mapping[str, int] = {}

# From the first check to the last: what explains a full day is the refusal that came closest to a yes.
_CHECKS = (
    Reason.PAST,
    Reason.HORIZON,
    Reason.CLOSED,
    Reason.HOLIDAY,
    Reason.ABSENCE,
    Reason.DAY_CAP,
    Reason.NOTICE,
    Reason.PATIENT_BUSY,
    Reason.TAKEN,
)


def free_slots(
    context: ClinicContext,
    wish: Wish,
    *,
    first: dt.date,
    last: dt.date,
    busy: Sequence[Busy],
    counts: Counts,
    now: dt.datetime,
    load: Mapping[str, int] = NO_LOAD,
) -> list[Slot]:
    """Every slot of the local days `first` to `last` (both included), sorted by start.

    At one start, whoever has the least `load` (booked minutes per professional id) comes first, then by id.
    """
    desk = desk_for(context, wish, busy, counts, now)
    if isinstance(desk, Refusal):
        return []
    found: list[Slot] = []
    for day in _days(max(first, desk.today), min(last, desk.horizon)):
        for professional in desk.professionals:
            candidates = desk.candidates(professional, day)
            if not isinstance(candidates, Refusal):
                found += [slot for slot in candidates if desk.refusal(slot) is None]
    return sorted(found, key=lambda slot: _by_fairness(slot, load))


def bookable(
    context: ClinicContext,
    wish: Wish,
    starts: int,
    professional_id: str,
    *,
    busy: Sequence[Busy],
    counts: Counts,
    now: dt.datetime,
) -> Slot | Refusal:
    """The slot that starts at that UTC second with that professional, or the reason why there is none."""
    asked = msgspec.structs.replace(wish, professional_id=professional_id)
    desk = desk_for(context, asked, busy, counts, now)
    if isinstance(desk, Refusal):
        return desk
    professional = desk.professionals[0]
    day = dt.datetime.fromtimestamp(starts, desk.zone).date()
    candidates = desk.candidates(professional, day)
    if isinstance(candidates, Refusal):
        return candidates
    slot = next((candidate for candidate in candidates if candidate.starts == starts), None)
    if slot is None:
        return Refusal(desk.misfit(professional, day, starts))
    return desk.refusal(slot) or slot


def explain(
    context: ClinicContext,
    wish: Wish,
    day: dt.date,
    *,
    busy: Sequence[Busy],
    counts: Counts,
    now: dt.datetime,
) -> Refusal | None:
    """Why a local day has no slot, by the refusal that came closest to a yes; None when it has one."""
    desk = desk_for(context, wish, busy, counts, now)
    if isinstance(desk, Refusal):
        return desk
    refusals: list[Refusal] = []
    for professional in desk.professionals:
        candidates = desk.candidates(professional, day)
        if isinstance(candidates, Refusal):
            refusals.append(candidates)
            continue
        for slot in candidates:
            refusal = desk.refusal(slot)
            if refusal is None:
                return None
            refusals.append(refusal)
    return max(refusals, key=lambda r: _CHECKS.index(r.reason), default=Refusal(Reason.CLOSED))


def nearest(slots: Iterable[Slot], target: int, n: int, load: Mapping[str, int] = NO_LOAD) -> list[Slot]:
    """The `n` different starts nearest to a UTC second, the earlier of two equally near; in order of time."""
    near = sorted(_one_per_start(slots, load), key=lambda slot: (abs(slot.starts - target), slot.starts))
    return sorted(near[:n])


def spread(slots: Iterable[Slot], n: int, load: Mapping[str, int] = NO_LOAD) -> list[Slot]:
    """At most `n` slots for an offer: different starts over as many half-days as there are, earliest first.

    Of several professionals free at one start the one with the least `load` (booked minutes) is named.
    """
    half_days: dict[tuple[str, str], list[Slot]] = {}
    for slot in _one_per_start(slots, load):
        half_days.setdefault((slot.local_start[:10], _period(slot)), []).append(slot)
    rounds = [(turn, slot) for half_day in half_days.values() for turn, slot in enumerate(half_day)]
    return sorted(slot for _, slot in sorted(rounds, key=lambda it: it[0])[:n])


def _one_per_start(slots: Iterable[Slot], load: Mapping[str, int]) -> list[Slot]:
    chosen: dict[int, Slot] = {}
    for slot in sorted(slots, key=lambda slot: _by_fairness(slot, load)):
        chosen.setdefault(slot.starts, slot)
    return list(chosen.values())


def _by_fairness(slot: Slot, load: Mapping[str, int]) -> tuple[int, int, str]:
    return (slot.starts, load.get(slot.professional_id, 0), slot.professional_id)


def _period(slot: Slot) -> str:
    hour = slot.local_start[11:13]
    return "morning" if hour < "12" else "afternoon" if hour < "18" else "evening"


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=ahead) for ahead in range((last - first).days + 1))
