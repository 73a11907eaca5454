"""Many clinics, one file each: lent, made, taken over, exported, erased; one's trouble is one's own."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import apsw
import msgspec
import pytest
import sqlite_utils
from atendeai_migrations.clinic import clinic as clinic_migrations
from hypothesis import given, settings
from hypothesis import strategies as st

from atendeai import clinic_files, schema
from atendeai.clinic_files import (
    ClinicBusy,
    ClinicFileBroken,
    ClinicFiles,
    ClinicRefused,
    NumberTaken,
    UnknownClinic,
)
from atendeai.database import Database, Transaction
from atendeai.ops.secrets import SecretKeyError
from atendeai.registry import ClinicRow

AT = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def files(tmp_path: Path) -> Iterator[ClinicFiles]:
    files = ClinicFiles(tmp_path / "data")
    yield files
    files.close()


def keep(files: ClinicFiles, clinic_id: str, key: str, value: str = "") -> None:
    with files.clinic(clinic_id) as database:
        database.write(lambda tx: tx.run("insert into meta(key, value) values(?, ?)", (key, value)))


def kept(files: ClinicFiles, clinic_id: str) -> set[str]:
    asked = "select key from meta where key not in ('clinic_id', 'created_at', 'audit_chain_begins')"
    with files.clinic(clinic_id) as database:
        return set(database.read(lambda tx: tx.values(asked)))


def in_another_process(code: str, *arguments: str) -> str:
    setup = (
        "import sys, pathlib, datetime as dt\n"
        "from atendeai.clinic_files import *\n"
        "files = ClinicFiles(pathlib.Path(sys.argv[1]))\n"
        "at = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", setup + code, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


class TestCreating:
    def test_a_clinic_is_a_file_and_a_row(self, files: ClinicFiles) -> None:
        made = files.create("sorriso", "Clínica Sorriso", AT)
        assert made == ClinicRow(id="sorriso", name="Clínica Sorriso", created_at=AT)
        assert files.row("sorriso") == made
        assert files.clinics() == [made]
        assert files.path("sorriso").stat().st_mode & 0o777 == 0o600
        assert kept(files, "sorriso") == set()

    def test_an_id_is_made_from_the_name(self, files: ClinicFiles) -> None:
        names = ["Clínica São José & Cia.", "clinica sao jose cia", "日本", "  Dra. Ana  "]
        ids = [files.create(None, name, AT).id for name in names]
        assert ids == ["clinica-sao-jose-cia", "clinica-sao-jose-cia-2", "clinica", "dra-ana"]

    @pytest.mark.parametrize("clinic_id", ["", "Sorriso", "a_b", "-a", "a-", "../control", "a/b", "a.db", "x" * 65])
    def test_an_id_that_is_none(self, files: ClinicFiles, clinic_id: str) -> None:
        with pytest.raises(ClinicRefused, match="write small letters"):
            files.create(clinic_id, "Sorriso", AT)
        with pytest.raises(UnknownClinic), files.clinic(clinic_id):
            pass

    def test_a_name_is_needed(self, files: ClinicFiles) -> None:
        with pytest.raises(ClinicRefused, match="needs a name"):
            files.create("sorriso", "  ", AT)

    def test_an_id_is_taken_once(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        keep(files, "sorriso", "valor")
        with pytest.raises(ClinicRefused, match="already"):
            files.create("sorriso", "Outra", AT)
        assert kept(files, "sorriso") == {"valor"}

    def test_a_file_left_by_an_interruption_is_taken_over(self, files: ClinicFiles) -> None:
        meta = {"clinic_id": "sorriso"}
        assert schema.make(files.path("sorriso"), clinic_migrations, meta)
        with pytest.raises(UnknownClinic), files.clinic("sorriso"):
            pass
        assert files.create(None, "Sorriso", AT).id == "sorriso-2"
        with pytest.raises(ClinicRefused, match="already"):
            files.create("sorriso", "Sorriso", AT)
        assert files.create("sorriso", "Sorriso", AT, adopt=True).id == "sorriso"
        assert kept(files, "sorriso") == set()

    def test_another_clinics_file_is_not(self, files: ClinicFiles) -> None:
        schema.make(files.path("sorriso"), clinic_migrations, {"clinic_id": "outra"})
        with pytest.raises(ClinicFileBroken, match="belongs to 'outra'"):
            files.create("sorriso", "Sorriso", AT, adopt=True)
        assert files.clinics() == []

    def test_nothing_is_left_of_a_file_that_could_not_be_made(self, tmp_path: Path) -> None:
        broken = sqlite_utils.Migrations("broken")

        @broken()
        def m001(db: sqlite_utils.Database) -> None:
            db.execute("create table twice(a)")
            db.execute("create table twice(a)")

        with pytest.raises(sqlite3.OperationalError):
            schema.make(tmp_path / "x.db", broken)
        assert list(tmp_path.iterdir()) == []

    def test_of_many_who_create_the_same_one_wins(self, files: ClinicFiles) -> None:
        outcomes: list[object] = []
        together = threading.Barrier(6, timeout=30)

        def create() -> None:
            together.wait()
            try:
                outcomes.append(files.create("sorriso", "Sorriso", AT))
            except ClinicRefused as refused:
                outcomes.append(refused)

        threads = [threading.Thread(target=create) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sum(isinstance(outcome, ClinicRow) for outcome in outcomes) == 1
        assert kept(files, "sorriso") == set()


class TestLending:
    def test_an_unknown_clinic(self, files: ClinicFiles) -> None:
        with pytest.raises(UnknownClinic), files.clinic("nenhuma"):
            pass

    def test_the_least_recently_used_is_closed(self, tmp_path: Path) -> None:
        files = ClinicFiles(tmp_path, most_open=2)
        for clinic_id in ("a", "b", "c", "d"):
            files.create(clinic_id, clinic_id, AT)
            keep(files, clinic_id, f"de {clinic_id}")
            assert files.open_files <= 2
        assert [kept(files, clinic_id) for clinic_id in "abcd"] == [{f"de {clinic_id}"} for clinic_id in "abcd"]
        files.close()

    def test_what_is_lent_stays_open(self, tmp_path: Path) -> None:
        files = ClinicFiles(tmp_path, most_open=1)
        for clinic_id in ("a", "b", "c"):
            files.create(clinic_id, clinic_id, AT)
        with files.clinic("a") as a, files.clinic("b") as b, files.clinic("a") as again:
            assert again is a
            assert kept(files, "c") == set()
            for database in (a, b):
                database.write(lambda tx: tx.run("insert into meta(key, value) values('x', '')"))
            assert files.open_files == 2
        assert files.open_files == 1
        files.close()

    def test_sixty_clinics_eight_open_and_many_hands(self, tmp_path: Path) -> None:
        files = ClinicFiles(tmp_path, most_open=8)
        ids = [files.create(None, f"Clínica {number}", AT).id for number in range(60)]

        def write(hand: int) -> None:
            for turn in range(60):
                keep(files, ids[(turn * 7 + hand * 13) % 60], f"{hand}-{turn}")

        hands = [threading.Thread(target=write, args=(hand,)) for hand in range(6)]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
        assert sum(len(kept(files, clinic_id)) for clinic_id in ids) == 6 * 60
        assert files.open_files <= 8
        files.close()
        assert list((tmp_path / "clinics").glob("*-wal")) == []

    def test_closing_waits_for_no_one_and_breaks_no_one(self, tmp_path: Path) -> None:
        files = ClinicFiles(tmp_path)
        files.create("a", "a", AT)
        with files.clinic("a") as database:
            files.close()
            database.write(lambda tx: tx.run("insert into meta(key, value) values('x', '')"))
        with pytest.raises(apsw.ConnectionClosedError):
            database.read(lambda tx: tx.value("select 1"))

    def test_limits_of_the_machine_are_respected(self, tmp_path: Path) -> None:
        code = (
            "import resource\n"
            "from atendeai.clinic_files import _affordable\n"
            "resource.setrlimit(resource.RLIMIT_NOFILE, (256, 1024))\n"
            "print(*map(_affordable, (4, 64, 4096)), resource.getrlimit(resource.RLIMIT_NOFILE)[0])"
        )
        assert in_another_process(code, str(tmp_path)) == "4 64 104 1024"


class TestTroubleOfOneClinic:
    @pytest.fixture
    def two(self, tmp_path: Path) -> Iterator[ClinicFiles]:
        files = ClinicFiles(tmp_path / "data")
        for clinic_id in ("doente", "sa"):
            files.create(clinic_id, clinic_id, AT)
        yield files
        files.close()

    def broken(self, files: ClinicFiles, reason: str) -> None:
        with pytest.raises(ClinicFileBroken, match=reason) as told, files.clinic("doente"):
            pass
        assert told.value.clinic_id == "doente"
        assert kept(files, "sa") == set()
        assert files.open_files == 1

    def test_missing(self, two: ClinicFiles) -> None:
        two.path("doente").unlink()
        self.broken(two, "it is missing")

    def test_empty(self, two: ClinicFiles) -> None:
        two.path("doente").write_bytes(b"")
        self.broken(two, "it is empty")

    def test_no_database_at_all(self, two: ClinicFiles) -> None:
        two.path("doente").write_bytes(b"PK" + b"x" * 5000)
        self.broken(two, "not a database")

    def test_cut_off(self, two: ClinicFiles) -> None:
        whole = two.path("doente").read_bytes()
        two.path("doente").write_bytes(whole[:5000])
        self.broken(two, "malformed|corrupt")

    def test_of_another_clinic(self, two: ClinicFiles) -> None:
        two.path("doente").write_bytes(two.path("sa").read_bytes())
        self.broken(two, "it says that it belongs to 'sa'")

    def test_of_a_later_release(self, two: ClinicFiles) -> None:
        db = sqlite_utils.Database(two.path("doente"))
        db["_sqlite_migrations"].insert({"migration_set": "clinic", "name": "m999", "applied_at": ""})
        db.close()
        self.broken(two, "written by a newer release")

    def test_damage_that_shows_only_in_use(self, two: ClinicFiles) -> None:
        keep(two, "doente", "valor", "x" * 100_000)
        with two.clinic("doente") as database:
            database.checkpoint()
        size = two.path("doente").stat().st_size
        harm = "import sys; f = open(sys.argv[1], 'r+b'); f.seek(int(sys.argv[2])); f.write(b'\\xff' * 80000)"
        subprocess.run([sys.executable, "-c", harm, str(two.path("doente")), str(size - 84_000)], check=True)
        for _ in range(2):
            with pytest.raises(ClinicFileBroken), two.clinic("doente") as database:
                database.read(lambda tx: tx.value("select sum(length(value || key)) from meta"))
                raise apsw.CorruptError("the value was still in the cache")
        assert kept(two, "sa") == set()

    def test_an_older_copy_put_in_its_place_is_brought_up(self, tmp_path: Path) -> None:
        files = ClinicFiles(tmp_path, most_open=1)
        for clinic_id in ("a", "b"):
            files.create(clinic_id, clinic_id, AT)
        assert kept(files, "a") == kept(files, "b") == set()
        db = sqlite_utils.Database(tmp_path / "older.db")
        db["meta"].insert_all([{"key": "clinic_id", "value": "a"}, {"key": "velho", "value": ""}])
        db["_sqlite_migrations"].create({"id": int, "migration_set": str, "name": str, "applied_at": str}, pk="id")
        db.close()
        files.path("a").write_bytes((tmp_path / "older.db").read_bytes())  # the same inode, as `cp` does it
        with pytest.raises(sqlite3.OperationalError, match="table meta already exists"), files.clinic("a"):
            pass
        assert kept(files, "b") == set()
        files.close()

    def test_it_is_served_again_once_mended(self, two: ClinicFiles) -> None:
        whole = two.path("doente").read_bytes()
        two.path("doente").write_bytes(b"")
        self.broken(two, "it is empty")
        two.path("doente").write_bytes(whole)
        assert kept(two, "doente") == set()


class TestNumbers:
    def connect(self, files: ClinicFiles, clinic_id: str, number: str, secret: str = "", token: str = "") -> None:
        files.connect_number(clinic_id, number, "waba", "+55 11 4000-0000", f"EAA-{number}", secret, token, AT)

    def test_a_number_leads_to_its_clinic(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        assert files.number("106") is None
        self.connect(files, "sorriso", "106")
        number = files.number("106")
        assert number is not None
        assert (number.clinic_id, number.display_phone) == ("sorriso", "+55 11 4000-0000")
        assert files.numbers() == [number]

    def test_its_token_is_sealed_at_rest(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        self.connect(files, "sorriso", "106", secret="segredo")
        with files.clinic("sorriso") as database:
            assert database.read(lambda tx: files.access_token(tx, "106")) == "EAA-106"
            assert database.read(lambda tx: files.access_token(tx, "107")) is None
            database.checkpoint()
        files.control().checkpoint()
        files.close()
        for file in files.data.rglob("*.db*"):
            assert b"EAA-106" not in file.read_bytes()
            assert b"segredo" not in file.read_bytes()

    def test_connecting_again_replaces_and_resumes(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        self.connect(files, "sorriso", "106", secret="velho")
        with files.clinic("sorriso") as database:
            database.write(lambda tx: tx.run("update whatsapp_configurations set state = 'paused'"))
        self.connect(files, "sorriso", "106", secret="novo")
        assert files.secrets_for_signature() == [(b"novo", frozenset({"106"}))]
        with files.clinic("sorriso") as database:
            assert database.read(lambda tx: tx.value("select state from whatsapp_configurations")) == "active"

    def test_a_number_is_one_clinics(self, files: ClinicFiles) -> None:
        for clinic_id in ("sorriso", "outra"):
            files.create(clinic_id, clinic_id, AT)
        self.connect(files, "sorriso", "106")
        with pytest.raises(NumberTaken):
            self.connect(files, "outra", "106")
        with files.clinic("outra") as database:
            assert database.read(lambda tx: files.access_token(tx, "106")) is None
        with pytest.raises(UnknownClinic):
            self.connect(files, "nenhuma", "107")
        assert files.number("107") is None

    def test_disconnecting(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        self.connect(files, "sorriso", "106")
        assert files.disconnect_number("106")
        assert not files.disconnect_number("106")
        assert files.number("106") is None
        with files.clinic("sorriso") as database:
            assert database.read(lambda tx: files.access_token(tx, "106")) is None

    def test_secrets_and_whom_they_may_speak_for(self, files: ClinicFiles) -> None:
        for clinic_id in ("a", "b"):
            files.create(clinic_id, clinic_id, AT)
        self.connect(files, "a", "1", secret="comum, velho")
        self.connect(files, "b", "2", secret="comum")
        self.connect(files, "b", "3", secret="plataforma")
        assert files.secrets_for_signature(["plataforma"]) == [
            (b"plataforma", None),
            (b"comum", frozenset({"1", "2"})),
            (b"velho", frozenset({"1"})),
        ]

    def test_the_token_for_registering_a_webhook(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        self.connect(files, "sorriso", "1")
        self.connect(files, "sorriso", "2", token="abre-te")
        assert files.verify_token_matches("abre-te")
        assert not files.verify_token_matches("")
        assert not files.verify_token_matches("sésamo")

    def test_another_process_may_connect_it(self, files: ClinicFiles) -> None:
        assert files.number("106") is None
        code = (
            "files.create('sorriso', 'Sorriso', at)\n"
            "files.connect_number('sorriso', '106', '', '', 'EAA', 'segredo', '', at)\n"
        )
        in_another_process(code, str(files.data))
        assert files.number("106") is not None
        assert files.secrets_for_signature() == [(b"segredo", frozenset({"106"}))]
        in_another_process("files.disconnect_number('106')", str(files.data))
        assert files.number("106") is None
        assert kept(files, "sorriso") == set()


class TestErasing:
    def test_nothing_is_left(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        files.connect_number("sorriso", "106", "", "", "EAA", "", "", AT)
        files.media("sorriso").mkdir()
        (files.media("sorriso") / "foto.jpg").write_bytes(b"x")
        keep(files, "sorriso", "valor")
        files.erase("sorriso")
        assert list((files.data / "clinics").iterdir()) == list((files.data / "media").iterdir()) == []
        assert files.number("106") is None
        with pytest.raises(UnknownClinic), files.clinic("sorriso"):
            pass
        with pytest.raises(UnknownClinic):
            files.erase("sorriso")

    def test_the_name_is_free_again(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        keep(files, "sorriso", "valor")
        files.erase("sorriso")
        files.create("sorriso", "Sorriso", AT)
        assert kept(files, "sorriso") == set()

    def test_an_interrupted_erasure_is_finished(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        files.path("sorriso").unlink()
        files.erase("sorriso")
        assert files.clinics() == []

    def test_only_in_the_status_that_was_meant(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        keep(files, "sorriso", "valor")
        assert not files.erase("sorriso", only="suspended")
        assert kept(files, "sorriso") == {"valor"}
        assert files.erase("sorriso", only="active")
        assert files.clinics() == []

    def test_it_waits_for_whoever_uses_the_file(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        with files.clinic("sorriso") as database:
            eraser = threading.Thread(target=files.erase, args=("sorriso",))
            eraser.start()
            while True:  # until the eraser has barred the way
                try:
                    keep(files, "sorriso", os.urandom(8).hex())
                except UnknownClinic:
                    break
            with pytest.raises(ClinicBusy):
                files.erase("sorriso")
            assert database.read(lambda tx: tx.value("select 1")) == 1
            assert files.path("sorriso").exists()
        eraser.join()
        assert not files.path("sorriso").exists()

    def test_but_not_for_ever(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        with files.clinic("sorriso"), pytest.raises(ClinicBusy):
            files.erase("sorriso", wait_seconds=0)
        assert kept(files, "sorriso") == set()

    def test_another_process_erases_and_makes_anew(self, files: ClinicFiles) -> None:
        files.create("sorriso", "Sorriso", AT)
        keep(files, "sorriso", "de antes")
        in_another_process("files.erase('sorriso'); files.create('sorriso', 'Nova', at)", str(files.data))
        assert kept(files, "sorriso") == set()
        keep(files, "sorriso", "de agora")
        in_another_process("files.erase('sorriso')", str(files.data))
        with pytest.raises(UnknownClinic), files.clinic("sorriso"):
            pass
        assert files.open_files == 0


class TestExporting:
    def test_everything_of_the_clinic_in_one_file(self, files: ClinicFiles, tmp_path: Path) -> None:
        made = files.create("sorriso", "Clínica Sorriso", AT)
        keep(files, "sorriso", "valor")
        (files.media("sorriso") / "2026").mkdir(parents=True)
        (files.media("sorriso") / "2026" / "foto.jpg").write_bytes(b"x")
        (files.media("sorriso") / "atalho").symlink_to("/etc/passwd")

        files.export("sorriso", tmp_path / "sorriso.zip")

        assert (tmp_path / "sorriso.zip").stat().st_mode & 0o777 == 0o600
        with zipfile.ZipFile(tmp_path / "sorriso.zip") as archive:
            assert archive.namelist() == ["sorriso.db", "clinic.json", "media/2026/foto.jpg"]
            assert msgspec.json.decode(archive.read("clinic.json"), type=ClinicRow) == made
            archive.extract("sorriso.db", tmp_path / "elsewhere")

        elsewhere = ClinicFiles(tmp_path / "another-server")
        (tmp_path / "elsewhere" / "sorriso.db").rename(elsewhere.path("sorriso"))
        elsewhere.create("sorriso", "Clínica Sorriso", AT, adopt=True)
        assert kept(elsewhere, "sorriso") == {"valor"}
        elsewhere.close()

    def test_nothing_is_overwritten(self, files: ClinicFiles, tmp_path: Path) -> None:
        files.create("sorriso", "Sorriso", AT)
        (tmp_path / "here.zip").write_text("keep me")
        with pytest.raises(FileExistsError):
            files.export("sorriso", tmp_path / "here.zip")
        assert (tmp_path / "here.zip").read_text() == "keep me"

    def test_an_unknown_clinic(self, files: ClinicFiles, tmp_path: Path) -> None:
        with pytest.raises(UnknownClinic):
            files.export("nenhuma", tmp_path / "x.zip")
        assert not (tmp_path / "x.zip").exists()


class TestStarting:
    def test_what_is_kept_is_private(self, files: ClinicFiles) -> None:
        files.quarantine().read(lambda tx: tx.value("select count(*) from quarantined"))
        assert files.secret_key.stat().st_mode & 0o777 == 0o600
        assert files.tasks.parent == files.data
        for path in files.data.iterdir():
            assert path.stat().st_mode & 0o077 == 0, path

    def test_a_lost_key_is_not_replaced_in_silence(self, files: ClinicFiles) -> None:
        files.secret_key.unlink()
        with pytest.raises(SecretKeyError, match="restore it"):
            ClinicFiles(files.data)

    def test_several_processes_start_and_migrate_at_once(self, tmp_path: Path) -> None:
        code = (
            "import sys, pathlib, datetime as dt\n"
            "from atendeai.clinic_files import *\n"
            "print('ready', flush=True); sys.stdin.readline()\n"
            "files = ClinicFiles(pathlib.Path(sys.argv[1]))\n"
            "try: files.create('sorriso', 'Sorriso', dt.datetime.now(dt.UTC), adopt=True)\n"
            "except ClinicRefused: pass\n"
            "count = lambda tx: tx.value('select count(*) from meta')\n"
            "with files.clinic('sorriso') as db: print(db.read(count))\n"
        )
        command = [sys.executable, "-c", code, str(tmp_path / "data")]
        several = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)
        ]
        for one in several:
            assert one.stdout is not None
            assert one.stdout.readline() == "ready\n"
        for one in several:
            assert one.stdin is not None
            one.stdin.write("go\n")
            one.stdin.flush()
        assert [one.communicate(timeout=60)[0] for one in several] == ["3\n"] * 4

    def test_an_old_file_is_brought_up_by_many_processes_at_once(self, tmp_path: Path) -> None:
        code = (
            "import sys, pathlib, sqlite_utils\n"
            "from atendeai import schema\n"
            "notes = sqlite_utils.Migrations('notes')\n"
            "for n in range(5):\n"
            "    table = f'create table t{n}(x integer) strict;'\n"
            "    notes(name=f'm{n}')(lambda db, table=table: db.executescript(table))\n"
            "print('ready', flush=True); sys.stdin.readline()\n"
            "schema.bring_up(pathlib.Path(sys.argv[1]), notes)\n"
            "schema.bring_up(pathlib.Path(sys.argv[1]), notes)\n"
            "print('done')\n"
        )
        (tmp_path / "notes.db").write_bytes(b"")
        command = [sys.executable, "-c", code, str(tmp_path / "notes.db")]
        several = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)
        ]
        for one in several:
            assert one.stdout is not None
            one.stdout.readline()
        for one in several:
            assert one.stdin is not None
            one.stdin.write("go\n")
            one.stdin.flush()
        assert [one.communicate(timeout=60)[0] for one in several] == ["done\n"] * 4
        db = sqlite_utils.Database(tmp_path / "notes.db")
        assert [row["name"] for row in db["_sqlite_migrations"].rows] == ["m0", "m1", "m2", "m3", "m4"]
        db.close()

    def test_sqlite_utils_never_touches_a_file_twice(self, files: ClinicFiles) -> None:
        """Two libraries on one file in one process drop each other's locks; a reopening must not do it."""
        files.create("sorriso", "Sorriso", AT)
        keep(files, "sorriso", "valor")
        second = ClinicFiles(files.data)  # e.g. a command run inside the server's process
        with files.clinic("sorriso") as database:

            def held(tx: Transaction) -> str:
                tx.run("insert into meta(key, value) values('dentro', '')")
                assert kept(second, "sorriso") == {"valor"}
                return attempt_from_another_process(database)

            assert database.write(held) == "locked"
        second.close()


def attempt_from_another_process(database: Database) -> str:
    code = (
        "import apsw, sys\n"
        "try: apsw.Connection(sys.argv[1]).execute('begin immediate'); print('let in')\n"
        "except apsw.BusyError: print('locked')\n"
    )
    command = [sys.executable, "-c", code, str(database.path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["write", "create", "erase", "nested"]), st.integers(0, 4), st.integers(0, 4)),
        max_size=25,
    ),
    st.integers(1, 3),
)
def test_whatever_the_order_every_clinic_keeps_its_own(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]], most_open: int
) -> None:
    files = ClinicFiles(tmp_path_factory.mktemp("files"), most_open)
    model: dict[str, set[str]] = {}
    try:
        for index, (verb, first, second) in enumerate(steps):
            one, other = f"c{first}", f"c{second}"
            match verb:
                case "create" if one not in model:
                    files.create(one, one, AT)
                    model[one] = set()
                case "erase" if one in model:
                    files.erase(one)
                    del model[one]
                case "write" if one in model:
                    keep(files, one, str(index))
                    model[one].add(str(index))
                case "nested" if one in model and other in model:
                    with files.clinic(one):
                        keep(files, other, str(index))
                    model[other].add(str(index))
                case _:
                    pass
            assert files.open_files <= most_open
        assert {clinic.id: kept(files, clinic.id) for clinic in files.clinics()} == model
    finally:
        files.close()


def test_the_id_of_a_clinic_fits_a_file_name_and_a_key() -> None:
    assert clinic_files.CLINIC_ID.fullmatch("a" * 64)
    assert "_" not in clinic_files.CLINIC_ID.pattern
