"""Lists of the document: services, professionals, plans, questions; each entry remembers where it stood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from atendeai.clinics.context import FaqEntry
from atendeai.clinics.document import offer, people, plans
from atendeai.clinics.document.place import Found, Place, Report, gather, listed, rule
from atendeai.clinics.document.values import name, names, text
from atendeai.clinics.document.words import key, label

NAMES = frozenset(("name", "nome", "nome_completo", "nome_exibicao", "full_name", "title", "titulo", "display_name"))
# Groups of an object of services that only repeat what a list already says.
UNGROUPED = frozenset(("lista", "list", "items", "itens", "todos", "all", "services", "servicos", "outros", "other"))
OF_A_SERVICE = frozenset((*NAMES, *offer.PRICES, *(name for one in offer.SERVICE for name in one.names)))
# People of the house who see no patients.
STAFF = frozenset(
    ("recepcionistas", "recepcao", "enfermeiros", "enfermagem", "tecnicos", "administrativo", "staff", "apoio")
)


class Things:
    """What patients can book and how they pay, as found; references are still as they were written."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.services: list[dict[str, Any]] = []
        self.professionals: list[dict[str, Any]] = []
        self.plans: list[dict[str, Any]] = []
        self.wished: dict[str, dict[str, int]] = {}  # professional → minutes per visit and between visits
        self.covered: dict[str, list[str]] = {}  # plan → services it covers
        self._ids: dict[str, set[str]] = {"services": set(), "professionals": set()}

    def add_services(self, found: Found) -> None:
        for entry, group in _entries(found):
            kept = offer.service(entry, self._ids["services"], "" if key(group) in UNGROUPED else group)
            if kept:
                self.report.origins[f"services[{len(self.services)}]"] = entry.path
                self.services.append(kept)

    def add_professionals(self, found: Found) -> None:
        for entry, group in _entries(found):
            paths: dict[str, str] = {}
            read = None if key(group) in STAFF else people.professional(entry, self._ids["professionals"], paths)
            if read:
                here = f"professionals[{len(self.professionals)}]"
                self.report.origins[here] = entry.path
                self.report.origins.update({f"{here}.{field}": path for field, path in paths.items()})
                self.professionals.append(read[0])
                self.wished[read[0]["id"]] = read[1]

    def add_plans(self, found: Found) -> None:
        value = found.value
        if isinstance(value, str):
            found = found._replace(value=names(value))
        elif isinstance(value, Mapping) and all(isinstance(held, bool) for held in value.values()):
            found = found._replace(value=[{"name": label(str(f)), "active": held} for f, held in value.items()])
        for entry, _ in _entries(found):
            if read := plans.plan(entry):
                self.report.origins[f"insurance_plans[{len(self.plans)}]"] = entry.path
                self.plans.append(read[0])
                self.covered.setdefault(read[0]["name"], []).extend(read[1])


def _entries(found: Found, group: str = "") -> list[tuple[Found, str]]:
    """Entries of a list, of groups of lists, or of an object keyed by name, each with its group's label."""
    value = found.value
    if isinstance(value, list):
        return [(entry, group) for entry in listed(found)]
    if not isinstance(value, Mapping):
        return [(found, group)]
    if any(key(str(field)) in NAMES for field in value):
        return [(found, group)]
    where = Place({}, found.path, found.report)
    entries = []
    for field, held in value.items():
        inner = Found(where.at(str(field)), held, found.report)
        if str(field).startswith(("_", "config_")) or held is None:
            continue
        if isinstance(held, list | str):
            entries += _entries(
                inner if isinstance(held, list) else inner._replace(value=names(held)), label(str(field))
            )
        elif isinstance(held, Mapping) and not _is_group(held):
            entries.append(
                (inner._replace(value=held if _named(held) else {"name": _title(str(field)), **held}), group)
            )
        elif isinstance(held, Mapping):
            entries += _entries(inner, label(str(field)))
        else:
            found.report.warning(inner.path, "This field is not understood")
    return entries


def _named(value: Mapping[str, Any]) -> bool:
    return any(key(str(field)) in NAMES for field in value)


def _is_group(value: Mapping[str, Any]) -> bool:
    """Whether an object holds entries rather than being one."""
    own = any(key(str(field)) in OF_A_SERVICE for field in value)
    return bool(value) and not own and all(isinstance(held, Mapping | list) for held in value.values())


def _title(field: str) -> str:
    return label(field) if field.isidentifier() else field


def questions(found: Found) -> list[dict[str, Any]]:
    """`[{question, answer}]`, `[{q: a}]` or `{q: a}`."""
    rules = (
        rule("question", name, "pergunta q titulo duvida"),
        rule("answer", text, "resposta a texto"),
        rule("keywords", names, "palavras_chave tags sinonimos"),
    )
    entries = [found] if isinstance(found.value, Mapping) else listed(found)
    kept = []
    for entry in entries:
        for one in _question(entry):
            place = Place(one.value, one.path, one.report)
            said = gather([place], FaqEntry, rules)
            place.ignore("id", "categoria", "category", "ordem", "order")
            place.close()
            if "question" in said and "answer" in said:
                kept.append(said)
            else:
                one.report.error(one.path, "A question needs its answer", 'Write {"question": "…", "answer": "…"}')
    return kept


def _question(entry: Found) -> list[Found]:
    value = entry.value
    if not isinstance(value, Mapping):
        return [entry._replace(value={"question": value})]
    if any(key(str(field)) in ("question", "pergunta", "answer", "resposta", "q", "duvida") for field in value):
        return [entry]
    where = Place({}, entry.path, entry.report)
    found: list[Found] = []
    for field, held in value.items():
        inner = Found(where.at(str(field)), held, entry.report)
        if str(field).startswith(("_", "config_")):
            continue
        if isinstance(held, list):
            found += [one for item in listed(inner) for one in _question(item)]
        elif isinstance(held, Mapping):
            found += _question(inner)
        else:
            found.append(inner._replace(value={"question": str(field), "answer": held}))
    return found


Reader = Callable[[Found], Any]


def section(places: list[Place], read: Reader, kept_as: str, *spelt: str) -> Any:
    """What a section of the document comes to, or None; a second one of the same kind is joined or reported."""
    result: Any = None
    for place in places:
        for found in place.take_every(*spelt):
            value = read(found)
            if not value:
                continue
            if result is None:
                result = value
                found.report.origins[kept_as] = found.path
            elif isinstance(result, list):
                result = result + [one for one in value if one not in result]
            elif result != value:
                found.report.warning(found.path, f"Ignored: {found.report.origins[kept_as]} already says this")
    return result
