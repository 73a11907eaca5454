"""One file, many callers: what was acknowledged stays, what failed is undone alone."""

from __future__ import annotations

import contextvars
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atendeai.database import Database, Transaction

SCHEMA = "create table note(id integer primary key, word text not null unique, number integer) strict"


def new_file(path: Path) -> Path:
    connection = apsw.Connection(str(path))
    connection.execute(SCHEMA)
    connection.close()
    return path


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(new_file(tmp_path / "notes.db"))
    yield database
    database.close()


def note(word: str, number: int = 0) -> Callable[[Transaction], int]:
    return lambda tx: tx.run("insert into note(word, number) values(?, ?)", (word, number))


def words(database: Database) -> list[str]:
    return database.read(lambda tx: tx.values("select word from note order by id"))


def every_byte(database: Database) -> bytes:
    return database.path.read_bytes() + database.path.with_name(f"{database.path.name}-wal").read_bytes()


def in_one_commit(database: Database, works: list[Callable[[Transaction], Any]]) -> list[Any]:
    """Run all works in one shared commit, in order; each result is what the caller got, or the exception."""
    results: list[Any] = [None] * len(works)
    holding, let_go = threading.Event(), threading.Event()

    def hold(tx: Transaction) -> None:
        holding.set()
        let_go.wait()

    def call(index: int, work: Callable[[Transaction], Any]) -> None:
        try:
            results[index] = database.write(work)
        except BaseException as error:  # noqa: BLE001 (handed back)
            results[index] = error

    callers = [threading.Thread(target=database.write, args=(hold,))]
    callers[0].start()
    holding.wait()
    for index, work in enumerate(works):
        callers.append(threading.Thread(target=call, args=(index, work)))
        callers[-1].start()
        while database.waiting <= index:
            os.sched_yield()
    let_go.set()
    for caller in callers:
        caller.join()
    return results


class Note(msgspec.Struct):
    word: str
    number: int | None
    id: int = 0


class TestReadingAndWriting:
    def test_rows_come_back_as_structs(self, database: Database) -> None:
        assert database.write(note("um", 1)) == 1
        database.write(lambda tx: tx.run_many("insert into note(word) values(?)", [("dois",), ("três",)]))

        found = database.read(lambda tx: tx.rows(Note, "select word, number from note order by id"))

        assert found == [Note("um", 1), Note("dois", None), Note("três", None)]

    def test_a_row_or_none(self, database: Database) -> None:
        database.write(note("um", 1))
        asked = "select word, number, id from note where word = :word"
        assert database.read(lambda tx: tx.row(Note, asked, {"word": "um"})) == Note("um", 1, 1)
        assert database.read(lambda tx: tx.row(Note, asked, {"word": "dois"})) is None

    def test_a_value_or_none(self, database: Database) -> None:
        assert database.read(lambda tx: tx.value("select 7")) == 7
        assert database.read(lambda tx: tx.value("select word from note")) is None

    def test_what_an_insert_returns_is_committed_whole(self, database: Database) -> None:
        several = "insert into note(word) values('um'), ('dois'), ('três') returning id"
        assert database.write(lambda tx: tx.value(several)) == 1
        assert words(database) == ["um", "dois", "três"]

    def test_a_claim_that_lost_changed_nothing(self, database: Database) -> None:
        database.write(note("livre"))
        claim = "update note set word = 'meu' where word = 'livre'"
        assert [database.write(lambda tx: tx.run(claim)) for _ in range(2)] == [1, 0]

    def test_values_are_never_sql(self, database: Database) -> None:
        database.write(note("'); drop table note; --"))
        assert words(database) == ["'); drop table note; --"]

    def test_a_reader_cannot_write(self, database: Database) -> None:
        with pytest.raises(apsw.ReadOnlyError):
            database.read(note("um"))
        assert words(database) == []

    def test_a_reader_sees_one_moment(self, database: Database) -> None:
        def count_around_a_write(tx: Transaction) -> tuple[int, int]:
            before = tx.value("select count(*) from note")
            database.write(note("um"))
            return before, tx.value("select count(*) from note")

        assert database.read(count_around_a_write) == (0, 0)
        assert words(database) == ["um"]

    def test_many_readers_at_once(self, database: Database) -> None:
        database.write(note("um"))
        together = threading.Barrier(8, timeout=30)

        def look(tx: Transaction) -> int:
            together.wait()
            return int(tx.value("select count(*) from note"))

        found: list[int] = []
        readers = [threading.Thread(target=lambda: found.append(database.read(look))) for _ in range(8)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        assert found == [1] * 8

    def test_a_reader_that_fails_is_no_obstacle(self, database: Database) -> None:
        for _ in range(10):
            with pytest.raises(ZeroDivisionError):
                database.read(lambda tx: 1 / tx.value("select 0"))
        database.write(note("um"))
        assert words(database) == ["um"]

    def test_a_missing_file_is_not_made(self, tmp_path: Path) -> None:
        with pytest.raises(apsw.CantOpenError):
            Database(tmp_path / "absent.db")
        assert not (tmp_path / "absent.db").exists()

    def test_something_else_than_a_database(self, tmp_path: Path) -> None:
        (tmp_path / "letter.db").write_text("Prezada clínica, " * 100)
        with pytest.raises(apsw.NotADBError):
            Database(tmp_path / "letter.db")

    def test_the_data_version_moves_with_every_commit(self, database: Database) -> None:
        first = database.data_version()
        assert database.data_version() == first
        database.write(note("um"))
        assert database.data_version() != first

    def test_checkpoint_and_close(self, database: Database) -> None:
        database.write(note("um"))
        database.checkpoint()
        assert words(database) == ["um"]

    def test_what_is_gone_is_in_no_byte_of_file_and_log(self, database: Database) -> None:
        database.write(note("segredo"))
        assert words(database) == ["segredo"]  # by a reader that stays open, idle
        database.write(lambda tx: tx.run("delete from note"))
        assert b"segredo" in every_byte(database)
        assert database.checkpoint()
        assert b"segredo" not in every_byte(database)

    def test_a_reader_keeps_the_log_until_later(self, database: Database) -> None:
        database.write(note("segredo"))

        def meanwhile(tx: Transaction) -> bool:
            assert tx.values("select word from note") == ["segredo"]
            database.write(lambda tx: tx.run("delete from note"))
            return database.checkpoint()

        assert database.read(meanwhile) is False
        assert b"segredo" in every_byte(database)
        assert database.checkpoint()
        assert b"segredo" not in every_byte(database)


class TestGroupCommit:
    def test_one_failure_is_one_callers(self, database: Database) -> None:
        results = in_one_commit(database, [note("um"), note("um"), note("dois")])
        assert results[0] == results[2] == 1
        assert isinstance(results[1], apsw.ConstraintError)
        assert words(database) == ["um", "dois"]

    def test_a_batch_is_one_commit(self, database: Database) -> None:
        in_one_commit(database, [note(f"{index}") for index in range(20)])
        frames = database.read(lambda tx: tx.dicts("pragma wal_checkpoint"))[0]["log"]
        assert len(words(database)) == 20
        assert frames < 20

    def test_what_was_done_before_a_failure_is_undone_with_it(self, database: Database) -> None:
        def half(tx: Transaction) -> None:
            note("metade")(tx)
            raise LookupError("outra metade")

        results = in_one_commit(database, [note("um"), half, note("dois")])
        assert isinstance(results[1], LookupError)
        assert words(database) == ["um", "dois"]

    def test_a_savepoint_undoes_less_than_everything(self, database: Database) -> None:
        def try_both(tx: Transaction) -> None:
            note("fica")(tx)
            with pytest.raises(apsw.ConstraintError), tx.savepoint():
                note("não fica")(tx)
                note("fica")(tx)

        database.write(try_both)
        assert words(database) == ["fica"]

    def test_each_caller_keeps_its_context(self, database: Database) -> None:
        who: contextvars.ContextVar[str] = contextvars.ContextVar("who")

        def as_someone(name: str) -> Callable[[Transaction], str]:
            return lambda tx: name + " " + who.get("ninguém")

        results: list[Any] = []
        context = contextvars.copy_context()
        context.run(who.set, "maria")
        results.append(context.run(database.write, as_someone("diz")))
        results.extend(in_one_commit(database, [as_someone("diz"), as_someone("diz")]))
        assert results == ["diz maria", "diz ninguém", "diz ninguém"]

    def test_a_write_inside_a_write_is_refused_not_hung(self, database: Database) -> None:
        for inner in (lambda tx: database.write(note("um")), lambda tx: database.checkpoint()):
            with pytest.raises(RuntimeError, match="inside a write"):
                database.write(inner)
        database.write(note("dois"))
        assert words(database) == ["dois"]

    def test_an_interrupt_strikes_the_thread_it_came_to(self, database: Database) -> None:
        struck: list[str] = []

        def interrupted_once(tx: Transaction) -> int:
            if not struck:
                struck.append("now")
                raise KeyboardInterrupt
            return note("dois")(tx)

        results = in_one_commit(database, [note("um"), interrupted_once, note("três")])

        interrupts = [result for result in results if isinstance(result, KeyboardInterrupt)]
        assert len(interrupts) == 1
        # Whoever led was interrupted and its own work dropped; the others were done after all.
        assert len(words(database)) == 2
        assert results.count(1) == 2

    def test_an_interrupt_in_ones_own_work(self, database: Database) -> None:
        def interrupted(tx: Transaction) -> None:
            note("um")(tx)
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            database.write(interrupted)
        database.write(note("dois"))
        assert words(database) == ["dois"]
        assert database.waiting == 0

    def test_a_work_that_exits_fails_alone(self, database: Database) -> None:
        def leave(tx: Transaction) -> None:
            raise SystemExit(3)

        results = in_one_commit(database, [note("um"), leave, note("dois")])
        assert isinstance(results[1], SystemExit)
        assert words(database) == ["um", "dois"]

    def test_a_work_that_ends_the_transaction_fails_everyone(self, database: Database) -> None:
        results = in_one_commit(database, [note("um"), lambda tx: tx.run("rollback"), note("dois")])
        assert all(isinstance(result, apsw.SQLError) for result in results)
        assert words(database) == []
        database.write(note("três"))
        assert words(database) == ["três"]

    def test_many_threads(self, database: Database) -> None:
        def one_hundred(thread: int) -> None:
            for index in range(100):
                database.write(note(f"{thread}-{index}"))

        threads = [threading.Thread(target=one_hundred, args=(thread,)) for thread in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(words(database)) == 800
        assert database.waiting == 0


a_step = st.tuples(st.sampled_from(["insert", "upsert", "delete", "attempt", "fail"]), st.integers(0, 5))
a_work = st.lists(a_step, max_size=5)


def act(steps: list[tuple[str, int]], insert: Any, upsert: Any, delete: Any, attempt: Any) -> None:
    for verb, key in steps:
        match verb:
            case "insert":
                insert(key)
            case "upsert":
                upsert(key)
            case "delete":
                delete(key)
            case "attempt":
                attempt(key)
            case "fail":
                raise LookupError


class Model:
    """The same verbs on a dict."""

    def __init__(self, content: dict[int, int]) -> None:
        self.content = dict(content)

    def insert(self, key: int) -> None:
        if key in self.content:
            raise LookupError
        self.content[key] = 0

    def upsert(self, key: int) -> None:
        self.content[key] = self.content.get(key, 0) + 1

    def delete(self, key: int) -> None:
        self.content.pop(key, None)

    def attempt(self, key: int) -> None:
        """Delete the key and insert the one before it, or neither."""
        if key - 1 not in self.content:
            self.delete(key)
            self.insert(key - 1)


def on_the_file(steps: list[tuple[str, int]]) -> Callable[[Transaction], None]:
    def work(tx: Transaction) -> None:
        def insert(key: int) -> None:
            tx.run("insert into note(id, word, number) values(?, ?, 0)", (key, str(key)))

        def upsert(key: int) -> None:
            conflict = "on conflict(id) do update set number = number + 1"
            tx.run(f"insert into note(id, word, number) values(?, ?, 1) {conflict}", (key, str(key)))

        def delete(key: int) -> None:
            tx.run("delete from note where id = ?", (key,))

        def attempt(key: int) -> None:
            try:
                with tx.savepoint():
                    delete(key)
                    insert(key - 1)
            except apsw.ConstraintError:
                pass

        try:
            act(steps, insert, upsert, delete, attempt)
        except apsw.ConstraintError as error:
            raise LookupError from error

    return work


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(new_file(tmp_path_factory.mktemp("shared") / "notes.db"))
    yield database
    database.close()


@settings(max_examples=150, deadline=None)
@given(st.lists(a_work, min_size=1, max_size=6))
def test_a_shared_commit_is_as_if_each_had_come_alone(shared: Database, works: list[list[tuple[str, int]]]) -> None:
    shared.write(lambda tx: tx.run("delete from note"))
    content: dict[int, int] = {}
    expected = []
    for steps in works:
        model = Model(content)
        try:
            act(steps, model.insert, model.upsert, model.delete, model.attempt)
        except LookupError:
            expected.append(False)
        else:
            content = model.content
            expected.append(True)

    results = in_one_commit(shared, [on_the_file(steps) for steps in works])

    assert [not isinstance(result, LookupError) for result in results] == expected
    found = shared.read(lambda tx: tx.dicts("select id, number from note"))
    assert {row["id"]: row["number"] for row in found} == content


class TestADiskThatIsFull:
    def fill(self, tx: Transaction) -> None:
        tx.run("insert into note(word) values(?)", ("x" * 100_000,))

    def test_everyone_in_the_commit_hears_of_it_and_later_ones_go_on(self, database: Database) -> None:
        database.write(note("antes"))
        database.write(lambda tx: tx.value("pragma max_page_count = 8"))

        results = in_one_commit(database, [note("um"), self.fill, note("dois")])

        assert isinstance(results[1], apsw.FullError)
        kept = [word for word, result in zip(["um", "", "dois"], results, strict=True) if result == 1]
        assert words(database) == ["antes", *kept]
        database.write(lambda tx: tx.value("pragma max_page_count = 100000"))
        database.write(self.fill)
        assert len(words(database)) == len(kept) + 2

    def test_a_work_that_hides_it_commits_nothing(self, database: Database) -> None:
        database.write(lambda tx: tx.value("pragma max_page_count = 8"))

        def hide(tx: Transaction) -> str:
            try:
                tx.run("insert or rollback into note(word) values('um')")
            except apsw.ConstraintError:
                note("depois")(tx)
            return "tudo bem"

        results = in_one_commit(database, [note("um"), hide, note("dois")])

        assert all(isinstance(result, RuntimeError) for result in results)
        assert words(database) == []

    def test_files_that_may_not_grow(self, tmp_path: Path) -> None:
        outcome = subprocess.run(
            [sys.executable, "-c", NO_ROOM, str(new_file(tmp_path / "notes.db"))],
            capture_output=True,
            text=True,
            check=True,
        )
        assert outcome.stdout.split() == ["refused", "kept", "again"]


NO_ROOM = """
import resource, sys, apsw, pathlib
from atendeai.database import Database
database = Database(pathlib.Path(sys.argv[1]))
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
done = []
insert = "insert into note(word) values(?)"
try:
    for index in range(1000):
        database.write(lambda tx: tx.run(insert, (f"{index}" * 3000,)))
        done.append(index)
except (apsw.FullError, apsw.IOError):
    print("refused")
count = database.read(lambda tx: tx.value("select count(*) from note"))
print("kept" if count == len(done) > 0 else f"lost {count} of {len(done)}")
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
database.write(lambda tx: tx.run(insert, ("again",)))
print(database.read(lambda tx: tx.value("select word from note order by id desc limit 1")))
"""

COUNT_UP = """
import sys, pathlib
from atendeai.database import Database
database = Database(pathlib.Path(sys.argv[1]))
def up(tx):
    tx.run("update note set number = ? where word = 'contador'",
           (tx.value("select number from note where word = 'contador'") + 1,))
for index in range(int(sys.argv[2])):
    database.write(up)
    print(index, flush=True)
database.close()
"""


def count_up(tx: Transaction) -> None:
    number = tx.value("select number from note where word = 'contador'")
    tx.run("update note set number = ? where word = 'contador'", (number + 1,))


class TestTwoProcesses:
    def test_no_count_is_lost_between_them(self, database: Database) -> None:
        database.write(note("contador", 0))
        command = [sys.executable, "-c", COUNT_UP, str(database.path), "200"]
        others = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        try:
            threads = [
                threading.Thread(target=lambda: [database.write(count_up) for _ in range(100)]) for _ in range(3)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        finally:
            for other in others:
                other.communicate(timeout=60)
        assert [other.returncode for other in others] == [0, 0]
        assert database.read(lambda tx: tx.value("select number from note")) == 2 * 200 + 3 * 100

    def test_a_killed_process_loses_nothing_that_it_acknowledged(self, database: Database) -> None:
        database.write(note("contador", 0))
        command = [sys.executable, "-c", COUNT_UP, str(database.path), "100000"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None
            heard = [int(other.stdout.readline()) for _ in range(50)]
            other.kill()
            heard += [int(line) for line in other.stdout.read().splitlines() if line]
        number = database.read(lambda tx: tx.value("select number from note"))
        assert number - (heard[-1] + 1) in (0, 1)  # one more may have been committed and not yet told
        assert database.read(lambda tx: tx.value("pragma integrity_check")) == "ok"
        database.write(count_up)

    def test_another_process_is_waited_for(self, database: Database) -> None:
        hold = (
            "import apsw, sys; c = apsw.Connection(sys.argv[1]); c.execute('begin immediate');"
            "c.execute('insert into note(word) values(?)', ('outro',)); print('held', flush=True);"
            "sys.stdin.readline(); c.execute('commit')"
        )
        command = [sys.executable, "-c", hold, str(database.path)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            writer = threading.Thread(target=database.write, args=(note("meu"),))
            writer.start()
            other.communicate("go\n", timeout=60)
            writer.join()
        assert words(database) == ["outro", "meu"]


class TestBackup:
    def test_a_copy_while_others_write(self, database: Database, tmp_path: Path) -> None:
        for index in range(200):
            database.write(note(f"{index}" * 1000))
        stop = threading.Event()

        def keep_writing() -> None:
            count = 0
            while not stop.is_set():
                database.write(note(f"durante {count}"))
                count += 1

        writer = threading.Thread(target=keep_writing)
        writer.start()
        database.backup_to(tmp_path / "copy.db")
        stop.set()
        writer.join()

        copy = Database(tmp_path / "copy.db")
        assert copy.read(lambda tx: tx.value("pragma integrity_check")) == "ok"
        kept = words(copy)
        assert kept == words(database)[: len(kept)]
        assert len(kept) >= 200
        copy.close()

    def test_an_older_copy_is_overwritten(self, database: Database, tmp_path: Path) -> None:
        database.backup_to(tmp_path / "copy.db")
        database.write(note("um"))
        database.backup_to(tmp_path / "copy.db")
        copy = Database(tmp_path / "copy.db")
        assert words(copy) == ["um"]
        copy.close()


def test_descriptors_are_given_back(tmp_path: Path) -> None:
    new_file(tmp_path / "notes.db")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for index in range(5):
        database = Database(tmp_path / "notes.db")
        database.write(note(f"{index}"))
        words(database)
        database.data_version()
        database.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] > before
