"""The receptionist's voice and manners: personality and behaviour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from atendeai.clinics.context import Behavior, Personality
from atendeai.clinics.document.place import Place, gather, rule
from atendeai.clinics.document.values import flag, formality, languages, name, text, whole
from atendeai.clinics.document.words import spellings

PERSONALITY = (
    rule("name", name, "nome nome_assistente nome_agente assistant_name"),
    rule("personality", text, "personalidade persona description descricao"),
    rule(
        "tone",
        text,
        "communication_tone tone_of_voice tom_comunicacao tom tom_de_voz tom_voz estilo style",
    ),
    rule("formality", formality, "formality_level nivel_formalidade formalidade"),
    rule("emoji", flag, "use_emojis emojis use_emoji usa_emojis uso_emojis usar_emojis uso_de_emojis"),
    rule("languages", languages, "language idiomas idioma linguas supported_languages"),
    rule(
        "greeting",
        text,
        "greeting_message initial_greeting saudacao_inicial saudacao mensagem_boas_vindas "
        "boas_vindas welcome_message welcome mensagem_saudacao",
    ),
    rule("farewell", text, "farewell_message mensagem_despedida despedida goodbye closing_message"),
    rule(
        "out_of_hours",
        text,
        "out_of_hours_message mensagem_fora_horario fora_horario mensagem_fora_do_horario "
        "after_hours after_hours_message off_hours_message",
    ),
)
BEHAVIOR = (
    rule("proactive", flag, "proactivity proativo proatividade proactivity_level nivel_proatividade"),
    rule("suggestions", flag, "offers_suggestions oferece_sugestoes sugestoes offer_suggestions"),
    rule(
        "feedback",
        flag,
        "feedback_collection requests_feedback solicita_feedback coleta_feedback request_feedback",
    ),
    rule(
        "auto_escalation",
        flag,
        "escalacao_automatica automatic_escalation escalonamento_automatico escalacao escalation "
        "transferencia_automatica",
    ),
    rule(
        "escalation_threshold",
        whole,
        "max_attempts limite_tentativas limite_escalacao max_tentativas maximo_tentativas attempts_limit",
    ),
    rule(
        "memory",
        flag,
        "context_memory memory_enabled contexto_conversa memoria memoria_conversa "
        "memoria_contexto conversation_context conversation_memory lembra_contexto",
    ),
)

# Settings of some language model: another program's business.
MACHINERY = spellings(
    "model modelo temperature temperatura max_tokens top_p prompt system_prompt provider provedor "
    "context_window avatar id voz voice gender genero nao_pode_diagnosticar nao_pode_prescrever agent_config "
    "system_config ativo active enabled resposta_rapida tempo_resposta response_delay"
)


def personality(places: Sequence[Place]) -> dict[str, Any]:
    return gather(places, Personality, PERSONALITY)


def behavior(places: Sequence[Place]) -> dict[str, Any]:
    return gather(places, Behavior, BEHAVIOR)


def close(places: Sequence[Place]) -> None:
    for place in places:
        place.ignore(*MACHINERY)
        place.close()
