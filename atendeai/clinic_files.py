"""The registry of clinic files: open, lend, create, export, erase; and which WhatsApp number is whose."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import re
import resource
import sqlite3
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import apsw
from atendeai_migrations.clinic import clinic as clinic_migrations
from atendeai_migrations.control import control as control_migrations
from atendeai_migrations.quarantine import quarantine as quarantine_migrations
from msgspec import Struct, structs
from sqlite_utils import Migrations

from atendeai import archive, registry, schema
from atendeai.archive import Manifest, Resealer
from atendeai.database import Database, Transaction
from atendeai.ops.clock import iso
from atendeai.ops.durable import place, remove_database, remove_tree
from atendeai.ops.ids import new_id
from atendeai.ops.secrets import Seal, SecretKeyError, make_secret_key, same, sha256
from atendeai.registry import Also, ClinicRow, NumberRow, Registry, Status
from atendeai.seats import NotLent, Seats, StillLent

# `platform` stands for the installation itself where its tokens name a clinic.
CLINIC_ID = re.compile(r"(?!platform\Z)[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_DESCRIPTORS_PER_CLINIC = 8  # a writer and two readers, each with the file and its log, and the shared index
_DESCRIPTORS_FOR_THE_REST = 192


class UnknownClinic(LookupError):
    """No clinic of that id is registered."""


class ClinicRefused(ValueError):
    """A clinic cannot be created like this; the message says why."""


class ClinicFileBroken(Exception):
    """A registered clinic's file is missing, damaged, of a later release, or another clinic's."""

    def __init__(self, clinic_id: str, reason: str) -> None:
        super().__init__(f"the file of clinic {clinic_id!r} cannot be used: {reason}")
        self.clinic_id = clinic_id
        self.reason = reason


class ClinicBusy(Exception):
    """A clinic's file is still in use and was not erased; try again."""


class NumberTaken(ValueError):
    """The WhatsApp number belongs to another clinic."""


def nothing_else(_tx: Transaction) -> None:
    """For whoever has nothing to do in the same transaction."""


class Restored(Struct, frozen=True):
    """A clinic that was brought back. `lost` could not be decrypted."""

    clinic: ClinicRow
    lost: tuple[str, ...] = ()


class ClinicFiles:
    """Everything under the data directory. Threads may share it; several processes may have one each."""

    def __init__(self, data: Path, most_open: int = 256) -> None:
        """Raises SecretKeyError, schema.NewerSchema, sqlite3.DatabaseError (a damaged control.db)."""
        self.data = data.resolve()
        for directory in (self.data, self.data / "clinics", self.data / "media"):
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._seal = _seal(self.data)
        self._unsealed: dict[str, bytes] = {}
        self._seats = Seats(_affordable(most_open), self._open)
        self._known: tuple[int, Registry] = (-1, Registry())
        self._control = _open_or_make(self.data / "control.db", control_migrations)
        self._quarantine = _open_or_make(self.data / "quarantine.db", quarantine_migrations)

    def close(self) -> None:
        """Nothing can be used afterwards; a clinic's file that is lent is closed when it is given back."""
        self._seats.close()
        self._quarantine.close()
        self._control.close()

    # Where things are

    def control(self) -> Database:
        return self._control

    def quarantine(self) -> Database:
        return self._quarantine

    @property
    def tasks(self) -> Path:
        """Huey's own file; nobody else opens it."""
        return self.data / "tasks.db"

    @property
    def secret_key(self) -> Path:
        return self.data / "secret.key"

    def path(self, clinic_id: str) -> Path:
        return self.data / "clinics" / f"{_checked(clinic_id)}.db"

    def media(self, clinic_id: str) -> Path:
        """Directory of what the clinic's patients sent; it may not exist yet."""
        return self.data / "media" / _checked(clinic_id)

    def new_export(self, clinic_id: str, at: dt.datetime) -> Path:
        """Where a clinic that is about to be erased is kept; the directory is made, the file is not."""
        directory = self.data / "exports"
        directory.mkdir(mode=0o700, exist_ok=True)
        return directory / f"{_checked(clinic_id)}-{at:%Y%m%dT%H%M%SZ}-{new_id()[-6:]}.zip"

    @property
    def open_files(self) -> int:
        """How many clinics' files are open now."""
        return len(self._seats)

    # Clinics

    def _registry(self) -> Registry:
        """What control.db says now; another process may have changed it."""
        version = self._control.data_version()
        seen, known = self._known
        if version != seen:
            known = self._control.read(registry.read)
            self._known = version, known
            self._seats.retire_replaced(lambda clinic: self.path(clinic) if clinic in known.clinics else None)
        return known

    def clinics(self) -> list[ClinicRow]:
        """Every registered clinic, the oldest first."""
        return [*self._registry().clinics.values()]

    def row(self, clinic_id: str) -> ClinicRow | None:
        return self._registry().clinics.get(clinic_id)

    @contextlib.contextmanager
    def clinic(self, clinic_id: str) -> Iterator[Database]:
        """Lend a clinic's file; it stays open at least until the block ends.

        Raises UnknownClinic, ClinicFileBroken (that clinic's alone; also for damage found within the block).
        """
        if clinic_id not in self._registry().clinics:
            raise UnknownClinic(clinic_id)
        try:
            with self._seats.lend(clinic_id) as database:
                yield database
        except NotLent as error:
            raise UnknownClinic(clinic_id) from error
        except (apsw.CorruptError, apsw.NotADBError) as error:
            raise ClinicFileBroken(clinic_id, str(error)) from error

    def _open(self, clinic_id: str) -> Database:
        path = self.path(clinic_id)
        try:
            if path.stat().st_size == 0:  # SQLite would take it for a new file and hide the loss
                raise ClinicFileBroken(clinic_id, "it is empty")
            schema.bring_up(path, clinic_migrations)
        except FileNotFoundError as error:
            raise ClinicFileBroken(clinic_id, "it is missing") from error
        except sqlite3.OperationalError:  # an accident of the machine, not of the file
            raise
        except (schema.NewerSchema, sqlite3.DatabaseError) as error:
            raise ClinicFileBroken(clinic_id, str(error)) from error
        database = Database(path)
        applied, owner = database.read(_identity)
        if not schema.is_current(applied, clinic_migrations):
            # An older copy was put in its place after it was looked at; nobody else has it open (see Seats).
            database.close()
            schema.forget(path)
            return self._open(clinic_id)
        if owner != clinic_id:
            database.close()
            raise ClinicFileBroken(clinic_id, f"it says that it belongs to {owner!r}")
        return database

    def create(
        self,
        clinic_id: str | None,
        name: str,
        at: dt.datetime,
        *,
        adopt: bool = False,
        also: Also | None = None,
    ) -> ClinicRow:
        """A new clinic; without an id one is made from its name.

        The file comes first and its registration second, so an interruption leaves an unregistered file.
        With `adopt`, naming its id again takes it over, as it does a file put back from a backup.
        `also` happens with the registration, in one transaction.
        Raises ClinicRefused (a bad or taken id, no name), ClinicFileBroken (of what is there).
        """
        name = name.strip()
        if not name:
            raise ClinicRefused("a clinic needs a name")
        if clinic_id is None:
            made = (self._create(candidate, name, at, adopt=False, also=also) for candidate in _ids_for(name))
            return next(row for row in made if row is not None)
        row = self._create(_checked(clinic_id), name, at, adopt=adopt, also=also)
        if row is None:
            raise ClinicRefused(f"there is a clinic {clinic_id!r} already")
        return row

    def _create(
        self, clinic_id: str, name: str, at: dt.datetime, *, adopt: bool, also: Also | None
    ) -> ClinicRow | None:
        if self.row(clinic_id) is not None:
            return None
        meta = {"clinic_id": clinic_id, "created_at": iso(at)}
        if not schema.make(self.path(clinic_id), clinic_migrations, meta):
            if not adopt:
                return None
            self._open(clinic_id).close()
        row = ClinicRow(id=clinic_id, name=name, created_at=at)
        return row if self._control.write(lambda tx: registry.add_clinic(tx, row, also)) else None

    def erase(
        self,
        clinic_id: str,
        wait_seconds: float = 30.0,
        also: Callable[[Transaction], None] | None = None,
        only: Status | None = None,
    ) -> bool:
        """Remove a clinic, its file, its media and its numbers for good; can be repeated if interrupted.

        False, and nothing is removed, when it is not in the status `only`, where one is given.
        `also` happens with the removal from control.db, in one transaction.
        Raises UnknownClinic, ClinicBusy (the file was not given back in time).
        """
        if self.row(clinic_id) is None:
            raise UnknownClinic(clinic_id)
        try:
            with self._seats.barred(clinic_id, wait_seconds):
                # In one transaction: whoever resumes it comes before, and keeps it, or finds no file any more.
                if not self._control.write(lambda tx: _take_away(tx, clinic_id, self.path(clinic_id), only)):
                    return False
                remove_tree(self.media(clinic_id))
                # Last, so that an interrupted erasure is still listed and can be finished.
                self._control.write(lambda tx: registry.remove_clinic(tx, clinic_id, also))
        except (StillLent, NotLent) as error:
            raise ClinicBusy(f"clinic {clinic_id!r} is in use; try again") from error
        return True

    def export(self, clinic_id: str, target: Path) -> None:
        """Write a ZIP (mode 0600) with the clinic's file, its media and its registration, while it is served.

        Raises UnknownClinic, ClinicFileBroken, FileExistsError.
        """
        with self.clinic(clinic_id) as database:
            try:
                archive.write(
                    target, database, self.media(clinic_id), lambda: self._control.read(partial(_told, clinic_id))
                )
            except apsw.CantOpenError as error:  # it was taken away while it was open
                raise ClinicFileBroken(clinic_id, str(error)) from error

    def restore(
        self,
        source: Path,
        at: dt.datetime,
        old_key: Path | None = None,
        also: Also | None = None,
    ) -> Restored:
        """Bring back a clinic that was exported, here or on another machine; its people log in anew.

        `old_key` is the secret.key of that machine: without it, what was encrypted there has to be connected again.
        `also` happens with the registration, in one transaction.
        Raises ArchiveRefused, ClinicRefused (there is one of that id), NumberTaken (nothing is brought back then),
        ClinicFileBroken, SecretKeyError.
        """
        resealer = Resealer(self._seal, Seal.read(old_key) if old_key else None, at)
        with tempfile.TemporaryDirectory(dir=self.data / "clinics", prefix=".import-") as scratch:
            manifest, file, media = archive.unpack(source, Path(scratch))
            target, media_target = self.path(manifest.id), self.media(manifest.id)
            if self.row(manifest.id) is not None or target.exists() or media_target.exists():
                raise ClinicRefused(f"there is a clinic {manifest.id!r} already, or something of it")
            _made_ours(manifest.id, file, resealer)
            if media is not None:
                media.rename(media_target)
            if not place(file, target):
                raise ClinicRefused(f"there is a clinic {manifest.id!r} already")
        numbers = [resealer.number(number) for number in manifest.numbers]
        try:
            self._control.write(lambda tx: _register(tx, manifest, numbers, also))
        except NumberTaken:
            remove_database(target)
            remove_tree(media_target)
            raise
        return Restored(manifest.row, tuple(dict.fromkeys(resealer.lost)))

    # WhatsApp numbers

    def numbers(self) -> list[NumberRow]:
        return [*self._registry().numbers.values()]

    def number(self, phone_number_id: str) -> NumberRow | None:
        """Whose number it is; from memory, and never stale."""
        return self._registry().numbers.get(phone_number_id)

    def connect_number(
        self,
        clinic_id: str,
        phone_number_id: str,
        waba_id: str,
        display_phone: str,
        access_token: str,
        app_secret: str,
        verify_token: str,
        at: dt.datetime,
        also: Callable[[Transaction], None] = nothing_else,
    ) -> NumberRow:
        """Route a number to a clinic and keep what is needed to speak for it; again replaces what was kept.

        `app_secret` may be several, comma separated, while one is being replaced; empty leaves it to those of
        the platform. `also` happens with it, in one transaction of the clinic's file.
        Raises UnknownClinic, NumberTaken, ClinicFileBroken.
        """
        secrets = [secret for part in app_secret.split(",") if (secret := part.strip())]
        number = NumberRow(
            phone_number_id=phone_number_id,
            waba_id=waba_id,
            display_phone=display_phone,
            clinic_id=clinic_id,
            app_secrets=tuple(map(self._seal.seal, secrets)),
            verify_token_hash=sha256(verify_token) if verify_token else "",
            created_at=at,
        )
        sealed = self._seal.seal(access_token)

        def keep(tx: Transaction) -> None:
            registry.keep_number(tx, number, sealed)
            also(tx)

        with self.clinic(clinic_id) as database:
            if not self._control.write(lambda tx: registry.connect_number(tx, number)):
                raise NumberTaken(f"{phone_number_id} belongs to another clinic")
            database.write(keep)
        return number

    def disconnect_number(self, phone_number_id: str, also: Callable[[Transaction], None] = nothing_else) -> bool:
        """Stop routing a number and forget its token; False when it was not connected. Raises as `clinic`.

        `also` happens with it, in one transaction of the clinic's file.
        """
        number = self.number(phone_number_id)
        if number is None:
            return False

        def forget(tx: Transaction) -> None:
            registry.forget_number(tx, phone_number_id)
            also(tx)

        with self.clinic(number.clinic_id) as database:
            self._control.write(lambda tx: registry.disconnect_number(tx, phone_number_id))
            database.write(forget)
        return True

    def sealed(self, secret: str) -> str:
        """A secret as a clinic's file may keep it."""
        return self._seal.seal(secret)

    def unsealed(self, sealed: str) -> str:
        """Raises UnsealError."""
        return self._seal.unseal(sealed)

    def access_token(self, tx: Transaction, phone_number_id: str) -> str | None:
        """A number's token, in clear, from its clinic's transaction; None without one. Raises UnsealError."""
        sealed = registry.sealed_token(tx, phone_number_id)
        return self._seal.unseal(sealed) if sealed else None

    def secrets_for_signature(self, platform: Sequence[str] = ()) -> list[tuple[bytes, frozenset[str] | None]]:
        """Every app secret, in clear, with the numbers it may speak for; None is all. Raises UnsealError."""
        scopes: dict[bytes, set[str]] = {}
        for number in self._registry().numbers.values():
            for sealed in number.app_secrets:
                scopes.setdefault(self._secret(sealed), set()).add(number.phone_number_id)
        everywhere = [secret.encode() for secret in platform]
        scoped = [(secret, frozenset(ids)) for secret, ids in scopes.items() if secret not in everywhere]
        return [*((secret, None) for secret in everywhere), *scoped]

    def _secret(self, sealed: str) -> bytes:
        if sealed not in self._unsealed:
            self._unsealed[sealed] = self._seal.unseal(sealed).encode()
        return self._unsealed[sealed]

    def verify_token_matches(self, token: str) -> bool:
        """Whether any connected number was given this token for registering its webhook."""
        digest = sha256(token)
        return any(same(number.verify_token_hash, digest) for number in self.numbers())


def _checked(clinic_id: str) -> str:
    if CLINIC_ID.fullmatch(clinic_id) is None:
        raise ClinicRefused(
            f"{clinic_id!r} cannot be a clinic's id: write small letters, digits and inner hyphens, up to 64"
        )
    return clinic_id


def _ids_for(name: str) -> Iterator[str]:
    """`clinica-sorriso`, `clinica-sorriso-2`, …"""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:40].strip("-") or "clinica"
    if CLINIC_ID.fullmatch(stem):
        yield stem
    yield from (f"{stem}-{count}" for count in itertools.count(2))


def _identity(tx: Transaction) -> tuple[list[str], str | None]:
    """Which migrations a clinic's file has had, and whose it says that it is."""
    applied = tx.values("select name from _sqlite_migrations where migration_set = 'clinic'")
    return applied, tx.value("select value from meta where key = 'clinic_id'")


def _seal(data: Path) -> Seal:
    key = data / "secret.key"
    if (data / "control.db").exists() and not key.exists():
        raise SecretKeyError(f"{key} is missing though there is a control.db: restore it from a backup")
    make_secret_key(key)
    return Seal.read(key)


def _open_or_make(path: Path, migrations: Migrations) -> Database:
    schema.make(path, migrations)
    schema.bring_up(path, migrations)
    return Database(path)


def _told(clinic_id: str, tx: Transaction) -> Manifest:
    """What control.db knows of a clinic. Raises UnknownClinic."""
    row = registry.clinic(tx, clinic_id)
    if row is None:
        raise UnknownClinic(clinic_id)
    numbers = (number for number in registry.read(tx).numbers.values() if number.clinic_id == clinic_id)
    return Manifest(**structs.asdict(row), numbers=tuple(numbers), logins=tuple(registry.logins(tx, clinic_id)))


def _made_ours(clinic_id: str, file: Path, resealer: Resealer) -> None:
    """Bring a file from elsewhere to the newest schema, look whether it is whole, and seal anew what it encrypts."""
    try:
        schema.bring_up(file, clinic_migrations)
        with contextlib.closing(Database(file)) as database:
            _, owner = database.read(_identity)
            damage = database.read(lambda tx: tx.values("pragma quick_check(1)"))
            if owner != clinic_id or damage != ["ok"]:
                reason = damage[0] if damage != ["ok"] else f"it says that it belongs to {owner!r}"
                raise ClinicFileBroken(clinic_id, reason)
            database.write(resealer.file)
    except (schema.NewerSchema, sqlite3.DatabaseError, apsw.CorruptError, apsw.NotADBError) as error:
        raise ClinicFileBroken(clinic_id, str(error)) from error


def _register(tx: Transaction, manifest: Manifest, numbers: Sequence[NumberRow], also: Also | None) -> None:
    """Raises ClinicRefused, NumberTaken."""
    if not registry.add_clinic(tx, manifest.row, also):
        raise ClinicRefused(f"there is a clinic {manifest.id!r} already")
    for email in manifest.logins:
        registry.add_login(tx, email, manifest.id)
    for one in numbers:
        # Whose an archive says that a number is counts for nothing: it must not speak for another clinic.
        if not registry.connect_number(tx, structs.replace(one, clinic_id=manifest.id)):
            raise NumberTaken(f"{one.phone_number_id} belongs to another clinic here: disconnect it there first")


def _take_away(tx: Transaction, clinic_id: str, file: Path, only: Status | None) -> bool:
    """False when it is in another status than `only`."""
    row = registry.clinic(tx, clinic_id)
    if row is not None and only not in (None, row.status):
        return False
    remove_database(file)
    return True


def _affordable(most_open: int) -> int:
    """Raise the soft limit of open files as needed and allowed; fewer clinics if that is not enough."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = most_open * _DESCRIPTORS_PER_CLINIC + _DESCRIPTORS_FOR_THE_REST
    unlimited = resource.RLIM_INFINITY
    if soft != unlimited and soft < wanted:
        soft = wanted if hard == unlimited else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft == unlimited:
        return most_open
    return max(1, min(most_open, (soft - _DESCRIPTORS_FOR_THE_REST) // _DESCRIPTORS_PER_CLINIC))
