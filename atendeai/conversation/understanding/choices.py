"""Which of the offered options a message picks: by number, order, title, time or day, or "nenhum desses"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from atendeai.conversation.understanding.lexicon_choices import (
    AN_OPTION,
    AROUND,
    EXTREME,
    LATE,
    MIDDLE,
    NEGATION,
    NONE,
    OF_A_MOMENT,
    ORDINALS,
    POINTED,
    POINTING,
    THIS,
    WEEKDAY_ORDINALS,
    WEEKDAYS,
    WORD_NUMBERS,
)
from atendeai.conversation.understanding.model import Option, When
from atendeai.conversation.understanding.words import Words, spelled

_CLOCK = re.compile(r"(?<![\d/])(\d{1,2})(?::|h)(\d{2})?(?: ?([ap])m)?(?![\d/])")
_DATE = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})(?!\d)")


class _Offer(NamedTuple):
    option: Option
    words: tuple[str, ...]
    times: frozenset[dt.time]
    days: frozenset[tuple[int, int]]
    weekdays: frozenset[int]


def none_of_them(words: Words) -> bool:
    """Whether all that was offered is declined."""
    return NONE.search(words.joined()) is not None


class Choice(NamedTuple):
    """`counted` says the words were a place in the list, hence no moment."""

    option: Option
    counted: bool


def choose(
    words: Words, when: When, options: Sequence[Option], aside: frozenset[int] = frozenset(), *, ranked: bool = False
) -> Choice | None:
    """The one option that `words` pick, or None; a number counts only within the list.

    `ranked` says that no day was asked for, so that "segunda" is the second row.
    `aside` are places of tokens that name something else ("a primeira, *pela unimed*").
    """
    if not options or not words.tokens:
        return None
    offers = [_offer(option) for option in options]
    readings: tuple[Callable[[], _Offer | None], ...] = (
        lambda: _only([o for o in offers if o.words == words.tokens]),
        lambda: _by_number(words, offers, aside, ranked),
        lambda: None if when.time else _by_number_in_a_clause(words, offers, aside, ranked),
        lambda: _by_moment(words, when, offers),
        lambda: None if _is_moment(when) and _dated(offers) else _by_title(words, offers),
        lambda: offers[0] if len(offers) == 1 and THIS.search(words.joined()) else None,
        lambda: _by_extreme(words, offers),
    )
    for place, reading in enumerate(readings):
        offer = reading()
        if offer is not None:
            return Choice(offer.option, counted=place in (1, 2))
    return None


def _offer(option: Option) -> _Offer:
    text = f"{option.title} {option.description}".lower()
    words = spelled(option.title)
    return _Offer(
        option,
        words,
        frozenset(
            _wall(int(h), int(m or 0), half) for h, m, half in _CLOCK.findall(text) if int(h) < 24 and int(m or 0) < 60
        ),
        frozenset((int(day), int(month)) for day, month in _DATE.findall(text)),
        frozenset(WEEKDAYS[word[:3]] for word in words if _is_weekday(word)),
    )


def _wall(hour: int, minute: int, half: str) -> dt.time:
    """An hour as a row shows it; `half` is "a", "p", or "" on the clock of 24 hours."""
    return dt.time(hour % 12 + (12 if half == "p" else 0) if half else hour, minute)


def _is_weekday(word: str) -> bool:
    return word in WEEKDAYS or word in {"segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo"}


def _only(offers: Sequence[_Offer]) -> _Offer | None:
    return offers[0] if len(offers) == 1 else None


def _by_number(words: Words, offers: Sequence[_Offer], aside: frozenset[int], ranked: bool) -> _Offer | None:
    """A number or ordinal with nothing but small words around it."""
    if _no_count(words):
        return None
    return _numbered([token for at, token in enumerate(words.tokens) if at not in aside], offers, ranked)


def _no_count(words: Words) -> bool:
    """Whether a number among `words` would be an hour, a day, or part of a question."""
    return words.asked or _of_a_moment(words.tokens)


def _of_a_moment(tokens: Sequence[str]) -> bool:
    return bool(OF_A_MOMENT & set(tokens) and AN_OPTION.isdisjoint(tokens))


def _by_number_in_a_clause(
    words: Words, offers: Sequence[_Offer], aside: frozenset[int], ranked: bool
) -> _Offer | None:
    """The one clause that is a number or ordinal, whatever the others say ("a segunda, é pra minha mãe")."""
    told = [clause for clause in words.clauses if not clause.question]  # "quero a 1. Onde vocês ficam?"
    if "ou" in words.tokens or _of_a_moment([t for c in told for t in words.tokens[c.start : c.end]]):
        return None
    parts = [[words.tokens[at] for at in range(c.start, c.end) if at not in aside] for c in told]
    found = _only([one for part in parts if (one := _numbered(part, offers, ranked)) is not None])
    return found or _only([one for part in parts if (one := _pointed(part, offers)) is not None])


def _pointed(tokens: Sequence[str], offers: Sequence[_Offer]) -> _Offer | None:
    """ "Vai a 4", "olhei aqui e a 9 é a melhor": the one number there is, pointed at, and nothing counted by it."""
    found = [one[1] or one[2] for one in POINTED.finditer(f" {' '.join(tokens)} ")]
    numbers = [token for token in tokens if token.isdecimal()]
    if len(found) != 1 or NEGATION & set(tokens) or len(numbers) > 1:
        return None
    number = _number(found[0], offers, as_option=False, articled=False)
    counted = [offer for offer in offers if _dated([offer])] or offers if number and number < 0 else offers
    if not number or abs(number) > len(counted):
        return None
    return counted[number - 1 if number > 0 else number]


def _numbered(tokens: Sequence[str], offers: Sequence[_Offer], ranked: bool) -> _Offer | None:
    telling = [t for t in tokens if t not in AROUND or (t in WORD_NUMBERS and len(tokens) == 1)]
    if len(telling) != 1:
        numbered = [t for t in tokens if t in WORD_NUMBERS]
        telling = numbered if not telling and len(numbered) == 1 and POINTING & set(tokens) else []
    if not telling:
        return None
    # "Outro dia" below a list of times is no time: the last of them stands above it.
    shown = [offer for offer in offers if _dated([offer])] or offers
    if telling[0] in MIDDLE:
        return shown[len(shown) // 2] if len(shown) % 2 else None
    # "La segunda" is no Monday: that would be "lunes".
    as_option = ranked or bool((AN_OPTION | {"la"}) & set(tokens))
    number = _number(telling[0], offers, as_option=as_option, articled="a" in tokens)
    if number is None or number == 0:
        return None
    counted = shown if number < 0 else offers
    if abs(number) > len(counted):
        return None
    return counted[number - 1 if number > 0 else number]


def _number(word: str, offers: Sequence[_Offer], *, as_option: bool, articled: bool) -> int | None:
    if word.isdecimal() and len(word) <= 2:
        return int(word)
    # "a segunda" is Monday only where a Monday is offered, "segunda" alone always.
    ranked = as_option or (word == "segunda" and articled and all(0 not in offer.weekdays for offer in offers))
    if word in WEEKDAY_ORDINALS and not ranked:
        return None
    return WORD_NUMBERS.get(word) or ORDINALS.get(word) or WEEKDAY_ORDINALS.get(word)


def _by_moment(words: Words, when: When, offers: Sequence[_Offer]) -> _Offer | None:
    """The one offer at the wished time, on the wished day, or in the wished part of the day."""
    if not when or when.past or not _dated(offers) or NEGATION & set(words.tokens):
        return None
    fitting = list(offers)
    if when.date is not None:
        date = when.date
        by_day = [o for o in fitting if (date.day, date.month) in o.days]
        fitting = by_day or [o for o in fitting if not o.days and date.weekday() in o.weekdays]
    elif when.weekdays:
        fitting = [o for o in fitting if o.weekdays & set(when.weekdays)]
    if when.time is not None:
        fitting = [o for o in fitting if when.time in o.times] or _other_half(when.time, fitting)
    elif when.time_range is not None:
        start, end = when.time_range
        fitting = [o for o in fitting if any(start <= t < end for t in o.times)]
    elif when.date is None and not when.weekdays:
        return None
    return _only(fitting)


def _dated(offers: Sequence[_Offer]) -> bool:
    return any(o.times or o.days or o.weekdays for o in offers)


def _is_moment(when: When) -> bool:
    """A day or an hour was named: offers of other days and hours are not what is meant, however alike they look."""
    return bool(when.date or when.time or when.time_range or when.weekdays)


def _by_extreme(words: Words, offers: Sequence[_Offer]) -> _Offer | None:
    """The ends of a list: "o mais cedo" of offers in the order of time; "mais tarde" alone asks for others."""
    said = EXTREME.search(words.joined())
    timed = [offer for offer in offers if offer.times]
    if said is None or not timed:
        return None
    return timed[-1] if said.group(1) in LATE else timed[0]


def _other_half(time: dt.time, offers: Sequence[_Offer]) -> list[_Offer]:
    """The same hour twelve hours on: "às 2" picks 14:00 when no 02:00 is on offer."""
    other = time.replace(hour=(time.hour + 12) % 24)
    return [o for o in offers if other in o.times]


def _by_title(words: Words, offers: Sequence[_Offer]) -> _Offer | None:
    """The one option whose telling words the message says, when it says little else."""
    said = [t for t in words.tokens if t not in AROUND]
    if not said or NEGATION & set(said) or words.asked:
        return None
    common = {w for w in set(offers[0].words) if len(offers) > 1 and all(w in o.words for o in offers)}
    scored = [(_covered(said, [w for w in o.words if w not in AROUND and w not in common]), o) for o in offers]
    best = max(score for score, _ in scored)
    winners = [o for score, o in scored if score == best]
    if best == 0 or len(winners) != 1 or best < len(said) / 2:
        return None
    return winners[0]


def _covered(said: Sequence[str], title: Sequence[str]) -> int:
    return sum(any(_same(word, other) for other in title) for word in said)


def _same(word: str, other: str) -> bool:
    if word == other:
        return True
    if min(len(word), len(other)) < 5 or word[0] != other[0]:
        return False
    # "doutora" is no slip for "doutor".
    gendered = other in (f"{word}a", f"{word[:-1]}a") or word in (f"{other}a", f"{other[:-1]}a")
    return not gendered and OSA.distance(word, other) <= 1
