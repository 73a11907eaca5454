"""When a patient wants to come, as something that can be checked; how it is said is left to `dates`."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct

Period = Literal["morning", "afternoon"]


class Moment(Struct, frozen=True, kw_only=True):
    """A wish for a time in the clinic's wall time: what is set restricts, what is not set is free.

    `after` is included, `before` is not. `dates` has both ends included. `earliest` is the first free start
    when the patient began to write: nothing else will do.
    """

    date: dt.date | None = None
    time: dt.time | None = None
    weekdays: tuple[int, ...] = ()
    period: Period | None = None
    after: dt.time | None = None
    before: dt.time | None = None
    dates: tuple[dt.date, dt.date] | None = None
    earliest: dt.datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether any time will do."""
        return self == Moment()

    def suits(self, local: dt.datetime) -> bool:
        """Whether the patient, who sees only what is offered, would take that start."""
        day, time = local.date(), local.time()
        return (
            self.date in (None, day)
            and self.time in (None, time)
            and (not self.weekdays or local.weekday() in self.weekdays)
            and (self.period is None or (self.period == "morning") == (time < dt.time(12)))
            and (self.after is None or time >= self.after)
            and (self.before is None or time < self.before)
            and (self.dates is None or self.dates[0] <= day <= self.dates[1])
        )

    def accepts(self, local: dt.datetime) -> bool:
        """Whether that start is what was wanted."""
        return self.suits(local) and self.earliest in (None, local)

    def describe(self) -> str:
        """For the reader of a failure."""
        set_ = [f"{name}={getattr(self, name)}" for name in self.__struct_fields__ if getattr(self, name)]
        return " ".join(set_) or "any time"
