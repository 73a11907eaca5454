"""What patients come for, one function per goal: it draws the facts from a clinic's live agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct, structs

from benchmarks.simulator.draw import Draw, Impossible
from benchmarks.simulator.errands import Errand, Stage, Visit
from benchmarks.simulator.people import Relation, relative

ALL_KINDS = ("exact", "exact", "day", "period", "weekday", "hours", "week", "earliest", "anytime")
QUESTIONS = ("price", "price", "address", "parking", "hours", "plans", "preparation", "team", "payment", "services")


class Goal(Struct, frozen=True):
    name: str
    draw: Callable[[Draw], list[Errand]]


def book_at_once(draw: Draw) -> list[Errand]:
    return [Errand(act="book", facts=draw.facts(("exact", "period", "day")), upfront="all")]


def book_step_by_step(draw: Draw) -> list[Errand]:
    return [Errand(act="book", facts=draw.facts(ALL_KINDS), upfront="little")]


def book_for_parent(draw: Draw) -> list[Errand]:
    return [_for(draw, draw.rng.choice(("mother", "mother", "father")))]


def book_for_child(draw: Draw) -> list[Errand]:
    return [_for(draw, draw.rng.choice(("son", "daughter")), child=True)]


def _for(draw: Draw, relation: Relation, *, child: bool = False) -> Errand:
    service = draw.service(child=child)
    return Errand(act="book", facts=draw.facts(ALL_KINDS, service_id=service, patient=relative(relation, draw.rng)))


def book_with_plan(draw: Draw) -> list[Errand]:
    return [Errand(act="book", facts=draw.facts(ALL_KINDS, payment="plan"))]


def book_private(draw: Draw) -> list[Errand]:
    return [Errand(act="book", facts=draw.facts(ALL_KINDS, payment="private"))]


def book_with_professional(draw: Draw) -> list[Errand]:
    return [Errand(act="book", facts=draw.facts(("exact", "day", "weekday", "anytime", "earliest"), named=True))]


def book_earliest(draw: Draw) -> list[Errand]:
    return [Errand(act="book", facts=draw.facts(("earliest",)))]


def book_on_weekdays(draw: Draw) -> list[Errand]:
    return [Errand(act="book", facts=draw.facts(("weekday",)))]


def book_at_hours(draw: Draw) -> list[Errand]:
    return [Errand(act="book", facts=draw.facts(("hours", "period", "week")))]


def plan_refused(draw: Draw) -> list[Errand]:
    service, plan = draw.refused_plan()
    return [Errand(act="book", facts=draw.facts(ALL_KINDS, service_id=service, payment="private"), refused=plan)]


def change_day(draw: Draw) -> list[Errand]:
    facts = draw.facts(("exact", "day"))
    return [draw.with_other_moment(Errand(act="book", facts=facts))]


def change_service(draw: Draw) -> list[Errand]:
    """Another service at the last moment, and with it another day, which is said too."""
    facts = draw.facts(("exact", "day", "anytime"), payment="private")
    first = draw.facts(
        ("exact", "day", "anytime"), payment="private", patient=facts.patient, not_service=facts.service_id
    )
    days = [moment.date for moment in (facts.moment, first.moment) if moment.date]
    if len(days) == 2 and days[0] != days[1] and days[0].day == days[1].day:  # "dia 9" would be either
        raise Impossible
    return [Errand(act="book", facts=facts, first=first)]


def two_bookings(draw: Draw) -> list[Errand]:
    facts = draw.facts(ALL_KINDS, payment="private")
    second = draw.facts(
        ("exact", "day", "period"), payment="private", patient=facts.patient, not_service=facts.service_id, known=True
    )
    if second.moment.date is None or second.moment.date == facts.moment.date:
        raise Impossible
    return [Errand(act="book", facts=facts), Errand(act="book", facts=second, known=True)]


def question_midway(draw: Draw) -> list[Errand]:
    topics = tuple(draw.rng.sample(sorted(set(QUESTIONS)), draw.rng.randint(1, 2)))
    return [Errand(act="book", facts=draw.facts(ALL_KINDS), questions=topics)]


def returning(draw: Draw) -> list[Errand]:
    """Somebody who booked some days ago says neither name nor plan again."""
    before = draw.facts(("exact",))
    draw.talk_before(Errand(act="book", facts=before, upfront="all"), dt.timedelta(days=draw.rng.randint(1, 4)))
    plans = draw.plans(before.service_id) if before.plan else []
    facts = draw.facts(ALL_KINDS, patient=before.patient, known=True, payment="private", covered_by=before.plan)
    return [Errand(act="book", facts=facts.with_(plan=before.plan if plans else None), known=True)]


def move_day(draw: Draw) -> list[Errand]:
    visit = draw.visit()
    return [Errand(act="move", visit=visit, facts=draw.moved(visit, ("exact", "day", "period", "weekday", "earliest")))]


def move_hour(draw: Draw) -> list[Errand]:
    visit = draw.visit()
    return [Errand(act="move", visit=visit, facts=draw.moved(visit, ("exact",), same_day=True))]


def move_professional(draw: Draw) -> list[Errand]:
    visit = draw.visit(shared=True)
    return [Errand(act="move", visit=visit, facts=draw.moved(visit, ("anytime",), other=True), moves_to="professional")]


def cancel(draw: Draw) -> list[Errand]:
    return [Errand(act="cancel", visit=draw.visit())]


def cancel_one_of_two(draw: Draw) -> list[Errand]:
    return [Errand(act="cancel", visit=_one_of_two(draw))]


def move_one_of_two(draw: Draw) -> list[Errand]:
    visit = _one_of_two(draw)
    return [Errand(act="move", visit=visit, facts=draw.moved(visit, ("exact", "day")))]


def _one_of_two(draw: Draw) -> Visit:
    visit, other = draw.visit(), draw.visit()
    same = visit.service_id == other.service_id
    if same and visit.local.date() == other.local.date():
        raise Impossible
    return structs.replace(visit, by_day=same, by_service=True)


def cancel_for_parent(draw: Draw) -> list[Errand]:
    draw.visit()
    return [Errand(act="cancel", visit=draw.visit(patient=relative("mother", draw.rng)))]


def confirm(draw: Draw) -> list[Errand]:
    return [Errand(act="confirm", visit=draw.visit())]


def ask_only(draw: Draw) -> list[Errand]:
    return [Errand(act="ask", questions=tuple(draw.rng.sample(QUESTIONS, draw.rng.randint(2, 4))))]


def give_up(draw: Draw) -> list[Errand]:
    stages: tuple[Stage, ...] = ("slot", "patient_name", "confirmation", "confirmation")
    stage = draw.rng.choice(stages)
    return [Errand(act="leave", facts=draw.facts(ALL_KINDS), leaves_at=stage)]


GOALS: dict[str, Goal] = {
    draw.__name__: Goal(draw.__name__, draw)
    for draw in (
        book_at_once,
        book_step_by_step,
        book_for_parent,
        book_for_child,
        book_with_plan,
        book_private,
        book_with_professional,
        book_earliest,
        book_on_weekdays,
        book_at_hours,
        plan_refused,
        change_day,
        change_service,
        two_bookings,
        question_midway,
        returning,
        move_day,
        move_hour,
        move_professional,
        move_one_of_two,
        cancel,
        cancel_one_of_two,
        cancel_for_parent,
        confirm,
        ask_only,
        give_up,
    )
}
