"""Who calls: a person of a clinic, a program with a clinic's key, or whoever runs the installation."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from atendeai.auth.permissions import Role

PLATFORM = "platform"  # stands where a clinic's id would, for those who belong to none


class Principal(Struct, frozen=True, kw_only=True):
    """A caller who proved who they are; `permissions` are what counts, `role` is for people to read.

    `clinic_id` is None for a platform admin who acts for no clinic. `session_id` is None for keys.
    """

    kind: Literal["user", "key", "admin"]
    id: str
    name: str
    clinic_id: str | None
    role: Role | None
    permissions: frozenset[str]
    session_id: str | None = None
    professional_id: str | None = None

    @property
    def who(self) -> str:
        """As the audit trail names them: `user:ID`, `key:ID`, `admin:ID`."""
        return f"{self.kind}:{self.id}"

    @property
    def clinic(self) -> str:
        """The clinic they act for; only after the guard has seen to it that there is one."""
        if self.clinic_id is None:
            raise LookupError(f"{self.who} acts for no clinic")
        return self.clinic_id
