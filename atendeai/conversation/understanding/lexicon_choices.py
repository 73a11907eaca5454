"""How patients point at one of several rows: numbers, places in the list, and the small words around them."""

from __future__ import annotations

import re

from atendeai.conversation.understanding.lexicon_words import vocabulary

WORD_NUMBERS = {
    "um": 1, "uma": 1, "dois": 2, "duas": 2, "tres": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8,
    "nove": 9, "dez": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "uno": 1, "una": 1, "dos": 2, "cuatro": 4, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
}  # fmt: skip
ORDINALS = {
    "primeiro": 1, "primeira": 1, "segundo": 2, "segunda": 2, "terceiro": 3, "terceira": 3, "quarto": 4, "quinto": 5,
    "sexto": 6, "setimo": 7, "oitavo": 8, "nono": 9, "decimo": 10, "first": 1, "second": 2, "third": 3, "1o": 1,
    "1a": 1, "2o": 2, "2a": 2, "3o": 3, "3a": 3, "4o": 4, "4a": 4, "ultimo": -1, "ultima": -1, "penultimo": -2,
    "penultima": -2, "last": -1, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "primer": 1, "primero": 1, "primera": 1, "tercer": 3, "tercero": 3, "tercera": 3,
    "cuarto": 4, "cuarta": 4, "septimo": 7, "octavo": 8, "noveno": 9, "cima": 1, "arriba": 1, "baixo": -1,
    "abajo": -1, "bottom": -1,
}  # fmt: skip
# Ordinals of these alone may be weekdays; "a quinta" is Thursday unless "opção" stands beside it.
WEEKDAY_ORDINALS = {"segunda": 2, "terca": 3, "quarta": 4, "quinta": 5, "sexta": 6}
MIDDLE = frozenset({"meio", "middle", "medio"})
# As rows show them, in each language.
WEEKDAYS = {
    "seg": 0, "ter": 1, "qua": 2, "qui": 3, "sex": 4, "sab": 5, "dom": 6, "mon": 0, "tue": 1, "wed": 2, "thu": 3,
    "fri": 4, "sat": 5, "sun": 6, "lun": 0, "mar": 1, "mie": 2, "jue": 3, "vie": 4,
}  # fmt: skip
AROUND = vocabulary("""
    a o as os opcao numero n no na nr num quero queria prefiro vou escolho fico pode ser com de da do essa esse
    esta este por favor horario item alternativa letra mesmo mesma entao sim ok eh e eu ai opcoes das dos option
    number the please obrigado obrigada fica marca marcar pra para ta bom beleza obg data dia
    serve vai op mim coloca gostei acho que melhor olhei aqui
    el la los las del lo un al quiero prefiero elijo escojo quedo me gracias favor numero opcion ese esa hora horario
    one i ll take want choose pick like go with that this for of on works work is fine thanks thank you it s let
    would d have slot time day por si yes sure seria esta bien sirve va st nd rd th
    """) | {"para"}
NONE = re.compile(
    r" (?:nenhum|nenhuma|nada disso|none|neither|ningun|ninguno|ninguna"
    r"|(?:outro|outros|mais) (?:horarios?|dias?|datas?|opcoes)"
    r"|(?:otro|otra|otros|otras) (?:horarios?|dias?|fechas?|horas?|opcion|opciones)|mas (?:fechas|opciones)"
    r"|(?:another|other|different) (?:times?|days?|dates?|slots?|options?|hours?)"
    r"|more (?:times|days|dates|slots|options)"
    r"|(?:that|this|these|those|they|it) (?:(?:don|doesn|won) t|(?:do|does|will) not) work|(?:nothing|none) works?"
    r"|something else|anything else|no me sirven?"
    r"|(?:tem|teria|tiene|tienes|tienen|hay|have|got)(?: algum| mais| any)?"
    r" (?:outr[oa]s?|otr[oa]s?|others?|another)(?: desses| dessas)?(?= \Z)"
    r"|(?:outra|outras) (?:opcao|opcoes|data|datas|hora)"
    r"|nao (?:serve|da|posso|consigo|gostei|rola)(?: em| de| para)? (?:nenhum|nenhuma|nesses|nessas|esses|essas)"
    r"|esses nao|essas nao|nao quero esses|nesses nao (?:posso|da)) "
)
THIS = re.compile(
    r"\A (?:(?:sim|quero|pode ser|fico com|ok|e|isso|yes|si|quiero) )?"
    r"(?:esse|essa|este|esta|isso|ese|esa|eso|that|this)"
    r"(?: (?:one|works|is|fine|good|sirve|bien|ai|mesmo|mesma|aqui|horario|dia|serve|sim|esta|bom"
    r"|otimo|otima|me|ta))* \Z"
)
EXTREME = re.compile(
    r" (?:[oa] (?:horario |opcao )?mais|(?:el|la)(?: hora| opcion)? mas|the)"
    r" (cedo|tarde|temprano|temprana|earliest|latest)"
    r" (?:(?:possivel|por favor|desses|deles|please|one|time|slot|posible) )*\Z"
)
LATE = frozenset({"tarde", "latest"})
OF_A_MOMENT = frozenset({"as", "horas", "h", "dia", "at", "am", "pm", "las", "hs"})
AN_OPTION = frozenset({"opcao", "alternativa", "option", "opcion"})
POINTING = AN_OPTION | {"numero", "number", "o", "a", "the", "el", "la"}
# A number or place in the list that is pointed at, in a sentence that says little more of it.
POINTED = re.compile(
    r"(?: (?:vai|vou|vamos|coloca|colocar|bota|poe|gostei|marca|marcar|fica|ficar|fico|quero|prefiro|escolho|manda|e))?"
    r" (?:op|opc|opcao|numero|a|o|da|do|na|no|la|el|the|de la|del) (\d{1,2}|primeir[oa]|ultim[oa]|terceir[oa])"
    r"(?= \Z| (?:e (?:a|o) (?:melhor|que|unic[oa])|e melhor|para (?:mim|nos|a gente)|ta (?:bom|otimo)|esta bom|me"
    r"|serve|da certo|fica (?:bom|otimo|melhor)|mesmo|por favor|entao|es (?:la|el) (?:mejor|que)|is (?:the )?best"
    r"|works)\b)"
    r"|\A (\d{1,2}) para mim \Z"
)
NEGATION = vocabulary("""
    nao menos exceto nem sem outro outra outros outras not except other another otro otra otros otras excepto sin
    """)
