"""A patient's mouth: what is meant becomes words in their language, register and spelling."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping

from msgspec import Struct

from atendeai.clinics.context import ClinicContext
from benchmarks.simulator import dates, dates_abroad
from benchmarks.simulator.errands import Visit
from benchmarks.simulator.moments import Moment
from benchmarks.simulator.noise import QUIET, distort, keep
from benchmarks.simulator.people import CALLED, Person
from benchmarks.simulator.personas import Persona
from benchmarks.simulator.wordings import ClinicWords, choose

ORDINALS = {
    "pt": tuple(zip(("primeira", "segunda", "terceira", "quarta", "quinta"),
                    ("primeiro", "segundo", "terceiro", "quarto", "quinto"), strict=True)),
    "en": tuple(zip(*[("first", "second", "third", "fourth", "fifth")] * 2, strict=True)),
    "es": tuple(zip(("primera", "segunda", "tercera", "cuarta", "quinta"),
                    ("primero", "segundo", "tercero", "cuarto", "quinto"), strict=True)),
}  # fmt: skip
TITLES = {
    "Dr.": {"pt": ("o", ("Dr.", "Dr", "doutor", "dr.")), "en": ("", ("Dr.",)), "es": ("el", ("Dr.", "doctor"))},
    "Dra.": {"pt": ("a", ("Dra.", "Dra", "doutora", "dra.")), "en": ("", ("Dr.",)), "es": ("la", ("Dra.", "doctora"))},
}


class Line(Struct, frozen=True):
    """One message; `tapped` is the id of an option."""

    text: str
    tapped: str | None = None


class Speech:
    """Says things for one patient in one conversation."""

    def __init__(
        self, persona: Persona, context: ClinicContext, words: ClinicWords, today: dt.date, rng: random.Random
    ) -> None:
        self.persona, self._context, self._words = persona, context, words
        self.today, self.rng = today, rng

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def say(self, kind: str, *, gaps: Mapping[str, str] | None = None, clear: bool = False, avoid: str = "") -> str:
        """Words for a kind, not yet distorted. `clear`: said again, so plainly."""
        register = "" if clear else self.persona.register
        template = choose(self.persona.language, kind, register, self.rng, avoid=avoid)
        text = str(template.format_map(gaps or {}))
        return text[:1].upper() + text[1:]

    def send(self, *parts: str, clear: bool = False) -> Line:
        """Several sentences as one message, in this patient's spelling."""
        text = parts[0] if parts else ""
        for part in parts[1:]:
            ended = text.rstrip()[-1:] in ".?!:,"
            text = f"{text} {part}" if ended else f"{text}{self.rng.choice(('. ', ', ', '. '))}{part}"
        return Line(distort(text, QUIET if clear else self.persona.noise, self.rng))

    # What stands in the gaps

    def service(self, service_id: str) -> dict[str, str]:
        language = self.persona.language
        return {
            "service": self.rng.choice(self._words.said(service_id, language)),
            "bare": self.rng.choice(self._words.bare(service_id, language)),
        }

    def professional(self, professional_id: str) -> dict[str, str]:
        """`o Dr. Roberto`, `a doutora Lia Nogueira`, `a Noemi`."""
        found = self._context.professional(professional_id)
        assert found is not None
        title, _, rest = found.name.partition(" ")
        article, titles = TITLES.get(title, {}).get(self.persona.language, ("", ("",)))
        if title not in TITLES:
            rest, article = found.name, self._article(professional_id)
        name = self.rng.choice((rest.split()[0], rest.split()[0], rest))
        bare = f"{self.rng.choice(titles)} {keep(name)}".strip()
        full = f"{article} {bare}".strip()
        return {"prof": full, "prof_bare": bare, "prof_cap": full[:1].upper() + full[1:]}

    def _article(self, professional_id: str) -> str:
        article = self._words.articles.get(professional_id, "")
        return article if self.persona.language == "pt" else ""

    def who(self, person: Person) -> dict[str, str]:
        called = CALLED[self.persona.language][person.relation or "mother"]
        return {"who": called, "who_cap": called[:1].upper() + called[1:]}

    def name(self, person: Person) -> dict[str, str]:
        return {"name": keep(person.name), "first": keep(person.first), "surname": keep(person.surname)}

    def when(self, moment: Moment) -> dict[str, str]:
        language = self.persona.language
        if language == "pt":
            form = dates.phrase(moment, self.today, self.rng, spelled=self.persona.spelled)
        else:
            form = dates_abroad.phrase(language, moment, self.today, self.rng)
        return {"when": form[0], "when_bare": form[1]}

    def wish(self, moment: Moment, kind: str = "when_wish", *, clear: bool = False) -> str:
        """A sentence for when; wishes without a date have sentences of their own."""
        if moment.earliest:
            return self.say("earliest", clear=clear)
        if moment.is_open:
            return self.say("anytime", clear=clear)
        return self.say(kind, clear=clear, gaps=self.when(moment))

    def visit(self, visit: Visit) -> dict[str, str]:
        """`meu eletro de quinta`, `a consulta da minha mãe`."""
        language = self.persona.language
        names = self._words.visit(visit.service_id, language)
        if visit.by_service:
            names = [name for name in names if name != "minha consulta"] or names
        text = self.rng.choice(names)
        if visit.patient.relation:
            text = self._theirs(visit.patient)
        if visit.by_day or self.chance(0.3):
            text = f"{text} {self._on_day(visit)}"
        article = {"minha": "a ", "meu": "o ", "nossa": "a "}.get(text.split()[0], "")
        return {"visit": text, "visit_o": f"{article}{text}"}

    def _theirs(self, person: Person) -> str:
        called = self.who(person)["who"]
        if self.persona.language == "pt":
            of = "do" if called.startswith("meu") else "da"
            return f"a consulta {of} {called}"
        return f"the appointment for {called}" if self.persona.language == "en" else f"la cita de {called}"

    def _on_day(self, visit: Visit) -> str:
        day = visit.local.date()
        if self.persona.language == "pt":
            return dates.visit_day(day, self.today, self.rng, spelled=self.persona.spelled)
        form = dates_abroad.phrase(self.persona.language, Moment(date=day), self.today, self.rng)
        return form[0] if self.persona.language == "en" else f"de{form[0].removeprefix('de')}".replace("deel ", "del ")
