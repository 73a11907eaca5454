"""What may leave the clinic of a patient's words: not who they are, nor how they are reached. Pure.

A message keeps its wish ("eletro sexta de manhã") and a given name; numbers that identify, addresses and surnames
go. Rather a word too many than one too few: a message that makes no sense any more is only understood less well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from atendeai.clinics.context import ClinicContext
from atendeai.conversation.understanding.lexicon_names import GIVEN_NAMES, SURNAMES
from atendeai.conversation.understanding.lexicon_words import KIN
from atendeai.conversation.understanding.normalise import fold
from atendeai.conversation.understanding.words import KNOWN, spell

NAME, NUMBER, EMAIL, LINK, ADDRESS, DATE = "[nome]", "[número]", "[e-mail]", "[link]", "[endereço]", "[data]"

_PARTICLES = frozenset({"de", "da", "do", "dos", "das", "e", "d", "di", "del", "della", "van", "von", "der", "la"})
_TITLES = frozenset({"dr", "dra", "doutor", "doutora", "medico", "medica", "prof", "profa", "professor", "professora"})
_HONORIFICS = frozenset({"dona", "seu", "senhor", "senhora", "sr", "sra", "srta", "don", "dom"})
_SHORTEST_INSIDE = 5  # letters of a surname that are looked for inside joined words ("mariakowalczyk")
_MOST_WORDS_OF_A_NAME = 6

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)*|\S+\s+arroba\s+\S+(?:\s+ponto\s+\w+)*|@\w+", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\b(?:rua|r\.|av\.?|avenida|travessa|alameda|rodovia|estrada|pra[cç]a|largo|servid[aã]o|quadra|bairro|cep)"
    r"(?:\s+[^\W\d_]+\.?){0,6}?,?\s*(?:n[º°o.]*\s*)?\d[\d.-]*"
    r"(?:,?\s*(?:apto|apartamento|ap|casa|bloco|bl|sala|fundos)\.?\s*\w{1,4}\b)*",
    re.IGNORECASE,
)
_BETWEEN_DIGITS = r"(?:[\s.\-–—/()+_*·\ufe0f\u20e3]{0,3}|,)"
# A date is looked for first: its digits are no phone.
_NUMBERS = re.compile(
    r"(?P<date>(?<![\d/])(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?:/(?P<year>\d{4}|\d{2}))?(?![\d/]))"
    rf"|(?P<number>[+(]?\d(?:{_BETWEEN_DIGITS}\d){{6,}}[a-z]?)"
    r"|(?P<born>(?<!\d)(?:19|20)\d\d(?!\d))",
    re.IGNORECASE,
)
_DIGIT = r"(?:zero|uma?|dois|duas|tr[eê]s|quatro|cinco|seis|meia|sete|oito|nove|\d{1,6})"
_SPELLED = re.compile(rf"\b{_DIGIT}(?:[\s,.-]+(?:e\s+)?{_DIGIT}){{6,}}\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NAMES_IN_A_ROW = re.compile(r"\[nome\](?:\W{0,3}(?:(?:d[aeio]s?|e)\W{1,2})?\[nome\])+")
# Surnames that are everyday words; alone they are no names.
_EVERYDAY = frozenset({
    "barros", "bento", "braga", "campos", "coelho", "costa", "cruz", "cunha", "dias", "franca", "freire", "leite",
    "lima", "luz", "macedo", "machado", "mata", "melo", "nascimento", "paz", "pereira", "pessoa", "pinto", "porto",
    "prado", "ramos", "reis", "rocha", "sales", "santos", "sena", "serra", "vale", "viana",
})  # fmt: skip
_SENTENCE = re.compile(r"(?:^|[.!?…:\n])[\s\"'«“(*_-]*$")


def minimise(
    text: str, *, names: Iterable[str] = (), public: Collection[str] = frozenset(), year: int, most: int = 1000
) -> str:
    """`text` without CPF, phone, card and other long numbers, e-mails, links, addresses and surnames.

    `names` are full names known to belong to the patient; `public` are the clinic's own words, folded (see
    `public_words`), which name nobody; `year` is this year: dates long past are births, not wishes. At most `most`
    characters come back. Never raises.
    """
    plain = "".join(char for char in unicodedata.normalize("NFKC", text) if unicodedata.category(char) != "Cf")
    plain = _EMAIL.sub(EMAIL, _LINK.sub(LINK, plain))
    plain = _SPELLED.sub(NUMBER, _ADDRESS.sub(ADDRESS, plain))
    plain = _NUMBERS.sub(lambda found: _number(found, year), plain)
    return _Names(plain, _surnames(names), public).hidden()[:most].strip()


def is_minimal(text: str, *, names: Iterable[str], public: Collection[str], year: int) -> bool:
    """Whether `minimise` has nothing to take out of a text."""
    left = minimise(text, names=names, public=public, year=year)
    return not any(mark in left for mark in (NAME, NUMBER, EMAIL, LINK, ADDRESS, DATE))


def public_words(context: ClinicContext) -> frozenset[str]:
    """What the clinic calls its services, people as patients hear them, and plans: folded words."""
    named = [
        *(name for service in context.services for name in (service.name, service.specialty, *service.aliases)),
        *(professional.shown for professional in context.professionals),
        *(name for plan in context.insurance_plans for name in (plan.name, *plan.aliases)),
    ]
    return frozenset(fold(word) for name in named for word in _WORD.findall(name))


def _number(found: re.Match[str], year: int) -> str:
    if found["number"]:
        return NUMBER
    if found["born"]:
        return DATE if int(found["born"]) < year else found.group()
    if found["year"] is None or int(found["year"]) % 100 in (year % 100, (year + 1) % 100):
        return found.group()
    return DATE


def _surnames(names: Iterable[str]) -> frozenset[str]:
    """Every word of a full name but the given one, folded."""
    return frozenset(word for name in names for word in _rest([fold(word) for word in _WORD.findall(name)]))


def _rest(words: list[str]) -> list[str]:
    named = [word for word in words if word not in _PARTICLES | _TITLES | _HONORIFICS]
    given = bool(named) and (named[0] in GIVEN_NAMES or named[0] not in SURNAMES)
    return [word for word in named[1 if given else 0 :] if len(word) > 1 or len(named) == 1]


class _Names:
    """The words of a text, and which of them are hidden for being part of a person's name."""

    def __init__(self, text: str, surnames: frozenset[str], public: Collection[str]) -> None:
        self._text, self._surnames, self._public = text, surnames, public
        self._words = list(_WORD.finditer(text))
        self._folded = [fold(word.group()) for word in self._words]
        self._shouted = text.upper() == text
        whole = self._nothing_but_a_name()
        self._hidden = [whole and at > 0 and not self._is_the_clinics(at) for at in range(len(self._words))]
        for at, plain in enumerate(self._folded):
            if plain not in _PARTICLES:
                self._hidden[at] = self._hidden[at] or self._hides(at)

    def hidden(self) -> str:
        """The text without them."""
        kept, end = [], 0
        for word, hides in zip(self._words, self._hidden, strict=True):
            if hides:
                kept += [self._text[end : word.start()], NAME]
                end = word.end()
        return _NAMES_IN_A_ROW.sub(NAME, "".join([*kept, self._text[end:]]))

    def _nothing_but_a_name(self) -> bool:
        """ "xiomara kowalczyk": no word is known for anything else."""
        others = [word for word in self._folded if word not in _PARTICLES]
        return 2 <= len(others) <= _MOST_WORDS_OF_A_NAME and all(map(_may_be_a_name, others))

    def _hides(self, at: int) -> bool:
        plain = self._folded[at]
        if plain in self._surnames or any(n in plain for n in self._surnames if len(n) >= _SHORTEST_INSIDE):
            return True
        if self._follows_a_name(at):
            return plain not in GIVEN_NAMES | KIN and (self._is_written_as_name(at) or _may_be_a_name(plain))
        if plain in self._public:
            return False
        if plain in SURNAMES:
            return plain not in _EVERYDAY
        return self._is_written_as_name(at) and _may_be_a_name(plain) and not self._opens_a_sentence(at)

    def _is_written_as_name(self, at: int) -> bool:
        return not self._shouted and self._words[at].group()[0].isupper()

    def _opens_a_sentence(self, at: int) -> bool:
        return _SENTENCE.search(self._text[: self._words[at].start()]) is not None

    def _follows_a_name(self, at: int) -> bool:
        """Whether a person's name goes on with this word; the clinic's own people are no patients."""
        before = self._before(at)
        if before is None or not (self._hidden[before] or self._folded[before] in GIVEN_NAMES):
            return False
        return not (self._is_the_clinics(at) and self._is_the_clinics(before))

    def _is_the_clinics(self, at: int) -> bool:
        return self._folded[at] in self._public

    def _before(self, at: int) -> int | None:
        """The place of the word right before, particles left out; None when a sign stands between."""
        end = self._words[at].start()
        for place in range(at - 1, -1, -1):
            gap = self._text[self._words[place].end() : end]
            initial = "." if len(self._folded[place]) == 1 else ""
            if gap.strip(f" '’-{initial}") or "\n" in gap:
                return None
            if self._folded[place] not in _PARTICLES:
                return place
            end = self._words[place].start()
        return None


def _may_be_a_name(plain: str) -> bool:
    return plain in GIVEN_NAMES | SURNAMES or spell(plain) not in KNOWN
