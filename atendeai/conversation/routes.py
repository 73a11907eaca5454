"""Talking to the receptionist over REST: the same engine and the same transaction as WhatsApp's."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import anyio
from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from litestar.status_codes import HTTP_200_OK
from msgspec import Meta, Struct

from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles, UnknownClinic
from atendeai.clinics import versions
from atendeai.clinics.context import ClinicContext
from atendeai.clinics.problems import unknown_clinic
from atendeai.conversation.ai.desk import Assistants
from atendeai.conversation.describe import describe_entities
from atendeai.conversation.facts import Reply
from atendeai.exchange import Exchange, Said, converse
from atendeai.ops.clock import Clock
from atendeai.ops.http import problems
from atendeai.ops.problem import Problem
from atendeai.outbox import message_of

MessageType = Literal[
    "text", "interactive", "button", "audio", "image", "video", "document", "location", "sticker", "contacts"
]  # fmt: skip


class ProcessRequest(Struct, forbid_unknown_fields=True):
    """One message of a patient. `message_id` makes a repeated request harmless; `option_id` is a tapped option."""

    clinic_id: Annotated[str, Meta(min_length=1, max_length=64)]
    whatsapp_number: Annotated[
        str,
        Meta(min_length=3, max_length=160, description="Digits with country code, or a business-scoped user id"),
    ]
    content: Annotated[str, Meta(max_length=4096)]
    message_type: MessageType = "text"
    user_name: Annotated[str, Meta(max_length=200)] | None = None
    message_id: Annotated[str, Meta(min_length=1, max_length=128)] | None = None
    option_id: Annotated[str, Meta(min_length=1, max_length=256)] | None = None


class ReplyOption(Struct):
    """One thing to pick: send its `id` back as `option_id`, or simply what the patient writes."""

    id: str
    title: str
    description: str


class ProcessedReply(Struct):
    """`type` is how WhatsApp would show it."""

    type: Literal["text", "buttons", "list"]
    text: str
    options: list[ReplyOption]


class ProcessResponse(Struct):
    """What the receptionist answered, and where the conversation stands.

    `state` is null while a person has the conversation; `expects` says what the reply asks for.
    """

    conversation_id: str
    status: str
    replies: list[ProcessedReply]
    intent: str | None
    confidence: float
    entities: dict[str, Any]
    state: str | None
    expects: str | None
    appointment_id: str | None
    escalated: bool


@post(
    "/api/conversation/process",
    status_code=HTTP_200_OK,
    summary="Answer one message",
    tags=["Conversation"],
    opt=may("conversations:process"),
    responses=problems(404, 409, 413),
)
async def process(
    data: JSONBody[ProcessRequest],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    assistants: NamedDependency[Assistants],
) -> ProcessResponse:
    """Understand a message, act on it, and return the replies."""
    if data.clinic_id != principal.clinic:
        raise unknown_clinic()
    return await anyio.to_thread.run_sync(_process, data, files, clock, assistants)


def _process(data: ProcessRequest, files: ClinicFiles, clock: Clock, assistants: Assistants) -> ProcessResponse:
    said = Said(
        number=data.whatsapp_number,
        text=data.content,
        kind=data.message_type,
        name=data.user_name,
        message_id=data.message_id,
        tapped=data.option_id,
    )
    try:
        with files.clinic(data.clinic_id) as db:
            exchange = converse(db, said, clock, assistant=assistants.one(db))
            context = db.read(versions.active)
    except UnknownClinic:
        raise unknown_clinic() from None
    except versions.NoContext:
        raise Problem(409, "no_context", "The clinic has no context document yet.") from None
    return describe_exchange(exchange, context)


def describe_exchange(exchange: Exchange, context: ClinicContext) -> ProcessResponse:
    """An exchange as the API tells it."""
    conversation, turned = exchange.conversation, exchange.turned
    silent = conversation.status == "human"
    return ProcessResponse(
        conversation_id=conversation.id,
        status=conversation.status,
        replies=[_reply(reply) for reply in turned.replies] if turned else [],
        intent=turned.understanding.intent if turned else None,
        confidence=round(turned.understanding.confidence, 4) if turned else 0.0,
        entities=describe_entities(turned.understanding.entities, context) if turned else {},
        state=turned.state if turned and not silent else None,
        expects=turned.expects if turned and not silent else None,
        appointment_id=turned.appointment_id if turned else None,
        escalated=silent or conversation.escalated_at is not None,
    )


def _reply(reply: Reply) -> ProcessedReply:
    kinds: dict[str, Literal["text", "buttons", "list"]] = {"buttons": "buttons", "list": "list"}
    kind = kinds.get(str(message_of(reply).__struct_config__.tag), "text")
    options = [ReplyOption(option.id, option.title, option.description) for option in reply.options]
    return ProcessedReply(type=kind, text=reply.text, options=options)
