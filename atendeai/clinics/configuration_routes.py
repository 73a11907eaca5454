"""How a clinic runs AtendeAI, over HTTP."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

import anyio
from litestar import Response, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from atendeai import within
from atendeai.auth.permissions import may
from atendeai.auth.principal import Principal
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import changes, configuration
from atendeai.clinics.changes import Author
from atendeai.clinics.configuration import Configuration
from atendeai.database import Transaction
from atendeai.ops.clock import Clock
from atendeai.ops.http import IfMatch, check_match, problems, tagged

T = TypeVar("T")
TAGS = ["Clinics"]


@get(
    "/api/clinics/{clinic_id:str}/configuration",
    opt=may("configuration:read"),
    summary="Read the configuration",
    tags=TAGS,
    responses=problems(404),
)
async def read_configuration(clinic_id: FromPath[str], files: NamedDependency[ClinicFiles]) -> Response[Configuration]:
    """How the clinic runs AtendeAI: who may register or look in, and for how long what is kept."""
    kept = await anyio.to_thread.run_sync(within.read, files, clinic_id, configuration.read)
    return tagged(kept.configuration, kept.version)


@put(
    "/api/clinics/{clinic_id:str}/configuration",
    opt=may("configuration:update"),
    summary="Replace the configuration",
    tags=TAGS,
    responses=problems(404, 412),
)
async def replace_configuration(
    clinic_id: FromPath[str],
    data: JSONBody[Configuration],
    principal: NamedDependency[Principal],
    files: NamedDependency[ClinicFiles],
    clock: NamedDependency[Clock],
    if_match: IfMatch = None,
) -> Response[Configuration]:
    """Replace all of it; what is left out has its default again."""

    def work(tx: Transaction) -> configuration.Kept:
        author = Author(principal.who, principal.name)
        return changes.configure(tx, data, author, clock.now(), partial(check_match, if_match))

    kept = await anyio.to_thread.run_sync(within.write, files, clinic_id, work)
    return tagged(kept.configuration, kept.version)
