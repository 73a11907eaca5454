"""When the clinic is open, as its receptionist would say it."""

from __future__ import annotations

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atendeai.clinics.context import (
    ClinicContext,
    ClinicFacts,
    Closure,
    DayException,
    Holidays,
    Interval,
    NamedDay,
    Professional,
    WeeklyHours,
)
from atendeai.clinics.hours import (
    Closed,
    clinic_intervals,
    closed_reason,
    holiday,
    is_open,
    merged,
    next_opening,
    professional_intervals,
    utc_seconds,
)

SAO_PAULO = ZoneInfo("America/Sao_Paulo")
MONDAY = dt.date(2027, 3, 1)
SUNDAY = dt.date(2027, 3, 7)


def hours(*pairs: str) -> list[Interval]:
    return [Interval(start=pair[:5], end=pair[6:]) for pair in pairs]


OFFICE = hours("08:00-12:00", "13:30-18:00")
WEEK = WeeklyHours(
    monday=OFFICE,
    tuesday=OFFICE,
    wednesday=OFFICE,
    thursday=OFFICE,
    friday=OFFICE,
    saturday=hours("08:00-12:00"),
)
MORNING, AFTERNOON = (480, 720), (810, 1080)


def clinic(**changes: object) -> ClinicContext:
    state = str(changes.pop("state", "SC"))
    document: dict[str, object] = {"working_hours": WEEK, **changes}
    return ClinicContext(clinic=ClinicFacts(name="Clínica", state=state), **document)  # type: ignore[arg-type]


def brasilia(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=SAO_PAULO)


class TestWeeklyHours:
    def test_a_weekday_with_a_lunch_break(self) -> None:
        assert clinic_intervals(clinic(), MONDAY) == [MORNING, AFTERNOON]

    def test_sunday_is_closed(self) -> None:
        assert clinic_intervals(clinic(), SUNDAY) == []

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            (["13:00-18:00", "08:00-12:00"], [(480, 720), (780, 1080)]),
            (["08:00-12:00", "12:00-18:00"], [(480, 1080)]),
            (["08:00-12:00", "08:00-12:00"], [(480, 720)]),
            (["08:00-13:00", "12:00-18:00"], [(480, 1080)]),
            (["18:00-24:00"], [(1080, 1440)]),
            (["22:00-06:00"], [(1320, 1440)]),
            (["00:00-00:00"], [(0, 1440)]),
            (["24:00-24:00"], []),
        ],
    )
    def test_intervals_are_sorted_merged_and_end_at_midnight(
        self, written: list[str], meant: list[tuple[int, int]]
    ) -> None:
        assert clinic_intervals(clinic(working_hours=WeeklyHours(monday=hours(*written))), MONDAY) == meant

    @given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
    def test_merging_keeps_every_minute_and_adds_none(self, stretches: list[tuple[int, int]]) -> None:
        joined = merged(stretches)
        assert {m for a, b in joined for m in range(a, b)} == {m for a, b in stretches for m in range(a, b)}
        assert all(a < b for a, b in joined)
        assert all(left[1] < right[0] for left, right in itertools.pairwise(joined))


class TestExceptions:
    def test_an_exception_replaces_the_weekly_hours(self) -> None:
        short = clinic(exceptions=[DayException(date=MONDAY, intervals=hours("10:00-11:00"))])
        assert clinic_intervals(short, MONDAY) == [(600, 660)]

    def test_an_exception_opens_a_sunday_and_no_other(self) -> None:
        opened = clinic(exceptions=[DayException(date=SUNDAY, intervals=hours("09:00-12:00"))])
        assert clinic_intervals(opened, SUNDAY) == [(540, 720)]
        assert clinic_intervals(opened, SUNDAY + dt.timedelta(days=7)) == []

    def test_two_exceptions_of_one_day_are_one_day(self) -> None:
        twice = clinic(
            exceptions=[
                DayException(date=MONDAY, intervals=hours("09:00-10:00")),
                DayException(date=MONDAY, intervals=hours("10:00-11:00")),
            ]
        )
        assert clinic_intervals(twice, MONDAY) == [(540, 660)]

    def test_an_empty_exception_closes_the_day_and_says_why(self) -> None:
        closed = clinic(exceptions=[DayException(date=MONDAY, reason="dedetização")])
        assert clinic_intervals(closed, MONDAY) == []
        assert closed_reason(closed, MONDAY) == Closed("closed", "dedetização")

    def test_an_exception_opens_a_holiday(self) -> None:
        christmas = dt.date(2026, 12, 25)
        opened = clinic(exceptions=[DayException(date=christmas, intervals=hours("08:00-10:00"))])
        assert clinic_intervals(opened, christmas) == [(480, 600)]

    def test_a_closure_closes_whatever_is_left_on_both_its_ends(self) -> None:
        away = clinic(
            closures=[Closure(start=MONDAY, end=MONDAY + dt.timedelta(days=2), reason="férias")],
            exceptions=[DayException(date=MONDAY, intervals=OFFICE)],
        )
        assert [bool(clinic_intervals(away, MONDAY + dt.timedelta(days=n))) for n in range(-3, 4)] == [
            True,
            True,
            False,
            False,
            False,
            False,
            True,
        ]
        assert closed_reason(away, MONDAY) == Closed("absence", "férias")


class TestHolidays:
    @pytest.mark.parametrize(
        ("day", "name"),
        [
            ("2027-01-01", "Confraternização Universal"),
            ("2027-03-26", "Sexta-feira Santa"),
            ("2027-11-20", "Dia Nacional de Zumbi e da Consciência Negra"),
            ("2027-08-15", "Dia do Estado de Santa Catarina"),
            ("2027-02-08", "Carnaval"),
            ("2027-02-09", "Carnaval"),
            ("2027-02-10", None),
            ("2027-05-27", "Corpus Christi"),
            ("2028-02-29", "Carnaval"),
            ("2028-06-15", "Corpus Christi"),
            ("2027-10-28", None),
            ("2027-12-24", None),
            ("2027-03-01", None),
        ],
    )
    def test_the_calendar_of_a_clinic_in_santa_catarina(self, day: str, name: str | None) -> None:
        assert holiday(clinic(), dt.date.fromisoformat(day)) == name

    def test_consciencia_negra_is_national_only_since_2024(self) -> None:
        assert holiday(clinic(state="SC"), dt.date(2023, 11, 20)) is None

    @pytest.mark.parametrize(
        ("switch", "day"),
        [
            ("national", "2027-12-25"),
            ("state", "2027-08-15"),
            ("carnival", "2027-02-09"),
            ("corpus_christi", "2027-05-27"),
        ],
    )
    def test_each_switch_opens_its_own_days(self, switch: str, day: str) -> None:
        date = dt.date.fromisoformat(day)
        assert holiday(clinic(holidays=Holidays(**{switch: False})), date) is None
        others = {"national", "state", "carnival", "corpus_christi"} - {switch}
        assert holiday(clinic(holidays=Holidays(**dict.fromkeys(others, False))), date) is not None

    def test_rio_closes_at_carnival_only_if_its_switch_says_so(self) -> None:
        tuesday = dt.date(2027, 2, 9)
        assert holiday(clinic(state="RJ"), tuesday) == "Carnaval"
        assert holiday(clinic(state="RJ", holidays=Holidays(carnival=False)), tuesday) is None
        assert holiday(clinic(state="RJ"), dt.date(2027, 4, 23)) == "São Jorge"

    @pytest.mark.parametrize("state", ["", "XX"])
    def test_a_clinic_without_a_known_state_keeps_the_national_days(self, state: str) -> None:
        assert holiday(clinic(state=state), dt.date(2027, 8, 15)) is None
        assert holiday(clinic(state=state), dt.date(2027, 9, 7)) == "Independência do Brasil"

    def test_own_days_of_every_year_and_of_one(self) -> None:
        own = clinic(
            holidays=Holidays(
                local=[
                    NamedDay(date="03-23", name="Aniversário da cidade"),
                    NamedDay(date="2027-03-01", name="Obra"),
                ]
            )
        )
        assert holiday(own, dt.date(2027, 3, 23)) == holiday(own, dt.date(2030, 3, 23)) == "Aniversário da cidade"
        assert holiday(own, dt.date(2027, 3, 1)) == "Obra"
        assert holiday(own, dt.date(2028, 3, 1)) is None

    def test_a_holiday_closes_and_is_named(self) -> None:
        independence = dt.date(2027, 9, 7)
        assert clinic_intervals(clinic(), independence) == []
        assert closed_reason(clinic(), independence) == Closed("holiday", "Independência do Brasil")

    def test_open_on_opens_a_holiday_with_the_weekly_hours(self) -> None:
        independence = dt.date(2027, 9, 7)
        opened = clinic(holidays=Holidays(open_on=[independence]))
        assert holiday(opened, independence) is None
        assert clinic_intervals(opened, independence) == [MORNING, AFTERNOON]


class TestProfessionals:
    def test_without_own_hours_they_follow_the_clinic(self) -> None:
        assert professional_intervals(clinic(), Professional(id="ana", name="Ana"), MONDAY) == [
            MORNING,
            AFTERNOON,
        ]

    def test_own_hours_within_the_clinics(self) -> None:
        ana = Professional(id="ana", name="Ana", working_hours=WeeklyHours(monday=hours("07:00-14:00")))
        assert professional_intervals(clinic(), ana, MONDAY) == [MORNING, (810, 840)]
        assert professional_intervals(clinic(), ana, MONDAY + dt.timedelta(days=1)) == []
        assert closed_reason(clinic(), MONDAY, ana) is None
        assert closed_reason(clinic(), MONDAY + dt.timedelta(days=1), ana) == Closed("closed")

    def test_own_exception_replaces_own_hours(self) -> None:
        ana = Professional(
            id="ana",
            name="Ana",
            working_hours=WeeklyHours(monday=hours("08:00-10:00")),
            exceptions=[
                DayException(date=MONDAY, intervals=hours("16:00-17:00")),
                DayException(date=MONDAY + dt.timedelta(days=7), reason="curso"),
            ],
        )
        assert professional_intervals(clinic(), ana, MONDAY) == [(960, 1020)]
        assert closed_reason(clinic(), MONDAY + dt.timedelta(days=7), ana) == Closed("closed", "curso")

    def test_time_off_is_an_absence(self) -> None:
        ana = Professional(id="ana", name="Ana", time_off=[Closure(start=MONDAY, end=MONDAY, reason="congresso")])
        assert professional_intervals(clinic(), ana, MONDAY) == []
        assert closed_reason(clinic(), MONDAY, ana) == Closed("absence", "congresso")

    def test_nobody_works_in_a_closed_clinic(self) -> None:
        ana = Professional(id="ana", name="Ana", working_hours=WeeklyHours(sunday=hours("08:00-10:00")))
        assert professional_intervals(clinic(), ana, SUNDAY) == []
        assert closed_reason(clinic(), SUNDAY, ana) == Closed("closed")


class TestDoors:
    @pytest.mark.parametrize(
        ("now", "open_now", "opens"),
        [
            ("2027-03-01T07:59", False, "2027-03-01T08:00"),
            ("2027-03-01T08:00", True, "2027-03-01T13:30"),
            ("2027-03-01T12:00", False, "2027-03-01T13:30"),
            ("2027-03-01T18:00", False, "2027-03-02T08:00"),
            ("2027-03-06T12:30", False, "2027-03-08T08:00"),
            ("2027-02-05T18:00", False, "2027-02-06T08:00"),
            ("2027-02-06T12:00", False, "2027-02-10T08:00"),
        ],
    )
    def test_open_and_when_next(self, now: str, open_now: bool, opens: str) -> None:
        instant = brasilia(now).astimezone(dt.UTC)
        assert is_open(clinic(), instant) is open_now
        assert next_opening(clinic(), instant) == brasilia(opens)

    def test_a_clinic_that_never_opens_promises_nothing(self) -> None:
        assert next_opening(clinic(working_hours=WeeklyHours()), brasilia("2027-03-01T08:00")) is None

    def test_the_same_instant_by_the_clocks_of_four_states(self) -> None:
        noon_in_brasilia = brasilia("2027-03-01T12:10")
        zones = ("America/Noronha", "America/Sao_Paulo", "America/Manaus", "America/Rio_Branco")
        answers = [is_open(clinic(time_zone=zone), noon_in_brasilia) for zone in zones]
        assert answers == [False, False, True, True]


class TestWallTime:
    def test_midnight_that_never_was_moves_forward(self) -> None:
        gap = dt.date(2018, 11, 4)
        one_oclock = brasilia("2018-11-04T01:00").timestamp()
        assert [utc_seconds(SAO_PAULO, gap, minute) for minute in (0, 30, 60)] == [one_oclock] * 3
        assert utc_seconds(SAO_PAULO, gap - dt.timedelta(days=1), 1440) == one_oclock

    def test_the_first_of_two_equal_hours_is_meant(self) -> None:
        day = dt.date(2018, 2, 17)
        assert utc_seconds(SAO_PAULO, day, 1410) == brasilia("2018-02-17T23:30").timestamp()
        assert utc_seconds(SAO_PAULO, day, 1440) - utc_seconds(SAO_PAULO, day, 1410) == 90 * 60

    def test_no_daylight_saving_since_2019(self) -> None:
        assert utc_seconds(SAO_PAULO, dt.date(2027, 1, 15), 480) == brasilia("2027-01-15T08:00").timestamp()
        assert dt.datetime(2027, 1, 15, tzinfo=SAO_PAULO).utcoffset() == dt.timedelta(hours=-3)
