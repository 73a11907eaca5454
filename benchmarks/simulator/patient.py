"""A scripted patient: reads each reply, and says what their errands, their persona and their memory make of it."""

from __future__ import annotations

import datetime as dt

from atendeai.clinics.context import ClinicContext
from benchmarks.simulator.curiosity import Curiosity
from benchmarks.simulator.errands import STAGES, Errand, Want
from benchmarks.simulator.pursuit import Pursuit
from benchmarks.simulator.reading import Heard
from benchmarks.simulator.speech import Line, Speech

MOST_GOODBYES = 3
STAGE_OF = {"date": "slot", "time": "slot"}
UNSURE = {
    "service": "unsure_service", "slot": "unsure_slot", "date": "unsure_slot", "patient_name": "unsure_name",
    "insurance": "unsure_plan", "confirmation": "unsure_yes",
}  # fmt: skip


class Patient:
    """Talks until every errand is done, or nothing more can be said. `wants` is what they believe they got."""

    def __init__(self, errands: list[Errand], speech: Speech, context: ClinicContext) -> None:
        self._errands, self._speech, self._context = errands, speech, context
        self._agreed: dict[int, dt.datetime | None] = {}
        self._unsure: set[str] = set()
        self._leaving = self._at = 0
        self._over = False
        self._curiosity = Curiosity(speech, context, errands[0].questions)
        self._pursuit = Pursuit(errands[0], speech, context)

    @property
    def _errand(self) -> Errand:
        return self._errands[self._at]

    @property
    def _service_id(self) -> str | None:
        return self._pursuit.facts.service_id if self._pursuit.facts else None

    @property
    def wants(self) -> list[Want]:
        """What the file must hold in the end."""
        return [
            Want(act=errand.act, facts=errand.facts, visit=errand.visit, agreed=self._agreed.get(number))
            for number, errand in enumerate(self._errands)
        ]

    def opens(self) -> list[Line]:
        """The first message or messages."""
        if self._speech.chance(self._speech.persona.greets_first):
            self._pursuit.opening.greeted = True
            return [self._speech.send(self._speech.say("greeting"))]
        return self._ask_on() if self._errand.act == "ask" else self._pursuit.wish()

    def answers(self, heard: Heard) -> list[Line]:
        """What they write next; nothing when they are done or give up talking."""
        if self._over or heard.silent:
            return []
        if self._errand.act == "ask":
            return self._ask_on()
        if self._errand.act == "leave" and (self._leaving or self._wants_to_leave(heard)):
            return self._leave(heard)
        if heard.done:
            return self._next()
        self._pursuit.look_at(heard)
        digression = self._digress(heard)
        return [digression] if digression else self._curiosity.along(self._pursuit.answer(heard), self._service_id)

    def _next(self) -> list[Line]:
        self._agreed[self._at] = self._pursuit.agreed
        if self._at + 1 == len(self._errands):
            return self._end("thanks", self._speech.persona.thanks)
        self._at += 1
        self._curiosity.begins(self._errand.questions)
        self._pursuit = Pursuit(self._errand, self._speech, self._context, again=True)
        return self._pursuit.wish()

    def _end(self, kind: str, probability: float) -> list[Line]:
        self._over = True
        return [self._speech.send(self._speech.say(kind))] if self._speech.chance(probability) else []

    def _ask_on(self) -> list[Line]:
        """Somebody who only asks: one question after the other, and goodbye."""
        question = self._curiosity.next_question(None)
        return [question] if question else self._end("no_more", 0.9)

    def _digress(self, heard: Heard) -> Line | None:
        """A change of mind, a question, or nothing that answers."""
        asked = heard.expects or ""
        if asked not in UNSURE:
            return None
        if self._pursuit.changes_mind_at(asked):
            return self._pursuit.change_mind()
        aside = self._curiosity.aside(self._service_id, last_chance=asked == "confirmation")
        if aside:
            return aside
        hesitates = self._errand.act == "book" and asked not in self._unsure
        if hesitates and self._speech.chance(self._speech.persona.unsure):
            self._unsure.add(asked)
            return self._speech.send(self._speech.say(UNSURE[asked]))
        return None

    def _wants_to_leave(self, heard: Heard) -> bool:
        stage = STAGE_OF.get(heard.expects or "", heard.expects)
        return stage in STAGES and STAGES.index(stage) >= STAGES.index(self._errand.leaves_at)

    def _leave(self, heard: Heard) -> list[Line]:
        """Say so, more plainly when it was not heard; once nothing is under way, go."""
        self._leaving += 1
        if self._leaving > 1 and heard.state == "start":
            return self._end("thanks", self._speech.persona.thanks / 2)
        if self._leaving > MOST_GOODBYES:
            return []
        clear = self._leaving > 1
        return [self._speech.send(self._speech.say("give_up", clear=clear), clear=clear)]
