"""Single values as people write them: text, yes and no, spans of time, money, dates. Pure; raises Unreadable."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from atendeai.clinics.document.place import Unreadable
from atendeai.clinics.document.words import fold, key, label, plain, printable

DEEPEST = 6
MOST = 10**9  # minutes, cents, counts: beyond it somebody leaned on the keyboard

YES = set(
    "true sim s yes y ativo ativa active enabled habilitado aceito aceita permitido permitida alto alta high "
    "medio media medium moderado moderada disponivel available sempre frequente obrigatorio necessario".split()
)
NO = set(
    "false nao n no off inativo inativa inactive disabled desativado desabilitado baixo baixa low none nenhum "
    "nenhuma nunca never indisponivel proibido suspenso".split()
)
SWITCHES = ("enabled", "ativo", "active", "aceito", "accepted", "disponivel", "available", "habilitado")


def number_text(value: float) -> str:
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def text(value: Any, depth: int = 0) -> str | None:
    """Anything as one line of Portuguese; nothing is lost but the nesting. None when there is nothing."""
    if value is None or depth > DEEPEST:
        return None
    if isinstance(value, bool):
        return "sim" if value else "não"
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, Mapping):
        said = ((label(str(name)), text(held, depth + 1)) for name, held in value.items())
        return "; ".join(f"{name}: {held}" for name, held in said if held) or None
    if isinstance(value, list):
        return "; ".join(part for item in value if (part := text(item, depth + 1))) or None
    return printable(str(value)).strip() or None


def written(value: Any) -> str | None:
    """Text that a person wrote; objects and lists are no text here."""
    if isinstance(value, Mapping | list | bool):
        raise Unreadable("Expected text", severity="error")
    return text(value)


def name(value: Any) -> str | None:
    """A name: text, or the name inside an object."""
    if isinstance(value, Mapping):
        for field in ("name", "nome", "nome_completo", "nome_exibicao", "titulo", "title", "tipo", "id", "descricao"):
            if isinstance(value.get(field), str):
                return text(value[field])
    return written(value)


def names(value: Any) -> list[str] | None:
    """A list of names; one text may hold several, between commas, semicolons or lines."""
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[,;\n|]", printable(value)) if part.strip()]
    if isinstance(value, Mapping):  # {"cardiologia": true, "pediatria": false}
        if value and all(isinstance(held, bool) for held in value.values()):
            return [label(str(field)) for field, held in value.items() if held]
        value = [value] if any(field in value for field in ("name", "nome", "id")) else list(value.values())
    entries = value if isinstance(value, list) else [value]
    return [one for entry in entries if (one := name(entry))]


def contacts(value: Any) -> list[str] | None:
    """Telephones or e-mail addresses: text, a list, or an object whose values are such."""
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[,;\n|/]| ou ", printable(value)) if part.strip()]
    if isinstance(value, Mapping):
        field = next((f for f in ("numero", "number", "telefone", "phone", "email", "endereco") if f in value), None)
        value = [value[field]] if field else list(value.values())
    entries = value if isinstance(value, list) else [value]
    return [one for entry in entries for one in (contacts(entry) if isinstance(entry, Mapping) else [written(entry)]) or [] if one]


def flag(value: Any) -> bool | None:
    """Yes or no, in either language, as a level ("low" is no, "medium" and "high" are yes) or a switch."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float) and value in (0, 1):
        return bool(value)
    if isinstance(value, Mapping):
        folded = {key(str(field)): held for field, held in value.items()}
        inner = next((folded[field] for field in SWITCHES if field in folded), None)
        if inner is not None:
            return flag(inner)
    if isinstance(value, str):
        words = fold(value).split()
        if not words:
            return None
        if words[0] in YES or words[0] in NO:
            return words[0] in YES
        if words[0] in ("0", "1"):
            return words[0] == "1"
    raise Unreadable("Expected yes or no", "Write true or false")


def whole(value: Any) -> int | None:
    """A count; the first number of a text counts."""
    if isinstance(value, str):
        found = re.search(r"-?\d+", value)
        if found is None:
            raise Unreadable(f"No number in {value!r}") if value.strip() else Unreadable("Expected a number")
        value = int(found[0][:12])
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > MOST:
        raise Unreadable("Expected a number", severity="error")
    if value != int(value):
        raise Unreadable(f"Expected a whole number, not {value}")
    return int(value)


def decimal(value: Any) -> float | None:
    """A coordinate."""
    if isinstance(value, str):
        try:
            value = float(value.strip().replace(",", "."))
        except ValueError:
            raise Unreadable(f"Expected a number, not {value!r}") from None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= 180:
        raise Unreadable("Expected degrees between -180 and 180")
    return float(value)


_UNITS = {"mi": 1, "ho": 60, "hr": 60, "di": 1440, "da": 1440, "se": 10080, "we": 10080, "me": 43200, "mo": 43200, "an": 525600, "ye": 525600}  # fmt: skip
_LETTERS = {"m": 1, "h": 60, "hs": 60, "d": 1440}
_COUNTS = {"um": 1, "uma": 1, "one": 1, "dois": 2, "duas": 2, "two": 2, "tres": 3, "meia": 0.5, "quatro": 4, "cinco": 5}
_SPAN = re.compile(
    r"(?P<count>\d{1,9}(?:[.,]\d{1,3})?|\b(?:" + "|".join(_COUNTS) + r")\b)\s*"
    r"(?P<unit>minutos?|minutes?|mins?|m|horas?|hours?|hrs?|hs?|dias?|days?|d|semanas?|weeks?|mes|meses|months?|anos?|years?)(?![a-z])"
    r"(?:(?P<tight>\d{2})(?!\d)|\s*(?:e\s*)?(?P<apart>\d{1,2})\s*min)?"
)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")


def span(value: Any, unit: int) -> float:
    """Minutes in a stretch of time; a bare number is in `unit` minutes."""
    if isinstance(value, Mapping):
        folded = {key(str(field)): held for field, held in value.items()}
        count = next((folded[f] for f in ("valor", "value", "quantidade", "amount", "tempo") if f in folded), None)
        value = f"{text(count)} {text(folded.get('unidade') or folded.get('unit')) or ''}" if count is not None else ""
    if isinstance(value, str):
        return _span_in(plain(value), unit)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or abs(value) > MOST:
        raise Unreadable("Expected a stretch of time", 'Write a number, or text such as "30 minutos"')
    return value * unit


def _span_in(said: str, unit: int) -> float:
    if found := _SPAN.search(said):
        count = _COUNTS.get(found["count"]) or float(found["count"].replace(",", "."))
        worth = _LETTERS.get(found["unit"]) or _UNITS[found["unit"][:2]]
        return count * worth + int(found["tight"] or found["apart"] or 0)
    if found := _CLOCK.fullmatch(said.strip()):
        return int(found[1]) * 60 + int(found[2])
    if found := re.search(r"-?\d{1,9}(?:[.,]\d{1,3})?", said):
        return float(found[0].replace(",", ".")) * unit
    raise Unreadable("No stretch of time is said here", 'Write a number, or text such as "30 minutos"')


def minutes(value: Any) -> int:
    return math.ceil(span(value, 1))


def hours(value: Any) -> int:
    return math.ceil(span(value, 60) / 60)


def hours_from_days(value: Any) -> int:
    return math.ceil(span(value, 1440) / 60)


def days(value: Any) -> int:
    return math.ceil(span(value, 1440) / 1440)


def days_from_months(value: Any) -> int:
    return math.ceil(span(value, 43200) / 1440)


_MONEY = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|-?\d+(?:[.,]\d{1,2})?(?!\d)")


def cents(value: Any) -> int | None:
    """Cents of an amount in reais: 150, 150.5, "R$ 1.250,00", "grátis"; None when no amount is said."""
    if isinstance(value, str):
        found = _MONEY.search(value)
        if found is None:
            return 0 if fold(value).split()[:1] in (["gratis"], ["gratuito"], ["gratuita"], ["free"]) else None
        amount = found[0]
        grouped = "," in amount or amount.count(".") > 1 or re.fullmatch(r"-?\d{1,3}\.\d{3}", amount)
        value = amount.replace(".", "").replace(",", ".") if grouped else amount
    try:
        exact = Decimal(str(value)) * 100
    except InvalidOperation:
        raise Unreadable("Expected an amount in reais", severity="error") from None
    if isinstance(value, bool) or not exact.is_finite() or not 0 <= exact <= MOST:
        raise Unreadable("Expected an amount in reais, not less than zero", severity="error")
    return int(exact.to_integral_value())


_MONTHS = "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro".split()


def day(value: Any) -> str | None:
    """`YYYY-MM-DD`, or `MM-DD` where no year is said: ISO, 25/12, 25/12/2027, "25 de dezembro"."""
    if not isinstance(value, str):
        raise Unreadable("Expected a date", "Write YYYY-MM-DD", "error")
    said = plain(value).strip()
    if iso := re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:t.*)?$", said):
        return f"{iso[1]}-{int(iso[2]):02}-{int(iso[3]):02}"
    if short := re.fullmatch(r"(\d{2})-(\d{2})", said):
        return f"{short[1]}-{short[2]}"
    if slashed := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?", said):
        return (f"{slashed[3]}-" if slashed[3] else "") + f"{int(slashed[2]):02}-{int(slashed[1]):02}"
    if spoken := re.fullmatch(r"(\d{1,2})[ºo°]? de ([a-z]+)(?: de (\d{4}))?", said):
        if spoken[2] in _MONTHS:
            month = _MONTHS.index(spoken[2]) + 1
            return (f"{spoken[3]}-" if spoken[3] else "") + f"{month:02}-{int(spoken[1]):02}"
    raise Unreadable(f"No date: {printable(value)!r}", "Write YYYY-MM-DD", "error")


_LANGUAGES = {"portugues": "pt-BR", "pt": "pt-BR", "portuguese": "pt-BR", "pt br": "pt-BR", "ingles": "en", "english": "en", "espanhol": "es", "spanish": "es"}  # fmt: skip


def languages(value: Any) -> list[str] | None:
    said = names(value) or []
    return [_LANGUAGES.get(fold(one)) or _LANGUAGES.get(fold(one).split(" ")[0], one) for one in said] or None


def formality(value: Any) -> str | None:
    """`formal` or `informal`; a middling level is the Brazilian "você", hence informal."""
    said = f" {fold(text(value) or '')} "
    if any(word in said for word in ("inform", "descontra", " baix", " low ", "casual", " friendly ")):
        return "informal"
    if any(word in said for word in ("formal", " alt", " high ")):
        return "formal"
    if any(word in said for word in (" medi", " moderad", " normal ", " neutr")):
        return "informal"
    raise Unreadable("The level of formality is not understood", 'Write "formal" or "informal"')


STATES = {
    "acre": "AC", "alagoas": "AL", "amapa": "AP", "amazonas": "AM", "bahia": "BA", "ceara": "CE",
    "distrito federal": "DF", "espirito santo": "ES", "goias": "GO", "maranhao": "MA", "mato grosso": "MT",
    "mato grosso do sul": "MS", "minas gerais": "MG", "para": "PA", "paraiba": "PB", "parana": "PR",
    "pernambuco": "PE", "piaui": "PI", "rio de janeiro": "RJ", "rio grande do norte": "RN",
    "rio grande do sul": "RS", "rondonia": "RO", "roraima": "RR", "santa catarina": "SC", "sao paulo": "SP",
    "sergipe": "SE", "tocantins": "TO",
}  # fmt: skip


def state(value: Any) -> str | None:
    """The two letters of a Brazilian state, from them or from its name."""
    said = written(value)
    if said is None:
        return None
    if said.upper() in STATES.values():
        return said.upper()
    if fold(said) in STATES:
        return STATES[fold(said)]
    raise Unreadable(f"No Brazilian state: {said!r}", "Write its two letters, such as SC")


def sentence(said: str) -> str:
    return said if said.endswith((".", "!", "?", ":", ";")) else f"{said}."


def joined(first: str | None, more: list[str]) -> str:
    """Sentences in one text, after what is already said."""
    return " ".join([sentence(first), *more] if first else more)
