"""The composition root: settings → files → road → routes → workers. The one file that knows everyone."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

import anyio
from litestar import Litestar, Request, Response
from litestar.datastructures import Headers, State
from litestar.di import Provide
from litestar.enums import ScopeType
from litestar.types import ASGIApp, ControllerRouterHandler, Receive, Scope, Send

from atendeai.auth import key_routes as keys
from atendeai.auth import profile_routes as profile
from atendeai.auth import routes as auth
from atendeai.auth.access import SigningKeys
from atendeai.auth.guard import Guard, principal
from atendeai.auth.login import Entrance
from atendeai.auth.once import Once
from atendeai.auth.passwords import Passwords
from atendeai.auth.permissions import HOLDERS, PUBLIC
from atendeai.clinic_files import ClinicFileBroken, ClinicFiles, UnknownClinic
from atendeai.clinics import configuration_routes as configuration
from atendeai.clinics import context_routes as knowledge
from atendeai.clinics import founding_routes as founding
from atendeai.clinics import routes as clinics
from atendeai.clinics.problems import unknown_clinic
from atendeai.conversation.ai.desk import Assistants
from atendeai.conversation.routes import process
from atendeai.ops.clock import Clock, SystemClock
from atendeai.ops.docs import DocumentationPage, docs_router
from atendeai.ops.logging import correlated
from atendeai.ops.openapi import Documentation
from atendeai.ops.origin import came_from
from atendeai.ops.problem import HANDLERS, Problem, told
from atendeai.ops.routes import is_ready, live
from atendeai.ops.structs import make_ready
from atendeai.patients import routes as patients
from atendeai.road import Road
from atendeai.settings import Settings
from atendeai.users import audit_routes as audit
from atendeai.users import invitation_routes as invitations
from atendeai.users import routes as users
from atendeai.whatsapp import webhook
from atendeai.whatsapp.client import GraphClient

log = logging.getLogger(__name__)

ROUTES: list[ControllerRouterHandler] = [
    live,
    is_ready,
    webhook.verify,
    webhook.receive,
    process,
    auth.log_in,
    auth.refresh,
    auth.log_out,
    auth.register,
    auth.forgot_password,
    auth.reset_password,
    auth.change_password,
    profile.read_profile,
    profile.update_profile,
    profile.list_sessions,
    profile.end_session,
    users.list_users,
    invitations.invite,
    invitations.invite_again,
    users.read_user,
    users.update_user,
    users.delete_user,
    users.switch_user,
    audit.read_activity,
    audit.read_audit,
    clinics.list_clinics,
    founding.create_clinic,
    clinics.read_clinic,
    clinics.update_clinic,
    clinics.delete_clinic,
    clinics.switch_clinic,
    knowledge.read_whole_context,
    knowledge.replace_context,
    knowledge.read_working_hours,
    knowledge.replace_working_hours,
    knowledge.read_scheduling_policies,
    knowledge.replace_scheduling_policies,
    configuration.read_configuration,
    configuration.replace_configuration,
    keys.list_keys,
    keys.create_key,
    keys.revoke_key,
    patients.list_patients,
    patients.read_patient,
    patients.export_patient,
    patients.erase_patient,
]


def create_app(settings: Settings, *, clock: Clock | None = None, work: bool = True) -> Litestar:
    """The whole server. `work=False` leaves the background workers out (the rows then wait)."""
    make_ready()
    the_clock = clock or SystemClock()
    files = ClinicFiles(settings.data, settings.max_open_clinics)
    graph = GraphClient(settings.graph_url, settings.graph_version, settings.send_timeout_seconds)
    assistants = Assistants(settings, files, graph)
    signing = SigningKeys(files)
    once = Once(files, the_clock)
    entrance = Entrance(files, signing, Passwords(), the_clock)
    road = Road(settings, files, graph, the_clock, assistants)

    @asynccontextmanager
    async def workers(_: Litestar) -> AsyncIterator[None]:
        if work:
            road.tasks.start()
        try:
            yield
        finally:
            await anyio.to_thread.run_sync(road.tasks.stop if work else road.tasks.close)
            assistants.close()
            graph.close()
            files.close()

    return Litestar(
        state=State({"files": files, "entrance": entrance}),
        route_handlers=ROUTES,
        dependencies={
            "files": _given(files),
            "settings": _given(settings),
            "road": _given(road),
            "clock": _given(the_clock),
            "assistants": _given(assistants),
            "signing": _given(signing),
            "entrance": _given(entrance),
            "principal": Provide(principal, sync_to_thread=False),
        },
        guards=[Guard(files, signing, the_clock)],
        before_request=once.before,
        exception_handlers={**HANDLERS, UnknownClinic: _gone, ClinicFileBroken: _broken},
        middleware=[_correlate, once.middleware],
        lifespan=[workers],
        openapi_config=Documentation(
            title="AtendeAI",
            version=version("atendeai"),
            holders=HOLDERS,
            render_plugins=[DocumentationPage()],
            openapi_router=docs_router(PUBLIC),
        ),
        request_max_body_size=settings.webhook_max_bytes,
        logging_config=None,
    )


def _gone(request: Request[Any, Any, Any], _: UnknownClinic) -> Response[Any]:
    """A clinic that was erased while the request was on its way."""
    return told(request, unknown_clinic())


def _broken(request: Request[Any, Any, Any], accident: ClinicFileBroken) -> Response[Any]:
    """That clinic's trouble alone; what is wrong with its file is for the operator's eyes."""
    log.error("a request found the file of %s broken: %s", accident.clinic_id, accident.reason)
    return told(request, Problem(503, "clinic_unavailable", "This clinic cannot be reached at the moment."))


def _given(value: Any) -> Provide:
    """A dependency that is always this very object."""

    async def provide() -> Any:
        return value

    return Provide(provide, use_cache=True)


def _correlate(app: ASGIApp) -> ASGIApp:
    """Whatever a request logs or changes, in its threads too, carries one id and tells where it came from."""

    async def with_an_id(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:  # the start and the end of the server
            await app(scope, receive, send)
            return
        address, _ = scope.get("client") or ("", 0)
        agent = Headers.from_scope(scope).get("user-agent", "")
        with correlated(), came_from(address, agent):
            await app(scope, receive, send)

    return with_an_id
