"""What patients say: wordings by language, kind and register, and how they call a clinic's services and people."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

from msgspec import Struct

HERE = Path(__file__).parent / "words"
FILES = {
    "pt": ("pt_booking.txt", "pt_details.txt", "pt_visits.txt", "pt_when.txt"),
    "en": ("en.txt",),
    "es": ("es.txt",),
}
REGISTERS = "fsck"  # formal, slang, chatty, curt


class Wording(Struct, frozen=True):
    """One way to say something; `register` is "" when anybody may say it so."""

    text: str
    register: str = ""


@cache
def wordings(language: str) -> dict[str, tuple[Wording, ...]]:
    """Every wording of a language, by kind. Raises ValueError for a line outside a section."""
    found: dict[str, list[Wording]] = {}
    kind = ""
    for name in FILES[language]:
        for line in (HERE / name).read_text("utf-8").splitlines():
            if line.startswith("[") and line.endswith("]"):
                kind = line[1:-1]
                found.setdefault(kind, [])
            elif line and not line.startswith("#"):
                if not kind:
                    raise ValueError(f"{name}: {line!r} stands outside a section")
                found[kind].append(_wording(line))
    return {kind: tuple(dict.fromkeys(lines)) for kind, lines in found.items()}


def _wording(line: str) -> Wording:
    if len(line) > 2 and line[0] in REGISTERS and line[1] == "|":
        return Wording(line[2:], line[0])
    return Wording(line)


def choose(language: str, kind: str, register: str, rng: random.Random, *, avoid: str = "", own: float = 0.5) -> str:
    """A wording for somebody of that register: one of their own with probability `own`, else anybody's.

    Those that contain `avoid` are left out.
    """
    lines = [line for line in wordings(language)[kind] if not avoid or avoid not in line.text]
    theirs = [line.text for line in lines if register and line.register == register]
    plain = [line.text for line in lines if not line.register]
    return rng.choice(theirs if theirs and (rng.random() < own or not plain) else plain)


class ClinicWords(Struct, frozen=True):
    """How patients call a clinic's services, with an article, bare, and once they are booked ("meu eletro")."""

    services: dict[str, dict[str, list[str]]]
    articles: dict[str, str] = {}

    def said(self, service_id: str, language: str) -> list[str]:
        return self.services[service_id]["said" if language == "pt" else language]

    def bare(self, service_id: str, language: str) -> list[str]:
        return self.services[service_id]["bare"] if language == "pt" else self.said(service_id, language)

    def visit(self, service_id: str, language: str) -> list[str]:
        return self.services[service_id]["visit" if language == "pt" else f"{language}_visit"]


@cache
def clinic_words(clinic: str) -> ClinicWords:
    """The words for one of the clinics of the benchmark. Raises KeyError."""
    return ClinicWords(**json.loads((HERE / "clinics.json").read_text("utf-8"))[clinic])
