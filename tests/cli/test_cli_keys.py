"""Keys are shown once, listed without their secret, and revoked."""

from pathlib import Path

from atendeai.auth import keys
from atendeai.clinic_files import ClinicFiles
from atendeai.ops.clock import SystemClock


def is_good(data: Path, plain: str) -> bool:
    files = ClinicFiles(data)
    with files.clinic("serena") as db:
        found = db.read(lambda tx: keys.verify(tx, plain, SystemClock().now()))
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


def test_a_key_may_what_its_scopes_say_for_as_long_as_was_said(run, as_json, serena):
    made = as_json(
        "key",
        "create",
        serena,
        "--scope",
        "users:list",
        "--scope",
        "patients:read",
        "--scope",
        "users:list",
        "--days",
        "1",
    )
    assert made["scopes"] == ["patients:read", "users:list"]
    (row,) = as_json("key", "list", serena)
    assert (row["scopes"], row["created_by"]) == (["patients:read", "users:list"], "cli")
    assert row["expires_at"][:23] == made["expires_at"][:23]
    assert "users:list" in run("key", "list", serena).stdout


def test_a_scope_that_no_key_can_have(run, serena):
    told = run("key", "create", serena, "--scope", "users:list", "--scope", "profile:read", code=2).stderr
    assert "profile:read is none that this key can have" in told


def test_the_signing_keys_are_rotated_by_either_name(run, as_json, serena, data):
    kids = [as_json(noun, "rotate")["kid"] for noun in ("key", "keys")]
    files = ClinicFiles(data)
    known = files.control().read(lambda tx: tx.values("select kid from signing_keys order by created_at, kid"))
    files.close()
    assert known == kids
    assert "signed with the key" in run("keys", "rotate").stdout
