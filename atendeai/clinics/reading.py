"""Reading a clinic's context document: liberal in what is accepted, strict in what is kept, silent about nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from msgspec import Struct

from atendeai.clinics import english, legacy
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.document.gaps import filled
from atendeai.clinics.document.place import JsonObject, Place, Problem, Report
from atendeai.clinics.document.words import key
from atendeai.clinics.validation import check

__all__ = ["Problem", "Reading", "read_context"]

Dialect = Literal["english", "legacy"]
WRAPPERS = ("contextualization", "contextualization_json", "contextualizacao", "contexto", "context", "context_json")


class Reading(Struct, frozen=True, kw_only=True):
    """What a document came to. `context` is None exactly when one of the problems is an error."""

    context: ClinicContext | None
    problems: list[Problem]
    dialect: Dialect


def read_context(raw: bytes | str | dict[str, Any]) -> Reading:
    """Read a document, as JSON or as the object it decodes to. Never raises for what the document says."""
    report = Report()
    document = raw if isinstance(raw, dict) else _decoded(raw, report)
    if report.problems:
        return Reading(context=None, problems=report.problems, dialect="english")
    if not isinstance(document, Mapping):
        report.error("$", "The document must be a JSON object", 'Begin with {"clinic": {"name": "…"}}')
        return Reading(context=None, problems=report.problems, dialect="english")
    document, path = _unwrapped(document)
    dialect = _dialect(document)
    root = Place(document, path, report)
    kept = legacy.read(root, report) if dialect == "legacy" else english.read(root, report)
    context = _kept(kept, report)
    if any(problem.severity == "error" for problem in report.problems):
        context = None
    return Reading(context=context, problems=report.problems, dialect=dialect)


def _kept(kept: dict[str, Any], report: Report) -> ClinicContext | None:
    if "name" not in kept["clinic"]:
        where = report.origins.get("clinic", "$")
        report.error(where, "The clinic's name is missing", "Say it in clinic.name (clinica.informacoes_basicas.nome)")
        kept["clinic"]["name"] = "?"
    try:
        context = msgspec.convert(kept, ClinicContext)
    except msgspec.ValidationError as reason:  # texts that grew too long when several fields were joined
        message, _, path = str(reason).partition(" - at `")
        report.error(path.rstrip("`") or "$", message)
        return None
    context = filled(context, report)
    check(context, report)
    return context


def _unwrapped(document: Mapping[str, Any]) -> tuple[Mapping[str, Any], str]:
    """The document proper, out of the record it may have been exported in."""
    if not any(key(str(name)) in english.SECTIONS | legacy.SECTIONS for name in document):
        for name in WRAPPERS:
            if isinstance(document.get(name), Mapping):
                return document[name], f"$.{name}"
    return document, "$"


def _dialect(document: Mapping[str, Any]) -> Dialect:
    names = [key(str(name)) for name in document]
    portuguese = sum(name in legacy.SECTIONS for name in names)
    return "legacy" if portuguese > sum(name in english.SECTIONS for name in names) else "english"


def _decoded(raw: bytes | str, report: Report) -> Any:
    try:
        written = raw.decode("utf-8") if isinstance(raw, bytes) else raw
        return json.loads(written.removeprefix("\ufeff"), object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError as reason:
        before = reason.object[: reason.start]
        line, column = before.count(b"\n") + 1, reason.start - (before.rfind(b"\n") + 1) + 1
        report.error("$", f"Not UTF-8 at line {line}, column {column}", "Save the file with the encoding UTF-8")
    except json.JSONDecodeError as reason:
        report.error("$", f"Not JSON at line {reason.lineno}, column {reason.colno}: {reason.msg}", _slip(reason))
    except RecursionError:
        report.error("$", "Not JSON that can be read: nested too deeply")
    except ValueError as reason:  # a number of thousands of digits, NaN
        report.error("$", f"Not JSON that can be read: {reason}")
    return None


def _slip(reason: json.JSONDecodeError) -> str:
    """The usual slips of the hand, where the parser stopped."""
    if reason.msg.startswith(("Expecting property name", "Illegal trailing comma")):
        return "Is there a comma too many, or a name without double quotes?"
    if reason.msg.startswith("Expecting ',' delimiter"):
        return "Is a comma missing at the end of the line before?"
    return ""


def _no_number(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON number")


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    made = JsonObject(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        made.repeated = tuple(dict.fromkeys(name for name in names if names.count(name) > 1))
    return made
