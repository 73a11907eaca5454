"""An example of the body of every route that takes one, as the OpenAPI document shows it; the tests send them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_ANA = "ana@vilaserena.example"
_PASSWORD = "jabuticaba no quintal da vila"  # noqa: S105 (nobody's)
_TOKEN = "the-token-of-the-link-in-the-e-mail"  # noqa: S105

EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    "POST /api/auth/login": {"email": _ANA, "password": _PASSWORD},
    "POST /api/auth/refresh": {"refresh_token": "atr_vila-serena_uJq2sT4vWxYz0123456789ABCDEFabcdef-ghijklmn"},
    "POST /api/auth/register": {"token": _TOKEN, "password": _PASSWORD},
    "POST /api/auth/forgot-password": {"email": _ANA},
    "POST /api/auth/reset-password": {"token": _TOKEN, "password": _PASSWORD},
    "POST /api/auth/change-password": {"current_password": _PASSWORD, "password": "sabiá na laranjeira às seis"},
    "PUT /api/auth/profile": {
        "name": "Ana Prado",
        "phone": "+55 48 99999-0001",
        "language": "pt",
        "notifications": {"escalations": True, "daily_agenda": False, "security": True},
    },
    "POST /api/users": {
        "email": "rui@vilaserena.example",
        "name": "Rui Lima",
        "role": "receptionist",
        "phone": "+55 48 99999-0002",
        "language": "pt",
    },
    "PUT /api/users/{user_id}": {"name": "Rui Lima Prado", "phone": "+55 48 99999-0003"},
    "PUT /api/users/{user_id}/status": {"status": "suspended"},
    "POST /api/api-keys": {
        "name": "site",
        "scopes": ["conversations:process"],
        "expires_at": "2027-12-31T23:59:59-03:00",
    },
    "POST /api/clinics": {
        "id": "aurora",
        "name": "Clínica Aurora",
        "owner": {"email": "lia@aurora.example", "name": "Lia Nogueira", "language": "pt"},
    },
    "PUT /api/clinics/{clinic_id}": {"name": "Clínica Vila Serena"},
    "PUT /api/clinics/{clinic_id}/status": {"status": "suspended"},
    "PUT /api/clinics/{clinic_id}/context": {
        "clinic": {"name": "Clínica Vila Serena", "city": "Florianópolis", "state": "SC"},
        "working_hours": {"monday": [{"start": "08:00", "end": "12:00"}, {"start": "13:00", "end": "18:00"}]},
        "services": [{"id": "consulta", "name": "Consulta", "duration_minutes": 30, "price_cents": 22000}],
        "professionals": [{"id": "helena-prado", "name": "Dra. Helena Prado"}],
        "emergency_text": "Se for urgente, ligue para o SAMU: 192.",
    },
    "PUT /api/clinics/{clinic_id}/working-hours": {
        "working_hours": {
            "monday": [{"start": "08:00", "end": "12:00"}, {"start": "13:00", "end": "18:00"}],
            "saturday": [{"start": "08:00", "end": "12:00"}],
        },
        "exceptions": [{"date": "2026-12-24", "intervals": [{"start": "08:00", "end": "12:00"}]}],
        "holidays": {"local": [{"date": "03-23", "name": "Aniversário de Florianópolis"}]},
        "closures": [{"start": "2027-01-02", "end": "2027-01-09", "reason": "Recesso"}],
    },
    "PUT /api/clinics/{clinic_id}/scheduling-policies": {"min_advance_hours": 4, "max_advance_days": 90},
    "PUT /api/clinics/{clinic_id}/configuration": {
        "open_registration": False,
        "platform_access_until": "2027-01-31T23:59:59-03:00",
        "retention_messages_days": 730,
        "retention_webhooks_days": 30,
        "consent_at_first_contact": True,
    },
    "POST /api/conversation/process": {
        "clinic_id": "vila-serena",
        "whatsapp_number": "5548999990001",
        "content": "quero marcar um eletro sexta de manhã",
        "user_name": "Maria Souza",
        "message_id": "site-20261124-0001",
    },
}
