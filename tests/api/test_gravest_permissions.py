"""The gravest of what may be done, written by hand: whatever the table of permissions becomes, this must stay true."""

from __future__ import annotations

import msgspec
import pytest
from callers import ADMIN, GUEST, KEYS, PEOPLE, TOMORROW, Caller, Route, World, all_routes, code
from world import CLINIC

GUARDED = [route for route in all_routes() if route.permission]
OWN_ACCOUNT = ("/api/auth/",)

# Who may, in the clinic they belong to. "key" is a program whose key was given that very scope; a platform guest is
# one of those who run the installation, whom the clinic has let in for a time.
MAY = {
    "POST /api/patients/{patient_id}/erase": {"owner", "key"},
    "GET /api/patients/{patient_id}/export": {"owner", "manager", "key"},
    "GET /api/audit": {"owner", "manager", "platform_guest", "key"},
    "POST /api/clinics": {"platform_admin", "platform_guest"},
    "DELETE /api/clinics/{clinic_id}": {"owner", "platform_admin", "platform_guest"},
    "POST /api/users": {"owner", "manager", "key"},
    "DELETE /api/users/{user_id}": {"owner", "manager", "key"},
    "PUT /api/users/{user_id}/status": {"owner", "manager", "key"},
    "GET /api/users/{user_id}/activity": {"owner", "manager", "key"},
    "PUT /api/clinics/{clinic_id}/configuration": {"owner", "manager", "key"},
    "POST /api/conversation/process": {"owner", "manager", "receptionist", "key"},
}


def door(name: str) -> Route:
    return next(one for one in GUARDED if str(one) == name)


def may(world: World, caller: Caller, route: Route) -> bool:
    """Whether the door opens, by trying it."""
    world.let_in(TOMORROW if caller is GUEST else None)
    answer = world.call(route, world.headers(caller, fresh=True), clinic=CLINIC)
    world.mend()
    assert answer.status_code < 500
    return answer.status_code not in {401, 403}


def those_who_may(world: World, route: Route) -> set[str]:
    key = next(one for one in KEYS if one.scope == route.permission)
    found = {caller.name for caller in (*PEOPLE, ADMIN, GUEST) if may(world, caller, route)}
    return found | ({"key"} if may(world, key, route) else set())


@pytest.mark.parametrize("name", MAY)
def test_those_may_and_nobody_else(world: World, name: str) -> None:
    route = door(name)
    assert those_who_may(world, route) == MAY[name]


HIGHER = [("manager", "manager"), ("manager", "owner"), ("key", "owner"), ("key", "manager")]


@pytest.mark.parametrize(("caller", "role"), HIGHER)
def test_nobody_raises_anybody_above_themselves(world: World, caller: str, role: str) -> None:
    """Neither by inviting them nor by giving them another role; and nobody touches those above them."""
    attempts = [
        ("POST /api/users", {"email": f"{caller}-{role}@clinic.test", "name": "Bia", "role": role}),
        ("PUT /api/users/{user_id}", {"role": role}),
        ("PUT /api/users/{user_id}/status", {"status": "suspended"}),
        ("DELETE /api/users/{user_id}", None),
    ]
    above = world.user(CLINIC, role)
    for name, body in attempts:
        route = door(name)
        program = next(one for one in KEYS if one.scope == route.permission)
        who = program if caller == "key" else next(one for one in PEOPLE if one.name == caller)
        path = route.path if body and "role" in body else route.path.replace("{user_id}", above)
        answer = world.call(msgspec.structs.replace(route, path=path), world.headers(who), body=body)
        assert (answer.status_code, code(answer)) == (403, "above_you"), name


def forbidden(world: World, caller: Caller, routes: list[Route]) -> list[str]:
    """Those of the routes that open all the same."""
    assert routes
    return [str(route) for route in routes if may(world, caller, route)]


def changing(*but: str) -> list[Route]:
    """What changes something, but for one's own account and what is named."""
    return [one for one in GUARDED if not one.reads and not one.path.startswith(OWN_ACCOUNT) and str(one) not in but]


@pytest.mark.parametrize("role", ["read_only", "professional"])
def test_who_only_looks_changes_nothing(world: World, role: str) -> None:
    caller = next(one for one in PEOPLE if one.name == role)
    assert forbidden(world, caller, changing()) == []


def test_a_receptionist_talks_and_looks_but_sets_up_nothing(world: World) -> None:
    caller = next(one for one in PEOPLE if one.name == "receptionist")
    assert forbidden(world, caller, changing("POST /api/conversation/process")) == []


def test_whoever_runs_the_installation_sees_clinics_and_nothing_in_them(world: World) -> None:
    inside = [one for one in GUARDED if not one.path.startswith(OWN_ACCOUNT)]
    registry = ("/api/clinics", "/api/clinics/{clinic_id}")
    assert forbidden(world, ADMIN, [one for one in inside if not one.path.startswith(registry[0])]) == []
    of_one = ("/context", "/working-hours", "/scheduling-policies", "/configuration")
    assert forbidden(world, ADMIN, [one for one in inside if one.path.endswith(of_one)]) == []


def test_a_guest_takes_no_patients_away_changes_no_people_and_does_not_prolong_their_stay(world: World) -> None:
    registry = ("POST /api/clinics", "DELETE /api/clinics/{clinic_id}", "PUT /api/clinics/{clinic_id}")
    what_is_known = [
        f"PUT /api/clinics/{{clinic_id}}/{one}" for one in ("context", "working-hours", "scheduling-policies")
    ]
    routes = changing(*registry, "PUT /api/clinics/{clinic_id}/status", *what_is_known)
    assert forbidden(world, GUEST, [*routes, door("GET /api/patients/{patient_id}/export")]) == []


def test_a_program_is_no_person_and_makes_no_further_keys(world: World) -> None:
    """Whatever scopes its row may claim."""
    grave = ("profile", "sessions", "api_keys:create", "clinics:delete", "clinics:create")
    for key in KEYS:
        if key.scope.startswith(grave):
            assert forbidden(world, key, [one for one in GUARDED if one.permission == key.scope]) == []
