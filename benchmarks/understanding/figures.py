"""What guesses at intents come to: accuracy, macro-F1, calibration, risk and coverage, confusions, emergencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from msgspec import Struct

from benchmarks.understanding.sets import Message, words_of

BINS = 10
EMERGENCY = "emergency"


class Guess(Struct, frozen=True, kw_only=True):
    """What was heard in one message: `intents` with the leading one first (() is nothing), how surely (0..1), and in
    how many microseconds."""

    intents: tuple[str, ...]
    confidence: float
    microseconds: float

    @property
    def leading(self) -> str:
        return self.intents[0] if self.intents else ""


class Confusion(Struct, frozen=True):
    said: str
    heard: str
    count: int


class Figures(Struct, frozen=True, kw_only=True):
    """All shares are 0..1. `unseen` is the accuracy on the `unseen_of` messages whose words do not stand in the
    training data as they are. `calibration_error` is the expected one over ten equal bins of confidence. `asked_back`
    is the share below the clarification threshold, `right_if_answered` the accuracy above it. `several_f1` is the mean
    F1 of the sets of intents where a message says several."""

    messages: int
    accuracy: float
    unseen: float
    unseen_of: int
    macro_f1: float
    calibration_error: float
    asked_back: float
    right_if_answered: float
    several: int
    several_f1: float
    p50_us: float
    p99_us: float
    confusions: tuple[Confusion, ...]


class Alarms(Struct, frozen=True, kw_only=True):
    """How many emergencies were heard as such, and how many other messages were taken for one."""

    emergencies: int
    heard: int
    others: int
    false_alarms: int


def figures(
    messages: Sequence[Message], guesses: Sequence[Guess], *, threshold: float, taught: Container[str]
) -> Figures:
    """Of one set; `threshold` is the confidence below which the receptionist asks back, `taught` holds the words of
    every message of the training data."""
    pairs = [(message.intents[0], guess.leading) for message, guess in zip(messages, guesses, strict=True)]
    right = [said == heard for said, heard in pairs]
    answered = [ok for ok, guess in zip(right, guesses, strict=True) if guess.confidence >= threshold]
    unseen = [ok for ok, message in zip(right, messages, strict=True) if words_of(message.text) not in taught]
    several = [
        set_f1(message.intents, guess.intents)
        for message, guess in zip(messages, guesses, strict=True)
        if len(message.intents) > 1
    ]
    return Figures(
        messages=len(pairs),
        accuracy=_mean(right),
        unseen=_mean(unseen),
        unseen_of=len(unseen),
        macro_f1=macro_f1(pairs),
        calibration_error=calibration_error([guess.confidence for guess in guesses], right),
        asked_back=1 - len(answered) / len(pairs) if pairs else 0.0,
        right_if_answered=_mean(answered),
        several=len(several),
        several_f1=_mean(several),
        p50_us=percentile([guess.microseconds for guess in guesses], 50),
        p99_us=percentile([guess.microseconds for guess in guesses], 99),
        confusions=confusions(pairs),
    )


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 of every intent that was said or heard; pairs are (said, heard)."""
    said, heard = Counter(pair[0] for pair in pairs), Counter(pair[1] for pair in pairs)
    right = Counter(one for one, other in pairs if one == other)
    return _mean([2 * right[intent] / (said[intent] + heard[intent]) for intent in said.keys() | heard.keys()])


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """The mean distance between confidence and accuracy over ten equal bins, weighed by how many fall into each
    (Naeini et al., AAAI 2015)."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, was_right in zip(confidences, right, strict=True):
        bins.setdefault(min(int(confidence * BINS), BINS - 1), []).append((confidence, was_right))
    gaps = (abs(sum(confidence - was_right for confidence, was_right in inside)) for inside in bins.values())
    return sum(gaps) / len(right) if right else 0.0


def set_f1(said: Sequence[str], heard: Sequence[str]) -> float:
    both = len(set(said) & set(heard))
    return 2 * both / (len(set(said)) + len(set(heard)))


def confusions(pairs: Sequence[tuple[str, str]]) -> tuple[Confusion, ...]:
    """The leading intents taken for others, the most frequent first."""
    counted = Counter((said, heard) for said, heard in pairs if said != heard)
    return tuple(Confusion(*pair, count) for pair, count in sorted(counted.items(), key=lambda one: (-one[1], one[0])))


def alarms(messages: Sequence[Message], guesses: Sequence[Guess]) -> Alarms:
    """Emergencies among any messages; one counts as heard wherever it stands among the intents."""
    told = [
        (EMERGENCY in message.intents, EMERGENCY in guess.intents)
        for message, guess in zip(messages, guesses, strict=True)
    ]
    return Alarms(
        emergencies=sum(said for said, _ in told),
        heard=sum(said and heard for said, heard in told),
        others=sum(not said for said, _ in told),
        false_alarms=sum(heard and not said for said, heard in told),
    )


def percentile(values: Sequence[float], share: int) -> float:
    """The smallest value that `share` percent do not exceed; 0.0 of none."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)] if ordered else 0.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
