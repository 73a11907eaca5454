"""What can be booked: services, their prices and their preparation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from atendeai.clinics.context import Cents, Service, Text
from atendeai.clinics.document.facts import told
from atendeai.clinics.document.measures import cents, hours, minutes
from atendeai.clinics.document.place import Found, Place, Unreadable, gather, rule, understood
from atendeai.clinics.document.values import flag, joined, name, names, sentence, text, whole
from atendeai.clinics.document.words import fold, key, label, slug, spellings, unique


def ids(value: Any) -> list[str] | None:
    """References as written; they are matched with ids and names once everything has been read."""
    return [slug(one) if not _is_id(one) else one for one in names(value) or []] or None


def _is_id(said: str) -> bool:
    return 0 < len(said) <= 64 and said.isascii() and all(char.isalnum() or char in "_.-" for char in said)


def references(value: Any) -> list[str] | None:
    """Names or ids, as written."""
    return names(value)


# Instructions that need no heading of their own.
PLAINLY = spellings(
    "instrucoes_especiais instrucoes special_instructions instructions orientacoes descricao observacoes geral"
)


def preparation(value: Any) -> str | None:
    """Preparation as sentences: text, a list, or `{jejum: "8 horas" | true, instrucoes_especiais, …}`."""
    if isinstance(value, list):
        return " ".join(sentence(said) for item in value if (said := preparation(item))) or None
    if isinstance(value, bool):
        return None if value else "Não é necessário preparo."
    if not isinstance(value, Mapping):
        return text(value)
    folded = {key(str(field)): held for field, held in value.items() if held is not None}
    fasting = [folded.pop(field) for field in ("jejum_horas", "fasting_hours", "horas_jejum") if field in folded]
    fasting += [folded.pop(field) for field in ("jejum", "fasting", "jejum_necessario") if field in folded]
    instructions = [sentence(words) for field in PLAINLY if (words := text(folded.pop(field, None)))]
    instructions += [sentence(f"{label(field)}: {words}") for field, held in folded.items() if (words := text(held))]
    if fasting and "jejum" not in fold(" ".join(instructions)):
        instructions.insert(0, _fasting(fasting[0]))
    return " ".join(instructions) or None


def _fasting(value: Any) -> str:
    if isinstance(value, str) and not any(char.isdigit() for char in value):
        try:
            value = flag(value)
        except Unreadable:
            return sentence(f"Jejum: {value}")
    if value is True:
        return "É necessário jejum."
    if value in (False, None, 0):
        return "Não é necessário jejum."
    try:
        count = hours(value)
    except Unreadable:
        return sentence(f"Jejum: {text(value)}")
    return f"Jejum de {count} hora{'s' if count != 1 else ''}." if count else "Não é necessário jejum."


SERVICE = (
    rule("name", name, "nome title titulo servico exame consulta"),
    rule(
        "aliases",
        names,
        "synonyms sinonimos apelidos nomes_alternativos also_known_as tambem_conhecido_como alias "
        "palavras_chave keywords",
    ),
    rule("description", text, "descricao"),
    rule("category", name, "categoria grupo"),
    rule("specialty", name, "especialidade speciality area"),
    rule(
        "duration_minutes",
        minutes,
        "duration duracao duracao_minutos tempo_estimado duracao_estimada tempo_duracao tempo "
        "tempo_minutos tempo_consulta duracao_media slot_duration",
    ),
    rule("price_note", text, "observacao_preco observacoes_preco nota_preco"),
    rule(
        "preparation",
        preparation,
        "preparo preparacao preparacao_necessaria preparacao_pre preparation_instructions "
        "instrucoes_preparo orientacoes_preparo preparos instructions instrucoes orientacoes",
    ),
    rule("accepts_insurance", flag, "aceita_convenio aceita_convenios aceita_plano aceita_planos"),
    rule(
        "insurance",
        references,
        "accepted_insurance accepted_insurances insurances insurance_plans convenios_aceitos "
        "convenios planos planos_aceitos convenio",
    ),
    rule(
        "professionals",
        ids,
        "professional professional_ids professional_id profissionais profissional "
        "profissionais_ids profissional_id profissional_responsavel executantes executores "
        "medicos medico performed_by",
    ),
    rule("resources", ids, "resource recursos recurso salas sala rooms room"),
    rule("buffer_before_minutes", minutes, "buffer_before intervalo_antes"),
    rule(
        "buffer_after_minutes",
        minutes,
        "buffer_after buffer intervalo_depois intervalo_apos intervalo intervalo_entre_consultas",
    ),
    rule(
        "max_daily",
        whole,
        "max_per_day limite_diario maximo_diario maximo_por_dia vagas_dia vagas_por_dia",
    ),
    rule("active", flag, "ativo ativa enabled status available disponivel"),
)

TOLD = (
    ("type tipo", "Tipo"),
    ("resultado_prazo_dias prazo_resultado_dias result_days", "Resultado em até {} dia(s)"),
    ("prazo_resultado tempo_resultado resultado resultados results_time", "Prazo do resultado"),
    ("contraindicacoes contraindications", "Contraindicações"),
    ("indicacoes indications", "Indicações"),
    ("cuidados_pos cuidados_pos_procedimento pos_procedimento aftercare orientacoes_pos", "Cuidados depois"),
    ("modalidades modalidade modality modalities", "Modalidades"),
    ("anestesia_necessaria", "Anestesia necessária"),
    ("tipo_anestesia anestesia anesthesia", "Anestesia"),
    ("internacao_necessaria internacao", "Internação necessária"),
    ("tempo_internacao_horas", "Internação de {} hora(s)"),
    ("tempo_internacao_dias", "Internação de {} dia(s)"),
    ("tempo_recuperacao recuperacao recovery_time", "Recuperação"),
    ("idade_minima min_age minimum_age", "Idade mínima"),
    ("idade_maxima max_age", "Idade máxima"),
    ("inclui incluso includes o_que_inclui", "Inclui"),
    ("documentos_necessarios documentos required_documents", "Documentos necessários"),
    ("sessoes numero_sessoes sessions", "Sessões"),
    ("retorno retorno_dias prazo_retorno return_visit", "Retorno"),
    ("equipamentos equipamento equipment", "Equipamentos"),
    ("acompanhante acompanhante_necessario acompanhante_obrigatorio", "Acompanhante"),
    ("pedido_medico exige_pedido_medico requer_pedido necessita_pedido_medico requires_referral", "Pedido médico"),
    ("observacoes observacao notes note obs", ""),
)
PRICES = spellings(
    "price preco preco_particular valor valor_particular cost preco_consulta precos valores particular "
    "preco_reais valor_reais amount"
)


def service(found: Found, taken: set[str], category: str = "") -> dict[str, Any] | None:
    """A service of an object or of its mere name; None when it has no name."""
    if isinstance(found.value, str):
        found = found._replace(value={"name": found.value})
    if not isinstance(found.value, Mapping):
        found.report.error(found.path, "Expected a service: an object or its name")
        return None
    place = Place(found.value, found.path, found.report)
    kept: dict[str, Any] = gather([place], Service, SERVICE)
    if not kept.get("name"):
        found.report.error(found.path, "A service needs its name")
    _price(place, kept)
    kind = None if "category" in kept or category else place.take("type", "tipo")
    if kind and (said := understood(kind, name, Text)):
        kept["category"] = said
    extra = told([place], TOLD)
    if extra:
        kept["description"] = joined(kept.get("description"), extra)
    if category:
        kept.setdefault("category", category)
    kept["id"] = given_id(place, kept.get("name") or "", taken, "service_id")
    place.ignore("moeda", "currency", "ordem", "order", "icone", "icon", "created_at", "updated_at")
    place.close()
    return kept if kept.get("name") else None


def given_id(place: Place, called: str, taken: set[str], *spelt: str) -> str:
    """The document's id, made fit to be one; without it a slug of the name. Given ids stay, even twice."""
    found = place.take("id", "codigo", "code", *spelt)
    said = text(found.value) if found else None
    if said is None:
        return unique(slug(called), taken)
    chosen = said if _is_id(said) else slug(said) or unique(slug(called), taken)
    taken.add(chosen)
    return chosen


def _price(place: Place, kept: dict[str, Any]) -> None:
    """Cents where cents are said, else an amount in reais; other words become the note."""
    exact = place.take("price_cents", "preco_centavos", "valor_centavos")
    if exact is not None and (value := understood(exact, whole, Cents)) is not None:
        kept["price_cents"] = value
    found = place.take(*PRICES)
    if found is None:
        return
    value = found.value
    notes = []
    if isinstance(value, Mapping):
        inner = Place(value, found.path, found.report)
        amount = inner.take("particular", "valor", "value", "amount", "price", "preco", "valor_particular", "a_vista")
        inner.ignore("moeda", "currency")
        notes = told(
            [inner],
            (
                ("observacao observacoes note nota", ""),
                ("convenio", "Convênio"),
                ("retorno", "Retorno"),
                ("parcelamento", "Parcelamento"),
            ),
        )
        inner.close()
        if amount is None:
            return
        found, value = amount, amount.value
    price = understood(found, cents, Cents)
    if isinstance(value, str) and fold(value.replace("R$", "")).strip("0123456789 ") not in ("", "reais", "brl"):
        notes.insert(0, value.strip())
    if price is not None:
        kept.setdefault("price_cents", price)
    if notes:
        kept.setdefault("price_note", " ".join(notes))
