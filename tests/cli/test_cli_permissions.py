"""The table of permissions on the terminal is the one that the guard enforces."""

from atendeai.auth.permissions import OF_KEYS, OF_ROLE, PERMISSIONS


def test_every_permission_has_a_row(run):
    heading, *rows = run("permissions").stdout.splitlines()
    assert [row.split()[0] for row in rows] == sorted(PERMISSIONS)
    erase = next(row for row in rows if row.startswith("patients:erase"))
    assert [heading.index("owner"), heading.index("key")] == [i for i, mark in enumerate(erase) if mark == "✓"]


def test_as_json_it_is_the_table_turned_round(as_json):
    who = as_json("permissions")
    assert {role: {one for one in who if role in who[one]} for role in OF_ROLE} == {**OF_ROLE}
    assert {one for one in who if "key" in who[one]} == OF_KEYS
