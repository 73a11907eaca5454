"""One turn being spoken: collects sentences, the question that ends them, and what must be remembered."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from atendeai.appointment.model import Wish
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.hours import is_open
from atendeai.conversation.facts import Decision, Facts, Heard, Reply
from atendeai.conversation.phrases import PHRASES
from atendeai.conversation.state import Draft, State, Thread, draft_of
from atendeai.conversation.understanding.model import Entities, Expects, Option, Understanding
from atendeai.conversation.understanding.repairs import Repair, repair
from atendeai.conversation.voice import Voice, first_name, hello

KEPT_REPLIES = 3
PRIVATE_INSTEAD = "private:instead"  # "quer seguir no particular?", which a yes or a no answers


class Talk:
    """The scratch pad of a turn. Scripts add to it; `conclude` turns it into a decision."""

    def __init__(self, facts: Facts, heard: Heard, thread: Thread) -> None:
        self.facts = facts
        self.heard = heard
        self.thread = thread
        self.voice = Voice(facts.context.ai_personality, thread.turns)
        self.parts: list[str] = []
        self.options: list[Option] = []
        self.button = "Ver opções"
        self.expects: Expects | None = None
        self.escalate: str | None = None
        self.remember: dict[str, str] = {}
        self.appointment_id: str | None = None
        self.understood_this = True
        self.silent_about_hours = False
        self.asked_surname = False
        self.keeps_options = False  # what was offered may still be picked, though it is not shown again

    @property
    def context(self) -> ClinicContext:
        return self.facts.context

    @property
    def understanding(self) -> Understanding:
        return self.heard.understanding

    @property
    def entities(self) -> Entities:
        return self.heard.understanding.entities

    @property
    def repair(self) -> Repair | None:
        return repair(self.understanding.text)

    @property
    def choice(self) -> tuple[str, str] | None:
        """What was picked, as (kind, value): from a tap, from words that name an option, or from a "sim"
        to a question that offers one thing."""
        picked = self.heard.tapped or (None if self._names_somebody_else else self.entities.choice)
        picked = picked or self._picked_by_yes_or_no
        if picked is None:
            return None
        kind, _, value = picked.partition(":")
        return kind, value

    @property
    def _picked_by_yes_or_no(self) -> str | None:
        """A plain "sim" takes the one thing proposed; a "não" to "é para Maria?" means somebody else."""
        said, offered = self.entities.yes_no, [option.id for option in self.thread.options]
        if said is None or not offered:
            return None
        if self.thread.expects == "patient_name" and offered[0].startswith("name:"):
            return offered[-1] if said == "no" else offered[0] if len(offered) == 2 else None
        if offered[0] == PRIVATE_INSTEAD and not self.entities.insurance:
            return PRIVATE_INSTEAD if said == "yes" else "give_up"
        proposed = offered[0].partition(":")[0] in ("book", "human") and self.thread.expects in ("intent", "human")
        return offered[0] if said == "yes" and proposed else None

    @property
    def _names_somebody_else(self) -> bool:
        """A fuller or another name than the ones offered is an answer of its own, not a pick."""
        name = self.entities.person_name
        return self.thread.expects == "patient_name" and name is not None and f"name:{name}" != self.entities.choice

    def wants(self, *intents: str, at_least: float = 0.5) -> bool:
        """Whether one of these intents was heard, first or beside another, surely enough."""
        heard = self.understanding
        return (heard.intent in intents and heard.confidence >= at_least) or any(
            intent in intents for intent in heard.secondary_intents
        )

    def say(self, key: str, **facts: str) -> None:
        self.parts.append(self.voice.say(key, **facts))

    def add(self, text: str) -> None:
        """A sentence of the clinic's own, dressed like ours."""
        if text:
            self.parts.append(self.voice.dress(text))

    def ask(
        self,
        expects: Expects,
        key: str,
        options: Sequence[Option] = (),
        button: str = "Ver opções",
        **facts: str,
    ) -> None:
        """End the turn with a question."""
        self.say(key, **facts)
        self.expects, self.options, self.button = expects, list(options), button

    def service_name(self, draft: Draft) -> str:
        """What is being booked, as patients read it; "" before it is chosen."""
        service = self.context.service(draft.service_id)
        return service.name if service else ""

    def wish(self, draft: Draft) -> Wish:
        """What the agenda is asked for on behalf of a draft."""
        return Wish(
            service_id=draft.service_id or "",
            professional_id=draft.professional_id,
            insurance=draft.insurance,
            new_patient=not self.facts.known_patient and draft.purpose == "book",
            patient_id=self._patient_id(draft),
        )

    def _patient_id(self, draft: Draft) -> str | None:
        """Whose other visits stand in the way, as far as it is known who is seen."""
        patients = self.facts.patients
        if draft.patient_name:
            return patients.get(draft.patient_name)
        return next(iter(patients.values())) if len(patients) == 1 and not draft.for_other else None

    def conclude(self, state: State) -> Decision:
        opening, parts = self._opening(), self.parts
        text = "\n\n".join(parts + opening if self._greeted_now() else opening + parts) or self.voice.say(
            "at_your_service"
        )
        text = self._not_again(text)
        today = self.facts.now.date().isoformat()
        misunderstood = 0 if self.understood_this else self.thread.misunderstood + 1
        thread = msgspec.structs.replace(
            self.thread,
            expects=self.expects,
            options=self.options or (self.thread.options if self.keeps_options else []),
            misunderstood=0 if self.escalate else misunderstood,
            turns=self.thread.turns + 1,
            spoken=[*self.thread.spoken, text][-KEPT_REPLIES:],
            greeted_on=today,
            closed_told_on=today if self._closed_today() else self.thread.closed_told_on,
            asked_surname=self.asked_surname or (self.thread.asked_surname and draft_of(state) is not None),
            last_turn_at=int(self.facts.now.timestamp()),
        )
        return Decision(
            state=state,
            thread=thread,
            replies=[Reply(text, self.options, self.button)],
            escalate=self.escalate,
            remember=self.remember,
            appointment_id=self.appointment_id,
        )

    def greet(self) -> None:
        """A greeting that is the whole message: the clinic's own words, if it has some."""
        known = first_name(self.facts.memory.get("patient_name") or self.facts.profile_name)
        opening = hello(self.facts.now, known)
        greeting = self.context.ai_personality.greeting
        if greeting and self.thread.greeted_on is None:
            self.add(greeting)
        else:
            key = "introduce" if self.thread.greeted_on is None else "hello_again"
            self.say(key, hello=opening, name=self.context.ai_personality.name, clinic=self.context.clinic.name)
        self.expects, self.options = "intent", main_menu()

    def _opening(self) -> list[str]:
        """Before the answer: who speaks (first message of the day), and whether the clinic is closed."""
        opening: list[str] = []
        if self.silent_about_hours:
            return opening
        if not self._greeted_now() and self.thread.greeted_on != self.facts.now.date().isoformat():
            known = first_name(self.facts.memory.get("patient_name") or self.facts.profile_name)
            personality = self.context.ai_personality
            who = f" Sou {personality.name}, assistente virtual da {self.context.clinic.name}."
            opening.append(hello(self.facts.now, known) + (who if self.thread.greeted_on is None else ""))
        if self._closed_today():
            text = self.context.ai_personality.out_of_hours
            opening.append(self.voice.dress(text) if text else self.voice.say("closed_now"))
        return opening

    def _greeted_now(self) -> bool:
        return self.understanding.intent == "greeting" and self.options == main_menu()

    def _closed_today(self) -> bool:
        """Closed, and not told so yet today."""
        told = self.thread.closed_told_on == self.facts.now.date().isoformat()
        return not told and not self.silent_about_hours and not is_open(self.context, self.facts.now)

    def _not_again(self, text: str) -> str:
        """The same words twice in a row sound like a machine: say that they are said again."""
        if not self.thread.spoken or self.thread.spoken[-1] != text:
            return text
        wordings = PHRASES["once_more"].informal
        return wordings[self.thread.turns % len(wordings)] + text


def main_menu() -> list[Option]:
    return [
        Option(id="book", title="Marcar horário"),
        Option(id="visits", title="Meus agendamentos"),
        Option(id="human", title="Falar com a equipe"),
    ]
