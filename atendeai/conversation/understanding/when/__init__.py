"""Understand *when* in a patient's words: a grammar of moments, read against the clinic's wall clock."""

from atendeai.conversation.understanding.when.document import when_document
from atendeai.conversation.understanding.when.reading import parse_when

__all__ = ["parse_when", "when_document"]
