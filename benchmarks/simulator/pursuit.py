"""One errand under way: what was said, picked and read back so far, and the answer to each open question."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from atendeai.clinics.context import ClinicContext
from benchmarks.simulator import answers
from benchmarks.simulator.errands import STAGES, Errand, Facts
from benchmarks.simulator.moments import Moment
from benchmarks.simulator.opening import Opening
from benchmarks.simulator.reading import Heard, Summary, fold, summary_in
from benchmarks.simulator.speech import Line, Speech

MOST_TRIES = 8  # of the same question, before hanging up
CLEAR_AFTER = 2
NO = {"pt": "Não.", "en": "No.", "es": "No."}
YES_OR_NO = (["sim", "nao"], ["yes", "no"], ["si", "no"])
# "Você quer …?": the wishes that each errand would say yes to.
ASKED = {
    "book": ("marcar um horario", "horarios livres", "book", "agendar", "horarios libres", "free times"),
    "leave": (),
    "move": ("remarcar", "reschedule", "cambiar"),
    "cancel": ("cancel",),
    "confirm": ("confirmar presen", "confirmar la asistencia", "confirm that"),
    "ask": (),
}  # fmt: skip


class Pursuit:
    """`facts` is what the patient wants now, `agreed` the start that was read back before their yes."""

    def __init__(self, errand: Errand, speech: Speech, context: ClinicContext, *, again: bool = False) -> None:
        self._errand, self._speech, self._context = errand, speech, context
        self.facts: Facts | None = errand.first or errand.facts
        self.agreed: dt.datetime | None = None
        self.opening = Opening(errand, speech, again=again)
        self._tries: Counter[str] = Counter()
        self._opened = False
        self._picked: dt.datetime | None = None
        self._read: Summary | None = None
        self._asked_to_cancel = False
        self._weeks = 0

    def wish(self, *, clear: bool = False) -> list[Line]:
        """What they came for."""
        self._opened = True
        return self.opening.lines(self.facts, clear=clear)

    def look_at(self, heard: Heard) -> None:
        """Keep what is read back before a yes, as it may be asked for once more without the details; and a time
        that was put aside for them without their having picked it."""
        read = summary_in(heard.text, self._context, self._speech.today)
        if heard.expects in ("patient_name", "insurance") and self._picked is None and self.facts and read.local:
            self._picked = read.local if self.facts.moment.suits(read.local) else None
        if heard.expects == "confirmation" and (read.local or read.patient):
            self._read = read
            self._asked_to_cancel = "cancel" in fold(heard.text) and read.patient is None

    def answer(self, heard: Heard) -> list[Line]:
        """The answer to the open question, plainly when it is asked again and again; in the end none."""
        question = heard.expects or "intent"
        self._tries[question] += 1
        if self._tries[question] > MOST_TRIES:
            return []
        clear = self._tries[question] > CLEAR_AFTER
        line = self._answer(heard, self.facts, clear=clear) if self.facts else None
        if line is None and heard.expects == "confirmation":
            line = self._confirm(heard, clear=clear)
        if line is None and heard.expects == "appointment_choice" and self._errand.visit:
            line = answers.visit(self._speech, heard, self._errand.visit, clear=clear)
        return [line] if line else self._insist(heard)

    def _answer(self, heard: Heard, facts: Facts, *, clear: bool) -> Line | None:
        """What only somebody who books or moves is asked; None for other questions."""
        moves = self._errand.act == "move"
        match heard.expects:
            case "service" if not moves:
                self._opened = True
                self.opening.told.add("service")
                return answers.service(self._speech, heard, facts, self._context, clear=clear)
            case "date" | "time" | "slot" | "professional":
                return self._choose_time(heard, facts, clear=clear)
            case "patient_name" if not moves:
                return answers.name(self._speech, heard, facts, clear=clear)
            case "insurance" if not moves:
                if not self._is_about(heard, facts):
                    return self._other_service(facts, clear=clear)
                return self._pay(heard, facts, clear=clear)
            case _:
                return None

    def _insist(self, heard: Heard) -> list[Line]:
        """The wish, plainly when it was said before; with a no where something else is under way."""
        if [fold(row.title) for row in heard.rows] in YES_OR_NO:
            asked_rightly = any(words in fold(heard.text) for words in ASKED[self._errand.act])
            yes = answers.pick_or(self._speech, heard.rows[0], heard.rows, self._speech.say("yes", clear=True))
            return [yes if asked_rightly else self._no(self.wish(clear=True)[0])]
        wish = self.wish(clear=self._opened)
        astray = heard.expects in STAGES and self._errand.act != "book"
        return [self._no(wish[0])] if astray else wish

    def _no(self, line: Line) -> Line:
        return Line(f"{NO[self._speech.persona.language]} {line.text}")

    # A change of mind

    def changes_mind_at(self, asked: str) -> bool:
        """Before the yes at the latest; sometimes a question earlier."""
        late = asked in ("patient_name", "insurance") and self._speech.chance(0.25)
        return self._errand.first is not None and self.facts != self._errand.facts and (asked == "confirmation" or late)

    def change_mind(self) -> Line:
        """Say what is different now; the rest stays as it was."""
        before, after, speech = self.facts, self._errand.facts, self._speech
        assert before is not None
        assert after is not None
        self.facts, self._picked = after, None
        if before.professional_id != after.professional_id:
            self.opening.told.discard("professional")
        parts = []
        if before.service_id != after.service_id:
            parts.append(speech.say("change_service", gaps=speech.service(after.service_id)))
        if before.moment != after.moment:
            parts.append(speech.wish(after.moment, "change_when"))
            self.opening.told.add("when")
        return speech.send(*parts)

    # When and with whom

    def _choose_time(self, heard: Heard, facts: Facts, *, clear: bool) -> Line:
        """Take a row that suits, or say what would."""
        speech, told = self._speech, self.opening.told
        if not self._is_about(heard, facts):
            return self._other_service(facts, clear=clear)
        if facts.moment.earliest and self._picked and all(row.local != self._picked for row in heard.rows):
            lost, self._picked = self._picked, None
            return speech.send(speech.wish(Moment(date=lost.date(), time=lost.time()), "change_when", clear=clear))
        if facts.professional_id and "professional" not in told and self._is_choice_of_people(facts):
            told.add("professional")
            return speech.send(speech.say("with_prof", gaps=speech.professional(facts.professional_id)))
        rows = answers.suitable(heard.rows, facts, self._context)
        ready = "when" in told or (not facts.moment.earliest and (facts.moment.is_open or speech.chance(0.7)))
        if rows and ready:
            row = next((row for row in rows if row.local == self._picked), None) or speech.rng.choice(rows)
            self._picked = row.local
            return answers.pick(speech, row, heard.rows, clear=clear)
        if facts.professional_id and not rows and self._are_others(heard, facts):
            return speech.send(speech.say("fix_prof", clear=clear, gaps=speech.professional(facts.professional_id)))
        return self._say_when(heard, facts, clear=clear)

    def _other_service(self, facts: Facts, *, clear: bool) -> Line:
        """What is talked about is not what they came for."""
        speech = self._speech
        said = speech.say("change_service", clear=clear, gaps=speech.service(facts.service_id))
        when = [speech.wish(facts.moment, clear=clear)] if "when" in self.opening.told else []
        return speech.send(said, *when, clear=clear)

    def _say_when(self, heard: Heard, facts: Facts, *, clear: bool) -> Line:
        speech, told = self._speech, self.opening.told
        if clear and not facts.moment.weekdays and speech.chance(0.5):
            return self.wish(clear=True)[0]
        moment = self._narrowed(facts.moment) if clear else facts.moment
        kind = "none_fit" if "when" in told and any(row.local for row in heard.rows) and not clear else "when_wish"
        told.add("when")
        return speech.send(speech.wish(moment, kind, clear=clear), clear=clear)

    def _is_about(self, heard: Heard, facts: Facts) -> bool:
        """Whether the times that are offered are for the service that was asked for, as far as the words tell."""
        named = summary_in(heard.text, self._context, self._speech.today).service_id
        wanted = self._context.service(facts.service_id)
        return named is None or wanted is None or fold(wanted.name) in fold(heard.text)

    def _is_choice_of_people(self, facts: Facts) -> bool:
        service = self._context.service(facts.service_id)
        return service is not None and len(self._context.performers(service)) > 1

    def _are_others(self, heard: Heard, facts: Facts) -> bool:
        """Whether there are times that would suit, if they were not somebody else's."""
        return bool(answers.suitable(heard.rows, facts.with_(professional_id=None), self._context))

    def _narrowed(self, moment: Moment) -> Moment:
        """ "Uma sexta de manhã" was not understood, or the next one is full: then a date, a later one each time."""
        if not moment.weekdays:
            return moment
        self._weeks += 1
        dates = [self._speech.today + dt.timedelta(days=ahead) for ahead in range(1, 70)]
        fit = [date for date in dates if date.weekday() in moment.weekdays]
        return Moment(date=fit[self._weeks % len(fit)], period=moment.period)

    # How it is paid, and the yes

    def _pay(self, heard: Heard, facts: Facts, *, clear: bool) -> Line:
        refused = self._errand.refused
        if refused and "plan" not in self.opening.told:
            self.opening.told.add("plan")
            return self._speech.send(self._speech.say("plan", gaps={"plan": refused}))
        return answers.plan(self._speech, heard, facts, refused=refused is not None, clear=clear)

    def _confirm(self, heard: Heard, *, clear: bool) -> Line:
        """A yes only to what was meant."""
        if self._asked_to_cancel != (self._errand.act == "cancel"):
            return self._no(self.wish(clear=True)[0])
        wrong = self._wrong(clear=clear)
        if wrong:
            line = self._speech.send(wrong, clear=clear)
            return self._no(line) if self._errand.act == "cancel" else line
        self.agreed = self._read.local if self._read else None
        words = self._speech.say("cancel_yes" if self._errand.act == "cancel" else "yes", clear=clear)
        if heard.rows and not clear:
            return answers.pick_or(self._speech, heard.rows[0], heard.rows, words)
        return self._speech.send(words, clear=clear)

    def _wrong(self, *, clear: bool) -> str | None:
        """The first thing that is read back otherwise than it was meant, put right."""
        read, visit = self._read, self._errand.visit
        if self._errand.act == "cancel":
            other = visit and read and read.local and read.local != visit.local
            return self._speech.say("which_visit", gaps=self._speech.visit(visit)) if visit and other else None
        if read is None or self.facts is None:
            return None
        paid = self._errand.act in ("book", "leave")
        return next(
            iter(answers.corrections(self._speech, read, self.facts, self._picked, paid=paid, clear=clear)), None
        )
