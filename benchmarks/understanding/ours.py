"""The receptionist's own understanding, measured as it ships: one message at a time, in this process."""

from __future__ import annotations

import datetime as dt
import time
from importlib.resources import files
from pathlib import Path
from typing import cast

import msgspec
from msgspec import Struct

from atendeai.clinics.context import ClinicContext
from atendeai.clinics.reading import read_context
from atendeai.conversation.new_wish import SURE
from atendeai.conversation.understanding import understand
from atendeai.conversation.understanding.classifier import MODEL_FILE, classifier
from atendeai.conversation.understanding.classifier import Model as Head
from atendeai.conversation.understanding.model import Expects
from atendeai.conversation.understanding.when import parse_when, when_document
from benchmarks.understanding.figures import EMERGENCY, Guess
from benchmarks.understanding.moments import Reading
from benchmarks.understanding.sets import Message, Moment
from training.utterances import digest

NAME = "AtendeAI"
THRESHOLD = SURE  # the confidence below which the dialogue asks back
NOW = dt.datetime(2026, 11, 24, 10, 0)
CLINIC = Path(__file__).parents[2] / "examples" / "clinic-context.json"


class Model(Struct, frozen=True, kw_only=True):
    """The classifier that ships: size of its file, how long it takes to be ready, and whether it was taught what the
    baselines are taught."""

    bytes: int
    load_ms: float
    current: bool


def load() -> Model:
    """Read the classifier anew."""
    classifier.cache_clear()
    begun = time.perf_counter()
    classifier()
    spent = time.perf_counter() - begun
    raw = files("atendeai.conversation.understanding").joinpath(MODEL_FILE).read_bytes()
    head = msgspec.json.decode(raw.partition(b"\n")[0], type=Head)
    return Model(bytes=len(raw), load_ms=spent * 1e3, current=head.utterances == digest())


def clinic() -> ClinicContext | None:
    """The example clinic, whose services, professionals and plans messages may name."""
    return read_context(CLINIC.read_bytes()).context


def hear(message: Message, context: ClinicContext | None) -> Guess:
    """A red flag counts as an emergency, as it does in a conversation."""
    expects = cast(Expects | None, message.expects)
    begun = time.perf_counter_ns()
    heard = understand(message.text, context=context, now=NOW, expects=expects)
    spent = time.perf_counter_ns() - begun
    intents: tuple[str, ...] = (heard.intent, *heard.secondary_intents)
    if heard.red_flag and EMERGENCY not in intents:
        intents = (*intents, EMERGENCY)
    return Guess(intents=intents, confidence=heard.confidence, microseconds=spent / 1e3)


def read(moment: Moment) -> Reading:
    begun = time.perf_counter_ns()
    when = parse_when(moment.text, moment.reference)
    spent = time.perf_counter_ns() - begun
    return Reading(answers=(when_document(when),), microseconds=spent / 1e3)
