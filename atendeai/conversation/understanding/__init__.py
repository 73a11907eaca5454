"""Understanding a patient's message: what is wanted, what is named, whether it cannot wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.understanding.entities import extract
from atendeai.conversation.understanding.language import language
from atendeai.conversation.understanding.model import Expects, Option, Understanding
from atendeai.conversation.understanding.red_flags import screen
from atendeai.conversation.understanding.verdict import Evidence, decide
from atendeai.conversation.understanding.words import read

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
    words = read(text)
    flag = screen(words)
    reading = extract(words, context=context, now=now, expects=expects, options=options)
    evidence = Evidence(
        reading.entities,
        reading.service_said,
        reading.kind_said,
        expects,
        red_flag=flag is not None,
        bare_answer=reading.bare_answer,
        picked=reading.picked,
    )
    verdict = decide(words, reading.marked, evidence)
    return Understanding(
        text=text,
        language=language(words.tokens),
        intent=verdict.intent,
        confidence=verdict.confidence,
        entities=reading.entities,
        candidates=verdict.candidates,
        secondary_intents=verdict.secondary,
        red_flag=flag,
    )
