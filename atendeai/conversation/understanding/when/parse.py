"""From a message to its moments: cut it into pieces and let every layer of the grammar rewrite them."""

from __future__ import annotations

from atendeai.conversation.understanding.model import Language
from atendeai.conversation.understanding.when.lexer import pieces_of
from atendeai.conversation.understanding.when.nodes import Piece
from atendeai.conversation.understanding.when.rules import LAYERS_OF


def parse(text: str, expected: Language = "pt") -> list[Piece]:
    """The pieces of `text` once everything that can be read as a moment has become a node.

    `expected` is the language of a text whose words do not tell.
    """
    tongue, inside = pieces_of(text, expected)
    pieces = [Piece("[start]"), *inside, Piece("[end]")]
    for layer in LAYERS_OF[tongue]:
        pieces = layer.rewrite(pieces)
    return pieces
