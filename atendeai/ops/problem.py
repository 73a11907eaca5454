"""Errors as the API tells them: problem details (RFC 9457), the same shape whatever went wrong."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Literal

from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.types import ExceptionHandlersMap

from atendeai.ops import portuguese
from atendeai.ops.ids import new_id
from atendeai.ops.logging import correlation_id

MEDIA_TYPE = "application/problem+json"

Language = Literal["pt", "en"]

log = logging.getLogger(__name__)

# Python 3.13 renamed these; a code never changes.
_NAMED = {
    413: ("too_large", "The body is too large"),
    414: ("uri_too_long", "The address is too long"),
    416: ("range_not_satisfiable", "The range cannot be served"),
    422: ("unprocessable", "The request cannot be processed"),
}


class Problem(HTTPException):
    """Raise it to answer with it.

    `code` is for programs and never changes; `title` is the same for every problem of that code; `detail` is
    about this one. What `extra` holds stands beside them, as `errors=[{"path": "name", "message": "…"}]`.
    """

    def __init__(
        self,
        status: int,
        code: str,
        title: str,
        detail: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        **extra: Any,
    ) -> None:
        super().__init__(detail=detail, status_code=status, headers=dict(headers) if headers else None, extra=extra)
        self.code = code
        self.title = title
        self.said = detail
        self.more = extra


def told(request: Request[Any, Any, Any], problem: Problem) -> Response[dict[str, Any]]:
    """A problem as an answer, in the language that the caller asks for."""
    body: dict[str, Any] = {
        "type": f"urn:atendeai:problem:{problem.code}",
        "title": problem.title,
        "status": problem.status_code,
        "code": problem.code,
    }
    if problem.said:
        body["detail"] = problem.said
    language = spoken(request.headers.get("accept-language", ""))
    body |= problem.more
    if language == "pt":
        body = _in_portuguese(body)
    headers = {**(problem.headers or {}), "Content-Language": _TAGS[language], "Vary": "Accept-Language"}
    return Response(body, status_code=problem.status_code, headers=headers, media_type=MEDIA_TYPE)


_TAGS: Mapping[Language, str] = {"pt": "pt-BR", "en": "en"}


def _in_portuguese(body: dict[str, Any]) -> dict[str, Any]:
    told = body | {"title": portuguese.title(body["code"], body["title"])}
    if "detail" in body:
        told["detail"] = portuguese.sentence(body["detail"])
    if "errors" in body:
        told["errors"] = [one | {"message": portuguese.sentence(one["message"])} for one in body["errors"]]
    return told


def spoken(accepted: str) -> Language:
    """Of an Accept-Language header (RFC 9110, 12.5.4) the language that we speak; English unless it asks for pt."""
    best: tuple[float, Language] = (0.0, "en")
    for part in accepted.split(","):
        tag, _, weight = part.partition(";")
        language = _SPOKEN.get(tag.strip().lower().partition("-")[0])
        quality = _quality(weight)
        if language is not None and quality > best[0]:
            best = (quality, language)
    return best[1]


_SPOKEN: Mapping[str, Language] = {"pt": "pt", "en": "en"}


def _quality(weight: str) -> float:
    found = re.fullmatch(r"\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*", weight)
    return float(found[1]) if found else 0.0 if weight.strip() else 1.0


def _invalid(request: Request[Any, Any, Any], error: ValidationException) -> Response[dict[str, Any]]:
    found = error.extra if isinstance(error.extra, list) else []
    errors = [_field(one) for one in found if isinstance(one, dict)]
    # Litestar's own detail ends with the address and its query, and that may hold a secret.
    detail = "" if errors else re.sub(r" for (?:path|url|[A-Z]+) \S.*$", "", error.detail, flags=re.DOTALL)
    return told(request, Problem(error.status_code, "invalid", "The request is not valid", detail, errors=errors))


def _field(one: Mapping[str, Any]) -> dict[str, str]:
    """Litestar's `{key, message, source}`, where msgspec may have put the rest of the path into the message."""
    message, _, inner = str(one.get("message", "")).partition(" - at `$")
    path = [str(one.get("key", "")), inner.rstrip("`").lstrip(".")]
    return {"path": re.sub(r"^data\.?", "", ".".join(filter(None, path))), "message": message}


def _refused(request: Request[Any, Any, Any], error: HTTPException) -> Response[dict[str, Any]]:
    if error.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
        return _unexpected(request, error)
    status = HTTPStatus(error.status_code)
    headers = dict(error.headers or {})
    if status == HTTPStatus.UNAUTHORIZED:
        headers.setdefault("WWW-Authenticate", "Bearer")
    detail = error.detail if error.detail != status.phrase else ""
    code, title = _NAMED.get(status, (status.name.lower(), status.phrase))
    return told(request, Problem(status, code, title, detail, headers=headers))


def _unexpected(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, Any]]:
    """Nothing of the accident is told but an id by which the operator finds it in the log."""
    identity = correlation_id() or new_id()
    log.error(
        "unexpected error",
        exc_info=error,
        extra={"method": request.method, "path": request.url.path, "error_id": identity},
    )
    problem = Problem(500, "unexpected", "Something unexpected happened", correlation_id=identity)
    return told(request, problem)


HANDLERS: ExceptionHandlersMap = {
    Problem: told,
    ValidationException: _invalid,
    HTTPException: _refused,
    Exception: _unexpected,
}
