"""Single values as people write them: text, names, yes and no, counts, levels. Pure; raises Unreadable."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from atendeai.clinics.document.place import Unreadable
from atendeai.clinics.document.words import fold, key, label, printable, spellings

DEEPEST = 6
MOST = 10**9  # minutes, cents, counts: beyond it somebody leaned on the keyboard

YES = frozenset(
    spellings(
        "true sim s yes y ativo ativa active enabled habilitado aceito aceita permitido permitida alto alta "
        "high medio media medium moderado moderada disponivel available sempre frequente obrigatorio "
        "necessario"
    )
)
NO = frozenset(
    spellings(
        "false nao n no off inativo inativa inactive disabled desativado desabilitado baixo baixa low none "
        "nenhum nenhuma nunca never indisponivel proibido suspenso"
    )
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
    return [
        one
        for entry in entries
        for one in (contacts(entry) if isinstance(entry, Mapping) else [written(entry)]) or []
        if one
    ]


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


_LANGUAGES = {
    "portugues": "pt-BR",
    "pt": "pt-BR",
    "portuguese": "pt-BR",
    "pt br": "pt-BR",
    "en": "en",
    "ingles": "en",
    "english": "en",
    "es": "es",
    "espanhol": "es",
    "espanol": "es",
    "castellano": "es",
    "castelhano": "es",
    "spanish": "es",
}


def languages(value: Any) -> list[str] | None:
    """Tags of languages, by tag or name, in their order; a name that is unknown stays as it is."""
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
    "acre": "AC",
    "alagoas": "AL",
    "amapa": "AP",
    "amazonas": "AM",
    "bahia": "BA",
    "ceara": "CE",
    "distrito federal": "DF",
    "espirito santo": "ES",
    "goias": "GO",
    "maranhao": "MA",
    "mato grosso": "MT",
    "mato grosso do sul": "MS",
    "minas gerais": "MG",
    "para": "PA",
    "paraiba": "PB",
    "parana": "PR",
    "pernambuco": "PE",
    "piaui": "PI",
    "rio de janeiro": "RJ",
    "rio grande do norte": "RN",
    "rio grande do sul": "RS",
    "rondonia": "RO",
    "roraima": "RR",
    "santa catarina": "SC",
    "sao paulo": "SP",
    "sergipe": "SE",
    "tocantins": "TO",
}


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
