"""Insurance plans: what they are called, what they cover, what they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from atendeai.clinics.context import InsurancePlan
from atendeai.clinics.document.facts import told
from atendeai.clinics.document.money import reais
from atendeai.clinics.document.offer import references
from atendeai.clinics.document.place import Found, Place, gather, rule, understood
from atendeai.clinics.document.values import flag, joined, name, names, sentence, text

PLAN = (
    rule("name", name, "nome plano operadora title titulo convenio"),
    rule("aliases", names, "sinonimos synonyms apelidos nomes_alternativos alias"),
    rule("coverage", text, "cobertura coberturas"),
    rule("active", flag, "ativo ativa enabled status aceito accepted"),
)
PLAN_TOLD = (
    ("planos planos_aceitos plans accepted_plans", "Planos"),
    ("autorizacao_necessaria autorizacao_previa requires_authorization authorization_required", "Autorização prévia"),
    ("carencia grace_period", "Carência"),
    ("documentos_necessarios documentos required_documents", "Documentos"),
    ("registro_ans ans", "Registro ANS"),
    ("prazo_autorizacao authorization_time", "Prazo da autorização"),
    ("restricoes restrictions limitacoes", "Restrições"),
    ("reembolso reimbursement", "Reembolso"),
    ("observacoes observacao notes note obs", ""),
)


def plan(found: Found) -> tuple[dict[str, Any], list[str]] | None:
    """A plan of an object or a name, with the services it is said to cover."""
    value = found.value if isinstance(found.value, Mapping) else {"name": found.value}
    place = Place(value, found.path, found.report)
    kept: dict[str, Any] = gather([place], InsurancePlan, PLAN)
    covered = place.take("servicos_cobertos", "covered_services", "services", "servicos", "procedimentos_cobertos")
    extra = told([place], PLAN_TOLD)
    extra += _copay(place)
    if extra:
        kept["coverage"] = joined(kept.get("coverage"), extra)
    place.ignore(
        "id", "codigo", "code", "tipo", "type", "categoria", "category", "logo", "telefone", "phone", "site", "cnpj"
    )
    place.close()
    if not kept.get("name"):
        found.report.error(found.path, "An insurance plan needs its name")
        return None
    return kept, understood(covered, references, list[str]) or [] if covered else []


def _copay(place: Place) -> list[str]:
    copay = place.take("copagamento", "coparticipacao", "copay")
    amount = place.take("valor_copagamento", "copagamento_valor", "copay_amount", "valor_coparticipacao")
    if amount and (said := reais(amount.value)):
        return [sentence(f"Copagamento de {said}")]
    if copay is None or copay.value is False:
        return ["Sem copagamento."] if copay else []
    return ["Há copagamento."] if copay.value is True else [sentence(f"Copagamento: {text(copay.value)}")]
