"""Names become ids: who performs a service, which plans it accepts, which specialty is meant."""

from __future__ import annotations

import re
from typing import Any

from atendeai.clinics.document.sections import Things
from atendeai.clinics.document.words import fold, same

EVERY = frozenset(("todos", "todas", "all", "todososconvenios", "todososplanos", "todosaceitos", "*", "qualquer"))
_TITLE = re.compile(r"^(?:dra?|doutora?|prof|enf)\s+")


def _spellings(thing: dict[str, Any]) -> list[str]:
    said = [thing["id"], thing.get("name", ""), thing.get("display_name", ""), *thing.get("aliases", [])]
    return [same(_TITLE.sub("", fold(one))) for one in said if one] + [same(one) for one in said if one]


def _index(things: list[dict[str, Any]]) -> dict[str, str]:
    """Every spelling of every thing → its id; the first that claims a spelling keeps it."""
    index: dict[str, str] = {}
    for thing in things:
        index.setdefault(same(thing["id"]), thing["id"])
    for thing in things:
        for said in _spellings(thing):
            index.setdefault(said, thing["id"])
    return index


def _resolved(references: list[str], index: dict[str, str], exact: set[str]) -> list[str]:
    chosen = [one if one in exact else index.get(same(one), one) for one in references]
    return list(dict.fromkeys(chosen))


def link(things: Things) -> None:
    """Turn names into ids and one spelling; references to nothing stay, for the checks to report."""
    services, people = _index(things.services), _index(things.professionals)
    ids = {one["id"] for one in things.services}, {one["id"] for one in things.professionals}
    for service in things.services:
        if said := service.get("professionals"):
            everyone = any(same(one) in EVERY for one in said)
            service["professionals"] = [] if everyone else _resolved(said, people, ids[1])
        if said := service.get("insurance"):
            service["insurance"] = _plans(things, said)
        _specialty(service, things.professionals)
    for person in things.professionals:
        if said := person.get("services"):
            everything = any(same(one) in EVERY for one in said)
            person["services"] = (
                [one["id"] for one in things.services] if everything else _resolved(said, services, ids[0])
            )


def _plans(things: Things, said: list[str]) -> list[str]:
    if any(same(one) in EVERY for one in said):
        return [plan["name"] for plan in things.plans if plan.get("active", True)]
    index = {same(plan["name"]): plan["name"] for plan in reversed(things.plans)}
    for plan in things.plans:
        for spelt in plan.get("aliases", []):
            index.setdefault(same(spelt), plan["name"])
    return list(dict.fromkeys(index.get(same(one), one) for one in said))


def _specialty(service: dict[str, Any], people: list[dict[str, Any]]) -> None:
    """Spell the specialty as the professionals do."""
    wanted = service.get("specialty")
    known = [one for person in people for one in person.get("specialties", [])]
    if wanted and wanted not in known:
        service["specialty"] = next((one for one in known if same(one) == same(wanted)), wanted)


def named_plans(things: Things) -> None:
    """A document without a list of plans still has those that its services accept."""
    for service in things.services:
        for said in service.get("insurance", []):
            if same(said) not in {same(plan["name"]) for plan in things.plans} | EVERY:
                things.plans.append({"name": said})


def add_missing_plans(things: Things) -> None:
    """Plans that services accept and the list forgets are added, with a report."""
    known = {same(spelt) for plan in things.plans for spelt in [plan["name"], *plan.get("aliases", [])]}
    for index, service in enumerate(things.services):
        for said in service.get("insurance", []):
            if same(said) not in known | EVERY:
                known.add(same(said))
                things.plans.append({"name": said})
                where = things.report.origins[f"services[{index}]"]
                things.report.warning(where, f"{said!r} is accepted here but stands in no list of plans: added to it")


def cover(things: Things) -> None:
    """Services that name no plan accept those that say they cover them."""
    index = _index(things.services)
    said = {one["id"] for one in things.services if one.get("insurance")}
    by_id = {one["id"]: one for one in things.services}
    for plan, covered in things.covered.items():
        everything = any(same(one) in EVERY for one in covered)
        for one in list(by_id) if everything else covered:
            service = by_id.get(index.get(same(one), one))
            if service is None:
                place = next(i for i, kept in enumerate(things.plans) if kept["name"] == plan)
                where = things.report.origins[f"insurance_plans[{place}]"]
                things.report.warning(where, f"{plan!r} covers {one!r}, which is no service of the clinic")
            elif service["id"] not in said and service.get("accepts_insurance", True):
                service["insurance"] = list(dict.fromkeys([*service.get("insurance", []), plan]))


def match_specialties(things: Things) -> None:
    """Who performs a service where only kinships tell: "Cardiologia" and "Cardiologia Clínica"."""
    known = {one for person in things.professionals for one in person.get("specialties", [])}
    for service in things.services:
        if service.get("professionals") or any(service["id"] in p.get("services", []) for p in things.professionals):
            continue
        category = next((one for one in known if same(one) == same(service.get("category", ""))), None)
        if not service.get("specialty") and category:
            service["specialty"] = category
        wanted = service.get("specialty", "")
        if wanted and wanted not in known:
            service["professionals"] = [p["id"] for p in things.professionals if _kindred(wanted, p)]


def _kindred(wanted: str, person: dict[str, Any]) -> bool:
    words = set(fold(wanted).split())
    theirs = [set(fold(one).split()) for one in person.get("specialties", [])]
    return any(words <= own or own <= words for own in theirs if own)


def fill_minutes(things: Things) -> None:
    """Services that do not say how long they take take as long as their professionals' visits do."""
    for service in things.services:
        people = (
            service.get("professionals")
            or [
                p["id"]
                for p in things.professionals
                if service["id"] in p.get("services", []) or service.get("specialty") in p.get("specialties", [])
            ]
            or [p["id"] for p in things.professionals]
        )
        for field in ("duration_minutes", "buffer_after_minutes"):
            wished = [things.wished[one][field] for one in people if field in things.wished.get(one, {})]
            if wished and field not in service:
                service[field] = max(wished)
