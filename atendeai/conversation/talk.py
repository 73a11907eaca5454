"""One turn being spoken: collects sentences, the question that ends them, and what must be remembered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property

import msgspec

from atendeai.appointment.model import Wish
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.hours import is_open
from atendeai.conversation.facts import Decision, Facts, Heard, Reply
from atendeai.conversation.languages import language_of, spoken
from atendeai.conversation.phrases import Fragments, Labels
from atendeai.conversation.state import Draft, State, Thread, draft_of
from atendeai.conversation.understanding.model import Entities, Expects, Option, Understanding
from atendeai.conversation.understanding.repairs import Repair, repair
from atendeai.conversation.voice import Speech, Voice, first_name
from atendeai.conversation.whose import refined, writer

KEPT_REPLIES = 3
MOST_TITLE, MOST_DESCRIPTION = 24, 72
PRIVATE_INSTEAD = "private:instead"  # "quer seguir no particular?", which a yes or a no answers
OTHER_PLAN, WHOEVER, OTHER_THING = "other_plan", "whoever", "intent:other"
DECLINED = (OTHER_PLAN, WHOEVER, OTHER_THING, "no_more")  # last of what is shown: what a "não" picks
_LED = (OTHER_PLAN,)  # the first of those above is what a "sim" picks, however many are shown


def row(option_id: str, name: str, description: str = "") -> Option:
    """An option that fits WhatsApp's rows: a long name is cut in the title and stands in full below it."""
    if len(name) <= MOST_TITLE:
        return Option(id=option_id, title=name, description=description[:MOST_DESCRIPTION])
    full = " · ".join(part for part in (name, description) if part)
    return Option(id=option_id, title=f"{name[: MOST_TITLE - 1].rstrip()}…", description=full[:MOST_DESCRIPTION])


class Talk:
    """The scratch pad of a turn. Scripts add to it; `conclude` turns it into a decision."""

    def __init__(self, facts: Facts, heard: Heard, thread: Thread) -> None:
        self.facts = facts
        self.heard = heard
        self.thread = thread
        self.voice = Voice(facts.context.ai_personality, thread.turns, language_of(facts.context, thread, heard))
        self.parts: list[str] = []
        self.options: list[Option] = []
        self.button = self.labels.see_options
        self.expects: Expects | None = None
        self.escalate: str | None = None
        self.remember: dict[str, str] = {}
        self.appointment_id: str | None = None
        self.understood_this = True
        self.silent_about_hours = False
        self.asked_surname = False
        self.keeps_options = False  # what was offered may still be picked, though it is not shown again
        self.unsure: Understanding | None = None
        self.parked = thread.parked
        self.welcomed_back = False  # where we were is what the reply is about
        self.recalls: str | None = None  # where we were, said first after hours of silence

    @property
    def speech(self) -> Speech:
        """Dates, times, money and names in the language that is spoken."""
        return self.voice.speech

    @property
    def labels(self) -> Labels:
        """What stands on buttons and rows."""
        return self.voice.book.labels

    @property
    def fragments(self) -> Fragments:
        """Parts of answers, to be filled."""
        return self.voice.book.fragments

    @property
    def today(self) -> dt.date:
        """The clinic's date."""
        return self.facts.now.date()

    @property
    def own_words(self) -> bool:
        """Whether the clinic's own greetings fit: they are written in its first language."""
        return self.voice.language == spoken(self.context)[0]

    @property
    def context(self) -> ClinicContext:
        return self.facts.context

    @property
    def understanding(self) -> Understanding:
        return self.heard.understanding

    @cached_property
    def entities(self) -> Entities:
        """What the message names, for whom it is included."""
        return refined(self.understanding.entities, self.understanding.text)

    def hear_as(self, understanding: Understanding) -> None:
        """Go on as if this had been understood: what a message meant has been told."""
        self.heard = msgspec.structs.replace(self.heard, understanding=understanding, tapped=None)
        self.__dict__.pop("entities", None)

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
        if offered[0] == "resume" and self.understanding.intent in ("thanks", "goodbye"):
            return None  # "show, obrigado" ends the talk
        if self.thread.expects == "patient_name" and offered[0].startswith("name:"):
            if self.facts.appointments and self.wants("reschedule", at_least=0.7):
                return None  # "não, remarca minha consulta": no other person is meant
            return offered[-1] if said == "no" else offered[0] if len(offered) == 2 else None
        if offered[0] == PRIVATE_INSTEAD and not self.entities.insurance:
            return PRIVATE_INSTEAD if said == "yes" else "give_up"
        if offered[-1] in DECLINED and not (self.entities.insurance or self.entities.professional):
            return offered[-1] if said == "no" else offered[0] if len(offered) == 2 or offered[-1] in _LED else None
        kinds = ("book", "human", "go_on", "resume")
        proposed = (
            len(offered) < len(self.main_menu())  # a menu proposes nothing in particular
            and offered[0].partition(":")[0] in kinds
            and self.thread.expects in ("intent", "human")
            and not self.wants("confirm", "check_appointment", "reschedule", "cancel")
        )
        return offered[0] if said == "yes" and proposed else None

    @property
    def _names_somebody_else(self) -> bool:
        """A fuller or another name than the ones offered is an answer of its own, not a pick."""
        name = self.entities.person_name
        return self.thread.expects == "patient_name" and name is not None and f"name:{name}" != self.entities.choice

    def wants(self, *intents: str, at_least: float = 0.5) -> bool:
        """Whether one of these intents was heard, first or beside another, surely enough."""
        heard = self.understanding
        rated = {candidate.intent: candidate.confidence for candidate in heard.candidates}
        return (heard.intent in intents and heard.confidence >= at_least) or any(
            intent in intents and rated.get(intent, 1.0) >= at_least for intent in heard.secondary_intents
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
        button: str | None = None,
        **facts: str,
    ) -> None:
        """End the turn with a question."""
        self.say(key, **facts)
        self.expects, self.options, self.button = expects, list(options), button or self.labels.see_options

    def service_name(self, draft: Draft) -> str:
        """What is being booked, as patients read it; "" before it is chosen."""
        service = self.context.service(draft.service_id)
        return service.name if service else ""

    def wanted(self, draft: Draft) -> str:
        """What is being booked, or "a visit" before that is chosen."""
        return self.service_name(draft) or self.fragments.a_visit

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
        today = self.today.isoformat()
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
            language=self.voice.language,
            unsure=self.unsure,
            parked=self.parked,
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
        known = first_name(writer(self.facts) or self.facts.profile_name)
        opening = self.speech.hello(self.facts.now, known)
        greeting = self.context.ai_personality.greeting
        if greeting and self.own_words and self.thread.greeted_on is None:
            self.add(greeting)
        else:
            key = "introduce" if self.thread.greeted_on is None else "hello_again"
            self.say(key, hello=opening, name=self.context.ai_personality.name, clinic=self.context.clinic.name)
        self.expects, self.options = "intent", self.main_menu()

    def _opening(self) -> list[str]:
        """Before the answer: who speaks (first message of the day), and whether the clinic is closed."""
        opening: list[str] = []
        if self.silent_about_hours:
            return opening
        if not self._greeted_now() and self.thread.greeted_on != self.today.isoformat():
            known = first_name(writer(self.facts) or self.facts.profile_name)
            personality = self.context.ai_personality
            who = self.fragments.who.format(name=personality.name, clinic=self.context.clinic.name)
            opening.append(self.speech.hello(self.facts.now, known) + (who if self.thread.greeted_on is None else ""))
        if self._closed_today():
            text = self.context.ai_personality.out_of_hours
            opening.append(self.voice.dress(text) if text and self.own_words else self.voice.say("closed_now"))
        return [*opening, self.recalls] if self.recalls else opening

    def _greeted_now(self) -> bool:
        return self.understanding.intent == "greeting" and self.options == self.main_menu()

    def _closed_today(self) -> bool:
        """Closed, and not told so yet today."""
        told = self.thread.closed_told_on == self.today.isoformat()
        return not told and not self.silent_about_hours and not is_open(self.context, self.facts.now)

    def _not_again(self, text: str) -> str:
        """The same words twice in a row sound like a machine: say that they are said again."""
        if not self.thread.spoken or self.thread.spoken[-1] != text:
            return text
        return self.voice.once_more(text)

    def main_menu(self) -> list[Option]:
        """What can be done, when nothing else is open."""
        return [
            Option(id="book", title=self.labels.book),
            Option(id="visits", title=self.labels.visits),
            self.human_option(),
        ]

    def human_option(self) -> Option:
        return Option(id="human", title=self.labels.human)
