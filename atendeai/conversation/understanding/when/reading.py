"""The door of the room: a message and a clock in, a `When` out."""

from __future__ import annotations

import datetime as dt

from atendeai.conversation.understanding.model import Language, When
from atendeai.conversation.understanding.when.findings import read
from atendeai.conversation.understanding.when.hours import OPENING
from atendeai.conversation.understanding.when.meaning import weigh
from atendeai.conversation.understanding.when.parse import parse
from atendeai.conversation.understanding.when.reckoning import YEARS, Mood


def parse_when(
    text: str,
    now: dt.datetime,
    *,
    opening: tuple[dt.time, dt.time] | None = None,
    prefer: Mood = "future",
    language: Language = "pt",
) -> When:
    """The moment that `text` wishes for, or an empty `When`.

    `now` is the clinic's wall time, aware or naive. `opening` (07:00-20:00 unless told) settles "às 2". Undated days
    look to the future unless `prefer` or the verbs say otherwise. `language` is expected where the words do not tell
    ("10 to 11"). Open ends are date.min and date.max, 00:00 and 23:59;
    a span that reaches midnight ends at time.max. Linear in the length of `text`; never raises.
    """
    # The longest reach is 120 years; away from the calendar's ends no sum can leave it.
    if now.year not in YEARS:
        return When()
    return weigh(read(parse(text, language), prefer), now, opening or OPENING)
