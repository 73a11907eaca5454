"""The Portuguese document of the system before this one: `clinica`, `agente_ia`, `servicos`, `politicas`…"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from atendeai.clinics.document import calendar, facts, links, money, policies, voice
from atendeai.clinics.document.hours import of_week
from atendeai.clinics.document.place import Place, Report
from atendeai.clinics.document.sections import Things, questions, section
from atendeai.clinics.document.values import joined, sentence, text, written
from atendeai.clinics.document.words import fold, plain, spellings
from atendeai.clinics.english import finished

SECTIONS = frozenset(
    spellings(
        "clinica agente_ia profissionais servicos convenios politicas formas_pagamento estrutura_fisica "
        "equipe informacoes_adicionais metadados horario_funcionamento perguntas_frequentes feriados contatos "
        "localizacao"
    )
)
HOUSEKEEPING = spellings(
    "metadados metadata metas id versao version historico_versoes integracoes configuracoes analytics "
    "dados_analytics indicadores estatisticas agent_config system_config clinic_id"
)
HOURS = spellings("horario_funcionamento horarios_funcionamento horario_atendimento horarios working_hours horario")
EMERGENCY = spellings(
    "emergencia emergencias emergencia_cardiaca emergencia_medica mensagem_emergencia orientacao_emergencia "
    "orientacoes_emergencia texto_emergencia emergency_text emergency em_caso_de_emergencia plantao"
)
STRUCTURE = spellings(
    "consultorios sala_exames salas_exames sala_espera salas_atendimento salas_procedimentos recepcao "
    "sala_hemodinamica leitos_observacao leitos salas equipamentos wifi banheiros elevador andares area_total "
    "laboratorio centro_cirurgico farmacia cafe espaco_kids brinquedoteca ar_condicionado"
)
EXTRA = spellings(
    "parcerias localizacao_hospitalar convenios_observacoes servicos_adicionais diferenciais premios "
    "certificacoes acreditacoes telemedicina pesquisa_clinica ensino dicas avisos curiosidades covid "
    "documentos_necessarios como_chegar comodidades urgencias"
)
URGENT = re.compile(r"emerg|urg[eê]n|samu|pronto[- ]socorro|\b192\b|\b193\b", re.IGNORECASE)
# Offsets differ from Brasília's only here; the other states share it.
ZONES = {
    "AC": "America/Rio_Branco",
    "AM": "America/Manaus",
    "RO": "America/Porto_Velho",
    "RR": "America/Boa_Vista",
    "MT": "America/Cuiaba",
    "MS": "America/Campo_Grande",
}


def read(root: Place, report: Report) -> dict[str, Any]:
    """The document as plain values in the shape of `ClinicContext`; problems go to the report."""
    root.ignore(*HOUSEKEEPING)
    where = facts.clinic_block(root, report)
    where += [block for inner in root.inside("contatos", "contato", "localizacao") for block in facts.blocks(inner)]
    tops = [root, *where]
    things, said = Things(report), policies.Said()
    kept: dict[str, Any] = {}
    agent = _voice(tops, kept)
    _days(tops, kept, said)
    _things(tops, things)
    rules = _policies(tops, said)
    structure = [inner for place in tops for inner in place.inside("estrutura_fisica", "estrutura", "infraestrutura")]
    extra = [
        inner
        for place in tops
        for inner in place.inside("informacoes_adicionais", "informacoes_gerais", "outras_informacoes")
    ]
    paid = [
        found
        for place in tops
        for found in place.take_every("formas_pagamento", "formas_de_pagamento", "pagamento", "meios_pagamento")
    ]
    kept["payment"] = money.payment(rules["pagamento"], paid, report)
    kept["faq"] = section(
        [*tops, *extra], questions, "faq", "perguntas_frequentes", "faq", "duvidas_frequentes", "faqs"
    )
    urgent = [*tops, *extra, *rules["atendimento"], *agent]
    kept["emergency_text"] = _emergency(urgent, agent, kept["ai_personality"].get("out_of_hours", ""), said)
    policies.read(extra, said)
    kept["clinic"], notes = facts.clinic_facts([*where, root, *structure])
    report.origins.setdefault("clinic", where[0].path if where else "$")
    said.notes = notes + said.notes
    policies.noted(rules["pagamento"] + rules["agendamento"] + rules["atendimento"], said)
    policies.noted(structure, said, STRUCTURE)
    policies.noted(extra, said, EXTRA)
    _close(tops, agent, said)
    if zone := ZONES.get(kept["clinic"].get("state", "")):
        kept["time_zone"] = kept.get("time_zone") or zone
    return finished(kept, things, said)


def _voice(tops: Sequence[Place], kept: dict[str, Any]) -> list[Place]:
    agent = [
        inner
        for place in tops
        for inner in place.inside("agente_ia", "agente", "assistente", "assistente_virtual", "ia")
    ]
    blocks = [
        inner
        for place in agent
        for inner in place.inside(
            "configuracao", "personalidade", "comportamento", "mensagens", "restricoes", "configuracoes"
        )
    ]
    kept["ai_behavior"] = voice.behavior([*blocks, *agent])
    kept["ai_personality"] = voice.personality([*blocks, *agent])
    return [*agent, *blocks]


def _days(tops: list[Place], kept: dict[str, Any], said: policies.Said) -> None:
    for place in tops:
        for found in place.peek(*HOURS):
            if isinstance(found.value, Mapping):
                said.notes += _beside_hours(found.value)
    kept["working_hours"] = section(tops, of_week, "working_hours", *HOURS)
    kept["exceptions"] = section(
        tops, calendar.exceptions, "exceptions", "horarios_especiais", "excecoes", "datas_especiais"
    )
    kept["holidays"] = section(tops, calendar.holidays, "holidays", "feriados", "holidays")
    kept["closures"] = section(
        tops,
        calendar.closures,
        "closures",
        "recessos",
        "recesso",
        "ferias",
        "ferias_coletivas",
        "fechamentos",
        "datas_fechadas",
    )
    kept["time_zone"] = section(
        tops,
        lambda found: written(found.value) if isinstance(found.value, str) else None,
        "time_zone",
        "fuso_horario",
        "timezone",
        "time_zone",
    )


def _beside_hours(value: Mapping[str, Any]) -> list[str]:
    """What stands among the weekdays and is no day."""
    notes = ["Atendimento de emergência 24 horas."] if value.get("emergencia_24h") is True else []
    spoken = [value.get(name) for name in ("observacoes", "observacao", "emergencia_24h", "emergencia")]
    return notes + [sentence(one.strip()) for one in spoken if isinstance(one, str) and one.strip()]


def _things(tops: Sequence[Place], things: Things) -> None:
    for place in tops:
        for found in place.take_every("servicos", "services", "exames", "procedimentos", "consultas"):
            things.add_services(found)
        for found in place.take_every(
            "profissionais", "professionals", "equipe", "equipe_medica", "medicos", "corpo_clinico"
        ):
            things.add_professionals(found)
        for found in place.take_every("convenios", "planos_saude", "planos", "convenios_aceitos", "insurance_plans"):
            things.add_plans(found)
    for service in things.services:
        _other_names(service)
    links.add_missing_plans(things)
    links.link(things)
    links.cover(things)
    links.match_specialties(things)
    links.fill_minutes(things)


def _other_names(service: dict[str, Any]) -> None:
    """ "Eletrocardiograma (ECG)" is also called ECG."""
    found = re.search(r"\(([^()]{2,40})\)", service["name"])
    if found and not any(char.isdigit() for char in found[1]):
        service["aliases"] = list(dict.fromkeys([*service.get("aliases", []), found[1].strip()]))


def _policies(tops: Sequence[Place], said: policies.Said) -> dict[str, list[Place]]:
    """Rules and sentences of `politicas`; the blocks are returned because payment and emergencies look there too."""
    whole = [inner for place in tops for inner in place.inside("politicas", "politica", "regras", "policies")]
    blocks = {
        "agendamento": [
            inner
            for place in whole
            for inner in place.inside("agendamento", "agendamentos", "cancelamento_reagendamento", "consultas")
        ],
        "pagamento": [inner for place in whole for inner in place.inside("pagamento", "pagamentos", "financeiro")],
        "atendimento": [
            inner
            for place in whole
            for inner in place.inside("atendimento", "procedimentos", "exames", "geral", "retorno_consulta")
        ],
    }
    policies.read([*blocks["agendamento"], *blocks["atendimento"], *whole], said)
    blocks["atendimento"] += whole
    return blocks


def _emergency(urgent: Sequence[Place], agent: Sequence[Place], out_of_hours: str, said: policies.Said) -> str | None:
    """What patients in danger are told: a sentence of its own, else what the message for closed hours or the
    restrictions say of it. Tables of telephones and procedures become a note."""
    spoken: list[str] = []
    for found in (one for place in urgent for one in place.take_every(*EMERGENCY)):
        words = found.value if isinstance(found.value, str) else _instruction(found.value)
        if words:
            spoken.append(words)
        elif table := text(found.value):
            said.notes.append(sentence(f"Emergência: {table}"))
    restricted = [text(found.value) for place in agent for found in place.take_every_like("emergencia")]
    if spoken:
        return text(spoken[0])
    closing = [one for one in re.split(r"(?<=[.!?])\s+", out_of_hours) if URGENT.search(plain(one))]
    return " ".join(closing) or " ".join(sentence(one) for one in restricted if one) or None


def _instruction(value: Any) -> str | None:
    """The sentence inside an object about emergencies."""
    if not isinstance(value, Mapping):
        return text(value) if isinstance(value, list) else None
    spoken = (value.get(name) for name in ("mensagem", "orientacao", "orientacoes", "instrucao", "instrucoes", "texto"))
    return next((one for one in spoken if isinstance(one, str) and one.strip()), None)


def _close(tops: Sequence[Place], agent: Sequence[Place], said: policies.Said) -> None:
    voice.close(agent)
    for place in tops:
        for found in place.left():
            if isinstance(found.value, str) and fold(found.value):
                said.notes.append(sentence(found.value.strip()))
    if said.notes:
        said.quoted["notes"] = joined(said.quoted.get("notes"), list(dict.fromkeys(said.notes)))
