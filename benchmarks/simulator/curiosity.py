"""Questions that patients ask instead of an answer, or along with one."""

from __future__ import annotations

from atendeai.clinics.context import ClinicContext
from benchmarks.simulator.speech import Line, Speech

SMALL_TALK = ("price", "address", "parking", "hours", "plans", "preparation", "team", "payment")
MOST = 3  # questions of a curious persona in one conversation


class Curiosity:
    """What one patient still wants to know: the questions of their errand, and those of their nature."""

    def __init__(self, speech: Speech, context: ClinicContext, topics: tuple[str, ...]) -> None:
        self._speech, self._context = speech, context
        self._topics = list(topics)
        self._left = MOST if speech.persona.asks or speech.persona.asks_along else 0

    def begins(self, topics: tuple[str, ...]) -> None:
        """Another errand, with questions of its own."""
        self._topics = list(topics)

    def next_question(self, service_id: str | None) -> Line | None:
        """The errand's next question by itself, None when all were asked."""
        return self._speech.send(self._question(self._topics.pop(0), service_id)) if self._topics else None

    def aside(self, service_id: str | None, *, last_chance: bool) -> Line | None:
        """A question in the middle, now or later; `last_chance`: there will be no later."""
        if self._topics and (last_chance or self._speech.chance(0.5)):
            return self._put(self._topics.pop(0), service_id)
        if self._left and self._speech.chance(self._speech.persona.asks):
            self._left -= 1
            return self._put(self._speech.rng.choice(SMALL_TALK), service_id)
        return None

    def along(self, lines: list[Line], service_id: str | None) -> list[Line]:
        """An answer and a question in one message."""
        fits = self._left and len(lines) == 1 and lines[0].tapped is None and lines[0].text[-1:] != "?"
        if not fits or not self._speech.chance(self._speech.persona.asks_along):
            return lines
        self._left -= 1
        question = self._speech.send(self._question(self._speech.rng.choice(SMALL_TALK), service_id))
        return [Line(f"{lines[0].text.rstrip('.')}. {question.text}")]

    def _put(self, topic: str, service_id: str | None) -> Line:
        question = self._question(topic, service_id)
        asked = question[:1].lower() + question[1:]
        return self._speech.send(self._speech.say("aside", gaps={"question": asked}))

    def _question(self, topic: str, service_id: str | None) -> str:
        """Mostly about what they came for."""
        offered = [service.id for service in self._context.services]
        about = service_id if service_id and self._speech.chance(0.9) else self._speech.rng.choice(offered)
        return self._speech.say(f"q_{topic}", gaps=self._speech.service(about))
