"""Which insurance plan a message names, whether this clinic lists it, and whether the patient pays privately."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.understanding.gazetteer import Gazetteer, phrases
from atendeai.conversation.understanding.lexicon_plans import PAYS_WHEN_ASKED, PLANS, PRIVATE_PAY
from atendeai.conversation.understanding.lexicon_words import vocabulary
from atendeai.conversation.understanding.words import spelled

_DROPPED = frozenset({"saude", "seguros", "seguro", "plano", "convenio", "do", "da", "de"})
# A plan's everyday word alone ("porto", "alice") must not make a person or a place a plan.
_TOO_COMMON = vocabulary("porto alice assim postal caixa nossa santa sao care plus pro sc")


_ANSWER = 4  # "meu plano é porto"


class Insured(NamedTuple):
    """`plan` is a name of the clinic's document, `unknown` one it does not list.

    `spans` are the tokens of plans, `paying` those that say the patient pays.
    """

    plan: str | None = None
    unknown: str | None = None
    private: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    paying: tuple[tuple[int, int], ...] = ()


_KNOWN_PLANS = {phrase: name for name, line in PLANS.items() for phrase in phrases(line)}
_PRIVATE: Gazetteer[bool] = Gazetteer((phrase, True) for phrase in phrases(PRIVATE_PAY))
_PAYING: Gazetteer[bool] = Gazetteer((phrase, True) for phrase in phrases(PAYS_WHEN_ASKED))
_BESIDE_PAYING = vocabulary(
    "eu vou pagar em no na a com por de mesmo mesma credito debito so tudo ai entao en with in by yo"
)


class PlanIndex:
    """A clinic's plans, and the well-known ones that it does not take."""

    def __init__(self, context: ClinicContext | None) -> None:
        self._short = Gazetteer(_by_common_words(context))
        self._plans: Gazetteer[tuple[str, bool]] = Gazetteer([*_listed(context), *_unlisted()], shortest_fuzzy=6)

    def find(self, tokens: Sequence[str], *, expected: bool = False) -> Insured:
        """The first plan of the clinic's own in `tokens`, else the first well-known one.

        `expected` says that the bot asked for it: then "porto" is the plan, not the town.
        """
        mentions = self._plans.find(tokens)
        if expected and not mentions and len(tokens) <= _ANSWER:
            mentions = self._short.find(tokens, fuzzy=False)
        paying = _PRIVATE.find(tokens, fuzzy=False)
        listed = [m.value[0] for m in mentions if m.value[1]]
        unknown = [m.value[0] for m in mentions if not m.value[1]]
        return Insured(
            plan=listed[0] if listed else None,
            unknown=unknown[0] if unknown and not listed else None,
            private=bool(paying),
            spans=tuple((m.start, m.end) for m in mentions),
            paying=tuple((m.start, m.end) for m in paying),
        )


def pays(tokens: Sequence[str]) -> bool:
    """Whether a short answer to "que convênio?" says that the patient pays."""
    covered = {at for mention in _PAYING.find(tokens, fuzzy=False) for at in range(mention.start, mention.end)}
    return bool(covered) and all(at in covered or token in _BESIDE_PAYING for at, token in enumerate(tokens))


def _listed(context: ClinicContext | None) -> Iterator[tuple[tuple[str, ...], tuple[str, bool]]]:
    plans = [plan for plan in context.insurance_plans if plan.active] if context else []
    own = {phrase: plan.name for plan in plans for name in (plan.name, *plan.aliases) if (phrase := spelled(name))}
    shown = {_KNOWN_PLANS[phrase]: name for phrase, name in own.items() if phrase in _KNOWN_PLANS}
    for phrase, name in own.items():
        yield phrase, (name, True)
        short = tuple(word for word in phrase if word not in _DROPPED)
        if short != phrase and not (len(short) == 1 and short[0] in _TOO_COMMON):
            yield short, (name, True)
    for phrase, known in _KNOWN_PLANS.items():
        if known in shown:
            yield phrase, (shown[known], True)


def _by_common_words(context: ClinicContext | None) -> Iterator[tuple[tuple[str, ...], tuple[str, bool]]]:
    for plan in context.insurance_plans if context else ():
        first = spelled(plan.name)[:1]
        if plan.active and first and first[0] in _TOO_COMMON:
            yield first, (plan.name, True)


def _unlisted() -> Iterator[tuple[tuple[str, ...], tuple[str, bool]]]:
    for phrase, name in _KNOWN_PLANS.items():
        yield phrase, (name, False)
