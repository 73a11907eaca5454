"""Public holidays of Brazil as the other languages call them; one that is missing keeps its Portuguese name."""

from __future__ import annotations

ENGLISH_HOLIDAYS = {
    "Confraternização Universal": "New Year's Day",
    "Carnaval": "Carnival",
    "Quarta-feira de Cinzas": "Ash Wednesday",
    "Sexta-feira Santa": "Good Friday",
    "Dia do Trabalhador": "Labor Day",
    "Independência do Brasil": "Independence Day",
    "Nossa Senhora Aparecida": "Our Lady of Aparecida",
    "Finados": "All Souls' Day",
    "Proclamação da República": "Republic Day",
    "Dia Nacional de Zumbi e da Consciência Negra": "Black Awareness Day",
    "Véspera de Natal": "Christmas Eve",
    "Natal": "Christmas",
    "Véspera de Ano-Novo": "New Year's Eve",
}

SPANISH_HOLIDAYS = {
    "Confraternização Universal": "Año Nuevo",
    "Carnaval": "Carnaval",
    "Quarta-feira de Cinzas": "Miércoles de Ceniza",
    "Sexta-feira Santa": "Viernes Santo",
    "Dia do Trabalhador": "Día del Trabajador",
    "Independência do Brasil": "Independencia de Brasil",
    "Nossa Senhora Aparecida": "Nuestra Señora Aparecida",
    "Finados": "Día de los Difuntos",
    "Proclamação da República": "Proclamación de la República",
    "Dia Nacional de Zumbi e da Consciência Negra": "Día de la Conciencia Negra",
    "Véspera de Natal": "Nochebuena",
    "Natal": "Navidad",
    "Véspera de Ano-Novo": "Nochevieja",
}
