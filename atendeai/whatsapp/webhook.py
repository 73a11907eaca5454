"""Meta's webhook: check the signature over the raw bytes, store every item, and only then say 200."""

from __future__ import annotations

import hmac
import logging
from typing import Annotated, Any

import anyio
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.status_codes import HTTP_200_OK

from atendeai.auth.permissions import PUBLIC
from atendeai.clinic_files import ClinicFiles
from atendeai.ops.clock import Clock, iso
from atendeai.ops.http import problems
from atendeai.ops.problem import Problem
from atendeai.road import Road
from atendeai.settings import Settings
from atendeai.whatsapp import quarantine, signature
from atendeai.whatsapp.payload import Item, items

log = logging.getLogger(__name__)

Scope = frozenset[str] | None


@get(
    "/webhook/whatsapp",
    media_type="text/plain",
    summary="Verify the webhook",
    tags=["WhatsApp"],
    opt=PUBLIC,
    responses=problems(403, public=True),
)
async def verify(
    files: NamedDependency[ClinicFiles],
    settings: NamedDependency[Settings],
    mode: Annotated[str, QueryParameter(name="hub.mode")] = "",
    challenge: Annotated[str, QueryParameter(name="hub.challenge")] = "",
    token: Annotated[str, QueryParameter(name="hub.verify_token")] = "",
) -> str:
    """Meta asks once, when the webhook is registered: the challenge goes back if the verify token is ours."""
    platform = settings.whatsapp_verify_token
    ours = bool(platform) and hmac.compare_digest(token.encode(), platform.encode())
    if mode != "subscribe" or not token or not (ours or files.verify_token_matches(token)):
        raise Problem(403, "verify_token", "The verify token is not one of ours.")
    return challenge


@post(
    "/webhook/whatsapp",
    status_code=HTTP_200_OK,
    media_type="text/plain",
    summary="Receive messages and statuses",
    tags=["WhatsApp"],
    opt=PUBLIC,
    responses=problems(401, 413, public=True),
)
async def receive(
    request: Request[Any, Any, Any],
    files: NamedDependency[ClinicFiles],
    settings: NamedDependency[Settings],
    road: NamedDependency[Road],
    clock: NamedDependency[Clock],
) -> Response[str]:
    """Everything of a signed body is committed before the answer; whatever we do not understand is kept too."""
    header = request.headers.get(signature.HEADER)
    if not signature.is_well_formed(header):
        raise Problem(401, "signature", "The body is not signed as Meta signs it.")
    body = await _read(request, settings.webhook_max_bytes)
    secrets = files.secrets_for_signature(settings.whatsapp_app_secrets)
    matched = signature.verify(body, header, [secret for secret, _ in secrets])
    if matched is None:
        raise Problem(401, "signature", "The signature is not one of ours.")
    await anyio.to_thread.run_sync(_store, files, road, clock, body, secrets[matched][1])
    return Response("EVENT_RECEIVED", media_type="text/plain")


async def _read(request: Request[Any, Any, Any], most: int) -> bytes:
    """The raw body, given up as soon as it is larger than Meta's own limit."""
    announced = request.headers.get("content-length", "0")
    body = bytearray()
    if announced.isdigit() and int(announced) > most:
        raise Problem(413, "too_large", f"A webhook body has at most {most} bytes.")
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise Problem(413, "too_large", f"A webhook body has at most {most} bytes.")
    return bytes(body)


def _store(files: ClinicFiles, road: Road, clock: Clock, body: bytes, scope: Scope) -> None:
    """Hand each item to its clinic. A body may span clinics: if one file fails the answer is 500, Meta sends it
    all again, and the keys absorb what was already stored."""
    by_clinic: dict[str, list[Item]] = {}
    strays: list[tuple[str, Item]] = []
    for item in items(body):
        number = files.number(item.phone_number_id) if item.phone_number_id else None
        if number is None:
            strays.append(("unknown_number" if item.phone_number_id else "no_number", item))
        elif scope is not None and number.phone_number_id not in scope:
            strays.append(("foreign_signature", item))
        else:
            by_clinic.setdefault(number.clinic_id, []).append(item)
    if strays:
        at = iso(clock.now())
        files.quarantine().write(lambda tx: quarantine.keep(tx, strays, at))
        log.warning("%d webhook items were quarantined", len(strays))
    # The body as it came is kept only where all of it belongs: another clinic's messages have no place in a file.
    alone = len(by_clinic) == 1 and not strays
    for clinic_id, own in by_clinic.items():
        road.receive(clinic_id, own, body if alone else None)
