"""Whom the clinic sees: names as they are met at a Brazilian front desk, and who they are to whoever writes."""

from __future__ import annotations

import random
from typing import Literal

from msgspec import Struct

Relation = Literal["mother", "father", "son", "daughter", "husband", "wife"]

WOMEN = (
    "Maria Aparecida dos Santos", "Ana Clara Ribeiro", "Josefa Nunes", "Francisca Alencar", "Antônia Vasconcelos",
    "Juliana Prates", "Márcia Quadros", "Vera Lúcia Pacheco", "Patrícia Bragança", "Aline Cordeiro",
    "Sandra Regina Mello", "Camila Furtado", "Bruna Teixeira", "Rosângela Pires", "Luciana Bittencourt",
    "Beatriz Sampaio", "Letícia Damasceno", "Gabriela Xavier", "Cláudia Noronha", "Tânia Guedes", "Eliane Barreto",
    "Simone Arruda", "Raquel Zimmermann", "Débora Kowalski", "Yasmin Haddad", "Terezinha de Jesus Moura",
    "Iracema Falcão", "Conceição Leal", "Vitória Régis", "Aurora Dutra", "Rosa Flores", "Dulce Paz",
)  # fmt: skip
MEN = (
    "João Batista Freitas", "José Carlos Amorim", "Antônio Sobrinho", "Francisco Peixoto", "Carlos Eduardo Vidal",
    "Paulo Roberto Siqueira", "Pedro Henrique Lacerda", "Lucas Menezes", "Marcos Vinícius Brandão",
    "Luiz Gustavo Rocha", "Rafael Caldeira", "Daniel Schmitt", "Marcelo Tavares", "Bruno Nogueira Sá",
    "Eduardo Pimenta", "Felipe Assunção", "Raimundo Nonato Lima", "Sebastião Coutinho", "Geraldo Magela Reis",
    "Domingos Paixão", "Júlio Marçal", "Severino Batista", "Ademir Souto", "Wellington Cruz", "Mohamed Saleh",
    "Kenji Watanabe", "Fábio D'Ávila", "Otacílio Fontes", "Natalino Serra", "Abril Monteiro",
)  # fmt: skip
CHILDREN = (
    "Enzo Gabriel Martins", "Valentina Duarte", "Miguel Rezende", "Alice Borges", "Theo Carvalho", "Sofia Linhares",
    "Davi Lucas Pontes", "Laura Machado", "Heitor Vilela", "Manuela Castro", "Bernardo Aguiar", "Helena Barros",
    "Noah Farias", "Cecília Ramos", "Ravi Antunes", "Isis Cavalcanti",
)  # fmt: skip
CALLED = {
    "pt": {
        "mother": "minha mãe", "father": "meu pai", "son": "meu filho", "daughter": "minha filha",
        "husband": "meu marido", "wife": "minha esposa",
    },
    "en": {
        "mother": "my mother", "father": "my father", "son": "my son", "daughter": "my daughter",
        "husband": "my husband", "wife": "my wife",
    },
    "es": {
        "mother": "mi madre", "father": "mi padre", "son": "mi hijo", "daughter": "mi hija",
        "husband": "mi esposo", "wife": "mi esposa",
    },
}  # fmt: skip
GIRLS = frozenset(["Valentina", "Alice", "Sofia", "Laura", "Manuela", "Helena", "Cecília", "Isis"])


class Person(Struct, frozen=True):
    """Somebody with a full name; `relation` is what they are to whoever writes, None for themselves."""

    name: str
    relation: Relation | None = None

    @property
    def first(self) -> str:
        return self.name.split()[0]

    @property
    def surname(self) -> str:
        return self.name.partition(" ")[2]


def adult(rng: random.Random) -> Person:
    return Person(rng.choice(WOMEN + MEN))


def relative(relation: Relation, rng: random.Random) -> Person:
    """Somebody of the family, with a name that fits."""
    girls = [name for name in CHILDREN if name.split()[0] in GIRLS]
    boys = [name for name in CHILDREN if name.split()[0] not in GIRLS]
    names = {"mother": WOMEN, "wife": WOMEN, "father": MEN, "husband": MEN, "daughter": girls, "son": boys}
    return Person(rng.choice(names[relation]), relation)


def profile_name(person: Person, rng: random.Random) -> str | None:
    """What WhatsApp shows: the whole name, the first, a nickname, or nothing."""
    nickname = rng.choice((f"{person.first} ✨", f"{person.first[:3]} 🌻", "🖤", person.first.lower(), "Mãe do Theo"))
    return rng.choice((person.name, person.name, person.first, nickname, None))
