"""Parts of a clinic's context that are changed by themselves: working hours and the rules of scheduling."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field, structs

from atendeai.clinics.context import (
    ClinicContext,
    Closure,
    DayException,
    Holidays,
    SchedulingPolicies,
    WeeklyHours,
)
from atendeai.clinics.document.place import Problem, Report
from atendeai.clinics.validation import check


class Week(WeeklyHours, frozen=True, kw_only=True, omit_defaults=False):
    """Open intervals per weekday, several if need be; an empty list is a closed day."""


class ClosingHolidays(Holidays, frozen=True, kw_only=True, omit_defaults=False):
    """Which public holidays close the clinic, its own ones, and those on which it opens all the same."""


class WorkingHours(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When the clinic is open, as the context document says it.

    An exception replaces the weekly hours of its date and opens a holiday; a closure closes whatever is left.
    """

    working_hours: Week = field(default_factory=Week)
    exceptions: list[DayException] = []
    holidays: ClosingHolidays = field(default_factory=ClosingHolidays)
    closures: list[Closure] = []


class SchedulingRules(SchedulingPolicies, frozen=True, kw_only=True, omit_defaults=False):
    """The clinic's rules for visits booked without a person."""


class Checked(Struct, frozen=True):
    """A context with a part changed, and what is wrong with that part; `errors` keep it from being used."""

    context: ClinicContext
    errors: list[Problem]
    warnings: list[Problem]


HOURS = ("working_hours", "exceptions", "holidays", "closures", "professionals")
SCHEDULING = ("scheduling_policies",)


def hours_of(context: ClinicContext) -> WorkingHours:
    return WorkingHours(
        working_hours=Week(**structs.asdict(context.working_hours)),
        exceptions=context.exceptions,
        holidays=ClosingHolidays(**structs.asdict(context.holidays)),
        closures=context.closures,
    )


def rules_of(context: ClinicContext) -> SchedulingRules:
    return SchedulingRules(**structs.asdict(context.scheduling_policies))


def with_hours(context: ClinicContext, hours: WorkingHours) -> Checked:
    changed = structs.replace(
        context,
        working_hours=WeeklyHours(**structs.asdict(hours.working_hours)),
        exceptions=hours.exceptions,
        holidays=Holidays(**structs.asdict(hours.holidays)),
        closures=hours.closures,
    )
    return _checked(changed, HOURS)


def with_rules(context: ClinicContext, rules: SchedulingRules) -> Checked:
    changed = structs.replace(context, scheduling_policies=SchedulingPolicies(**structs.asdict(rules)))
    return _checked(changed, SCHEDULING)


def _checked(context: ClinicContext, sections: Sequence[str]) -> Checked:
    """Of a whole document's problems those of the sections: what was wrong elsewhere was so before."""
    report = Report()
    check(context, report)
    found = [one for one in report.problems if one.path.removeprefix("$.").startswith(tuple(sections))]
    errors = [one for one in found if one.severity == "error"]
    return Checked(context, errors, [one for one in found if one.severity != "error"])
