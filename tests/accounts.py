"""An office: the real server with one clinic, its staff logged in, a platform admin and programs with keys."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from litestar import Litestar
from litestar.testing import TestClient
from world import CLINIC, context_of

from atendeai.app import create_app
from atendeai.auth import admins, keys, sessions
from atendeai.auth.access import Claims, SigningKeys
from atendeai.auth.passwords import Passwords
from atendeai.auth.principal import PLATFORM
from atendeai.clinic_files import ClinicFiles
from atendeai.clinics import versions
from atendeai.database import Database
from atendeai.ops.clock import FixedClock
from atendeai.ops.ids import new_id
from atendeai.settings import Settings
from atendeai.users import store as users
from atendeai.users.store import Status, User, UserRole

PASSWORD = "jabuticaba-no-quintal-7"
EXAMPLE = Path(__file__).parent.parent / "examples" / "clinic-context.json"


@cache
def hash_of(password: str) -> str:
    """As the store keeps a password; made once, for it is slow on purpose."""
    return Passwords().hash(password)


class Person(dict[str, str]):
    """The headers of somebody logged in, and who that is. `access` and `refresh` are their tokens."""

    def __init__(self, who: User | admins.Admin, clinic_id: str, session: sessions.Started, access: str) -> None:
        super().__init__(Authorization=f"Bearer {access}")
        self.id, self.email, self.name, self.password = who.id, who.email or "", who.name, PASSWORD
        self.clinic_id, self.session_id = clinic_id, session.session_id
        self.access, self.refresh = access, session.refresh_token


class Office:
    """The server without its workers. `client` calls it, `clock` moves its time, `files` looks behind it."""

    def __init__(self, client: TestClient[Litestar], clock: FixedClock) -> None:
        self.client, self.clock = client, clock
        self.files: ClinicFiles = client.app.state.files
        self._signing = SigningKeys(self.files)
        self._context = context_of(EXAMPLE)
        self._count = 0
        self.clinic(CLINIC, self._context.clinic.name)

    def clinic(self, clinic_id: str, name: str = "Clínica Aurora") -> str:
        """Found a clinic with the context of the README."""
        now = self.clock.now()
        self.files.create(clinic_id, name, now)
        with self.db(clinic_id) as db:
            db.write(lambda tx: versions.load(tx, self._context, "examples/clinic-context.json", now))
        return clinic_id

    @contextlib.contextmanager
    def db(self, clinic_id: str = CLINIC) -> Iterator[Database]:
        with self.files.clinic(clinic_id) as db:
            yield db

    def user(
        self,
        role: UserRole,
        clinic_id: str = CLINIC,
        *,
        email: str | None = None,
        status: Status = "active",
        professional_id: str | None = None,
        password: str = PASSWORD,
    ) -> User:
        """Somebody of the clinic who has a password and is not logged in."""
        self._count += 1
        now = self.clock.now()
        user = User(
            id=new_id(),
            email=email or f"{role.replace('_', '-')}{self._count}@vilaserena.example",
            name=f"Ana {role.replace('_', ' ').title()} {self._count}",
            role=role,
            status=status,
            professional_id=professional_id,
            created_at=now,
            updated_at=now,
        )
        with self.db(clinic_id) as db:
            assert db.write(lambda tx: users.add(tx, user))
            db.write(lambda tx: users.set_password_hash(tx, user.id, hash_of(password)))
        self.files.control().write(lambda tx: users.index(tx, str(user.email), clinic_id))
        return user

    def staff(self, role: UserRole, clinic_id: str = CLINIC, *, professional_id: str | None = None) -> Person:
        """Somebody of the clinic who is logged in: `office.client.get(path, headers=office.staff("owner"))`."""
        return self.log_in(self.user(role, clinic_id, professional_id=professional_id), clinic_id)

    def log_in(self, user: User, clinic_id: str = CLINIC) -> Person:
        """Another device of somebody."""
        with self.db(clinic_id) as db:
            return self._logged_in(db, user, clinic_id)

    def admin(self, email: str | None = None) -> Person:
        """Somebody who runs the installation, logged in."""
        self._count += 1
        now = self.clock.now()
        made = admins.Admin(
            id=new_id(),
            email=email or f"admin{self._count}@atende.example",
            name=f"Rui Admin {self._count}",
            created_at=now,
            updated_at=now,
        )
        control = self.files.control()
        assert control.write(lambda tx: admins.add(tx, made, hash_of(PASSWORD)))
        return self._logged_in(control, made, PLATFORM)

    def _logged_in(self, db: Database, who: User | admins.Admin, place: str) -> Person:
        started = db.write(lambda tx: sessions.start(tx, place, who.id, self.clock.now()))
        claims = Claims(user=who.id, clinic=place, session=started.session_id)
        return Person(who, place, started, self._signing.sign(claims, self.clock.now()))

    def key(self, scopes: Sequence[str] = keys.CONVERSE, clinic_id: str = CLINIC) -> dict[str, str]:
        """The headers of a program."""
        with self.db(clinic_id) as db:
            made = db.write(lambda tx: keys.create(tx, clinic_id, "painel", self.clock.now(), scopes=scopes))
        return {"Authorization": f"Bearer {made.plain}"}

    def passes(self, **duration: float) -> dt.datetime:
        """Time passes: `office.passes(minutes=16)`."""
        return self.clock.advance(dt.timedelta(**duration))


@contextlib.contextmanager
def opened(data: Path, clock: FixedClock, **settings: object) -> Iterator[Office]:
    """An office for as long as the block lasts; `settings` are those of the server."""
    app = create_app(Settings(data=data, **settings), clock=clock, work=False)  # type: ignore[arg-type]
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Office(client, clock)
