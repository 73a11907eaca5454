"""The grammar of moments: layers of rules, each reading what the layers before it built. No clock here, only words.

A pattern sees contractions opened and articles gone: "na sexta" is `no sexta`, "das 9 às 11" is `de as 9 as 11`.
"""

from __future__ import annotations

from atendeai.conversation.understanding.when import nodes
from atendeai.conversation.understanding.when.grammar import Layer, RuleText
from atendeai.conversation.understanding.when.nodes import Node
from atendeai.conversation.understanding.when.rules_asides import ASIDES, COUNTS, NUMERALS
from atendeai.conversation.understanding.when.rules_days import DAYS, LEANING, PERIODS
from atendeai.conversation.understanding.when.rules_hours import HOURS, PARTS
from atendeai.conversation.understanding.when.rules_wishes import SPANS, TONE
from atendeai.conversation.understanding.when.tongues import ENGLISH, PORTUGUESE, SPANISH, Tongue
from atendeai.conversation.understanding.when.vocabulary import VOCABULARY

_KINDS = {name: kind for name, kind in vars(nodes).items() if isinstance(kind, type) and issubclass(kind, Node)}


def _layer(rules: tuple[RuleText, ...]) -> Layer:
    return Layer(rules, VOCABULARY, _KINDS)


LAYERS: tuple[Layer, ...] = tuple(
    _layer(rules) for rules in (COUNTS, ASIDES, NUMERALS, HOURS, PARTS, PERIODS, DAYS, LEANING, SPANS, TONE)
)
# What a language says in its own way comes before all of these.
LAYERS_OF: dict[Tongue, tuple[Layer, ...]] = {
    PORTUGUESE: LAYERS,
    **{tongue: (_layer(tongue.idioms), *LAYERS) for tongue in (ENGLISH, SPANISH)},
}
