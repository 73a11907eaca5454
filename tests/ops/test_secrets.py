"""The key that seals tokens, and what an API key looks like."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from atendeai.ops.secrets import (
    Seal,
    SecretKeyError,
    UnsealError,
    clinic_of_api_key,
    make_secret_key,
    new_api_key,
    same,
    sha256,
)

SEAL = Seal([Fernet.generate_key().decode()])


@given(st.text())
def test_what_is_sealed_can_be_unsealed(text: str) -> None:
    assert SEAL.unseal(SEAL.seal(text)) == text
    assert len(text) < 4 or text not in SEAL.seal(text)


@pytest.mark.parametrize(
    "sealed", ["", "nonsense", Seal([Fernet.generate_key().decode()]).seal("x")], ids=["empty", "nonsense", "another"]
)
def test_anothers_seal_does_not_open(sealed: str) -> None:
    with pytest.raises(UnsealError):
        SEAL.unseal(sealed)


def test_a_key_is_made_once(tmp_path: Path) -> None:
    make_secret_key(tmp_path / "secret.key")
    key = (tmp_path / "secret.key").read_bytes()
    make_secret_key(tmp_path / "secret.key")
    assert (tmp_path / "secret.key").read_bytes() == key
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_of_many_who_make_it_all_read_the_same(tmp_path: Path) -> None:
    together = threading.Barrier(8, timeout=30)
    keys = set()

    def make() -> None:
        together.wait()
        make_secret_key(tmp_path / "secret.key")
        keys.add((tmp_path / "secret.key").read_bytes())

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 1
    assert len(list(tmp_path.iterdir())) == 1


def test_a_key_is_changed_by_adding_one_above(tmp_path: Path) -> None:
    path = tmp_path / "secret.key"
    make_secret_key(path)
    sealed = Seal.read(path).seal("token")
    old = path.read_text()
    path.write_text(Fernet.generate_key().decode() + "\n" + old)
    assert Seal.read(path).unseal(sealed) == "token"
    with pytest.raises(UnsealError):
        Seal([old.strip()]).unseal(Seal.read(path).seal("token"))


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff\xfe"])
def test_a_file_without_a_key(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "secret.key").write_bytes(content)
    with pytest.raises(SecretKeyError, match="does not hold a key"):
        Seal.read(tmp_path / "secret.key")


def test_a_key_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SecretKeyError, match="cannot be read \\(No such file"):
        Seal.read(tmp_path / "secret.key")


def test_a_seal_does_not_show_its_key() -> None:
    assert repr(SEAL) == "Seal(…)"


class TestApiKeys:
    def test_a_key_names_its_clinic(self) -> None:
        key = new_api_key("clinica-sorriso")
        assert key.plain.startswith("atd_clinica-sorriso_")
        assert clinic_of_api_key(key.plain) == "clinica-sorriso"
        assert key.hash == sha256(key.plain)
        assert key.plain not in repr(key)
        assert key.hash not in repr(key)

    def test_no_two_are_alike(self) -> None:
        assert len({new_api_key("a").plain for _ in range(1000)}) == 1000

    @given(st.text() | st.from_regex(r"atd_.*_.*"))
    def test_what_is_no_key_is_nobodys(self, text: str) -> None:
        found = clinic_of_api_key(text)
        assert found is None or text.startswith(f"atd_{found}_")

    def test_equality(self) -> None:
        assert same("ação", "ação")
        assert not same("ação", "acao")
