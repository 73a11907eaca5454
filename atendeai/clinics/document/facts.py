"""Who and where the clinic is: names, address, contacts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from atendeai.clinics.context import ClinicFacts
from atendeai.clinics.document.place import Found, Place, Report, gather, listed, rule
from atendeai.clinics.document.values import (
    STATES,
    contacts,
    decimal,
    joined,
    name,
    names,
    sentence,
    state,
    text,
    written,
)
from atendeai.clinics.document.words import label, spellings

FACTS = (
    rule("name", written, "nome nome_fantasia nome_clinica clinic_name trade_name"),
    rule("specialty", name, "especialidade_principal especialidade main_specialty primary_specialty"),
    rule(
        "specialties",
        names,
        "especialidades especialidades_secundarias secondary_specialties areas_atuacao",
    ),
    rule("description", text, "descricao sobre about apresentacao"),
    rule("city", written, "cidade municipio"),
    rule("state", state, "estado uf"),
    rule("latitude", decimal, "lat"),
    rule("longitude", decimal, "lng lon long"),
    rule(
        "directions",
        text,
        "como_chegar ponto_referencia pontos_referencia referencia referencias reference "
        "landmark transporte_publico transporte google_maps link_maps link_google_maps mapa maps_url",
    ),
    rule("parking", text, "estacionamento"),
    rule("accessibility", text, "acessibilidade"),
    rule(
        "phones",
        contacts,
        "phone telephone telefone telefones telefone_principal telefone_fixo fixo "
        "telefone_secundario telefones_adicionais outros_telefones celular telefone_emergencia "
        "telefones_departamentos fone main_phone",
    ),
    rule(
        "whatsapp",
        written,
        "whatsapp_number numero_whatsapp whatsapp_principal whatsapp_phone telefone_whatsapp",
    ),
    rule(
        "emails",
        contacts,
        "email e_mail email_principal emails_departamentos email_contato main_email email_agendamento",
    ),
    rule("site", written, "website site_url url web homepage site_oficial"),
    rule("tax_id", written, "cnpj"),
    rule("technical_director", name, "responsavel_tecnico diretor_tecnico diretor_clinico diretora_tecnica"),
)

TOLD = (
    ("mission missao", "Missão"),
    ("vision visao", "Visão"),
    ("values valores", "Valores"),
    ("differentials diferenciais", "Diferenciais"),
    ("history historia historico sobre_nos", "História"),
)
NOTED = (
    ("legal_name razao_social", "Razão social"),
    ("registro_ans", "Registro ANS"),
    ("cnes", "CNES"),
    ("registro_crm crm_clinica crm_pj registro_conselho", "Registro no conselho"),
    ("social_media redes_sociais social", "Redes sociais"),
    ("instagram", "Instagram"),
    ("facebook", "Facebook"),
    ("linkedin", "LinkedIn"),
    ("youtube", "YouTube"),
    ("tiktok", "TikTok"),
    ("units branches unidades filiais enderecos_secundarios outros_enderecos", "Unidades"),
    ("departments departamentos setores", "Departamentos"),
    ("founded fundacao ano_fundacao data_fundacao", "Fundação"),
    ("certifications certificacoes acreditacoes premios", "Certificações"),
    ("observacoes observacao", ""),
)
BLOCKS = spellings(
    "basic_info informacoes_basicas dados_basicos dados identificacao contacts contact contact_info contatos "
    "contato location localizacao coordinates coordenadas geo"
)
_CITY = re.compile(r"(?:^|[,\-–—/]|\d\s)\s*([^\d,\-–—/]+?)\s*[-–—/,]\s*([A-Z]{2})\b")


def blocks(place: Place) -> list[Place]:
    """The clinic's object with the smaller ones that group its facts, however deep."""
    found = [place]
    for inner in place.inside(*BLOCKS):
        found += blocks(inner)
    return found


def told(places: Sequence[Place], table: Sequence[tuple[str, str]]) -> list[str]:
    """Sentences of fields that have no field of their own here: "Missão: …"."""
    sentences = []
    for spelt, heading in table:
        for place in places:
            for found in place.take_every(*spelt.split()):
                if said := text(found.value):
                    spoken = heading.format(said) if "{}" in heading else f"{heading}: {said}" if heading else said
                    sentences.append(sentence(spoken))
    return sentences


def clinic_facts(places: Sequence[Place]) -> tuple[dict[str, Any], list[str]]:
    """The facts as kept, and sentences worth a note. Other sections may still stand in the places."""
    kept = gather(places, ClinicFacts, FACTS)
    kind = next((found.value for place in places for found in place.take_every("type", "tipo")), None)
    if kind and "specialty" not in kept and isinstance(kind, str):
        kept["specialty"] = label(kind)
    if more := told(places, TOLD):
        kept["description"] = joined(kept.get("description"), more)
    addresses = [
        found
        for place in places
        for found in place.take_every("address", "endereco", "endereco_principal", "endereco_completo", "full_address")
    ]
    for found in addresses:
        _address(found, kept)
    loose = _loose_address(places)
    if loose and "address" not in kept:
        kept["address"] = loose
    _place_from_address(kept)
    for place in places:
        place.ignore("id", "logo", "cor", "cores", "slug", "country", "pais", "created_at", "updated_at")
    return kept, told(places, NOTED)


STREET = ("street", "logradouro", "rua", "avenida", "endereco", "address", "line1")
NUMBER = ("number", "numero")
COMPLEMENT = ("complement", "complemento", "line2", "sala", "andar", "edificio", "predio")
DISTRICT = ("district", "neighborhood", "neighbourhood", "bairro")
ZIP = ("zip", "zip_code", "zipcode", "postal_code", "cep")


def _address(found: Found, kept: dict[str, Any]) -> None:
    if not isinstance(found.value, Mapping):
        if (said := text(found.value)) and kept.setdefault("address", said) != said:
            found.report.warning(found.path, "Ignored: another field already says the address")
        return
    place = Place(found.value, found.path, found.report)
    parts = [place, *place.inside("coordinates", "coordenadas", "geo", "localizacao", "location")]
    where = gather(
        parts,
        ClinicFacts,
        [
            r
            for r in FACTS
            if r.field in ("city", "state", "latitude", "longitude", "directions", "parking", "accessibility")
        ],
    )
    said = _spelled(parts, where)
    for part in parts:
        part.ignore("pais", "country", "tipo", "type", "nome", "name")
        part.close()
    for field, value in [*where.items(), ("address", said)]:
        if value:
            kept.setdefault(field, value)


def _loose_address(places: Sequence[Place]) -> str:
    """A street and number that stand among the other facts."""
    return _spelled(places, {}) if any(place.has(*STREET[:4]) for place in places) else ""


def _spelled(places: Sequence[Place], where: Mapping[str, Any]) -> str:
    """ "Rua das Flores, 12, sala 3 - Centro, Blumenau - SC, CEP 89010-000"."""

    def part(*fields: str) -> str:
        values = [found.value for place in places for found in place.take_every(*fields)]
        return ", ".join(said for value in values if (said := text(value)))

    street = ", ".join(said for said in (part(*STREET), part(*NUMBER), part(*COMPLEMENT)) if said)
    near = " - ".join(said for said in (street, part(*DISTRICT)) if said)
    town = " - ".join(where[field] for field in ("city", "state") if where.get(field))
    code = part(*ZIP)
    return ", ".join(said for said in (near, town, f"CEP {code}" if code else "") if said)


def _place_from_address(kept: dict[str, Any]) -> None:
    """City and state as the address says them, where no field does: "…, Blumenau - SC, CEP …"."""
    found = [one for one in _CITY.finditer(kept.get("address", "")) if one[2] in STATES.values()]
    if found and "state" not in kept:
        kept["state"] = found[-1][2]
        kept.setdefault("city", found[-1][1].strip())


def clinic_block(root: Place, report: Report) -> list[Place]:
    """The object that holds the clinic's facts, under any of its names; a bare text is the name."""
    inside = root.inside("clinic", "clinic_info", "clinica", "clinic_facts", "dados_clinica")
    for found in listed(root.take("clinic", "clinic_info", "clinica")):
        if isinstance(found.value, str):
            inside.append(Place({"name": found.value}, found.path, report))
        else:
            report.error(found.path, "Expected an object with the clinic's facts")
    return [block for place in inside for block in blocks(place)]
