"""From a message to its moments: cut it into pieces and let every layer of the grammar rewrite them."""

from __future__ import annotations

from atendeai.conversation.understanding.when.lexer import pieces_of
from atendeai.conversation.understanding.when.nodes import Piece
from atendeai.conversation.understanding.when.rules import LAYERS


def parse(text: str) -> list[Piece]:
    """The pieces of `text` once everything that can be read as a moment has become a node."""
    pieces = [Piece("[start]"), *pieces_of(text), Piece("[end]")]
    for layer in LAYERS:
        pieces = layer.rewrite(pieces)
    return pieces
