"""The data directory as the commands open it; every accident of the storage becomes one sentence."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import apsw
import typer

from atendeai.archive import ArchiveRefused
from atendeai.clinic_files import (
    ClinicBusy,
    ClinicFileBroken,
    ClinicFiles,
    ClinicRefused,
    NumberTaken,
    UnknownClinic,
)
from atendeai.clinics.versions import NoContext, UnknownVersion
from atendeai.ops.secrets import SecretKeyError, UnsealError
from atendeai.schema import NewerSchema
from atendeai_cli.errors import Failed
from atendeai_cli.options import settings_of


@contextlib.contextmanager
def opened(data: Path | None, *, make: bool = False) -> Iterator[ClinicFiles]:
    """The clinics' files. Only `make` starts a new data directory: a mistyped one shall not look like an empty one."""
    settings = settings_of(data)
    if not make and not (settings.data / "control.db").exists():
        raise Failed(
            f"There are no clinics in {settings.data}: name another directory with --data,"
            " or begin with `atendeai clinic create NAME`."
        )
    with sentences(), contextlib.closing(ClinicFiles(settings.data, settings.max_open_clinics)) as files:
        yield files


@contextlib.contextmanager
def sentences() -> Iterator[None]:
    """Whatever goes wrong inside with the storage is raised again as Failed."""
    try:
        yield
    except BrokenPipeError:  # whoever read our output has seen enough
        raise
    except (OSError, sqlite3.Error, apsw.Error) as error:
        raise Failed(f"The data directory cannot be used: {error}.") from error
    except UnknownClinic as error:
        raise Failed(f"There is no clinic {error.args[0]!r}: `atendeai clinic list` shows which there are.") from error
    except NoContext as error:
        raise Failed(
            "The clinic has no context document yet: `atendeai context load CLINIC FILE` brings one."
        ) from error
    except UnknownVersion as error:
        raise Failed(f"{error}: `atendeai context history CLINIC` shows which there are.") from error
    except (
        ArchiveRefused,
        ClinicRefused,
        NumberTaken,
        ClinicBusy,
        ClinicFileBroken,
        SecretKeyError,
        UnsealError,
        NewerSchema,
    ) as error:
        raise Failed(_sentence(str(error))) from error


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def clinic_ids(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """For the shell's completion, which must stay silent whatever happens."""
    with contextlib.suppress(Failed), opened(context.find_root().params.get("data")) as files:
        return [(row.id, row.name) for row in files.clinics() if row.id.startswith(incomplete)]
    return []


Clinic = Annotated[
    str,
    typer.Argument(
        metavar="CLINIC",
        help="Id of the clinic, as `atendeai clinic list` shows it.",
        autocompletion=clinic_ids,
    ),
]
