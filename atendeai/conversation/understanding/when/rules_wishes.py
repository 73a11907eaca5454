"""The last layers of the grammar: stretches of days and hours, what is ruled out, what is corrected, and the tense."""

from __future__ import annotations

from atendeai.conversation.understanding.when import build as b
from atendeai.conversation.understanding.when import build_hours as h
from atendeai.conversation.understanding.when import build_stretches as s
from atendeai.conversation.understanding.when.grammar import RuleText
from atendeai.conversation.understanding.when.nodes import Aside, Correction, Excluded, PastTense, Wish

_DAY = "Day|Period"
# From one to the other, and open at one end.
SPANS: tuple[RuleText, ...] = (
    (", nao ,", b.constant(Correction())),
    ("? nao ,", b.constant(Correction())),
    ("Clock ou Number", h.hour_or),
    ("Clock ,? ou? melhor|alias|digo|desculpa ,? as? Number|Clock", h.second_hour),
    ("DayNumber ,? ou? melhor|alias|digo|desculpa ,? dia? Number", s.second_day_number),
    ("DayNumber , nao , dia? Number", s.second_day_number),
    ("Number $or DayMonth", s.day_joins_month),
    ("Number $or DayNumber", s.day_joins_month),
    ("de|desde|entre? dia|dias? Number|Ordinal a|ate|- DayMonth|DayNumber", s.number_to_day),
    ("entre dia|dias? Number e DayMonth|DayNumber", s.number_to_day),
    ("de|desde|entre? DayNumber|DayMonth a|ate|-|e Number", s.day_to_number),
    (f"entre {_DAY} e|a|ate {_DAY}", s.days_between),
    (f"de|desde {_DAY} a|ate|- {_DAY}", s.days_between),
    (f"{_DAY} a|ate|- {_DAY}", s.days_between),
    ("no|o? mais tardar as? Clock", h.until_hour),
    ("entre as? Clock|Number e|as|a|ate|- as? Clock|Number $hours?", h.hours_between),
    ("de as? Clock|Number as|a|ate|- as? Clock|Number $hours?", h.hours_between),
    ("as Clock as|ate|a|- as? Clock|Number", h.hours_between),
    ("Clock + Clock", h.zoned),
    ("Clock as|a|ate|-|to as? Clock|Number", h.hours_between),
    ("Number as|a|ate|- Clock", h.hours_between),
    ("a partir de as? Clock ate|as|a as? Clock|Number", h.hours_between),
    ("a partir de as? Clock", h.from_hour),
    ("a partir de Number", h.from_number),
    ("de? as? Clock em diante|frente", h.from_hour),
    ("de? as? Clock para frente|cima", h.from_hour),
    ("saio|saindo|largo de? trabalho|servico|escola|aula? as? Clock", h.from_hour),
    ("desde de|a? as? Clock", h.since_hour),
    ("desde de|a? Part", h.since_part),
    ("depois|apos|passado de|a? as? Clock", h.from_hour),
    ("antes|ate de? no? maximo? as? Clock", h.until_hour),
    (f"a partir de {_DAY} ate|a {_DAY}", s.days_between),
    (f"a partir de {_DAY}", s.from_day),
    (f"de? {_DAY} em diante|frente", s.from_day),
    (f"de? {_DAY} para frente", s.from_day),
    (f"depois|apos|passado de|a? {_DAY}", s.after),
    (f"antes de? {_DAY} as? Clock", s.before),
    (f"antes de? {_DAY}", s.before),
    (f"ate no? maximo? {_DAY} as? Clock", s.until),
    (f"ate no? maximo? {_DAY}", s.until),
    (f"no? mais tardar {_DAY}", s.until),
    (f"desde {_DAY}", s.since),
    ("depois de Amount", b.ahead_of_now),
)

_MOMENT = "Day|Period|Part|Clock|ClockSpan|Weekdays"
_HOUR = "Part|Clock|ClockSpan"
_AT = "em|no|de|a|por|para? as?"
_STOP = "[end]|,|.|!|;"


def _listed(length: int) -> str:
    """ "segunda, terça e quarta": so many moments in a row."""
    return f" $or|,|nem {_AT} ".join([_MOMENT] * length)


_TO_VISIT = "a|em|no|para? minha? consulta|exame|retorno|sessao|medico?"
# Ways to say that one cannot, before the moment and after it.
_CANNOT = (
    f"nao $cannot $come? $come? {_TO_VISIT} {_AT}",
    f"nao vou|irei|vai $come $come? {_TO_VISIT} {_AT}",
    f"nao tenho|tem como|disponibilidade|tempo|jeito de? $come? {_AT}",
    f"nao estou|estarei|vou|estar estar? em|no? disponivel|livre|aqui|cidade|casa? {_AT}",
    f"nao seja|pode|podia $come? {_AT}",
    f"so|mas|e nao $cannot? pode? $come? {_AT}",
    f"vou? estou|estarei|estar viajando|trabalhando|ocupado|ocupada {_AT}",
    f"impossivel|evitar|evita|evite|evitando $come? {_AT}",
)
_BUSY = "trabalho|estudo"
_ENGAGED = "compromisso|reuniao|aula|prova|trabalho|plantao|viagem|faculdade|curso|escola"
_HARD = "ruim|complicado|dificil|apertado|corrido|impossivel|pessimo|horrivel|inviavel"
_UNABLE = (
    "eu? tambem? nao vai|vou dar|rolar|ser|poder|conseguir",
    "eu? tambem? nao $cannot|rola|irei|estou|estarei|tenho|serve|work|works|funciona",
    f"e|fica|esta|ta|vai|seria muito? ficar? {_HARD}",
    f"eu? {_BUSY}",
    f"eu? tenho um|uma|outro|outra? {_ENGAGED}",
    "eu? estou|estarei|vou ocupado|ocupada|viajando|trabalhando|viajar|trabalhar",
)
_DAYS = "Day|Period|Weekdays"
# A journey is why a patient hurries; the day it begins is not the one wished for.
_TRAVEL = (
    "viajo|viajarei|viajamos|embarco|embarcamos|travel|traveling|travelling",
    "vou|vamos a? viajar|embarcar",
    "vou de viagem|viaje",
)
_MUST = ",? entao? tem|precisa|preciso|pode|quero|so? que? ser|marcar|vir?"
_UNINSURED = (
    "eu? tambem? nao posso|vou|quero? tenho|tengo|have|usar|com? o|nenhum|mais|um? plano|convenio|seguro|insurance"
)

# What is ruled out, what replaces what, and which way the verbs look.
TONE: tuple[RuleText, ...] = (
    # "Não pode ser quinta?", "amanhã não dá?" ask for it.
    (f"nao pode|da|tem|consegue para? $come? {_AT} {_MOMENT} ?", s.asked),
    (f"{_MOMENT} nao $cannot $come? ?", s.asked),
    (f"nem {_AT} {_MOMENT}", Excluded),
    *((f"$except|fora {_AT} {_listed(length)}", s.all_excluded) for length in (5, 4, 3, 2)),
    (f"$except|fora {_AT} Day|Period {_AT} {_HOUR}", s.day_excluded),
    (f"$except|fora {_AT} {_MOMENT}", Excluded),
    (f"sem ser {_AT} {_MOMENT}", Excluded),
    ("$except dias|dia? Number , Number $or Number", s.numbers_excluded),
    ("$except dias|dia? Number $or Number", s.numbers_excluded),
    ("nao ClockSpan|Stretch", s.far_side_excluded),
    ("viajo|viajarei|viajamos Day|Period e|,? volto|retorno|chego no? Day|Period", s.away),
    *((f"{travel} {_AT} {_DAYS} {_MUST} antes ({_STOP})", s.before_travel) for travel in _TRAVEL),
    *((f"{travel} {_AT} {_DAYS} {_AT} {_HOUR}", b.constant(Aside())) for travel in _TRAVEL),
    *((f"{travel} para? {_AT} {_DAYS}", b.constant(Aside())) for travel in _TRAVEL),
    *((f"{travel} para _ {_AT} {_DAYS}", b.constant(Aside())) for travel in _TRAVEL),
    (f"Day|Period eu? {_TRAVEL[0]} {_AT} {_DAYS}", s.first_of_two),
    (f"Day eu? {_TRAVEL[0]}", Excluded),
    (f"Period eu? {_TRAVEL[0]}", b.constant(Aside())),
    (f"{_DAYS} (e|ou) {_AT} {_DAYS} {_UNINSURED}", s.uninsured),
    (f"{_MOMENT} {_UNINSURED}", s.uninsured),
    *((f"{cannot} {_listed(length)}", s.all_excluded) for cannot in _CANNOT for length in (3, 2)),
    *((f"{cannot} Day|Period {_AT} {_HOUR}", s.hour_excluded_on) for cannot in _CANNOT),
    *((f"{cannot} {_MOMENT}", Excluded) for cannot in _CANNOT),
    (f"nao e|era|eram {_AT} {_MOMENT} ({_STOP}|e|mas)", s.excluded_before),
    (f"e nao {_AT} {_MOMENT}", Excluded),
    (f"Day|Period eu? {_BUSY} {_AT} {_HOUR}", s.hour_excluded_on),
    *((f"{_DAYS} e|ou|nem {_AT} {_DAYS} {unable}", s.all_excluded) for unable in _UNABLE),
    *((f"{_MOMENT} {unable}", Excluded) for unable in _UNABLE),
    (f"{_MOMENT} eu? tambem? nao ({_STOP})", s.excluded_before),
    (f"{_BUSY} todo|toda? dia? {_AT} {_MOMENT}", Excluded),
    ("ou melhor", b.constant(Correction())),
    ("quer dizer", b.constant(Correction())),
    ("no verdade", b.constant(Correction())),
    ("melhor dizendo", b.constant(Correction())),
    ("$correction", b.constant(Correction())),
    ("estarei|estou|estaremos|estar fora", b.constant(Aside())),
    (
        "foi|fui|ficou|ta|esta|estava marcado|marcada|agendado|agendada|remarcado|remarcada|confirmado",
        b.constant(Aside()),
    ),
    ("$past_verb", b.constant(PastTense())),
    ("$wish_verb", b.constant(Wish())),
)
