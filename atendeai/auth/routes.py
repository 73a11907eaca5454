"""Coming in and going out over HTTP: log-in, refresh, log-out, registration, and passwords."""

from __future__ import annotations

from typing import Annotated, Literal

import anyio
from litestar import Response, post
from litestar.background_tasks import BackgroundTask
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta, Struct

from atendeai.auth import profile, recovery, registration
from atendeai.auth.accounts import Name
from atendeai.auth.login import Entered, Entrance
from atendeai.auth.permissions import PUBLIC, may
from atendeai.auth.principal import Principal
from atendeai.auth.registration import Asked, Registered
from atendeai.clinic_files import ClinicFiles
from atendeai.ops.clock import Clock
from atendeai.ops.http import problems
from atendeai.ops.problem import Problem
from atendeai.road import Road
from atendeai.settings import Settings
from atendeai.users.addresses import Email

TAGS = ["Auth"]

Password = Annotated[str, Meta(min_length=1, max_length=200, examples=["jabuticaba no quintal da vila"])]
NewPassword = Annotated[
    str,
    Meta(
        min_length=10,
        max_length=200,
        description="At least ten characters, and hard to guess.",
        examples=["jabuticaba no quintal da vila"],
    ),
]
Token = Annotated[str, Meta(min_length=1, max_length=200)]
ClinicId = Annotated[str, Meta(min_length=1, max_length=64, examples=["vila-serena"])]


class LogIn(Struct, frozen=True, forbid_unknown_fields=True):
    """`clinic_id` is needed only where one password opens accounts in several clinics."""

    email: Email
    password: Password
    clinic_id: ClinicId | None = None


class Refresh(Struct, frozen=True, forbid_unknown_fields=True):
    """The refresh token of the last answer."""

    refresh_token: Token


class Registration(Struct, frozen=True, forbid_unknown_fields=True):
    """Either `token`, an invitation's, and perhaps another name; or `clinic_id`, `email` and `name`."""

    password: NewPassword
    token: Token | None = None
    clinic_id: ClinicId | None = None
    email: Email | None = None
    name: Name | None = None


class Forgotten(Struct, frozen=True, forbid_unknown_fields=True):
    """Whose password was forgotten."""

    email: Email


class Accepted(Struct, frozen=True):
    """The same whoever asked."""

    status: Literal["accepted"] = "accepted"


class Reset(Struct, frozen=True, forbid_unknown_fields=True):
    """The token of the e-mail, and the password from now on."""

    token: Token
    password: NewPassword


class PasswordChange(Struct, frozen=True, forbid_unknown_fields=True):
    """The present password, and the one from now on."""

    current_password: Password
    password: NewPassword


@post(
    "/api/auth/login",
    opt=PUBLIC,
    status_code=200,
    summary="Log in",
    tags=TAGS,
    responses=problems(401, 403, 409, 429, 503, public=True),
)
async def log_in(data: JSONBody[LogIn], entrance: NamedDependency[Entrance]) -> Entered:
    """Begin a session: an access token of 15 minutes, and a refresh token that gets the next one for 30 days.

    409 `choose_clinic` lists `clinics` of which one is to be named. Failures make the next attempt wait.
    """
    return await entrance.log_in(data.email, data.password, data.clinic_id)


@post(
    "/api/auth/refresh",
    opt=PUBLIC,
    status_code=200,
    summary="Get the next tokens",
    tags=TAGS,
    responses=problems(401, 403, public=True),
)
async def refresh(data: JSONBody[Refresh], entrance: NamedDependency[Entrance]) -> Entered:
    """Exchange a refresh token, which is good for one use: a second one more than a minute later ends the session."""
    return await anyio.to_thread.run_sync(entrance.refresh, data.refresh_token)


@post("/api/auth/logout", opt=may("sessions:end"), status_code=204, summary="Log out", tags=TAGS, responses=problems())
async def log_out(
    principal: NamedDependency[Principal], files: NamedDependency[ClinicFiles], clock: NamedDependency[Clock]
) -> None:
    """End this session; its tokens count no more from now on."""
    await anyio.to_thread.run_sync(profile.end, files, principal, principal.session_id or "", clock.now())


@post(
    "/api/auth/register",
    opt=PUBLIC,
    summary="Take an invitation, or ask for an account",
    tags=TAGS,
    responses=problems(403, 410, 422, 429, 503, public=True),
)
async def register(data: JSONBody[Registration], entrance: NamedDependency[Entrance]) -> Registered:
    """With an invitation's token the account is active at once; where a clinic lets everybody ask, it is pending."""
    if data.token is not None:
        if data.clinic_id is not None or data.email is not None:
            raise _either()
        return await registration.accept(entrance, data.token, data.name, data.password)
    if data.clinic_id is None or data.email is None or data.name is None:
        raise _either()
    asked = Asked(clinic_id=data.clinic_id, email=data.email, name=data.name, password=data.password)
    return await registration.ask(entrance, asked)


def _either() -> Problem:
    return Problem(400, "invalid", "The request is not valid", "Send either token, or clinic_id, email and name.")


@post(
    "/api/auth/forgot-password",
    opt=PUBLIC,
    status_code=202,
    summary="Ask for another password",
    tags=TAGS,
    responses=problems(public=True),
)
async def forgot_password(
    data: JSONBody[Forgotten],
    files: NamedDependency[ClinicFiles],
    settings: NamedDependency[Settings],
    road: NamedDependency[Road],
    clock: NamedDependency[Clock],
) -> Response[Accepted]:
    """Whoever has an account gets an e-mail with a token, good for 30 minutes and one use. The answer is the same."""

    def send() -> None:
        for clinic_id in recovery.forgot(files, settings, data.email, clock.now()):
            road.post(clinic_id)

    # After the answer, which therefore takes as long for anybody.
    later = BackgroundTask(anyio.to_thread.run_sync, send)
    return Response(Accepted(), status_code=202, background=later)


@post(
    "/api/auth/reset-password",
    opt=PUBLIC,
    status_code=204,
    summary="Choose another password",
    tags=TAGS,
    responses=problems(403, 410, 422, 503, public=True),
)
async def reset_password(data: JSONBody[Reset], entrance: NamedDependency[Entrance]) -> None:
    """With the token of the e-mail; it ends every session of the account."""
    await recovery.reset(entrance, data.token, data.password)


@post(
    "/api/auth/change-password",
    opt=may("profile:update"),
    status_code=204,
    summary="Change one's password",
    tags=TAGS,
    responses=problems(422, 429, 503),
)
async def change_password(
    data: JSONBody[PasswordChange], principal: NamedDependency[Principal], entrance: NamedDependency[Entrance]
) -> None:
    """It ends every other session of the account."""
    await recovery.change_password(entrance, principal, data.current_password, data.password)
