"""Who may do what: role × resource × action, as one table; the guard enforces it and nothing else decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from atendeai.users.store import UserRole

Role = Literal["owner", "manager", "receptionist", "professional", "read_only", "platform_admin", "platform_guest"]
USER_ROLES: tuple[UserRole, ...] = get_args(UserRole)

# What can be permitted: resource → its actions. A platform guest is a platform admin whom a clinic let in.
ACTIONS: Mapping[str, tuple[str, ...]] = {
    "profile": ("read", "update"),
    "sessions": ("read", "end"),
    "clinics": ("list", "read", "create", "update", "delete", "suspend"),
    "users": ("list", "read", "create", "update", "delete", "status", "activity"),
    "context": ("read", "update"),
    "working_hours": ("read", "update"),
    "scheduling_policies": ("read", "update"),
    "configuration": ("read", "update"),
    "api_keys": ("list", "create", "revoke"),
    "audit": ("read",),
    "patients": ("list", "read", "export", "erase"),
    "conversations": ("process",),
}

_OWN = "profile:* sessions:*"
_LOOK = "clinics:list clinics:read context:read working_hours:read scheduling_policies:read"

_TABLE: Mapping[Role, str] = {
    "owner": f"{_OWN} {_LOOK} clinics:update clinics:delete clinics:suspend users:* context:* working_hours:*"
    " scheduling_policies:* configuration:* api_keys:* audit:* patients:* conversations:*",
    "manager": f"{_OWN} {_LOOK} clinics:update users:* context:* working_hours:* scheduling_policies:*"
    " configuration:* api_keys:list audit:* patients:list patients:read patients:export conversations:*",
    "receptionist": f"{_OWN} {_LOOK} users:list users:read patients:list patients:read conversations:*",
    "professional": f"{_OWN} {_LOOK} patients:list patients:read",
    "read_only": f"{_OWN} {_LOOK} users:list users:read configuration:read patients:list patients:read",
    "platform_admin": f"{_OWN} clinics:*",
    "platform_guest": f"{_OWN} {_LOOK} users:list users:read context:* working_hours:* scheduling_policies:*"
    " configuration:read audit:read patients:list patients:read",
}


def _all(of: str) -> frozenset[str]:
    return frozenset(f"{of}:{action}" for action in ACTIONS[of])


def _read(line: str) -> frozenset[str]:
    """`users:*` is every action of the resource. A name that is not in ACTIONS is a mistake of ours."""
    found: set[str] = set()
    for permission in line.split():
        resource, _, action = permission.partition(":")
        meant = _all(resource) if action == "*" else {permission} & _all(resource)
        if not meant:
            raise ValueError(f"{permission} is no permission")
        found |= meant
    return frozenset(found)


PERMISSIONS: frozenset[str] = frozenset().union(*(_all(resource) for resource in ACTIONS))
OF_ROLE: Mapping[Role, frozenset[str]] = {role: _read(line) for role, line in _TABLE.items()}
OWN: frozenset[str] = _all("profile") | _all("sessions")  # what everybody may with their own account
# What a program's key can be given: nothing of the persons themselves, and not the making of further keys.
OF_KEYS: frozenset[str] = OF_ROLE["owner"] - OWN - {"api_keys:create", "clinics:delete"}

# Who has what, for people to read; "key" is a program with that scope.
HOLDERS: Mapping[str, tuple[str, ...]] = {
    permission: (
        *(role for role, has in OF_ROLE.items() if permission in has),
        *(["key"] if permission in OF_KEYS else []),
    )
    for permission in sorted(PERMISSIONS)
}


def may(permission: str) -> dict[str, str]:
    """For a route's `opt`: whoever calls it must have this permission."""
    if permission not in PERMISSIONS:
        raise ValueError(f"{permission} is no permission")
    return {"permission": permission}


PUBLIC = {"permission": ""}  # for a route's `opt`: it is open to everybody, or checks for itself who calls
# Who may make whom: nobody raises anybody above themselves.
MAKES: Mapping[Role, frozenset[UserRole]] = {
    "owner": frozenset(USER_ROLES),
    "manager": frozenset({"receptionist", "professional", "read_only"}),
    "platform_admin": frozenset({"owner"}),
}
