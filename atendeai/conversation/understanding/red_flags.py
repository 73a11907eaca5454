"""The emergency screen: finds signs that cannot wait, rather one too many than one too few."""

from __future__ import annotations

from bisect import insort
from functools import lru_cache

from atendeai.conversation.understanding.lexicon_names import GIVEN_NAMES
from atendeai.conversation.understanding.lexicon_red_flag_signs import SIGNS
from atendeai.conversation.understanding.lexicon_red_flags import NOTIONS
from atendeai.conversation.understanding.measures import measures
from atendeai.conversation.understanding.notions import Mark, Marks, Notions, Sighting, Signs, near
from atendeai.conversation.understanding.words import Words, read

# The gravest first, when a message names several.
_GRAVITY = ("unconscious", "stroke", "breathing", "allergic", "chest_pain", "bleeding", "self_harm", "other")
_NOTIONS = Notions({**NOTIONS, "person": " ".join((NOTIONS["person"], *sorted(GIVEN_NAMES)))})
_SIGNS = Signs(sorted(SIGNS, key=lambda row: _GRAVITY.index(row[0])))


@lru_cache(maxsize=1024)
def red_flag(text: str) -> str | None:
    """The label of the gravest sign in `text` (see `Understanding.red_flag`), or None."""
    return screen(read(text))


def screen(words: Words) -> str | None:
    """`red_flag` of a message already read."""
    marks = _NOTIONS.marks(words)
    for name, start, end in measures(words.tokens):
        insort(marks.setdefault(name, []), Mark(start, end))
    sentences = _sentences(words)
    message = _Message(marks, sentences)
    return next((seen.sign.label for seen in _SIGNS.sightings(marks, sentences) if not message.excuses(seen)), None)


class _Message:
    """What a message says besides its signs; nothing reaches over the end of a sentence but laughter."""

    def __init__(self, marks: Marks, sentences: list[tuple[int, int]]) -> None:
        self._marks = marks
        self._sentences = sentences

    def excuses(self, seen: Sighting) -> bool:
        """Whether the words around a sign speak of the past, of a service, or only in figures."""
        kinds = seen.sign.kinds
        if self._says(seen, "idiom", before=3, after=2) or ("mortal" in kinds and self._says(seen, "idle", after=2)):
            return True
        if seen.sign.label == "self_harm":
            return False  # whoever speaks of ending their life is heard, whatever else the sentence says
        if self._figures(seen) or ("felt" in kinds and self._says(seen, "over", after=8)):
            return True
        return not self._says(seen, "present", before=3, after=3) and self._elsewhere(seen)

    def _figures(self, seen: Sighting) -> bool:
        """Whether it is a manner of speaking ("quase infartei com o preço"), or an animal's sign."""
        if self._leads(seen, "animal", before=3) and not self._says(seen, "person", "child"):
            return True
        return "figure" in seen.sign.kinds and (self._laughs(seen) or self._says(seen, "cause", before=4, after=6))

    def _laughs(self, seen: Sighting) -> bool:
        """Whether the message laughs at the writer's own plight; who cannot breathe may laugh from fright."""
        own = not self._says(seen, "person", before=4, after=4)
        return own and "laugh" in self._marks and seen.sign.label != "breathing"

    def _elsewhere(self, seen: Sighting) -> bool:
        """Whether the sign lies in another time or life, or in a question about the service."""
        kinds = seen.sign.kinds
        if self._leads(seen, "service", before=5) or self._says(seen, "past", "past_year", before=8, after=8):
            return True
        if self._says(seen, "at_age", after=5) or ("dead" not in kinds and self._says(seen, "died", before=3, after=3)):
            return True
        if "event" not in kinds:
            return False
        whom = self._says(seen, "asked_whom", after=4) and not self._says(seen, "person")
        lasting = self._says(seen, "lasting", before=8, after=8) and not self._says(seen, "loyal", before=12, after=12)
        return whom or lasting or self._says(seen, "recent", "follow_up", before=8, after=8)

    def _says(self, seen: Sighting, *names: str, before: int = 0, after: int = 0) -> bool:
        """Whether a notion is told within the sign or so many words around it, in its own sentences."""
        before = min(before, seen.start - self._sentences[seen.start][0])
        after = min(after, self._sentences[seen.end - 1][1] - seen.end)
        return any(near(self._marks, name, seen.start, seen.end, before=before, after=after) for name in names)

    def _leads(self, seen: Sighting, name: str, *, before: int) -> bool:
        """Whether a notion is told so many words before the sign, in its sentence."""
        before = min(before, seen.start - self._sentences[seen.start][0])
        return near(self._marks, name, seen.start, seen.start, before=before, after=0)


def _sentences(words: Words) -> list[tuple[int, int]]:
    """For each token, where its sentence starts and ends."""
    bounds: dict[int, tuple[int, int]] = {}
    for clause in words.clauses:
        start, _ = bounds.get(clause.sentence, (clause.start, clause.end))
        bounds[clause.sentence] = (start, clause.end)
    return [bounds[clause.sentence] for clause in words.clauses for _ in range(clause.start, clause.end)]
