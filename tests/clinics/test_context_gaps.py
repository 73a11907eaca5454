"""Documents that leave out who sees patients, or when: the clinic can still be booked, and is told."""

from __future__ import annotations

from typing import Any

from atendeai.clinics.context import ClinicContext, Interval
from atendeai.clinics.reading import Reading, read_context

SERVICES = [{"id": "consulta", "name": "Consulta", "duration_minutes": 30}]


def read(**parts: Any) -> Reading:
    return read_context({"clinic": {"name": "Clínica Aurora"}, "services": SERVICES} | parts)


def kept(reading: Reading) -> ClinicContext:
    assert reading.context is not None, reading.problems
    return reading.context


def test_a_clinic_without_professionals_is_booked_with_its_team() -> None:
    reading = read(working_hours={"monday": [{"start": "08:00", "end": "12:00"}]})
    context = kept(reading)
    assert [p.shown for p in context.performers(context.services[0])] == ["Equipe"]
    assert any(p.path == "$.professionals" and p.severity == "warning" for p in reading.problems)


def test_a_clinic_without_hours_is_open_while_its_people_are_there() -> None:
    ana = {"id": "ana", "name": "Dra. Ana", "working_hours": {"monday": [{"start": "08:00", "end": "12:00"}]}}
    bia = {"id": "bia", "name": "Dra. Bia", "working_hours": {"monday": [{"start": "11:00", "end": "15:00"}]}}
    caio = {"id": "caio", "name": "Dr. Caio", "working_hours": {"friday": [{"start": "13:00", "end": "17:00"}]}}
    reading = read(professionals=[ana, bia, caio])
    hours = kept(reading).working_hours
    assert hours.monday == [Interval(start="08:00", end="15:00")]
    assert hours.friday == [Interval(start="13:00", end="17:00")]
    assert any(p.path == "$.working_hours" and p.severity == "warning" for p in reading.problems)


def test_a_whole_document_is_left_as_it_is() -> None:
    context = kept(
        read(
            working_hours={"monday": [{"start": "08:00", "end": "12:00"}]},
            professionals=[{"id": "ana", "name": "Dra. Ana"}],
        )
    )
    assert [p.id for p in context.professionals] == ["ana"]
