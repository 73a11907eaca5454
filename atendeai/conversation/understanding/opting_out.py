"""Whether a message's own words ask for silence: a consent is never taken back on a resemblance alone."""

from __future__ import annotations

import re

from atendeai.conversation.understanding.words import Words

# What comes from the clinic unasked, how it reaches a phone, and the deed of sending it; by their first letters.
_SENT = """
    mensag menss msg messag mensaj avis lembr reminder recordator propagand public promo oferta offer anunci notific
    alert alarm novidad news marketing campan campaig advert ad ads spam sms text comunic boletim boletin informativ
    informes disparo pesquisa encuesta survey enquete list grupo group broadcast transmiss difusi mailing cadastro
    inscri subscri suscri envi envio base contat contact numero number whats zap mand send writ escrev escrib receb
    recib receiv cham perturb incomod bother disturb molest ligu liga llam call convite felicit birthday consent
    parabens corrent dica tip consejo folleto divulga msging hable ofrezc report denunci
    """
# What ends or refuses it, whole words and the first letters of others.
_ENOUGH = """
    nao nunca nem sem no not never without dont don doesn nada para pare paro parar parem paren pari parm parma quit end
    enough cansei cansad turn off out leave desist fin fora fuera stp sai saiam sair lose mute less menos take forget
    abeg
    """
_ENDING = """
    nenhum ningun stop cheg bast suspend desativ deslig tir remov retir exclu apag cancel delet borr elimin salir quit
    quet unsub deix dej ces ceas larg esque olvid silenci bloq block revog revoc detest odei hate cort poup interromp
    encerr desactiv deactiv discontin withdraw sac report denunci paar
    """
# These ask for it by themselves.
_PLAIN = """
    descadastr* desinscr* unsub* desuscr* opt_out opt_me_out optout bloque* block* em_paz en_paz me_alone me_tir*
    me_exclu* me_remov* me_esque* remove_me take_me_off take_me_out exclude_me saquenme borrenme quitenme sacame sair
    salir stop baja remover remove fuera off_this signed_up me_apunte meu_pe
    """


_ANY = r"\S*"


def _either(block: str, ending: str = "") -> str:
    return "|".join(word.replace("_", " ").replace("*", _ANY) + ending for word in block.split())


_SENDS = re.compile(rf" (?<! por )(?<! via )(?<! by )(?:{_either(_SENT)})\S*(?= )")
_ENDS = re.compile(f" (?:{_either(_ENOUGH)}|{_either(_ENDING, _ANY)})(?= )")
_SAYS_IT = re.compile(rf" (?:{_either(_PLAIN)})(?= )")


def asks_for_silence(words: Words) -> bool:
    """Whether something that is sent stands beside a word that ends or refuses it, or a word that says both."""
    said = words.joined()
    return bool(_SAYS_IT.search(said) or (_ENDS.search(said) and _SENDS.search(said)))
