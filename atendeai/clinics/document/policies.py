"""The clinic's rules: numbers for the agenda, and sentences that may be quoted as they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from atendeai.clinics.context import Policies, SchedulingPolicies, Text
from atendeai.clinics.document.measures import days, days_from_months, hours, hours_from_days, minutes
from atendeai.clinics.document.place import Found, Place, field_types, gather, other_unit, rule, understood
from atendeai.clinics.document.values import flag, sentence, text, whole
from atendeai.clinics.document.words import label, plain, spellings

CANCELLATION = (
    "cancellation cancellation_policy cancelamento politica_cancelamento prazo_cancelamento antecedencia_cancelamento"
)
RESCHEDULING = (
    "rescheduling rescheduling_policy reschedule_policy reagendamento remarcacao politica_reagendamento "
    "prazo_reagendamento antecedencia_reagendamento"
)
LATENESS = "lateness late_policy atraso atraso_tolerado tolerancia_atraso politica_atraso tolerancia atrasos"
RETURN = "return_visit return retorno retornos politica_retorno"

RULES = (
    rule(
        "min_advance_hours",
        hours,
        "min_advance_notice min_advance minimum_notice minimum_advance min_notice_hours "
        "antecedencia_minima antecedencia_minima_horas min_hours_advance",
    ),
    other_unit("min_advance_hours", hours_from_days, "min_advance_days antecedencia_minima_dias"),
    rule(
        "max_advance_days",
        days,
        "max_advance_notice max_advance maximum_advance booking_window booking_window_days "
        "antecedencia_maxima antecedencia_maxima_dias janela_agendamento janela_agendamento_dias "
        "max_days_advance",
    ),
    other_unit("max_advance_days", days_from_months, "max_advance_months antecedencia_maxima_meses"),
    rule(
        "slot_duration_minutes",
        minutes,
        "default_slot_duration slot_duration duracao_padrao duracao_padrao_minutos duracao_slot "
        "duracao_consulta_padrao intervalo_agenda default_duration slot_minutes",
    ),
    rule(
        "max_daily_appointments",
        whole,
        "max_appointments_per_day max_daily limite_diario maximo_diario max_consultas_dia "
        "maximo_consultas_dia limite_agendamentos_dia max_agendamentos_dia",
    ),
    rule(
        "cancellation_hours",
        hours,
        "cancellation_notice cancellation_notice_hours cancelamento_antecedencia_horas "
        "cancelamento_horas antecedencia_cancelamento_horas cancel_hours prazo_cancelamento_horas",
    ),
    rule(
        "reschedule_hours",
        hours,
        "reschedule_notice rescheduling_hours rescheduling_notice "
        "reagendamento_antecedencia_horas reagendamento_horas antecedencia_reagendamento_horas "
        "prazo_reagendamento_horas",
    ),
    rule(
        "late_tolerance_minutes",
        minutes,
        "late_tolerance tolerance_minutes tolerancia_atraso_minutos tolerancia_minutos atraso_tolerado_minutos",
    ),
    rule(
        "return_visit_days",
        days,
        "return_days retorno_dias prazo_retorno_dias prazo_retorno dias_retorno retorno_prazo_dias",
    ),
    rule("hold_minutes", minutes, "hold reserva_minutos"),
    rule("ask_insurance", flag, "pergunta_convenio ask_for_insurance"),
)

# Said in words that may hold the number: the words become a sentence, the number a rule.
SPOKEN = (
    ("cancellation", CANCELLATION, "cancellation_hours", hours),
    ("rescheduling", RESCHEDULING, "reschedule_hours", hours),
    ("lateness", LATENESS, "late_tolerance_minutes", minutes),
    ("return_visit", RETURN, "return_visit_days", days),
)
QUOTED = (
    rule("first_visit", text, "primeira_consulta first_appointment primeira_visita primeiro_atendimento"),
    rule("results", text, "resultados resultado entrega_resultados resultado_exames resultados_exames"),
    rule("guidance", text, "orientacoes orientacoes_gerais orientacao guidelines"),
    rule("consent", text, "consentimento termo_consentimento"),
    rule("privacy", text, "privacidade lgpd politica_privacidade privacy_policy protecao_dados"),
    rule("notes", text, "observacoes observacao obs avisos"),
)

# Known fields without a field of their own: kept as notes without a warning.
NOTED = spellings(
    "confirmacao_necessaria confirmacao_antecedencia_horas confirmacao lista_espera waitlist acompanhante "
    "acompanhante_permitido acompanhante_obrigatorio criancas_acompanhante_obrigatorio "
    "idade_minima_sem_responsavel primeira_consulta_documentos documentos_obrigatorios documentos_necessarios "
    "documentos required_documents exames prioridade urgencia urgencias encaixe encaixes no_show falta faltas "
    "nao_comparecimento multa taxa_falta telemedicina teleconsulta reembolso nota_fiscal menores_de_idade "
    "jejum_pre_procedimento exames_pre_procedimento idade_minima_procedimento convenios convenio particular "
    "confirmation_required reagendamento_limite limite_reagendamentos max_reagendamentos"
)


TEXTS = (*(rule(field, text) for field, *_ in SPOKEN), *QUOTED)


class Said:
    """What the blocks of policies come to: the agenda's numbers, sentences to quote, and notes."""

    def __init__(self) -> None:
        self.scheduling: dict[str, Any] = {}
        self.quoted: dict[str, Any] = {}
        self.notes: list[str] = []


def quote(places: Sequence[Place], said: Said) -> None:
    """Sentences under the very names of `Policies`: quoted, never searched for numbers."""
    _add(said.quoted, gather(places, Policies, [one._replace(names=one.names[:1]) for one in TEXTS]))


def read(places: Sequence[Place], said: Said) -> None:
    """Rules of every block given. Blocks within blocks must have been opened by the caller."""
    _add(said.scheduling, gather(places, SchedulingPolicies, RULES))
    for field, spelt, number, unit in SPOKEN:
        for place in places:
            for found in place.take_every(*spelt.split()):
                _spoken(found, said, field, number, unit)
    for place in places:
        for found in place.take_every(
            "reagendamento_permitido", "cancelamento_permitido", "rescheduling_allowed", "allow_rescheduling"
        ):
            if found.value is False:
                topic = "cancellation" if "cancel" in found.path else "rescheduling"
                said.quoted.setdefault(
                    topic, "Não é permitido." if topic == "cancellation" else "Não é permitido remarcar."
                )
    _add(said.quoted, gather(places, Policies, QUOTED))


def _add(kept: dict[str, Any], more: Mapping[str, Any]) -> None:
    for field, value in more.items():
        kept.setdefault(field, value)


_UNIT = re.compile(
    r"\d\s*(?:h|min|m\b|dia|d\b|sem|mes|day|week|month)|(?:um|uma|dois|duas|tres) (?:hora|dia|semana|mes)"
)


def _spoken(found: Found, said: Said, field: str, number: str, unit: Any) -> None:
    """ "24 horas antes" is a sentence and a number; a bare 24 is a number; "Permitido" only a sentence."""
    value = found.value
    if isinstance(value, Mapping):
        inner = Place(value, found.path, found.report)
        for one in inner.take_every(
            *spellings(
                "horas hours antecedencia_horas antecedencia prazo minutos minutes dias days tolerancia "
                "antecedencia_minima tempo"
            )
        ):
            _spoken(one, said, field, number, unit)
        if words := " ".join(sentence(f"{label(str(n))}: {w}") for n, v in inner.rest().items() if (w := text(v))):
            said.quoted[field] = " ".join(filter(None, [said.quoted.get(field), words]))
        return
    if isinstance(value, str):
        words = understood(found, text, Text)
        if not words:
            return
        said.quoted.setdefault(field, words)
        if not _UNIT.search(plain(words)) or _of_another_length(number, words):
            return
    kept = understood(found, unit, field_types(SchedulingPolicies)[number])
    if kept is not None:
        said.scheduling.setdefault(number, kept)


def _of_another_length(number: str, words: str) -> bool:
    """ "Retorno: 20 minutos" tells how long the visit takes, not within how many days it is."""
    return number == "return_visit_days" and not re.search(r"dia|day|semana|week|mes|month", plain(words))


def noted(places: Sequence[Place], said: Said, known: Sequence[str] = NOTED) -> None:
    """What is left: known fields become notes, unknown ones become notes with a report."""
    for place in places:
        for name in known:
            for found in place.take_every(name):
                _note(found, said, name)
        for found in place.left():
            _note(found, said, found.path.rsplit(".", 1)[-1])


def _note(found: Found, said: Said, name: str) -> None:
    if words := text(found.value):
        said.notes.append(sentence(f"{label(name)}: {words}"))
