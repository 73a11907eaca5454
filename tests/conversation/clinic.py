"""A small clinic to talk with: two of several things, so that names can be ambiguous."""

from __future__ import annotations

import datetime as dt

from atendeai.clinics.context import (
    ClinicContext,
    ClinicFacts,
    InsurancePlan,
    Interval,
    Professional,
    Service,
    WeeklyHours,
)

NOW = dt.datetime(2026, 11, 24, 10, 0)  # a Tuesday
_DAY = [Interval(start="08:00", end="12:00"), Interval(start="13:30", end="18:00")]

CLINIC = ClinicContext(
    clinic=ClinicFacts(name="Clínica Jardim das Acácias", city="Lages", state="SC"),
    working_hours=WeeklyHours(monday=_DAY, tuesday=_DAY, wednesday=_DAY, thursday=_DAY, friday=_DAY),
    services=[
        Service(id="cardio", name="Consulta cardiológica", category="Consultas", specialty="Cardiologia"),
        Service(id="pediatria", name="Consulta pediátrica", category="Consultas", specialty="Pediatria"),
        Service(id="derma", name="Consulta dermatológica", category="Consultas", specialty="Dermatologia"),
        Service(
            id="gastro", name="Consulta com gastroenterologista", category="Consultas", specialty="Gastroenterologia"
        ),
        Service(id="retorno", name="Retorno", category="Consultas"),
        Service(id="ecg", name="Eletrocardiograma (ECG)", category="Exames", specialty="Cardiologia"),
        Service(id="eco", name="Ecocardiograma", category="Exames", specialty="Cardiologia"),
        Service(id="holter", name="Holter 24h", category="Exames", specialty="Cardiologia"),
        Service(id="mapa", name="MAPA 24h", category="Exames", specialty="Cardiologia"),
        Service(id="ergo", name="Teste ergométrico", category="Exames", specialty="Cardiologia"),
        Service(id="us-abd", name="Ultrassonografia abdominal", category="Exames", aliases=["ultrassom da barriga"]),
        Service(id="us-pelv", name="Ultrassonografia pélvica", category="Exames"),
        Service(id="checkup", name="Check-up cardiológico", category="Pacotes", specialty="Cardiologia"),
        Service(id="antigo", name="Colonoscopia", active=False),
    ],
    professionals=[
        Professional(
            id="roberto", name="Roberto Alves Menezes", display_name="Dr. Roberto", specialties=["Cardiologia"]
        ),
        Professional(id="helena", name="Helena Prado Lima", display_name="Dra. Helena", specialties=["Cardiologia"]),
        Professional(id="ana", name="Ana Beatriz Moura", display_name="Dra. Ana", specialties=["Pediatria"]),
        Professional(id="silvio", name="Sílvio Prado", display_name="Dr. Sílvio", specialties=["Dermatologia"]),
        Professional(id="paulo", name="Paulo Teixeira", display_name="Dr. Paulo", specialties=["Gastroenterologia"]),
    ],
    insurance_plans=[
        InsurancePlan(name="Unimed"),
        InsurancePlan(name="Bradesco Saúde", aliases=["bradesco"]),
        InsurancePlan(name="SulAmérica"),
        InsurancePlan(name="Amil", active=False),
    ],
)
