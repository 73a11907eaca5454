"""A message of uncertain meaning: the two likeliest are offered, and what it said is kept for when one is picked."""

from __future__ import annotations

import msgspec

from atendeai.conversation.answers import asks_for_rule
from atendeai.conversation.state import Draft, State, draft_of
from atendeai.conversation.talk import OTHER_THING, Talk
from atendeai.conversation.understanding.model import Entities, Intent, Option, Understanding

SURE = 0.5  # confidences are how often such an understanding is right
SURE_TO_CHANGE = 0.7  # for what takes something away
PLAUSIBLE, BESIDE = 0.2, 0.05
ALONE = 0.3  # what is asked alone, or would take something away, must be likelier
_TAKES_AWAY = ("cancel", "reschedule", "opt_out")
_KEPT_TEXT = 600


def ask_if_grave(talk: Talk, state: State) -> State | None:
    """Whether to ask before taking something away on a guess; None when sure, or nothing is taken away."""
    heard = talk.understanding
    grave = ("opt_out",) if draft_of(state) is not None else _TAKES_AWAY
    plain = talk.repair is not None or asks_for_rule(talk)
    if heard.intent not in grave or not SURE <= heard.confidence < SURE_TO_CHANGE or plain:
        return None
    return state if ask(talk, state) else None


def ask(talk: Talk, state: State) -> bool:
    """Offer the likeliest meanings, if any is likely; False when there is none to offer."""
    likely = _likely(talk, draft_of(state))
    if not likely and draft_of(state) is None and (talk.entities.service or talk.entities.services):
        likely = ["book"]  # a service that is named is named for a reason
    if not likely:
        return False
    book, labels = talk.voice.book, talk.labels
    if len(likely) == 1:
        options = [Option(id=f"intent:{likely[0]}", title=labels.yes), Option(id=OTHER_THING, title=labels.no)]
        talk.ask("intent", "is_it_this", options, wish=book.wishes[likely[0]])
    else:
        options = [Option(id=f"intent:{intent}", title=book.topics[intent]) for intent in likely]
        options.append(Option(id=OTHER_THING, title=labels.other_thing))
        first, second = (book.wishes[intent] for intent in likely)
        talk.ask("intent", "did_you_mean", options, first=first, second=second)
    talk.unsure = msgspec.structs.replace(talk.understanding, text=talk.understanding.text[:_KEPT_TEXT])
    return True


def _likely(talk: Talk, draft: Draft | None) -> list[Intent]:
    """At most two meanings that can be acted on, the likelier first; not the one that is under way."""
    under_way = {"book", "availability", "affirm", "deny"} if draft and draft.purpose == "book" else set()
    heard = talk.understanding
    if heard.confidence >= SURE and (heard.intent in under_way or heard.intent not in talk.voice.book.wishes):
        return []  # understood well enough, only of no use here
    ranked = sorted(talk.understanding.candidates, key=lambda one: -one.confidence)
    fit = [one for one in ranked if one.intent in talk.voice.book.wishes and one.intent not in under_way]
    likely = [one.intent for one in fit[:2] if one.confidence >= BESIDE]
    grave = len(likely) == 1 or (bool(fit) and fit[0].intent in _TAKES_AWAY)
    return likely if fit and fit[0].confidence >= (ALONE if grave else PLAUSIBLE) else []


def settle(talk: Talk) -> bool:
    """Take up a message whose meaning has now been told, by a pick or in words; False when none has."""
    kind, value = talk.choice or ("", "")
    kept = talk.thread.unsure
    if kind == "intent" and value != "other":
        told = kept or Understanding(text=talk.understanding.text, language=talk.understanding.language)
        _take_up(talk, told, value, told.entities)  # type: ignore[arg-type]
        return True
    heard = talk.understanding
    offered = {option.id for option in talk.thread.options}
    if kind or kept is None or f"intent:{heard.intent}" not in offered or heard.confidence < SURE:
        return False
    text = f"{kept.text}\n{heard.text}"
    _take_up(talk, msgspec.structs.replace(kept, text=text), heard.intent, kept.entities.and_then(talk.entities))
    return True


def _take_up(talk: Talk, told: Understanding, intent: Intent, said: Entities) -> None:
    """Nothing that was said is asked again; what answered an older question answers no other."""
    others = tuple(one for one in told.secondary_intents if one != intent)
    entities = msgspec.structs.replace(said, choice=None, yes_no=None, none_of_them=False)
    talk.hear_as(
        msgspec.structs.replace(
            told, intent=intent, confidence=1.0, secondary_intents=others, entities=entities, candidates=()
        )
    )


def none_of_these(talk: Talk, state: State) -> State:
    """ "Outra coisa": to be said in other words."""
    talk.understood_this = False
    talk.ask("intent", "say_it_otherwise", talk.main_menu())
    return state
