"""The JSON Schema of the context document, for editors and for whoever writes one by hand."""

from __future__ import annotations

from typing import Any

import msgspec

from atendeai.clinics.context import ClinicContext


def json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the canonical document, made from the structs themselves."""
    schema = msgspec.json.schema(ClinicContext)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "AtendeAI clinic context",
        "description": "Everything the receptionist knows about the clinic.",
        **schema,
    }
