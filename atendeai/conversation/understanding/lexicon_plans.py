"""Well-known Brazilian health plans and what patients call them, for plans a clinic does not list."""

from __future__ import annotations

# Shown name → what people write, without accents. Names that are everyday words appear only with "saude" beside them.
PLANS: dict[str, str] = {
    "Unimed": "unimed|unimede|unimedi|central nacional unimed|unimed nacional|seguros unimed",
    "Bradesco Saúde": "bradesco saude|bradesco|bradescos|mediservice",
    "SulAmérica": "sulamerica|sul america|sulamerica saude|sul america saude|sulamerca",
    "Amil": "amil|amil one|amil facil|amiu",
    "Porto Saúde": "porto saude|porto seguro|porto seguro saude",
    "Hapvida": "hapvida|hapivida|rapvida|hap vida",
    "NotreDame Intermédica": "notredame|notre dame|intermedica|notredame intermedica|gndi|notre dame intermedica",
    "Golden Cross": "golden cross|golden",
    "Cassi": "cassi|casi",
    "GEAP": "geap",
    "Assim Saúde": "assim saude",
    "Prevent Senior": "prevent senior|prevent",
    "São Francisco Saúde": "sao francisco saude",
    "Care Plus": "care plus|careplus",
    "Omint": "omint",
    "Allianz Saúde": "allianz saude|allianz",
    "Postal Saúde": "postal saude|correios saude|plano dos correios|saude dos correios",
    "Saúde Caixa": "saude caixa|caixa saude",
    "Petrobras AMS": "petrobras|ams petrobras|saude petrobras|petrobras saude",
    "Cabesp": "cabesp",
    "Iamspe": "iamspe",
    "Ipsemg": "ipsemg",
    "Ipasgo": "ipasgo",
    "IPE Saúde": "ipe saude|ipe|ipergs",
    "Planserv": "planserv",
    "SC Saúde": "sc saude",
    "Agemed": "agemed",
    "Fusex": "fusex",
    "Celos": "celos",
    "Elosaúde": "elosaude|elo saude",
    "Sassepe": "sassepe",
    "Capesaúde": "capesaude|capesesp",
    "Medsênior": "medsenior|med senior",
    "Samp": "samp",
    "São Cristóvão Saúde": "sao cristovao saude|sao cristovao",
    "Trasmontano": "trasmontano",
    "Blue Med": "blue med saude|bluemed",
    "Alice": "alice saude|plano alice|plano da alice",
    "Sami": "sami saude|plano sami",
    "QSaúde": "qsaude|q saude",
    "Qualicorp": "qualicorp",
    "Ameplan": "ameplan",
    "Biovida": "biovida",
    "Santa Helena Saúde": "santa helena saude",
    "Clinipam": "clinipam",
    "Paraná Clínicas": "parana clinicas",
    "Nossa Saúde": "plano nossa saude",
    "Sompo Saúde": "sompo saude|sompo",
    "Lincx": "lincx",
    "One Health": "one health",
    "Vivest": "vivest",
    "Economus": "economus",
    "Fundação Copel": "fundacao copel|copel",
    "Sanepar": "fundacao sanepar|sanepar",
    "Proasa": "proasa",
    "Plan-Assiste": "plan assiste",
    "Pró-Saúde": "pro saude",
    "Camed": "camed",
    "Vitallis": "vitallis",
    "Desmed": "desmed",
    "Dona Saúde": "dona saude",
    "Cartão de Todos": "cartao de todos",
    "Dr. Consulta": "plano doutor consulta",
    "SUS": "sus|sistema unico de saude|postinho do sus",
}  # fmt: skip

PRIVATE_PAY = (
    "particular|no particular|sem convenio|sem plano|nao tenho convenio|nao tenho plano|nao possuo convenio"
    "|nao possuo plano|nao uso convenio|nao uso plano|nao tenho plano de saude|nao tenho mais convenio"
    "|nao tenho mais plano|sem o convenio|sem o plano|nao tenho nenhum convenio|nao tenho nenhum plano"
    "|private pay|private|privado|no insurance|without insurance|por conta propria|por minha conta"
    "|pago do meu bolso|pagar do bolso|do meu bolso|do proprio bolso|nenhum plano|nenhum convenio"
    "|no plan|out of pocket|self pay|pay myself|paying myself|pay for it myself|no health plan|don t have insurance"
    "|don t have a plan|don t have a health plan|do not have insurance|uninsured"
    "|por mi cuenta|sin seguro|sin plan|no tengo seguro|no tengo plan|de mi bolsillo|ningun seguro|ningun plan"
)
# To "que convênio?" these too say that the patient pays; elsewhere they ask how.
PAYS_WHEN_ASKED = (
    "vou pagar|eu pago|eu mesmo pago|eu mesma pago|pago|a vista|dinheiro|pix|cartao|cash|i ll pay|i pay|card"
    "|efectivo|tarjeta|voy a pagar|yo pago"
)
