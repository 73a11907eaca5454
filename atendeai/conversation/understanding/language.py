"""Which language a message is in, told by its small words; Portuguese unless something else is plain."""

from __future__ import annotations

from collections.abc import Sequence

from atendeai.conversation.understanding.lexicon_words import vocabulary
from atendeai.conversation.understanding.model import Language

_ENGLISH = vocabulary("""
    the is are was i you we they my your an of and to in on for with do does did can could would should what
    when where who how much please hello hi thanks thank yes need want like appointment doctor book schedule
    cancel reschedule have has am tomorrow today english speak it this that at open close price cost results
    test bye good morning afternoon help me not
    """) - frozenset({"do", "me", "no", "a", "at"})
_SPANISH = vocabulary("""
    el los las una unos unas y en con por usted ustedes quiero quisiera necesito hola gracias buenos buenas dias
    tardes noches cuanto cuesta cuando donde cita turno puedo tiene tienen hay mi mis es soy estoy manana hoy la
    lo pero si muy muchas medico doctor examenes precio horario atienden direccion cancelar hablar persona llamo
    quien cual que del al
    """)
_PORTUGUESE = vocabulary("""
    o os um uma uns umas e em com por voce voces quero queria gostaria preciso oi ola obrigado obrigada bom boa
    dia tarde noite quanto custa quando onde consulta posso tem minha meu minhas meus sou estou amanha hoje a
    mas nao sim muito qual que do da dos das no na nos nas para pelo pela ao medico doutor doutora exame exames
    preco horario atendem endereco cancelar falar pessoa la si es mi doctor cual
    """) - frozenset({"la", "si", "es", "mi", "doctor", "cual"})


def language(tokens: Sequence[str]) -> Language:
    """The language of plain tokens; a tie or silence is Portuguese."""
    said = set(tokens)
    portuguese = len(said & _PORTUGUESE)
    english = len(said & _ENGLISH)
    spanish = len(said & _SPANISH)
    if english > portuguese and english >= spanish:
        return "en"
    if spanish > portuguese:
        return "es"
    return "pt"
