"""The AI assistants as commands use them: with a line to Meta for voice notes, and closed at the end."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from atendeai.clinic_files import ClinicFiles
from atendeai.conversation.ai.desk import Assistants
from atendeai.settings import Settings
from atendeai.whatsapp.client import GraphClient


@contextlib.contextmanager
def assisting(files: ClinicFiles, settings: Settings) -> Iterator[Assistants]:
    """Assistants for the turns inside; clinics that want none get none."""
    with (
        GraphClient(settings.graph_url, settings.graph_version, settings.send_timeout_seconds) as graph,
        contextlib.closing(Assistants(settings, files, graph)) as assistants,
    ):
        yield assistants
