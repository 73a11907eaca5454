"""Which of the clinic's services a message names, by its own names, aliases, and what everybody calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from atendeai.clinics.context import ClinicContext, Service
from atendeai.conversation.understanding.gazetteer import Gazetteer, Mention, phrases
from atendeai.conversation.understanding.lexicon_health import (
    EMPTY_WORDS,
    EXAM_WORDS,
    LAY,
    LAY_FIELDS,
    LOOSE,
    NOT_SERVICES,
    ORGANS,
    PARTS,
    SERVICES,
    SPECIALTIES,
    VISIT_WORDS,
)
from atendeai.conversation.understanding.words import spelled

LAID, NAME, WORD, PART, VISIT, EXAM = 2.0, 1.0, 0.8, 0.5, 0.3, 0.2
_SPECIALTY_OF_EXAMS = 0.6
# "retorno" stays a word in the phrase tables ("o retorno é pago?").
_UNMASKED = frozenset({"exam:return", "exam:first_visit"})
_COORDINATORS = frozenset({"e", "mais", "ou", "and", "or", "y"})
_PRACTITIONERS = ("medico", "medica", "medicos", "doutor", "doutora", "especialista")
_LINKS = (
    *("de", "do", "da", "dos", "das", "em", "para", "del", "de la", "de los"),
    *("que cuida de", "que cuida do", "que cuida da", "que cuida dos", "que trata de", "que trata"),
)
_SPECIAL = ("lay:especializada",)  # means nothing where no service is called so
_LIST_GAP = 4  # "o holter e também o mapa"
_ANSWER = 3  # "a da tireoide" to "which one?"


class Named(NamedTuple):
    """`ids` fit equally well; `generic` says only "consulta" or "exame" was said; `spans` name something for sure."""

    ids: tuple[str, ...] = ()
    generic: bool = False
    spans: tuple[tuple[int, int], ...] = ()


def _concepts() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for phrase in phrases(NOT_SERVICES):
        yield phrase, ()
    for table, kind in ((SERVICES, "exam"), (SPECIALTIES, "specialty")):
        for concept, line in table.items():
            for phrase in phrases(line):
                yield phrase, (f"{kind}:{concept}",)
    for word, line in LAY.items():
        for phrase in phrases(line):
            yield phrase, (f"lay:{word}", *([f"specialty:{LAY_FIELDS[word]}"] if word in LAY_FIELDS else ()))
    for line, concepts in LOOSE.items():
        yield tuple(line.split()), tuple(f"exam:{concept}" for concept in concepts)
    for specialty, line in ORGANS.items():
        for organ in phrases(line):
            for called in _lay_names(organ):
                yield called, (f"specialty:{specialty}",)
    for part, line in PARTS.items():
        for phrase in phrases(line):
            also = ("specialty:obstetrics",) if part == "womb" else ()
            yield phrase, (f"part:{part}", *also)


def _lay_names(organ: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """ "médico do estômago", "especialista em coluna", "heart doctor"."""
    for practitioner in _PRACTITIONERS:
        for link in _LINKS:
            yield (practitioner, *link.split(), *organ)
    for practitioner in ("doctor", "doctors", "specialist"):
        yield (*organ, practitioner)


CONCEPTS: Gazetteer[tuple[str, ...]] = Gazetteer(_concepts())


class ServiceIndex:
    """A clinic's services made ready for `find`."""

    def __init__(self, context: ClinicContext) -> None:
        services = [service for service in context.services if service.active]
        self._features = {service.id: _features(service) for service in services}
        self._visits = frozenset(s.id for s in services if _is_visit(s))
        self._exams = frozenset(s.id for s in services if s.id not in self._visits and _is_exam(s))
        self._first_visits = frozenset(i for i in self._visits if "exam:return" not in self._features[i])
        self._by_feature: dict[str, dict[str, float]] = defaultdict(dict)
        for service in services:
            for feature in self._features[service.id]:
                self._by_feature[feature][service.id] = _weight(feature)
            for word in LAY.keys() & spelled(service.name):
                self._by_feature[f"lay:{word}"][service.id] = LAID
        self._inherit_specialties(services)
        self._words = {service.id: frozenset(_own_words(service)) for service in services}
        concepts = (
            (phrase, value) for phrase, value in _concepts() if value != _SPECIAL or self._by_feature[_SPECIAL[0]]
        )
        names = [*_own_names(services), *concepts, *self._single_words()]
        self._names: Gazetteer[tuple[str, ...]] = Gazetteer(names)

    def find(self, tokens: Sequence[str], performed: frozenset[str] = frozenset(), *, expected: bool = False) -> Named:
        """Services named in `tokens`; `performed` (a named professional's services) settles a tie.

        `expected` says that the bot asked which service, so that a part of the body alone tells one.
        """
        mentions = _telling(self._names.find(tokens), tokens, alone=expected and len(tokens) <= _ANSWER)
        spans = tuple((m.start, m.end) for m in mentions if _masks(m.value))
        listed = [self._fitting(tokens[a:b], held, performed) for a, b, held in _coordinated(tokens, mentions)]
        if len(listed) > 1 and all(one.ids for one in listed):
            named = {service_id for one in listed for service_id in one.ids}
            return Named(tuple(service_id for service_id in self._features if service_id in named), spans=spans)
        return self._fitting(tokens, mentions, performed)._replace(spans=spans)

    def _fitting(
        self, tokens: Sequence[str], mentions: Sequence[Mention[tuple[str, ...]]], performed: frozenset[str]
    ) -> Named:
        """The services that fit all of `mentions` best."""
        scores: dict[str, float] = defaultdict(float)
        said = {feature for mention in mentions for feature in mention.value}
        for feature in said:
            for service_id, weight in self._scored(feature).items():
                scores[service_id] += weight
        if said and not scores:
            return Named()  # named, but not offered here
        generic = not scores
        self._add_kinds(tokens, scores)
        loose = any(_is_loose(mention.value) for mention in mentions)
        return Named(self._best(scores, frozenset() if loose else said, performed, tokens), generic)

    def _scored(self, feature: str) -> dict[str, float]:
        kind, _, value = feature.partition(":")
        if kind == "service":
            service_id, _, size = value.rpartition(":")
            return {service_id: float(size) + 0.5}
        return self._by_feature.get(feature, {})

    def _add_kinds(self, tokens: Sequence[str], scores: dict[str, float]) -> None:
        for words, ids, weight in ((VISIT_WORDS, self._first_visits, VISIT), (EXAM_WORDS, self._exams, EXAM)):
            if not words.isdisjoint(tokens):
                for service_id in ids:
                    if not scores or service_id in scores or weight in scores.values():
                        scores[service_id] = scores.get(service_id, 0.0) + weight

    def _best(
        self, scores: dict[str, float], said: Set[str], performed: frozenset[str], tokens: Sequence[str]
    ) -> tuple[str, ...]:
        if not scores:
            return ()
        top = max(scores.values())
        tied = [service_id for service_id in self._features if scores.get(service_id, 0.0) > top - 0.05]
        for narrower in (
            [s for s in tied if self._features[s] and self._features[s] <= said],
            [s for s in tied if s in performed],
            [s for s in tied if not self._words[s].isdisjoint(tokens)],
        ):
            if len(tied) > 1 and narrower:
                tied = narrower
        return tuple(tied)

    def _inherit_specialties(self, services: Sequence[Service]) -> None:
        """A visit answers to its specialty; exams do when the specialty has no visit."""
        for only_visits, weight in ((True, NAME), (False, _SPECIALTY_OF_EXAMS)):
            found: dict[str, list[str]] = defaultdict(list)
            for service in services:
                if (service.id in self._visits) is only_visits:
                    for feature in _specialty_features(service.specialty):
                        found[feature].append(service.id)
            for feature, ids in found.items():
                if only_visits or not self._by_feature.get(feature):
                    for service_id in ids:
                        self._by_feature[feature].setdefault(service_id, weight)

    def _single_words(self) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        for feature in list(self._by_feature):
            if ":" not in feature:
                yield (feature,), (feature,)


def _weight(feature: str) -> float:
    return PART if feature.startswith("part:") else NAME if ":" in feature else WORD


def _is_part(value: Sequence[str]) -> bool:
    return bool(value) and value[0].startswith("part:")


def _is_lay(value: Sequence[str]) -> bool:
    return bool(value) and value[0].startswith("lay:")


def _is_loose(value: Sequence[str]) -> bool:
    """Whether one phrase stands for any of several exams."""
    return len(value) > 1 and all(feature.startswith("exam:") for feature in value)


def _masks(value: Sequence[str]) -> bool:
    """Whether a mention names a service by itself, so that its words say nothing else."""
    return not _is_part(value) and any(":" in feature for feature in value) and _UNMASKED.isdisjoint(value)


def _telling(
    mentions: list[Mention[tuple[str, ...]]], tokens: Sequence[str], *, alone: bool
) -> list[Mention[tuple[str, ...]]]:
    """Mentions without parts of the body that stand beside no exam ("dor na barriga")."""
    named = alone or not EXAM_WORDS.isdisjoint(tokens) or not all(_is_part(m.value) for m in mentions)
    return mentions if named else []


def _coordinated(
    tokens: Sequence[str], mentions: Sequence[Mention[tuple[str, ...]]]
) -> Iterator[tuple[int, int, list[Mention[tuple[str, ...]]]]]:
    """Stretches of `tokens` with their mentions, cut where "e" or "ou" stands between two: "o holter e o mapa"."""
    start = 0
    held: list[Mention[tuple[str, ...]]] = []
    for mention in mentions:
        between = tokens[held[-1].end : mention.start] if held else ()
        if len(between) <= _LIST_GAP and not _COORDINATORS.isdisjoint(between):
            yield start, mention.start, held
            start, held = mention.start, []
        held.append(mention)
    yield start, len(tokens), held


def named_anywhere(tokens: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where `tokens` name a service that some clinic may offer."""
    mentions = _telling(CONCEPTS.find(tokens), tokens, alone=False)
    return tuple((m.start, m.end) for m in mentions if not _is_part(m.value))


def _own_names(services: Sequence[Service]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Names and aliases, each to every service that bears it."""
    owners: dict[tuple[str, ...], list[str]] = defaultdict(list)
    shortened: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for service in services:
        shortened[spelled(service.name)].append(service.id)
        for name in (service.name, *service.aliases):
            phrase = spelled(name)
            if phrase and not VISIT_WORDS.union(EXAM_WORDS, EMPTY_WORDS).issuperset(phrase):
                owners[phrase].append(service.id)
    for phrase, ids in owners.items():
        if (
            phrase in shortened
            and len(phrase) > 1
            and len(phrase[0]) > 3
            and phrase[:1] not in CONCEPTS
            and not _is_kind(phrase[0])
        ):
            # "MAPA 24h" is also "mapa".
            yield phrase[:1], tuple(f"service:{service_id}:1" for service_id in dict.fromkeys(shortened[phrase]))
        size = max(1, sum(word not in EMPTY_WORDS for word in phrase))
        features = {feature for mention in CONCEPTS.find(phrase, fuzzy=False) for feature in mention.value}
        yield phrase, (*(f"service:{service_id}:{size}" for service_id in dict.fromkeys(ids)), *sorted(features))


def _is_kind(word: str) -> bool:
    return word in VISIT_WORDS or word in EXAM_WORDS or word in EMPTY_WORDS


def _features(service: Service) -> frozenset[str]:
    """What distinguishes a service's name: concepts, else plain words."""
    words = spelled(service.name)
    features: set[str] = set()
    covered: set[int] = set()
    for mention in CONCEPTS.find(words, fuzzy=False):
        if _is_lay(mention.value):
            continue  # a clinic's own words stand for themselves
        features.update(mention.value)
        covered.update(range(mention.start, mention.end))
    rest = (word for at, word in enumerate(words) if at not in covered)
    plain = {w for w in rest if len(w) > 3 and not _is_kind(w)}
    return frozenset(features | plain)


def _own_words(service: Service) -> Iterator[str]:
    """The telling words of a service's name, as they stand."""
    return (word for word in spelled(service.name) if len(word) > 3 and not _is_kind(word))


def _specialty_features(specialty: str) -> set[str]:
    return {feature for mention in CONCEPTS.find(spelled(specialty), fuzzy=False) for feature in mention.value}


def _is_exam(service: Service) -> bool:
    """Whether a service counts when somebody says only "exame"."""
    return not service.category or not EXAM_WORDS.isdisjoint(spelled(f"{service.name} {service.category}"))


def _is_visit(service: Service) -> bool:
    """Whether a service is a consultation rather than an exam."""
    said = spelled(f"{service.name} {service.category}")
    if not EXAM_WORDS.isdisjoint(said):
        return False
    return not VISIT_WORDS.isdisjoint(said) or said[:1] in (("retorno",), ("teleconsulta",))
