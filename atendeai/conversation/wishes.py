"""Wishes for a moment: how a new one narrows the old, which slots meet it, and what comes nearest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, assert_never

import msgspec
from msgspec import Struct

from atendeai.appointment.model import Slot
from atendeai.appointment.slots import spread as slots_spread
from atendeai.conversation.understanding.model import When

Repair = Literal["later", "earlier", "other_day", "other_time"]

MOST_OFFERS = 6
NOON = dt.time(12)


class Nearness(Struct, frozen=True):
    """Slots to show: `exact` when they meet the wish, else the nearest ones."""

    slots: list[Slot]
    exact: bool


def has_date(when: When) -> bool:
    return bool(when.date or when.date_range or when.weekdays or when.candidates or when.earliest)


def has_time(when: When) -> bool:
    return bool(when.time or when.time_range)


def rules_out(when: When) -> bool:
    return bool(when.excluded_weekdays or when.excluded_dates or when.excluded_times)


def merge(old: When, new: When) -> When:
    """Narrowing is cumulative: a new day keeps the old hour, a new hour keeps the old day, "tanto faz" clears."""
    if new.past:
        return old
    out = _ruled_out(old, new)
    if new.anytime and not (has_date(new) or has_time(new)):
        return out
    dates, times = (new if has_date(new) else _days_left(old, out)), (new if has_time(new) else _hours_left(old, out))
    return msgspec.structs.replace(
        out,
        date=dates.date,
        date_range=dates.date_range,
        weekdays=dates.weekdays,
        earliest=dates.earliest,
        candidates=dates.candidates,
        time=times.time,
        time_range=times.time_range,
    )


def _ruled_out(old: When, new: When) -> When:
    """All that is ruled out, less what is now wished for after all."""
    named = {new.date} if new.date else set(new.candidates)
    weekdays = {*new.weekdays, *(day.weekday() for day in named if day)}
    times = {*old.excluded_times, *new.excluded_times}
    return When(
        excluded_weekdays=tuple(sorted({*old.excluded_weekdays, *new.excluded_weekdays} - weekdays)),
        excluded_dates=tuple(sorted({*_still_out(old, new), *new.excluded_dates} - named)),
        excluded_times=tuple(sorted(span for span in times if not _wished_in(span, new))),
    )


def _still_out(old: When, new: When) -> tuple[dt.date, ...]:
    """The days ruled out before, unless they are all there is of a stretch that is now wished for."""
    if new.date_range is None:
        return old.excluded_dates
    first, last = new.date_range
    working = {first + dt.timedelta(days=on) for on in range((last - first).days + 1)}
    whole = {day for day in working if day.weekday() < 5} or working
    return (
        tuple(day for day in old.excluded_dates if day not in working)
        if whole <= {*old.excluded_dates}
        else (old.excluded_dates)
    )


def _wished_in(span: tuple[dt.time, dt.time], new: When) -> bool:
    """Whether the hour or stretch of hours that is wished for lies within a span that was ruled out."""
    if new.time_range is not None and span not in new.excluded_times:
        return span[0] <= new.time_range[0] and new.time_range[1] <= span[1]
    return span == new.time_range or _holds(span, new.time)


def _holds(span: tuple[dt.time, dt.time], time: dt.time | None) -> bool:
    return time is not None and span[0] <= time < span[1]


def _days_left(old: When, out: When) -> When:
    """The day wished for before, unless it has just been ruled out."""
    first, last = old.date_range or (dt.date.min, dt.date.max)
    length = (last - first).days + 1
    whole_range = length <= len(out.excluded_dates) and all(
        first + dt.timedelta(days=on) in out.excluded_dates for on in range(length)
    )
    return msgspec.structs.replace(
        old,
        date=old.date if old.date and _allows_date(old.date, out) else None,
        date_range=None if whole_range else old.date_range,
        weekdays=tuple(day for day in old.weekdays if day not in out.excluded_weekdays),
        candidates=tuple(day for day in old.candidates if _allows_date(day, out)),
    )


def _hours_left(old: When, out: When) -> When:
    begin, end = old.time_range or (dt.time(0), dt.time.max)
    within = any(first <= begin and end <= last for first, last in out.excluded_times)
    return msgspec.structs.replace(
        old,
        time=old.time if old.time and _allows_time(old.time, out) else None,
        time_range=None if within else old.time_range,
    )


def repaired(when: When, repair: Repair, shown: Sequence[Slot]) -> When:
    """The wish after "mais tarde", "mais cedo", "outro dia", "outro horário", seen from the slots shown."""
    if not shown:
        return When() if repair in ("other_day", "other_time") else when
    first, last = shown[0].local, shown[-1].local
    one_day = first.date() == last.date()
    latest, soonest = max(s.local.time() for s in shown), min(s.local.time() for s in shown)
    plain = msgspec.structs.replace(when, time=None, earliest=False)
    match repair:
        case "later":
            from_ = _after(latest) if one_day or soonest >= NOON else NOON
            return msgspec.structs.replace(plain, time_range=(from_, dt.time(23, 59)))
        case "earlier":
            return msgspec.structs.replace(plain, time_range=(dt.time(0), soonest if one_day else NOON))
        case "other_day":
            return When(
                date_range=(last.date() + dt.timedelta(days=1), last.date() + dt.timedelta(days=60)),
                time_range=when.time_range,
                excluded_weekdays=when.excluded_weekdays,
                excluded_dates=when.excluded_dates,
                excluded_times=when.excluded_times,
            )
        case "other_time":
            if when.date is None:
                return repaired(when, "other_day", shown)
            later = (_after(last.time()), dt.time(23, 59))
            return msgspec.structs.replace(plain, date=first.date(), time_range=later)
        case _:
            assert_never(repair)


def _after(time: dt.time) -> dt.time:
    return (dt.datetime.combine(dt.date.min, time) + dt.timedelta(minutes=1)).time()


def window(when: When, today: dt.date, horizon_days: int) -> tuple[dt.date, dt.date]:
    """The clinic dates to search for this wish, never beyond the horizon, never empty."""
    last = today + dt.timedelta(days=horizon_days)
    if when.date:
        first, until = when.date, when.date
    elif when.date_range:
        first, until = when.date_range
    elif when.candidates:
        first, until = min(when.candidates), max(when.candidates)
    else:
        return today, last
    first = max(first, today)
    return (first, min(until, last)) if first <= last else (today, last)


def meets(slot: Slot, when: When) -> bool:
    """Whether a slot is what was asked for."""
    return allows(slot, when) and _meets_date(slot.local.date(), when) and _meets_time(slot.local.time(), when)


def allows(slot: Slot, when: When) -> bool:
    """Whether nothing that was said rules the slot out ("sexta não posso", "menos de manhã")."""
    return _allows_date(slot.local.date(), when) and _allows_time(slot.local.time(), when)


def _allows_date(date: dt.date, when: When) -> bool:
    return date.weekday() not in when.excluded_weekdays and date not in when.excluded_dates


def _allows_time(time: dt.time, when: When) -> bool:
    return not any(_holds(span, time) for span in when.excluded_times)


def _meets_date(date: dt.date, when: When) -> bool:
    if when.date and date != when.date:
        return False
    if when.candidates and not when.date and date not in when.candidates:  # "amanhã ou depois", "quinta, dia 12"
        return False
    if when.date_range and not when.date_range[0] <= date <= when.date_range[1]:
        return False
    return not when.weekdays or date.weekday() in when.weekdays


def _meets_time(time: dt.time, when: When) -> bool:
    if when.time:
        return time == when.time
    if when.time_range:
        start, end = when.time_range
        return start <= time and (time < end or end >= dt.time(23, 59))
    return True


def choose(slots: Sequence[Slot], when: When, today: dt.date, most: int = MOST_OFFERS) -> Nearness:
    """The slots to show for a wish: those that meet it, spread; else the nearest in day, then in hour."""
    exact = [slot for slot in slots if meets(slot, when)]
    if exact:
        return Nearness(spread(exact, most, narrow=bool(when.date)), exact=True)
    allowed = [slot for slot in slots if allows(slot, when)] or list(slots)
    nearest = sorted(one_per_moment(allowed), key=lambda slot: (_distance(slot, when, today), slot))
    return Nearness(sorted(_over_days(nearest, most)), exact=False)


def _over_days(nearest: Sequence[Slot], most: int) -> list[Slot]:
    """The nearest first, no day with more than half of the rows while others are there to fill them."""
    taken: dict[str, int] = {}
    first: list[Slot] = []
    rest: list[Slot] = []
    for slot in nearest:
        day = slot.local_start[:10]
        taken[day] = taken.get(day, 0) + 1
        (first if taken[day] <= most // 2 else rest).append(slot)
    return [*first[:most], *rest][:most]


def one_per_moment(slots: Sequence[Slot]) -> list[Slot]:
    """One slot for each start: the first, which the agenda already chose fairly."""
    seen: set[int] = set()
    return [slot for slot in slots if not (slot.starts in seen or seen.add(slot.starts))]  # type: ignore[func-returns-value]


def spread(slots: Sequence[Slot], most: int, *, narrow: bool) -> list[Slot]:
    """At most `most` slots. One day asked: over its hours. Otherwise: few a day, so that days differ."""
    distinct = one_per_moment(slots)
    if len(distinct) <= most:
        return distinct
    if narrow:
        step = (len(distinct) - 1) / (most - 1)
        return [distinct[round(index * step)] for index in range(most)]
    return slots_spread(distinct, most)


def _distance(slot: Slot, when: When, today: dt.date) -> tuple[int, int]:
    """(days, minutes) away from the wish. A wished hour on a neighbouring day beats a far hour that day
    only when the day was not asked for."""
    local = slot.local
    wanted = when.date or (max(when.date_range[0], today) if when.date_range else None)
    days = abs((local.date() - wanted).days) if wanted else (local.date() - today).days
    if when.weekdays and local.weekday() not in when.weekdays:
        days += 7
    minutes = local.hour * 60 + local.minute
    off = 0
    if when.time:
        off = abs(minutes - (when.time.hour * 60 + when.time.minute))
    elif when.time_range and not _meets_time(local.time(), When(time_range=when.time_range)):
        start, end = when.time_range
        off = min(abs(minutes - start.hour * 60 - start.minute), abs(minutes - end.hour * 60 - end.minute))
    if wanted is None and not when.weekdays:
        return (0 if off == 0 else 1, days * 1440 + off)
    return (days, off)
