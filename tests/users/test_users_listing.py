"""The list of a clinic's people: filtered, sorted whatever the accents, and page by page without loss."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from accounts import Office, Person
from hypothesis import given
from hypothesis import strategies as st

from atendeai.ops.http import position
from atendeai.users import listing, store
from atendeai.users.listing import Wanted
from atendeai.users.store import User

AT = dt.datetime(2026, 11, 24, 13, 0, tzinfo=dt.UTC)


class Rows:
    """A clinic's file that holds these people."""

    def __init__(self, *people: User) -> None:
        self.people = people

    def dicts(self, sql: str, params: Any = ()) -> list[dict[str, Any]]:
        return [{f: getattr(one, f) for f in one.__struct_fields__} | {"notifications": "{}"} for one in self.people]


def person(number: int, name: str, **more: Any) -> User:
    made: dict[str, Any] = {
        "id": f"u{number}",
        "email": f"p{number}@vilaserena.example",
        "name": name,
        "role": "receptionist",
        "status": "active",
        "created_at": AT + dt.timedelta(minutes=number),
        "updated_at": AT,
    }
    return User(**made | more)


SOMEBODY = st.builds(
    person,
    st.integers(0, 10**6),
    st.sampled_from(["Ana", "ana", "Ána", "Bia", "Élcio", "Zé"]),
    role=st.sampled_from(["owner", "receptionist"]),
    status=st.sampled_from(["invited", "active", "suspended"]),
    last_login_at=st.sampled_from([None, AT, AT + dt.timedelta(days=1)]),
)
WANTED = st.builds(
    Wanted,
    role=st.sampled_from([None, "owner"]),
    status=st.sampled_from([None, "active"]),
    q=st.sampled_from(["", "ana", "É", "p1"]),
    sort=st.sampled_from(["name", "-name", "email", "-created_at", "last_login_at", "-last_login_at"]),
)


@given(st.lists(SOMEBODY, max_size=12, unique_by=lambda user: user.id), WANTED, st.integers(1, 5))
def test_pages_hold_everybody_once_in_order(people: list[User], wanted: Wanted, limit: int) -> None:
    tx: Any = Rows(*people)
    whole = listing.listed(tx, wanted, 200, None)
    pages, cursor = [], None
    while True:
        page = listing.listed(tx, wanted, limit, position(cursor))
        assert page.total == whole.total == len(whole.items)
        assert len(page.items) <= limit
        pages += page.items
        cursor = page.next_cursor
        if cursor is None:
            break
    assert pages == whole.items
    assert {one.id for one in pages} == {
        one.id
        for one in people
        if wanted.role in (None, one.role)
        and wanted.status in (None, one.status)
        and listing.folded(wanted.q) in listing.folded(f"{one.name}\n{one.email}")
    }


def test_accents_and_capitals_make_no_difference() -> None:
    tx: Any = Rows(person(1, "Zélia"), person(2, "Ágata"), person(3, "bruno"), person(4, "JOÃO"))
    assert [one.name for one in listing.listed(tx, Wanted(), 10, None).items] == ["Ágata", "bruno", "JOÃO", "Zélia"]
    assert [one.name for one in listing.listed(tx, Wanted(q="joao"), 10, None).items] == ["JOÃO"]


@pytest.fixture
def owner(office: Office) -> Person:
    return office.staff("owner")


def names(office: Office, who: Person, **query: Any) -> list[str]:
    found = office.client.get("/api/users", headers=who, params=query)
    assert found.status_code == 200, found.text
    return [one["role"] for one in found.json()["items"]]


def test_the_list_over_http(office: Office, owner: Person) -> None:
    office.user("manager", status="suspended")
    office.user("receptionist")
    assert sorted(names(office, owner)) == ["manager", "owner", "receptionist"]
    assert names(office, owner, role="manager") == ["manager"]
    assert sorted(names(office, owner, status="active")) == ["owner", "receptionist"]
    assert names(office, owner, q="RECEPTIONIST") == ["receptionist"]
    assert names(office, owner, sort="created_at") == ["owner", "manager", "receptionist"]
    assert names(office, owner, sort="-created_at") == ["receptionist", "manager", "owner"]
    page = office.client.get("/api/users", headers=owner, params={"limit": 2, "sort": "created_at"}).json()
    assert page["total"] == 3
    rest = {"limit": 2, "sort": "created_at", "cursor": page["next_cursor"]}
    assert names(office, owner, **rest) == ["receptionist"]


@pytest.mark.parametrize("query", [{"cursor": "!"}, {"limit": 0}, {"limit": 201}, {"role": "king"}, {"sort": "x"}])
def test_what_no_list_can_be_made_of(office: Office, owner: Person, query: dict[str, Any]) -> None:
    assert office.client.get("/api/users", headers=owner, params=query).status_code == 400


def test_nothing_that_proves_who_somebody_is_is_listed(office: Office, owner: Person) -> None:
    told = office.client.get("/api/users", headers=owner).text
    assert "hash" not in told
    assert "argon2" not in told
    with office.db() as db:
        assert "argon2" in db.read(lambda tx: store.password_hash(tx, owner.id))
