"""English at receptionist level: its words of time in Portuguese, and the idioms that no word by word reading hears."""

from __future__ import annotations

from atendeai.conversation.understanding.when import build as b
from atendeai.conversation.understanding.when import build_days as d
from atendeai.conversation.understanding.when import build_foreign as f
from atendeai.conversation.understanding.when import build_hours as h
from atendeai.conversation.understanding.when import build_parts as q
from atendeai.conversation.understanding.when import build_periods as p
from atendeai.conversation.understanding.when import build_weekdays as w
from atendeai.conversation.understanding.when.grammar import RuleText
from atendeai.conversation.understanding.when.nodes import (
    Anytime,
    Aside,
    Correction,
    Earliest,
    Node,
    Ordinal,
    Part,
    RelativeDay,
    Week,
)

# English wherever they stand; they also tell the language of a message.
PLAIN: dict[str, str] = {
    "today": "hoje", "tomorrow": "amanha", "tmrw": "amanha", "tomorow": "amanha", "tommorow": "amanha",
    "tommorrow": "amanha", "yesterday": "ontem", "tonight": "esta noite", "next": "proximo", "this": "este",
    "week": "semana", "weeks": "semanas", "weekend": "fim de semana", "weekends": "fins de semana",
    "weekday": "dias uteis", "weekdays": "dias uteis", "month": "mes", "months": "meses", "day": "dia", "days": "dias",
    "year": "ano", "years": "anos", "hour": "hora", "hours": "horas", "minute": "minuto", "minutes": "minutos",
    "after": "depois", "before": "antes", "until": "ate", "till": "ate", "between": "entre", "from": "de", "and": "e",
    "or": "ou", "at": "as", "of": "de", "the": "", "morning": "manha", "mornings": "manha", "afternoon": "tarde",
    "afternoons": "tarde", "evening": "noite", "evenings": "noite", "night": "noite", "noon": "meio dia",
    "midday": "meio dia", "midnight": "meia noite", "lunch": "almoco", "lunchtime": "almoco",
    "monday": "segunda", "tuesday": "terca", "wednesday": "quarta", "thursday": "quinta", "friday": "sexta",
    "saturday": "sabado", "sunday": "domingo", "mondays": "segundas", "tuesdays": "tercas", "wednesdays": "quartas",
    "thursdays": "quintas", "fridays": "sextas", "saturdays": "sabados", "sundays": "domingos",
    "tue": "terca", "tues": "terca", "wed": "quarta", "thu": "quinta", "thur": "quinta", "thurs": "quinta",
    "fri": "sexta", "january": "janeiro", "february": "fevereiro", "april": "abril", "june": "junho", "july": "julho",
    "august": "agosto", "september": "setembro", "october": "outubro", "november": "novembro", "december": "dezembro",
    "christmas": "natal", "easter": "pascoa", "two": "dois", "three": "tres", "four": "quatro", "five": "cinco",
    "six": "seis", "seven": "sete", "eight": "oito", "nine": "nove", "ten": "dez", "eleven": "onze", "twelve": "doze",
    "thirteen": "treze", "fourteen": "catorze", "fifteen": "quinze", "sixteen": "dezesseis", "seventeen": "dezessete",
    "eighteen": "dezoito", "nineteen": "dezenove", "twenty": "vinte", "thirty": "trinta", "forty": "quarenta",
    "fifty": "cinquenta", "first": "primeiro", "last": "ultimo", "now": "agora", "except": "menos", "every": "cada",
    "want": "quero", "need": "preciso", "born": "nasci", "was": "fui", "went": "fui", "cannot": "nao posso",
    "cant": "nao posso", "couldnt": "nao posso", "dont": "nao posso", "doesnt": "nao posso", "wont": "nao posso",
    "not": "nao posso", "around": "umas", "starting": "a partir de", "through": "ate", "within": "em", "thru": "ate",
}  # fmt: skip

# Another word in Portuguese or Spanish: read so only in an English message.
OTHERS: dict[str, str] = {
    "in": "em", "on": "no", "to": "a", "a": "um", "an": "um", "one": "um", "no": "nao", "t": "nao", "s": "", "d": "",
    "m": "", "o": "", "clock": "em ponto", "sat": "sabado", "sun": "domingo", "mon": "segunda", "feb": "fevereiro",
    "apr": "abril", "aug": "agosto", "sep": "setembro", "sept": "setembro", "oct": "outubro", "dec": "dezembro",
    "by": "ate", "for": "para", "but": "mas", "i": "eu", "is": "", "are": "", "end": "fim", "beginning": "comeco",
    "start": "comeco", "middle": "meio", "min": "minutos", "hrs": "horas", "can": "posso", "could": "posso",
    "had": "fui", "came": "fui", "holiday": "feriado", "about": "umas", "as": "so", "ago": "atras", "do": "faco",
}  # fmt: skip

_RANKS = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
RANKED: dict[str, Node] = {word: Ordinal(rank) for rank, word in enumerate(_RANKS.split(), start=2)}
RANKED["thirtieth"] = Ordinal(30)

# Whoever counts these names no day.
_THING = "floor|time|times|opinion|street|st|ave|visit|appointment|session|child|kid|grade|dose|option|slot|person|step"
_MONTH = "ShortMonth"
_DAY = "Ordinal|Number"
_STOP = "[end]|,|.|?|!|no|em|para|please|e|ou"
_CANNOT = b.constant("nao", "posso")

# On the pieces in Portuguese words, before the grammar proper.
IDIOMS: tuple[RuleText, ...] = (
    ("primeiro available|appointment|slot|opening|possible", b.constant(Earliest())),
    ("earliest available|appointment|slot|possible?", b.constant(Earliest())),
    ("soon|early so possible|posso", b.constant(Earliest())),
    ("primeiro thing", b.constant("cedo")),
    ("any|whatever time|times|hora", b.constant(Anytime())),
    ("any|each|cada dia mas|menos", b.constant(Anytime(), "menos")),
    ("any dia ($next|$this) semana mas|menos", f.any_day_of_week_but),
    ("anything|anyday mas|menos", b.constant(Anytime(), "menos")),
    ("any dia de Weekday", f.any_day_from),
    ("any dia", b.constant(Anytime())),
    ("nao wait|sorry|actually|rather", b.constant(Correction())),
    ("actually|sorry|rather|wait|correction", b.constant(Correction())),
    ("nao later than", b.constant("ate")),
    ("e um half", b.constant("e", "meia")),
    ("(depois|antes|ate) Number em Part", f.part_bound),
    ("eu mean", b.constant(Correction())),
    ("move|change|switch|reschedule|postpone _? _? de Weekday a Weekday", f.moved),
    ("posso|don|doesn|won|isn|didn|couldn|wouldn|will|faco nao quero|like", _CANNOT),
    ("posso|don|doesn|won|isn|didn|couldn|wouldn|will|faco nao", _CANNOT),
    ("nao posso available|free|able|good|possible|convenient a?", _CANNOT),
    # Halves and quarters.
    ("um? half hora", b.constant("meia", "hora")),
    ("half um hora", b.constant("meia", "hora")),
    ("half past Number", h.half_past),
    ("um? quarter past Number", h.past_by(15)),
    ("um? quarter a Number", h.short_by(15)),
    ("Number Number past Number", f.tens_past),
    ("Number minutos? past Number", h.minutes_past),
    ("Number a Number", h.spelled_minutes_to),
    ("Number a Number Unit", b.constant(Aside())),
    ("Number a Number", f.from_to),
    ("um couple de? Unit", f.couple),
    ("Number em|as Part", q.in_part),
    ("umas Number Unit", f.kept),
    ("umas Number", f.around),
    (f"(depois|antes|ate) Number ({_STOP})", f.hour_bound),
    # Numbers in a row.
    ("Number Ordinal", f.tens_and_rank),
    ("Number Number Number", f.spelled_time_of_three),
    ("Number Number", f.spelled_pair),
    # Counted from elsewhere than now.
    ("dia depois de? amanha", b.constant(RelativeDay(2))),
    ("dia antes de? ontem", b.constant(RelativeDay(-2))),
    ("semana depois $next", b.constant(Week(2))),
    ("Number Unit de agora|hoje", f.from_now),
    ("Number Unit de Weekday", f.from_weekday),
    ("Number Weekday de agora|hoje", w.weekdays_ahead),
    # Dates.
    (f"Weekday ,? {_DAY} de? {_MONTH} ,? Number", f.weekday_date),
    (f"Weekday ,? {_DAY} de? {_MONTH}", f.weekday_date),
    (f"Weekday ,? {_MONTH} {_DAY} ,? Number", f.weekday_month_first),
    (f"Weekday ,? {_MONTH} {_DAY}", f.weekday_month_first),
    ("Weekday ,? Ordinal", w.agreed_ordinal),
    (f"{_MONTH} Number Ordinal", f.month_first_spelled),
    (f"{_MONTH} {_DAY} ,? Number", f.month_first),
    (f"{_MONTH} {_DAY}", f.month_first),
    (f"{_MONTH} ,? Number", p.month_in_year_of),
    (f"Ordinal Weekday em|de {_MONTH}", f.nth_weekday_in),
    ("Ordinal Weekday", f.kept_rank),
    (f"{_DAY} de? {_MONTH} ,? Number", d.day_month_year),
    (f"Ordinal de? {_MONTH}", d.day_month),
    (f"no? Ordinal {_THING}", b.constant(Aside())),
    ("no Ordinal", d.day_number),
    ("Ordinal", f.figured),
    ("(em|de|$this|$next|ate|no) (may|march)", f.month_after),
    ("early em? manha", b.constant(Part("morning_start"))),
    ("early em? Part", q.slice_of_part("start")),
    ("late em? Part", q.slice_of_part("end")),
    ("mid Part", q.slice_of_part("middle")),
    (f"early {_MONTH}", f.third(0)),
    (f"mid {_MONTH}", f.third(1)),
    (f"late {_MONTH}", f.third(2)),
    ("early|earlier", b.constant(Part("early"))),
    ("depois almoco", b.constant(Part("after_lunch"))),
    ("almoco time|hora|break?", b.constant(Part("lunch"))),
    ("depois work|school", b.constant(Part("after_work"))),
    ("natal eve", b.constant("vespera", "de", "natal")),
    ("new ano eve", b.constant("reveillon")),
    ("new ano dia?", b.constant("ano", "novo")),
    ("good sexta", b.constant("sexta", "santa")),
    ("de Weekday no", f.from_then_on),
)
