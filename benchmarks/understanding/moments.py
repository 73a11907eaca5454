"""What readings of moments come to: how many match exactly, by what was to be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from benchmarks.understanding.figures import percentile
from benchmarks.understanding.sets import Moment

POINT = ("date", "time")
RANGE = ("date_range", "time_range")
# What only some files ask for: compared on every line of a file in which any line names it.
WISHES = ("weekdays", "excluded_weekdays", "excluded_dates", "excluded_times", "earliest", "anytime")
KINDS = ("point", "range", "wish", "nothing")


class Reading(Struct, frozen=True, kw_only=True):
    """`answers` are equally good readings in the form of the files' `expect`; whoever cannot tell which field was said
    gives several. `day_part` in an answer stands for that engine's own hours of it."""

    answers: tuple[dict[str, Any], ...]
    microseconds: float


class Share(Struct, frozen=True):
    right: int
    of: int

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 0.0


class MomentFigures(Struct, frozen=True, kw_only=True):
    """Exact matches of all lines, by kind, and by where the lines come from."""

    exact: Share
    kinds: dict[str, Share]
    sources: dict[str, Share]
    p50_us: float
    p99_us: float


def moment_figures(moments: Sequence[Moment], readings: Sequence[Reading]) -> MomentFigures:
    """Of one file of moments."""
    fields = compared(moments)
    right = [matches(moment, reading, fields) for moment, reading in zip(moments, readings, strict=True)]
    return MomentFigures(
        exact=Share(sum(right), len(right)),
        kinds=_shares([kind(moment, fields) for moment in moments], right),
        sources=_shares([moment.source for moment in moments], right),
        p50_us=percentile([reading.microseconds for reading in readings], 50),
        p99_us=percentile([reading.microseconds for reading in readings], 99),
    )


def compared(moments: Sequence[Moment]) -> tuple[str, ...]:
    """The fields that these lines can be right or wrong in."""
    named = {field for moment in moments for answer in moment.accepted for field in answer}
    return (*POINT, *RANGE, *(field for field in WISHES if field in named))


def kind(moment: Moment, fields: Sequence[str]) -> str:
    """A point (a date, an hour or both), a range, another wish besides or instead, or nothing."""
    asked = {field for field in fields if _known(moment.accepted[0].get(field))}
    if not asked:
        return "nothing"
    return "point" if asked <= {*POINT} else "range" if asked <= {*POINT, *RANGE} else "wish"


def matches(moment: Moment, reading: Reading, fields: Sequence[str]) -> bool:
    """Whether any answer is, field by field, one of those accepted."""
    return any(_same(got, wanted, fields) for got in reading.answers for wanted in moment.accepted)


def _same(got: Mapping[str, Any], wanted: Mapping[str, Any], fields: Sequence[str]) -> bool:
    # When an afternoon begins is a matter of taste; that it is the afternoon is not.
    same_part = got.get("day_part") is not None and got["day_part"] == wanted.get("day_part")
    told = [field for field in fields if not (same_part and field == "time_range")]
    return _only(got, told) == _only(wanted, told)


def _only(answer: Mapping[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    return {field: answer[field] for field in fields if _known(answer.get(field))}


def _known(value: object) -> bool:
    return value not in (None, False, [], ())


def _shares(names: Sequence[str], right: Sequence[bool]) -> dict[str, Share]:
    return {
        name: Share(sum(ok for one, ok in zip(names, right, strict=True) if one == name), names.count(name))
        for name in sorted(set(names))
    }
