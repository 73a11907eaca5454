"""A patient's answers, one function per open question: what the reply asks, and what the errand says to it."""

from __future__ import annotations

import datetime as dt

from atendeai.clinics.context import ClinicContext
from benchmarks.simulator.dates import WEEKDAYS
from benchmarks.simulator.errands import Facts, Visit
from benchmarks.simulator.moments import Moment
from benchmarks.simulator.reading import PRIVATE, Heard, Row, Summary, asks_surname, fold
from benchmarks.simulator.speech import ORDINALS, Line, Speech


def pick(speech: Speech, row: Row, rows: list[Row], *, words: str | None = None, clear: bool = False) -> Line:
    """Choose a row in one of this patient's ways; `words` is how they would put it themselves."""
    way = "number" if clear else speech.rng.choice(speech.persona.picks)
    match way:
        case "tap":
            return Line(row.title, row.id)
        case "title":
            return speech.send(row.title)
        case "ordinal" if row.number <= len(ORDINALS["pt"]):
            feminine, masculine = ORDINALS[speech.persona.language][row.number - 1]
            avoid = "{ord_f}" if row.local and speech.persona.language == "pt" and feminine in WEEKDAYS else ""
            return speech.send(speech.say("pick_ordinal", avoid=avoid, gaps={"ord_f": feminine, "ord_m": masculine}))
        case "words" if words:
            return speech.send(words)
        case "words" if row.local:
            return speech.send(speech.say("pick_slot", gaps={"slot": _slot(speech, row, rows)}))
        case _:
            return speech.send(speech.say("pick_number", clear=clear, gaps={"n": str(row.number)}))


def _slot(speech: Speech, row: Row, rows: list[Row]) -> str:
    """`quinta às 14h`, or less where less tells the rows apart."""
    assert row.local is not None
    others = [other.local for other in rows if other.local and other.number != row.number]
    moments = [Moment(date=row.local.date(), time=row.local.time())] * 2
    if speech.persona.language == "pt" and all(other.time() != row.local.time() for other in others):
        moments.append(Moment(time=row.local.time()))
    if all(other.date() != row.local.date() for other in others):
        moments.append(Moment(date=row.local.date()))
    return speech.when(speech.rng.choice(moments))["when_bare" if speech.persona.language == "en" else "when"]


def suitable(rows: list[Row], facts: Facts, context: ClinicContext) -> list[Row]:
    """The offered starts that the patient would take."""
    wanted = context.professional(facts.professional_id)
    fit = [row for row in rows if row.local and facts.moment.suits(row.local)]
    if wanted is not None:
        names = ("", fold(wanted.shown), fold(wanted.name))
        fit = [row for row in fit if fold(row.description) in names]
    return sorted(fit, key=lambda row: str(row.local))[:1] if facts.moment.earliest else fit


def name(speech: Speech, heard: Heard, facts: Facts, *, clear: bool) -> Line:
    """Whose visit it is: picked, confirmed, corrected or written."""
    wanted, rows = facts.patient, heard.rows
    named = [row for row in rows if fold(row.title) == fold(wanted.name[:24]).strip()]
    asked_about = [row for row in rows if row is not rows[-1]] if len(rows) == 2 else []
    if asks_surname(heard.text) and not rows and not clear:
        return speech.send(speech.say("surname", gaps=speech.name(wanted)))
    if named and asked_about:
        return pick_or(speech, named[0], rows, speech.say("mine"))
    if named:
        return pick(speech, named[0], rows, words=speech.say("name", gaps=speech.name(wanted)), clear=clear)
    if asked_about:
        return pick_or(speech, rows[-1], rows, speech.say("name_other", gaps=speech.name(wanted)))
    if not clear and speech.chance(speech.persona.first_name_only):
        return speech.send(speech.say("first_name", gaps=speech.name(wanted)))
    return speech.send(speech.say("name", clear=clear, gaps=speech.name(wanted)), clear=clear)


def pick_or(speech: Speech, row: Row, rows: list[Row], words: str) -> Line:
    """A question with buttons is tapped or answered in words, seldom by number."""
    if "tap" in speech.persona.picks and speech.chance(1 / len(speech.persona.picks)):
        return Line(row.title, row.id)
    return speech.send(words)


def plan(speech: Speech, heard: Heard, facts: Facts, *, refused: bool, clear: bool) -> Line:
    """How it is paid. `refused`: the plan just named does not cover it."""
    wanted = (fold(facts.plan),) if facts.plan else PRIVATE
    row = next((row for row in heard.rows if fold(row.title).startswith(wanted)), None)
    if refused:
        words = speech.say("private_instead", clear=clear)
    elif facts.plan:
        words = speech.say("plan", clear=clear, gaps={"plan": facts.plan})
    else:
        words = speech.say("private", clear=clear)
    if row is None or clear or speech.chance(0.4):
        return speech.send(words, clear=clear)
    return pick(speech, row, heard.rows, words=words)


def service(speech: Speech, heard: Heard, facts: Facts, context: ClinicContext, *, clear: bool) -> Line:
    """Which service: from the rows where it is shown, else in words."""
    wanted = context.service(facts.service_id)
    assert wanted is not None
    row = _row_named(heard.rows, wanted.name)
    words = speech.say("service_answer", gaps=speech.service(facts.service_id))
    return pick(speech, row, heard.rows, words=words, clear=clear) if row else speech.send(words)


def _row_named(rows: list[Row], name: str) -> Row | None:
    """The row of that name, or the one whose shortened title it must be."""
    same = [row for row in rows if fold(row.title) == fold(name)]
    cut = [row for row in rows if len(row.title) > 15 and fold(name).startswith(fold(row.title).rstrip("…. "))]
    return next(iter([*same, *cut]), None)


def visit(speech: Speech, heard: Heard, target: Visit, *, clear: bool) -> Line:
    """Which of the visits that are booked."""
    row = next((row for row in heard.rows if row.local == target.local), None)
    words = speech.say("which_visit", gaps=speech.visit(target))
    return pick(speech, row, heard.rows, words=words, clear=clear) if row else speech.send(words)


def corrections(
    speech: Speech, read: Summary, facts: Facts, picked: dt.datetime | None, *, paid: bool, clear: bool
) -> list[str]:
    """A sentence for each thing that is read back otherwise than it was meant."""
    found = []
    if facts.service_id != read.service_id and read.service_id:
        found.append(speech.say("change_service", clear=clear, gaps=speech.service(facts.service_id)))
    if read.local and not (facts.moment.suits(read.local) and picked in (None, read.local)):
        moment = Moment(date=picked.date(), time=picked.time()) if picked else facts.moment
        found.append(speech.wish(moment, "change_when", clear=clear))
    if facts.professional_id and read.professional_ids and facts.professional_id not in read.professional_ids:
        found.append(speech.say("fix_prof", clear=clear, gaps=speech.professional(facts.professional_id)))
    if read.patient and fold(read.patient) != fold(facts.patient.name):
        found.append(speech.say("fix_name", clear=clear, gaps=speech.name(facts.patient)))
    if paid and facts.plan and fold(read.plan or "") != fold(facts.plan):
        found.append(speech.say("fix_plan", clear=clear, gaps={"plan": facts.plan}))
    if paid and facts.plan is None and read.plan:
        found.append(speech.say("fix_private", clear=clear))
    return found
