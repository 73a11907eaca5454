"""A clinic changes its context: every version is kept, what changed is told, any of them comes back."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import sqlite_utils
from atendeai_migrations.clinic import clinic
from hypothesis import given, settings
from test_context_reading import contexts

from atendeai.clinics import versions
from atendeai.clinics.context import (
    ClinicContext,
    ClinicFacts,
    Closure,
    FaqEntry,
    InsurancePlan,
    Interval,
    Professional,
    Service,
    WeeklyHours,
)
from atendeai.clinics.diff import Change, changes
from atendeai.clinics.versions import NoContext, UnknownVersion, active, active_version, history, load, rollback
from atendeai.database import Database

AT = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=-3)))
ECO = Service(id="eco", name="Ecocardiograma", price_cents=38000)
ECG = Service(id="ecg", name="Eletrocardiograma")
VILA = ClinicContext(clinic=ClinicFacts(name="Vila"), services=[ECO, ECG])
DEARER = msgspec.structs.replace(VILA, services=[ECG, msgspec.structs.replace(ECO, price_cents=40000)])


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    file = tmp_path / "vila.db"
    old = sqlite_utils.Database(file)
    clinic.apply(old)
    old.close()
    opened = Database(file)
    yield opened
    opened.close()


def test_a_clinic_without_a_context_says_so(db: Database) -> None:
    with pytest.raises(NoContext):
        db.read(active)
    assert db.read(history) == []


def test_the_newest_context_is_in_force(db: Database) -> None:
    assert db.write(lambda tx: load(tx, VILA, "vila.json", AT)) == 1
    assert db.write(lambda tx: load(tx, DEARER, "panel", AT)) == 2
    assert db.read(active) == DEARER
    assert db.read(active_version) == 2
    assert db.read(lambda tx: versions.version(tx, 1)) == VILA
    newest, oldest = db.read(history)
    assert (newest.version, newest.source, newest.restored_from) == (2, "panel", None)
    assert (oldest.source, oldest.created_at) == ("vila.json", "2026-11-24T12:00:00+00:00")


def test_the_same_document_again_is_no_new_version(db: Database) -> None:
    for _ in range(2):
        assert db.write(lambda tx: load(tx, VILA, "vila.json", AT)) == 1
    db.write(lambda tx: load(tx, DEARER, "", AT))
    assert db.write(lambda tx: load(tx, VILA, "", AT)) == 3


def test_an_old_version_comes_back_as_a_new_one(db: Database) -> None:
    db.write(lambda tx: load(tx, VILA, "vila.json", AT))
    db.write(lambda tx: load(tx, DEARER, "panel", AT))
    assert db.write(lambda tx: rollback(tx, 1, AT)) == 3
    assert db.read(active) == VILA
    assert db.read(history)[0].restored_from == 1
    with pytest.raises(UnknownVersion) as missing:
        db.write(lambda tx: rollback(tx, 9, AT))
    assert missing.value.number == 9
    assert db.read(active_version) == 3
    with pytest.raises(UnknownVersion):
        db.read(lambda tx: versions.version(tx, 9))


def test_a_document_is_decoded_once(db: Database) -> None:
    db.write(lambda tx: load(tx, VILA, "", AT))
    assert db.read(active) is db.read(active)


def test_of_many_documents_the_latest_used_stay_decoded() -> None:
    kept = versions._Decoded(2)
    kept.put("a", VILA)
    kept.put("b", DEARER)
    assert kept.get("a") is VILA
    kept.put("c", VILA)
    assert (kept.get("a"), kept.get("b")) == (VILA, None)


def test_everything_is_added_to_nothing_and_nothing_to_itself() -> None:
    added = changes(None, VILA)
    assert {one.kind for one in added} == {"added"}
    assert {"clinic", "services"} <= {one.path for one in added}
    assert changes(VILA, VILA) == []


def test_a_fact_that_changed_inside_a_section() -> None:
    moved = msgspec.structs.replace(VILA, clinic=ClinicFacts(name="Vila", city="Itu"), time_zone="America/Manaus")
    assert changes(VILA, moved) == [
        Change("clinic.city", "added", None, "Itu"),
        Change("time_zone", "changed", "America/Sao_Paulo", "America/Manaus"),
    ]


def test_services_are_paired_by_id_wherever_they_stand() -> None:
    assert changes(VILA, DEARER) == [Change("services[eco].price_cents", "changed", 38000, 40000)]


def test_a_service_with_a_new_id_is_still_the_same_service() -> None:
    renamed = msgspec.structs.replace(VILA, services=[msgspec.structs.replace(ECO, id="ecocardiograma"), ECG])
    assert changes(VILA, renamed) == [Change("services[ecocardiograma].id", "changed", "eco", "ecocardiograma")]


def test_what_came_and_what_went() -> None:
    ana = Professional(id="ana", name="Dra. Ana", bio="Clínica")
    old = msgspec.structs.replace(VILA, professionals=[ana], insurance_plans=[InsurancePlan(name="Unimed")])
    new = msgspec.structs.replace(
        VILA,
        services=[ECG],
        professionals=[
            msgspec.structs.replace(
                ana, bio="", working_hours=WeeklyHours(monday=[Interval(start="08:00", end="12:00")])
            )
        ],
        insurance_plans=[InsurancePlan(name="UNIMED", coverage="Tudo")],
        closures=[Closure(start=dt.date(2027, 1, 2), end=dt.date(2027, 1, 9))],
        faq=[FaqEntry(question="Tem vaga?", answer="Sim.")],
    )
    assert [(one.path, one.kind) for one in changes(old, new)] == [
        ("closures[2027-01-02]", "added"),
        ("services[eco]", "removed"),
        ("professionals[ana].bio", "removed"),
        ("professionals[ana].working_hours", "added"),
        ("insurance_plans[UNIMED].name", "changed"),
        ("insurance_plans[UNIMED].coverage", "added"),
        ("faq[Tem vaga?]", "added"),
    ]


def test_who_performs_a_service_changes(context: ClinicContext) -> None:
    """Ids in a list are no entries with a name of their own."""
    first, *rest = context.services
    moved = msgspec.structs.replace(first, professionals=["lia-nogueira"], insurance=["Unimed"])
    found = changes(context, msgspec.structs.replace(context, services=[moved, *rest]))
    assert {change.path.rpartition(".")[2] for change in found} <= {"professionals", "insurance"}
    assert found


@given(contexts(), contexts())
@settings(max_examples=15)
def test_any_two_documents_can_be_compared(old: ClinicContext, new: ClinicContext) -> None:
    assert bool(changes(old, new)) is (old != new)
    assert changes(old, old) == []
