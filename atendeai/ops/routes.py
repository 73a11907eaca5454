"""Health for whoever watches the server: is it alive, can it take messages."""

from __future__ import annotations

import anyio
from litestar import Response, get
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec

from atendeai.auth.permissions import PUBLIC
from atendeai.clinic_files import ClinicFiles
from atendeai.ops.health import Health, ready


@get("/health/live", summary="The process answers", tags=["Health"], opt=PUBLIC)
async def live() -> dict[str, str]:
    """200 as long as the process runs."""
    return {"status": "ok"}


@get(
    "/health/ready",
    summary="The server can take messages",
    tags=["Health"],
    opt=PUBLIC,
    responses={
        503: ResponseSpec(Health, description="It cannot; the failing check says why.", generate_examples=False)
    },
)
async def is_ready(files: NamedDependency[ClinicFiles]) -> Response[Health]:
    """200 when messages can be stored; 503 with the failing check otherwise."""
    health = await anyio.to_thread.run_sync(ready, files.control(), files.data, files.secret_key)
    return Response(health, status_code=200 if health.ok else 503)
