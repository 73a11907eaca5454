"""What people call the feasts: patterns of words, and the name the almanac knows each by."""

from __future__ import annotations

HOLIDAYS: dict[str, str] = {
    "natal": "christmas", "christmas": "christmas", "navidad": "christmas", "ano novo": "new_year",
    "primeiro de ano": "new_year", "confraternizacao universal": "new_year", "virada de ano": "new_year_eve",
    "reveillon": "new_year_eve", "no virada": "new_year_eve", "carnaval": "carnival", "terca de carnaval": "carnival",
    "segunda de carnaval": "carnival_monday", "sabado de carnaval": "carnival_saturday",
    "domingo de carnaval": "carnival_sunday", "quarta feira? de cinzas": "ash_wednesday", "cinzas": "ash_wednesday",
    "sexta feira? santa": "good_friday", "sexta feira? de paixao": "good_friday", "paixao de cristo": "good_friday",
    "domingo? de? pascoa": "easter", "domingo de ramos": "palm_sunday", "corpus christi": "corpus_christi",
    "corpus cristi": "corpus_christi", "corpus": "corpus_christi", "tiradentes": "tiradentes",
    "dia de trabalho": "labour", "dia de trabalhador": "labour", "dia de trabalhadores": "labour",
    "independencia": "independence", "dia de independencia": "independence", "finados": "all_souls",
    "dia de finados": "all_souls", "proclamacao de republica": "republic", "proclamacao": "republic",
    "nossa senhora aparecida": "aparecida", "dia de criancas": "aparecida", "dia de crianca": "aparecida",
    "dia de as criancas": "aparecida", "consciencia negra": "black_awareness",
    "dia de consciencia negra": "black_awareness", "dia de as maes": "mothers_day", "dia de maes": "mothers_day",
    "dia de pais": "fathers_day", "dia de namorados": "lovers_day", "dia de sao joao": "saint_john",
    "festa de sao joao": "saint_john", "dia de mentira": "april_fools", "dia de professor": "teachers_day",
    "dia de professores": "teachers_day", "dia internacional de mulher": "womens_day",
    "dia internacional de as mulheres": "womens_day", "[start] sao joao [end]": "saint_john",
    "feriado de sao joao": "saint_john", "sabado de aleluia": "holy_saturday", "quinta feira? santa": "holy_thursday",
    "sexta santa": "good_friday", "dia de bandeira": "flag_day", "dia de medico": "doctors_day",
    "dia de medicos": "doctors_day", "dia de sao valentim": "valentine", "dia de santos reis": "epiphany",
    "dia de indio": "indigenous_day", "dia de sao pedro": "saint_peter", "festa de sao pedro": "saint_peter",
    "dia de santo antonio": "saint_anthony", "dia de enfermeiro": "nurses_day", "dia de dentista": "dentists_day",
    "halloween": "halloween", "dia de as bruxas": "halloween", "dia de reis": "epiphany",
    "dia de todos santos": "all_saints", "dia de mulher": "womens_day", "dia de mulheres": "womens_day",
    "dia de as mulheres": "womens_day", "feriado": "holiday", "feriadao": "holiday",
}  # fmt: skip
