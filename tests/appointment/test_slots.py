"""Which times the receptionist may offer, and why not the others."""

from __future__ import annotations

import datetime as dt
import time
from typing import Any

import pytest
from clinic_day import CHECKUP, FRIDAY_BEFORE, MONDAY, at, clinic, every_weekday, hours, instant, times

from atendeai.appointment.desk import CLINIC, accepts, grid
from atendeai.appointment.model import Busy, Reason, Refusal, Slot, Wish
from atendeai.appointment.slots import bookable, explain, free_slots, nearest, spread
from atendeai.clinics.context import (
    ClinicContext,
    Closure,
    DayException,
    Holidays,
    InsurancePlan,
    Professional,
    Service,
    WeeklyHours,
)
from atendeai.clinics.hours import utc_seconds

ANAS = Wish(service_id="checkup", professional_id="ana")


def free(
    context: ClinicContext,
    wish: Wish = ANAS,
    day: dt.date = MONDAY,
    days: int = 1,
    now: dt.datetime = FRIDAY_BEFORE,
    **facts: Any,
) -> list[Slot]:
    facts = {"busy": [], "counts": {}} | facts
    return free_slots(context, wish, first=day, last=day + dt.timedelta(days=days - 1), now=now, **facts)


def ask(
    context: ClinicContext,
    time: str,
    wish: Wish = CHECKUP,
    professional: str = "ana",
    now: dt.datetime = FRIDAY_BEFORE,
    **facts: Any,
) -> Slot | Refusal:
    facts = {"busy": [], "counts": {}} | facts
    return bookable(context, wish, at(time), professional, now=now, **facts)


def taken(resource: str, start: str, end: str) -> Busy:
    return Busy(resource, at(start), at(end))


def with_service(**changes: Any) -> ClinicContext:
    return clinic(services=[Service(id="checkup", name="Consulta", **changes)])


class TestTheGrid:
    def test_an_empty_day_has_every_half_hour_but_the_break(self) -> None:
        assert times(free(clinic())) == [
            *("08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30"),
            *("14:00", "14:30", "15:00", "15:30", "16:00", "16:30", "17:00", "17:30"),
        ]

    def test_a_slot_knows_when_it_ends_and_what_the_wall_clock_says(self) -> None:
        first = free(clinic())[0]
        assert first == Slot(at("08:00"), at("08:30"), "ana", "checkup", "2027-03-01T08:00")
        assert first.local == dt.datetime(2027, 3, 1, 8)

    @pytest.mark.parametrize(("closing", "last"), [("09:30", "09:00"), ("09:29", "08:30")])
    def test_the_last_slot_fits_exactly_or_not_at_all(self, closing: str, last: str) -> None:
        assert times(free(clinic(working_hours=every_weekday(f"08:00-{closing}"))))[-1] == last

    def test_a_short_service_still_steps_on_the_grid(self) -> None:
        short = clinic(
            services=[Service(id="checkup", name="Curativo", duration_minutes=10)],
            working_hours=every_weekday("08:00-09:15"),
        )
        assert times(free(short)) == ["08:00", "08:30", "09:00"]

    def test_a_long_one_needs_room_in_one_piece(self) -> None:
        long = with_service(duration_minutes=90)
        assert times(free(long, busy=[taken("prof:ana", "16:00", "16:30")])) == [
            *("08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "14:00", "14:30", "16:30"),
        ]

    def test_the_grid_is_anchored_at_each_opening(self) -> None:
        odd = clinic(working_hours=every_weekday("08:10-09:10", "13:45-14:45"))
        assert times(free(odd)) == ["08:10", "08:40", "13:45", "14:15"]

    def test_own_hours_anchor_a_professionals_grid(self) -> None:
        late = Professional(id="ana", name="Ana", working_hours=every_weekday("09:20-10:20"))
        assert times(free(clinic(professionals=[late]))) == ["09:20", "09:50"]

    def test_a_night_shift_ends_at_midnight(self) -> None:
        night = clinic(working_hours=every_weekday("22:00-06:00"))
        assert times(free(night))[-1] == "23:30"
        assert times(free(clinic(working_hours=every_weekday("23:00-24:00")))) == ["23:00", "23:30"]

    def test_leap_day(self) -> None:
        leap = free(
            clinic(holidays=Holidays(carnival=False)),
            day=dt.date(2028, 2, 28),
            days=3,
            now=instant("2028-02-20T12:00"),
        )
        assert sorted({slot.local_start[:10] for slot in leap}) == [
            "2028-02-28",
            "2028-02-29",
            "2028-03-01",
        ]


class TestTaken:
    def test_touching_visits_live_side_by_side(self) -> None:
        around = [taken("prof:ana", "08:00", "09:00"), taken("prof:ana", "09:30", "12:00")]
        assert times(free(clinic(), busy=around))[0] == "09:00"

    def test_an_hour_blocks_its_second_half_hour_too(self) -> None:
        assert "09:30" not in times(free(clinic(), busy=[taken("prof:ana", "09:00", "10:00")]))

    def test_one_minute_is_enough_to_block(self) -> None:
        slots = times(free(clinic(), busy=[taken("prof:ana", "08:59", "09:00")]))
        assert slots[:2] == ["08:00", "09:00"]

    def test_overlapping_and_nested_blocks_do_not_hide_one_another(self) -> None:
        blocks = [taken("prof:ana", "08:00", "11:30"), taken("prof:ana", "09:00", "09:30")]
        assert times(free(clinic(), busy=blocks))[0] == "11:30"

    def test_somebody_elses_visit_blocks_nobody(self) -> None:
        assert len(free(clinic(), busy=[taken("prof:rui", "08:00", "18:00")])) == 16

    def test_two_professionals_share_one_room(self) -> None:
        shared = with_service(resources=["laser", "laser"])
        slots = free(shared, CHECKUP, busy=[taken("room:laser", "08:00", "11:30")])
        assert [(s.local_start[11:], s.professional_id) for s in slots[:3]] == [
            ("11:30", "ana"),
            ("11:30", "rui"),
            ("14:00", "ana"),
        ]

    def test_a_patient_is_not_in_two_places(self) -> None:
        busy = [taken("patient:maria", "09:00", "09:30"), taken("prof:rui", "09:00", "09:30")]
        maria = Wish(service_id="checkup", patient_id="maria")
        assert ask(clinic(), "09:00", maria, busy=busy) == Refusal(Reason.PATIENT_BUSY)
        assert ask(clinic(), "09:00", maria, "rui", busy=busy) == Refusal(Reason.PATIENT_BUSY)
        assert isinstance(ask(clinic(), "09:00", busy=busy), Slot)

    @pytest.mark.parametrize(
        ("before", "after", "free_around_ten"),
        [
            (0, 0, ["09:00", "09:30", "10:30", "11:00"]),
            (10, 0, ["09:00", "09:30", "11:00"]),
            (0, 10, ["09:00", "10:30", "11:00"]),
            (10, 10, ["09:00", "11:00"]),
        ],
    )
    def test_buffers_keep_their_distance(self, before: int, after: int, free_around_ten: list[str]) -> None:
        padded = with_service(buffer_before_minutes=before, buffer_after_minutes=after)
        slots = times(free(padded, busy=[taken("prof:ana", "10:00", "10:30")]))
        assert [time for time in slots if "09:00" <= time <= "11:00"] == free_around_ten

    def test_buffers_may_spill_over_the_hours(self) -> None:
        padded = with_service(buffer_before_minutes=30, buffer_after_minutes=30)
        assert times(free(padded))[0] == "08:00"
        assert times(free(padded))[-1] == "17:30"

    def test_buffers_do_not_keep_the_patient(self) -> None:
        padded = with_service(buffer_before_minutes=30, buffer_after_minutes=30)
        maria = Wish(service_id="checkup", patient_id="maria")
        assert isinstance(ask(padded, "09:30", maria, busy=[taken("patient:maria", "09:00", "09:30")]), Slot)


class TestNoticeAndHorizon:
    def test_notice_rolls_by_the_hour(self) -> None:
        day_before = clinic({"min_advance_hours": 24})
        sunday = instant("2027-02-28T15:00")
        assert ask(day_before, "14:30", now=sunday) == Refusal(Reason.NOTICE, "24")
        assert isinstance(ask(day_before, "15:00", now=sunday), Slot)
        a_moment_later = sunday + dt.timedelta(milliseconds=1)
        assert ask(day_before, "15:00", now=a_moment_later) == Refusal(Reason.NOTICE, "24")

    def test_the_past_is_past_even_without_notice(self) -> None:
        relaxed = clinic({"min_advance_hours": 0})
        assert ask(relaxed, "09:00", now=instant("09:10")) == Refusal(Reason.PAST)
        assert ask(relaxed, "09:00", now=instant("2027-03-02T00:10")) == Refusal(Reason.PAST)
        assert times(free(relaxed, now=instant("09:10")))[0] == "09:30"
        assert times(free(relaxed, now=instant("09:30")))[0] == "09:30"

    def test_the_horizon_is_a_local_day(self) -> None:
        near = clinic({"max_advance_days": 3})
        late_on_friday = instant("2027-02-26T23:50")
        assert isinstance(ask(near, "17:30", now=late_on_friday), Slot)
        assert ask(near, "2027-03-02T08:00", now=late_on_friday) == Refusal(Reason.HORIZON, "3")
        assert isinstance(ask(near, "2027-03-02T08:00", now=late_on_friday + dt.timedelta(minutes=20)), Slot)
        assert {slot.local_start[:10] for slot in free(near, days=9, now=late_on_friday)} == {"2027-03-01"}

    def test_a_window_turned_around_is_empty(self) -> None:
        assert free(clinic(), days=0) == []


class TestCaps:
    @pytest.mark.parametrize(
        ("key", "named", "context"),
        [
            (CLINIC, "", clinic({"max_daily_appointments": 3})),
            (
                "prof:ana",
                "Dra. Ana",
                clinic(professionals=[Professional(id="ana", name="Ana", display_name="Dra. Ana", max_daily=3)]),
            ),
            ("service:checkup", "Consulta", with_service(max_daily=3)),
        ],
    )
    def test_a_full_day_is_full(self, key: str, named: str, context: ClinicContext) -> None:
        assert len(free(context, counts={(MONDAY, key): 2})) == 16
        assert free(context, counts={(MONDAY, key): 3}) == []
        assert ask(context, "09:00", counts={(MONDAY, key): 3}) == Refusal(Reason.DAY_CAP, named)
        assert len(free(context, day=MONDAY + dt.timedelta(days=1), counts={(MONDAY, key): 3})) == 16


class TestWhoAndWhat:
    def test_unknown_or_retired(self) -> None:
        assert ask(clinic(), "09:00", Wish(service_id="laser")) == Refusal(Reason.UNKNOWN_SERVICE)
        assert ask(with_service(active=False), "09:00") == Refusal(Reason.UNKNOWN_SERVICE)
        assert ask(clinic(), "09:00", professional="eva") == Refusal(Reason.UNKNOWN_PROFESSIONAL)
        gone = clinic(professionals=[Professional(id="ana", name="Ana", active=False)])
        assert ask(gone, "09:00") == Refusal(Reason.UNKNOWN_PROFESSIONAL)
        assert free(gone) == []

    def test_only_those_who_perform_it(self) -> None:
        anas = with_service(professionals=["ana"])
        assert {slot.professional_id for slot in free(anas, CHECKUP)} == {"ana"}
        assert ask(anas, "09:00", professional="rui") == Refusal(Reason.UNKNOWN_PROFESSIONAL)

    def test_who_takes_no_new_patients_keeps_the_old_ones(self) -> None:
        full = clinic(
            professionals=[
                Professional(id="ana", name="Ana Lima", accepts_new_patients=False),
                Professional(id="rui", name="Rui Sá"),
            ]
        )
        new = Wish(service_id="checkup", new_patient=True)
        assert {slot.professional_id for slot in free(full, new)} == {"rui"}
        assert {slot.professional_id for slot in free(full, CHECKUP)} == {"ana", "rui"}
        assert ask(full, "09:00", new) == Refusal(Reason.NO_NEW_PATIENTS, "Ana Lima")
        nobody = clinic(
            professionals=[Professional(id=who, name=who, accepts_new_patients=False) for who in ("ana", "rui")]
        )
        assert explain_day(nobody, new) == Refusal(Reason.NO_NEW_PATIENTS)

    @pytest.mark.parametrize(
        ("service", "plan", "accepted"),
        [
            ({}, "Unimed", True),
            ({}, "unimed", True),
            ({}, "Bradesco", False),
            ({}, "Antigo", False),
            ({"insurance": ["Bradesco"]}, "Bradesco", True),
            ({"insurance": ["Bradesco"]}, "Unimed", False),
            ({"insurance": ["Antigo"]}, "Antigo", False),
            ({"accepts_insurance": False}, "Unimed", False),
        ],
    )
    def test_plans(self, service: dict[str, Any], plan: str, accepted: bool) -> None:
        visit = Service(id="checkup", name="Consulta", **service)
        insured = clinic(
            services=[visit],
            insurance_plans=[InsurancePlan(name="Unimed"), InsurancePlan(name="Antigo", active=False)],
        )
        wish = Wish(service_id="checkup", insurance=plan)
        assert accepts(insured, visit, plan) is accepted
        assert bool(free(insured, wish)) is accepted
        answer = ask(insured, "09:00", wish)
        assert isinstance(answer, Slot) if accepted else answer == Refusal(Reason.PLAN_NOT_ACCEPTED, plan)


def explain_day(context: ClinicContext, wish: Wish = CHECKUP, day: dt.date = MONDAY, **facts: Any) -> object:
    facts = {"busy": [], "counts": {}, "now": FRIDAY_BEFORE} | facts
    return explain(context, wish, day, **facts)


class TestWhyNot:
    @pytest.mark.parametrize(
        ("time", "reason"),
        [
            ("09:10", Reason.OFF_GRID),
            ("13:00", Reason.CLOSED),
            ("11:45", Reason.CLOSED),
            ("17:59", Reason.CLOSED),
            ("2027-03-06T09:00", Reason.CLOSED),
            ("2027-03-26T09:00", Reason.HOLIDAY),
        ],
    )
    def test_one_time(self, time: str, reason: Reason) -> None:
        answer = ask(clinic(), time)
        assert isinstance(answer, Refusal)
        assert answer.reason is reason

    def test_taken(self) -> None:
        assert ask(clinic(), "09:00", busy=[taken("prof:ana", "09:00", "09:30")]) == Refusal(Reason.TAKEN)

    def test_absence(self) -> None:
        off = Professional(id="ana", name="Ana", time_off=[Closure(start=MONDAY, end=MONDAY, reason="congresso")])
        assert ask(clinic(professionals=[off]), "09:00") == Refusal(Reason.ABSENCE, "congresso")

    def test_a_day_with_a_free_slot_needs_no_excuse(self) -> None:
        assert explain_day(clinic()) is None

    def test_a_day_is_explained_by_what_came_closest(self) -> None:
        away = Professional(id="ana", name="Ana", time_off=[Closure(start=MONDAY, end=MONDAY, reason="férias")])
        both = clinic(professionals=[away, Professional(id="rui", name="Rui")])
        assert explain_day(both, busy=[taken("prof:rui", "08:00", "18:00")]) == Refusal(Reason.TAKEN)
        sundays = Professional(id="rui", name="Rui", working_hours=WeeklyHours())
        assert explain_day(clinic(professionals=[away, sundays])) == Refusal(Reason.ABSENCE, "férias")

    def test_other_days(self) -> None:
        assert explain_day(clinic(), Wish(service_id="laser")) == Refusal(Reason.UNKNOWN_SERVICE)
        assert explain_day(clinic(), day=dt.date(2027, 3, 26)) == Refusal(Reason.HOLIDAY, "Sexta-feira Santa")
        assert explain_day(clinic(), day=MONDAY - dt.timedelta(days=9)) == Refusal(Reason.PAST)
        assert explain_day(clinic(), day=dt.date(2027, 9, 1)) == Refusal(Reason.HORIZON, "60")
        assert explain_day(clinic(), now=instant("17:00")) == Refusal(Reason.NOTICE, "2")

    def test_a_visit_longer_than_any_stretch_finds_the_doors_closed(self) -> None:
        assert explain_day(with_service(duration_minutes=300)) == Refusal(Reason.CLOSED)

    def test_hours_that_no_instant_of_the_day_has(self) -> None:
        gap = clinic(
            exceptions=[DayException(date=dt.date(2018, 11, 4), intervals=hours("00:10-00:40"))],
            professionals=[Professional(id="ana", name="Ana")],
        )
        now = instant("2018-11-01T12:00")
        assert ask(gap, "2018-11-04T01:00", now=now) == Refusal(Reason.CLOSED)


class TestClocks:
    @pytest.mark.parametrize(
        ("zone", "utc_hour"),
        [
            ("America/Noronha", 10),
            ("America/Sao_Paulo", 11),
            ("America/Manaus", 12),
            ("America/Cuiaba", 12),
            ("America/Rio_Branco", 13),
        ],
    )
    def test_eight_in_the_morning_in_each_zone_of_brazil(self, zone: str, utc_hour: int) -> None:
        first = free(clinic(time_zone=zone))[0]
        assert first.local_start == "2027-03-01T08:00"
        assert dt.datetime.fromtimestamp(first.starts, dt.UTC).hour == utc_hour

    def test_the_machines_own_zone_changes_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        answers = []
        for zone in ("America/Sao_Paulo", "UTC", "Asia/Tokyo"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            grid.cache_clear()
            utc_seconds.cache_clear()
            answers.append(free(clinic(), busy=[taken("prof:ana", "09:00", "10:00")], days=3))
        monkeypatch.undo()
        time.tzset()
        assert answers[0] == answers[1] == answers[2]
        assert answers[0][0].starts == at("08:00")

    def test_the_night_the_clocks_went_forward(self) -> None:
        around_the_clock = clinic(
            {"min_advance_hours": 0},
            exceptions=[DayException(date=dt.date(2018, 11, 4), intervals=hours("00:00-03:00"))],
        )
        slots = free(around_the_clock, day=dt.date(2018, 11, 4), now=instant("2018-11-01T12:00"))
        assert times(slots) == ["01:00", "01:30", "02:00", "02:30"]
        assert all(slot.ends - slot.starts == 1800 for slot in slots)

    def test_the_night_the_clocks_went_back(self) -> None:
        evening = clinic(exceptions=[DayException(date=dt.date(2019, 2, 16), intervals=hours("22:00-24:00"))])
        slots = free(evening, day=dt.date(2019, 2, 16), now=instant("2019-02-12T12:00"))
        assert times(slots) == ["22:00", "22:30", "23:00", "23:30"]
        assert slots[3].starts - slots[0].starts == 90 * 60
        second_eleven = slots[2].starts + 3600
        answer = bookable(evening, CHECKUP, second_eleven, "ana", busy=[], counts={}, now=instant("2019-02-12T12:00"))
        assert answer == Refusal(Reason.OFF_GRID)


class TestOrder:
    def test_at_one_start_the_least_busy_comes_first_then_the_id(self) -> None:
        slots = free(clinic(), CHECKUP, load={"ana": 60, "rui": 30})
        assert [slot.professional_id for slot in slots[:4]] == ["rui", "ana", "rui", "ana"]
        assert [slot.professional_id for slot in free(clinic(), CHECKUP)[:2]] == ["ana", "rui"]

    def test_an_offer_spreads_over_half_days(self) -> None:
        offer = spread(free(clinic(), CHECKUP, days=3), 3, {"ana": 30})
        assert [slot.local_start for slot in offer] == [
            "2027-03-01T08:00",
            "2027-03-01T14:00",
            "2027-03-02T08:00",
        ]
        assert {slot.professional_id for slot in offer} == {"rui"}

    def test_an_offer_fills_up_when_half_days_are_few(self) -> None:
        assert times(spread(free(clinic()), 5)) == ["08:00", "08:30", "09:00", "14:00", "14:30"]
        evening = clinic(working_hours=every_weekday("08:00-08:30", "18:00-19:00"))
        assert times(spread(free(evening), 2)) == ["08:00", "18:00"]
        assert spread([], 3) == []

    def test_the_nearest_ones_read_in_order(self) -> None:
        slots = free(clinic(), CHECKUP)
        assert times(nearest(slots, at("10:00"), 3)) == ["09:30", "10:00", "10:30"]
        assert times(nearest(slots, at("13:00"), 2)) == ["11:30", "14:00"]
        assert nearest(slots, at("08:00"), 1, {"ana": 30})[0].professional_id == "rui"

    def test_a_thousand_visits_are_shared_fairly(self) -> None:
        names = ("ana", "eva", "rui", "zoe")
        four = clinic(professionals=[Professional(id=name, name=name) for name in names])
        load: dict[str, int] = {}
        by_start: dict[int, list[Slot]] = {}
        for slot in free(four, CHECKUP, days=45):
            by_start.setdefault(slot.starts, []).append(slot)
        for here in list(by_start.values())[:500]:
            for _ in names[:2]:
                (chosen,) = spread(here, 1, load)
                here.remove(chosen)
                load[chosen.professional_id] = load.get(chosen.professional_id, 0) + 30
        assert sum(load.values()) == 1000 * 30
        assert max(load.values()) - min(load.values()) <= 30
