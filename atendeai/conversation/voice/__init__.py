"""The clinic's own voice: formality, emoji and language; names as they are spoken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from msgspec import Struct

from atendeai.clinics.context import Personality
from atendeai.conversation.phrases import BOOKS, Book, Phrase
from atendeai.conversation.understanding.model import Language
from atendeai.conversation.voice.english import English
from atendeai.conversation.voice.portuguese import Portuguese
from atendeai.conversation.voice.spanish import Spanish
from atendeai.conversation.voice.speech import Speech, capital

__all__ = ["SPEECHES", "Speech", "Voice", "capital", "first_name", "is_kin", "without_title"]

SPEECHES: Mapping[Language, Speech] = {
    "pt": Portuguese(BOOKS["pt"]),
    "en": English(BOOKS["en"]),
    "es": Spanish(BOOKS["es"]),
}
_EMOJI = re.compile(r"[ \t]*[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50\uFE0F]+[ \t]*")
_TITLES = ("dona", "seu", "sr", "sra", "dr", "dra", "doutor", "doutora", "prof", "profa")
_KIN = re.compile(
    r"(?:m[ãa]e|mam[ãa]e|m[ãa]inha|pai|papai|painho|v[óô]|v[óo]v[óôo]|av[óôo]|tia|tio|madrinha|padrinho|esposa|marido"
    r"|mom|mum|mommy|dad|daddy|grandma|grandpa|mother|father|mam[áa]|pap[áa]|madre|padre|abuel[oa]|t[íi][oa])"
    r"(?: (?:d[aeo]s?|del|of)\b.*)?",
    re.IGNORECASE,
)
_GAPS = re.compile(r" {2,}")


class Voice(Struct, frozen=True):
    """Speaks the phrases as the clinic's personality would; `turn` rotates the wordings."""

    personality: Personality
    turn: int = 0
    language: Language = "pt"

    @property
    def book(self) -> Book:
        """All words of the language that is spoken."""
        return BOOKS[self.language]

    @property
    def speech(self) -> Speech:
        """Dates, times, money and names as that language says them."""
        return SPEECHES[self.language]

    def say(self, key: str, **facts: str) -> str:
        """One wording of a phrase, filled. A missing fact is a KeyError: a bug, not a gap in a sentence."""
        phrase = cast(Mapping[str, Phrase], self.book.sentences)[key]
        wordings = phrase.formal if self.personality.formality == "formal" else phrase.informal
        return self.dress(wordings[self.turn % len(wordings)].format(**facts))

    def once_more(self, text: str) -> str:
        """Words that were just said, said to be said again."""
        wordings = self.book.sentences["once_more"].informal
        return wordings[self.turn % len(wordings)] + text

    def dress(self, text: str) -> str:
        """Take out emoji where the clinic wants none, and the gaps they leave."""
        if not self.personality.emoji:
            text = _EMOJI.sub(" ", text)
        return _GAPS.sub(" ", "\n".join(line.strip(" ") for line in text.split("\n"))).strip()


def first_name(name: str | None) -> str:
    """The first name, if it looks like one ("dona maria silva" → "Maria"); a nickname of symbols gives ""."""
    word = "" if is_kin(name or "") else without_title(name or "").split(" ")[0]
    return word[:1].upper() + word[1:].lower() if word.isalpha() and len(word) > 1 else ""


def is_kin(name: str) -> bool:
    """Whether a profile names no person but whose mother or father it is ("Mãe do Theo")."""
    return _KIN.fullmatch(name.strip()) is not None


def without_title(name: str) -> str:
    """ "Dona Zilda Ramos" → "Zilda Ramos"."""
    return " ".join(word for word in name.split() if word.lower().rstrip(".") not in _TITLES)
