"""One conversation from the first message to the verdict, and the dice that make it the same every time."""

from __future__ import annotations

import datetime as dt
import random

import httpx
from msgspec import Struct, structs

from atendeai.clinics.context import ClinicContext
from benchmarks.simulator.draw import Draw, Impossible, Spoilt
from benchmarks.simulator.errands import Errand
from benchmarks.simulator.goals import GOALS
from benchmarks.simulator.judge import judge, snapshot
from benchmarks.simulator.patient import Patient
from benchmarks.simulator.people import adult, profile_name
from benchmarks.simulator.personas import PERSONAS, Persona
from benchmarks.simulator.reading import hear
from benchmarks.simulator.scene import Clinic, Scene
from benchmarks.simulator.speech import Line, Speech
from benchmarks.simulator.wordings import clinic_words

FIRST_DAY = dt.date(2026, 11, 23)
DAYS = 240
MOST_MESSAGES = 40
MOST_DRAWS = 40
TAPPING = Persona(name="tapping", picks=("tap",), greets=0, greets_first=0, first_name_only=0, thanks=0)


class Task(Struct, frozen=True, kw_only=True):
    """Who wants what where; `number` rolls the facts. The seed of an episode rolls only how it is said."""

    goal: str
    persona: str
    clinic: str
    number: int

    @property
    def name(self) -> str:
        return f"{self.goal}/{self.persona}/{self.clinic}/{self.number}"


class Episode(Struct, frozen=True, kw_only=True):
    """`wrong` is empty for a success. `turns` counts how often the patient wrote, a burst once."""

    task: Task
    seed: int
    wrong: list[str]
    turns: int
    messages: int
    called_a_person: bool
    transcript: list[str]

    @property
    def succeeded(self) -> bool:
        return not self.wrong


def play(scene: Scene, contexts: dict[str, ClinicContext], task: Task, seed: int) -> Episode:
    """Draw the task, talk, judge. Facts that the agenda does not hold are drawn again, the same way every time."""
    for draw in range(MOST_DRAWS):
        try:
            return _played(scene, contexts[task.clinic], task, seed, draw)
        except Impossible:
            continue
    raise LookupError(f"{task.name} cannot be had in {MOST_DRAWS} draws")


def _played(scene: Scene, context: ClinicContext, task: Task, seed: int, draw: int) -> Episode:
    rng = random.Random(f"{task.name}/{draw}")
    at = _instant(rng)
    with scene.clinic(context, at) as clinic:
        clinic.fill(rng.choice((0.1, 0.3, 0.5, 0.7)), rng)
        writer = adult(rng)
        profile = profile_name(writer, rng)
        before = Conversation(clinic, profile, TAPPING, task, random.Random(f"{task.name}/before"))
        drawn = Draw(clinic, rng, writer, profile, lambda errand: before.run([errand], 0).wrong)
        persona = PERSONAS[task.persona]
        try:
            errands = [_by(persona, errand, drawn) for errand in GOALS[task.goal].draw(drawn)]
        except Spoilt as earlier:
            return before.ended(seed, wrong=[f"the conversation before: {one}" for one in earlier.wrong])
        said = random.Random(f"{task.name}/{seed}/said")
        return Conversation(clinic, profile, persona, task, said).run(errands, seed)


def _instant(rng: random.Random) -> dt.datetime:
    """Some minutes after a half hour, so that no start falls out of reach while they talk."""
    day = FIRST_DAY + dt.timedelta(days=rng.randrange(DAYS))
    time = dt.time(rng.randint(10, 23), rng.choice((3, 7, 33, 38)), tzinfo=dt.UTC)
    return dt.datetime.combine(day, time)


def _by(persona: Persona, errand: Errand, draw: Draw) -> Errand:
    """What a persona makes of an errand: the fickle want another day first."""
    if errand.act != "book" or errand.first or errand.refused or draw.rng.random() >= persona.fickle:
        return errand
    try:
        return structs.replace(draw.with_other_moment(errand), questions=errand.questions)
    except Impossible:
        return errand


class Conversation:
    """A patient at the door of a clinic."""

    def __init__(self, clinic: Clinic, profile: str | None, persona: Persona, task: Task, rng: random.Random) -> None:
        self._clinic, self._profile, self._task = clinic, profile, task
        self._speech = Speech(persona, clinic.context, clinic_words(task.clinic), clinic.today, rng)
        self.transcript: list[str] = [
            f"({clinic.now:%a %Y-%m-%d %H:%M} UTC, {clinic.today:%a %d/%m} there, profile {profile})"
        ]
        self._accident: str | None = None
        self.turns = self.messages = 0

    def run(self, errands: list[Errand], seed: int) -> Episode:
        """From the first message to the verdict."""
        patient = Patient(errands, self._speech, self._clinic.context)
        before = self._clinic.read(snapshot)
        self._talk(patient)
        wrong = judge(before, self._clinic.read(snapshot), patient.wants)
        return self.ended(seed, [self._accident, *wrong] if self._accident else wrong)

    def ended(self, seed: int, wrong: list[str]) -> Episode:
        """The conversation as it was."""
        return Episode(
            task=self._task,
            seed=seed,
            wrong=wrong,
            turns=self.turns,
            messages=self.messages,
            called_a_person=self._clinic.read(snapshot).called,
            transcript=self.transcript,
        )

    def _talk(self, patient: Patient) -> None:
        lines = patient.opens()
        while lines and self.messages < MOST_MESSAGES:
            self.turns += 1
            try:
                answers = [self._exchange(line) for line in lines]
            except httpx.HTTPError as accident:
                self._accident = f"the server failed: {accident}"
                return
            lines = patient.answers(hear(answers[-1], self._clinic.today))

    def _exchange(self, line: Line) -> dict[str, object]:
        self.messages += 1
        self.transcript.append(f"> {line.text}" + (f"  [taps {line.tapped}]" if line.tapped else ""))
        body = self._clinic.post(line, self._profile)
        for reply in body["replies"]:
            self.transcript.append("< " + reply["text"].replace("\n", "\n  "))
            self.transcript += [f"    {n}. {o['title']} {o['description']}" for n, o in enumerate(reply["options"], 1)]
        self.transcript.append(
            f"  ({body['state']}, expects {body['expects']}, heard {body['intent']} {body['entities']})"
        )
        return body
