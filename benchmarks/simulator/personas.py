"""Who writes: how much at once, in what register, with what habits of picking, asking and changing their mind."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from benchmarks.simulator.noise import Noise

Upfront = Literal["all", "some", "little"]
Pick = Literal["number", "ordinal", "title", "words", "tap"]


class Persona(Struct, frozen=True, kw_only=True):
    """Probabilities from 0 to 1. `picks` are the ways to choose from a list, one of which is drawn each time."""

    name: str
    language: Literal["pt", "en", "es"] = "pt"
    register: str = ""
    noise: Noise = Noise(no_accents=0.1, lower=0.3)
    upfront: Upfront = "some"
    picks: tuple[Pick, ...] = ("number", "ordinal", "title", "words", "tap")
    greets_first: float = 0.25  # a greeting of its own before the wish
    greets: float = 0.3  # a greeting in the same message
    bursts: float = 0.0  # a message sent in pieces
    asks: float = 0.0  # a question instead of an answer, at any step
    asks_along: float = 0.0  # an answer and a question in one message
    unsure: float = 0.0  # something that answers nothing, once per open question
    fickle: float = 0.0  # another day before confirming
    first_name_only: float = 0.15
    thanks: float = 0.6
    spelled: bool = False  # numbers in words


PERSONAS: dict[str, Persona] = {
    persona.name: persona
    for persona in (
        Persona(name="concise", register="k", greets_first=0.1, greets=0.05, thanks=0.2, upfront="little"),
        Persona(name="chatty", register="c", greets_first=0.5, asks_along=0.15, noise=Noise(emoji=0.3, drawl=0.1)),
        Persona(name="elderly", register="f", greets_first=0.6, thanks=0.9, picks=("words", "ordinal", "number")),
        Persona(
            name="teen",
            register="s",
            noise=Noise(no_accents=0.8, short=0.6, lower=0.95, emoji=0.2, drawl=0.25, typos=0.03),
            first_name_only=0.3,
        ),
        Persona(
            name="dictating",
            register="c",
            noise=Noise(spoken=True),
            spelled=True,
            picks=("words", "ordinal"),
            upfront="all",
        ),
        Persona(name="capitals", noise=Noise(caps=True, no_accents=0.5)),
        Persona(name="anxious", register="c", asks=0.35, asks_along=0.2, upfront="some"),
        Persona(name="fickle", fickle=0.8),
        Persona(name="unsure", unsure=0.5, upfront="little"),
        Persona(name="by_number", picks=("number",), upfront="little"),
        Persona(name="by_title", picks=("title",), upfront="little"),
        Persona(name="by_words", picks=("words", "words", "ordinal"), upfront="some"),
        Persona(name="by_tap", picks=("tap",), upfront="little"),
        Persona(name="all_at_once", upfront="all", greets_first=0.05, greets=0.6),
        Persona(name="in_bursts", bursts=0.9, upfront="all", register="s", noise=Noise(no_accents=0.5, lower=0.8)),
        Persona(name="clumsy", noise=Noise(typos=0.15, no_accents=0.5, lower=0.5)),
        Persona(name="english", language="en", noise=Noise(lower=0.2)),
        Persona(name="spanish", language="es", noise=Noise(lower=0.2, no_accents=0.3)),
    )
}
