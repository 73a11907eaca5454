"""The layers of the grammar for hours, parts of the day, and amounts of time from now."""

from __future__ import annotations

from atendeai.conversation.understanding.when import build as b
from atendeai.conversation.understanding.when import build_days as d
from atendeai.conversation.understanding.when import build_hours as h
from atendeai.conversation.understanding.when import build_parts as q
from atendeai.conversation.understanding.when import build_stretches as s
from atendeai.conversation.understanding.when.grammar import RuleText
from atendeai.conversation.understanding.when.nodes import Aside, Clock, ClockSpan, Instant, Part, RelativeDay

_AHEAD = "daqui|em|dentro a|de|ate? uns|umas?"
_BEHIND = "ha|faz|hace uns|umas|mais|cerca|quase? de?"
_MIN = "minuto|minutos|min"
_FROM_NOW = "a partir|contar de agora|hoje"
# "1 ano, 2 meses e 3 dias", the longest first.
_UNITS = ("Number Unit , " * (length - 2) + "Number Unit e Number Unit" for length in range(6, 1, -1))
_SERIES = (*_UNITS, "Number Unit")
_LOOSE_SERIES = tuple(" ,|e? ".join(["Number Unit"] * length) for length in range(6, 0, -1))

HOURS: tuple[RuleText, ...] = (
    ("de? DayMonth $hours", d.every_so_many_hours),
    ("em um|uma dia|semana que|de|mais|bom|normal", b.constant(Aside())),
    (f"{_AHEAD} Number $hours e meia", b.hours_and_half_ahead),
    (f"{_AHEAD} Number h Number", b.hours_and_minutes_ahead),
    *((f"{_AHEAD} {series}", b.ahead) for series in _SERIES),
    *((f"{series} {_FROM_NOW}", b.ahead) for series in _SERIES),
    (f"{_BEHIND} Number $hours e meia", b.hours_and_half_ago),
    *((f"{_BEHIND} {series}", b.ago) for series in _LOOSE_SERIES),
    *((f"{series} atras", b.ago) for series in _LOOSE_SERIES),
    ("Number Unit passados|passadas", b.ago),
    ("agora mesmo", b.constant(Instant(0))),
    ("[start] agora _? [end]", b.constant(Instant(0))),
    ("[start] no? $this momento|instante [end]", b.constant(Instant(0))),
    ("meio|meia dia e meia", b.constant(Clock(12, 30, fixed=True))),
    ("meio|meia dia e Number", h.noon_and),
    ("meio dia", b.constant(h.NOON)),
    ("meia noite e meia", b.constant(Clock(0, 30, fixed=True))),
    ("meia noite e Number", h.midnight_and),
    ("meia noite", b.constant(h.MIDNIGHT)),
    (f"Number {_MIN} para as|a? Number $hours?", h.minutes_to),
    (f"Number {_MIN}? para meio dia", h.minutes_to_noon),
    (f"Number {_MIN}? para a? meia noite", h.minutes_to_midnight),
    ("um quarto para as|a? Number $hours?", h.short_by(15)),
    ("Number para as|a? Number $hours?", h.round_minutes_to),
    (f"as Number {_MIN}? para as|a Number $hours?", h.announced(h.minutes_to)),
    ("as|sao Number menos um? quarto|cuarto", h.announced(h.short_by(15))),
    ("as|sao Number menos Number", h.announced(h.hour_less)),
    ("Number menos um? quarto|cuarto", h.short_by(15)),
    ("Number menos Number", h.hour_less),
    ("as|sao Number e um? quarto|cuarto", h.announced(h.past_by(15))),
    ("Number e um quarto", h.past_by(15)),
    ("as|sao Number $spans", b.constant(Aside())),
    (f"as|sao Number $hours e? Number {_MIN}", h.announced(h.hour_and_minutes)),
    (f"Number $hours e? Number {_MIN}|m", h.minutes_or_duration),
    ("Number $hours e Number", h.round_minutes),
    ("Number $hours e meia", h.half_past_or_duration),
    ("Number $hours e pouco|pouquinho", h.loosely),
    ("Number h|horas Number", h.glued_minutes),
    ("Number e meia", h.half_past),
    ("Number e pouco|pouquinho", h.loosely),
    (f"Number e Number {_MIN}", h.hour_and_minutes),
    ("as|sao Number e meia", h.announced(h.half_past)),
    ("as|sao Number e Number", h.announced(h.hour_and_minutes)),
    ("Number e Number de|por Part", q.minutes_in_part),
    ("Number e Number", h.round_minutes),
    ("as|sao Number em ponto", h.announced(h.hour)),
    ("Number em ponto", h.hour),
    ("as|sao Number h|horas Number", h.announced(h.glued_minutes)),
    ("as|sao Number $hours e Number", h.announced(h.hour_and_minutes)),
    ("as|sao Number $hours e meia", h.announced(h.half_past)),
    ("as|sao Number e pouco|pouquinho", h.announced(h.loosely)),
    ("sao Number $hours", h.announced(h.hour)),
    ("as Number Number", h.announced(h.glued_minutes)),
    ("as Number $hours?", h.announced(h.hour)),
    ("a uma hora", b.constant("as", Clock(1))),
    ("a uma [end]", b.constant("as", Clock(1))),
    ("as Pair $hours?", h.announced(q.dotted_hour)),
    ("Pair $hours", q.pair_in_hours),
    ("(ate|depois|apos|antes) de? Number h Number", h.minutes_after),
    ("(ate|depois|apos|antes) de? Number $hours e Number", h.minutes_after),
    ("(ate|depois|apos|antes) de? Number $hours e meia", h.half_after),
    ("(ate|depois|apos|antes) de? Number $hours", h.hour_after),
    ("[start] Number $hours [end]", h.hour_on_the_dial),
    ("Clock $hours", h.as_it_is),
    ("Number $hours de|por Part", q.in_part),
    ("Number h", h.hour_on_the_dial),
    ("Number hora|horas", h.hours_or_duration),
    ("Number de|por Part", q.in_part),
)

# What is left of a pair, and the parts of the day.
PARTS: tuple[RuleText, ...] = (
    ("Number dia Number|Ordinal|DayMonth", d.number_then_day),
    ("Number (semana|mes|ano) (que|proximo|proxima|passado|passada|seguinte)", d.number_then_period),
    ("Pair de? ShortMonth|dez de? Number", s.pair_of_days_in_year),
    ("Pair de? ShortMonth|dez", s.pair_of_days),
    ("Pair", q.bare_pair),
    ("depois|apos|pos de? almoco", b.constant(Part("after_lunch"))),
    ("antes de almoco", b.constant(ClockSpan(last=h.NOON))),
    ("depois|apos de? trabalho|expediente|servico|escola|aula", b.constant(Part("after_work"))),
    ("$end de expediente", b.constant(Part("afternoon_end"))),
    ("hora|horario|intervalo de almoco", b.constant(Part("lunch"))),
    ("ate $end de? dia", b.constant(RelativeDay(0))),
    ("$end de? dia", b.constant(Part("afternoon_end"))),
    ("$start de? Part", q.slice_of_part("start")),
    ("$middle de? Part", q.slice_of_part("middle")),
    ("$end de? Part", q.slice_of_part("end")),
    ("ultima|ultimas|ultimo hora|horas|horario de? Part", q.slice_of_part("end")),
    ("primeira|primeiras hora|horas", b.constant(Part("early"))),
    ("Clock de|por|a? Part", q.in_part),
    ("turno|periodo|horario|atendimento matutino", b.constant(Part("morning"))),
    ("turno|periodo|horario|atendimento vespertino", b.constant(Part("afternoon"))),
    ("turno|periodo|horario|atendimento noturno", b.constant(Part("evening"))),
    ("Part $last", q.night_before),
    ("$last Part", q.night_before),
    ("de|por|$this manana", b.constant(Part("morning"))),
    ("no? $this Part", q.today_in),
)
