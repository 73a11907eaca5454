"""What is seen in a message before it is judged: its words, what they name, and what the bot's last question makes
of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.understanding.entities import extract
from atendeai.conversation.understanding.language import language
from atendeai.conversation.understanding.model import Entities, Expects, Language, Option
from atendeai.conversation.understanding.red_flags import screen
from atendeai.conversation.understanding.words import Clause, Words, read

MAX_PARTS = 6  # more clauses than that tell a story


class Evidence(NamedTuple):
    """Handed to the rules and to the classifier alike; `marked` are the tokens with SVC, PROF, PLAN and an awaited
    NAME in place of names, padded with "" so that positions stay."""

    words: Words
    marked: tuple[str, ...]
    entities: Entities
    language: Language = "pt"
    expects: Expects | None = None
    red_flag: str | None = None
    service_said: bool = False
    kind_said: bool = False  # "consulta", "exame"
    bare_answer: bool = False  # nothing but the yes or no
    picked: str = ""  # title of the option that was chosen where no answer was due


def observe(
    text: str, *, context: ClinicContext | None, now: dt.datetime, expects: Expects | None, options: Sequence[Option]
) -> Evidence:
    """All that can be seen without judging; arguments as in `understand`."""
    words = read(text)
    spoken = language(text)
    reading = extract(words, context=context, now=now, expects=expects, options=options, language=spoken)
    return Evidence(
        words=words,
        marked=reading.marked,
        entities=reading.entities,
        language=spoken,
        expects=expects,
        red_flag=screen(words),
        service_said=reading.service_said,
        kind_said=reading.kind_said,
        bare_answer=reading.bare_answer,
        picked=reading.picked,
    )


def parts(evidence: Evidence) -> list[Evidence]:
    """Each clause of a message as if it stood alone, by its words only; [] when there is but one."""
    clauses = evidence.words.clauses[:MAX_PARTS]
    return [_alone(evidence, clause) for clause in clauses] if len(clauses) > 1 else []


def _alone(evidence: Evidence, clause: Clause) -> Evidence:
    words, (start, end) = evidence.words, clause[:2]
    spans = words.spans[start:end]
    return Evidence(
        words=Words(
            text=words.text[spans[0][0] : spans[-1][1]],
            tokens=words.tokens[start:end],
            spans=spans,
            clauses=(Clause(0, end - start, clause.question, 0),),
            asked=words.asked and clause.question,
        ),
        marked=evidence.marked[start:end],
        entities=Entities(),
        language=evidence.language,
    )
