"""Which language a conversation is in: the clinic's first, until the patient plainly speaks another that it lists."""

from __future__ import annotations

import re

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.facts import Heard
from atendeai.conversation.phrases import BOOKS
from atendeai.conversation.state import Thread
from atendeai.conversation.understanding.language import tongue, wished_language
from atendeai.conversation.understanding.model import Language


def spoken(context: ClinicContext) -> list[Language]:
    """The listed languages that there are words for, in the clinic's order; Portuguese when it lists none of them."""
    listed = [tag.split("-")[0].lower() for tag in context.ai_personality.languages]
    return list(dict.fromkeys(language for tag in listed for language in BOOKS if language == tag)) or ["pt"]


def asked_for(heard: Heard) -> Language | None:
    """The language that the patient asks to be answered in, if that is what the message does."""
    if heard.tapped or heard.understanding.entities.professional:  # "o Dr. Roberto fala inglês?"
        return None
    return wished_language(heard.understanding.text)


def language_of(context: ClinicContext, thread: Thread, heard: Heard) -> Language:
    """The language to answer in.

    A wish for a listed language is granted at once; else only a message that is plainly in another language
    changes it. Taps, numbers, names and words that several languages share never do. A language that the clinic
    does not list is answered in its first.
    """
    listed = spoken(context)
    current = thread.language if thread.language in listed else listed[0]
    if heard.tapped or len(listed) == 1:
        return current
    wished = asked_for(heard)
    heard_in = tongue(_without_name(heard))
    now = wished or (heard_in.language if heard_in.clear else current)
    return now if now in listed else listed[0]


def _without_name(heard: Heard) -> str:
    """What was said beside the name of a person: "Will Sunday" is no English, "my name is Ana" is."""
    name, text = heard.understanding.entities.person_name, heard.understanding.text
    if not name:
        return text
    words = "|".join(map(re.escape, name.split()))
    return re.sub(rf"\b(?:{words})\b", " ", text, flags=re.IGNORECASE)
