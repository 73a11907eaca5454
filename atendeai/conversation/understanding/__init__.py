"""Understanding a patient's message: what is wanted, what is named, whether it cannot wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.understanding.evidence import observe
from atendeai.conversation.understanding.model import Expects, Option, Understanding
from atendeai.conversation.understanding.verdict import decide

__all__ = ["understand"]


def understand(
    text: str,
    *,
    context: ClinicContext | None,
    now: dt.datetime,
    expects: Expects | None = None,
    options: Sequence[Option] = (),
) -> Understanding:
    """One message understood, by its words alone: no clock, no network, the same answer every time.

    `now` is the clinic's wall time; `expects` and `options` are what the bot's last reply asked for and offered.
    Never raises, whatever the text.
    """
    evidence = observe(text, context=context, now=now, expects=expects, options=options)
    verdict = decide(evidence)
    return Understanding(
        text=text,
        language=evidence.language,
        intent=verdict.intent,
        confidence=verdict.confidence,
        entities=evidence.entities,
        candidates=verdict.candidates,
        secondary_intents=verdict.secondary,
        red_flag=evidence.red_flag,
    )
