"""What the API's problems are called in Portuguese: titles by code, and the sentences that go with them.

The code says English; what has no words here stays in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

TITLES: Mapping[str, str] = {
    # Of any request
    "invalid": "A requisição não é válida",
    "unexpected": "Algo inesperado aconteceu",
    "bad_request": "A requisição não pode ser lida",
    "unauthorized": "Não se sabe quem chama",
    "forbidden": "Isto não é permitido",
    "not_found": "Não encontrado",
    "method_not_allowed": "Este método não serve aqui",
    "not_acceptable": "Não há resposta nesse formato",
    "request_timeout": "A requisição demorou demais",
    "conflict": "Não é possível no estado atual",
    "too_large": "O corpo da requisição é grande demais",
    "uri_too_long": "O endereço é longo demais",
    "unsupported_media_type": "O corpo da requisição não é JSON",
    "unprocessable": "A requisição não pode ser atendida",
    "too_many_requests": "Requisições demais",
    "service_unavailable": "O serviço não está disponível agora",
    "stale": "Isto foi alterado nesse meio-tempo",
    "bad_cursor": "O cursor não é um dos nossos",
    "bad_idempotency_key": "A Idempotency-Key não é válida",
    "idempotency_mismatch": "Esta Idempotency-Key veio antes com outra requisição",
    "in_progress": "A primeira requisição com esta Idempotency-Key ainda está em andamento",
    # Who calls
    "not_authenticated": "Não se sabe quem chama",
    "bad_credentials": "O e-mail ou a senha está errado",
    "session_over": "Esta sessão terminou",
    "account_suspended": "Esta conta está suspensa",
    "choose_clinic": "Este endereço tem conta em várias clínicas",
    "too_many_attempts": "Tentativas demais",
    "busy": "Entradas demais ao mesmo tempo",
    "weak_password": "Esta senha não é boa o bastante",
    "wrong_password": "Esta não é a senha atual",
    "token_over": "Este código já foi usado ou venceu",
    "registration_closed": "Esta clínica recebe pessoas por convite",
    "unknown_session": "Não existe essa sessão",
    # People and keys
    "unknown_user": "Não existe esse usuário",
    "above_you": "Contas com esse papel não são suas para criar ou alterar",
    "last_owner": "O último dono de uma clínica fica",
    "email_taken": "Este e-mail já tem uma conta aqui",
    "unknown_professional": "A clínica não tem esse profissional",
    "not_accepted": "O convite ainda não foi aceito",
    "accepted": "O convite já foi aceito",
    "unknown_key": "Não existe essa chave de API",
    "bad_scope": "Uma chave não pode ter esse alcance, ou ele não é seu para dar",
    "over_already": "A chave já nasceria vencida",
    # Clinics and patients
    "clinic_unavailable": "Esta clínica não está acessível no momento",
    "unknown_clinic": "Não existe essa clínica",
    "clinic_suspended": "Esta clínica está suspensa",
    "clinic_taken": "Já existe uma clínica com esse identificador",
    "clinic_busy": "O arquivo da clínica está em uso",
    "not_suspended": "Só uma clínica suspensa pode ser apagada",
    "not_exported": "A clínica não pode ser exportada",
    "no_context": "A clínica ainda não tem documento de contexto",
    "invalid_context": "O documento não pode ser usado",
    "unknown_patient": "Não existe esse paciente",
    # WhatsApp
    "signature": "A assinatura não é uma das nossas",
    "verify_token": "O token de verificação não é um dos nossos",
}

_GUESSABLE = (
    "This is easy to guess: use four or more words that do not belong together, without names, dates or the clinic's."
)
SENTENCES: Mapping[str, str] = {
    "Read it again, and send its new ETag.": "Leia de novo e envie o novo ETag.",
    "Send `next_cursor` unchanged.": "Envie `next_cursor` sem mudar nada.",
    "1 to 255 letters or signs.": "De 1 a 255 letras ou sinais.",
    "Send a new key.": "Envie uma chave nova.",
    "Log in again, or send a key in use.": "Entre de novo, ou envie uma chave em uso.",
    "Send `Authorization: Bearer` with the access token of POST /api/auth/login, or a clinic's API key.": (
        "Envie `Authorization: Bearer` com o token de acesso de POST /api/auth/login, ou uma chave de API da clínica."
    ),
    "Log in again.": "Entre de novo.",
    "Send the `clinic_id` of one of them.": "Envie o `clinic_id` de uma delas.",
    "Wait as many seconds as Retry-After says.": "Espere os segundos que Retry-After diz.",
    "Try again in a moment.": "Tente de novo daqui a pouco.",
    "Ask for a new one.": "Peça um novo.",
    "Ask its owner for one.": "Peça um ao dono da clínica.",
    "Send either token, or clinic_id, email and name.": "Envie ou token, ou clinic_id, email e name.",
    "Suspend it first.": "Suspenda-a antes.",
    "Erase it without an export: ?export=false": "Apague sem exportar: ?export=false",
    "See `errors` for what to mend.": "Veja em `errors` o que corrigir.",
    "This is not the present password.": "Esta não é a senha atual.",
    _GUESSABLE: (
        "É fácil de adivinhar: use quatro ou mais palavras que não combinem, sem nomes, datas nem o nome da clínica."
    ),
    "It is in the past": "Já passou",
    "Invalid RFC3339 encoded date": "Data inválida: escreva AAAA-MM-DD",
    "Invalid RFC3339 encoded datetime": "Momento inválido: escreva como 2026-03-02T14:30:00-03:00",
    "Expected `datetime` with a timezone component": "Falta o fuso horário, como -03:00 no fim",
}

# Sentences with a value in them.
PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(english, re.DOTALL), portuguese)
    for english, portuguese in (
        (r"It takes the permission (\S+)\.", r"É preciso a permissão \1."),
        (r"A webhook body has at most (\d+) bytes\.", r"O corpo de um webhook tem no máximo \1 bytes."),
        (r"Use at least (\d+) characters\.", r"Use pelo menos \1 caracteres."),
        (r"Use at most (\d+) characters\.", r"Use no máximo \1 caracteres."),
        (r"(\S+) is none that this key can have", r"\1 não é um alcance que esta chave possa ter"),
        (r"JSON is malformed: (.+)", r"O JSON está malformado: \1"),
        (r"Missing required (\w+) parameter '(.+)'", r"Falta o parâmetro '\2'"),
        (r"Object missing required field `(.+)`", r"Falta o campo `\1`"),
        (r"Object contains unknown field `(.+)`", r"O campo `\1` não existe"),
        (r"Invalid enum value (.+)", r"\1 não é um dos valores possíveis"),
        (r"Expected `(.+)`, got `(.+)`", r"Esperava `\1`, veio `\2`"),
        (r"Expected `(\w+)` of length ([<>]=) (\d+)", r"Esperava `\1` de tamanho \2 \3"),
        (r"Expected `(\w+)` matching regex (.+)", r"O texto não tem a forma esperada, \2"),
        (r"Expected `(\w+)` ([<>]=?) (\S+)", r"Esperava `\1` \2 \3"),
    )
)


def title(code: str, english: str) -> str:
    """The title of a code, with the full stop that the English one has."""
    known = TITLES.get(code)
    if known is None:
        return english
    return f"{known}." if english.endswith(".") else known


def sentence(english: str) -> str:
    """A detail, or what is wrong with a field."""
    if english in SENTENCES:
        return SENTENCES[english]
    for pattern, portuguese in PATTERNS:
        found = pattern.fullmatch(english)
        if found is not None:
            return found.expand(portuguese)
    return english
