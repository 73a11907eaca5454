"""Several messages of a burst, heard as one: "oi" + "queria marcar" + "um eletro pra sexta"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import reduce

import msgspec

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.understanding import understand
from atendeai.conversation.understanding.model import Entities, Expects, Option, Understanding


def hear(
    texts: Sequence[str],
    *,
    context: ClinicContext,
    now: dt.datetime,
    expects: Expects | None,
    options: Sequence[Option],
) -> Understanding:
    """All texts as one understanding. The whole is read together, so that a wish may be spread over messages;
    answers that only stand alone ("2", "sim", a name) are taken from the message that gives them."""
    spoken = [text.strip() for text in texts if text.strip()]
    whole = understand(" . ".join(spoken), context=context, now=now, expects=expects, options=options)
    if len(spoken) < 2:
        return whole
    single = [understand(text, context=context, now=now, expects=expects, options=options) for text in spoken]
    surest = max(single, key=lambda heard: heard.confidence)
    if surest.confidence > whole.confidence and surest.intent not in ("greeting", "thanks"):
        whole = msgspec.structs.replace(whole, intent=surest.intent, confidence=surest.confidence)
    intents = dict.fromkeys(intent for heard in single for intent in (heard.intent, *heard.secondary_intents))
    others = tuple(i for i in intents if i not in (whole.intent, "out_of_scope", "affirm", "deny"))
    return msgspec.structs.replace(
        whole,
        text="\n".join(spoken),
        entities=_together([whole.entities, *(heard.entities for heard in single)]),
        secondary_intents=tuple(dict.fromkeys((*whole.secondary_intents, *others))),
        red_flag=whole.red_flag or next((heard.red_flag for heard in single if heard.red_flag), None),
    )


def _together(heard: Sequence[Entities]) -> Entities:
    """The union, in which the whole comes first and a later message corrects an earlier one's answer."""
    whole, *single = heard
    found = reduce(Entities.and_then, (*single, whole))
    if found.choice is None and len(set(filter(None, (e.yes_no for e in heard)))) > 1:
        return msgspec.structs.replace(found, yes_no=None)  # "sim" and "não" in one breath is neither
    return found
