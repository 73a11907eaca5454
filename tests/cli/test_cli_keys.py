"""Keys are shown once, listed without their secret, and revoked."""

from pathlib import Path

from atendeai.auth import keys
from atendeai.clinic_files import ClinicFiles


def is_good(data: Path, plain: str) -> bool:
    files = ClinicFiles(data)
    with files.clinic("serena") as db:
        found = db.read(lambda tx: keys.verify(tx, plain))
    files.close()
    return found is not None


def test_a_key_is_made_used_and_revoked(run, as_json, serena, data):
    made = as_json("key", "create", serena, "--name", "site")
    assert is_good(data, made["key"])
    listed = run("key", "list", serena).stdout
    assert made["id"] in listed and "site" in listed and made["key"] not in listed
    run("key", "revoke", serena, made["id"])
    assert not is_good(data, made["key"])
    assert as_json("key", "list", serena)[0]["revoked_at"]
    assert "There is no key" in run("key", "revoke", serena, made["id"], code=1).stderr


def test_the_plain_key_stands_alone_on_the_first_line(run, serena, data):
    assert is_good(data, run("key", "create", serena).stdout.splitlines()[0])
