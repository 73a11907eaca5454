"""What is wrong with a context document, or a part of it, as the API tells it."""

from __future__ import annotations

from collections.abc import Sequence

from atendeai.clinics.document.place import Problem as Wrong
from atendeai.ops.http import FieldError
from atendeai.ops.problem import Problem


def fields(problems: Sequence[Wrong], within: str = "") -> list[FieldError]:
    """Each with its path from the body on; `within` is where in the body the document stands."""
    return [FieldError(_path(one.path, within), f"{one.message}. {one.hint}".rstrip(". ")) for one in problems]


def _path(path: str, within: str) -> str:
    """`$.services[2].price` and `$` as `services[2].price` and nothing."""
    return ".".join(filter(None, [within, path.removeprefix("$").lstrip(".")]))


def invalid_context(problems: Sequence[Wrong], within: str = "") -> Problem:
    """422, with every error; warnings keep nothing from being used."""
    errors = [
        {"path": one.path, "message": one.message}
        for one in fields([problem for problem in problems if problem.severity == "error"], within)
    ]
    return Problem(
        422, "invalid_context", "The document cannot be used.", "See `errors` for what to mend.", errors=errors
    )


def no_context() -> Problem:
    return Problem(404, "no_context", "The clinic has no context document yet.")


def unknown_clinic() -> Problem:
    """Of one that does not exist, and of one that is not the caller's: which clinics there are is nobody's business."""
    return Problem(404, "unknown_clinic", "There is no such clinic.")
