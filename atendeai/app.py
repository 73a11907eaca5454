"""The composition root: settings → files → road → routes → workers. The one file that knows everyone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

import anyio
from litestar import Litestar
from litestar.datastructures import State
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import SwaggerRenderPlugin
from litestar.types import ASGIApp, ControllerRouterHandler, Receive, Scope, Send

from atendeai.auth.bearer import key_clinic
from atendeai.clinic_files import ClinicFiles
from atendeai.conversation.ai.desk import Assistants
from atendeai.conversation.routes import process
from atendeai.ops.clock import Clock, SystemClock
from atendeai.ops.logging import correlated
from atendeai.ops.problem import HANDLERS
from atendeai.ops.routes import is_ready, live
from atendeai.ops.structs import make_ready
from atendeai.road import Road
from atendeai.settings import Settings
from atendeai.whatsapp import webhook
from atendeai.whatsapp.client import GraphClient

ROUTES: list[ControllerRouterHandler] = [live, is_ready, webhook.verify, webhook.receive, process]


def create_app(settings: Settings, *, clock: Clock | None = None, work: bool = True) -> Litestar:
    """The whole server. `work=False` leaves the background workers out (the rows then wait)."""
    make_ready()
    the_clock = clock or SystemClock()
    files = ClinicFiles(settings.data, settings.max_open_clinics)
    graph = GraphClient(settings.graph_url, settings.graph_version, settings.send_timeout_seconds)
    assistants = Assistants(settings, files, graph)
    road = Road(settings, files, graph, the_clock, assistants)

    @asynccontextmanager
    async def workers(_: Litestar) -> AsyncIterator[None]:
        if work:
            road.tasks.start()
        try:
            yield
        finally:
            if work:
                await anyio.to_thread.run_sync(road.tasks.stop)
            assistants.close()
            graph.close()
            files.close()

    return Litestar(
        state=State({"files": files}),
        route_handlers=ROUTES,
        dependencies={
            "files": _given(files),
            "settings": _given(settings),
            "road": _given(road),
            "clock": _given(the_clock),
            "assistants": _given(assistants),
            "key_clinic": Provide(key_clinic),
        },
        exception_handlers=HANDLERS,
        middleware=[_correlate],
        lifespan=[workers],
        openapi_config=OpenAPIConfig(
            title="AtendeAI",
            version=version("atendeai"),
            description="A WhatsApp receptionist for small clinics.",
            path="/docs",
            render_plugins=[SwaggerRenderPlugin()],
        ),
        request_max_body_size=settings.webhook_max_bytes,
        logging_config=None,
    )


def _given(value: Any) -> Provide:
    """A dependency that is always this very object."""

    async def provide() -> Any:
        return value

    return Provide(provide, use_cache=True)


def _correlate(app: ASGIApp) -> ASGIApp:
    """Whatever a request logs, in its threads too, carries one id."""

    async def with_an_id(scope: Scope, receive: Receive, send: Send) -> None:
        with correlated():
            await app(scope, receive, send)

    return with_an_id
