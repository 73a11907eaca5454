"""The OpenAPI document: what Litestar reads from the routes, and who may call them, how, and with what for example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import msgspec
from litestar.handlers.http_handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.spec import Components, OpenAPI, SecurityScheme, Tag
from litestar.types import Method
from litestar.types.internal_types import PathParameterDefinition

from atendeai.ops.examples import EXAMPLES

DESCRIPTION = """\
AtendeAI answers a clinic's patients on WhatsApp; this is how panels and programs reach it.

**Who calls.** A person logs in (`POST /api/auth/login`), sends `Authorization: Bearer` with the access token, good for
15 minutes, and exchanges the refresh token for new ones. A program sends a clinic's API key, as bearer or `X-API-Key`.

**Which clinic.** A person or a key belongs to one clinic, and the API acts in it. Those who run the installation name
it with `X-Clinic-Id` where the path does not, and see what is inside only while the clinic lets them.

**Lists** come in pages: send `next_cursor` back as `cursor` until it is null. **Changes** may carry `If-Match` with the
ETag of what was read. **What creates** may carry an `Idempotency-Key`: sent twice, it happens once. **Errors** are
problem details (RFC 9457): `code` is for programs and stays; `title` and `detail` are Portuguese or English, as
`Accept-Language` asks.
"""
TAGS = {
    "Auth": "Logging in and out, one's own profile, password and devices.",
    "Users": "The people of a clinic, what they may do, and what they did.",
    "API keys": "Keys for programs: scoped, shown once, revoked at once.",
    "Clinics": "Which clinics there are; how each works and what its receptionist knows.",
    "Audit": "Who changed or saw what.",
    "Patients": "What is known of a patient: to look up, to hand over, to erase.",
    "Conversation": "Talking to the receptionist.",
    "WhatsApp": "Meta's webhook.",
    "Health": "For whoever watches the server.",
}
SCHEMES = {
    "token": SecurityScheme(
        type="http", scheme="bearer", bearer_format="JWT", description="An access token, or a clinic's API key."
    ),
    "key": SecurityScheme(type="apiKey", name="X-API-Key", security_scheme_in="header", description="An API key."),
}


class Document(OpenAPI):
    """Litestar's document, told to the end; `permissions` holds that of each operation, by its id."""

    permissions: Mapping[str, str]
    holders: Mapping[str, Sequence[str]]
    closed: set[str]  # names of structs that take no fields but their own, which Litestar does not tell

    def to_schema(self) -> dict[str, Any]:
        schema = super().to_schema()
        for name, component in schema["components"]["schemas"].items():
            if name.rpartition("_")[2] in self.closed:
                component["additionalProperties"] = False
        for path, item in schema["paths"].items():
            for method, operation in item.items():
                self._tell(operation, EXAMPLES.get(f"{method.upper()} {path}"))
        return schema

    def _tell(self, operation: dict[str, Any], example: Mapping[str, Any] | None) -> None:
        permission = self.permissions[operation["operationId"]]
        if permission:
            who = ", ".join(f"`{role}`" for role in self.holders[permission])
            said = f"Takes the permission `{permission}`, which {who} have."
            operation["description"] = "\n\n".join(filter(None, [operation.get("description"), said]))
            operation["x-permission"] = permission
        else:
            operation["security"] = []
        if example is not None:
            for content in operation["requestBody"]["content"].values():
                content["example"] = example


@dataclass
class Documentation(OpenAPIConfig):
    """What the document says beside the routes; `holders` are the roles (and "key") that have a permission."""

    holders: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.description = DESCRIPTION
        self.tags = [Tag(name=name, description=text) for name, text in TAGS.items()]
        self.components = Components(security_schemes={**SCHEMES})
        self.security = [{name: []} for name in SCHEMES]
        self.use_handler_docstrings = True
        self.operation_id_creator = self._identify
        self._permissions: dict[str, str] = {}
        self._closed: set[str] = set()

    def _identify(
        self, handler: HTTPRouteHandler, method: Method, components: list[str | PathParameterDefinition]
    ) -> str:
        """The function's name, as `list_users`, which generated clients take for theirs; a bare verb gets its room."""
        verb, room = handler.fn.__name__, handler.fn.__module__.split(".")[1]
        identity = verb if "_" in verb else f"{verb}_{room}"
        self._permissions[identity] = handler.opt["permission"]
        body = handler.parsed_fn_signature.parameters.get("data")
        if body is not None:
            self._closed |= {one.__name__ for one in _structs(body.annotation) if _closed(one)}
        return identity

    def to_openapi_schema(self) -> OpenAPI:
        plain = super().to_openapi_schema()
        document = Document(**{one.name: getattr(plain, one.name) for one in fields(plain)})
        document.permissions, document.holders = self._permissions, self.holders
        document.closed = self._closed
        return document


def _closed(struct: type[msgspec.Struct]) -> bool:
    return struct.__struct_config__.forbid_unknown_fields


def _structs(annotation: Any) -> Iterator[type[msgspec.Struct]]:
    """Every struct that a body of that type may hold."""
    seen, waiting = set(), [msgspec.inspect.type_info(annotation)]
    while waiting:
        match waiting.pop():
            case msgspec.inspect.StructType(cls=cls, fields=fields) if cls not in seen:
                seen.add(cls)
                yield cls
                waiting += [one.type for one in fields]
            case msgspec.inspect.UnionType(types=types) | msgspec.inspect.TupleType(item_types=types):
                waiting += types
            case msgspec.inspect.DictType(value_type=inner) | msgspec.inspect.ListType(item_type=inner):
                waiting.append(inner)
            case msgspec.inspect.VarTupleType(item_type=inner) | msgspec.inspect.Metadata(type=inner):
                waiting.append(inner)
