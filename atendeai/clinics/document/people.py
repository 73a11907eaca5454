"""Who sees patients, and when each does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from atendeai.clinics.context import Professional
from atendeai.clinics.document.calendar import closures, exceptions
from atendeai.clinics.document.facts import told
from atendeai.clinics.document.hours import of_week
from atendeai.clinics.document.measures import minutes
from atendeai.clinics.document.offer import given_id, ids
from atendeai.clinics.document.place import Found, Place, gather, rule, understood
from atendeai.clinics.document.values import flag, name, names, text, whole
from atendeai.clinics.document.words import fold, spellings

PROFESSIONAL = (
    rule("name", name, "full_name nome_completo nome"),
    rule("display_name", name, "nome_exibicao nome_social short_name apelido nome_curto"),
    rule(
        "specialties",
        names,
        "specialty especialidades especialidade subespecialidades subspecialties areas_atuacao area_atuacao",
    ),
    rule("services", ids, "service_ids servicos servico procedimentos exames atende realiza servicos_ids"),
    rule("accepts_new_patients", flag, "aceita_novos_pacientes novos_pacientes accepting_new_patients"),
    rule(
        "max_daily",
        whole,
        "max_per_day limite_diario maximo_diario max_pacientes_dia maximo_pacientes_dia "
        "pacientes_por_dia max_daily_appointments",
    ),
    rule("active", flag, "ativo ativa enabled status available disponivel"),
)
BIO = (
    ("bio biography biografia", ""),
    ("experience experiencia", ""),
    ("descricao description sobre about", ""),
    ("formacao education formacao_academica training", "Formação"),
    ("curriculo curriculum mini_curriculo", ""),
    ("certificacoes titulos certifications", "Certificações"),
    ("idiomas languages linguas", "Idiomas"),
    ("modalidades_atendimento modalidades modalidade", "Modalidades de atendimento"),
    ("convenios convenios_aceitos insurances accepted_insurances", "Convênios"),
    ("cargo role funcao profissao profession", ""),
    ("observacoes observacao notes note", ""),
)
COUNCILS = ("crm", "crp", "cro", "crefito", "crn", "coren", "crfa", "crbm", "cref", "crefono", "cress", "cre")
HOURS = spellings(
    "working_hours schedule availability horarios_disponibilidade horarios horario agenda hours "
    "horario_atendimento horarios_atendimento disponibilidade dias_atendimento horario_trabalho"
)
PRIVATE = spellings(
    "foto photo avatar email telefone phone celular whatsapp cpf titulo title sexo gender genero calendar_id "
    "google_calendar_id cor color created_at updated_at data_nascimento"
)


def professional(found: Found, taken: set[str], paths: dict[str, str]) -> tuple[dict[str, Any], dict[str, int]] | None:
    """A person of an object or of a mere name, with the minutes the person wants per visit and between visits.

    `paths` receives where the hours stand, under `working_hours`.
    """
    if isinstance(found.value, str):
        found = found._replace(value={"name": found.value})
    if not isinstance(found.value, Mapping):
        found.report.error(found.path, "Expected a professional: an object or a name")
        return None
    place = Place(found.value, found.path, found.report)
    kept: dict[str, Any] = gather([place], Professional, PROFESSIONAL)
    kept.setdefault("name", kept.get("display_name"))
    if council := _council(place):
        kept["council"] = council
    if bio := " ".join(told([place], BIO)):
        kept["bio"] = bio
    _when(place, kept, paths)
    wished = _wished_minutes(place)
    kept["id"] = given_id(place, kept["name"] or "", taken, "professional_id")
    place.ignore(*PRIVATE)
    place.close()
    if not kept["name"]:
        found.report.error(found.path, "A professional needs a name")
        return None
    return kept, wished


def _when(place: Place, kept: dict[str, Any], paths: dict[str, str]) -> None:
    found = place.take(*HOURS)
    week = of_week(found) if found else None
    if found and week is not None:
        kept["working_hours"] = week
        paths["working_hours"] = found.path
    for field, read, spelt in (
        ("exceptions", exceptions, ("excecoes", "datas_especiais")),
        ("time_off", closures, ("vacations", "vacation", "ferias", "ausencias", "absences", "folgas")),
    ):
        there = place.take(field, *spelt)
        if there and (kept_days := read(there)):
            kept[field] = kept_days
            paths[field] = there.path


def _wished_minutes(place: Place) -> dict[str, int]:
    wished = {}
    for field, spelt in (
        (
            "duration_minutes",
            (
                "tempo_consulta_padrao",
                "default_duration",
                "consultation_duration",
                "duracao_consulta",
                "tempo_consulta",
                "duracao_padrao",
                "appointment_duration",
                "duration_minutes",
                "slot_duration",
            ),
        ),
        ("buffer_after_minutes", ("intervalo_entre_consultas", "intervalo", "buffer", "break_between")),
    ):
        found = place.take(*spelt)
        if found and (value := understood(found, minutes, int)):
            wished[field] = value
    return wished


def _council(place: Place) -> str:
    """ "CRM-SC 12345 / RQE 678", from text, number or `{tipo, numero, uf}`."""
    said = []
    found = place.take(
        *spellings(
            "council registration registro conselho registro_profissional license license_number "
            "numero_conselho crm_crp registro_conselho"
        )
    )
    if found and isinstance(found.value, Mapping):
        inner = Place(found.value, found.path, found.report)
        kind = inner.take("tipo", "type", "conselho", "council", "sigla")
        state = inner.take("uf", "estado", "state")
        number = inner.take("numero", "number", "registro")
        inner.close()
        parts = [text(part.value) for part in (kind, state) if part]
        said.append(" ".join(p for p in ("-".join(p for p in parts if p), text(number.value) if number else "") if p))
    elif found and (value := text(found.value)):
        said.append(value)
    for council in (*COUNCILS, "rqe"):
        for one in place.take_every(council):
            value = text(one.value)
            if value:
                said.append(value if fold(value).startswith(council) else f"{council.upper()} {value}")
    return " / ".join(dict.fromkeys(said))
