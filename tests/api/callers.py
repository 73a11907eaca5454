"""Everybody who may call the API, and a small world in which whatever they do can be undone."""

from __future__ import annotations

import datetime as dt
import functools
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import httpx
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import HTTPRoute
from litestar.testing import TestClient
from msgspec import Struct
from world import CLINIC, NOW

from atendeai.app import create_app
from atendeai.auth import admins, keys, sessions
from atendeai.auth.access import Claims, SigningKeys
from atendeai.auth.permissions import OF_KEYS, OF_ROLE, PERMISSIONS, USER_ROLES, Role
from atendeai.auth.principal import PLATFORM
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import configuration, versions
from atendeai.clinics.context import ClinicContext
from atendeai.database import Transaction
from atendeai.ops.clock import iso
from atendeai.ops.ids import new_id
from atendeai.settings import Settings
from atendeai.users import store as users

OTHER, NOWHERE = "clinica-do-vale", "no-such-clinic"
TOMORROW = NOW + dt.timedelta(days=1)


class Route(Struct, frozen=True):
    """A door of the API; `permission` is empty for one that is open to all, None for one that names none."""

    method: str
    path: str
    permission: str | None
    documented: bool
    takes_body: bool

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def names(self) -> list[str]:
        return re.findall(r"\{(\w+)", self.path)

    @property
    def reads(self) -> bool:
        return self.method in {"GET", "HEAD"}


def routes_of(app: Litestar) -> list[Route]:
    """Every handler of the application, documented or not, but the answers to OPTIONS that Litestar makes itself."""
    found = []
    for route in app.routes:
        handlers = route.route_handlers if isinstance(route, HTTPRoute) else [route.route_handler]
        for handler in handlers:
            methods = handler.http_methods if isinstance(handler, HTTPRouteHandler) else {"ASGI"}
            found += [
                Route(
                    str(getattr(method, "value", method)),
                    route.path_format,
                    handler.opt.get("permission"),
                    isinstance(handler, HTTPRouteHandler) and handler.resolve_include_in_schema(),
                    "data" in handler.parsed_fn_signature.parameters,
                )
                for method in sorted(methods - {"OPTIONS"})
            ]
    return sorted(found, key=str)  # Litestar keeps them in sets, and every worker must see the same order


@functools.cache
def all_routes() -> list[Route]:
    """Of an application that is only looked at: so each route can be a test of its own."""
    with tempfile.TemporaryDirectory() as data:
        app = create_app(Settings(data=Path(data)), work=False)
        found = routes_of(app)
        app.state.files.close()
    return found


class Caller(Struct, frozen=True):
    """`permissions` is what they have in their own clinic, or on the platform; a guest has more where let in."""

    name: str
    kind: Literal["nobody", "user", "key", "admin", "guest"]
    role: Role | None = None
    permissions: frozenset[str] = frozenset()
    scope: str = ""

    def __str__(self) -> str:
        return self.name


NOBODY = Caller("nobody", "nobody")
PEOPLE = [Caller(role, "user", role, OF_ROLE[role]) for role in USER_ROLES]
ADMIN = Caller("platform_admin", "admin", "platform_admin", OF_ROLE["platform_admin"])
GUEST = Caller("platform_guest", "guest", "platform_guest", OF_ROLE["platform_admin"])
# A scope that no key can be given stands in a row all the same, and must open nothing.
KEYS = [Caller(f"key[{scope}]", "key", None, OF_KEYS & {scope}, scope) for scope in sorted(PERMISSIONS)]
EVERYBODY = [NOBODY, *PEOPLE, ADMIN, GUEST, *KEYS]


class World:
    """Two clinics with a person, a key and a patient each, of whom new ones come whenever they are needed."""

    def __init__(self, client: TestClient[Litestar], context: ClinicContext) -> None:
        self.client, self.context = client, context
        self.files: ClinicFiles = client.app.state.files
        self.signing = SigningKeys(self.files)
        self._kept: dict[str, dict[str, str]] = {}
        self._lets_in: tuple[dt.datetime | None, ...] = ()
        for clinic_id in (CLINIC, OTHER):
            self._found(clinic_id)

    def _found(self, clinic_id: str) -> None:
        self.files.create(clinic_id, clinic_id, NOW)
        self.write(clinic_id, lambda tx: versions.load(tx, self.context, "example", NOW))
        self.user(clinic_id, "owner")  # so that nobody who is changed or deleted is the last one

    def mend(self) -> None:
        """After a call that may have suspended or erased a clinic, or configured it."""
        self._lets_in = ()
        for clinic_id in (CLINIC, OTHER):
            row = self.files.row(clinic_id)
            if row is None:
                self._found(clinic_id)
                self._kept.clear()
            elif row.status != "active":
                self.files.control().write(
                    lambda tx, one=clinic_id: tx.run("update clinics set status = 'active' where id = ?", (one,))
                )

    def write(self, clinic_id: str, change: Any) -> Any:
        with self.files.clinic(clinic_id) as db:
            return db.write(change)

    # those who call

    def headers(self, caller: Caller, *, fresh: bool = False) -> dict[str, str]:
        """What they send; `fresh` is for calls after which they may not be there any more."""
        if caller.kind == "nobody":
            return {}
        if fresh or caller.name not in self._kept:
            headers = {"Authorization": f"Bearer {self._credential(caller)}"}
            if fresh:
                return headers
            self._kept[caller.name] = headers
        return self._kept[caller.name]

    def _credential(self, caller: Caller) -> str:
        if caller.kind == "key":
            return str(self.write(CLINIC, lambda tx: keys.create(tx, CLINIC, "k", NOW, scopes=[caller.scope])).plain)
        if caller.kind == "user":
            return self.token(CLINIC, self.user(CLINIC, str(caller.role)))
        return self.token(PLATFORM, self.admin())

    def token(self, place: str, who: str) -> str:
        def start(tx: Transaction) -> sessions.Started:
            return sessions.start(tx, place, who, NOW)

        started = self.files.control().write(start) if place == PLATFORM else self.write(place, start)
        return self.signing.sign(Claims(user=who, clinic=place, session=started.session_id), NOW)

    def admin(self) -> str:
        one = admins.Admin(id=new_id(), email=f"{new_id()}@platform.test", name="Root", created_at=NOW, updated_at=NOW)
        self.files.control().write(lambda tx: admins.add(tx, one, ""))
        return one.id

    def let_in(self, until: dt.datetime | None) -> None:
        """Whether the clinic lets platform admins look into it, and until when."""
        if self._lets_in == (until,):
            return
        self._lets_in = (until,)
        kept = configuration.Configuration(platform_access_until=until)
        self.write(CLINIC, lambda tx: configuration.write(tx, kept, NOW))

    # what is called for: an id that is really there, for each name that a path may have

    def user(self, clinic_id: str, role: str) -> str:
        one = users.User(
            id=new_id(), email=f"{new_id()}@clinic.test", name="Ana", role=role, status="active",
            created_at=NOW, updated_at=NOW,
        )  # fmt: skip
        self.write(clinic_id, lambda tx: users.add(tx, one))
        self.files.control().write(lambda tx: users.index(tx, str(one.email), clinic_id))
        return one.id

    def patient(self, clinic_id: str) -> str:
        contact, patient = new_id(), new_id()

        def add(tx: Transaction) -> None:
            wa_id = f"5548{int(contact.replace('-', ''), 16) % 10**9:09d}"
            tx.run(
                "insert into contacts(id, channel, wa_id, name, created_at, last_seen_at)"
                " values(?, 'whatsapp', ?, 'Maria', ?, ?)", (contact, wa_id, iso(NOW), iso(NOW)),
            )  # fmt: skip
            tx.run(
                "insert into patients(id, contact_id, name, created_at) values(?, ?, 'Maria Souza', ?)",
                (patient, contact, iso(NOW)),
            )

        self.write(clinic_id, add)
        return patient

    def there(self, name: str, clinic_id: str) -> str:
        """For a name that is not known here an id that nothing has: whoever may call is then told 404."""
        match name:
            case "clinic_id":
                return clinic_id
            case "user_id":
                return self.user(clinic_id, "read_only")
            case "patient_id":
                return self.patient(clinic_id)
            case "key_id":
                return str(self.write(clinic_id, lambda tx: keys.create(tx, clinic_id, "k", NOW)).id)
            case "session_id":
                someone = self.user(clinic_id, "read_only")
                return str(self.write(clinic_id, lambda tx: sessions.start(tx, clinic_id, someone, NOW)).session_id)
            case _:
                return new_id()

    def call(
        self,
        route: Route,
        headers: dict[str, str],
        *,
        ids_of: str = CLINIC,
        clinic: str | None = None,
        body: Any = None,
    ) -> httpx.Response:
        """Through the door; `clinic` is the one that path or header name, `ids_of` whose the other ids are."""
        path = route.path
        for name in route.names:
            value = clinic if name == "clinic_id" and clinic else self.there(name, ids_of)
            path = re.sub(rf"\{{{name}(:\w+)?\}}", value, path)
        if clinic and "clinic_id" not in route.names:
            headers = headers | {"X-Clinic-Id": clinic}
        content = ({} if body is None else body) if route.takes_body else None
        return self.client.request(route.method, path, headers=headers, json=content)


def code(answer: httpx.Response) -> str:
    """The problem's code, empty for an answer that is none (or to a HEAD)."""
    if not answer.content or not answer.headers.get("content-type", "").startswith("application/problem+json"):
        return ""
    return str(answer.json()["code"])


def named_clinics(route: Route) -> Iterator[str | None]:
    """Which clinic a call may name: in the path where it stands there, in the header (or nowhere) otherwise."""
    if "clinic_id" not in route.names:
        yield None
    yield from (CLINIC, OTHER, NOWHERE)
