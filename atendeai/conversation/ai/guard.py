"""Whether two wordings say the same: what a change of tone can never need, and may therefore not bring in. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.ai.minimise import public_words
from atendeai.conversation.understanding.lexicon_health import EXAM_WORDS, SERVICES, SPECIALTIES, VISIT_WORDS
from atendeai.conversation.understanding.lexicon_names import GIVEN_NAMES, SURNAMES
from atendeai.conversation.understanding.lexicon_plans import PLANS
from atendeai.conversation.understanding.lexicon_words import COMMON_WORDS, vocabulary
from atendeai.conversation.understanding.normalise import fold

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PIECE = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"(?:^|[.!?…:\n])[\s\"'«“(¿¡*_\U0001f000-\U0001faff\u2600-\u27bf\ufe0f-]*$")
_CHARS = re.compile(r"https?|www|\*\*|__|[`#@%$€<>{}\[\]|\\]|\w\.\w", re.IGNORECASE)
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_JOINER = "\u200d"  # inside one emoji

# When, how many, how much, who: a fact wherever it stands.
_FACTS = vocabulary("""
    segunda terca quarta quinta sexta feira sabado domingo hoje amanha ontem anteontem janeiro fevereiro marco abril
    maio junho julho agosto setembro outubro novembro dezembro manha tarde noite madrugada meio meia semana fim mes ano
    monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight morning afternoon evening
    noon midnight week month lunes martes miercoles jueves viernes hoy ayer manana mediodia medianoche
    zero dois duas tres quatro cinco seis sete oito nove dez onze doze treze quatorze catorze quinze dezesseis dezessete
    dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento mil metade dobro
    two three four five six seven eight nine ten eleven twelve twenty thirty half hundred thousand
    dos cuatro ocho nueve diez once doce veinte treinta cien
    real reais centavo centavos pix cartao dinheiro boleto gratis gratuito gratuita gratuitamente desconto promocao
    parcela parcelas parcelado juros preco valor custa custo free discount price cost fee descuento precio gratuitos
    dr dra doutor doutora medico medica enfermeiro enfermeira doctor
    logo breve minuto minutos hora horas dia dias instante instantes prazo urgente imediatamente minute minutes hour
    hours day days soon sempre always nunca garantia garanto prometo promete promise guarantee
    jejum remedio remedios diagnostico tratamento receita exame exames resultado laudo fasting
""")
_DENIALS = vocabulary("nao nem nunca jamais sem nenhum nenhuma ninguem nada not never without none cannot dont doesnt")
# What only a receipt may claim, by what it claims.
_DONE = {
    "booked": r"(?:re)?(?:agend|marc|reserv|program|separ|guard)(?:ad[oa]s?|ei|ou|amos|aram)"
    r"|book(?:ed|ing)?|scheduled|reserved",
    "confirmed": r"confirm(?:ad[oa]s?|ei|ou|amos|aram|ed)|garantid[oa]s?|assegurad[oa]s?|certinh[oa]s?",
    "cancelled": r"(?:cancel|desmarc)(?:ad[oa]s?|ei|ou|amos|aram|led|ed)|liberad[oa]s?",
    "moved": r"(?:remarc|reagend|transfer)(?:ad[oa]s?|ei|ou|amos|aram|id[oa]s?)|moved|rescheduled",
    "done": r"pront[oa]s?|prontinh[oa]s?|feit[oa]s?|resolvid[oa]s?|combinad[oa]s?|fechad[oa]s?|conclu[ií]d[oa]s?"
    r"|done|all\ set|list[oa]|hech[oa]",
}
_RECEIPTS = {claim: re.compile(rf"\b(?:{words})\b") for claim, words in _DONE.items()}
# Acts that may be spoken of only where they were.
_ACTS = {
    "book": re.compile(r"\b(?:agend|marc|reserv|book|schedul)\w*"),
    "confirm": re.compile(r"\bconfirm\w*"),
    "cancel": re.compile(r"\b(?:cancel|desmarc)\w*"),
    "move": re.compile(r"\b(?:remarc|reagend|reschedul|transfer)\w*"),
    "call": re.compile(r"\b(?:lig(?:ar|o|amos|ue|aremos)|telefon\w*|avis\w*|cham\w*|retorn\w*)\b"),
}


def is_proper(text: str, word: re.Match[str]) -> bool:
    """Whether a word is written as a name: with a capital where no sentence begins, or known as one."""
    plain = fold(word.group())
    if not word.group()[0].isupper():
        return False
    return plain in GIVEN_NAMES or plain in SURNAMES or _OPENS.search(text[: word.start()]) is None


_SHORT = 3  # letters of a word that may name something, and need not


def _health_words() -> frozenset[str]:
    """Words of services, specialties and plans, whether this clinic has them or not."""
    tables = (SERVICES, SPECIALTIES, PLANS)
    words = {word for table in tables for told in table.values() for word in _PIECE.findall(fold(told))}
    return frozenset(word for word in words if len(word) > _SHORT)


_HEALTH = _health_words()
_HARMLESS = COMMON_WORDS | VISIT_WORDS | EXAM_WORDS


def clinic_words(context: ClinicContext) -> frozenset[str]:
    """What a reply may only name where it did: this clinic's services, people, plans and places, and all others'."""
    clinic = context.clinic
    places = f"{clinic.name} {clinic.address} {clinic.city}"
    methods = " ".join(method.name for method in context.payment.methods)
    told = public_words(context) | frozenset(_PIECE.findall(fold(f"{places} {methods}")))
    return (frozenset(word for word in told if len(word) > _SHORT) | _HEALTH) - _HARMLESS


def changes_nothing(local: str, polished: str, named: frozenset[str]) -> bool:
    """Whether `polished` brings in nothing that `local` does not say; facts are left out of both as ⟦⟧.

    `named` are words that name something (see `clinic_words`). Rather wrong than sorry: no is always safe.
    """
    return (
        _looks_plain(local, polished)
        and polished.count("?") == local.count("?")
        and _brings_no_word(local, polished, named)
        and _claims_no_more(fold(local), fold(polished))
    )


def _looks_plain(local: str, polished: str) -> bool:
    length = len(polished)
    if not len(local) // 2 <= length <= max(len(local) * 3 // 2, len(local) + 80):
        return False
    if _CHARS.search(polished) and not _CHARS.search(local):
        return False
    if polished.count("\n") > local.count("\n") + 1:
        return False
    return not any(_is_odd(char) for char in polished)


def _is_odd(char: str) -> bool:
    if char in ("\n", _JOINER):
        return False
    return char.isnumeric() or unicodedata.category(char) in _INVISIBLE


def _brings_no_word(local: str, polished: str, named: frozenset[str]) -> bool:
    before, after = _counted(local), _counted(polished)
    weighty = _FACTS | named | GIVEN_NAMES | SURNAMES
    if any(count > before[word] for word, count in after.items() if word in weighty):
        return False
    if sum(before[word] for word in _DENIALS) != sum(after[word] for word in _DENIALS):
        return False
    return all(fold(word.group()) in before for word in _WORD.finditer(polished) if is_proper(polished, word))


def _counted(text: str) -> Counter[str]:
    """Words as they stand and their pieces ("quarta-feira"), folded."""
    words = [fold(word) for word in _WORD.findall(text)]
    return Counter([*words, *(piece for word in words if not word.isalpha() for piece in _PIECE.findall(word))])


def _claims_no_more(local: str, polished: str) -> bool:
    receipts = all(len(claim.findall(polished)) <= len(claim.findall(local)) for claim in _RECEIPTS.values())
    return receipts and all(not act.search(polished) or act.search(local) for act in _ACTS.values())
