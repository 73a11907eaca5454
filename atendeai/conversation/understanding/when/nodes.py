"""The parts of speech about time: what the grammar builds and the calendar resolves."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec import Struct

UnitName = Literal["minute", "hour", "day", "week", "month", "year"]
Turn = Literal["bare", "this", "next", "other", "last", "before_last"]
PartName = Literal[
    "dawn", "early", "very_early", "morning", "morning_start", "morning_middle", "morning_end", "lunch", "after_lunch",
    "afternoon", "afternoon_start", "afternoon_middle", "afternoon_end", "evening", "evening_start", "after_work",
]  # fmt: skip


class Node(Struct, frozen=True):
    """Anything the grammar understands; a word it does not know has no node."""


class Piece(NamedTuple):
    """One place in the message: its plain word ("" once a rule has rewritten it) and what it means, if known."""

    text: str
    node: Node | None = None


# Building blocks


class Number(Node, frozen=True):
    """`digits` counts the figures as written, 0 when spelled out."""

    value: int
    digits: int = 0


class Ordinal(Node, frozen=True):
    """1 is the first, -1 the last; `digits` as for a number."""

    value: int
    digits: int = 0


class Unit(Node, frozen=True):
    name: UnitName


class Amount(Node, frozen=True):
    value: int
    unit: UnitName


class ShortMonth(Node, frozen=True):
    """A month's name that is also a plain word or an abbreviation ("set", "mar"): only valid beside a day."""

    month: int


class Pair(Node, frozen=True):
    """Two bare numbers joined by a sign: "12-08", "15.30"."""

    sign: Literal["-", "."]
    first: int
    second: int
    second_digits: int


# Days


class Day(Node, frozen=True):
    pass


class RelativeDay(Day, frozen=True):
    days: int


class Weekday(Day, frozen=True):
    index: int
    turn: Turn = "bare"


class DayNumber(Day, frozen=True):
    """ "dia 12": `month` when one is named."""

    day: int
    month: Period | None = None


class DayMonth(Day, frozen=True):
    """`either` when the writer may put the month first ("5/6" in English)."""

    day: int
    month: int
    year: int | None = None
    either: bool = False


class WeekdayOf(Day, frozen=True):
    """ "sexta da semana que vem"."""

    index: int
    week: Period


class WeekdayBeside(Day, frozen=True):
    """ "sexta depois do dia 10": the nearest one after (`step` 1) or before (-1) that day."""

    index: int
    day: Day
    step: Literal[-1, 1]


class NthWeekday(Day, frozen=True):
    nth: int
    index: int
    month: Period


class NthDay(Day, frozen=True):
    """ "último dia do mês"; `working` counts Monday to Friday only."""

    nth: int
    period: Period
    working: bool = False


class NumberedWeekday(Day, frozen=True):
    """ "sexta 13": the next Friday that is a 13th."""

    index: int
    day: int


class NumberedDay(Day, frozen=True):
    """ "amanhã 16": an hour, unless tomorrow is a 16th."""

    days: int
    number: int


class Feast(Day, frozen=True):
    """`year` and `years` as for a month."""

    name: str
    year: int | None = None
    years: int | None = None


class Shifted(Day, frozen=True):
    """So many units from `origin`, or from now."""

    value: int
    unit: UnitName
    origin: Day | None = None


class Agreed(Day, frozen=True):
    """ "quinta, dia 12": a weekday and a day that must be one."""

    index: int
    day: Day


# Periods


class Period(Node, frozen=True):
    pass


class Week(Period, frozen=True):
    """`rolling` is "da semana": this one's, or the next one's once it has passed."""

    shift: int
    rolling: bool = False


class WeekOf(Period, frozen=True):
    day: Day


class NthWeek(Period, frozen=True):
    nth: int
    month: Period


class Month(Period, frozen=True):
    """`years` counts from this one ("maio do ano que vem" is 1)."""

    month: int
    year: int | None = None
    years: int | None = None
    turn: Turn = "bare"


class MonthFromNow(Period, frozen=True):
    """`rolling` as for a week."""

    shift: int
    rolling: bool = False


class Year(Period, frozen=True):
    year: int


class YearFromNow(Period, frozen=True):
    """`rolling` as for a week."""

    shift: int
    rolling: bool = False


class Weekend(Period, frozen=True):
    turn: Turn = "bare"


class WeekendOf(Period, frozen=True):
    week: Period


class Term(Period, frozen=True):
    """ "este trimestre", "próximo semestre": the part of a year, of so many months, that we are in, or `shift` on."""

    months: int
    shift: int


class Slice(Period, frozen=True):
    """Part number `index` of `parts` equal ones: "fim do mês" is the third of three."""

    index: int
    parts: int
    whole: Period


class Coming(Period, frozen=True):
    """ "próximos 3 dias"; a negative `value` counts back."""

    value: int
    unit: UnitName


class Stretch(Period, frozen=True):
    """From one day or period to another; None leaves that end open. `after`/`before` leave the named days out."""

    first: Day | Period | None = None
    last: Day | Period | None = None
    after: bool = False
    before: bool = False


# Hours


class Clock(Node, frozen=True):
    """`fixed` when the hour is on the 24-hour clock beyond doubt. `loose` is "oito e pouco"."""

    hour: int
    minute: int = 0
    fixed: bool = False
    loose: bool = False


class Part(Node, frozen=True):
    name: PartName


class ClockSpan(Node, frozen=True):
    """None leaves that end open."""

    first: Clock | None = None
    last: Clock | None = None


class Instant(Node, frozen=True):
    """So many minutes from now, or from this time of the day `origin`."""

    minutes: int
    origin: Shifted | None = None


# How it is said


class Weekdays(Node, frozen=True):
    """ "só às terças", "dias úteis": a restriction, not a date."""

    indices: tuple[int, ...]


class Excluded(Node, frozen=True):
    """ "menos quarta", "amanhã não posso"."""

    moment: Node


class Earliest(Node, frozen=True):
    pass


class Anytime(Node, frozen=True):
    pass


class Correction(Node, frozen=True):
    """ "ou melhor", "não": what follows replaces what stood before."""


class Aside(Node, frozen=True):
    """Looks like a moment and is none: "segunda opção", "R$ 200", "bom dia"."""


class PastTense(Node, frozen=True):
    """ "fui", "nasci": the days of this clause are behind us."""


class Wish(Node, frozen=True):
    """ "quero", "marcar": ends what a past tense began."""
