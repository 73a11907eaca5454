"""A clinic as one ZIP: its file, its media and its registration, written while it is served, and unpacked elsewhere.

What is encrypted within it was sealed with the secret.key of the machine that wrote it; `resealed` makes it this
machine's own, or empties it where the key is not at hand, and tells what then must be connected again.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import msgspec
from msgspec import structs

from atendeai.database import Database, Transaction
from atendeai.ops.clock import iso
from atendeai.ops.secrets import Seal, UnsealError
from atendeai.registry import ClinicRow, NumberRow

_REGISTRATION = "clinic.json"
_MEDIA = "media"


class ArchiveRefused(ValueError):
    """The file is no clinic that was exported; the message says why."""


class Manifest(ClinicRow, frozen=True, kw_only=True):
    """What control.db knew of the clinic: itself, its numbers, and which addresses log in there."""

    numbers: tuple[NumberRow, ...] = ()
    logins: tuple[str, ...] = ()

    @property
    def row(self) -> ClinicRow:
        return ClinicRow(**{name: getattr(self, name) for name in ClinicRow.__struct_fields__})


def write(target: Path, database: Database, media: Path, registration: Callable[[], Manifest]) -> None:
    """Write the ZIP (mode 0600); it must not exist yet. What is begun and fails is removed again."""
    with (
        tempfile.TemporaryDirectory(dir=target.parent) as scratch,
        open(target, "xb", opener=_private) as file,
    ):
        try:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                copy = Path(scratch) / "copy.db"
                database.backup_to(copy)
                # Read after the copy: the index of addresses names too many rather than too few.
                manifest = registration()
                archive.write(copy, f"{manifest.id}.db")
                archive.writestr(_REGISTRATION, msgspec.json.encode(manifest))
                for found in sorted(media.rglob("*")):
                    if found.is_file() and not found.is_symlink():
                        archive.write(found, Path(_MEDIA) / found.relative_to(media))
        except BaseException:
            target.unlink()
            raise


def unpack(source: Path, scratch: Path) -> tuple[Manifest, Path, Path | None]:
    """Registration, file and media (None without any), the latter two within `scratch`. Raises ArchiveRefused."""
    try:
        with zipfile.ZipFile(source) as archive:
            if sum(member.file_size for member in archive.infolist()) > shutil.disk_usage(scratch).free:
                raise ArchiveRefused(f"there is no room on the disk for what {source.name} holds")
            manifest = msgspec.json.decode(archive.read(_REGISTRATION), type=Manifest)
            for member in archive.infolist():
                if not member.is_dir() and member.filename != _REGISTRATION:
                    _extract(archive, member, scratch / _inside(member.filename, manifest.id))
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, msgspec.MsgspecError) as error:
        raise ArchiveRefused(f"{source.name} is no clinic that was exported: {error}") from error
    file, media = scratch / f"{manifest.id}.db", scratch / _MEDIA
    if not file.exists():
        raise ArchiveRefused(f"{source.name} does not hold the file of clinic {manifest.id!r}")
    return manifest, file, media if media.exists() else None


def _inside(name: str, clinic_id: str) -> PurePosixPath:
    """Where a member may go: names come from elsewhere and must not lead out."""
    path = PurePosixPath(name)
    if name == f"{clinic_id}.db" and len(path.parts) == 1:
        return path
    if len(path.parts) > 1 and path.parts[0] == _MEDIA and ".." not in path.parts and "\\" not in name:
        return path
    raise ArchiveRefused(f"it holds {name!r}, which is no part of a clinic")


def _extract(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with archive.open(member) as packed, open(target, "xb", opener=_private) as file:
        shutil.copyfileobj(packed, file)
        file.flush()
        os.fsync(file.fileno())


class Resealer:
    """Texts sealed here or with `old` become sealed here; of what neither opens nothing is left, and it is listed.

    Whoever was logged in where the file was written is not here, from `at` on; passwords stay.
    """

    def __init__(self, here: Seal, old: Seal | None, at: dt.datetime) -> None:
        self._here, self._old, self._at = here, old, iso(at)
        self.lost: list[str] = []

    def again(self, sealed: str, what: str) -> str:
        """Empty stays empty."""
        for seal in filter(None, (self._here, self._old)):
            try:
                return self._here.seal(seal.unseal(sealed)) if sealed else ""
            except UnsealError:
                continue
        self.lost.append(what)
        return ""

    def number(self, number: NumberRow) -> NumberRow:
        what = f"the app secret of {number.display_phone or number.phone_number_id}"
        secrets = (self.again(sealed, what) for sealed in number.app_secrets)
        return structs.replace(number, app_secrets=tuple(filter(None, secrets)))

    def file(self, tx: Transaction) -> None:
        """Everything sealed in a clinic's file, and what lets somebody in without a password."""
        for row in tx.dicts("select phone_number_id, display_phone, access_token from whatsapp_configurations"):
            number = row["phone_number_id"]
            token = self.again(row["access_token"], f"WhatsApp number {row['display_phone'] or number}")
            tx.run("update whatsapp_configurations set access_token = ? where phone_number_id = ?", (token, number))
        for row in tx.dicts("select id, key, transcription_key from ai_configurations"):
            keys = [
                self.again(row["key"], "the AI provider"),
                self.again(row["transcription_key"], "the transcription"),
            ]
            tx.run("update ai_configurations set key = ?, transcription_key = ? where id = ?", (*keys, row["id"]))
        for row in tx.dicts("select id, body from mails where state in ('queued', 'sending')"):
            body = self.again(row["body"], "an e-mail that waited to be sent")
            tx.run("update mails set body = ?1, state = iif(?1 = '', 'dead', state) where id = ?2", (body, row["id"]))
        tx.run("delete from idempotency_keys")
        # A copy of long ago must not open again what was ended or used up since.
        tx.run("update sessions set ended_at = ?, ended_because = 'imported' where ended_at is null", (self._at,))
        tx.run("update user_tokens set used_at = ? where used_at is null", (self._at,))


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
