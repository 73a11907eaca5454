"""Who the patient is and for whom they write: names as given, and "pra minha mãe"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atendeai.conversation.understanding.lexicon_names import GIVEN_NAMES, SURNAMES
from atendeai.conversation.understanding.lexicon_words import KIN, NAME_STOPS, vocabulary
from atendeai.conversation.understanding.words import Clause, Words
from atendeai.conversation.understanding.yes_no import fixed, unaddressed

_PARTICLES = frozenset({"de", "da", "do", "dos", "das", "e", "d", "del"})
_AFTER_DE = frozenset({"la", "las", "los"})  # "de la Cruz"
_TITLES = frozenset({"doutor", "doutora", "doctor", "doctora", "medico", "medica", "prof", "professor", "professora"})
_HONORIFICS = vocabulary("dona seu senhor senhora sr sra srta don doutor doutora doctor doctora mr mrs ms miss")
_ARTICLES = frozenset({"a", "o"})
# Words of kinship that close a man's full name ("Antônio Neto").
_SUFFIXES = frozenset({"neto", "filho", "sobrinho"})
# Alone these are a place in a list; with a surname they are names ("Segundo Pereira").
_RANKS = frozenset({"primeiro", "primeira", "segundo", "terceiro", "terceira", "quarto", "quinto", "sexto"})
# Names of places open so.
_PLACES = frozenset({"sao", "santa", "santo", "rio", "rua", "avenida", "vila", "jardim", "porto", "bairro"})


def _any(block: str) -> str:
    """A group of the `|`-separated phrases of `block`, longest first; KIN stands for any word of kinship."""
    parts = [" ".join(part.split()) for part in block.split("|")]
    return f"(?:{'|'.join(sorted(parts, key=len, reverse=True))})".replace("KIN", _KIN)


_KIN = f"(?:{'|'.join(sorted(KIN, key=len, reverse=True))})"

# What comes before a name in an answer to "qual o nome?".
_ANSWER_LEADS = re.compile(
    r"\A(?: "
    + _any(
        """
        em nome do meu KIN|em nome da minha KIN|no nome do meu KIN|no nome da minha KIN
        |do meu KIN|da minha KIN|meu KIN|minha KIN|o KIN|a KIN|sim|claro|ok|oi|ola|bom dia|boa tarde|boa noite
        |entao|ah|pode ser
        |pode colocar|pode por|pode botar|pode anotar|coloca|coloque|coloca ai|bota|bota ai|anota|anota ai|anote ai
        |e so|eh|e|o|a|meu|minha|seria|sera|vai ser|no|em
        |nome de|nome|completo
        |dela|dele|do paciente|da paciente|paciente|me chamo|chamo me|se chama|chama se|chama|sou|eu sou|aqui
        |quem fala e
        |para mim mesmo|para mim mesma|para mim|para|mim mesma|mim mesmo|my name is|name|is|i am|im
        |mi nombre es|me llamo
        |nombre|consulta e para|consulta para|marcando para|marcar para|agendar para|estou marcando para
        |quero marcar para
        |it s for my KIN|it s for|it s|is for my KIN|for my KIN|for|i m|this is|yes|hi|hello|sure|the patient is
        |her name is
        |his name is|es para mi KIN|es para|para mi KIN|mi KIN|es|soy|yo soy|a nombre de|hola|el paciente es
        |la paciente es
        |se llama|claro
        """
    )
    + r"(?= ))*"
)
# Small talk before a name that was asked for: "anota aí certinho", "nome todo", "desculpa, esqueci, é".
_PREFACE = vocabulary("""
    pode por poe ponha coloca coloque bota bote anota anote escreve registra registre ai assim certinho direitinho
    certo correto como esta no na em documento identidade rg carteirinha carteira so e eh o a nome todo inteiro completo
    desculpa desculpe perdao esqueci faltou era corrige corrija corrigir muda troca arruma sobrenome primeiro meu minha
    seu se sim claro para ser paciente full complete whole first last name surname is the patient s sorry it apellido
    apellidos nombre completo es el la paciente disculpa disculpe perdon
    """)
_MONTHS = vocabulary("janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro")
_BEFORE_MONTH = frozenset({"em", "para", "de", "no", "en", "in"})
# After these a name follows, however it is written.
_LEADS = re.compile(
    " "
    + _any(
        """
        para dona|para a dona|me chamo|meu nome e|meu nome completo e|aqui e|aqui quem fala e|quem fala e
        |quem esta falando e
        |em nome de|em nome do
        |em nome da|em nome do meu KIN|em nome da minha KIN|no nome do meu KIN|no nome da minha KIN|a nombre de
        |a nombre de mi KIN|in the name of|her name is|his name is|no nome de|no nome do|no nome da|nome completo e
        |nome completo|o nome dela e
        |o nome dele e|o nome dela
        |o nome dele|nome dela e|nome dele e|nome dela|nome dele|ela se chama|ele se chama|se chama|nome do paciente e
        |nome da paciente e|nome do paciente|nome da paciente|my name is|this is|mi nombre es|me llamo
        """
    )
    + "(?= )"
)
# After these only what is written as a name is one.
_SOFT_LEADS = re.compile(
    " "
    + _any(
        """
        corrige o nome e|corrige o nome para|corrige para|muda o nome para|troca o nome para|o nome certo e
        |o nome correto e|o nome e|el nombre es|el apellido es|el paciente es|la paciente es|the patient is|the name is
        |last name is|o paciente e|a paciente e|o atendimento e para|full name
        |sou|eu sou|paciente|nome|para meu KIN|para o meu KIN|para minha KIN|para a minha KIN|do meu KIN
        |da minha KIN|com meu KIN
        |com minha KIN|minha KIN|meu KIN|soy|i m|i am|my KIN|mi KIN
        """
    )
    + "(?= )"
)
_OWN_KIN = f"(?<! com )(?<! with )(?<! con )(?:meus?|minhas?|nosso|nossa|my|our|mis?) {_KIN}s?"
_TOLD = "(?:morreu|faleceu|me|indicou|ja|disse|falou|trabalha|pediu)"
_FOR_OTHER = re.compile(
    f" (?:{_OWN_KIN}(?! {_TOLD})|para (?:o|a|os|as|um|uma|uns) {_KIN}s?|"
    + _any(
        """
        para ela|para ele|para eles|para outra pessoa|para outro paciente|para outra paciente|para terceiros
        |nao e para mim
        |for my KIN|for someone else|for another person|not for me|for him|for her
        |para mi KIN|para mi mama|para mi papa|para otra persona|no es para mi
        """
    )
    + ") "
)


def for_other(words: Words) -> bool:
    """Whether the visit is for somebody else than the one who writes."""
    return _FOR_OTHER.search(f" {' '.join(unaddressed(words.tokens))} ") is not None


class Named(NamedTuple):
    """A name as it should be written, and its tokens `start:end`."""

    name: str
    start: int
    end: int


def person_named(
    words: Words, *, expected: bool, dated: bool = False, others: Sequence[tuple[int, int]] = ()
) -> Named | None:
    """The person named, or None. `expected` takes a bare name as the answer.

    `dated` says that a moment is named too; `others` are tokens that name professionals and plans.
    """
    found = _introduced(words, expected=expected)
    if found is None:
        return _set_apart(words, others)
    if expected and _is_an_answer(words, found):
        return None
    if not expected or found.end - found.start > 1:
        return found
    alone, follower = words.tokens[found.start], found.end
    if alone in _MONTHS and found.start and words.tokens[found.start - 1] in _BEFORE_MONTH:
        return None
    runs_on = dated and follower < len(words.tokens) and not _gap(words, follower).strip()
    return None if (runs_on and alone not in GIVEN_NAMES) or alone in _RANKS else found


def _is_an_answer(words: Words, found: Named) -> bool:
    """Whether what stands in a name's place only agrees or refuses: "perfeitamente", "never mind"."""
    return GIVEN_NAMES.isdisjoint(words.tokens[found.start : found.end]) and fixed(words)


def _introduced(words: Words, *, expected: bool) -> Named | None:
    """The name after "me chamo", "em nome de", or where it was asked for."""
    joined = words.joined()
    lead = _LEADS.search(joined)
    if lead is not None:
        return _name_at(words, _tokens_before(joined, lead.end()), proper=False)
    soft = _SOFT_LEADS.search(joined)
    if soft is not None and not expected:
        return _name_at(words, _tokens_before(joined, soft.end()), proper=True)
    if not expected:
        return None
    lead = _ANSWER_LEADS.match(joined)
    start = _tokens_before(joined, lead.end()) if lead else 0
    return _surname(words) or _prefaced(words, start) or _name_at(words, start, proper=False)


def _prefaced(words: Words, start: int) -> Named | None:
    """A name past the small talk before it, which must look like one: "na verdade" does not."""
    at = start
    while at < len(words.tokens) and words.tokens[at] in _PREFACE:
        at += 1
    found = _name_at(words, at, proper=False) if start < at < len(words.tokens) else None
    if found is None:
        return None
    known = not (GIVEN_NAMES | SURNAMES).isdisjoint(words.tokens[found.start : found.end])
    return found if known or _original(words, found.start)[0].isupper() else None


def _surname(words: Words) -> Named | None:
    """ "da Silva": the rest of a name, given when it was asked for."""
    if len(words.tokens) < 2 or words.tokens[0] not in _PARTICLES - {"e"}:
        return None
    rest = _name_at(words, 1, proper=False)
    if rest is None or rest.start != 1 or rest.end != len(words.tokens):
        return None
    known = words.tokens[1] in SURNAMES or _original(words, 1)[0].isupper()
    return Named(f"{words.tokens[0]} {rest.name}", 0, rest.end) if known else None


def _set_apart(words: Words, others: Sequence[tuple[int, int]]) -> Named | None:
    """ "marcar eco amanhã, Carlos Pereira, Unimed": a piece between signs that is nothing but a known kind of name."""
    if len(words.clauses) < 2:
        return None
    taken = {at for start, end in others for at in range(start, end)}
    return next((named for clause in words.clauses for named in _whole(words, clause, taken)), None)


def _whole(words: Words, clause: Clause, taken: set[int]) -> Iterator[Named]:
    tokens = words.tokens[clause.start : clause.end]
    if not 2 <= len(tokens) <= 5 or tokens[0] in _PLACES or not taken.isdisjoint(range(clause.start, clause.end)):
        return
    titled = clause.start > 0 and words.tokens[clause.start - 1] in _TITLES
    given, family = tokens[0] in GIVEN_NAMES, not SURNAMES.isdisjoint(tokens[1:])
    named = _name_at(words, clause.start, proper=not (given and family))
    if named is not None and (given or family) and not titled and (named.start, named.end) == clause[:2]:
        yield named


def _tokens_before(joined: str, end: int) -> int:
    return len(joined[:end].split())


def _name_at(words: Words, start: int, *, proper: bool) -> Named | None:
    """The name that opens at token `start`; `proper` demands that it is written as one ("Lúcia", "dona lúcia")."""
    at = start
    honoured = False
    while at < len(words.tokens) - 1 and words.tokens[at] in _HONORIFICS | _ARTICLES:
        honoured = honoured or words.tokens[at] in _HONORIFICS
        at += 1
    taken: list[str] = []
    end = at
    for position in range(at, len(words.tokens)):
        word = _original(words, position)
        if not _may_be_name(words, position, at, word, proper=proper and not honoured):
            break
        if taken and (tie := _gap(words, position)) in {"'", "’", "-"}:
            taken[-1] += tie + word
        else:
            taken.append(word)
        end = position + 1
    while taken and taken[-1].lower() in _PARTICLES | _AFTER_DE:
        taken.pop()
        end -= 1
    long_enough = any(len(word) > 1 for word in taken) and sum(map(len, taken)) > 1
    return Named(written(taken), at, end) if taken and long_enough and len(taken) <= 8 else None


def _may_be_name(words: Words, position: int, first: int, word: str, *, proper: bool) -> bool:
    plain = words.tokens[position]
    if not word.replace("-", "").replace("'", "").isalpha():
        return False
    if position > first and _gap(words, position).strip(" .'’-"):
        return False
    if plain in _PARTICLES and plain != "e":
        return position > first
    if plain in _AFTER_DE:
        return position > first + 1 and words.tokens[position - 1] == "de"
    if plain == "e":
        following = words.tokens[position + 1 : position + 2]
        return position > first and not proper and bool(following) and following[0] not in NAME_STOPS | _ARTICLES
    return (plain not in NAME_STOPS or _closes(words, position, first)) and not (proper and not word[0].isupper())


def _closes(words: Words, position: int, first: int) -> bool:
    """Whether a word that elsewhere ends a name is part of this one: "do Nascimento", "Antônio Neto"."""
    if position == first:
        return False
    plain, before = words.tokens[position], words.tokens[position - 1]
    last = position + 1 == len(words.tokens)
    if plain in _SUFFIXES:
        return (last or bool(_gap(words, position + 1).strip())) and before not in _PARTICLES
    return plain in SURNAMES and (last or (before in _PARTICLES and position - first > 1))


def _gap(words: Words, position: int) -> str:
    return words.text[words.spans[position - 1][1] : words.spans[position][0]]


def _original(words: Words, position: int) -> str:
    start, end = words.spans[position]
    return words.text[start:end]


def written(parts: Sequence[str]) -> str:
    """A name with capitals, its particles small: "joão pedro DE souza" → "João Pedro de Souza"."""
    return " ".join(part.lower() if part.lower() in _PARTICLES | _AFTER_DE else _capital(part) for part in parts)


def _capital(part: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: word.group().capitalize(), part)
