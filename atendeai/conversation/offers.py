"""Slots as they are offered: which ones are shown, and why a wished moment cannot be had."""

from __future__ import annotations

import datetime as dt

from atendeai.appointment.model import Reason, Refusal, Slot
from atendeai.conversation import voice
from atendeai.conversation.state import DateTime, Draft
from atendeai.conversation.talk import Talk
from atendeai.conversation.understanding.model import Option
from atendeai.conversation.wishes import choose, meets


def offer(talk: Talk, draft: Draft, slots: list[Slot]) -> DateTime:
    """Show the slots that meet the wish, or the nearest ones."""
    if not slots:
        return _nothingfree(talk, draft)
    today = talk.today
    shown = choose(slots, draft.when, today).slots
    if not talk.parts or not talk.parts[-1].endswith(":"):
        talk.say("offer", service=talk.service_name(draft), with_whom=_with_whom(talk, draft))
    talk.expects = "slot"
    talk.options = offered(talk, draft, shown)
    talk.button = talk.labels.see_times
    return DateTime(draft, shown)


def offered(talk: Talk, draft: Draft, slots: list[Slot]) -> list[Option]:
    """The slots as options, and the way to another day."""
    options = [slot_option(talk, slot, draft) for slot in slots]
    if talk.context.ai_behavior.suggestions:
        options.append(Option(id="other_day", title=talk.labels.other_day))
    return options


def slot_option(talk: Talk, slot: Slot, draft: Draft) -> Option:
    professional = talk.context.professional(slot.professional_id)
    return Option(
        id=f"slot:{slot.starts}:{slot.professional_id}",
        title=talk.speech.row(slot.local),
        description=professional.shown if professional and not draft.professional_id else "",
    )


def renewed(talk: Talk, draft: Draft, shown: list[Slot]) -> list[Slot]:
    """Slots shown before, or the nearest ones now if any of them has gone meanwhile."""
    wish, agenda = talk.wish(draft), talk.facts.agenda
    found = [agenda.check(wish, s.starts, s.professional_id, moving=draft.appointment_id) for s in shown]
    if all(isinstance(one, Slot) for one in found):
        return shown
    return choose(free_ahead(talk, draft), draft.when, talk.today).slots


def _nothingfree(talk: Talk, draft: Draft) -> DateTime:
    talk.ask(
        "human",
        "nothing_free",
        [talk.human_option(), Option(id="give_up", title=talk.labels.not_now)],
        service=talk.service_name(draft),
        with_whom=_with_whom(talk, draft),
        days=str(talk.context.scheduling_policies.max_advance_days),
    )
    return DateTime(draft)


def free(talk: Talk, draft: Draft, first: dt.date, last: dt.date) -> list[Slot]:
    """Free slots; a visit that moves is not offered the place it has."""
    slots = talk.facts.agenda.free(talk.wish(draft), first, last, moving=draft.appointment_id)
    current = talk.facts.visit(draft.appointment_id)
    if current is None:
        return slots
    return [s for s in slots if (s.starts, s.professional_id) != (current.starts, current.professional_id)]


def free_ahead(talk: Talk, draft: Draft) -> list[Slot]:
    """Everything free from today to as far as the agenda is open."""
    today = talk.today
    return free(talk, draft, today, today + dt.timedelta(days=talk.context.scheduling_policies.max_advance_days))


def soonest(talk: Talk, draft: Draft) -> Slot | None:
    """The first free slot that meets the wish."""
    return next((slot for slot in free_ahead(talk, draft) if meets(slot, draft.when)), None)


def say_why_not(talk: Talk, draft: Draft) -> None:
    """One sentence on why the wished moment cannot be had, from the rule that forbids it."""
    today, policies = talk.today, talk.context.scheduling_policies
    match _refusal(talk, draft).reason:
        case Reason.HOLIDAY | Reason.CLOSED | Reason.ABSENCE if draft.when.date:
            _say_closed(talk, draft, draft.when.date)
        case Reason.PAST:
            talk.say("past_date")
        case Reason.NOTICE:
            talk.say("too_soon", hours=talk.speech.hours(policies.min_advance_hours))
        case Reason.HORIZON:
            talk.say("too_far", days=str(policies.max_advance_days))
        case _:
            wish = talk.speech.wish(draft.when, today)
            talk.say("not_then", wish=wish, wish_start=voice.capital(wish))


def _say_closed(talk: Talk, draft: Draft, date: dt.date) -> None:
    """Nobody is there that day: the whole clinic, the wished professional, or whoever performs the service."""
    day = talk.speech.day(date, talk.today)
    why, professional = talk.speech.why_closed(talk.context, date), talk.context.professional(draft.professional_id)
    if why is not None:
        talk.say("closed_then", day=voice.capital(day), why=why)
    elif professional is not None:
        who = talk.speech.the(professional)
        talk.say(
            "absent_then",
            day=day,
            day_start=voice.capital(day),
            professional=who,
            professional_start=voice.capital(who),
        )
    else:
        service = talk.service_name(draft)
        talk.say("not_that_day", day=day, day_start=voice.capital(day), service=service)


def _refusal(talk: Talk, draft: Draft) -> Refusal:
    """Ask the agenda about the very day that was named; without one there is nothing to explain."""
    when, now = draft.when, talk.facts.now
    if when.date is None:
        return Refusal(Reason.TAKEN)
    if when.time and when.date == now.date():
        ahead = dt.datetime.combine(when.date, when.time, now.tzinfo) - now
        if ahead < dt.timedelta(hours=talk.context.scheduling_policies.min_advance_hours):
            return Refusal(Reason.NOTICE)
    found = talk.facts.agenda.explain(talk.wish(draft), when.date, moving=draft.appointment_id)
    return found or Refusal(Reason.TAKEN)


def _with_whom(talk: Talk, draft: Draft) -> str:
    professional = talk.context.professional(draft.professional_id)
    return talk.fragments.with_whom.format(professional=talk.speech.the(professional)) if professional else ""
