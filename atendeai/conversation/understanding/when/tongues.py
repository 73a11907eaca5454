"""Which language a message speaks of time in, told by its own words; Portuguese unless another is plain."""

from __future__ import annotations

from collections.abc import Mapping, Set

from msgspec import Struct

from atendeai.conversation.understanding.model import Language
from atendeai.conversation.understanding.when import english, spanish
from atendeai.conversation.understanding.when.grammar import RuleText
from atendeai.conversation.understanding.when.nodes import Node


class Tongue(Struct, frozen=True, eq=False):
    """`words` of the language in Portuguese, `ranked` words with a meaning of their own, `idioms` as rules.

    `marks` are words that speak for the language.
    """

    words: Mapping[str, str]
    ranked: Mapping[str, Node]
    idioms: tuple[RuleText, ...]
    marks: frozenset[str]


_ENGLISH_MARKS = (
    "i you my is it in on may march please have appointment doctor hello hi thanks clock quarter half past one later "
    "can could would will see dec aug sep feb apr oct sun sat mon wait sorry soon possible any there"
)
_SPANISH_MARKS = (
    "en una uno un quince catorce marzo mayo junio julio hola gracias buenos buenas turno cita usted es mi con soy "
    "tengo tienen cuanto posible igual perdon primera"
)
_PORTUGUESE_MARKS = (
    "nao amanha hoje ontem anteontem depois em um uma da das na nas nos ao aos pra pro pras quero queria gostaria "
    "posso pode voce tem terca quarta quinta sexta feira manha noite meia meio ate quem sao minha meu oi ola bom boa "
    "obrigado obrigada ou vem marcar consigo sem ja ai pela pelas"
)
# "dos semanas": the Portuguese "dos" stands before no feminine.
_SPANISH_PAIRS = (frozenset({"dos", "semanas"}), frozenset({"dos", "horas"}))
ENGLISH = Tongue(
    english.PLAIN | english.OTHERS, english.RANKED, english.IDIOMS, frozenset((*english.PLAIN, *_ENGLISH_MARKS.split()))
)
SPANISH = Tongue(
    spanish.PLAIN | spanish.OTHERS, spanish.RANKED, spanish.IDIOMS, frozenset((*spanish.PLAIN, *_SPANISH_MARKS.split()))
)
# A Portuguese message still understands a foreign word that is no word of its own.
PORTUGUESE = Tongue(spanish.PLAIN | english.PLAIN, {}, (), frozenset(_PORTUGUESE_MARKS.split()))

_TONGUES: dict[Language, Tongue] = {"pt": PORTUGUESE, "en": ENGLISH, "es": SPANISH}


def tongue_of(words: Set[str], expected: Language) -> Tongue:
    """The language of plain words; a tie or silence is the one expected, or else Portuguese."""
    scores = {name: 2 * len(words & tongue.marks) + (name == expected) for name, tongue in _TONGUES.items()}
    scores["es"] += 2 * any(pair <= words for pair in _SPANISH_PAIRS)
    return _TONGUES[max(scores, key=lambda name: scores[name])]
