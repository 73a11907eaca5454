"""What a document leaves out though nothing can be booked without it: who sees patients, and when."""

from __future__ import annotations

import msgspec

from atendeai.clinics.context import WEEKDAYS, ClinicContext, Interval, Professional, WeeklyHours
from atendeai.clinics.document.place import Report

TEAM = Professional(id="equipe", name="Equipe da clínica", display_name="Equipe")


def filled(context: ClinicContext, report: Report) -> ClinicContext:
    """The context with a team where it names nobody, and with its people's hours where the clinic has none."""
    if not any(professional.active for professional in context.professionals):
        report.warning(
            "$.professionals",
            "Nobody sees patients here: visits are booked with the team as a whole, one at a time",
            "Name the professionals, with their hours",
        )
        context = msgspec.structs.replace(context, professionals=[*context.professionals, TEAM])
    if not any(context.working_hours.on(weekday) for weekday in range(7)):
        hours = _hours_of_its_people(context)
        if any(hours.on(weekday) for weekday in range(7)):
            report.warning(
                "$.working_hours", "No opening hours: the professionals' own hours count", "Say when the clinic is open"
            )
            context = msgspec.structs.replace(context, working_hours=hours)
    return context


def _hours_of_its_people(context: ClinicContext) -> WeeklyHours:
    """Every stretch in which somebody is there; touching and overlapping ones become one."""
    own = [p.working_hours for p in context.professionals if p.active and p.working_hours is not None]
    return WeeklyHours(
        **{
            name: _joined(sorted((i.start, i.end) for hours in own for i in hours.on(day)))
            for day, name in enumerate(WEEKDAYS)
        }
    )


def _joined(stretches: list[tuple[str, str]]) -> list[Interval]:
    joined: list[tuple[str, str]] = []
    for start, end in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return [Interval(start=start, end=end) for start, end in joined]
