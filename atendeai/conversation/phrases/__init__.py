"""What the receptionist says, in every language that it speaks; emoji are taken out for clinics that want none."""

from __future__ import annotations

from collections.abc import Mapping

from atendeai.conversation.phrases.book import Book, Fragments, Labels, Phrase
from atendeai.conversation.phrases.english import ENGLISH
from atendeai.conversation.phrases.portuguese import PORTUGUESE
from atendeai.conversation.phrases.spanish import SPANISH
from atendeai.conversation.understanding.model import Language

__all__ = ["BOOKS", "Book", "Fragments", "Labels", "Phrase"]

BOOKS: Mapping[Language, Book] = {"pt": PORTUGUESE, "en": ENGLISH, "es": SPANISH}
