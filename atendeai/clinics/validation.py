"""What a readable document may still get wrong: contradictions are errors, omissions are warnings."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from atendeai.clinics.context import (
    SPOKEN,
    WEEKDAYS,
    ClinicContext,
    Closure,
    DayException,
    Interval,
    Professional,
    Service,
    WeeklyHours,
)
from atendeai.clinics.document.place import Report
from atendeai.clinics.document.words import same


class Checks:
    """One pass over a context; paths are those of the document it was read from."""

    def __init__(self, context: ClinicContext, report: Report) -> None:
        self.context = context
        self.report = report

    def at(self, kept: str) -> str:
        """Where in the document a part of the context came from: its own place, or the nearest around it."""
        origin = kept
        while origin and origin not in self.report.origins:
            origin = origin[: max(origin.rfind("."), origin.rfind("["), 0)]
        rest = kept[len(origin) :].lstrip(".")
        found = self.report.origins.get(origin, "$")
        return f"{found}.{rest}" if rest and not rest.startswith("[") else f"{found}{rest}"

    def error(self, kept: str, message: str, hint: str = "") -> None:
        self.report.error(self.at(kept), message, hint)

    def warning(self, kept: str, message: str, hint: str = "") -> None:
        self.report.warning(self.at(kept), message, hint)


def check(context: ClinicContext, report: Report) -> None:
    """Add to the report everything that is wrong with a context as a whole."""
    checks = Checks(context, report)
    _hours(checks)
    _ids(checks)
    _references(checks)
    _professionals(checks)
    _services(checks)
    _place(checks)
    _languages(checks)
    _omissions(checks)


def _intervals(checks: Checks, where: str, intervals: list[Interval]) -> None:
    for one in intervals:
        if one.end <= one.start:
            checks.error(where, f"{one.start}-{one.end} ends before it starts")
    for first, second in pairwise(sorted(intervals, key=lambda one: one.start)):
        if second.start < first.end:
            checks.error(where, f"{first.start}-{first.end} and {second.start}-{second.end} overlap")


def _week(checks: Checks, where: str, week: WeeklyHours) -> None:
    for number, weekday in enumerate(WEEKDAYS):
        _intervals(checks, f"{where}.{weekday}", week.on(number))


def _dates(checks: Checks, where: str, exceptions: list[DayException]) -> None:
    seen: set[dt.date] = set()
    for index, exception in enumerate(exceptions):
        _intervals(checks, f"{where}[{index}]", exception.intervals)
        if exception.date in seen:
            checks.error(f"{where}[{index}]", f"{exception.date} stands here twice")
        seen.add(exception.date)


def _stretches(checks: Checks, where: str, closures: list[Closure]) -> None:
    for index, closure in enumerate(closures):
        if closure.end < closure.start:
            checks.error(f"{where}[{index}]", f"It ends on {closure.end}, before it starts on {closure.start}")


def _hours(checks: Checks) -> None:
    context = checks.context
    _week(checks, "working_hours", context.working_hours)
    _dates(checks, "exceptions", context.exceptions)
    _stretches(checks, "closures", context.closures)
    for index, person in enumerate(context.professionals):
        here = f"professionals[{index}]"
        _week(checks, f"{here}.working_hours", person.working_hours or WeeklyHours())
        _dates(checks, f"{here}.exceptions", person.exceptions)
        _stretches(checks, f"{here}.time_off", person.time_off)
    for index, holiday in enumerate(context.holidays.local):
        leap = holiday.date if len(holiday.date) > 5 else f"2028-{holiday.date}"
        try:
            dt.date.fromisoformat(leap)
        except ValueError:
            checks.error(f"holidays.local[{index}]", f"No such day: {holiday.date}")


def _ids(checks: Checks) -> None:
    for name, ids in (
        ("services", [one.id for one in checks.context.services]),
        ("professionals", [one.id for one in checks.context.professionals]),
    ):
        for index, one in enumerate(ids):
            if one in ids[:index]:
                checks.error(f"{name}[{index}]", f"The id {one!r} is taken by {checks.at(f'{name}[{ids.index(one)}]')}")
    plans = [same(plan.name) for plan in checks.context.insurance_plans]
    for index, plan in enumerate(plans):
        if plan in plans[:index]:
            checks.warning(f"insurance_plans[{index}]", "This plan stands in the list twice")


def _unknown(checks: Checks, where: str, what: str, references: Iterable[str], known: Iterable[str]) -> None:
    known = list(known)
    for reference in references:
        if reference in known:
            continue
        near = process.extractOne(reference, known, scorer=fuzz.WRatio, score_cutoff=60)
        hint = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(known[:8])}" if known else ""
        checks.error(where, f"No {what} is called {reference!r}", hint)


def _references(checks: Checks) -> None:
    context = checks.context
    services, people = [one.id for one in context.services], [one.id for one in context.professionals]
    plans = [plan.name for plan in context.insurance_plans]
    for index, service in enumerate(context.services):
        here = f"services[{index}]"
        _unknown(checks, f"{here}.professionals", "professional", service.professionals, people)
        _unknown(checks, f"{here}.insurance", "insurance plan", service.insurance, plans)
    for index, person in enumerate(context.professionals):
        _unknown(checks, f"professionals[{index}].services", "service", person.services, services)


def _professionals(checks: Checks) -> None:
    opened = checks.context.working_hours
    if not _any_hours(opened):
        return
    for index, person in enumerate(checks.context.professionals):
        for number, weekday in enumerate(WEEKDAYS):
            for one in (person.working_hours or WeeklyHours()).on(number):
                if not _within(one, opened.on(number)):
                    checks.warning(
                        f"professionals[{index}].working_hours.{weekday}",
                        f"{one.start}-{one.end} is outside the clinic's opening hours",
                    )


def _within(one: Interval, intervals: list[Interval]) -> bool:
    """Whether the clinic is open throughout; touching intervals are one."""
    reached = one.start
    for around in sorted(intervals, key=lambda other: other.start):
        if around.start <= reached < around.end:
            reached = around.end
    return reached >= one.end


def _any_hours(week: WeeklyHours) -> bool:
    return any(week.on(number) for number in range(7))


def _services(checks: Checks) -> None:
    context = checks.context
    known = {specialty for person in context.professionals for specialty in person.specialties}
    inactive = {person.id for person in context.professionals if not person.active}
    for index, service in enumerate(context.services):
        here = f"services[{index}]"
        if not service.active or not context.professionals:
            continue
        if not context.performers(service):
            checks.warning(here, f"Nobody performs {service.name!r}", "Name who does in its professionals")
        elif service.specialty not in {"", *known} and not _named_by_anyone(service, context.professionals):
            checks.warning(here, f"No professional has the specialty {service.specialty!r}: all of them are offered")
        for one in service.professionals:
            if one in inactive and context.performers(service):
                checks.warning(f"{here}.professionals", f"{one!r} is inactive and will not be offered")


def _named_by_anyone(service: Service, people: list[Professional]) -> bool:
    return bool(service.professionals) or any(service.id in person.services for person in people)


@cache
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def _place(checks: Checks) -> None:
    zone = checks.context.time_zone
    if zone not in _zones():
        near = process.extractOne(zone, sorted(_zones()), scorer=fuzz.WRatio, score_cutoff=60)
        checks.error("time_zone", f"No time zone is called {zone!r}", f"Did you mean {near[0]!r}?" if near else "")


def _languages(checks: Checks) -> None:
    for tag in checks.context.ai_personality.languages:
        if tag.split("-")[0].lower() not in SPOKEN:
            checks.warning(
                "ai_personality.languages",
                f"There are no words in {tag!r}: such patients are answered in the clinic's first language",
                "Known: pt-BR, en, es",
            )


def _omissions(checks: Checks) -> None:
    context = checks.context
    if not context.services:
        checks.error("services", "There are no services: nothing can be booked")
    if not context.professionals:
        checks.warning("professionals", "There are no professionals: nothing can be booked")
    if not _any_hours(context.working_hours) and not any(
        _any_hours(person.working_hours or WeeklyHours()) for person in context.professionals
    ):
        checks.warning("working_hours", "There are no opening hours: nothing can be booked")
    if not context.emergency_text:
        checks.warning("emergency_text", "There is no text for emergencies", "Say whom to call, such as SAMU 192")
    rules = context.scheduling_policies
    if rules.min_advance_hours >= rules.max_advance_days * 24:
        checks.error("scheduling_policies", "The least notice is longer than the agenda is open: nothing can be booked")
