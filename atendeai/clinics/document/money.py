"""How visits are paid: methods, instalments, discounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from atendeai.clinics.context import Payment, PaymentMethod, Text
from atendeai.clinics.document.facts import told
from atendeai.clinics.document.place import Found, Place, Report, Unreadable, gather, listed, rule, understood
from atendeai.clinics.document.values import flag, name, names, number_text, text
from atendeai.clinics.document.words import key, label, same, spellings

METHODS = {
    "dinheiro": "Dinheiro",
    "cash": "Dinheiro",
    "especie": "Dinheiro",
    "cartao": "Cartão",
    "card": "Cartão",
    "cartoes": "Cartão",
    "cartao_credito": "Cartão de crédito",
    "cartao_de_credito": "Cartão de crédito",
    "credito": "Cartão de crédito",
    "credit_card": "Cartão de crédito",
    "cartao_debito": "Cartão de débito",
    "cartao_de_debito": "Cartão de débito",
    "debito": "Cartão de débito",
    "debit_card": "Cartão de débito",
    "pix": "PIX",
    "transferencia": "Transferência bancária",
    "transferencia_bancaria": "Transferência bancária",
    "bank_transfer": "Transferência bancária",
    "ted": "TED",
    "doc": "DOC",
    "boleto": "Boleto",
    "boleto_bancario": "Boleto",
    "cheque": "Cheque",
    "check": "Cheque",
    "convenio": "Convênio",
    "convenios": "Convênio",
    "insurance": "Convênio",
    "plano_saude": "Convênio",
    "financiamento": "Financiamento",
    "link_pagamento": "Link de pagamento",
    "link_de_pagamento": "Link de pagamento",
    "carteira_digital": "Carteira digital",
}
DETAILS = (
    ("chave chave_pix pix_key key", "Chave"),
    ("tipo_chave key_type", "Tipo de chave"),
    ("banco bank", "Banco"),
    ("agencia branch", "Agência"),
    ("conta account", "Conta"),
    ("titular favorecido holder", "Titular"),
)


def installments(value: Any) -> str | None:
    """ "Até 6x sem juros" of text, a number, or `{max_parcelas, valor_minimo_parcela, juros, sem_juros}`."""
    if isinstance(value, bool):
        return None if value is False else "Parcelamento disponível"
    if isinstance(value, int | float):
        return f"Até {number_text(value)}x" if value > 1 else None
    if not isinstance(value, Mapping):
        return text(value)
    folded = {key(str(field)): held for field, held in value.items() if held is not None}
    if any(folded.pop(switch, True) is False for switch in ("disponivel", "available", "aceito", "ativo")):
        return None
    most = next(
        (
            folded.pop(f)
            for f in ("max_parcelas", "maximo_parcelas", "max_installments", "parcelas", "max")
            if f in folded
        ),
        None,
    )
    least = next(
        (
            folded.pop(f)
            for f in ("valor_minimo_parcela", "parcela_minima", "min_installment", "valor_minimo")
            if f in folded
        ),
        None,
    )
    interest = folded.pop("juros", folded.pop("interest", None))
    free = folded.pop("sem_juros", folded.pop("interest_free", None))
    said = [f"até {text(most)}x"] if most else []
    if free is True or interest in (False, 0, "0"):
        said[-1:] = [f"{said[-1]} sem juros" if said else "sem juros"]
    elif free not in (None, False):
        said.append(f"sem juros em até {text(free)}x")
    elif interest is True:
        said.append("com juros")
    elif interest is not None:
        said.append(
            f"juros de {number_text(interest)}% ao mês"
            if isinstance(interest, int | float)
            else f"juros: {text(interest)}"
        )
    if least:
        said.append(f"parcela mínima de {reais(least)}")
    said += [f"{label(field)}: {words}" for field, held in folded.items() if (words := text(held))]
    whole = ", ".join(said)
    return whole[:1].upper() + whole[1:] or None


def discount(value: Any) -> str | None:
    """ "5%" of text, a number, or `{percentual}`."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return f"{number_text(value)}%"
    if isinstance(value, Mapping):
        folded = {key(str(field)): held for field, held in value.items() if held is not None}
        if any(folded.pop(switch, True) is False for switch in ("disponivel", "available", "aceito", "ativo")):
            return None
        rate = next(
            (folded.pop(f) for f in ("percentual", "percent", "percentage", "valor", "taxa") if f in folded), None
        )
        said = [discount(rate)] if rate is not None else []
        return "; ".join([*filter(None, said), *filter(None, [text(folded) if folded else None])]) or None
    return text(value)


def reais(value: Any) -> str:
    """ "R$ 1.250,00"."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return text(value) or ""
    return "R$ " + f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def methods(found: Found) -> tuple[list[dict[str, Any]], list[Place]]:
    """Payment methods of a list of names or objects, or of an object keyed by method.

    In an object the terms common to all methods (`parcelamento`, `desconto`) stay in the places returned.
    """
    if not isinstance(found.value, Mapping) or any(
        same(str(f)) in ("tipo", "name", "nome", "forma") for f in found.value
    ):
        if isinstance(found.value, str):
            found = found._replace(value=names(found.value))
        return [kept for entry in listed(found) if (kept := _method(entry))], []
    place = Place(found.value, found.path, found.report)
    entries = [(entry, called) for spelt, called in METHODS.items() for entry in place.take_every(spelt)]
    return [one for entry, called in entries if (one := _named_method(entry, called))], [place]


def _named_method(entry: Found, called: str) -> dict[str, Any] | None:
    """`cartao_credito: true | {aceito, bandeiras, …} | "em até 6x" | ["Visa", "Elo"]`."""
    value = entry.value
    if isinstance(value, bool | int):
        return {"name": called} if value else None
    if isinstance(value, list):
        return _method(entry._replace(value={"name": called, "brands": value}))
    if isinstance(value, Mapping):
        return _method(entry._replace(value={"name": called, **value}))
    try:
        return {"name": called} if flag(value) else None
    except Unreadable:
        return _method(entry._replace(value={"name": called, "note": value}))


METHOD = (
    rule("name", name, "tipo type nome forma metodo method"),
    rule("note", text, "observacoes observacao notes descricao description obs"),
    rule("brands", names, "bandeiras bandeira brand"),
    rule("installments", installments, "parcelamento parcelas max_parcelas"),
    rule("discount", discount, "desconto desconto_percentual"),
    rule("details", text, "detalhes"),
)


def _method(entry: Found) -> dict[str, Any] | None:
    value = entry.value if isinstance(entry.value, Mapping) else {"name": entry.value}
    place = Place(value, entry.path, entry.report)
    switches = place.take_every("aceito", "accepted", "ativo", "active", "disponivel", "available", "enabled")
    kept: dict[str, Any] = gather([place], PaymentMethod, METHOD)
    if details := told([place], DETAILS):
        kept["details"] = "; ".join([*filter(None, [kept.get("details")]), *(one.rstrip(".") for one in details)])
    place.ignore("id", "icone", "icon")
    place.close()
    if not kept.get("name"):
        entry.report.error(entry.path, "A payment method needs its name")
        return None
    kept["name"] = METHODS.get(key(kept["name"]), kept["name"]) if kept["name"].islower() else kept["name"]
    return None if any(understood(one, flag, bool) is False for one in switches) else kept


TERMS = (
    rule("installments", installments, "parcelamento parcelas"),
    rule("discount", discount, "desconto desconto_a_vista cash_discount descontos discounts desconto_avista"),
)


def payment(places: list[Place], found: list[Found], report: Report) -> dict[str, Any]:
    """Methods and terms of every block that speaks of payment; a method said twice is kept once."""
    blocks = [Place(one.value, one.path, report) for one in found if _is_block(one.value)]
    lists = [one for one in found if not _is_block(one.value)]
    for block in blocks + places:
        lists += block.take_every(
            *spellings(
                "methods formas_aceitas formas metodos accepted_methods formas_pagamento payment_methods meios_aceitos"
            )
        )
    kept: dict[str, dict[str, Any]] = {}
    keyed: list[Place] = []
    for one in lists:
        many, terms = methods(one)
        keyed += terms
        for method in many:
            kept.setdefault(same(method["name"]), method)
    result: dict[str, Any] = gather(blocks + keyed + places, Payment, TERMS)
    pix = [one for place in blocks + keyed + places for one in place.take_every("desconto_pix", "pix_discount")]
    for one in pix:
        rate = understood(one, discount, Text)
        if rate and "pix" in kept:
            kept["pix"].setdefault("discount", rate)
        elif rate:
            result.setdefault("discount", f"{rate} no PIX")
    for block in blocks:
        block.close()
    for block in keyed:  # a method under a name of its own is kept, and reported all the same
        for one in block.left():
            if one.value is True:
                called = label(one.path.rsplit(".", 1)[-1])
                kept.setdefault(same(called), {"name": called})
    return {**result, **({"methods": list(kept.values())} if kept else {})}


def _is_block(value: Any) -> bool:
    """Whether an object speaks of payment as a whole, not of one method or keyed by method."""
    if not isinstance(value, Mapping):
        return False
    folded = {key(str(field)) for field in value}
    return bool(folded & {"methods", "formas_aceitas", "formas", "metodos", "accepted_methods"}) or not folded & {
        *METHODS,
        "tipo",
        "name",
        "nome",
        "forma",
    }
