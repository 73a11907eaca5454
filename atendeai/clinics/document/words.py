"""Spelling: how names of fields and things are compared, turned into ids, and written out as labels."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

# Accents that field names lose; anything not listed is shown as it is spelled.
ACCENTED = {
    "acessivel": "acessível",
    "agencia": "agência",
    "antecedencia": "antecedência",
    "cartao": "cartão",
    "clinica": "clínica",
    "codigo": "código",
    "confirmacao": "confirmação",
    "contraindicacoes": "contraindicações",
    "consultorios": "consultórios",
    "convenio": "convênio",
    "convenios": "convênios",
    "credito": "crédito",
    "criancas": "crianças",
    "debito": "débito",
    "disponivel": "disponível",
    "emergencia": "emergência",
    "especificas": "específicas",
    "fundacao": "fundação",
    "gravida": "grávida",
    "horario": "horário",
    "horarios": "horários",
    "hospitalar": "hospitalar",
    "informacoes": "informações",
    "instrucoes": "instruções",
    "localizacao": "localização",
    "maxima": "máxima",
    "maximo": "máximo",
    "medica": "médica",
    "medico": "médico",
    "minima": "mínima",
    "minimo": "mínimo",
    "nao": "não",
    "necessaria": "necessária",
    "necessario": "necessário",
    "numero": "número",
    "obrigatorio": "obrigatório",
    "obrigatorios": "obrigatórios",
    "observacao": "observação",
    "observacoes": "observações",
    "orientacoes": "orientações",
    "periodo": "período",
    "pos": "pós",
    "pratica": "prática",
    "pre": "pré",
    "preco": "preço",
    "protecao": "proteção",
    "publico": "público",
    "recepcao": "recepção",
    "responsavel": "responsável",
    "saida": "saída",
    "servico": "serviço",
    "servicos": "serviços",
    "tecnico": "técnico",
    "transferencia": "transferência",
    "unico": "único",
    "video": "vídeo",
}


def printable(text: str) -> str:
    """Text without what neither JSON nor a screen can carry (lone surrogates, control characters)."""
    return _UNPRINTABLE.sub("", text)


def plain(text: str) -> str:
    """Lower case without accents; spaces and punctuation stay."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def fold(text: str) -> str:
    """Letters and digits only, single spaces: two spellings of one name fold alike."""
    return " ".join(re.findall(r"[a-z0-9]+", plain(text)))


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """A field's name as we spell names: `horarioFuncionamento`, `Horário-Funcionamento` → snake case."""
    return fold(_CAMEL.sub(" ", name)).replace(" ", "_")


def same(text: str) -> str:
    """What two spellings of a proper name share: "Sul América" and "SulAmérica"."""
    return fold(text).replace(" ", "")


def slug(text: str) -> str:
    """A stable id made of a name."""
    return fold(text).replace(" ", "-")[:64].strip("-")


def unique(wanted: str, taken: set[str]) -> str:
    """`wanted`, or `wanted-2`, `wanted-3`… when another has it; marks it as taken."""
    wanted = wanted or "item"
    number, chosen = 1, wanted
    while chosen in taken:
        number += 1
        chosen = f"{wanted[:58]}-{number}"
    taken.add(chosen)
    return chosen


# Field names that drop the preposition between their words.
PHRASES = {
    "sala_exames": "Salas de exames",
    "salas_exames": "Salas de exames",
    "sala_espera": "Sala de espera",
    "salas_atendimento": "Salas de atendimento",
    "salas_procedimentos": "Salas de procedimentos",
    "sala_hemodinamica": "Sala de hemodinâmica",
    "leitos_observacao": "Leitos de observação",
    "lista_espera": "Lista de espera",
    "confirmacao_antecedencia_horas": "Antecedência da confirmação em horas",
    "criancas_acompanhante_obrigatorio": "Acompanhante obrigatório para crianças",
    "jejum_pre_procedimento": "Jejum antes do procedimento",
    "exames_pre_procedimento": "Exames antes do procedimento",
    "idade_minima_procedimento": "Idade mínima para procedimentos",
    "primeira_consulta_documentos": "Documentos para a primeira consulta",
    "exames_resultados": "Resultados de exames",
    "valor_hora": "Valor por hora",
    "valor_minimo": "Valor mínimo",
}


def label(name: str) -> str:
    """A field's name as a reader of Portuguese expects it: `instrucoes_pre` → "Instruções pré"."""
    if phrase := PHRASES.get(key(name)):
        return phrase
    words = [ACCENTED.get(word, word) for word in key(name).split("_")]
    text = " ".join(words) or printable(name)
    return text[:1].upper() + text[1:]


def spellings(names: str) -> tuple[str, ...]:
    """The spellings of a field, written between spaces."""
    return tuple(names.split())
