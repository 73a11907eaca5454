"""Drawing what a patient wants, so that it can be had: every wish is made around a start that is free."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Sequence
from typing import Literal

from atendeai.appointment.desk import accepts
from atendeai.appointment.model import Slot, Wish
from atendeai.clinics.context import Service
from benchmarks.simulator.errands import Errand, Facts, Visit
from benchmarks.simulator.moments import Moment
from benchmarks.simulator.people import Person
from benchmarks.simulator.scene import Clinic

Payment = Literal["any", "plan", "private"]
CHILDREN_ONLY = ("pediátrica", "odontopediátrica")
NEED_A_PROFESSIONAL = ("retorno",)
SOON = 80  # wishes lie among so many of the first free starts
UNKNOWN_PLANS = ("Hapvida", "Cassi", "Golden Cross", "NotreDame Intermédica")


class Impossible(Exception):
    """These facts cannot be had in this clinic's agenda; draw again."""


class Spoilt(Exception):
    """An earlier conversation, on which the errand builds, went wrong; `wrong` is the verdict on it."""

    def __init__(self, wrong: list[str]) -> None:
        super().__init__("; ".join(wrong))
        self.wrong = wrong


class Draw:
    """One task's dice, and the clinic on whose agenda they fall."""

    def __init__(
        self,
        clinic: Clinic,
        rng: random.Random,
        writer: Person,
        profile: str | None,
        talk: Callable[[Errand], list[str]],
    ) -> None:
        self.clinic, self.rng = clinic, rng
        self._context, self._writer, self._profile, self._talk = clinic.context, writer, profile, talk

    def facts(
        self,
        kinds: Sequence[str],
        *,
        service_id: str | None = None,
        not_service: str | None = None,
        patient: Person | None = None,
        payment: Payment = "any",
        named: bool = False,
        known: bool = False,
        covered_by: str | None = None,
    ) -> Facts:
        """A visit that can be had. `named` asks for a certain professional; `known` that the clinic has seen them."""
        service_id = service_id or self.service(not_service=not_service, covered_by=covered_by, payment=payment)
        service = self._service(service_id)
        plan = self._plan(service, payment)
        named = named or service.id in NEED_A_PROFESSIONAL or self.rng.random() < 0.1
        free = self.clinic.free(Wish(service_id=service_id, insurance=plan, new_patient=not known))
        if named and free:
            professional_id = self.rng.choice(sorted({slot.professional_id for slot in free}))
            free = [slot for slot in free if slot.professional_id == professional_id]
        else:
            professional_id = None
        return Facts(
            service_id=service_id,
            patient=patient or self._writer,
            moment=self.moment(free, self.rng.choice(kinds)),
            professional_id=professional_id,
            plan=plan,
        )

    def service(
        self,
        *,
        child: bool = False,
        not_service: str | None = None,
        covered_by: str | None = None,
        payment: Payment = "any",
    ) -> str:
        """A service for somebody of that age; any service for a child where none is for children only."""
        services = [s for s in self._context.services if s.active and s.id != not_service and self._bookable(s)]
        for_children = [s for s in services if any(word in s.name.lower() for word in CHILDREN_ONLY)]
        services = for_children if child and for_children else [s for s in services if s not in for_children]
        if payment == "plan":
            services = [s for s in services if self.plans(s.id)]
        if covered_by:
            services = [s for s in services if accepts(self._context, s, covered_by)]
        if not services:
            raise Impossible
        return self.rng.choice(services).id

    def _bookable(self, service: Service) -> bool:
        return any(p.accepts_new_patients for p in self._context.performers(service))

    def _service(self, service_id: str) -> Service:
        service = self._context.service(service_id)
        assert service is not None
        return service

    def plans(self, service_id: str) -> list[str]:
        """Names of the plans that cover it."""
        service = self._service(service_id)
        return [p.name for p in self._context.insurance_plans if p.active and accepts(self._context, service, p.name)]

    def _plan(self, service: Service, payment: Payment) -> str | None:
        plans = self.plans(service.id)
        if payment == "private" or (payment == "any" and self.rng.random() < 0.5):
            return None
        return self.rng.choice(plans) if plans else None

    def refused_plan(self) -> tuple[str, str]:
        """A service and a plan, of the clinic or of the country, that does not cover it."""
        service = self._service(self.service(payment="plan"))
        listed = [p.name for p in self._context.insurance_plans]
        others = [name for name in listed if name not in self.plans(service.id)]
        return service.id, self.rng.choice([*others * 2, *UNKNOWN_PLANS])

    def moment(self, free: list[Slot], kind: str) -> Moment:
        """A wish of that kind that some free start meets. Raises Impossible."""
        if not free:
            raise Impossible
        local = self.rng.choice(free[:SOON]).local
        day, time = local.date(), local.time()
        match kind:
            case "exact":
                return Moment(date=day, time=time)
            case "day":
                return Moment(date=day)
            case "period":
                return Moment(date=day, period=_period(time))
            case "weekday":
                return self._on_weekdays(local)
            case "hours":
                hour = dt.time(time.hour)
                after = hour >= dt.time(13) or (hour >= dt.time(9) and self.rng.random() < 0.3)
                return Moment(after=hour) if after else Moment(before=dt.time(time.hour + 1))
            case "week":
                return self._next_week(free)
            case "earliest":
                return Moment(earliest=free[0].local)
            case _:
                return Moment()

    def _on_weekdays(self, local: dt.datetime) -> Moment:
        days = {local.weekday()}
        if self.rng.random() < 0.3:
            days.add(self.rng.randrange(5))
        period = _period(local.time()) if self.rng.random() < 0.6 else None
        return Moment(weekdays=tuple(sorted(days)), period=period)

    def _next_week(self, free: list[Slot]) -> Moment:
        today = self.clinic.today
        monday = today + dt.timedelta(days=7 - today.weekday())
        week = (monday, monday + dt.timedelta(days=6))
        if today.weekday() > 4 or not any(week[0] <= slot.local.date() <= week[1] for slot in free):
            raise Impossible
        return Moment(dates=week)

    def with_other_moment(self, errand: Errand) -> Errand:
        """The same errand by somebody who first wants another day. Raises Impossible."""
        facts = errand.facts
        assert facts is not None
        wish = Wish(
            service_id=facts.service_id,
            professional_id=facts.professional_id,
            insurance=facts.plan,
            new_patient=not errand.known,
        )
        others = [slot for slot in self.clinic.free(wish) if not facts.moment.suits(slot.local)]
        if facts.moment.date:  # "dia 9" must not be the 9th of the month that was just spoken of
            others = [slot for slot in others if slot.local.day != facts.moment.date.day]
        first = facts.with_(moment=self.moment(others, self.rng.choice(("exact", "day"))))
        return Errand(act="book", facts=facts, first=first, known=errand.known, upfront=errand.upfront)

    # What is in the agenda already

    def visit(self, *, patient: Person | None = None, shared: bool = False) -> Visit:
        """Book a visit of the writer's, in at least a day. `shared`: others perform the service too."""
        person = patient or self._writer
        services = [s for s in self._context.services if self._bookable(s) and not self._is_for_children(s)]
        if shared:
            services = [s for s in services if len(self._welcoming(s)) > 1]
        if not services:
            raise Impossible
        service = self.rng.choice(services)
        plan = self._plan(service, "any")
        slots = self.clinic.free(Wish(service_id=service.id, insurance=plan))
        slots = [
            s for s in slots if s.local.date() > self.clinic.today and s.professional_id in self._welcoming(service)
        ]
        if not slots:
            raise Impossible
        slot = self.rng.choice(slots[:SOON])
        visit_id = self.clinic.book(slot, person, plan, self._profile)
        if visit_id is None:
            raise Impossible
        return Visit(
            id=visit_id,
            service_id=service.id,
            professional_id=slot.professional_id,
            local=slot.local,
            patient=person,
            plan=plan,
        )

    def _is_for_children(self, service: Service) -> bool:
        return any(word in service.name.lower() for word in CHILDREN_ONLY)

    def _welcoming(self, service: Service) -> list[str]:
        return [p.id for p in self._context.performers(service) if p.accepts_new_patients]

    def moved(self, visit: Visit, kinds: Sequence[str], *, same_day: bool = False, other: bool = False) -> Facts:
        """Where a visit is to go: another day, another hour, or to somebody else."""
        wish = Wish(service_id=visit.service_id, insurance=visit.plan)
        here, welcoming = visit.local.date(), self._welcoming(self._service(visit.service_id))
        kind = self.rng.choice(kinds)
        slots = [
            slot
            for slot in self.clinic.free(wish, visit.id)
            if slot.professional_id in welcoming
            and (slot.professional_id != visit.professional_id) == other
            and (other or slot.local != visit.local)
            and (other or kind == "earliest" or (slot.local.date() == here) == same_day)
        ]
        if not slots:
            raise Impossible
        return Facts(
            service_id=visit.service_id,
            patient=visit.patient,
            moment=self.moment(slots, kind),
            professional_id=slots[0].professional_id if not other else self.rng.choice(slots).professional_id,
            plan=visit.plan,
        )

    def talk_before(self, errand: Errand, ago: dt.timedelta) -> None:
        """An earlier conversation, tapped through; `ago` passes after it. Raises Spoilt."""
        wrong = self._talk(errand)
        if wrong:
            raise Spoilt(wrong)
        self.clinic.wait(ago)


def _period(time: dt.time) -> Literal["morning", "afternoon"]:
    return "morning" if time < dt.time(12) else "afternoon"
