"""The message that opens an errand: the wish, and as much more as this patient says at once."""

from __future__ import annotations

from benchmarks.simulator.errands import Errand, Facts
from benchmarks.simulator.speech import Line, Speech

NAMED = (
    "Meu nome é {name}", "Sou {name}", "Me chamo {name}", "Aqui é {name}", "O nome é {name}", "Nome: {name}",
    "Nome completo: {name}", "Pode colocar no nome de {name}", "Em nome de {name}", "Paciente: {name}",
    "O paciente é {name}", "É pra {name}", "O atendimento é pra {name}", "Quem vai é {name}",
)  # fmt: skip


class Opening:
    """Remembers in `told` what was said without being asked: service, when, professional, name, plan."""

    def __init__(self, errand: Errand, speech: Speech, *, again: bool = False) -> None:
        self._errand, self._speech, self._again = errand, speech, again
        self.greeted = again
        self.told: set[str] = set()

    def lines(self, facts: Facts | None, *, clear: bool = False) -> list[Line]:
        """The wish as one message, or in pieces for somebody who writes in bursts."""
        speech = self._speech
        parts = [] if clear or self.greeted or not speech.chance(speech.persona.greets) else [speech.say("greeting")]
        self.greeted = True
        match self._errand.act:
            case "ask":
                raise AssertionError("whoever only asks has no wish")
            case "book" | "leave":
                assert facts is not None
                parts += self._booking(facts, clear=clear)
            case "move":
                assert facts is not None
                parts += self._move(facts, clear=clear)
            case "cancel":
                assert self._errand.visit is not None
                parts.append(speech.say("cancel", clear=clear, gaps=speech.visit(self._errand.visit)))
            case "confirm":
                parts.append(speech.say("confirm", clear=clear))
        if not clear and len(parts) > 1 and speech.chance(speech.persona.bursts):
            return [speech.send(part) for part in parts]
        return [speech.send(*parts, clear=clear)]

    def _booking(self, facts: Facts, *, clear: bool) -> list[str]:
        upfront = self._errand.upfront or self._speech.persona.upfront
        vague = upfront == "little" and not clear and not self._again and self._speech.chance(0.4)
        if vague and facts.patient.relation is None:
            return [self._speech.say("book_vague")]
        said = {"all": 1.0, "some": 0.5, "little": 0.0}[upfront]
        parts = [self._wish(facts, clear=clear)]
        if facts.professional_id and (clear or self._speech.chance(said)):
            parts.append(
                self._speech.say("with_prof", clear=clear, gaps=self._speech.professional(facts.professional_id))
            )
            self.told.add("professional")
        if clear or self._speech.chance(said):
            parts = self._with_when(parts, facts, clear=clear)
        if not self._errand.known and self._speech.chance(said - 0.3) and not clear:
            parts.append(self._payment(facts))
        if not self._errand.known and self._speech.chance(said - 0.4) and not clear:
            parts.append(self._name(facts))
        return parts

    def _wish(self, facts: Facts, *, clear: bool) -> str:
        self.told.add("service")
        service = self._speech.service(facts.service_id)
        if facts.patient.relation:
            return self._speech.say("book_for", clear=clear, gaps=service | self._speech.who(facts.patient))
        return self._speech.say("another" if self._again and not clear else "book", clear=clear, gaps=service)

    def _with_when(self, parts: list[str], facts: Facts, *, clear: bool) -> list[str]:
        """In the same sentence where it fits, else in one of its own."""
        self.told.add("when")
        dated = not (facts.moment.is_open or facts.moment.earliest)
        if dated and len(parts) == 1 and parts[0][-1].isalpha() and self._speech.chance(0.5):
            return [f"{parts[0]} {self._speech.when(facts.moment)['when']}"]
        return [*parts, self._speech.wish(facts.moment, clear=clear)]

    def _payment(self, facts: Facts) -> str:
        plan = self._errand.refused or facts.plan
        self.told.add("plan")
        return self._speech.say("plan", gaps={"plan": plan}) if plan else self._speech.say("private")

    def _name(self, facts: Facts) -> str:
        if facts.patient.relation and self._speech.persona.language == "pt":
            its = "dela" if facts.patient.relation in ("mother", "daughter", "wife") else "dele"
            return (
                self._speech.rng.choice((f"o nome {its} é ", f"nome {its}: ", "se chama "))
                + self._speech.name(facts.patient)["name"]
            )
        if self._speech.persona.language == "pt":
            return self._speech.rng.choice(NAMED).format_map(self._speech.name(facts.patient))
        return self._speech.say("name", gaps=self._speech.name(facts.patient))

    def _move(self, facts: Facts, *, clear: bool) -> list[str]:
        assert self._errand.visit is not None
        visit, speech = self._speech.visit(self._errand.visit), self._speech
        self.told.add("professional")  # the same one, unless another is named
        if self._errand.moves_to == "professional":
            assert facts.professional_id is not None
            return [speech.say("move_prof", clear=clear, gaps=visit | speech.professional(facts.professional_id))]
        dated = not (facts.moment.is_open or facts.moment.earliest)
        if dated and (clear or speech.persona.upfront == "all" or speech.chance(0.5)):
            self.told.add("when")
            return [speech.say("move_to", clear=clear, gaps=visit | speech.when(facts.moment))]
        return [speech.say("move", clear=clear, gaps=visit)]
