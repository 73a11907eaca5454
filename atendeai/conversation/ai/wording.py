"""Friendlier words for what was decided: the facts stay here, and what comes back is checked word by word. Pure.

Every fact of a reply (a date, price, name, address, a sentence of the clinic's own) is taken out before it is sent
and put back afterwards. What is left between the facts may change its tone, and nothing else: a number, a day, a
name, a promise or a denial that was not there makes the whole answer worthless.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec
from msgspec import Struct

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.ai.guard import changes_nothing, clinic_words, is_proper
from atendeai.conversation.ai.minimise import is_minimal, public_words
from atendeai.conversation.facts import Decision
from atendeai.conversation.understanding.model import Understanding

LEAST_WORDS = 3  # between the facts; fewer are not worth a request
MOST_CHARS = 1000  # WhatsApp's bodies with options have 1,024
UNCHANGED = ("emergency", "data_request")  # what a person is called for with words that law or medicine chose
UNCHANGED_INTENTS = ("emergency", "opt_out", "data_request", "medical_advice")

SYSTEM = """\
You polish the Brazilian Portuguese (or other) sentences of a clinic's WhatsApp receptionist so that they sound warm
and natural. The user turn is one JSON object: `texts` are the sentences, `tone` how the clinic speaks.
- Answer with the same number of texts, in the same order and language, each saying exactly the same.
- ⟦1⟧, ⟦2⟧ … stand for facts. Keep every one, once, in the same order, and write nothing like them yourself.
- Add no fact: no number, date, day, hour, price, name, service, address, link or promise.
- Keep every question a question, and ask no other. Keep what is denied denied.
- Never say that something is booked, confirmed, moved or cancelled unless the sentence itself says so.
- About as long as it was. No markdown. Emoji only if the tone allows it."""

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"texts": {"type": "array", "items": {"type": "string"}}},
    "required": ["texts"],
    "additionalProperties": False,
}


class Polished(Struct, frozen=True, forbid_unknown_fields=True):
    """What a model answers."""

    texts: list[str]


class Template(Struct, frozen=True):
    """A reply with its facts taken out: `text` holds ⟦1⟧ for the first of `facts`, and so on."""

    text: str
    facts: tuple[str, ...]


_HOLE = re.compile(r"⟦(\d+)⟧")
_BRACKETS = re.compile("[⟦⟧]")
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d]")
# Lines of a list or of a receipt, quotations, addresses of the net, and whatever has a digit in it.
_SHAPES = (
    r"^[^\S\n]*(?:[•*\-–]|\d+[.)]|[\U0001f000-\U0001faff\u2600-\u27bf\u2b50]).*$"
    r"|[\"“«][^\"”»\n]+[\"”»]"
    r"|(?:https?://|www\.)\S+|\S+@\S+"
    r"|\(?(?:R\$|US\$|€)\s*[\d.,]+\d"
    r"|[^\s⟦⟧]*\d(?:[^\s⟦⟧]*[^\s⟦⟧.,;:!?)»”\"])?"
)
_DAYS = (
    r"\b(?:(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|sábado|domingo|(?:depois de )?amanhã|hoje|ontem"
    r"|(?:de|pela|à|da) (?:manhã|tarde|noite)|meio-dia|meia-noite"
    r"|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday"
    r"|lunes|martes|miércoles|jueves|viernes|(?:pasado )?mañana|hoy|ayer)\b"
)
# What stands between two facts and belongs to them: "sexta-feira, 27/11, às 08:30" is one.
_JOINT = re.compile(r"⟦(\d+)⟧([\s,;·()/–-]*(?:(?:às?|até|a las?|at|on|de|do|da|em|no|na)\s+)?)⟦(\d+)⟧")


def may_be_reworded(decision: Decision, heard: Understanding, context: ClinicContext) -> bool:
    """Never in an emergency, and never where somebody's rights, consent or health are spoken of."""
    said = "\n".join(reply.text for reply in decision.replies)
    fixed = (context.emergency_text, context.policies.consent, context.policies.privacy)
    return not (
        heard.red_flag
        or decision.escalate in UNCHANGED
        or heard.intent in UNCHANGED_INTENTS
        or any(text and _bare(text) in _bare(said) for text in fixed)
    )


def _bare(text: str) -> str:
    """As it is compared: a clinic may want no emoji, whose gaps are closed."""
    return " ".join(_EMOJI.sub(" ", text).split())


def templates(texts: Sequence[str], people: Sequence[str], context: ClinicContext) -> list[Template | None]:
    """Each reply without its facts, or None where it stays as it is; `people` are names that may stand in it."""
    facts = clinic_facts(context)
    public = public_words(context)
    made = [template(text, facts, people) for text in texts]
    # What was overlooked must not leave: then nothing does.
    return [one if one and is_minimal(one.text, names=people, public=public, year=0) else None for one in made]


def template(text: str, facts: Iterable[str], people: Iterable[str] = ()) -> Template | None:
    """`text` without its facts; None when there is nothing left to polish, or it cannot be taken apart.

    `facts` are the clinic's own texts, which are facts wherever they stand, like the names of `people`, whole or first.
    """
    if _BRACKETS.search(text) or len(text) > MOST_CHARS:
        return None
    found: list[str] = []

    def take(fact: re.Match[str]) -> str:
        if _HOLE.fullmatch(fact.group()):
            return fact.group()  # a name that was taken out before
        found.append(fact.group())
        return f"⟦{len(found)}⟧"

    named = frozenset(part for name in people for part in (name, name.strip().partition(" ")[0]))
    holed = re.sub(_any_of(named), take, text, flags=re.IGNORECASE) if any(map(_is_fact, named)) else text
    holed = _proper(_facts(frozenset(facts)).sub(take, holed), found)
    made = _renumbered(_joined(holed, found), found)
    words = re.findall(r"[^\W\d_]{2,}", _HOLE.sub(" ", made.text))
    return made if len(words) >= LEAST_WORDS else None


@lru_cache(maxsize=64)
def _facts(texts: frozenset[str]) -> re.Pattern[str]:
    """Whatever is a fact in any reply of a clinic; kept, since it is long."""
    return re.compile(
        "|".join(filter(None, (_HOLE.pattern, _any_of(texts), _SHAPES, _DAYS))), re.IGNORECASE | re.MULTILINE
    )


def _any_of(texts: Iterable[str]) -> str:
    known = sorted({text.strip() for text in texts if _is_fact(text)}, key=len, reverse=True)
    return "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in known)


def _is_fact(text: str) -> bool:
    return len(text.strip()) > 2


def _proper(text: str, found: list[str]) -> str:
    """Words that only names are written like."""
    places = [word for word in re.finditer(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*", text) if is_proper(text, word)]
    for word in reversed(places):
        found.append(word.group())
        text = f"{text[: word.start()]}⟦{len(found)}⟧{text[word.end() :]}"
    return text


def _joined(text: str, found: list[str]) -> str:
    """Neighbours as one fact, so that they cannot change places."""
    while (pair := _JOINT.search(text)) is not None:
        first, second = int(pair[1]) - 1, int(pair[3]) - 1
        found.append(f"{found[first]}{pair[2]}{found[second]}")
        text = f"{text[: pair.start()]}⟦{len(found)}⟧{text[pair.end() :]}"
    return text


def _renumbered(text: str, found: Sequence[str]) -> Template:
    facts: list[str] = []

    def number(hole: re.Match[str]) -> str:
        facts.append(found[int(hole[1]) - 1])
        return f"⟦{len(facts)}⟧"

    return Template(_HOLE.sub(number, text), tuple(facts))


def spoken(
    local: Sequence[str], made: Sequence[Template | None], polished: Sequence[str], context: ClinicContext
) -> tuple[str, ...] | None:
    """All replies as they are to be said; None when one of the polished texts does not say the same."""
    if len(polished) != sum(one is not None for one in made):
        return None
    texts = iter(polished)
    said = [text if one is None else filled(one, next(texts), context) for text, one in zip(local, made, strict=True)]
    return tuple(text for text in said if text is not None) if None not in said else None


def filled(made: Template, polished: str, context: ClinicContext) -> str | None:
    """The polished text with its facts back in place; None when it does not say the same."""
    polished = unicodedata.normalize("NFC", polished).strip()
    holes = [int(number) for number in _HOLE.findall(polished)]
    if holes != list(range(1, len(made.facts) + 1)) or _BRACKETS.search(_HOLE.sub("", polished)):
        return None
    if not context.ai_personality.emoji and _EMOJI.search(polished):
        return None
    if not changes_nothing(_HOLE.sub("⟦⟧", made.text), _HOLE.sub("⟦⟧", polished), clinic_words(context)):
        return None
    text = _HOLE.sub(lambda hole: made.facts[int(hole[1]) - 1], polished)
    return text[:1].upper() + text[1:]


def clinic_facts(context: ClinicContext) -> list[str]:
    """Every text of the clinic's document, and its pieces as `dress` leaves them."""
    texts = list(_texts(msgspec.to_builtins(context)))
    return [*texts, *(bare for text in texts if (bare := _bare(text)) != text)]


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for name, member in value.items():
                if name not in _NO_FACTS:
                    yield from _texts(member)
        case list():
            for member in value:
                yield from _texts(member)


_NO_FACTS = frozenset({"id", "formality", "personality", "tone", "languages", "time_zone", "keywords", "category"})


def data(made: Sequence[Template | None], context: ClinicContext) -> dict[str, Any]:
    """What a question tells: sentences without facts, and how the clinic speaks. Nothing of the patient."""
    personality = context.ai_personality
    tone = [personality.formality, personality.tone, "emoji allowed" if personality.emoji else "no emoji"]
    return {"texts": [one.text for one in made if one], "tone": ", ".join(part for part in tone if part)}
