"""The first layers of the grammar: numbers in words, what only looks like a moment, and figures beside their signs."""

from __future__ import annotations

from atendeai.conversation.understanding.when import build as b
from atendeai.conversation.understanding.when import build_days as d
from atendeai.conversation.understanding.when import build_hours as h
from atendeai.conversation.understanding.when import build_parts as q
from atendeai.conversation.understanding.when import build_stretches as s
from atendeai.conversation.understanding.when.grammar import RuleText
from atendeai.conversation.understanding.when.nodes import Anytime, Aside, Earliest, Number, RelativeDay, Unit

# "vinte e três", "dois mil e vinte e seis": before anything can take the "e" for another.
COUNTS: tuple[RuleText, ...] = (
    ("Number mil e? Number e Number", b.two_thousand),
    ("Number mil e? Number", b.two_thousand),
    ("mil Number e Number e Number", b.one_thousand),
    ("mil Number e Number", b.one_thousand),
    ("Number e Number", b.tens_and_units),
    ("meia horinha|hora", b.constant(Number(30), Unit("minute"))),
    ("um? quarto de hora", b.constant(Number(15), Unit("minute"))),
    # "Esta semana no" is Spanish: no Portuguese clause ends so.
    ("no ([end]|.|!|,)", b.followed("nao")),
    # Chat's "o primeiro hr" is a slot; only "a primeira" is an hour.
    ("(primeiro|proximo|outro|ultimo|algum|nenhum) hora", b.slot),
    ("1o hora", b.constant("primeiro", "horario")),
    ("quanto|quita feira", b.constant("quinta")),
    ("(ate|antes|depois|apos|volta) de? umas|uns Number", h.about),
)

# What looks like a moment and is none, and what asks for no moment in particular.
ASIDES: tuple[RuleText, ...] = (
    ("mais cedo|rapido|breve|proximo|proxima possivel|disponivel", b.constant(Earliest())),
    ("mais cedo|rapido que tiver|der|puder|tem|conseguir|houver", b.constant(Earliest())),
    ("que tiver|houver|for|tem|der de? mais cedo|rapido|proximo|breve", b.constant(Earliest())),
    ("quanto|cuanto antes|mais", b.constant(Earliest())),
    ("assim|logo que possivel|der|puder|tiver|conseguir|abrir", b.constant(Earliest())),
    ("as soon as possible", b.constant(Earliest())),
    ("nao e|tem|ha urgente|urgencia", b.constant(Aside())),
    ("sem urgencia|pressa", b.constant(Aside())),
    ("urgente|urgencia|urgentemente|asap|urgent|rapidamente", b.constant(Earliest())),
    ("Ordinal horario|vaga|data|encaixe|disponibilidade|slot|available|disponivel|livre", b.first_free),
    ("primeiro|primeira que tiver|aparecer|surgir|abrir|der", b.constant(Earliest())),
    ("$next horario|vaga|data|slot disponivel|livre|aberto?", b.constant(Earliest())),
    ("$next dia disponivel|livre|aberto", b.constant(Earliest())),
    ("data|horario|vaga|dia mais $next|cedo", b.constant(Earliest())),
    ("tanto faz|fez", b.constant(Anytime())),
    ("qualquer dia|horario|hora|data|periodo|turno|momento|um|uma", b.constant(Anytime())),
    ("any time|day|dia|hora|horario", b.constant(Anytime())),
    ("quando puder|tiver|der|quiser|for|houver|puderem|quiserem", b.constant(Anytime())),
    ("sem|nao tenho? preferencia", b.constant(Anytime())),
    ("voce que sabe", b.constant(Anytime())),
    ("indiferente|anytime|whenever", b.constant(Anytime())),
    ("$good dia|dias|Part", b.constant(Aside())),
    ("$good Weekday|semana|feriado|natal|pascoa|ano|carnaval novo|feira?", b.constant(Aside())),
    ("$good fim|final de semana", b.constant(Aside())),
    ("mais|muito|tao|ja|ate tarde", b.constant(Aside())),
    ("mais|muito|tao cedo", b.constant(Aside())),
    ("tarde demais", b.constant(Aside())),
    ("24/7", b.constant(Aside())),
    ("pre natal", b.constant(Aside())),
    ("agora nao", b.constant(Aside())),
    ("hoje em dia", b.constant(Aside())),
    ("de Number em Number Unit", b.constant(Aside())),
    ("nome|chamo|chama|seu|sr|dona|dom _? domingos", b.constant(Aside())),
    ("dia a dia", b.constant(Aside())),
    ("rio de janeiro", b.constant(Aside())),
    ("em natal", b.constant(Aside())),
    ("dr|dra|doutor|doutora .? ShortMonth|Weekday", b.constant(Aside())),
    ("rua|avenida|av|r|praca|alameda|travessa .? Number de? ShortMonth", b.constant(Aside())),
    ("$places .? de? tiradentes|independencia|natal|proclamacao|carnaval|pascoa", b.constant(Aside())),
    ("pressao $readings? $readings? DayMonth|Pair|Number", b.constant(Aside())),
    ("Number $doses de|por|a? Part ,|e? Number? de|por|a? Part?", b.constant(Aside())),
    ("$money _", b.constant(Aside())),
    ("(dia|dias) Number|Ordinal $counted|$ranked", d.dated),
    ("Number|Pair|DayMonth $counted", b.constant(Aside())),
    ("Ordinal $counted|$ranked", b.constant(Aside())),
    ("nenhum|nenhuma|uma|qualquer|alguma|ambas de as Number", b.constant(Aside())),
    ("Weekday $ranked", b.constant(Aside())),
    ("a|minha|sua|essa|esta Weekday $visits", b.constant(Aside())),
    ("$lasting de? as? Number Unit", b.constant(Aside())),
    ("por Number Unit", b.constant(Aside())),
    ("Number Unit de $lasting", b.constant(Aside())),
    ("Number $hours seguidas|livres", b.constant(Aside())),
    ("Number $hours antes|depois ([end]|,|.|?|!|que)", b.followed(Aside())),
    (
        "Number $hours antes|depois de comer|comida|almoco|refeicao|jantar|$visits|exame|exames|procedimento",
        b.constant(Aside()),
    ),
    ("$last|$next Number $hours", b.constant(Aside())),
    ("umas Number ([end]|,|.|?|!)", h.about_before),
    ("amanha ou depois ([end]|,|.|?|!)", b.constant(RelativeDay(1), "ou", RelativeDay(2), ",")),
)

# "2ª feira", "3pm", and an "e" that joins two numbers rather than hour and minutes.
NUMERALS: tuple[RuleText, ...] = (
    ("entre dias|dia Number e|a dia? Number", s.between_day_numbers),
    ("entre as? Number $hours? e as? Number", s.between_numbers),
    ("entre meio dia e as? Number|Clock", h.between_noon_and),
    ("dia|dias Number , Number $or Number", d.three_day_numbers),
    ("dia|dias Number $or dia? Number de? ShortMonth", d.two_days_of_month),
    ("dia|dias Number $or dia? Number", d.two_day_numbers),
    ("Number h Pair", q.minutes_to_hour),
    ("Number h DayMonth h", q.minutes_or_hour),
    ("(dia) Number de|por Part", d.dated_part),
    ("as Number Number de? ShortMonth", d.hour_then_date),
    ("(h|hora|horas) Number de? ShortMonth", d.sign_then_date),
    ("Weekday|Ordinal|Number feira", b.feira),
    ("(2a|3a|4a|5a|6a) e|ou|a|/ (2a|3a|4a|5a|6a)", b.two_feiras),
    ("Pair am", q.pair_before_noon),
    ("Pair pm", q.pair_past_noon),
    ("Clock|Number am", q.before_noon),
    ("Clock|Number pm", q.past_noon),
    ("Number a . m .?", q.before_noon),
    ("Number p . m .?", q.past_noon),
    ("Clock a . m .?", q.before_noon),
    ("Clock p . m .?", q.past_noon),
)
