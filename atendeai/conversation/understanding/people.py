"""Who the patient is and for whom they write: names as given, and "pra minha mãe"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atendeai.conversation.understanding.lexicon_words import KIN, NAME_STOPS
from atendeai.conversation.understanding.words import Words

_PARTICLES = frozenset({"de", "da", "do", "dos", "das", "e", "d"})
_HONORIFICS = frozenset({"dona", "seu", "senhor", "senhora", "sr", "sra", "srta", "don", "doutor", "doutora"})
_ARTICLES = frozenset({"a", "o"})
_KIN = rf"(?:{'|'.join(sorted(KIN, key=len, reverse=True))})"

# What comes before a name in an answer to "qual o nome?".
_ANSWER_LEADS = re.compile(
    rf"\A(?: (?:(?:do |da |a |o )?(?:meu|minha) {_KIN}|(?:o|a) {_KIN}|"
    r"sim|claro|ok|oi|ola|bom dia|boa tarde|boa noite|entao|ah|pode ser|pode colocar|coloca|coloque|bota|anota"
    r"|anote ai|e so|eh|e|o|a|meu|minha|seria|sera|vai ser|no|em|nome de|nome|completo|dela|dele|do paciente|da paciente"
    r"|paciente|me chamo|chamo me|se chama|chama se|chama|sou|eu sou|aqui|quem fala e|para mim mesmo|para mim mesma|para mim|para|mim mesma|mim mesmo"
    r"|my name is|name|is|i am|im|mi nombre es|me llamo|nombre|consulta e para"
    r")(?= ))*"
)
_LEADS = re.compile(
    r" (?:me chamo|meu nome(?: completo)? e|meu nome(?= \S+ \S+ $)|aqui e|aqui quem fala e|quem fala e|quem esta falando e"
    r"|(?:em|no) nome d[eoa]|nome completo(?: e)?|o nome (?:dela|dele)(?: e)?|nome (?:dela|dele)(?: e)?|ela se chama|ele se chama"
    r"|se chama|nome do paciente(?: e)?|nome da paciente(?: e)?|my name is|this is|mi nombre es|me llamo)(?= )"
)
_SOFT_LEADS = re.compile(
    rf" (?:sou|eu sou|paciente|nome|(?:para|do|da|com|de) (?:o |a )?(?:meu|minha|nosso|nossa) {_KIN}|minha {_KIN}|meu {_KIN})(?= )"
)
_FOR_OTHER = re.compile(
    rf" (?:(?:meu|minha|meus|minhas|nosso|nossa) {_KIN}s?(?! (?:morreu|faleceu|me|indicou|ja|disse|falou|trabalha|pediu))"
    rf"|para (?:o|a|os|as|um|uma|uns) {_KIN}s?|para (?:ela|ele|eles|outra pessoa|outro paciente|outra paciente|terceiros)"
    r"|nao e para mim|for my (?:mother|mom|father|dad|son|daughter|wife|husband|child|kid|baby)"
    r"|para mi (?:mama|madre|papa|padre|hijo|hija|esposa|esposo)) "
)


def for_other(words: Words) -> bool:
    """Whether the visit is for somebody else than the one who writes."""
    return _FOR_OTHER.search(words.joined()) is not None


def person_name(words: Words, *, expected: bool) -> str | None:
    """A person's name as it should be written, or None. `expected` takes a bare name as the answer."""
    joined = words.joined()
    lead = _LEADS.search(joined)
    if lead is not None:
        return _name_at(words, _tokens_before(joined, lead.end()), proper=False)
    soft = _SOFT_LEADS.search(joined)
    if soft is not None and not expected:
        return _name_at(words, _tokens_before(joined, soft.end()), proper=True)
    if not expected:
        return None
    start = _ANSWER_LEADS.match(joined)
    return _name_at(words, _tokens_before(joined, start.end()) if start else 0, proper=False)


def _tokens_before(joined: str, end: int) -> int:
    return len(joined[:end].split())


def _name_at(words: Words, start: int, *, proper: bool) -> str | None:
    """The name that opens at token `start`; `proper` demands that it is written as one ("Lúcia", "dona lúcia")."""
    at = start
    honoured = False
    while at < len(words.tokens) and (words.tokens[at] in _HONORIFICS or (words.tokens[at] in _ARTICLES and at + 1 < len(words.tokens))):
        honoured = honoured or words.tokens[at] in _HONORIFICS
        at += 1
    taken: list[str] = []
    for position in range(at, len(words.tokens)):
        word = _original(words, position)
        if not _may_be_name(words, position, at, word, proper=proper and not honoured):
            break
        if taken and (tie := _gap(words, position)) in {"'", "’", "-"}:
            taken[-1] += tie + word
        else:
            taken.append(word)
    while taken and taken[-1].lower() in _PARTICLES:
        taken.pop()
    long_enough = any(len(word) > 1 for word in taken) and sum(map(len, taken)) > 1
    return written(taken) if taken and long_enough and len(taken) <= 8 else None


def _may_be_name(words: Words, position: int, first: int, word: str, *, proper: bool) -> bool:
    token = words.tokens[position]
    if not word.replace("-", "").replace("'", "").isalpha():
        return False
    if position > first and _gap(words, position).strip(" .'’-"):
        return False
    if token in _PARTICLES and token != "e":
        return position > first
    if token == "e":
        return first < position < len(words.tokens) - 1 and words.tokens[position + 1] not in NAME_STOPS | _ARTICLES and not proper
    return token not in NAME_STOPS and not (proper and not word[0].isupper())


def _gap(words: Words, position: int) -> str:
    return words.text[words.spans[position - 1][1] : words.spans[position][0]]


def _original(words: Words, position: int) -> str:
    start, end = words.spans[position]
    return words.text[start:end]


def written(parts: Sequence[str]) -> str:
    """A name with capitals, its particles small: "joão pedro DE souza" → "João Pedro de Souza"."""
    return " ".join(part.lower() if part.lower() in _PARTICLES else _capital(part) for part in parts)


def _capital(part: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), part)
